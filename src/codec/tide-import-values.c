/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-values.h"

#include "codec/tide-import-private.h"

#include <string.h>

/* As many as shares have behind the point. */
#define MAX_SHARE_DIGITS 6

struct _TideImportValues
{
  gatomicrefcount ref_count;
  GPtrArray *values;                              /* owned, of owned TideImportValue */
  GHashTable *by_text[TIDE_N_IMPORT_VALUE_KINDS]; /* owned: folded texts to indices + 1 */
  GHashTable *by_cell[TIDE_N_IMPORT_VALUE_KINDS]; /* owned: cells to arrays of TideImportPiece */
};

/* What the names of a table are gathered with. */
typedef struct
{
  TideImportValues *values; /* borrowed */
  const TideImportPlan *plan;
  const TideTable *table;
  guint row; /* TIDE_IMPORT_NO_ROW for constants */
} Gathering;

static void
value_free (gpointer data)
{
  TideImportValue *value = data;

  g_free (value->text);
  g_free (value->target);
  g_free (value);
}

static TideImportValues *
values_new (void)
{
  TideImportValues *self = g_new0 (TideImportValues, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->values = g_ptr_array_new_with_free_func (value_free);
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    {
      self->by_text[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->by_cell[i]
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
    }

  return self;
}

/**
 * tide_import_values_ref:
 * @self: the values of a table
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TideImportValues *
tide_import_values_ref (TideImportValues *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_import_values_unref:
 * @self: (transfer full): the values of a table
 */
void
tide_import_values_unref (TideImportValues *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->values);
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    {
      g_hash_table_unref (self->by_text[i]);
      g_hash_table_unref (self->by_cell[i]);
    }
  g_free (self);
}

/* Gathering ----------------------------------------------------------------------------------- */

static gboolean
is_list (TideImportValueKind kind)
{
  return kind == TIDE_IMPORT_VALUE_SECTOR || kind == TIDE_IMPORT_VALUE_PARTY;
}

static gboolean
is_separator (TideImportValueKind kind, gunichar c)
{
  return c == 0x3001 || c == 0xff1b || c == ';' || c == '\n' || c == '|'
         || (kind == TIDE_IMPORT_VALUE_SECTOR && c == 0xff0c);
}

/* Where the share begins with which a sector's name ends: 新材料 60%, New materials (60 %). */
static char *
find_share (char *text, gsize length)
{
  char *start = text + length;

  while (start > text && strchr ("0123456789. ", start[-1]) != NULL)
    start--;

  return start;
}

static gboolean
read_share (const char *start, const char *end, TideDecimal *share)
{
  g_autofree char *number = g_strndup (start, (gsize) (end - start));

  if (tide_decimal_parse (g_strstrip (number), share) == TIDE_DECIMAL_OK
      && share->scale <= MAX_SHARE_DIGITS)
    return TRUE;

  *share = (TideDecimal) { 0 };

  return FALSE;
}

/* Takes the share off the name; a name that only looks like it stays whole. */
static void
take_share (char *text, TideDecimal *share)
{
  gsize length = strlen (text);
  char *start;

  if (g_str_has_suffix (text, "%)"))
    length -= strlen (")");
  else if (g_str_has_suffix (text, "%）"))
    length -= strlen ("）");
  if (length == 0 || text[length - 1] != '%')
    return;

  start = find_share (text, length - 1);
  if (!read_share (start, text + length - 1, share))
    return;

  *start = '\0';
  if (g_str_has_suffix (text, "("))
    start -= strlen ("(");
  else if (g_str_has_suffix (text, "（"))
    start -= strlen ("（");
  *start = '\0';
  g_strchomp (text);
}

static guint
add_value (Gathering *self, TideImportValueKind kind, const char *text)
{
  g_autofree char *folded = tide_text_fold (text);
  GHashTable *table = self->values->by_text[kind];
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (table, folded));
  TideImportValue *value;

  if (index > 0)
    return index - 1;

  value = g_new0 (TideImportValue, 1);
  value->kind = kind;
  value->text = g_strdup (text);
  value->first_row = self->row;
  g_ptr_array_add (self->values->values, value);
  index = self->values->values->len;
  g_hash_table_insert (table, g_steal_pointer (&folded), GUINT_TO_POINTER (index));

  return index - 1;
}

static void
add_piece (Gathering *self, TideImportValueKind kind, GArray *pieces, const char *text)
{
  g_autofree char *name = tide_text_normalise (text);
  TideImportPiece piece = { 0 };

  if (name == NULL)
    return;
  if (kind == TIDE_IMPORT_VALUE_SECTOR)
    take_share (name, &piece.share);
  if (*name == '\0')
    return;

  piece.value = add_value (self, kind, name);
  g_array_append_val (pieces, piece);
}

static void
add_pieces (Gathering *self, TideImportValueKind kind, GArray *pieces, const char *text)
{
  const char *start = text;

  if (is_list (kind))
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
      if (is_separator (kind, g_utf8_get_char (p)))
        {
          g_autofree char *part = g_strndup (start, (gsize) (p - start));

          add_piece (self, kind, pieces, part);
          start = g_utf8_next_char (p);
        }

  add_piece (self, kind, pieces, start);
}

/* Cells that say that nothing is known name nothing. */
static GArray *
read_cell (Gathering *self, TideImportValueKind kind, TideCellKind cell_kind, const char *text)
{
  static const TideColumnFormat format = { .kind = TIDE_COLUMN_TEXT };
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (TideImportPiece));
  g_auto (TideCellReading) reading = { 0 };

  if (tide_column_format_read_text (&format, cell_kind, text, &reading) == TIDE_CELL_IS_READ)
    add_pieces (self, kind, pieces, reading.text);

  return pieces;
}

