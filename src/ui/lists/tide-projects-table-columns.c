/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "ui/lists/tide-number-column.h"

/* What a name needs at least where the other columns are to have room beside it. */
#define NAME_ROOM 100

/* What it gets at least where the others are scrolled to. */
#define SCROLLED_NAME_WIDTH 200

/* Where there is no more room than this, columns that a person has chosen give way too. */
#define NARROW_ROOM 500

/* The narrowest room, in which the stage leaves some of its own to the name. */
#define NARROWEST_ROOM 360
#define NARROWEST_STAGE_WIDTH 152

/* How long after the last motion a width that is being dragged is told, in milliseconds. */
#define TELL_DELAY 300

/* Titles -------------------------------------------------------------------------------------- */

/*
 * tide_projects_table_update_titles:
 * @self: a table
 *
 * The titles of amounts say their kind and the unit.
 */
void
tide_projects_table_update_titles (TideProjectsTable *self)
{
  const TideSettings *settings = self->reg != NULL ? tide_register_get_settings (self->reg) : NULL;

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      const TideProjectColumn *column = tide_project_column_find ((TideOrderKey) i);
      g_autofree char *title = tide_project_column_dup_title (column, settings, self->amount_kind);

      if (g_strcmp0 (gtk_column_view_column_get_title (self->columns[i]), title) != 0)
        gtk_column_view_column_set_title (self->columns[i], title);
    }
}

/* Room ---------------------------------------------------------------------------------------- */

static gboolean
is_narrow (TideProjectsTable *self)
{
  return self->room != 0 && self->room <= NARROW_ROOM;
}

/* Less than 0 where it takes what is left, as the name does in a narrow window whatever a person
 * has chosen in a wide one. */
static int
get_width (TideProjectsTable *self, const TideChosenColumn *chosen)
{
  if (chosen->width > 0 && (chosen->column->width > 0 || !is_narrow (self)))
    return chosen->width;
  if (chosen->column->key == TIDE_ORDER_STAGE && self->room == NARROWEST_ROOM)
    return NARROWEST_STAGE_WIDTH;

  return chosen->column->width > 0 ? chosen->column->width : -1;
}

static int
get_needed (TideProjectsTable *self, const TideChosenColumn *chosen)
{
  const int width = get_width (self, chosen);

  return width > 0 ? width : NAME_ROOM;
}

/* Of those that are still shown, the one that gives way first; NULL where none does. */
static const TideChosenColumn *
find_next_to_give_way (TideProjectsTable *self, guint32 shown)
{
  const TideChosenColumn *next = NULL;

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      const TideChosenColumn *chosen = &self->choice.columns[i];

      if ((shown & ((guint32) 1 << chosen->column->key)) != 0
          && chosen->column->rank > (next != NULL ? next->column->rank : 0))
        next = chosen;
    }

  return next;
}

/* What a person has chosen is scrolled to where there is no room for it, unless the window is
 * narrow. */
static gboolean
is_scrolled (TideProjectsTable *self)
{
  return !is_narrow (self) && !tide_column_choice_is_default (&self->choice);
}

/* The columns for which there is room. */
static guint32
find_fitting (TideProjectsTable *self)
{
  guint32 shown = tide_column_choice_get_shown (&self->choice);
  const TideChosenColumn *next;
  int needed = 0;

  if (self->room == 0 || is_scrolled (self))
    return shown;

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    if (self->choice.columns[i].is_shown)
      needed += get_needed (self, &self->choice.columns[i]);
  while (needed > (int) self->room && (next = find_next_to_give_way (self, shown)) != NULL)
    {
      shown &= ~((guint32) 1 << next->column->key);
      needed -= get_needed (self, next);
    }

  return shown;
}

static void
size_column (TideProjectsTable *self, const TideChosenColumn *chosen)
{
  GtkColumnViewColumn *column = self->columns[chosen->column->key];
  const int width = get_width (self, chosen);

  gtk_column_view_column_set_fixed_width (
      column, width < 0 && is_scrolled (self) ? SCROLLED_NAME_WIDTH : width);
  gtk_column_view_column_set_expand (column, width < 0);
}

