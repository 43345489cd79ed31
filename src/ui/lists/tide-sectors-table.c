/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-sectors-table-private.h"

#include "ui/lists/tide-number-column.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideSectorsTable, tide_sectors_table, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_TAXONOMY,
  PROP_AMOUNT_KIND,
  PROP_SEARCH,
} TideSectorsTableProperty;

enum
{
  COUNTED,
  SELECTION_CHANGED,
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_SEARCH + 1];
static guint signals[N_SIGNALS];

/* The tree ---------------------------------------------------------------------------------- */

static GListModel *
create_children (gpointer item, gpointer data)
{
  GListStore *children = tide_sector_node_get_children (item);

  if (g_list_model_get_n_items (G_LIST_MODEL (children)) == 0)
    return NULL;

  return G_LIST_MODEL (g_object_ref (children));
}

static GtkTreeListRow *
get_row (TideSectorsTable *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->rows), position);
}

static const char *
get_key (GtkTreeListRow *row)
{
  g_autoptr (TideSectorNode) node = gtk_tree_list_row_get_item (row);

  return tide_sector_node_get_key (node);
}

static GHashTable *
find_folded (TideSectorsTable *self)
{
  GHashTable *folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);

      if (gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (folded, g_strdup (get_key (row)));
    }

  return folded;
}

static void
fold (TideSectorsTable *self, GHashTable *folded)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);

      if (g_hash_table_contains (folded, get_key (row)))
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

static guint
find_position (TideSectorsTable *self, const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);

      if (g_str_equal (get_key (row), key))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Rows that are still there stay folded and selected. */
static void
update_tree (TideSectorsTable *self, TideSnapshot *snapshot)
{
  TideSectorNode *selected = tide_sectors_table_get_selected (self);
  g_autofree char *key = selected != NULL ? g_strdup (tide_sector_node_get_key (selected)) : NULL;
  g_autoptr (GHashTable) folded = find_folded (self);

  if (!tide_sector_tree_update (self->tree, snapshot, self->taxonomy, self->search,
                                self->breakdown))
    return;

  if (self->search == NULL || *self->search == '\0')
    fold (self, folded);
  gtk_single_selection_set_selected (self->selection, key != NULL ? find_position (self, key)
                                                                  : GTK_INVALID_LIST_POSITION);
}

/* Figures ----------------------------------------------------------------------------------- */

/*
 * tide_sectors_table_take_breakdown:
 * @self: a table
 * @snapshot: the register
 * @breakdown: (transfer full) (nullable): what was counted in it
 *
 * Shows the figures; none where nothing has been counted.
 */
void
tide_sectors_table_take_breakdown (TideSectorsTable *self,
                                   TideSnapshot *snapshot,
                                   TideBreakdown *breakdown)
{
  g_autoptr (TideBreakdown) old = self->breakdown;

  self->breakdown = breakdown;
  update_tree (self, snapshot);
}

static void
update_amount_title (TideSectorsTable *self)
{
  const TideLanguage language = tide_language_get_default ();
  const TideSettings *settings = tide_register_get_settings (self->reg);
  g_autofree char *unit
      = tide_unit_dup_label (tide_unit_get_shown (settings->unit), settings->currency, language);
  /* Translators: header of a column of amounts: a kind of amount, and the unit in brackets */
  g_autofree char *title
      = g_strdup_printf (_ ("%s (%s)"),
                         tide_codes_get_label (TIDE_CODES_AMOUNT_KIND,
                                               tide_sectors_table_get_amount_kind (self), language),
                         unit);

  gtk_column_view_column_set_title (self->amount_column, title);
}

/* The tree at once, its figures as soon as they are counted. */
static void
refresh (TideSectorsTable *self)
{
  g_autoptr (TideSnapshot) snapshot = NULL;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->reg == NULL)
    return;

  snapshot = tide_register_dup_snapshot (self->reg);
  update_amount_title (self);
  update_tree (self, snapshot);
  if (self->taxonomy != NULL)
    tide_sectors_table_start_counting (self, snapshot);
}

/* Figures of another taxonomy or kind say nothing any more. */
static void
start_anew (TideSectorsTable *self)
{
  tide_sectors_table_stop_counting (self);
  if (self->reg != NULL)
    {
      g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);

      tide_sectors_table_take_breakdown (self, snapshot, NULL);
    }
  refresh (self);
}

static gboolean
on_refresh_due (gpointer data)
{
  TideSectorsTable *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_register_stepped (TideSectorsTable *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_due, self);
}

