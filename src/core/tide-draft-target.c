/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"
#include "core/tide-register-private.h"
#include "core/tide-scale.h"
#include "core/tide-target.h"

#include <glib/gi18n-lib.h>

static const TideIndicatorPayload *
find_indicator (TideDraft *self, const TideTargetPayload *target)
{
  return target->indicator != NULL ? TIDE_INDICATOR_PAYLOAD (tide_register_lookup_payload (
                                         self->reg, TIDE_RECORD_INDICATOR, target->indicator))
                                   : NULL;
}

static const TideScale *
get_unit (const TideIndicatorPayload *indicator)
{
  return indicator != NULL ? (const TideScale *) indicator->unit : NULL;
}

/* The currency of a text that names none: the one that the target had, or the register's. */
static const char *
get_currency (TideDraft *self)
{
  const char *currency = TIDE_TARGET_PAYLOAD (self->original)->currency;

  return currency != NULL && tide_currency_get_digits (currency) >= 0
             ? currency
             : tide_register_get_settings (self->reg)->currency;
}

static TideTargetResult
read_text (TideDraft *self, const TideTargetPayload *target, TideTargetReading *reading)
{
  const char *text = tide_field_get_text (tide_draft_get_field (self, "written"));

  if (target->indicator == NULL)
    return tide_target_read_amount (text, get_currency (self), reading);

  return tide_target_read_value (text, get_unit (find_indicator (self, target)), reading);
}

/* A value stays as it is until its text, or the unit that the text is read in, is another one. */
static gboolean
is_value_changed (TideDraft *self)
{
  return tide_field_get_changed (tide_draft_get_field (self, "written"))
         || tide_field_get_changed (tide_draft_get_field (self, "indicator"));
}

/* Checks ------------------------------------------------------------------------------------ */

static char *
dup_unit_name (const TideScale *unit)
{
  const TideLanguage language = tide_language_get_default ();

  if (unit != NULL && unit->currency != NULL)
    return g_strdup (tide_currency_get_name (unit->currency, language));

  return g_strdup (unit != NULL && unit->name != NULL ? unit->name : _ ("a number without a unit"));
}

static TideProblem *
create_value_problem (TideDraft *self, const TideTargetPayload *target, TideTargetResult result)
{
  const char *text = tide_field_get_text (tide_draft_get_field (self, "written"));
  g_autofree char *unit = NULL;

  switch (result)
    {
    case TIDE_TARGET_EMPTY:
      return tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL);
    case TIDE_TARGET_UNREADABLE:
      return tide_problem_new (TIDE_PROBLEM_UNREADABLE_AMOUNT, text, NULL);
    case TIDE_TARGET_OUT_OF_RANGE:
      return tide_problem_new (TIDE_PROBLEM_AMOUNT_TOO_LARGE, text, NULL);
    case TIDE_TARGET_TOO_PRECISE:
      return tide_problem_new (TIDE_PROBLEM_TOO_PRECISE, text, NULL);
    case TIDE_TARGET_OTHER_UNIT:
      unit = dup_unit_name (get_unit (find_indicator (self, target)));
      return tide_problem_new (TIDE_PROBLEM_UNFIT_UNIT, text, unit, NULL);
    case TIDE_TARGET_READ:
    default:
      return NULL;
    }
}

static void
give (TideDraft *self, const char *path, TideProblem *problem)
{
  if (problem == NULL)
    return;

  tide_draft_take_report (problem, NULL, 0, path, self);
  tide_problem_unref (problem);
}

static void
need (TideDraft *self, const TidePayload *payload, const char *path)
{
  if (!tide_payload_has_value (payload, tide_shape_find (payload->shape, path)))
    give (self, path, tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL));
}

static void
check_value (TideDraft *self, const TideTargetPayload *target)
{
  TideTargetReading reading = { 0 };
  const TideTargetResult result = is_value_changed (self) || !target->value.is_set
                                      ? read_text (self, target, &reading)
                                      : TIDE_TARGET_READ;

  give (self, "written", create_value_problem (self, target, result));
  if (target->value.is_set && target->value.mantissa <= 0)
    {
      g_autofree char *text = tide_decimal_dup_text (&target->value);

      give (self, "written", tide_problem_new (TIDE_PROBLEM_NOT_POSITIVE, text, NULL));
    }
}

/* The members that say what it is for, each of which contradicts what stands before it. */
static void
check_contradiction (TideDraft *self, const TidePayload *payload)
{
  static const char *const paths[] = { "sector", "division", "event", "indicator" };
  gboolean has_one = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      if (!tide_payload_has_value (payload, tide_shape_find (payload->shape, paths[i])))
        continue;
      if (has_one)
        give (self, paths[i], tide_problem_new (TIDE_PROBLEM_SECOND_SUBJECT, NULL));
      has_one = TRUE;
    }

  if (TIDE_TARGET_PAYLOAD (payload)->indicator != NULL)
    give (self, "amount-kind",
          TIDE_TARGET_PAYLOAD (payload)->amount_kind != NULL
              ? tide_problem_new (TIDE_PROBLEM_SECOND_SUBJECT, NULL)
              : NULL);
}

