/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-source.h"

G_BEGIN_DECLS

/* What a file is that has no tables: an argument of TIDE_PROBLEM_NOT_A_TABLE. */
gboolean tide_table_source_refuse (const char *what, GError **error);

/* Of files that are no text. */
gboolean tide_table_source_check_bytes (GBytes *bytes, GError **error);
TideSpreadsheet *
tide_table_source_open_spreadsheet (GBytes *bytes, GCancellable *cancellable, GError **error);

/* Of texts. */
gboolean tide_table_source_judge_text (GBytes *bytes,
                                       TideEncoding encoding,
                                       TideTableSourceKind *kind,
                                       GError **error);

gboolean tide_table_source_has_columns (GBytes *head, const TideDelimitedOptions *options);

GStrv tide_table_source_dup_notes (const TideTable *table, const TideSpreadsheetNotes *notes);

G_END_DECLS
