/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-overview.h"

#include "stats/tide-main-taxonomy.h"

/* The kinds of which a total is told whatever the parts are made of. */
static const TideAmountKind told[]
    = { TIDE_AMOUNT_KIND_INTENTION, TIDE_AMOUNT_KIND_AGREEMENT, TIDE_AMOUNT_KIND_FOREIGN_CONTRACTED,
        TIDE_AMOUNT_KIND_ARRIVED };

/* What a computation in a thread needs. */
typedef struct
{
  TideSnapshot *snapshot;
  TideOverviewQuestion *question;
  TideOverview *previous; /* nullable */
} Computation;

/**
 * tide_overview_question_new:
 *
 * Returns: (transfer full): the question for the amounts agreed, told as the register tells them
 */
TideOverviewQuestion *
tide_overview_question_new (void)
{
  TideOverviewQuestion *self = g_new0 (TideOverviewQuestion, 1);

  self->valuation.kind = TIDE_AMOUNT_KIND_AGREEMENT;
  self->level = 1;

  return self;
}

/**
 * tide_overview_question_copy:
 * @self: a question
 *
 * Returns: (transfer full): a copy
 */
TideOverviewQuestion *
tide_overview_question_copy (const TideOverviewQuestion *self)
{
  TideOverviewQuestion *copy = g_new0 (TideOverviewQuestion, 1);

  *copy = *self;
  copy->valuation.currency = g_strdup (self->valuation.currency);
  copy->valuation.rate_set = g_strdup (self->valuation.rate_set);
  copy->taxonomy = g_strdup (self->taxonomy);

  return copy;
}

/**
 * tide_overview_question_free:
 * @self: (transfer full): a question
 */
void
tide_overview_question_free (TideOverviewQuestion *self)
{
  g_free ((char *) self->valuation.currency);
  g_free ((char *) self->valuation.rate_set);
  g_free (self->taxonomy);
  g_free (self);
}

/* Columns that were made for the same valuation of the register as it was are mostly kept. */
static void
add_columns (TideOverview *self, TideAmountKind kind, TideOverview *previous)
{
  TideValuation valuation = self->question->valuation;

  if (self->columns[kind] != NULL)
    return;

  valuation.kind = kind;
  self->columns[kind] = tide_columns_new (self->snapshot, &valuation,
                                          previous != NULL ? previous->columns[kind] : NULL);
}

static TideBreakdown *
divide (TideOverview *self, TideAmountKind kind, TideGrouping grouping)
{
  return tide_breakdown_new (self->columns[kind], grouping, self->question->taxonomy, NULL);
}

static void
add_totals (TideOverview *self, TideOverview *previous)
{
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      add_columns (self, told[i], previous);
      self->totals[told[i]] = divide (self, told[i], TIDE_GROUPING_CURRENCY);
    }
}

/* One that is there: the main one, unless another one is asked for. */
static void
set_taxonomy (TideOverview *self)
{
  TideOverviewQuestion *question = self->question;
  TideColumns *columns = self->columns[question->valuation.kind];

  if (question->taxonomy == NULL
      || tide_snapshot_lookup (self->snapshot, TIDE_RECORD_TAXONOMY, question->taxonomy) == NULL)
    g_set_str (&question->taxonomy, tide_columns_find_main_taxonomy (columns));
}

static TideGrouping
get_sector_grouping (guint level)
{
  if (level == 0)
    return TIDE_GROUPING_SECTOR;

  return level == 1 ? TIDE_GROUPING_SECTOR_TOP : TIDE_GROUPING_SECTOR_SECOND;
}

