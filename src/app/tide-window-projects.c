/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-move-dialog.h"
#include "ui/dialogs/tide-project-dialog.h"

static void
on_form_closed (TideWindow *self)
{
  const char *id = tide_projects_page_get_selected_id (self->projects_page);

  if (id != NULL)
    tide_projects_page_reveal (self->projects_page, id);
}

/* A form that closes gives the focus back to what had it before, which is another row than that of
 * a project just added. */
static void
follow_added (TideWindow *self, AdwDialog *form)
{
  g_signal_handlers_disconnect_by_func (form, on_form_closed, self);
  g_signal_connect_object (form, "closed", G_CALLBACK (on_form_closed), self, G_CONNECT_SWAPPED);
}

static void
on_project_saved (TideWindow *self, const char *id)
{
  tide_projects_page_reveal (self->projects_page, id);
}

static void
on_project_added (TideWindow *self, const char *id, AdwDialog *form)
{
  tide_projects_page_reveal (self->projects_page, id);
  follow_added (self, form);
}

/**
 * tide_window_new_project_form:
 * @self: a window that shows a register
 * @id: (nullable): of the project to edit; %NULL for a new one
 *
 * Returns: (transfer floating): the form; what is saved in it is shown by the list
 */
AdwDialog *
tide_window_new_project_form (TideWindow *self, const char *id)
{
  AdwDialog *dialog = ADW_DIALOG (tide_project_dialog_new (tide_window_get_register (self), id));

  g_signal_connect_object (
      dialog, "saved", id != NULL ? G_CALLBACK (on_project_saved) : G_CALLBACK (on_project_added),
      self, G_CONNECT_SWAPPED);

  return dialog;
}

static void
present_form (TideWindow *self, const char *id)
{
  adw_dialog_present (tide_window_new_project_form (self, id), GTK_WIDGET (self));
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_window_show_projects (TIDE_WINDOW (widget), NULL);
  present_form (TIDE_WINDOW (widget), NULL);
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = tide_projects_page_get_selected_id (TIDE_WINDOW (widget)->projects_page);

  if (id != NULL)
    present_form (TIDE_WINDOW (widget), id);
}

static void
present_move (TideWindow *self, const char *list)
{
  g_auto (GStrv) ids = tide_projects_page_dup_selected_ids (self->projects_page);

  if (ids[0] != NULL)
    adw_dialog_present (ADW_DIALOG (tide_move_dialog_new (tide_window_get_register (self), list,
                                                          (const char *const *) ids)),
                        GTK_WIDGET (self));
}

static void
move_stage (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_move (TIDE_WINDOW (widget), "stages");
}

static void
change_status (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_move (TIDE_WINDOW (widget), "statuses");
}

/* Whatever filter is on, as it may not let the project through. */
static void
show_project (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  TideFilter *everything = tide_filter_new ();
  g_autoptr (TidePayload) owner = tide_payload_seal (&everything->base);

  tide_window_show_projects (self, everything);
  tide_projects_page_reveal (self->projects_page, g_variant_get_string (parameter, NULL));
}

/**
 * tide_window_install_project_actions:
 * @widget_class: the class of windows
 *
 * Adds what opens the form of projects, and what moves them from stage to stage.
 */
void
tide_window_install_project_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "projects.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "project.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "win.show-project", "s", show_project);
  gtk_widget_class_install_action (widget_class, "project.move-stage", NULL, move_stage);
  gtk_widget_class_install_action (widget_class, "project.change-status", NULL, change_status);
}
