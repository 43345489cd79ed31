/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-board-column-private.h"

#include "stats/tide-figure-text.h"
#include "ui/lists/tide-board-card.h"

#include <glib/gi18n-lib.h>

/* Of a column that shows no cards, and of others until another width is set; in pixels. */
#define NARROW_WIDTH 112
#define WIDTH 272

G_DEFINE_FINAL_TYPE (TideBoardColumn, tide_board_column, ADW_TYPE_BIN)

typedef enum
{
  PROP_FOLDED = 1,
} TideBoardColumnProperty;

static GParamSpec *props[PROP_FOLDED + 1];

/* Cards ------------------------------------------------------------------------------------- */

static void
show_card (TideBoardColumn *self, GtkListItem *item)
{
  GtkWidget *card = gtk_list_item_get_child (item);
  TideProject *project = gtk_list_item_get_item (item);
  g_autofree char *description = NULL;

  tide_board_card_show (TIDE_BOARD_CARD (card), self->reg, tide_view_get_snapshot (self->view),
                        tide_project_get_payload (project), self->amount_kind);
  description = tide_board_card_dup_description (TIDE_BOARD_CARD (card));
  gtk_list_item_set_accessible_label (item, description);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (TIDE_TYPE_BOARD_CARD, NULL));
}

/* To a screen reader it is a list: the grid is one for keeping fewer cards than a list view. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, TideBoardColumn *self)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    g_object_set (row, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  g_hash_table_add (self->items, g_object_ref (item));
  show_card (self, item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, TideBoardColumn *self)
{
  g_hash_table_remove (self->items, item);
}

/* GTK binds a card that has the focus only where its item is another one. */
static void
on_items_changed (
    GListModel *slice, guint position, guint removed, guint added, TideBoardColumn *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      const guint shown = gtk_list_item_get_position (item);

      if (gtk_list_item_get_item (item) != NULL && shown >= position && shown - position < added)
        show_card (self, item);
    }
}

static void
show_all_cards (TideBoardColumn *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_item (item) != NULL)
      show_card (self, item);
}

static void
on_activated (GtkGridView *list, guint position, TideBoardColumn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "project.open", NULL);
}

/* Header ------------------------------------------------------------------------------------ */

static char *
dup_count (guint n)
{
  /* Translators: how many projects there are */
  return g_strdup_printf (ngettext ("%u project", "%u projects", n), n);
}

static char *
dup_excluded (const TideFigure *figure)
{
  const guint n = figure != NULL ? tide_figure_get_n_excluded (figure) : 0;

  if (n == 0)
    return NULL;

  /* Translators: how many of the projects of a list its total does not count */
  return g_strdup_printf (ngettext ("%u left out", "%u left out", n), n);
}

static void
show_figure (TideBoardColumn *self, const TideFigure *figure, char **value)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  const TideUnit unit = tide_unit_get_shown (tide_snapshot_get_settings (snapshot)->unit);
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *excluded = dup_excluded (figure);
  g_autofree char *explanation = NULL;

  if (figure != NULL)
    {
      *value = tide_figure_dup_value (figure, unit, language);
      explanation = tide_figure_dup_amount_explanation (figure, snapshot, language);
    }
  gtk_label_set_text (self->amount_label, *value != NULL ? *value : "");
  gtk_label_set_text (self->excluded_label, excluded != NULL ? excluded : "");
  gtk_widget_set_visible (GTK_WIDGET (self->excluded_label), excluded != NULL);
  gtk_widget_set_tooltip_text (self->header, explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  explanation != NULL ? explanation : "", -1);
}

static void
show_name (TideBoardColumn *self, guint n, const char *value)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *count = dup_count (n);
  g_autofree char *label = tide_text_dup_isolated (self->label);
  /* Translators: a group of projects, and how many they are, read aloud: “Signed, 8 projects” */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), label, count);
  /* Translators: what a column of projects holds, and their amount, read aloud: “Signed, 8
   * projects, 12.3 billion yuan” */
  g_autofree char *full = g_strdup_printf (_ ("%s, %s"), name, value);

  gtk_label_set_text (self->count_label, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  value[0] != '\0' ? full : name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  value[0] != '\0' ? full : name, -1);
}

