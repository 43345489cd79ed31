/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TIDE_XLSX_NUMBER_SIZE:
 *
 * Room for a number as tide_xlsx_number_format() writes it, and its NUL.
 */
#define TIDE_XLSX_NUMBER_SIZE 64

gboolean tide_xlsx_number_parse (const char *text, double *number);
void tide_xlsx_number_format (double number, int shift, char *buffer, gsize size);

G_END_DECLS
