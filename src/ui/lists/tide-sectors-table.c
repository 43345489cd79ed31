/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-sectors-table.h"

#include "ui/lists/tide-number-column.h"
#include "ui/lists/tide-sector-tree.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _TideSectorsTable
{
  AdwBin parent_instance;

  TideRegister *reg; /* owned; nullable */
  char *taxonomy;    /* owned; nullable */
  char *search;      /* owned; nullable */
  TideAmountKind amount_kind;

  TideSectorTree *tree;
  GtkTreeListModel *rows;   /* owned */
  TideBreakdown *breakdown; /* owned; nullable: nothing has been counted yet */
  GCancellable *counting;   /* owned; nullable: of the figures under way */
  GSignalGroup *links;      /* owned: its target is the register */
  guint refresh_id;
  GtkPopover *menu; /* owned as a child; nullable */

  /* template children */
  GtkColumnView *column_view;
  GtkSingleSelection *selection;
  GtkColumnViewColumn *count_column;
  GtkColumnViewColumn *amount_column;
};

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

/* What is counted in a thread. */
typedef struct
{
  TideSnapshot *snapshot;
  char *taxonomy;
  TideAmountKind kind;
} Order;

static void
order_free (Order *order)
{
  tide_snapshot_unref (order->snapshot);
  g_free (order->taxonomy);
  g_free (order);
}

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

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  const TideValuation valuation = { .kind = order->kind };
  g_autoptr (TideColumns) columns = tide_columns_new (order->snapshot, &valuation, NULL);

  g_task_return_pointer (
      task, tide_breakdown_new (columns, TIDE_GROUPING_SECTOR_TREE, order->taxonomy, NULL),
      (GDestroyNotify) tide_breakdown_free);
}

static void
take_breakdown (TideSectorsTable *self, TideSnapshot *snapshot, TideBreakdown *breakdown)
{
  g_autoptr (TideBreakdown) old = self->breakdown;

  self->breakdown = breakdown;
  update_tree (self, snapshot);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideSectorsTable) self = data;
  const Order *order = g_task_get_task_data (G_TASK (result));
  TideBreakdown *breakdown = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: something else is being counted. */
  if (breakdown == NULL)
    return;

  g_clear_object (&self->counting);
  take_breakdown (self, order->snapshot, breakdown);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
stop_counting (TideSectorsTable *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/* The task does not hold the table, which must not go in the thread. */
static void
start_counting (TideSectorsTable *self, TideSnapshot *snapshot)
{
  g_autoptr (GTask) task = NULL;
  Order *order = g_new0 (Order, 1);

  stop_counting (self);
  self->counting = g_cancellable_new ();
  order->snapshot = tide_snapshot_ref (snapshot);
  order->taxonomy = g_strdup (self->taxonomy);
  order->kind = self->amount_kind;
  task = g_task_new (NULL, self->counting, on_counted, g_object_ref (self));
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, count);
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
    start_counting (self, snapshot);
}

/* Figures of another taxonomy or kind say nothing any more. */
static void
start_anew (TideSectorsTable *self)
{
  stop_counting (self);
  if (self->reg != NULL)
    {
      g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);

      take_breakdown (self, snapshot, NULL);
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

/* Cells ------------------------------------------------------------------------------------- */

static TideSectorNode *
get_node (GtkColumnViewCell *cell)
{
  GtkTreeListRow *row = gtk_column_view_cell_get_item (cell);
  g_autoptr (TideSectorNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node;
}

static gboolean
has_nested (TideSectorsTable *self)
{
  GListModel *roots = tide_sector_tree_get_roots (self->tree);

  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr (TideSectorNode) node = g_list_model_get_item (roots, i);

      if (g_list_model_get_n_items (G_LIST_MODEL (tide_sector_node_get_children (node))) > 0)
        return TRUE;
    }

  return FALSE;
}

/* How many of a sector's projects another taxonomy has led to it. */
static void
show_mapped (GtkWidget *label, const TideFigure *figure)
{
  const guint n = figure != NULL ? figure->n_mapped : 0;
  g_autofree char *text = NULL;
  g_autofree char *explanation = NULL;

  gtk_widget_set_visible (label, n > 0);
  if (n == 0)
    return;

  /* Translators: how many of a sector's projects belong to it by way of another classification */
  text = g_strdup_printf (ngettext ("%u mapped", "%u mapped", n), n);
  explanation = g_strdup_printf (
      ngettext (
          /* Translators: why a sector counts projects that are not recorded in it */
          "%u project belongs here because its class in another classification maps to this one",
          "%u projects belong here because their classes in another classification map to this one",
          n),
      n);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, explanation);
}

