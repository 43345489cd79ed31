/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-cohort.h"

#include "core/tide-counting.h"

#include <string.h>

#define CURRENCY_OF_ANY "" /* several currencies, or none */

typedef struct
{
  TideCohort *cohort; /* borrowed */
  TideRates *rates;   /* owned */
  GHashTable *events; /* owned: how events stand to those of the cohort */
  GHashTable *umbrellas;
} Count;

static gboolean
is_of (const TideProjectPayload *project, GHashTable *events)
{
  return project->event != NULL && tide_events_have (events, project->event);
}

static GPtrArray *
collect_projects (TideSnapshot *snapshot, GHashTable *events)
{
  const GPtrArray *all = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GPtrArray *projects = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (all); i++)
    if (is_of (g_ptr_array_index (all, i), events))
      g_ptr_array_add (projects, g_ptr_array_index (all, i));

  return projects;
}

static TideFilter *
filter_new (const char *const *events)
{
  TideFilter *filter = tide_filter_new ();

  for (guint i = 0; events[i] != NULL; i++)
    tide_filter_add (filter, "events", events[i]);

  return filter;
}

/* Money ------------------------------------------------------------------------------------- */

static gboolean
is_compared (const TideAmount *amount)
{
  return amount->counted && amount->value.is_set
         && (amount->rank == TIDE_AMOUNT_KIND_AGREEMENT
             || amount->rank == TIDE_AMOUNT_KIND_ARRIVED);
}

/* The one currency of what is compared; rates change from the agreement to the arrival. */
static const char *
find_currency (const GPtrArray *projects)
{
  const char *currency = NULL;

  for (guint i = 0; i < projects->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < tide_entries_get_n (project->amounts); j++)
        {
          const TideAmount *amount = g_ptr_array_index (project->amounts, j);

          if (!is_compared (amount))
            continue;
          if (amount->money.currency[0] == '\0'
              || (currency != NULL && strcmp (currency, amount->money.currency) != 0))
            return CURRENCY_OF_ANY;
          currency = amount->money.currency;
        }
    }

  return currency != NULL ? currency : CURRENCY_OF_ANY;
}

static TideRates *
rates_new (TideSnapshot *snapshot, const GPtrArray *projects)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  const char *currency = find_currency (projects);

  if (*currency == '\0')
    return tide_rates_ref (tide_snapshot_get_rates (snapshot));

  return tide_rates_new (snapshot, currency, settings->rate_set);
}

static void
add_money (Count *self,
           const TideProjectPayload *project,
           TideAmountKind kind,
           TideCohortPart with,
           TideMoney *total)
{
  const TideValuation valuation = { .kind = kind };
  TideCohort *cohort = self->cohort;
  TideProjectSum sum;

  tide_project_sum (project, &valuation, self->rates, self->events, &sum);
  /* After the part of those with an amount come those without, and those that are not priced. */
  cohort->n[sum.n_entries > 0 ? with : with + 1]++;
  cohort->n[with + 2] += sum.n_unpriced > 0;
  cohort->is_overflow |= sum.is_overflow || !tide_money_add (total, &sum.base);
}

/* Counting ---------------------------------------------------------------------------------- */

static void
count_steps (TideCohort *cohort, const TideProjectPayload *project)
{
  static const TideStage stages[TIDE_COHORT_N_STEPS]
      = { TIDE_STAGE_SIGNED, TIDE_STAGE_REGISTERED, TIDE_STAGE_STARTED, TIDE_STAGE_PRODUCING };

  cohort->n[TIDE_COHORT_SIGNED]++;
  if (project->status == TIDE_STATUS_TERMINATED)
    {
      cohort->n[TIDE_COHORT_TERMINATED]++;
      return;
    }

  for (guint i = TIDE_COHORT_REGISTERED; i < TIDE_COHORT_N_STEPS; i++)
    cohort->n[i] += project->stage >= stages[i];
}

