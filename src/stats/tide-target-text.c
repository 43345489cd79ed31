/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-target-text.h"

#include "core/tide-record.h"
#include "stats/tide-figure-note.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/* Names ------------------------------------------------------------------------------------- */

static char *
dup_record_name (const TideTargetPayload *target, TideSnapshot *snapshot, TideLanguage language)
{
  const TideRecordKind kind = tide_target_subject_get_kind (tide_target_get_subject (target));
  const char *id = tide_target_get_subject_id (target);
  const TidePayload *record
      = kind != TIDE_RECORD_NONE ? tide_snapshot_lookup (snapshot, kind, id) : NULL;
  const char *label = record != NULL ? tide_payload_get_label (record, language) : NULL;

  return tide_text_dup_isolated (label != NULL ? label : id);
}

/**
 * tide_target_dup_subject:
 * @target: a target
 * @snapshot: the register it is in
 * @language: language of the person
 *
 * Returns: (transfer full): what it is for; empty where it does not say, or names several things
 */
char *
tide_target_dup_subject (const TideTargetPayload *target,
                         TideSnapshot *snapshot,
                         TideLanguage language)
{
  const char *kind = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, target->amount_kind, language);
  g_autofree char *name = NULL;

  switch (tide_target_get_subject (target))
    {
    case TIDE_TARGET_FOR_PROJECTS:
      return g_strdup_printf ("%s · %s", _ ("All projects"), kind);
    case TIDE_TARGET_FOR_INDICATOR:
      return dup_record_name (target, snapshot, language);
    case TIDE_TARGET_FOR_SECTOR:
    case TIDE_TARGET_FOR_DIVISION:
    case TIDE_TARGET_FOR_EVENT:
      name = dup_record_name (target, snapshot, language);
      return kind != NULL ? g_strdup_printf ("%s · %s", name, kind) : g_steal_pointer (&name);
    case TIDE_TARGET_FOR_NOTHING:
    case TIDE_TARGET_FOR_SEVERAL:
    default:
      return g_strdup ("");
    }
}

/**
 * tide_target_dup_name:
 * @target: a target
 * @snapshot: the register it is in
 * @language: language of the person
 *
 * Returns: (transfer full): what it is called; where it has no name, what it is for
 */
char *
tide_target_dup_name (const TideTargetPayload *target,
                      TideSnapshot *snapshot,
                      TideLanguage language)
{
  const char *label = tide_text_get (&target->name, language);

  return label != NULL ? g_strdup (label) : tide_target_dup_subject (target, snapshot, language);
}

/* Values ------------------------------------------------------------------------------------ */

static char *
dup_number (const TideTargetProgress *self, const TideDecimal *value)
{
  const TideScale *unit = (const TideScale *) self->unit;
  g_autofree char *number = tide_decimal_dup_text (value);

  return unit != NULL && unit->name != NULL ? g_strdup_printf ("%s %s", number, unit->name)
                                            : g_steal_pointer (&number);
}

/**
 * tide_target_progress_dup_goal:
 * @self: a progress
 * @unit: unit of amounts of money
 * @language: language of the person
 *
 * Returns: (transfer full): what is to be reached; a dash where that is not known
 */
char *
tide_target_progress_dup_goal (const TideTargetProgress *self, TideUnit unit, TideLanguage language)
{
  const TideTargetPayload *target = TIDE_TARGET_PAYLOAD (self->target);

  if (self->goal.currency[0] != '\0')
    return tide_money_dup_text (&self->goal, unit, language);
  if (target->written != NULL)
    return g_strdup (target->written);

  return target->value.is_set ? dup_number (self, &target->value) : g_strdup ("—");
}

/**
 * tide_target_progress_dup_reached:
 * @self: a progress
 * @unit: unit of amounts of money
 * @language: language of the person
 *
 * Returns: (transfer full): what is reached; a dash where that is not told
 */
char *
tide_target_progress_dup_reached (const TideTargetProgress *self,
                                  TideUnit unit,
                                  TideLanguage language)
{
  if (self->state != TIDE_TARGET_TOLD)
    return g_strdup ("—");
  if (self->reached.currency[0] != '\0')
    return tide_money_dup_text (&self->reached, unit, language);

  return dup_number (self, &((const TideObservation *) self->observation)->value);
}

/**
 * tide_target_progress_dup_share:
 * @self: a progress
 *
 * Returns: (transfer full): what part of it is reached: `125.64 %`; a dash where that is not told
 */
char *
tide_target_progress_dup_share (const TideTargetProgress *self)
{
  if (self->state != TIDE_TARGET_TOLD)
    return g_strdup ("—");

  /* Translators: a share in per cent */
  return g_strdup_printf (_ ("%.2f %%"), self->share);
}

/**
 * tide_target_progress_dup_pace:
 * @self: a progress
 *
 * Returns: (transfer full): how far it is before its time: `+42.31 points`; a dash where that is
 * not told
 */
char *
tide_target_progress_dup_pace (const TideTargetProgress *self)
{
  g_autofree char *number = NULL;

  if (self->state != TIDE_TARGET_TOLD || !self->has_pace)
    return g_strdup ("—");

  number = tide_text_take_number (g_strdup_printf ("%+.2f", self->pace));

  /* Translators: a difference of two shares in percentage points, with its sign */
  return g_strdup_printf (_ ("%s points"), number);
}

/* Sentences --------------------------------------------------------------------------------- */

