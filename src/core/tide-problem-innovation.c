/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem-private.h"

#include <glib/gi18n-lib.h>

/*
 * tide_problem_dup_innovation_sentence:
 * @code: what is wrong with a platform or a result
 * @first: the first argument, empty where there is none
 * @second: the second one
 * @third: the third one
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL for a code that is about something else
 */
char *
tide_problem_dup_innovation_sentence (TideProblemCode code,
                                      const char *first,
                                      const char *second,
                                      const char *third)
{
  switch ((gint) code)
    {
    case TIDE_PROBLEM_BELOW_ZERO:
      /* Translators: %s is a number as it was typed */
      return g_strdup_printf (_ ("%s is below zero."), first);
    case TIDE_PROBLEM_MORE_THAN_WHOLE:
      return g_strdup_printf (
          /* Translators: a number as it was typed, what it is a part of, such as Core talents, and
           * the number of those */
          _ ("%s is more than the whole, “%s”, which is %s on that date."), first, second, third);
    case TIDE_PROBLEM_OTHER_TRACK:
      /* Translators: a stage of a result, such as Incubating, and a kind, such as Technology */
      return g_strdup_printf (_ ("“%s” is no stage of the kind “%s”."), first, second);
    case TIDE_PROBLEM_NOT_YET:
      /* Translators: %s is a date as it was typed */
      return g_strdup_printf (_ ("“%s” is still to come."), first);
    case TIDE_PROBLEM_BEFORE_EARLIER_STAGE:
      /* Translators: a date as it was typed; a stage that leads to this one; its date */
      return g_strdup_printf (_ ("“%s” comes before “%s” of %s, an earlier stage."), first, second,
                              third);
    default:
      return NULL;
    }
}
