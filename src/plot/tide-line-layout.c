/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-line-layout.h"

#include "plot/tide-line-stack.h"

#include <math.h>
#include <string.h>

/* A line that varies by less than this share of its height is not shown down to zero. */
#define LEAST_VARIATION (1.0 / 3.0)
/* Labels take no more of the width than this. */
#define MOST_LABELS 0.35
/* A label is moved no further from its line's end than this, in heights of a label. */
#define MOST_SHIFT 1.1
/* A line that ends further from the plot's end than this has no place for a label. */
#define MOST_DISTANCE 1.5

/* A label on its way to its place. */
typedef struct
{
  guint series;
  double wanted;
  double from_above;
  double from_below;
} Label;

static gboolean
is_drawn (const TideLinePoint *point)
{
  return point->has_value && isfinite (point->value);
}

static void
widen_by_series (const TideLineSpec *spec,
                 guint series,
                 TideLineStack *stack,
                 TideTicksRange *range)
{
  for (guint j = 0; j < spec->series[series].n_points; j++)
    {
      const TideLinePoint *point = &spec->series[series].points[j];
      double end = point->value;

      if (!is_drawn (point))
        continue;
      if (stack != NULL)
        end += tide_line_stack_add (stack, point);
      range->low = MIN (range->low, end);
      range->high = MAX (range->high, end);
    }
}

/**
 * tide_line_spec_get_range:
 * @spec: a chart; only its kind and points are read
 * @low: (out): what the axis has to reach down to
 * @high: (out): what it has to reach up to; below @low where no value is known
 *
 * Tells what the ticks have to cover. Areas stand on zero. Lines show it too, unless they vary by
 * so little of their height that nothing could be seen of it.
 */
void
tide_line_spec_get_range (const TideLineSpec *spec, double *low, double *high)
{
  g_autoptr (TideLineStack) stack = NULL;
  TideTicksRange range = { .low = G_MAXDOUBLE, .high = -G_MAXDOUBLE };

  if (spec->kind == TIDE_LINE_STACKED)
    stack = tide_line_stack_new (spec);
  for (guint i = 0; i < spec->n_series; i++)
    widen_by_series (spec, i, stack, &range);

  *low = range.low;
  *high = range.high;
  if (range.low > range.high)
    {
      *low = 0;
      *high = -1;
      return;
    }

  if (spec->kind == TIDE_LINE_LINES
      && range.high - range.low < LEAST_VARIATION * MAX (fabs (range.low), fabs (range.high)))
    return;

  *low = MIN (*low, 0);
  *high = MAX (*high, 0);
}

/**
 * tide_line_spec_get_span:
 * @spec: a chart; only its points are read
 * @first: (out): the smallest x
 * @last: (out): the largest x; below @first where there are no points
 *
 * Tells from where to where the points lie, those without a value included.
 */
void
tide_line_spec_get_span (const TideLineSpec *spec, double *first, double *last)
{
  *first = 0;
  *last = -1;

  for (guint i = 0; i < spec->n_series; i++)
    {
      const TideLineSeries *series = &spec->series[i];
      double low;
      double high;

      if (series->n_points == 0)
        continue;

      low = series->points[0].x;
      high = series->points[series->n_points - 1].x;
      *first = *last < *first ? low : MIN (*first, low);
      *last = *last < *first ? high : MAX (*last, high);
    }
}

static void
place_boxes (TideLineLayout *self, const TideLineSpec *spec, double label_extent)
{
  double left = spec->axis_extent + spec->gap;
  double top = spec->unit_extent + spec->label_height / 2;

  self->unit = (TideBox) { 0, 0, spec->width, spec->unit_extent };
  self->plot = (TideBox) {
    .x = left,
    .y = top,
    .width = MAX (0, spec->width - left - label_extent),
    .height = MAX (0, spec->height - top - spec->time_extent),
  };
  if (spec->is_mirrored)
    self->plot = tide_box_mirror (&self->plot, spec->width);
}

static TideLineDot
place_dot (const TideLineLayout *self, const TideLinePoint *point, TideLineStack *stack)
{
  double start = 0;

  if (!is_drawn (point))
    return (TideLineDot) { .x = tide_line_layout_get_x (self, point->x) };

  if (stack != NULL)
    start = tide_line_stack_add (stack, point);

  return (TideLineDot) {
    .x = tide_line_layout_get_x (self, point->x),
    .y = tide_line_layout_get_y (self, start + point->value),
    .base = tide_line_layout_get_y (self, start),
    .is_known = TRUE,
  };
}

static void
add_break (TideLineLayout *self, guint series, const TideLineDot *from, const TideLineDot *to)
{
  TideLineBreak broken = {
    .series = series,
    .from = { from->x, from->y },
    .to = { to->x, to->y },
    .is_gap = to - from > 1,
  };

  g_array_append_val (self->breaks, broken);
}