static void
fit (TideProjectsTable *self)
{
  const guint32 shown = find_fitting (self);

  self->is_arranging = TRUE;
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      const TideChosenColumn *chosen = &self->choice.columns[i];

      size_column (self, chosen);
      gtk_column_view_column_set_visible (self->columns[chosen->column->key],
                                          (shown & ((guint32) 1 << chosen->column->key)) != 0);
    }
  self->is_arranging = FALSE;
}

/*
 * tide_projects_table_set_room:
 * @self: a table
 * @room: how wide it is at least, in pixels; 0 where there is room for whatever is chosen
 *
 * Columns that have no room give way.
 */
void
tide_projects_table_set_room (TideProjectsTable *self, guint room)
{
  if (self->room == room)
    return;

  self->room = room;
  fit (self);
}

/* Choice -------------------------------------------------------------------------------------- */

static void
place_columns (TideProjectsTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  self->is_arranging = TRUE;
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      GtkColumnViewColumn *column = self->columns[self->choice.columns[i].column->key];
      g_autoptr (GtkColumnViewColumn) there = g_list_model_get_item (columns, i);

      if (there != column)
        gtk_column_view_insert_column (self->column_view, i, column);
    }
  self->is_arranging = FALSE;
}

static gboolean
is_in_menu (const TideChosenColumn *chosen)
{
  return chosen->is_shown && !chosen->column->is_shown;
}

static void
fill_more_orders (TideProjectsTable *self)
{
  g_menu_remove_all (self->more_orders);
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      const TideChosenColumn *chosen = &self->choice.columns[i];
      g_autofree char *name = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!is_in_menu (chosen))
        continue;
      name = tide_project_column_dup_name (chosen->column);
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "list.sort-by", "s",
                                         tide_order_key_to_code (chosen->column->key));
      g_menu_append_item (self->more_orders, item);
    }
}

static void
on_told (gpointer data)
{
  TideProjectsTable *self = data;

  self->told_id = 0;
  tide_projects_table_tell_columns (self);
}

static void
tell_later (TideProjectsTable *self)
{
  g_clear_handle_id (&self->told_id, g_source_remove);
  self->told_id = g_timeout_add_once (TELL_DELAY, on_told, self);
}

static void
on_width_changed (GtkColumnViewColumn *column, GParamSpec *pspec, TideProjectsTable *self)
{
  const int width = gtk_column_view_column_get_fixed_width (column);
  TideOrderKey key;

  if (self->is_arranging || width < 0
      || !tide_order_key_from_code (gtk_column_view_column_get_id (column), &key))
    return;

  self->choice.columns[tide_column_choice_find (&self->choice, key)].width
      = CLAMP (width, TIDE_COLUMN_MIN_WIDTH, TIDE_COLUMN_MAX_WIDTH);
  gtk_column_view_column_set_expand (column, FALSE);
  tell_later (self);
}

/* A person has dragged a title to another place. */
static void
on_columns_changed (
    GListModel *columns, guint position, guint removed, guint added, TideProjectsTable *self)
{
  if (self->is_arranging || g_list_model_get_n_items (columns) != TIDE_N_ORDER_KEYS)
    return;

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      TideOrderKey key;

      if (tide_order_key_from_code (gtk_column_view_column_get_id (column), &key))
        tide_column_choice_move (&self->choice, tide_column_choice_find (&self->choice, key), i);
    }
  tell_later (self);
}

/*
 * tide_projects_table_take_choice:
 * @self: a table
 * @choice: the columns that a person wants to see
 */
void
tide_projects_table_take_choice (TideProjectsTable *self, const TideColumnChoice *choice)
{
  self->choice = *choice;
  place_columns (self);
  fit (self);
  fill_more_orders (self);
  tide_view_set_ahead (self->view, tide_column_choice_get_shown (choice));
}

