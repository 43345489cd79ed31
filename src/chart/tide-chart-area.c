/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-area.h"

/**
 * TideChartArea:
 *
 * The marks of a chart, with one cursor and one highlight over them. It is the list that screen
 * readers meet. Tab enters it, the arrow keys, Home and End move the cursor, Enter, Space and a
 * click activate the mark.
 */
typedef struct
{
  GPtrArray *items; /* owned array of TideChartItem */
  GPtrArray *marks; /* owned array of children: TideChartMark by position */
  char *language;   /* owned, nullable */
  guint cursor;
  guint highlighted;
} TideChartAreaPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TideChartArea, tide_chart_area, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  CURSOR_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TideChartAreaPrivate *
get_private (TideChartArea *self)
{
  return tide_chart_area_get_instance_private (self);
}

static guint
pick (TideChartArea *self, double x, double y)
{
  return TIDE_CHART_AREA_GET_CLASS (self)->pick (self, x, y);
}

static void
move_cursor (TideChartArea *self, guint cursor)
{
  TideChartAreaPrivate *priv = get_private (self);

  if (priv->cursor == cursor)
    return;

  priv->cursor = cursor;
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

static gboolean
focus_cursor (TideChartArea *self)
{
  TideChartAreaPrivate *priv = get_private (self);
  guint position = priv->cursor < priv->marks->len ? priv->cursor : 0;
  TideChartMark *mark = tide_chart_area_get_mark (self, position);

  return mark != NULL && gtk_widget_grab_focus (GTK_WIDGET (mark));
}

static void
set_highlighted (TideChartArea *self, guint position)
{
  TideChartAreaPrivate *priv = get_private (self);
  TideChartMark *before = tide_chart_area_get_mark (self, priv->highlighted);
  TideChartMark *after = tide_chart_area_get_mark (self, position);

  if (priv->highlighted == position)
    return;

  if (before != NULL)
    tide_chart_mark_set_highlighted (before, FALSE);
  if (after != NULL)
    tide_chart_mark_set_highlighted (after, TRUE);
  priv->highlighted = position;

  if (TIDE_CHART_AREA_GET_CLASS (self)->highlight != NULL)
    TIDE_CHART_AREA_GET_CLASS (self)->highlight (self, position);
}

static void
on_mark_activated (TideChartMark *mark, TideChartArea *self)
{
  g_autoptr (TideChartItem) item = g_object_ref (tide_chart_mark_get_item (mark));

  g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
on_mark_has_focus (TideChartMark *mark, GParamSpec *pspec, TideChartArea *self)
{
  guint position;

  if (gtk_widget_has_focus (GTK_WIDGET (mark))
      && g_ptr_array_find (get_private (self)->marks, mark, &position))
    move_cursor (self, position);
}

static void
on_motion (TideChartArea *self, double x, double y)
{
  set_highlighted (self, pick (self, x, y));
}

static void
on_leave (TideChartArea *self)
{
  set_highlighted (self, GTK_INVALID_LIST_POSITION);
}

static void
on_released (TideChartArea *self, int n_press, double x, double y)
{
  TideChartMark *mark = tide_chart_area_get_mark (self, pick (self, x, y));

  if (mark == NULL || n_press > 1)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (mark));
  gtk_widget_activate (GTK_WIDGET (mark));
}

static gboolean
on_move_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TideChartArea *self = TIDE_CHART_AREA (widget);
  TideBarMove move = (TideBarMove) g_variant_get_int32 (args);
  guint position = TIDE_CHART_AREA_GET_CLASS (self)->move (self, get_private (self)->cursor, move);

  if (tide_chart_area_get_mark (self, position) == NULL)
    return FALSE;

  move_cursor (self, position);
  focus_cursor (self);

  return TRUE;
}

static gboolean
on_sideways_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean is_right = g_variant_get_boolean (args);
  TideBarMove move = is_right != is_mirrored ? TIDE_BAR_NEXT : TIDE_BAR_PREVIOUS;
  g_autoptr (GVariant) moved = g_variant_ref_sink (g_variant_new_int32 (move));

  return on_move_key (widget, moved, user_data);
}

