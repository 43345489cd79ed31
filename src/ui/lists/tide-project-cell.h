/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-order.h"

G_BEGIN_DECLS

/* What stands in one cell of the list of projects, in the person's language; in any thread. */

char *tide_project_cell_dup_text (TideSnapshot *snapshot,
                                  const TideProjectPayload *project,
                                  const TideOrder *column);
gboolean tide_project_cell_is_overdue (TideSnapshot *snapshot, const TideProjectPayload *project);

G_END_DECLS