/* Order --------------------------------------------------------------------------------------- */

/* GTK leaves the arrow beside the title of the column that it was sorted by before. */
static void
take_arrow (GtkColumnViewColumn *column)
{
  g_autoptr (GtkSorter) sorter = g_object_ref (gtk_column_view_column_get_sorter (column));

  gtk_column_view_column_set_sorter (column, NULL);
  gtk_column_view_column_set_sorter (column, sorter);
}

static void
on_sorter_changed (GtkSorter *sorter, GtkSorterChange change, TideProjectsTable *self)
{
  GtkColumnViewSorter *chosen = GTK_COLUMN_VIEW_SORTER (sorter);
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (chosen);
  TideOrder order = *tide_view_get_order (self->view);
  const TideOrder old = order;

  order.key = TIDE_ORDER_NAME;
  if (column != NULL)
    tide_order_key_from_code (gtk_column_view_column_get_id (column), &order.key);
  order.descending = gtk_column_view_sorter_get_primary_sort_order (chosen) == GTK_SORT_DESCENDING;
  tide_view_set_order (self->view, &order);
  if (old.key != order.key)
    take_arrow (self->columns[old.key]);
  tide_projects_table_tell_order (self, &old);
}

/*
 * tide_projects_table_sort:
 * @self: a table
 * @code: code of the column to sort by; one that there is not changes nothing
 * @descending: whether the largest comes first
 */
void
tide_projects_table_sort (TideProjectsTable *self, const char *code, gboolean descending)
{
  TideOrderKey key;

  if (code != NULL && tide_order_key_from_code (code, &key))
    gtk_column_view_sort_by_column (self->column_view, self->columns[key],
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* Set-up -------------------------------------------------------------------------------------- */

/* A header can be clicked only where the column has a sorter; the view sorts on its own keys and
 * asks the column view's sorter for column and direction alone. */
static void
add_column (TideProjectsTable *self, const TideProjectColumn *column)
{
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (NULL, NULL);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  gtk_column_view_column_set_id (added, tide_order_key_to_code (column->key));
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_sorter (added, sorter);
  tide_projects_table_set_factory (self, added, column->key);
  gtk_column_view_append_column (self->column_view, added);
  if (tide_project_column_is_amount (column))
    tide_number_column_align_title (self->column_view, added);
  g_signal_connect_object (added, "notify::fixed-width", G_CALLBACK (on_width_changed), self,
                           G_CONNECT_DEFAULT);
  self->columns[column->key] = added;
}

/*
 * tide_projects_table_set_up_columns:
 * @self: a table that is being made
 */
void
tide_projects_table_set_up_columns (TideProjectsTable *self)
{
  TideColumnChoice choice;
  guint n;
  const TideProjectColumn *columns = tide_project_columns_get (&n);

  self->more_orders = g_menu_new ();
  self->is_arranging = TRUE;
  for (guint i = 0; i < n; i++)
    add_column (self, &columns[i]);
  self->is_arranging = FALSE;
  tide_projects_table_update_titles (self);
  tide_column_choice_init (&choice, NULL);
  tide_projects_table_take_choice (self, &choice);

  g_signal_connect_object (gtk_column_view_get_columns (self->column_view), "items-changed",
                           G_CALLBACK (on_columns_changed), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_DEFAULT);
  gtk_column_view_sort_by_column (self->column_view, self->columns[TIDE_ORDER_NAME],
                                  GTK_SORT_ASCENDING);
}

/*
 * tide_projects_table_clear_columns:
 * @self: a table that goes away
 *
 * The columns that go away are no wish for another order, nor for other columns.
 */
void
tide_projects_table_clear_columns (TideProjectsTable *self)
{
  g_clear_handle_id (&self->told_id, g_source_remove);
  self->is_arranging = TRUE;
  if (self->column_view != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->column_view),
                                          on_sorter_changed, self);
}
