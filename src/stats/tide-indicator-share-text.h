/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-indicator-share.h"

G_BEGIN_DECLS

char *tide_indicator_share_dup_value (const TideIndicatorShare *self);
char *tide_indicator_share_dup_remark (const TideIndicatorShare *self);
char *tide_indicator_share_dup_formula (const TideIndicatorShare *self,
                                        const TideIndicatorPayload *part,
                                        const TideIndicatorPayload *whole,
                                        TideLanguage language);
const char *tide_ratio_refusal_get_text (TideRatioRefusal refusal);

char *tide_indicator_dup_unit (const TideIndicatorPayload *indicator, TideLanguage language);

G_END_DECLS
