/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideRatioRefusal:
 * @TIDE_RATIO_ALLOWED: there is a share
 * @TIDE_RATIO_SAME: both say the same of the same, or are one
 * @TIDE_RATIO_MEASURE: their measures differ, or are not given; of added value in output: they are
 *   not added value and output
 * @TIDE_RATIO_UNIT: their currencies or units differ, or are not given
 * @TIDE_RATIO_SUBJECT: the subject of the part does not lie in that of the whole
 * @TIDE_RATIO_SCOPE: the scope of the part does not lie in that of the whole
 * @TIDE_RATIO_DIVISION: the division of the part does not lie in that of the whole
 * @TIDE_RATIO_NO_PART: the part has no value for the period
 * @TIDE_RATIO_NO_WHOLE: the whole has no value for the period
 * @TIDE_RATIO_NOT_POSITIVE: the whole is zero or less
 *
 * Why one indicator is not told as a share of another one.
 */
typedef enum
{
  TIDE_RATIO_ALLOWED,
  TIDE_RATIO_SAME,
  TIDE_RATIO_MEASURE,
  TIDE_RATIO_UNIT,
  TIDE_RATIO_SUBJECT,
  TIDE_RATIO_SCOPE,
  TIDE_RATIO_DIVISION,
  TIDE_RATIO_NO_PART,
  TIDE_RATIO_NO_WHOLE,
  TIDE_RATIO_NOT_POSITIVE,
  TIDE_N_RATIO_REFUSALS,
} TideRatioRefusal;

/* What added value is of output, in per cent: an amount whose unit is off by ten lies outside. */
#define TIDE_ADDED_VALUE_LEAST 10.0
#define TIDE_ADDED_VALUE_MOST 50.0

/**
 * TideIndicatorShare:
 * @refusal: why there is none, or %TIDE_RATIO_ALLOWED
 * @period: of which period
 * @part: (nullable): the value of the part
 * @whole: (nullable): the value of the whole
 * @share: per cent
 * @low: the lowest share that the rounding of both values allows
 * @high: the highest one
 * @exceeds: whether the part is more than the whole, which happens and is not corrected
 * @is_unusual: of added value in output: whether the share lies outside what is usual
 *
 * One indicator as a share of another one in one period. It borrows both values.
 */
typedef struct
{
  TideRatioRefusal refusal;
  TideDate period;
  const TideObservation *part;
  const TideObservation *whole;
  double share;
  double low;
  double high;
  gboolean exceeds;
  gboolean is_unusual;
} TideIndicatorShare;

TideRatioRefusal tide_indicator_refuse_share (TideSnapshot *snapshot,
                                              const TideIndicatorPayload *part,
                                              const TideIndicatorPayload *whole);
TideRatioRefusal tide_indicator_refuse_added_value (TideSnapshot *snapshot,
                                                    const TideIndicatorPayload *added_value,
                                                    const TideIndicatorPayload *output);

void tide_indicator_share_init (TideIndicatorShare *self,
                                TideSnapshot *snapshot,
                                const TideIndicatorPayload *part,
                                const TideIndicatorPayload *whole,
                                const TideDate *period);
void tide_indicator_share_init_added_value (TideIndicatorShare *self,
                                            TideSnapshot *snapshot,
                                            const TideIndicatorPayload *added_value,
                                            const TideIndicatorPayload *output,
                                            const TideDate *period);

GPtrArray *tide_indicator_list_wholes (TideSnapshot *snapshot, const TideIndicatorPayload *part);
const TideIndicatorPayload *
tide_indicator_find_output (TideSnapshot *snapshot, const TideIndicatorPayload *added_value);

G_END_DECLS
