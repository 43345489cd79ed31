/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-finding-text.h"

#include "core/tide-convert.h"
#include "core/tide-overdue.h"
#include "core/tide-record.h"

#include <glib/gi18n-lib.h>

/* 10000 as 10,000. */
static char *
dup_power_of_ten (guint exponent)
{
  GString *text = g_string_new ("1");

  for (guint i = exponent; i > 0; i--)
    g_string_append (text, i % 3 == 0 ? ",0" : "0");

  return g_string_free_and_steal (text);
}

static char *
dup_money (const TideDecimal *value, const char *currency)
{
  TideMoney money;

  return tide_money_init (&money, value, currency)
             ? tide_money_dup_exact (&money, tide_language_get_default ())
             : tide_decimal_dup_text (value);
}

static char *
dup_slip (const TideFinding *finding)
{
  const TideAmount *amount = (const TideAmount *) finding->entry;
  g_autofree char *written = tide_text_dup_isolated (amount->written);
  g_autofree char *recorded = dup_money (&amount->value, amount->currency);
  g_autofree char *factor = dup_power_of_ten ((guint) ABS (finding->exponent));

  return g_strdup_printf (
      finding->exponent > 0
          /* Translators: an amount as written, the amount as recorded, and a number such as 10 */
          ? _ ("“%s” is written, and %s recorded: %s times as much")
          /* Translators: an amount as written, the amount as recorded, and a number such as 10 */
          : _ ("“%s” is written, and %s recorded: %s times too little"),
      written, recorded, factor);
}

static char *
dup_currency (const TideFinding *finding)
{
  const TideAmount *amount = (const TideAmount *) finding->entry;
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *written = tide_text_dup_isolated (amount->written);

  /* Translators: an amount as written, and the currency in which it is recorded */
  return g_strdup_printf (_ ("“%s” is written, and recorded in %s"), written,
                          tide_currency_get_name (amount->currency, language));
}

static char *
dup_taxonomy (const TideFinding *finding, TideSnapshot *snapshot)
{
  const TidePayload *taxonomy
      = tide_snapshot_lookup (snapshot, TIDE_RECORD_TAXONOMY, finding->other);

  return tide_text_dup_isolated (
      taxonomy != NULL ? tide_payload_get_label (taxonomy, tide_language_get_default ())
                       : finding->other);
}

static char *
dup_shares (const TideFinding *finding, TideSnapshot *snapshot)
{
  g_autofree char *sum = tide_decimal_dup_text (&finding->value);
  g_autofree char *taxonomy = dup_taxonomy (finding, snapshot);

  /* Translators: the name of a classification, and a sum of percentages */
  return g_strdup_printf (_ ("Shares in “%s” add up to %s, not 100"), taxonomy, sum);
}

static char *
dup_missing_share (const TideFinding *finding, TideSnapshot *snapshot)
{
  const TideClassification *entry = (const TideClassification *) finding->entry;
  const TidePayload *sector = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, entry->sector);
  g_autofree char *name = tide_text_dup_isolated (
      sector != NULL ? tide_payload_get_label (sector, tide_language_get_default ())
                     : entry->sector);
  g_autofree char *taxonomy = dup_taxonomy (finding, snapshot);

  /* Translators: the names of a sector and of a classification */
  return g_strdup_printf (_ ("“%s” is one of several sectors in “%s”, and has no share"), name,
                          taxonomy);
}

static char *
dup_stage (const TideFinding *finding)
{
  const TideStageEntry *entry = (const TideStageEntry *) finding->entry;
  const char *label
      = tide_codes_get_label (TIDE_CODES_STAGE, entry->stage, tide_language_get_default ());
  g_autofree char *date = tide_date_dup_text (&entry->date);

  if (finding->check == TIDE_CHECK_STAGE_UNDATED)
    /* Translators: the name of a stage */
    return g_strdup_printf (_ ("“%s” has no date"), label);

  /* Translators: the name of a stage and a date */
  return g_strdup_printf (_ ("“%s” is dated %s, after a stage that follows it"), label, date);
}

