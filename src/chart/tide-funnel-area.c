/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-funnel-area.h"

#include "chart/tide-chart-text.h"
#include "chart/tide-funnel-links.h"
#include "chart/tide-funnel-stage.h"
#include "chart/tide-share-text.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* Sizes in heights of a line of text, so that they follow the size of the text. */
#define NARROW_WIDTH 24.0
#define LABEL_SHARE 0.36
#define SHARES_SHARE 0.42
#define BAND_EXTENT 1.7
#define LINK_EXTENT 1.1
#define GAP 0.9
#define TEXT_GAP 0.2
#define LEAST_WIDTH 8.0
#define NATURAL_WIDTH 32.0
#define LABEL_LINES 2

/* The parts of a mark. */
enum
{
  PART_BAND,
  PART_LABEL,
  PART_TEXT,
  PART_SHARE,
  PART_STEP,
  N_PARTS,
};

/* Where a share comes from: what the owner says, or part of whole. */
typedef struct
{
  const char *told;
  gboolean is_known;
  double part;
  double whole;
} Share;

/* The stages of a funnel from top to bottom. */
struct _TideFunnelArea
{
  TideChartArea parent_instance;

  TideFunnelLayout *layout; /* owned, nullable: what was allocated last */
  GtkWidget *links;         /* owned as a child */
  gboolean is_centred;
};

G_DEFINE_FINAL_TYPE (TideFunnelArea, tide_funnel_area, TIDE_TYPE_CHART_AREA)

static guint
get_n_stages (TideFunnelArea *self)
{
  return tide_chart_area_get_n_items (TIDE_CHART_AREA (self));
}

static TideChartItem *
get_stage (TideFunnelArea *self, guint position)
{
  return tide_chart_area_get_item (TIDE_CHART_AREA (self), position);
}

static GtkWidget *
get_part (TideFunnelArea *self, guint position, guint part)
{
  return tide_chart_mark_get_part (tide_chart_area_get_mark (TIDE_CHART_AREA (self), position),
                                   part);
}

static Share
get_share (TideFunnelArea *self, guint position, guint whole, const char *told)
{
  TideChartItem *stage = get_stage (self, position);
  TideChartItem *of = get_stage (self, whole);

  return (Share) {
    .told = told,
    .is_known = position > 0 && tide_chart_item_has_value (stage) && tide_chart_item_has_value (of),
    .part = tide_chart_item_get_value (stage),
    .whole = tide_chart_item_get_value (of),
  };
}

static Share
get_first_share (TideFunnelArea *self, guint position)
{
  TideFunnelStage *stage = TIDE_FUNNEL_STAGE (get_stage (self, position));

  return get_share (self, position, 0, tide_funnel_stage_get_first_share (stage));
}

static Share
get_step_share (TideFunnelArea *self, guint position)
{
  TideFunnelStage *stage = TIDE_FUNNEL_STAGE (get_stage (self, position));

  return get_share (self, position, MAX (position, 1) - 1,
                    tide_funnel_stage_get_step_share (stage));
}

static char *
dup_share (const Share *share, gboolean is_precise)
{
  if (share->told != NULL)
    return g_strdup (share->told);
  if (!share->is_known)
    return NULL;

  return is_precise ? tide_share_text_new_precise (share->part, share->whole)
                    : tide_share_text_new (share->part, share->whole);
}

static void
set_text (TideFunnelArea *self, guint position, guint part, const char *text)
{
  tide_chart_text_set (GTK_LABEL (get_part (self, position, part)), text,
                       tide_chart_area_get_language (TIDE_CHART_AREA (self)));
}

static void
update_shares (TideFunnelArea *self, guint position)
{
  Share first = get_first_share (self, position);
  Share step = get_step_share (self, position);
  g_autofree char *first_text = dup_share (&first, FALSE);
  g_autofree char *step_text = dup_share (&step, FALSE);
  g_autofree char *of_first = NULL;
  g_autofree char *of_step = NULL;

  if (first_text != NULL)
    /* Translators: in a funnel, beside a stage: its share of the first stage. */
    of_first = g_strdup_printf (C_ ("funnel", "%s of first"), first_text);
  if (step_text != NULL)
    of_step = g_strconcat (step.is_known && step.part > step.whole ? "↑ " : "↓ ", step_text, NULL);

  set_text (self, position, PART_SHARE, of_first);
  set_text (self, position, PART_STEP, of_step);
}

