/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "ui/lists/tide-cell-editor.h"

/* For so many frames a row that comes to its place may be on its way. */
#define MAX_FRAMES 30

/* Where an edit goes on once the cell is there. */
typedef struct
{
  char *id; /* owned */
  TideOrderKey key;
  guint n_frames;
} Next;

static void
next_free (gpointer data)
{
  Next *self = data;

  g_free (self->id);
  g_free (self);
}

static gboolean
can_edit (TideProjectsTable *self)
{
  return self->reg != NULL && !tide_register_get_read_only (self->reg);
}

/* What moves and statuses say beside a code is asked for by a dialog. */
static const char *
get_dialog_action (const TideProjectColumn *column)
{
  if (column->key == TIDE_ORDER_STAGE)
    return "project.move-stage";

  return column->key == TIDE_ORDER_STATUS ? "project.change-status" : NULL;
}

static gboolean
is_editable (TideProjectsTable *self, const TideProjectColumn *column)
{
  return column->path != NULL && get_dialog_action (column) == NULL
         && gtk_column_view_column_get_visible (self->columns[column->key]);
}

/* The next column to edit behind that at @index, or before it; NULL behind the last one. */
static const TideProjectColumn *
find_editable (TideProjectsTable *self, int index, int direction)
{
  for (int i = index; i >= 0 && i < TIDE_N_ORDER_KEYS; i += direction)
    if (is_editable (self, self->choice.columns[i].column))
      return self->choice.columns[i].column;

  return NULL;
}

static gboolean
find_position (TideProjectsTable *self, const char *id, guint *position)
{
  guint view_position;

  if (!tide_view_find (self->view, id, &view_position))
    return FALSE;

  *position = tide_project_groups_from_view (self->groups, view_position);
  return TRUE;
}

/* The editor ---------------------------------------------------------------------------------- */

