/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-row-filler.h"

#include <string.h>

/* A place as one number: its sector, shifted, and its kind. */
#define KIND_BITS 2
#define KIND_MASK ((1u << KIND_BITS) - 1)

static gpointer
get_facet_key (guint marks, gint16 currency, gboolean is_extra)
{
  const guint number = (guint) (currency - TIDE_COLUMN_NONE) * TIDE_N_MARKS + marks;

  return GUINT_TO_POINTER (number * 2 + (is_extra ? 1 : 0));
}

static guint
hash_places (gconstpointer places)
{
  const guint32 *numbers = places;
  guint hash = 0;

  for (guint i = 0; i <= numbers[0]; i++)
    hash = (hash ^ numbers[i]) * 0x9e3779b1u;

  return hash ^ (hash >> 15);
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  const guint32 *numbers = a;

  return memcmp (a, b, (numbers[0] + 1) * sizeof *numbers) == 0;
}

static void
insert_profile (TideRowFiller *self, guint profile)
{
  g_hash_table_insert (self->profiles,
                       g_memdup2 (self->places->data, self->places->len * sizeof (guint32)),
                       GUINT_TO_POINTER (profile + 1));
}

static void
read_profiles (TideRowFiller *self)
{
  const TideColumns *columns = self->columns;
  g_autoptr (GArray) places = g_array_copy (self->places);

  self->profiles = g_hash_table_new_full (hash_places, equal_places, g_free, NULL);
  for (guint i = 0; i < columns->places_end->len; i++)
    {
      const guint end = tide_columns_get_places_end (columns, i);

      tide_row_filler_start_places (self);
      for (guint j = tide_columns_get_first_place (columns, i); j < end; j++)
        tide_row_filler_add_place (self, tide_columns_get_sector (columns, j),
                                   tide_columns_get_kind (columns, j));
      insert_profile (self, i);
    }
  g_array_set_size (self->places, 0);
  g_array_append_vals (self->places, places->data, places->len);
}

static void
read_facets (TideRowFiller *self)
{
  for (guint i = TIDE_FACET_FIRST_LIVE; i < self->columns->facets->len; i++)
    {
      const TideFacet *facet = tide_columns_get_facet (self->columns, i);

      g_hash_table_insert (self->facets,
                           get_facet_key (facet->marks, facet->currency, facet->is_extra),
                           GUINT_TO_POINTER (i));
    }
}

static void
read_times (TideRowFiller *self)
{
  const GArray *times = self->columns->times;

  for (guint i = 0; i < times->len; i++)
    g_hash_table_insert (self->times, GUINT_TO_POINTER (g_array_index (times, guint, i)),
                         GUINT_TO_POINTER (i + 1));
}

/*
 * tide_row_filler_init:
 * @self: (out caller-allocates): a filler
 * @columns: what it fills; they may have rows already
 */
void
tide_row_filler_init (TideRowFiller *self, TideColumns *columns)
{
  *self = (TideRowFiller) { .columns = columns };
  self->facets = g_hash_table_new (NULL, NULL);
  self->times = g_hash_table_new (NULL, NULL);
  self->sectors = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->parts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->bases = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->sums = g_array_new (FALSE, FALSE, sizeof (gint64));
  read_facets (self);
  read_times (self);
}

/*
 * tide_row_filler_clear:
 * @self: a filler
 */
void
tide_row_filler_clear (TideRowFiller *self)
{
  g_hash_table_unref (self->facets);
  g_hash_table_unref (self->times);
  g_clear_pointer (&self->profiles, g_hash_table_unref);
  g_array_unref (self->sectors);
  g_array_unref (self->places);
  g_array_unref (self->weights);
  g_array_unref (self->parts);
  g_array_unref (self->bases);
  g_array_unref (self->sums);
}

/*
 * tide_row_filler_find_currency:
 * @self: a filler
 * @money: an amount
 *
 * Returns: the number of its currency, or %TIDE_COLUMN_NONE where it is no money
 */
