/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-counting.h"
#include "core/tide-filter.h"
#include "core/tide-money.h"
#include "stats/tide-columns.h"

G_BEGIN_DECLS

/**
 * TideFigure:
 * @n_counted: projects counted
 * @n_excluded: projects left out, by reason
 * @n_with_amount: of the counted, those with at least one amount of the kind asked for
 * @n_foreign: of these, those with one in another currency than that of @base
 * @n_priced: of these, those with one that is in @base; without any @base is no amount, not 0
 * @n_unpriced: of these, those with one that has no rate: counted, not in @base
 * @n_vague: of the counted, those with an amount that is not dated exactly enough for the period
 *   and not in @sums; not told in groups by year and quarter, where such amounts have their own
 * @n_unclassified: of the counted, those that cannot be given to classes with all their amounts, as
 *   there is no class, or shares or an unambiguous mapping are missing
 * @n_mapped: of the counted, those classified by way of another taxonomy
 * @n_added: projects that are left out as %TIDE_EXCLUSION_LATER_EVENT, but whose amounts signed at
 *   that event are in @sums and @base
 * @sums: (element-type TideMoney): the amounts by currency as recorded, in the order of their codes
 * @base: the priced amounts in the currency asked for
 * @is_overflow: a sum went beyond what can be held; @sums and @base are then not to be shown
 * @filter: (nullable): opens exactly the projects counted; %NULL where they were picked one by one
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
  guint n_priced;
  guint n_unpriced;
  guint n_vague;
  guint n_unclassified;
  guint n_mapped;
  guint n_added;
  GArray *sums;
  TideMoney base;
  gboolean is_overflow;
  TideFilter *filter;
} TideFigure;

/**
 * TideFigurePart:
 *
 * A part of the projects that a figure counted, of which it says how many there are.
 */
typedef enum
{
  TIDE_FIGURE_WITH_AMOUNT,
  TIDE_FIGURE_WITHOUT_AMOUNT,
  TIDE_FIGURE_FOREIGN,
  TIDE_FIGURE_UNPRICED,
  TIDE_FIGURE_VAGUE,
  TIDE_FIGURE_UNCLASSIFIED,
  TIDE_FIGURE_MAPPED,
  TIDE_N_FIGURE_PARTS,
} TideFigurePart;

TideFigure *tide_figure_new (const char *currency);
TideFigure *tide_figure_new_of_rows (TideColumns *columns, const guint *rows, guint n);
void tide_figure_free (TideFigure *self);
guint tide_figure_get_n_excluded (const TideFigure *self);
gboolean tide_figure_get_share (const TideFigure *self, const TideFigure *whole, double *percent);
gboolean
tide_figure_get_count_share (const TideFigure *self, const TideFigure *whole, double *percent);
guint tide_figure_get_n_without_amount (const TideFigure *self);
guint tide_figure_get_n_part (const TideFigure *self, TideFigurePart part);
TideFilter *
tide_figure_dup_part_filter (const TideFigure *self, TideFigurePart part, const char *taxonomy);
TideFilter *tide_figure_dup_exclusion_filter (const TideFigure *self, TideExclusion exclusion);
const char *tide_exclusion_get_label (TideExclusion exclusion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideFigure, tide_figure_free)

G_END_DECLS
