/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-column-row.h"

#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TideColumnRow
{
  AdwActionRow parent_instance;

  const TideProjectColumn *column;

  /* template children */
  GtkCheckButton *check;
};

G_DEFINE_FINAL_TYPE (TideColumnRow, tide_column_row, ADW_TYPE_ACTION_ROW)

enum
{
  TOGGLED,
  MOVED,
  SIZED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The row has the focus, and says for its check button whether the column is shown. */
static void
update_state (TideColumnRow *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_check_button_get_active (self->check)
                                   ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                   : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
on_toggled (TideColumnRow *self)
{
  update_state (self);
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0, g_str_equal (name, "column.move-down") ? 1 : -1);
}

static void
size (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIZED], 0, g_str_equal (name, "column.widen") ? 1 : -1);
}

static GdkContentProvider *
on_drag_prepared (TideColumnRow *self, double x, double y, GtkDragSource *source)
{
  return gdk_content_provider_new_typed (TIDE_TYPE_COLUMN_ROW, self);
}

static void
on_drag_began (TideColumnRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static gboolean
on_dropped (TideColumnRow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  TideColumnRow *row = g_value_get_object (value);

  if (row == NULL || row == self)
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, row);
  return TRUE;
}

static void
tide_column_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_COLUMN_ROW);

  G_OBJECT_CLASS (tide_column_row_parent_class)->dispose (object);
}

static void
tide_column_row_class_init (TideColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_column_row_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", TIDE_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", TIDE_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIZED] = g_signal_new ("sized", TIDE_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", TIDE_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_COLUMN_ROW);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideColumnRow, check);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepared);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_began);
  gtk_widget_class_install_action (widget_class, "column.move-up", NULL, move);
  gtk_widget_class_install_action (widget_class, "column.move-down", NULL, move);
  gtk_widget_class_install_action (widget_class, "column.narrow", NULL, size);
  gtk_widget_class_install_action (widget_class, "column.widen", NULL, size);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_COLUMN_ROW, NULL);
}

static void
tide_column_row_init (TideColumnRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TIDE_TYPE_COLUMN_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * tide_column_row_new:
 * @column: a column
 * @is_shown: whether it is shown at first
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
tide_column_row_new (const TideProjectColumn *column, gboolean is_shown)
{
  TideColumnRow *self = g_object_new (TIDE_TYPE_COLUMN_ROW, NULL);
  g_autofree char *name = tide_project_column_dup_name (column);

  self->column = column;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_check_button_set_active (self->check, is_shown);
  update_state (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), column->key != TIDE_ORDER_NAME);

  return GTK_WIDGET (self);
}

/**
 * tide_column_row_get_column:
 * @self: a row
 *
 * Returns: (transfer none): its column
 */
const TideProjectColumn *
tide_column_row_get_column (TideColumnRow *self)
{
  g_return_val_if_fail (TIDE_IS_COLUMN_ROW (self), NULL);

  return self->column;
}

/**
 * tide_column_row_get_shown:
 * @self: a row
 *
 * Returns: whether the column is to be shown
 */
gboolean
tide_column_row_get_shown (TideColumnRow *self)
{
  g_return_val_if_fail (TIDE_IS_COLUMN_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

/**
 * tide_column_row_set_place:
 * @self: a row
 * @is_first: whether it cannot be moved up
 * @is_last: whether it cannot be moved down
 */
void
tide_column_row_set_place (TideColumnRow *self, gboolean is_first, gboolean is_last)
{
  g_return_if_fail (TIDE_IS_COLUMN_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.move-up", !is_first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.move-down", !is_last);
}

/**
 * tide_column_row_dup_width:
 * @chosen: the column of a row, as it is chosen
 *
 * Returns: (transfer full): how wide the column is, in words
 */
char *
tide_column_row_dup_width (const TideChosenColumn *chosen)
{
  const int width = tide_chosen_column_get_width (chosen);

  /* Translators: how wide a column of a table is */
  return g_strdup_printf (ngettext ("%d pixel wide", "%d pixels wide", (gulong) width), width);
}

/**
 * tide_column_row_show_width:
 * @self: a row
 * @chosen: its column, as it is chosen
 *
 * Says how wide the column is where a person has chosen that.
 */
void
tide_column_row_show_width (TideColumnRow *self, const TideChosenColumn *chosen)
{
  g_autofree char *width = NULL;

  g_return_if_fail (TIDE_IS_COLUMN_ROW (self));

  if (chosen->width > 0)
    width = tide_column_row_dup_width (chosen);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), width != NULL ? width : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.narrow",
                                 chosen->width != TIDE_COLUMN_MIN_WIDTH);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.widen",
                                 chosen->width != TIDE_COLUMN_MAX_WIDTH);
}