static guint
tide_chart_area_real_move (TideChartArea *self, guint position, TideBarMove move)
{
  guint n_items = get_private (self)->items->len;
  gboolean is_somewhere = position < n_items;

  if (n_items == 0)
    return GTK_INVALID_LIST_POSITION;

  switch (move)
    {
    case TIDE_BAR_PREVIOUS:
      return is_somewhere ? MAX (position, 1) - 1 : n_items - 1;
    case TIDE_BAR_NEXT:
      return is_somewhere ? MIN (position + 1, n_items - 1) : 0;
    case TIDE_BAR_FIRST:
      return 0;
    case TIDE_BAR_LAST:
      return n_items - 1;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
tide_chart_area_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* One stop for Tab: the arrow keys move inside. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return focus_cursor (TIDE_CHART_AREA (widget));
}

static gboolean
tide_chart_area_grab_focus (GtkWidget *widget)
{
  return focus_cursor (TIDE_CHART_AREA (widget));
}

static gboolean
tide_chart_area_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  TideChartArea *self = TIDE_CHART_AREA (widget);
  guint position = is_keyboard ? get_private (self)->cursor : pick (self, x, y);
  TideChartMark *mark = tide_chart_area_get_mark (self, position);
  graphene_rect_t bounds;

  if (mark == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, tide_chart_mark_get_tooltip (mark));
  if (gtk_widget_compute_bounds (GTK_WIDGET (mark), widget, &bounds))
    gtk_tooltip_set_tip_area (
        tooltip, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                   (int) bounds.size.width, (int) bounds.size.height });

  return TRUE;
}

static void
tide_chart_area_dispose (GObject *object)
{
  TideChartAreaPrivate *priv = get_private (TIDE_CHART_AREA (object));

  g_clear_pointer (&priv->marks, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_chart_area_parent_class)->dispose (object);
}

static void
tide_chart_area_finalize (GObject *object)
{
  TideChartAreaPrivate *priv = get_private (TIDE_CHART_AREA (object));

  g_ptr_array_unref (priv->items);
  g_free (priv->language);

  G_OBJECT_CLASS (tide_chart_area_parent_class)->finalize (object);
}

static void
add_move_keys (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    guint keypad_key;
    TideBarMove move;
  } moves[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, TIDE_BAR_PREVIOUS },
    { GDK_KEY_Down, GDK_KEY_KP_Down, TIDE_BAR_NEXT },
    { GDK_KEY_Home, GDK_KEY_KP_Home, TIDE_BAR_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, TIDE_BAR_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (widget_class, moves[i].key, 0, on_move_key, "i", moves[i].move);
      gtk_widget_class_add_binding (widget_class, moves[i].keypad_key, 0, on_move_key, "i",
                                    moves[i].move);
    }

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_sideways_key, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, on_sideways_key, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_sideways_key, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, on_sideways_key, "b", TRUE);
}

