/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-columns.h"

G_BEGIN_DECLS

/**
 * TideOverviewOffers:
 * @currencies: (element-type utf8): codes in which amounts can be told at some rate of the set
 *   chosen, the
 *   register's first, which is empty where it has none
 * @rate_sets: (element-type utf8): ids of the sets of rates, the register's first, likewise
 * @periods: (element-type TideDate): the years to which amounts are dated, the latest first, each
 *   followed by its quarters
 * @taxonomies: (element-type utf8): ids, in the order of the register
 * @n_levels: how many levels of sectors the chosen taxonomy has
 *
 * What a register offers to choose from.
 */
typedef struct
{
  GPtrArray *currencies;
  GPtrArray *rate_sets;
  GArray *periods;
  GPtrArray *taxonomies;
  guint n_levels;
} TideOverviewOffers;

TideOverviewOffers *
tide_overview_offers_new (TideColumns *columns, const char *rate_set, const char *taxonomy);
void tide_overview_offers_free (TideOverviewOffers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideOverviewOffers, tide_overview_offers_free)

G_END_DECLS