static void
count_project (Count *self, const TideProjectPayload *project)
{
  TideCohort *cohort = self->cohort;

  if (tide_project_get_cohort_exclusion (project, self->umbrellas) != TIDE_EXCLUSION_NONE)
    cohort->n[TIDE_COHORT_LEFT_OUT]++;
  else if (project->stage == TIDE_STAGE_NONE)
    cohort->n[TIDE_COHORT_NO_STAGE]++;
  else if (project->stage < TIDE_STAGE_SIGNED)
    cohort->n[TIDE_COHORT_NOT_SIGNED]++;
  else
    {
      count_steps (cohort, project);
      add_money (self, project, TIDE_AMOUNT_KIND_AGREEMENT, TIDE_COHORT_AGREED, &cohort->agreed);
      add_money (self, project, TIDE_AMOUNT_KIND_ARRIVED, TIDE_COHORT_ARRIVED, &cohort->arrived);
    }
}

static void
count_init (Count *self, TideCohort *cohort, TideSnapshot *snapshot, const GPtrArray *projects)
{
  self->cohort = cohort;
  self->rates = rates_new (snapshot, projects);
  self->umbrellas = tide_snapshot_find_umbrellas (snapshot);
  g_strlcpy (cohort->agreed.currency, tide_rates_get_currency (self->rates),
             sizeof cohort->agreed.currency);
  cohort->arrived = cohort->agreed;
}

static void
count_clear (Count *self)
{
  tide_rates_unref (self->rates);
  g_hash_table_unref (self->umbrellas);
  g_hash_table_unref (self->events);
}

/**
 * tide_cohort_new:
 * @snapshot: a register
 * @events: (array zero-terminated=1): ids of events, at least one
 *
 * Counts the projects that were first signed at @events, and how far they have come. A project that
 * was terminated remains among those signed and is in no later step. An amount that was signed at
 * another event is left to that one. Any thread may call it; in a large register it takes long.
 *
 * Returns: (transfer full): the cohort
 */
TideCohort *
tide_cohort_new (TideSnapshot *snapshot, const char *const *events)
{
  TideCohort *self = g_new0 (TideCohort, 1);
  TideFilter *filter = filter_new (events);
  g_autoptr (TidePayload) owner = &filter->base;
  g_autoptr (GPtrArray) projects = NULL;
  Count count;

  g_return_val_if_fail (events[0] != NULL, self);

  self->events = g_strdupv ((char **) events);
  count.events = tide_filter_tell_events (filter, snapshot);
  projects = collect_projects (snapshot, count.events);
  count_init (&count, self, snapshot, projects);
  for (guint i = 0; i < projects->len; i++)
    count_project (&count, g_ptr_array_index (projects, i));
  count_clear (&count);

  return self;
}

/**
 * tide_cohort_free:
 * @self: (transfer full): a cohort
 */
void
tide_cohort_free (TideCohort *self)
{
  g_strfreev (self->events);
  g_free (self);
}

/* Rounded to the next thousandth, half up. */
static guint
round_permille (unsigned __int128 part, unsigned __int128 whole)
{
  return (guint) MIN ((part * 2000 + whole) / (whole * 2), G_MAXUINT);
}

/**
 * tide_cohort_get_share:
 * @self: a cohort
 * @part: a part of those signed
 * @permille: (out): its share in those signed, in thousandths, rounded half up
 *
 * Returns: %FALSE where nothing was signed
 */
gboolean
tide_cohort_get_share (const TideCohort *self, TideCohortPart part, guint *permille)
{
  if (self->n[TIDE_COHORT_SIGNED] == 0)
    return FALSE;

  *permille = round_permille (self->n[part], self->n[TIDE_COHORT_SIGNED]);
  return TRUE;
}

/**
 * tide_cohort_get_arrived_share:
 * @self: a cohort
 * @permille: (out): what has arrived of what was agreed, in thousandths, rounded half up; above
 *   1000 where more has arrived
 *
 * Returns: %FALSE where there is no such share: nothing was agreed, nothing is known to have
 *   arrived, or a sum is below zero or cannot be held
 */
