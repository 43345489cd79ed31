/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the list of projects, and its groups by party. */

#include "tide-shots.h"

#include "tide-test-widgets.h"

static void
take_groups (Shots *shots, TideProjectsTable *table)
{
  tide_projects_table_set_group_by (table, "party");
  shots_settle (400);
  shots_take (shots, "groups-party");
  tide_projects_table_set_group_by (table, "none");
  shots_settle (200);
}

static void
take_chosen (Shots *shots, TideProjectsTable *table)
{
  static const char *const words[] = { "stage", "name=260", "investor=190", "agreement", NULL };

  tide_projects_table_set_columns (table, words);
  tide_projects_table_set_sort_by (table, "investor");
  tide_projects_table_set_descending (table, TRUE);
  shots_settle (400);
  shots_take (shots, "columns-chosen");
}

/**
 * shots_take_columns:
 * @shots: the pictures
 * @table: the projects of the made-up sample, which are on view
 *
 * Takes the groups by party, the table with other columns, and the dialog that chooses them.
 */
void
shots_take_columns (Shots *shots, TideProjectsTable *table)
{
  AdwDialog *dialog;

  take_groups (shots, table);
  take_chosen (shots, table);
  gtk_widget_activate_action (GTK_WIDGET (table), "list.choose-columns", NULL);
  shots_settle (300);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  shots_take (shots, "columns-dialog");
  adw_dialog_force_close (dialog);
  tide_projects_table_set_columns (table, NULL);
  shots_settle (100);
}
