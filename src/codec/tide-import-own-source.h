/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-own.h"
#include "codec/tide-table-source.h"

G_BEGIN_DECLS

TideTable *tide_import_own_read (const TideTableSource *source,
                                 const TideTableChoice *choice,
                                 TideTable *table,
                                 guint *n_taken,
                                 TideProgressFunc progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
