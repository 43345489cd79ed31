/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_sheet_sentence (TideProblemCode code, const char *first, const char *second)
{
  switch ((gint) code)
    {
    case TIDE_PROBLEM_TOO_MANY_STRINGS:
      /* Translators: %s is a limit, such as 5,000,000 */
      return g_strdup_printf (_ ("The spreadsheet has more than %s texts."), first);
    case TIDE_PROBLEM_TOO_MANY_FORMATS:
      /* Translators: %s is a limit, such as 100,000 */
      return g_strdup_printf (_ ("The spreadsheet has more than %s formats of cells."), first);
    case TIDE_PROBLEM_UNKNOWN_STRING:
      /* Translators: the place of a cell, such as C12, and a number */
      return g_strdup_printf (_ ("Cell %s has the text number %s, which the file does not have."),
                              second, first);
    case TIDE_PROBLEM_BAD_CELL_PLACE:
      return g_strdup_printf (
          /* Translators: the number of a row, and what should be a place such as C12 */
          _ ("In row %s, “%s” is no place of a cell between A1 and XFD1048576."), second, first);
    case TIDE_PROBLEM_CELL_OUT_OF_ORDER:
      /* Translators: %s is a row of a sheet or the place of a cell, such as C12 */
      return g_strdup_printf (_ ("%s comes after what should follow it."), first);
    default:
      return NULL;
    }
}

static char *
dup_xml_sentence (TideProblemCode code, const char *first, const char *second)
{
  switch ((gint) code)
    {
    case TIDE_PROBLEM_BAD_XML:
      /* Translators: a part of a file, such as xl/workbook.xml, and the number of a line */
      return g_strdup_printf (_ ("The part “%s” of the file is damaged in line %s."), second,
                              first);
    case TIDE_PROBLEM_XML_DECLARATION:
      /* Translators: %s is a part of a file, such as xl/workbook.xml */
      return g_strdup_printf (_ ("The part “%s” of the file declares entities, as harmful files "
                                 "do."),
                              first);
    case TIDE_PROBLEM_TOO_MANY_ELEMENTS:
      /* Translators: a part of a file, such as xl/workbook.xml, and a limit, such as 25,000,000 */
      return g_strdup_printf (_ ("Up to its part “%s”, the file has more than %s elements."),
                              second, first);
    default:
      return dup_sheet_sentence (code, first, second);
    }
}

static char *
dup_part_sentence (TideProblemCode code, const char *first, const char *second)
{
  switch ((gint) code)
    {
    case TIDE_PROBLEM_TOO_MANY_PARTS:
      /* Translators: %s is a limit, such as 10,000 */
      return g_strdup_printf (_ ("The file has more than %s parts."), first);
    case TIDE_PROBLEM_UNSAFE_PART:
      /* Translators: %s is a part of a file, such as ../workbook.xml */
      return g_strdup_printf (_ ("The file has a part “%s”, whose name leads out of it."), first);
    case TIDE_PROBLEM_DUPLICATE_PART:
      /* Translators: %s is a part of a file, such as xl/workbook.xml */
      return g_strdup_printf (_ ("The file has the part “%s” twice."), first);
    case TIDE_PROBLEM_DAMAGED_PART:
      /* Translators: %s is a part of a file, such as xl/workbook.xml */
      return g_strdup_printf (_ ("The part “%s” of the file cannot be unpacked: the file is "
                                 "damaged."),
                              first);
    case TIDE_PROBLEM_MISSING_PART:
      /* Translators: %s is a part of a file, such as xl/workbook.xml */
      return g_strdup_printf (_ ("The file lacks its part “%s”."), first);
    case TIDE_PROBLEM_UNPACKS_TOO_LARGE:
      /* Translators: %s is a size, such as 256 MB */
      return g_strdup_printf (_ ("What is packed in the file is larger than %s."), first);
    case TIDE_PROBLEM_PACKED_TOO_TIGHT:
      /* Translators: a part of a file, such as xl/workbook.xml, and a limit, such as 300 */
      return g_strdup_printf (_ ("The part “%s” of the file unpacks to more than %s times its "
                                 "size, as harmful files do."),
                              second, first);
    default:
      return dup_xml_sentence (code, first, second);
    }
}

/*
 * tide_problem_dup_spreadsheet_sentence:
 * @code: what is wrong with a spreadsheet
 * @first: the first argument, empty where there is none
 * @second: the second one
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL for a code that is about something else
 */
char *
tide_problem_dup_spreadsheet_sentence (TideProblemCode code, const char *first, const char *second)
{
  switch ((gint) code)
    {
    case TIDE_PROBLEM_NOT_A_SPREADSHEET:
      return g_strdup (_ ("The file is no spreadsheet of the kind .xlsx."));
    case TIDE_PROBLEM_OTHER_SPREADSHEET:
      /* Translators: %s is the ending of a file's name, such as .xls */
      return g_strdup_printf (_ ("The file is a spreadsheet of the kind %s, which Tideline cannot "
                                 "read. Save it as .xlsx first."),
                              first);
    case TIDE_PROBLEM_PASSWORD:
      return g_strdup (_ ("The file is protected with a password. Save it without one first."));
    case TIDE_PROBLEM_NO_SHEETS:
      return g_strdup (_ ("The spreadsheet has no sheets with cells."));
    default:
      return dup_part_sentence (code, first, second);
    }
}
