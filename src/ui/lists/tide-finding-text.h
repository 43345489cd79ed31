/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-checks.h"

G_BEGIN_DECLS

/* What is said of a finding, in the person's language. */

char *tide_finding_dup_text (const TideFinding *finding,
                             const TideProjectPayload *project,
                             TideSnapshot *snapshot);
char *tide_finding_dup_repair_text (const TideFinding *finding);

G_END_DECLS
