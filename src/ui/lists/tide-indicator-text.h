/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

const char *tide_indicator_get_name (const TideIndicatorPayload *indicator, TideLanguage language);
char *tide_indicator_dup_details (TideRegister *reg,
                                  const TideIndicatorPayload *indicator,
                                  TideLanguage language);
char *tide_indicator_dup_value (const TideIndicatorPayload *indicator,
                                const TideObservation *observation,
                                TideLanguage language);
char *tide_indicator_dup_search_text (TideRegister *reg, const TideIndicatorPayload *indicator);

G_END_DECLS
