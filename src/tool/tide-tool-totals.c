/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-totals.h"

#include "stats/tide-main-taxonomy.h"
#include "tool/tide-tool-figures.h"
#include "tool/tide-tool-filter.h"
#include "tool/tide-tool-scope.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const char *const groupings[TIDE_N_GROUPINGS] = {
  [TIDE_GROUPING_STAGE] = "stage",
  [TIDE_GROUPING_STATUS] = "status",
  [TIDE_GROUPING_SECTOR] = "sector",
  [TIDE_GROUPING_SECTOR_TOP] = "sector-top",
  [TIDE_GROUPING_SECTOR_SECOND] = "sector-second",
  [TIDE_GROUPING_SECTOR_TREE] = "sector-tree",
  [TIDE_GROUPING_DIVISION] = "division",
  [TIDE_GROUPING_DIVISION_TOP] = "division-top",
  [TIDE_GROUPING_DIVISION_TREE] = "division-tree",
  [TIDE_GROUPING_EVENT] = "event",
  [TIDE_GROUPING_PARTY_KIND] = "party-kind",
  [TIDE_GROUPING_YEAR] = "year",
  [TIDE_GROUPING_QUARTER] = "quarter",
  [TIDE_GROUPING_SIZE] = "size",
  [TIDE_GROUPING_CURRENCY] = "currency",
};

/* What was typed. */
typedef struct
{
  TideToolScope scope;
  TideToolTable table;
  char *by;
  char *kind;
  char *currency;
  char *rates;
  char *period;
  char *taxonomy;
} Typed;

/* What of it means the same in every register. */
typedef struct
{
  int grouping; /* -1 for none */
  int kind;     /* -1 where nothing was typed */
  TideDate period;
  TideToolFormat format;
  TideLanguage language;
  TideMoment moment;
} Question;

