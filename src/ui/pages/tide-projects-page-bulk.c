/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page-private.h"

#include "ui/dialogs/tide-bulk-edit-dialog.h"

static void
present (TideProjectsPage *self, const char *path, TideBulkAct act)
{
  g_auto (GStrv) ids = tide_projects_page_dup_selected_ids (self);
  TideBulkEditDialog *dialog;

  if (ids[0] == NULL)
    return;

  dialog = tide_bulk_edit_dialog_new (tide_projects_page_get_register (self),
                                      (const char *const *) ids);
  if (path != NULL)
    tide_bulk_edit_dialog_fix (dialog, path, act);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
edit_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (TIDE_PROJECTS_PAGE (widget), NULL, TIDE_BULK_SET);
}

static void
add_tag (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (TIDE_PROJECTS_PAGE (widget), "tags", TIDE_BULK_ADD);
}

static void
clear_selection (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  gtk_selection_model_unselect_all (tide_projects_table_get_selection (self->table));
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/*
 * tide_projects_page_install_bulk_actions:
 * @widget_class: the class of pages
 *
 * Adds what is done with several projects at once.
 */
void
tide_projects_page_install_bulk_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "project.edit-selected", NULL, edit_selected);
  gtk_widget_class_install_action (widget_class, "project.add-tag", NULL, add_tag);
  gtk_widget_class_install_action (widget_class, "projects.clear-selection", NULL, clear_selection);
}

/*
 * tide_projects_page_update_bulk_actions:
 * @self: a page
 * @n_selected: how many projects are selected and can be changed
 */
void
tide_projects_page_update_bulk_actions (TideProjectsPage *self, guint n_selected)
{
  tide_bulk_bar_set_n_selected (self->bulk_bar, n_selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.edit-selected", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.add-tag", n_selected > 0);
}

/**
 * tide_projects_page_get_selection:
 * @self: a page
 *
 * Returns: (transfer none): which rows of its table are selected
 */
GtkSelectionModel *
tide_projects_page_get_selection (TideProjectsPage *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  return tide_projects_table_get_selection (self->table);
}
