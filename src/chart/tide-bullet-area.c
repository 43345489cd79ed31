/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bullet-area.h"

#include "chart/tide-bullet.h"
#include "chart/tide-chart-axis.h"
#include "chart/tide-chart-text.h"
#include "chart/tide-share-text.h"
#include "plot/tide-bullet-layout.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* Sizes in heights of a line of text, so that they follow the size of the text. */
#define NARROW_WIDTH 24.0
#define LABEL_SHARE 0.32
#define TEXT_SHARE 0.6
#define RANGE_EXTENT 1.3
#define BAR_EXTENT 0.5
#define TARGET_EXTENT 1.1
#define ROW_EXTENT 1.4
#define ROW_GAP 0.7
#define GAP 0.6
#define LEAST_WIDTH 8.0
#define NATURAL_WIDTH 32.0
#define LABEL_LINES 2
/* In pixels. */
#define MARK_EXTENT 3

/* The parts of a mark, the ranges first. */
enum
{
  PART_RANGE,
  PART_BAR = TIDE_BULLET_MAX_LIMITS,
  PART_PACE,
  PART_TARGET,
  PART_LABEL,
  PART_VALUE_TEXT,
  PART_TARGET_TEXT,
  N_PARTS,
};

/* Rows of values beside their targets, with one axis for all of them. */
struct _TideBulletArea
{
  TideChartArea parent_instance;

  TideBulletLayout *layout; /* owned, nullable: what was allocated last */
  GtkWidget *axis;          /* owned as a child */
  GtkWidget *unit;          /* owned as a child */
  double divisor;
  gboolean is_hidden[TIDE_BULLET_N_SERIES];
};

G_DEFINE_FINAL_TYPE (TideBulletArea, tide_bullet_area, TIDE_TYPE_CHART_AREA)

static guint
get_n_rows (TideBulletArea *self)
{
  return tide_chart_area_get_n_items (TIDE_CHART_AREA (self));
}

static TideBullet *
get_bullet (TideBulletArea *self, guint position)
{
  return tide_chart_area_get_item (TIDE_CHART_AREA (self), position);
}

static GtkWidget *
get_part (TideBulletArea *self, guint position, guint part)
{
  return tide_chart_mark_get_part (tide_chart_area_get_mark (TIDE_CHART_AREA (self), position),
                                   part);
}

static void
set_text (TideBulletArea *self, guint position, guint part, const char *text)
{
  tide_chart_text_set (GTK_LABEL (get_part (self, position, part)), text,
                       tide_chart_area_get_language (TIDE_CHART_AREA (self)));
}

static const char *
get_target_text (TideBullet *bullet)
{
  const char *text = tide_bullet_get_target_text (bullet);

  return text != NULL && tide_bullet_has_target (bullet) ? text : NULL;
}

static char *
dup_shown_target (TideBullet *bullet)
{
  const char *text = get_target_text (bullet);

  /* Translators: in a chart, below a value: its target. */
  return text != NULL ? g_strdup_printf (C_ ("bullet chart", "of %s"), text) : NULL;
}

static char *
dup_name (TideBulletArea *self, guint position)
{
  TideBullet *bullet = get_bullet (self, position);
  const char *label = tide_chart_item_get_label (TIDE_CHART_ITEM (bullet));
  const char *value = tide_chart_item_get_spoken_value (TIDE_CHART_ITEM (bullet));
  const char *target = get_target_text (bullet);

  if (target == NULL)
    target = tide_bullet_has_target (bullet) ? "" : C_ ("bullet chart", "none");

  /* Translators: spoken for a row of a chart: row: value, target, position of count. */
  return g_strdup_printf (_ ("%s: %s, target: %s, %u of %u"), label != NULL ? label : "", value,
                          target, position + 1, get_n_rows (self));
}

static void
append_share (GString *tooltip, TideBullet *bullet)
{
  g_autofree char *share = NULL;

  if (tide_chart_item_has_value (TIDE_CHART_ITEM (bullet)) && tide_bullet_has_target (bullet))
    share = tide_share_text_new_precise (tide_chart_item_get_value (TIDE_CHART_ITEM (bullet)),
                                         tide_bullet_get_target (bullet));
  if (share == NULL)
    return;

  g_string_append_c (tooltip, '\n');
  /* Translators: in a chart's tooltip: what part of its target a value has reached. */
  g_string_append_printf (tooltip, _ ("%s of the target"), share);
}

