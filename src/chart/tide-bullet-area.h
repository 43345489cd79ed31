/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-area.h"

G_BEGIN_DECLS

#define TIDE_TYPE_BULLET_AREA (tide_bullet_area_get_type ())

G_DECLARE_FINAL_TYPE (TideBulletArea, tide_bullet_area, TIDE, BULLET_AREA, TideChartArea)

/**
 * TideBulletSeries:
 * @TIDE_BULLET_VALUE: the bars
 * @TIDE_BULLET_TARGET: the marks at the targets
 * @TIDE_BULLET_PACE: the marks where values that grow evenly would be
 *
 * What is drawn in each row.
 */
typedef enum
{
  TIDE_BULLET_VALUE,
  TIDE_BULLET_TARGET,
  TIDE_BULLET_PACE,
  TIDE_BULLET_N_SERIES,
} TideBulletSeries;

void tide_bullet_area_set_unit (TideBulletArea *self, const char *label, double divisor);
void
tide_bullet_area_show_series (TideBulletArea *self, TideBulletSeries series, gboolean is_shown);
gboolean tide_bullet_area_is_series_shown (TideBulletArea *self, TideBulletSeries series);

G_END_DECLS
