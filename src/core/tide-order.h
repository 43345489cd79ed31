/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  TIDE_ORDER_NAME,
  TIDE_ORDER_NUMBER,
  TIDE_ORDER_SECTOR,
  TIDE_ORDER_DIVISION,
  TIDE_ORDER_STAGE,
  TIDE_ORDER_AMOUNT,
  TIDE_ORDER_EVENT,
  TIDE_ORDER_STATUS,
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
void tide_order_make_key (const TideOrder *order,
                          const TideProjectPayload *project,
                          TideSnapshot *snapshot,
                          TideSortKey *key);
const char *tide_order_get_shared_id (const TideOrder *order, const TideProjectPayload *project);
int tide_order_compare (const TideOrder *order, const TideSortKey *a, const TideSortKey *b);
void tide_sort_key_clear (TideSortKey *key);

G_END_DECLS