static char *
dup_tooltip (TideBullet *bullet)
{
  TideChartItem *item = TIDE_CHART_ITEM (bullet);
  GString *tooltip = g_string_new (tide_chart_item_get_label (item));
  const char *target = get_target_text (bullet);

  g_string_append_printf (tooltip, "\n%s", tide_chart_item_get_spoken_value (item));
  if (target != NULL)
    {
      g_string_append_c (tooltip, '\n');
      /* Translators: in a chart's tooltip: what a value is to reach. */
      g_string_append_printf (tooltip, _ ("Target: %s"), target);
    }
  append_share (tooltip, bullet);
  if (tide_bullet_has_elapsed (bullet))
    {
      g_autofree char *elapsed = tide_share_text_new_precise (tide_bullet_get_elapsed (bullet), 1);

      g_string_append_c (tooltip, '\n');
      /* Translators: in a chart's tooltip: what part of the time for a target is over. */
      g_string_append_printf (tooltip, _ ("%s of the time is over"), elapsed);
    }

  return g_string_free_and_steal (tooltip);
}

static void
update_mark (TideBulletArea *self, guint position)
{
  TideChartMark *mark = tide_chart_area_get_mark (TIDE_CHART_AREA (self), position);
  TideBullet *bullet = get_bullet (self, position);
  TideChartItem *item = TIDE_CHART_ITEM (bullet);
  g_autofree char *target = dup_shown_target (bullet);
  g_autofree char *name = dup_name (self, position);
  g_autofree char *tooltip = dup_tooltip (bullet);

  set_text (self, position, PART_LABEL, tide_chart_item_get_label (item));
  set_text (self, position, PART_VALUE_TEXT, tide_chart_item_get_shown_value (item));
  set_text (self, position, PART_TARGET_TEXT, target);
  tide_chart_mark_describe (mark, name, tooltip);
}

static void
tide_bullet_area_update (TideChartArea *area)
{
  TideBulletArea *self = TIDE_BULLET_AREA (area);
  g_autofree char *unit = g_strdup (gtk_label_get_text (GTK_LABEL (self->unit)));

  g_clear_pointer (&self->layout, tide_bullet_layout_free);
  for (guint i = 0; i < get_n_rows (self); i++)
    update_mark (self, i);
  tide_chart_text_set (GTK_LABEL (self->unit), unit, tide_chart_area_get_language (area));
}

static GtkWidget *
tide_bullet_area_create_mark (TideChartArea *area)
{
  TideChartMark *mark = TIDE_CHART_MARK (tide_chart_mark_new ());

  gtk_widget_add_css_class (GTK_WIDGET (mark), "series-1");
  for (guint i = 0; i < TIDE_BULLET_MAX_LIMITS; i++)
    {
      g_autofree char *range = g_strdup_printf ("range-%u", i + 1);

      tide_chart_mark_add_part (mark, tide_chart_mark_create_box ("range"));
      gtk_widget_add_css_class (tide_chart_mark_get_part (mark, PART_RANGE + i), range);
    }
  tide_chart_mark_add_part (mark, tide_chart_mark_create_box ("bar"));
  tide_chart_mark_add_part (mark, tide_chart_mark_create_box ("pace"));
  tide_chart_mark_add_part (mark, tide_chart_mark_create_box ("target"));
  tide_chart_mark_add_part (mark, tide_chart_mark_create_label ("category"));
  tide_chart_mark_add_part (mark, tide_chart_mark_create_label ("value"));
  tide_chart_mark_add_part (mark, tide_chart_mark_create_label ("detail"));
  tide_chart_text_wrap (GTK_LABEL (tide_chart_mark_get_part (mark, PART_LABEL)), LABEL_LINES);
  for (guint i = PART_VALUE_TEXT; i <= PART_TARGET_TEXT; i++)
    gtk_label_set_xalign (GTK_LABEL (tide_chart_mark_get_part (mark, i)), 1);

  return GTK_WIDGET (mark);
}