/* Which end of its division's time a stage lies beyond. */
static char *
dup_outside_validity (const TideFinding *finding, TideSnapshot *snapshot)
{
  const TideStageEntry *entry = (const TideStageEntry *) finding->entry;
  const TideDivisionPayload *division = TIDE_DIVISION_PAYLOAD (
      tide_snapshot_lookup (snapshot, TIDE_RECORD_DIVISION, finding->other));
  const TideLanguage language = tide_language_get_default ();
  const char *stage = tide_codes_get_label (TIDE_CODES_STAGE, entry->stage, language);
  const char *label = tide_payload_get_label (&division->base, language);
  g_autofree char *name = tide_text_dup_isolated (label != NULL ? label : finding->other);
  g_autofree char *date = tide_date_dup_text (&entry->date);
  g_autofree char *from = tide_date_dup_text (&division->valid_from);
  g_autofree char *to = tide_date_dup_text (&division->valid_to);

  if (tide_date_is_before (&entry->date, &division->valid_from))
    /* Translators: a stage, its date, the name of a division, and the date from which that exists
     */
    return g_strdup_printf (_ ("“%s” is dated %s, and “%s” exists since %s"), stage, date, name,
                            from);

  /* Translators: a stage, its date, the name of a division, and the last date on which that exists
   */
  return g_strdup_printf (_ ("“%s” is dated %s, and “%s” existed until %s"), stage, date, name, to);
}

static char *
dup_plans (const TideFinding *finding, const TideProjectPayload *project)
{
  const TidePlans *plans = (const TidePlans *) project->plans;
  const gboolean is_completion = g_str_equal (finding->member, "plans/completion");
  g_autofree char *start = tide_date_dup_text (&plans->start);
  g_autofree char *end
      = tide_date_dup_text (is_completion ? &plans->completion : &plans->production);

  return g_strdup_printf (is_completion
                              /* Translators: two dates */
                              ? _ ("Completion is planned for %s, the start for %s")
                              /* Translators: two dates */
                              : _ ("Production is planned for %s, the start for %s"),
                          end, start);
}

static char *
dup_overdue (const TideProjectPayload *project, TideSnapshot *snapshot)
{
  const char *stage;
  TideOverdue overdue;

  if (!tide_project_get_overdue (project, snapshot, &overdue))
    return g_strdup ("");

  if (overdue.rule == TIDE_OVERDUE_CHANGE)
    /* Translators: two numbers of days */
    return g_strdup_printf (_ ("Unchanged for %u days; %u are allowed"), overdue.days,
                            overdue.limit);

  stage = tide_codes_get_code (TIDE_CODES_STAGE, (guint) project->stage);

  return g_strdup_printf (
      /* Translators: two numbers of days, and the name of a stage */
      _ ("For %u days in a stage where %u are allowed: “%s”"), overdue.days, overdue.limit,
      tide_codes_get_label (TIDE_CODES_STAGE, stage, tide_language_get_default ()));
}

static char *
dup_suspicion (const TideFinding *finding,
               const TideProjectPayload *project,
               TideSnapshot *snapshot)
{
  const TidePayload *other = tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, finding->other);
  const TideSuspicion suspicion = other != NULL
                                      ? tide_project_suspect (project, TIDE_PROJECT_PAYLOAD (other))
                                      : TIDE_SUSPICION_NONE;
  g_autofree char *name = tide_text_dup_isolated (
      other != NULL ? tide_payload_get_label (other, tide_language_get_default ())
                    : finding->other);

  if (suspicion == TIDE_SUSPICION_NUMBER)
    /* Translators: the name of a project */
    return g_strdup_printf (_ ("Same number as “%s”"), name);
  if (suspicion == TIDE_SUSPICION_CODE_NAME)
    /* Translators: the name of a project */
    return g_strdup_printf (_ ("Same code name as “%s”"), name);

  /* Translators: the name of a project */
  return g_strdup_printf (_ ("Same party and similar name as “%s”"), name);
}

static char *
dup_arrived (const TideProjectPayload *project, TideSnapshot *snapshot)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *arrived_text = NULL;
  g_autofree char *agreed_text = NULL;
  TideMoney arrived, agreed;

  tide_project_sum_arrived (project, snapshot, &arrived, &agreed);
  arrived_text = tide_money_dup_exact (&arrived, language);
  agreed_text = tide_money_dup_exact (&agreed, language);

  /* Translators: two amounts of money */
  return g_strdup_printf (_ ("%s arrived, %s agreed"), arrived_text, agreed_text);
}

static char *
dup_until (const TideFinding *finding)
{
  const TideStatusEntry *entry = (const TideStatusEntry *) finding->entry;
  g_autofree char *date = tide_date_dup_text (&entry->until);

  /* Translators: a date */
  return g_strdup_printf (_ ("Paused, and expected to go on by %s"), date);
}