static void
on_selection_changed (TideSectorsTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/*
 * tide_sectors_table_request_projects:
 * @self: a table
 * @node: (nullable): one of its rows
 *
 * Asks for the projects that the row has counted, if there are any.
 */
void
tide_sectors_table_request_projects (TideSectorsTable *self, TideSectorNode *node)
{
  const TideFigure *figure = node != NULL ? tide_sector_node_get_figure (node) : NULL;

  if (figure != NULL && figure->n_counted > 0)
    g_signal_emit (self, signals[FILTER_REQUESTED], 0, figure->filter);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_sectors_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideSectorsTable *self = TIDE_SECTORS_TABLE (object);

  switch ((TideSectorsTableProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_TAXONOMY:
      g_value_set_string (value, self->taxonomy);
      break;
    case PROP_AMOUNT_KIND:
      g_value_set_string (value, tide_sectors_table_get_amount_kind (self));
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sectors_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideSectorsTable *self = TIDE_SECTORS_TABLE (object);

  switch ((TideSectorsTableProperty) id)
    {
    case PROP_REGISTER:
      tide_sectors_table_set_register (self, g_value_get_object (value));
      break;
    case PROP_TAXONOMY:
      tide_sectors_table_set_taxonomy (self, g_value_get_string (value));
      break;
    case PROP_AMOUNT_KIND:
      tide_sectors_table_set_amount_kind (self, g_value_get_string (value));
      break;
    case PROP_SEARCH:
      tide_sectors_table_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sectors_table_dispose (GObject *object)
{
  TideSectorsTable *self = TIDE_SECTORS_TABLE (object);

  tide_sectors_table_stop_counting (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  g_clear_object (&self->links);
  g_clear_object (&self->rows);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SECTORS_TABLE);

  G_OBJECT_CLASS (tide_sectors_table_parent_class)->dispose (object);
}

static void
tide_sectors_table_finalize (GObject *object)
{
  TideSectorsTable *self = TIDE_SECTORS_TABLE (object);

  tide_sector_tree_free (self->tree);
  g_clear_pointer (&self->breakdown, tide_breakdown_free);
  g_free (self->taxonomy);
  g_free (self->search);

  G_OBJECT_CLASS (tide_sectors_table_parent_class)->finalize (object);
}

static gboolean
tide_sectors_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_SECTORS_TABLE (widget)->column_view));
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-sectors-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSectorsTable, count_column);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsTable, amount_column);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsTable, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
}

static void
tide_sectors_table_class_init (TideSectorsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_sectors_table_get_property;
  object_class->set_property = tide_sectors_table_set_property;
  object_class->dispose = tide_sectors_table_dispose;
  object_class->finalize = tide_sectors_table_finalize;
  widget_class->grab_focus = tide_sectors_table_grab_focus;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_TAXONOMY] = g_param_spec_string ("taxonomy", NULL, NULL, NULL, flags);
  props[PROP_AMOUNT_KIND] = g_param_spec_string ("amount-kind", NULL, NULL, "agreement", flags);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  install_template (widget_class);
  tide_sectors_table_install_cells (widget_class);
  tide_sectors_table_install_keys (widget_class);
}

static void
tide_sectors_table_init (TideSectorsTable *self)
{
  self->amount_kind = TIDE_AMOUNT_KIND_AGREEMENT;
  self->tree = tide_sector_tree_new ();
  self->rows = gtk_tree_list_model_new (g_object_ref (tide_sector_tree_get_roots (self->tree)),
                                        FALSE, TRUE, create_children, NULL, NULL);
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  tide_number_column_align_title (self->column_view, self->count_column);
  tide_number_column_align_title (self->column_view, self->amount_column);
  tide_sectors_table_set_up_keys (self);
}

/* Public ------------------------------------------------------------------------------------ */

/**
 * tide_sectors_table_get_register:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the register whose sectors are shown
 */
TideRegister *
tide_sectors_table_get_register (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), NULL);

  return self->reg;
}

/**
 * tide_sectors_table_set_register:
 * @self: a table
 * @reg: (nullable): the register whose sectors are shown; no taxonomy of it is chosen
 */
void
tide_sectors_table_set_register (TideSectorsTable *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_SECTORS_TABLE (self));

  if (self->reg == reg)
    return;

  tide_sectors_table_set_taxonomy (self, NULL);
  g_set_object (&self->reg, reg);
  g_signal_group_set_target (self->links, reg);
  start_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_sectors_table_get_taxonomy:
 * @self: a table
 *
 * Returns: (nullable): id of the taxonomy whose sectors are shown
 */
const char *
tide_sectors_table_get_taxonomy (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), NULL);

  return self->taxonomy;
}

