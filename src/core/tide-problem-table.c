/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem-private.h"

#include <glib/gi18n-lib.h>

/*
 * tide_problem_dup_table_sentence:
 * @code: what is wrong with a table
 * @limit: the first argument, empty where there is none
 * @place: the second one
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL for a code that is about something else
 */
char *
tide_problem_dup_table_sentence (TideProblemCode code, const char *limit, const char *place)
{
  switch ((gint) code)
    {
    case TIDE_PROBLEM_CELL_TOO_LONG:
      /* Translators: the number of a row, and a size, such as 1 MB */
      return g_strdup_printf (_ ("A cell in row %s is longer than %s."), place, limit);
    case TIDE_PROBLEM_TOO_MANY_COLUMNS:
      /* Translators: the number of a row, and a limit, such as 10,000 */
      return g_strdup_printf (_ ("Row %s has more than %s columns."), place, limit);
    case TIDE_PROBLEM_TOO_MANY_ROWS:
      /* Translators: %s is a limit, such as 1,000,000 */
      return g_strdup_printf (_ ("The table has more than %s rows."), limit);
    case TIDE_PROBLEM_TOO_MANY_CELLS:
      /* Translators: %s is a limit, such as 50,000,000 */
      return g_strdup_printf (_ ("The table has more than %s cells."), limit);
    case TIDE_PROBLEM_NOT_A_TABLE:
    case TIDE_PROBLEM_NO_TABLES:
    case TIDE_PROBLEM_NOT_A_TEXT:
      return tide_problem_dup_source_sentence (code, limit);
    default:
      return tide_problem_dup_spreadsheet_sentence (code, limit, place);
    }
}
