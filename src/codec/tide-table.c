/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-table.h"

#include "core/tide-problem.h"

#include <string.h>

/* Where a row begins among the cells, and in the file. */
typedef struct
{
  guint32 first;
  guint32 line;
} Row;

struct _TideTable
{
  gatomicrefcount ref_count;
  GArray *rows;      /* of Row, owned; one more than there are, which ends the last */
  GArray *texts;     /* of guint32, owned: where the text of each cell begins */
  GByteArray *kinds; /* of TideCellKind, owned */
  GString *text;     /* owned; the texts of all cells, each ended by a NUL */
  guint n_columns;
};

struct _TideTableBuilder
{
  TideTable *table; /* owned; what there is of it */
  Row row;          /* the one that is being added to */
};

static TideTable *
table_new (void)
{
  TideTable *self = g_new0 (TideTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->texts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->kinds = g_byte_array_new ();
  self->text = g_string_new (NULL);

  return self;
}

/**
 * tide_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
TideTable *
tide_table_ref (TideTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_table_unref:
 * @self: (transfer full): a table
 */
void
tide_table_unref (TideTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->rows);
  g_array_unref (self->texts);
  g_byte_array_unref (self->kinds);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * tide_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows were read, those above a header among them
 */
guint
tide_table_get_n_rows (const TideTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len - 1;
}

/**
 * tide_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many cells the longest row has
 */
guint
tide_table_get_n_columns (const TideTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

static const Row *
get_row (const TideTable *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

/**
 * tide_table_get_row_length:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: how many cells the row has
 */
guint
tide_table_get_row_length (const TideTable *self, guint row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < tide_table_get_n_rows (self), 0);

  return get_row (self, row + 1)->first - get_row (self, row)->first;
}

/**
 * tide_table_get_line:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: the line of the file in which the row begins, or the row of the sheet, from 1
 */
guint
tide_table_get_line (const TideTable *self, guint row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < tide_table_get_n_rows (self), 0);

  return get_row (self, row)->line;
}

/* The number of a cell among all, or G_MAXUINT where the row is shorter. */
static guint
find_cell (const TideTable *self, guint row, guint column)
{
  if (row >= tide_table_get_n_rows (self) || column >= tide_table_get_row_length (self, row))
    return G_MAXUINT;

  return get_row (self, row)->first + column;
}

/**
 * tide_table_get_text:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): what the cell says, in UTF-8; empty where there is none
 */
const char *
tide_table_get_text (const TideTable *self, guint row, guint column)
{
  guint cell;

  g_return_val_if_fail (self != NULL, "");

  cell = find_cell (self, row, column);

  return cell == G_MAXUINT ? "" : self->text->str + g_array_index (self->texts, guint32, cell);
}

/**
 * tide_table_get_kind:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: what the file says that the cell is
 */
TideCellKind
tide_table_get_kind (const TideTable *self, guint row, guint column)
{
  guint cell;

  g_return_val_if_fail (self != NULL, TIDE_CELL_EMPTY);

  cell = find_cell (self, row, column);

  return cell == G_MAXUINT ? TIDE_CELL_EMPTY : (TideCellKind) self->kinds->data[cell];
}

/**
 * tide_table_builder_new:
 *
 * Returns: (transfer full): a builder of a table without rows
 */
TideTableBuilder *
tide_table_builder_new (void)
{
  TideTableBuilder *self = g_new0 (TideTableBuilder, 1);

  self->table = table_new ();

  return self;
}

/**
 * tide_table_builder_free:
 * @self: (transfer full): a builder
 */
void
tide_table_builder_free (TideTableBuilder *self)
{
  g_return_if_fail (self != NULL);

  if (self->table != NULL)
    {
      g_array_append_val (self->table->rows, self->row);
      tide_table_unref (self->table);
    }
  g_free (self);
}

/**
 * tide_table_builder_get_n_rows:
 * @self: a builder
 *
 * Returns: how many rows have ended
 */
guint
tide_table_builder_get_n_rows (const TideTableBuilder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->table->rows->len;
}

/**
 * tide_table_builder_get_row_length:
 * @self: a builder
 *
 * Returns: how many cells the row has that is being added to
 */
guint
tide_table_builder_get_row_length (const TideTableBuilder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->table->texts->len - self->row.first;
}

/**
 * tide_table_builder_begin_row:
 * @self: a builder
 * @line: the line of the file in which the row begins, or the row of the sheet, from 1
 *
 * Begins a row.
 */
void
tide_table_builder_begin_row (TideTableBuilder *self, guint line)
{
  g_return_if_fail (self != NULL);

  self->row.first = self->table->texts->len;
  self->row.line = line;
}

static gboolean
refuse (const TideTableBuilder *self, TideProblemCode code, const char *limit, GError **error)
{
  g_autofree char *line = g_strdup_printf ("%u", self->row.line);
  g_autoptr (TideProblem) problem = tide_problem_new (code, limit, line, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/**
 * tide_table_builder_add:
 * @self: a builder
 * @kind: what the file says that the cell is
 * @text: what the cell says, in valid UTF-8 without NUL; empty for an empty cell
 * @length: bytes of @text, or -1 where a NUL ends it
 * @error: which limit it is beyond
 *
 * Adds a cell to the row. An empty text makes the cell an empty one.
 *
 * Returns: %FALSE with @error set where the cell is too long, the row has too many columns or the
 * table too many cells
 */
gboolean
tide_table_builder_add (
    TideTableBuilder *self, TideCellKind kind, const char *text, gssize length, GError **error)
{
  TideTable *table;
  gsize size;
  guint32 begin;
  guint8 code;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  table = self->table;
  size = length < 0 ? strlen (text) : (gsize) length;
  if (size > TIDE_TABLE_MAX_CELL)
    return refuse (self, TIDE_PROBLEM_CELL_TOO_LONG, "1 MB", error);
  if (tide_table_builder_get_row_length (self) >= TIDE_TABLE_MAX_COLUMNS)
    return refuse (self, TIDE_PROBLEM_TOO_MANY_COLUMNS, "10,000", error);
  if (table->texts->len >= TIDE_TABLE_MAX_CELLS)
    return refuse (self, TIDE_PROBLEM_TOO_MANY_CELLS, "50,000,000", error);
  if (table->text->len + size > TIDE_TABLE_MAX_SIZE + (gsize) TIDE_TABLE_MAX_CELLS)
    return refuse (self, TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB", error);

  begin = (guint32) table->text->len;
  code = size == 0 ? TIDE_CELL_EMPTY : (guint8) kind;
  g_array_append_val (table->texts, begin);
  g_byte_array_append (table->kinds, &code, 1);
  g_string_append_len (table->text, text, (gssize) size);
  g_string_append_c (table->text, '\0');

  return TRUE;
}

/**
 * tide_table_builder_add_empty:
 * @self: a builder
 * @n: how many
 * @error: which limit it is beyond
 *
 * Adds so many empty cells to the row at once.
 *
 * Returns: %FALSE with @error set where the row has too many columns or the table too many cells
 */
gboolean
tide_table_builder_add_empty (TideTableBuilder *self, guint n, GError **error)
{
  TideTable *table;
  guint first;
  gsize begin;

  g_return_val_if_fail (self != NULL, FALSE);

  table = self->table;
  first = table->texts->len;
  begin = table->text->len;
  if (n > TIDE_TABLE_MAX_COLUMNS
      || tide_table_builder_get_row_length (self) + n > TIDE_TABLE_MAX_COLUMNS)
    return refuse (self, TIDE_PROBLEM_TOO_MANY_COLUMNS, "10,000", error);
  if (first + n > TIDE_TABLE_MAX_CELLS)
    return refuse (self, TIDE_PROBLEM_TOO_MANY_CELLS, "50,000,000", error);
  if (begin + n > TIDE_TABLE_MAX_SIZE + (gsize) TIDE_TABLE_MAX_CELLS)
    return refuse (self, TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB", error);

  g_array_set_size (table->texts, first + n);
  for (guint i = 0; i < n; i++)
    g_array_index (table->texts, guint32, first + i) = (guint32) (begin + i);
  g_byte_array_set_size (table->kinds, first + n);
  memset (table->kinds->data + first, TIDE_CELL_EMPTY, n);
  g_string_set_size (table->text, begin + n);
  memset (table->text->str + begin, '\0', n);

  return TRUE;
}

/**
 * tide_table_builder_end_row:
 * @self: a builder
 * @error: which limit it is beyond
 *
 * Ends a row, which may have no cell at all.
 *
 * Returns: %FALSE with @error set where the table has too many rows
 */
gboolean
tide_table_builder_end_row (TideTableBuilder *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->table->rows->len >= TIDE_TABLE_MAX_ROWS)
    return refuse (self, TIDE_PROBLEM_TOO_MANY_ROWS, "1,000,000", error);

  self->table->n_columns = MAX (self->table->n_columns, tide_table_builder_get_row_length (self));
  g_array_append_val (self->table->rows, self->row);
  self->row.first = self->table->texts->len;

  return TRUE;
}

/**
 * tide_table_builder_end:
 * @self: a builder; it is used up, and only to be freed
 *
 * Returns: (transfer full): the table of the rows that have ended
 */
TideTable *
tide_table_builder_end (TideTableBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->table != NULL, NULL);

  g_array_append_val (self->table->rows, self->row);

  return g_steal_pointer (&self->table);
}
