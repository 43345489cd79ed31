/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-export.h"

#include "codec/tide-export-losses.h"
#include "core/tide-snapshot-part.h"
#include "tool/tide-tool-scope.h"
#include "tool/tide-tool-table.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What was typed. */
typedef struct
{
  TideToolScope scope;
  char *output;
  char *format;
  char *type;
  char *separator;
  char *language;
  gboolean has_decimal_comma;
  gboolean has_bom;
  gboolean includes_names;
} Typed;

static void
typed_clear (Typed *typed)
{
  tide_tool_scope_clear (&typed->scope);
  g_free (typed->output);
  g_free (typed->format);
  g_free (typed->type);
  g_free (typed->separator);
  g_free (typed->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static GStrv
parse (Typed *typed, const TideToolVerb *verb, char **words)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output, N_ ("Write to this file"),
      N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed->format,
      N_ ("Tables in this format: csv, tsv, xlsx or markdown"), N_ ("FORMAT") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &typed->type,
      N_ ("Only this sheet: projects, amounts, stages …"), N_ ("TYPE") },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &typed->separator,
      N_ ("Between cells: comma, semicolon or tab"), N_ ("WORD") },
    { "decimal-comma", 0, 0, G_OPTION_ARG_NONE, &typed->has_decimal_comma,
      N_ ("Write a decimal comma"), NULL },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &typed->has_bom, N_ ("Begin with a byte order mark"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &typed->language,
      N_ ("In which records are named: en or zh"), N_ ("LANGUAGE") },
    { "include-names", 0, 0, G_OPTION_ARG_NONE, &typed->includes_names,
      N_ ("Name confidential projects and their parties"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = tide_tool_verb_new_context (verb);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  tide_tool_scope_add_options (&typed->scope, context);

  return tide_tool_verb_parse (verb, context, words);
}

static int
choose_format (const Typed *self)
{
  const int format = self->output != NULL ? tide_export_format_from_path (self->output) : -1;

  if (self->format != NULL)
    return tide_export_format_from_code (self->format);

  return format >= 0 ? format : TIDE_EXPORT_CSV;
}

static gboolean
choose_types (const Typed *self, TideExportOptions *options)
{
  const int type
      = self->type != NULL ? tide_export_type_from_name (self->type) : TIDE_EXPORT_PROJECTS;

  options->types = type >= 0 ? 1u << type : 0;
  if (self->type == NULL && options->format == TIDE_EXPORT_XLSX)
    options->types = TIDE_EXPORT_ALL_TYPES;

  return type >= 0;
}

static gboolean
choose_separator (const Typed *self, TideExportOptions *options)
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

static gboolean
read_options (const Typed *self, const TideToolVerb *verb, TideExportOptions *options)
{
  const int format = choose_format (self);

  *options = (TideExportOptions) {
    .format = (TideExportFormat) MAX (format, 0),
    .csv = { ',', self->has_decimal_comma ? ',' : '.', self->has_bom },
    .includes_names = self->includes_names,
  };
  if (format < 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("There is no format “%s”."), self->format);
  else if (!choose_types (self, options))
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("There is no type “%s”."), self->type);
  else if (!choose_separator (self, options))
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("There is no separator “%s”."), self->separator);
  else
    return tide_tool_read_language (self->language, verb, &options->language);

  return FALSE;
}

/* The register as it is where all of it is meant: records that no project refers to are then
 * written too. */
static TideSnapshot *
take_part (TideSnapshot *snapshot, const TideFilter *filter)
{
  g_autoptr (GPtrArray) projects = NULL;

  if (tide_filter_is_empty (filter))
    return tide_snapshot_ref (snapshot);

  projects = tide_tool_list_projects (snapshot, filter);

  return tide_snapshot_new_part (snapshot, projects);
}

static void
print_losses (const char *argument, TideSnapshot *snapshot, const TideExportOptions *options)
{
  g_auto (GStrv) losses = tide_export_list_losses (snapshot, options);

  for (guint i = 0; losses[i] != NULL; i++)
    g_printerr ("%s: %s\n", argument, losses[i]);
}

static TideToolStatus
write_tables (const Typed *typed,
              const char *argument,
              const TideMoment *moment,
              const TideExportOptions *options)
{
  g_autoptr (TidePayload) filter = NULL;
  g_autoptr (TideSnapshot) snapshot
      = tide_tool_scope_read (&typed->scope, argument, moment, &filter);
  g_autoptr (TideSnapshot) part = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (snapshot == NULL)
    return TIDE_TOOL_REFUSED;

  part = take_part (snapshot, TIDE_FILTER (filter));
  print_losses (argument, part, options);
  bytes = tide_export_write (part, options, NULL, NULL, NULL, NULL, &error);
  if (bytes != NULL)
    return tide_tool_write (bytes, typed->output);

  g_printerr ("%s: %s\n", argument, error->message);

  return TIDE_TOOL_REFUSED;
}

/**
 * tide_tool_export:
 * @verb: the command
 * @words: what was typed
 *
 * Writes a register as tables. What they do not hold is told on the standard error before.
 *
 * Returns: %TIDE_TOOL_DONE where they were written
 */
TideToolStatus
tide_tool_export (const TideToolVerb *verb, char **words)
{
  g_auto (Typed) typed = { 0 };
  g_auto (GStrv) arguments = parse (&typed, verb, words);
  TideExportOptions options;
  TideMoment moment;

  if (arguments == NULL || !read_options (&typed, verb, &options)
      || !tide_tool_scope_read_moment (&typed.scope, verb, &moment))
    return TIDE_TOOL_WRONG_USAGE;

  return write_tables (&typed, arguments[0], &moment, &options);
}