static void
typed_clear (Typed *typed)
{
  tide_tool_scope_clear (&typed->scope);
  tide_tool_table_clear (&typed->table);
  g_free (typed->by);
  g_free (typed->kind);
  g_free (typed->currency);
  g_free (typed->rates);
  g_free (typed->period);
  g_free (typed->taxonomy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static GStrv
parse (Typed *typed, const TideToolVerb *verb, char **words)
{
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &typed->by,
      N_ ("Groups: stage, sector, division, event, year, quarter, party-kind, size, currency …"),
      N_ ("GROUPING") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &typed->kind,
      N_ ("Which amounts: agreement (as where nothing is said), arrived …"), N_ ("KIND") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &typed->currency,
      N_ ("In which currency; else in the register’s"), N_ ("CODE") },
    { "rates", 0, 0, G_OPTION_ARG_STRING, &typed->rates,
      N_ ("At which rates, by id or name; else at the register’s"), N_ ("SET") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &typed->period,
      N_ ("Only amounts certainly dated within it"), N_ ("DATE") },
    { "taxonomy", 0, 0, G_OPTION_ARG_STRING, &typed->taxonomy,
      N_ ("Of sectors, by id or name; else the one that most projects have"), N_ ("TAXONOMY") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = tide_tool_verb_new_context (verb);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  tide_tool_scope_add_options (&typed->scope, context);
  tide_tool_table_add_options (&typed->table, context);

  return tide_tool_verb_parse (verb, context, words);
}

static int
find_grouping (const char *typed)
{
  for (guint i = 0; i < TIDE_N_GROUPINGS; i++)
    if (strcmp (groupings[i], typed) == 0)
      return (int) i;

  return -1;
}

static gboolean
read_question (const Typed *typed, const TideToolVerb *verb, Question *question)
{
  *question = (Question) { .grouping = -1, .kind = -1 };
  if (typed->by != NULL)
    question->grouping = find_grouping (typed->by);
  if (typed->kind != NULL)
    question->kind = tide_codes_find (TIDE_CODES_AMOUNT_KIND, typed->kind);

  if (typed->by != NULL && question->grouping < 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("There is no grouping “%s”."), typed->by);
  else if (typed->kind != NULL && question->kind < 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("There is no kind of amounts “%s”."), typed->kind);
  else if (typed->currency != NULL && tide_currency_get_digits (typed->currency) < 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("There is no currency “%s”."), typed->currency);
  else if (typed->period != NULL && !tide_date_parse (typed->period, TRUE, &question->period))
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("“%s” is no period such as 2024 or 2024-Q2."), typed->period);
  else
    return tide_tool_table_read (&typed->table, verb, &question->format, &question->language)
           && tide_tool_scope_read_moment (&typed->scope, verb, &question->moment);

  return FALSE;
}

/* Finds a record that was named; FALSE where there is none, which is told. */
static gboolean
find_named (TideSnapshot *snapshot,
            TideRecordKind kind,
            const char *typed,
            const char *argument,
            const char **id)
{
  const TidePayload *record;

  if (typed == NULL)
    return TRUE;

  record = tide_tool_find_record (snapshot, kind, typed);
  if (record != NULL)
    {
      *id = record->id;
      return TRUE;
    }

  if (kind == TIDE_RECORD_RATE_SET)
    /* Translators: the first %s is a file, the second what was typed */
    g_printerr (_ ("%s: There are no rates “%s”."), argument, typed);
  else
    /* Translators: the first %s is a file, the second what was typed */
    g_printerr (_ ("%s: There is no taxonomy “%s”."), argument, typed);
  g_printerr ("\n");

  return FALSE;
}

/* A filter tells amounts its own way where nothing else was typed. */
static gboolean
read_valuation (const Typed *typed,
                const Question *question,
                const char *argument,
                TideSnapshot *snapshot,
                const TideFilter *filter,
                TideValuation *valuation)
{
  tide_valuation_init_from_filter (valuation, filter);
  if (filter->amount_kind == NULL)
    valuation->kind = TIDE_AMOUNT_KIND_AGREEMENT;
  if (question->kind >= 0)
    valuation->kind = (TideAmountKind) question->kind;
  if (typed->currency != NULL)
    valuation->currency = typed->currency;
  if (tide_date_is_set (&question->period))
    valuation->period = question->period;

  return find_named (snapshot, TIDE_RECORD_RATE_SET, typed->rates, argument, &valuation->rate_set);
}

static TideToolStatus
tell (const TideToolFigures *figures, const Typed *typed, const Question *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = question->format == TIDE_TOOL_JSON
            ? tide_tool_figures_write_json (figures)
            : tide_tool_figures_write_table (figures, question->format, question->language, &error);

  if (bytes != NULL)
    return tide_tool_write (bytes, typed->table.output);

  g_printerr ("%s: %s\n", figures->argument, error->message);

  return TIDE_TOOL_REFUSED;
}

static TideToolStatus
answer (const Typed *typed, const char *argument, const Question *question)
{
  TideToolFigures figures = { .argument = argument, .by = typed->by };
  const TideGrouping grouping
      = question->grouping >= 0 ? (TideGrouping) question->grouping : TIDE_GROUPING_STAGE;
  g_autoptr (TidePayload) filter = NULL;
  g_autoptr (TideSnapshot) snapshot
      = tide_tool_scope_read (&typed->scope, argument, &question->moment, &filter);
  g_autoptr (TideColumns) columns = NULL;
  g_autoptr (TideBreakdown) breakdown = NULL;
  TideValuation valuation;

  if (snapshot == NULL
      || !read_valuation (typed, question, argument, snapshot, TIDE_FILTER (filter), &valuation)
      || !find_named (snapshot, TIDE_RECORD_TAXONOMY, typed->taxonomy, argument, &figures.taxonomy))
    return TIDE_TOOL_REFUSED;

  columns = tide_columns_new (snapshot, &valuation, NULL);
  if (figures.taxonomy == NULL)
    figures.taxonomy = tide_columns_find_main_taxonomy (columns);
  breakdown = tide_breakdown_new (columns, grouping, figures.taxonomy, TIDE_FILTER (filter));
  figures.columns = columns;
  figures.breakdown = breakdown;

  return tell (&figures, typed, question);
}

/**
 * tide_tool_totals:
 * @verb: the command
 * @words: what was typed
 *
 * Adds up the amounts of one kind as the window does, in the whole and by groups, and tells what
 * was counted, what was left out and why, and what has no rate.
 *
 * Returns: %TIDE_TOOL_DONE where they were written
 */
TideToolStatus
tide_tool_totals (const TideToolVerb *verb, char **words)
{
  g_auto (Typed) typed = { 0 };
  g_auto (GStrv) arguments = parse (&typed, verb, words);
  Question question;

  if (arguments == NULL || !read_question (&typed, verb, &question))
    return TIDE_TOOL_WRONG_USAGE;

  return answer (&typed, arguments[0], &question);
}
