/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-donut-layout.h"

#include <math.h>

/* The outer edge of a slice that is not zero is drawn at least this long. */
#define LEAST_LENGTH 1.5
/* Sums of decimal fractions may differ by this share of themselves. */
#define TOLERANCE 1e-9

/* Everything is placed from left to right first, and mirrored at the end. */
typedef struct
{
  const TideDonutSpec *spec;
  TideDonutLayout *layout;
  double radius;
} Frame;

/**
 * tide_donut_add_up:
 * @slices: (array length=n_slices): slices
 * @n_slices: number of slices
 *
 * Returns: the sum of the values that are known
 */
double
tide_donut_add_up (const TideDonutCell *slices, guint n_slices)
{
  double sum = 0;

  for (guint i = 0; i < n_slices; i++)
    sum += slices[i].has_value ? slices[i].value : 0;

  return sum;
}

/**
 * tide_donut_judge:
 * @slices: (array length=n_slices): slices
 * @n_slices: number of slices
 * @whole: what they are parts of
 *
 * Tells whether a ring would be true. Parts that exceed the whole are not a mistake: a firm may
 * belong to two classes. They just cannot be drawn as slices of it.
 *
 * Returns: the verdict
 */
TideDonutVerdict
tide_donut_judge (const TideDonutCell *slices, guint n_slices, double whole)
{
  double sum = tide_donut_add_up (slices, n_slices);

  if (n_slices > TIDE_DONUT_MAX_SLICES)
    return TIDE_DONUT_TOO_MANY;

  for (guint i = 0; i < n_slices; i++)
    {
      if (slices[i].has_value && slices[i].value < 0)
        return TIDE_DONUT_NEGATIVE;
    }

  if (sum > whole + TOLERANCE * ABS (sum))
    return TIDE_DONUT_EXCEEDED;

  return whole > 0 && n_slices > 0 ? TIDE_DONUT_DRAWN : TIDE_DONUT_EMPTY;
}

static double
get_diameter (const TideDonutSpec *spec)
{
  return MIN (spec->diameter, spec->width);
}

static double
get_room_beside (const TideDonutSpec *spec)
{
  return spec->width - get_diameter (spec) - spec->swatch_extent - 3 * spec->gap;
}

static gboolean
is_list_beside (const TideDonutSpec *spec)
{
  return get_room_beside (spec) >= get_diameter (spec);
}

/**
 * tide_donut_spec_get_list_room:
 * @spec: a donut; its slices need not be known yet
 *
 * Returns: the width that labels have if they are a list, beside the ring or below it
 */
double
tide_donut_spec_get_list_room (const TideDonutSpec *spec)
{
  if (is_list_beside (spec))
    return get_room_beside (spec);

  return MAX (0, spec->width - spec->swatch_extent - spec->gap);
}

/* What slivers are drawn larger than they are goes off the largest slice. */
static void
fit_slivers (const Frame *frame)
{
  TideDonutPlace *places = frame->layout->places;
  double least = frame->radius > 0 ? LEAST_LENGTH / frame->radius : 0;
  double taken = 0;
  guint largest = 0;

  for (guint i = 0; i < frame->spec->n_slices; i++)
    {
      if (places[i].sweep > places[largest].sweep)
        largest = i;
      if (places[i].sweep > 0 && places[i].sweep < least)
        {
          taken += least - places[i].sweep;
          places[i].sweep = least;
        }
    }

  if (places[largest].sweep > least + taken)
    places[largest].sweep -= taken;
}

static void
place_slices (const Frame *frame)
{
  const TideDonutSpec *spec = frame->spec;
  double start = 0;

  for (guint i = 0; i < spec->n_slices; i++)
    {
      double value = spec->slices[i].has_value ? spec->slices[i].value : 0;

      frame->layout->places[i].sweep = MIN (value / spec->whole, 1) * 2 * G_PI;
    }

  if (spec->n_slices > 0)
    fit_slivers (frame);

  for (guint i = 0; i < spec->n_slices; i++)
    {
      frame->layout->places[i].start = start;
      start += frame->layout->places[i].sweep;
    }
}

static void
place_ring (const Frame *frame, double x, double y)
{
  const TideDonutSpec *spec = frame->spec;
  double radius = frame->radius;
  double thickness = MIN (spec->thickness, radius);
  double half = (radius - thickness) / sqrt (1.25);

  frame->layout->thickness = thickness;
  frame->layout->ring = (TideBox) { x, y, 2 * radius, 2 * radius };
  frame->layout->hole = (TideBox) { x + radius - half, y + radius - half / 2, 2 * half, half };
}