static guint
tide_bullet_area_pick (TideChartArea *area, double x, double y)
{
  TideBulletArea *self = TIDE_BULLET_AREA (area);
  guint row = self->layout != NULL ? tide_bullet_layout_find (self->layout, x, y) : TIDE_BAR_NONE;

  return row == TIDE_BAR_NONE ? GTK_INVALID_LIST_POSITION : row;
}

static int
measure_widest (TideBulletArea *self, guint part)
{
  int widest = 0;

  for (guint i = 0; i < get_n_rows (self); i++)
    widest = MAX (widest, tide_chart_text_measure_width (get_part (self, i, part)));

  return widest;
}

static int
measure_tallest (TideBulletArea *self, guint part, double width)
{
  int tallest = 0;

  for (guint i = 0; i < get_n_rows (self); i++)
    tallest = MAX (tallest, tide_chart_text_measure_height (get_part (self, i, part), (int) width));

  return tallest;
}

static int
measure_texts (TideBulletArea *self)
{
  return measure_tallest (self, PART_VALUE_TEXT, G_MAXINT)
         + measure_tallest (self, PART_TARGET_TEXT, G_MAXINT);
}

static void
fill_labels (TideBulletArea *self, TideBulletSpec *spec, double line)
{
  int texts = measure_texts (self);
  int unit = tide_chart_text_measure_width (self->unit);
  double width = spec->width - spec->text_extent - spec->gap;

  if (spec->has_labels_above)
    {
      spec->label_extent = MAX (measure_tallest (self, PART_LABEL, width), texts);
      spec->unit_extent = tide_chart_text_measure_height (self->unit, (int) spec->width);
      return;
    }

  spec->label_extent
      = MIN (MAX (measure_widest (self, PART_LABEL), unit), spec->width * LABEL_SHARE);
  spec->row_extent = MAX (ROW_EXTENT * line, texts);
  spec->row_extent = MAX (spec->row_extent, measure_tallest (self, PART_LABEL, spec->label_extent));
}

/* What does not depend on the ticks: enough for the height. */
static void
init_spec (TideBulletArea *self, TideBulletSpec *spec, int width)
{
  double line = tide_chart_text_get_line_height (GTK_WIDGET (self));
  double texts
      = MAX (measure_widest (self, PART_VALUE_TEXT), measure_widest (self, PART_TARGET_TEXT));

  *spec = (TideBulletSpec) {
    .is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .has_labels_above = width < NARROW_WIDTH * line,
    .n_rows = get_n_rows (self),
    .width = width,
    .axis_extent = tide_chart_text_get_line_height (self->axis),
    .row_extent = ROW_EXTENT * line,
    .range_extent = RANGE_EXTENT * line,
    .bar_extent = BAR_EXTENT * line,
    .target_extent = TARGET_EXTENT * line,
    .mark_extent = MARK_EXTENT,
    .row_gap = ROW_GAP * line,
    .gap = GAP * line,
  };
  spec->text_extent = MIN (texts, width * (spec->has_labels_above ? TEXT_SHARE : LABEL_SHARE));
  fill_labels (self, spec, line);
}

static double
get_pace (TideBullet *bullet)
{
  return tide_bullet_get_target (bullet) * tide_bullet_get_elapsed (bullet);
}

static TideBulletCell *
create_cells (TideBulletArea *self)
{
  guint n_rows = get_n_rows (self);
  TideBulletCell *cells = g_new0 (TideBulletCell, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      TideBullet *bullet = get_bullet (self, i);

      cells[i] = (TideBulletCell) {
        .has_value = tide_chart_item_has_value (TIDE_CHART_ITEM (bullet))
                     && !self->is_hidden[TIDE_BULLET_VALUE],
        .value = tide_chart_item_get_value (TIDE_CHART_ITEM (bullet)),
        .has_target = tide_bullet_has_target (bullet) && !self->is_hidden[TIDE_BULLET_TARGET],
        .target = tide_bullet_get_target (bullet),
        .has_pace = tide_bullet_has_elapsed (bullet) && !self->is_hidden[TIDE_BULLET_PACE],
        .pace = get_pace (bullet),
      };
      cells[i].limits = tide_bullet_get_limits (bullet, &cells[i].n_limits);
    }

  return cells;
}

