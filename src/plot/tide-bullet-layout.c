/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-bullet-layout.h"

static void
widen (gboolean is_known, double value, double *low, double *high, gboolean *is_empty)
{
  if (!is_known)
    return;

  *is_empty = FALSE;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/**
 * tide_bullet_spec_get_range:
 * @spec: bullets; only their rows are read
 * @low: (out): the lowest value, target, pace or limit, 0 or below
 * @high: (out): the highest one, 0 or above; below @low where nothing is known
 *
 * Tells what the ticks have to cover. All rows share the axis, and bars start at zero.
 */
void
tide_bullet_spec_get_range (const TideBulletSpec *spec, double *low, double *high)
{
  gboolean is_empty = TRUE;

  *low = *high = 0;
  for (guint i = 0; i < spec->n_rows; i++)
    {
      const TideBulletCell *row = &spec->rows[i];

      widen (row->has_value, row->value, low, high, &is_empty);
      widen (row->has_target, row->target, low, high, &is_empty);
      widen (row->has_pace, row->pace, low, high, &is_empty);
      for (guint j = 0; j < row->n_limits; j++)
        widen (TRUE, row->limits[j], low, high, &is_empty);
    }

  if (is_empty)
    *high = -1;
}

/* A bullet chart without its texts is a chart of bars. */
static void
init_bars (TideBarSpec *bars, const TideBulletSpec *spec)
{
  double texts = spec->has_labels_above ? 0 : spec->text_extent + spec->gap;

  *bars = (TideBarSpec) {
    .direction = TIDE_BAR_HORIZONTAL,
    .is_mirrored = spec->is_mirrored,
    .has_labels_above = spec->has_labels_above,
    .n_categories = spec->n_rows,
    .n_series = 1,
    .ticks = spec->ticks,
    .width = MAX (0, spec->width - texts),
    .label_extent = spec->label_extent,
    .axis_extent = spec->axis_extent,
    .unit_extent = spec->unit_extent,
    .tick_before = spec->tick_before,
    .tick_after = spec->tick_after,
    .slot_extent = spec->row_extent,
    .bar_extent = spec->bar_extent,
    .group_gap = spec->row_gap,
    .gap = spec->gap,
  };
}

/**
 * tide_bullet_spec_get_height:
 * @spec: bullets; their ticks need not be known yet
 *
 * Returns: the height that they need
 */
double
tide_bullet_spec_get_height (const TideBulletSpec *spec)
{
  TideBarSpec bars;

  init_bars (&bars, spec);

  return tide_bar_spec_get_height (&bars);
}

static TideBox
get_span (const TideBulletLayout *self, double from, double to, const TideBox *slot, double extent)
{
  double start = tide_bullet_layout_get_position (self, from);
  double end = tide_bullet_layout_get_position (self, to);

  return (TideBox) {
    .x = MIN (start, end),
    .y = slot->y + (slot->height - extent) / 2,
    .width = ABS (end - start),
    .height = extent,
  };
}

static TideBox
get_mark (
    const TideBulletLayout *self, double value, const TideBox *slot, double width, double height)
{
  TideBox mark = get_span (self, value, value, slot, height);

  mark.x -= width / 2;
  mark.width = width;

  return mark;
}

static void
place_ranges (const TideBulletLayout *self,
              const TideBulletSpec *spec,
              const TideBulletCell *row,
              const TideBox *slot,
              TideBulletPlace *place)
{
  double from = 0;

  place->n_ranges = row->n_limits;
  place->ranges = g_new (TideBox, row->n_limits);
  for (guint i = 0; i < row->n_limits; i++)
    {
      place->ranges[i] = get_span (self, from, row->limits[i], slot, spec->range_extent);
      from = row->limits[i];
    }
}

static void
place_texts (const TideBulletLayout *self,
             const TideBulletSpec *spec,
             guint index,
             const TideBox *slot,
             TideBulletPlace *place)
{
  TideBox label = self->bars->labels[index];
  TideBox text = { spec->width - spec->text_extent, label.y, spec->text_extent, label.height };

  if (spec->has_labels_above)
    label.width = MAX (0, spec->width - spec->text_extent - spec->gap);
  if (spec->is_mirrored)
    {
      text = tide_box_mirror (&text, spec->width);
      label.x = spec->width - label.width;
    }

  place->label = label;
  place->text = text;
  place->slot = (TideBox) { 0, label.y, spec->width, slot->y + slot->height - label.y };
}

static void
place_row (const TideBulletLayout *self,
           const TideBulletSpec *spec,
           guint index,
           TideBulletPlace *place)
{
  const TideBulletCell *row = &spec->rows[index];
  TideBox slot = self->bars->places[index].slot;

  place->bar = self->bars->places[index].bar;
  place->bar.x += self->start;
  place_ranges (self, spec, row, &slot, place);
  place_texts (self, spec, index, &slot, place);

  if (row->has_target)
    place->target = get_mark (self, row->target, &slot, spec->mark_extent, spec->target_extent);
  if (row->has_pace)
    place->pace = get_mark (self, row->pace, &slot, spec->mark_extent, spec->range_extent);
}

static TideBarCell *
create_cells (const TideBulletSpec *spec)
{
  TideBarCell *cells = g_new0 (TideBarCell, spec->n_rows);

  for (guint i = 0; i < spec->n_rows; i++)
    cells[i] = (TideBarCell) {
      .is_present = TRUE,
      .has_value = spec->rows[i].has_value,
      .value = spec->rows[i].value,
    };

  return cells;
}

static void
place_bands (TideBulletLayout *self, const TideBulletSpec *spec)
{
  self->bands = g_new (TideBox, spec->n_rows);
  for (guint i = 0; i < spec->n_rows; i++)
    {
      const TideBox *label = &self->places[i].label;
      double top = self->plot.y;
      double bottom = self->plot.y + self->plot.height;

      if (spec->has_labels_above)
        {
          top = label->y + label->height;
          bottom = i + 1 < spec->n_rows ? self->places[i + 1].label.y : bottom;
        }
      self->bands[i] = (TideBox) { self->plot.x, top, self->plot.width, bottom - top };
    }
}

/**
 * tide_bullet_layout_new:
 * @spec: bullets
 *
 * Finds a place for everything.
 *
 * Returns: (transfer full): the places
 */
TideBulletLayout *
tide_bullet_layout_new (const TideBulletSpec *spec)
{
  TideBulletLayout *self = g_new0 (TideBulletLayout, 1);
  g_autofree TideBarCell *cells = create_cells (spec);
  TideBarSpec bars;

  init_bars (&bars, spec);
  bars.cells = cells;
  bars.height = tide_bar_spec_get_height (&bars);
  self->n_rows = spec->n_rows;
  self->bars = tide_bar_layout_new (&bars);
  self->start = spec->is_mirrored ? spec->width - bars.width : 0;
  self->plot = self->bars->plot;
  self->plot.x += self->start;
  self->unit = self->bars->unit;
  self->unit.x += self->start;

  self->places = g_new0 (TideBulletPlace, spec->n_rows);
  for (guint i = 0; i < spec->n_rows; i++)
    place_row (self, spec, i, &self->places[i]);
  place_bands (self, spec);

  return self;
}

/**
 * tide_bullet_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
tide_bullet_layout_free (TideBulletLayout *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    g_free (self->places[i].ranges);
  g_free (self->places);
  g_free (self->bands);
  tide_bar_layout_free (self->bars);
  g_free (self);
}

/**
 * tide_bullet_layout_get_position:
 * @self: a layout
 * @value: a value, in the data's units
 *
 * Returns: the x at which it lies
 */
double
tide_bullet_layout_get_position (const TideBulletLayout *self, double value)
{
  return self->start + tide_bar_layout_get_position (self->bars, value);
}

/**
 * tide_bullet_layout_find:
 * @self: a layout
 * @x: a point
 * @y: a point
 *
 * Returns: the row that the point belongs to, or %TIDE_BAR_NONE
 */
guint
tide_bullet_layout_find (const TideBulletLayout *self, double x, double y)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      if (tide_box_contains (&self->places[i].slot, x, y))
        return i;
    }

  return TIDE_BAR_NONE;
}
