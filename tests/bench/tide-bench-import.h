/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/* A table of so many projects, as a spreadsheet has them, in twelve columns; size is that of its
 * text. */
TideTable *tide_bench_import_new_table (guint n, gsize *size);

/* Decides about all names that such a table has. */
TideImportPlan *tide_bench_import_new_plan (const TideTable *table, TideSnapshot *snapshot);

/* Nothing but a taxonomy. */
TideRegister *tide_bench_import_new_register (TideClock *clock);

G_END_DECLS
