/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-encoding.h"
#include "codec/tide-progress.h"
#include "codec/tide-table.h"

G_BEGIN_DECLS

/**
 * TideDelimitedOptions:
 * @encoding: the encoding of the text
 * @separator: what stands between two cells, a character of ASCII: comma, semicolon, tabulator, bar
 * @quote: what cells are quoted with, a character of ASCII; 0 for texts without quoting
 *
 * How delimited text is to be read. Which of the rows is the header is a matter of the table: see
 * tide_table_header_guess().
 */
typedef struct
{
  TideEncoding encoding;
  char separator;
  char quote;
} TideDelimitedOptions;

void tide_delimited_guess (GBytes *bytes, TideDelimitedOptions *options);
void tide_delimited_guess_separator (GBytes *bytes, TideDelimitedOptions *options);
TideTable *tide_delimited_read (GBytes *bytes,
                                const TideDelimitedOptions *options,
                                TideProgressFunc progress,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
