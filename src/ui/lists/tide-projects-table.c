/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "ui/lists/tide-conversion-text.h"
#include "ui/lists/tide-number-column.h"
#include "ui/lists/tide-project-text.h"
#include "ui/rows/tide-stage-steps.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

#define KEY_DATA "tide-order-key"

/* What a cell shows. */
typedef struct
{
  TideOrderKey key;
  TideSnapshot *snapshot; /* unowned: of which; kept by the table while it is the last one */
} Content;

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
} TideProjectsTableProperty;

static GParamSpec *props[PROP_GROUP_BY + 1];

static GtkColumnViewColumn *
find_column (TideProjectsTable *self, const char *code)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), code) == 0)
        return column;
    }

  return NULL;
}

static void
update_amount_title (TideProjectsTable *self)
{
  TideLanguage language = tide_language_get_default ();
  const TideSettings *settings;
  g_autofree char *unit = NULL;
  g_autofree char *title = NULL;

  if (self->reg == NULL)
    return;

  settings = tide_register_get_settings (self->reg);
  unit = tide_unit_dup_label (tide_unit_get_shown (settings->unit), settings->currency, language);
  /* Translators: header of a column of amounts: a kind of amount, and the unit in brackets */
  title = g_strdup_printf (_ ("%s (%s)"),
                           tide_codes_get_label (TIDE_CODES_AMOUNT_KIND,
                                                 tide_projects_table_get_amount_kind (self),
                                                 language),
                           unit);
  gtk_column_view_column_set_title (self->amount_column, title);
}

static TideOrderKey
get_key (gpointer factory)
{
  return (TideOrderKey) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), KEY_DATA));
}

static GtkWidget *
new_inscription (TideOrderKey key)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_hexpand (text, TRUE);
  if (key == TIDE_ORDER_AMOUNT)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
  if (key == TIDE_ORDER_AMOUNT || key == TIDE_ORDER_UPDATED)
    gtk_widget_add_css_class (text, "numeric");

  return text;
}

/* Worked out only when it is asked for. */
static gboolean
on_query_tooltip (GtkWidget *text,
                  int x,
                  int y,
                  gboolean is_keyboard,
                  GtkTooltip *tooltip,
                  GtkColumnViewCell *cell)
{
  GtkWidget *table = gtk_widget_get_ancestor (text, TIDE_TYPE_PROJECTS_TABLE);
  TideProject *project = gtk_column_view_cell_get_item (cell);
  g_autofree char *sum = NULL;

  if (table == NULL || project == NULL)
    return FALSE;

  sum = tide_conversion_dup_sum (tide_view_get_snapshot (TIDE_PROJECTS_TABLE (table)->view),
                                 tide_project_get_payload (project),
                                 TIDE_PROJECTS_TABLE (table)->amount_kind);
  gtk_tooltip_set_text (tooltip, sum);

  return sum != NULL;
}

static void
on_factory_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  TideOrderKey key = get_key (factory);
  GtkWidget *text = new_inscription (key);

  if (key == TIDE_ORDER_AMOUNT)
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
  gtk_widget_add_css_class (child, "dimmed");
}

static void
fill_project_cell (TideProjectsTable *self, GtkColumnViewCell *cell, TideOrderKey key)
{
  TideOrder column = { .key = key, .amount_kind = self->amount_kind };
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  const TideProjectPayload *project
      = tide_project_get_payload (gtk_column_view_cell_get_item (cell));
  g_autofree char *text = tide_project_text_dup_cell (
      self->reg, tide_view_get_snapshot (self->view), project, &column);

  if (column.key == TIDE_ORDER_STAGE)
    {
      tide_stage_steps_set_stage (TIDE_STAGE_STEPS (gtk_widget_get_first_child (child)),
                                  project->stage);
      gtk_widget_set_visible (gtk_widget_get_first_child (child), TRUE);
      child = gtk_widget_get_last_child (child);
    }
  gtk_widget_remove_css_class (child, "dimmed");
  if (column.key == TIDE_ORDER_AMOUNT)
    {
      g_autofree char *aligned = tide_number_column_dup_cell (text);

      gtk_inscription_set_text (GTK_INSCRIPTION (child), aligned);
    }
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
}

static void
fill_cell (TideProjectsTable *self, GtkColumnViewCell *cell, Content *content)
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
    ((Content *) content)->snapshot = NULL;
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (snapshot != NULL)
    self->snapshot = tide_snapshot_ref (snapshot);
}

static void
on_factory_bind (GtkSignalListItemFactory *factory,
                 GtkColumnViewCell *cell,
                 TideProjectsTable *self)
{
  Content *content = g_new0 (Content, 1);

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
is_as_it_was (TideProjectsTable *self, GtkColumnViewCell *cell, const Content *content)
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

/* Also makes the cells of a column anew. */
static void
set_factory (TideProjectsTable *self, GtkColumnViewColumn *column)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  TideOrderKey key = TIDE_ORDER_NAME;

  if (!tide_order_key_from_code (gtk_column_view_column_get_id (column), &key))
    g_assert_not_reached ();

  g_object_set_data (G_OBJECT (factory), KEY_DATA, GINT_TO_POINTER (key));
  g_signal_connect (factory, "setup", G_CALLBACK (on_factory_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_factory_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_factory_unbind), self,
                           G_CONNECT_DEFAULT);
  gtk_column_view_column_set_factory (column, factory);
}

/* A header can be clicked only where the column has a sorter; the view sorts on its own keys and
 * asks the column view's sorter for column and direction alone. */
static void
set_up_columns (TideProjectsTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      set_factory (self, column);
      gtk_column_view_column_set_sorter (column, sorter);
    }
}

