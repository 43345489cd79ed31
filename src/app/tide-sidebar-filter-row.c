/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-sidebar-filter-row.h"

#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TideSidebarFilterRow
{
  GtkListBoxRow parent_instance;

  TideRecord *filter; /* owned */
  GtkWidget *popover; /* owned; nullable until it is opened first */

  /* template children */
  GtkLabel *name_label;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (TideSidebarFilterRow, tide_sidebar_filter_row, GTK_TYPE_LIST_BOX_ROW)

/* What the row does itself, and the action of the window that does it to a filter. */
static const struct
{
  const char *action;
  const char *window_action;
  const char *label;
} acts[] = {
  { "filter.edit", "win.edit-filter", N_ ("_Rename…") },
  { "filter.replace", "win.replace-filter", N_ ("Replace With _Present Filter") },
  { "filter.delete", "win.delete-filter", N_ ("_Delete") },
};

static const char *
get_id (TideSidebarFilterRow *self)
{
  return tide_record_get_id (self->filter);
}

static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (name, acts[i].action))
      gtk_widget_activate_action (widget, acts[i].window_action, "s",
                                  get_id (TIDE_SIDEBAR_FILTER_ROW (widget)));
}

static GMenuModel *
create_menu (TideSidebarFilterRow *self)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (acts[i].label), NULL);
      const TideShortcut *shortcut = tide_shortcuts_find (acts[i].action);

      g_menu_item_set_action_and_target (item, acts[i].window_action, "s", get_id (self));
      if (shortcut != NULL)
        g_menu_item_set_attribute (item, "accel", "s", shortcut->keys[0]);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSidebarFilterRow *self = TIDE_SIDEBAR_FILTER_ROW (widget);

  if (self->popover == NULL)
    {
      g_autoptr (GMenuModel) menu = create_menu (self);

      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_widget_set_parent (self->popover, widget);
    }
  gtk_widget_grab_focus (widget);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_secondary_pressed (TideSidebarFilterRow *self)
{
  show_menu (GTK_WIDGET (self), NULL, NULL);
}

static void
show_name (TideSidebarFilterRow *self)
{
  const char *name = tide_payload_get_label (tide_record_get_payload (self->filter),
                                             tide_language_get_default ());

  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tide_sidebar_filter_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideSidebarFilterRow *self = TIDE_SIDEBAR_FILTER_ROW (widget);

  GTK_WIDGET_CLASS (tide_sidebar_filter_row_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
tide_sidebar_filter_row_dispose (GObject *object)
{
  TideSidebarFilterRow *self = TIDE_SIDEBAR_FILTER_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SIDEBAR_FILTER_ROW);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (tide_sidebar_filter_row_parent_class)->dispose (object);
}

static void
tide_sidebar_filter_row_class_init (TideSidebarFilterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_sidebar_filter_row_dispose;
  widget_class->size_allocate = tide_sidebar_filter_row_size_allocate;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-sidebar-filter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSidebarFilterRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideSidebarFilterRow, count_label);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].action, NULL, act);
  gtk_widget_class_install_action (widget_class, "filter.show-menu", NULL, show_menu);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_SAVED_FILTERS, NULL);
}

static void
tide_sidebar_filter_row_init (TideSidebarFilterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_sidebar_filter_row_new:
 * @filter: the saved filter to stand for
 *
 * Returns: (transfer floating): a row without a count
 */
GtkWidget *
tide_sidebar_filter_row_new (TideRecord *filter)
{
  TideSidebarFilterRow *self;

  g_return_val_if_fail (tide_record_get_kind (filter) == TIDE_RECORD_FILTER, NULL);

  self = g_object_new (TIDE_TYPE_SIDEBAR_FILTER_ROW, NULL);
  self->filter = g_object_ref (filter);
  show_name (self);

  return GTK_WIDGET (self);
}

/**
 * tide_sidebar_filter_row_get_filter:
 * @self: a row
 *
 * Returns: (transfer none): the filter as it is now
 */
const TideFilter *
tide_sidebar_filter_row_get_filter (TideSidebarFilterRow *self)
{
  g_return_val_if_fail (TIDE_IS_SIDEBAR_FILTER_ROW (self), NULL);

  return TIDE_FILTER (tide_record_get_payload (self->filter));
}

/**
 * tide_sidebar_filter_row_set_count:
 * @self: a row
 * @count: how many projects the filter lets through
 */
void
tide_sidebar_filter_row_set_count (TideSidebarFilterRow *self, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  g_return_if_fail (TIDE_IS_SIDEBAR_FILTER_ROW (self));

  gtk_label_set_text (self->count_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}
