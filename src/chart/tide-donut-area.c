/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-donut-area.h"

#include "chart/tide-chart-text.h"
#include "chart/tide-donut-ring.h"
#include "chart/tide-share-text.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* Sizes in heights of a line of text, so that they follow the size of the text. */
#define DIAMETER 9.0
#define THICKNESS 1.5
#define LEADER 0.7
#define SWATCH_EXTENT 0.7
#define GAP 0.6
#define ROW_GAP 0.5
#define PADDING 0.25
#define LEAST_WIDTH 8.0
#define NATURAL_WIDTH 32.0
#define LABEL_LINES 2

/* The parts of a mark. */
enum
{
  PART_SWATCH,
  PART_LABEL,
  PART_DETAIL,
  N_PARTS,
};

/* The slices of a ring, with the whole in its middle. */
struct _TideDonutArea
{
  TideChartArea parent_instance;

  TideDonutLayout *layout; /* owned, nullable: what was allocated last */
  GtkWidget *ring;         /* owned as a child */
  GtkWidget *total;        /* owned as a child */
  double whole;
};

G_DEFINE_FINAL_TYPE (TideDonutArea, tide_donut_area, TIDE_TYPE_CHART_AREA)

static guint
get_n_slices (TideDonutArea *self)
{
  return tide_chart_area_get_n_items (TIDE_CHART_AREA (self));
}

static TideChartItem *
get_slice (TideDonutArea *self, guint position)
{
  return tide_chart_area_get_item (TIDE_CHART_AREA (self), position);
}

static GtkWidget *
get_part (TideDonutArea *self, guint position, guint part)
{
  return tide_chart_mark_get_part (tide_chart_area_get_mark (TIDE_CHART_AREA (self), position),
                                   part);
}

static char *
dup_share (TideDonutArea *self, guint position, gboolean is_precise)
{
  TideChartItem *slice = get_slice (self, position);
  double value = tide_chart_item_get_value (slice);

  if (!tide_chart_item_has_value (slice))
    return NULL;

  return is_precise ? tide_share_text_new_precise (value, self->whole)
                    : tide_share_text_new (value, self->whole);
}

static char *
dup_detail (TideDonutArea *self, guint position)
{
  const char *value = tide_chart_item_get_shown_value (get_slice (self, position));
  g_autofree char *share = dup_share (self, position, FALSE);

  if (share == NULL)
    return g_strdup (value);

  return *value != '\0' ? g_strconcat (value, " · ", share, NULL) : g_steal_pointer (&share);
}

static char *
dup_name (TideDonutArea *self, guint position)
{
  TideChartItem *slice = get_slice (self, position);
  const char *label = tide_chart_item_get_label (slice);
  const char *value = tide_chart_item_get_spoken_value (slice);
  g_autofree char *share = dup_share (self, position, FALSE);

  if (label == NULL)
    label = "";
  if (share == NULL)
    /* Translators: spoken for a bar of a chart: category: value, position of count. */
    return g_strdup_printf (_ ("%s: %s, %u of %u"), label, value, position + 1,
                            get_n_slices (self));

  /* Translators: spoken for a slice of a ring: part: value, share, position of count. */
  return g_strdup_printf (_ ("%s: %s, %s of the whole, %u of %u"), label, value, share,
                          position + 1, get_n_slices (self));
}

static char *
dup_tooltip (TideDonutArea *self, guint position)
{
  TideChartItem *slice = get_slice (self, position);
  GString *tooltip = g_string_new (tide_chart_item_get_label (slice));
  g_autofree char *share = dup_share (self, position, TRUE);

  g_string_append_printf (tooltip, "\n%s", tide_chart_item_get_spoken_value (slice));
  if (share != NULL)
    {
      g_string_append_c (tooltip, '\n');
      /* Translators: in a chart's tooltip: what share of the whole a part is. */
      g_string_append_printf (tooltip, _ ("%s of the whole"), share);
    }

  return g_string_free_and_steal (tooltip);
}

static void
update_mark (TideDonutArea *self, guint position)
{
  TideChartMark *mark = tide_chart_area_get_mark (TIDE_CHART_AREA (self), position);
  const char *language = tide_chart_area_get_language (TIDE_CHART_AREA (self));
  g_autofree char *series = g_strdup_printf ("series-%u", position + 1);
  const char *const classes[] = { series, NULL };
  g_autofree char *detail = dup_detail (self, position);
  g_autofree char *name = dup_name (self, position);
  g_autofree char *tooltip = dup_tooltip (self, position);

  gtk_widget_set_css_classes (GTK_WIDGET (mark), (const char **) classes);
  tide_chart_text_set (GTK_LABEL (get_part (self, position, PART_LABEL)),
                       tide_chart_item_get_label (get_slice (self, position)), language);
  tide_chart_text_set (GTK_LABEL (get_part (self, position, PART_DETAIL)), detail, language);
  tide_chart_mark_describe (mark, name, tooltip);
}

