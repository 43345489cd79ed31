/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-board-private.h"

#define COLUMN_WIDTH 272

G_DEFINE_FINAL_TYPE (TideBoard, tide_board, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_COLUMN_WIDTH,
  PROP_MENU_MODEL,
} TideBoardProperty;

static GParamSpec *props[PROP_MENU_MODEL + 1];

/* Columns ----------------------------------------------------------------------------------- */

/*
 * tide_board_get_column:
 * @self: a board
 * @index: index of a column
 *
 * Returns: (transfer none): the column
 */
TideBoardColumn *
tide_board_get_column (TideBoard *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

/* One column at a time, so that no frame waits for all their cards. */
static gboolean
on_idle (gpointer data)
{
  TideBoard *self = data;

  for (guint i = 0; i < self->columns->len; i++)
    if (tide_board_column_fill (tide_board_get_column (self, i)))
      return G_SOURCE_CONTINUE;

  self->fill_id = 0;

  return G_SOURCE_REMOVE;
}

static void
queue_fill (TideBoard *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (on_idle, self);
}

static TideBoardColumn *
add_column (TideBoard *self, const char *key, const char *label)
{
  TideBoardColumn *column = tide_board_column_new (key, label);

  tide_board_column_set_register (column, self->reg);
  tide_board_column_set_amount_kind (column, self->amount_kind);
  tide_board_column_set_width (column, self->column_width);
  if (self->rows != NULL)
    {
      g_autoptr (TideView) view = NULL;

      g_object_get (self->groups, "view", &view, NULL);
      tide_board_column_set_rows (column, view, self->rows);
      queue_fill (self);
    }
  gtk_box_append (self->box, GTK_WIDGET (column));
  g_ptr_array_add (self->columns, column);

  return column;
}

static TideBoardColumn *
find_column (TideBoard *self, const char *key)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (tide_board_column_get_key (tide_board_get_column (self, i)), key))
      return tide_board_get_column (self, i);

  return NULL;
}

/* Behind those of the vocabulary: projects without a stage, or with one that it does not have. */
static TideBoardColumn *
ensure_column (TideBoard *self, TideProjectGroup *group)
{
  const char *key = tide_project_group_get_key (group);
  TideBoardColumn *column = find_column (self, key);

  return column != NULL ? column : add_column (self, key, tide_project_group_get_label (group));
}

static void
add_stages (TideBoard *self)
{
  const TideLanguage language = tide_language_get_default ();

  for (guint i = 0; i < tide_codes_get_n (TIDE_CODES_STAGE); i++)
    {
      const char *code = tide_codes_get_code (TIDE_CODES_STAGE, i);

      add_column (self, code, tide_codes_get_label (TIDE_CODES_STAGE, code, language));
    }
}

static void
remove_columns (TideBoard *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    gtk_box_remove (self->box, GTK_WIDGET (tide_board_get_column (self, i)));
  g_ptr_array_set_size (self->columns, 0);
}

static void
place_column (TideBoardColumn *column, TideProjectGroup *group, guint start, guint n)
{
  tide_board_slice_place (tide_board_column_get_slice (column), start, n);
  tide_board_column_set_group (column, group);
}

/* Until the projects are grouped by stage there are no cards. */
static void
place_columns (TideBoard *self)
{
  g_autoptr (TideView) view = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    tide_board_slice_place (tide_board_column_get_slice (tide_board_get_column (self, i)), 0, 0);

  g_object_get (self->groups, "view", &view, NULL);
  if (tide_view_get_shown_group_by (view) != TIDE_GROUP_BY_STAGE)
    return;

  for (guint i = 0; i < tide_project_groups_get_n (self->groups); i++)
    {
      guint start, n;
      TideProjectGroup *group = tide_project_groups_get (self->groups, i, &start, &n);

      place_column (ensure_column (self, group), group, start, n);
    }
}

