/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-axis-drawing.h"

#include <math.h>

/* More ticks than this only make noise beside values that are written at the bars. */
#define MAX_TICKS 6u
#define MIN_TICKS 2u
/* Distance of numbers along the axis, in heights of a line. */
#define NUMBER_GAP 1.2
#define UPRIGHT_PITCH 2.2

/**
 * tide_axis_dup_number:
 * @ticks: ticks
 * @index: one of them
 *
 * Returns: (transfer full): the number that stands at it
 */
char *
tide_axis_dup_number (const TideTicks *ticks, guint index)
{
  double number = tide_ticks_get_number (ticks, index);
  g_autofree char *digits
      = g_strdup_printf ("%'.*f", (int) tide_ticks_get_decimals (ticks), fabs (number));

  /* The mark keeps the sign before the digits where text runs from right to left. */
  return g_strconcat (number < 0 ? "\u200e\u2212" : "", digits, NULL);
}

static double
measure_number (const TideAxisRuler *ruler, const TideTicks *ticks, guint index)
{
  g_autofree char *number = tide_axis_dup_number (ticks, index);

  return ruler->measure (ruler->owner, number);
}

/**
 * tide_axis_get_width:
 * @ruler: measures numbers
 * @ticks: ticks
 *
 * Returns: the width of the widest number
 */
double
tide_axis_get_width (const TideAxisRuler *ruler, const TideTicks *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->n_ticks; i++)
    widest = MAX (widest, measure_number (ruler, ticks, i));

  return widest;
}

/**
 * tide_axis_get_overhang:
 * @ruler: measures numbers
 * @ticks: ticks of a horizontal axis
 * @first: (out): how far the first number reaches beyond its tick
 * @last: (out): how far the last number reaches beyond its tick
 *
 * Tells what room the numbers need at the ends.
 */
void
tide_axis_get_overhang (const TideAxisRuler *ruler,
                        const TideTicks *ticks,
                        double *first,
                        double *last)
{
  *first = *last = 0;

  if (ticks->n_ticks == 0)
    return;

  *first = measure_number (ruler, ticks, 0) / 2;
  *last = measure_number (ruler, ticks, ticks->n_ticks - 1) / 2;
}

/**
 * tide_axis_cover:
 * @ruler: measures numbers
 * @range: what is to be covered
 * @length: how long the axis is, about
 * @ticks: (out caller-allocates): the ticks
 *
 * Chooses as many ticks as have room for their numbers beside each other.
 */
void
tide_axis_cover (const TideAxisRuler *ruler,
                 const TideTicksRange *range,
                 double length,
                 TideTicks *ticks)
{
  for (guint wanted = MAX_TICKS; wanted >= MIN_TICKS; wanted--)
    {
      tide_ticks_cover (ticks, range, wanted);
      if (ticks->n_ticks * (tide_axis_get_width (ruler, ticks) + NUMBER_GAP * ruler->line)
          <= length)
        return;
    }
}

/**
 * tide_axis_cover_upright:
 * @ruler: measures numbers
 * @range: what is to be covered
 * @length: how long the axis is, about
 * @ticks: (out caller-allocates): the ticks
 *
 * Chooses as many ticks as have room for their numbers above each other.
 */
void
tide_axis_cover_upright (const TideAxisRuler *ruler,
                         const TideTicksRange *range,
                         double length,
                         TideTicks *ticks)
{
  double room = MAX (length / (UPRIGHT_PITCH * ruler->line), 0);

  tide_ticks_cover (ticks, range, CLAMP ((guint) room, MIN_TICKS, MAX_TICKS));
}

static void
draw_line (GtkSnapshot *snapshot,
           const TideChartAxisPlace *place,
           double position,
           const GdkRGBA *colour)
{
  float at = (float) round (position);

  for (guint i = 0; i < place->n_bands; i++)
    {
      const TideBox *band = &place->bands[i];
      graphene_rect_t line;

      if (place->orientation == GTK_ORIENTATION_VERTICAL)
        graphene_rect_init (&line, (float) band->x, at, (float) band->width, 1);
      else
        graphene_rect_init (&line, at, (float) band->y, 1, (float) band->height);

      gtk_snapshot_append_color (snapshot, colour, &line);
    }
}

static void
draw_text (GtkSnapshot *snapshot,
           const TideChartAxisPlace *place,
           const TideAxisTicks *ticks,
           guint index,
           const GdkRGBA *colour)
{
  PangoLayout *text = g_ptr_array_index (ticks->texts, index);
  const double position = ticks->positions[index];
  const TideBox *plot = &place->plot;
  int width;
  int height;
  double x;
  double y;

  pango_layout_get_pixel_size (text, &width, &height);

  if (place->orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      x = CLAMP (position - width / 2.0, 0, MAX (0, ticks->room - width));
      y = plot->y + plot->height;
    }
  else
    {
      x = place->is_mirrored ? plot->x + plot->width + place->gap : plot->x - place->gap - width;
      y = position - height / 2.0;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (snapshot, text, colour);
  gtk_snapshot_restore (snapshot);
}

/**
 * tide_axis_draw:
 * @snapshot: where to
 * @place: where the axis stands
 * @ticks: what stands at it
 * @colours: the colours
 *
 * Draws grid lines and the numbers at them, on the screen or on paper.
 */
void
tide_axis_draw (GtkSnapshot *snapshot,
                const TideChartAxisPlace *place,
                const TideAxisTicks *ticks,
                const TideAxisColours *colours)
{
  for (guint i = 0; i < ticks->texts->len; i++)
    {
      draw_line (snapshot, place, ticks->positions[i],
                 i == ticks->zero ? &colours->baseline : &colours->grid);
      draw_text (snapshot, place, ticks, i, &colours->text);
    }
}
