/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-scope.h"

#include "tool/tide-tool-filter.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

/**
 * tide_tool_scope_clear:
 * @self: what was typed
 */
void
tide_tool_scope_clear (TideToolScope *self)
{
  g_free (self->filter);
  g_free (self->search);
  g_free (self->true_on);
  g_free (self->known_on);
}

/**
 * tide_tool_scope_add_options:
 * @self: where to put what is typed
 * @context: the options of a command
 */
void
tide_tool_scope_add_options (TideToolScope *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "filter", 0, 0, G_OPTION_ARG_STRING, &self->filter,
      N_ ("Only projects of a saved filter, by name or id, of JSON, or of @ and a file with JSON"),
      N_ ("FILTER") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &self->search, N_ ("Only projects with these words"),
      N_ ("WORDS") },
    { "true-on", 0, 0, G_OPTION_ARG_STRING, &self->true_on,
      N_ ("As things stood on this date: leave out what is dated later"), N_ ("DATE") },
    { "known-on", 0, 0, G_OPTION_ARG_STRING, &self->known_on,
      N_ ("As it was known on this date: take back what was recorded later"), N_ ("DATE") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * tide_tool_scope_read_moment:
 * @self: what was typed
 * @verb: the command
 * @moment: (out): what it says of when
 *
 * Returns: %FALSE where a date is none, which has been told
 */
gboolean
tide_tool_scope_read_moment (const TideToolScope *self,
                             const TideToolVerb *verb,
                             TideMoment *moment)
{
  const struct
  {
    const char *typed;
    TideDate *date;
  } dates[] = { { self->true_on, &moment->true_on }, { self->known_on, &moment->known_on } };

  *moment = (TideMoment) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i].typed != NULL && !tide_date_parse (dates[i].typed, TRUE, dates[i].date))
      {
        /* Translators: %s is what was typed */
        tide_tool_verb_refuse (verb, _ ("“%s” is no date such as 2024 or 2024-06-30."),
                               dates[i].typed);
        return FALSE;
      }

  return TRUE;
}

static TideSnapshot *
go_to (TideSnapshot *snapshot, const char *argument, const TideMoment *moment)
{
  g_autoptr (TideAsOf) as_of = NULL;
  g_autoptr (GError) error = NULL;

  if (tide_moment_is_now (moment))
    return tide_snapshot_ref (snapshot);

  as_of = tide_as_of_new (snapshot, moment, NULL, &error);
  if (as_of == NULL)
    {
      g_printerr ("%s: %s\n", argument, error->message);
      return NULL;
    }
  if (as_of->is_before_history)
    {
      /* Translators: %s is a file */
      g_printerr (_ ("%s: The history begins later: what was there before counts as known."),
                  argument);
      g_printerr ("\n");
    }
  if (as_of->n_undated > 0)
    {
      /* Translators: a file, and a number of entries */
      g_printerr (ngettext ("%s: %u entry has no date, and is told as it is now.",
                            "%s: %u entries have no date, and are told as they are now.",
                            as_of->n_undated),
                  argument, as_of->n_undated);
      g_printerr ("\n");
    }

  return tide_snapshot_ref (as_of->snapshot);
}

/* What depends on the day, such as being overdue, is told of today. */
static void
set_today (TideSnapshot *snapshot)
{
  g_autoptr (TideClock) clock = tide_clock_new ();
  TideDate today;

  tide_date_init_from_time (&today, tide_clock_get_seconds (clock),
                            tide_snapshot_get_settings (snapshot)->time_zone);
  tide_snapshot_set_day (snapshot, tide_date_get_first_day (&today));
}

/* Takes @filter. */
static TidePayload *
add_words (TidePayload *filter, const char *words)
{
  TideFilter *narrowed = tide_filter_copy (TIDE_FILTER (filter));
  g_autofree char *all = narrowed->text != NULL ? g_strdup_printf ("%s %s", narrowed->text, words)
                                                : g_strdup (words);

  tide_payload_unref (filter);
  tide_filter_set_text (narrowed, all);

  return tide_payload_seal (&narrowed->base);
}

static TidePayload *
find_filter (const TideToolScope *self, TideSnapshot *snapshot, const char *argument)
{
  TidePayload *filter = self->filter != NULL
                            ? tide_tool_filter_new (self->filter, snapshot, argument)
                            : tide_payload_seal (&tide_filter_new ()->base);

  return filter != NULL && self->search != NULL ? add_words (filter, self->search) : filter;
}

/**
 * tide_tool_scope_read:
 * @self: what was typed
 * @argument: path or URI of a register
 * @moment: when it is looked at
 * @filter: (out) (transfer full): which projects are meant; an empty one for all
 *
 * Reads a register. What is doubtful about it, and what is wrong, is told on the standard error.
 *
 * Returns: (transfer full) (nullable): the register at that moment
 */
TideSnapshot *
tide_tool_scope_read (const TideToolScope *self,
                      const char *argument,
                      const TideMoment *moment,
                      TidePayload **filter)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) present = tide_tool_read (argument, &problems);
  g_autoptr (TideSnapshot) snapshot = NULL;

  if (present == NULL)
    return NULL;

  tide_tool_print_problems (argument, problems);
  set_today (present);
  snapshot = go_to (present, argument, moment);
  *filter = snapshot != NULL ? find_filter (self, snapshot, argument) : NULL;

  return *filter != NULL ? g_steal_pointer (&snapshot) : NULL;
}

/**
 * tide_tool_list_projects:
 * @snapshot: a register
 * @filter: which projects are meant
 *
 * Returns: (transfer full) (element-type TideProjectPayload): those that it lets through, borrowed
 *   from @snapshot, in its order
 */
GPtrArray *
tide_tool_list_projects (TideSnapshot *snapshot, const TideFilter *filter)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TideMatcher) matcher = tide_matcher_new (filter, snapshot);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    if (tide_matcher_matches (matcher, g_ptr_array_index (projects, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (projects, i));

  return chosen;
}
