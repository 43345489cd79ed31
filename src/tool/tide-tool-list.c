/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-list.h"

#include "codec/tide-column-picker.h"
#include "codec/tide-export.h"
#include "core/tide-order.h"
#include "core/tide-snapshot-part.h"
#include "tool/tide-tool-scope.h"
#include "tool/tide-tool-table.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

/* What is shown of projects where nobody says what. */
static const char *const usual_columns[]
    = { "id",       "number", "name-en", "name-zh",          "code-name",
        "division", "stage",  "status",  "amount-agreement", NULL };

/* What was typed. */
typedef struct
{
  TideToolScope scope;
  TideToolTable table;
  char *records;
  char *sort;
  char *columns;
  gboolean is_descending;
  gboolean includes_names;
} Typed;

/* What it means. */
typedef struct
{
  TideExportType type;
  TideOrder order;
  gboolean has_order;
  TideToolFormat format;
  TideMoment moment;
  GStrv columns; /* owned, nullable */
  gboolean includes_names;
} Question;

static void
typed_clear (Typed *typed)
{
  tide_tool_scope_clear (&typed->scope);
  tide_tool_table_clear (&typed->table);
  g_free (typed->records);
  g_free (typed->sort);
  g_free (typed->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static GStrv
parse (Typed *typed, const TideToolVerb *verb, char **words)
{
  const GOptionEntry entries[] = {
    { "records", 0, 0, G_OPTION_ARG_STRING, &typed->records,
      N_ ("What is listed: projects, amounts, sectors, events …"), N_ ("TYPE") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &typed->sort,
      N_ ("Order of the projects: name, number, stage, agreement …"), N_ ("KEY") },
    { "descending", 0, 0, G_OPTION_ARG_NONE, &typed->is_descending, N_ ("The largest first"),
      NULL },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &typed->columns,
      N_ ("Which columns, with commas between them"), N_ ("COLUMNS") },
    { "include-names", 0, 0, G_OPTION_ARG_NONE, &typed->includes_names,
      N_ ("Name confidential projects and their parties"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = tide_tool_verb_new_context (verb);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  tide_tool_scope_add_options (&typed->scope, context);
  tide_tool_table_add_options (&typed->table, context);

  return tide_tool_verb_parse (verb, context, words);
}

static gboolean
read_order (const Typed *typed, const TideToolVerb *verb, Question *question)
{
  question->has_order = typed->sort != NULL;
  question->order.descending = typed->is_descending;
  if (typed->sort == NULL)
    {
      if (typed->is_descending)
        tide_tool_verb_refuse (verb, _ ("“--descending” needs “--sort”."));
      return !typed->is_descending;
    }
  if (tide_order_key_from_code (typed->sort, &question->order.key))
    return TRUE;

  /* Translators: %s is what was typed */
  tide_tool_verb_refuse (verb, _ ("Projects cannot be sorted by “%s”."), typed->sort);

  return FALSE;
}

static gboolean
read_question (const Typed *typed, const TideToolVerb *verb, Question *question)
{
  const int type = typed->records != NULL ? tide_export_type_from_name (typed->records)
                                          : (int) TIDE_EXPORT_PROJECTS;

  if (type < 0)
    {
      /* Translators: %s is what was typed */
      tide_tool_verb_refuse (verb, _ ("There is no type “%s”."), typed->records);
      return FALSE;
    }

  *question = (Question) { .type = (TideExportType) type, .includes_names = typed->includes_names };
  if (!read_order (typed, verb, question)
      || !tide_tool_table_read (&typed->table, verb, &question->format, &question->order.language)
      || !tide_tool_scope_read_moment (&typed->scope, verb, &question->moment))
    return FALSE;

  if (typed->columns != NULL)
    question->columns = g_strsplit (typed->columns, ",", -1);

  return TRUE;
}

/* Sorted as they were read where they have the same key. */
typedef struct
{
  const TideProjectPayload *project;
  TideSortKey key;
  guint position;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b, gpointer order)
{
  const Place *left = a;
  const Place *right = b;
  const int result = tide_order_compare (order, &left->key, &right->key);

  return result != 0 ? result : (left->position > right->position) ? 1 : -1;
}

static void
sort_projects (GPtrArray *projects, TideSnapshot *snapshot, TideOrder *order)
{
  g_autofree Place *places = g_new (Place, projects->len);

  for (guint i = 0; i < projects->len; i++)
    {
      places[i].project = g_ptr_array_index (projects, i);
      places[i].position = i;
      tide_order_make_key (order, places[i].project, snapshot, &places[i].key);
    }
  g_sort_array (places, projects->len, sizeof (Place), compare_places, order);
  for (guint i = 0; i < projects->len; i++)
    {
      projects->pdata[i] = (gpointer) places[i].project;
      tide_sort_key_clear (&places[i].key);
    }
}

/* Rows of projects have the columns of the whole register, whichever they are. Other records are
 * those that the projects refer to; where all projects are meant, vocabulary that none uses too. */
static void
write_sheet (TideSnapshot *snapshot,
             const TideFilter *filter,
             Question *question,
             TideTableWriter *writer)
{
  const TideExportOptions options
      = { .language = question->order.language, .includes_names = question->includes_names };
  const gboolean is_whole = tide_filter_is_empty (filter)
                            || tide_export_type_get_record (question->type) == TIDE_RECORD_PROJECT;
  g_autoptr (GPtrArray) projects = tide_tool_list_projects (snapshot, filter);
  g_autoptr (TideSnapshot) part
      = is_whole ? tide_snapshot_ref (snapshot) : tide_snapshot_new_part (snapshot, projects);

  if (question->has_order)
    sort_projects (projects, snapshot, &question->order);
  tide_export_write_projects (part, projects, &options, question->type, writer);
}

static TideTableWriter *
new_writer (const Question *question)
{
  const gboolean is_usual
      = question->columns == NULL && question->type == TIDE_EXPORT_PROJECTS
        && (question->format == TIDE_TOOL_TABLE || question->format == TIDE_TOOL_MARKDOWN);
  TideTableWriter *writer
      = tide_tool_format_new_writer (question->format, question->columns == NULL);
  const char *const *titles = is_usual ? usual_columns : (const char *const *) question->columns;
  TideTableWriter *picker;

  if (titles == NULL)
    return writer;

  picker = TIDE_TABLE_WRITER (tide_column_picker_new (writer, titles));
  g_object_unref (writer);

  return picker;
}

static gboolean
has_columns (TideTableWriter *writer, const Question *question, const TideToolVerb *verb)
{
  const char *unknown = question->columns != NULL
                            ? tide_column_picker_get_unknown (TIDE_COLUMN_PICKER (writer))
                            : NULL;

  if (unknown != NULL)
    /* Translators: what was typed, and what is listed */
    tide_tool_verb_refuse (verb, _ ("There is no column “%s” of %s."), unknown,
                           tide_export_type_get_name (question->type));

  return unknown == NULL;
}

static TideToolStatus
answer (const Typed *typed, const TideToolVerb *verb, const char *argument, Question *question)
{
  g_autoptr (TidePayload) filter = NULL;
  g_autoptr (TideSnapshot) snapshot
      = tide_tool_scope_read (&typed->scope, argument, &question->moment, &filter);
  g_autoptr (TideTableWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (snapshot == NULL)
    return TIDE_TOOL_REFUSED;

  writer = new_writer (question);
  write_sheet (snapshot, TIDE_FILTER (filter), question, writer);
  if (!has_columns (writer, question, verb))
    return TIDE_TOOL_WRONG_USAGE;

  bytes = tide_table_writer_end (writer, &error);
  if (bytes != NULL)
    return tide_tool_write (bytes, typed->table.output);

  g_printerr ("%s: %s\n", argument, error->message);

  return TIDE_TOOL_REFUSED;
}

/**
 * tide_tool_list:
 * @verb: the command
 * @words: what was typed
 *
 * Prints records of a register, a row each.
 *
 * Returns: %TIDE_TOOL_DONE where they were written
 */
TideToolStatus
tide_tool_list (const TideToolVerb *verb, char **words)
{
  g_auto (Typed) typed = { 0 };
  g_auto (GStrv) arguments = parse (&typed, verb, words);
  Question question = { 0 };
  TideToolStatus status = TIDE_TOOL_WRONG_USAGE;

  if (arguments != NULL && read_question (&typed, verb, &question))
    status = answer (&typed, verb, arguments[0], &question);
  g_strfreev (question.columns);

  return status;
}
