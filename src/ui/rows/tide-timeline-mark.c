/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-timeline-mark.h"

#define WIDTH 20
#define HEIGHT 24
#define LINE_WIDTH 2.0f
#define RADIUS 4.5f
#define RING_RADIUS 8.0f
#define LINE_OPACITY 0.5f

struct _TideTimelineMark
{
  GtkWidget parent_instance;

  TideTimelineMarkKind kind;
  gboolean is_first;
  gboolean is_last;
};

G_DEFINE_FINAL_TYPE (TideTimelineMark, tide_timeline_mark, GTK_TYPE_WIDGET)

static void
tide_timeline_mark_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *natural = *minimum;
}

static float
get_reach (TideTimelineMark *self)
{
  return self->kind == TIDE_TIMELINE_MARK_PRESENT ? RING_RADIUS : RADIUS;
}

static void
draw_line (
    GtkSnapshot *snapshot, float x, float from, float to, gboolean is_broken, const GdkRGBA *color)
{
  const float dashes[] = { 3, 3 };
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (LINE_WIDTH);

  gsk_path_builder_move_to (builder, x, from);
  gsk_path_builder_line_to (builder, x, to);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  if (is_broken)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

/* The line to a stage that is only planned is broken; a pixel more meets that of the next row. */
static void
draw_lines (TideTimelineMark *self, GtkSnapshot *snapshot, const graphene_point_t *center)
{
  const float bottom = (float) gtk_widget_get_height (GTK_WIDGET (self)) + 1;
  const gboolean is_planned = self->kind == TIDE_TIMELINE_MARK_PLANNED;
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= LINE_OPACITY;
  if (!self->is_first)
    draw_line (snapshot, center->x, -1, center->y - get_reach (self), is_planned, &color);
  if (!self->is_last)
    draw_line (snapshot, center->x, center->y + get_reach (self), bottom, is_planned, &color);
}

static GskPath *
create_triangle (const graphene_point_t *center)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_move_to (builder, center->x, center->y - RADIUS - 1);
  gsk_path_builder_line_to (builder, center->x + RADIUS + 1, center->y + RADIUS);
  gsk_path_builder_line_to (builder, center->x - RADIUS - 1, center->y + RADIUS);
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
create_circle (const graphene_point_t *center, float radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder, center, radius);

  return gsk_path_builder_free_to_path (builder);
}

static void
draw_ring (GtkSnapshot *snapshot,
           const graphene_point_t *center,
           float radius,
           const GdkRGBA *color)
{
  g_autoptr (GskPath) path = create_circle (center, radius);
  GskStroke *stroke = gsk_stroke_new (LINE_WIDTH);

  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
tide_timeline_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideTimelineMark *self = TIDE_TIMELINE_MARK (widget);
  const graphene_point_t center
      = GRAPHENE_POINT_INIT (WIDTH / 2.0f, (float) gtk_widget_get_height (widget) / 2);
  g_autoptr (GskPath) body = NULL;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  draw_lines (self, snapshot, &center);
  if (self->kind == TIDE_TIMELINE_MARK_PLANNED)
    {
      draw_ring (snapshot, &center, RADIUS, &color);
      return;
    }

  body = self->kind == TIDE_TIMELINE_MARK_BACK ? create_triangle (&center)
                                               : create_circle (&center, RADIUS);
  gtk_snapshot_append_fill (snapshot, body, GSK_FILL_RULE_WINDING, &color);
  if (self->kind == TIDE_TIMELINE_MARK_PRESENT)
    draw_ring (snapshot, &center, RING_RADIUS, &color);
}

static void
tide_timeline_mark_class_init (TideTimelineMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tide_timeline_mark_measure;
  widget_class->snapshot = tide_timeline_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timeline-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tide_timeline_mark_init (TideTimelineMark *self)
{
}

/**
 * tide_timeline_mark_new:
 * @kind: its shape
 * @is_first: whether nothing comes before it
 * @is_last: whether nothing comes after it
 *
 * Returns: (transfer floating): the mark, for those who see; the row says the same in words
 */
GtkWidget *
tide_timeline_mark_new (TideTimelineMarkKind kind, gboolean is_first, gboolean is_last)
{
  TideTimelineMark *self = g_object_new (TIDE_TYPE_TIMELINE_MARK, NULL);

  self->kind = kind;
  self->is_first = is_first;
  self->is_last = is_last;

  return GTK_WIDGET (self);
}
