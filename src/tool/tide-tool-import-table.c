/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-import.h"

#include "store/tide-file-reader.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const struct
{
  const char *word;
  char sign;
} separators[] = { { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "bar", '|' } };

static gboolean
choose_sheet (TideToolImported *self, const char *typed)
{
  const guint n = tide_table_source_get_n_sheets (self->source);
  guint64 number;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = tide_table_source_dup_sheet_name (self->source, i);

      if (strcmp (name, typed) == 0)
        {
          self->choice.sheet = i;
          return TRUE;
        }
    }
  if (!g_ascii_string_to_unsigned (typed, 10, 1, n, &number, NULL))
    return FALSE;

  self->choice.sheet = (guint) number - 1;

  return TRUE;
}

static TideToolStatus
refuse_sheet (const TideToolImported *self, const char *typed)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < tide_table_source_get_n_sheets (self->source); i++)
    {
      g_autofree char *name = tide_table_source_dup_sheet_name (self->source, i);

      g_string_append_printf (names, "%s%u %s", i > 0 ? ", " : "", i + 1, name);
    }
  /* Translators: a file, what was typed, and the sheets of the file */
  g_printerr (_ ("%s: There is no sheet “%s”, but: %s"), self->table_name, typed, names->str);
  g_printerr ("\n");

  return TIDE_TOOL_REFUSED;
}

static gboolean
choose_separator (TideToolImported *self, const char *typed)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strcmp (separators[i].word, typed) == 0)
      {
        self->choice.options.separator = separators[i].sign;
        return TRUE;
      }

  return FALSE;
}

/* What is the text of a table is asked for alone. */
static TideToolStatus
choose_text (TideToolImported *self,
             const TideToolImport *typed,
             const TideToolVerb *verb,
             GBytes *bytes)
{
  const gboolean is_text = tide_table_source_get_kind (self->source) == TIDE_TABLE_SOURCE_TEXT;

  if (!is_text && (typed->encoding != NULL || typed->separator != NULL))
    {
      /* Translators: %s is a file */
      g_printerr (_ ("%s: This is no text, which alone has an encoding and a separator."),
                  self->table_name);
      g_printerr ("\n");
      return TIDE_TOOL_REFUSED;
    }
  if (typed->encoding != NULL)
    {
      if (!tide_encoding_from_id (typed->encoding, &self->choice.options.encoding))
        /* Translators: %s is what was typed */
        return tide_tool_verb_refuse (verb, _ ("There is no encoding “%s”."), typed->encoding);
      tide_delimited_guess_separator (bytes, &self->choice.options);
    }
  if (typed->separator != NULL && !choose_separator (self, typed->separator))
    /* Translators: %s is what was typed */
    return tide_tool_verb_refuse (verb, _ ("There is no separator “%s”."), typed->separator);

  return TIDE_TOOL_DONE;
}

static TideToolStatus
refuse (const TideToolImported *self, const GError *error)
{
  g_printerr ("%s: %s\n", self->table_name, error->message);

  return TIDE_TOOL_REFUSED;
}

/**
 * tide_tool_import_read_table:
 * @self: an import
 * @typed: what was typed
 * @verb: the command
 *
 * Opens the file of the table, whatever it is, and reads it as it was asked for, else as it is
 * probably meant.
 *
 * Returns: %TIDE_TOOL_DONE where there is a table; else what is wrong has been told
 */
TideToolStatus
tide_tool_import_read_table (TideToolImported *self,
                             const TideToolImport *typed,
                             const TideToolVerb *verb)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->table_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_file_reader_read (file, NULL, &error);
  TideToolStatus status;

  if (bytes != NULL)
    self->source = tide_table_source_new (bytes, NULL, &error);
  if (self->source == NULL)
    return refuse (self, error);

  self->choice = *tide_table_source_get_guess (self->source);
  if (typed->sheet != NULL && !choose_sheet (self, typed->sheet))
    return refuse_sheet (self, typed->sheet);
  status = choose_text (self, typed, verb, bytes);
  if (status != TIDE_TOOL_DONE)
    return status;

  self->table = tide_table_source_read (self->source, &self->choice, NULL, NULL, NULL, &self->notes,
                                        &error);

  return self->table != NULL ? TIDE_TOOL_DONE : refuse (self, error);
}

/**
 * tide_tool_import_get_line:
 * @self: an import with a table
 * @row: a row of the table, from 0
 *
 * Returns: the line of the file in which it begins, or the row of the sheet, from 1
 */
guint
tide_tool_import_get_line (const TideToolImported *self, guint row)
{
  return row < tide_table_get_n_rows (self->table) ? tide_table_get_line (self->table, row) : 0;
}

/**
 * tide_tool_import_get_header:
 * @self: an import with a plan, or of a table that Tideline has written
 * @column: a column, from 0
 *
 * Returns: what the table calls it; empty where it does not
 */
const char *
tide_tool_import_get_header (const TideToolImported *self, guint column)
{
  return self->plan != NULL ? tide_table_get_text (self->table, self->plan->header_row, column)
                            : "";
}
