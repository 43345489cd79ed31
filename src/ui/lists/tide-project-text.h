/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-order.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/* What stands in the cells of a project, in the person's language. */

char *tide_project_text_dup_name (const TideProjectPayload *project);
char *tide_project_text_dup_reference (TideRegister *reg, TideRecordKind kind, const char *id);
char *tide_project_text_dup_sectors (TideRegister *reg, const TideProjectPayload *project);
char *tide_project_text_dup_stage (const TideProjectPayload *project);
char *tide_project_text_dup_status (const TideProjectPayload *project);
char *tide_project_text_dup_time (TideRegister *reg, gint64 seconds);
char *tide_project_text_dup_amount (TideRegister *reg,
                                    TideSnapshot *snapshot,
                                    const TideProjectPayload *project,
                                    TideAmountKind kind);
char *tide_project_text_dup_sum (TideRegister *reg,
                                 TideSnapshot *snapshot,
                                 const TideProjectPayload *project,
                                 TideAmountKind kind);
char *tide_project_text_dup_cell (TideRegister *reg,
                                  TideSnapshot *snapshot,
                                  const TideProjectPayload *project,
                                  const TideOrder *column);

G_END_DECLS
