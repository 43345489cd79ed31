/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideIndicatorChart:
 *
 * Any number of indicators in one chart: their levels, an index, their growth from year to year, or
 * their levels on a logarithmic axis. Levels of different units are not drawn on one axis: they are
 * shown as an index, which the note below says. Property: `mode`, one of `levels`, `index`,
 * `growth` and `log`.
 */
#define TIDE_TYPE_INDICATOR_CHART (tide_indicator_chart_get_type ())
G_DECLARE_FINAL_TYPE (TideIndicatorChart, tide_indicator_chart, TIDE, INDICATOR_CHART, AdwBin)

void tide_indicator_chart_show (TideIndicatorChart *self,
                                TideRegister *reg,
                                const char *const *indicators);
const char *tide_indicator_chart_get_mode (TideIndicatorChart *self);
void tide_indicator_chart_set_mode (TideIndicatorChart *self, const char *mode);

G_END_DECLS
