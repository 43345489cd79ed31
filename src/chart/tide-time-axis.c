/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-time-axis.h"

#include "chart/tide-chart-axis.h"
#include "chart/tide-chart-date.h"
#include "chart/tide-chart-text.h"

#include <math.h>

#define MAX_TICKS 12u
/* The longest step below years, in days: half a year. */
#define LONGEST_PART 184.0
/* Sizes in heights of a line of text. */
#define TICK_LENGTH 0.25
#define TEXT_GAP 0.8

/* What runs along a chart of lines: years, quarters, months, days or numbers, as many as have room
 * beside each other. */
struct _TideTimeAxis
{
  GtkWidget parent_instance;

  GtkWidget *axis; /* owned as a child */
  gboolean is_time;
  TideTimeUnit finest;
};

G_DEFINE_FINAL_TYPE (TideTimeAxis, tide_time_axis, GTK_TYPE_WIDGET)

/* What is written, and where. */
typedef struct
{
  GPtrArray *texts;
  GArray *positions;
} Marks;

static void
add_mark (Marks *marks, char *text, double position)
{
  g_ptr_array_add (marks->texts, text);
  g_array_append_val (marks->positions, position);
}

static void
mark_time (TideTimeAxis *self,
           const TideLineLayout *layout,
           const TideTicksRange *span,
           guint max_ticks,
           Marks *marks)
{
  const TideTimeRange range = { span->low, span->high, self->finest };
  TideTimeTicks ticks;

  tide_time_ticks_cover (&ticks, &range, max_ticks);
  for (guint i = 0; i < ticks.n_ticks; i++)
    add_mark (marks, tide_chart_date_dup_tick (&ticks, i),
              tide_line_layout_get_x (layout, tide_time_ticks_get_day (&ticks, i)));
}

/* Ticks of numbers reach beyond what they cover; those that do are left out. */
static void
mark_numbers (const TideLineLayout *layout,
              const TideTicksRange *span,
              guint max_ticks,
              Marks *marks)
{
  TideTicks ticks;

  if (span->low >= span->high)
    {
      add_mark (marks, g_strdup_printf ("%.10g", span->low),
                tide_line_layout_get_x (layout, span->low));
      return;
    }

  tide_ticks_cover (&ticks, span, max_ticks);
  for (guint i = 0; i < ticks.n_ticks; i++)
    {
      double number = tide_ticks_get_number (&ticks, i);

      if (number >= span->low && number <= span->high)
        add_mark (marks, g_strdup_printf ("%.*f", (int) tide_ticks_get_decimals (&ticks), number),
                  tide_line_layout_get_x (layout, number));
    }
}

static gboolean
has_room (TideTimeAxis *self, const Marks *marks)
{
  double gap = TEXT_GAP * tide_chart_text_get_line_height (GTK_WIDGET (self));
  double before = 0;

  for (guint i = 0; i < marks->texts->len; i++)
    {
      double extent = tide_chart_axis_measure_text (TIDE_CHART_AXIS (self->axis),
                                                    g_ptr_array_index (marks->texts, i));
      double pitch = i == 0 ? G_MAXDOUBLE
                            : fabs (g_array_index (marks->positions, double, i)
                                    - g_array_index (marks->positions, double, i - 1));

      if (pitch < (before + extent) / 2 + gap)
        return FALSE;
      before = extent;
    }

  return TRUE;
}

static void
choose_marks (TideTimeAxis *self,
              const TideLineLayout *layout,
              const TideTicksRange *span,
              Marks *marks)
{
  for (guint wanted = MAX_TICKS; wanted > 0; wanted--)
    {
      g_ptr_array_set_size (marks->texts, 0);
      g_array_set_size (marks->positions, 0);
      if (self->is_time)
        mark_time (self, layout, span, wanted, marks);
      else
        mark_numbers (layout, span, wanted, marks);

      if (marks->texts->len <= 1 || has_room (self, marks))
        return;
    }
}

static void
place_axis (TideTimeAxis *self, const TideLineSpec *spec, const TideLineLayout *layout)
{
  double length = TICK_LENGTH * tide_chart_text_get_line_height (GTK_WIDGET (self));
  TideBox ticks = {
    .x = layout->plot.x,
    .y = layout->plot.y + layout->plot.height,
    .width = layout->plot.width,
    .height = length,
  };
  TideBox plot = layout->plot;
  const TideChartAxisPlace place = {
    .orientation = GTK_ORIENTATION_HORIZONTAL,
    .is_mirrored = spec->is_mirrored,
    .plot = { plot.x, plot.y, plot.width, plot.height + length },
    .bands = &ticks,
    .n_bands = 1,
  };

  tide_chart_axis_place (TIDE_CHART_AXIS (self->axis), &place);
}

static void
tide_time_axis_dispose (GObject *object)
{
  g_clear_pointer (&TIDE_TIME_AXIS (object)->axis, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_time_axis_parent_class)->dispose (object);
}

static void
tide_time_axis_class_init (TideTimeAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_time_axis_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timeaxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tide_time_axis_init (TideTimeAxis *self)
{
  self->axis = tide_chart_axis_new ();
  gtk_widget_set_parent (self->axis, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_time_axis_new:
 *
 * Returns: (transfer floating): an axis without ticks
 */
GtkWidget *
tide_time_axis_new (void)
{
  return g_object_new (TIDE_TYPE_TIME_AXIS, NULL);
}

/**
 * tide_time_axis_set_table:
 * @self: an axis
 * @table: what is going to be shown
 *
 * Takes over whether it is time that runs along, and how exactly that is known.
 */
void
tide_time_axis_set_table (TideTimeAxis *self, const TideLineTable *table)
{
  self->is_time = table->is_time;
  self->finest = table->finest;
}

/**
 * tide_time_axis_get_height:
 * @self: an axis
 * @spec: the chart; only its points are read
 *
 * Returns: the height that its ticks and texts need: two lines where years may stand below months
 */
int
tide_time_axis_get_height (TideTimeAxis *self, const TideLineSpec *spec)
{
  int line = tide_chart_text_get_line_height (self->axis);
  gboolean has_years_below = self->is_time && self->finest != TIDE_TIME_YEAR;
  double first;
  double last;

  tide_line_spec_get_span (spec, &first, &last);
  if (last - first > MAX_TICKS * LONGEST_PART)
    has_years_below = FALSE;

  return (int) ceil (TICK_LENGTH * tide_chart_text_get_line_height (GTK_WIDGET (self)))
         + (has_years_below ? 2 : 1) * line;
}

/**
 * tide_time_axis_set_layout:
 * @self: an axis
 * @spec: the chart
 * @layout: where everything stands
 *
 * Chooses the ticks and takes over their places; the axis must have its parent's allocation.
 */
void
tide_time_axis_set_layout (TideTimeAxis *self,
                           const TideLineSpec *spec,
                           const TideLineLayout *layout)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (MAX_TICKS, g_free, TRUE);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (double));
  Marks marks = { texts, positions };
  TideTicksRange span = { .divisor = 1 };

  tide_line_spec_get_span (spec, &span.low, &span.high);
  if (span.low <= span.high)
    choose_marks (self, layout, &span, &marks);

  place_axis (self, spec, layout);
  tide_chart_axis_set_texts (TIDE_CHART_AXIS (self->axis), (const char *const *) texts->pdata,
                             (const double *) positions->data);
}
