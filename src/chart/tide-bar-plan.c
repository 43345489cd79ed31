/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-plan.h"

#include <math.h>

/* Sizes in heights of a line of text, so that they follow the size of the text. */
#define NARROW_WIDTH 19.0
#define LABEL_SHARE 0.42
#define BAR_EXTENT 0.72
#define COLUMN_SLOT 4.0
#define COLUMN_EXTENT 2.6
#define LEAST_COLUMN 0.8
#define GROUP_GAP 0.55
#define COLUMN_GROUP_GAP 1.2
#define GAP 0.45
#define TEXT_GAP 0.4
#define COLUMN_TEXT_GAP 0.15
#define STACKED_EXTENT 1.35
#define LEAST_LENGTH 8.0
#define LEAST_HEIGHT 9.0
#define NATURAL_HEIGHT 13.0

static TideBarCell *
create_cells (const TideBarTable *table)
{
  TideBarCell *cells = g_new0 (TideBarCell, tide_bar_table_get_n_cells (table));

  for (guint i = 0; i < table->bars->len; i++)
    {
      TideBar *bar = g_ptr_array_index (table->bars, i);

      cells[table->cells[i]] = (TideBarCell) {
        .is_present = TRUE,
        .has_value = tide_bar_has_value (bar),
        .value = tide_bar_get_value (bar),
      };
    }

  return cells;
}

static TideTicksRange
get_range (const TideBarPlan *self, const TideBarSpec *spec)
{
  TideTicksRange range = { .divisor = self->divisor, .is_whole = TRUE };

  tide_bar_spec_get_range (spec, &range.low, &range.high);
  for (guint i = 0; i < self->table->bars->len && range.is_whole; i++)
    {
      double value = tide_bar_get_value (g_ptr_array_index (self->table->bars, i)) / self->divisor;

      range.is_whole = fabs (value - round (value)) < 1e-9;
    }

  return range;
}

/* What does not depend on the values: enough for the height of horizontal bars. */
static void
init_spec (const TideBarPlan *self, TideBarSpec *spec, double width)
{
  const TideBarRuler *ruler = self->ruler;
  gboolean is_vertical = self->direction == TIDE_BAR_VERTICAL;
  gboolean is_stacked = self->arrangement == TIDE_BAR_STACKED;
  double line = ruler->line;

  *spec = (TideBarSpec) {
    .direction = self->direction,
    .arrangement = self->arrangement,
    .is_mirrored = self->is_mirrored,
    .has_labels_above = !is_vertical && width < NARROW_WIDTH * line,
    .n_categories = self->table->categories->len,
    .n_series = self->table->series->len,
    .width = width,
    .slot_extent = (is_vertical  ? COLUMN_SLOT
                    : is_stacked ? STACKED_EXTENT
                                 : 1)
                   * line,
    .bar_extent = (is_vertical  ? COLUMN_EXTENT
                   : is_stacked ? STACKED_EXTENT
                                : BAR_EXTENT)
                  * line,
    .group_gap = (is_vertical ? COLUMN_GROUP_GAP : GROUP_GAP) * line,
    .gap = GAP * line,
    .text_gap = (is_vertical ? COLUMN_TEXT_GAP : TEXT_GAP) * line,
  };

  if (is_vertical || spec->has_labels_above)
    spec->unit_extent = ruler->unit_height;
  if (!is_vertical)
    spec->axis_extent = MAX (ruler->numbers.line, ruler->unit_height);
  if (spec->has_labels_above)
    spec->label_extent = ruler->measure_tallest_label (ruler->owner, width);
  else if (!is_vertical)
    spec->label_extent = MIN (MAX (ruler->measure_widest_label (ruler->owner), ruler->unit_width),
                              LABEL_SHARE * width);
}

static void
fill_horizontal (const TideBarPlan *self, TideBarSpec *spec, TideBarCell *cells)
{
  const TideBarRuler *ruler = self->ruler;
  TideTicksRange range = get_range (self, spec);
  double length = spec->width - (spec->has_labels_above ? 0 : spec->label_extent + spec->gap);
  double widest = 0;
  double first;

  for (guint i = 0; i < self->table->bars->len; i++)
    {
      double extent = ruler->measure_value (ruler->owner, i, -1);

      cells[self->table->cells[i]].text_extent = extent;
      widest = MAX (widest, extent);
    }

  tide_axis_cover (&ruler->numbers, &range, length - widest, &spec->ticks);
  tide_axis_get_overhang (&ruler->numbers, &spec->ticks, &first, &spec->tick_after);
  spec->tick_before = range.low < 0 ? first : 0;
}

