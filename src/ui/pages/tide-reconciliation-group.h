/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-reconciliation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideReconciliationGroup:
 *
 * What was declared at an event beside what is recorded, a row a figure, which unfolds into what
 * explains the difference. Signal `filter-requested (TidePayload *filter)` when the projects behind
 * such a line are asked for.
 */
#define TIDE_TYPE_RECONCILIATION_GROUP (tide_reconciliation_group_get_type ())
G_DECLARE_FINAL_TYPE (
    TideReconciliationGroup, tide_reconciliation_group, TIDE, RECONCILIATION_GROUP, AdwBin)

void tide_reconciliation_group_show (TideReconciliationGroup *self,
                                     const TideReconciliation *reconciliation,
                                     gboolean shows_fields,
                                     TideUnit unit,
                                     TideLanguage language);

G_END_DECLS
