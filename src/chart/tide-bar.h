/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-item.h"

G_BEGIN_DECLS

#define TIDE_TYPE_BAR (tide_bar_get_type ())

G_DECLARE_FINAL_TYPE (TideBar, tide_bar, TIDE, BAR, TideChartItem)

TideBar *tide_bar_new (
    const char *id, const char *label, const char *series, double value, const char *value_text);
TideBar *tide_bar_new_without_value (const char *id,
                                     const char *label,
                                     const char *series,
                                     const char *value_text);

const char *tide_bar_get_id (TideBar *self);
const char *tide_bar_get_label (TideBar *self);
const char *tide_bar_get_series (TideBar *self);
double tide_bar_get_value (TideBar *self);
gboolean tide_bar_has_value (TideBar *self);
const char *tide_bar_get_value_text (TideBar *self);
const char *tide_bar_get_description (TideBar *self);

G_END_DECLS
