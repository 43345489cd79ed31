/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-columns.h"
#include "stats/tide-figure.h"

G_BEGIN_DECLS

/**
 * TideGrouping:
 * @TIDE_GROUPING_STAGE: by the present stage; every stage has a group, even an empty one
 * @TIDE_GROUPING_STATUS: by the present status, terminated left out
 * @TIDE_GROUPING_SECTOR: by sector of one taxonomy: projects by mention, amounts by share
 * @TIDE_GROUPING_SECTOR_TOP: the same by its uppermost classes, to which those below belong
 * @TIDE_GROUPING_SECTOR_SECOND: the same by the classes below these
 * @TIDE_GROUPING_SECTOR_TREE: the same by all classes, each with those below it
 * @TIDE_GROUPING_DIVISION: by the division recorded
 * @TIDE_GROUPING_DIVISION_TOP: by the divisions directly below the register's own, or the uppermost
 *   ones elsewhere, to which those below and functional zones belong
 * @TIDE_GROUPING_DIVISION_TREE: by all divisions, each with those below it
 * @TIDE_GROUPING_EVENT: by the event of first signing; an amount signed at another event belongs to
 *   that one
 * @TIDE_GROUPING_PARTY_KIND: by the kinds of the parties: projects and amounts by mention
 * @TIDE_GROUPING_YEAR: by the years of the amounts: projects by mention
 * @TIDE_GROUPING_QUARTER: the same by quarters
 * @TIDE_GROUPING_SIZE: by the sum of the amounts of each project: at least 1, 10, 50 and 100 times
 *   10^8 of the currency; the larger ones are in the smaller classes too
 * @TIDE_GROUPING_CURRENCY: by the currencies of the amounts: projects by mention
 * @TIDE_N_GROUPINGS: how many there are
 */
typedef enum
{
  TIDE_GROUPING_STAGE,
  TIDE_GROUPING_STATUS,
  TIDE_GROUPING_SECTOR,
  TIDE_GROUPING_SECTOR_TOP,
  TIDE_GROUPING_SECTOR_SECOND,
  TIDE_GROUPING_SECTOR_TREE,
  TIDE_GROUPING_DIVISION,
  TIDE_GROUPING_DIVISION_TOP,
  TIDE_GROUPING_DIVISION_TREE,
  TIDE_GROUPING_EVENT,
  TIDE_GROUPING_PARTY_KIND,
  TIDE_GROUPING_YEAR,
  TIDE_GROUPING_QUARTER,
  TIDE_GROUPING_SIZE,
  TIDE_GROUPING_CURRENCY,
  TIDE_N_GROUPINGS,
} TideGrouping;

/**
 * TideGroup:
 * @key: code or id of the group; "none" for what belongs to no group, "undated" for amounts that
 *   are not dated to the year or quarter; years are `2023`, quarters `2023-Q3`, size classes `1`,
 *   `10`, `50`, `100` and `below`
 * @label: name in both languages
 * @figure: what was counted; left out are those of its projects that are not live
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
 * @groups: (element-type TideGroup): the parts, in the order of the vocabulary, years, quarters and
 *   currencies in their own; "undated" and "none" last
 *
 * Amounts of the groups add up to those of the whole, to the minor unit, by stage, status, sector
 * (but not in a tree), division (but not in a tree), event, year, quarter and, in each currency, by
 * currency. Where projects are counted by mention their counts may exceed the whole.
 */
typedef struct
{
  TideFigure *total;
  GPtrArray *groups;
} TideBreakdown;

TideBreakdown *tide_breakdown_new (TideColumns *columns,
                                   TideGrouping grouping,
                                   const char *taxonomy,
                                   const TideFilter *filter);
void tide_breakdown_free (TideBreakdown *self);
const TideGroup *tide_breakdown_find (const TideBreakdown *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBreakdown, tide_breakdown_free)

G_END_DECLS
