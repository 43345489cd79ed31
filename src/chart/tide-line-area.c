/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-area-private.h"

#include "chart/tide-chart-axis.h"
#include "chart/tide-chart-text.h"
#include "chart/tide-line-cursor.h"
#include "chart/tide-line-plot.h"
#include "chart/tide-line-points.h"
#include "chart/tide-line-text.h"
#include "chart/tide-time-axis.h"

#include <math.h>

/* Sizes in heights of a line of text, so that they follow the size of the text. */
#define LEAST_WIDTH 8.0
#define NATURAL_WIDTH 24.0
#define LEAST_HEIGHT 9.0
#define NATURAL_HEIGHT 13.0

G_DEFINE_FINAL_TYPE (TideLineArea, tide_line_area, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  CURSOR_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TidePoint *
get_point (TideLineArea *self, guint position)
{
  GPtrArray *points = self->table->points;

  return position < points->len ? g_ptr_array_index (points, position) : NULL;
}

static TideLinePlace
get_place (TideLineArea *self, guint position)
{
  return position < self->table->points->len ? self->table->places[position] : TIDE_LINE_NOWHERE;
}

static gboolean
has_focus (TideLineArea *self)
{
  return tide_line_points_has_focus (TIDE_LINE_POINTS (self->points));
}

static void
show_cursor_at (TideLineArea *self, guint position, const TideLineDot *dot)
{
  TideLineCursor *cursor = TIDE_LINE_CURSOR (self->cursor);
  const TideBox *plot = &self->layout->plot;
  TideSpot spot = { dot->x, dot->is_known ? dot->y : plot->y + plot->height };
  GdkRGBA color = tide_line_plot_get_color (TIDE_LINE_PLOT (self->plot),
                                            self->table->places[position].series);
  g_autofree char *text = tide_line_text_dup_tooltip (get_point (self, position));

  tide_line_cursor_set_text (cursor, text, self->language);
  tide_line_cursor_show (cursor, plot, &spot, &color);
}

/* At what the pointer is at, else at the cursor while the keyboard is used here. */
static void
update_cursor (TideLineArea *self)
{
  guint position = self->highlighted;
  const TideLineDot *dot = NULL;

  if (position == GTK_INVALID_LIST_POSITION && has_focus (self) && !self->was_clicked)
    position = self->position;
  if (self->layout != NULL)
    dot = tide_line_layout_get_dot (self->layout, get_place (self, position));

  if (dot != NULL)
    show_cursor_at (self, position, dot);
  else
    tide_line_cursor_hide (TIDE_LINE_CURSOR (self->cursor));
}

static void
move_cursor (TideLineArea *self, guint position)
{
  if (self->position == position)
    return;

  self->position = position;
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
  update_cursor (self);
}

static guint
pick_position (TideLineArea *self, double x, double y)
{
  TideLinePlace place
      = self->layout != NULL ? tide_line_layout_find (self->layout, x, y) : TIDE_LINE_NOWHERE;

  return tide_line_table_get_position (self->table, place);
}

static guint
find_position (TideLineArea *self, TideLineMove move)
{
  TideLinePlace place = get_place (self, self->position);

  if (self->layout == NULL)
    return GTK_INVALID_LIST_POSITION;

  return tide_line_table_get_position (self->table,
                                       tide_line_layout_move (self->layout, place, move));
}

static guint
find_first (TideLineArea *self)
{
  for (guint i = 0; i < self->table->series->len; i++)
    {
      if (tide_line_area_is_drawn (self, i))
        return tide_line_table_get_position (self->table, (TideLinePlace) { i, 0 });
    }

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
focus_cursor (TideLineArea *self)
{
  guint position = self->position;

  if (get_point (self, position) == NULL
      || !tide_line_area_is_drawn (self, get_place (self, position).series))
    position = find_first (self);

  return tide_line_points_focus (TIDE_LINE_POINTS (self->points), position);
}

static void
activate_cursor (TideLineArea *self)
{
  TidePoint *point = get_point (self, self->position);

  if (point != NULL)
    {
      g_autoptr (TidePoint) activated = g_object_ref (point);

      g_signal_emit (self, signals[ACTIVATED], 0, activated);
    }
}

static void
set_highlighted (TideLineArea *self, guint position)
{
  if (self->highlighted == position)
    return;

  self->highlighted = position;
  update_cursor (self);
}

static void
on_motion (TideLineArea *self, double x, double y)
{
  set_highlighted (self, pick_position (self, x, y));
}

static void
on_leave (TideLineArea *self)
{
  set_highlighted (self, GTK_INVALID_LIST_POSITION);
}

static void
on_released (TideLineArea *self, int n_press, double x, double y)
{
  guint position = pick_position (self, x, y);

  if (position == GTK_INVALID_LIST_POSITION || n_press > 1)
    return;

  self->was_clicked = TRUE;
  tide_line_points_focus (TIDE_LINE_POINTS (self->points), position);
  activate_cursor (self);
}

static void
on_points_focused (TideLineArea *self, guint position)
{
  move_cursor (self, position);
}

static void
on_contains_focus (TideLineArea *self)
{
  self->was_clicked = self->was_clicked && has_focus (self);
  update_cursor (self);
}

static gboolean
on_move_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TideLineArea *self = TIDE_LINE_AREA (widget);
  guint position = find_position (self, (TideLineMove) g_variant_get_int32 (args));

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  self->was_clicked = FALSE;
  set_highlighted (self, GTK_INVALID_LIST_POSITION);
  tide_line_points_focus (TIDE_LINE_POINTS (self->points), position);
  update_cursor (self);

  return TRUE;
}

static gboolean
on_sideways_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean is_right = g_variant_get_boolean (args);
  TideLineMove move = is_right != is_mirrored ? TIDE_LINE_NEXT : TIDE_LINE_PREVIOUS;

  return on_move_key (widget, g_variant_new_int32 (move), user_data);
}

