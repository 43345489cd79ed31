/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export.h"
#include "codec/tide-import-trial.h"

G_BEGIN_DECLS

int tide_import_own_recognise (const TideTable *table, guint row);
gboolean tide_import_own_is_whole (const TideTable *table);
TideTable *tide_import_own_join (const GPtrArray *tables, GError **error);
TideImportTrial *tide_import_own_try (const TideTable *table,
                                      TideSnapshot *snapshot,
                                      TideClock *clock,
                                      GCancellable *cancellable,
                                      TideProgressFunc progress,
                                      gpointer progress_data,
                                      GError **error);

G_END_DECLS
