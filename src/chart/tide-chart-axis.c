/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-axis.h"

#include "chart/tide-chart-text.h"

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

static GdkRGBA
get_color (GtkWidget *swatch)
{
  GdkRGBA color;

  gtk_widget_get_color (swatch, &color);

  return color;
}

static void
tide_chart_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideChartAxis *self = TIDE_CHART_AXIS (widget);
  const TideAxisColours colours = { .text = get_color (widget),
                                    .grid = get_color (self->grid),
                                    .baseline = get_color (self->baseline) };
  const TideAxisTicks ticks = { .texts = self->texts,
                                .positions = self->positions,
                                .zero = self->zero,
                                .room = gtk_widget_get_width (widget) };
  const TideChartAxisPlace place = { .orientation = self->orientation,
                                     .is_mirrored = self->is_mirrored,
                                     .plot = self->plot,
                                     .gap = self->gap,
                                     .bands = (const TideBox *) self->bands->data,
                                     .n_bands = self->bands->len };

  tide_axis_draw (snapshot, &place, &ticks, &colours);
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

static double
measure (gpointer self, const char *text)
{
  return tide_chart_axis_measure_text (self, text);
}

/**
 * tide_chart_axis_get_ruler:
 * @self: an axis
 *
 * Returns: what measures its numbers; borrows @self
 */
TideAxisRuler
tide_chart_axis_get_ruler (TideChartAxis *self)
{
  return (TideAxisRuler) { .measure = measure,
                           .owner = self,
                           .line = tide_chart_text_get_line_height (GTK_WIDGET (self)) };
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
      g_autofree char *number = tide_axis_dup_number (ticks, i);
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
