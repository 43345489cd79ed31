/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-amount-text.h"
#include "core/tide-check.h"
#include "core/tide-convert.h"
#include "core/tide-next-step.h"
#include "core/tide-overdue.h"

#include <string.h>

static const TideDecimal whole = { .mantissa = 100, .is_set = TRUE };

/* Where the findings about one project go. */
typedef struct
{
  const TideProjectPayload *project;
  TideSnapshot *snapshot;
  gboolean is_umbrella;
  TideFindingReport report;
  gpointer data;
} Run;

static void
report_finding (const Run *run, const TideFinding *finding)
{
  if (tide_check_applies (finding->check, run->project, run->is_umbrella))
    run->report (finding, run->data);
}

static void
report (
    const Run *run, TideCheck check, const char *list, const TidePayload *entry, const char *member)
{
  const TideFinding finding = { .check = check, .list = list, .entry = entry, .member = member };

  report_finding (run, &finding);
}

static gboolean
is_over (const Run *run, const TideDate *date)
{
  const guint32 day = tide_snapshot_get_day (run->snapshot);

  return day != 0 && tide_date_is_set (date) && tide_date_is_real (date)
         && tide_date_get_last_day (date) < day;
}

static void
find_overdue (const Run *run)
{
  TideOverdue overdue;

  if (tide_project_get_overdue (run->project, run->snapshot, &overdue))
    report (run, TIDE_CHECK_OVERDUE, "stages",
            tide_entries_get_n (run->project->stages) > 0
                ? g_ptr_array_index (run->project->stages, run->project->stages->len - 1)
                : NULL,
            "stage");
}

static void
find_in_status (const Run *run)
{
  const GPtrArray *statuses = run->project->statuses;
  const TideStatusEntry *last;

  if (tide_entries_get_n (statuses) == 0)
    return;

  last = g_ptr_array_index (statuses, statuses->len - 1);
  if (last->rank == TIDE_STATUS_PAUSED && is_over (run, &last->until))
    report (run, TIDE_CHECK_RESTART_PASSED, "statuses", &last->base, "until");
  if ((last->rank == TIDE_STATUS_PAUSED || last->rank == TIDE_STATUS_TERMINATED)
      && last->reason == NULL)
    report (run, TIDE_CHECK_NO_REASON, "statuses", &last->base, "reason");
}

static void
find_missing (const Run *run)
{
  const TideProjectPayload *project = run->project;

  if (project->division == NULL)
    report (run, TIDE_CHECK_NO_DIVISION, NULL, NULL, "division");
  if (tide_entries_get_n (project->sectors) == 0)
    report (run, TIDE_CHECK_NO_SECTOR, "sectors", NULL, "sector");
  if (tide_entries_get_n (project->parties) == 0)
    report (run, TIDE_CHECK_NO_PARTY, "parties", NULL, "party");
}

static void
find_missing_amounts (const Run *run)
{
  const TideProjectPayload *project = run->project;
  guint n = 0;
  guint n_agreed = 0;

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      n += amount->value.is_set;
      n_agreed += amount->value.is_set && amount->rank == TIDE_AMOUNT_KIND_AGREEMENT;
    }

  if (n == 0)
    report (run, TIDE_CHECK_NO_AMOUNT, "amounts", NULL, "written");
  else if (n_agreed == 0 && project->stage >= TIDE_STAGE_SIGNED)
    report (run, TIDE_CHECK_NO_AGREEMENT, "amounts", NULL, "written");
}

/* Shares -------------------------------------------------------------------------------------- */

/* What the classes of one taxonomy say together. */
typedef struct
{
  const char *taxonomy;
  const TideClassification *first_with;    /* nullable: with a share */
  const TideClassification *first_without; /* nullable: without one */
  guint n;
  TideDecimal sum;
  gboolean is_overflow;
} Shares;

static const char *
get_taxonomy (const Run *run, const TideClassification *entry)
{
  const TidePayload *sector
      = tide_snapshot_lookup (run->snapshot, TIDE_RECORD_SECTOR, entry->sector);

  return sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->taxonomy : NULL;
}

static void
shares_add (Shares *shares, const TideClassification *entry)
{
  shares->n++;
  if (!entry->share.is_set)
    {
      if (shares->first_without == NULL)
        shares->first_without = entry;
      return;
    }

  if (shares->first_with == NULL)
    shares->first_with = entry;
  shares->is_overflow |= !tide_decimal_add (&shares->sum, &entry->share);
}

