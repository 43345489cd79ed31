/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-series.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideIndicatorMode:
 * @TIDE_INDICATOR_LEVELS: the values
 * @TIDE_INDICATOR_INDEX: in per cent of the first value since the last break
 * @TIDE_INDICATOR_GROWTH: per cent above the same period of the year before
 * @TIDE_INDICATOR_LOG: the common logarithms of the values
 *
 * What a chart shows of indicators.
 */
typedef enum
{
  TIDE_INDICATOR_LEVELS,
  TIDE_INDICATOR_INDEX,
  TIDE_INDICATOR_GROWTH,
  TIDE_INDICATOR_LOG,
} TideIndicatorMode;

gboolean tide_indicator_points_have_one_unit (const GPtrArray *all);
guint tide_indicator_points_append (GListStore *points,
                                    const TideSeries *series,
                                    TideIndicatorMode mode,
                                    TideLanguage language);

G_END_DECLS