static void
on_sorter_changed (GtkSorter *sorter, GtkSorterChange change, TideProjectsTable *self)
{
  GtkColumnViewSorter *chosen = GTK_COLUMN_VIEW_SORTER (sorter);
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (chosen);
  TideOrder order = *tide_view_get_order (self->view);
  TideOrder old = order;

  order.key = TIDE_ORDER_NAME;
  if (column != NULL)
    tide_order_key_from_code (gtk_column_view_column_get_id (column), &order.key);
  order.descending = gtk_column_view_sorter_get_primary_sort_order (chosen) == GTK_SORT_DESCENDING;
  tide_view_set_order (self->view, &order);

  if (old.key != order.key)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT_BY]);
  if (old.descending != order.descending)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCENDING]);
}

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

  /* The columns that go away are no wish for another order. */
  if (self->column_view != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->column_view),
                                          on_sorter_changed, self);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_projects_table_parent_class)->dispose (object);
}

static void
tide_projects_table_finalize (GObject *object)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (object);

  g_object_unref (self->group_headers);
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
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-projects-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, view);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, groups);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, selection);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsTable, amount_column);
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
  set_up_columns (self);
  tide_projects_table_set_up_groups (self);
  g_signal_connect_object (self->groups, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_DEFAULT);
  tide_number_column_align_title (self->column_view, self->amount_column);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_DEFAULT);
  gtk_column_view_sort_by_column (self->column_view, find_column (self, "name"),
                                  GTK_SORT_ASCENDING);
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

  /* The rows that are on view are bound against the old register until the view has let go. */
  tide_view_set_register (self->view, NULL);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_func (self->reg, update_amount_title, self);
  g_set_object (&self->reg, reg);
  if (reg != NULL)
    g_signal_connect_object (reg, "stepped", G_CALLBACK (update_amount_title), self,
                             G_CONNECT_SWAPPED);
  update_amount_title (self);
  /* The person may want another language by now. */
  order = *tide_view_get_order (self->view);
  order.language = tide_language_get_default ();
  tide_view_set_order (self->view, &order);
  tide_view_set_register (self->view, reg);
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

static void
sort (TideProjectsTable *self, const char *code, gboolean descending)
{
  GtkColumnViewColumn *column = find_column (self, code);

  if (column != NULL)
    gtk_column_view_sort_by_column (self->column_view, column,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
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
    sort (self, code, tide_projects_table_get_descending (self));
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
    sort (self, tide_projects_table_get_sort_by (self), descending);
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
  update_amount_title (self);
  set_factory (self, self->amount_column);
  order = *tide_view_get_order (self->view);
  order.amount_kind = self->amount_kind;
  tide_view_set_order (self->view, &order);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AMOUNT_KIND]);
}

/**
 * tide_projects_table_dup_selected_ids:
 * @self: a table
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the selected projects, in their order
 */
char **
tide_projects_table_dup_selected_ids (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      {
        g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

        if (TIDE_IS_PROJECT (item))
          g_strv_builder_add (ids, tide_record_get_id (TIDE_RECORD (item)));
      }
    while (gtk_bitset_iter_next (&iter, &position));

  return g_strv_builder_end (ids);
}

static char *
dup_id_at (TideProjectsTable *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return TIDE_IS_PROJECT (item) ? g_strdup (tide_record_get_id (TIDE_RECORD (item))) : NULL;
}

/**
 * tide_projects_table_dup_next_id:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): id of the project that comes into the place of the selected
 *   ones once they are gone: the one after them, or else before them
 */
char *
tide_projects_table_dup_next_id (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  char *id = NULL;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_is_empty (selected))
    return NULL;

  for (guint i = gtk_bitset_get_maximum (selected) + 1; i < n && id == NULL; i++)
    id = dup_id_at (self, i);
  for (guint i = gtk_bitset_get_minimum (selected); i > 0 && id == NULL; i--)
    id = dup_id_at (self, i - 1);

  return id;
}

/**
 * tide_projects_table_get_n_selected:
 * @self: a table
 *
 * Returns: how many projects are selected
 */
guint
tide_projects_table_get_n_selected (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  guint n;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  n = (guint) gtk_bitset_get_size (selected);
  for (guint i = 0; i < tide_project_groups_get_n (self->groups); i++)
    {
      guint start, n_projects;
      TideProjectGroup *group = tide_project_groups_get (self->groups, i, &start, &n_projects);

      if (tide_project_group_get_folded (group)
          && gtk_bitset_contains (selected, tide_project_groups_from_view (self->groups, start)))
        n--;
    }

  return n;
}

/**
 * tide_projects_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the selected project, if exactly one is
 */
TideProject *
tide_projects_table_get_selected (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GObject) item = NULL;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) != 1)
    return NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));

  return TIDE_IS_PROJECT (item) ? TIDE_PROJECT (item) : NULL;
}

/**
 * tide_projects_table_reveal:
 * @self: a table
 * @id: id of a project
 *
 * Selects the project alone, scrolls to it and moves the focus there, unfolding its group; does
 * nothing where the filter hides it.
 */
void
tide_projects_table_reveal (TideProjectsTable *self, const char *id)
{
  guint view_position, position;

  g_return_if_fail (TIDE_IS_PROJECTS_TABLE (self));

  if (!tide_view_find (self->view, id, &view_position))
    return;

  position = tide_project_groups_from_view (self->groups, view_position);
  if (tide_project_groups_get_n (self->groups) > 0)
    {
      tide_project_groups_fold (self->groups, tide_project_groups_find (self->groups, position),
                                FALSE);
      position = tide_project_groups_from_view (self->groups, view_position);
    }
  gtk_column_view_scroll_to (self->column_view, position, NULL,
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}
