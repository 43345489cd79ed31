/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-sectors-table-private.h"

#include "ui/lists/tide-table-keys.h"
#include "ui/tide-shortcuts.h"

#include <string.h>

static void
on_row_activated (TideSectorsTable *self, guint position)
{
  TideSectorNode *node;

  gtk_single_selection_set_selected (self->selection, position);
  node = tide_sectors_table_get_selected (self);
  if (node == NULL)
    return;

  if (tide_sector_node_get_sector (node) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "sector.open", NULL);
  else
    tide_sectors_table_request_projects (self, node);
}

static GtkTreeExpander *
find_expander (GtkWidget *widget)
{
  if (GTK_IS_TREE_EXPANDER (widget))
    return GTK_TREE_EXPANDER (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkTreeExpander *found = find_expander (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The position of the row at a point of the view, its paddings included. */
static guint
find_position_at (TideSectorsTable *self, double x, double y)
{
  GtkWidget *view = GTK_WIDGET (self->column_view);
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkTreeExpander *expander;

  while (widget != NULL && widget != view && strcmp (gtk_widget_get_css_name (widget), "row") != 0)
    widget = gtk_widget_get_parent (widget);
  expander = widget != NULL && widget != view ? find_expander (widget) : NULL;

  return expander != NULL
             ? gtk_tree_list_row_get_position (gtk_tree_expander_get_list_row (expander))
             : GTK_INVALID_LIST_POSITION;
}

static void
show_menu_at (TideSectorsTable *self, double x, double y)
{
  const guint position = find_position_at (self, x, y);
  graphene_point_t point;

  if (position == GTK_INVALID_LIST_POSITION || self->menu == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->column_view), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  gtk_single_selection_set_selected (self->selection, position);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
on_secondary_pressed (TideSectorsTable *self, int n_press, double x, double y)
{
  show_menu_at (self, x, y);
}

/* Unfolds or folds the selected row; one that is so already, or has nothing below it, leaves the
 * key to the view. */
static gboolean
on_fold_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  TideSectorsTable *self = data;
  const gboolean is_right = g_variant_get_boolean (args);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row == NULL || !gtk_tree_list_row_is_expandable (row)
      || gtk_tree_list_row_get_expanded (row) == (is_right != is_rtl))
    return GDK_EVENT_PROPAGATE;

  gtk_tree_list_row_set_expanded (row, is_right != is_rtl);

  return GDK_EVENT_STOP;
}

/*
 * tide_sectors_table_set_up_keys:
 * @self: a table
 *
 * Lets the arrows fold and unfold rows.
 */
void
tide_sectors_table_set_up_keys (TideSectorsTable *self)
{
  tide_table_add_fold_keys (GTK_WIDGET (self->column_view), on_fold_pressed, self);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsTable *self = TIDE_SECTORS_TABLE (widget);

  if (self->menu != NULL && tide_sectors_table_get_selected (self) != NULL)
    tide_table_popup_menu (widget, self->menu);
}

static void
show_projects (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsTable *self = TIDE_SECTORS_TABLE (widget);

  tide_sectors_table_request_projects (self, tide_sectors_table_get_selected (self));
}

/*
 * tide_sectors_table_install_keys:
 * @widget_class: the class of the table
 *
 * Installs what keys and the pointer do with rows.
 */
void
tide_sectors_table_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sector.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "sector.show-projects", NULL, show_projects);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, show_menu_at);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_SECTORS_TABLE, NULL);
}
