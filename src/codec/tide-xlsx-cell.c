/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-cell.h"

#include "codec/tide-xlsx-date.h"
#include "codec/tide-xlsx-number.h"
#include "core/tide-problem.h"

#include <string.h>

/**
 * tide_xlsx_cell_init:
 * @self: (out caller-allocates): a cell
 *
 * Makes an empty cell.
 */
void
tide_xlsx_cell_init (TideXlsxCell *self)
{
  *self = (TideXlsxCell) { .value = g_string_new (NULL), .formula = g_string_new (NULL) };
  tide_xlsx_text_init (&self->text);
}

/**
 * tide_xlsx_cell_clear:
 * @self: a cell
 *
 * Lets its memory go.
 */
void
tide_xlsx_cell_clear (TideXlsxCell *self)
{
  g_string_free (g_steal_pointer (&self->value), TRUE);
  g_string_free (g_steal_pointer (&self->formula), TRUE);
  tide_xlsx_text_clear (&self->text);
}

/**
 * tide_xlsx_cell_reset:
 * @self: a cell
 * @type: (nullable): the type of the next one
 * @style: (nullable): the number of its style
 *
 * Makes it the next cell, whose place is not told yet.
 */
void
tide_xlsx_cell_reset (TideXlsxCell *self, const char *type, const char *style)
{
  guint64 number = 0;

  if (style != NULL)
    g_ascii_string_to_unsigned (style, 10, 0, G_MAXINT32, &number, NULL);
  self->style = (guint) number;
  g_strlcpy (self->type, type == NULL ? "n" : type, sizeof self->type);
  self->has_formula = FALSE;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->formula, 0);
  tide_xlsx_text_reset (&self->text);
}

static void
note (const TideXlsxCell *self, guint *count, char *first)
{
  if ((*count)++ == 0)
    tide_xlsx_place_format (&self->place, first, TIDE_SPREADSHEET_PLACE_SIZE);
}

static gboolean
resolve_shared (const TideXlsxCell *self,
                const TideXlsxBook *book,
                GString *text,
                TideCellKind *kind,
                GError **error)
{
  g_autoptr (TideProblem) problem = NULL;
  char place[TIDE_SPREADSHEET_PLACE_SIZE];
  const char *shared = NULL;
  guint64 index;

  if (g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT32, &index, NULL))
    shared = tide_xlsx_strings_get (book->strings, index);
  if (shared != NULL)
    {
      *kind = TIDE_CELL_TEXT;
      g_string_append (text, shared);
      return TRUE;
    }

  tide_xlsx_place_format (&self->place, place, sizeof place);
  problem = tide_problem_new (TIDE_PROBLEM_UNKNOWN_STRING, self->value->str, place, NULL);
  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static TideCellKind
append_number (double number, const TideXlsxFormat *format, GString *text)
{
  char buffer[TIDE_XLSX_NUMBER_SIZE];

  tide_xlsx_number_format (number, format->is_percent ? 2 : 0, buffer, sizeof buffer);
  if (format->before != NULL && buffer[0] == '-')
    g_string_append_c (text, '-');
  if (format->before != NULL)
    g_string_append (text, format->before);
  g_string_append (text, format->before != NULL && buffer[0] == '-' ? buffer + 1 : buffer);
  if (format->after != NULL)
    g_string_append (text, format->after);
  if (format->before != NULL || format->after != NULL)
    return TIDE_CELL_TEXT;

  return format->is_percent ? TIDE_CELL_PERCENT : TIDE_CELL_NUMBER;
}

static TideCellKind
append_date (double serial, const TideXlsxBook *book, TideXlsxShown shown, GString *text)
{
  char buffer[TIDE_XLSX_DATE_SIZE];
  TideCellKind kind = tide_xlsx_date_format (serial, book->is_1904, shown, buffer, sizeof buffer);

  if (kind != TIDE_CELL_EMPTY)
    g_string_append (text, buffer);

  return kind;
}

static TideCellKind
append_unreadable (const TideXlsxCell *self, TideSpreadsheetNotes *notes, GString *text)
{
  note (self, &notes->n_unreadable, notes->first_unreadable);
  g_string_append_len (text, self->value->str, (gssize) self->value->len);

  return TIDE_CELL_TEXT;
}

