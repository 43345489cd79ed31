/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-log.h"

#include "core/tide-overdue.h"
#include "core/tide-stage-time.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

/* NULL where nothing is known. */
static char *
dup_days (const TideDays *days)
{
  if (!days->is_known)
    return NULL;
  if (days->min == days->max)
    /* Translators: how many days a project was in a stage */
    return g_strdup_printf (ngettext ("%u day", "%u days", days->max), days->max);

  /* Translators: the fewest and the most days that a project was in a stage */
  return g_strdup_printf (_ ("%u–%u days"), days->min, days->max);
}

static gboolean
goes_back (const TideProjectPayload *project, guint index)
{
  const TideStageEntry *entry = g_ptr_array_index (project->stages, index);
  const TideStageEntry *before = index > 0 ? g_ptr_array_index (project->stages, index - 1) : NULL;

  return before != NULL && entry->rank >= 0 && before->rank > entry->rank;
}

static void
append_stage (GtkListBox *list, const TideProjectPayload *project, guint index, guint32 day)
{
  const TideLanguage language = tide_language_get_default ();
  const TideStageEntry *entry = g_ptr_array_index (project->stages, index);
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *date = tide_date_dup_text (&entry->date);
  g_autofree char *time = NULL;
  TideDays days;
  GtkWidget *row;

  tide_project_get_stage_days (project, index, day, &days);
  time = dup_days (&days);
  tide_details_join (subtitle, time);
  if (goes_back (project, index))
    tide_details_join (subtitle, _ ("gone back"));
  tide_details_join (subtitle, entry->note);
  row = tide_details_append_row (
      list, tide_codes_get_label (TIDE_CODES_STAGE, entry->stage, language), subtitle->str, date);
  gtk_widget_set_tooltip_text (
      row, tide_codes_get_definition (TIDE_CODES_STAGE, entry->stage, language));
}

/**
 * tide_details_show_stages:
 * @list: a list of rows, which are replaced
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the log of stages, the present one first, with the time that was spent in each.
 */
void
tide_details_show_stages (GtkListBox *list, TideRegister *reg, const TideProjectPayload *project)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);

  gtk_list_box_remove_all (list);
  for (guint i = tide_entries_get_n (project->stages); i > 0; i--)
    append_stage (list, project, i - 1, tide_snapshot_get_day (snapshot));
  if (tide_entries_get_n (project->stages) == 0)
    tide_details_append_row (list, _ ("No Stage Yet"), NULL, NULL);
}

static void
append_status (GtkListBox *list, const TideStatusEntry *entry)
{
  const TideLanguage language = tide_language_get_default ();
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *date = tide_date_dup_text (&entry->date);
  g_autofree char *until = tide_date_dup_text (&entry->until);
  GtkWidget *row;

  tide_details_join (subtitle, entry->reason);
  if (tide_date_is_set (&entry->until))
    {
      /* Translators: the date up to which a project is paused */
      g_autofree char *limit = g_strdup_printf (_ ("until %s"), until);

      tide_details_join (subtitle, limit);
    }
  row = tide_details_append_row (
      list, tide_codes_get_label (TIDE_CODES_STATUS, entry->status, language), subtitle->str, date);
  gtk_widget_set_tooltip_text (
      row, tide_codes_get_definition (TIDE_CODES_STATUS, entry->status, language));
}

/**
 * tide_details_show_statuses:
 * @list: a list of rows, which are replaced
 * @project: a project
 *
 * Shows the log of statuses, the present one first; one that never changed is normal.
 */
void
tide_details_show_statuses (GtkListBox *list, const TideProjectPayload *project)
{
  const char *normal = tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);

  gtk_list_box_remove_all (list);
  for (guint i = tide_entries_get_n (project->statuses); i > 0; i--)
    append_status (list, g_ptr_array_index (project->statuses, i - 1));
  if (tide_entries_get_n (project->statuses) == 0)
    tide_details_append_row (
        list, tide_codes_get_label (TIDE_CODES_STATUS, normal, tide_language_get_default ()), NULL,
        NULL);
}

/**
 * tide_details_dup_overdue:
 * @reg: the register that the project is of
 * @project: a project
 *
 * Returns: (transfer full) (nullable): since when it is overdue, and by which rule; %NULL where it
 *   is not
 */
char *
tide_details_dup_overdue (TideRegister *reg, const TideProjectPayload *project)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  char buffer[TIDE_DATE_TEXT_SIZE];
  TideOverdue overdue;
  TideDate since;

  if (!tide_project_get_overdue (project, snapshot, &overdue))
    return NULL;

  tide_date_init_from_julian (&since, overdue.since);
  tide_date_format (&since, buffer, sizeof buffer);
  if (overdue.rule == TIDE_OVERDUE_STAGE)
    return g_strdup_printf (
        /* Translators: a date, then how many days a project may be in its stage */
        ngettext ("Since %s: more than %u day in its stage",
                  "Since %s: more than %u days in its stage", overdue.limit),
        buffer, overdue.limit);

  return g_strdup_printf (
      /* Translators: a date, then how many days a project may be without a change */
      ngettext ("Since %s: more than %u day without a change",
                "Since %s: more than %u days without a change", overdue.limit),
      buffer, overdue.limit);
}
