/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-reconciliation.h"

G_BEGIN_DECLS

char *tide_reconciliation_row_dup_title (const TideReconciliationRow *self,
                                         TideSnapshot *snapshot,
                                         TideLanguage language);
char *tide_reconciliation_row_dup_declared (const TideReconciliationRow *self,
                                            TideUnit unit,
                                            TideLanguage language);
char *tide_reconciliation_row_dup_recorded (const TideReconciliationRow *self,
                                            TideUnit unit,
                                            TideLanguage language);
char *tide_reconciliation_row_dup_verdict (const TideReconciliationRow *self,
                                           TideUnit unit,
                                           TideLanguage language);
GPtrArray *tide_reconciliation_row_list_notes (const TideReconciliationRow *self,
                                               const TideReconciliation *reconciliation,
                                               TideUnit unit,
                                               TideLanguage language);

G_END_DECLS
