/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-style.h"

/* How many colours the style sheet knows; further series start over, with another dash. */
#define N_COLOURS 6
#define N_SHAPES 6
#define MAX_DASH 6
/* Of the stripes in areas, in pixels. */
#define STRIPE_PITCH 6.0f
#define STRIPE_WIDTH 1.5f

/* In widths of the line; ended by zero. The first is drawn through. */
static const float dashes[][MAX_DASH + 1] = {
  { 0 },          { 4, 2, 0 },
  { 1, 1.5f, 0 }, { 5, 1.5f, 1, 1.5f, 0 },
  { 8, 2.5f, 0 }, { 5, 1.5f, 1, 1.5f, 1, 1.5f, 0 },
};

/**
 * tide_line_style_add_class:
 * @widget: a widget that the style sheet calls `lineseries`
 * @series: which series, from 0
 *
 * Gives it the colour of the series.
 */
void
tide_line_style_add_class (GtkWidget *widget, guint series)
{
  g_autofree char *name = g_strdup_printf ("series-%u", series % N_COLOURS + 1);

  gtk_widget_add_css_class (widget, name);
}

/**
 * tide_line_style_create_color:
 * @series: which series, from 0
 *
 * Returns: (transfer floating): a widget that is never shown and whose colour, see
 *   gtk_widget_get_color(), is the series'
 */
GtkWidget *
tide_line_style_create_color (guint series)
{
  GtkWidget *color = g_object_new (GTK_TYPE_BOX, "css-name", "lineseries", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  tide_line_style_add_class (color, series);
  gtk_widget_set_child_visible (color, FALSE);

  return color;
}

/**
 * tide_line_style_create_stroke:
 * @series: which series, from 0
 * @width: width of the line
 *
 * Returns: (transfer full): how the series' line is drawn: each with dashes of its own, so that
 *   colour is not the only difference
 */
GskStroke *
tide_line_style_create_stroke (guint series, float width)
{
  GskStroke *stroke = gsk_stroke_new (width);
  const float *dash = dashes[(series + series / N_COLOURS) % G_N_ELEMENTS (dashes)];
  float lengths[MAX_DASH];
  gsize n_lengths = 0;

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  while (dash[n_lengths] > 0)
    {
      lengths[n_lengths] = dash[n_lengths] * width;
      n_lengths++;
    }
  gsk_stroke_set_dash (stroke, n_lengths > 0 ? lengths : NULL, n_lengths);

  return stroke;
}

static void
add_polygon (
    GskPathBuilder *builder, const float *corners, gsize n_corners, float x, float y, float size)
{
  for (gsize i = 0; i < n_corners; i++)
    {
      float at_x = x + corners[2 * i] * size;
      float at_y = y + corners[2 * i + 1] * size;

      if (i == 0)
        gsk_path_builder_move_to (builder, at_x, at_y);
      else
        gsk_path_builder_line_to (builder, at_x, at_y);
    }
  gsk_path_builder_close (builder);
}

/**
 * tide_line_style_add_shape:
 * @builder: a path
 * @series: which series, from 0
 * @x: the middle
 * @y: the middle
 * @size: half of the width of a round shape; the others cover about as much
 *
 * Adds what a point of the series looks like: each series has a shape of its own.
 */
void
tide_line_style_add_shape (GskPathBuilder *builder, guint series, float x, float y, float size)
{
  static const float square[] = { -0.9f, -0.9f, 0.9f, -0.9f, 0.9f, 0.9f, -0.9f, 0.9f };
  static const float upwards[] = { 0, -1.25f, 1.2f, 0.95f, -1.2f, 0.95f };
  static const float diamond[] = { 0, -1.35f, 1.35f, 0, 0, 1.35f, -1.35f, 0 };
  static const float downwards[] = { 0, 1.25f, 1.2f, -0.95f, -1.2f, -0.95f };
  static const float cross[]
      = { -0.4f, -1.3f, 0.4f,  -1.3f, 0.4f,  -0.4f, 1.3f,  -0.4f, 1.3f,  0.4f,  0.4f,  0.4f,
          0.4f,  1.3f,  -0.4f, 1.3f,  -0.4f, 0.4f,  -1.3f, 0.4f,  -1.3f, -0.4f, -0.4f, -0.4f };

  switch (series % N_SHAPES)
    {
    case 1:
      add_polygon (builder, square, 4, x, y, size);
      break;
    case 2:
      add_polygon (builder, upwards, 3, x, y, size);
      break;
    case 3:
      add_polygon (builder, diamond, 4, x, y, size);
      break;
    case 4:
      add_polygon (builder, downwards, 3, x, y, size);
      break;
    case 5:
      add_polygon (builder, cross, 12, x, y, size);
      break;
    default:
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), size);
      break;
    }
}

/**
 * tide_line_style_append_pattern:
 * @snapshot: where to draw
 * @series: which series, from 0
 * @color: the colour of the stripes
 * @bounds: what is to be covered
 *
 * Draws stripes over the area of a series: in one direction over every third, in the other over the
 * next, and none over the first.
 */
void
tide_line_style_append_pattern (GtkSnapshot *snapshot,
                                guint series,
                                const GdkRGBA *color,
                                const graphene_rect_t *bounds)
{
  const GdkRGBA none = { color->red, color->green, color->blue, 0 };
  const float share = STRIPE_WIDTH / STRIPE_PITCH;
  const GskColorStop stops[] = { { 0, *color }, { share, *color }, { share, none }, { 1, none } };
  const graphene_point_t *start = &bounds->origin;
  const float step = STRIPE_PITCH * (float) G_SQRT2 / 2;
  graphene_point_t end = { start->x + step, start->y + (series % 3 == 1 ? step : -step) };

  if (series % 3 == 0)
    return;

  gtk_snapshot_append_repeating_linear_gradient (snapshot, bounds, start, &end, stops,
                                                 G_N_ELEMENTS (stops));
}
