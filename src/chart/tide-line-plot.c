/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-plot.h"

#include "chart/tide-chart-text.h"
#include "chart/tide-line-style.h"

#include <math.h>

#define LINE_WIDTH 2.0f
#define DENSE_WIDTH 1.0f
#define COLUMN 1.0
/* Sizes in heights of a line of text. */
#define DOT_SIZE 0.21
#define DOT_PITCH 1.0
#define BREAK_SIZE 0.36
/* A line is dense where more of its points than this are drawn for each pixel. */
#define DENSE 1.5
#define AREA_OPACITY 0.2f
#define STACKED_OPACITY 0.5f
#define PATTERN_OPACITY 0.55f

/* The lines of a chart: drawn once into a node that is kept until they or their colours change. */
struct _TideLinePlot
{
  GtkWidget parent_instance;

  const TideLineLayout *layout; /* borrowed, nullable */
  TideLineKind kind;
  GPtrArray *colors;   /* owned array of children: each has the colour of a series */
  GArray *drawn;       /* owned array of GdkRGBA: the colours in the node */
  GskRenderNode *node; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (TideLinePlot, tide_line_plot, GTK_TYPE_WIDGET)

/* What one series is drawn with. */
typedef struct
{
  TideLinePlot *plot;
  GtkSnapshot *snapshot;
  guint series;
  GdkRGBA color;
  double line; /* height of a line of text */
  GArray *trace;
  gboolean is_dense;
} Brush;

static const TideLineDot *
get_dot (const Brush *brush, guint index)
{
  return &g_array_index (brush->trace, TideLineDot, index);
}

static guint
find_run_end (const Brush *brush, guint start)
{
  guint end = start + 1;

  while (end < brush->trace->len && get_dot (brush, end)->is_linked)
    end++;

  return end;
}

static void
add_run (GskPathBuilder *builder, const Brush *brush, guint start, guint end)
{
  gsk_path_builder_move_to (builder, (float) get_dot (brush, start)->x,
                            (float) get_dot (brush, start)->y);
  for (guint i = start + 1; i < end; i++)
    gsk_path_builder_line_to (builder, (float) get_dot (brush, i)->x,
                              (float) get_dot (brush, i)->y);
}

static GskPath *
create_line_path (const Brush *brush)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint start = 0, end; start < brush->trace->len; start = end)
    {
      end = find_run_end (brush, start);
      if (end - start > 1)
        add_run (builder, brush, start, end);
    }

  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
create_area_path (const Brush *brush)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint start = 0, end; start < brush->trace->len; start = end)
    {
      end = find_run_end (brush, start);
      add_run (builder, brush, start, end);
      for (guint i = end; i > start; i--)
        gsk_path_builder_line_to (builder, (float) get_dot (brush, i - 1)->x,
                                  (float) get_dot (brush, i - 1)->base);
      gsk_path_builder_close (builder);
    }

  return gsk_path_builder_free_to_path (builder);
}

static GdkRGBA
fade (const GdkRGBA *color, float opacity)
{
  GdkRGBA faded = *color;

  faded.alpha *= opacity;

  return faded;
}

static void
append_area (const Brush *brush)
{
  const TideLinePlot *self = brush->plot;
  g_autoptr (GskPath) path = create_area_path (brush);
  gboolean is_stacked = self->kind == TIDE_LINE_STACKED;
  GdkRGBA fill = fade (&brush->color, is_stacked ? STACKED_OPACITY : AREA_OPACITY);
  GdkRGBA stripes = fade (&brush->color, PATTERN_OPACITY);
  graphene_rect_t bounds;

  if (!gsk_path_get_bounds (path, &bounds))
    return;

  gtk_snapshot_append_fill (brush->snapshot, path, GSK_FILL_RULE_WINDING, &fill);
  gtk_snapshot_push_fill (brush->snapshot, path, GSK_FILL_RULE_WINDING);
  tide_line_style_append_pattern (brush->snapshot, brush->series, &stripes, &bounds);
  gtk_snapshot_pop (brush->snapshot);
}

static void
append_line (const Brush *brush)
{
  g_autoptr (GskPath) path = create_line_path (brush);
  GskStroke *stroke = tide_line_style_create_stroke (brush->series, LINE_WIDTH);

  if (!gsk_path_is_empty (path))
    gtk_snapshot_append_stroke (brush->snapshot, path, stroke, &brush->color);
  gsk_stroke_free (stroke);
}

/* What a line covers of a column of pixels. */
typedef struct
{
  double x;
  double top;
  double bottom;
} Bar;

