/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideOrderKey:
 * @TIDE_ORDER_OTHER_NAME: the name in the language that the person did not choose
 * @TIDE_ORDER_STAGE_TIME: how long it certainly has been in its stage, then how long at most
 * @TIDE_ORDER_AMOUNT: the amounts of the kind that the order names
 * @TIDE_ORDER_INTENTION: the first of the orders by the amounts of one kind each, in the order of
 *   #TideAmountKind
 * @TIDE_ORDER_SIGNED: when it was first signed
 *
 * What projects are sorted by.
 */
typedef enum
{
  TIDE_ORDER_NAME,
  TIDE_ORDER_OTHER_NAME,
  TIDE_ORDER_NUMBER,
  TIDE_ORDER_SECTOR,
  TIDE_ORDER_DIVISION,
  TIDE_ORDER_STAGE,
  TIDE_ORDER_STAGE_TIME,
  TIDE_ORDER_INVESTOR,
  TIDE_ORDER_AMOUNT,
  TIDE_ORDER_INTENTION,
  TIDE_ORDER_AGREEMENT,
  TIDE_ORDER_FOREIGN_CONTRACTED,
  TIDE_ORDER_FOREIGN_UTILISED,
  TIDE_ORDER_ARRIVED,
  TIDE_ORDER_FIXED_ASSET,
  TIDE_ORDER_EVENT,
  TIDE_ORDER_STATUS,
  TIDE_ORDER_IN_CHARGE,
  TIDE_ORDER_TAGS,
  TIDE_ORDER_SIGNED,
  TIDE_ORDER_PLANNED_START,
  TIDE_ORDER_PLANNED_COMPLETION,
  TIDE_ORDER_PLANNED_PRODUCTION,
  TIDE_ORDER_CREATED,
  TIDE_ORDER_UPDATED,
} TideOrderKey;

#define TIDE_N_ORDER_KEYS (TIDE_ORDER_UPDATED + 1)

/**
 * TideOrder:
 * @key: what to sort projects by
 * @descending: whether the largest comes first; records without a value always come last
 * @amount_kind: for %TIDE_ORDER_AMOUNT, which kind
 * @language: whose names sort
 */
typedef struct
{
  TideOrderKey key;
  gboolean descending;
  TideAmountKind amount_kind;
  TideLanguage language;
} TideOrder;

/**
 * TideSortKey:
 * @number: key of numbers and ranks
 * @text: (nullable): collation key of texts
 * @is_missing: no value: last in either direction
 */
typedef struct
{
  gint64 number;
  char *text;
  gboolean is_missing;
} TideSortKey;

const char *tide_order_key_to_code (TideOrderKey key);
gboolean tide_order_key_from_code (const char *code, TideOrderKey *key);
gboolean tide_order_get_amount_kind (const TideOrder *order, TideAmountKind *kind);
void tide_order_make_key (const TideOrder *order,
                          const TideProjectPayload *project,
                          TideSnapshot *snapshot,
                          TideSortKey *key);
const char *tide_order_get_shared_id (const TideOrder *order, const TideProjectPayload *project);
char *tide_project_dup_tags (const TideProjectPayload *project);
const TideDate *tide_project_find_signed (const TideProjectPayload *project);
int tide_order_compare (const TideOrder *order, const TideSortKey *a, const TideSortKey *b);
void tide_sort_key_clear (TideSortKey *key);

G_END_DECLS
