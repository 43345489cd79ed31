/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-counting.h"
#include "core/tide-filter.h"
#include "core/tide-money.h"

G_BEGIN_DECLS

/**
 * TideFigure:
 * @n_counted: projects counted
 * @n_excluded: projects left out, by reason
 * @n_with_amount: of the counted, those with at least one amount of the kind asked for
 * @n_foreign: of these, those with one in another currency than the register's
 * @n_unpriced: of these, those with one that has no rate: counted, not in @base
 * @sums: (element-type TideMoney): the amounts by currency as recorded, in the order of their codes
 * @base: the priced amounts in the register's currency
 * @is_overflow: a sum went beyond what can be held; @sums and @base are then not to be shown
 * @filter: which projects were counted
 *
 * What every number shown anywhere is made of: the value, what was counted for it, and what was
 * left out. Projects are counted whole; amounts by sector are parts by share.
 */
typedef struct
{
  guint n_counted;
  guint n_excluded[TIDE_N_EXCLUSIONS];
  guint n_with_amount;
  guint n_foreign;
  guint n_unpriced;
  GArray *sums;
  TideMoney base;
  gboolean is_overflow;
  TideFilter *filter;
} TideFigure;

TideFigure *tide_figure_new (const char *currency);
void tide_figure_free (TideFigure *self);
guint tide_figure_get_n_excluded (const TideFigure *self);
guint tide_figure_get_n_without_amount (const TideFigure *self);
void tide_figure_add_sum (TideFigure *self, const TideMoney *money);
void tide_figure_add_base (TideFigure *self, const TideMoney *money);
void tide_figure_sort_sums (TideFigure *self);
const char *tide_exclusion_get_label (TideExclusion exclusion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideFigure, tide_figure_free)

G_END_DECLS
