/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"

/*
 * tide_portion_init:
 * @self: (out caller-allocates): a portion that brings nothing
 * @columns: whose rows it is for
 */
void
tide_portion_init (TidePortion *self, const TideColumns *columns)
{
  *self = (TidePortion) { 0 };
  self->currencies = g_new (gint16, columns->currencies->len);
  self->sums = g_new (gint64, columns->currencies->len);
}

/*
 * tide_portion_clear:
 * @self: a portion
 */
void
tide_portion_clear (TidePortion *self)
{
  g_free (self->currencies);
  g_free (self->sums);
}

/*
 * tide_portion_has:
 * @self: a portion of a row
 * @columns: the columns
 * @amount: one of the amounts of that row
 *
 * Returns: whether the amount is in it
 */
gboolean
tide_portion_has (const TidePortion *self, const TideColumns *columns, guint amount)
{
  const gint32 event = self->block->amount_event[amount];
  const GPtrArray *events;

  if (self->events == NULL)
    return TRUE;
  if (event < 0)
    return tide_events_have (self->events, tide_columns_get_project (columns, self->row)->event);

  events = tide_snapshot_get_records (columns->snapshot, TIDE_RECORD_EVENT);

  return tide_events_have (self->events, ((TidePayload *) g_ptr_array_index (events, event))->id);
}

static void
add_sum (TidePortion *self, gint16 currency, gint64 minor)
{
  for (guint i = 0; i < self->n_sums; i++)
    if (self->currencies[i] == currency)
      {
        if (__builtin_add_overflow (self->sums[i], minor, &self->sums[i]))
          self->marks |= TIDE_MARK_OVERFLOW;
        return;
      }

  self->currencies[self->n_sums] = currency;
  self->sums[self->n_sums++] = minor;
}

static void
add_sums (TidePortion *self, const TideColumns *columns)
{
  self->n_sums = 0;
  for (guint i = tide_block_get_first_amount (self->block, self->i);
       i < self->block->amounts_end[self->i]; i++)
    if (self->block->amount_currency[i] >= 0 && tide_portion_has (self, columns, i))
      add_sum (self, self->block->amount_currency[i], self->block->amount_minor[i]);
}

/* Some amounts belong to other events: what is left says by itself whether it counts. */
static void
fill_part (TidePortion *self, TideColumns *columns)
{
  const TideProjectPayload *project = tide_columns_get_project (columns, self->row);
  TideProjectSum sum;

  tide_project_sum (project, &columns->valuation, columns->vocabulary->rates, self->events, &sum);
  self->base = sum.base.minor;
  self->marks
      = (sum.n_entries > 0 ? TIDE_MARK_AMOUNT : 0) | (sum.n_foreign > 0 ? TIDE_MARK_FOREIGN : 0)
        | (sum.n_unpriced > 0 ? TIDE_MARK_UNPRICED : 0) | (sum.n_vague > 0 ? TIDE_MARK_VAGUE : 0)
        | (sum.is_overflow ? TIDE_MARK_OVERFLOW : 0)
        | (sum.n_entries > sum.n_unpriced ? TIDE_MARK_PRICED : 0)
        | (self->block->marks[self->i] & (TIDE_MARK_LATER | TIDE_MARK_OWN_EVENT));

  if (tide_date_is_set (&columns->valuation.period)
      && (self->exclusion == TIDE_EXCLUSION_NONE || self->exclusion == TIDE_EXCLUSION_NOT_DATED
          || self->exclusion == TIDE_EXCLUSION_OUTSIDE_PERIOD))
    self->exclusion = tide_project_sum_get_exclusion (&sum);
}

/*
 * tide_portion_fill:
 * @self: a portion
 * @columns: the columns
 * @row: the row that it is of
 * @events: (nullable) (element-type utf8 TideEventState): whose amounts are meant; %NULL for all
 */
void
tide_portion_fill (TidePortion *self, TideColumns *columns, guint row, GHashTable *events)
{
  guint first;

  self->row = row;
  self->block = tide_columns_find_block (columns, row, &first);
  self->i = row - first;
  self->events = events;
  self->exclusion = tide_columns_get_exclusion (columns, row);
  self->marks = self->block->marks[self->i];
  self->base = self->block->base[self->i];
  if (events != NULL)
    fill_part (self, columns);

  if (events != NULL || (self->marks & TIDE_MARK_ONE_SUM) == 0)
    {
      add_sums (self, columns);
      return;
    }
  self->n_sums = self->block->currency[self->i] >= 0;
  if (self->n_sums > 0)
    {
      self->currencies[0] = self->block->currency[self->i];
      self->sums[0] = self->block->sum[self->i];
    }
}