static void
tell_columns (TideBoard *self, guint position, guint removed, guint added)
{
  const int n_stages = (int) tide_codes_get_n (TIDE_CODES_STAGE);

  for (int i = 0; i < (int) self->columns->len; i++)
    {
      TideBoardColumn *column = tide_board_get_column (self, (guint) i);
      TideBoardSlice *slice = tide_board_column_get_slice (column);
      const gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (slice)) == 0;

      tide_board_slice_tell (slice, position, removed, added);
      if (is_empty)
        tide_board_column_set_group (column, NULL);
      gtk_widget_set_visible (GTK_WIDGET (column), i < n_stages || !is_empty);
    }
}

static void
on_items_changed (GListModel *rows, guint position, guint removed, guint added, TideBoard *self)
{
  place_columns (self);
  tell_columns (self, position, removed, added);
}

/*
 * tide_board_focus_card:
 * @self: a board
 * @index: index of a column that shows cards
 * @position: position in it
 * @selects: whether the card comes to be selected alone
 *
 * Scrolls to the card and moves the focus there.
 */
void
tide_board_focus_card (TideBoard *self, guint index, guint position, gboolean selects)
{
  TideBoardColumn *column = tide_board_get_column (self, index);
  GtkWidget *viewport = gtk_scrolled_window_get_child (self->scroller);

  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (column), NULL);
  tide_board_column_focus (column, position, selects);
}

/*
 * tide_board_find_focused:
 * @self: a board
 * @column: (out): index of a column
 * @position: (out): position in it
 *
 * Returns: whether one of its cards has the focus
 */
gboolean
tide_board_find_focused (TideBoard *self, guint *column, guint *position)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      *column = i;
      *position = tide_board_column_find_focused (tide_board_get_column (self, i));
      if (*position != GTK_INVALID_LIST_POSITION)
        return TRUE;
    }

  return FALSE;
}

/* Selected projects ------------------------------------------------------------------------- */

static void
add_position (TideBoard *self, GtkBitset *positions, guint view_position)
{
  gtk_bitset_add (positions, tide_project_groups_from_view (self->groups, view_position));
}

static void
find_many (TideBoard *self, TideView *view, GtkBitset *positions, const char *const *ids)
{
  const GPtrArray *projects
      = tide_snapshot_get_records (tide_view_get_snapshot (view), TIDE_RECORD_PROJECT);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) rows = tide_view_new_rows (view);

  for (gsize i = 0; ids[i] != NULL; i++)
    g_hash_table_add (wanted, (char *) ids[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      const TidePayload *project = g_ptr_array_index (projects, g_array_index (rows, guint, i));

      if (g_hash_table_contains (wanted, project->id))
        add_position (self, positions, i);
    }
}

static GtkBitset *
find_positions (TideBoard *self, const char *const *ids)
{
  GtkBitset *positions = gtk_bitset_new_empty ();
  g_autoptr (TideView) view = NULL;
  guint position;

  g_object_get (self->groups, "view", &view, NULL);
  if (ids[0] != NULL && ids[1] != NULL)
    find_many (self, view, positions, ids);
  else if (ids[0] != NULL && tide_view_find (view, ids[0], &position))
    add_position (self, positions, position);

  return positions;
}

static gboolean
show_position (TideBoard *self, guint position, gboolean takes_focus)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TideBoardColumn *column = tide_board_get_column (self, i);
      TideBoardSlice *slice = tide_board_column_get_slice (column);
      const guint start = tide_board_slice_get_start (slice);

      if (position < start || position - start >= g_list_model_get_n_items (G_LIST_MODEL (slice)))
        continue;
      tide_board_column_set_folded (column, FALSE);
      if (takes_focus)
        tide_board_focus_card (self, i, position - start, FALSE);
      else
        tide_board_column_scroll_to (column, position - start, FALSE);
      return TRUE;
    }

  return FALSE;
}

static TideBoardColumn *
find_first_with_cards (TideBoard *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (tide_board_column_has_cards (tide_board_get_column (self, i)))
      return tide_board_get_column (self, i);

  return NULL;
}