static gboolean
is_whole (TideBulletArea *self, double value)
{
  return fabs (value / self->divisor - round (value / self->divisor)) < 1e-9;
}

static TideTicksRange
get_range (TideBulletArea *self, const TideBulletSpec *spec)
{
  TideTicksRange range = { .divisor = self->divisor, .is_whole = TRUE };

  tide_bullet_spec_get_range (spec, &range.low, &range.high);
  for (guint i = 0; i < spec->n_rows && range.is_whole; i++)
    range.is_whole = is_whole (self, spec->rows[i].value) && is_whole (self, spec->rows[i].target);

  return range;
}

static void
fill_ticks (TideBulletArea *self, TideBulletSpec *spec)
{
  const TideAxisRuler ruler = tide_chart_axis_get_ruler (TIDE_CHART_AXIS (self->axis));
  TideTicksRange range = get_range (self, spec);
  double beside = spec->label_extent + spec->text_extent + 2 * spec->gap;
  double length = spec->width - (spec->has_labels_above ? 0 : beside);
  double first;

  tide_axis_cover (&ruler, &range, length, &spec->ticks);
  tide_axis_get_overhang (&ruler, &spec->ticks, &first, &spec->tick_after);
  spec->tick_before = range.low < 0 ? first : 0;
}

static GtkSizeRequestMode
tide_bullet_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tide_bullet_area_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  TideBulletArea *self = TIDE_BULLET_AREA (widget);
  double line = tide_chart_text_get_line_height (widget);
  int width = (int) ceil (NATURAL_WIDTH * line);
  TideBulletSpec spec;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (LEAST_WIDTH * line);
      *natural = width;
      return;
    }

  init_spec (self, &spec, for_size < 0 ? width : for_size);
  *minimum = *natural = (int) ceil (tide_bullet_spec_get_height (&spec));
}

/* Value and target stand under each other, in the middle of their room. */
static void
place_texts (TideBulletArea *self, guint position, const TideBox *room, TideBox *boxes)
{
  double value = tide_chart_text_measure_height (get_part (self, position, PART_VALUE_TEXT),
                                                 (int) room->width);
  double target = tide_chart_text_measure_height (get_part (self, position, PART_TARGET_TEXT),
                                                  (int) room->width);
  double top = room->y + (room->height - value - target) / 2;

  boxes[PART_VALUE_TEXT] = (TideBox) { room->x, top, room->width, value };
  boxes[PART_TARGET_TEXT] = (TideBox) { room->x, top + value, room->width, target };
}

static void
place_mark (TideBulletArea *self, guint position)
{
  const TideBulletPlace *place = &self->layout->places[position];
  TideBox boxes[N_PARTS] = {
    [PART_BAR] = place->bar,
    [PART_PACE] = place->pace,
    [PART_TARGET] = place->target,
    [PART_LABEL] = place->label,
  };

  for (guint i = 0; i < place->n_ranges; i++)
    boxes[PART_RANGE + i] = place->ranges[i];
  place_texts (self, position, &place->text, boxes);
  tide_chart_mark_place (tide_chart_area_get_mark (TIDE_CHART_AREA (self), position), &place->slot,
                         boxes);
}

static void
place_axis (TideBulletArea *self, const TideBulletSpec *spec)
{
  TideChartAxis *axis = TIDE_CHART_AXIS (self->axis);
  g_autofree double *positions = g_new (double, spec->ticks.n_ticks);
  TideChartAxisPlace place = {
    .orientation = GTK_ORIENTATION_HORIZONTAL,
    .is_mirrored = spec->is_mirrored,
    .plot = self->layout->plot,
    .gap = spec->gap,
    .bands = self->layout->bands,
    .n_bands = spec->has_labels_above ? spec->n_rows : MIN (spec->n_rows, 1),
  };

  for (guint i = 0; i < spec->ticks.n_ticks; i++)
    positions[i]
        = tide_bullet_layout_get_position (self->layout, tide_ticks_get_value (&spec->ticks, i));

  tide_chart_axis_place (axis, &place);
  tide_chart_axis_set_ticks (axis, &spec->ticks, positions);
}