static void
append_bar (const Brush *brush, const Bar *bar)
{
  const graphene_rect_t rectangle
      = GRAPHENE_RECT_INIT ((float) bar->x, (float) bar->top - DENSE_WIDTH / 2, (float) COLUMN,
                            (float) (bar->bottom - bar->top) + DENSE_WIDTH);

  gtk_snapshot_append_color (brush->snapshot, &brush->color, &rectangle);
}

/* Where a line goes up and down within each pixel it is a row of bars, which are drawn many times
 * faster than a path is stroked. Each reaches to where the one before ends. */
static void
append_dense_line (const Brush *brush)
{
  Bar bar = { .x = -1 };

  for (guint i = 0; i < brush->trace->len; i++)
    {
      const TideLineDot *dot = get_dot (brush, i);
      double x = floor (dot->x / COLUMN) * COLUMN;

      if (i == 0 || fabs (x - bar.x) > COLUMN / 2 || !dot->is_linked)
        {
          double from = dot->is_linked ? get_dot (brush, i - 1)->y : dot->y;

          if (i > 0)
            append_bar (brush, &bar);
          bar = (Bar) { x, from, from };
        }
      bar.top = MIN (bar.top, dot->y);
      bar.bottom = MAX (bar.bottom, dot->y);
    }

  append_bar (brush, &bar);
}

/* Every point where there is room for them; else the last one, and those that no line leads to. */
static gboolean
has_shape (const Brush *brush, guint index)
{
  const TideBox *plot = &brush->plot->layout->plot;
  gboolean is_last = index + 1 == brush->trace->len;
  gboolean is_alone
      = !get_dot (brush, index)->is_linked && (is_last || !get_dot (brush, index + 1)->is_linked);

  return is_last || is_alone || brush->trace->len * DOT_PITCH * brush->line <= plot->width;
}

static void
append_shapes (const Brush *brush)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  for (guint i = 0; i < brush->trace->len; i++)
    {
      if (has_shape (brush, i))
        tide_line_style_add_shape (builder, brush->series, (float) get_dot (brush, i)->x,
                                   (float) get_dot (brush, i)->y, (float) (DOT_SIZE * brush->line));
    }

  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (brush->snapshot, path, GSK_FILL_RULE_WINDING, &brush->color);
}

static TideSpot
get_between (const TideLineBreak *broken, double share)
{
  return (TideSpot) {
    broken->from.x + share * (broken->to.x - broken->from.x),
    broken->from.y + share * (broken->to.y - broken->from.y),
  };
}

/* The line as far as the mark on either side of it, where there is that much of it. */
static void
add_stumps (GskPathBuilder *builder, const TideLineBreak *broken, double size)
{
  double length = hypot (broken->to.x - broken->from.x, broken->to.y - broken->from.y);
  double share = 0.5 - size / length;
  TideSpot before;
  TideSpot after;

  if (broken->is_gap || length < 2 * size)
    return;

  before = get_between (broken, share);
  after = get_between (broken, 1 - share);
  gsk_path_builder_move_to (builder, (float) broken->from.x, (float) broken->from.y);
  gsk_path_builder_line_to (builder, (float) before.x, (float) before.y);
  gsk_path_builder_move_to (builder, (float) after.x, (float) after.y);
  gsk_path_builder_line_to (builder, (float) broken->to.x, (float) broken->to.y);
}

static void
add_slash (GskPathBuilder *builder, double x, double y, double size)
{
  gsk_path_builder_move_to (builder, (float) (x - size / 2), (float) (y + size));
  gsk_path_builder_line_to (builder, (float) (x + size / 2), (float) (y - size));
}

/* Two slashes, as they stand on a broken axis. */
static void
append_breaks (const Brush *brush)
{
  const GArray *breaks = brush->plot->layout->breaks;
  GskPathBuilder *builder = gsk_path_builder_new ();
  double size = BREAK_SIZE * brush->line;
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (LINE_WIDTH);

  for (guint i = 0; i < breaks->len; i++)
    {
      const TideLineBreak *broken = &g_array_index (breaks, TideLineBreak, i);
      TideSpot middle = get_between (broken, 0.5);

      if (broken->series != brush->series)
        continue;
      add_stumps (builder, broken, size);
      add_slash (builder, middle.x - size / 2, middle.y, size);
      add_slash (builder, middle.x + size / 2, middle.y, size);
    }

  path = gsk_path_builder_free_to_path (builder);
  if (!gsk_path_is_empty (path))
    gtk_snapshot_append_stroke (brush->snapshot, path, stroke, &brush->color);
  gsk_stroke_free (stroke);
}