/* The focus goes to the first card that is selected, or else to the first of all. */
static gboolean
tide_board_grab_focus (GtkWidget *widget)
{
  TideBoard *self = TIDE_BOARD (widget);
  g_autoptr (GtkBitset) selected = NULL;
  TideBoardColumn *column = find_first_with_cards (self);

  if (self->rows != NULL)
    selected = gtk_selection_model_get_selection (self->rows);
  if (selected != NULL && !gtk_bitset_is_empty (selected)
      && show_position (self, gtk_bitset_get_minimum (selected), TRUE))
    return TRUE;

  return column != NULL && gtk_widget_grab_focus (GTK_WIDGET (column));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideBoard *self = TIDE_BOARD (object);

  switch ((TideBoardProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideBoard *self = TIDE_BOARD (object);

  switch ((TideBoardProperty) id)
    {
    case PROP_REGISTER:
      tide_board_set_register (self, g_value_get_object (value));
      break;
    case PROP_COLUMN_WIDTH:
      tide_board_set_column_width (self, g_value_get_int (value));
      break;
    case PROP_MENU_MODEL:
      tide_board_set_menu_model (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_board_dispose (GObject *object)
{
  TideBoard *self = TIDE_BOARD (object);

  tide_board_stop_scrolling (self);
  g_clear_handle_id (&self->fill_id, g_source_remove);
  tide_board_set_rows (self, NULL, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_ptr_array_set_size (self->columns, 0);
  g_clear_object (&self->register_links);
  g_clear_object (&self->menu);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_board_parent_class)->dispose (object);
}

static void
tide_board_finalize (GObject *object)
{
  g_ptr_array_unref (TIDE_BOARD (object)->columns);

  G_OBJECT_CLASS (tide_board_parent_class)->finalize (object);
}

static void
tide_board_class_init (TideBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read_write
      = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_board_get_property;
  object_class->set_property = tide_board_set_property;
  object_class->dispose = tide_board_dispose;
  object_class->finalize = tide_board_finalize;
  widget_class->grab_focus = tide_board_grab_focus;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, read_write);
  props[PROP_COLUMN_WIDTH]
      = g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, COLUMN_WIDTH, read_write);
  props[PROP_MENU_MODEL]
      = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, read_write);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-board.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBoard, scroller);
  gtk_widget_class_bind_template_child (widget_class, TideBoard, box);
  tide_board_install_drag (widget_class);
  tide_board_install_keys (widget_class);
}

static void
tide_board_init (TideBoard *self)
{
  self->amount_kind = TIDE_AMOUNT_KIND_AGREEMENT;
  self->column_width = COLUMN_WIDTH;
  self->columns = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->register_links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->register_links, "notify::read-only",
                                  G_CALLBACK (tide_board_update_actions), self);
  tide_board_set_up_keys (self);
  tide_board_update_actions (self);
}

/**
 * tide_board_get_register:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the register whose projects are shown
 */
TideRegister *
tide_board_get_register (TideBoard *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD (self), NULL);

  return self->reg;
}

/**
 * tide_board_set_register:
 * @self: a board
 * @reg: (nullable): the register whose projects are shown
 *
 * The columns are made anew, in the person's language; those that were folded stay so.
 */
void
tide_board_set_register (TideBoard *self, TideRegister *reg)
{
  g_auto (GStrv) folded = NULL;

  g_return_if_fail (TIDE_IS_BOARD (self));

  if (!g_set_object (&self->reg, reg))
    return;

  folded = tide_board_dup_folded (self);
  remove_columns (self);
  if (reg != NULL)
    add_stages (self);
  tide_board_set_folded (self, (const char *const *) folded);
  if (self->rows != NULL)
    on_items_changed (NULL, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), self);
  g_signal_group_set_target (self->register_links, reg);
  tide_board_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_board_get_column_width:
 * @self: a board
 *
 * Returns: how wide columns with cards are, in pixels
 */
int
tide_board_get_column_width (TideBoard *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD (self), 0);

  return self->column_width;
}

/**
 * tide_board_set_column_width:
 * @self: a board
 * @width: how wide columns with cards are, in pixels
 */
void
tide_board_set_column_width (TideBoard *self, int width)
{
  g_return_if_fail (TIDE_IS_BOARD (self));

  if (self->column_width == width)
    return;

  self->column_width = width;
  for (guint i = 0; i < self->columns->len; i++)
    tide_board_column_set_width (tide_board_get_column (self, i), width);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLUMN_WIDTH]);
}

