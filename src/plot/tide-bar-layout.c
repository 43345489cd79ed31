/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-bar-layout.h"

#include <math.h>

/* Between columns there stays at least this share of a category's width. */
#define LEAST_GAP_SHARE 0.2
/* A value that is not zero is drawn at least this long. */
#define LEAST_LENGTH 1.0

/* Positions are worked out along the value axis, from the area's edge where the smallest value is,
 * and across it, from the first category; place_box() turns them into x and y. */
typedef struct
{
  const TideBarSpec *spec;
  double start;        /* x of the left end, or y of the lower end, of the value axis */
  double available;    /* length along */
  double zero;         /* along */
  double scale;        /* length of one of the data's units */
  double across_start; /* of the first category */
  double pitch;        /* across, from one category to the next */
  double lead;         /* across, from a category's start to its first slot */
  double slot;         /* across */
} Frame;

/* What lies furthest on one side of zero: a bar's end with its text, or the axis' end. */
typedef struct
{
  double value;
  double extent;
} Reach;

static gboolean
is_nonzero (double value)
{
  return value < 0 || value > 0;
}

static const TideBarCell *
get_cell (const TideBarSpec *spec, guint category, guint series)
{
  return &spec->cells[category * spec->n_series + series];
}

static guint
count_slots (const TideBarSpec *spec)
{
  return spec->arrangement == TIDE_BAR_STACKED ? 1 : spec->n_series;
}

