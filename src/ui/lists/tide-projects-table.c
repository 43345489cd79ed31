/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "ui/tide-shortcuts.h"

G_DEFINE_FINAL_TYPE (TideProjectsTable, tide_projects_table, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_VIEW,
  PROP_SELECTION,
  PROP_SORT_BY,
  PROP_DESCENDING,
  PROP_AMOUNT_KIND,
  PROP_GROUP_BY,
  PROP_COLUMNS,
  PROP_ROOM,
} TideProjectsTableProperty;

static GParamSpec *props[PROP_ROOM + 1];

static void
on_row_activated (GtkColumnView *column_view, guint position, TideProjectsTable *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->groups), position);

  if (TIDE_IS_PROJECT_GROUP (item))
    tide_project_groups_fold (self->groups, TIDE_PROJECT_GROUP (item), FALSE);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "project.open", NULL);
}

static void
set_room (TideProjectsTable *self, guint room)
{
  if (self->room == room)
    return;

  tide_projects_table_set_room (self, room);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROOM]);
}

static void
tide_projects_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (object);

  switch ((TideProjectsTableProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_SORT_BY:
      g_value_set_string (value, tide_projects_table_get_sort_by (self));
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, tide_projects_table_get_descending (self));
      break;
    case PROP_AMOUNT_KIND:
      g_value_set_string (value, tide_projects_table_get_amount_kind (self));
      break;
    case PROP_GROUP_BY:
      g_value_set_string (value, tide_projects_table_get_group_by (self));
      break;
    case PROP_COLUMNS:
      g_value_take_boxed (value, tide_projects_table_dup_columns (self));
      break;
    case PROP_ROOM:
      g_value_set_uint (value, self->room);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_projects_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (object);

  switch ((TideProjectsTableProperty) id)
    {
    case PROP_REGISTER:
      tide_projects_table_set_register (self, g_value_get_object (value));
      break;
    case PROP_SORT_BY:
      tide_projects_table_set_sort_by (self, g_value_get_string (value));
      break;
    case PROP_DESCENDING:
      tide_projects_table_set_descending (self, g_value_get_boolean (value));
      break;
    case PROP_AMOUNT_KIND:
      tide_projects_table_set_amount_kind (self, g_value_get_string (value));
      break;
    case PROP_GROUP_BY:
      tide_projects_table_set_group_by (self, g_value_get_string (value));
      break;
    case PROP_COLUMNS:
      tide_projects_table_set_columns (self, g_value_get_boxed (value));
      break;
    case PROP_ROOM:
      set_room (self, g_value_get_uint (value));
      break;
    case PROP_VIEW:
    case PROP_SELECTION:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_projects_table_dispose (GObject *object)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (object);

  tide_projects_table_clear_columns (self);
  tide_projects_table_stop_copying (self);
  tide_projects_table_stop_editing (self);
  g_clear_weak_pointer (&self->actions);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_projects_table_parent_class)->dispose (object);
}

static void
tide_projects_table_finalize (GObject *object)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (object);

  g_object_unref (self->group_headers);
  g_object_unref (self->more_orders);
  g_hash_table_unref (self->cells);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);

  G_OBJECT_CLASS (tide_projects_table_parent_class)->finalize (object);
}

static gboolean
tide_projects_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_PROJECTS_TABLE (widget)->column_view));
}

static void
tide_projects_table_class_init (TideProjectsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read_write
      = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_projects_table_get_property;
  object_class->set_property = tide_projects_table_set_property;
  object_class->dispose = tide_projects_table_dispose;
  object_class->finalize = tide_projects_table_finalize;
  widget_class->grab_focus = tide_projects_table_grab_focus;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, read_write);
  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, TIDE_TYPE_VIEW, read);
  props[PROP_SELECTION]
      = g_param_spec_object ("selection", NULL, NULL, GTK_TYPE_SELECTION_MODEL, read);
  props[PROP_SORT_BY] = g_param_spec_string ("sort-by", NULL, NULL, "name", read_write);
  props[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, read_write);
  props[PROP_AMOUNT_KIND]
      = g_param_spec_string ("amount-kind", NULL, NULL, "agreement", read_write);
  props[PROP_GROUP_BY] = g_param_spec_string ("group-by", NULL, NULL, "none", read_write);
  props[PROP_COLUMNS] = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV, read_write);
  props[PROP_ROOM] = g_param_spec_uint ("room", NULL, NULL, 0, G_MAXINT, 0, read_write);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-projects-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, view);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, groups);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, selection);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, column_view);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  tide_projects_table_install_groups (widget_class);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_PROJECTS_TABLE, NULL);
}

static void
tide_projects_table_init (TideProjectsTable *self)
{
  self->amount_kind = TIDE_AMOUNT_KIND_AGREEMENT;

  self->cells = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_projects_table_set_up_columns (self);
  tide_projects_table_set_up_groups (self);
  tide_projects_table_set_up_cells (self);
  tide_projects_table_set_up_editing (self);
}

/*
 * tide_projects_table_tell_order:
 * @self: a table
 * @old: how it was sorted before
 */
void
tide_projects_table_tell_order (TideProjectsTable *self, const TideOrder *old)
{
  const TideOrder *order = tide_view_get_order (self->view);

  if (old->key != order->key)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT_BY]);
  if (old->descending != order->descending)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCENDING]);
}

/*
 * tide_projects_table_tell_columns:
 * @self: a table whose columns a person has moved or sized
 */
void
tide_projects_table_tell_columns (TideProjectsTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLUMNS]);
}

/**
 * tide_projects_table_get_register:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the register whose projects are shown
 */
