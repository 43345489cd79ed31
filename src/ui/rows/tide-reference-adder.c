/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-reference-adder.h"

#include "ui/dialogs/tide-project-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-record-form.h"
#include "ui/dialogs/tide-vocabulary-dialog.h"
#include "ui/lists/tide-vocabulary.h"

#include <glib/gi18n-lib.h>

static TideRecordKind
get_kind (TideReferenceRow *row)
{
  return tide_record_kind_from_name (tide_reference_row_get_kind (row));
}

/* Acts -------------------------------------------------------------------------------------- */

static void
on_record_added (TideReferenceRow *row, const char *id)
{
  tide_reference_row_set_reference (row, id);
}

static void
present (TideReferenceRow *row, gpointer dialog, const char *signal)
{
  g_signal_connect_object (dialog, signal, G_CALLBACK (on_record_added), row, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideReferenceRow *row = TIDE_REFERENCE_ROW (widget);
  TideRegister *reg = tide_reference_row_get_register (row);
  const TideRecordKind kind = get_kind (row);

  if (kind == TIDE_RECORD_PROJECT)
    present (row, tide_project_dialog_new (reg, NULL), "saved");
  else
    present (row, tide_record_dialog_new (reg, kind, NULL), "saved");
}

static void
add_sector_to (TideReferenceRow *row, const char *taxonomy)
{
  g_autoptr (TidePayload) sector
      = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_SECTOR), NULL);

  tide_payload_set_interned (&((TideSectorPayload *) sector)->taxonomy, taxonomy);
  tide_payload_seal (sector);
  present (
      row,
      tide_record_dialog_new (tide_reference_row_get_register (row), TIDE_RECORD_SECTOR, sector),
      "saved");
}

static void
add_sector (GtkWidget *widget, const char *name, GVariant *taxonomy)
{
  add_sector_to (TIDE_REFERENCE_ROW (widget), g_variant_get_string (taxonomy, NULL));
}

static void
on_taxonomy_added (TideReferenceRow *row, const char *id)
{
  add_sector_to (row, id);
}

/* A sector is always one of a classification. */
static void
add_taxonomy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideReferenceRow *row = TIDE_REFERENCE_ROW (widget);
  TideRecordDialog *dialog
      = tide_record_dialog_new (tide_reference_row_get_register (row), TIDE_RECORD_TAXONOMY, NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_taxonomy_added), row, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
manage (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideReferenceRow *row = TIDE_REFERENCE_ROW (widget);

  present (row, tide_vocabulary_dialog_new (tide_reference_row_get_register (row), get_kind (row)),
           "added");
}

/* Widgets ----------------------------------------------------------------------------------- */

static GtkWidget *
menu_button_new (const char *tooltip)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, tooltip);

  return button;
}

static GtkWidget *
manager_new (const TideVocabulary *vocabulary)
{
  GtkWidget *button = menu_button_new (_ (vocabulary->menu_tooltip));
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ (vocabulary->new_label), "reference.add");
  g_menu_append (menu, _ (vocabulary->manage_label), "reference.manage");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));

  return button;
}

/* Labels of menus have mnemonics, names do not. */
static char *
dup_menu_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_taxonomy (GMenu *menu, TideRecord *taxonomy)
{
  const TidePayload *payload = tide_record_get_payload (taxonomy);
  g_autofree char *label
      = dup_menu_label (tide_payload_get_label (payload, tide_language_get_default ()));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "reference.add-sector", "s", payload->id);
  g_menu_append_item (menu, item);
}

static gboolean
takes_sectors (TideReferenceRow *row, TideRecord *taxonomy)
{
  GtkFilter *filter = tide_reference_row_get_filter (row);

  return !TIDE_TAXONOMY_PAYLOAD (tide_record_get_payload (taxonomy))->retired
         && (filter == NULL || gtk_filter_match (filter, taxonomy));
}

static void
on_sector_menu_popup (GtkMenuButton *button, gpointer row)
{
  TideRegister *reg = tide_reference_row_get_register (row);
  GListModel *taxonomies = G_LIST_MODEL (tide_register_get_list (reg, TIDE_RECORD_TAXONOMY));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (taxonomies); i++)
    {
      g_autoptr (TideRecord) taxonomy = g_list_model_get_item (taxonomies, i);

      if (takes_sectors (row, taxonomy))
        append_taxonomy (section, taxonomy);
    }

  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, _ ("New Sector In"), G_MENU_MODEL (section));
  else
    g_menu_append (menu, _ ("_New Classification…"), "reference.add-taxonomy");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
sector_adder_new (TideReferenceRow *row)
{
  GtkWidget *button = menu_button_new (_ ("New Sector"));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_sector_menu_popup, row, NULL);

  return button;
}

static GtkWidget *
add_button_new (const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reference.add");
  gtk_widget_set_tooltip_text (button, tooltip);

  return button;
}

static GtkWidget *
widget_new (TideReferenceRow *row)
{
  const TideRecordKind kind = get_kind (row);
  const TideVocabulary *vocabulary = tide_vocabulary_find (kind);
  const TideRecordForm *form = tide_record_form_find (kind);

  if (vocabulary != NULL)
    return manager_new (vocabulary);
  if (kind == TIDE_RECORD_SECTOR)
    return sector_adder_new (row);
  if (kind == TIDE_RECORD_PROJECT)
    return add_button_new (_ ("New Project"));

  return form != NULL ? add_button_new (_ (form->new_title)) : NULL;
}

/**
 * tide_reference_adder_install_actions:
 * @row_class: the class of #TideReferenceRow
 *
 * Installs what the button or menu does.
 */
void
tide_reference_adder_install_actions (GtkWidgetClass *row_class)
{
  gtk_widget_class_install_action (row_class, "reference.add", NULL, add);
  gtk_widget_class_install_action (row_class, "reference.add-sector", "s", add_sector);
  gtk_widget_class_install_action (row_class, "reference.add-taxonomy", NULL, add_taxonomy);
  gtk_widget_class_install_action (row_class, "reference.manage", NULL, manage);
}

/**
 * tide_reference_adder_new:
 * @row: the row for which it is, which has a kind
 *
 * Where the kind has a #TideVocabulary, a menu that adds a record and opens the list of them; of
 * sectors, a menu of the classifications that a new one can be of; else a button.
 *
 * Returns: (transfer floating) (nullable): what to show in @row; %NULL where records of the kind
 *   have no form
 */
GtkWidget *
tide_reference_adder_new (TideReferenceRow *row)
{
  GtkWidget *widget;

  g_return_val_if_fail (TIDE_IS_REFERENCE_ROW (row), NULL);

  widget = widget_new (row);
  if (widget != NULL)
    {
      gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (widget, "flat");
    }

  return widget;
}