static void
fill_vertical (const TideBarPlan *self, TideBarSpec *spec, TideBarCell *cells)
{
  const TideBarRuler *ruler = self->ruler;
  TideTicksRange range = get_range (self, spec);
  double line = ruler->numbers.line;
  double slot;

  /* Ticks need the plot's height, which the labels' height takes from, which needs the width that
   * the ticks leave: the labels' height is taken as one line to choose the ticks. */
  tide_axis_cover_upright (&ruler->numbers, &range, spec->height - spec->unit_extent - 3 * line,
                           &spec->ticks);
  spec->axis_extent = tide_axis_get_width (&ruler->numbers, &spec->ticks);
  spec->tick_after = line / 2;
  spec->tick_before = range.low < 0 ? line / 2 : 0;

  slot = tide_bar_spec_get_slot_extent (spec);
  spec->label_extent = ruler->measure_tallest_label (
      ruler->owner,
      floor ((spec->width - spec->axis_extent - spec->gap) / MAX (1, spec->n_categories)));

  for (guint i = 0; i < self->table->bars->len; i++)
    cells[self->table->cells[i]].text_extent = ruler->measure_value (ruler->owner, i, floor (slot));
}

/**
 * tide_bar_plan_measure_width:
 * @self: a plan
 * @minimum: (out): the least width
 * @natural: (out): the width that suits it
 */
void
tide_bar_plan_measure_width (const TideBarPlan *self, int *minimum, int *natural)
{
  const double line = self->ruler->line;
  const guint n_cells = tide_bar_table_get_n_cells (self->table);
  const double label = self->ruler->measure_widest_label (self->ruler->owner);

  *minimum = (int) ceil (LEAST_LENGTH * line);
  if (self->direction == TIDE_BAR_VERTICAL)
    {
      *minimum = MAX (*minimum, (int) ceil (LEAST_COLUMN * line * n_cells));
      *natural = MAX (*minimum, (int) ceil (COLUMN_SLOT * line * n_cells));
    }
  else
    *natural = (int) ceil (MAX (NARROW_WIDTH * line, label + 2 * LEAST_LENGTH * line));
}

/**
 * tide_bar_plan_measure_height:
 * @self: a plan
 * @width: the width it gets
 * @minimum: (out): the least height
 * @natural: (out): the height that suits it
 */
void
tide_bar_plan_measure_height (const TideBarPlan *self, double width, int *minimum, int *natural)
{
  const double line = self->ruler->line;
  TideBarSpec spec;

  if (self->direction == TIDE_BAR_VERTICAL)
    {
      *minimum = (int) ceil (LEAST_HEIGHT * line);
      *natural = (int) ceil (NATURAL_HEIGHT * line);
      return;
    }

  init_spec (self, &spec, width);
  *minimum = *natural = (int) ceil (tide_bar_spec_get_height (&spec));
}

/**
 * tide_bar_plan_lay_out:
 * @self: a plan
 * @width: the width it gets
 * @height: the height it gets
 * @spec: (out caller-allocates): what the layout follows from, but for the cells
 *
 * Returns: (transfer full): where everything stands
 */
TideBarLayout *
tide_bar_plan_lay_out (const TideBarPlan *self, double width, double height, TideBarSpec *spec)
{
  g_autofree TideBarCell *cells = create_cells (self->table);
  TideBarLayout *layout;

  init_spec (self, spec, width);
  spec->cells = cells;
  spec->height = height;
  if (self->direction == TIDE_BAR_VERTICAL)
    fill_vertical (self, spec, cells);
  else
    fill_horizontal (self, spec, cells);

  layout = tide_bar_layout_new (spec);
  spec->cells = NULL;

  return layout;
}

/**
 * tide_bar_plan_find_bands:
 * @spec: what @layout follows from
 * @layout: where everything stands
 *
 * Returns: (transfer full) (element-type TideBox): where grid lines run, which is not through
 *   labels that stand above their bars
 */
GArray *
tide_bar_plan_find_bands (const TideBarSpec *spec, const TideBarLayout *layout)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (TideBox));
  const TideBox *plot = &layout->plot;

  if (!spec->has_labels_above)
    return g_array_append_vals (bands, plot, 1);

  for (guint i = 0; i < spec->n_categories; i++)
    {
      gboolean is_last = i + 1 == spec->n_categories;
      double top = layout->labels[i].y + layout->labels[i].height;
      double bottom = is_last ? plot->y + plot->height : layout->labels[i + 1].y;
      TideBox band = { plot->x, top, plot->width, bottom - top };

      g_array_append_val (bands, band);
    }

  return bands;
}