static const char *
get_refusal (TideTargetState state)
{
  switch (state)
    {
    case TIDE_TARGET_NO_SUBJECT:
      return _ ("What it is for is not in the register");
    case TIDE_TARGET_SEVERAL_SUBJECTS:
      return _ ("It names several things at once, and cannot be told for all of them");
    case TIDE_TARGET_NO_KIND:
      return _ ("It does not say which kind of amounts is meant");
    case TIDE_TARGET_NO_PERIOD:
      return _ ("It has no period in which it is to be reached");
    case TIDE_TARGET_NO_VALUE:
      return _ ("It has no value above zero to reach");
    case TIDE_TARGET_WRONG_UNIT:
      return _ ("Its currency does not fit");
    case TIDE_TARGET_NOT_OBSERVED:
      return _ ("The indicator has no value of the period or before yet");
    case TIDE_TARGET_NO_RATE:
      return _ ("None of the amounts has an exchange rate");
    case TIDE_TARGET_TOO_LARGE:
      return _ ("The amounts are too large to add up");
    case TIDE_TARGET_TOLD:
    default:
      return NULL;
    }
}

static char *
dup_begin (const TideTargetProgress *self)
{
  char text[TIDE_DATE_TEXT_SIZE];
  TideDate first;

  tide_date_init_from_julian (
      &first, tide_date_get_first_day (&TIDE_TARGET_PAYLOAD (self->target)->period));

  return g_strdup (tide_date_format (&first, text, sizeof text));
}

static char *
dup_pace_sentence (const TideTargetProgress *self)
{
  g_autofree char *pace = tide_target_progress_dup_pace (self);

  if (self->phase == TIDE_TARGET_OVER)
    /* Translators: a share in per cent; a difference in percentage points */
    return g_strdup_printf (_ ("%.2f %% reached, and the period is over: %s"), self->share, pace);

  /* Translators: two shares in per cent; their difference in percentage points */
  return g_strdup_printf (_ ("%.2f %% reached, with %.2f %% of the period over: %s"), self->share,
                          self->elapsed, pace);
}

/**
 * tide_target_progress_dup_sentence:
 * @self: a progress
 *
 * Returns: (transfer full): how far it is, and whether that is before its time; where that cannot
 *   be told, why not. Without a full stop
 */
char *
tide_target_progress_dup_sentence (const TideTargetProgress *self)
{
  if (self->state != TIDE_TARGET_TOLD)
    return g_strdup (get_refusal (self->state));
  if (self->has_pace)
    return dup_pace_sentence (self);
  if (self->is_earlier)
    {
      const TideObservation *observation = (const TideObservation *) self->observation;
      char period[TIDE_DATE_TEXT_SIZE];

      tide_date_format (&observation->period, period, sizeof period);

      /* Translators: a share in per cent, and an earlier period, such as 2022 */
      return g_strdup_printf (_ ("%.2f %% reached by the latest value, which is of %s"),
                              self->share, period);
    }

  {
    g_autofree char *begin = dup_begin (self);

    /* Translators: a share in per cent, and a date */
    return g_strdup_printf (_ ("%.2f %% reached, and the period begins on %s"), self->share, begin);
  }
}

static char *
dup_observation_note (const TideTargetProgress *self)
{
  const TideObservation *observation = (const TideObservation *) self->observation;
  char period[TIDE_DATE_TEXT_SIZE];
  const char *written = observation->written;
  g_autofree char *value = written != NULL ? tide_text_dup_isolated (written)
                                           : tide_decimal_dup_text (&observation->value);

  tide_date_format (&observation->period, period, sizeof period);

  /* Translators: a period such as 2022, and a value as its source writes it */
  return g_strdup_printf (_ ("Latest value, of %s: %s"), period, value);
}

static void
add_note (GPtrArray *notes, char *text)
{
  g_ptr_array_add (notes, tide_figure_note_new (text, 0, NULL));
}

static void
add_sources (GPtrArray *notes,
             const TideTargetPayload *target,
             TideSnapshot *snapshot,
             TideLanguage language)
{
  for (guint i = 0; i < tide_entries_get_n (target->sources); i++)
    {
      const char *id = g_ptr_array_index (target->sources, i);
      const TidePayload *source = tide_snapshot_lookup (snapshot, TIDE_RECORD_SOURCE, id);
      g_autofree char *label = tide_text_dup_isolated (
          source != NULL ? tide_payload_get_label (source, language) : id);

      /* Translators: %s is the title of a source of a target */
      add_note (notes, g_strdup_printf (_ ("Source of the target: %s"), label));
    }
}

static GPtrArray *
list_count_notes (const TideTargetProgress *self, TideSnapshot *snapshot, TideLanguage language)
{
  GPtrArray *notes = tide_figure_list_count_notes (self->figure, NULL);
  TideValuation valuation;

  tide_target_progress_init_valuation (&valuation, TIDE_TARGET_PAYLOAD (self->target));
  tide_figure_add_amount_notes (notes, self->figure, snapshot, &valuation, self->taxonomy,
                                language);

  return notes;
}

/**
 * tide_target_progress_list_notes:
 * @self: a progress
 * @snapshot: the register it was worked out of
 * @language: language of the person
 *
 * Returns: (transfer full) (element-type TideFigureNote): how far it is, by which value or by which
 *   projects, what was left out, and where the target comes from
 */
GPtrArray *
tide_target_progress_list_notes (const TideTargetProgress *self,
                                 TideSnapshot *snapshot,
                                 TideLanguage language)
{
  GPtrArray *notes = self->figure != NULL
                         ? list_count_notes (self, snapshot, language)
                         : g_ptr_array_new_with_free_func ((GDestroyNotify) tide_figure_note_free);

  g_ptr_array_insert (notes, 0,
                      tide_figure_note_new (tide_target_progress_dup_sentence (self), 0, NULL));
  if (self->observation != NULL)
    add_note (notes, dup_observation_note (self));
  add_sources (notes, TIDE_TARGET_PAYLOAD (self->target), snapshot, language);

  return notes;
}
