/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-figure.h"

G_BEGIN_DECLS

/**
 * TideGrouping:
 * @TIDE_GROUPING_STAGE: by the present stage; every stage has a group, even an empty one
 * @TIDE_GROUPING_SECTOR: by sector of one taxonomy: projects by mention, amounts by share
 * @TIDE_GROUPING_SECTOR_TREE: the same, and what belongs to a sector belongs to those above it too
 * @TIDE_GROUPING_DIVISION: by the division recorded, without rolling up
 * @TIDE_GROUPING_CURRENCY: by the currencies of the amounts: projects by mention
 */
typedef enum
{
  TIDE_GROUPING_STAGE,
  TIDE_GROUPING_SECTOR,
  TIDE_GROUPING_SECTOR_TREE,
  TIDE_GROUPING_DIVISION,
  TIDE_GROUPING_CURRENCY,
} TideGrouping;

/**
 * TideGroup:
 * @key: code or id of the group; "none" for what belongs to no group
 * @label: name in both languages
 * @figure: what was counted
 */
typedef struct
{
  char *key;
  TideText label;
  TideFigure *figure;
} TideGroup;

/**
 * TideBreakdown:
 * @total: the whole: all live projects that the filter lets through
 * @groups: (element-type TideGroup): the parts, in the order of the vocabulary, "none" last
 *
 * Amounts of the groups by stage, sector and division add up to those of the whole, to the minor
 * unit; in a tree of sectors, those of its uppermost do. Counts by sector and by currency may
 * exceed the whole: a project can be in several.
 */
typedef struct
{
  TideFigure *total;
  GPtrArray *groups;
} TideBreakdown;

TideBreakdown *tide_breakdown_new (TideSnapshot *snapshot,
                                   TideGrouping grouping,
                                   const char *taxonomy,
                                   TideAmountKind kind,
                                   const TideFilter *filter);
void tide_breakdown_free (TideBreakdown *self);

void
tide_money_share (const TideMoney *whole, const gint64 *weights, guint n_weights, TideMoney *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBreakdown, tide_breakdown_free)

G_END_DECLS
