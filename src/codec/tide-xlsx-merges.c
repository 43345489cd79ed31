/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-merges.h"

/* What a column shows down to a row. */
typedef struct
{
  GRefString *text; /* owned, nullable */
  TideCellKind kind;
  guint last_row; /* 0 for nothing */
} Cover;

struct _TideXlsxMerges
{
  GArray *ranges; /* (owned) (element-type TideXlsxRange): by row and column once prepared */
  guint next;     /* the first range that does not begin above or left of where we are */
  GArray *covers; /* (owned) (element-type Cover): of each column */
  guint end;      /* no column from here on is covered */
};

static void
cover_clear (Cover *cover)
{
  g_clear_pointer (&cover->text, g_ref_string_release);
}

/**
 * tide_xlsx_merges_new:
 *
 * Returns: (transfer full): no merged cells
 */
TideXlsxMerges *
tide_xlsx_merges_new (void)
{
  TideXlsxMerges *self = g_new0 (TideXlsxMerges, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (TideXlsxRange));
  self->covers = g_array_new (FALSE, TRUE, sizeof (Cover));
  g_array_set_clear_func (self->covers, (GDestroyNotify) cover_clear);

  return self;
}

/**
 * tide_xlsx_merges_free:
 * @self: (transfer full): merged cells
 */
void
tide_xlsx_merges_free (TideXlsxMerges *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->ranges);
  g_array_unref (self->covers);
  g_free (self);
}

/**
 * tide_xlsx_merges_add:
 * @self: merged cells
 * @range: cells that are merged
 */
void
tide_xlsx_merges_add (TideXlsxMerges *self, const TideXlsxRange *range)
{
  if (range->first.row < range->last.row || range->first.column < range->last.column)
    g_array_append_vals (self->ranges, range, 1);
}

/**
 * tide_xlsx_merges_is_empty:
 * @self: merged cells
 *
 * Returns: whether there are none
 */
gboolean
tide_xlsx_merges_is_empty (const TideXlsxMerges *self)
{
  return self->ranges->len == 0;
}

static int
compare_places (const TideXlsxPlace *a, const TideXlsxPlace *b)
{
  if (a->row != b->row)
    return a->row < b->row ? -1 : 1;
  if (a->column != b->column)
    return a->column < b->column ? -1 : 1;

  return 0;
}

static int
compare_ranges (const TideXlsxRange *a, const TideXlsxRange *b)
{
  return compare_places (&a->first, &b->first);
}

/**
 * tide_xlsx_merges_prepare:
 * @self: merged cells
 * @n_columns: how many columns of the sheet have values of their own; beyond them nothing is
 * covered
 *
 * Makes it ready for the sheet to be read once more, from its first row on.
 */
void
tide_xlsx_merges_prepare (TideXlsxMerges *self, guint n_columns)
{
  g_array_sort (self->ranges, (GCompareFunc) compare_ranges);
  g_array_set_size (self->covers, n_columns);
}

static Cover *
get_cover (const TideXlsxMerges *self, guint column)
{
  return &g_array_index (self->covers, Cover, column);
}

static void
cover_columns (TideXlsxMerges *self,
               const TideXlsxRange *range,
               TideCellKind kind,
               const char *text,
               gsize length,
               guint last_row)
{
  GRefString *shown = g_ref_string_new_len (text, (gssize) length);
  guint end = MIN (range->last.column + 1, self->covers->len);

  for (guint i = range->first.column; i < end; i++)
    {
      Cover *cover = get_cover (self, i);

      cover_clear (cover);
      *cover = (Cover) { g_ref_string_acquire (shown), kind, last_row };
    }
  self->end = MAX (self->end, end);
  g_ref_string_release (shown);
}

/**
 * tide_xlsx_merges_begin:
 * @self: merged cells
 * @place: a cell with a value of its own; behind and below those told before
 * @kind: its kind
 * @text: what it says
 * @length: bytes of @text
 * @is_number: whether it would be counted again in the rows below
 *
 * Tells a value that merged cells may show, if they begin there.
 *
 * Returns: whether it is a number that is not repeated in the rows below
 */
gboolean
tide_xlsx_merges_begin (TideXlsxMerges *self,
                        const TideXlsxPlace *place,
                        TideCellKind kind,
                        const char *text,
                        gsize length,
                        gboolean is_number)
{
  const TideXlsxRange *range = NULL;

  for (; self->next < self->ranges->len; self->next++)
    {
      range = &g_array_index (self->ranges, TideXlsxRange, self->next);
      if (compare_places (&range->first, place) >= 0)
        break;
    }
  if (self->next == self->ranges->len || compare_places (&range->first, place) > 0)
    return FALSE;

  cover_columns (self, range, kind, text, length, is_number ? place->row : range->last.row);

  return is_number && range->last.row > place->row;
}

/**
 * tide_xlsx_merges_get:
 * @self: merged cells
 * @place: a cell without a value of its own
 * @kind: (out): its kind
 *
 * Returns: (transfer none) (nullable): what it shows as one of merged cells, or %NULL
 */
const char *
tide_xlsx_merges_get (const TideXlsxMerges *self, const TideXlsxPlace *place, TideCellKind *kind)
{
  const Cover *cover;

  if (place->column >= self->end)
    return NULL;

  cover = get_cover (self, place->column);
  *kind = cover->kind;

  return cover->last_row >= place->row ? cover->text : NULL;
}

/**
 * tide_xlsx_merges_get_end:
 * @self: merged cells
 * @row: a row that all values have been told of
 *
 * Returns: the column behind the last one of the row that is covered
 */
guint
tide_xlsx_merges_get_end (TideXlsxMerges *self, guint row)
{
  while (self->end > 0 && get_cover (self, self->end - 1)->last_row < row)
    self->end--;

  return self->end;
}
