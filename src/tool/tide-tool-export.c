/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-export.h"

#include "codec/tide-export-losses.h"
#include "core/tide-filter.h"
#include "core/tide-record.h"
#include "core/tide-snapshot-part.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static int
choose_format (const TideToolExport *self)
{
  const int format = self->output != NULL ? tide_export_format_from_path (self->output) : -1;

  if (self->format != NULL)
    return tide_export_format_from_code (self->format);

  return format >= 0 ? format : TIDE_EXPORT_CSV;
}

static gboolean
choose_types (const TideToolExport *self, TideExportOptions *options)
{
  const int type
      = self->type != NULL ? tide_export_type_from_name (self->type) : TIDE_EXPORT_PROJECTS;

  options->types = type >= 0 ? 1u << type : 0;
  if (self->type == NULL && options->format == TIDE_EXPORT_XLSX)
    options->types = TIDE_EXPORT_ALL_TYPES;

  return type >= 0;
}

static gboolean
choose_separator (const TideToolExport *self, TideExportOptions *options)
{
  static const char *const words[] = { "comma", "semicolon", "tab" };
  static const char signs[] = ",;\t";

  if (self->separator == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (self->separator, words[i]) == 0)
      {
        options->csv.separator = signs[i];
        return TRUE;
      }

  return FALSE;
}

/**
 * tide_tool_export_read_options:
 * @self: what was typed
 * @options: (out): what it means
 * @sentence: (out): what is wrong with it
 *
 * Returns: %FALSE with @sentence set
 */
gboolean
tide_tool_export_read_options (const TideToolExport *self,
                               TideExportOptions *options,
                               char **sentence)
{
  const int format = choose_format (self);

  *options = (TideExportOptions) {
    .format = (TideExportFormat) MAX (format, 0),
    .csv = { ',', self->has_decimal_comma ? ',' : '.', self->has_bom },
    .includes_names = self->includes_names,
  };
  *sentence = NULL;
  if (format < 0)
    /* Translators: %s is what was typed */
    *sentence = g_strdup_printf (_ ("There is no format “%s”."), self->format);
  else if (!choose_types (self, options))
    /* Translators: %s is what was typed */
    *sentence = g_strdup_printf (_ ("There is no type “%s”."), self->type);
  else if (!choose_separator (self, options))
    /* Translators: %s is what was typed */
    *sentence = g_strdup_printf (_ ("There is no separator “%s”."), self->separator);

  return *sentence == NULL;
}

static gboolean
is_called (const TidePayload *record, const char *name)
{
  const TideText *text = tide_payload_get_name (record);

  return strcmp (record->id, name) == 0
         || (text != NULL && (g_strcmp0 (text->en, name) == 0 || g_strcmp0 (text->zh, name) == 0));
}

static const TideFilter *
find_filter (TideSnapshot *snapshot, const char *name)
{
  const GPtrArray *filters = tide_snapshot_get_records (snapshot, TIDE_RECORD_FILTER);

  for (guint i = 0; i < tide_entries_get_n (filters); i++)
    if (is_called (g_ptr_array_index (filters, i), name))
      return g_ptr_array_index (filters, i);

  return NULL;
}

static TideSnapshot *
take_part (TideSnapshot *snapshot, const TideFilter *filter)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TideMatcher) matcher = tide_matcher_new (filter, snapshot);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    if (tide_matcher_matches (matcher, g_ptr_array_index (projects, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (projects, i));

  return tide_snapshot_new_part (snapshot, chosen);
}

static TideSnapshot *
choose_part (const char *argument, TideSnapshot *snapshot, const char *name)
{
  const TideFilter *filter;

  if (name == NULL)
    return tide_snapshot_ref (snapshot);

  filter = find_filter (snapshot, name);
  if (filter != NULL)
    return take_part (snapshot, filter);

  /* Translators: the first %s is a file, the second what was typed */
  g_printerr (_ ("%s: There is no saved filter “%s”."), argument, name);
  g_printerr ("\n");

  return NULL;
}

static void
print_losses (const char *argument, TideSnapshot *snapshot, const TideExportOptions *options)
{
  g_auto (GStrv) losses = tide_export_list_losses (snapshot, options);

  for (guint i = 0; losses[i] != NULL; i++)
    g_printerr ("%s: %s\n", argument, losses[i]);
}

/**
 * tide_tool_export:
 * @argument: path or URI of a register
 * @self: what was typed
 * @options: what it means
 *
 * Writes a register as tables. What they do not hold is told on the standard error before.
 *
 * Returns: 0 where they were written, else 1
 */
int
tide_tool_export (const char *argument,
                  const TideToolExport *self,
                  const TideExportOptions *options)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = tide_tool_read (argument, &problems);
  g_autoptr (TideSnapshot) part = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (snapshot == NULL)
    return 1;

  tide_tool_print_problems (argument, problems);
  part = choose_part (argument, snapshot, self->filter);
  if (part == NULL)
    return 1;

  print_losses (argument, part, options);
  bytes = tide_export_write (part, options, NULL, NULL, NULL, NULL, &error);
  if (bytes != NULL)
    return tide_tool_write (bytes, self->output);

  g_printerr ("%s: %s\n", argument, error->message);

  return 1;
}
