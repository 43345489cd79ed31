/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-axis.h"

#include "chart/tide-chart-text.h"

#include <math.h>

/* More ticks than this only make noise beside values that are written at the bars. */
#define MAX_TICKS 6u
#define MIN_TICKS 2u
/* Distance of numbers along the axis, in heights of a line. */
#define NUMBER_GAP 1.2
#define UPRIGHT_PITCH 2.2

/* Grid lines and the numbers at them. Nothing in it answers to anything. */
struct _TideChartAxis
{
  GtkWidget parent_instance;

  GtkWidget *grid;     /* owned as a child: has the colour of grid lines */
  GtkWidget *baseline; /* owned as a child: has the colour of the line at zero */
  GArray *bands;       /* owned array of TideBox: where grid lines are drawn */
  GPtrArray *texts;    /* owned array of PangoLayout, one for each tick */
  double *positions;   /* owned, one for each tick */
  guint zero;          /* the tick at zero, if there is one */
  TideBox plot;
  GtkOrientation orientation;
  gboolean is_mirrored;
  double gap;
};

G_DEFINE_FINAL_TYPE (TideChartAxis, tide_chart_axis, GTK_TYPE_WIDGET)

static PangoLayout *
create_text (TideChartAxis *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

static char *
dup_number (const TideTicks *ticks, guint index)
{
  double number = tide_ticks_get_number (ticks, index);
  g_autofree char *digits
      = g_strdup_printf ("%'.*f", (int) tide_ticks_get_decimals (ticks), fabs (number));

  /* The mark keeps the sign before the digits where text runs from right to left. */
  return g_strconcat (number < 0 ? "\u200e\u2212" : "", digits, NULL);
}

static double
measure_number (TideChartAxis *self, const TideTicks *ticks, guint index)
{
  g_autofree char *number = dup_number (ticks, index);

  return tide_chart_axis_measure_text (self, number);
}

static GdkRGBA
get_color (GtkWidget *swatch)
{
  GdkRGBA color;

  gtk_widget_get_color (swatch, &color);

  return color;
}

static void
append_line (TideChartAxis *self, GtkSnapshot *snapshot, double position, const GdkRGBA *color)
{
  float at = (float) round (position);

  for (guint i = 0; i < self->bands->len; i++)
    {
      const TideBox *band = &g_array_index (self->bands, TideBox, i);
      graphene_rect_t line;

      if (self->orientation == GTK_ORIENTATION_VERTICAL)
        graphene_rect_init (&line, (float) band->x, at, (float) band->width, 1);
      else
        graphene_rect_init (&line, at, (float) band->y, 1, (float) band->height);

      gtk_snapshot_append_color (snapshot, color, &line);
    }
}

static void
append_text (TideChartAxis *self, GtkSnapshot *snapshot, guint index, const GdkRGBA *color)
{
  PangoLayout *text = g_ptr_array_index (self->texts, index);
  double position = self->positions[index];
  double room = gtk_widget_get_width (GTK_WIDGET (self));
  int width;
  int height;
  double x;
  double y;

  pango_layout_get_pixel_size (text, &width, &height);

  if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      x = CLAMP (position - width / 2.0, 0, MAX (0, room - width));
      y = self->plot.y + self->plot.height;
    }
  else
    {
      x = self->is_mirrored ? self->plot.x + self->plot.width + self->gap
                            : self->plot.x - self->gap - width;
      y = position - height / 2.0;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (snapshot, text, color);
  gtk_snapshot_restore (snapshot);
}

static void
tide_chart_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideChartAxis *self = TIDE_CHART_AXIS (widget);
  GdkRGBA text = get_color (widget);
  GdkRGBA grid = get_color (self->grid);
  GdkRGBA baseline = get_color (self->baseline);

  for (guint i = 0; i < self->texts->len; i++)
    {
      append_line (self, snapshot, self->positions[i], i == self->zero ? &baseline : &grid);
      append_text (self, snapshot, i, &text);
    }
}

static void
tide_chart_axis_dispose (GObject *object)
{
  TideChartAxis *self = TIDE_CHART_AXIS (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->baseline, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_chart_axis_parent_class)->dispose (object);
}

static void
tide_chart_axis_finalize (GObject *object)
{
  TideChartAxis *self = TIDE_CHART_AXIS (object);

  g_array_unref (self->bands);
  g_ptr_array_unref (self->texts);
  g_free (self->positions);

  G_OBJECT_CLASS (tide_chart_axis_parent_class)->finalize (object);
}

static void
tide_chart_axis_class_init (TideChartAxisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_chart_axis_dispose;
  object_class->finalize = tide_chart_axis_finalize;
  widget_class->snapshot = tide_chart_axis_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chartaxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
add_swatch (TideChartAxis *self, const char *css_name)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_child_visible (swatch, FALSE);
  gtk_widget_set_parent (swatch, GTK_WIDGET (self));

  return swatch;
}

