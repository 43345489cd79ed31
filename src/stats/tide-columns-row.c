/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-row-filler.h"

#include <string.h>

static gint32
find_position (GHashTable *positions, const char *id)
{
  const guint found = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (positions, id)) : 0;

  if (found > 0)
    return (gint32) found - 1;

  return id != NULL ? TIDE_COLUMN_STRAY : TIDE_COLUMN_NONE;
}

static guint
get_quarter (const TideDate *date)
{
  return date->month > 0 ? (guint) (date->month + 2) / 3 : date->quarter;
}

/* Year and quarter in which the amount certainly lies. */
static void
set_time (TideBlock *self, guint i, const TideDate *date)
{
  self->amount_year[i] = tide_date_is_set (date) ? date->year : 0;
  self->amount_quarter[i] = (gint8) get_quarter (date);
}

static guint8
convert_amount (TideRowFiller *filler, guint i, const TideAmount *amount)
{
  TideRates *rates = filler->columns->vocabulary->rates;
  const TideRatePayload *rate;
  TideMoney converted;
  guint8 marks = TIDE_MARK_AMOUNT;

  if (amount->money.currency[0] != '\0'
      && strcmp (amount->money.currency, tide_rates_get_currency (rates)) != 0)
    marks |= TIDE_MARK_FOREIGN;
  if (tide_rates_convert (rates, &amount->money, &amount->date, &converted, &rate))
    marks |= TIDE_MARK_PRICED;
  else
    marks |= rate != NULL ? TIDE_MARK_OVERFLOW : TIDE_MARK_UNPRICED;
  filler->block->amount_base[i] = converted.minor;

  return marks;
}

/* An event that the register does not have is not another one. */
static gint32
find_event (TideColumns *self, const TideAmount *amount, gint32 event)
{
  const gint32 own = find_position (self->vocabulary->events, amount->event);

  return own >= 0 ? own : event;
}

static guint16
add_amount (TideRowFiller *filler, const TideAmount *amount, gint32 event)
{
  TideBlock *self = filler->block;
  const guint i = self->n[TIDE_EXTENT_AMOUNTS];

  tide_block_ensure (self, TIDE_EXTENT_AMOUNTS, i + 1);
  self->n[TIDE_EXTENT_AMOUNTS]++;
  self->amount_minor[i] = amount->money.minor;
  self->amount_currency[i] = tide_row_filler_find_currency (filler, &amount->money);
  self->amount_event[i] = find_event (filler->columns, amount, event);
  set_time (self, i, &amount->date);
  self->amount_marks[i] = convert_amount (filler, i, amount);

  return self->amount_marks[i];
}

static guint16
add_amounts (TideRowFiller *filler, const TideProjectPayload *project, gint32 event)
{
  const TideValuation *valuation = &filler->columns->valuation;
  guint16 marks = 0;

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      TideTiming timing;

      if (!tide_valuation_is_of_kind (valuation, amount))
        continue;

      if (find_event (filler->columns, amount, event) != event)
        marks |= TIDE_MARK_OWN_EVENT;
      timing = tide_date_get_timing (&amount->date, &valuation->period);
      if (timing == TIDE_TIMING_VAGUE)
        marks |= TIDE_MARK_VAGUE;
      else if (timing == TIDE_TIMING_INSIDE)
        marks |= add_amount (filler, amount, event);
    }

  return marks;
}

/* The sum of the row in a further currency, which begins with nothing. */
static gint64 *
ensure_extra (TideRowFiller *filler, guint row, gint16 currency)
{
  TideBlock *self = filler->block;
  const guint16 facet = tide_row_filler_find_facet (filler, 0, currency, TRUE);
  const guint n = self->n[TIDE_EXTENT_EXTRAS];

  for (guint i = n; i > 0 && self->extra_row[i - 1] == row; i--)
    if (self->extra_facet[i - 1] == facet)
      return &self->extra_sum[i - 1];

  tide_block_ensure (self, TIDE_EXTENT_EXTRAS, n + 1);
  self->n[TIDE_EXTENT_EXTRAS]++;
  self->extra_row[n] = (guint16) row;
  self->extra_facet[n] = facet;
  self->extra_sum[n] = 0;

  return &self->extra_sum[n];
}

/* Adds an amount to the sum in its currency. */
static guint16
add_to_sum (TideRowFiller *filler, guint row, guint amount)
{
  TideBlock *self = filler->block;
  const gint16 currency = self->amount_currency[amount];
  gint64 *sum = &self->sum[row];

  if (currency == TIDE_COLUMN_NONE)
    return 0;

  if (self->currency[row] == TIDE_COLUMN_NONE)
    self->currency[row] = currency;
  if (self->currency[row] != currency)
    sum = ensure_extra (filler, row, currency);

  return __builtin_add_overflow (*sum, self->amount_minor[amount], sum) ? TIDE_MARK_OVERFLOW : 0;
}

/* Adds the amounts up: all in the base currency, and by their own. */
static void
sum_amounts (TideRowFiller *filler, guint row, guint16 *marks)
{
  TideBlock *self = filler->block;
  const guint n_extras = self->n[TIDE_EXTENT_EXTRAS];

  self->base[row] = 0;
  self->sum[row] = 0;
  self->currency[row] = TIDE_COLUMN_NONE;
  for (guint i = tide_block_get_first_amount (self, row); i < self->n[TIDE_EXTENT_AMOUNTS]; i++)
    {
      if (__builtin_add_overflow (self->base[row], self->amount_base[i], &self->base[row]))
        *marks |= TIDE_MARK_OVERFLOW;
      *marks |= add_to_sum (filler, row, i);
    }
  if (self->n[TIDE_EXTENT_EXTRAS] == n_extras)
    *marks |= TIDE_MARK_ONE_SUM;
}