static void
report_shares (const Run *run, const Shares *shares)
{
  const int order = shares->is_overflow ? 1 : tide_decimal_compare (&shares->sum, &whole);
  TideFinding finding = { .list = "sectors", .other = shares->taxonomy, .value = shares->sum };

  finding.member = "share";
  if (shares->n > 1 && shares->first_without != NULL)
    {
      finding.check = TIDE_CHECK_SHARE_MISSING;
      finding.entry = &shares->first_without->base;
      report_finding (run, &finding);
    }
  if (shares->first_with != NULL && (order > 0 || (order < 0 && shares->first_without == NULL)))
    {
      finding.check = TIDE_CHECK_SHARES_NOT_WHOLE;
      finding.entry = &shares->first_with->base;
      report_finding (run, &finding);
    }
}

/* Each taxonomy is looked at where its first class stands. */
static void
find_shares (const Run *run)
{
  const GPtrArray *sectors = run->project->sectors;
  const guint n = tide_entries_get_n (sectors);
  g_autofree const char **taxonomies = g_new (const char *, n);

  for (guint i = 0; i < n; i++)
    taxonomies[i] = get_taxonomy (run, g_ptr_array_index (sectors, i));

  for (guint i = 0; i < n; i++)
    {
      Shares shares = { .taxonomy = taxonomies[i], .sum = { .is_set = TRUE } };

      if (taxonomies[i] == NULL)
        continue;
      for (guint j = 0; j < n; j++)
        {
          if (g_strcmp0 (taxonomies[j], taxonomies[i]) != 0)
            continue;
          if (j < i)
            break;
          shares_add (&shares, g_ptr_array_index (sectors, j));
        }
      if (shares.n > 0)
        report_shares (run, &shares);
    }
}

/* Dates --------------------------------------------------------------------------------------- */

/* Whether @entry, which is without a note, goes back from an earlier entry to a stage that the
 * project had not been in before. */
static gboolean
is_backwards (const GPtrArray *stages, guint index)
{
  const TideStageEntry *entry = g_ptr_array_index (stages, index);
  gboolean is_lower = FALSE;

  if (entry->note != NULL || entry->rank < 0 || !tide_date_is_set (&entry->date))
    return FALSE;

  for (guint i = 0; i < index; i++)
    {
      const TideStageEntry *earlier = g_ptr_array_index (stages, i);

      if (earlier->rank == entry->rank)
        return FALSE;
      is_lower = is_lower
                 || (earlier->rank > entry->rank && tide_date_is_set (&earlier->date)
                     && tide_date_is_before (&earlier->date, &entry->date));
    }

  return is_lower;
}

static void
find_stages (const Run *run)
{
  const GPtrArray *stages = run->project->stages;

  for (guint i = 0; i < tide_entries_get_n (stages); i++)
    {
      const TideStageEntry *entry = g_ptr_array_index (stages, i);

      if (!tide_date_is_set (&entry->date))
        report (run, TIDE_CHECK_STAGE_UNDATED, "stages", &entry->base, "date");
      else if (is_backwards (stages, i))
        report (run, TIDE_CHECK_STAGES_BACKWARDS, "stages", &entry->base, "date");
    }
}

static const TideDivisionPayload *
get_division (const Run *run)
{
  const char *id = run->project->division;
  const TidePayload *payload
      = id != NULL ? tide_snapshot_lookup (run->snapshot, TIDE_RECORD_DIVISION, id) : NULL;

  return payload != NULL ? TIDE_DIVISION_PAYLOAD (payload) : NULL;
}

/* The first stage says it for all. */
static void
find_outside_validity (const Run *run)
{
  const TideDivisionPayload *division = get_division (run);
  const GPtrArray *stages = run->project->stages;

  for (guint i = 0; division != NULL && i < tide_entries_get_n (stages); i++)
    {
      const TideStageEntry *entry = g_ptr_array_index (stages, i);
      const TideFinding finding = { .check = TIDE_CHECK_OUTSIDE_VALIDITY,
                                    .list = "stages",
                                    .entry = &entry->base,
                                    .member = "date",
                                    .other = division->base.id };

      if (!tide_date_is_before (&entry->date, &division->valid_from)
          && !tide_date_is_before (&division->valid_to, &entry->date))
        continue;

      report_finding (run, &finding);
      return;
    }
}

static void
find_plans (const Run *run)
{
  const TidePlans *plans = (const TidePlans *) run->project->plans;

  if (plans == NULL)
    return;

  if (tide_date_is_before (&plans->completion, &plans->start))
    report (run, TIDE_CHECK_PLANS_BACKWARDS, NULL, NULL, "plans/completion");
  else if (tide_date_is_before (&plans->production, &plans->start))
    report (run, TIDE_CHECK_PLANS_BACKWARDS, NULL, NULL, "plans/production");
}

