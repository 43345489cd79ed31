/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-validity-text.h"

#include <glib/gi18n-lib.h>

static char *
dup_date (const TideDate *date)
{
  return tide_date_is_set (date) ? tide_date_dup_label (date, tide_language_get_default ()) : NULL;
}

/**
 * tide_validity_text_dup:
 * @from: the first date on which a classification or a division is there
 * @to: the last one
 *
 * Returns: (transfer full) (nullable): from when to when it is; %NULL where nobody says so
 */
char *
tide_validity_text_dup (const TideDate *from, const TideDate *to)
{
  g_autofree char *start = dup_date (from);
  g_autofree char *end = dup_date (to);

  if (start != NULL && end != NULL)
    /* Translators: a classification is in force, or a division exists, from one date to another */
    return g_strdup_printf (_ ("%s to %s"), start, end);
  if (start != NULL)
    /* Translators: %s is a date from which a classification is in force, or a division exists */
    return g_strdup_printf (_ ("From %s"), start);
  if (end != NULL)
    /* Translators: %s is a date until which a classification was in force, or a division existed */
    return g_strdup_printf (_ ("Until %s"), end);

  return NULL;
}
