/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-columns.h"

#include "stats/tide-columns-private.h"
#include "stats/tide-row-filler.h"

#include <string.h>

#define COLUMN(name, extent)                                                                       \
  { G_STRUCT_OFFSET (TideColumns, name), sizeof *((TideColumns *) NULL)->name,                     \
    TIDE_EXTENT_##extent }

static const struct
{
  gsize offset;
  gsize size;
  TideExtent extent;
} columns[] = {
  COLUMN (facet, ROWS),
  COLUMN (own_facet, ROWS),
  COLUMN (stage, ROWS),
  COLUMN (status, ROWS),
  COLUMN (party_kinds, ROWS),
  COLUMN (marks, ROWS),
  COLUMN (time, ROWS),
  COLUMN (division, ROWS),
  COLUMN (event, ROWS),
  COLUMN (profile, ROWS),
  COLUMN (base, ROWS),
  COLUMN (sum, ROWS),
  COLUMN (currency, ROWS),
  COLUMN (amounts_end, ROWS),
  COLUMN (classes_end, ROWS),
  COLUMN (parent, ROWS),
  COLUMN (amount_minor, AMOUNTS),
  COLUMN (amount_base, AMOUNTS),
  COLUMN (amount_currency, AMOUNTS),
  COLUMN (amount_marks, AMOUNTS),
  COLUMN (amount_event, AMOUNTS),
  COLUMN (amount_year, AMOUNTS),
  COLUMN (amount_quarter, AMOUNTS),
  COLUMN (class_row, CLASSES),
  COLUMN (class_place, CLASSES),
  COLUMN (class_weight, CLASSES),
  COLUMN (class_base, CLASSES),
  COLUMN (class_sum, CLASSES),
  COLUMN (extra_row, EXTRAS),
  COLUMN (extra_facet, EXTRAS),
  COLUMN (extra_sum, EXTRAS),
  COLUMN (extra_parts_end, EXTRAS),
  COLUMN (part, PARTS),
  COLUMN (places_end, PROFILES),
  COLUMN (place_sector, PLACES),
  COLUMN (place_kind, PLACES),
};

/*
 * tide_columns_ensure:
 * @self: columns that are being made
 * @extent: which of them
 * @n: how many entries are to be held
 *
 * Makes room, with some to spare.
 */
void
tide_columns_ensure (TideColumns *self, TideExtent extent, guint n)
{
  if (n <= self->capacity[extent])
    return;

  self->capacity[extent] = MAX (n, self->capacity[extent] * 2);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].extent == extent)
      {
        gpointer *column = G_STRUCT_MEMBER_P (self, columns[i].offset);

        *column = g_realloc_n (*column, self->capacity[extent], columns[i].size);
      }
}

/* Entries @from to @end of @other, behind those there are. */
static void
append_entries (
    TideColumns *self, const TideColumns *other, TideExtent extent, guint from, guint end)
{
  const guint n = self->n[extent];

  tide_columns_ensure (self, extent, n + end - from);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].extent == extent && end > from)
      memcpy (G_STRUCT_MEMBER (char *, self, columns[i].offset) + n * columns[i].size,
              G_STRUCT_MEMBER (char *, other, columns[i].offset) + from * columns[i].size,
              (end - from) * columns[i].size);
  self->n[extent] = n + end - from;
}

/* The first sum in a further currency that is not of a row before. */
static guint
find_first_extra (const TideColumns *self, guint row)
{
  guint from = 0;
  guint end = self->n[TIDE_EXTENT_EXTRAS];

  while (from < end)
    {
      const guint middle = from + (end - from) / 2;

      if (self->extra_row[middle] < row)
        from = middle + 1;
      else
        end = middle;
    }

  return from;
}

static void
shift (guint32 *numbers, guint from, guint end, guint distance)
{
  for (guint i = from; i < end && distance != 0; i++)
    numbers[i] += distance;
}

static void
append_extras (TideColumns *self, const TideColumns *other, guint from, guint end, guint rows_shift)
{
  const guint n = self->n[TIDE_EXTENT_EXTRAS];
  const guint first = find_first_extra (other, from);
  const guint last = find_first_extra (other, end);
  const guint first_part = tide_columns_get_first_part (other, first);
  const guint parts_shift = self->n[TIDE_EXTENT_PARTS] - first_part;

  append_entries (self, other, TIDE_EXTENT_EXTRAS, first, last);
  append_entries (self, other, TIDE_EXTENT_PARTS, first_part,
                  tide_columns_get_first_part (other, last));
  shift (self->extra_row, n, self->n[TIDE_EXTENT_EXTRAS], rows_shift);
  shift (self->extra_parts_end, n, self->n[TIDE_EXTENT_EXTRAS], parts_shift);
}