gboolean
tide_cohort_get_arrived_share (const TideCohort *self, guint *permille)
{
  if (self->is_overflow || self->agreed.minor <= 0 || self->arrived.minor < 0
      || self->n[TIDE_COHORT_ARRIVED] == 0)
    return FALSE;

  *permille = round_permille ((unsigned __int128) self->arrived.minor,
                              (unsigned __int128) self->agreed.minor);
  return TRUE;
}

/* Filters ----------------------------------------------------------------------------------- */

/* How to ask for each part. */
static const struct
{
  const char *stage_from;
  const char *stage_to;
  const char *stage;
  const char *counting;
  const char *status;
  const char *kind;
  const char *amount;
} questions[TIDE_COHORT_N_PARTS] = {
  [TIDE_COHORT_SIGNED] = { .stage_from = "signed", .counting = "cohort" },
  [TIDE_COHORT_REGISTERED] = { .stage_from = "registered", .counting = "live" },
  [TIDE_COHORT_STARTED] = { .stage_from = "started", .counting = "live" },
  [TIDE_COHORT_PRODUCING] = { .stage_from = "producing", .counting = "live" },
  [TIDE_COHORT_TERMINATED]
  = { .stage_from = "signed", .counting = "cohort", .status = "terminated" },
  [TIDE_COHORT_NOT_SIGNED] = { .stage_to = "intention", .counting = "cohort" },
  [TIDE_COHORT_NO_STAGE] = { .stage = TIDE_FILTER_NONE, .counting = "cohort" },
  [TIDE_COHORT_LEFT_OUT] = { .counting = "no-cohort" },
  [TIDE_COHORT_AGREED]
  = { .stage_from = "signed", .counting = "cohort", .kind = "agreement", .amount = "any" },
  [TIDE_COHORT_NOT_AGREED] = { .stage_from = "signed",
                               .counting = "cohort",
                               .kind = "agreement",
                               .amount = TIDE_FILTER_NONE },
  [TIDE_COHORT_AGREED_UNPRICED]
  = { .stage_from = "signed", .counting = "cohort", .kind = "agreement", .amount = "unpriced" },
  [TIDE_COHORT_ARRIVED]
  = { .stage_from = "signed", .counting = "cohort", .kind = "arrived", .amount = "any" },
  [TIDE_COHORT_NOT_ARRIVED]
  = { .stage_from = "signed", .counting = "cohort", .kind = "arrived", .amount = TIDE_FILTER_NONE },
  [TIDE_COHORT_ARRIVED_UNPRICED]
  = { .stage_from = "signed", .counting = "cohort", .kind = "arrived", .amount = "unpriced" },
};

static gboolean
is_registers_currency (const TideCohort *self, TideSnapshot *snapshot)
{
  const char *currency = tide_snapshot_get_settings (snapshot)->currency;

  return g_strcmp0 (self->agreed.currency, currency != NULL ? currency : "") == 0;
}

/**
 * tide_cohort_dup_filter:
 * @self: a cohort
 * @part: a part of it
 * @snapshot: the register it was counted in
 *
 * Returns: (transfer full): the filter that opens exactly the projects of @part, sealed
 */
TideFilter *
tide_cohort_dup_filter (const TideCohort *self, TideCohortPart part, TideSnapshot *snapshot)
{
  TideFilter *filter = filter_new ((const char *const *) self->events);

  g_return_val_if_fail (part < TIDE_COHORT_N_PARTS, filter);

  tide_payload_set_interned (&filter->stage_from, questions[part].stage_from);
  tide_payload_set_interned (&filter->stage_to, questions[part].stage_to);
  tide_payload_set_interned (&filter->counting, questions[part].counting);
  tide_payload_set_interned (&filter->amount_kind, questions[part].kind);
  tide_payload_set_interned (&filter->amount, questions[part].amount);
  if (questions[part].stage != NULL)
    tide_filter_add (filter, "stages", questions[part].stage);
  if (questions[part].status != NULL)
    tide_filter_add (filter, "statuses", questions[part].status);
  if (questions[part].kind != NULL && !is_registers_currency (self, snapshot))
    tide_payload_set_string (&filter->currency, self->agreed.currency);

  return (TideFilter *) tide_payload_seal (&filter->base);
}
