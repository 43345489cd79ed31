/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-table-view.h"

#include "chart/tide-chart-text.h"

/* A row of the table, as lists want it. */
#define TIDE_TYPE_CHART_ROW (tide_chart_row_get_type ())

G_DECLARE_FINAL_TYPE (TideChartRow, tide_chart_row, TIDE, CHART_ROW, GObject)

struct _TideChartRow
{
  GObject parent_instance;

  GStrv cells; /* owned */
};

G_DEFINE_FINAL_TYPE (TideChartRow, tide_chart_row, G_TYPE_OBJECT)

static void
tide_chart_row_finalize (GObject *object)
{
  g_strfreev (TIDE_CHART_ROW (object)->cells);

  G_OBJECT_CLASS (tide_chart_row_parent_class)->finalize (object);
}

static void
tide_chart_row_class_init (TideChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_chart_row_finalize;
}

static void
tide_chart_row_init (TideChartRow *self)
{
}

/**
 * TideChartTableView:
 *
 * The numbers of a chart as a table whose rows can be selected.
 */
struct _TideChartTableView
{
  GtkWidget parent_instance;

  TideChartTable *table; /* owned, nullable */
  GListStore *rows;      /* owned: of TideChartRow */
  char *language;        /* owned, nullable */

  GtkWidget *scroller; /* template children */
  GtkWidget *column_view;
};

G_DEFINE_FINAL_TYPE (TideChartTableView, tide_chart_table_view, GTK_TYPE_WIDGET)

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const gboolean is_value = GPOINTER_TO_UINT (column) > 0;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_value ? 1 : 0);
  if (is_value)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  TideChartRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *view = gtk_widget_get_ancestor (label, TIDE_TYPE_CHART_TABLE_VIEW);
  const char *language = view != NULL ? TIDE_CHART_TABLE_VIEW (view)->language : NULL;

  tide_chart_text_set (GTK_LABEL (label), row->cells[GPOINTER_TO_UINT (column)], language);
}

static void
add_column (TideChartTableView *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column
      = gtk_column_view_column_new (g_ptr_array_index (self->table->columns, index), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (index));
  gtk_column_view_column_set_expand (column, index == 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->column_view), column);
}

static gboolean
has_columns_of (TideChartTableView *self, TideChartTable *table)
{
  if (self->table == NULL || self->table->columns->len != table->columns->len)
    return FALSE;

  for (guint i = 0; i < table->columns->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (self->table->columns, i),
                        g_ptr_array_index (table->columns, i)))
        return FALSE;
    }

  return TRUE;
}

static void
replace_columns (TideChartTableView *self)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (self->column_view);
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }

  for (guint i = 0; i < self->table->columns->len; i++)
    add_column (self, i);
}

static void
replace_rows (TideChartTableView *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      TideChartRow *row = g_object_new (TIDE_TYPE_CHART_ROW, NULL);

      row->cells = g_strdupv (g_ptr_array_index (self->table->rows, i));
      g_ptr_array_add (rows, row);
    }

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
}

static gboolean
tide_chart_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TIDE_CHART_TABLE_VIEW (widget)->column_view);
}

static void
tide_chart_table_view_dispose (GObject *object)
{
  TideChartTableView *self = TIDE_CHART_TABLE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_CHART_TABLE_VIEW);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (tide_chart_table_view_parent_class)->dispose (object);
}

static void
tide_chart_table_view_finalize (GObject *object)
{
  TideChartTableView *self = TIDE_CHART_TABLE_VIEW (object);

  g_clear_pointer (&self->table, tide_chart_table_free);
  g_free (self->language);

  G_OBJECT_CLASS (tide_chart_table_view_parent_class)->finalize (object);
}

static void
tide_chart_table_view_class_init (TideChartTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_chart_table_view_dispose;
  object_class->finalize = tide_chart_table_view_finalize;
  widget_class->grab_focus = tide_chart_table_view_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/chart/tide-chart-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TideChartTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TideChartTableView, column_view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "charttable");
}

static void
tide_chart_table_view_init (TideChartTableView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (TIDE_TYPE_CHART_ROW);
  selection
      = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->column_view), selection);
}

/**
 * tide_chart_table_view_set_table:
 * @self: a view
 * @table: (transfer full): what it shows
 *
 * Shows another table, with nothing selected.
 */
void
tide_chart_table_view_set_table (TideChartTableView *self, TideChartTable *table)
{
  gboolean is_same;

  g_return_if_fail (TIDE_IS_CHART_TABLE_VIEW (self));
  g_return_if_fail (table != NULL);

  is_same = has_columns_of (self, table);
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->table, tide_chart_table_free);
  self->table = table;
  if (!is_same)
    replace_columns (self);
  replace_rows (self);
}

/**
 * tide_chart_table_view_set_title:
 * @self: a view
 * @title: (nullable): its accessible name
 *
 * Says what its numbers are.
 */
void
tide_chart_table_view_set_title (TideChartTableView *self, const char *title)
{
  g_return_if_fail (TIDE_IS_CHART_TABLE_VIEW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
}

void
tide_chart_table_view_set_language (TideChartTableView *self, const char *language)
{
  g_return_if_fail (TIDE_IS_CHART_TABLE_VIEW (self));

  g_set_str (&self->language, language);
}

/**
 * tide_chart_table_view_dup_selected:
 * @self: a view
 *
 * Returns: (transfer full): the table of the selected rows, of all where none is
 */
TideChartTable *
tide_chart_table_view_dup_selected (TideChartTableView *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (self->column_view));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  TideChartTable *table = tide_chart_table_new ();

  for (guint i = 0; self->table != NULL && i < self->table->columns->len; i++)
    tide_chart_table_take_column (table, g_strdup (g_ptr_array_index (self->table->columns, i)));

  for (guint i = 0; self->table != NULL && i < self->table->rows->len; i++)
    {
      if (gtk_bitset_is_empty (selected) || gtk_bitset_contains (selected, i))
        tide_chart_table_take_row (table, g_strdupv (g_ptr_array_index (self->table->rows, i)));
    }

  return table;
}
