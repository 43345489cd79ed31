/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format.h"

#include <glib/gi18n-lib.h>

static char *
dup_number_sentence (TideCellReason reason, const char *text)
{
  switch ((gint) reason)
    {
    case TIDE_CELL_REASON_NO_NUMBER:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("“%s” is not a number."), text);
    case TIDE_CELL_REASON_NO_AMOUNT:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("“%s” is not an amount of money."), text);
    case TIDE_CELL_REASON_NO_PERCENTAGE:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("“%s” is not a percentage."), text);
    case TIDE_CELL_REASON_SEPARATORS:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("The signs between the digits of “%s” do not fit the column."),
                              text);
    case TIDE_CELL_REASON_EITHER_NUMBER:
      /* Translators: %s is what a cell says, such as 1.234 */
      return g_strdup_printf (_ ("“%s” may mean two numbers: say which sign is the decimal one."),
                              text);
    case TIDE_CELL_REASON_OUT_OF_RANGE:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("“%s” is too large or too exact."), text);
    case TIDE_CELL_REASON_TOO_PRECISE:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("“%s” has more decimals than its currency."), text);
    default:
      return NULL;
    }
}

static char *
dup_date_sentence (TideCellReason reason, const char *text)
{
  switch ((gint) reason)
    {
    case TIDE_CELL_REASON_NO_DATE:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("“%s” is not a date."), text);
    case TIDE_CELL_REASON_EITHER_DATE:
      /* Translators: %s is what a cell says, such as 01/02/2024 */
      return g_strdup_printf (_ ("“%s” may mean two days: say whether the day or the month comes "
                                 "first."),
                              text);
    case TIDE_CELL_REASON_UNREAL_DATE:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("“%s” is a day that does not exist."), text);
    case TIDE_CELL_REASON_SHORT_YEAR:
      /* Translators: %s is what a cell says */
      return g_strdup_printf (_ ("“%s” has a year of two digits: write four."), text);
    case TIDE_CELL_REASON_HALF_YEAR:
      /* Translators: %s is what a cell says, such as 2023H1 */
      return g_strdup_printf (_ ("“%s” is half a year, which cannot be a date."), text);
    case TIDE_CELL_REASON_LOST_ZERO:
      /* Translators: %s is what a cell says, such as 2023.1 */
      return g_strdup_printf (_ ("“%s” may be January or October: make text of the cell."), text);
    case TIDE_CELL_REASON_SERIAL_DAY:
      /* Translators: %s is what a cell says, such as 45153 */
      return g_strdup_printf (_ ("“%s” may be a spreadsheet’s count of days: make a date of it."),
                              text);
    default:
      return NULL;
    }
}

/**
 * tide_cell_reason_dup_sentence:
 * @reason: why a cell could not be read
 * @text: what it says
 *
 * Returns: (transfer full) (nullable): the sentence for the person; %NULL for
 *   %TIDE_CELL_REASON_NONE
 */
char *
tide_cell_reason_dup_sentence (TideCellReason reason, const char *text)
{
  g_autofree char *isolated = tide_text_dup_isolated (text);
  char *sentence = dup_number_sentence (reason, isolated);

  if (sentence == NULL)
    sentence = dup_date_sentence (reason, isolated);
  if (sentence == NULL && reason == TIDE_CELL_REASON_ERROR)
    /* Translators: %s is what a cell says, such as #DIV/0! */
    sentence = g_strdup_printf (_ ("“%s” is an error of the spreadsheet."), isolated);

  return sentence;
}