static char *
dup_name (TideFunnelArea *self, guint position)
{
  TideChartItem *stage = get_stage (self, position);
  const char *label = tide_chart_item_get_label (stage);
  const char *value = tide_chart_item_get_spoken_value (stage);
  guint n_stages = get_n_stages (self);
  g_autofree char *first = tide_funnel_area_dup_first_share (self, position);
  g_autofree char *step = tide_funnel_area_dup_step_share (self, position);

  if (label == NULL)
    label = "";
  if (first != NULL && step != NULL)
    /* Translators: spoken for a stage of a funnel: stage: value, shares, position of count. */
    return g_strdup_printf (_ ("%s: %s, %s of the first, %s of the one before, %u of %u"), label,
                            value, first, step, position + 1, n_stages);
  if (first != NULL)
    /* Translators: spoken for a stage of a funnel: stage: value, share, position of count. */
    return g_strdup_printf (_ ("%s: %s, %s of the first, %u of %u"), label, value, first,
                            position + 1, n_stages);
  if (step != NULL)
    /* Translators: spoken for a stage of a funnel: stage: value, share, position of count. */
    return g_strdup_printf (_ ("%s: %s, %s of the one before, %u of %u"), label, value, step,
                            position + 1, n_stages);

  /* Translators: spoken for a bar of a chart: category: value, position of count. */
  return g_strdup_printf (_ ("%s: %s, %u of %u"), label, value, position + 1, n_stages);
}

static char *
dup_tooltip (TideFunnelArea *self, guint position)
{
  TideChartItem *stage = get_stage (self, position);
  GString *tooltip = g_string_new (tide_chart_item_get_label (stage));
  Share first = get_first_share (self, position);
  Share step = get_step_share (self, position);
  g_autofree char *first_text = dup_share (&first, TRUE);
  g_autofree char *step_text = dup_share (&step, TRUE);

  g_string_append_printf (tooltip, "\n%s", tide_chart_item_get_spoken_value (stage));
  if (first_text != NULL)
    {
      g_string_append_c (tooltip, '\n');
      /* Translators: in the tooltip of a stage of a funnel. */
      g_string_append_printf (tooltip, _ ("%s of the first stage"), first_text);
    }
  if (step_text != NULL)
    {
      g_string_append_c (tooltip, '\n');
      /* Translators: in the tooltip of a stage of a funnel. */
      g_string_append_printf (tooltip, _ ("%s of the stage before"), step_text);
    }

  return g_string_free_and_steal (tooltip);
}

static void
update_mark (TideFunnelArea *self, guint position)
{
  TideChartMark *mark = tide_chart_area_get_mark (TIDE_CHART_AREA (self), position);
  TideChartItem *stage = get_stage (self, position);
  g_autofree char *name = dup_name (self, position);
  g_autofree char *tooltip = dup_tooltip (self, position);

  set_text (self, position, PART_LABEL, tide_chart_item_get_label (stage));
  set_text (self, position, PART_TEXT, tide_chart_item_get_shown_value (stage));
  update_shares (self, position);
  tide_chart_mark_describe (mark, name, tooltip);
}

static void
tide_funnel_area_update (TideChartArea *area)
{
  TideFunnelArea *self = TIDE_FUNNEL_AREA (area);

  g_clear_pointer (&self->layout, tide_funnel_layout_free);
  for (guint i = 0; i < get_n_stages (self); i++)
    update_mark (self, i);
}

