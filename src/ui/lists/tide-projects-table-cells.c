/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "ui/lists/tide-conversion-text.h"
#include "ui/lists/tide-number-column.h"
#include "ui/lists/tide-project-cell.h"
#include "ui/rows/tide-stage-steps.h"

#include <glib/gi18n-lib.h>

#define KEY_DATA "tide-order-key"

static TideOrderKey
get_key (gpointer factory)
{
  return (TideOrderKey) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), KEY_DATA));
}

static GtkWidget *
new_inscription (const TideProjectColumn *column)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_hexpand (text, TRUE);
  if (tide_project_column_is_amount (column))
    gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
  if (column->is_number)
    gtk_widget_add_css_class (text, "numeric");

  return text;
}

static TideOrder
make_order (TideProjectsTable *self, TideOrderKey key)
{
  return (TideOrder) { .key = key, .amount_kind = self->amount_kind };
}

/* How the amounts were converted, worked out only when it is asked for. */
static gboolean
on_query_tooltip (GtkWidget *text,
                  int x,
                  int y,
                  gboolean is_keyboard,
                  GtkTooltip *tooltip,
                  GtkColumnViewCell *cell)
{
  TideProjectsTable *self
      = (TideProjectsTable *) gtk_widget_get_ancestor (text, TIDE_TYPE_PROJECTS_TABLE);
  GObject *item = gtk_column_view_cell_get_item (cell);
  const TideProjectsCell *content = self != NULL ? g_hash_table_lookup (self->cells, cell) : NULL;
  g_autofree char *sum = NULL;
  TideAmountKind kind;
  TideOrder order;

  if (content == NULL || !TIDE_IS_PROJECT (item))
    return FALSE;

  order = make_order (self, content->key);
  if (!tide_order_get_amount_kind (&order, &kind))
    return FALSE;

  sum = tide_conversion_dup_sum (tide_view_get_snapshot (self->view),
                                 tide_project_get_payload (TIDE_PROJECT (item)), kind);
  gtk_tooltip_set_text (tooltip, sum);

  return sum != NULL;
}

static void
on_factory_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  const TideOrderKey key = get_key (factory);
  const TideProjectColumn *column = tide_project_column_find (key);
  GtkWidget *text = new_inscription (column);

  if (tide_project_column_is_amount (column))
    {
      gtk_widget_set_has_tooltip (text, TRUE);
      g_signal_connect_object (text, "query-tooltip", G_CALLBACK (on_query_tooltip), cell,
                               G_CONNECT_DEFAULT);
    }
  if (key == TIDE_ORDER_STAGE)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

      gtk_box_append (GTK_BOX (box), g_object_new (TIDE_TYPE_STAGE_STEPS, NULL));
      gtk_box_append (GTK_BOX (box), text);
      gtk_column_view_cell_set_child (cell, box);
    }
  else
    gtk_column_view_cell_set_child (cell, text);
}

static void
mark_overdue (GtkWidget *text, gboolean is_overdue)
{
  if (is_overdue)
    gtk_widget_add_css_class (text, "warning");
  else
    gtk_widget_remove_css_class (text, "warning");
}

/* One row stands for the projects of a folded group. */
static void
fill_folded_cell (TideProjectGroup *group, GtkWidget *child, TideOrderKey key)
{
  const guint n = tide_project_group_get_n_projects (group);
  g_autofree char *text = NULL;

  if (key == TIDE_ORDER_NAME)
    /* Translators: stands for the projects of a group that is folded */
    text = g_strdup_printf (ngettext ("%u project folded", "%u projects folded", n), n);
  if (key == TIDE_ORDER_STAGE)
    {
      tide_stage_steps_set_stage (TIDE_STAGE_STEPS (gtk_widget_get_first_child (child)),
                                  TIDE_STAGE_NONE);
      gtk_widget_set_visible (gtk_widget_get_first_child (child), FALSE);
      child = gtk_widget_get_last_child (child);
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
  mark_overdue (child, FALSE);
  gtk_widget_add_css_class (child, "dimmed");
}

static void
fill_project_cell (TideProjectsTable *self, GtkColumnViewCell *cell, TideOrderKey key)
{
  const TideOrder column = make_order (self, key);
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  const TideProjectPayload *project
      = tide_project_get_payload (gtk_column_view_cell_get_item (cell));
  TideSnapshot *snapshot = tide_view_get_snapshot (self->view);
  g_autofree char *text = tide_project_cell_dup_text (snapshot, project, &column);

  if (key == TIDE_ORDER_STAGE)
    {
      tide_stage_steps_set_stage (TIDE_STAGE_STEPS (gtk_widget_get_first_child (child)),
                                  project->stage);
      gtk_widget_set_visible (gtk_widget_get_first_child (child), TRUE);
      child = gtk_widget_get_last_child (child);
    }
  gtk_widget_remove_css_class (child, "dimmed");
  if (key == TIDE_ORDER_STAGE_TIME)
    mark_overdue (child, tide_project_cell_is_overdue (snapshot, project));
  if (tide_project_column_is_amount (tide_project_column_find (key)))
    {
      g_autofree char *aligned = tide_number_column_dup_cell (text);

      gtk_inscription_set_text (GTK_INSCRIPTION (child), aligned);
    }
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
}

static void
fill_cell (TideProjectsTable *self, GtkColumnViewCell *cell, TideProjectsCell *content)
{
  GObject *item = gtk_column_view_cell_get_item (cell);

  content->snapshot = self->snapshot;
  if (TIDE_IS_PROJECT_GROUP (item))
    fill_folded_cell (TIDE_PROJECT_GROUP (item), gtk_column_view_cell_get_child (cell),
                      content->key);
  else
    fill_project_cell (self, cell, content->key);
}

/* The one before may be gone, and another one be where it was. */
static void
take_snapshot (TideProjectsTable *self)
{
  TideSnapshot *snapshot = tide_view_get_snapshot (self->view);
  GHashTableIter iter;
  gpointer content;

  if (self->snapshot == snapshot)
    return;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &content))
    ((TideProjectsCell *) content)->snapshot = NULL;
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (snapshot != NULL)
    self->snapshot = tide_snapshot_ref (snapshot);
}