static void
return_focus (TideProjectsTable *self, const char *id)
{
  guint position;

  if (find_position (self, id, &position))
    gtk_column_view_scroll_to (self->column_view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

/* A popover that tells that it has closed is not done with itself yet. */
static void
let_go (gpointer editor)
{
  if (gtk_widget_get_parent (editor) != NULL)
    gtk_widget_unparent (editor);
  g_object_unref (editor);
}

static void
open_when_active (GtkWindow *window, GParamSpec *pspec, TideCellEditor *editor)
{
  if (!gtk_window_is_active (window))
    return;

  g_signal_handlers_disconnect_by_func (window, open_when_active, editor);
  tide_cell_editor_open (editor);
}

/* A popover of a window that a person has left would close at once. */
static void
open_again (gpointer editor)
{
  GtkRoot *window = gtk_widget_get_root (editor);

  if (window != NULL)
    {
      g_signal_connect_object (window, "notify::is-active", G_CALLBACK (open_when_active), editor,
                               G_CONNECT_DEFAULT);
      open_when_active (GTK_WINDOW (window), NULL, editor);
    }
  g_object_unref (editor);
}

/* What a person typed and clicked away from is not lost where it cannot be saved. */
static void
on_closed (TideProjectsTable *self, TideCellEditor *editor)
{
  if (self->editor != GTK_WIDGET (editor))
    return;

  if (!tide_cell_editor_settle (editor))
    {
      g_idle_add_once (open_again, g_object_ref (editor));
      return;
    }

  self->editor = NULL;
  return_focus (self, tide_cell_editor_get_id (editor));
  g_idle_add_once (let_go, g_object_ref (editor));
}

static void
select_alone (TideProjectsTable *self, guint position)
{
  gtk_column_view_scroll_to (self->column_view, position, NULL,
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
on_form_requested (TideProjectsTable *self, TideCellEditor *editor)
{
  guint position;

  if (find_position (self, tide_cell_editor_get_id (editor), &position))
    select_alone (self, position);
  gtk_popover_popdown (GTK_POPOVER (editor));
  gtk_widget_activate_action (GTK_WIDGET (self), "project.edit", NULL);
}

static void
on_moved_on (TideProjectsTable *self, int direction, TideCellEditor *editor)
{
  const guint index
      = tide_column_choice_find (&self->choice, tide_cell_editor_get_column (editor)->key);
  const TideProjectColumn *next = find_editable (self, (int) index + direction, direction);

  gtk_popover_popdown (GTK_POPOVER (editor));
  if (next != NULL)
    tide_projects_table_edit_at (self, tide_cell_editor_get_id (editor), next->key);
}

static void
point_to (TideProjectsTable *self, GtkPopover *editor, GtkWidget *cell)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (
        editor, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                  (int) bounds.size.width, (int) bounds.size.height });
}

static void
open_editor (TideProjectsTable *self,
             GtkWidget *cell,
             TideProject *project,
             const TideProjectColumn *column)
{
  GtkWidget *editor = tide_cell_editor_new (self->reg, tide_project_get_payload (project), column,
                                            self->amount_kind);

  gtk_widget_set_parent (editor, GTK_WIDGET (self));
  point_to (self, GTK_POPOVER (editor), cell);
  g_signal_connect_object (editor, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "moved-on", G_CALLBACK (on_moved_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "form-requested", G_CALLBACK (on_form_requested), self,
                           G_CONNECT_SWAPPED);
  self->editor = editor;
  tide_cell_editor_open (TIDE_CELL_EDITOR (editor));
}

static void
open_dialog (TideProjectsTable *self, guint position, const char *action)
{
  select_alone (self, position);
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* Returns: FALSE where the cell is not on the screen yet */
static gboolean
edit (TideProjectsTable *self, guint position, const TideProjectColumn *column)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->groups), position);
  GtkWidget *cell;

  if (!can_edit (self) || !TIDE_IS_PROJECT (item) || self->editor != NULL)
    return TRUE;

  if (get_dialog_action (column) != NULL)
    {
      open_dialog (self, position, get_dialog_action (column));
      return TRUE;
    }

  gtk_column_view_scroll_to (self->column_view, position, self->columns[column->key],
                             GTK_LIST_SCROLL_FOCUS, NULL);
  cell = tide_projects_table_find_cell (self, position, column->key);
  if (cell == NULL || !gtk_widget_get_mapped (cell))
    return FALSE;

  open_editor (self, cell, TIDE_PROJECT (item), column);

  return TRUE;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (widget);
  Next *next = data;
  guint position;

  if (!find_position (self, next->id, &position)
      || edit (self, position, tide_project_column_find (next->key)))
    return G_SOURCE_REMOVE;

  return ++next->n_frames < MAX_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/*
 * tide_projects_table_stop_editing:
 * @self: a table whose register goes away
 */
void
tide_projects_table_stop_editing (TideProjectsTable *self)
{
  GtkWidget *child;

  self->editor = NULL;
  while (TIDE_IS_CELL_EDITOR (child = gtk_widget_get_last_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

/*
 * tide_projects_table_edit_at:
 * @self: a table
 * @id: id of a project
 * @key: what a column shows
 *
 * Edits the cell with the next frame, or as soon as its row has come to its place.
 */
void
tide_projects_table_edit_at (TideProjectsTable *self, const char *id, TideOrderKey key)
{
  Next *next = g_new0 (Next, 1);

  next->id = g_strdup (id);
  next->key = key;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, next, next_free);
}

static guint
find_row (TideProjectsTable *self)
{
  const guint focused = tide_projects_table_find_focused (self);
  g_autoptr (GtkBitset) selected = NULL;

  if (focused != GTK_INVALID_LIST_POSITION)
    return focused;

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION
                                        : gtk_bitset_get_minimum (selected);
}

/*
 * tide_projects_table_edit_cell:
 * @self: a table
 *
 * Edits the first cell that can be edited of the row in which the focus is, or else of the first
 * one that is selected.
 */
void
tide_projects_table_edit_cell (TideProjectsTable *self)
{
  const guint position = find_row (self);
  const TideProjectColumn *column = find_editable (self, 0, 1);

  if (position != GTK_INVALID_LIST_POSITION && column != NULL)
    edit (self, position, column);
}

/* The pointer --------------------------------------------------------------------------------- */

static gboolean
find_cell_at (TideProjectsTable *self, double x, double y, guint *position, TideOrderKey *key)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->column_view), x, y, GTK_PICK_DEFAULT);
  GHashTableIter iter;
  gpointer cell, content;

  g_hash_table_iter_init (&iter, self->cells);
  while (widget != NULL && g_hash_table_iter_next (&iter, &cell, &content))
    {
      GtkWidget *child = gtk_column_view_cell_get_child (cell);

      if (widget != child && !gtk_widget_is_ancestor (widget, child)
          && widget != gtk_widget_get_parent (child))
        continue;

      *position = gtk_column_view_cell_get_position (cell);
      *key = ((TideProjectsCell *) content)->key;
      return TRUE;
    }

  return FALSE;
}

/* The name opens the project, as does Enter. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, TideProjectsTable *self)
{
  guint position;
  TideOrderKey key;
  const TideProjectColumn *column;

  if (n_press != 2 || !can_edit (self) || !find_cell_at (self, x, y, &position, &key))
    return;

  column = tide_project_column_find (key);
  if (key == TIDE_ORDER_NAME || column->path == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  edit (self, position, column);
}

/*
 * tide_projects_table_set_up_editing:
 * @self: a table that is being made
 */
void
tide_projects_table_set_up_editing (TideProjectsTable *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), GTK_EVENT_CONTROLLER (gesture));
}