static void
tide_chart_axis_init (TideChartAxis *self)
{
  self->bands = g_array_new (FALSE, FALSE, sizeof (TideBox));
  self->texts = g_ptr_array_new_with_free_func (g_object_unref);
  self->grid = add_swatch (self, "grid");
  self->baseline = add_swatch (self, "baseline");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_chart_axis_new:
 *
 * Returns: (transfer floating): an axis without ticks
 */
GtkWidget *
tide_chart_axis_new (void)
{
  return g_object_new (TIDE_TYPE_CHART_AXIS, NULL);
}

/**
 * tide_chart_axis_cover:
 * @self: an axis
 * @range: what is to be covered
 * @length: how long the axis is, about
 * @ticks: (out caller-allocates): the ticks
 *
 * Chooses as many ticks as have room for their numbers beside each other.
 */
void
tide_chart_axis_cover (TideChartAxis *self,
                       const TideTicksRange *range,
                       double length,
                       TideTicks *ticks)
{
  double gap = NUMBER_GAP * tide_chart_text_get_line_height (GTK_WIDGET (self));

  for (guint wanted = MAX_TICKS; wanted >= MIN_TICKS; wanted--)
    {
      tide_ticks_cover (ticks, range, wanted);
      if (ticks->n_ticks * (tide_chart_axis_get_width (self, ticks) + gap) <= length)
        return;
    }
}

/**
 * tide_chart_axis_cover_upright:
 * @self: an axis
 * @range: what is to be covered
 * @length: how long the axis is, about
 * @ticks: (out caller-allocates): the ticks
 *
 * Chooses as many ticks as have room for their numbers above each other.
 */
void
tide_chart_axis_cover_upright (TideChartAxis *self,
                               const TideTicksRange *range,
                               double length,
                               TideTicks *ticks)
{
  double pitch = UPRIGHT_PITCH * tide_chart_text_get_line_height (GTK_WIDGET (self));
  double room = MAX (length / pitch, 0);

  tide_ticks_cover (ticks, range, CLAMP ((guint) room, MIN_TICKS, MAX_TICKS));
}

/**
 * tide_chart_axis_get_width:
 * @self: an axis
 * @ticks: its ticks
 *
 * Returns: the width of the widest number
 */
double
tide_chart_axis_get_width (TideChartAxis *self, const TideTicks *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->n_ticks; i++)
    widest = MAX (widest, measure_number (self, ticks, i));

  return widest;
}

/**
 * tide_chart_axis_get_overhang:
 * @self: a horizontal axis
 * @ticks: its ticks
 * @first: (out): how far the first number reaches beyond its tick
 * @last: (out): how far the last number reaches beyond its tick
 *
 * Tells what room the numbers need at the ends.
 */
void
tide_chart_axis_get_overhang (TideChartAxis *self,
                              const TideTicks *ticks,
                              double *first,
                              double *last)
{
  *first = *last = 0;

  if (ticks->n_ticks == 0)
    return;

  *first = measure_number (self, ticks, 0) / 2;
  *last = measure_number (self, ticks, ticks->n_ticks - 1) / 2;
}

/**
 * tide_chart_axis_measure_text:
 * @self: an axis
 * @text: what may be written at a tick
 *
 * Returns: its width
 */
double
tide_chart_axis_measure_text (TideChartAxis *self, const char *text)
{
  g_autoptr (PangoLayout) layout = create_text (self, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/**
 * tide_chart_axis_place:
 * @self: an axis
 * @place: where it stands
 *
 * Says where the axis stands; it must have its parent's allocation.
 */
void
tide_chart_axis_place (TideChartAxis *self, const TideChartAxisPlace *place)
{
  self->orientation = place->orientation;
  self->is_mirrored = place->is_mirrored;
  self->plot = place->plot;
  self->gap = place->gap;
  g_array_set_size (self->bands, 0);
  g_array_append_vals (self->bands, place->bands, place->n_bands);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_positions (TideChartAxis *self, const double *positions, guint n_ticks)
{
  g_ptr_array_set_size (self->texts, 0);
  self->zero = G_MAXUINT;
  g_free (self->positions);
  self->positions = g_memdup2 (positions, n_ticks * sizeof (double));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tide_chart_axis_set_ticks:
 * @self: an axis
 * @ticks: its ticks
 * @positions: (array): where each of them stands: y on an upright axis, else x
 *
 * Writes the ticks' numbers. The line at zero is drawn as the base.
 */
void
tide_chart_axis_set_ticks (TideChartAxis *self, const TideTicks *ticks, const double *positions)
{
  set_positions (self, positions, ticks->n_ticks);
  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      g_autofree char *number = dup_number (ticks, i);
      double value = tide_ticks_get_value (ticks, i);

      g_ptr_array_add (self->texts, create_text (self, number));
      if (!(value < 0) && !(value > 0))
        self->zero = i;
    }
}

/**
 * tide_chart_axis_set_texts:
 * @self: an axis
 * @texts: (array zero-terminated=1): what is written at its ticks
 * @positions: (array): where each of them stands: y on an upright axis, else x
 *
 * Writes texts at ticks that are no numbers.
 */
void
tide_chart_axis_set_texts (TideChartAxis *self, const char *const *texts, const double *positions)
{
  set_positions (self, positions, g_strv_length ((GStrv) texts));
  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (self->texts, create_text (self, texts[i]));
}
