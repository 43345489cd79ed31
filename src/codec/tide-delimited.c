/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-delimited-private.h"

#include "codec/tide-cell-text.h"
#include "codec/tide-decoder.h"
#include "core/tide-problem.h"

#include <string.h>

typedef enum
{
  STATE_START,  /* at the beginning of a cell */
  STATE_PLAIN,  /* in a cell without a quotation mark in front, or behind the closing one */
  STATE_QUOTED, /* between quotation marks */
  STATE_QUOTE,  /* behind a quotation mark, which closes the cell unless another one follows */
} State;

typedef struct
{
  TideTableBuilder *builder; /* owned */
  const TideDelimitedOptions *options;
  gboolean ends_plain[256]; /* which bytes end a cell without quotation marks */
  State state;
  GString *cell;    /* owned; what the cell says so far, where it is not in one piece */
  guint n_blank;    /* empty cells of the row that are not added yet */
  guint line;       /* from 1 */
  guint quote_line; /* where the last quotation mark opened */
  char last;        /* the last character, for CR LF */
  gboolean has_cells;
  gboolean has_value; /* a row of nothing but separators is no row */
} Parser;

static void
parser_init (Parser *self, const TideDelimitedOptions *options)
{
  *self = (Parser) { .builder = tide_table_builder_new (), .options = options, .line = 1 };
  self->cell = g_string_new (NULL);
  self->ends_plain[(guint8) options->separator] = TRUE;
  self->ends_plain['\r'] = self->ends_plain['\n'] = TRUE;
  tide_table_builder_begin_row (self->builder, self->line);
}

static void
parser_clear (Parser *self)
{
  tide_table_builder_free (self->builder);
  g_string_free (self->cell, TRUE);
}

static gboolean
add_blanks (Parser *self, GError **error)
{
  for (; self->n_blank > 0; self->n_blank--)
    if (!tide_table_builder_add (self->builder, TIDE_CELL_EMPTY, "", 0, error))
      return FALSE;

  return TRUE;
}

static gboolean
append (Parser *self, const char *text, gsize length, GError **error)
{
  g_string_append_len (self->cell, text, (gssize) length);

  return self->cell->len <= TIDE_TABLE_MAX_CELL + 1
         || tide_table_builder_add (self->builder, TIDE_CELL_TEXT, self->cell->str,
                                    (gssize) self->cell->len, error);
}

/* Ends a cell with the text that was not gathered yet. */
static gboolean
end_cell (Parser *self, const char *text, gsize length, GError **error)
{
  if (self->cell->len > 0)
    {
      if (!append (self, text, length, error))
        return FALSE;
      text = self->cell->str;
      length = self->cell->len;
    }
  self->state = STATE_START;
  self->has_cells = TRUE;
  if (length == 0)
    {
      self->n_blank++;
      return self->n_blank <= TIDE_TABLE_MAX_COLUMNS || add_blanks (self, error);
    }

  self->has_value = TRUE;
  if (!add_blanks (self, error) || !tide_cell_text_add (self->builder, text, length, error))
    return FALSE;
  g_string_truncate (self->cell, 0);

  return TRUE;
}

static gboolean
end_row (Parser *self, GError **error)
{
  if (self->has_value
      && (!add_blanks (self, error) || !tide_table_builder_end_row (self->builder, error)))
    return FALSE;

  self->n_blank = 0;
  self->has_cells = self->has_value = FALSE;
  tide_table_builder_begin_row (self->builder, self->line);

  return TRUE;
}

/* What ends a cell: a separator, or a line break, which ends the row too. */
static gboolean
end_at (Parser *self, const char *text, gsize length, char ending, GError **error)
{
  self->last = ending;
  if (ending == self->options->separator)
    return end_cell (self, text, length, error);

  self->line++;

  return end_cell (self, text, length, error) && end_row (self, error);
}

static void
count_lines (Parser *self, const char *text, const char *end)
{
  for (; text < end; text++)
    {
      self->line += *text == '\r' || (*text == '\n' && self->last != '\r');
      self->last = *text;
    }
}

/* Returns where the piece goes on, or NULL on an error; so do the others. */
static const char *
parse_plain (Parser *self, const char *text, const char *end, GError **error)
{
  const char *c = text;

  while (c < end && !self->ends_plain[(guint8) *c])
    c++;
  if (c < end)
    return end_at (self, text, (gsize) (c - text), *c, error) ? c + 1 : NULL;

  self->last = '\0';

  return append (self, text, (gsize) (c - text), error) ? c : NULL;
}

static const char *
parse_quoted (Parser *self, const char *text, const char *end, GError **error)
{
  const char *quote = memchr (text, self->options->quote, (gsize) (end - text));
  const char *stop = quote != NULL ? quote : end;

  count_lines (self, text, stop);
  if (!append (self, text, (gsize) (stop - text), error))
    return NULL;
  if (quote == NULL)
    return end;
  self->state = STATE_QUOTE;

  return quote + 1;
}

static const char *
parse_quote (Parser *self, const char *text, GError **error)
{
  if (*text != self->options->quote)
    {
      self->state = STATE_PLAIN;
      return text;
    }
  self->state = STATE_QUOTED;

  return append (self, text, 1, error) ? text + 1 : NULL;
}

static const char *
parse_start (Parser *self, const char *text)
{
  if (*text == '\n' && self->last == '\r' && !self->has_cells)
    {
      self->last = '\0';
      return text + 1;
    }
  self->last = '\0';
  if (*text != self->options->quote)
    {
      self->state = STATE_PLAIN;
      return text;
    }
  self->state = STATE_QUOTED;
  self->quote_line = self->line;

  return text + 1;
}

