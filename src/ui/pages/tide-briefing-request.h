/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-options.h"

G_BEGIN_DECLS

/* What is asked for, as it is remembered from run to run. */

GVariant *tide_briefing_request_to_variant (const TideBriefingOptions *options);
TideBriefingOptions *tide_briefing_request_new_from_variant (GVariant *request);

G_END_DECLS
