/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/* Amounts of every kind: for asking whether there are any, never for adding them up. */
#define TIDE_AMOUNT_KIND_ANY ((TideAmountKind) - 1)

/**
 * TideValuation:
 * @kind: which amounts are meant; kinds are never mixed
 * @currency: (nullable): ISO 4217 code in which they are told; %NULL for the register's
 * @rate_set: (nullable): id of the rates that tell them; %NULL for the register's
 * @period: only amounts certainly dated within it are meant; unset for all
 *
 * How amounts are told. Its strings are borrowed from whoever made it.
 */
typedef struct
{
  TideAmountKind kind;
  const char *currency;
  const char *rate_set;
  TideDate period;
} TideValuation;

/**
 * TideTiming:
 * @TIDE_TIMING_INSIDE: certainly within the period
 * @TIDE_TIMING_VAGUE: perhaps within it: dated too coarsely, or not at all
 * @TIDE_TIMING_OUTSIDE: certainly not
 *
 * How a date, which stands for an interval of days, lies to a period.
 */
typedef enum
{
  TIDE_TIMING_INSIDE,
  TIDE_TIMING_VAGUE,
  TIDE_TIMING_OUTSIDE,
} TideTiming;

void tide_valuation_init_from_filter (TideValuation *self, const TideFilter *filter);
void tide_filter_set_valuation (TideFilter *filter, const TideValuation *valuation);
const char *tide_valuation_get_currency (const TideValuation *self, TideSnapshot *snapshot);
gboolean tide_valuation_is_of_kind (const TideValuation *self, const TideAmount *amount);
TideTiming tide_date_get_timing (const TideDate *date, const TideDate *period);

G_END_DECLS
