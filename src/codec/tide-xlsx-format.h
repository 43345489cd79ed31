/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideXlsxShown:
 * @TIDE_XLSX_SHOWS_YEAR: a year
 * @TIDE_XLSX_SHOWS_MONTH: a month
 * @TIDE_XLSX_SHOWS_DAY: a day of the month or of the week
 * @TIDE_XLSX_SHOWS_TIME: hours, minutes or seconds of a day
 * @TIDE_XLSX_SHOWS_DURATION: hours, minutes or seconds that go on beyond a day
 *
 * What a format shows of a date.
 */
typedef enum
{
  TIDE_XLSX_SHOWS_YEAR = 1 << 0,
  TIDE_XLSX_SHOWS_MONTH = 1 << 1,
  TIDE_XLSX_SHOWS_DAY = 1 << 2,
  TIDE_XLSX_SHOWS_TIME = 1 << 3,
  TIDE_XLSX_SHOWS_DURATION = 1 << 4,
} TideXlsxShown;

/**
 * TideXlsxFormat:
 * @is_percent: whether it shows a hundred times the number
 * @shown: what it shows of a date; nothing for a number
 * @before: (nullable): a currency that it shows before the number
 * @after: (nullable): a currency or a unit of money that it shows after the number
 *
 * What a format of numbers says about the numbers in it.
 */
typedef struct
{
  gboolean is_percent;
  TideXlsxShown shown;
  char *before;
  char *after;
} TideXlsxFormat;

TideXlsxFormat *tide_xlsx_format_parse (const char *code);
const char *tide_xlsx_format_get_built_in (guint id);
void tide_xlsx_format_free (TideXlsxFormat *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideXlsxFormat, tide_xlsx_format_free)

G_END_DECLS
