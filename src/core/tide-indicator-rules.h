/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"
#include "core/tide-problem.h"

G_BEGIN_DECLS

/**
 * TideIndicatorReport:
 * @problem: what is wrong with an indicator
 * @list: (nullable): the entry list it is in
 * @index: which entry of that list
 * @path: the member, as a form's field has it
 */
typedef void (*TideIndicatorReport) (
    TideProblem *problem, const char *list, guint index, const char *path, gpointer data);

void tide_indicator_check (const TideIndicatorPayload *indicator,
                           TideIndicatorReport report,
                           gpointer data);
GPtrArray *tide_indicator_list_problems (const TideIndicatorPayload *indicator);

G_END_DECLS
