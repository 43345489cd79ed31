/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-sheet.h"

#include "codec/tide-xlsx-merges.h"
#include "codec/tide-xml.h"
#include "core/tide-problem.h"

#include <string.h>

typedef struct
{
  const TideXlsxBook *book;
  TideSpreadsheetNotes notes;
  TideTableBuilder *builder; /* owned */
  TideXlsxMerges *merges;    /* owned */
  gboolean knows_merges;
  guint n_columns; /* that have values of their own */
  gboolean in_data;
  gboolean in_row;
  gboolean is_hidden; /* the row */
  guint row;          /* the row we are in, or were last */
  guint column;       /* the first that the next cell may be in */
  gboolean has_begun;
  gboolean in_cell;
  TideXlsxCell cell; /* owned */
  GString *target;   /* (nullable): of the cell, where text goes now */
  GString *text;     /* owned; what the cell says */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->builder, tide_table_builder_free);
  tide_xlsx_merges_free (self->merges);
  tide_xlsx_cell_clear (&self->cell);
  g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
refuse_place (const Reading *self, const char *place, GError **error)
{
  g_autofree char *row = g_strdup_printf ("%u", self->row);
  g_autoptr (TideProblem) problem
      = tide_problem_new (TIDE_PROBLEM_BAD_CELL_PLACE, place, row, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static gboolean
refuse_order (const char *place, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_CELL_OUT_OF_ORDER, place, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/* A row that does not say its number follows the last one. */
static gboolean
begin_row (Reading *self, const char **names, const char **values, GError **error)
{
  const char *number = tide_xml_get_attribute (names, values, "r");
  guint row = self->row + 1;

  if (number != NULL && !tide_xlsx_row_parse (number, &row))
    return refuse_place (self, number, error);
  if (row > TIDE_XLSX_MAX_ROWS)
    return refuse_place (self, "", error);
  if (row <= self->row)
    return refuse_order (number, error);

  self->in_row = TRUE;
  self->is_hidden = tide_xml_get_flag (names, values, "hidden");
  self->has_begun = FALSE;
  self->row = row;
  self->column = 0;

  return TRUE;
}

static gboolean
begin_cell (Reading *self, const char **names, const char **values, GError **error)
{
  const char *text = tide_xml_get_attribute (names, values, "r");
  TideXlsxPlace place = { self->row, self->column };

  if (text != NULL && !tide_xlsx_place_parse (text, &place))
    return refuse_place (self, text, error);
  if (place.column >= TIDE_XLSX_MAX_COLUMNS)
    return refuse_place (self, "", error);
  if (place.row != self->row || place.column < self->column)
    return refuse_order (text, error);

  tide_xlsx_cell_reset (&self->cell, tide_xml_get_attribute (names, values, "t"),
                        tide_xml_get_attribute (names, values, "s"));
  self->cell.place = place;
  self->column = place.column + 1;
  self->in_cell = TRUE;

  return TRUE;
}

static void
begin_in_cell (Reading *self, const char *name, const char **names, const char **values)
{
  tide_xlsx_text_start (&self->cell.text, name, names, values);
  if (strcmp (name, "v") == 0)
    self->target = self->cell.value;
  else if (strcmp (name, "f") == 0)
    {
      self->target = self->cell.formula;
      self->cell.has_formula = TRUE;
    }
}

static gboolean
add_merge (Reading *self, const char **names, const char **values, GError **error)
{
  const char *text = tide_xml_get_attribute (names, values, "ref");
  TideXlsxRange range;

  if (text == NULL || !tide_xlsx_range_parse (text, &range))
    return refuse_place (self, text == NULL ? "" : text, error);
  if (!self->knows_merges)
    tide_xlsx_merges_add (self->merges, &range);

  return TRUE;
}

static gboolean
start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Reading *self = data;

  if (self->in_cell)
    begin_in_cell (self, name, names, values);
  else if (self->in_row && strcmp (name, "c") == 0)
    return begin_cell (self, names, values, error);
  else if (self->in_data && !self->in_row && strcmp (name, "row") == 0)
    return begin_row (self, names, values, error);
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = TRUE;
  else if (!self->in_data && strcmp (name, "mergeCell") == 0)
    return add_merge (self, names, values, error);

  return TRUE;
}

/* Adds the cells without values of their own before @end. */
static gboolean
fill_row (Reading *self, guint end, GError **error)
{
  TideXlsxPlace place = { self->row, tide_table_builder_get_row_length (self->builder) };

  if (!self->knows_merges)
    return place.column >= end
           || tide_table_builder_add_empty (self->builder, end - place.column, error);

  for (; place.column < end; place.column++)
    {
      TideCellKind kind = TIDE_CELL_EMPTY;
      const char *text = tide_xlsx_merges_get (self->merges, &place, &kind);

      if (!tide_table_builder_add (self->builder, kind, text == NULL ? "" : text, -1, error))
        return FALSE;
    }

  return TRUE;
}

static void
tell_merges (Reading *self, TideCellKind kind, gboolean is_number)
{
  const TideXlsxPlace *place = &self->cell.place;

  if (tide_xlsx_merges_begin (self->merges, place, kind, self->text->str, self->text->len,
                              is_number)
      && self->notes.n_unrepeated++ == 0)
    tide_xlsx_place_format (place, self->notes.first_unrepeated,
                            sizeof self->notes.first_unrepeated);
}

static gboolean
end_cell (Reading *self, GError **error)
{
  guint column = self->cell.place.column;
  TideCellKind kind;
  gboolean is_number;

  self->in_cell = FALSE;
  g_string_truncate (self->text, 0);
  if (!tide_xlsx_cell_resolve (&self->cell, self->book, &self->notes, self->text, &kind, &is_number,
                               error))
    return FALSE;
  if (self->text->len == 0)
    return TRUE;

  if (!self->has_begun)
    tide_table_builder_begin_row (self->builder, self->row);
  self->has_begun = TRUE;
  self->n_columns = MAX (self->n_columns, column + 1);
  if (!fill_row (self, column, error)
      || !tide_table_builder_add (self->builder, kind, self->text->str, (gssize) self->text->len,
                                  error))
    return FALSE;
  if (self->knows_merges)
    tell_merges (self, kind, is_number);

  return TRUE;
}

static gboolean
end_row (Reading *self, GError **error)
{
  self->in_row = FALSE;
  if (!self->has_begun)
    return TRUE;
  if (self->is_hidden && self->notes.n_hidden++ == 0)
    self->notes.first_hidden = self->row;
  if (self->knows_merges
      && !fill_row (self, tide_xlsx_merges_get_end (self->merges, self->row), error))
    return FALSE;

  return tide_table_builder_end_row (self->builder, error);
}

static gboolean
end (const char *name, gpointer data, GError **error)
{
  Reading *self = data;

  self->target = NULL;
  if (self->in_cell && strcmp (name, "c") != 0)
    tide_xlsx_text_end (&self->cell.text, name);
  else if (self->in_cell)
    return end_cell (self, error);
  else if (self->in_row && strcmp (name, "row") == 0)
    return end_row (self, error);
  else if (strcmp (name, "sheetData") == 0)
    self->in_data = FALSE;

  return TRUE;
}

static void
text (const char *piece, gsize length, gpointer data)
{
  Reading *self = data;

  if (!self->in_cell)
    return;

  tide_xlsx_text_add (&self->cell.text, piece, length);
  if (self->target != NULL && self->target->len <= TIDE_TABLE_MAX_CELL)
    g_string_append_len (self->target, piece, (gssize) length);
}

static gboolean
read_cells (Reading *self,
            TideArchive *archive,
            const char *part,
            GCancellable *cancellable,
            GError **error)
{
  static const TideXmlHandler handler = { start, end, text };

  g_clear_pointer (&self->builder, tide_table_builder_free);
  self->builder = tide_table_builder_new ();
  self->notes = (TideSpreadsheetNotes) { 0 };
  self->row = 0;

  return tide_xml_read (archive, part, &handler, self, cancellable, error);
}

/* Which cells are merged stands behind them all, so that a sheet that has some is read twice. */
static gboolean
read_merged (Reading *self,
             TideArchive *archive,
             const char *part,
             GCancellable *cancellable,
             GError **error)
{
  if (tide_xlsx_merges_is_empty (self->merges))
    return TRUE;

  tide_xlsx_merges_prepare (self->merges, self->n_columns);
  self->knows_merges = TRUE;

  return read_cells (self, archive, part, cancellable, error);
}

/**
 * tide_xlsx_sheet_read:
 * @archive: an archive
 * @part: the part of a sheet
 * @book: what its cells refer to
 * @notes: (out): what a person should be told
 * @cancellable: (nullable): stops it
 * @error: why it stopped
 *
 * Reads the cells of a sheet.
 *
 * Returns: (transfer full) (nullable): the cells; %NULL with @error set
 */
TideTable *
tide_xlsx_sheet_read (TideArchive *archive,
                      const char *part,
                      const TideXlsxBook *book,
                      TideSpreadsheetNotes *notes,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Reading) self
      = { .book = book, .merges = tide_xlsx_merges_new (), .text = g_string_new (NULL) };

  tide_xlsx_cell_init (&self.cell);
  if (!read_cells (&self, archive, part, cancellable, error)
      || !read_merged (&self, archive, part, cancellable, error))
    return NULL;

  *notes = self.notes;

  return tide_table_builder_end (self.builder);
}
