/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-divisions-page-private.h"

#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"

#include <glib/gi18n-lib.h>

/* What is edited on its own page stays there. */
static void
on_division_saved (TideDivisionsPage *self, const char *id)
{
  if (tide_divisions_page_get_open (self) != NULL || tide_divisions_table_reveal (self->table, id))
    return;

  tide_divisions_page_clear_search (self);
  tide_divisions_table_reveal (self->table, id);
}

static void
present_division (TideDivisionsPage *self, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_DIVISION, payload);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_division_saved), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
present_new_division (TideDivisionsPage *self, const char *parent)
{
  g_autoptr (TidePayload) payload
      = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_DIVISION), NULL);
  TideDivisionPayload *division = (TideDivisionPayload *) payload;

  tide_payload_set_interned (&division->parent, parent);
  tide_payload_seal (payload);
  present_division (self, payload);
}

static void
add_division (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (widget);
  const TideDivisionPayload *selected = tide_divisions_page_get_division (self);

  /* Beside what is selected. */
  present_new_division (self, selected != NULL ? selected->parent : NULL);
}

static void
add_below (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (widget);
  const TideDivisionPayload *division = tide_divisions_page_get_division (self);

  present_new_division (self, division->base.id);
}

static void
edit_division (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (widget);

  present_division (self, &tide_divisions_page_get_division (self)->base);
}

static void
retire_or_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (widget);
  g_autoptr (TideStep) step = tide_register_new_retire_step (
      self->reg, TIDE_RECORD_DIVISION, tide_divisions_page_get_division (self)->base.id,
      g_str_equal (name, "division.retire"));
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply (self->reg, step, &error))
    {
      AdwDialog *alert = adw_alert_dialog_new (_ ("Division Not Changed"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
      adw_dialog_present (alert, widget);
    }
}

static void
delete_division (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (widget);

  tide_delete_dialog_present (widget, self->reg, TIDE_RECORD_DIVISION,
                              tide_divisions_page_get_division (self)->base.id);
}

/* Of the selected division, as its row does; a division's own page has the action itself. */
static void
show_projects (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (TIDE_DIVISIONS_PAGE (widget)->table), name, NULL);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (widget);

  gtk_widget_activate_action (widget, "win.show-history", "(ss)", "division",
                              tide_divisions_page_get_division (self)->base.id);
}

/*
 * tide_divisions_page_install_acts:
 * @widget_class: the class of the page
 *
 * Installs what is done with the division that is open or selected.
 */
void
tide_divisions_page_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "divisions.add", NULL, add_division);
  gtk_widget_class_install_action (widget_class, "division.add-below", NULL, add_below);
  gtk_widget_class_install_action (widget_class, "division.edit", NULL, edit_division);
  gtk_widget_class_install_action (widget_class, "division.retire", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "division.restore", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "division.delete", NULL, delete_division);
  gtk_widget_class_install_action (widget_class, "division.show-projects", NULL, show_projects);
  gtk_widget_class_install_action (widget_class, "division.show-history", NULL, show_history);
}