/* What the person has chosen to name, but not named yet, is known to the form alone. */
static void
check_subject (TideDraft *self, const TidePayload *payload)
{
  if (self->needed != NULL)
    need (self, payload, self->needed);
  if (TIDE_TARGET_PAYLOAD (payload)->indicator == NULL)
    need (self, payload, "amount-kind");
  check_contradiction (self, payload);
}

/* Reading ----------------------------------------------------------------------------------- */

static char *
dup_number_reading (const TideTargetPayload *target, const TideScale *unit)
{
  g_autofree char *number = tide_decimal_dup_text (&target->value);

  return unit != NULL && unit->name != NULL ? g_strdup_printf ("= %s %s", number, unit->name)
                                            : g_strdup_printf ("= %s", number);
}

static char *
dup_reading (TideDraft *self, const TideTargetPayload *target)
{
  const TideScale *unit = get_unit (find_indicator (self, target));
  g_autofree char *exact = NULL;
  TideMoney money;

  if (!target->value.is_set)
    return NULL;
  if (target->indicator != NULL && (unit == NULL || unit->currency == NULL))
    return dup_number_reading (target, unit);
  if (target->indicator != NULL
          ? !tide_scale_get_money (unit, &target->value, &money)
          : target->currency == NULL || !tide_money_init (&money, &target->value, target->currency))
    return NULL;

  exact = tide_money_dup_exact (&money, tide_language_get_default ());

  return g_strconcat ("= ", exact, NULL);
}

/* A new target for a time that is over may be meant, to look back at: it is flagged, not refused.
 */
static void
show_period (TideDraft *self, const TideTargetPayload *target)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;

  if (!self->is_new || !tide_date_is_set (&target->period) || !tide_date_is_real (&target->period)
      || tide_date_get_last_day (&target->period) >= tide_snapshot_get_day (snapshot))
    return;

  period = tide_date_dup_label (&target->period, tide_language_get_default ());
  /* Translators: %s is a period, such as 2023 */
  text = g_strdup_printf (_ ("%s is over: what is reached by now can only be looked back at"),
                          period);
  tide_field_set_understood (tide_draft_get_field (self, "period"), text);
}

static void
show_reading (TideDraft *self, const TideTargetPayload *target)
{
  g_autofree char *reading = dup_reading (self, target);

  tide_field_set_understood (tide_draft_get_field (self, "written"), reading);
  show_period (self, target);
}

/*
 * tide_draft_begin_target:
 * @self: a draft of a target, which has not been touched
 *
 * Shows the value where the target does not say how it was written.
 */
void
tide_draft_begin_target (TideDraft *self)
{
  const TideTargetPayload *target = TIDE_TARGET_PAYLOAD (self->original);

  if (target->written == NULL && target->value.is_set)
    {
      g_autofree char *text = tide_decimal_dup_text (&target->value);

      tide_field_reset (tide_draft_get_field (self, "written"), text);
    }
  show_reading (self, target);
}

/*
 * tide_draft_apply_target:
 * @self: a draft of a target
 * @payload: what its fields say
 *
 * Gives @payload the value and the currency that its text means.
 */
void
tide_draft_apply_target (TideDraft *self, TidePayload *payload)
{
  TideTargetPayload *target = (TideTargetPayload *) payload;
  TideTargetReading reading = { 0 };

  if (!is_value_changed (self))
    return;

  target->value = (TideDecimal) { 0 };
  if (read_text (self, target, &reading) != TIDE_TARGET_READ)
    return;

  target->value = reading.value;
  tide_payload_set_string (&target->currency, *reading.currency != '\0' ? reading.currency : NULL);
}

/*
 * tide_draft_check_target:
 * @self: the draft of a target, whose fields have been looked at alone
 *
 * A target is for one thing: an indicator, or the amounts of one kind of a sector, a division, an
 * event or all projects. It needs a period, and a value above zero in a unit that fits.
 */
void
tide_draft_check_target (TideDraft *self)
{
  g_autoptr (TidePayload) payload = tide_draft_merge (self);

  check_subject (self, payload);
  need (self, payload, "period");
  check_value (self, TIDE_TARGET_PAYLOAD (payload));
  show_reading (self, TIDE_TARGET_PAYLOAD (payload));
}

/* Forgets what the rules have said of what was typed before. */
static void
check_syntax (TideDraft *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (*tide_field_get_text (part->field) != '\0')
        tide_field_check (part->field);
    }
}

/*
 * tide_draft_understand_target:
 * @self: the draft of a target
 *
 * Says beside the fields what is wrong with them together, and beside the value what it means. What
 * is still to be typed is no mistake yet.
 */
void
tide_draft_understand_target (TideDraft *self)
{
  g_autoptr (TidePayload) payload = tide_draft_merge (self);

  check_syntax (self);
  check_contradiction (self, payload);
  if (*tide_field_get_text (tide_draft_get_field (self, "written")) != '\0')
    check_value (self, TIDE_TARGET_PAYLOAD (payload));
  show_reading (self, TIDE_TARGET_PAYLOAD (payload));
}

/**
 * tide_draft_set_needed:
 * @self: a draft of a target
 * @path: (nullable): a field of it
 *
 * Says what the person has chosen to name, so that tide_draft_check() does not take a target that
 * does not name it for one of something else.
 */
void
tide_draft_set_needed (TideDraft *self, const char *path)
{
  g_return_if_fail (TIDE_IS_DRAFT (self));

  g_set_str (&self->needed, path);
}
