/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-text.h"

G_BEGIN_DECLS

/**
 * TideCodeSet:
 *
 * The closed vocabularies of the register. A file may hold a code that this program does not know:
 * it is kept and shown as written.
 */
typedef enum
{
  TIDE_CODES_STAGE,
  TIDE_CODES_STATUS,
  TIDE_CODES_AMOUNT_KIND,
  TIDE_CODES_PARTY_KIND,
  TIDE_CODES_PARTY_ROLE,
  TIDE_CODES_DIVISION_KIND,
  TIDE_CODES_ACTIVITY_KIND,
  TIDE_CODES_RELATION,
  TIDE_CODES_TIER,
  TIDE_CODES_UNIT,
  TIDE_CODES_MEASURE,
  TIDE_CODES_SCOPE,
  TIDE_CODES_GROWTH_BASIS,
  TIDE_CODES_RATE_KIND,
  TIDE_CODES_PLATFORM_KIND,
  TIDE_CODES_RESULT_KIND,
  TIDE_CODES_RESULT_STAGE,
  TIDE_CODES_PART,
  TIDE_N_CODE_SETS,
} TideCodeSet;

/* The index of a stage is its rank; TIDE_STAGE_NONE before any, TIDE_STAGE_UNKNOWN for a later
 * program's code. */
typedef enum
{
  TIDE_STAGE_UNKNOWN = -2,
  TIDE_STAGE_NONE = -1,
  TIDE_STAGE_LEAD,
  TIDE_STAGE_NEGOTIATING,
  TIDE_STAGE_INTENTION,
  TIDE_STAGE_SIGNED,
  TIDE_STAGE_REGISTERED,
  TIDE_STAGE_STARTED,
  TIDE_STAGE_COMPLETED,
  TIDE_STAGE_PRODUCING,
  TIDE_STAGE_AT_CAPACITY,
  TIDE_N_STAGES,
} TideStage;

typedef enum
{
  TIDE_STATUS_UNKNOWN = -2,
  TIDE_STATUS_NORMAL = 0,
  TIDE_STATUS_PAUSED,
  TIDE_STATUS_TERMINATED,
  TIDE_STATUS_HANDED_OVER,
  TIDE_N_STATUSES,
} TideStatus;

typedef enum
{
  TIDE_AMOUNT_KIND_UNKNOWN = -2,
  TIDE_AMOUNT_KIND_INTENTION = 0,
  TIDE_AMOUNT_KIND_AGREEMENT,
  TIDE_AMOUNT_KIND_FOREIGN_CONTRACTED,
  TIDE_AMOUNT_KIND_FOREIGN_UTILISED,
  TIDE_AMOUNT_KIND_ARRIVED,
  TIDE_AMOUNT_KIND_FIXED_ASSET,
  TIDE_N_AMOUNT_KINDS,
} TideAmountKind;

guint tide_codes_get_n (TideCodeSet set);
const char *tide_codes_get_code (TideCodeSet set, guint index);
int tide_codes_find (TideCodeSet set, const char *code);
const char *tide_codes_get_label (TideCodeSet set, const char *code, TideLanguage language);
const char *tide_codes_get_definition (TideCodeSet set, const char *code, TideLanguage language);

G_END_DECLS
