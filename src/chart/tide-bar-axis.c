/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-axis.h"

#include "chart/tide-chart-text.h"

#include <math.h>

/* More ticks than this only make noise beside values that are written at the bars. */
#define MAX_TICKS 6u
#define MIN_TICKS 2u
/* Distance of numbers along the axis, in heights of a line. */
#define NUMBER_GAP 1.2
#define UPRIGHT_PITCH 2.2

/* Grid lines and the numbers at them. Nothing in it answers to anything. */
struct _TideBarAxis
{
  GtkWidget parent_instance;

  GtkWidget *grid;     /* owned as a child: has the colour of grid lines */
  GtkWidget *baseline; /* owned as a child: has the colour of the line at zero */
  GArray *bands;       /* owned array of TideBox: where grid lines are drawn */
  GPtrArray *numbers;  /* owned array of PangoLayout, one for each tick */
  double *positions;   /* owned, one for each tick */
  guint zero;          /* the tick at zero */
  TideBox plot;
  TideBarDirection direction;
  gboolean is_mirrored;
  double gap;
};

G_DEFINE_FINAL_TYPE (TideBarAxis, tide_bar_axis, GTK_TYPE_WIDGET)

static PangoLayout *
create_number (TideBarAxis *self, const TideTicks *ticks, guint index)
{
  double number = tide_ticks_get_number (ticks, index);
  g_autofree char *digits
      = g_strdup_printf ("%'.*f", (int) tide_ticks_get_decimals (ticks), fabs (number));
  g_autofree char *text = g_strconcat (number < 0 ? "\u2212" : "", digits, NULL);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static double
measure_number (TideBarAxis *self, const TideTicks *ticks, guint index)
{
  g_autoptr (PangoLayout) number = create_number (self, ticks, index);
  int width;

  pango_layout_get_pixel_size (number, &width, NULL);

  return width;
}

static GdkRGBA
get_color (GtkWidget *swatch)
{
  GdkRGBA color;

  gtk_widget_get_color (swatch, &color);

  return color;
}

static void
append_line (TideBarAxis *self, GtkSnapshot *snapshot, double position, const GdkRGBA *color)
{
  float at = (float) round (position);

  for (guint i = 0; i < self->bands->len; i++)
    {
      const TideBox *band = &g_array_index (self->bands, TideBox, i);
      graphene_rect_t line;

      if (self->direction == TIDE_BAR_VERTICAL)
        graphene_rect_init (&line, (float) band->x, at, (float) band->width, 1);
      else
        graphene_rect_init (&line, at, (float) band->y, 1, (float) band->height);

      gtk_snapshot_append_color (snapshot, color, &line);
    }
}

static void
append_number (TideBarAxis *self, GtkSnapshot *snapshot, guint index, const GdkRGBA *color)
{
  PangoLayout *number = g_ptr_array_index (self->numbers, index);
  double position = self->positions[index];
  double room = gtk_widget_get_width (GTK_WIDGET (self));
  int width;
  int height;
  double x;
  double y;

  pango_layout_get_pixel_size (number, &width, &height);

  if (self->direction == TIDE_BAR_HORIZONTAL)
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
  gtk_snapshot_append_layout (snapshot, number, color);
  gtk_snapshot_restore (snapshot);
}

static void
tide_bar_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideBarAxis *self = TIDE_BAR_AXIS (widget);
  GdkRGBA text = get_color (widget);
  GdkRGBA grid = get_color (self->grid);
  GdkRGBA baseline = get_color (self->baseline);

  for (guint i = 0; i < self->numbers->len; i++)
    {
      append_line (self, snapshot, self->positions[i], i == self->zero ? &baseline : &grid);
      append_number (self, snapshot, i, &text);
    }
}

static void
tide_bar_axis_dispose (GObject *object)
{
  TideBarAxis *self = TIDE_BAR_AXIS (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->baseline, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_bar_axis_parent_class)->dispose (object);
}

static void
tide_bar_axis_finalize (GObject *object)
{
  TideBarAxis *self = TIDE_BAR_AXIS (object);

  g_array_unref (self->bands);
  g_ptr_array_unref (self->numbers);
  g_free (self->positions);

  G_OBJECT_CLASS (tide_bar_axis_parent_class)->finalize (object);
}