static char *
dup_next_step (const TideFinding *finding)
{
  const TideActivity *entry = (const TideActivity *) finding->entry;
  g_autofree char *step = tide_text_dup_isolated (entry->next_step);
  g_autofree char *date = tide_date_dup_text (&entry->due);

  return g_strdup_printf (finding->check == TIDE_CHECK_NEXT_STEP_PASSED
                              /* Translators: a next step, and the date when it was due */
                              ? _ ("“%s” was due by %s")
                              /* Translators: a next step, and the date when it is due */
                              : _ ("“%s” is due by %s"),
                          step, date);
}

static char *
dup_reason (const TideFinding *finding)
{
  const TideStatusEntry *entry = (const TideStatusEntry *) finding->entry;

  return g_strdup (entry->rank == TIDE_STATUS_PAUSED ? _ ("Nothing says why it is paused")
                                                     : _ ("Nothing says why it was terminated"));
}

/**
 * tide_finding_dup_text:
 * @finding: what was found
 * @project: the project it was found in
 * @snapshot: the register
 *
 * Returns: (transfer full): the sentence without a full stop that says what is wrong, translated;
 *   it holds text of the user
 */
char *
tide_finding_dup_text (const TideFinding *finding,
                       const TideProjectPayload *project,
                       TideSnapshot *snapshot)
{
  switch (finding->check)
    {
    case TIDE_CHECK_UNIT_SLIP:
      return dup_slip (finding);
    case TIDE_CHECK_CURRENCY_DIFFERS:
      return dup_currency (finding);
    case TIDE_CHECK_SHARES_NOT_WHOLE:
      return dup_shares (finding, snapshot);
    case TIDE_CHECK_SHARE_MISSING:
      return dup_missing_share (finding, snapshot);
    case TIDE_CHECK_STAGES_BACKWARDS:
    case TIDE_CHECK_STAGE_UNDATED:
      return dup_stage (finding);
    case TIDE_CHECK_OUTSIDE_VALIDITY:
      return dup_outside_validity (finding, snapshot);
    case TIDE_CHECK_PLANS_BACKWARDS:
      return dup_plans (finding, project);
    case TIDE_CHECK_OVERDUE:
      return dup_overdue (project, snapshot);
    case TIDE_CHECK_RESTART_PASSED:
      return dup_until (finding);
    case TIDE_CHECK_DUPLICATE:
      return dup_suspicion (finding, project, snapshot);
    case TIDE_CHECK_ARRIVED_ABOVE_AGREED:
      return dup_arrived (project, snapshot);
    case TIDE_CHECK_NO_AMOUNT:
      return g_strdup (_ ("No amount of any kind is recorded"));
    case TIDE_CHECK_NO_AGREEMENT:
      return g_strdup (_ ("It is signed, and no agreed amount is recorded"));
    case TIDE_CHECK_NO_DIVISION:
      return g_strdup (_ ("No division is recorded"));
    case TIDE_CHECK_NO_SECTOR:
      return g_strdup (_ ("No sector is recorded"));
    case TIDE_CHECK_NO_PARTY:
      return g_strdup (_ ("No party is recorded"));
    case TIDE_CHECK_NO_REASON:
      return dup_reason (finding);
    case TIDE_CHECK_NEXT_STEP_PASSED:
    case TIDE_CHECK_NEXT_STEP_SOON:
      return dup_next_step (finding);
    case TIDE_N_CHECKS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * tide_finding_dup_repair_text:
 * @finding: what was found, of what tide_finding_dup_mended() mends
 *
 * Returns: (transfer full): what mending it does, as a button's hint
 */
char *
tide_finding_dup_repair_text (const TideFinding *finding)
{
  g_autofree char *money = NULL;
  const char *currency;

  switch ((guint) finding->check)
    {
    case TIDE_CHECK_UNIT_SLIP:
      money = dup_money (&finding->value, ((const TideAmount *) finding->entry)->currency);
      /* Translators: the hint of a button; an amount of money */
      return g_strdup_printf (_ ("Take the amount as written: %s"), money);
    case TIDE_CHECK_CURRENCY_DIFFERS:
      currency = tide_currency_get_name (finding->currency, tide_language_get_default ());
      /* Translators: the hint of a button; the name of a currency */
      return g_strdup_printf (_ ("Take the currency as written: %s"), currency);
    case TIDE_CHECK_SHARES_NOT_WHOLE:
      return g_strdup (_ ("Give the only sector the share of 100"));
    default:
      return g_strdup (_ ("Swap the dates of start and completion"));
    }
}
