/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several projects changed at once. */

#include "tide-shots.h"

#include "ui/dialogs/tide-bulk-edit-dialog.h"

#include "tide-test-widgets.h"

static TideBulkEditDialog *
open_dialog (Shots *shots, TideProjectsPage *page, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
  shots_settle (200);

  return TIDE_BULK_EDIT_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window)));
}

static void
wait_until_known (TideBulkEditDialog *dialog)
{
  while (tide_bulk_edit_dialog_is_busy (dialog))
    g_main_context_iteration (NULL, TRUE);
  shots_settle (100);
}

static void
take_dialog (Shots *shots, TideBulkEditDialog *dialog, const char *name)
{
  wait_until_known (dialog);
  shots_take (shots, name);
}

/* Removing a class leaves shares that do not add up. */
static void
take_sectors (Shots *shots, TideBulkEditDialog *dialog)
{
  GListModel *entries;
  g_autoptr (TideDraft) entry = NULL;

  tide_bulk_edit_dialog_choose (dialog, "sectors", TIDE_BULK_REMOVE);
  entries = tide_draft_get_entries (tide_bulk_edit_dialog_get_draft (dialog), "sectors");
  entry = g_list_model_get_item (entries, 0);
  tide_field_set_text (tide_draft_get_field (entry, "sector"), "sei-2023/6");
  take_dialog (shots, dialog, "bulk-sectors");
}

/**
 * shots_take_bulk:
 * @shots: the pictures
 * @page: the projects of the made-up sample, which are on view
 *
 * Takes the bar and the dialog with the first of them selected.
 */
void
shots_take_bulk (Shots *shots, TideProjectsPage *page)
{
  TideBulkEditDialog *dialog;

  gtk_selection_model_select_range (tide_projects_page_get_selection (page), 0, 12, TRUE);
  shots_settle (400);
  shots_take (shots, "bulk-bar");

  dialog = open_dialog (shots, page, "project.edit-selected");
  take_dialog (shots, dialog, "bulk-empty");
  tide_field_set_text (tide_draft_get_field (tide_bulk_edit_dialog_get_draft (dialog), "division"),
                       "330281");
  take_dialog (shots, dialog, "bulk-division");
  take_sectors (shots, dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));

  dialog = open_dialog (shots, page, "project.add-tag");
  take_dialog (shots, dialog, "bulk-tag");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  shots_settle (100);
}
