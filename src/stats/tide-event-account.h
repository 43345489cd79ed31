/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-cohort.h"
#include "stats/tide-reconciliation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideEventAccount:
 * @reconciliation: what was declared beside what is recorded
 * @cohort: what became of those signed
 * @projects: (element-type TideProjectPayload): the projects that the event was the first of,
 *   whether totals count them or not, in the order of the register
 *
 * What the page of an event tells.
 */
typedef struct
{
  TideReconciliation *reconciliation;
  TideCohort *cohort;
  GPtrArray *projects;
} TideEventAccount;

TideEventAccount *tide_event_account_new (TideSnapshot *snapshot, const char *event);
void tide_event_account_free (TideEventAccount *self);

void tide_event_account_compute_async (TideSnapshot *snapshot,
                                       const char *event,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
TideEventAccount *tide_event_account_compute_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideEventAccount, tide_event_account_free)

G_END_DECLS