static void
set_total (TideDonutArea *self, const char *text)
{
  tide_chart_text_set (GTK_LABEL (self->total), text,
                       tide_chart_area_get_language (TIDE_CHART_AREA (self)));
  tide_chart_text_break_at_spaces (GTK_LABEL (self->total));
}

static void
tide_donut_area_update (TideChartArea *area)
{
  TideDonutArea *self = TIDE_DONUT_AREA (area);
  g_autofree char *total = g_strdup (gtk_label_get_text (GTK_LABEL (self->total)));

  g_clear_pointer (&self->layout, tide_donut_layout_free);
  for (guint i = 0; i < get_n_slices (self); i++)
    update_mark (self, i);
  set_total (self, total);
}

static GtkWidget *
tide_donut_area_create_mark (TideChartArea *area)
{
  TideChartMark *mark = TIDE_CHART_MARK (tide_chart_mark_new ());

  tide_chart_mark_add_part (mark, tide_chart_mark_create_box ("bar"));
  tide_chart_mark_add_part (mark, tide_chart_mark_create_label ("category"));
  tide_chart_mark_add_part (mark, tide_chart_mark_create_label ("detail"));
  for (guint i = PART_LABEL; i < N_PARTS; i++)
    tide_chart_text_wrap (GTK_LABEL (tide_chart_mark_get_part (mark, i)), LABEL_LINES);

  return GTK_WIDGET (mark);
}

static guint
tide_donut_area_pick (TideChartArea *area, double x, double y)
{
  TideDonutArea *self = TIDE_DONUT_AREA (area);
  guint slice
      = self->layout != NULL ? tide_donut_layout_find (self->layout, x, y) : TIDE_DONUT_NONE;

  return slice == TIDE_DONUT_NONE ? GTK_INVALID_LIST_POSITION : slice;
}

static void
tide_donut_area_highlight (TideChartArea *area, guint position)
{
  TideDonutArea *self = TIDE_DONUT_AREA (area);

  tide_donut_ring_set_highlighted (TIDE_DONUT_RING (self->ring),
                                   position == GTK_INVALID_LIST_POSITION ? TIDE_DONUT_NONE
                                                                         : position);
}

static int
measure_block (TideDonutArea *self, guint position, int width)
{
  return tide_chart_text_measure_height (get_part (self, position, PART_LABEL), width)
         + tide_chart_text_measure_height (get_part (self, position, PART_DETAIL), width);
}

static TideDonutCell *
create_cells (TideDonutArea *self, const TideDonutSpec *spec)
{
  int room = (int) tide_donut_spec_get_list_room (spec);
  guint n_slices = get_n_slices (self);
  TideDonutCell *cells = g_new (TideDonutCell, n_slices);

  for (guint i = 0; i < n_slices; i++)
    {
      int width = MAX (tide_chart_text_measure_width (get_part (self, i, PART_LABEL)),
                       tide_chart_text_measure_width (get_part (self, i, PART_DETAIL)));

      cells[i] = (TideDonutCell) {
        .has_value = tide_chart_item_has_value (get_slice (self, i)),
        .value = tide_chart_item_get_value (get_slice (self, i)),
        .width = width,
        .height = measure_block (self, i, width),
        .row_height = measure_block (self, i, room),
      };
    }

  return cells;
}

static TideDonutLayout *
create_layout (TideDonutArea *self, int width)
{
  double line = tide_chart_text_get_line_height (GTK_WIDGET (self));
  g_autofree TideDonutCell *cells = NULL;
  TideDonutSpec spec = {
    .is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .n_slices = get_n_slices (self),
    .whole = self->whole,
    .width = width,
    .diameter = round (DIAMETER * line),
    .thickness = THICKNESS * line,
    .leader = LEADER * line,
    .swatch_extent = SWATCH_EXTENT * line,
    .gap = GAP * line,
    .row_gap = ROW_GAP * line,
  };

  cells = create_cells (self, &spec);
  spec.slices = cells;

  return tide_donut_layout_new (&spec);
}

static GtkSizeRequestMode
tide_donut_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tide_donut_area_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TideDonutArea *self = TIDE_DONUT_AREA (widget);
  double line = tide_chart_text_get_line_height (widget);
  int width = (int) ceil (NATURAL_WIDTH * line);
  g_autoptr (TideDonutLayout) layout = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (LEAST_WIDTH * line);
      *natural = width;
      return;
    }

  layout = create_layout (self, for_size < 0 ? width : for_size);
  *minimum = *natural = (int) ceil (layout->height);
}

