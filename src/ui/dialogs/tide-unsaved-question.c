/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-unsaved-question.h"

#include <glib/gi18n-lib.h>

static void
on_response (GtkWidget *form, const char *response)
{
  if (g_str_equal (response, "save"))
    gtk_widget_activate_action (form, "form.save", NULL);
  else if (g_str_equal (response, "discard") && ADW_IS_DIALOG (form))
    adw_dialog_force_close (ADW_DIALOG (form));
  else if (g_str_equal (response, "discard"))
    gtk_widget_activate_action (form, "form.discard", NULL);
}

static void
ask (GtkWidget *form)
{
  AdwDialog *question = adw_alert_dialog_new (_ ("Save Changes?"),
                                              _ ("What was typed is not in the register yet."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (question);

  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep Editing"), "discard", _ ("_Discard"),
                                  "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_close_response (alert, "keep");
  g_signal_connect_object (alert, "response", G_CALLBACK (on_response), form, G_CONNECT_SWAPPED);
  adw_dialog_present (question, form);
}

/**
 * tide_unsaved_question_ask:
 * @form: a form that shall close, with the action `form.save`
 *
 * Asks whether what was typed in the form shall be saved, or discarded, or typed on.
 */
void
tide_unsaved_question_ask (AdwDialog *form)
{
  ask (GTK_WIDGET (form));
}

/**
 * tide_unsaved_question_ask_page:
 * @form: a form that is a page of a dialog, with the actions `form.save` and `form.discard`
 *
 * As tide_unsaved_question_ask().
 */
void
tide_unsaved_question_ask_page (AdwNavigationPage *form)
{
  ask (GTK_WIDGET (form));
}
