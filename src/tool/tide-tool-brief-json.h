/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing.h"

G_BEGIN_DECLS

GBytes *tide_tool_brief_write_json (const TideBriefing *briefing);

G_END_DECLS