static void
append_series (TideLinePlot *self, GtkSnapshot *snapshot, guint series)
{
  g_autoptr (GArray) trace = tide_line_layout_trace (self->layout, series, COLUMN);
  Brush brush = {
    .plot = self,
    .snapshot = snapshot,
    .series = series,
    .color = tide_line_plot_get_color (self, series),
    .line = tide_chart_text_get_line_height (GTK_WIDGET (self)),
    .trace = trace,
    .is_dense = trace->len > DENSE * self->layout->plot.width,
  };

  if (trace->len == 0)
    return;

  if (self->kind != TIDE_LINE_LINES)
    append_area (&brush);
  if (brush.is_dense)
    append_dense_line (&brush);
  else
    append_line (&brush);
  append_breaks (&brush);
  append_shapes (&brush);
}

static gboolean
has_colors (TideLinePlot *self)
{
  for (guint i = 0; i < self->colors->len; i++)
    {
      GdkRGBA color = tide_line_plot_get_color (self, i);

      if (i >= self->drawn->len
          || !gdk_rgba_equal (&color, &g_array_index (self->drawn, GdkRGBA, i)))
        return FALSE;
    }

  return TRUE;
}

static void
draw_node (TideLinePlot *self)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  g_array_set_size (self->drawn, 0);
  for (guint i = 0; i < self->colors->len; i++)
    {
      GdkRGBA color = tide_line_plot_get_color (self, i);

      g_array_append_val (self->drawn, color);
      append_series (self, snapshot, i);
    }

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gtk_snapshot_to_node (snapshot);
}

static void
tide_line_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideLinePlot *self = TIDE_LINE_PLOT (widget);

  if (self->layout == NULL)
    return;

  if (self->node == NULL || !has_colors (self))
    draw_node (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
tide_line_plot_dispose (GObject *object)
{
  TideLinePlot *self = TIDE_LINE_PLOT (object);

  g_clear_pointer (&self->colors, g_ptr_array_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (tide_line_plot_parent_class)->dispose (object);
}

static void
tide_line_plot_finalize (GObject *object)
{
  TideLinePlot *self = TIDE_LINE_PLOT (object);

  g_array_unref (self->drawn);

  G_OBJECT_CLASS (tide_line_plot_parent_class)->finalize (object);
}

static void
tide_line_plot_class_init (TideLinePlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_line_plot_dispose;
  object_class->finalize = tide_line_plot_finalize;
  widget_class->snapshot = tide_line_plot_snapshot;

  gtk_widget_class_set_css_name (widget_class, "lineplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tide_line_plot_init (TideLinePlot *self)
{
  self->colors = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->drawn = g_array_new (FALSE, FALSE, sizeof (GdkRGBA));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_line_plot_new:
 *
 * Returns: (transfer floating): a plot without lines
 */
GtkWidget *
tide_line_plot_new (void)
{
  return g_object_new (TIDE_TYPE_LINE_PLOT, NULL);
}

/**
 * tide_line_plot_set_n_series:
 * @self: a plot
 * @n_series: how many series it is going to have
 *
 * Makes a colour for each series. It has no layout from then on.
 */
void
tide_line_plot_set_n_series (TideLinePlot *self, guint n_series)
{
  tide_line_plot_set_layout (self, NULL, self->kind);

  g_ptr_array_set_size (self->colors, (int) MIN (n_series, self->colors->len));
  while (self->colors->len < n_series)
    {
      GtkWidget *color = tide_line_style_create_color (self->colors->len);

      gtk_widget_set_parent (color, GTK_WIDGET (self));
      g_ptr_array_add (self->colors, color);
    }
}

/**
 * tide_line_plot_set_layout:
 * @self: a plot
 * @layout: (nullable): where everything stands; has to stay as long as it is not replaced
 * @kind: what is drawn
 *
 * Draws other lines.
 */
void
tide_line_plot_set_layout (TideLinePlot *self, const TideLineLayout *layout, TideLineKind kind)
{
  self->layout = layout;
  self->kind = kind;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tide_line_plot_get_color:
 * @self: a plot
 * @series: which series
 *
 * Returns: the colour of the series now
 */
GdkRGBA
tide_line_plot_get_color (TideLinePlot *self, guint series)
{
  GdkRGBA color;

  gtk_widget_get_color (g_ptr_array_index (self->colors, series), &color);

  return color;
}
