/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-rates-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-vocabulary-dialog.h"

static const struct
{
  const char *action;
  TideRecordKind kind;
} lists[] = {
  { "win.divisions", TIDE_RECORD_DIVISION },
  { "win.parties", TIDE_RECORD_PARTY },
  { "win.sources", TIDE_RECORD_SOURCE },
  { "win.targets", TIDE_RECORD_TARGET },
};

static void
show_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRegister *reg = tide_window_get_register (TIDE_WINDOW (widget));

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (name, lists[i].action))
      adw_dialog_present (tide_vocabulary_dialog_new (reg, lists[i].kind), widget);
}

static void
show_rates (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (tide_rates_dialog_new (tide_window_get_register (TIDE_WINDOW (widget))),
                      widget);
}

static void
show_properties (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRegister *reg = tide_window_get_register (TIDE_WINDOW (widget));
  const TidePayload *settings = &tide_register_get_settings (reg)->base;

  adw_dialog_present (ADW_DIALOG (tide_record_dialog_new (reg, TIDE_RECORD_REGISTER, settings)),
                      widget);
}

/**
 * tide_window_update_vocabulary_actions:
 * @self: a window
 *
 * Enables the lists where there is a register, and its properties where they can be changed.
 */
void
tide_window_update_vocabulary_actions (TideWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TideRegister *reg = tide_window_get_register (self);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    gtk_widget_action_set_enabled (widget, lists[i].action, reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.rates", reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.register-properties",
                                 reg != NULL && !tide_register_get_read_only (reg));
}

/**
 * tide_window_has_list:
 * @self: a window
 *
 * Returns: whether a list stands over it, which offers to undo what was done in it
 */
gboolean
tide_window_has_list (TideWindow *self)
{
  g_autoptr (GListModel) dialogs
      = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (TIDE_IS_VOCABULARY_DIALOG (dialog) || TIDE_IS_RATES_DIALOG (dialog))
        return TRUE;
    }

  return FALSE;
}

/**
 * tide_window_install_vocabulary_actions:
 * @widget_class: the class of windows
 *
 * Adds what opens the lists of divisions, parties, sources, targets and rates, and the register's
 * properties.
 */
void
tide_window_install_vocabulary_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    gtk_widget_class_install_action (widget_class, lists[i].action, NULL, show_list);
  gtk_widget_class_install_action (widget_class, "win.rates", NULL, show_rates);
  gtk_widget_class_install_action (widget_class, "win.register-properties", NULL, show_properties);
}
