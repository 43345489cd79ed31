/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-box.h"

G_BEGIN_DECLS

/**
 * TIDE_FUNNEL_NONE:
 *
 * No stage.
 */
#define TIDE_FUNNEL_NONE G_MAXUINT

/**
 * TideFunnelCell:
 * @has_value: whether the stage's value is known
 * @value: the value, if known; a negative one has no band
 * @text_extent: width of the value's text
 */
typedef struct
{
  gboolean has_value;
  double value;
  double text_extent;
} TideFunnelCell;

/**
 * TideFunnelSpec:
 * @is_centred: whether the bands stand in the middle instead of at the start, if the texts have
 *   room beside them there
 * @is_mirrored: whether lines are read from right to left
 * @has_labels_above: whether the labels stand above the bands instead of in a column
 * @n_stages: number of stages
 * @stages: (array): the stages, the first on top
 * @width: width of the area
 * @label_extent: width of the label column, or height of the labels above the bands
 * @share_extent: width of the column of shares at the end; 0 for none
 * @band_extent: height of a band
 * @link_extent: distance of a band from the next stage
 * @gap: distance of the columns from each other
 * @text_gap: distance of a value's text from the ends of its band
 *
 * Everything the places of a funnel's bands follow from. Lengths have one unit, whichever it is.
 */
typedef struct
{
  gboolean is_centred;
  gboolean is_mirrored;
  gboolean has_labels_above;
  guint n_stages;
  const TideFunnelCell *stages;
  double width;
  double label_extent;
  double share_extent;
  double band_extent;
  double link_extent;
  double gap;
  double text_gap;
} TideFunnelSpec;

/**
 * TideFunnelPlace:
 * @slot: what answers to the pointer, and has the focus ring around it
 * @label: where the stage's label stands
 * @band: what is filled; without width for zero, negative and missing values
 * @text: where the value's text stands
 * @is_text_inside: whether that is inside the band, or covers a part of it
 * @share: where the share of the first stage stands
 * @step: where the share of the stage before stands; without height for the first stage
 * @has_link: whether its band is tied to that of the stage before
 */
typedef struct
{
  TideBox slot;
  TideBox label;
  TideBox band;
  TideBox text;
  gboolean is_text_inside;
  TideBox share;
  TideBox step;
  gboolean has_link;
} TideFunnelPlace;

/**
 * TideFunnelLayout:
 * @n_stages: number of stages
 * @places: (array): one for each stage
 *
 * Where everything stands.
 */
typedef struct
{
  guint n_stages;
  TideFunnelPlace *places;
} TideFunnelLayout;

double tide_funnel_spec_get_height (const TideFunnelSpec *spec);

TideFunnelLayout *tide_funnel_layout_new (const TideFunnelSpec *spec);
void tide_funnel_layout_free (TideFunnelLayout *self);
guint tide_funnel_layout_find (const TideFunnelLayout *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideFunnelLayout, tide_funnel_layout_free)

G_END_DECLS
