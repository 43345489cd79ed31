/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-shape.h"

G_BEGIN_DECLS

/** TideFindingKind: what a finding is; its code is that of tide_finding_kind_get_code(). */
typedef enum
{
  TIDE_FINDING_AMOUNT,
  TIDE_FINDING_LEVEL,
  TIDE_FINDING_COUNT,
  TIDE_FINDING_GROWTH,
  TIDE_FINDING_SHARE,
  TIDE_FINDING_YEAR,
  TIDE_FINDING_SPAN,
  TIDE_FINDING_DIVISION,
  TIDE_FINDING_FIELD,
  TIDE_FINDING_PROJECT,
  TIDE_FINDING_PARTY,
  TIDE_FINDING_PLATFORM,
  TIDE_FINDING_EVENT,
  TIDE_N_FINDING_KINDS,
} TideFindingKind;

/** TideFindingOf: what money is meant. */
typedef enum
{
  TIDE_FINDING_OF_UNKNOWN,
  TIDE_FINDING_OF_INTENTION,
  TIDE_FINDING_OF_AGREEMENT,
  TIDE_FINDING_OF_FOREIGN_CONTRACTED,
  TIDE_FINDING_OF_FOREIGN_UTILISED,
  TIDE_FINDING_OF_ARRIVED,
  TIDE_FINDING_OF_FIXED_ASSET,
  TIDE_FINDING_OF_OUTPUT,
  TIDE_FINDING_OF_ADDED_VALUE,
  TIDE_FINDING_OF_REVENUE,
  TIDE_FINDING_OF_GDP,
  TIDE_FINDING_OF_PROFIT,
  TIDE_FINDING_OF_TAX,
  TIDE_FINDING_OF_EXPORTS,
  TIDE_FINDING_OF_R_AND_D,
  TIDE_FINDING_OF_TIER,
  TIDE_FINDING_OF_THRESHOLD,
  TIDE_N_FINDING_OFS,
} TideFindingOf;

/** TideFindingVerdict: what is to be said of a finding. */
typedef enum
{
  TIDE_FINDING_RECOGNISED,
  TIDE_FINDING_WRONG_NAME,
  TIDE_FINDING_REPRODUCES,
  TIDE_FINDING_DIFFERS,
  TIDE_FINDING_CONFLICTS,
  TIDE_FINDING_SUSPICIOUS_UNIT,
  TIDE_FINDING_CANNOT_BE_CHECKED,
  TIDE_N_FINDING_VERDICTS,
} TideFindingVerdict;

/** TideFindingReason: why a name is wrong, or a figure cannot be checked. */
typedef enum
{
  TIDE_FINDING_NO_REASON,
  TIDE_FINDING_NO_SUCH_FACT,
  TIDE_FINDING_NO_KIND,
  TIDE_FINDING_NO_YEAR,
  TIDE_FINDING_NO_RATE,
  TIDE_FINDING_AMBIGUOUS,
  TIDE_FINDING_ACROSS_A_BREAK,
  TIDE_FINDING_COMPARABLE_PRICES,
  TIDE_FINDING_TARGET,
  TIDE_FINDING_NOT_ASSERTED,
  TIDE_FINDING_IS_THRESHOLD,
  TIDE_FINDING_WRONG_RANK,
  TIDE_FINDING_UNKNOWN_DIVISION,
  TIDE_FINDING_TWO_CURRENCIES,
  TIDE_FINDING_CONFIDENTIAL,
  TIDE_FINDING_MORE_THAN_WHOLE,
  TIDE_N_FINDING_REASONS,
} TideFindingReason;

/** TideFindingQualifier: how far a written number is meant to be exact. */
typedef enum
{
  TIDE_FINDING_EXACTLY,
  TIDE_FINDING_MORE_THAN,
  TIDE_FINDING_NEARLY,
  TIDE_FINDING_ABOUT,
  TIDE_FINDING_LESS_THAN,
  TIDE_FINDING_UP_TO,
} TideFindingQualifier;

/** TideFindingMode: from when to when a growth is. */
typedef enum
{
  TIDE_FINDING_TOTAL,
  TIDE_FINDING_ANNUAL_AVERAGE,
  TIDE_FINDING_YEAR_ON_YEAR,
} TideFindingMode;

/**
 * TideFinding:
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
  TideFindingKind kind;
  TideFindingOf of;
  char *value;
  char *unit;
  char *precision;
  TideFindingQualifier qualifier;
  TideFindingMode mode;
  guint from;
  guint to;
  gboolean is_foreign;
  TideFindingVerdict verdict;
  TideFindingReason reason;
  char *computed;
  char *computed_unit;
  char *low;
  char *high;
  char *should_be;
  TideRecordKind record_kind;
  char *record;
  char *path;
  GArray *others;
} TideFinding;

TideFinding *tide_finding_ref (TideFinding *self);
void tide_finding_unref (TideFinding *self);
const char *tide_finding_kind_get_code (TideFindingKind kind);
const char *tide_finding_of_get_code (TideFindingOf of);
const char *tide_finding_verdict_get_code (TideFindingVerdict verdict);
const char *tide_finding_reason_get_code (TideFindingReason reason);
const char *tide_finding_kind_get_label (TideFindingKind kind);
const char *tide_finding_verdict_get_label (TideFindingVerdict verdict);
char *tide_finding_dup_sentence (const TideFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideFinding, tide_finding_unref)

G_END_DECLS