static void
place_series (TideLineLayout *self, const TideLineSpec *spec, guint series, TideLineStack *stack)
{
  TideLineDot *dots = &self->dots[self->starts[series]];
  const TideLineDot *known = NULL;
  gboolean is_broken = FALSE;

  for (guint i = 0; i < spec->series[series].n_points; i++)
    {
      const TideLinePoint *point = &spec->series[series].points[i];

      dots[i] = place_dot (self, point, stack);
      is_broken = is_broken || point->is_after_break;
      if (!dots[i].is_known)
        continue;

      if (is_broken && known != NULL)
        add_break (self, series, known, &dots[i]);
      dots[i].is_linked = !is_broken && i > 0 && dots[i - 1].is_known;
      is_broken = FALSE;
      known = &dots[i];
    }
}

static const TideLineDot *
find_last_known (const TideLineLayout *self, guint series)
{
  for (guint i = self->starts[series + 1]; i > self->starts[series]; i--)
    {
      if (self->dots[i - 1].is_known)
        return &self->dots[i - 1];
    }

  return NULL;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const Label *one = a;
  const Label *other = b;

  return (one->wanted > other->wanted) - (one->wanted < other->wanted);
}

/* Labels that lie on each other are pushed apart downwards, and upwards: half-way between both
 * they are apart as well. */
static void
spread_labels (const TideLineLayout *self, GArray *labels, double height)
{
  double top = self->plot.y;
  double bottom = self->plot.y + self->plot.height;

  g_array_sort (labels, compare_labels);
  for (guint i = 0; i < labels->len; i++)
    {
      Label *label = &g_array_index (labels, Label, i);

      label->from_above = MAX (label->wanted, top);
      top = label->from_above + height;
    }
  for (guint i = labels->len; i > 0; i--)
    {
      Label *label = &g_array_index (labels, Label, i - 1);

      label->from_below = MIN (label->wanted, bottom);
      bottom = label->from_below - height;
    }
}

static void
place_label (TideLineLayout *self, const TideLineSpec *spec, guint series, double middle)
{
  double width = spec->series[series].label_width;
  TideBox box = {
    .x = spec->is_mirrored ? self->plot.x - spec->gap - width
                           : self->plot.x + self->plot.width + spec->gap,
    .y = middle - spec->label_height / 2,
    .width = width,
    .height = spec->label_height,
  };

  self->labels[series] = box;
}

static gboolean
list_labels (const TideLineLayout *self, const TideLineSpec *spec, GArray *labels)
{
  double end = spec->is_mirrored ? self->plot.x : self->plot.x + self->plot.width;

  for (guint i = 0; i < spec->n_series; i++)
    {
      const TideLineDot *dot = find_last_known (self, i);
      Label label = { .series = i };

      if (spec->series[i].n_points == 0)
        continue;
      if (dot == NULL || fabs (end - dot->x) > spec->inset + MOST_DISTANCE * spec->label_height)
        return FALSE;

      label.wanted = spec->kind == TIDE_LINE_STACKED ? (dot->y + dot->base) / 2 : dot->y;
      g_array_append_val (labels, label);
    }

  return TRUE;
}

static gboolean
place_labels (TideLineLayout *self, const TideLineSpec *spec)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));

  if (!list_labels (self, spec, labels))
    return FALSE;

  spread_labels (self, labels, spec->label_height);
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);
      double middle = (label->from_above + label->from_below) / 2;

      if (fabs (middle - label->wanted) > MOST_SHIFT * spec->label_height)
        return FALSE;
      place_label (self, spec, label->series, middle);
    }

  return TRUE;
}

static double
get_widest_label (const TideLineSpec *spec)
{
  double widest = 0;

  for (guint i = 0; i < spec->n_series; i++)
    widest = MAX (widest, spec->series[i].n_points > 0 ? spec->series[i].label_width : 0);

  return widest;
}

static void
place_all (TideLineLayout *self, const TideLineSpec *spec, double label_extent)
{
  g_autoptr (TideLineStack) stack = NULL;

  if (spec->kind == TIDE_LINE_STACKED)
    stack = tide_line_stack_new (spec);

  place_boxes (self, spec, label_extent);
  g_array_set_size (self->breaks, 0);
  for (guint i = 0; i < spec->n_series; i++)
    place_series (self, spec, i, stack);
}

static void
count_dots (TideLineLayout *self, const TideLineSpec *spec)
{
  self->starts = g_new0 (guint, spec->n_series + 1);
  for (guint i = 0; i < spec->n_series; i++)
    self->starts[i + 1] = self->starts[i] + spec->series[i].n_points;

  self->dots = g_new0 (TideLineDot, self->starts[spec->n_series]);
}

/**
 * tide_line_layout_new:
 * @spec: a chart
 *
 * Finds a place for everything. Labels stand at the ends of their lines if there is a place for
 * every one near its end; if not, none does.
 *
 * Returns: (transfer full): the places
 */
