/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideConversionDigits:
 * @TIDE_CONVERSION_ROUNDED: amounts as a sentence gives them, in the unit that is shown
 * @TIDE_CONVERSION_EXACT: all digits of amounts
 */
typedef enum
{
  TIDE_CONVERSION_ROUNDED,
  TIDE_CONVERSION_EXACT,
} TideConversionDigits;

char *tide_conversion_dup_text (TideSnapshot *snapshot,
                                const TideMoney *money,
                                const TideDate *date,
                                TideConversionDigits digits);
char *tide_conversion_dup_sum (TideSnapshot *snapshot,
                               const TideProjectPayload *project,
                               TideAmountKind kind);

G_END_DECLS
