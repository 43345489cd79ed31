/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page-private.h"

#include "core/tide-deletion.h"
#include "core/tide-register-later.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

static void
show_failure (TideProjectsPage *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Projects Not Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
apply (TideProjectsPage *self, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  if (tide_register_apply (self->reg, step, &error))
    return TRUE;

  show_failure (self, error);
  return FALSE;
}

static void
fold_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  tide_project_groups_fold_all (tide_projects_table_get_groups (self->table),
                                g_str_equal (name, "projects.fold-all"));
}

static void
show_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
}

static void
hide_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  tide_projects_page_focus_list (self);
}

static void
go_to_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->details)))
    {
      adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
      gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
      return;
    }

  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  tide_projects_page_focus_list (self);
}

static void
duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);
  TideProject *project = tide_projects_table_get_selected (self->table);
  g_autoptr (TideStep) step
      = tide_register_new_duplicate_step (self->reg, tide_record_get_id (TIDE_RECORD (project)));
  const TideEdit *edit = g_ptr_array_index (step->edits, 0);
  g_autofree char *id = g_strdup (edit->record);

  apply (self, step);
  tide_projects_page_reveal (self, id);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = tide_projects_page_get_selected_id (TIDE_PROJECTS_PAGE (widget));

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.show-history", "(ss)", "project", id);
}

/* Many that are being deleted, and the project that comes into their place. */
typedef struct
{
  TideProjectsPage *page; /* owned */
  char *next;             /* owned; nullable */
} Deletion;

static void
on_deleted (GObject *reg, GAsyncResult *result, gpointer data)
{
  Deletion *deletion = data;
  TideProjectsPage *page = deletion->page;
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply_finish (TIDE_REGISTER (reg), result, &error))
    show_failure (page, error);
  else if (page->reg == TIDE_REGISTER (reg) && deletion->next != NULL)
    tide_projects_page_reveal (page, deletion->next);

  g_object_unref (page);
  g_free (deletion->next);
  g_free (deletion);
}

static TideStep *
make_deletion (TideSnapshot *snapshot, gint64 now, gpointer ids)
{
  return tide_deletion_new_step (snapshot, TIDE_RECORD_PROJECT, ids, NULL, now);
}

static void
delete_many (TideProjectsPage *self, GStrv ids, const char *next)
{
  Deletion *deletion = g_new (Deletion, 1);

  *deletion = (Deletion) { g_object_ref (self), g_strdup (next) };
  tide_register_make_async (self->reg, make_deletion, ids, (GDestroyNotify) g_strfreev, NULL,
                            on_deleted, deletion);
}

static void
delete_few (TideProjectsPage *self, GStrv ids, const char *next)
{
  g_autoptr (TideStep) step = tide_register_new_delete_step (self->reg, TIDE_RECORD_PROJECT,
                                                             (const char *const *) ids, NULL);

  if (apply (self, step) && next != NULL)
    tide_projects_page_reveal (self, next);
}

/* The keyboard goes on with the project that comes into the place of those deleted. */
static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);
  g_auto (GStrv) ids = tide_projects_table_dup_selected_ids (self->table);
  g_autofree char *next = tide_projects_table_dup_next_id (self->table);

  if (g_strv_length (ids) > TIDE_MANY_EDITS)
    delete_many (self, g_steal_pointer (&ids), next);
  else
    delete_few (self, ids, next);
}

/*
 * tide_projects_page_install_actions:
 * @widget_class: class of the page
 *
 * Installs what is done with the projects that are selected, and with their groups.
 */
void
tide_projects_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "projects.fold-all", NULL, fold_all);
  gtk_widget_class_install_action (widget_class, "projects.unfold-all", NULL, fold_all);
  gtk_widget_class_install_action (widget_class, "project.open", NULL, show_details);
  gtk_widget_class_install_action (widget_class, "project.show-details", NULL, show_details);
  gtk_widget_class_install_action (widget_class, "project.hide-details", NULL, hide_details);
  gtk_widget_class_install_action (widget_class, "project.go-to-details", NULL, go_to_details);
  gtk_widget_class_install_action (widget_class, "project.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "project.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "project.delete", NULL, delete);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_PROJECTS_PAGE, NULL);
}
