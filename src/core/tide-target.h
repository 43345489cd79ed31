/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-amount-text.h"
#include "core/tide-payloads.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideTargetSubject:
 * @TIDE_TARGET_FOR_NOTHING: it says nothing of it
 * @TIDE_TARGET_FOR_PROJECTS: the amounts of all projects
 * @TIDE_TARGET_FOR_SECTOR: the amounts of a sector's projects, by share
 * @TIDE_TARGET_FOR_DIVISION: the amounts of a division's projects
 * @TIDE_TARGET_FOR_EVENT: the amounts of an event's projects
 * @TIDE_TARGET_FOR_INDICATOR: the value of an indicator
 * @TIDE_TARGET_FOR_SEVERAL: several of these at once, which is not understood
 *
 * What a target is for.
 */
typedef enum
{
  TIDE_TARGET_FOR_NOTHING,
  TIDE_TARGET_FOR_PROJECTS,
  TIDE_TARGET_FOR_SECTOR,
  TIDE_TARGET_FOR_DIVISION,
  TIDE_TARGET_FOR_EVENT,
  TIDE_TARGET_FOR_INDICATOR,
  TIDE_TARGET_FOR_SEVERAL,
} TideTargetSubject;

/**
 * TideTargetReading:
 * @value: what is to be reached, in the indicator's unit or in units of the currency
 * @currency: of an amount of money; empty for none
 *
 * What the text of a target means.
 */
typedef struct
{
  TideDecimal value;
  char currency[4];
} TideTargetReading;

/**
 * TideTargetResult:
 *
 * Whether the text of a target could be read, and why not.
 */
typedef enum
{
  TIDE_TARGET_READ,
  TIDE_TARGET_EMPTY,
  TIDE_TARGET_UNREADABLE,
  TIDE_TARGET_OUT_OF_RANGE,
  TIDE_TARGET_TOO_PRECISE,
  TIDE_TARGET_OTHER_UNIT,
} TideTargetResult;

#define TIDE_TARGET_PAYLOAD(payload) ((const TideTargetPayload *) (payload))

TideTargetSubject tide_target_get_subject (const TideTargetPayload *self);
const char *tide_target_get_subject_id (const TideTargetPayload *self);
TideRecordKind tide_target_subject_get_kind (TideTargetSubject subject);
TideTargetResult
tide_target_read_amount (const char *text, const char *currency, TideTargetReading *reading);
TideTargetResult
tide_target_read_value (const char *text, const TideScale *unit, TideTargetReading *reading);

G_END_DECLS