static void
update_header (TideBoardColumn *self)
{
  g_autoptr (TideProjectGroup) group = g_signal_group_dup_target (self->group_links);
  const guint n = group != NULL ? tide_project_group_get_n_projects (group) : 0;
  g_autofree char *value = NULL;

  if (self->reg != NULL)
    show_figure (self, group != NULL ? tide_project_group_get_figure (group) : NULL, &value);
  show_name (self, n, value != NULL ? value : "");
}

static gboolean
has_projects (TideBoardColumn *self)
{
  return self->slice != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->slice)) > 0;
}

/* With nothing to show the column takes no more room than its name. */
static void
update_width (TideBoardColumn *self)
{
  const gboolean has_cards = tide_board_column_has_cards (self);

  gtk_widget_set_size_request (GTK_WIDGET (self), has_cards ? self->width : NARROW_WIDTH, -1);
  gtk_widget_set_visible (self->scroller, has_cards);
  gtk_widget_set_visible (self->placeholder, !has_projects (self));
  gtk_widget_set_visible (self->figure_box, has_projects (self));
  gtk_widget_set_sensitive (self->fold_button, has_projects (self));
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), has_projects (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->figure_box),
                                  has_cards ? GTK_ORIENTATION_HORIZONTAL
                                            : GTK_ORIENTATION_VERTICAL);
  gtk_image_set_from_icon_name (self->arrow,
                                self->is_folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               !self->is_folded, -1);
}

static void
on_fold_clicked (TideBoardColumn *self)
{
  tide_board_column_set_folded (self, !self->is_folded);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_board_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideBoardColumnProperty) id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, tide_board_column_get_folded (TIDE_BOARD_COLUMN (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_board_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TideBoardColumnProperty) id)
    {
    case PROP_FOLDED:
      tide_board_column_set_folded (TIDE_BOARD_COLUMN (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_board_column_dispose (GObject *object)
{
  TideBoardColumn *self = TIDE_BOARD_COLUMN (object);

  if (self->list != NULL)
    tide_board_column_set_rows (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_BOARD_COLUMN);
  g_clear_object (&self->group_links);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_board_column_parent_class)->dispose (object);
}

static void
tide_board_column_finalize (GObject *object)
{
  TideBoardColumn *self = TIDE_BOARD_COLUMN (object);

  g_hash_table_unref (self->items);
  g_free (self->label);
  g_free (self->key);

  G_OBJECT_CLASS (tide_board_column_parent_class)->finalize (object);
}

static gboolean
tide_board_column_grab_focus (GtkWidget *widget)
{
  TideBoardColumn *self = TIDE_BOARD_COLUMN (widget);

  if (!tide_board_column_has_cards (self))
    return gtk_widget_grab_focus (self->fold_button);

  tide_board_column_focus (self, 0, FALSE);

  return TRUE;
}

static void
tide_board_column_class_init (TideBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_board_column_get_property;
  object_class->set_property = tide_board_column_set_property;
  object_class->dispose = tide_board_column_dispose;
  object_class->finalize = tide_board_column_finalize;
  widget_class->grab_focus = tide_board_column_grab_focus;

  props[PROP_FOLDED]
      = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, drop_target);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, header);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, fold_button);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, arrow);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, count_label);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, figure_box);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, amount_label);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, excluded_label);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, placeholder);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, scroller);
  gtk_widget_class_bind_template_child (widget_class, TideBoardColumn, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_clicked);
  tide_board_column_install_pointer (widget_class);
  gtk_widget_class_set_css_name (widget_class, "board-column");
}

static void
tide_board_column_init (TideBoardColumn *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->amount_kind = TIDE_AMOUNT_KIND_AGREEMENT;
  self->width = WIDTH;
  self->items = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_board_column_set_up_pointer (self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_DEFAULT);
  gtk_grid_view_set_factory (self->list, factory);
  self->group_links = g_signal_group_new (TIDE_TYPE_PROJECT_GROUP);
  g_signal_group_connect_swapped (self->group_links, "changed", G_CALLBACK (update_header), self);
}