static GtkWidget *
tide_funnel_area_create_mark (TideChartArea *area)
{
  GtkWidget *mark = tide_chart_mark_new ();
  const char *const classes[N_PARTS] = {
    [PART_LABEL] = "category",
    [PART_TEXT] = "value",
    [PART_SHARE] = "detail",
    [PART_STEP] = "detail",
  };

  gtk_widget_add_css_class (mark, "series-1");
  tide_chart_mark_add_part (TIDE_CHART_MARK (mark), tide_chart_mark_create_box ("bar"));
  for (guint i = PART_LABEL; i < N_PARTS; i++)
    tide_chart_mark_add_part (TIDE_CHART_MARK (mark), tide_chart_mark_create_label (classes[i]));
  tide_chart_text_wrap (GTK_LABEL (tide_chart_mark_get_part (TIDE_CHART_MARK (mark), PART_LABEL)),
                        LABEL_LINES);
  gtk_label_set_xalign (GTK_LABEL (tide_chart_mark_get_part (TIDE_CHART_MARK (mark), PART_TEXT)),
                        0.5f);

  return mark;
}

static guint
tide_funnel_area_pick (TideChartArea *area, double x, double y)
{
  TideFunnelArea *self = TIDE_FUNNEL_AREA (area);
  guint stage
      = self->layout != NULL ? tide_funnel_layout_find (self->layout, x, y) : TIDE_FUNNEL_NONE;

  return stage == TIDE_FUNNEL_NONE ? GTK_INVALID_LIST_POSITION : stage;
}

static int
measure_widest (TideFunnelArea *self, guint part)
{
  int widest = 0;

  for (guint i = 0; i < get_n_stages (self); i++)
    widest = MAX (widest, tide_chart_text_measure_width (get_part (self, i, part)));

  return widest;
}

static int
measure_tallest_label (TideFunnelArea *self, double width)
{
  int tallest = 0;

  for (guint i = 0; i < get_n_stages (self); i++)
    tallest = MAX (tallest,
                   tide_chart_text_measure_height (get_part (self, i, PART_LABEL), (int) width));

  return tallest;
}

static void
init_spec (TideFunnelArea *self, TideFunnelSpec *spec, int width)
{
  double line = tide_chart_text_get_line_height (GTK_WIDGET (self));
  double shares = MAX (measure_widest (self, PART_SHARE), measure_widest (self, PART_STEP));

  *spec = (TideFunnelSpec) {
    .is_centred = self->is_centred,
    .is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .has_labels_above = width < NARROW_WIDTH * line,
    .n_stages = get_n_stages (self),
    .width = width,
    .share_extent = MIN (shares, width * SHARES_SHARE),
    .band_extent = round (BAND_EXTENT * line),
    .link_extent = round (LINK_EXTENT * line),
    .gap = GAP * line,
    .text_gap = TEXT_GAP * line,
  };

  if (spec->has_labels_above)
    spec->label_extent = measure_tallest_label (self, width - spec->share_extent - spec->gap);
  else
    spec->label_extent = MIN (measure_widest (self, PART_LABEL), width * LABEL_SHARE);
}

static TideFunnelCell *
create_cells (TideFunnelArea *self)
{
  guint n_stages = get_n_stages (self);
  TideFunnelCell *cells = g_new (TideFunnelCell, n_stages);

  for (guint i = 0; i < n_stages; i++)
    cells[i] = (TideFunnelCell) {
      .has_value = tide_chart_item_has_value (get_stage (self, i)),
      .value = tide_chart_item_get_value (get_stage (self, i)),
      .text_extent = tide_chart_text_measure_width (get_part (self, i, PART_TEXT)),
    };

  return cells;
}

static GtkSizeRequestMode
tide_funnel_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tide_funnel_area_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  TideFunnelArea *self = TIDE_FUNNEL_AREA (widget);
  double line = tide_chart_text_get_line_height (widget);
  int width = (int) ceil (NATURAL_WIDTH * line);
  TideFunnelSpec spec;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (LEAST_WIDTH * line);
      *natural = width;
      return;
    }

  init_spec (self, &spec, for_size < 0 ? width : for_size);
  *minimum = *natural = (int) ceil (tide_funnel_spec_get_height (&spec));
}

