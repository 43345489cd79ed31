/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-item.h"

G_BEGIN_DECLS

/**
 * TidePointPrecision:
 * @TIDE_POINT_NUMBER: x is a number
 * @TIDE_POINT_YEAR: x is a day that stands for its year
 * @TIDE_POINT_QUARTER: x is a day that stands for its quarter
 * @TIDE_POINT_MONTH: x is a day that stands for its month
 * @TIDE_POINT_DAY: x is a day
 *
 * What a point's x is.
 */
typedef enum
{
  TIDE_POINT_NUMBER,
  TIDE_POINT_YEAR,
  TIDE_POINT_QUARTER,
  TIDE_POINT_MONTH,
  TIDE_POINT_DAY,
} TidePointPrecision;

#define TIDE_TYPE_POINT_PRECISION (tide_point_precision_get_type ())
#define TIDE_TYPE_POINT (tide_point_get_type ())

GType tide_point_precision_get_type (void);

G_DECLARE_FINAL_TYPE (TidePoint, tide_point, TIDE, POINT, TideChartItem)

TidePoint *tide_point_new (const char *id,
                           const char *series,
                           double x,
                           TidePointPrecision precision,
                           double value,
                           const char *value_text);
TidePoint *tide_point_new_without_value (const char *id,
                                         const char *series,
                                         double x,
                                         TidePointPrecision precision,
                                         const char *value_text);

const char *tide_point_get_series (TidePoint *self);
double tide_point_get_x (TidePoint *self);
TidePointPrecision tide_point_get_precision (TidePoint *self);
gboolean tide_point_is_after_break (TidePoint *self);
char *tide_point_dup_label (TidePoint *self);

G_END_DECLS
