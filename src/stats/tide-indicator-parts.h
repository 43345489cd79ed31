/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideIndicatorParts:
 * @whole: an indicator of a taxonomy or of a sector
 * @period: the last one for which it has a value
 * @n_parts: how many indicators of the classes directly below have one for that period too
 * @n_missing: how many have none
 * @share: their sum as a part of the whole, in per cent
 *
 * What the parts of an indicator add up to. They may exceed the whole, as a company can belong to
 * several classes; nothing is corrected.
 */
typedef struct
{
  const TideIndicatorPayload *whole;
  TideDate period;
  guint n_parts;
  guint n_missing;
  double share;
} TideIndicatorParts;

gboolean tide_indicator_parts_init (TideIndicatorParts *self,
                                    TideSnapshot *snapshot,
                                    const TideIndicatorPayload *whole);
const TideIndicatorPayload *
tide_indicator_find_whole (TideSnapshot *snapshot, const TideIndicatorPayload *part);
char *tide_indicator_parts_dup_text (const TideIndicatorParts *self, TideLanguage language);

G_END_DECLS