gint16
tide_row_filler_find_currency (TideRowFiller *self, const TideMoney *money)
{
  GArray *currencies = self->columns->currencies;
  TideMoney added = { 0 };

  if (money->currency[0] == '\0')
    return TIDE_COLUMN_NONE;

  for (guint i = 0; i < currencies->len; i++)
    if (memcmp (g_array_index (currencies, TideMoney, i).currency, money->currency,
                sizeof money->currency)
        == 0)
      return (gint16) i;

  memcpy (added.currency, money->currency, sizeof added.currency);
  g_array_append_val (currencies, added);

  return (gint16) (currencies->len - 1);
}

/*
 * tide_row_filler_find_facet:
 * @self: a filler
 * @marks: marks of figures
 * @currency: number of a currency, or %TIDE_COLUMN_NONE
 * @is_extra: for the sum of a row in a further currency
 *
 * Returns: the number of the live facet; there are fewer than 2^16, as only currencies that the
 *   program knows have numbers
 */
guint16
tide_row_filler_find_facet (TideRowFiller *self, guint marks, gint16 currency, gboolean is_extra)
{
  const TideFacet added = { TIDE_EXCLUSION_NONE, (guint8) marks, currency, is_extra };
  GArray *facets = self->columns->facets;
  gpointer key = get_facet_key (marks, currency, is_extra);
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->facets, key));

  if (found > 0)
    return (guint16) found;

  g_hash_table_insert (self->facets, key, GUINT_TO_POINTER (facets->len));
  g_array_append_val (facets, added);

  return (guint16) (facets->len - 1);
}

/*
 * tide_row_filler_find_time:
 * @self: a filler
 * @time: a year and a quarter
 *
 * Returns: its number, from %TIDE_TIME_FIRST on; %TIDE_TIME_SEVERAL where there are too many
 */
guint16
tide_row_filler_find_time (TideRowFiller *self, guint time)
{
  GArray *times = self->columns->times;
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->times, GUINT_TO_POINTER (time)));

  if (found == 0 && times->len == TIDE_MAX_TIMES)
    return TIDE_TIME_SEVERAL;
  if (found == 0)
    {
      g_array_append_val (times, time);
      found = times->len;
      g_hash_table_insert (self->times, GUINT_TO_POINTER (time), GUINT_TO_POINTER (found));
    }

  return (guint16) (TIDE_TIME_FIRST + found - 1);
}

/*
 * tide_row_filler_start_places:
 * @self: a filler
 *
 * Begins a profile.
 */
void
tide_row_filler_start_places (TideRowFiller *self)
{
  const guint32 n = 0;

  g_array_set_size (self->places, 0);
  g_array_append_val (self->places, n);
}

/*
 * tide_row_filler_add_place:
 * @self: a filler that has begun a profile
 * @sector: position of a sector
 * @kind: how it stands in the profile
 */
void
tide_row_filler_add_place (TideRowFiller *self, guint sector, TidePlaceKind kind)
{
  const guint32 place = (sector << KIND_BITS) | kind;

  g_array_append_val (self->places, place);
  g_array_index (self->places, guint32, 0)++;
}

static guint
add_profile (TideRowFiller *self)
{
  TideColumns *columns = self->columns;

  for (guint i = 1; i < self->places->len; i++)
    {
      const guint32 place = g_array_index (self->places, guint32, i);
      const guint32 sector = place >> KIND_BITS;
      const guint8 kind = (guint8) (place & KIND_MASK);

      g_array_append_val (columns->sectors, sector);
      g_array_append_val (columns->kinds, kind);
    }
  g_array_append_val (columns->places_end, columns->sectors->len);
  insert_profile (self, columns->places_end->len - 1);

  return columns->places_end->len - 1;
}

/*
 * tide_row_filler_find_profile:
 * @self: a filler that has got all places of a profile
 *
 * Returns: the number of the profile
 */
guint
tide_row_filler_find_profile (TideRowFiller *self)
{
  guint found;

  if (self->profiles == NULL)
    read_profiles (self);
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->profiles, self->places->data));

  return found > 0 ? found - 1 : add_profile (self);
}
