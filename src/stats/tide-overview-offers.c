/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-overview-offers.h"

#include "stats/tide-columns-private.h"

#include <string.h>

/* No chain of parents is longer in earnest. */
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

static void
add_period (GArray *periods, guint year, guint quarter)
{
  const TideDate period
      = { .year = (gint16) year,
          .quarter = (guint8) quarter,
          .precision = quarter > 0 ? TIDE_PRECISION_QUARTER : TIDE_PRECISION_YEAR };

  g_array_append_val (periods, period);
}

/* The quarters, and their years. */
static GHashTable *
find_times (const TideColumns *columns)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < columns->blocks->len; i++)
    {
      const GArray *times = tide_columns_get_block (columns, i)->times;

      for (guint j = 0; j < times->len; j++)
        {
          const guint time = g_array_index (times, guint, j);

          g_hash_table_add (found, GUINT_TO_POINTER (time));
          g_hash_table_add (found, GUINT_TO_POINTER (time - time % TIDE_TIMES_A_YEAR));
        }
    }

  return found;
}

static GArray *
collect_periods (const TideColumns *columns)
{
  g_autoptr (GHashTable) found = find_times (columns);
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (TideDate));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    add_period (periods, GPOINTER_TO_UINT (key) / TIDE_TIMES_A_YEAR,
                GPOINTER_TO_UINT (key) % TIDE_TIMES_A_YEAR);
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
 * @columns: columns of the register, whatever they tell
 * @rate_set: (nullable): id of the rates chosen; %NULL for the register's
 * @taxonomy: (nullable): id of the taxonomy chosen
 *
 * Returns: (transfer full): what there is to choose from
 */
TideOverviewOffers *
tide_overview_offers_new (TideColumns *columns, const char *rate_set, const char *taxonomy)
{
  TideOverviewOffers *self = g_new0 (TideOverviewOffers, 1);
  TideSnapshot *snapshot = columns->snapshot;

  self->rate_sets = collect_rate_sets (snapshot);
  self->currencies = collect_currencies (snapshot, rate_set);
  self->periods = collect_periods (columns);
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
