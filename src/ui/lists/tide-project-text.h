/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-order.h"
#include "core/tide-register.h"
#include "core/tide-stage-time.h"

G_BEGIN_DECLS

/* What stands in the cells of a project, in the person's language. */

char *tide_project_text_dup_name (const TideProjectPayload *project);
char *tide_project_text_dup_reference (TideRegister *reg, TideRecordKind kind, const char *id);
char *tide_project_text_dup_sectors (TideRegister *reg, const TideProjectPayload *project);
char *tide_project_text_dup_with_more (const char *label, guint n_more);
char *tide_project_text_dup_stage (const TideProjectPayload *project);
char *tide_project_text_dup_status (const TideProjectPayload *project);
char *tide_project_text_dup_time (TideRegister *reg, gint64 seconds);
char *tide_project_text_dup_days (const TideDays *days);
char *tide_project_text_dup_amount (TideSnapshot *snapshot,
                                    const TideProjectPayload *project,
                                    TideAmountKind kind);
char *tide_project_text_dup_sum (TideSnapshot *snapshot,
                                 const TideProjectPayload *project,
                                 TideAmountKind kind);

G_END_DECLS
