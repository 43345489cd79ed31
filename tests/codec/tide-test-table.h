/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"

#include "core/tide-register.h"

G_BEGIN_DECLS

/* Tables as words: rows end with a line break, cells are set apart by bars. */
TideTable *tide_test_table_new (const char *words);

TideImportTrial *
tide_test_import_try (TideRegister *reg, const TideTable *table, const TideImportPlan *plan);
char *tide_test_import_dup_sums (TideSnapshot *snapshot);

G_END_DECLS
