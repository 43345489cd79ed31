/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideSeverity:
 * @TIDE_SEVERITY_ERROR: what is recorded contradicts itself: figures made of it are wrong
 * @TIDE_SEVERITY_WARNING: totals leave something out or count it twice, or somebody has to act
 * @TIDE_SEVERITY_HINT: it is as well to look
 */
typedef enum
{
  TIDE_SEVERITY_ERROR,
  TIDE_SEVERITY_WARNING,
  TIDE_SEVERITY_HINT,
  TIDE_N_SEVERITIES,
} TideSeverity;

/**
 * TideCheck:
 * @TIDE_CHECK_UNIT_SLIP: an amount is off by a power of ten against its own "as written"
 * @TIDE_CHECK_CURRENCY_DIFFERS: an amount has another currency than its own "as written"
 * @TIDE_CHECK_SHARES_NOT_WHOLE: shares within one taxonomy do not add up to 100
 * @TIDE_CHECK_STAGES_BACKWARDS: a stage is certainly dated after a later one
 * @TIDE_CHECK_PLANS_BACKWARDS: completion or production is planned certainly before the start
 * @TIDE_CHECK_OVERDUE: tide_project_get_overdue()
 * @TIDE_CHECK_RESTART_PASSED: paused, and the day it was to go on is certainly over
 * @TIDE_CHECK_NEXT_STEP_PASSED: a next step was due, and nothing was recorded since
 * @TIDE_CHECK_NO_AMOUNT: no amount of any kind
 * @TIDE_CHECK_NO_AGREEMENT: signed or later, with amounts, but none of the agreement
 * @TIDE_CHECK_NO_DIVISION: no division
 * @TIDE_CHECK_NO_SECTOR: no sector
 * @TIDE_CHECK_SHARE_MISSING: one of several sectors of a taxonomy has no share
 * @TIDE_CHECK_ARRIVED_ABOVE_AGREED: more has arrived than was agreed, in the register's currency
 * @TIDE_CHECK_OUTSIDE_VALIDITY: a stage is certainly dated before the project's division was there
 *   or after it had gone
 * @TIDE_CHECK_STAGE_UNDATED: a stage has no date
 * @TIDE_CHECK_NO_REASON: paused or terminated, and nothing says why
 * @TIDE_CHECK_DUPLICATE: another project may be the same one
 * @TIDE_CHECK_NO_PARTY: no party
 * @TIDE_CHECK_NEXT_STEP_SOON: a next step is due within %TIDE_NEXT_STEP_SOON_DAYS days
 *
 * The quality checks, those that matter most first. Filters keep their codes.
 */
typedef enum
{
  TIDE_CHECK_UNIT_SLIP,
  TIDE_CHECK_CURRENCY_DIFFERS,
  TIDE_CHECK_SHARES_NOT_WHOLE,
  TIDE_CHECK_STAGES_BACKWARDS,
  TIDE_CHECK_PLANS_BACKWARDS,
  TIDE_CHECK_OVERDUE,
  TIDE_CHECK_RESTART_PASSED,
  TIDE_CHECK_NEXT_STEP_PASSED,
  TIDE_CHECK_DUPLICATE,
  TIDE_CHECK_ARRIVED_ABOVE_AGREED,
  TIDE_CHECK_NO_AMOUNT,
  TIDE_CHECK_NO_AGREEMENT,
  TIDE_CHECK_NO_DIVISION,
  TIDE_CHECK_NO_SECTOR,
  TIDE_CHECK_SHARE_MISSING,
  TIDE_CHECK_OUTSIDE_VALIDITY,
  TIDE_CHECK_STAGE_UNDATED,
  TIDE_CHECK_NO_REASON,
  TIDE_CHECK_NO_PARTY,
  TIDE_CHECK_NEXT_STEP_SOON,
  TIDE_N_CHECKS,
} TideCheck;

/* A set of checks; the word by which filters ask for all of them. */
#define TIDE_CHECK_BIT(check) (1U << (check))
#define TIDE_CHECKS_ANY "any"

/**
 * TideFinding:
 * @check: what was found
 * @list: (nullable): the entry list it is in, or %NULL for the project itself
 * @entry: (nullable): the entry of that list
 * @member: the member that is to be mended, as a form's field has it
 * @other: (nullable): id of the taxonomy whose shares are meant, of the division that was not
 * there, or of the other project
 * @value: the sum of the shares, or the value as written
 * @currency: of an amount that is read from its text, the currency that is written
 * @precision: of such an amount, the last certain unit
 * @exponent: of a unit slip, the power of ten by which the value is too large
 *
 * What a check has found, and where. Everything in it is borrowed from the project and its
 * snapshot.
 */
typedef struct
{
  TideCheck check;
  const char *list;
  const TidePayload *entry;
  const char *member;
  const char *other;
  TideDecimal value;
  TideDecimal precision;
  char currency[4];
  int exponent;
} TideFinding;

typedef void (*TideFindingReport) (const TideFinding *finding, gpointer data);

const char *tide_check_get_code (TideCheck check);
int tide_check_find (const char *code);
TideSeverity tide_check_get_severity (TideCheck check);
const char *tide_check_get_label (TideCheck check, TideLanguage language);
const char *tide_check_get_explanation (TideCheck check, TideLanguage language);
gboolean
tide_check_applies (TideCheck check, const TideProjectPayload *project, gboolean is_umbrella);
const char *tide_severity_get_label (TideSeverity severity, TideLanguage language);

void tide_project_find_doubts (const TideProjectPayload *project,
                               TideSnapshot *snapshot,
                               gboolean is_umbrella,
                               TideFindingReport report,
                               gpointer data);
TidePayload *tide_finding_dup_mended (const TideFinding *finding,
                                      const TideProjectPayload *project,
                                      TideSnapshot *snapshot);

G_END_DECLS
