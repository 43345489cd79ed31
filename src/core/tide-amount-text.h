/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-money.h"

G_BEGIN_DECLS

/**
 * TideAmountReading:
 * @value: the number of currency units that was understood
 * @currency: the currency that was written, or the one offered as the default
 * @has_currency: whether the text itself named a currency
 * @precision: the last certain unit of what was written ("16 bn": 10^9)
 *
 * What an amount typed or pasted by a person means.
 */
typedef struct
{
  TideDecimal value;
  char currency[4];
  gboolean has_currency;
  TideDecimal precision;
} TideAmountReading;

typedef enum
{
  TIDE_AMOUNT_OK,
  TIDE_AMOUNT_EMPTY,
  TIDE_AMOUNT_UNREADABLE,
  TIDE_AMOUNT_OUT_OF_RANGE,
  TIDE_AMOUNT_TOO_PRECISE,
} TideAmountResult;

TideAmountResult
tide_amount_text_read (const char *text, const char *default_currency, TideAmountReading *reading);
gboolean tide_amount_is_too_large (const TideDecimal *value);

G_END_DECLS