static void
show_name (GtkColumnViewCell *cell)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_column_view_cell_get_child (cell));
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  GtkWidget *label = gtk_widget_get_first_child (box);
  TideSectorNode *node = get_node (cell);
  const TideSectorPayload *sector = tide_sector_node_get_sector (node);
  const gboolean is_retired = sector != NULL && sector->retired;
  g_autofree char *text = tide_sector_node_dup_label (node, tide_language_get_default ());

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), is_retired);
  show_mapped (gtk_widget_get_last_child (box), tide_sector_node_get_figure (node));
  if (is_retired || sector == NULL)
    gtk_widget_add_css_class (label, "dimmed");
  else
    gtk_widget_remove_css_class (label, "dimmed");
}

static void
show_code (GtkColumnViewCell *cell)
{
  const TideSectorPayload *sector = tide_sector_node_get_sector (get_node (cell));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)),
                            sector != NULL ? sector->code : NULL);
}

static void
show_count (GtkColumnViewCell *cell)
{
  GtkWidget *button = gtk_column_view_cell_get_child (cell);
  const TideFigure *figure = tide_sector_node_get_figure (get_node (cell));
  g_autofree char *text = g_strdup_printf ("%u", figure != NULL ? figure->n_counted : 0);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_visible (button, figure != NULL);
  gtk_widget_set_sensitive (button, figure != NULL && figure->n_counted > 0);
}

static char *
dup_amount (TideSectorsTable *self, const TideFigure *figure)
{
  const TideSettings *settings = tide_register_get_settings (self->reg);

  if (figure == NULL)
    return NULL;
  if (figure->is_overflow)
    return g_strdup (_ ("Too Large to Add Up"));
  if (figure->n_with_amount == 0 || figure->base.currency[0] == '\0')
    return g_strdup ("—");

  return tide_money_dup_number (&figure->base, tide_unit_get_shown (settings->unit));
}

static void
show_amount (GtkColumnViewCell *cell, TideSectorsTable *self)
{
  GtkWidget *button = gtk_column_view_cell_get_child (cell);
  const TideFigure *figure = tide_sector_node_get_figure (get_node (cell));
  g_autofree char *text = self->reg != NULL ? dup_amount (self, figure) : NULL;

  gtk_button_set_label (GTK_BUTTON (button), text != NULL ? text : "");
  gtk_widget_set_visible (button, text != NULL);
  gtk_widget_set_sensitive (button, figure != NULL && figure->n_with_amount > 0);
}

static void
on_name_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *retired = gtk_label_new (_ ("Retired"));
  GtkWidget *mapped = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (retired, "caption");
  gtk_widget_add_css_class (retired, "dimmed");
  gtk_widget_add_css_class (mapped, "caption");
  gtk_widget_add_css_class (mapped, "dimmed");
  gtk_widget_add_css_class (mapped, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), retired);
  gtk_box_append (GTK_BOX (box), mapped);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_column_view_cell_set_child (cell, expander);
}

static void
on_name_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, TideSectorsTable *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_column_view_cell_get_child (cell));

  gtk_tree_expander_set_list_row (expander, gtk_column_view_cell_get_item (cell));
  /* A list without any tree needs no room for arrows. */
  gtk_tree_expander_set_indent_for_icon (expander, has_nested (self));
  g_signal_connect_object (get_node (cell), "changed", G_CALLBACK (show_name), cell,
                           G_CONNECT_SWAPPED);
  show_name (cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_handlers_disconnect_by_data (get_node (cell), cell);
}

static GtkWidget *
inscription_new (void)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (text, "numeric");

  return text;
}

static void
on_code_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, inscription_new ());
}

static void
on_code_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_connect_object (get_node (cell), "changed", G_CALLBACK (show_code), cell,
                           G_CONNECT_SWAPPED);
  show_code (cell);
}

static void
request_projects (TideSectorsTable *self, TideSectorNode *node)
{
  const TideFigure *figure = node != NULL ? tide_sector_node_get_figure (node) : NULL;

  if (figure != NULL && figure->n_counted > 0)
    g_signal_emit (self, signals[FILTER_REQUESTED], 0, figure->filter);
}

static void
on_figure_clicked (GtkWidget *button, GtkColumnViewCell *cell)
{
  GtkWidget *self = gtk_widget_get_ancestor (button, TIDE_TYPE_SECTORS_TABLE);

  request_projects (TIDE_SECTORS_TABLE (self), get_node (cell));
}

static GtkWidget *
figure_new (GtkColumnViewCell *cell)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "figure");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_figure_clicked), cell,
                           G_CONNECT_DEFAULT);

  return button;
}

static void
on_count_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *button = figure_new (cell);

  gtk_widget_set_tooltip_text (button, _ ("Show These Projects"));
  gtk_column_view_cell_set_child (cell, button);
}

static void
on_count_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_connect_object (get_node (cell), "changed", G_CALLBACK (show_count), cell,
                           G_CONNECT_SWAPPED);
  show_count (cell);
}

