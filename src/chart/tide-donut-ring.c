/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-donut-ring.h"

#include <math.h>

/* In pixels. */
#define SLICE_GAP 2.0
#define HIGHLIGHT 3.0
#define STRIPE 2.0
#define STRIPE_PITCH 6.0

/* The slices of a ring and the lines to their labels. Nothing in it answers to anything. */
struct _TideDonutRing
{
  GtkWidget parent_instance;

  GtkWidget *swatches[TIDE_DONUT_MAX_SLICES]; /* owned as children: have the slices' colours */
  GtkWidget *track;                           /* owned as a child: has the colour of what is left */
  GtkWidget *stripe;                          /* owned as a child: has the colour of stripes */
  TideDonutPlace places[TIDE_DONUT_MAX_SLICES];
  TideBox ring;
  double thickness;
  gboolean has_leaders;
  gboolean is_mirrored;
  guint n_slices;
  guint highlighted;
};

G_DEFINE_FINAL_TYPE (TideDonutRing, tide_donut_ring, GTK_TYPE_WIDGET)

static graphene_point_t
get_point (TideDonutRing *self, double radius, double angle)
{
  double middle = self->ring.width / 2;
  double side = self->is_mirrored ? -1 : 1;

  return GRAPHENE_POINT_INIT ((float) (self->ring.x + middle + side * radius * sin (angle)),
                              (float) (self->ring.y + middle - radius * cos (angle)));
}

static void
add_arc (TideDonutRing *self, GskPathBuilder *builder, double radius, double from, double to)
{
  graphene_point_t end = get_point (self, radius, to);
  gboolean is_clockwise = (to > from) != self->is_mirrored;

  gsk_path_builder_svg_arc_to (builder, (float) radius, (float) radius, 0, fabs (to - from) > G_PI,
                               is_clockwise, end.x, end.y);
}

static GskPath *
create_full_ring (TideDonutRing *self, double outer, double inner)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  graphene_point_t middle = get_point (self, 0, 0);

  gsk_path_builder_add_circle (builder, &middle, (float) outer);
  gsk_path_builder_add_circle (builder, &middle, (float) inner);

  return gsk_path_builder_free_to_path (builder);
}

/* A gap of the same width inside and outside parts a slice from its neighbours, half of it on each
 * side; a sliver keeps what it has. */
static double
get_inset (double sweep, double radius)
{
  double inset = radius > 0 ? asin (MIN (SLICE_GAP / 2 / radius, 1)) : 0;

  return MIN (inset, sweep / 4);
}

