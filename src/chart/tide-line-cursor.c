/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-cursor.h"

#include "chart/tide-chart-text.h"

#include <math.h>

#define RING_WIDTH 2.0f
/* Sizes in heights of a line of text. */
#define RING_SIZE 0.42
#define TIP_GAP 0.7

/* A hairline through one point of a chart, a ring around it, and what it says. It is drawn over the
 * lines and apart from them, so that these need not be drawn again where it moves. */
struct _TideLineCursor
{
  GtkWidget parent_instance;

  GtkWidget *tip; /* owned as a child */
  TideBox plot;
  TideSpot spot;
  GdkRGBA color;
  gboolean is_shown;
};

G_DEFINE_FINAL_TYPE (TideLineCursor, tide_line_cursor, GTK_TYPE_WIDGET)

/* Beside the point, on the side with more room, and within the area. */
static void
place_tip (TideLineCursor *self, int width, int height)
{
  double gap = TIP_GAP * tide_chart_text_get_line_height (GTK_WIDGET (self));
  int tip_width;
  int tip_height;
  double x;
  double y;

  gtk_widget_measure (self->tip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &tip_width, NULL, NULL);
  tip_width = MIN (tip_width, width);
  gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, tip_width, NULL, &tip_height, NULL,
                      NULL);

  x = self->spot.x < width / 2.0 ? self->spot.x + gap : self->spot.x - gap - tip_width;
  y = self->spot.y - tip_height - gap;
  if (y < 0)
    y = self->spot.y + gap;

  gtk_widget_size_allocate (self->tip,
                            &(GtkAllocation) { (int) CLAMP (x, 0, MAX (0, width - tip_width)),
                                               (int) CLAMP (y, 0, MAX (0, height - tip_height)),
                                               tip_width, tip_height },
                            -1);
}

static void
tide_line_cursor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideLineCursor *self = TIDE_LINE_CURSOR (widget);

  if (self->is_shown)
    place_tip (self, width, height);
}

static void
append_ring (TideLineCursor *self, GtkSnapshot *snapshot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = gsk_stroke_new (RING_WIDTH);
  double size = RING_SIZE * tide_chart_text_get_line_height (GTK_WIDGET (self));
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (
      builder, &GRAPHENE_POINT_INIT ((float) self->spot.x, (float) self->spot.y), (float) size);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &self->color);
  gsk_stroke_free (stroke);
}

static void
tide_line_cursor_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideLineCursor *self = TIDE_LINE_CURSOR (widget);
  GdkRGBA color;

  if (!self->is_shown)
    return;

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) floor (self->spot.x),
                                                  (float) self->plot.y, 1,
                                                  (float) self->plot.height));
  append_ring (self, snapshot);
  gtk_widget_snapshot_child (widget, self->tip, snapshot);
}

static void
tide_line_cursor_dispose (GObject *object)
{
  g_clear_pointer (&TIDE_LINE_CURSOR (object)->tip, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_line_cursor_parent_class)->dispose (object);
}

static void
tide_line_cursor_class_init (TideLineCursorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_line_cursor_dispose;
  widget_class->size_allocate = tide_line_cursor_size_allocate;
  widget_class->snapshot = tide_line_cursor_snapshot;

  gtk_widget_class_set_css_name (widget_class, "linecursor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tide_line_cursor_init (TideLineCursor *self)
{
  self->tip = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                            "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                            "max-width-chars", 40, NULL);
  gtk_widget_add_css_class (self->tip, "tip");
  gtk_widget_set_child_visible (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_line_cursor_new:
 *
 * Returns: (transfer floating): a cursor that is nowhere
 */
GtkWidget *
tide_line_cursor_new (void)
{
  return g_object_new (TIDE_TYPE_LINE_CURSOR, NULL);
}

static void
set_shown (TideLineCursor *self, gboolean is_shown)
{
  self->is_shown = is_shown;
  gtk_widget_set_child_visible (self->tip, is_shown);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tide_line_cursor_show:
 * @self: a cursor
 * @plot: what the hairline runs through, in the cursor's coordinates
 * @spot: the point it is at
 * @color: colour of the ring
 *
 * Moves the cursor to a point.
 */
void
tide_line_cursor_show (TideLineCursor *self,
                       const TideBox *plot,
                       const TideSpot *spot,
                       const GdkRGBA *color)
{
  self->plot = *plot;
  self->spot = *spot;
  self->color = *color;
  set_shown (self, TRUE);
}

/**
 * tide_line_cursor_set_text:
 * @self: a cursor
 * @text: what it says of the point
 * @language: (nullable): language of Han characters
 *
 * Changes what it says.
 */
void
tide_line_cursor_set_text (TideLineCursor *self, const char *text, const char *language)
{
  tide_chart_text_set (GTK_LABEL (self->tip), text, language);
}

void
tide_line_cursor_hide (TideLineCursor *self)
{
  if (self->is_shown)
    set_shown (self, FALSE);
}
