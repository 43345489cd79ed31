/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-item.h"

G_BEGIN_DECLS

#define TIDE_TYPE_BULLET (tide_bullet_get_type ())

G_DECLARE_FINAL_TYPE (TideBullet, tide_bullet, TIDE, BULLET, TideChartItem)

/**
 * TIDE_BULLET_MAX_LIMITS:
 *
 * More comparison ranges cannot be told from each other.
 */
#define TIDE_BULLET_MAX_LIMITS 5

TideBullet *tide_bullet_new (const char *id,
                             const char *label,
                             double value,
                             const char *value_text,
                             double target,
                             const char *target_text);

gboolean tide_bullet_has_target (TideBullet *self);
double tide_bullet_get_target (TideBullet *self);
const char *tide_bullet_get_target_text (TideBullet *self);
gboolean tide_bullet_has_elapsed (TideBullet *self);
double tide_bullet_get_elapsed (TideBullet *self);
const double *tide_bullet_get_limits (TideBullet *self, guint *n_limits);

G_END_DECLS
