/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-breakdown.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideOverviewScale:
 * @is_money: whether bars show amounts, else counts
 * @keeps_empty: whether groups with nothing to show get a bar
 * @unit: unit of the amounts
 * @language: language of the person
 *
 * What the bars of a chart show.
 */
typedef struct
{
  gboolean is_money;
  gboolean keeps_empty;
  TideUnit unit;
  TideLanguage language;
} TideOverviewScale;

void tide_overview_bars_add (GListStore *bars,
                             const TideBreakdown *breakdown,
                             const char *series,
                             const TideOverviewScale *scale,
                             const char *prefix);
GListModel *
tide_overview_bars_of_indicators (TideSnapshot *snapshot, TideUnit unit, TideLanguage language);

G_END_DECLS
