/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-as-of-dialog.h"
#include "ui/dialogs/tide-compare-dates-dialog.h"

#include <glib/gi18n-lib.h>

static void
take_view (TideWindow *self, TideAsOf *as_of, TideRegister *view)
{
  g_clear_pointer (&self->as_of, tide_as_of_unref);
  if (as_of != NULL)
    self->as_of = tide_as_of_ref (as_of);
  g_set_object (&self->view, view);
  tide_window_show_anew (self);
  tide_as_of_banner_show (self->as_of_banner, as_of);
}

static void
show_as_of (TideWindow *self, TideAsOf *as_of)
{
  g_autoptr (TideRegister) view = NULL;

  if (tide_moment_is_now (&as_of->moment))
    {
      tide_window_return_to_now (self, NULL);
      return;
    }

  view = tide_as_of_new_register (as_of);
  take_view (self, as_of, view);
}

static void
on_found (TideWindow *self, TideAsOfDialog *dialog)
{
  if (self->document != NULL)
    show_as_of (self, tide_as_of_dialog_get_as_of (dialog));
}

/**
 * tide_window_return_to_now:
 * @self: a window
 * @message: (nullable): why, where nobody has asked for it
 *
 * Shows the register as it is, if it is shown as it stood.
 */
void
tide_window_return_to_now (TideWindow *self, const char *message)
{
  if (self->view == NULL)
    return;

  take_view (self, NULL, NULL);
  if (message != NULL)
    tide_window_show_message (self, message);
}

/**
 * tide_window_drop_view:
 * @self: a window that is about to show another register, or none
 *
 * Returns: whether the register was shown as it stood
 */
gboolean
tide_window_drop_view (TideWindow *self)
{
  const gboolean had_view = self->view != NULL;

  g_clear_pointer (&self->as_of, tide_as_of_unref);
  g_clear_object (&self->view);
  tide_as_of_banner_show (self->as_of_banner, NULL);

  return had_view;
}

static void
ask (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  AdwDialog *dialog;

  if (self->document == NULL)
    return;

  dialog = tide_as_of_dialog_new (tide_document_get_register (self->document),
                                  self->as_of != NULL ? &self->as_of->moment : NULL);
  g_signal_connect_object (dialog, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* A project is shown as it is, whatever hides it. */
static void
on_project_requested (TideWindow *self, const char *id)
{
  g_autoptr (TidePayload) filter = &tide_filter_new ()->base;

  tide_window_return_to_now (self, NULL);
  tide_window_show_projects (self, TIDE_FILTER (filter));
  tide_projects_page_reveal (self->projects_page, id);
}

static void
compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  AdwDialog *dialog;

  if (self->document == NULL)
    return;

  dialog = tide_compare_dates_dialog_new (tide_document_get_register (self->document),
                                          self->as_of != NULL ? &self->as_of->moment : NULL);
  g_signal_connect_object (dialog, "project-requested", G_CALLBACK (on_project_requested), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
return_to_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_window_return_to_now (TIDE_WINDOW (widget), NULL);
}

/**
 * tide_window_update_as_of_actions:
 * @self: a window
 *
 * Enables what leads to another date and back. What changes the register as it is, is not offered
 * while it is shown as it stood.
 */
void
tide_window_update_as_of_actions (TideWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.as-of", self->document != NULL);
  gtk_widget_action_set_enabled (widget, "win.compare-dates", self->document != NULL);
  gtk_widget_action_set_enabled (widget, "win.return-to-now", self->view != NULL);
  gtk_widget_action_set_enabled (widget, "win.version-history",
                                 self->document != NULL && self->view == NULL);
}

/**
 * tide_window_install_as_of_actions:
 * @widget_class: the class of windows
 *
 * Adds what shows the register as it stood: `win.as-of`, `win.compare-dates` and
 * `win.return-to-now`.
 */
void
tide_window_install_as_of_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.as-of", NULL, ask);
  gtk_widget_class_install_action (widget_class, "win.compare-dates", NULL, compare);
  gtk_widget_class_install_action (widget_class, "win.return-to-now", NULL, return_to_now);
}
