/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePlatformChart:
 *
 * The counts of a platform over time, a line for each measure: all of them, or one. Below it stands
 * what cannot be drawn.
 */
#define TIDE_TYPE_PLATFORM_CHART (tide_platform_chart_get_type ())
G_DECLARE_FINAL_TYPE (TidePlatformChart, tide_platform_chart, TIDE, PLATFORM_CHART, AdwBin)

void tide_platform_chart_show (TidePlatformChart *self, const TidePlatformPayload *platform);
void tide_platform_chart_choose (TidePlatformChart *self, const char *measure);

G_END_DECLS