static void
append_rows (TideColumns *self, const TideColumns *other, guint from, guint end)
{
  const guint row = self->n[TIDE_EXTENT_ROWS];
  const guint class = self->n[TIDE_EXTENT_CLASSES];
  const guint first_amount = tide_columns_get_first_amount (other, from);
  const guint first_class = tide_columns_get_first_class (other, from);
  const guint amounts_shift = self->n[TIDE_EXTENT_AMOUNTS] - first_amount;

  append_entries (self, other, TIDE_EXTENT_ROWS, from, end);
  append_entries (self, other, TIDE_EXTENT_AMOUNTS, first_amount, other->amounts_end[end - 1]);
  append_entries (self, other, TIDE_EXTENT_CLASSES, first_class, other->classes_end[end - 1]);
  append_extras (self, other, from, end, row - from);

  shift (self->amounts_end, row, self->n[TIDE_EXTENT_ROWS], amounts_shift);
  shift (self->classes_end, row, self->n[TIDE_EXTENT_ROWS], class - first_class);
  shift (self->class_row, class, self->n[TIDE_EXTENT_CLASSES], row - from);
}

/* The row of @project in @previous; rows stand in the order of ids, so that one walk finds all. */
static gboolean
find_before (const GPtrArray *before, guint *from, const TidePayload *project)
{
  while (*from < before->len
         && strcmp (((TidePayload *) g_ptr_array_index (before, *from))->id, project->id) < 0)
    (*from)++;

  return *from < before->len && g_ptr_array_index (before, *from) == project;
}

/* Currencies, facets, times and profiles keep their numbers. */
static void
take_numbers_over (TideColumns *self, const TideColumns *previous)
{
  g_array_append_vals (self->currencies, previous->currencies->data, previous->currencies->len);
  g_array_append_vals (self->facets, previous->facets->data, previous->facets->len);
  g_array_append_vals (self->times, previous->times->data, previous->times->len);
  append_entries (self, previous, TIDE_EXTENT_PROFILES, 0, previous->n[TIDE_EXTENT_PROFILES]);
  append_entries (self, previous, TIDE_EXTENT_PLACES, 0, previous->n[TIDE_EXTENT_PLACES]);
}

/* Rows of the same payloads are taken over in runs. */
static void
fill_from (TideColumns *self, const TideColumns *previous, const GPtrArray *projects)
{
  const GPtrArray *before = tide_snapshot_get_records (previous->snapshot, TIDE_RECORD_PROJECT);
  TideRowFiller filler;
  guint from = 0;

  take_numbers_over (self, previous);
  tide_row_filler_init (&filler, self);
  for (guint row = 0; row < projects->len; row = self->n[TIDE_EXTENT_ROWS])
    {
      guint n = 0;

      if (!find_before (before, &from, g_ptr_array_index (projects, row)))
        {
          tide_row_filler_add_row (&filler, g_ptr_array_index (projects, row));
          continue;
        }

      while (row + n < projects->len && from + n < before->len
             && projects->pdata[row + n] == before->pdata[from + n])
        n++;
      append_rows (self, previous, from, from + n);
      from += n;
    }
  tide_row_filler_clear (&filler);
}

static void
add_facets_left_out (TideColumns *self)
{
  for (gint8 i = 0; i < TIDE_FACET_FIRST_LIVE; i++)
    {
      const TideFacet facet
          = { i == TIDE_FACET_ODD ? TIDE_EXCLUSION_NONE : i, 0, TIDE_COLUMN_NONE, FALSE };

      g_array_append_val (self->facets, facet);
    }
}

static void
fill (TideColumns *self, const GPtrArray *projects)
{
  TideRowFiller filler;

  add_facets_left_out (self);
  tide_row_filler_init (&filler, self);
  for (guint row = 0; row < projects->len; row++)
    tide_row_filler_add_row (&filler, g_ptr_array_index (projects, row));
  tide_row_filler_clear (&filler);
}

static void
exclude_umbrella (TideColumns *self, guint row)
{
  if (self->own_facet[row] != TIDE_EXCLUSION_TERMINATED
      && self->own_facet[row] != TIDE_EXCLUSION_NOT_COUNTED)
    self->facet[row] = TIDE_EXCLUSION_UMBRELLA;
}

static int
compare_to_id (gconstpointer id, gconstpointer projects)
{
  return strcmp (id, (*(const TidePayload *const *) projects)->id);
}