TideLineLayout *
tide_line_layout_new (const TideLineSpec *spec)
{
  TideLineLayout *self = g_new0 (TideLineLayout, 1);
  double widest = get_widest_label (spec);

  self->n_series = spec->n_series;
  self->ticks = spec->ticks;
  self->inset = spec->inset;
  self->is_mirrored = spec->is_mirrored;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (TideLineBreak));
  self->labels = g_new0 (TideBox, spec->n_series);
  tide_line_spec_get_span (spec, &self->first, &self->last);
  count_dots (self, spec);

  self->has_labels = widest > 0 && widest <= MOST_LABELS * spec->width;
  place_all (self, spec, self->has_labels ? widest + spec->gap : 0);
  if (self->has_labels && !place_labels (self, spec))
    {
      self->has_labels = FALSE;
      memset (self->labels, 0, sizeof (TideBox) * spec->n_series);
      place_all (self, spec, 0);
    }

  return self;
}

/**
 * tide_line_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
tide_line_layout_free (TideLineLayout *self)
{
  g_array_unref (self->breaks);
  g_free (self->labels);
  g_free (self->dots);
  g_free (self->starts);
  g_free (self);
}

/**
 * tide_line_layout_get_n_dots:
 * @self: a layout
 * @series: a series
 *
 * Returns: how many points it has
 */
guint
tide_line_layout_get_n_dots (const TideLineLayout *self, guint series)
{
  return self->starts[series + 1] - self->starts[series];
}

/**
 * tide_line_layout_get_dot:
 * @self: a layout
 * @place: a point
 *
 * Returns: (nullable): where it lies; %NULL if there is no such point
 */
const TideLineDot *
tide_line_layout_get_dot (const TideLineLayout *self, TideLinePlace place)
{
  if (place.series >= self->n_series
      || place.point >= tide_line_layout_get_n_dots (self, place.series))
    return NULL;

  return &self->dots[self->starts[place.series] + place.point];
}

/**
 * tide_line_layout_get_x:
 * @self: a layout
 * @x: a day or a number
 *
 * Returns: where it lies; where all points have the same x, that is in the middle
 */
double
tide_line_layout_get_x (const TideLineLayout *self, double x)
{
  double inset = MIN (self->inset, self->plot.width / 2);
  double share = self->last > self->first ? (x - self->first) / (self->last - self->first) : 0.5;
  double along = inset + share * (self->plot.width - 2 * inset);

  return self->is_mirrored ? self->plot.x + self->plot.width - along : self->plot.x + along;
}

/**
 * tide_line_layout_get_y:
 * @self: a layout
 * @value: a value, in the data's units
 *
 * Returns: where it lies
 */
double
tide_line_layout_get_y (const TideLineLayout *self, double value)
{
  double bottom = self->plot.y + self->plot.height;
  double low;
  double high;

  if (self->ticks.n_ticks < 2)
    return bottom;

  low = tide_ticks_get_value (&self->ticks, 0);
  high = tide_ticks_get_value (&self->ticks, self->ticks.n_ticks - 1);

  return bottom - (CLAMP (value, low, high) - low) / (high - low) * self->plot.height;
}

static void
trace_run (const TideLineDot *dots, guint n_dots, double column, GArray *trace)
{
  g_autofree TideSpot *spots = g_new (TideSpot, n_dots);
  g_autofree guint *chosen = g_new (guint, n_dots);
  guint n_chosen;

  for (guint i = 0; i < n_dots; i++)
    spots[i] = (TideSpot) { dots[i].x, dots[i].y };

  n_chosen = tide_thinning_choose (spots, n_dots, column, chosen);
  for (guint i = 0; i < n_chosen; i++)
    {
      TideLineDot dot = dots[chosen[i]];

      dot.is_linked = i > 0;
      g_array_append_val (trace, dot);
    }
}

/**
 * tide_line_layout_trace:
 * @self: a layout
 * @series: a series
 * @column: width of a column that cannot be told from its neighbour, such as a pixel; above 0
 *
 * Tells what is to be drawn: the dots that are known, without those that nobody could see, see
 * tide_thinning_choose(). A dot that is not linked starts a new line.
 *
 * Returns: (transfer full) (element-type TideLineDot): the corners of the series' lines
 */
GArray *
tide_line_layout_trace (const TideLineLayout *self, guint series, double column)
{
  GArray *trace = g_array_new (FALSE, FALSE, sizeof (TideLineDot));
  guint end = self->starts[series + 1];

  for (guint start = self->starts[series]; start < end;)
    {
      guint next = start + 1;

      while (next < end && self->dots[next].is_linked)
        next++;
      if (self->dots[start].is_known)
        trace_run (&self->dots[start], next - start, column, trace);
      start = next;
    }

  return trace;
}