/**
 * tide_board_get_menu_model:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the menu of the cards
 */
GMenuModel *
tide_board_get_menu_model (TideBoard *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD (self), NULL);

  return self->menu;
}

/**
 * tide_board_set_menu_model:
 * @self: a board
 * @menu: (nullable): the menu of the cards
 */
void
tide_board_set_menu_model (TideBoard *self, GMenuModel *menu)
{
  g_return_if_fail (TIDE_IS_BOARD (self));

  if (!g_set_object (&self->menu, menu))
    return;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MENU_MODEL]);
}

/**
 * tide_board_set_amount_kind:
 * @self: a board
 * @kind: which amounts the cards show
 */
void
tide_board_set_amount_kind (TideBoard *self, TideAmountKind kind)
{
  g_return_if_fail (TIDE_IS_BOARD (self));

  self->amount_kind = kind;
  for (guint i = 0; i < self->columns->len; i++)
    tide_board_column_set_amount_kind (tide_board_get_column (self, i), kind);
}

/**
 * tide_board_set_rows:
 * @self: a board
 * @groups: (nullable): projects that are grouped by stage, or will be, with no group folded
 * @rows: (nullable): the selection over them; %NULL for no cards
 */
void
tide_board_set_rows (TideBoard *self, TideProjectGroups *groups, GtkSelectionModel *rows)
{
  g_autoptr (TideView) view = NULL;

  g_return_if_fail (TIDE_IS_BOARD (self));

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_func (self->rows, on_items_changed, self);
  g_set_object (&self->groups, groups);
  g_set_object (&self->rows, rows);
  if (groups != NULL)
    g_object_get (groups, "view", &view, NULL);
  for (guint i = 0; i < self->columns->len; i++)
    tide_board_column_set_rows (tide_board_get_column (self, i), view, rows);
  if (rows == NULL)
    return;

  queue_fill (self);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_DEFAULT);
  on_items_changed (NULL, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (rows)), self);
}

/**
 * tide_board_select:
 * @self: a board
 * @ids: (array zero-terminated=1): ids of projects
 *
 * Selects the projects alone and scrolls to the first of them, unfolding its column; the focus goes
 * there if the board has it. Does nothing where the filter hides them all.
 *
 * Returns: whether there is such a card
 */
gboolean
tide_board_select (TideBoard *self, const char *const *ids)
{
  g_autoptr (GtkBitset) positions = NULL;
  g_autoptr (GtkBitset) all = NULL;
  gboolean has_focus;

  g_return_val_if_fail (TIDE_IS_BOARD (self), FALSE);

  if (self->rows == NULL)
    return FALSE;

  positions = find_positions (self, ids);
  if (gtk_bitset_is_empty (positions))
    return FALSE;

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  gtk_selection_model_set_selection (self->rows, positions, all);

  has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  return show_position (self, gtk_bitset_get_minimum (positions), has_focus);
}

/**
 * tide_board_dup_folded:
 * @self: a board
 *
 * Returns: (transfer full) (array zero-terminated=1): keys of the columns that are folded
 */
char **
tide_board_dup_folded (TideBoard *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  g_return_val_if_fail (TIDE_IS_BOARD (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    if (tide_board_column_get_folded (tide_board_get_column (self, i)))
      g_strv_builder_add (keys, tide_board_column_get_key (tide_board_get_column (self, i)));

  return g_strv_builder_end (keys);
}

/**
 * tide_board_set_folded:
 * @self: a board
 * @keys: (array zero-terminated=1): keys of the columns to fold; all others are unfolded
 */
void
tide_board_set_folded (TideBoard *self, const char *const *keys)
{
  g_return_if_fail (TIDE_IS_BOARD (self));

  for (guint i = 0; i < self->columns->len; i++)
    {
      TideBoardColumn *column = tide_board_get_column (self, i);

      tide_board_column_set_folded (column,
                                    g_strv_contains (keys, tide_board_column_get_key (column)));
    }
}
