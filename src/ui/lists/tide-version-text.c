/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-version-text.h"

#include <glib/gi18n-lib.h>

static char *
format_time (gint64 seconds, const char *time_zone, const char *format)
{
  g_autoptr (GTimeZone) zone = time_zone != NULL ? g_time_zone_new_identifier (time_zone) : NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local
      = utc != NULL && zone != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  GDateTime *time = local != NULL ? local : utc;

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("—");
}

/**
 * tide_version_text_dup_time:
 * @version: a version
 * @time_zone: (nullable): of the register
 *
 * Returns: (transfer full): when it was saved, in the person's language
 */
char *
tide_version_text_dup_time (const TideVersion *version, const char *time_zone)
{
  /* Translators: a day and a time, such as 3 May 2026, 14:05, see g_date_time_format() */
  return format_time (version->time, time_zone, _ ("%-d %B %Y, %H:%M"));
}

/**
 * tide_version_text_dup_stamp:
 * @version: a version
 * @time_zone: (nullable): of the register
 *
 * Returns: (transfer full): when it was saved, the same in all languages
 */
char *
tide_version_text_dup_stamp (const TideVersion *version, const char *time_zone)
{
  return format_time (version->time, time_zone, "%Y-%m-%d %H:%M");
}

static void
append (GString *text, const char *format, guint n)
{
  g_autoptr (GString) part = NULL;
  g_autofree char *number = NULL;

  if (n == 0)
    return;

  part = g_string_new (format);
  number = g_strdup_printf ("%u", n);
  g_string_replace (part, "%u", number, 1);
  if (text->len > 0)
    /* Translators: between the parts of a list: 3 added, 2 changed */
    g_string_append (text, _ (", "));
  g_string_append (text, part->str);
}

/**
 * tide_version_text_dup_changes:
 * @changes: by how much a version differs
 *
 * Returns: (transfer full): that in words: 3 added, 2 changed, 1 removed
 */
char *
tide_version_text_dup_changes (const TideComparison *changes)
{
  GString *text = g_string_new (NULL);

  /* Translators: how many records were added; part of a list */
  append (text, ngettext ("%u added", "%u added", changes->n_added), changes->n_added);
  /* Translators: how many records were changed; part of a list */
  append (text, ngettext ("%u changed", "%u changed", changes->n_changed), changes->n_changed);
  /* Translators: how many records were removed; part of a list */
  append (text, ngettext ("%u removed", "%u removed", changes->n_removed), changes->n_removed);
  if (text->len == 0)
    g_string_append (text, _ ("No record changed"));

  return g_string_free_and_steal (text);
}
