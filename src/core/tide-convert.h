/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

const TideRatePayload *tide_snapshot_find_rate (TideSnapshot *self,
                                                const char *from,
                                                const char *to,
                                                const TideDate *date);
gboolean tide_snapshot_convert (TideSnapshot *self,
                                const TideMoney *money,
                                const TideDate *date,
                                TideMoney *converted,
                                const TideRatePayload **rate);
gboolean tide_project_sum_amounts (const TideProjectPayload *project,
                                   TideSnapshot *snapshot,
                                   TideAmountKind kind,
                                   TideMoney *base,
                                   guint *n_entries,
                                   guint *n_unpriced);

G_END_DECLS
