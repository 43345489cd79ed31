/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-breakdown.h"

G_BEGIN_DECLS

/**
 * TideDivisionAccount:
 * @divisions: all divisions, each with the projects of those below it
 * @figure: of @divisions, the figure of the one that is meant
 * @n_zones: how many functional zones lie in it, those within other zones included
 * @in_zones: (nullable): of its projects, those in one of these zones, each counted once; %NULL
 *   where there is no zone
 *
 * What one division has. Zones are within it: what they have is told, and never added to the rest.
 */
typedef struct
{
  TideBreakdown *divisions;
  const TideFigure *figure;
  guint n_zones;
  TideFigure *in_zones;
} TideDivisionAccount;

TideDivisionAccount *
tide_division_account_new (TideColumns *columns, TideSnapshot *snapshot, const char *division);
void tide_division_account_free (TideDivisionAccount *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideDivisionAccount, tide_division_account_free)

G_END_DECLS
