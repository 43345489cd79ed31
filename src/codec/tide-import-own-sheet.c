/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-own-private.h"

#include <string.h>

/* How well a header fits a sheet. */
typedef enum
{
  FIT_NONE,
  FIT_PART,
  FIT_WHOLE,
} Fit;

static void
clear_column (TideOwnColumn *column)
{
  g_free (column->path);
}

/*
 * tide_own_sheet_clear:
 * @self: a sheet
 */
void
tide_own_sheet_clear (TideOwnSheet *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
}

/*
 * tide_own_sheet_get_cell:
 * @self: a sheet
 * @column: one of its columns
 *
 * Returns: (transfer none): what the column is of
 */
const TideExportCell *
tide_own_sheet_get_cell (const TideOwnSheet *self, const TideOwnColumn *column)
{
  return &g_array_index (self->cells, TideExportCell, column->cell);
}

static void
begin (TideOwnSheet *self, TideExportType type, guint row)
{
  *self = (TideOwnSheet) { .type = type,
                           .record_column = TIDE_OWN_NO_COLUMN,
                           .entry_column = TIDE_OWN_NO_COLUMN,
                           .header = row };
  self->shape = tide_export_type_get_rows (type, &self->kind, &self->path);
  self->cells = tide_export_cells_new (self->shape);
  self->columns = g_array_new (FALSE, FALSE, sizeof (TideOwnColumn));
  g_array_set_clear_func (self->columns, (GDestroyNotify) clear_column);
}

static guint
find_cell (const TideOwnSheet *self, const char *title)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (strcmp (g_array_index (self->cells, TideExportCell, i).title, title) == 0)
      return i;

  return TIDE_OWN_NO_COLUMN;
}

static char *
dup_path (const TideExportCell *cell)
{
  return cell->object != NULL ? g_build_path ("/", cell->object->name, cell->member->name, NULL)
                              : g_strdup (cell->member->name);
}

/* Whether there is such a column in the sheet, once. */
static gboolean
take_title (TideOwnSheet *self, const char *record_title, const char *title, guint index)
{
  const guint cell = find_cell (self, title);
  TideOwnColumn column = { cell, index, TIDE_OWN_NO_COLUMN, NULL };
  guint *place = NULL;

  if (self->path == NULL && strcmp (title, "id") == 0)
    place = &self->record_column;
  else if (self->path != NULL && self->shape->has_id && strcmp (title, "id") == 0)
    place = &self->entry_column;
  else if (record_title != NULL && g_str_has_prefix (title, record_title)
           && strcmp (title + strlen (record_title), "-id") == 0)
    place = &self->record_column;
  if (place != NULL)
    {
      const gboolean is_first = *place == TIDE_OWN_NO_COLUMN;

      *place = index;
      return is_first;
    }
  if (cell == TIDE_OWN_NO_COLUMN)
    return g_strcmp0 (title, record_title) == 0
           || (self->type == TIDE_EXPORT_PROJECTS && tide_export_summary_has_title (title));

  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, TideOwnColumn, i).cell == cell)
      return FALSE;
  column.path = dup_path (&g_array_index (self->cells, TideExportCell, cell));
  g_array_append_val (self->columns, column);

  return TRUE;
}

static gboolean
has_column_of (const TideOwnSheet *self, guint cell)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, TideOwnColumn, i).cell == cell)
      return TRUE;

  return FALSE;
}

static Fit
get_fit (const TideOwnSheet *self)
{
  Fit fit = FIT_WHOLE;

  if (self->record_column == TIDE_OWN_NO_COLUMN
      || (self->path != NULL && self->shape->has_id && self->entry_column == TIDE_OWN_NO_COLUMN))
    return FIT_NONE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const TideExportCell *cell = &g_array_index (self->cells, TideExportCell, i);

      if (has_column_of (self, i))
        continue;
      if (cell->facet != TIDE_EXPORT_LABEL
          && cell->member->flags & (TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED | TIDE_MEMBER_IMPLICIT))
        return FIT_NONE;
      fit = FIT_PART;
    }

  return fit;
}

static Fit
fit_header (TideOwnSheet *self, const TideTable *table, guint row)
{
  g_autofree char *record_title
      = self->path != NULL ? tide_export_type_dup_title (self->type) : NULL;

  for (guint i = 0; i < tide_table_get_row_length (table, row); i++)
    {
      const char *title = tide_table_get_text (table, row, i);

      if (title != NULL && *title != '\0' && !take_title (self, record_title, title, i))
        return FIT_NONE;
    }

  return get_fit (self);
}

/* The names of what is referred to stand before the ids. */
static void
join_columns (TideOwnSheet *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TideOwnColumn *column = &g_array_index (self->columns, TideOwnColumn, i);

      for (guint j = 0; j < self->columns->len; j++)
        {
          const TideOwnColumn *name = &g_array_index (self->columns, TideOwnColumn, j);

          if (name->cell + 1 == column->cell
              && tide_own_sheet_get_cell (self, name)->facet == TIDE_EXPORT_LABEL)
            column->other = name->column;
        }
    }
}

