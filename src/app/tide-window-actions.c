/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "core/tide-register-later.h"
#include "ui/dialogs/tide-problems-dialog.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

static void
append_item (GMenu *menu, const char *verb, TideStep *step, const char *action)
{
  g_autoptr (GString) label = g_string_new (verb);
  g_autoptr (GMenuItem) item = NULL;

  if (step != NULL)
    {
      g_autofree char *name = tide_step_dup_label (step);
      g_autoptr (GString) escaped = g_string_new (name);

      /* An underline in the label of a menu would become a mnemonic. */
      g_string_replace (escaped, "_", "__", 0);
      g_string_append_printf (label, ": %s", escaped->str);
    }

  item = g_menu_item_new (label->str, action);
  /* Menus do not find by themselves the keys that leave a text its own. */
  g_menu_item_set_attribute (item, "accel", "s", tide_shortcuts_find (action)->keys[0]);
  g_menu_append_item (menu, item);
}

static void
update_edit_menu (TideWindow *self, TideRegister *reg)
{
  TideStep *undo = reg != NULL ? tide_register_get_undo_step (reg) : NULL;
  TideStep *redo = reg != NULL ? tide_register_get_redo_step (reg) : NULL;

  g_menu_remove_all (self->edit_section);
  append_item (self->edit_section, _ ("_Undo"), undo, "win.undo");
  append_item (self->edit_section, _ ("_Redo"), redo, "win.redo");
}

static void
dismiss_undo_toast (TideWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/**
 * tide_window_update_actions:
 * @self: a window
 *
 * Enables what can be done now. An offer to undo goes away when another step follows.
 */
void
tide_window_update_actions (TideWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TideRegister *reg = tide_window_get_register (self);
  const gboolean can_edit = reg != NULL && !tide_register_get_read_only (reg);

  dismiss_undo_toast (self);
  gtk_widget_action_set_enabled (widget, "win.undo", can_edit && tide_register_get_can_undo (reg));
  gtk_widget_action_set_enabled (widget, "win.redo", can_edit && tide_register_get_can_redo (reg));
  gtk_widget_action_set_enabled (widget, "projects.add", can_edit);
  gtk_widget_action_set_enabled (widget, "project.edit", can_edit);
  gtk_widget_action_set_enabled (widget, "project.move-stage", can_edit);
  gtk_widget_action_set_enabled (widget, "project.change-status", can_edit);
  gtk_widget_action_set_enabled (widget, "win.import", can_edit);
  gtk_widget_action_set_enabled (widget, "win.search", reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-attention", reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.print", reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.report", reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.export", reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.export-selected", reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-problems", reg != NULL);
  tide_window_update_filter_actions (self);
  tide_window_update_as_of_actions (self);
  tide_window_update_vocabulary_actions (self);
  update_edit_menu (self, reg);
}

/**
 * tide_window_offer_undo:
 * @self: a window
 * @step: what has just been done
 *
 * Shows a toast that names @step and can undo it.
 */
void
tide_window_offer_undo (TideWindow *self, TideStep *step)
{
  g_autofree char *label = tide_step_dup_label (step);

  dismiss_undo_toast (self);
  self->undo_toast = g_object_ref (tide_toast_show (self->toast_overlay, label, "win.undo"));
}

/* A toast would offer to undo the undoing; who sees the page sees what has changed. */
static void
announce (GtkWidget *widget, const char *sentence, TideStep *step)
{
  g_autofree char *label = tide_step_dup_label (step);
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_replace (text, "%s", label, 1);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text->str,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_undone (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideWindow) self = data;

  if (tide_register_travel_finish (TIDE_REGISTER (reg), result)
      && tide_window_get_register (self) == TIDE_REGISTER (reg))
    /* Translators: read aloud; %s is the name of a step, such as: Edit Project “Robots” */
    announce (GTK_WIDGET (self), _ ("Undone: %s"),
              tide_register_get_redo_step (TIDE_REGISTER (reg)));
}

static void
on_redone (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideWindow) self = data;

  if (tide_register_travel_finish (TIDE_REGISTER (reg), result)
      && tide_window_get_register (self) == TIDE_REGISTER (reg))
    /* Translators: read aloud; %s is the name of a step, such as: Edit Project “Robots” */
    announce (GTK_WIDGET (self), _ ("Done again: %s"),
              tide_register_get_undo_step (TIDE_REGISTER (reg)));
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRegister *reg = tide_window_get_register (TIDE_WINDOW (widget));
  g_autoptr (TideStep) step = NULL;

  if (reg == NULL || !tide_register_get_can_undo (reg))
    return;

  step = tide_step_ref (tide_register_get_undo_step (reg));
  if (step->edits->len > TIDE_MANY_EDITS)
    tide_register_undo_async (reg, NULL, on_undone, g_object_ref (widget));
  else if (tide_register_undo (reg))
    /* Translators: read aloud; %s is the name of a step, such as: Edit Project “Robots” */
    announce (widget, _ ("Undone: %s"), step);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRegister *reg = tide_window_get_register (TIDE_WINDOW (widget));
  g_autoptr (TideStep) step = NULL;

  if (reg == NULL || !tide_register_get_can_redo (reg))
    return;

  step = tide_step_ref (tide_register_get_redo_step (reg));
  if (step->edits->len > TIDE_MANY_EDITS)
    tide_register_redo_async (reg, NULL, on_redone, g_object_ref (widget));
  else if (tide_register_redo (reg))
    /* Translators: read aloud; %s is the name of a step, such as: Edit Project “Robots” */
    announce (widget, _ ("Done again: %s"), step);
}

