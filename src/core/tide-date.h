/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-text.h"

G_BEGIN_DECLS

typedef enum
{
  TIDE_PRECISION_NONE,
  TIDE_PRECISION_YEAR,
  TIDE_PRECISION_QUARTER,
  TIDE_PRECISION_MONTH,
  TIDE_PRECISION_DAY,
} TidePrecision;

/**
 * TideDate:
 * @year: 1 to 9999
 * @month: 1 to 12, or 0 where the precision is coarser
 * @day: 1 to 31, or 0 where the precision is coarser
 * @quarter: 1 to 4 for a quarter, else 0
 * @precision: a #TidePrecision; %TIDE_PRECISION_NONE for no date
 *
 * A date as it is known: a year, a quarter, a month or a day, which stands for the interval of days
 * from its first to its last. A value read from a file may be a day that does not exist
 * (2023-02-30): it keeps what was written and tide_date_is_real() says so.
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
  guint8 quarter;
  guint8 precision;
} TideDate;

#define TIDE_TYPE_DATE (tide_date_get_type ())
#define TIDE_DATE_TEXT_SIZE 16

GType tide_date_get_type (void);

TideDate *tide_date_copy (const TideDate *date);
void tide_date_free (TideDate *date);

gboolean tide_date_parse (const char *text, gboolean allow_quarter, TideDate *date);
gboolean tide_date_recognise (const char *text, TideDate *date);
const char *tide_date_format (const TideDate *date, char *buffer, gsize size);
char *tide_date_dup_text (const TideDate *date);
char *tide_date_dup_label (const TideDate *date, TideLanguage language);

static inline gboolean
tide_date_is_set (const TideDate *date)
{
  return date->precision != TIDE_PRECISION_NONE;
}

gboolean tide_date_is_real (const TideDate *date);
guint32 tide_date_get_first_day (const TideDate *date);
guint32 tide_date_get_last_day (const TideDate *date);
int tide_date_compare (const TideDate *a, const TideDate *b);
gboolean tide_date_equal (const TideDate *a, const TideDate *b);
gboolean tide_date_is_before (const TideDate *a, const TideDate *b);
void tide_date_init_from_julian (TideDate *date, guint32 day);
void tide_date_init_from_time (TideDate *date, gint64 seconds, const char *time_zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideDate, tide_date_free)

G_END_DECLS
