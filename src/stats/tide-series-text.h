/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-series.h"

G_BEGIN_DECLS

char *tide_series_dup_account (const TideSeries *self);
char *tide_series_point_dup_text (const TideSeriesPoint *self, TideLanguage language);

G_END_DECLS