/**
 * tide_sectors_table_set_taxonomy:
 * @self: a table
 * @taxonomy: (nullable): id of the taxonomy whose sectors are shown
 */
void
tide_sectors_table_set_taxonomy (TideSectorsTable *self, const char *taxonomy)
{
  g_return_if_fail (TIDE_IS_SECTORS_TABLE (self));

  if (!g_set_str (&self->taxonomy, taxonomy))
    return;

  start_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAXONOMY]);
}

/**
 * tide_sectors_table_get_amount_kind:
 * @self: a table
 *
 * Returns: code of the kind of amount that is added up
 */
const char *
tide_sectors_table_get_amount_kind (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), NULL);

  return tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, self->amount_kind);
}

/**
 * tide_sectors_table_set_amount_kind:
 * @self: a table
 * @code: code of a kind of amount; one that there is not changes nothing
 */
void
tide_sectors_table_set_amount_kind (TideSectorsTable *self, const char *code)
{
  int kind;

  g_return_if_fail (TIDE_IS_SECTORS_TABLE (self));

  kind = tide_codes_find (TIDE_CODES_AMOUNT_KIND, code);
  if (kind < 0 || (int) self->amount_kind == kind)
    return;

  self->amount_kind = (TideAmountKind) kind;
  start_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AMOUNT_KIND]);
}

/**
 * tide_sectors_table_get_search:
 * @self: a table
 *
 * Returns: (nullable): what a name or a code must contain
 */
const char *
tide_sectors_table_get_search (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), NULL);

  return self->search;
}

/**
 * tide_sectors_table_set_search:
 * @self: a table
 * @search: (nullable): what a name in any language, or a code, must contain
 */
void
tide_sectors_table_set_search (TideSectorsTable *self, const char *search)
{
  g_return_if_fail (TIDE_IS_SECTORS_TABLE (self));

  if (!g_set_str (&self->search, search))
    return;

  if (self->reg != NULL)
    {
      g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);

      update_tree (self, snapshot);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

/**
 * tide_sectors_table_get_n_sectors:
 * @self: a table
 *
 * Returns: how many sectors the taxonomy has
 */
guint
tide_sectors_table_get_n_sectors (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), 0);

  return tide_sector_tree_get_n_sectors (self->tree);
}

/**
 * tide_sectors_table_get_n_shown:
 * @self: a table
 *
 * Returns: how many of them match the search
 */
guint
tide_sectors_table_get_n_shown (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), 0);

  return tide_sector_tree_get_n_shown (self->tree);
}

/**
 * tide_sectors_table_set_menu:
 * @self: a table
 * @menu: what can be done with the selected sector
 */
void
tide_sectors_table_set_menu (TideSectorsTable *self, GMenuModel *menu)
{
  g_return_if_fail (TIDE_IS_SECTORS_TABLE (self));
  g_return_if_fail (self->menu == NULL);

  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}

/**
 * tide_sectors_table_get_breakdown:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what the figures are made of; %NULL until it is counted
 */
const TideBreakdown *
tide_sectors_table_get_breakdown (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), NULL);

  return self->breakdown;
}

/**
 * tide_sectors_table_dup_total:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): the amount of the whole, in the unit of the column; %NULL
 *   until it is counted
 */
char *
tide_sectors_table_dup_total (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), NULL);

  return self->breakdown != NULL ? tide_sectors_table_dup_amount (self, self->breakdown->total)
                                 : NULL;
}

/**
 * tide_sectors_table_get_selection:
 * @self: a table
 *
 * Returns: (transfer none): the selection over the rows, which are #GtkTreeListRow
 */
GtkSelectionModel *
tide_sectors_table_get_selection (TideSectorsTable *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * tide_sectors_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the selected row
 */
TideSectorNode *
tide_sectors_table_get_selected (TideSectorsTable *self)
{
  GtkTreeListRow *row;
  g_autoptr (TideSectorNode) node = NULL;

  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), NULL);

  row = gtk_single_selection_get_selected_item (self->selection);
  if (row != NULL)
    node = gtk_tree_list_row_get_item (row);

  return node;
}

/**
 * tide_sectors_table_reveal:
 * @self: a table
 * @id: id of a sector
 *
 * Selects the sector, scrolls to it and moves the focus there.
 *
 * Returns: whether it has a row
 */
gboolean
tide_sectors_table_reveal (TideSectorsTable *self, const char *id)
{
  guint position;

  g_return_val_if_fail (TIDE_IS_SECTORS_TABLE (self), FALSE);

  if (self->refresh_id != 0)
    refresh (self);
  position = find_position (self, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  gtk_column_view_scroll_to (self->column_view, position, NULL,
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);

  return TRUE;
}