static GskPath *
create_slice (TideDonutRing *self, const TideDonutPlace *place, double outer, double inner)
{
  GskPathBuilder *builder;
  double end = place->start + place->sweep;
  double around = get_inset (place->sweep, outer);
  double within = get_inset (place->sweep, inner);
  graphene_point_t corner;

  if (place->sweep > 2 * G_PI - 1e-6)
    return create_full_ring (self, outer, inner);

  builder = gsk_path_builder_new ();
  corner = get_point (self, outer, place->start + around);
  gsk_path_builder_move_to (builder, corner.x, corner.y);
  add_arc (self, builder, outer, place->start + around, end - around);
  corner = get_point (self, inner, end - within);
  gsk_path_builder_line_to (builder, corner.x, corner.y);
  add_arc (self, builder, inner, end - within, place->start + within);
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

static void
append_stripes (TideDonutRing *self, GtkSnapshot *snapshot)
{
  GskColorStop stops[4] = { { 0 }, { STRIPE / STRIPE_PITCH }, { STRIPE / STRIPE_PITCH }, { 1 } };
  float x = (float) self->ring.x;
  float y = (float) self->ring.y;
  float step = (float) (STRIPE_PITCH / G_SQRT2);
  float size = (float) self->ring.width;

  gtk_widget_get_color (self->stripe, &stops[0].color);
  stops[1].color = stops[0].color;
  stops[2].color = stops[3].color = (GdkRGBA) { 0 };
  gtk_snapshot_append_repeating_linear_gradient (
      snapshot,
      &GRAPHENE_RECT_INIT (x - (float) HIGHLIGHT, y - (float) HIGHLIGHT,
                           size + 2 * (float) HIGHLIGHT, size + 2 * (float) HIGHLIGHT),
      &GRAPHENE_POINT_INIT (x, y), &GRAPHENE_POINT_INIT (x + step, y + step), stops,
      G_N_ELEMENTS (stops));
}

static void
append_slice (TideDonutRing *self, GtkSnapshot *snapshot, guint index)
{
  const TideDonutPlace *place = &self->places[index];
  double outer = self->ring.width / 2 + (index == self->highlighted ? HIGHLIGHT : 0);
  double inner = self->ring.width / 2 - self->thickness;
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color;

  if (place->sweep <= 0)
    return;

  path = create_slice (self, place, outer, inner);
  gtk_widget_get_color (self->swatches[index], &color);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &color);
  if (index % 2 == 0)
    return;

  /* Every other slice is striped too: colour is not the only difference. */
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD);
  append_stripes (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_leader (TideDonutRing *self, GtkSnapshot *snapshot, guint index)
{
  const TideDonutPoint *points = self->places[index].leader;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color;

  gsk_path_builder_move_to (builder, (float) points[0].x, (float) points[0].y);
  gsk_path_builder_line_to (builder, (float) points[1].x, (float) points[1].y);
  gsk_path_builder_line_to (builder, (float) points[2].x, (float) points[2].y);
  path = gsk_path_builder_free_to_path (builder);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

static void
tide_donut_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideDonutRing *self = TIDE_DONUT_RING (widget);
  double radius = self->ring.width / 2;
  g_autoptr (GskPath) track = create_full_ring (self, radius, radius - self->thickness);
  GdkRGBA color;

  gtk_widget_get_color (self->track, &color);
  gtk_snapshot_append_fill (snapshot, track, GSK_FILL_RULE_EVEN_ODD, &color);
  for (guint i = 0; i < self->n_slices; i++)
    append_slice (self, snapshot, i);
  for (guint i = 0; self->has_leaders && i < self->n_slices; i++)
    append_leader (self, snapshot, i);
}

static void
tide_donut_ring_dispose (GObject *object)
{
  TideDonutRing *self = TIDE_DONUT_RING (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->swatches); i++)
    g_clear_pointer (&self->swatches[i], gtk_widget_unparent);
  g_clear_pointer (&self->track, gtk_widget_unparent);
  g_clear_pointer (&self->stripe, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_donut_ring_parent_class)->dispose (object);
}

static void
tide_donut_ring_class_init (TideDonutRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_donut_ring_dispose;
  widget_class->snapshot = tide_donut_ring_snapshot;

  gtk_widget_class_set_css_name (widget_class, "donutring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_swatch (TideDonutRing *self, const char *css_name)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_child_visible (swatch, FALSE);
  gtk_widget_set_parent (swatch, GTK_WIDGET (self));

  return swatch;
}

static void
tide_donut_ring_init (TideDonutRing *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->swatches); i++)
    {
      g_autofree char *series = g_strdup_printf ("series-%u", i + 1);

      self->swatches[i] = add_swatch (self, "slice");
      gtk_widget_add_css_class (self->swatches[i], series);
    }
  self->track = add_swatch (self, "track");
  self->stripe = add_swatch (self, "stripe");
  self->highlighted = TIDE_DONUT_NONE;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_donut_ring_new:
 *
 * Returns: (transfer floating): a ring without slices
 */
GtkWidget *
tide_donut_ring_new (void)
{
  return g_object_new (TIDE_TYPE_DONUT_RING, NULL);
}

/**
 * tide_donut_ring_set_layout:
 * @self: a ring
 * @layout: where everything stands
 * @n_slices: number of slices
 *
 * Takes over the slices' places; it must have its parent's allocation.
 */
void
tide_donut_ring_set_layout (TideDonutRing *self, const TideDonutLayout *layout, guint n_slices)
{
  self->n_slices = MIN (n_slices, TIDE_DONUT_MAX_SLICES);
  self->ring = layout->ring;
  self->thickness = layout->thickness;
  self->has_leaders = !layout->is_list;
  self->is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  for (guint i = 0; i < self->n_slices; i++)
    self->places[i] = layout->places[i];

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tide_donut_ring_set_highlighted:
 * @self: a ring
 * @slice: which slice stands out; %TIDE_DONUT_NONE for none
 *
 * Draws a slice a little larger.
 */
void
tide_donut_ring_set_highlighted (TideDonutRing *self, guint slice)
{
  if (self->highlighted == slice)
    return;

  self->highlighted = slice;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
