/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-import.h"

#include "codec/tide-import-own.h"
#include "codec/tide-import-preset.h"
#include "codec/tide-import-report.h"
#include "codec/tide-json-writer.h"
#include "store/tide-safe-writer.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What was typed. */
typedef struct
{
  TideToolImport table;
  char *output;
  char *report;
  char *format;
  char *remember;
  char *author;
  gboolean is_dry;
  gboolean leaves_out;
} Typed;

/* A register that is being changed. */
typedef struct
{
  TideRegister *reg;
  TideFileStamp *stamp;
} Target;

static void
typed_clear (Typed *typed)
{
  char **const strings[] = {
    &typed->table.preset,    &typed->table.sheet,      &typed->table.encoding,
    &typed->table.separator, &typed->table.header_row, &typed->table.rows,
    &typed->table.decimal,   &typed->table.date_order, &typed->table.key,
    &typed->table.matching,  &typed->table.repeats,    &typed->table.new_kinds,
    &typed->table.ignore,    &typed->table.similar,    &typed->table.taxonomy,
    &typed->table.language,  &typed->output,           &typed->report,
    &typed->format,          &typed->remember,         &typed->author,
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (*strings[i]);
  g_strfreev (typed->table.map);
  g_strfreev (typed->table.read);
  g_strfreev (typed->table.decide);
  g_strfreev (typed->table.set);
}

static void
imported_clear (TideToolImported *imported)
{
  g_clear_pointer (&imported->source, tide_table_source_unref);
  g_clear_pointer (&imported->table, tide_table_unref);
  g_strfreev (imported->notes);
  g_clear_pointer (&imported->preset, tide_payload_unref);
  g_clear_pointer (&imported->plan, tide_import_plan_free);
  g_free (imported->problem);
  g_clear_pointer (&imported->values, tide_import_values_unref);
  g_clear_pointer (&imported->trial, tide_import_trial_unref);
}

static void
target_clear (Target *target)
{
  g_clear_object (&target->reg);
  g_clear_pointer (&target->stamp, tide_file_stamp_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideToolImported, imported_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

/* The command line ---------------------------------------------------------------------------- */

static void
add_table_options (TideToolImport *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "preset", 0, 0, G_OPTION_ARG_STRING, &self->preset,
      N_ ("Understand the table by this preset; “none” for none"), N_ ("NAME") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &self->sheet, N_ ("Which sheet, by number or name"),
      N_ ("SHEET") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding,
      N_ ("Encoding of the text: utf-8, gb18030, windows-1252 …"), N_ ("ENCODING") },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &self->separator,
      N_ ("Between cells: comma, semicolon, tab or bar"), N_ ("WORD") },
    { "header-row", 0, 0, G_OPTION_ARG_STRING, &self->header_row,
      N_ ("Line or row with the names of the columns, from 1; 0 for none"), N_ ("ROW") },
    { "rows", 0, 0, G_OPTION_ARG_STRING, &self->rows,
      N_ ("What rows are: projects or observations"), N_ ("SUBJECT") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->map,
      N_ ("Take a column, by name or number, as a field; may be repeated"), N_ ("COLUMN=FIELD") },
    { "read", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->read,
      N_ ("Read a column in this way, such as “amount decimal=comma unit=4 currency=CNY”"),
      N_ ("COLUMN=FORMAT") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &self->decimal,
      N_ ("Decimal sign of all numbers: point or comma"), N_ ("SIGN") },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &self->date_order,
      N_ ("Order of all dates that end with the year: day-first or month-first"), N_ ("ORDER") },
    { "clear", 0, 0, G_OPTION_ARG_NONE, &self->clears,
      N_ ("Let empty cells take away what is there"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
add_row_options (TideToolImport *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "key", 0, 0, G_OPTION_ARG_STRING, &self->key,
      N_ ("Columns that tell projects apart, with commas between them"), N_ ("COLUMNS") },
    { "matching", 0, 0, G_OPTION_ARG_STRING, &self->matching,
      N_ ("Rows of known projects: update, create, skip or ask"), N_ ("ACT") },
    { "repeats", 0, 0, G_OPTION_ARG_STRING, &self->repeats,
      N_ ("Rows with the key of an earlier one: skip, merge or create"), N_ ("ACT") },
    { "new", 0, 0, G_OPTION_ARG_STRING, &self->new_kinds,
      N_ ("Make what is not known of these kinds: sectors, divisions, parties …"), N_ ("KINDS") },
    { "ignore", 0, 0, G_OPTION_ARG_STRING, &self->ignore,
      N_ ("Take for nothing what is not known of these kinds"), N_ ("KINDS") },
    { "similar", 0, 0, G_OPTION_ARG_STRING, &self->similar,
      N_ ("Take names for those that they are like at least so much, 0 to 1"), N_ ("SCORE") },
    { "decide", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->decide,
      N_ ("Say what a name means, such as sectors:Solar=sei-2023/6; may be repeated"),
      "KIND:TEXT=ID" },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->set,
      N_ ("Say this of all rows that say nothing else; may be repeated"), N_ ("FIELD=TEXT") },
    { "taxonomy", 0, 0, G_OPTION_ARG_STRING, &self->taxonomy,
      N_ ("Of sectors, by id or name; else the one that most projects have"), N_ ("TAXONOMY") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language,
      N_ ("Of names without Chinese characters: en or zh"), N_ ("LANGUAGE") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static GStrv
parse (Typed *typed, const TideToolVerb *verb, char **words)
{
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &typed->is_dry, N_ ("Write no register"), NULL },
    { "leave-out", 0, 0, G_OPTION_ARG_NONE, &typed->leaves_out,
      N_ ("Write it though rows cannot be taken, without them"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output,
      N_ ("Write the register to this file, and leave the other as it is"), N_ ("FILE") },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &typed->report,
      N_ ("Write the rows that are left out to this file, as csv"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed->format,
      N_ ("Tell what comes of it as text or json"), N_ ("FORMAT") },
    { "remember", 0, 0, G_OPTION_ARG_STRING, &typed->remember,
      N_ ("Keep how the table was understood as a preset of this name"), N_ ("NAME") },
    { "author", 0, 0, G_OPTION_ARG_STRING, &typed->author,
      N_ ("Who stands in the history; else the user of the computer"), N_ ("NAME") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = tide_tool_verb_new_context (verb);

  add_table_options (&typed->table, context);
  add_row_options (&typed->table, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return tide_tool_verb_parse (verb, context, words);
}

/* The register -------------------------------------------------------------------------------- */

static char *
dup_author (const char *typed)
{
  const char *real_name = g_get_real_name ();
  char *author = typed != NULL ? tide_text_normalise (typed) : NULL;

  if (author != NULL)
    return author;

  return g_strdup (strcmp (real_name, "Unknown") != 0 && *real_name != '\0' ? real_name
                                                                            : g_get_user_name ());
}

static gboolean
target_open (Target *self, const char *argument, const char *typed_author)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = tide_tool_read_with_stamp (argument, &problems, &self->stamp);
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autofree char *author = dup_author (typed_author);

  if (snapshot == NULL)
    return FALSE;
  if (problems->len > 0)
    {
      tide_tool_print_problems (argument, problems);
      /* Translators: %s is a file */
      g_printerr (_ ("%s: Nothing is taken into a register that has problems."), argument);
      g_printerr ("\n");
      return FALSE;
    }

  self->reg = tide_register_new_from_snapshot (snapshot, clock, author);

  return TRUE;
}

/* The preset goes into the same step, so that undoing takes back all. */
static void
remember (Target *self, const TideToolImported *imported, const char *name)
{
  TideStep *step = tide_import_trial_get_step (imported->trial);
  g_autoptr (TideStep) preset
      = tide_import_preset_new_step (self->reg, imported->plan, imported->table, name);

  for (guint i = 0; i < preset->edits->len; i++)
    g_ptr_array_add (step->edits, tide_edit_copy (g_ptr_array_index (preset->edits, i)));
}

/* The file is replaced as it was read, or not at all. */
static gboolean
target_write (Target *self, const char *argument, const char *output, GError **error)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot_to_save (self->reg);
  g_autoptr (GBytes) text = tide_json_write (snapshot, NULL, NULL, NULL, error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output != NULL ? output : argument);

  return text != NULL
         && tide_safe_writer_replace (file, text, output != NULL ? NULL : self->stamp, NULL, NULL,
                                      error);
}

static TideToolStatus
apply (Target *self, TideToolImported *imported, const Typed *typed)
{
  TideStep *step = tide_import_trial_get_step (imported->trial);
  g_autoptr (GError) error = NULL;

  if (typed->remember != NULL)
    remember (self, imported, typed->remember);
  if (tide_step_is_empty (step) && typed->output == NULL)
    return TIDE_TOOL_DONE;

  imported->is_written
      = (tide_step_is_empty (step) || tide_register_apply (self->reg, step, &error))
        && target_write (self, imported->register_name, typed->output, &error);
  if (imported->is_written)
    return TIDE_TOOL_DONE;

  g_printerr ("%s: %s\n", typed->output != NULL ? typed->output : imported->register_name,
              error->message);

  return TIDE_TOOL_REFUSED;
}

/* The import ---------------------------------------------------------------------------------- */

/* What Tideline has written says itself what it is. */
static TideToolStatus
try_own (TideToolImported *self, TideSnapshot *snapshot, TideClock *clock)
{
  g_autoptr (GError) error = NULL;

  self->trial = tide_import_own_try (self->table, snapshot, clock, NULL, NULL, NULL, &error);
  if (self->trial != NULL)
    return TIDE_TOOL_DONE;

  g_printerr ("%s: %s\n", self->table_name, error->message);

  return TIDE_TOOL_REFUSED;
}

static TideToolStatus
try (TideToolImported *self, const Typed *typed, const TideToolVerb *verb, TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  TideToolStatus status = tide_tool_import_read_table (self, &typed->table, verb);

  if (status == TIDE_TOOL_DONE && typed->remember == NULL
      && tide_tool_import_take_own (self, &typed->table))
    return try_own (self, snapshot, tide_register_get_clock (reg));

  if (status == TIDE_TOOL_DONE)
    status = tide_tool_import_make_plan (self, &typed->table, verb, snapshot);
  if (status == TIDE_TOOL_DONE && self->problem == NULL)
    {
      status = tide_tool_import_decide (self, &typed->table, verb, snapshot);
      self->trial = tide_import_trial_new (self->plan, self->table, snapshot,
                                           tide_register_get_clock (reg), NULL, NULL, NULL, NULL);
    }

  return status;
}

static gboolean
is_settled (const TideToolImported *self, gboolean leaves_out)
{
  return self->trial != NULL
         && (leaves_out
             || tide_import_trial_count (self->trial, TIDE_IMPORT_REFUSED)
                        + tide_import_trial_count (self->trial, TIDE_IMPORT_ASKED)
                    == 0);
}

static TideToolStatus
report (const TideToolImported *self, const Typed *typed)
{
  g_autoptr (GBytes) rows = NULL;
  g_autoptr (GBytes) answer = NULL;
  TideToolStatus status = TIDE_TOOL_DONE;
  TideToolStatus told;

  if (typed->report != NULL && self->trial != NULL)
    {
      rows = tide_import_report_new_csv (self->trial, self->table);
      status = tide_tool_write (rows, typed->report);
    }
  answer = g_strcmp0 (typed->format, "json") == 0 ? tide_tool_import_write_json (self)
                                                  : tide_tool_import_write_text (self);

  told = tide_tool_write (answer, NULL);

  return status != TIDE_TOOL_DONE ? status : told;
}

static TideToolStatus
import (TideToolImported *self, const Typed *typed, const TideToolVerb *verb)
{
  g_auto (Target) target = { 0 };
  TideToolStatus status = TIDE_TOOL_REFUSED;
  TideToolStatus told;

  if (!target_open (&target, self->register_name, typed->author))
    return TIDE_TOOL_REFUSED;

  status = try (self, typed, verb, target.reg);
  if (status != TIDE_TOOL_DONE)
    return status;

  if (!is_settled (self, typed->leaves_out))
    status = TIDE_TOOL_UNDECIDED;
  else if (!typed->is_dry)
    status = apply (&target, self, typed);
  told = report (self, typed);

  return told != TIDE_TOOL_DONE ? told : status;
}

/**
 * tide_tool_import:
 * @verb: the command
 * @words: what was typed
 *
 * Takes the rows of a table into a register as the window does: understands it, tries it, tells
 * what becomes of each row, and writes the register in one step where nothing is left to decide.
 *
 * Returns: %TIDE_TOOL_UNDECIDED where something has to be decided first
 */
TideToolStatus
tide_tool_import (const TideToolVerb *verb, char **words)
{
  g_auto (Typed) typed = { 0 };
  g_auto (GStrv) arguments = parse (&typed, verb, words);
  g_auto (TideToolImported) imported = { 0 };

  if (arguments == NULL)
    return TIDE_TOOL_WRONG_USAGE;
  if (typed.format != NULL && strcmp (typed.format, "text") != 0
      && strcmp (typed.format, "json") != 0)
    /* Translators: %s is what was typed */
    return tide_tool_verb_refuse (verb, _ ("There is no format “%s”."), typed.format);

  imported.register_name = arguments[0];
  imported.table_name = arguments[1];

  return import (&imported, &typed, verb);
}
