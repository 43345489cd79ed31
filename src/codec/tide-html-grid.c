/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-html-grid.h"

#include "codec/tide-cell-text.h"

#include <string.h>

/* The limits of HTML itself. */
#define MAX_SPAN_COLUMNS 1000
#define MAX_SPAN_ROWS 65534

/* What stands in a column, and in how many rows from the present one on. */
typedef struct
{
  char *text; /* a GRefString, owned; NULL where nothing stands there */
  TideCellKind kind;
  guint n_rows;
  gboolean is_first; /* whether the present row is the first of them */
} Place;

struct _TideHtmlGrid
{
  TideTableBuilder *builder; /* owned */
  GArray *places;            /* of Place, owned; by column */
  guint column;              /* where the next cell goes, if the place is free */
  guint n_rows;
};

static void
place_clear (Place *self)
{
  g_clear_pointer (&self->text, g_ref_string_release);
}

/*
 * tide_html_grid_new:
 *
 * Returns: (transfer full): a grid without rows
 */
TideHtmlGrid *
tide_html_grid_new (void)
{
  TideHtmlGrid *self = g_new0 (TideHtmlGrid, 1);

  self->builder = tide_table_builder_new ();
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_clear_func (self->places, (GDestroyNotify) place_clear);

  return self;
}

void
tide_html_grid_free (TideHtmlGrid *self)
{
  tide_table_builder_free (self->builder);
  g_array_unref (self->places);
  g_free (self);
}

/* The place of a column; one more than a table may have is enough to be refused. */
static Place *
get_place (TideHtmlGrid *self, guint column)
{
  if (column >= self->places->len)
    g_array_set_size (self->places, column + 1);

  return &g_array_index (self->places, Place, column);
}

/*
 * tide_html_grid_add:
 * @self: a grid
 * @kind: what the cell is
 * @text: what it says
 * @n_columns: how many columns it spans; 0 counts as 1
 * @n_rows: how many rows it spans
 *
 * Adds a cell to the row.
 */
void
tide_html_grid_add (
    TideHtmlGrid *self, TideCellKind kind, const char *text, guint n_columns, guint n_rows)
{
  g_autoptr (GRefString) shared = g_ref_string_new (text);

  while (self->column < self->places->len && get_place (self, self->column)->n_rows > 0)
    self->column++;
  for (guint i = 0; i < CLAMP (n_columns, 1, MAX_SPAN_COLUMNS); i++)
    if (self->column <= TIDE_TABLE_MAX_COLUMNS)
      {
        Place *place = get_place (self, self->column++);

        place_clear (place);
        *place = (Place) { .text = g_ref_string_acquire (shared),
                           .kind = kind,
                           .n_rows = CLAMP (n_rows, 1, MAX_SPAN_ROWS),
                           .is_first = TRUE };
      }
}

/* What is merged downwards stands in each row, except for numbers, which would be counted again. */
static const char *
get_text (const Place *place)
{
  const gboolean is_counted = place->kind == TIDE_CELL_NUMBER || place->kind == TIDE_CELL_PERCENT
                              || (place->kind == TIDE_CELL_TEXT && place->text != NULL
                                  && tide_cell_text_looks_counted (place->text));

  if (place->n_rows == 0 || place->text == NULL || (is_counted && !place->is_first))
    return "";

  return place->text;
}

static guint
find_row_length (const TideHtmlGrid *self)
{
  guint length = 0;

  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).n_rows > 0)
      length = i + 1;

  return length;
}

static gboolean
has_value (const TideHtmlGrid *self, guint length)
{
  for (guint i = 0; i < length; i++)
    if (*get_text (&g_array_index (self->places, Place, i)) != '\0')
      return TRUE;

  return FALSE;
}

static gboolean
build_row (TideHtmlGrid *self, guint length, GError **error)
{
  tide_table_builder_begin_row (self->builder, self->n_rows);
  for (guint i = 0; i < length; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      const char *text = get_text (place);

      if (place->kind == TIDE_CELL_TEXT
              ? !tide_cell_text_add (self->builder, text, strlen (text), error)
              : !tide_table_builder_add (self->builder, place->kind, text, -1, error))
        return FALSE;
    }

  return tide_table_builder_end_row (self->builder, error);
}

/*
 * tide_html_grid_end_row:
 * @self: a grid
 * @error: which limit of tables it is beyond
 *
 * Ends the row. One without a value is left out.
 *
 * Returns: %FALSE with @error set
 */
gboolean
tide_html_grid_end_row (TideHtmlGrid *self, GError **error)
{
  const guint length = find_row_length (self);

  self->n_rows++;
  self->column = 0;
  if (has_value (self, length) && !build_row (self, length, error))
    return FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      place->n_rows -= place->n_rows > 0;
      place->is_first = FALSE;
    }

  return TRUE;
}

/*
 * tide_html_grid_end:
 * @self: a grid; it is used up
 *
 * Returns: (transfer full): the table
 */
TideTable *
tide_html_grid_end (TideHtmlGrid *self)
{
  return tide_table_builder_end (self->builder);
}
