/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-growth-rate.h"

G_BEGIN_DECLS

char *tide_growth_rate_dup_value (const TideGrowthRate *self);
char *tide_growth_rate_dup_interval (const TideGrowthRate *self);
char *tide_growth_rate_dup_refusal (const TideGrowthRate *self, TideLanguage language);
char *tide_growth_rate_dup_formula (const TideGrowthRate *self);
char *tide_growth_rate_dup_verdict (const TideGrowthRate *self, const TideGrowth *published);
char *tide_growth_rate_dup_verdict_reason (const TideGrowthRate *self,
                                           const TideGrowth *published,
                                           const TideIndicatorPayload *indicator,
                                           TideLanguage language);

G_END_DECLS
