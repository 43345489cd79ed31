/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-brief.h"

#include "brief/tide-briefing-writer.h"
#include "brief/tide-template.h"
#include "core/tide-code.h"
#include "tool/tide-tool-brief-json.h"
#include "tool/tide-tool-filter.h"
#include "tool/tide-tool-table.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What was typed. */
typedef struct
{
  char *event;
  char *from;
  char *to;
  char *filter;
  char *language;
  char *unit;
  char *currency;
  char *rates;
  char *kind;
  char *as_of;
  char *wording;
  char *parts;
  char *format;
  char *output;
  gboolean includes_names;
} Typed;

enum
{
  FORMAT_TEXT,
  FORMAT_MARKDOWN,
  FORMAT_HTML,
  FORMAT_JSON,
};

static const char *const formats[] = { [FORMAT_TEXT] = "text",
                                       [FORMAT_MARKDOWN] = "markdown",
                                       [FORMAT_HTML] = "html",
                                       [FORMAT_JSON] = "json" };

static void
typed_clear (Typed *typed)
{
  g_free (typed->event);
  g_free (typed->from);
  g_free (typed->to);
  g_free (typed->filter);
  g_free (typed->language);
  g_free (typed->unit);
  g_free (typed->currency);
  g_free (typed->rates);
  g_free (typed->kind);
  g_free (typed->as_of);
  g_free (typed->wording);
  g_free (typed->parts);
  g_free (typed->format);
  g_free (typed->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static GStrv
parse (Typed *typed, const TideToolVerb *verb, char **words)
{
  const GOptionEntry entries[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &typed->event, N_ ("About this event"), N_ ("EVENT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &typed->from, N_ ("About projects signed from then on"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &typed->to, N_ ("About projects signed until then"),
      N_ ("DATE") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &typed->filter, N_ ("About the projects of this filter"),
      N_ ("FILTER") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &typed->language, N_ ("Written in: en or zh"),
      N_ ("LANGUAGE") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &typed->unit,
      N_ ("Amounts in: one, ten-thousand, million, 100-million or billion"), N_ ("UNIT") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &typed->currency, N_ ("Totals in this currency"),
      N_ ("CODE") },
    { "rates", 0, 0, G_OPTION_ARG_STRING, &typed->rates, N_ ("At these rates"), N_ ("RATES") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &typed->kind,
      N_ ("Amounts of this kind by size, field and division"), N_ ("KIND") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &typed->as_of, N_ ("As the register stood on that date"),
      N_ ("DATE") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &typed->wording,
      N_ ("In the words of this template: press, figures or one of the register"),
      N_ ("TEMPLATE") },
    { "parts", 0, 0, G_OPTION_ARG_STRING, &typed->parts,
      N_ ("Only of these, with commas: event, totals, sizes, fields, divisions, stages, projects, "
          "indicators, platforms, cohorts"),
      N_ ("PARTS") },
    { "include-names", 0, 0, G_OPTION_ARG_NONE, &typed->includes_names,
      N_ ("Name confidential projects and their parties"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed->format, N_ ("As: text, markdown, html or json"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output, N_ ("Write to this file"),
      N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = tide_tool_verb_new_context (verb);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return tide_tool_verb_parse (verb, context, words);
}

/* What means the same in every register ----------------------------------------------------------
 */

static gboolean
read_date (const TideToolVerb *verb, const char *typed, TideDate *date)
{
  if (typed == NULL || (tide_date_parse (typed, TRUE, date) && tide_date_is_real (date)))
    return TRUE;

  /* Translators: %s is what was typed */
  tide_tool_verb_refuse (verb, _ ("“%s” is not a date."), typed);

  return FALSE;
}

static gboolean
read_code (const TideToolVerb *verb, const char *typed, TideCodeSet set, char **code)
{
  if (typed == NULL || tide_codes_find (set, typed) >= 0)
    {
      *code = g_strdup (typed);
      return TRUE;
    }

  if (set == TIDE_CODES_UNIT)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("There is no unit “%s”."), typed);
  else
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (verb, _ ("There is no kind of amounts “%s”."), typed);

  return FALSE;
}

static gboolean
read_parts (const TideToolVerb *verb, const char *typed, guint *parts)
{
  g_auto (GStrv) words = typed != NULL ? g_strsplit (typed, ",", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const int part = tide_briefing_part_from_code (g_strstrip (words[i]));

      if (part < 0)
        {
          /* Translators: %s is what was typed */
          tide_tool_verb_refuse (verb, _ ("There is no part “%s”."), words[i]);
          return FALSE;
        }
      *parts = (i == 0 ? 0 : *parts) | 1u << part;
    }

  return TRUE;
}

static gboolean
read_format (const TideToolVerb *verb, const char *typed, guint *format)
{
  *format = 0;
  for (guint i = 0; typed != NULL && i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i], typed) == 0)
      {
        *format = i;
        return TRUE;
      }

  if (typed == NULL)
    return TRUE;

  /* Translators: %s is what was typed */
  tide_tool_verb_refuse (verb, _ ("There is no format “%s”."), typed);

  return FALSE;
}

static gboolean
read_subject (const TideToolVerb *verb, const Typed *typed, TideBriefingOptions *options)
{
  const gboolean has_period = typed->from != NULL || typed->to != NULL;

  if ((typed->event != NULL) + (typed->filter != NULL) + has_period > 1)
    {
      tide_tool_verb_refuse (
          verb, "%s", _ ("A briefing is about an event, a period or a filter, not about several."));
      return FALSE;
    }

  if (typed->event != NULL)
    options->subject = TIDE_SUBJECT_EVENT;
  else if (typed->filter != NULL)
    options->subject = TIDE_SUBJECT_FILTER;
  else if (has_period)
    options->subject = TIDE_SUBJECT_PERIOD;

  return read_date (verb, typed->from, &options->from) && read_date (verb, typed->to, &options->to);
}

static gboolean
read_options (const TideToolVerb *verb, const Typed *typed, TideBriefingOptions *options)
{
  options->includes_names = typed->includes_names;
  options->currency = g_strdup (typed->currency);
  if (typed->currency != NULL && tide_currency_get_digits (typed->currency) < 0)
    {
      /* Translators: %s is what was typed */
      tide_tool_verb_refuse (verb, _ ("There is no currency “%s”."), typed->currency);
      return FALSE;
    }

  return read_subject (verb, typed, options)
         && tide_tool_read_language (typed->language, verb, &options->language)
         && read_code (verb, typed->unit, TIDE_CODES_UNIT, &options->unit)
         && read_code (verb, typed->kind, TIDE_CODES_AMOUNT_KIND, &options->amount_kind)
         && read_date (verb, typed->as_of, &options->as_of)
         && read_parts (verb, typed->parts, &options->parts);
}

/* What is looked for in the register --------------------------------------------------------------
 */

static gboolean
find_record (
    const char *argument, TideSnapshot *snapshot, TideRecordKind kind, const char *typed, char **id)
{
  const TidePayload *record = typed != NULL ? tide_tool_find_record (snapshot, kind, typed) : NULL;

  if (record != NULL)
    *id = g_strdup (record->id);
  if (typed == NULL || record != NULL)
    return TRUE;

  if (kind == TIDE_RECORD_EVENT)
    /* Translators: the first %s is a file, the second what was typed */
    g_printerr (_ ("%s: There is no event “%s”."), argument, typed);
  else if (kind == TIDE_RECORD_RATE_SET)
    /* Translators: the first %s is a file, the second what was typed */
    g_printerr (_ ("%s: There are no rates “%s”."), argument, typed);
  else
    /* Translators: the first %s is a file, the second what was typed */
    g_printerr (_ ("%s: There is no template “%s”."), argument, typed);
  g_printerr ("\n");

  return FALSE;
}

static gboolean
find_all (const char *argument,
          TideSnapshot *snapshot,
          const Typed *typed,
          TideBriefingOptions *options)
{
  if (typed->filter != NULL)
    {
      options->filter = (TideFilter *) tide_tool_filter_new (typed->filter, snapshot, argument);
      if (options->filter == NULL)
        return FALSE;
    }
  if (typed->wording != NULL
      && tide_template_get_built_in_name (typed->wording, options->language) != NULL)
    options->wording = g_strdup (typed->wording);
  else if (!find_record (argument, snapshot, TIDE_RECORD_TEMPLATE, typed->wording,
                         &options->wording))
    return FALSE;

  return find_record (argument, snapshot, TIDE_RECORD_EVENT, typed->event, &options->event)
         && find_record (argument, snapshot, TIDE_RECORD_RATE_SET, typed->rates,
                         &options->rate_set);
}

static GBytes *
render (const TideBriefing *briefing, guint format)
{
  char *text;

  switch (format)
    {
    case FORMAT_TEXT:
      text = tide_briefing_dup_text (briefing, NULL);
      break;
    case FORMAT_MARKDOWN:
      text = tide_briefing_dup_markdown (briefing, NULL);
      break;
    case FORMAT_HTML:
      text = tide_briefing_dup_html_document (briefing);
      break;
    default:
      return tide_tool_brief_write_json (briefing);
    }

  return g_bytes_new_take (text, strlen (text));
}

/**
 * tide_tool_brief:
 * @verb: the command
 * @words: what was typed
 *
 * Writes a briefing from a register, as the window does.
 *
 * Returns: %TIDE_TOOL_DONE where it was written
 */
TideToolStatus
tide_tool_brief (const TideToolVerb *verb, char **words)
{
  g_auto (Typed) typed = { 0 };
  g_auto (GStrv) arguments = parse (&typed, verb, words);
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideBriefing) briefing = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint format;

  if (arguments == NULL || !read_options (verb, &typed, options)
      || !read_format (verb, typed.format, &format))
    return TIDE_TOOL_WRONG_USAGE;

  snapshot = tide_tool_read (arguments[0], &problems);
  if (snapshot == NULL)
    return TIDE_TOOL_REFUSED;

  tide_tool_print_problems (arguments[0], problems);
  if (!find_all (arguments[0], snapshot, &typed, options))
    return TIDE_TOOL_REFUSED;

  briefing = tide_briefing_write (snapshot, options, NULL, &error);
  if (briefing == NULL)
    {
      g_printerr ("%s: %s\n", arguments[0], error->message);
      return TIDE_TOOL_REFUSED;
    }

  bytes = render (briefing, format);

  return tide_tool_write (bytes, typed.output);
}