static void
tide_bar_axis_class_init (TideBarAxisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_bar_axis_dispose;
  object_class->finalize = tide_bar_axis_finalize;
  widget_class->snapshot = tide_bar_axis_snapshot;

  gtk_widget_class_set_css_name (widget_class, "baraxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

/* Grid lines do not run through labels that stand above their bars. */
static void
find_bands (TideBarAxis *self, const TideBarSpec *spec, const TideBarLayout *layout)
{
  const TideBox *plot = &layout->plot;

  g_array_set_size (self->bands, 0);
  if (!spec->has_labels_above)
    {
      g_array_append_val (self->bands, *plot);
      return;
    }

  for (guint i = 0; i < spec->n_categories; i++)
    {
      gboolean is_last = i + 1 == spec->n_categories;
      double top = layout->labels[i].y + layout->labels[i].height;
      double bottom = is_last ? plot->y + plot->height : layout->labels[i + 1].y;
      TideBox band = { plot->x, top, plot->width, bottom - top };

      g_array_append_val (self->bands, band);
    }
}

static GtkWidget *
add_swatch (TideBarAxis *self, const char *css_name)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_child_visible (swatch, FALSE);
  gtk_widget_set_parent (swatch, GTK_WIDGET (self));

  return swatch;
}

static void
tide_bar_axis_init (TideBarAxis *self)
{
  self->bands = g_array_new (FALSE, FALSE, sizeof (TideBox));
  self->numbers = g_ptr_array_new_with_free_func (g_object_unref);
  self->grid = add_swatch (self, "grid");
  self->baseline = add_swatch (self, "baseline");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_bar_axis_new:
 *
 * Returns: (transfer floating): an axis without ticks
 */
GtkWidget *
tide_bar_axis_new (void)
{
  return g_object_new (TIDE_TYPE_BAR_AXIS, NULL);
}

/**
 * tide_bar_axis_cover:
 * @self: an axis
 * @range: what is to be covered
 * @length: how long the axis is, about
 * @ticks: (out caller-allocates): the ticks
 *
 * Chooses as many ticks as have room for their numbers beside each other.
 */
void
tide_bar_axis_cover (TideBarAxis *self,
                     const TideTicksRange *range,
                     double length,
                     TideTicks *ticks)
{
  double gap = NUMBER_GAP * tide_chart_text_get_line_height (GTK_WIDGET (self));

  for (guint wanted = MAX_TICKS; wanted >= MIN_TICKS; wanted--)
    {
      tide_ticks_cover (ticks, range, wanted);
      if (ticks->n_ticks * (tide_bar_axis_get_width (self, ticks) + gap) <= length)
        return;
    }
}

/**
 * tide_bar_axis_cover_upright:
 * @self: an axis
 * @range: what is to be covered
 * @length: how long the axis is, about
 * @ticks: (out caller-allocates): the ticks
 *
 * Chooses as many ticks as have room for their numbers above each other.
 */
void
tide_bar_axis_cover_upright (TideBarAxis *self,
                             const TideTicksRange *range,
                             double length,
                             TideTicks *ticks)
{
  double pitch = UPRIGHT_PITCH * tide_chart_text_get_line_height (GTK_WIDGET (self));
  double room = MAX (length / pitch, 0);

  tide_ticks_cover (ticks, range, CLAMP ((guint) room, MIN_TICKS, MAX_TICKS));
}

/**
 * tide_bar_axis_get_width:
 * @self: an axis
 * @ticks: its ticks
 *
 * Returns: the width of the widest number
 */
double
tide_bar_axis_get_width (TideBarAxis *self, const TideTicks *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->n_ticks; i++)
    widest = MAX (widest, measure_number (self, ticks, i));

  return widest;
}

/**
 * tide_bar_axis_get_overhang:
 * @self: a horizontal axis
 * @ticks: its ticks
 * @first: (out): how far the first number reaches beyond its tick
 * @last: (out): how far the last number reaches beyond its tick
 *
 * Tells what room the numbers need at the ends.
 */
void
tide_bar_axis_get_overhang (TideBarAxis *self, const TideTicks *ticks, double *first, double *last)
{
  *first = *last = 0;

  if (ticks->n_ticks == 0)
    return;

  *first = measure_number (self, ticks, 0) / 2;
  *last = measure_number (self, ticks, ticks->n_ticks - 1) / 2;
}

/**
 * tide_bar_axis_set_layout:
 * @self: an axis
 * @spec: the chart
 * @layout: where everything stands
 *
 * Takes over the ticks' places; the axis must have its parent's allocation.
 */
void
tide_bar_axis_set_layout (TideBarAxis *self, const TideBarSpec *spec, const TideBarLayout *layout)
{
  const TideTicks *ticks = &spec->ticks;

  self->plot = layout->plot;
  self->direction = spec->direction;
  self->is_mirrored = spec->is_mirrored;
  self->gap = spec->gap;
  self->zero = G_MAXUINT;
  find_bands (self, spec, layout);

  g_ptr_array_set_size (self->numbers, 0);
  self->positions = g_renew (double, self->positions, ticks->n_ticks);
  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      double value = tide_ticks_get_value (ticks, i);

      self->positions[i] = tide_bar_layout_get_position (layout, value);
      g_ptr_array_add (self->numbers, create_number (self, ticks, i));
      if (!(value < 0) && !(value > 0))
        self->zero = i;
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