static void
add_parts (TideOverview *self)
{
  const TideAmountKind kind = self->question->valuation.kind;
  const TideGrouping time = self->question->by_quarter ? TIDE_GROUPING_QUARTER : TIDE_GROUPING_YEAR;

  self->parts[TIDE_OVERVIEW_STAGES] = divide (self, kind, TIDE_GROUPING_STAGE);
  self->parts[TIDE_OVERVIEW_SECTORS]
      = divide (self, kind, get_sector_grouping (self->question->level));
  self->parts[TIDE_OVERVIEW_DIVISIONS] = divide (self, kind, TIDE_GROUPING_DIVISION_TOP);
  self->parts[TIDE_OVERVIEW_PARTY_KINDS] = divide (self, kind, TIDE_GROUPING_PARTY_KIND);
  self->parts[TIDE_OVERVIEW_SIZES] = divide (self, kind, TIDE_GROUPING_SIZE);
  self->parts[TIDE_OVERVIEW_AGREED_OVER_TIME] = divide (self, TIDE_AMOUNT_KIND_AGREEMENT, time);
  self->parts[TIDE_OVERVIEW_ARRIVED_OVER_TIME] = divide (self, TIDE_AMOUNT_KIND_ARRIVED, time);
}

/**
 * tide_overview_new:
 * @snapshot: a snapshot of the register
 * @question: what is asked
 * @previous: (nullable): an overview of the same register as it was; what did not change is taken
 *   over
 *
 * Works everything out. A pure function: any thread may call it.
 *
 * Returns: (transfer full): how the register stands
 */
TideOverview *
tide_overview_new (TideSnapshot *snapshot,
                   const TideOverviewQuestion *question,
                   TideOverview *previous)
{
  TideOverview *self = g_atomic_rc_box_new0 (TideOverview);
  const TideAmountKind kind = question->valuation.kind;

  self->snapshot = tide_snapshot_ref (snapshot);
  self->question = tide_overview_question_copy (question);
  add_totals (self, previous);
  add_columns (self, kind, previous);
  set_taxonomy (self);
  add_parts (self);
  self->offers = tide_overview_offers_new (self->columns[kind], question->valuation.rate_set,
                                           self->question->taxonomy);

  return self;
}

/**
 * tide_overview_ref:
 * @self: an overview
 *
 * Returns: (transfer full): @self
 */
TideOverview *
tide_overview_ref (TideOverview *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TideOverview *self = data;

  for (guint i = 0; i < TIDE_N_AMOUNT_KINDS; i++)
    {
      g_clear_pointer (&self->columns[i], tide_columns_unref);
      g_clear_pointer (&self->totals[i], tide_breakdown_free);
    }
  for (guint i = 0; i < TIDE_OVERVIEW_N_PARTS; i++)
    g_clear_pointer (&self->parts[i], tide_breakdown_free);
  tide_overview_offers_free (self->offers);
  tide_overview_question_free (self->question);
  tide_snapshot_unref (self->snapshot);
}

/**
 * tide_overview_unref:
 * @self: (transfer full): an overview
 */
void
tide_overview_unref (TideOverview *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
computation_free (Computation *self)
{
  tide_snapshot_unref (self->snapshot);
  tide_overview_question_free (self->question);
  g_clear_pointer (&self->previous, tide_overview_unref);
  g_free (self);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Computation *computation = data;

  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (
      task, tide_overview_new (computation->snapshot, computation->question, computation->previous),
      (GDestroyNotify) tide_overview_unref);
}

/**
 * tide_overview_compute_async:
 * @snapshot: a snapshot of the register
 * @question: what is asked
 * @previous: (nullable): an overview of the same register as it was
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As tide_overview_new(), in a thread.
 */
void
tide_overview_compute_async (TideSnapshot *snapshot,
                             const TideOverviewQuestion *question,
                             TideOverview *previous,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Computation *computation = g_new0 (Computation, 1);

  computation->snapshot = tide_snapshot_ref (snapshot);
  computation->question = tide_overview_question_copy (question);
  computation->previous = previous != NULL ? tide_overview_ref (previous) : NULL;
  g_task_set_source_tag (task, tide_overview_compute_async);
  g_task_set_task_data (task, computation, (GDestroyNotify) computation_free);
  g_task_run_in_thread (task, compute);
}

/**
 * tide_overview_compute_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): how the register stands, %NULL where it was stopped
 */
TideOverview *
tide_overview_compute_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
