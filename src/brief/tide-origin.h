/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "stats/tide-figure.h"

G_BEGIN_DECLS

/**
 * TideOriginKind:
 * @TIDE_ORIGIN_PROJECTS: projects of the register: those of the filter
 * @TIDE_ORIGIN_ENTRY: what one entry, or one member, of a record says
 * @TIDE_ORIGIN_GROWTH: worked out of two observations of an indicator
 *
 * What is behind a number.
 */
typedef enum
{
  TIDE_ORIGIN_PROJECTS,
  TIDE_ORIGIN_ENTRY,
  TIDE_ORIGIN_GROWTH,
} TideOriginKind;

/**
 * TideOriginRule:
 * @TIDE_RULE_COUNT: how many projects the filter lets through
 * @TIDE_RULE_TOTAL: the amounts of one kind of these projects, added up in one currency
 * @TIDE_RULE_CURRENCY: the amounts of one kind and one currency, added up as recorded
 * @TIDE_RULE_SHARE_OF_COUNT: the projects in per cent of those of the whole
 * @TIDE_RULE_SHARE_OF_AMOUNT: their amounts in per cent of those of the whole
 * @TIDE_RULE_COHORT: of the projects signed at an event, those that are so far
 * @TIDE_RULE_ARRIVED: what has arrived in per cent of what was agreed
 * @TIDE_RULE_DECLARED: as it was declared; nothing is counted
 * @TIDE_RULE_RECORDED: as it is recorded of an indicator, a platform or a project
 * @TIDE_RULE_PUBLISHED: a growth rate as it was published
 * @TIDE_RULE_GROWTH: compound annual growth from the first period to the last
 *
 * How a number comes about.
 */
typedef enum
{
  TIDE_RULE_COUNT,
  TIDE_RULE_TOTAL,
  TIDE_RULE_CURRENCY,
  TIDE_RULE_SHARE_OF_COUNT,
  TIDE_RULE_SHARE_OF_AMOUNT,
  TIDE_RULE_COHORT,
  TIDE_RULE_ARRIVED,
  TIDE_RULE_DECLARED,
  TIDE_RULE_RECORDED,
  TIDE_RULE_PUBLISHED,
  TIDE_RULE_GROWTH,
  TIDE_N_RULES,
} TideOriginRule;

/**
 * TideOrigin:
 * @kind: what is behind the number
 * @rule: how it comes about
 * @filter: (nullable): of projects, opens exactly those that were counted
 * @n: how many these are
 * @whole: (nullable): of a share, opens those of the whole
 * @n_whole: how many these are
 * @currency: (nullable): ISO 4217 code in which amounts were added up
 * @rate_set: (nullable): id of the rates that told them; %NULL where none was needed
 * @record_kind: of an entry or a growth, the kind of record
 * @record: (nullable): its id
 * @path: (nullable): the member, or the list that the entry is in
 * @entry: (nullable): key of the entry (tide_payload_dup_key())
 * @from: of a growth, the first period
 * @to: of a growth, the last one
 *
 * What is behind a number of a briefing. Immutable, shared between threads, counted.
 */
typedef struct
{
  TideOriginKind kind;
  TideOriginRule rule;
  TideFilter *filter;
  guint n;
  TideFilter *whole;
  guint n_whole;
  char *currency;
  char *rate_set;
  TideRecordKind record_kind;
  char *record;
  char *path;
  char *entry;
  TideDate from;
  TideDate to;
} TideOrigin;

TideOrigin *tide_origin_new_figure (TideOriginRule rule,
                                    const TideFigure *figure,
                                    const TideFigure *whole,
                                    const char *rate_set);
TideOrigin *tide_origin_new_filter (TideOriginRule rule, TideFilter *filter, guint n);
TideOrigin *tide_origin_new_entry (TideOriginRule rule,
                                   TideRecordKind kind,
                                   const char *record,
                                   const char *path,
                                   const TidePayload *entry);
TideOrigin *
tide_origin_new_growth (const char *indicator, const TideDate *from, const TideDate *to);
TideOrigin *tide_origin_ref (TideOrigin *self);
void tide_origin_unref (TideOrigin *self);
const char *tide_origin_rule_get_code (TideOriginRule rule);
const char *tide_origin_rule_get_label (TideOriginRule rule, TideLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideOrigin, tide_origin_unref)

G_END_DECLS