/* Labels on the side where lines begin end at their slices. */
static void
align_texts (TideDonutArea *self, guint position)
{
  const TideDonutPlace *place = &self->layout->places[position];
  gboolean is_left = place->label.x < self->layout->ring.x;
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_at_start = !self->layout->is_list && is_left != is_mirrored;

  for (guint i = PART_LABEL; i < N_PARTS; i++)
    gtk_label_set_xalign (GTK_LABEL (get_part (self, position, i)), is_at_start ? 1 : 0);
}

static void
place_mark (TideDonutArea *self, guint position)
{
  double padding = round (PADDING * tide_chart_text_get_line_height (GTK_WIDGET (self)));
  const TideDonutPlace *place = &self->layout->places[position];
  const TideBox *box = &place->label;
  TideBox slot = *box;
  double label
      = tide_chart_text_measure_height (get_part (self, position, PART_LABEL), (int) box->width);
  const TideBox boxes[N_PARTS] = {
    [PART_SWATCH] = place->swatch,
    [PART_LABEL] = { box->x, box->y, box->width, label },
    [PART_DETAIL] = { box->x, box->y + label, box->width, box->height - label },
  };

  if (place->swatch.width > 0)
    {
      slot.x = MIN (slot.x, place->swatch.x);
      slot.width = MAX (box->x + box->width, place->swatch.x + place->swatch.width) - slot.x;
    }
  slot.x -= padding;
  slot.width += 2 * padding;

  align_texts (self, position);
  tide_chart_mark_place (tide_chart_area_get_mark (TIDE_CHART_AREA (self), position), &slot, boxes);
}

static void
place_total (TideDonutArea *self)
{
  const TideBox *hole = &self->layout->hole;
  int width = (int) hole->width;
  int height = tide_chart_text_measure_height (self->total, width);
  gboolean is_visible = height > 0 && height <= hole->height;
  int minimum;

  /* Half a number would be another one. */
  gtk_widget_measure (self->total, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  is_visible = is_visible && minimum <= width;

  gtk_widget_set_child_visible (self->total, is_visible);
  if (is_visible)
    gtk_widget_size_allocate (self->total,
                              &(GtkAllocation) { (int) hole->x,
                                                 (int) (hole->y + (hole->height - height) / 2),
                                                 width, height },
                              -1);
}

static void
tide_donut_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideDonutArea *self = TIDE_DONUT_AREA (widget);

  g_clear_pointer (&self->layout, tide_donut_layout_free);
  self->layout = create_layout (self, width);

  for (guint i = 0; i < get_n_slices (self); i++)
    place_mark (self, i);
  place_total (self);
  tide_donut_ring_set_layout (TIDE_DONUT_RING (self->ring), self->layout, get_n_slices (self));
  gtk_widget_measure (self->ring, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->ring, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
tide_donut_area_dispose (GObject *object)
{
  TideDonutArea *self = TIDE_DONUT_AREA (object);

  g_clear_pointer (&self->ring, gtk_widget_unparent);
  g_clear_pointer (&self->total, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_donut_area_parent_class)->dispose (object);
}

static void
tide_donut_area_finalize (GObject *object)
{
  TideDonutArea *self = TIDE_DONUT_AREA (object);

  g_clear_pointer (&self->layout, tide_donut_layout_free);

  G_OBJECT_CLASS (tide_donut_area_parent_class)->finalize (object);
}

static void
tide_donut_area_class_init (TideDonutAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TideChartAreaClass *area_class = TIDE_CHART_AREA_CLASS (klass);

  object_class->dispose = tide_donut_area_dispose;
  object_class->finalize = tide_donut_area_finalize;
  widget_class->get_request_mode = tide_donut_area_get_request_mode;
  widget_class->measure = tide_donut_area_measure;
  widget_class->size_allocate = tide_donut_area_size_allocate;
  area_class->create_mark = tide_donut_area_create_mark;
  area_class->update = tide_donut_area_update;
  area_class->pick = tide_donut_area_pick;
  area_class->highlight = tide_donut_area_highlight;

  gtk_widget_class_set_css_name (widget_class, "donutarea");
}

static void
tide_donut_area_init (TideDonutArea *self)
{
  self->whole = 1;
  self->ring = tide_donut_ring_new ();
  gtk_widget_set_parent (self->ring, GTK_WIDGET (self));
  self->total = tide_chart_mark_create_label ("total");
  gtk_label_set_ellipsize (GTK_LABEL (self->total), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (self->total), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->total), 0.5f);
  gtk_label_set_justify (GTK_LABEL (self->total), GTK_JUSTIFY_CENTER);
  gtk_widget_set_parent (self->total, GTK_WIDGET (self));
}

/**
 * tide_donut_area_set_whole:
 * @self: an area
 * @whole: what the slices are parts of, above 0
 * @text: (nullable): what is written in the middle
 *
 * Sets the whole; the slices have to be shown anew.
 */
void
tide_donut_area_set_whole (TideDonutArea *self, double whole, const char *text)
{
  self->whole = whole;
  set_total (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}
