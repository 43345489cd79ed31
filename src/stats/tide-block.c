/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-block.h"

#include <string.h>

#define COLUMN(name, extent)                                                                       \
  { G_STRUCT_OFFSET (TideBlock, name), sizeof *((TideBlock *) NULL)->name, TIDE_EXTENT_##extent }

static const struct
{
  gsize offset;
  gsize size;
  TideExtent extent;
} columns[] = {
  COLUMN (facet, ROWS),
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
  COLUMN (class_place, CLASSES),
  COLUMN (class_weight, CLASSES),
  COLUMN (share_row, SHARES),
  COLUMN (share_place, SHARES),
  COLUMN (share_base, SHARES),
  COLUMN (share_sum, SHARES),
  COLUMN (extra_row, EXTRAS),
  COLUMN (extra_facet, EXTRAS),
  COLUMN (extra_sum, EXTRAS),
  COLUMN (part_row, PARTS),
  COLUMN (part_place, PARTS),
  COLUMN (part_facet, PARTS),
  COLUMN (part_sum, PARTS),
};

/*
 * tide_block_new:
 * @n_rows: for how many rows there is to be room at once
 *
 * Returns: (transfer full): a block without rows
 */
TideBlock *
tide_block_new (guint n_rows)
{
  TideBlock *self = g_new0 (TideBlock, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->times = g_array_new (FALSE, FALSE, sizeof (guint));
  tide_block_ensure (self, TIDE_EXTENT_ROWS, n_rows);

  return self;
}

/*
 * tide_block_ref:
 * @self: a block
 *
 * Returns: (transfer full): @self
 */
TideBlock *
tide_block_ref (TideBlock *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/*
 * tide_block_unref:
 * @self: (transfer full): a block
 */
void
tide_block_unref (TideBlock *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (G_STRUCT_MEMBER (gpointer, self, columns[i].offset));
  g_array_unref (self->times);
  g_free (self);
}

/*
 * tide_block_ensure:
 * @self: a block that is being made
 * @extent: which of its columns
 * @n: how many entries are to be held
 *
 * Makes room, with some to spare.
 */
void
tide_block_ensure (TideBlock *self, TideExtent extent, guint n)
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
append_entries (TideBlock *self, const TideBlock *other, TideExtent extent, guint from, guint end)
{
  const guint n = self->n[extent];

  tide_block_ensure (self, extent, n + end - from);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].extent == extent && end > from)
      memcpy (G_STRUCT_MEMBER (char *, self, columns[i].offset) + n * columns[i].size,
              G_STRUCT_MEMBER (char *, other, columns[i].offset) + from * columns[i].size,
              (end - from) * columns[i].size);
  self->n[extent] = n + end - from;
}

static void
shift (guint32 *numbers, guint from, guint end, guint distance)
{
  for (guint i = from; i < end; i++)
    numbers[i] += distance;
}

/* The first entry that is not of a row before. */
static guint
find_first (const guint16 *rows, guint n, guint row)
{
  guint i = 0;

  while (i < n && rows[i] < row)
    i++;

  return i;
}

/* Takes over entries that tell their rows, of which not each has one. */
static void
append_of_rows (TideBlock *self,
                const TideBlock *other,
                TideExtent extent,
                gsize rows,
                guint from,
                guint end,
                guint rows_shift)
{
  const guint n = self->n[extent];
  const guint16 *others = G_STRUCT_MEMBER (guint16 *, other, rows);
  guint16 *own;

  append_entries (self, other, extent, find_first (others, other->n[extent], from),
                  find_first (others, other->n[extent], end));
  own = G_STRUCT_MEMBER (guint16 *, self, rows);
  for (guint i = n; i < self->n[extent]; i++)
    own[i] = (guint16) (own[i] + rows_shift);
}

/*
 * tide_block_append:
 * @self: a block that is being made
 * @other: another one, whose numbers mean the same
 * @from: one of its rows
 * @end: the row behind the last one, above @from
 *
 * Takes rows over.
 */
void
tide_block_append (TideBlock *self, const TideBlock *other, guint from, guint end)
{
  const guint row = self->n[TIDE_EXTENT_ROWS];
  const guint amount = self->n[TIDE_EXTENT_AMOUNTS];
  const guint class = self->n[TIDE_EXTENT_CLASSES];
  const guint first_amount = tide_block_get_first_amount (other, from);
  const guint first_class = tide_block_get_first_class (other, from);

  append_entries (self, other, TIDE_EXTENT_ROWS, from, end);
  append_entries (self, other, TIDE_EXTENT_AMOUNTS, first_amount, other->amounts_end[end - 1]);
  append_entries (self, other, TIDE_EXTENT_CLASSES, first_class, other->classes_end[end - 1]);
  append_of_rows (self, other, TIDE_EXTENT_SHARES, G_STRUCT_OFFSET (TideBlock, share_row), from,
                  end, row - from);
  append_of_rows (self, other, TIDE_EXTENT_EXTRAS, G_STRUCT_OFFSET (TideBlock, extra_row), from,
                  end, row - from);
  append_of_rows (self, other, TIDE_EXTENT_PARTS, G_STRUCT_OFFSET (TideBlock, part_row), from, end,
                  row - from);

  shift (self->amounts_end, row, self->n[TIDE_EXTENT_ROWS], amount - first_amount);
  shift (self->classes_end, row, self->n[TIDE_EXTENT_ROWS], class - first_class);
}

static void
add_size (guint64 *sum, gint64 number)
{
  const guint64 size = number < 0 ? (guint64) 0 - (guint64) number : (guint64) number;

  if (__builtin_add_overflow (*sum, size, sum))
    *sum = G_MAXUINT64;
}

/*
 * tide_block_close:
 * @self: a block that has got all its rows
 *
 * Finds out what is said of all rows. From now on the block does not change.
 */
void
tide_block_close (TideBlock *self)
{
  for (guint i = 0; i < self->n[TIDE_EXTENT_ROWS]; i++)
    {
      self->n_parents += self->parent[i] != NULL;
      add_size (&self->base_size, self->base[i]);
      add_size (&self->sum_size, self->sum[i]);
    }
  for (guint i = 0; i < self->n[TIDE_EXTENT_EXTRAS]; i++)
    add_size (&self->sum_size, self->extra_sum[i]);
}