static TideCellKind
resolve_number (const TideXlsxCell *self,
                const TideXlsxBook *book,
                TideSpreadsheetNotes *notes,
                GString *text,
                gboolean *is_number)
{
  const TideXlsxFormat *format = tide_xlsx_styles_get_format (book->styles, self->style);
  TideCellKind kind = TIDE_CELL_EMPTY;
  double number;

  if (!tide_xlsx_number_parse (self->value->str, &number))
    return append_unreadable (self, notes, text);

  if (format->shown != 0)
    kind = append_date (number, book, format->shown, text);
  if (kind != TIDE_CELL_EMPTY)
    return kind;

  if (format->shown != 0)
    note (self, &notes->n_unreadable, notes->first_unreadable);
  *is_number = TRUE;

  return append_number (number, format, text);
}

static TideCellKind
resolve_iso_date (const TideXlsxCell *self, TideSpreadsheetNotes *notes, GString *text)
{
  char buffer[TIDE_XLSX_DATE_SIZE];
  TideCellKind kind = tide_xlsx_date_format_iso (self->value->str, buffer, sizeof buffer);

  if (kind == TIDE_CELL_EMPTY)
    return append_unreadable (self, notes, text);
  g_string_append (text, buffer);

  return kind;
}

static TideCellKind
resolve_text (const GString *source, GString *text)
{
  g_string_append_len (text, source->str, (gssize) source->len);

  return TIDE_CELL_TEXT;
}

/* A formula that no value was saved with, such as those of programs that do not calculate. */
static TideCellKind
resolve_uncalculated (const TideXlsxCell *self, TideSpreadsheetNotes *notes, GString *text)
{
  note (self, &notes->n_uncalculated, notes->first_uncalculated);
  g_string_append_printf (text, "=%s", self->formula->str);

  return TIDE_CELL_ERROR;
}

static gboolean
has_type (const TideXlsxCell *self, const char *type)
{
  return strcmp (self->type, type) == 0;
}

/* The kinds that stand in the cell as they are. */
static TideCellKind
resolve_plain (const TideXlsxCell *self,
               const TideXlsxBook *book,
               TideSpreadsheetNotes *notes,
               GString *text,
               gboolean *is_number)
{
  if (has_type (self, "b"))
    {
      g_string_append (text, strcmp (self->value->str, "0") == 0
                                     || strcmp (self->value->str, "false") == 0
                                 ? "false"
                                 : "true");
      return TIDE_CELL_BOOLEAN;
    }
  if (has_type (self, "e"))
    {
      resolve_text (self->value, text);
      return TIDE_CELL_ERROR;
    }
  if (has_type (self, "d"))
    return resolve_iso_date (self, notes, text);
  if (has_type (self, "n"))
    return resolve_number (self, book, notes, text, is_number);

  resolve_text (self->value, text);
  tide_xlsx_text_unescape (text, 0);

  return TIDE_CELL_TEXT;
}

/**
 * tide_xlsx_cell_resolve:
 * @self: a cell
 * @book: what it refers to
 * @notes: where to count what a person should be told
 * @text: (inout): what the cell says; empty before
 * @kind: (out): its kind, %TIDE_CELL_EMPTY for an empty one
 * @is_number: (out): whether it is a number, with a currency beside it or without
 * @error: what is wrong with it
 *
 * Finds what a cell says.
 *
 * Returns: %FALSE with @error set where it refers to a text that there is not
 */
gboolean
tide_xlsx_cell_resolve (const TideXlsxCell *self,
                        const TideXlsxBook *book,
                        TideSpreadsheetNotes *notes,
                        GString *text,
                        TideCellKind *kind,
                        gboolean *is_number,
                        GError **error)
{
  *kind = TIDE_CELL_EMPTY;
  *is_number = FALSE;

  if (has_type (self, "inlineStr"))
    *kind = resolve_text (self->text.text, text);
  else if (self->value->len == 0 && self->has_formula && !has_type (self, "str"))
    *kind = resolve_uncalculated (self, notes, text);
  else if (self->value->len > 0 && has_type (self, "s"))
    return resolve_shared (self, book, text, kind, error);
  else if (self->value->len > 0)
    *kind = resolve_plain (self, book, notes, text, is_number);

  return TRUE;
}
