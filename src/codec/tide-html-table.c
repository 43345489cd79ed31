/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-html-table.h"

#include "codec/tide-decoder.h"
#include "codec/tide-html-entity.h"
#include "codec/tide-html-grid.h"
#include "codec/tide-html-scanner.h"
#include "codec/tide-html-value.h"
#include "core/tide-problem.h"

#include <string.h>

#define NO_BREAK_SPACE 0xa0

/* Elements that begin on a line of their own. */
static const char *const blocks[] = { "br", "p", "div", "li", "tr" };

typedef struct
{
  GPtrArray *tables;  /* of TideTable, owned */
  TideHtmlGrid *grid; /* owned (nullable): of the table that it is in */
  guint depth;        /* of tables inside the cells of others, from 1 */
  gboolean is_in_row;
  gboolean is_in_cell;
  gboolean has_space; /* white space, of which nothing is written yet */
  GString *text;      /* owned; of the cell */
  GString *value;     /* owned; room for a value */
  TideHtmlTag cell;   /* that began the cell */
} Reader;

static void
append_character (Reader *self, gunichar character)
{
  if (self->has_space && self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    g_string_append_c (self->text, ' ');
  self->has_space = FALSE;
  g_string_append_unichar (self->text, character);
}

static void
append_break (Reader *self)
{
  self->has_space = FALSE;
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
}

/* Takes line breaks off the end, and from both ends the spaces that only keep a cell open. */
static void
trim (GString *text)
{
  const char *begin = text->str;
  const char *end = text->str + text->len;

  while (begin < end && (g_utf8_get_char (begin) == NO_BREAK_SPACE || g_ascii_isspace (*begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin)
    {
      const char *last = g_utf8_prev_char (end);

      if (g_utf8_get_char (last) != NO_BREAK_SPACE && !g_ascii_isspace (*last))
        break;
      end = last;
    }
  g_string_truncate (text, (gsize) (end - text->str));
  g_string_erase (text, 0, begin - text->str);
}

static guint
get_span (const Reader *self, const char *name)
{
  g_autofree char *value = tide_html_tag_dup_attribute (&self->cell, name);

  return value != NULL ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXUINT) : 1;
}

static void
end_cell (Reader *self)
{
  g_autofree char *number = NULL;
  g_autofree char *format = NULL;
  TideCellKind kind = TIDE_CELL_EMPTY;

  if (!self->is_in_cell)
    return;

  trim (self->text);
  g_string_truncate (self->value, 0);
  number = tide_html_tag_dup_attribute (&self->cell, "sdval");
  format = tide_html_tag_dup_attribute (&self->cell, "sdnum");
  if (number != NULL)
    kind = tide_html_value_read (number, format, self->text->str, self->value);
  tide_html_grid_add (self->grid, kind != TIDE_CELL_EMPTY ? kind : TIDE_CELL_TEXT,
                      kind != TIDE_CELL_EMPTY ? self->value->str : self->text->str,
                      get_span (self, "colspan"), get_span (self, "rowspan"));
  self->is_in_cell = FALSE;
}

static gboolean
end_row (Reader *self, GError **error)
{
  if (!self->is_in_row)
    return TRUE;

  end_cell (self);
  self->is_in_row = FALSE;

  return tide_html_grid_end_row (self->grid, error);
}

static gboolean
end_table (Reader *self, GError **error)
{
  g_autoptr (TideTable) table = NULL;

  if (self->grid == NULL)
    return TRUE;

  if (!end_row (self, error))
    return FALSE;

  table = tide_html_grid_end (self->grid);
  g_clear_pointer (&self->grid, tide_html_grid_free);
  if (tide_table_get_n_rows (table) > 0)
    g_ptr_array_add (self->tables, g_steal_pointer (&table));

  return TRUE;
}

static void
begin_cell (Reader *self, const TideHtmlTag *tag)
{
  end_cell (self);
  self->is_in_row = self->is_in_cell = TRUE;
  self->has_space = FALSE;
  self->cell = *tag;
  g_string_truncate (self->text, 0);
}

/* Tables inside a cell are text of that cell. */
static gboolean
take_table (Reader *self, const TideHtmlTag *tag, GError **error)
{
  if (tag->is_end)
    {
      self->depth -= self->depth > 0;
      return self->depth > 0 || end_table (self, error);
    }
  if (self->depth > 0 && self->is_in_cell)
    {
      self->depth++;
      return TRUE;
    }
  self->depth = 1;

  return end_table (self, error);
}

static gboolean
take_tag (Reader *self, const TideHtmlTag *tag, GError **error)
{
  const gboolean is_row = strcmp (tag->name, "tr") == 0;
  const gboolean is_cell = strcmp (tag->name, "td") == 0 || strcmp (tag->name, "th") == 0;

  if (strcmp (tag->name, "table") == 0)
    return take_table (self, tag, error);

  if ((is_row || is_cell) && self->depth <= 1)
    {
      if (self->grid == NULL && !tag->is_end)
        self->grid = tide_html_grid_new ();
      if (is_row && !end_row (self, error))
        return FALSE;
      if (is_row)
        self->is_in_row = !tag->is_end && self->grid != NULL;
      else if (tag->is_end)
        end_cell (self);
      else
        begin_cell (self, tag);
    }
  else if (self->is_in_cell && is_cell)
    self->has_space = TRUE;
  else if (self->is_in_cell)
    for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
      if (strcmp (tag->name, blocks[i]) == 0 && (tag->is_end || i == 0))
        append_break (self);

  return TRUE;
}

/* Returns where the text goes on. */
static const char *
take_character (Reader *self, const char *text, const char *end)
{
  gunichar character = g_utf8_get_char (text);
  const gsize size
      = *text == '&' ? tide_html_entity_read (text, (gsize) (end - text), &character) : 0;

  if (!self->is_in_cell)
    return g_utf8_next_char (text);

  if (size == 0 && g_ascii_isspace (*text))
    self->has_space = TRUE;
  else
    append_character (self, character);

  return size > 0 ? text + size : g_utf8_next_char (text);
}

static gboolean
read_tables (Reader *self, const GString *html, GCancellable *cancellable, GError **error)
{
  const char *end = html->str + html->len;

  for (const char *c = html->str; c < end;)
    {
      TideHtmlTag tag;
      const char *next = *c == '<' ? tide_html_tag_scan (c, end, &tag) : c;

      if (next == c)
        next = take_character (self, c, end);
      else if (g_cancellable_set_error_if_cancelled (cancellable, error)
               || !take_tag (self, &tag, error))
        return FALSE;
      c = next;
    }

  return end_table (self, error);
}

static GString *
decode (GBytes *bytes, GError **error)
{
  g_autoptr (GArray) guesses = tide_encoding_guess (bytes);
  g_autoptr (TideDecoder) decoder
      = tide_decoder_new (bytes, g_array_index (guesses, TideEncodingGuess, 0).encoding);
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GError) refusal = NULL;
  const char *piece;
  gsize length;

  while ((piece = tide_decoder_next (decoder, &length, &refusal)) != NULL)
    g_string_append_len (html, piece, (gssize) length);
  if (refusal == NULL)
    return g_steal_pointer (&html);

  g_propagate_error (error, g_steal_pointer (&refusal));

  return NULL;
}

static gboolean
is_too_large (GBytes *bytes, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB", NULL);

  if (g_bytes_get_size (bytes) <= TIDE_TABLE_MAX_SIZE)
    return FALSE;

  g_propagate_error (error, tide_problem_to_error (problem));

  return TRUE;
}

/**
 * tide_html_tables_read:
 * @bytes: a document or a fragment of HTML, as spreadsheets and browsers put it on the clipboard
 * @cancellable: (nullable): asked at each tag
 * @error: which byte or limit of tables is refused
 *
 * Reads the tables of HTML. Tags may be left out or never be closed; the value of merged cells
 * stands in each of them, but not in those below where it is a number. Where LibreOffice gives the
 * exact value of a cell, that is taken for the rounded one that is shown. A table inside a cell is
 * text of the cell. Lines are rows of the table. Runs in any thread.
 *
 * Returns: (transfer full) (nullable) (element-type TideTable): the tables that have a value, in
 *   order, maybe none; %NULL with @error set
 */
GPtrArray *
tide_html_tables_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_table_unref);
  g_autoptr (GString) html = NULL;
  Reader reader = { .tables = tables };
  gboolean is_read;

  if (is_too_large (bytes, error) || (html = decode (bytes, error)) == NULL)
    return NULL;

  reader.text = g_string_new (NULL);
  reader.value = g_string_new (NULL);
  is_read = read_tables (&reader, html, cancellable, error);
  g_clear_pointer (&reader.grid, tide_html_grid_free);
  g_string_free (reader.text, TRUE);
  g_string_free (reader.value, TRUE);

  return is_read ? g_steal_pointer (&tables) : NULL;
}
