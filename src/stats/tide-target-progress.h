/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-target.h"
#include "stats/tide-figure.h"

G_BEGIN_DECLS

/**
 * TideTargetState:
 * @TIDE_TARGET_TOLD: what is reached is told
 * @TIDE_TARGET_NO_SUBJECT: it does not say what it is for, or that is gone
 * @TIDE_TARGET_SEVERAL_SUBJECTS: it is for several things at once
 * @TIDE_TARGET_NO_KIND: it does not say which kind of amounts, or one that is not known
 * @TIDE_TARGET_NO_PERIOD: it has no period
 * @TIDE_TARGET_NO_VALUE: it has nothing above zero to reach
 * @TIDE_TARGET_WRONG_UNIT: its currency is not that of the indicator, or not known
 * @TIDE_TARGET_NOT_OBSERVED: the indicator has no value of the period, or of a time before
 * @TIDE_TARGET_NO_RATE: none of the amounts has a rate
 * @TIDE_TARGET_TOO_LARGE: the amounts are too large to add up
 *
 * Whether progress can be told, and why not.
 */
typedef enum
{
  TIDE_TARGET_TOLD,
  TIDE_TARGET_NO_SUBJECT,
  TIDE_TARGET_SEVERAL_SUBJECTS,
  TIDE_TARGET_NO_KIND,
  TIDE_TARGET_NO_PERIOD,
  TIDE_TARGET_NO_VALUE,
  TIDE_TARGET_WRONG_UNIT,
  TIDE_TARGET_NOT_OBSERVED,
  TIDE_TARGET_NO_RATE,
  TIDE_TARGET_TOO_LARGE,
} TideTargetState;

/**
 * TideTargetPhase:
 *
 * How a day lies to the period of a target; %TIDE_TARGET_UNDATED where there is no period.
 */
typedef enum
{
  TIDE_TARGET_UNDATED,
  TIDE_TARGET_TO_COME,
  TIDE_TARGET_RUNNING,
  TIDE_TARGET_OVER,
} TideTargetPhase;

/**
 * TideTargetProgress:
 * @target: (type TideTargetPayload): the target
 * @state: whether what is reached is told; else @achieved, @share and @pace mean nothing
 * @phase: how the day lies to the period
 * @elapsed: what part of the period is over at the end of the day, in per cent; 0 where @phase is
 *   %TIDE_TARGET_UNDATED
 * @value: what is to be reached, in ones of the currency, or in the unit of an indicator that is
 *   not money
 * @achieved: what is reached, in the same
 * @goal: @value, where it is money; else without a currency
 * @reached: @achieved, where it is money
 * @share: @achieved of @value, in per cent
 * @has_pace: whether @pace means something: the period has begun, and @achieved is of it
 * @pace: @share less @elapsed, in percentage points
 * @observation: (nullable) (type TideObservation): of an indicator, what was reached last
 * @unit: (nullable) (type TideScale): of an indicator
 * @is_earlier: whether @observation is of a time before the period
 * @figure: (nullable): of amounts, what was counted and left out, and what opens it
 * @taxonomy: (nullable): of a sector's amounts, id of the taxonomy that divides them
 *
 * How far a target is reached on a day.
 */
typedef struct
{
  TidePayload *target;
  TideTargetState state;
  TideTargetPhase phase;
  double elapsed;
  double value;
  double achieved;
  TideMoney goal;
  TideMoney reached;
  double share;
  gboolean has_pace;
  double pace;
  TidePayload *observation;
  TidePayload *unit;
  gboolean is_earlier;
  TideFigure *figure;
  char *taxonomy;
} TideTargetProgress;

double tide_period_get_elapsed (const TideDate *period, guint32 day);
void
tide_target_progress_init_valuation (TideValuation *valuation, const TideTargetPayload *target);
TideTargetProgress *tide_target_progress_new (TideSnapshot *snapshot,
                                              const TideTargetPayload *target,
                                              TideColumns *columns,
                                              guint32 day);
void tide_target_progress_free (TideTargetProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTargetProgress, tide_target_progress_free)

G_END_DECLS
