/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-sidebar-row.h"

struct _TideSidebarRow
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *count_label;

  GtkStackPage *page;
};

G_DEFINE_FINAL_TYPE (TideSidebarRow, tide_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
tide_sidebar_row_dispose (GObject *object)
{
  TideSidebarRow *self = TIDE_SIDEBAR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (tide_sidebar_row_parent_class)->dispose (object);
}

static void
tide_sidebar_row_class_init (TideSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TideSidebarRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TideSidebarRow, count_label);
}

static void
tide_sidebar_row_init (TideSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_sidebar_row_new:
 * @page: the page to stand for
 *
 * Returns: (transfer floating): a row without a count
 */
GtkWidget *
tide_sidebar_row_new (GtkStackPage *page)
{
  TideSidebarRow *self;

  g_return_val_if_fail (GTK_IS_STACK_PAGE (page), NULL);

  self = g_object_new (TIDE_TYPE_SIDEBAR_ROW, NULL);
  self->page = g_object_ref (page);
  gtk_image_set_from_icon_name (self->icon, gtk_stack_page_get_icon_name (page));
  gtk_label_set_text (self->title_label, gtk_stack_page_get_title (page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_stack_page_get_title (page), -1);

  return GTK_WIDGET (self);
}

/**
 * tide_sidebar_row_get_page:
 * @self: a row
 *
 * Returns: (transfer none): the page it stands for
 */
GtkStackPage *
tide_sidebar_row_get_page (TideSidebarRow *self)
{
  g_return_val_if_fail (TIDE_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}

/**
 * tide_sidebar_row_set_count:
 * @self: a row
 * @count: how many records the page lists
 */
void
tide_sidebar_row_set_count (TideSidebarRow *self, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  g_return_if_fail (TIDE_IS_SIDEBAR_ROW (self));

  gtk_label_set_text (self->count_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}
