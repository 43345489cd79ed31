/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_remarks (const TideStatusEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  tide_details_join (text, entry->reason);
  if (tide_date_is_set (&entry->until))
    {
      g_autofree char *date = tide_date_dup_text (&entry->until);
      /* Translators: the date up to which a project is paused */
      g_autofree char *until = g_strdup_printf (_ ("until %s"), date);

      tide_details_join (text, until);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_status (TideDetailsSection *section, const TideStatusEntry *entry)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *remarks = dup_remarks (entry);
  g_autofree char *date = tide_date_dup_text (&entry->date);
  GtkWidget *row = tide_details_row_new (
      tide_codes_get_label (TIDE_CODES_STATUS, entry->status, language), remarks, date);

  gtk_widget_set_tooltip_text (
      row, tide_codes_get_definition (TIDE_CODES_STATUS, entry->status, language));
  tide_details_row_set_entry (TIDE_DETAILS_ROW (row), "statuses", &entry->base);
  tide_details_section_append (section, row);
}

/**
 * tide_details_fill_statuses:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the log of statuses, the present one first; one that never changed is normal.
 */
void
tide_details_fill_statuses (TideDetailsSection *section,
                            TideRegister *reg,
                            const TideProjectPayload *project)
{
  const char *normal = tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);
  GtkWidget *row;

  for (guint i = tide_entries_get_n (project->statuses); i > 0; i--)
    append_status (section, g_ptr_array_index (project->statuses, i - 1));
  if (tide_entries_get_n (project->statuses) > 0)
    return;

  row = tide_details_row_new (
      tide_codes_get_label (TIDE_CODES_STATUS, normal, tide_language_get_default ()), NULL, NULL);
  tide_details_row_set_action (TIDE_DETAILS_ROW (row), "project.change-status");
  tide_details_section_append (section, row);
}
