/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

TideProblem *tide_project_find_flaw (TideSnapshot *snapshot,
                                     const TideProjectPayload *before,
                                     const TideProjectPayload *project);

G_END_DECLS
