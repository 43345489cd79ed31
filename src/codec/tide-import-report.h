/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"

G_BEGIN_DECLS

gboolean tide_import_report_is_empty (const TideImportTrial *trial);
char *tide_import_report_dup_reason (const TideImportTrial *trial, const TideImportRow *row);
GBytes *tide_import_report_new_csv (const TideImportTrial *trial, const TideTable *table);

G_END_DECLS