TideRegister *
tide_projects_table_get_register (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return self->reg;
}

/**
 * tide_projects_table_set_register:
 * @self: a table
 * @reg: (nullable): the register whose projects are shown
 */
void
tide_projects_table_set_register (TideProjectsTable *self, TideRegister *reg)
{
  TideOrder order;

  g_return_if_fail (TIDE_IS_PROJECTS_TABLE (self));

  if (self->reg == reg)
    return;

  tide_projects_table_stop_editing (self);
  /* The rows that are on view are bound against the old register until the view has let go. */
  tide_view_set_register (self->view, NULL);
  if (self->reg != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->reg, tide_projects_table_update_titles, self);
      g_signal_handlers_disconnect_by_func (self->reg, tide_projects_table_update_actions, self);
    }
  g_set_object (&self->reg, reg);
  if (reg != NULL)
    {
      g_signal_connect_object (reg, "stepped", G_CALLBACK (tide_projects_table_update_titles), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (reg, "notify::read-only",
                               G_CALLBACK (tide_projects_table_update_actions), self,
                               G_CONNECT_SWAPPED);
    }
  tide_projects_table_update_titles (self);
  /* The person may want another language by now. */
  order = *tide_view_get_order (self->view);
  order.language = tide_language_get_default ();
  tide_view_set_order (self->view, &order);
  tide_view_set_register (self->view, reg);
  tide_projects_table_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_projects_table_get_view:
 * @self: a table
 *
 * Returns: (transfer none): the projects shown, with their filter and order
 */
TideView *
tide_projects_table_get_view (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return self->view;
}

/**
 * tide_projects_table_get_selection:
 * @self: a table
 *
 * Returns: (transfer none): the selection over the view
 */
GtkSelectionModel *
tide_projects_table_get_selection (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * tide_projects_table_get_sort_by:
 * @self: a table
 *
 * Returns: code of the column it is sorted by
 */
const char *
tide_projects_table_get_sort_by (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return tide_order_key_to_code (tide_view_get_order (self->view)->key);
}

/**
 * tide_projects_table_set_sort_by:
 * @self: a table
 * @code: code of the column to sort by; one that there is not changes nothing
 */
void
tide_projects_table_set_sort_by (TideProjectsTable *self, const char *code)
{
  g_return_if_fail (TIDE_IS_PROJECTS_TABLE (self));

  if (g_strcmp0 (tide_projects_table_get_sort_by (self), code) != 0)
    tide_projects_table_sort (self, code, tide_projects_table_get_descending (self));
}

/**
 * tide_projects_table_get_descending:
 * @self: a table
 *
 * Returns: whether the largest comes first
 */
gboolean
tide_projects_table_get_descending (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), FALSE);

  return tide_view_get_order (self->view)->descending;
}

/**
 * tide_projects_table_set_descending:
 * @self: a table
 * @descending: whether the largest comes first
 */
void
tide_projects_table_set_descending (TideProjectsTable *self, gboolean descending)
{
  g_return_if_fail (TIDE_IS_PROJECTS_TABLE (self));

  if (tide_projects_table_get_descending (self) != descending)
    tide_projects_table_sort (self, tide_projects_table_get_sort_by (self), descending);
}

/**
 * tide_projects_table_get_amount_kind:
 * @self: a table
 *
 * Returns: code of the kind of amount in the amount column
 */
const char *
tide_projects_table_get_amount_kind (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, self->amount_kind);
}

/**
 * tide_projects_table_set_amount_kind:
 * @self: a table
 * @code: code of a kind of amount; one that there is not changes nothing
 */
void
tide_projects_table_set_amount_kind (TideProjectsTable *self, const char *code)
{
  int kind;
  TideOrder order;

  g_return_if_fail (TIDE_IS_PROJECTS_TABLE (self));

  kind = tide_codes_find (TIDE_CODES_AMOUNT_KIND, code);
  if (kind < 0 || (int) self->amount_kind == kind)
    return;

  self->amount_kind = (TideAmountKind) kind;
  tide_projects_table_update_titles (self);
  tide_projects_table_set_factory (self, self->columns[TIDE_ORDER_AMOUNT], TIDE_ORDER_AMOUNT);
  order = *tide_view_get_order (self->view);
  order.amount_kind = self->amount_kind;
  tide_view_set_order (self->view, &order);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AMOUNT_KIND]);
}

/**
 * tide_projects_table_dup_columns:
 * @self: a table
 *
 * Returns: (transfer full) (array zero-terminated=1): the columns that a person has chosen, as
 *   tide_column_choice_dup_words() gives them
 */
char **
tide_projects_table_dup_columns (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return tide_column_choice_dup_words (&self->choice);
}

/**
 * tide_projects_table_set_columns:
 * @self: a table
 * @words: (nullable) (array zero-terminated=1): the columns to show, as words; none for those that
 *   are shown unless a person chooses otherwise
 */
void
tide_projects_table_set_columns (TideProjectsTable *self, const char *const *words)
{
  TideColumnChoice choice;

  g_return_if_fail (TIDE_IS_PROJECTS_TABLE (self));

  tide_column_choice_init (&choice, words);
  if (tide_column_choice_equal (&choice, &self->choice))
    return;

  g_clear_handle_id (&self->told_id, g_source_remove);
  tide_projects_table_take_choice (self, &choice);
  tide_projects_table_tell_columns (self);
}

/**
 * tide_projects_table_get_more_orders:
 * @self: a table
 *
 * Returns: (transfer none): a menu of those columns to sort by that are shown because a person
 *   chose them
 */
GMenuModel *
tide_projects_table_get_more_orders (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return G_MENU_MODEL (self->more_orders);
}
