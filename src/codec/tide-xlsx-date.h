/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table.h"
#include "codec/tide-xlsx-format.h"

G_BEGIN_DECLS

/**
 * TIDE_XLSX_DATE_SIZE:
 *
 * Room for a date, time or length of time, and its NUL.
 */
#define TIDE_XLSX_DATE_SIZE 32

TideCellKind tide_xlsx_date_format (
    double serial, gboolean is_1904, TideXlsxShown shown, char *buffer, gsize size);
TideCellKind tide_xlsx_date_format_iso (const char *text, char *buffer, gsize size);

G_END_DECLS