static double
get_middle (const TideDonutPlace *place)
{
  return place->start + place->sweep / 2;
}

static gboolean
is_on_right (const TideDonutPlace *place)
{
  return get_middle (place) < G_PI * (1 + TOLERANCE);
}

/* Slices follow each other downwards on the right, and upwards on the left. */
static guint
list_side (const Frame *frame, gboolean is_right, guint *indices)
{
  guint n_slices = frame->spec->n_slices;
  guint n_found = 0;

  for (guint i = 0; i < n_slices; i++)
    {
      guint index = is_right ? i : n_slices - 1 - i;

      if (is_on_right (&frame->layout->places[index]) == is_right)
        indices[n_found++] = index;
    }

  return n_found;
}

static double
get_direct_height (const TideDonutSpec *spec)
{
  double tallest = 0;

  for (guint i = 0; i < spec->n_slices; i++)
    tallest = MAX (tallest, spec->slices[i].height);

  return get_diameter (spec) + 2 * spec->leader + tallest;
}

static double
get_wanted (const Frame *frame, guint index, double height)
{
  double reach = frame->radius + frame->spec->leader;
  double middle = height / 2 - cos (get_middle (&frame->layout->places[index])) * reach;

  return middle - frame->spec->slices[index].height / 2;
}

/* Lines to labels further away would run across the ring. */
static gboolean
is_near (const Frame *frame, guint index, double height)
{
  const TideBox *label = &frame->layout->places[index].label;
  double distance = fabs (label->y - get_wanted (frame, index, height));

  return distance <= frame->spec->leader + label->height / 2;
}

/* Each label as near to its slice as those above it allow, then as those below do. */
static gboolean
place_side (const Frame *frame, gboolean is_right, double height)
{
  const TideDonutSpec *spec = frame->spec;
  g_autofree guint *indices = g_new (guint, spec->n_slices);
  guint n_labels = list_side (frame, is_right, indices);
  double edge = 0;

  for (guint i = 0; i < n_labels; i++)
    {
      const TideDonutCell *slice = &spec->slices[indices[i]];
      double y = MAX (get_wanted (frame, indices[i], height), edge);

      frame->layout->places[indices[i]].label = (TideBox) { 0, y, slice->width, slice->height };
      edge = y + slice->height + spec->row_gap;
    }

  edge = height;
  for (guint i = n_labels; i-- > 0;)
    {
      TideBox *label = &frame->layout->places[indices[i]].label;

      label->y = MIN (label->y, edge - label->height);
      edge = label->y - spec->row_gap;
      if (label->y < 0 || !is_near (frame, indices[i], height))
        return FALSE;
    }

  return TRUE;
}

static void
place_leader (const Frame *frame, TideDonutPlace *place)
{
  const TideDonutSpec *spec = frame->spec;
  const TideBox *ring = &frame->layout->ring;
  double angle = get_middle (place);
  double sign = is_on_right (place) ? 1 : -1;
  double edge = ring->x + frame->radius + sign * (frame->radius + 2 * spec->leader);
  double middle = place->label.y + place->label.height / 2;

  place->label.x = sign > 0 ? edge : edge - place->label.width;
  place->leader[0] = (TideDonutPoint) {
    .x = ring->x + frame->radius * (1 + sin (angle)),
    .y = ring->y + frame->radius * (1 - cos (angle)),
  };
  place->leader[1] = (TideDonutPoint) { edge - sign * spec->leader, middle };
  place->leader[2] = (TideDonutPoint) { edge - sign * spec->leader / 4, middle };
}

static gboolean
place_direct (const Frame *frame)
{
  const TideDonutSpec *spec = frame->spec;
  double height = get_direct_height (spec);
  double room = spec->width / 2 - frame->radius - 2 * spec->leader;

  for (guint i = 0; i < spec->n_slices; i++)
    {
      if (spec->slices[i].width > room)
        return FALSE;
    }

  if (!place_side (frame, TRUE, height) || !place_side (frame, FALSE, height))
    return FALSE;

  frame->layout->height = height;
  place_ring (frame, spec->width / 2 - frame->radius, height / 2 - frame->radius);
  for (guint i = 0; i < spec->n_slices; i++)
    place_leader (frame, &frame->layout->places[i]);

  return TRUE;
}

static double
get_list_width (const TideDonutSpec *spec)
{
  double widest = 0;

  for (guint i = 0; i < spec->n_slices; i++)
    widest = MAX (widest, spec->slices[i].width);

  return MIN (widest, tide_donut_spec_get_list_room (spec));
}