/* Above its band a label stands close to it; beside it, one of two lines is higher. */
static TideBox
get_label_box (TideFunnelArea *self, guint position, const TideFunnelPlace *place)
{
  TideBox box = place->label;
  double height
      = tide_chart_text_measure_height (get_part (self, position, PART_LABEL), (int) box.width);

  if (box.y + box.height <= place->band.y)
    box.y += box.height - height;
  else
    box.y += (box.height - height) / 2;
  box.height = height;

  return box;
}

static void
place_mark (TideFunnelArea *self, guint position)
{
  TideChartMark *mark = tide_chart_area_get_mark (TIDE_CHART_AREA (self), position);
  const TideFunnelPlace *place = &self->layout->places[position];
  const TideBox boxes[N_PARTS] = {
    [PART_BAND] = place->band, [PART_LABEL] = get_label_box (self, position, place),
    [PART_TEXT] = place->text, [PART_SHARE] = place->share,
    [PART_STEP] = place->step,
  };

  if (place->is_text_inside)
    gtk_widget_add_css_class (GTK_WIDGET (mark), "inside");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (mark), "inside");
  tide_chart_mark_place (mark, &place->slot, boxes);
}

static void
tide_funnel_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideFunnelArea *self = TIDE_FUNNEL_AREA (widget);
  g_autofree TideFunnelCell *cells = create_cells (self);
  TideFunnelSpec spec;

  init_spec (self, &spec, width);
  spec.stages = cells;
  g_clear_pointer (&self->layout, tide_funnel_layout_free);
  self->layout = tide_funnel_layout_new (&spec);

  for (guint i = 0; i < spec.n_stages; i++)
    place_mark (self, i);
  tide_funnel_links_set_layout (TIDE_FUNNEL_LINKS (self->links), self->layout);
  gtk_widget_measure (self->links, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->links, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
tide_funnel_area_dispose (GObject *object)
{
  TideFunnelArea *self = TIDE_FUNNEL_AREA (object);

  g_clear_pointer (&self->links, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_funnel_area_parent_class)->dispose (object);
}

static void
tide_funnel_area_finalize (GObject *object)
{
  TideFunnelArea *self = TIDE_FUNNEL_AREA (object);

  g_clear_pointer (&self->layout, tide_funnel_layout_free);

  G_OBJECT_CLASS (tide_funnel_area_parent_class)->finalize (object);
}

static void
tide_funnel_area_class_init (TideFunnelAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TideChartAreaClass *area_class = TIDE_CHART_AREA_CLASS (klass);

  object_class->dispose = tide_funnel_area_dispose;
  object_class->finalize = tide_funnel_area_finalize;
  widget_class->get_request_mode = tide_funnel_area_get_request_mode;
  widget_class->measure = tide_funnel_area_measure;
  widget_class->size_allocate = tide_funnel_area_size_allocate;
  area_class->create_mark = tide_funnel_area_create_mark;
  area_class->update = tide_funnel_area_update;
  area_class->pick = tide_funnel_area_pick;

  gtk_widget_class_set_css_name (widget_class, "funnelarea");
}

static void
tide_funnel_area_init (TideFunnelArea *self)
{
  self->links = tide_funnel_links_new ();
  gtk_widget_set_parent (self->links, GTK_WIDGET (self));
}

void
tide_funnel_area_set_centred (TideFunnelArea *self, gboolean centred)
{
  self->is_centred = centred;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tide_funnel_area_dup_first_share:
 * @self: an area
 * @position: a stage
 *
 * Returns: (transfer full) (nullable): its share of the first stage
 */
char *
tide_funnel_area_dup_first_share (TideFunnelArea *self, guint position)
{
  Share share = get_first_share (self, position);

  return dup_share (&share, FALSE);
}

/**
 * tide_funnel_area_dup_step_share:
 * @self: an area
 * @position: a stage
 *
 * Returns: (transfer full) (nullable): its share of the stage before
 */
char *
tide_funnel_area_dup_step_share (TideFunnelArea *self, guint position)
{
  Share share = get_step_share (self, position);

  return dup_share (&share, FALSE);
}
