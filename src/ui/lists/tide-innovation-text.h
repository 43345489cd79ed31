/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/* What is said of platforms and results, in the person's language. */

char *tide_innovation_dup_name (const TidePayload *record);
char *tide_innovation_dup_details (TideRegister *reg, const TidePlatformPayload *platform);
char *tide_innovation_dup_count (const TidePlatformCount *count);
GPtrArray *tide_innovation_list_measures (const TidePlatformPayload *platform);
char *tide_innovation_dup_latest (const TidePlatformPayload *platform);
char *tide_innovation_dup_fields (TideRegister *reg, const GPtrArray *sectors);
char *tide_innovation_dup_present (const TideResultPayload *result);
char *tide_innovation_dup_outcome (TideRegister *reg, const TideResultPayload *result);
char *tide_innovation_dup_search_text (TideRegister *reg, const TidePayload *record);

G_END_DECLS
