/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sectors-page-private.h"

#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"

#include <glib/gi18n-lib.h>

/* What is edited on its own page stays there. */
static void
on_sector_saved (TideSectorsPage *self, const char *id)
{
  if (tide_sectors_page_get_open (self) != NULL || tide_sectors_table_reveal (self->table, id))
    return;

  tide_sectors_page_clear_search (self);
  tide_sectors_table_reveal (self->table, id);
}

static void
present_sector (TideSectorsPage *self, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_SECTOR, payload);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_sector_saved), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
present_new_sector (TideSectorsPage *self, const char *taxonomy, const char *parent)
{
  g_autoptr (TidePayload) payload
      = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_SECTOR), NULL);
  TideSectorPayload *sector = (TideSectorPayload *) payload;

  tide_payload_set_interned (&sector->taxonomy, taxonomy);
  tide_payload_set_interned (&sector->parent, parent);
  tide_payload_seal (payload);
  present_sector (self, payload);
}

static void
add_sector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);
  const TideSectorPayload *selected = tide_sectors_page_get_sector (self);

  /* Beside what is selected. */
  present_new_sector (self, tide_sectors_table_get_taxonomy (self->table),
                      selected != NULL ? selected->parent : NULL);
}

static void
add_below (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);
  const TideSectorPayload *sector = tide_sectors_page_get_sector (self);

  present_new_sector (self, sector->taxonomy, sector->base.id);
}

static void
edit_sector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  present_sector (self, &tide_sectors_page_get_sector (self)->base);
}

static void
retire_or_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);
  g_autoptr (TideStep) step = tide_register_new_retire_step (
      self->reg, TIDE_RECORD_SECTOR, tide_sectors_page_get_sector (self)->base.id,
      g_str_equal (name, "sector.retire"));
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply (self->reg, step, &error))
    {
      AdwDialog *alert = adw_alert_dialog_new (_ ("Sector Not Changed"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
      adw_dialog_present (alert, widget);
    }
}

static void
delete_sector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  tide_delete_dialog_present (widget, self->reg, TIDE_RECORD_SECTOR,
                              tide_sectors_page_get_sector (self)->base.id);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  gtk_widget_activate_action (widget, "win.show-history", "(ss)", "sector",
                              tide_sectors_page_get_sector (self)->base.id);
}

/*
 * tide_sectors_page_install_sectors:
 * @widget_class: the class of the page
 *
 * Installs what is done with the sector that is open or selected.
 */
void
tide_sectors_page_install_sectors (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sectors.add", NULL, add_sector);
  gtk_widget_class_install_action (widget_class, "sector.add-below", NULL, add_below);
  gtk_widget_class_install_action (widget_class, "sector.edit", NULL, edit_sector);
  gtk_widget_class_install_action (widget_class, "sector.retire", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "sector.restore", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "sector.delete", NULL, delete_sector);
  gtk_widget_class_install_action (widget_class, "sector.show-history", NULL, show_history);
}
