/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem-private.h"

#include <glib/gi18n-lib.h>

/*
 * tide_problem_dup_delimited_sentence:
 * @code: what is wrong with delimited text
 * @first: its first argument, empty where there is none; so are the others
 * @second: the second one
 * @third: the third one
 * @fourth: the fourth one
 *
 * Returns: (transfer full): the sentence
 */
char *
tide_problem_dup_delimited_sentence (TideProblemCode code,
                                     const char *first,
                                     const char *second,
                                     const char *third,
                                     const char *fourth)
{
  if (code == TIDE_PROBLEM_OPEN_QUOTE)
    /* Translators: %s is the number of a line */
    return g_strdup_printf (_ ("The quotation mark that opens a cell in line %s is never closed."),
                            first);

  return g_strdup_printf (
      /* Translators: the number of a line; an encoding, such as GB18030; a byte, such as FF; where
       * it is in the file, counted from 0 */
      _ ("Line %s cannot be read as %s: byte %s at offset %s has no meaning there."), third, first,
      second, fourth);
}