/* While a text is being typed, undo is the text's own. */
static gboolean
on_key_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);

  if (g_strcmp0 (tide_window_get_page_name (self), "sectors") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->sectors_page), "sectors.find", NULL);
      return;
    }

  if (g_strcmp0 (tide_window_get_page_name (self), "divisions") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->divisions_page), "divisions.find", NULL);
      return;
    }

  if (g_strcmp0 (tide_window_get_page_name (self), "indicators") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->indicators_page), "indicators.find", NULL);
      return;
    }

  if (g_strcmp0 (tide_window_get_page_name (self), "events") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->events_page), "events.find", NULL);
      return;
    }

  if (g_strcmp0 (tide_window_get_page_name (self), "innovation") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->innovation_page), "innovation.find", NULL);
      return;
    }

  if (g_strcmp0 (tide_window_get_page_name (self), "history") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->history_page), "history.find", NULL);
      return;
    }

  tide_window_show_projects (self, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->projects_page), "projects.find", NULL);
}

/* Where there is room for both, the sidebar is hidden by showing the window as if there were not.
 */
static void
toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  AdwNavigationSplitView *view = self->split_view;

  if (self->is_sidebar_hidden || !adw_navigation_split_view_get_collapsed (view))
    {
      self->is_sidebar_hidden = !self->is_sidebar_hidden;
      adw_navigation_split_view_set_show_content (view, TRUE);
      adw_navigation_split_view_set_collapsed (view, self->is_sidebar_hidden);
    }
  else
    {
      const gboolean is_content = adw_navigation_split_view_get_show_content (view);

      adw_navigation_split_view_set_show_content (view, !is_content);
    }
}

static void
show_problems (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRegister *reg = tide_window_get_register (TIDE_WINDOW (widget));

  if (reg != NULL)
    adw_dialog_present (tide_problems_dialog_new (reg), widget);
}

/**
 * tide_window_install_actions:
 * @widget_class: the class of windows
 *
 * Adds undo, redo, search and what goes with the sidebar and the banner.
 */
void
tide_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.show-problems", NULL, show_problems);

  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_WINDOW, on_key_pressed);
}