/*
 * tide_own_sheet_init:
 * @self: a sheet
 * @table: a table
 * @row: a row of it
 *
 * Recognises the titles of a sheet that #TideExport writes, in any order, with nothing else beside
 * them. Titles that are left out are those of members that stay as they are; where more than one
 * sheet might be meant, it is none.
 *
 * Returns: whether the row has them; if so, the sheet is to be cleared
 */
gboolean
tide_own_sheet_init (TideOwnSheet *self, const TideTable *table, guint row)
{
  Fit best = FIT_NONE;
  guint n_best = 0;

  *self = (TideOwnSheet) { 0 };
  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    {
      TideOwnSheet sheet;
      Fit fit;

      begin (&sheet, (TideExportType) i, row);
      fit = fit_header (&sheet, table, row);
      n_best = fit > best ? 1 : n_best + (fit != FIT_NONE && fit == best);
      if (fit > best)
        {
          tide_own_sheet_clear (self);
          *self = sheet;
          best = fit;
        }
      else
        tide_own_sheet_clear (&sheet);
    }
  if (n_best == 1)
    {
      join_columns (self);
      return TRUE;
    }

  tide_own_sheet_clear (self);

  return FALSE;
}

/* All rows of a table but few can be told from a header by their first cell. */
static gboolean
may_be_header (const TideTable *table, guint row)
{
  const char *text = tide_table_get_text (table, row, 0);

  return text != NULL && g_ascii_islower (*text) && strchr (text, ' ') == NULL;
}

/*
 * tide_own_sheets_new:
 * @table: a table
 *
 * Returns: (transfer full) (element-type TideOwnSheet): the sheets of ours that it consists of, one
 *   below the other, those of records first; none where its first row does not begin one
 */
GArray *
tide_own_sheets_new (const TideTable *table)
{
  const guint n = tide_table_get_n_rows (table);
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (TideOwnSheet));

  g_array_set_clear_func (sheets, (GDestroyNotify) tide_own_sheet_clear);
  for (guint i = 0; i < n; i++)
    {
      TideOwnSheet sheet;

      if ((i > 0 && sheets->len == 0) || !may_be_header (table, i)
          || !tide_own_sheet_init (&sheet, table, i))
        continue;
      if (sheets->len > 0)
        g_array_index (sheets, TideOwnSheet, sheets->len - 1).end = i;
      sheet.end = n;
      g_array_append_val (sheets, sheet);
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      TideOwnSheet *sheet = &g_array_index (sheets, TideOwnSheet, i);

      sheet->decimal_sign = tide_own_number_find_sign (table, sheet);
    }

  return sheets;
}

/**
 * tide_import_own_recognise:
 * @table: a table
 * @row: a row of it
 *
 * Returns: the #TideExportType of the sheet whose titles, as tide_export_write() writes them, stand
 *   in the row; -1 where it has others
 */
int
tide_import_own_recognise (const TideTable *table, guint row)
{
  TideOwnSheet sheet;
  int type;

  if (row >= tide_table_get_n_rows (table) || !tide_own_sheet_init (&sheet, table, row))
    return -1;

  type = (int) sheet.type;
  tide_own_sheet_clear (&sheet);

  return type;
}

/**
 * tide_import_own_is_whole:
 * @table: a table
 *
 * Returns: whether it is all that Tideline has written of what its rows are: a list of projects
 *   alone is not, as parties, sectors, stages and amounts have tables of their own
 */
gboolean
tide_import_own_is_whole (const TideTable *table)
{
  g_autoptr (GArray) sheets = tide_own_sheets_new (table);

  return sheets->len > 1
         || (sheets->len == 1
             && g_array_index (sheets, TideOwnSheet, 0).type != TIDE_EXPORT_PROJECTS);
}

static gboolean
add_rows (TideTableBuilder *builder, const TideTable *table, GError **error)
{
  for (guint i = 0; i < tide_table_get_n_rows (table); i++)
    {
      tide_table_builder_begin_row (builder, tide_table_get_line (table, i));
      for (guint j = 0; j < tide_table_get_row_length (table, i); j++)
        if (!tide_table_builder_add (builder, tide_table_get_kind (table, i, j),
                                     tide_table_get_text (table, i, j), -1, error))
          return FALSE;
      if (!tide_table_builder_end_row (builder, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tide_import_own_join:
 * @tables: (element-type TideTable): tables of one file
 * @error: return location for the limit of tables that they are beyond together
 *
 * Puts those that Tideline has written one below the other, each with its titles; leaves the others
 * out.
 *
 * Returns: (transfer full) (nullable): them, or %NULL with @error set
 */
TideTable *
tide_import_own_join (const GPtrArray *tables, GError **error)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();

  for (guint i = 0; i < tables->len; i++)
    {
      const TideTable *table = g_ptr_array_index (tables, i);

      if (tide_import_own_recognise (table, 0) >= 0 && !add_rows (builder, table, error))
        return NULL;
    }

  return tide_table_builder_end (builder);
}
