/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-breakdown.h"

G_BEGIN_DECLS

/**
 * TideSectorAccount:
 * @by_shares: the projects of the sector and of those below it, with the parts of their amounts
 *   that belong there
 * @by_mentions: the same projects, each with its whole amount, whatever part of it belongs there
 * @whole: all live projects
 *
 * What one sector has, looked at in the two ways there are.
 */
typedef struct
{
  TideFigure *by_shares;
  TideFigure *by_mentions;
  TideFigure *whole;
} TideSectorAccount;

TideSectorAccount *
tide_sector_account_new (TideColumns *columns, const char *taxonomy, const char *sector);
void tide_sector_account_free (TideSectorAccount *self);

guint tide_breakdown_count_mentions (const TideBreakdown *self, TideSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideSectorAccount, tide_sector_account_free)

G_END_DECLS
