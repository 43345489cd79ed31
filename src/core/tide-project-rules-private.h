/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"
#include "core/tide-register.h"

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

void tide_project_check (TideRegister *reg,
                         const TideProjectPayload *project,
                         TideProjectReport report,
                         gpointer data);
TidePayload *tide_project_mend_shares (TideRegister *reg, TidePayload *payload);

G_END_DECLS