static void
place_list (const Frame *frame)
{
  const TideDonutSpec *spec = frame->spec;
  gboolean is_beside = is_list_beside (spec);
  double label = get_list_width (spec);
  double block = spec->swatch_extent + spec->gap + label
                 + (is_beside ? 2 * frame->radius + 2 * spec->gap : 0);
  double lead = (spec->width - block) / 2;
  double x = lead + (is_beside ? 2 * frame->radius + 2 * spec->gap : 0);
  double start = x + spec->swatch_extent + spec->gap;
  double y = is_beside ? 0 : 2 * frame->radius + 2 * spec->gap;
  double total = 0;

  for (guint i = 0; i < spec->n_slices; i++)
    total += spec->slices[i].row_height + (i > 0 ? spec->row_gap : 0);

  frame->layout->is_list = TRUE;
  frame->layout->height = is_beside ? MAX (total, 2 * frame->radius) : y + total;
  if (is_beside)
    {
      y = (frame->layout->height - total) / 2;
      place_ring (frame, lead, frame->layout->height / 2 - frame->radius);
    }
  else
    place_ring (frame, spec->width / 2 - frame->radius, 0);

  for (guint i = 0; i < spec->n_slices; i++)
    {
      TideDonutPlace *place = &frame->layout->places[i];
      double height = spec->slices[i].row_height;

      place->label = (TideBox) { start, y, label, height };
      place->swatch = (TideBox) { x, y + (height - spec->swatch_extent) / 2, spec->swatch_extent,
                                  spec->swatch_extent };
      y += height + spec->row_gap;
    }
}

static void
mirror (const Frame *frame)
{
  TideDonutLayout *layout = frame->layout;
  double width = frame->spec->width;

  layout->ring = tide_box_mirror (&layout->ring, width);
  layout->hole = tide_box_mirror (&layout->hole, width);
  for (guint i = 0; i < frame->spec->n_slices; i++)
    {
      TideDonutPlace *place = &layout->places[i];

      place->label = tide_box_mirror (&place->label, width);
      place->swatch = tide_box_mirror (&place->swatch, width);
      for (guint j = 0; j < G_N_ELEMENTS (place->leader); j++)
        place->leader[j].x = width - place->leader[j].x;
    }
}

/**
 * tide_donut_layout_new:
 * @spec: a donut that tide_donut_judge() found can be drawn
 *
 * Finds a place for everything. Labels stand beside their slices if all of them have room there,
 * else they are a list beside the ring or below it.
 *
 * Returns: (transfer full): the places
 */
TideDonutLayout *
tide_donut_layout_new (const TideDonutSpec *spec)
{
  TideDonutLayout *self = g_new0 (TideDonutLayout, 1);
  Frame frame = { .spec = spec, .layout = self, .radius = get_diameter (spec) / 2 };

  self->n_slices = spec->n_slices;
  self->is_mirrored = spec->is_mirrored;
  self->places = g_new0 (TideDonutPlace, spec->n_slices);
  place_slices (&frame);
  if (!place_direct (&frame))
    place_list (&frame);
  if (spec->is_mirrored)
    mirror (&frame);

  return self;
}

/**
 * tide_donut_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
tide_donut_layout_free (TideDonutLayout *self)
{
  g_free (self->places);
  g_free (self);
}

static guint
find_slice (const TideDonutLayout *self, double x, double y)
{
  double radius = self->ring.width / 2;
  double right = x - self->ring.x - radius;
  double down = y - self->ring.y - radius;
  double distance = hypot (right, down);
  double angle = atan2 (self->is_mirrored ? -right : right, -down);

  if (distance > radius || distance < radius - self->thickness)
    return TIDE_DONUT_NONE;

  if (angle < 0)
    angle += 2 * G_PI;
  for (guint i = 0; i < self->n_slices; i++)
    {
      if (angle >= self->places[i].start && angle < self->places[i].start + self->places[i].sweep)
        return i;
    }

  return TIDE_DONUT_NONE;
}

/**
 * tide_donut_layout_find:
 * @self: a layout
 * @x: a point
 * @y: a point
 *
 * Finds the slice that a point belongs to: on the ring, on its label or on its colour sample.
 *
 * Returns: the slice, or %TIDE_DONUT_NONE
 */
guint
tide_donut_layout_find (const TideDonutLayout *self, double x, double y)
{
  for (guint i = 0; i < self->n_slices; i++)
    {
      if (tide_box_contains (&self->places[i].label, x, y)
          || tide_box_contains (&self->places[i].swatch, x, y))
        return i;
    }

  return find_slice (self, x, y);
}