/* The one year, and quarter of it, of all amounts. */
static guint16
find_time (TideRowFiller *filler, guint row)
{
  const TideBlock *self = filler->block;
  const guint first = tide_block_get_first_amount (self, row);
  const guint end = self->n[TIDE_EXTENT_AMOUNTS];
  guint quarter;

  if (first == end)
    return TIDE_TIME_NONE;

  quarter = (guint) self->amount_quarter[first];
  for (guint i = first + 1; i < end; i++)
    {
      if (self->amount_year[i] != self->amount_year[first])
        return TIDE_TIME_SEVERAL;
      if (self->amount_quarter[i] != self->amount_quarter[first])
        quarter = TIDE_SEVERAL_QUARTERS;
    }

  return tide_row_filler_find_time (filler,
                                    (guint) self->amount_year[first] * TIDE_TIMES_A_YEAR + quarter);
}

static guint8
get_party_kinds (TideColumns *self, const TideProjectPayload *project)
{
  guint8 kinds = 0;

  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);
      const guint kind = entry->party != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (
                                                    self->vocabulary->party_kinds, entry->party))
                                              : 0;

      if (kind > 0)
        kinds |= (guint8) (1u << (kind - 1));
    }

  return kinds;
}

/* Whether an event other than the project's own may look at it. */
static gboolean
has_later_event (const TideProjectPayload *project)
{
  if (tide_entries_get_n (project->later_events) > 0)
    return TRUE;
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    if (((const TideAmount *) g_ptr_array_index (project->amounts, i))->event != NULL)
      return TRUE;

  return FALSE;
}

static TideExclusion
get_own_exclusion (TideColumns *self, const TideProjectPayload *project, guint16 marks)
{
  const TideProjectSum sum
      = { .n_entries = (marks & TIDE_MARK_AMOUNT) != 0, .n_vague = (marks & TIDE_MARK_VAGUE) != 0 };
  const TideExclusion exclusion = tide_project_get_exclusion (project, NULL);

  if (exclusion != TIDE_EXCLUSION_NONE || !tide_date_is_set (&self->valuation.period))
    return exclusion;

  return tide_project_sum_get_exclusion (&sum);
}

static guint16
find_facet (TideRowFiller *filler, guint row, const TideProjectPayload *project)
{
  const guint16 marks = filler->block->marks[row];
  const TideExclusion exclusion = get_own_exclusion (filler->columns, project, marks);

  if (exclusion != TIDE_EXCLUSION_NONE)
    return (guint16) exclusion;
  if ((marks & TIDE_MARK_OVERFLOW) != 0)
    return TIDE_FACET_ODD;

  return tide_row_filler_find_facet (filler, marks & TIDE_MARKS_OF_FIGURES,
                                     filler->block->currency[row], FALSE);
}

/* There are few in a block, and most are met again at once. */
static void
add_time (GArray *times, guint time)
{
  for (guint i = 0; i < times->len; i++)
    if (g_array_index (times, guint, i) == time)
      return;

  g_array_append_val (times, time);
}

/*
 * tide_row_filler_add_times:
 * @self: a filler with a block
 * @project: what a row of the block is made of
 *
 * Tells the block to what all amounts of the project are dated.
 */
void
tide_row_filler_add_times (TideRowFiller *self, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideDate *date = &((const TideAmount *) g_ptr_array_index (project->amounts, i))->date;
      const guint year = (guint) MAX (date->year, 0);

      if (tide_date_is_set (date))
        add_time (self->block->times, year * TIDE_TIMES_A_YEAR + get_quarter (date));
    }
}

/*
 * tide_row_filler_add_row:
 * @self: a filler with a block
 * @project: what the row is made of
 *
 * Appends a row, its amounts and its classes.
 */
void
tide_row_filler_add_row (TideRowFiller *self, const TideProjectPayload *project)
{
  TideBlock *block = self->block;
  const TideColumnVocabulary *vocabulary = self->columns->vocabulary;
  const guint row = block->n[TIDE_EXTENT_ROWS];
  const gint32 event = find_position (vocabulary->events, project->event);
  guint16 marks;

  tide_block_ensure (block, TIDE_EXTENT_ROWS, row + 1);
  marks = add_amounts (self, project, event);
  sum_amounts (self, row, &marks);
  if (has_later_event (project))
    marks |= TIDE_MARK_LATER;

  block->stage[row] = (gint8) project->stage;
  block->status[row] = (gint8) project->status;
  block->party_kinds[row] = get_party_kinds (self->columns, project);
  block->marks[row] = marks;
  block->facet[row] = find_facet (self, row, project);
  block->time[row] = find_time (self, row);
  block->division[row] = find_position (vocabulary->divisions, project->division);
  block->event[row] = event;
  block->amounts_end[row] = block->n[TIDE_EXTENT_AMOUNTS];
  block->parent[row] = project->parent;
  tide_row_filler_add_times (self, project);
  tide_row_filler_add_classes (self, row, project);
  block->n[TIDE_EXTENT_ROWS]++;
}
