/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

const TideParticipation *tide_project_find_investor (const TideProjectPayload *project);
const TideParticipation *tide_project_find_first_party (const TideProjectPayload *project);
gboolean tide_project_is_joint (const TideProjectPayload *project);

G_END_DECLS
