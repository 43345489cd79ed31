/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-export-dialog.h"
#include "ui/dialogs/tide-report-dialog.h"
#include "ui/lists/tide-moment-text.h"

#include <string.h>

/* Paper and its orientation are remembered; names are included only where they are asked for anew.
 */
static void
bind_choices (TideWindow *self, AdwDialog *dialog)
{
  GSettings *settings = tide_context_get_settings (self->context);
  const char *usual = strcmp (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) == 0
                          ? tide_paper_to_code (TIDE_PAPER_LETTER)
                          : tide_paper_to_code (TIDE_PAPER_A4);
  g_autofree char *paper = g_settings_get_string (settings, "report-paper");

  if (strcmp (paper, "usual") == 0)
    g_object_set (dialog, "paper", usual, NULL);
  g_settings_bind (settings, "report-paper", dialog, "paper",
                   strcmp (paper, "usual") == 0 ? G_SETTINGS_BIND_SET : G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "report-landscape", dialog, "landscape", G_SETTINGS_BIND_DEFAULT);
}

static void
take_request (TideWindow *self, AdwDialog *dialog, TideReportRequest *request)
{
  request->time = tide_clock_get_seconds (tide_context_get_clock (self->context));
  if (self->as_of != NULL)
    request->as_of = tide_moment_dup_text (&self->as_of->moment);
  tide_report_dialog_take_request (TIDE_REPORT_DIALOG (dialog), request);
}

/* What fits the page that is shown. */
static TideReportKind
choose_kind (TideWindow *self)
{
  const char *page = tide_window_get_page_name (self);

  return g_strcmp0 (page, "projects") == 0 ? TIDE_REPORT_LIST : TIDE_REPORT_OVERVIEW;
}

static void
show_report (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  AdwDialog *dialog;

  if (tide_window_get_register (self) == NULL)
    return;

  dialog = tide_report_dialog_new ();
  bind_choices (self, dialog);
  take_request (self, dialog,
                tide_projects_page_new_report (self->projects_page, TIDE_REPORT_LIST));
  take_request (self, dialog,
                tide_projects_page_new_report (self->projects_page, TIDE_REPORT_SHEETS));
  take_request (self, dialog, tide_overview_page_new_report (self->overview_page));
  if (strcmp (name, "win.print") == 0)
    tide_report_dialog_print_at_once (TIDE_REPORT_DIALOG (dialog));
  adw_dialog_present (dialog, widget);
  tide_report_dialog_show_kind (TIDE_REPORT_DIALOG (dialog), choose_kind (self));
}

/* On its page, a briefing is what is printed. */
static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);

  if (g_strcmp0 (tide_window_get_page_name (self), "briefing") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->briefing_page), "briefing.print", NULL);
  else
    show_report (widget, name, parameter);
}

/* What fits the page that is shown, or what was selected for it. */
static TideExportPart
choose_part (TideWindow *self, const char *action)
{
  const char *page = tide_window_get_page_name (self);

  if (strcmp (action, "win.export-selected") == 0)
    return TIDE_EXPORT_SELECTED;

  return g_strcmp0 (page, "projects") == 0 ? TIDE_EXPORT_FILTERED : TIDE_EXPORT_WHOLE;
}

static void
show_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  AdwDialog *dialog;

  if (tide_window_get_register (self) == NULL)
    return;

  dialog = tide_projects_page_new_export (self->projects_page);
  tide_export_dialog_bind_settings (TIDE_EXPORT_DIALOG (dialog),
                                    tide_context_get_settings (self->context));
  tide_export_dialog_choose_part (TIDE_EXPORT_DIALOG (dialog), choose_part (self, name));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (tide_window_show_message), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/**
 * tide_window_install_report_actions:
 * @widget_class: the class of windows
 *
 * Adds what prints, what shows a report before it is printed or saved, and what exports tables.
 */
void
tide_window_install_report_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "win.report", NULL, show_report);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, show_export);
  gtk_widget_class_install_action (widget_class, "win.export-selected", NULL, show_export);
}