/**
 * tide_board_column_new:
 * @key: code of a stage, or `none`
 * @label: what it is called
 *
 * Returns: (transfer floating): a column without cards
 */
TideBoardColumn *
tide_board_column_new (const char *key, const char *label)
{
  TideBoardColumn *self = g_object_new (TIDE_TYPE_BOARD_COLUMN, NULL);

  self->key = g_strdup (key);
  self->label = g_strdup (label);
  gtk_label_set_text (self->name_label, label);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self->name_label),
      tide_codes_get_definition (TIDE_CODES_STAGE, key, tide_language_get_default ()));
  update_header (self);
  update_width (self);

  return self;
}

/**
 * tide_board_column_get_key:
 * @self: a column
 *
 * Returns: (transfer none): code of its stage, or `none`
 */
const char *
tide_board_column_get_key (TideBoardColumn *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD_COLUMN (self), NULL);

  return self->key;
}

/**
 * tide_board_column_set_register:
 * @self: a column
 * @reg: (nullable): the register that the projects are of
 */
void
tide_board_column_set_register (TideBoardColumn *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_BOARD_COLUMN (self));

  g_set_object (&self->reg, reg);
}

/**
 * tide_board_column_set_amount_kind:
 * @self: a column
 * @kind: which amounts its cards show
 */
void
tide_board_column_set_amount_kind (TideBoardColumn *self, TideAmountKind kind)
{
  g_return_if_fail (TIDE_IS_BOARD_COLUMN (self));

  if (self->amount_kind == kind)
    return;

  self->amount_kind = kind;
  show_all_cards (self);
}

/**
 * tide_board_column_set_rows:
 * @self: a column
 * @view: (nullable): the projects on view
 * @rows: (nullable): a selection over them, of which the column shows a slice; %NULL for no cards
 *
 * The cards themselves are made by tide_board_column_fill().
 */
void
tide_board_column_set_rows (TideBoardColumn *self, TideView *view, GtkSelectionModel *rows)
{
  g_return_if_fail (TIDE_IS_BOARD_COLUMN (self));

  gtk_grid_view_set_model (self->list, NULL);
  g_clear_object (&self->slice);
  g_set_object (&self->view, view);
  if (rows != NULL)
    {
      self->slice = tide_board_slice_new (rows);
      g_signal_connect_object (self->slice, "items-changed", G_CALLBACK (update_width), self,
                               G_CONNECT_SWAPPED);
    }
  update_width (self);
}

/**
 * tide_board_column_fill:
 * @self: a column
 *
 * Makes the cards where that has not been done, so that a board can do so column by column.
 *
 * Returns: whether there was something to do
 */
gboolean
tide_board_column_fill (TideBoardColumn *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD_COLUMN (self), FALSE);

  if (self->slice == NULL || gtk_grid_view_get_model (self->list) != NULL)
    return FALSE;

  gtk_grid_view_set_model (self->list, GTK_SELECTION_MODEL (self->slice));
  g_signal_connect_object (self->slice, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_DEFAULT);

  return TRUE;
}

/**
 * tide_board_column_get_slice:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): its cards
 */
TideBoardSlice *
tide_board_column_get_slice (TideBoardColumn *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD_COLUMN (self), NULL);

  return self->slice;
}

/**
 * tide_board_column_set_group:
 * @self: a column
 * @group: (nullable): what is known of its projects; %NULL where there are none
 *
 * From then on the column follows the group.
 */
void
tide_board_column_set_group (TideBoardColumn *self, TideProjectGroup *group)
{
  g_autoptr (TideProjectGroup) before = NULL;

  g_return_if_fail (TIDE_IS_BOARD_COLUMN (self));

  before = g_signal_group_dup_target (self->group_links);
  if (before == group)
    return;

  g_signal_group_set_target (self->group_links, group);
  update_header (self);
}

/**
 * tide_board_column_get_folded:
 * @self: a column
 *
 * Returns: whether its cards are hidden
 */
