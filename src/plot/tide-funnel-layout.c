/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-funnel-layout.h"

/* A value that is not zero is drawn at least this long. */
#define LEAST_LENGTH 1.0

/* Across are the columns; the stages follow each other downwards. */
typedef struct
{
  const TideFunnelSpec *spec;
  double start;  /* of the bands' column */
  double length; /* of a band of the largest value */
  double scale;  /* length of one of the data's units */
  double height; /* of a stage, its label included */
  double pitch;  /* from one stage to the next */
  gboolean is_centred;
} Frame;

static gboolean
has_band (const TideFunnelCell *stage)
{
  return stage->has_value && stage->value >= 0;
}

static double
get_largest (const TideFunnelSpec *spec)
{
  double largest = 0;

  for (guint i = 0; i < spec->n_stages; i++)
    {
      if (has_band (&spec->stages[i]))
        largest = MAX (largest, spec->stages[i].value);
    }

  return largest;
}

static double
get_stage_height (const TideFunnelSpec *spec)
{
  return spec->band_extent + (spec->has_labels_above ? spec->label_extent : 0);
}

/**
 * tide_funnel_spec_get_height:
 * @spec: a funnel; its texts need not be known yet
 *
 * Returns: the height that its stages need
 */
double
tide_funnel_spec_get_height (const TideFunnelSpec *spec)
{
  double pitch = get_stage_height (spec) + spec->link_extent;

  return spec->n_stages > 0 ? spec->n_stages * pitch - spec->link_extent : 0;
}

static double
get_length (const Frame *frame, const TideFunnelCell *stage)
{
  double length = has_band (stage) ? stage->value * frame->scale : 0;

  return length > 0 ? MAX (length, LEAST_LENGTH) : 0;
}

/* Whether every text has room in its band, or between it and the column's end. */
static gboolean
has_room_centred (const Frame *frame)
{
  const TideFunnelSpec *spec = frame->spec;

  for (guint i = 0; i < spec->n_stages; i++)
    {
      double length = get_length (frame, &spec->stages[i]);
      double extent = spec->stages[i].text_extent;

      if (extent + 2 * spec->text_gap > length
          && extent + spec->text_gap > (frame->length - length) / 2)
        return FALSE;
    }

  return TRUE;
}

static void
init_frame (Frame *frame, const TideFunnelSpec *spec)
{
  double largest = get_largest (spec);
  double end = spec->width - (spec->share_extent > 0 ? spec->share_extent + spec->gap : 0);

  *frame = (Frame) { .spec = spec, .height = get_stage_height (spec) };
  frame->pitch = frame->height + spec->link_extent;
  frame->start = spec->has_labels_above ? 0 : spec->label_extent + spec->gap;
  frame->length = MAX (0, end - frame->start);
  frame->scale = largest > 0 ? frame->length / largest : 0;
  frame->is_centred = spec->is_centred && has_room_centred (frame);
}

/* Inside the band where it fits, else at its end, and at the column's end at the latest, where it
 * may cover a part of the band. */
static void
place_text (const Frame *frame, const TideFunnelCell *stage, TideFunnelPlace *place)
{
  const TideFunnelSpec *spec = frame->spec;
  double extent = MIN (stage->text_extent, frame->length);
  double last = frame->start + frame->length - extent;
  double end = place->band.x + place->band.width;
  double x = place->band.x + (place->band.width - extent) / 2;

  place->is_text_inside = extent + 2 * spec->text_gap <= place->band.width;
  if (!place->is_text_inside)
    {
      x = MIN (end + spec->text_gap, last);
      place->is_text_inside = x < end;
    }

  place->text = (TideBox) { x, place->band.y, extent, spec->band_extent };
}

static void
mirror (const TideFunnelSpec *spec, TideFunnelPlace *place)
{
  TideBox *boxes[]
      = { &place->slot, &place->label, &place->band, &place->text, &place->share, &place->step };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    *boxes[i] = tide_box_mirror (boxes[i], spec->width);
}

static void
place_stage (const Frame *frame, guint index, TideFunnelPlace *place)
{
  const TideFunnelSpec *spec = frame->spec;
  const TideFunnelCell *stage = &spec->stages[index];
  double top = index * frame->pitch;
  double band = top + frame->height - spec->band_extent;
  double length = get_length (frame, stage);
  double lead = frame->is_centred ? (frame->length - length) / 2 : 0;
  double side = spec->width - spec->share_extent;

  place->slot = (TideBox) { 0, top, spec->width, frame->height };
  place->band = (TideBox) { frame->start + lead, band, length, spec->band_extent };
  place->share = (TideBox) { side, band, spec->share_extent, spec->band_extent };
  if (spec->has_labels_above)
    place->label = (TideBox) { 0, top, frame->length, spec->label_extent };
  else
    place->label = (TideBox) { 0, top, spec->label_extent, frame->height };

  if (index > 0)
    {
      double before = top - spec->link_extent;

      place->step = (TideBox) { side, before, spec->share_extent, band - before };
      place->has_link = has_band (stage) && has_band (stage - 1);
    }

  place_text (frame, stage, place);
  if (spec->is_mirrored)
    mirror (spec, place);
}

/**
 * tide_funnel_layout_new:
 * @spec: a funnel
 *
 * Finds a place for everything. The largest value's band has the whole length, wherever it stands,
 * so that a stage that is larger than the one before is seen to be.
 *
 * Returns: (transfer full): the places
 */
TideFunnelLayout *
tide_funnel_layout_new (const TideFunnelSpec *spec)
{
  TideFunnelLayout *self = g_new0 (TideFunnelLayout, 1);
  Frame frame;

  init_frame (&frame, spec);
  self->n_stages = spec->n_stages;
  self->places = g_new0 (TideFunnelPlace, spec->n_stages);
  for (guint i = 0; i < spec->n_stages; i++)
    place_stage (&frame, i, &self->places[i]);

  return self;
}

/**
 * tide_funnel_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
tide_funnel_layout_free (TideFunnelLayout *self)
{
  g_free (self->places);
  g_free (self);
}

/**
 * tide_funnel_layout_find:
 * @self: a layout
 * @x: a point
 * @y: a point
 *
 * Returns: the stage that the point belongs to, or %TIDE_FUNNEL_NONE
 */
guint
tide_funnel_layout_find (const TideFunnelLayout *self, double x, double y)
{
  for (guint i = 0; i < self->n_stages; i++)
    {
      if (tide_box_contains (&self->places[i].slot, x, y))
        return i;
    }

  return TIDE_FUNNEL_NONE;
}