static void
on_factory_bind (GtkSignalListItemFactory *factory,
                 GtkColumnViewCell *cell,
                 TideProjectsTable *self)
{
  TideProjectsCell *content = g_new0 (TideProjectsCell, 1);

  content->key = get_key (factory);
  take_snapshot (self);
  g_hash_table_insert (self->cells, g_object_ref (cell), content);
  fill_cell (self, cell, content);
}

static void
on_factory_unbind (GtkSignalListItemFactory *factory,
                   GtkColumnViewCell *cell,
                   TideProjectsTable *self)
{
  g_hash_table_remove (self->cells, cell);
}

static gboolean
is_as_it_was (TideProjectsTable *self, GtkColumnViewCell *cell, const TideProjectsCell *content)
{
  return content->snapshot != NULL && content->snapshot == self->snapshot
         && TIDE_IS_PROJECT (gtk_column_view_cell_get_item (cell));
}

/* GTK binds a row that has the focus only where its item is another one. */
static void
on_items_changed (
    GListModel *view, guint position, guint removed, guint added, TideProjectsTable *self)
{
  GHashTableIter iter;
  gpointer cell, content;

  take_snapshot (self);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, &content))
    {
      const guint shown = gtk_column_view_cell_get_position (cell);

      if (gtk_column_view_cell_get_item (cell) != NULL && shown >= position
          && shown - position < added && !is_as_it_was (self, cell, content))
        fill_cell (self, cell, content);
    }
}

/*
 * tide_projects_table_set_factory:
 * @self: a table
 * @column: one of its columns
 * @key: what its cells show
 *
 * Makes the cells of a column anew.
 */
void
tide_projects_table_set_factory (TideProjectsTable *self,
                                 GtkColumnViewColumn *column,
                                 TideOrderKey key)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), KEY_DATA, GINT_TO_POINTER (key));
  g_signal_connect (factory, "setup", G_CALLBACK (on_factory_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_factory_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_factory_unbind), self,
                           G_CONNECT_DEFAULT);
  gtk_column_view_column_set_factory (column, factory);
}

/*
 * tide_projects_table_set_up_cells:
 * @self: a table that is being made
 */
void
tide_projects_table_set_up_cells (TideProjectsTable *self)
{
  g_signal_connect_object (self->groups, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_DEFAULT);
}

/*
 * tide_projects_table_find_focused:
 * @self: a table
 *
 * Returns: the position of the row in which the focus is, or %GTK_INVALID_LIST_POSITION
 */
guint
tide_projects_table_find_focused (TideProjectsTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer cell;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->column_view)))
    return GTK_INVALID_LIST_POSITION;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      GtkWidget *child = gtk_column_view_cell_get_child (cell);

      if (gtk_widget_is_ancestor (child, focus) || gtk_widget_is_ancestor (focus, child))
        return gtk_column_view_cell_get_position (cell);
    }

  return GTK_INVALID_LIST_POSITION;
}

/*
 * tide_projects_table_find_cell:
 * @self: a table
 * @position: position of a row
 * @key: what its column shows
 *
 * Returns: (transfer none) (nullable): the widget in the cell there, %NULL where it is not made, as
 *   the row is not on the screen or the column is not shown
 */
GtkWidget *
tide_projects_table_find_cell (TideProjectsTable *self, guint position, TideOrderKey key)
{
  GHashTableIter iter;
  gpointer cell, content;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, &content))
    if (((TideProjectsCell *) content)->key == key
        && gtk_column_view_cell_get_position (cell) == position)
      return gtk_column_view_cell_get_child (cell);

  return NULL;
}
