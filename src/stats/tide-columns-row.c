/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-columns-private.h"
#include "stats/tide-share.h"

#include <string.h>

static gint32
find_position (GHashTable *positions, const char *id)
{
  const guint found = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (positions, id)) : 0;

  if (found > 0)
    return (gint32) found - 1;

  return id != NULL ? TIDE_COLUMN_STRAY : TIDE_COLUMN_NONE;
}

static gint16
find_currency (TideColumns *self, const TideMoney *money)
{
  TideMoney added = { 0 };

  if (money->currency[0] == '\0')
    return TIDE_COLUMN_NONE;

  for (guint i = 0; i < self->currencies->len; i++)
    if (memcmp (g_array_index (self->currencies, TideMoney, i).currency, money->currency,
                sizeof money->currency)
        == 0)
      return (gint16) i;

  memcpy (added.currency, money->currency, sizeof added.currency);
  g_array_append_val (self->currencies, added);

  return (gint16) (self->currencies->len - 1);
}

/* Year and quarter in which the amount certainly lies. */
static void
set_time (TideColumns *self, guint i, const TideDate *date)
{
  self->amount_year[i] = tide_date_is_set (date) ? date->year : 0;
  self->amount_quarter[i]
      = date->month > 0 ? (gint8) ((date->month + 2) / 3) : (gint8) date->quarter;
}

static guint8
convert_amount (TideColumns *self, guint i, const TideAmount *amount)
{
  TideRates *rates = self->vocabulary->rates;
  const TideRatePayload *rate;
  TideMoney converted;
  guint8 marks = TIDE_MARK_AMOUNT;

  if (amount->money.currency[0] != '\0'
      && strcmp (amount->money.currency, tide_rates_get_currency (rates)) != 0)
    marks |= TIDE_MARK_FOREIGN;
  if (!tide_rates_convert (rates, &amount->money, &amount->date, &converted, &rate))
    marks |= rate != NULL ? TIDE_MARK_OVERFLOW : TIDE_MARK_UNPRICED;
  self->amount_base[i] = converted.minor;

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
add_amount (TideColumns *self, const TideAmount *amount, gint32 event)
{
  const guint i = self->n[TIDE_EXTENT_AMOUNTS];

  tide_columns_ensure (self, TIDE_EXTENT_AMOUNTS, i + 1);
  self->n[TIDE_EXTENT_AMOUNTS]++;
  self->amount_minor[i] = amount->money.minor;
  self->amount_currency[i] = find_currency (self, &amount->money);
  self->amount_event[i] = find_event (self, amount, event);
  set_time (self, i, &amount->date);
  self->amount_marks[i] = convert_amount (self, i, amount);

  return self->amount_marks[i];
}

static guint16
add_amounts (TideColumns *self, const TideProjectPayload *project, gint32 event)
{
  guint16 marks = 0;

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      TideTiming timing;

      if (!tide_valuation_is_of_kind (&self->valuation, amount))
        continue;

      if (find_event (self, amount, event) != event)
        marks |= TIDE_MARK_OWN_EVENT;
      timing = tide_date_get_timing (&amount->date, &self->valuation.period);
      if (timing == TIDE_TIMING_VAGUE)
        marks |= TIDE_MARK_VAGUE;
      else if (timing == TIDE_TIMING_INSIDE)
        marks |= add_amount (self, amount, event);
    }

  return marks;
}

/* Adds the amounts up: all in the base currency, and all in their own where that is one. */
static void
sum_amounts (TideColumns *self, guint row, guint16 *marks)
{
  const guint first = tide_columns_get_first_amount (self, row);
  const guint end = self->n[TIDE_EXTENT_AMOUNTS];
  gint16 currency = TIDE_COLUMN_NONE;
  gint64 sum = 0;

  self->base[row] = 0;
  *marks |= TIDE_MARK_ONE_SUM;
  for (guint i = first; i < end; i++)
    {
      if ((self->amount_marks[i] & (TIDE_MARK_UNPRICED | TIDE_MARK_OVERFLOW)) == 0)
        *marks |= TIDE_MARK_PRICED;
      if (__builtin_add_overflow (self->base[row], self->amount_base[i], &self->base[row]))
        *marks |= TIDE_MARK_OVERFLOW;
      if (self->amount_currency[i] == TIDE_COLUMN_NONE)
        continue;
      if (currency != TIDE_COLUMN_NONE && currency != self->amount_currency[i])
        *marks &= (guint16) ~TIDE_MARK_ONE_SUM;
      currency = self->amount_currency[i];
      if (__builtin_add_overflow (sum, self->amount_minor[i], &sum))
        *marks |= TIDE_MARK_OVERFLOW;
    }

  self->sum[row] = sum;
  self->currency[row] = (*marks & TIDE_MARK_ONE_SUM) != 0 ? currency : TIDE_COLUMN_NONE;
}