static void
tide_chart_area_class_init (TideChartAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->move = tide_chart_area_real_move;
  object_class->dispose = tide_chart_area_dispose;
  object_class->finalize = tide_chart_area_finalize;
  widget_class->focus = tide_chart_area_focus;
  widget_class->grab_focus = tide_chart_area_grab_focus;
  widget_class->query_tooltip = tide_chart_area_query_tooltip;

  /**
   * TideChartArea::activated:
   * @item: the #TideChartItem
   *
   * A mark was activated.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_CHART_ITEM);
  /**
   * TideChartArea::cursor-moved:
   *
   * The cursor is at another position.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  add_move_keys (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
add_controllers (TideChartArea *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
tide_chart_area_init (TideChartArea *self)
{
  TideChartAreaPrivate *priv = get_private (self);

  priv->items = g_ptr_array_new ();
  priv->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  priv->cursor = priv->highlighted = GTK_INVALID_LIST_POSITION;

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

static void
add_mark (TideChartArea *self)
{
  GtkWidget *mark = TIDE_CHART_AREA_GET_CLASS (self)->create_mark (self);

  g_signal_connect (mark, "activated", G_CALLBACK (on_mark_activated), self);
  g_signal_connect (mark, "notify::has-focus", G_CALLBACK (on_mark_has_focus), self);
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  g_ptr_array_add (get_private (self)->marks, mark);
}

static guint
find_id (GPtrArray *items, const char *id)
{
  for (guint i = 0; id != NULL && i < items->len; i++)
    {
      if (g_strcmp0 (tide_chart_item_get_id (g_ptr_array_index (items, i)), id) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Where the cursor goes when the items are others. */
static guint
find_cursor (TideChartArea *self, GPtrArray *items)
{
  TideChartItem *item = tide_chart_area_get_item (self, get_private (self)->cursor);
  guint found
      = item != NULL ? find_id (items, tide_chart_item_get_id (item)) : GTK_INVALID_LIST_POSITION;

  if (item == NULL || items->len == 0)
    return GTK_INVALID_LIST_POSITION;

  return found < items->len ? found : MIN (get_private (self)->cursor, items->len - 1);
}

/**
 * tide_chart_area_set_items:
 * @self: an area
 * @items: (element-type TideChartItem): what it shows
 *
 * Shows other items. The cursor stays on the item with the same id; if that is gone, at the same
 * position as far as there is one.
 */
void
tide_chart_area_set_items (TideChartArea *self, GPtrArray *items)
{
  TideChartAreaPrivate *priv = get_private (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  guint cursor = find_cursor (self, items);

  set_highlighted (self, GTK_INVALID_LIST_POSITION);
  g_ptr_array_unref (priv->items);
  priv->items = g_ptr_array_ref (items);

  g_ptr_array_set_size (priv->marks, (int) MIN (items->len, priv->marks->len));
  while (priv->marks->len < items->len)
    add_mark (self);

  tide_chart_area_update (self);
  move_cursor (self, cursor);
  if (had_focus)
    focus_cursor (self);
}

guint
tide_chart_area_get_n_items (TideChartArea *self)
{
  return get_private (self)->items->len;
}

/**
 * tide_chart_area_get_item:
 * @self: an area
 * @position: a position
 *
 * Returns: (transfer none) (nullable) (type TideChartItem): the item there, if there is one
 */
gpointer
tide_chart_area_get_item (TideChartArea *self, guint position)
{
  TideChartAreaPrivate *priv = get_private (self);

  return position < priv->items->len ? g_ptr_array_index (priv->items, position) : NULL;
}

/**
 * tide_chart_area_get_mark:
 * @self: an area
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the mark there, if there is one
 */
TideChartMark *
tide_chart_area_get_mark (TideChartArea *self, guint position)
{
  TideChartAreaPrivate *priv = get_private (self);

  return position < priv->marks->len ? g_ptr_array_index (priv->marks, position) : NULL;
}

/**
 * tide_chart_area_update:
 * @self: an area
 *
 * Shows the items anew, as something that they are shown by has changed.
 */
void
tide_chart_area_update (TideChartArea *self)
{
  TideChartAreaPrivate *priv = get_private (self);

  set_highlighted (self, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < priv->marks->len; i++)
    tide_chart_mark_set_item (g_ptr_array_index (priv->marks, i),
                              g_ptr_array_index (priv->items, i));

  TIDE_CHART_AREA_GET_CLASS (self)->update (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tide_chart_area_set_language:
 * @self: an area
 * @language: (nullable): language of Han characters
 *
 * Sets the language whose glyphs Han characters get.
 */
void
tide_chart_area_set_language (TideChartArea *self, const char *language)
{
  g_set_str (&get_private (self)->language, language);
  tide_chart_area_update (self);
}

const char *
tide_chart_area_get_language (TideChartArea *self)
{
  return get_private (self)->language;
}

/**
 * tide_chart_area_set_cursor:
 * @self: an area
 * @cursor: a position; none if there is no such mark
 *
 * Moves the cursor, and the focus if it is inside.
 */
void
tide_chart_area_set_cursor (TideChartArea *self, guint cursor)
{
  gboolean is_there = cursor < get_private (self)->marks->len;

  move_cursor (self, is_there ? cursor : GTK_INVALID_LIST_POSITION);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    focus_cursor (self);
}

guint
tide_chart_area_get_cursor (TideChartArea *self)
{
  return get_private (self)->cursor;
}
