/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem-private.h"

#include <glib/gi18n-lib.h>

/*
 * tide_problem_dup_indicator_sentence:
 * @code: what is wrong with an indicator
 * @first: the first argument, empty where there is none
 * @second: the second one
 * @third: the third one
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL for a code that is about something else
 */
char *
tide_problem_dup_indicator_sentence (TideProblemCode code,
                                     const char *first,
                                     const char *second,
                                     const char *third)
{
  switch ((gint) code)
    {
    case TIDE_PROBLEM_SAME_PERIOD:
      /* Translators: %s is a period, such as 2019 */
      return g_strdup_printf (_ ("Both periods are %s: there is no growth within one."), first);
    case TIDE_PROBLEM_UNLIKE_PERIODS:
      /* Translators: two periods of different length, such as 2019 and Q3 2015 */
      return g_strdup_printf (_ ("“%s” and “%s” are not of the same length."), first, second);
    case TIDE_PROBLEM_REVISION_MISSING:
      return g_strdup_printf (
          /* Translators: %s is a period, such as 2019 */
          _ ("%s has a value already. Say which revision this one is, or change the other."),
          first);
    case TIDE_PROBLEM_REVISION_EXISTS:
      /* Translators: a period, such as 2019, and the name of a revision */
      return g_strdup_printf (_ ("%s has a revision “%s” already."), first, second);
    case TIDE_PROBLEM_OTHER_UNIT:
      /* Translators: an amount word for word, what it is in the unit of the indicator, and what
       * was typed instead */
      return g_strdup_printf (_ ("“%s” is %s in the unit of the indicator, not %s."), first, second,
                              third);
    case TIDE_PROBLEM_OTHER_CURRENCY:
      /* Translators: an amount word for word, and the codes of two currencies */
      return g_strdup_printf (_ ("“%s” is in %s, the indicator is in %s."), first, second, third);
    default:
      return NULL;
    }
}
