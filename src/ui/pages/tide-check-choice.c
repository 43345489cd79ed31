/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-check-choice.h"

#include "ui/lists/tide-field-names.h"
#include "ui/rows/tide-reference-row.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TideCheckChosenFunc chosen;
  gpointer data; /* owned */
  GDestroyNotify free_data;
  TideReferenceRow *row; /* not owned: in the dialog */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  question->free_data (question->data);
  g_free (question);
}

static void
on_response (AdwAlertDialog *alert, const char *response, gpointer data)
{
  const Question *question = data;

  if (g_str_equal (response, "go-on"))
    question->chosen (tide_reference_row_get_reference (question->row), question->data);
}

static void
on_reference_changed (TideReferenceRow *row, GParamSpec *pspec, AdwAlertDialog *alert)
{
  adw_alert_dialog_set_response_enabled (alert, "go-on",
                                         *tide_reference_row_get_reference (row) != '\0');
}

static const char *
get_heading (TideRecordKind kind)
{
  if (kind == TIDE_RECORD_INDICATOR)
    return _ ("Which Indicator?");
  if (kind == TIDE_RECORD_EVENT)
    return _ ("Which Event?");

  return _ ("Which Platform?");
}

/**
 * tide_check_choice_ask:
 * @reg: a register
 * @kind: kind of its records to choose from: indicators, events or platforms
 * @guess: (nullable): id of the one that is meant most likely
 * @parent: a widget
 * @chosen: told which was chosen, if any
 * @data: (transfer full): for @chosen
 * @free_data: frees @data
 *
 * Asks which record a text means where it does not say so.
 */
void
tide_check_choice_ask (TideRegister *reg,
                       TideRecordKind kind,
                       const char *guess,
                       GtkWidget *parent,
                       TideCheckChosenFunc chosen,
                       gpointer data,
                       GDestroyNotify free_data)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      get_heading (kind), _ ("The text does not say clearly what the figure is to be added to."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = tide_reference_row_new (reg, tide_shape_for_kind (kind)->name);
  Question *question = g_new0 (Question, 1);

  *question = (Question) { chosen, data, free_data, TIDE_REFERENCE_ROW (row) };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tide_field_names_get_kind (kind));
  tide_reference_row_set_can_manage (TIDE_REFERENCE_ROW (row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_alert_dialog_set_extra_child (alert, group);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "go-on", _ ("_Go On"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "go-on", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "go-on");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_response_enabled (alert, "go-on", FALSE);
  g_signal_connect_object (row, "notify::reference", G_CALLBACK (on_reference_changed), alert,
                           G_CONNECT_DEFAULT);
  g_signal_connect_data (alert, "response", G_CALLBACK (on_response), question, question_free,
                         G_CONNECT_DEFAULT);
  tide_reference_row_set_reference (TIDE_REFERENCE_ROW (row), guess);
  adw_dialog_present (dialog, parent);
}
