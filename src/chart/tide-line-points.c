/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-points.h"

#include "chart/tide-chart-mark.h"
#include "chart/tide-line-text.h"

/* Of more points than this, screen readers meet a picture with a description instead of a list. */
#define MAX_MARKS 60u

/* The points of a chart as screen readers meet them, and what has the focus: a list with an item
 * for each, or, where they are too many, one picture that says where the cursor is. Nothing of it
 * is drawn. */
struct _TideLinePoints
{
  GtkWidget parent_instance;

  const TideLineTable *table; /* borrowed, nullable */
  GtkWidget *list;            /* owned as a child */
  GtkWidget *picture;         /* owned as a child */
  GPtrArray *marks;           /* owned array of children of the list: TideChartMark by position */
};

G_DEFINE_FINAL_TYPE (TideLinePoints, tide_line_points, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_n_points (TideLinePoints *self)
{
  return self->table != NULL ? self->table->points->len : 0;
}

static gboolean
is_list (TideLinePoints *self)
{
  return get_n_points (self) <= MAX_MARKS;
}

static char *
dup_name (TideLinePoints *self, guint position)
{
  TideLinePlace place = self->table->places[position];
  guint n_points;

  tide_line_table_get_line (self->table, place.series, &n_points);

  return tide_line_text_dup_name (g_ptr_array_index (self->table->points, position), place.point,
                                  n_points);
}

static void
on_mark_activated (TideChartMark *mark, TideLinePoints *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_mark_has_focus (GtkWidget *mark, GParamSpec *pspec, TideLinePoints *self)
{
  guint position;

  if (gtk_widget_has_focus (mark) && g_ptr_array_find (self->marks, mark, &position))
    g_signal_emit (self, signals[FOCUSED], 0, position);
}

static void
add_mark (TideLinePoints *self)
{
  GtkWidget *mark = tide_chart_mark_new ();

  g_signal_connect (mark, "activated", G_CALLBACK (on_mark_activated), self);
  g_signal_connect (mark, "notify::has-focus", G_CALLBACK (on_mark_has_focus), self);
  gtk_widget_set_parent (mark, self->list);
  g_ptr_array_add (self->marks, mark);
}

static void
update_marks (TideLinePoints *self)
{
  guint n_marks = is_list (self) ? get_n_points (self) : 0;

  g_ptr_array_set_size (self->marks, (int) MIN (n_marks, self->marks->len));
  while (self->marks->len < n_marks)
    add_mark (self);

  for (guint i = 0; i < n_marks; i++)
    {
      TideChartMark *mark = g_ptr_array_index (self->marks, i);
      TideChartItem *item = g_ptr_array_index (self->table->points, i);
      g_autofree char *name = dup_name (self, i);
      g_autofree char *description = tide_line_text_dup_description (TIDE_POINT (item));

      tide_chart_mark_set_item (mark, item);
      tide_chart_mark_describe (mark, name, "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description, -1);
      gtk_widget_set_visible (GTK_WIDGET (mark), TRUE);
    }
}

static void
update_picture (TideLinePoints *self)
{
  g_autofree char *summary = NULL;

  if (is_list (self))
    return;

  summary = tide_line_text_dup_summary (self->table);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}

static void
tide_line_points_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideLinePoints *self = TIDE_LINE_POINTS (widget);
  const GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (self->list, &all, -1);
  gtk_widget_size_allocate (self->picture, &all, -1);
}

static void
tide_line_points_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  TideLinePoints *self = TIDE_LINE_POINTS (widget);

  gtk_widget_measure (self->list, orientation, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->picture, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = 0;
}

static void
tide_line_points_dispose (GObject *object)
{
  TideLinePoints *self = TIDE_LINE_POINTS (object);

  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->picture, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_line_points_parent_class)->dispose (object);
}

static void
tide_line_points_class_init (TideLinePointsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_line_points_dispose;
  widget_class->measure = tide_line_points_measure;
  widget_class->size_allocate = tide_line_points_size_allocate;

  /**
   * TideLinePoints::activated:
   *
   * An assistive technology activated the point that has the focus.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TideLinePoints::focused:
   * @position: position of the point
   *
   * A point got the focus.
   */
  signals[FOCUSED] = g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "linepoints");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_child (TideLinePoints *self, GtkAccessibleRole role)
{
  GtkWidget *child = g_object_new (GTK_TYPE_BOX, "accessible-role", role, "layout-manager", NULL,
                                   "can-target", FALSE, NULL);

  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return child;
}

static void
tide_line_points_init (TideLinePoints *self)
{
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->list = add_child (self, GTK_ACCESSIBLE_ROLE_LIST);
  self->picture = add_child (self, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_set_focusable (self->picture, TRUE);
  gtk_widget_set_visible (self->picture, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_line_points_new:
 *
 * Returns: (transfer floating): points without a chart
 */
GtkWidget *
tide_line_points_new (void)
{
  return g_object_new (TIDE_TYPE_LINE_POINTS, NULL);
}

/**
 * tide_line_points_set_title:
 * @self: points
 * @title: (nullable): what the chart shows
 *
 * Names the list and the picture.
 */
void
tide_line_points_set_title (TideLinePoints *self, const char *title)
{
  GtkWidget *const named[] = { self->list, self->picture };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (named[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    title != NULL ? title : "", -1);
}

/**
 * tide_line_points_set_table:
 * @self: points
 * @table: (nullable): the points; has to stay as long as it is not replaced
 *
 * Shows other points.
 */
void
tide_line_points_set_table (TideLinePoints *self, const TideLineTable *table)
{
  self->table = table;
  gtk_widget_set_visible (self->list, is_list (self));
  gtk_widget_set_visible (self->picture, !is_list (self));
  update_marks (self);
  update_picture (self);
}

/**
 * tide_line_points_show_series:
 * @self: points
 * @series: which series
 * @is_shown: whether its points are there
 *
 * Hides the items of a series that is not drawn.
 */
void
tide_line_points_show_series (TideLinePoints *self, guint series, gboolean is_shown)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      if (self->table->places[i].series == series)
        gtk_widget_set_visible (g_ptr_array_index (self->marks, i), is_shown);
    }
}

/**
 * tide_line_points_place:
 * @self: points
 * @layout: where everything stands, in their own coordinates
 * @size: how large a point is
 *
 * Allocates the items; the widget itself must have its parent's allocation.
 */
void
tide_line_points_place (TideLinePoints *self, const TideLineLayout *layout, double size)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const TideLineDot *dot = tide_line_layout_get_dot (layout, self->table->places[i]);
      TideBox box = { .width = size, .height = size };

      if (dot == NULL)
        continue;

      box.x = dot->x - size / 2;
      box.y = (dot->is_known ? dot->y : layout->plot.y + layout->plot.height) - size / 2;
      tide_chart_mark_place (g_ptr_array_index (self->marks, i), &box, NULL);
    }
}

static void
announce (TideLinePoints *self, guint position)
{
  TidePoint *point = g_ptr_array_index (self->table->points, position);
  g_autofree char *name = dup_name (self, position);
  g_autofree char *description = tide_line_text_dup_description (point);
  g_autofree char *text = g_strconcat (name, *description != '\0' ? "\n" : "", description, NULL);

  gtk_accessible_announce (GTK_ACCESSIBLE (self->picture), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * tide_line_points_focus:
 * @self: points
 * @position: position of a point
 *
 * Gives a point the focus. Of a picture, which is focused as a whole, the point is announced.
 *
 * Returns: whether there is such a point
 */
gboolean
tide_line_points_focus (TideLinePoints *self, guint position)
{
  if (position >= get_n_points (self))
    return FALSE;
  if (is_list (self))
    return gtk_widget_grab_focus (g_ptr_array_index (self->marks, position));

  if (!gtk_widget_grab_focus (self->picture))
    return FALSE;

  announce (self, position);
  g_signal_emit (self, signals[FOCUSED], 0, position);

  return TRUE;
}

/**
 * tide_line_points_has_focus:
 * @self: points
 *
 * Returns: whether one of them has the focus
 */
gboolean
tide_line_points_has_focus (TideLinePoints *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}
