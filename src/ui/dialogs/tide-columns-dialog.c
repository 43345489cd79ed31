/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-columns-dialog.h"

#include "ui/rows/tide-column-row.h"

#include <glib/gi18n-lib.h>

struct _TideColumnsDialog
{
  AdwDialog parent_instance;

  TideProjectsTable *table; /* owned */
  TideColumnChoice choice;

  /* template children */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TideColumnsDialog, tide_columns_dialog, ADW_TYPE_DIALOG)

static void
update (TideColumnsDialog *self)
{
  g_auto (GStrv) words = tide_column_choice_dup_words (&self->choice);

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      TideColumnRow *row = TIDE_COLUMN_ROW (gtk_list_box_get_row_at_index (self->list, (int) i));

      tide_column_row_set_place (row, i == 0, i == TIDE_N_ORDER_KEYS - 1);
      tide_column_row_show_width (row, &self->choice.columns[i]);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.reset",
                                 !tide_column_choice_is_default (&self->choice));
  tide_projects_table_set_columns (self->table, (const char *const *) words);
}

static void
on_toggled (TideColumnsDialog *self, TideColumnRow *row)
{
  const guint position
      = tide_column_choice_find (&self->choice, tide_column_row_get_column (row)->key);

  self->choice.columns[position].is_shown = tide_column_row_get_shown (row);
  update (self);
}

static void
announce (TideColumnsDialog *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
announce_place (TideColumnsDialog *self, TideColumnRow *row, guint position)
{
  g_autofree char *name = tide_project_column_dup_name (tide_column_row_get_column (row));
  g_autofree char *text = NULL;

  /* Translators: a column that was moved, its new place, and how many columns there are */
  text = g_strdup_printf (_ ("%s, %u of %u"), name, position + 1, (guint) TIDE_N_ORDER_KEYS);
  announce (self, text);
}

static void
announce_width (TideColumnsDialog *self, const TideChosenColumn *chosen)
{
  g_autofree char *name = tide_project_column_dup_name (chosen->column);
  g_autofree char *width = tide_column_row_dup_width (chosen);
  /* Translators: a column that was made wider or narrower, and how wide it is now */
  g_autofree char *text = g_strdup_printf (C_ ("column", "%s, %s"), name, width);

  announce (self, text);
}

static void
move_to (TideColumnsDialog *self, TideColumnRow *row, guint to)
{
  const guint from = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (from == to)
    return;

  g_object_ref (row);
  tide_column_choice_move (&self->choice, from, to);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), (int) to);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  update (self);
  announce_place (self, row, to);
  g_object_unref (row);
}

static void
on_moved (TideColumnsDialog *self, int steps, TideColumnRow *row)
{
  const int to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + steps;

  if (to >= 0 && to < TIDE_N_ORDER_KEYS)
    move_to (self, row, (guint) to);
}

static void
on_sized (TideColumnsDialog *self, int steps, TideColumnRow *row)
{
  const guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  tide_column_choice_widen (&self->choice, position, steps);
  update (self);
  announce_width (self, &self->choice.columns[position]);
}

static void
on_dropped (TideColumnsDialog *self, TideColumnRow *row, TideColumnRow *place)
{
  if (gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->list))
    move_to (self, row, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (place)));
}

static void
fill (TideColumnsDialog *self)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      const TideChosenColumn *chosen = &self->choice.columns[i];
      GtkWidget *row = tide_column_row_new (chosen->column, chosen->is_shown);

      g_signal_connect_object (row, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "sized", G_CALLBACK (on_sized), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  update (self);
}

static void
reset (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideColumnsDialog *self = TIDE_COLUMNS_DIALOG (widget);

  tide_column_choice_init (&self->choice, NULL);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static void
tide_columns_dialog_dispose (GObject *object)
{
  TideColumnsDialog *self = TIDE_COLUMNS_DIALOG (object);

  g_clear_object (&self->table);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_COLUMNS_DIALOG);

  G_OBJECT_CLASS (tide_columns_dialog_parent_class)->dispose (object);
}

static void
tide_columns_dialog_class_init (TideColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_columns_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideColumnsDialog, list);
  gtk_widget_class_install_action (widget_class, "columns.reset", NULL, reset);
}

static void
tide_columns_dialog_init (TideColumnsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_columns_dialog_new:
 * @table: the list whose columns are chosen
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tide_columns_dialog_new (TideProjectsTable *table)
{
  TideColumnsDialog *self = g_object_new (TIDE_TYPE_COLUMNS_DIALOG, NULL);
  g_auto (GStrv) words = tide_projects_table_dup_columns (table);

  self->table = g_object_ref (table);
  tide_column_choice_init (&self->choice, (const char *const *) words);
  fill (self);

  return ADW_DIALOG (self);
}