/* Whether a project is an umbrella is said by others. */
static void
set_facets (TideColumns *self, const GPtrArray *projects)
{
  if (projects->len == 0)
    return;

  memcpy (self->facet, self->own_facet, projects->len * sizeof *self->facet);
  for (guint row = 0; row < projects->len; row++)
    {
      gpointer *found = self->parent[row] != NULL
                            ? bsearch (self->parent[row], projects->pdata, projects->len,
                                       sizeof *projects->pdata, compare_to_id)
                            : NULL;

      if (found != NULL)
        exclude_umbrella (self, (guint) (found - projects->pdata));
    }
}

static guint64
get_size (gint64 number)
{
  return number < 0 ? (guint64) 0 - (guint64) number : (guint64) number;
}

/* What all rows come to without their signs bounds every sum of some of them. */
static void
set_bounded (TideColumns *self)
{
  unsigned __int128 bases = 0;
  unsigned __int128 sums = 0;

  for (guint i = 0; i < self->n[TIDE_EXTENT_ROWS]; i++)
    {
      bases += get_size (self->base[i]);
      sums += get_size (self->sum[i]);
    }
  for (guint i = 0; i < self->n[TIDE_EXTENT_EXTRAS]; i++)
    sums += get_size (self->extra_sum[i]);

  self->is_bounded = MAX (bases, sums) <= G_MAXINT64;
}

static gboolean
is_same_valuation (const TideValuation *a, const TideValuation *b)
{
  return a->kind == b->kind && g_strcmp0 (a->currency, b->currency) == 0
         && g_strcmp0 (a->rate_set, b->rate_set) == 0 && tide_date_equal (&a->period, &b->period);
}

/**
 * tide_columns_new:
 * @snapshot: a register
 * @valuation: how its amounts are told; its kind is one, as kinds are never added up
 * @previous: (nullable): columns of an earlier snapshot of the same register
 *
 * Makes ready what all totals of @snapshot need. From @previous the rows are taken over whose
 * projects are the same, as long as vocabulary, rates and valuation are: after one edit that is
 * almost all of them.
 *
 * Returns: (transfer full): the columns
 */
TideColumns *
tide_columns_new (TideSnapshot *snapshot, const TideValuation *valuation, TideColumns *previous)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  const gboolean is_reused = previous != NULL && is_same_valuation (&previous->valuation, valuation)
                             && tide_column_vocabulary_holds_for (previous->vocabulary, snapshot);
  TideColumns *self = g_new0 (TideColumns, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = tide_snapshot_ref (snapshot);
  self->valuation = *valuation;
  self->valuation.currency = g_strdup (valuation->currency);
  self->valuation.rate_set = g_strdup (valuation->rate_set);
  self->currencies = g_array_new (FALSE, FALSE, sizeof (TideMoney));
  self->facets = g_array_new (FALSE, FALSE, sizeof (TideFacet));
  self->times = g_array_new (FALSE, FALSE, sizeof (guint));
  tide_columns_ensure (self, TIDE_EXTENT_ROWS, projects->len);

  if (is_reused)
    {
      self->vocabulary = tide_column_vocabulary_ref (previous->vocabulary);
      fill_from (self, previous, projects);
    }
  else
    {
      self->vocabulary = tide_column_vocabulary_new (snapshot, valuation);
      fill (self, projects);
    }
  set_facets (self, projects);
  set_bounded (self);

  return self;
}

/**
 * tide_columns_ref:
 * @self: columns
 *
 * Returns: (transfer full): @self
 */
TideColumns *
tide_columns_ref (TideColumns *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_columns_unref:
 * @self: (transfer full): columns
 */
void
tide_columns_unref (TideColumns *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (G_STRUCT_MEMBER (gpointer, self, columns[i].offset));
  g_array_unref (self->currencies);
  g_array_unref (self->facets);
  g_array_unref (self->times);
  g_free ((char *) self->valuation.currency);
  g_free ((char *) self->valuation.rate_set);
  tide_column_vocabulary_unref (self->vocabulary);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/**
 * tide_columns_get_snapshot:
 * @self: columns
 *
 * Returns: (transfer none): the register they are of
 */
TideSnapshot *
tide_columns_get_snapshot (TideColumns *self)
{
  return self->snapshot;
}

/**
 * tide_columns_get_valuation:
 * @self: columns
 *
 * Returns: (transfer none): how they tell amounts
 */
const TideValuation *
tide_columns_get_valuation (TideColumns *self)
{
  return &self->valuation;
}

/**
 * tide_columns_get_currency:
 * @self: columns
 *
 * Returns: (transfer none): the currency in which they tell amounts; empty for none
 */
const char *
tide_columns_get_currency (TideColumns *self)
{
  return tide_rates_get_currency (self->vocabulary->rates);
}

/**
 * tide_columns_get_n:
 * @self: columns
 *
 * Returns: how many rows there are
 */
guint
tide_columns_get_n (TideColumns *self)
{
  return self->n[TIDE_EXTENT_ROWS];
}