static gboolean
on_activate_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  activate_cursor (TIDE_LINE_AREA (widget));

  return TRUE;
}

static void
tide_line_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideLineArea *self = TIDE_LINE_AREA (widget);

  tide_line_area_place (self, width, height);

  /* Where the cursor is decides where its child is placed. */
  update_cursor (self);
  gtk_widget_measure (self->cursor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->cursor, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
tide_line_area_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  double line = tide_chart_text_get_line_height (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (LEAST_WIDTH * line);
      *natural = (int) ceil (NATURAL_WIDTH * line);
    }
  else
    {
      *minimum = (int) ceil (LEAST_HEIGHT * line);
      *natural = (int) ceil (NATURAL_HEIGHT * line);
    }
}

static gboolean
tide_line_area_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* One stop for Tab: the arrow keys move inside. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return focus_cursor (TIDE_LINE_AREA (widget));
}

static gboolean
tide_line_area_grab_focus (GtkWidget *widget)
{
  return focus_cursor (TIDE_LINE_AREA (widget));
}

static void
tide_line_area_dispose (GObject *object)
{
  TideLineArea *self = TIDE_LINE_AREA (object);

  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->axis, gtk_widget_unparent);
  g_clear_pointer (&self->time_axis, gtk_widget_unparent);
  g_clear_pointer (&self->unit, gtk_widget_unparent);
  g_clear_pointer (&self->plot, gtk_widget_unparent);
  g_clear_pointer (&self->points, gtk_widget_unparent);
  g_clear_pointer (&self->cursor, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_line_area_parent_class)->dispose (object);
}

static void
tide_line_area_finalize (GObject *object)
{
  TideLineArea *self = TIDE_LINE_AREA (object);

  tide_line_table_free (self->table);
  g_hash_table_unref (self->hidden);
  g_clear_pointer (&self->layout, tide_line_layout_free);
  g_free (self->language);

  G_OBJECT_CLASS (tide_line_area_parent_class)->finalize (object);
}

