/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-shape.h"

G_BEGIN_DECLS

/** TideTextFindingKind: what a finding is; its code is that of tide_text_finding_kind_get_code().
 */
typedef enum
{
  TIDE_TEXT_FINDING_AMOUNT,
  TIDE_TEXT_FINDING_LEVEL,
  TIDE_TEXT_FINDING_COUNT,
  TIDE_TEXT_FINDING_GROWTH,
  TIDE_TEXT_FINDING_SHARE,
  TIDE_TEXT_FINDING_YEAR,
  TIDE_TEXT_FINDING_SPAN,
  TIDE_TEXT_FINDING_DIVISION,
  TIDE_TEXT_FINDING_FIELD,
  TIDE_TEXT_FINDING_PROJECT,
  TIDE_TEXT_FINDING_PARTY,
  TIDE_TEXT_FINDING_PLATFORM,
  TIDE_TEXT_FINDING_EVENT,
  TIDE_N_TEXT_FINDING_KINDS,
} TideTextFindingKind;

/** TideTextFindingOf: what money is meant. */
typedef enum
{
  TIDE_TEXT_FINDING_OF_UNKNOWN,
  TIDE_TEXT_FINDING_OF_INTENTION,
  TIDE_TEXT_FINDING_OF_AGREEMENT,
  TIDE_TEXT_FINDING_OF_FOREIGN_CONTRACTED,
  TIDE_TEXT_FINDING_OF_FOREIGN_UTILISED,
  TIDE_TEXT_FINDING_OF_ARRIVED,
  TIDE_TEXT_FINDING_OF_FIXED_ASSET,
  TIDE_TEXT_FINDING_OF_OUTPUT,
  TIDE_TEXT_FINDING_OF_ADDED_VALUE,
  TIDE_TEXT_FINDING_OF_REVENUE,
  TIDE_TEXT_FINDING_OF_GDP,
  TIDE_TEXT_FINDING_OF_PROFIT,
  TIDE_TEXT_FINDING_OF_TAX,
  TIDE_TEXT_FINDING_OF_EXPORTS,
  TIDE_TEXT_FINDING_OF_R_AND_D,
  TIDE_TEXT_FINDING_OF_TIER,
  TIDE_TEXT_FINDING_OF_THRESHOLD,
  TIDE_N_TEXT_FINDING_OFS,
} TideTextFindingOf;

/** TideTextFindingVerdict: what is to be said of a finding. */
typedef enum
{
  TIDE_TEXT_FINDING_RECOGNISED,
  TIDE_TEXT_FINDING_WRONG_NAME,
  TIDE_TEXT_FINDING_REPRODUCES,
  TIDE_TEXT_FINDING_DIFFERS,
  TIDE_TEXT_FINDING_CONFLICTS,
  TIDE_TEXT_FINDING_SUSPICIOUS_UNIT,
  TIDE_TEXT_FINDING_CANNOT_BE_CHECKED,
  TIDE_N_TEXT_FINDING_VERDICTS,
} TideTextFindingVerdict;

/** TideTextFindingReason: why a name is wrong, or a figure cannot be checked. */
typedef enum
{
  TIDE_TEXT_FINDING_NO_REASON,
  TIDE_TEXT_FINDING_NO_SUCH_FACT,
  TIDE_TEXT_FINDING_NO_KIND,
  TIDE_TEXT_FINDING_NO_YEAR,
  TIDE_TEXT_FINDING_NO_RATE,
  TIDE_TEXT_FINDING_AMBIGUOUS,
  TIDE_TEXT_FINDING_ACROSS_A_BREAK,
  TIDE_TEXT_FINDING_COMPARABLE_PRICES,
  TIDE_TEXT_FINDING_TARGET,
  TIDE_TEXT_FINDING_NOT_ASSERTED,
  TIDE_TEXT_FINDING_IS_THRESHOLD,
  TIDE_TEXT_FINDING_WRONG_RANK,
  TIDE_TEXT_FINDING_UNKNOWN_DIVISION,
  TIDE_TEXT_FINDING_TWO_CURRENCIES,
  TIDE_TEXT_FINDING_CONFIDENTIAL,
  TIDE_TEXT_FINDING_MORE_THAN_WHOLE,
  TIDE_N_TEXT_FINDING_REASONS,
} TideTextFindingReason;

