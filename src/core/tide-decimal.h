/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TIDE_DECIMAL_TEXT_SIZE 32
#define TIDE_DECIMAL_MAX_SCALE 18

/**
 * TideDecimal:
 * @mantissa: the digits as an integer
 * @scale: digits behind the point, 0 to 18
 * @is_set: whether there is a value
 *
 * An exact decimal number, mantissa / 10^scale. Trailing zeros are kept as written.
 */
typedef struct
{
  gint64 mantissa;
  guint8 scale;
  guint8 is_set;
} TideDecimal;

typedef enum
{
  TIDE_DECIMAL_OK,
  TIDE_DECIMAL_BAD_SYNTAX,
  TIDE_DECIMAL_OUT_OF_RANGE,
} TideDecimalResult;

#define TIDE_TYPE_DECIMAL (tide_decimal_get_type ())

GType tide_decimal_get_type (void);
TideDecimal *tide_decimal_copy (const TideDecimal *decimal);
void tide_decimal_free (TideDecimal *decimal);

TideDecimalResult tide_decimal_parse (const char *text, TideDecimal *decimal);
const char *tide_decimal_format (const TideDecimal *decimal, char *buffer, gsize size);
char *tide_decimal_dup_text (const TideDecimal *decimal);
int tide_decimal_compare (const TideDecimal *a, const TideDecimal *b);
gboolean tide_decimal_equal (const TideDecimal *a, const TideDecimal *b);
gboolean tide_decimal_rescale (const TideDecimal *decimal, guint scale, gint64 *mantissa);
gboolean tide_decimal_add (TideDecimal *sum, const TideDecimal *addend);
double tide_decimal_to_double (const TideDecimal *decimal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideDecimal, tide_decimal_free)

G_END_DECLS