static void
find_next_step (const Run *run)
{
  const GPtrArray *activities = run->project->activities;
  const guint n = tide_entries_get_n (activities);
  const TideNextStep next = n > 0 ? tide_project_get_next_step (
                                        run->project, n - 1, tide_snapshot_get_day (run->snapshot))
                                  : TIDE_NEXT_STEP_NONE;

  if (next == TIDE_NEXT_STEP_PASSED || next == TIDE_NEXT_STEP_SOON)
    report (run,
            next == TIDE_NEXT_STEP_PASSED ? TIDE_CHECK_NEXT_STEP_PASSED : TIDE_CHECK_NEXT_STEP_SOON,
            "activities", g_ptr_array_index (activities, n - 1), "due");
}

/* Amounts ------------------------------------------------------------------------------------- */

/* Takes the zeros at the end away; returns the power of ten that the mantissa is to be taken by. */
static int
reduce (const TideDecimal *value, gint64 *mantissa)
{
  int exponent = -value->scale;

  *mantissa = value->mantissa;
  while (*mantissa != 0 && *mantissa % 10 == 0)
    {
      *mantissa /= 10;
      exponent++;
    }

  return exponent;
}

/* By which power of ten @value is larger than @written; 0 where they are equal or differ otherwise.
 */
static int
get_slip (const TideDecimal *value, const TideDecimal *written)
{
  gint64 digits, written_digits;
  const int exponent = reduce (value, &digits);
  const int written_exponent = reduce (written, &written_digits);

  return digits != 0 && digits == written_digits ? exponent - written_exponent : 0;
}

static void
find_in_text (const Run *run, const TideAmount *amount)
{
  TideFinding finding = { .list = "amounts", .entry = &amount->base, .member = "written" };
  TideAmountReading reading;

  if (amount->written == NULL || !amount->value.is_set
      || tide_amount_text_read (amount->written, amount->currency, &reading) != TIDE_AMOUNT_OK)
    return;

  finding.value = reading.value;
  finding.precision = reading.precision;
  memcpy (finding.currency, reading.currency, sizeof finding.currency);
  finding.exponent = get_slip (&amount->value, &reading.value);
  if (finding.exponent != 0)
    {
      finding.check = TIDE_CHECK_UNIT_SLIP;
      report_finding (run, &finding);
    }
  if (reading.has_currency && amount->currency != NULL
      && strcmp (reading.currency, amount->currency) != 0)
    {
      finding.check = TIDE_CHECK_CURRENCY_DIFFERS;
      report_finding (run, &finding);
    }
}

static void
find_texts (const Run *run)
{
  for (guint i = 0; i < tide_entries_get_n (run->project->amounts); i++)
    find_in_text (run, g_ptr_array_index (run->project->amounts, i));
}

static gboolean
has_arrived (const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    if (((const TideAmount *) g_ptr_array_index (project->amounts, i))->rank
        == TIDE_AMOUNT_KIND_ARRIVED)
      return TRUE;

  return FALSE;
}

static void
find_arrived (const Run *run)
{
  TideMoney arrived, agreed;

  if (has_arrived (run->project)
      && tide_project_sum_arrived (run->project, run->snapshot, &arrived, &agreed)
      && arrived.minor > agreed.minor)
    report (run, TIDE_CHECK_ARRIVED_ABOVE_AGREED, "amounts", NULL, "written");
}

/**
 * tide_project_find_doubts:
 * @project: a sealed project
 * @snapshot: the register it is in, on the day on which it is looked at
 * @is_umbrella: whether other projects are its parts
 * @found: called for each finding, which is gone afterwards
 * @data: for @found
 *
 * Runs every check that looks at one project alone, that is all but %TIDE_CHECK_DUPLICATE. Dates
 * are compared as intervals and are wrong only where that is certain; what depends on the day is
 * not found where the snapshot has none. A stage counts as dated backwards where an earlier entry
 * is further on, it has no note that would say why, and the project had not been in it before.
 * A division is there from the first day of its first date to the last day of its last one.
 * Arrived and agreed amounts are compared in their own currency where that is one, else in the
 * register's, where all of both have a rate. A next step is due until a later activity is recorded.
 */
void
tide_project_find_doubts (const TideProjectPayload *project,
                          TideSnapshot *snapshot,
                          gboolean is_umbrella,
                          TideFindingReport found,
                          gpointer data)
{
  const Run run = { project, snapshot, is_umbrella, found, data };

  find_texts (&run);
  find_shares (&run);
  find_stages (&run);
  find_outside_validity (&run);
  find_plans (&run);
  find_overdue (&run);
  find_in_status (&run);
  find_arrived (&run);
  find_missing_amounts (&run);
  find_missing (&run);
  find_next_step (&run);
}
