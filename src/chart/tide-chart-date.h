/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-time-ticks.h"

G_BEGIN_DECLS

char *tide_chart_date_dup_text (double day, TideTimeUnit unit);
char *tide_chart_date_dup_code (double day, TideTimeUnit unit);
char *tide_chart_date_dup_tick (const TideTimeTicks *ticks, guint index);

G_END_DECLS