gboolean
tide_board_column_get_folded (TideBoardColumn *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD_COLUMN (self), FALSE);

  return self->is_folded;
}

/**
 * tide_board_column_set_folded:
 * @self: a column
 * @folded: whether its cards are hidden
 */
void
tide_board_column_set_folded (TideBoardColumn *self, gboolean folded)
{
  g_return_if_fail (TIDE_IS_BOARD_COLUMN (self));

  if (self->is_folded == folded)
    return;

  self->is_folded = folded;
  update_width (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

/**
 * tide_board_column_set_width:
 * @self: a column
 * @width: how wide it is where it shows cards, in pixels
 */
void
tide_board_column_set_width (TideBoardColumn *self, int width)
{
  g_return_if_fail (TIDE_IS_BOARD_COLUMN (self));

  self->width = width;
  update_width (self);
}

/**
 * tide_board_column_has_cards:
 * @self: a column
 *
 * Returns: whether it shows cards: it has some, and is not folded
 */
gboolean
tide_board_column_has_cards (TideBoardColumn *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD_COLUMN (self), FALSE);

  return has_projects (self) && !self->is_folded;
}

/**
 * tide_board_column_find_focused:
 * @self: a column
 *
 * Returns: position in its slice of the card that has the focus, or %GTK_INVALID_LIST_POSITION
 */
guint
tide_board_column_find_focused (TideBoardColumn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer item;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return GTK_INVALID_LIST_POSITION;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_widget_is_ancestor (gtk_list_item_get_child (item), focus))
      return gtk_list_item_get_position (item);

  return GTK_INVALID_LIST_POSITION;
}

/**
 * tide_board_column_find_card:
 * @self: a column
 * @position: position in its slice
 *
 * Returns: (transfer none) (nullable): the card that shows it, if one does
 */
GtkWidget *
tide_board_column_find_card (TideBoardColumn *self, guint position)
{
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (TIDE_IS_BOARD_COLUMN (self), NULL);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_position (item) == position)
      return gtk_list_item_get_child (item);

  return NULL;
}

/**
 * tide_board_column_find_at:
 * @self: a column that shows cards
 * @y: height in the column, in pixels from its top
 *
 * Returns: position of the card there, or else of the nearest one that can be seen;
 *   %GTK_INVALID_LIST_POSITION where none is drawn yet
 */
guint
tide_board_column_find_at (TideBoardColumn *self, double y)
{
  guint nearest = GTK_INVALID_LIST_POSITION;
  double least = G_MAXDOUBLE;
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (TIDE_IS_BOARD_COLUMN (self), GTK_INVALID_LIST_POSITION);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *card = gtk_list_item_get_child (item);
      graphene_rect_t bounds;
      double distance;

      if (!gtk_widget_get_mapped (card)
          || !gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds))
        continue;
      distance = ABS (y - (double) (bounds.origin.y + bounds.size.height / 2));
      if (distance < least)
        {
          least = distance;
          nearest = gtk_list_item_get_position (item);
        }
    }

  return nearest;
}

/**
 * tide_board_column_scroll_to:
 * @self: a column that shows cards
 * @position: position in its slice
 * @selects: whether the card comes to be selected alone
 *
 * Scrolls to the card, which has the focus once the column's list gets it.
 */
void
tide_board_column_scroll_to (TideBoardColumn *self, guint position, gboolean selects)
{
  g_return_if_fail (TIDE_IS_BOARD_COLUMN (self));

  tide_board_column_fill (self);
  gtk_grid_view_scroll_to (self->list, position,
                           GTK_LIST_SCROLL_FOCUS | (selects ? GTK_LIST_SCROLL_SELECT : 0), NULL);
}

/**
 * tide_board_column_focus:
 * @self: a column that shows cards
 * @position: position in its slice
 * @selects: whether the card comes to be selected alone
 *
 * Scrolls to the card and moves the focus there.
 */
void
tide_board_column_focus (TideBoardColumn *self, guint position, gboolean selects)
{
  g_return_if_fail (TIDE_IS_BOARD_COLUMN (self));

  tide_board_column_scroll_to (self, position, selects);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