static void
place_unit (TideBulletArea *self)
{
  const TideBox *box = &self->layout->unit;
  gboolean is_visible = *gtk_label_get_text (GTK_LABEL (self->unit)) != '\0';

  gtk_widget_set_child_visible (self->unit, is_visible);
  if (!is_visible)
    return;

  gtk_widget_measure (self->unit, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      self->unit,
      &(GtkAllocation) { (int) box->x, (int) box->y, (int) box->width, (int) box->height }, -1);
}

static void
tide_bullet_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideBulletArea *self = TIDE_BULLET_AREA (widget);
  g_autofree TideBulletCell *cells = create_cells (self);
  TideBulletSpec spec;

  init_spec (self, &spec, width);
  spec.rows = cells;
  fill_ticks (self, &spec);
  g_clear_pointer (&self->layout, tide_bullet_layout_free);
  self->layout = tide_bullet_layout_new (&spec);

  for (guint i = 0; i < spec.n_rows; i++)
    place_mark (self, i);
  place_unit (self);
  place_axis (self, &spec);
  gtk_widget_measure (self->axis, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->axis, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
tide_bullet_area_dispose (GObject *object)
{
  TideBulletArea *self = TIDE_BULLET_AREA (object);

  g_clear_pointer (&self->axis, gtk_widget_unparent);
  g_clear_pointer (&self->unit, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_bullet_area_parent_class)->dispose (object);
}

static void
tide_bullet_area_finalize (GObject *object)
{
  TideBulletArea *self = TIDE_BULLET_AREA (object);

  g_clear_pointer (&self->layout, tide_bullet_layout_free);

  G_OBJECT_CLASS (tide_bullet_area_parent_class)->finalize (object);
}

static void
tide_bullet_area_class_init (TideBulletAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TideChartAreaClass *area_class = TIDE_CHART_AREA_CLASS (klass);

  object_class->dispose = tide_bullet_area_dispose;
  object_class->finalize = tide_bullet_area_finalize;
  widget_class->get_request_mode = tide_bullet_area_get_request_mode;
  widget_class->measure = tide_bullet_area_measure;
  widget_class->size_allocate = tide_bullet_area_size_allocate;
  area_class->create_mark = tide_bullet_area_create_mark;
  area_class->update = tide_bullet_area_update;
  area_class->pick = tide_bullet_area_pick;

  gtk_widget_class_set_css_name (widget_class, "bulletarea");
}

static void
tide_bullet_area_init (TideBulletArea *self)
{
  self->divisor = 1;
  self->axis = tide_chart_axis_new ();
  gtk_widget_set_parent (self->axis, GTK_WIDGET (self));
  self->unit = tide_chart_mark_create_label ("unit");
  gtk_widget_set_parent (self->unit, GTK_WIDGET (self));
}

/**
 * tide_bullet_area_set_unit:
 * @self: an area
 * @label: (nullable): name of the axis' unit
 * @divisor: how many of the values' units make one of the axis'
 *
 * Sets the axis' unit.
 */
void
tide_bullet_area_set_unit (TideBulletArea *self, const char *label, double divisor)
{
  self->divisor = divisor;
  tide_chart_text_set (GTK_LABEL (self->unit), label,
                       tide_chart_area_get_language (TIDE_CHART_AREA (self)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tide_bullet_area_show_series:
 * @self: an area
 * @series: what
 * @is_shown: whether it is drawn
 *
 * Draws it in every row, or leaves it out.
 */
void
tide_bullet_area_show_series (TideBulletArea *self, TideBulletSeries series, gboolean is_shown)
{
  self->is_hidden[series] = !is_shown;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
tide_bullet_area_is_series_shown (TideBulletArea *self, TideBulletSeries series)
{
  return !self->is_hidden[series];
}