static void
add_move_keys (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    guint keypad_key;
    TideLineMove move;
  } moves[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, TIDE_LINE_SERIES_BEFORE },
    { GDK_KEY_Down, GDK_KEY_KP_Down, TIDE_LINE_SERIES_AFTER },
    { GDK_KEY_Home, GDK_KEY_KP_Home, TIDE_LINE_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, TIDE_LINE_LAST },
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
add_activate_keys (GtkWidgetClass *widget_class)
{
  const guint keys[]
      = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, on_activate_key, NULL);
}

static void
tide_line_area_class_init (TideLineAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_line_area_dispose;
  object_class->finalize = tide_line_area_finalize;
  widget_class->measure = tide_line_area_measure;
  widget_class->size_allocate = tide_line_area_size_allocate;
  widget_class->focus = tide_line_area_focus;
  widget_class->grab_focus = tide_line_area_grab_focus;

  /**
   * TideLineArea::activated:
   * @point: the point
   *
   * A point was activated.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_POINT);
  /**
   * TideLineArea::cursor-moved:
   *
   * The cursor is at another position.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  add_move_keys (widget_class);
  add_activate_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "linearea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
add_controllers (TideLineArea *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (on_contains_focus), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
add_child (TideLineArea *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return child;
}

static void
tide_line_area_init (TideLineArea *self)
{
  self->table = tide_line_table_new (NULL);
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->divisor = 1;
  self->position = self->highlighted = GTK_INVALID_LIST_POSITION;

  self->axis = add_child (self, tide_chart_axis_new ());
  self->time_axis = add_child (self, tide_time_axis_new ());
  self->unit = add_child (self, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                                              PANGO_ELLIPSIZE_END, "accessible-role",
                                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (self->unit, "unit");
  self->plot = add_child (self, tide_line_plot_new ());
  self->points = add_child (self, tide_line_points_new ());
  self->cursor = add_child (self, tide_line_cursor_new ());

  g_signal_connect_swapped (self->points, "focused", G_CALLBACK (on_points_focused), self);
  g_signal_connect_swapped (self->points, "activated", G_CALLBACK (activate_cursor), self);
  add_controllers (self);
}

static void
drop_layout (TideLineArea *self)
{
  set_highlighted (self, GTK_INVALID_LIST_POSITION);
  tide_line_plot_set_layout (TIDE_LINE_PLOT (self->plot), NULL, self->kind);
  g_clear_pointer (&self->layout, tide_line_layout_free);
  tide_line_cursor_hide (TIDE_LINE_CURSOR (self->cursor));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
update_labels (TideLineArea *self)
{
  guint n_labels = self->table->series->len;

  g_ptr_array_set_size (self->labels, (int) MIN (n_labels, self->labels->len));
  while (self->labels->len < n_labels)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (label, "series");
      gtk_widget_insert_before (label, GTK_WIDGET (self), self->points);
      g_ptr_array_add (self->labels, label);
    }

  for (guint i = 0; i < n_labels; i++)
    tide_chart_text_set (g_ptr_array_index (self->labels, i),
                         g_ptr_array_index (self->table->series, i), self->language);
}

static guint
find_cursor (TideLineArea *self, const TideLineTable *table)
{
  TidePoint *point = get_point (self, self->position);
  guint found;

  if (point == NULL || table->points->len == 0)
    return GTK_INVALID_LIST_POSITION;

  found = tide_line_table_find_id (table, tide_chart_item_get_id (TIDE_CHART_ITEM (point)));

  return found < table->points->len ? found : MIN (self->position, table->points->len - 1);
}

static gboolean
is_gone (gpointer series, gpointer value, gpointer table)
{
  GPtrArray *names = ((TideLineTable *) table)->series;

  return !g_ptr_array_find_with_equal_func (names, series, g_str_equal, NULL);
}

/* Series that are gone are not hidden any more, nor are those that would leave nothing to show. */
static void
forget_hidden (TideLineArea *self)
{
  g_hash_table_foreach_remove (self->hidden, is_gone, self->table);
  if (g_hash_table_size (self->hidden) == self->table->series->len)
    g_hash_table_remove_all (self->hidden);
}

/**
 * tide_line_area_set_table:
 * @self: an area
 * @table: (transfer full): what it shows
 *
 * Shows other points. The cursor stays on the point with the same id; if that is gone, at the same
 * position as far as there is one.
 */
void
tide_line_area_set_table (TideLineArea *self, TideLineTable *table)
{
  gboolean had_focus = has_focus (self);
  guint cursor = find_cursor (self, table);

  drop_layout (self);
  tide_line_points_set_table (TIDE_LINE_POINTS (self->points), NULL);
  tide_line_table_free (self->table);
  self->table = table;
  forget_hidden (self);

  tide_time_axis_set_table (TIDE_TIME_AXIS (self->time_axis), table);
  tide_line_plot_set_n_series (TIDE_LINE_PLOT (self->plot), table->series->len);
  tide_line_points_set_table (TIDE_LINE_POINTS (self->points), table);
  for (guint i = 0; i < table->series->len; i++)
    tide_line_points_show_series (TIDE_LINE_POINTS (self->points), i,
                                  tide_line_area_is_drawn (self, i));
  update_labels (self);
  move_cursor (self, cursor);
  if (had_focus)
    focus_cursor (self);
}

/**
 * tide_line_area_get_table:
 * @self: an area
 *
 * Returns: (transfer none): the points, those of hidden series included
 */
const TideLineTable *
tide_line_area_get_table (TideLineArea *self)
{
  return self->table;
}

void
tide_line_area_set_kind (TideLineArea *self, TideLineKind kind)
{
  self->kind = kind;
  drop_layout (self);
}

/**
 * tide_line_area_set_title:
 * @self: an area
 * @title: (nullable): what it shows
 *
 * Names it for screen readers.
 */
void
tide_line_area_set_title (TideLineArea *self, const char *title)
{
  tide_line_points_set_title (TIDE_LINE_POINTS (self->points), title);
}

/**
 * tide_line_area_set_unit:
 * @self: an area
 * @label: (nullable): name of the axis' unit
 * @divisor: how many of the values' units make one of the axis'
 *
 * Sets the axis' unit.
 */
void
tide_line_area_set_unit (TideLineArea *self, const char *label, double divisor)
{
  self->divisor = divisor;
  tide_chart_text_set (GTK_LABEL (self->unit), label, self->language);
  drop_layout (self);
}

void
tide_line_area_set_language (TideLineArea *self, const char *language)
{
  g_autofree char *unit = g_strdup (gtk_label_get_text (GTK_LABEL (self->unit)));

  g_set_str (&self->language, language);
  tide_chart_text_set (GTK_LABEL (self->unit), unit, language);
  update_labels (self);
  drop_layout (self);
}

/**
 * tide_line_area_set_cursor:
 * @self: an area
 * @cursor: a position; none if there is no such point
 *
 * Moves the cursor, and the focus if it is inside.
 */
void
tide_line_area_set_cursor (TideLineArea *self, guint cursor)
{
  move_cursor (self, get_point (self, cursor) != NULL ? cursor : GTK_INVALID_LIST_POSITION);
  if (has_focus (self))
    focus_cursor (self);
}

guint
tide_line_area_get_cursor (TideLineArea *self)
{
  return self->position;
}

/**
 * tide_line_area_show_series:
 * @self: an area
 * @series: label of a series
 * @is_shown: whether it is drawn
 *
 * Draws a series or leaves it out. It stays so as long as there are points of it, and of others.
 */
void
tide_line_area_show_series (TideLineArea *self, const char *series, gboolean is_shown)
{
  guint index;

  if (is_shown)
    g_hash_table_remove (self->hidden, series);
  else
    g_hash_table_add (self->hidden, g_strdup (series));

  if (g_ptr_array_find_with_equal_func (self->table->series, series, g_str_equal, &index))
    tide_line_points_show_series (TIDE_LINE_POINTS (self->points), index, is_shown);
  drop_layout (self);
}

gboolean
tide_line_area_is_series_shown (TideLineArea *self, const char *series)
{
  return !g_hash_table_contains (self->hidden, series);
}