static void
add_classes (TideColumns *self, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const guint sector = tide_crosswalk_find_sector (self->vocabulary->crosswalk, entry->sector);
      const guint n = self->n[TIDE_EXTENT_CLASSES];

      if (sector == TIDE_NOWHERE)
        continue;

      tide_columns_ensure (self, TIDE_EXTENT_CLASSES, n + 1);
      self->class_sector[n] = sector;
      self->class_weight[n]
          = entry->share.is_set ? tide_classification_get_weight (entry, FALSE) : -1;
      self->n[TIDE_EXTENT_CLASSES]++;
    }
}

/* The parts of the classes of the taxonomy that @first is in; what they leave open is no class's.
 */
static void
share_taxonomy (TideColumns *self, guint first, guint end, gint64 base, gint64 sum)
{
  const TideCrosswalk *sectors = self->vocabulary->crosswalk;
  const guint taxonomy = tide_crosswalk_get_taxonomy (sectors, self->class_sector[first]);
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gint64 *parts = NULL;
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += tide_crosswalk_get_taxonomy (sectors, self->class_sector[i]) == taxonomy;
  for (guint i = first; i < end; i++)
    if (tide_crosswalk_get_taxonomy (sectors, self->class_sector[i]) == taxonomy)
      {
        if (self->class_weight[i] < 0)
          self->class_weight[i] = n == 1 ? TIDE_WHOLE_WEIGHT : 0;
        g_array_append_val (weights, self->class_weight[i]);
      }
  tide_weights_close (weights);

  parts = g_new (gint64, weights->len);
  for (guint pass = 0; pass < 2; pass++)
    {
      gint64 *column = pass == 0 ? self->class_base : self->class_sum;
      guint part = 0;

      tide_share (pass == 0 ? base : sum, (const gint64 *) (gpointer) weights->data, weights->len,
                  parts);
      for (guint i = first; i < end; i++)
        if (tide_crosswalk_get_taxonomy (sectors, self->class_sector[i]) == taxonomy)
          column[i] = parts[part++];
    }
}

static gboolean
is_shared_before (TideColumns *self, guint first, guint i)
{
  const TideCrosswalk *sectors = self->vocabulary->crosswalk;

  for (guint j = first; j < i; j++)
    if (tide_crosswalk_get_taxonomy (sectors, self->class_sector[j])
        == tide_crosswalk_get_taxonomy (sectors, self->class_sector[i]))
      return TRUE;

  return FALSE;
}

static void
share_amounts (TideColumns *self, guint row)
{
  const guint first = tide_columns_get_first_class (self, row);
  const guint end = self->n[TIDE_EXTENT_CLASSES];

  if (end == first + 1
      && (self->class_weight[first] < 0 || self->class_weight[first] == TIDE_WHOLE_WEIGHT))
    {
      self->class_weight[first] = TIDE_WHOLE_WEIGHT;
      self->class_base[first] = self->base[row];
      self->class_sum[first] = self->sum[row];
      return;
    }

  for (guint i = first; i < end; i++)
    if (!is_shared_before (self, first, i))
      share_taxonomy (self, i, end, self->base[row], self->sum[row]);
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

/*
 * tide_columns_fill_row:
 * @self: columns with rows up to @row
 * @row: the row after the last one
 * @project: what it is made of
 *
 * Fills the columns of one row, and appends its amounts and classes.
 */
void
tide_columns_fill_row (TideColumns *self, guint row, const TideProjectPayload *project)
{
  const gint32 event = find_position (self->vocabulary->events, project->event);
  guint16 marks = add_amounts (self, project, event);

  sum_amounts (self, row, &marks);
  if (has_later_event (project))
    marks |= TIDE_MARK_LATER;
  add_classes (self, project);
  share_amounts (self, row);

  self->own_exclusion[row] = (gint8) get_own_exclusion (self, project, marks);
  self->stage[row] = (gint8) project->stage;
  self->status[row] = (gint8) project->status;
  self->party_kinds[row] = get_party_kinds (self, project);
  self->marks[row] = marks;
  self->division[row] = find_position (self->vocabulary->divisions, project->division);
  self->event[row] = event;
  self->amounts_end[row] = self->n[TIDE_EXTENT_AMOUNTS];
  self->classes_end[row] = self->n[TIDE_EXTENT_CLASSES];
  self->parent[row] = project->parent;
}
