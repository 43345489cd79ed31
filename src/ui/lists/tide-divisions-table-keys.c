/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-divisions-table-private.h"

#include "ui/lists/tide-table-keys.h"
#include "ui/lists/tide-vocabulary-item.h"
#include "ui/tide-shortcuts.h"

static void
on_row_activated (TideDivisionsTable *self, guint position)
{
  g_autoptr (TideVocabularyItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit_by_name (self, "activated", tide_vocabulary_item_get_id (item));
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsTable *self = TIDE_DIVISIONS_TABLE (widget);

  if (self->menu != NULL && tide_divisions_table_get_selected (self) != NULL)
    tide_table_popup_menu (widget, self->menu);
}

static void
show_projects (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsTable *self = TIDE_DIVISIONS_TABLE (widget);

  tide_divisions_table_request_projects (self, tide_divisions_table_get_selected (self));
}

/*
 * tide_divisions_table_install_keys:
 * @widget_class: the class of the table
 *
 * Installs what keys and the pointer do with rows.
 */
void
tide_divisions_table_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "division.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "division.show-projects", NULL, show_projects);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_DIVISIONS_TABLE, NULL);
}
