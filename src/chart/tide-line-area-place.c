/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-area-private.h"

#include "chart/tide-chart-axis.h"
#include "chart/tide-chart-text.h"
#include "chart/tide-line-plot.h"
#include "chart/tide-line-points.h"
#include "chart/tide-time-axis.h"

#include <math.h>

/* Sizes in heights of a line of text. */
#define GAP 0.45
#define INSET 0.5
#define MARK_SIZE 1.0
/* More labels than this at the ends of lines are no longer read one by one. */
#define MAX_LABELS 8u

/**
 * tide_line_area_is_drawn:
 * @self: an area
 * @series: number of a series of its table
 *
 * Returns: whether the series is shown
 */
gboolean
tide_line_area_is_drawn (TideLineArea *self, guint series)
{
  return tide_line_area_is_series_shown (self, g_ptr_array_index (self->table->series, series));
}

static gboolean
has_unit (TideLineArea *self)
{
  return *gtk_label_get_text (GTK_LABEL (self->unit)) != '\0';
}

static int
measure (GtkWidget *widget, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static TideTicksRange
get_range (TideLineArea *self, const TideLineSpec *spec)
{
  TideTicksRange range = { .divisor = self->divisor, .is_whole = TRUE };

  tide_line_spec_get_range (spec, &range.low, &range.high);
  for (guint i = 0; i < self->table->points->len && range.is_whole; i++)
    {
      double value
          = tide_chart_item_get_value (g_ptr_array_index (self->table->points, i)) / self->divisor;

      range.is_whole = fabs (value - round (value)) < 1e-9;
    }

  return range;
}

static TideLineSeries *
create_series (TideLineArea *self)
{
  guint n_series = self->table->series->len;
  TideLineSeries *series = g_new0 (TideLineSeries, n_series);

  for (guint i = 0; i < n_series; i++)
    {
      series[i].points = tide_line_table_get_line (self->table, i, &series[i].n_points);
      if (!tide_line_area_is_drawn (self, i))
        series[i].n_points = 0;
      if (self->labels->len > 1 && self->labels->len <= MAX_LABELS)
        series[i].label_width
            = measure (g_ptr_array_index (self->labels, i), GTK_ORIENTATION_HORIZONTAL);
    }

  return series;
}

static void
init_spec (TideLineArea *self, TideLineSpec *spec, int width, int height)
{
  double line = tide_chart_text_get_line_height (GTK_WIDGET (self));
  const TideAxisRuler ruler = tide_chart_axis_get_ruler (TIDE_CHART_AXIS (self->axis));
  TideTicksRange range;

  spec->kind = self->kind;
  spec->is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  spec->width = width;
  spec->height = height;
  spec->gap = GAP * line;
  spec->inset = INSET * line;
  spec->label_height = line;
  spec->unit_extent = has_unit (self) ? measure (self->unit, GTK_ORIENTATION_VERTICAL) : 0;
  spec->time_extent = tide_time_axis_get_height (TIDE_TIME_AXIS (self->time_axis), spec);

  range = get_range (self, spec);
  tide_axis_cover_upright (&ruler, &range,
                           height - spec->unit_extent - spec->time_extent - line / 2, &spec->ticks);
  spec->axis_extent = tide_axis_get_width (&ruler, &spec->ticks);
}

static void
place_widget (GtkWidget *widget, const TideBox *box)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget,
                            &(GtkAllocation) { (int) floor (box->x), (int) round (box->y),
                                               MAX (minimum, (int) ceil (box->width)),
                                               (int) ceil (box->height) },
                            -1);
}

static void
place_all_over (TideLineArea *self, GtkWidget *widget)
{
  const TideBox box = { .width = gtk_widget_get_width (GTK_WIDGET (self)),
                        .height = gtk_widget_get_height (GTK_WIDGET (self)) };

  place_widget (widget, &box);
}

static void
place_labels (TideLineArea *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (self->labels, i);
      const TideBox *box = &self->layout->labels[i];

      gtk_widget_set_child_visible (label, box->width > 0);
      if (box->width > 0)
        place_widget (label, box);
    }
}

static void
place_axis (TideLineArea *self, const TideLineSpec *spec)
{
  TideChartAxis *axis = TIDE_CHART_AXIS (self->axis);
  g_autofree double *positions = g_new (double, spec->ticks.n_ticks);
  TideChartAxisPlace place = {
    .orientation = GTK_ORIENTATION_VERTICAL,
    .is_mirrored = spec->is_mirrored,
    .plot = self->layout->plot,
    .gap = spec->gap,
    .bands = &self->layout->plot,
    .n_bands = 1,
  };

  for (guint i = 0; i < spec->ticks.n_ticks; i++)
    positions[i] = tide_line_layout_get_y (self->layout, tide_ticks_get_value (&spec->ticks, i));

  tide_chart_axis_place (axis, &place);
  tide_chart_axis_set_ticks (axis, &spec->ticks, positions);
}

/**
 * tide_line_area_place:
 * @self: an area
 * @width: its width
 * @height: its height
 *
 * Makes a layout for that size, and allocates all children but the cursor.
 */
void
tide_line_area_place (TideLineArea *self, int width, int height)
{
  g_autofree TideLineSeries *series = create_series (self);
  TideLineSpec spec = { .n_series = self->table->series->len, .series = series };

  init_spec (self, &spec, width, height);
  tide_line_plot_set_layout (TIDE_LINE_PLOT (self->plot), NULL, self->kind);
  g_clear_pointer (&self->layout, tide_line_layout_free);
  self->layout = tide_line_layout_new (&spec);

  gtk_widget_set_child_visible (self->unit, has_unit (self));
  if (has_unit (self))
    place_widget (self->unit, &self->layout->unit);
  place_all_over (self, self->axis);
  place_axis (self, &spec);
  place_all_over (self, self->time_axis);
  tide_time_axis_set_layout (TIDE_TIME_AXIS (self->time_axis), &spec, self->layout);
  place_all_over (self, self->plot);
  tide_line_plot_set_layout (TIDE_LINE_PLOT (self->plot), self->layout, self->kind);
  place_labels (self);
  place_all_over (self, self->points);
  tide_line_points_place (TIDE_LINE_POINTS (self->points), self->layout,
                          MARK_SIZE * spec.label_height);
}
