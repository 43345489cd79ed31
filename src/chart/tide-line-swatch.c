/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-swatch.h"

#include "chart/tide-chart-text.h"
#include "chart/tide-line-style.h"

#include <math.h>

#define LINE_WIDTH 2.0f
#define AREA_OPACITY 0.5f
/* Sizes in heights of a line of text. */
#define WIDTH 1.7
#define HEIGHT 0.8
#define SHAPE_SIZE 0.21f

/* How a line of a chart is drawn, for its legend. */
struct _TideLineSwatch
{
  GtkWidget parent_instance;

  guint series;
  TideLineKind kind;
};

G_DEFINE_FINAL_TYPE (TideLineSwatch, tide_line_swatch, GTK_TYPE_WIDGET)

static void
append_line (
    TideLineSwatch *self, GtkSnapshot *snapshot, const GdkRGBA *color, float width, float y)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = tide_line_style_create_stroke (self->series, LINE_WIDTH);
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, 0, y);
  gsk_path_builder_line_to (builder, width, y);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
append_shape (TideLineSwatch *self, GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float line = (float) tide_chart_text_get_line_height (GTK_WIDGET (self));
  g_autoptr (GskPath) path = NULL;

  tide_line_style_add_shape (builder, self->series, x, y, SHAPE_SIZE * line);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
}

static void
append_area (
    TideLineSwatch *self, GtkSnapshot *snapshot, const GdkRGBA *color, float width, float height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  GdkRGBA fill = *color;

  fill.alpha *= AREA_OPACITY;
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  tide_line_style_append_pattern (snapshot, self->series, color, &bounds);
}

static void
tide_line_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideLineSwatch *self = TIDE_LINE_SWATCH (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (self->kind != TIDE_LINE_LINES)
    append_area (self, snapshot, &color, width, height);
  append_line (self, snapshot, &color, width,
               self->kind == TIDE_LINE_LINES ? height / 2 : LINE_WIDTH / 2);
  if (self->kind == TIDE_LINE_LINES)
    append_shape (self, snapshot, &color, width / 2, height / 2);
}

static void
tide_line_swatch_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = (int) ceil (size * tide_chart_text_get_line_height (widget));
}

static void
tide_line_swatch_class_init (TideLineSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tide_line_swatch_measure;
  widget_class->snapshot = tide_line_swatch_snapshot;

  gtk_widget_class_set_css_name (widget_class, "lineseries");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tide_line_swatch_init (TideLineSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * tide_line_swatch_new:
 * @series: which series, from 0
 * @kind: what its chart draws
 *
 * Returns: (transfer floating): a small picture of how the series is drawn
 */
GtkWidget *
tide_line_swatch_new (guint series, TideLineKind kind)
{
  TideLineSwatch *self = g_object_new (TIDE_TYPE_LINE_SWATCH, NULL);

  self->series = series;
  self->kind = kind;
  tide_line_style_add_class (GTK_WIDGET (self), series);

  return GTK_WIDGET (self);
}