/* All digits, worked out only when they are asked for. */
static gboolean
on_query_amount (GtkWidget *button,
                 int x,
                 int y,
                 gboolean is_keyboard,
                 GtkTooltip *tooltip,
                 GtkColumnViewCell *cell)
{
  TideSectorNode *node = get_node (cell);
  const TideFigure *figure = node != NULL ? tide_sector_node_get_figure (node) : NULL;
  g_autofree char *exact = NULL;

  if (figure == NULL || figure->is_overflow || figure->n_with_amount == 0)
    return FALSE;

  exact = tide_money_dup_exact (&figure->base, tide_language_get_default ());
  gtk_tooltip_set_text (tooltip, exact);

  return *exact != '\0';
}

static void
on_amount_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *button = figure_new (cell);

  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect_object (button, "query-tooltip", G_CALLBACK (on_query_amount), cell,
                           G_CONNECT_DEFAULT);
  gtk_column_view_cell_set_child (cell, button);
}

static void
on_amount_node_changed (TideSectorNode *node, GtkColumnViewCell *cell)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  GtkWidget *self = gtk_widget_get_ancestor (child, TIDE_TYPE_SECTORS_TABLE);

  if (self != NULL)
    show_amount (cell, TIDE_SECTORS_TABLE (self));
}

static void
on_amount_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, TideSectorsTable *self)
{
  g_signal_connect_object (get_node (cell), "changed", G_CALLBACK (on_amount_node_changed), cell,
                           G_CONNECT_DEFAULT);
  show_amount (cell, self);
}

/* Keys -------------------------------------------------------------------------------------- */

static void
on_row_activated (TideSectorsTable *self, guint position)
{
  TideSectorNode *node;

  gtk_single_selection_set_selected (self->selection, position);
  node = tide_sectors_table_get_selected (self);
  if (node == NULL)
    return;

  if (tide_sector_node_get_sector (node) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "sector.edit", NULL);
  else
    request_projects (self, node);
}

static void
on_selection_changed (TideSectorsTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static GtkTreeExpander *
find_expander (GtkWidget *widget)
{
  if (GTK_IS_TREE_EXPANDER (widget))
    return GTK_TREE_EXPANDER (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkTreeExpander *found = find_expander (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The position of the row at a point of the view, its paddings included. */
static guint
find_position_at (TideSectorsTable *self, double x, double y)
{
  GtkWidget *view = GTK_WIDGET (self->column_view);
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkTreeExpander *expander;

  while (widget != NULL && widget != view && strcmp (gtk_widget_get_css_name (widget), "row") != 0)
    widget = gtk_widget_get_parent (widget);
  expander = widget != NULL && widget != view ? find_expander (widget) : NULL;

  return expander != NULL
             ? gtk_tree_list_row_get_position (gtk_tree_expander_get_list_row (expander))
             : GTK_INVALID_LIST_POSITION;
}

static void
show_menu_at (TideSectorsTable *self, double x, double y)
{
  const guint position = find_position_at (self, x, y);
  graphene_point_t point;

  if (position == GTK_INVALID_LIST_POSITION || self->menu == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->column_view), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  gtk_single_selection_set_selected (self->selection, position);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
on_secondary_pressed (TideSectorsTable *self, int n_press, double x, double y)
{
  show_menu_at (self, x, y);
}

/* Unfolds or folds the selected row; one that is so already, or has nothing below it, leaves the
 * key to the view. */
static gboolean
on_fold_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  TideSectorsTable *self = data;
  const gboolean is_right = g_variant_get_boolean (args);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row == NULL || !gtk_tree_list_row_is_expandable (row)
      || gtk_tree_list_row_get_expanded (row) == (is_right != is_rtl))
    return GDK_EVENT_PROPAGATE;

  gtk_tree_list_row_set_expanded (row, is_right != is_rtl);

  return GDK_EVENT_STOP;
}

static void
add_fold_keys (TideSectorsTable *self)
{
  static const struct
  {
    guint key;
    gboolean is_right;
  } keys[] = {
    { GDK_KEY_Left, FALSE },
    { GDK_KEY_KP_Left, FALSE },
    { GDK_KEY_Right, TRUE },
    { GDK_KEY_KP_Right, TRUE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (
          gtk_keyval_trigger_new (keys[i].key, 0),
          gtk_callback_action_new (on_fold_pressed, self, NULL), "b", keys[i].is_right);

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), controller);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsTable *self = TIDE_SECTORS_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (self->menu == NULL || tide_sectors_table_get_selected (self) == NULL || focus == NULL
      || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;

  gtk_popover_set_pointing_to (
      self->menu, &(GdkRectangle) { (int) bounds.origin.x + 24,
                                    (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
show_projects (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsTable *self = TIDE_SECTORS_TABLE (widget);

  request_projects (self, tide_sectors_table_get_selected (self));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sector.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "sector.show-projects", NULL, show_projects);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_SECTORS_TABLE, NULL);
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

  stop_counting (self);
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
  gtk_widget_class_bind_template_callback (widget_class, on_amount_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_code_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_code_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_count_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_count_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_name_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_name_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, show_menu_at);
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
  install_actions (widget_class);
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
  add_fold_keys (self);
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

  return self->breakdown != NULL ? dup_amount (self, self->breakdown->total) : NULL;
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
