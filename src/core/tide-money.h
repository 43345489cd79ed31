/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-decimal.h"
#include "core/tide-text.h"

G_BEGIN_DECLS

/**
 * TideMoney:
 * @minor: the amount in the currency's minor unit (fen, cent; yen has none)
 * @currency: ISO 4217 code, upper case, zero-terminated; empty for no money
 */
typedef struct
{
  gint64 minor;
  char currency[4];
} TideMoney;

#define TIDE_TYPE_MONEY (tide_money_get_type ())

GType tide_money_get_type (void);
TideMoney *tide_money_copy (const TideMoney *money);
void tide_money_free (TideMoney *money);

/**
 * TideUnit:
 *
 * The unit in which amounts of money are shown: 1, 10^4 (万), 10^6, 10^8 (亿), 10^9.
 */
typedef enum
{
  TIDE_UNIT_ONE,
  TIDE_UNIT_TEN_THOUSAND,
  TIDE_UNIT_MILLION,
  TIDE_UNIT_HUNDRED_MILLION,
  TIDE_UNIT_BILLION,
} TideUnit;

int tide_currency_get_digits (const char *currency);
const char *const *tide_currency_list (void);
const char *tide_currency_get_name (const char *currency, TideLanguage language);

gboolean tide_money_init (TideMoney *money, const TideDecimal *value, const char *currency);
void tide_money_to_decimal (const TideMoney *money, TideDecimal *value);
gboolean tide_money_add (TideMoney *sum, const TideMoney *addend);
gboolean tide_money_negate (TideMoney *money);
gboolean tide_money_convert (const TideMoney *money,
                             const TideDecimal *rate,
                             const char *currency,
                             TideMoney *converted);

TideUnit tide_unit_from_code (const char *code);
TideUnit tide_unit_get_shown (const char *code);
void tide_unit_prefer (const char *code);
const char *tide_unit_to_code (TideUnit unit);
gint64 tide_unit_get_factor (TideUnit unit);
char *tide_unit_dup_label (TideUnit unit, const char *currency, TideLanguage language);

char *tide_money_dup_text (const TideMoney *money, TideUnit unit, TideLanguage language);
char *tide_money_dup_number (const TideMoney *money, TideUnit unit);
char *tide_money_dup_exact (const TideMoney *money, TideLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideMoney, tide_money_free)

G_END_DECLS
