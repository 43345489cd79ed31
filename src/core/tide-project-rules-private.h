/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideProjectReport:
 * @problem: what is wrong with a project
 * @list: (nullable): the entry list it is in
 * @index: which entry of that list
 * @path: the member, as a form's field has it
 */
typedef void (*TideProjectReport) (
    TideProblem *problem, const char *list, guint index, const char *path, gpointer data);

void tide_project_check (TideSnapshot *snapshot,
                         const TideProjectPayload *project,
                         TideProjectReport report,
                         gpointer data);
TideProblem *tide_project_find_new_problem (TideSnapshot *snapshot,
                                            const TideProjectPayload *before,
                                            const TideProjectPayload *after);
TidePayload *tide_project_mend_shares (TideSnapshot *snapshot, TidePayload *payload);

G_END_DECLS