static void
widen_range (double value, double *low, double *high)
{
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/**
 * tide_bar_spec_get_range:
 * @spec: a chart; only its cells and arrangement are read
 * @low: (out): the lowest end of a bar, 0 or below
 * @high: (out): the highest end of a bar, 0 or above; below @low where no value is known
 *
 * Tells what the ticks have to cover. Bars start at zero, so zero is always within.
 */
void
tide_bar_spec_get_range (const TideBarSpec *spec, double *low, double *high)
{
  gboolean is_empty = TRUE;

  *low = *high = 0;

  for (guint i = 0; i < spec->n_categories; i++)
    {
      double above = 0;
      double below = 0;

      for (guint j = 0; j < spec->n_series; j++)
        {
          const TideBarCell *cell = get_cell (spec, i, j);

          if (!cell->is_present || !cell->has_value)
            continue;

          is_empty = FALSE;
          widen_range (cell->value, low, high);
          above += MAX (cell->value, 0);
          below += MIN (cell->value, 0);
        }

      if (spec->arrangement == TIDE_BAR_STACKED)
        {
          widen_range (above, low, high);
          widen_range (below, low, high);
        }
    }

  if (is_empty)
    *high = -1;
}

static double
get_pitch (const TideBarSpec *spec)
{
  if (spec->direction == TIDE_BAR_VERTICAL)
    return MAX (0, spec->width - spec->axis_extent - spec->gap) / MAX (1, spec->n_categories);

  return spec->group_gap + count_slots (spec) * spec->slot_extent
         + (spec->has_labels_above ? spec->label_extent : 0);
}

/**
 * tide_bar_spec_get_slot_extent:
 * @spec: a chart; its ticks, height and texts need not be known yet
 *
 * Returns: the thickness of the place of one bar, which is the room its text has across
 */
double
tide_bar_spec_get_slot_extent (const TideBarSpec *spec)
{
  double pitch = get_pitch (spec);
  double room = MAX (pitch - spec->group_gap, 0);

  if (spec->direction == TIDE_BAR_HORIZONTAL)
    return spec->slot_extent;

  room = MIN (pitch * (1 - LEAST_GAP_SHARE), MAX (room, pitch / 2));

  return MIN (spec->slot_extent, room / MAX (1, count_slots (spec)));
}

/**
 * tide_bar_spec_get_height:
 * @spec: a chart of horizontal bars; its height, ticks and texts need not be known yet
 *
 * Returns: the height that its bars need
 */
double
tide_bar_spec_get_height (const TideBarSpec *spec)
{
  return spec->unit_extent + spec->n_categories * get_pitch (spec) + spec->axis_extent;
}

static Reach
get_reach (const TideBarSpec *spec, double sign, double scale)
{
  const TideTicks *ticks = &spec->ticks;
  guint end = sign > 0 && ticks->n_ticks > 0 ? ticks->n_ticks - 1 : 0;
  Reach reach = { 0, sign > 0 ? spec->tick_after : spec->tick_before };

  if (ticks->n_ticks > 0)
    reach.value = MAX (sign * tide_ticks_get_value (ticks, end), 0);

  if (spec->arrangement == TIDE_BAR_STACKED)
    return reach;

  for (guint i = 0; i < spec->n_categories * spec->n_series; i++)
    {
      const TideBarCell *cell = &spec->cells[i];
      double value = cell->has_value ? cell->value : 0;
      double extent = 1.5 * spec->text_gap + cell->text_extent;

      /* The text of zero, and of a missing value, stands on the positive side. */
      if (!cell->is_present || cell->text_extent <= 0 || (value < 0) != (sign < 0))
        continue;

      value = fabs (value);
      if (value * scale + extent > reach.value * scale + reach.extent)
        reach = (Reach) { value, extent };
    }

  return reach;
}

/* The largest scale at which every bar's text and both ends of the axis fit. What is needed is
 * convex and piecewise linear in the scale, so following its slope down from a scale that is too
 * large ends exactly there. */
static void
fit_scale (Frame *frame)
{
  const TideBarSpec *spec = frame->spec;
  double next = G_MAXDOUBLE;
  Reach above;
  Reach below;

  frame->scale = 0;
  above = get_reach (spec, 1, 0);
  below = get_reach (spec, -1, 0);

  if (spec->ticks.n_ticks > 1)
    {
      double length = tide_ticks_get_value (&spec->ticks, spec->ticks.n_ticks - 1)
                      - tide_ticks_get_value (&spec->ticks, 0);

      next = frame->available / length;
      do
        {
          frame->scale = next;
          above = get_reach (spec, 1, frame->scale);
          below = get_reach (spec, -1, frame->scale);
          next = frame->available - above.extent - below.extent;
          next = next > 0 ? next / (above.value + below.value) : 0;
        }
      while (next < frame->scale * (1 - 1e-12));
    }

  frame->zero = MIN (below.value * frame->scale + below.extent, frame->available);
}

static void
init_frame (Frame *frame, const TideBarSpec *spec)
{
  *frame = (Frame) { .spec = spec, .pitch = get_pitch (spec) };
  frame->slot = tide_bar_spec_get_slot_extent (spec);
  frame->lead = (frame->pitch - count_slots (spec) * frame->slot) / 2;

  if (spec->direction == TIDE_BAR_VERTICAL)
    {
      frame->start = spec->height - spec->label_extent - spec->gap;
      frame->available = MAX (0, frame->start - spec->unit_extent);
      frame->across_start = spec->axis_extent + spec->gap;
    }
  else
    {
      frame->start = spec->has_labels_above ? 0 : spec->label_extent + spec->gap;
      frame->available = MAX (0, spec->width - frame->start);
      frame->across_start = spec->unit_extent;
      if (spec->has_labels_above)
        frame->lead = spec->group_gap / 2 + spec->label_extent;
    }

  fit_scale (frame);
}

static TideBox
mirror_box (const TideBarSpec *spec, TideBox box)
{
  return spec->is_mirrored ? tide_box_mirror (&box, spec->width) : box;
}

static TideBox
place_box (const Frame *frame, double along, double length, double across, double thickness)
{
  if (frame->spec->direction == TIDE_BAR_VERTICAL)
    return mirror_box (frame->spec,
                       (TideBox) { across, frame->start - along - length, thickness, length });

  return mirror_box (frame->spec, (TideBox) { frame->start + along, across, length, thickness });
}

static double
get_length (const Frame *frame, double value)
{
  double length = fabs (value) * frame->scale;

  return is_nonzero (value) ? MAX (length, LEAST_LENGTH) : 0;
}

static void
place_grouped (const Frame *frame, const TideBarCell *cell, double across, TideBarPlace *place)
{
  const TideBarSpec *spec = frame->spec;
  double value = cell->has_value ? cell->value : 0;
  double length = get_length (frame, value);
  double thickness = MIN (spec->bar_extent / spec->slot_extent, 1) * frame->slot;
  double along = value < 0 ? frame->zero - length : frame->zero;
  double lead = frame->start > 0 ? MIN (spec->text_gap, spec->gap) / 2 : 0;
  double text
      = value < 0 ? along - spec->text_gap - cell->text_extent : along + length + spec->text_gap;

  place->slot = place_box (frame, -lead, frame->available + lead, across, frame->slot);
  place->bar = place_box (frame, along, length, across + (frame->slot - thickness) / 2, thickness);
  place->text = place_box (frame, text, cell->text_extent, across, frame->slot);
}

static void
place_stacked (const Frame *frame,
               const TideBarCell *cell,
               double across,
               double *above,
               double *below,
               TideBarPlace *place)
{
  const TideBarSpec *spec = frame->spec;
  double value = cell->has_value ? cell->value : 0;
  double length = get_length (frame, value);
  double thickness = MIN (spec->bar_extent / spec->slot_extent, 1) * frame->slot;
  double along = frame->zero + *above;

  if (value < 0)
    {
      *below += length;
      along = frame->zero - *below;
    }
  else
    *above += length;

  place->bar = place_box (frame, along, length, across + (frame->slot - thickness) / 2, thickness);
  place->slot = place->text = place->bar;
}

static void
place_category (const Frame *frame, guint category, TideBarLayout *self)
{
  const TideBarSpec *spec = frame->spec;
  double start = frame->across_start + category * frame->pitch;
  double above = 0;
  double below = 0;

  for (guint j = 0; j < spec->n_series; j++)
    {
      guint i = category * spec->n_series + j;
      double across = start + frame->lead;

      if (!spec->cells[i].is_present)
        continue;

      self->presence[i] = TRUE;
      if (spec->arrangement == TIDE_BAR_STACKED)
        place_stacked (frame, &spec->cells[i], across, &above, &below, &self->places[i]);
      else
        place_grouped (frame, &spec->cells[i], across + j * frame->slot, &self->places[i]);
    }
}

static TideBox
get_label_box (const Frame *frame, guint category)
{
  const TideBarSpec *spec = frame->spec;
  double start = frame->across_start + category * frame->pitch;
  double height = count_slots (spec) * frame->slot;
  TideBox box;

  if (spec->direction == TIDE_BAR_VERTICAL)
    box = (TideBox) { start, spec->height - spec->label_extent, frame->pitch, spec->label_extent };
  else if (spec->has_labels_above)
    box = (TideBox) { 0, start + spec->group_gap / 2, spec->width, spec->label_extent };
  else
    box = (TideBox) { 0, start + frame->lead, spec->label_extent, height };

  return mirror_box (spec, box);
}

static TideBox
get_plot_box (const Frame *frame)
{
  const TideTicks *ticks = &frame->spec->ticks;
  double low = 0;
  double high = 0;

  if (ticks->n_ticks > 0)
    {
      low = tide_ticks_get_value (ticks, 0);
      high = tide_ticks_get_value (ticks, ticks->n_ticks - 1);
    }

  return place_box (frame, frame->zero + low * frame->scale, (high - low) * frame->scale,
                    frame->across_start, frame->spec->n_categories * frame->pitch);
}

static TideBox
get_unit_box (const Frame *frame)
{
  const TideBarSpec *spec = frame->spec;
  double bottom = frame->across_start + spec->n_categories * frame->pitch;

  if (spec->direction == TIDE_BAR_HORIZONTAL && spec->unit_extent <= 0)
    return mirror_box (spec, (TideBox) { 0, bottom, spec->label_extent, spec->axis_extent });

  return (TideBox) { 0, 0, spec->width, spec->unit_extent };
}

/**
 * tide_bar_layout_new:
 * @spec: a chart
 *
 * Finds a place for everything. The value axis is as long as the texts at the bars' ends and the
 * last tick's number allow; where there is not even room for those, bars have no length. The unit
 * of horizontal bars stands in its own row on top if it is given one, else beside the ticks.
 *
 * Returns: (transfer full): the places
 */
TideBarLayout *
tide_bar_layout_new (const TideBarSpec *spec)
{
  TideBarLayout *self = g_new0 (TideBarLayout, 1);
  Frame frame;

  init_frame (&frame, spec);

  self->n_categories = spec->n_categories;
  self->n_series = spec->n_series;
  self->places = g_new0 (TideBarPlace, spec->n_categories * spec->n_series);
  self->presence = g_new0 (gboolean, spec->n_categories * spec->n_series);
  self->labels = g_new0 (TideBox, spec->n_categories);
  self->plot = get_plot_box (&frame);
  self->unit = get_unit_box (&frame);

  for (guint i = 0; i < spec->n_categories; i++)
    {
      place_category (&frame, i, self);
      self->labels[i] = get_label_box (&frame, i);
    }

  if (spec->direction == TIDE_BAR_VERTICAL)
    {
      self->zero = frame.start - frame.zero;
      self->scale = -frame.scale;
    }
  else
    {
      self->zero = frame.start + frame.zero;
      self->scale = frame.scale;
      if (spec->is_mirrored)
        {
          self->zero = spec->width - self->zero;
          self->scale = -self->scale;
        }
    }

  return self;
}

/**
 * tide_bar_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
tide_bar_layout_free (TideBarLayout *self)
{
  g_free (self->places);
  g_free (self->presence);
  g_free (self->labels);
  g_free (self);
}

/**
 * tide_bar_layout_get_position:
 * @self: a layout
 * @value: a value, in the data's units
 *
 * Returns: where it lies: x for horizontal bars, y for vertical ones
 */
double
tide_bar_layout_get_position (const TideBarLayout *self, double value)
{
  return self->zero + value * self->scale;
}

static guint
find_only_bar (const TideBarLayout *self, guint category)
{
  guint found = TIDE_BAR_NONE;

  for (guint i = category * self->n_series; i < (category + 1) * self->n_series; i++)
    {
      if (!self->presence[i])
        continue;
      if (found != TIDE_BAR_NONE)
        return TIDE_BAR_NONE;
      found = i;
    }

  return found;
}

/**
 * tide_bar_layout_find:
 * @self: a layout
 * @x: a point
 * @y: a point
 *
 * Finds the bar that a point belongs to. A category's label belongs to its bar if it has only one.
 *
 * Returns: the cell, or %TIDE_BAR_NONE
 */
guint
tide_bar_layout_find (const TideBarLayout *self, double x, double y)
{
  for (guint i = 0; i < self->n_categories * self->n_series; i++)
    {
      if (self->presence[i] && tide_box_contains (&self->places[i].slot, x, y))
        return i;
    }

  for (guint i = 0; i < self->n_categories; i++)
    {
      if (tide_box_contains (&self->labels[i], x, y))
        return find_only_bar (self, i);
    }

  return TIDE_BAR_NONE;
}

static guint
find_from (const TideBarLayout *self, guint start, int step)
{
  guint n_cells = self->n_categories * self->n_series;

  for (guint i = start; i < n_cells; i += (guint) step)
    {
      if (self->presence[i])
        return i;
    }

  return TIDE_BAR_NONE;
}

/**
 * tide_bar_layout_move:
 * @self: a layout
 * @cell: where the cursor is, or %TIDE_BAR_NONE
 * @move: where it is to go
 *
 * Moves a cursor over the bars in reading order. From nowhere, every move leads to an end.
 *
 * Returns: the cell where it arrives, @cell itself at the end of its way
 */
guint
tide_bar_layout_move (const TideBarLayout *self, guint cell, TideBarMove move)
{
  guint last = self->n_categories * self->n_series - 1;
  guint found = TIDE_BAR_NONE;

  switch (move)
    {
    case TIDE_BAR_PREVIOUS:
      found = find_from (self, cell == TIDE_BAR_NONE ? last : cell - 1, -1);
      break;
    case TIDE_BAR_NEXT:
      found = find_from (self, cell == TIDE_BAR_NONE ? 0 : cell + 1, 1);
      break;
    case TIDE_BAR_FIRST:
      found = find_from (self, 0, 1);
      break;
    case TIDE_BAR_LAST:
      found = find_from (self, last, -1);
      break;
    default:
      g_assert_not_reached ();
    }

  return found == TIDE_BAR_NONE ? cell : found;
}