static void
gather (Gathering *self, TideImportValueKind kind, TideCellKind cell_kind, const char *text)
{
  GArray *pieces;

  if (*text == '\0')
    return;

  pieces = g_hash_table_lookup (self->values->by_cell[kind], text);
  if (pieces == NULL)
    {
      pieces = read_cell (self, kind, cell_kind, text);
      g_hash_table_insert (self->values->by_cell[kind], g_strdup (text), pieces);
    }
  for (guint i = 0; self->row != TIDE_IMPORT_NO_ROW && i < pieces->len; i++)
    {
      TideImportValue *value = g_ptr_array_index (self->values->values,
                                                  g_array_index (pieces, TideImportPiece, i).value);

      value->n_rows++;
    }
}

static void
gather_row (Gathering *self)
{
  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      const TideImportColumn *column = &g_array_index (self->plan->columns, TideImportColumn, i);
      const int kind = tide_import_field_get_value_kind (column->field);

      if (kind >= 0)
        gather (self, (TideImportValueKind) kind, tide_table_get_kind (self->table, self->row, i),
                tide_table_get_text (self->table, self->row, i));
    }
}

static void
gather_constants (Gathering *self)
{
  self->row = TIDE_IMPORT_NO_ROW;
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      const int kind = tide_import_field_get_value_kind ((TideImportField) i);

      if (kind >= 0 && self->plan->constants[i] != NULL)
        gather (self, (TideImportValueKind) kind, TIDE_CELL_TEXT, self->plan->constants[i]);
    }
}

static gboolean
gather_rows (Gathering *self,
             GCancellable *cancellable,
             TideProgressFunc progress,
             gpointer progress_data,
             GError **error)
{
  const guint n = tide_table_get_n_rows (self->table);

  for (guint i = self->plan->first_row; i < n; i++)
    {
      self->row = i;
      gather_row (self);
      if (i % TIDE_IMPORT_ROWS_AT_ONCE != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i, n, progress_data);
    }

  return TRUE;
}

/* Matching ------------------------------------------------------------------------------------ */

static gboolean
match_all (TideImportValues *self,
           const TideImportPlan *plan,
           TideSnapshot *snapshot,
           GCancellable *cancellable,
           GError **error)
{
  for (guint kind = 0; kind < TIDE_N_IMPORT_VALUE_KINDS; kind++)
    {
      g_autoptr (TideImportMatcher) matcher = NULL;

      if (g_hash_table_size (self->by_text[kind]) == 0)
        continue;

      matcher = tide_import_matcher_new ((TideImportValueKind) kind, plan, snapshot);
      for (guint i = 0; i < self->values->len; i++)
        {
          TideImportValue *value = g_ptr_array_index (self->values, i);

          if (value->kind == (TideImportValueKind) kind)
            tide_import_matcher_match (matcher, value);
          if (i % TIDE_IMPORT_ROWS_AT_ONCE == 0
              && g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * tide_import_values_new:
 * @plan: a plan
 * @table: its table
 * @snapshot: the register that it is for
 * @cancellable: (nullable): to give up, within a fraction of a second
 * @progress: (nullable): told how many rows were looked through
 * @progress_data: for @progress
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Gathers the different names of sectors, divisions and the like, and looks for them in the
 * register: as they are, folded, in either language; as words that are used for stages and the
 * like; and by likeness. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the values
 */
TideImportValues *
tide_import_values_new (const TideImportPlan *plan,
                        const TideTable *table,
                        TideSnapshot *snapshot,
                        GCancellable *cancellable,
                        TideProgressFunc progress,
                        gpointer progress_data,
                        GError **error)
{
  g_autoptr (TideImportValues) self = values_new ();
  Gathering gathering = { self, plan, table, 0 };

  if (!gather_rows (&gathering, cancellable, progress, progress_data, error))
    return NULL;
  gather_constants (&gathering);
  if (!match_all (self, plan, snapshot, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tide_import_values_get_n:
 * @self: the values of a table
 *
 * Returns: how many there are
 */
guint
tide_import_values_get_n (const TideImportValues *self)
{
  return self->values->len;
}

/**
 * tide_import_values_get:
 * @self: the values of a table
 * @index: which one, from 0
 *
 * Returns: (transfer none): the value
 */
const TideImportValue *
tide_import_values_get (const TideImportValues *self, guint index)
{
  g_return_val_if_fail (index < self->values->len, NULL);

  return g_ptr_array_index (self->values, index);
}

/**
 * tide_import_values_find:
 * @self: the values of a table
 * @kind: what @text names
 * @text: a name, in any case and width
 *
 * Returns: (transfer none) (nullable): the value
 */
const TideImportValue *
tide_import_values_find (const TideImportValues *self, TideImportValueKind kind, const char *text)
{
  g_autofree char *normal = tide_text_normalise (text);
  g_autofree char *folded = normal != NULL ? tide_text_fold (normal) : NULL;
  guint index = 0;

  g_return_val_if_fail (kind < TIDE_N_IMPORT_VALUE_KINDS, NULL);

  if (folded != NULL)
    index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_text[kind], folded));

  return index > 0 ? g_ptr_array_index (self->values, index - 1) : NULL;
}

/*
 * tide_import_values_find_pieces:
 * @self: the values of a table
 * @kind: what the cell names
 * @text: what the cell says
 *
 * Returns: (nullable) (element-type TideImportPiece): the names in it
 */
const GArray *
tide_import_values_find_pieces (const TideImportValues *self,
                                TideImportValueKind kind,
                                const char *text)
{
  return g_hash_table_lookup (self->by_cell[kind], text);
}
