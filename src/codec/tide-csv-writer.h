/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideCsvWriter:
 *
 * Writes a table as delimited text (RFC 4180): UTF-8, commas, or tabulators for the clipboard,
 * lines that end in CR LF. Texts are guarded against being taken for formulas by programs that open
 * the file; numbers are not.
 */
typedef struct _TideCsvWriter TideCsvWriter;

TideCsvWriter *tide_csv_writer_new (void);
TideCsvWriter *tide_csv_writer_new_for_clipboard (void);
void tide_csv_writer_free (TideCsvWriter *self);
void tide_csv_writer_add_text (TideCsvWriter *self, const char *text);
void tide_csv_writer_add_number (TideCsvWriter *self, const char *number);
void tide_csv_writer_end_row (TideCsvWriter *self);
GBytes *tide_csv_writer_end (TideCsvWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideCsvWriter, tide_csv_writer_free)

G_END_DECLS
