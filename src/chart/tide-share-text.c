/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-share-text.h"

#include <glib/gi18n-lib.h>

static char *
format_share (const char *sign, guint permille)
{
  g_autofree char *number = g_strdup_printf ("%s%'.1f", sign, permille / 10.0);

  /* Translators: a percentage */
  return g_strdup_printf (_ ("%s %%"), number);
}

/* What is not nothing, or not everything, is never written as if it were. */
static char *
format_extreme (const TideShare *share, double part, double whole)
{
  if (!share->is_rounded)
    return NULL;
  if (share->permille == 0)
    return format_share ("< ", 1);
  if (share->permille == 1000 && part < whole)
    return format_share ("> ", 999);

  return NULL;
}

static char *
format (double part, double whole, const char *rounded_sign)
{
  TideShare share;
  char *extreme;

  if (!tide_share_init (&share, part, whole))
    return NULL;

  extreme = format_extreme (&share, part, whole);

  return extreme != NULL ? extreme
                         : format_share (share.is_rounded ? rounded_sign : "", share.permille);
}

/**
 * tide_share_text_new:
 * @part: the part
 * @whole: the whole
 *
 * Writes a share in percent, rounded to one tenth; one that would round to nothing or to all, and
 * is not, as less than 0.1 % or more than 99.9 %.
 *
 * Returns: (transfer full) (nullable): the text; %NULL where there is no share, see
 *   tide_share_init()
 */
char *
tide_share_text_new (double part, double whole)
{
  return format (part, whole, "");
}

/**
 * tide_share_text_new_precise:
 * @part: the part
 * @whole: the whole
 *
 * Like tide_share_text_new(), with “≈” before a share that was rounded.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
tide_share_text_new_precise (double part, double whole)
{
  return format (part, whole, "≈ ");
}
