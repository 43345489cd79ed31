/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-indicators-page-private.h"

#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"

/*
 * tide_indicators_page_get_current:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is selected in the list, or was last as long as the
 *   search does not find it
 */
const TideIndicatorPayload *
tide_indicators_page_get_current (TideIndicatorsPage *self)
{
  if (self->reg == NULL || self->shown == NULL)
    return NULL;

  return TIDE_INDICATOR_PAYLOAD (
      tide_register_lookup_payload (self->reg, TIDE_RECORD_INDICATOR, self->shown));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (TIDE_INDICATORS_PAGE (widget)->search_entry), "");
}

/* Indicators -------------------------------------------------------------------------------- */

static void
on_saved (TideIndicatorsPage *self, const char *id)
{
  tide_indicators_page_show_indicator (self, id);
}

static void
present_form (TideIndicatorsPage *self, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_INDICATOR, payload);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_indicator (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_form (TIDE_INDICATORS_PAGE (widget), NULL);
}

static void
edit_indicator (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (widget);

  present_form (self, &tide_indicators_page_get_current (self)->base);
}

static void
delete_indicator (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (widget);

  tide_delete_dialog_present (widget, self->reg, TIDE_RECORD_INDICATOR, self->shown);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (widget);

  gtk_widget_activate_action (widget, "win.show-history", "(ss)", "indicator", self->shown);
}

/*
 * tide_indicators_page_install_actions:
 * @widget_class: the class of the page
 *
 * Adds what looks for indicators, adds, edits and deletes them.
 */
void
tide_indicators_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "indicators.add", NULL, add_indicator);
  gtk_widget_class_install_action (widget_class, "indicators.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "indicators.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "indicator.edit", NULL, edit_indicator);
  gtk_widget_class_install_action (widget_class, "indicator.delete", NULL, delete_indicator);
  gtk_widget_class_install_action (widget_class, "indicator.show-history", NULL, show_history);
}
