/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-overview-offers.h"

#include <string.h>

/* A year, or its quarter, as a number that sorts; no chain of parents is longer in earnest. */
#define QUARTERS 5
#define MAX_LEVELS 64

static void
add_once (GPtrArray *ids, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The register's own stands first, the others in the order of their codes. */
static GPtrArray *
sort_with_first (GPtrArray *found, const char *first)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_sort (found, compare_strings);
  add_once (sorted, first != NULL ? first : "");
  for (guint i = 0; i < found->len; i++)
    add_once (sorted, g_ptr_array_index (found, i));
  g_ptr_array_unref (found);

  return sorted;
}

static GPtrArray *
collect_rate_sets (TideSnapshot *snapshot)
{
  const GPtrArray *rates = tide_snapshot_get_records (snapshot, TIDE_RECORD_RATE);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tide_entries_get_n (rates); i++)
    add_once (found, TIDE_RATE_PAYLOAD (g_ptr_array_index (rates, i))->set);

  return sort_with_first (found, tide_snapshot_get_settings (snapshot)->rate_set);
}

/* Rates are used in the direction in which they are recorded. */
static GPtrArray *
collect_currencies (TideSnapshot *snapshot, const char *rate_set)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  const GPtrArray *rates = tide_snapshot_get_records (snapshot, TIDE_RECORD_RATE);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tide_entries_get_n (rates); i++)
    {
      const TideRatePayload *rate = TIDE_RATE_PAYLOAD (g_ptr_array_index (rates, i));

      if (g_strcmp0 (rate->set, rate_set != NULL ? rate_set : settings->rate_set) == 0)
        add_once (found, rate->to);
    }

  return sort_with_first (found, settings->currency);
}

static guint
get_quarter (const TideDate *date)
{
  if (date->precision == TIDE_PRECISION_QUARTER)
    return date->quarter;

  return date->month > 0 ? (guint) (date->month + 2) / 3 : 0;
}

static void
add_periods_of (GHashTable *found, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      const guint year = QUARTERS * (guint) MAX (amount->date.year, 0);

      if (!tide_date_is_set (&amount->date))
        continue;

      g_hash_table_add (found, GUINT_TO_POINTER (year));
      g_hash_table_add (found, GUINT_TO_POINTER (year + get_quarter (&amount->date)));
    }
}

/* Years run backwards, the quarters in each of them forwards. */
static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const TideDate *first = a;
  const TideDate *second = b;

  if (first->year != second->year)
    return second->year - first->year;

  return first->quarter - second->quarter;
}

static GArray *
collect_periods (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (TideDate));
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    add_periods_of (found, g_ptr_array_index (projects, i));

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const guint number = GPOINTER_TO_UINT (key);
      const TideDate period
          = { .year = (gint16) (number / QUARTERS),
              .quarter = (guint8) (number % QUARTERS),
              .precision = number % QUARTERS > 0 ? TIDE_PRECISION_QUARTER : TIDE_PRECISION_YEAR };

      g_array_append_val (periods, period);
    }
  g_array_sort (periods, compare_periods);

  return periods;
}

static GPtrArray *
collect_taxonomies (TideSnapshot *snapshot)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    g_ptr_array_add (ids, g_strdup (((const TidePayload *) g_ptr_array_index (records, i))->id));

  return ids;
}

static guint
get_level (TideSnapshot *snapshot, const TideSectorPayload *sector)
{
  guint level = 1;

  while (sector->parent != NULL && level < MAX_LEVELS)
    {
      const TidePayload *parent
          = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, sector->parent);

      if (parent == NULL)
        break;
      sector = TIDE_SECTOR_PAYLOAD (parent);
      level++;
    }

  return level;
}

static guint
count_levels (TideSnapshot *snapshot, const char *taxonomy)
{
  const GPtrArray *sectors = tide_snapshot_get_records (snapshot, TIDE_RECORD_SECTOR);
  guint n_levels = 0;

  for (guint i = 0; i < tide_entries_get_n (sectors); i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (sectors, i);

      if (g_strcmp0 (sector->taxonomy, taxonomy) == 0)
        n_levels = MAX (n_levels, get_level (snapshot, sector));
    }

  return n_levels;
}

/**
 * tide_overview_offers_new:
 * @snapshot: a snapshot of the register
 * @rate_set: (nullable): id of the rates chosen; %NULL for the register's
 * @taxonomy: (nullable): id of the taxonomy chosen
 *
 * Returns: (transfer full): what there is to choose from
 */
TideOverviewOffers *
tide_overview_offers_new (TideSnapshot *snapshot, const char *rate_set, const char *taxonomy)
{
  TideOverviewOffers *self = g_new0 (TideOverviewOffers, 1);

  self->rate_sets = collect_rate_sets (snapshot);
  self->currencies = collect_currencies (snapshot, rate_set);
  self->periods = collect_periods (snapshot);
  self->taxonomies = collect_taxonomies (snapshot);
  self->n_levels = count_levels (snapshot, taxonomy);

  return self;
}

/**
 * tide_overview_offers_free:
 * @self: (transfer full): what there is to choose from
 */
void
tide_overview_offers_free (TideOverviewOffers *self)
{
  g_ptr_array_unref (self->currencies);
  g_ptr_array_unref (self->rate_sets);
  g_array_unref (self->periods);
  g_ptr_array_unref (self->taxonomies);
  g_free (self);
}