/** TideTextFindingQualifier: how far a written number is meant to be exact. */
typedef enum
{
  TIDE_TEXT_FINDING_EXACTLY,
  TIDE_TEXT_FINDING_MORE_THAN,
  TIDE_TEXT_FINDING_NEARLY,
  TIDE_TEXT_FINDING_ABOUT,
  TIDE_TEXT_FINDING_LESS_THAN,
  TIDE_TEXT_FINDING_UP_TO,
} TideTextFindingQualifier;

/** TideTextFindingMode: from when to when a growth is. */
typedef enum
{
  TIDE_TEXT_FINDING_TOTAL,
  TIDE_TEXT_FINDING_ANNUAL_AVERAGE,
  TIDE_TEXT_FINDING_YEAR_ON_YEAR,
} TideTextFindingMode;

/**
 * TideTextFinding:
 * @start: where it begins in the text that was read, in bytes
 * @end: where it ends
 * @kind: what it is
 * @of: of an amount or a level, what money
 * @value: exact decimal text in base units, "low/high" of a range; a year, two of a span; the id of
 *   a record; of a field the English name of the class in lower case; "unknown" of a division
 * @unit: (nullable): ISO 4217 code, "mixed", what is counted, "percent", "percentage-points",
 *   "times" as much, "times-more", "year"
 * @precision: (nullable): place of the last digit that is written, as a decimal number
 * @qualifier: what is said before the number
 * @mode: of a growth
 * @from: of a growth or span, the first year; of a level, its year; 0 for none
 * @to: of a growth or span, the last year
 * @is_foreign: whether it is the foreign part
 * @verdict: what is to be said of it
 * @reason: why
 * @computed: (nullable): what it should be, as a decimal number
 * @computed_unit: (nullable): unit of @computed, @low and @high where it is not @unit
 * @low: (nullable): the least it may be by rounding
 * @high: (nullable): the most
 * @should_be: (nullable): of a division, the kind it is
 * @record_kind: kind of @record
 * @record: (nullable): id of the record it was compared with, or which it names
 * @path: (nullable): the member, or the list in the record, that says the figure
 * @others: (nullable) (element-type guint): which other findings it follows from, by position
 *
 * Something that was found in a text, and what is to be said of it. Immutable, counted, shared
 * between threads.
 */
typedef struct
{
  gsize start;
  gsize end;
  TideTextFindingKind kind;
  TideTextFindingOf of;
  char *value;
  char *unit;
  char *precision;
  TideTextFindingQualifier qualifier;
  TideTextFindingMode mode;
  guint from;
  guint to;
  gboolean is_foreign;
  TideTextFindingVerdict verdict;
  TideTextFindingReason reason;
  char *computed;
  char *computed_unit;
  char *low;
  char *high;
  char *should_be;
  TideRecordKind record_kind;
  char *record;
  char *path;
  GArray *others;
} TideTextFinding;

TideTextFinding *tide_text_finding_ref (TideTextFinding *self);
void tide_text_finding_unref (TideTextFinding *self);
const char *tide_text_finding_kind_get_code (TideTextFindingKind kind);
const char *tide_text_finding_of_get_code (TideTextFindingOf of);
const char *tide_text_finding_verdict_get_code (TideTextFindingVerdict verdict);
const char *tide_text_finding_reason_get_code (TideTextFindingReason reason);
const char *tide_text_finding_kind_get_label (TideTextFindingKind kind);
const char *tide_text_finding_verdict_get_label (TideTextFindingVerdict verdict);
char *tide_text_finding_dup_sentence (const TideTextFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTextFinding, tide_text_finding_unref)

G_END_DECLS
