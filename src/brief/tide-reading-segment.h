/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading.h"

G_BEGIN_DECLS

/**
 * TideReadingSegment:
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 * @finding: position of the finding that it is shown as, the gravest of those it belongs to; -1 for
 *   text that is in none
 * @first_ended: position in @ended of #TideReadingSegments of the first finding that ends with it
 * @n_ended: how many end with it
 */
typedef struct
{
  gsize start;
  gsize end;
  int finding;
  guint first_ended;
  guint n_ended;
} TideReadingSegment;

/**
 * TideReadingSegments:
 * @segments: (element-type TideReadingSegment): the whole text, one behind the other
 * @ended: (element-type guint): positions of findings, in the order in which these end
 *
 * A text cut wherever a finding begins or ends, as findings may stand within others.
 */
typedef struct
{
  GArray *segments;
  GArray *ended;
} TideReadingSegments;

TideReadingSegments *tide_reading_split (TideReading *self);
void tide_reading_segments_free (TideReadingSegments *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideReadingSegments, tide_reading_segments_free)

G_END_DECLS
