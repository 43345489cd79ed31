/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-page-private.h"

#include "brief/tide-saved-briefing.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-templates-dialog.h"
#include "ui/pages/tide-saved-briefings.h"
#include "ui/tide-briefing-file.h"

#include <glib/gi18n-lib.h>

/* Saving ------------------------------------------------------------------------------------ */

static const TidePayload *
find_subject (TideBriefingPage *self, const TideBriefingOptions *options)
{
  if (options->subject == TIDE_SUBJECT_EVENT && options->event != NULL)
    return tide_register_lookup_payload (self->reg, TIDE_RECORD_EVENT, options->event);
  if (options->subject == TIDE_SUBJECT_FILTER && options->filter_id != NULL)
    return tide_register_lookup_payload (self->reg, TIDE_RECORD_FILTER, options->filter_id);

  return NULL;
}

/* What it is about is what it may be called: an event, a filter, or the register. */
static const TideText *
get_name (TideBriefingPage *self, const TideBriefingOptions *options)
{
  const TidePayload *subject = find_subject (self, options);

  return subject != NULL ? tide_payload_get_name (subject)
                         : &tide_register_get_settings (self->reg)->title;
}

static TidePayload *
new_saved (TideBriefingPage *self)
{
  const TideBriefingOptions *options = tide_write_pane_get_options (self->write_pane);
  const gint64 now = tide_clock_get_seconds (tide_register_get_clock (self->reg));

  return tide_briefing_save (tide_write_pane_get_briefing (self->write_pane), options,
                             get_name (self, options), now);
}

static void
on_saved (TideBriefingPage *self, const char *id)
{
  tide_write_pane_open_saved (self->write_pane, id);
}

static TideRecordDialog *
present_form (TideBriefingPage *self, const TidePayload *briefing)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_BRIEFING, briefing);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));

  return dialog;
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (widget);
  g_autoptr (TidePayload) saved = new_saved (self);

  g_signal_connect_object (present_form (self, saved), "saved", G_CALLBACK (on_saved), self,
                           G_CONNECT_SWAPPED);
}

static void
rename_saved (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (widget);
  const TidePayload *saved = tide_register_lookup_payload (self->reg, TIDE_RECORD_BRIEFING,
                                                           g_variant_get_string (parameter, NULL));

  if (saved != NULL)
    present_form (self, saved);
}

static void
delete_saved (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (widget);
  const char *const ids[] = { g_variant_get_string (parameter, NULL), NULL };
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (tide_register_lookup_payload (self->reg, TIDE_RECORD_BRIEFING, ids[0]) == NULL)
    return;

  step = tide_register_new_delete_step (self->reg, TIDE_RECORD_BRIEFING, ids, NULL);
  if (!tide_register_apply (self->reg, step, &error))
    {
      AdwDialog *alert = adw_alert_dialog_new (_ ("Briefing Not Deleted"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
      adw_dialog_present (alert, widget);
    }
}

static void
close_saved (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_write_pane_close_saved (TIDE_BRIEFING_PAGE (widget)->write_pane);
}

/* The text out of here --------------------------------------------------------------------- */

/* A file is called as the briefing is, or as what it is about. */
static char *
dup_file_name (TideBriefingPage *self)
{
  const TideBriefingOptions *options = tide_write_pane_get_options (self->write_pane);
  const char *id = tide_write_pane_get_saved (self->write_pane);
  const TidePayload *saved
      = id != NULL ? tide_register_lookup_payload (self->reg, TIDE_RECORD_BRIEFING, id) : NULL;
  const TidePayload *subject = find_subject (self, options);
  const char *label = subject != NULL ? tide_payload_get_label (subject, options->language) : NULL;

  if (saved != NULL)
    return tide_saved_briefing_dup_name (saved, tide_register_get_settings (self->reg)->time_zone);

  return g_strdup (label != NULL ? label : _ ("Briefing"));
}

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (widget);
  g_autoptr (GdkContentProvider) content
      = tide_briefing_content_new (tide_write_pane_get_briefing (self->write_pane));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Briefing copied"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
save_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (widget);
  g_autofree char *file_name = dup_file_name (self);

  tide_briefing_file_save (widget, tide_write_pane_get_briefing (self->write_pane), file_name);
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (widget);
  g_autofree char *file_name = dup_file_name (self);

  tide_briefing_print (widget, tide_write_pane_get_briefing (self->write_pane), file_name);
}

static void
edit_templates (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (widget);

  if (self->reg != NULL)
    adw_dialog_present (tide_templates_dialog_new (self->reg), widget);
}

/*
 * tide_briefing_page_update_actions:
 * @self: a page
 */
void
tide_briefing_page_update_actions (TideBriefingPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  const gboolean has_briefing = tide_write_pane_get_briefing (self->write_pane) != NULL;

  gtk_widget_action_set_enabled (widget, "briefing.save", can_write && has_briefing);
  gtk_widget_action_set_enabled (widget, "briefing.copy", has_briefing);
  gtk_widget_action_set_enabled (widget, "briefing.save-file", has_briefing);
  gtk_widget_action_set_enabled (widget, "briefing.print", has_briefing);
  gtk_widget_action_set_enabled (widget, "briefing.edit-templates", self->reg != NULL);
  gtk_widget_action_set_enabled (widget, "briefing.rename", can_write);
  gtk_widget_action_set_enabled (widget, "briefing.delete", can_write);
}

/*
 * tide_briefing_page_install_acts:
 * @widget_class: the class of the page
 *
 * Adds what is done with the text that is shown and with saved ones.
 */
void
tide_briefing_page_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "briefing.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "briefing.rename", "s", rename_saved);
  gtk_widget_class_install_action (widget_class, "briefing.delete", "s", delete_saved);
  gtk_widget_class_install_action (widget_class, "briefing.close-saved", NULL, close_saved);
  gtk_widget_class_install_action (widget_class, "briefing.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "briefing.save-file", NULL, save_file);
  gtk_widget_class_install_action (widget_class, "briefing.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "briefing.edit-templates", NULL, edit_templates);
}
