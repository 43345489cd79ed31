/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-breakdown.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GListModel *tide_overview_bars_of_counts (const TideBreakdown *breakdown,
                                          gboolean keep_empty,
                                          TideLanguage language);
GListModel *tide_overview_bars_of_amounts (const TideBreakdown *breakdown,
                                           TideUnit unit,
                                           TideLanguage language);
GListModel *
tide_overview_bars_of_indicators (TideSnapshot *snapshot, TideUnit unit, TideLanguage language);

G_END_DECLS
