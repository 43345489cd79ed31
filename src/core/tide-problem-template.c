/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem-private.h"

#include <glib/gi18n-lib.h>

/*
 * tide_problem_dup_template_sentence:
 * @code: what is wrong with the template of a briefing
 * @first: the first argument, empty where there is none
 * @second: the second one
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL for a code that is about something else
 */
char *
tide_problem_dup_template_sentence (TideProblemCode code, const char *first, const char *second)
{
  switch ((gint) code)
    {
    case TIDE_PROBLEM_UNKNOWN_PLACEHOLDER:
      /* Translators: %s is a word of a template, such as event.name */
      return g_strdup_printf (_ ("There is no placeholder “{%s}”."), first);
    case TIDE_PROBLEM_UNKNOWN_LIST:
      /* Translators: %s is a word of a template, such as project */
      return g_strdup_printf (_ ("There is no list “%s”."), first);
    case TIDE_PROBLEM_MISPLACED_PLACEHOLDER:
      /* Translators: words of a template, such as kind.amount and kind; {each …} is one too */
      return g_strdup_printf (_ ("“%s” stands only between “{each %s}” and “{end}”."), first,
                              second);
    case TIDE_PROBLEM_OPEN_PLACEHOLDER:
      /* Translators: %s is what follows a brace */
      return g_strdup_printf (_ ("The “}” of “{%s” is missing."), first);
    case TIDE_PROBLEM_OPEN_PART:
      /* Translators: a list or “[”, and what has to close it: {end} or ] */
      return g_strdup_printf (_ ("“%s” begins here, but its “%s” is missing."), first, second);
    case TIDE_PROBLEM_STRAY_END:
      /* Translators: %s is {end}, ] or } */
      return g_strdup_printf (_ ("“%s” closes nothing."), first);
    case TIDE_PROBLEM_BAD_FORMS:
      return g_strdup_printf (
          /* Translators: %s is a word of a template, such as projects.count */
          _ ("“%s” cannot choose words here: a number, a colon and two forms with a slash between "
             "them do."),
          first);
    default:
      return NULL;
    }
}