static gboolean
parse (Parser *self, const char *text, gsize length, GError **error)
{
  const char *end = text + length;

  while (text != NULL && text < end)
    if (self->state == STATE_PLAIN)
      text = parse_plain (self, text, end, error);
    else if (self->state == STATE_QUOTED)
      text = parse_quoted (self, text, end, error);
    else if (self->state == STATE_QUOTE)
      text = parse_quote (self, text, error);
    else
      text = parse_start (self, text);

  return text != NULL;
}

static gboolean
refuse_open_quote (const Parser *self, GError **error)
{
  g_autofree char *line = g_strdup_printf ("%u", self->quote_line);
  g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_OPEN_QUOTE, line, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/* The last line may lack its line break. */
static gboolean
parse_end (Parser *self, GError **error)
{
  if (self->state == STATE_QUOTED)
    return refuse_open_quote (self, error);
  if (self->state == STATE_START && !self->has_cells)
    return TRUE;

  return end_cell (self, "", 0, error) && end_row (self, error);
}

/**
 * tide_delimited_get_separator_line:
 * @text: the beginning of a text
 * @length: bytes of @text
 * @separator: (out) (optional): the separator that it names
 *
 * Finds the first line "sep=;" with which some programs tell each other the separator.
 *
 * Returns: how many bytes the line has without its line break; 0 where there is none
 */
gsize
tide_delimited_get_separator_line (const char *text, gsize length, char *separator)
{
  const gboolean is_quoted = length > 0 && *text == '"';
  const gsize size = is_quoted ? strlen ("\"sep=;\"") : strlen ("sep=;");

  if (length < size || g_ascii_strncasecmp (text + is_quoted, "sep=", 4) != 0
      || !g_ascii_isprint (text[is_quoted + 4] == '\t' ? ' ' : text[is_quoted + 4])
      || (is_quoted && text[size - 1] != '"')
      || (length > size && text[size] != '\r' && text[size] != '\n'))
    return 0;

  if (separator != NULL)
    *separator = text[is_quoted + 4];

  return size;
}

static gboolean
read_pieces (Parser *self,
             TideDecoder *decoder,
             gsize size,
             TideProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  GError *refusal = NULL;
  gboolean is_first = TRUE;
  const char *piece;
  gsize length;

  while ((piece = tide_decoder_next (decoder, &length, &refusal)) != NULL)
    {
      const gsize skipped = is_first ? tide_delimited_get_separator_line (piece, length, NULL) : 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !parse (self, piece + skipped, length - skipped, error))
        return FALSE;
      if (progress != NULL)
        progress (tide_decoder_get_offset (decoder), size, user_data);
      is_first = FALSE;
    }
  if (refusal == NULL)
    return TRUE;

  g_propagate_error (error, refusal);

  return FALSE;
}

static gboolean
refuse_file (TideProblemCode code, const char *limit, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, limit, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/**
 * tide_delimited_read:
 * @bytes: the text
 * @options: how it is to be read
 * @progress: (nullable) (scope call): told after each piece, in bytes
 * @user_data: for @progress
 * @cancellable: (nullable): asked before each piece, of at most 256 kB
 * @error: what is refused: a byte that the encoding does not have, a quotation mark that is never
 *   closed, an empty file, or a limit of tables
 *
 * Reads delimited text as RFC 4180 has it, and as it is met: lines end in CR LF, LF or CR, the last
 * one in nothing; rows differ in length; a quotation mark in the middle of a cell is a character as
 * others are, and what follows the closing one belongs to the cell. Lines without a value are left
 * out, and so is a first line such as "sep=;". Texts are brought to Normalization Form C, and those
 * that #TideCsvWriter has guarded are taken out of their guard. Runs in any thread.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with @error set
 */
TideTable *
tide_delimited_read (GBytes *bytes,
                     const TideDelimitedOptions *options,
                     TideProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  const gsize size = g_bytes_get_size (bytes);
  g_autoptr (TideDecoder) decoder = NULL;
  TideTable *table = NULL;
  Parser parser;

  g_return_val_if_fail (options != NULL, NULL);

  if (size > TIDE_TABLE_MAX_SIZE)
    {
      refuse_file (TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB", error);
      return NULL;
    }

  decoder = tide_decoder_new (bytes, options->encoding);
  parser_init (&parser, options);
  if (read_pieces (&parser, decoder, size, progress, user_data, cancellable, error)
      && parse_end (&parser, error)
      && (tide_table_builder_get_n_rows (parser.builder) > 0
          || refuse_file (TIDE_PROBLEM_EMPTY_FILE, NULL, error)))
    table = tide_table_builder_end (parser.builder);
  parser_clear (&parser);

  return table;
}

/**
 * tide_delimited_read_beginning:
 * @text: the beginning of a text, valid UTF-8, as far as a character goes
 * @options: how it is to be read
 *
 * Returns: (transfer full): its whole lines
 */
TideTable *
tide_delimited_read_beginning (const GString *text, const TideDelimitedOptions *options)
{
  const gsize skipped = tide_delimited_get_separator_line (text->str, text->len, NULL);
  TideTable *table;
  Parser parser;

  parser_init (&parser, options);
  parse (&parser, text->str + skipped, text->len - skipped, NULL);
  table = tide_table_builder_end (parser.builder);
  parser_clear (&parser);

  return table;
}
