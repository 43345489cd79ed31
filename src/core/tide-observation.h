/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-amount-text.h"
#include "core/tide-payloads.h"

G_BEGIN_DECLS

gboolean tide_observation_read_written (const TideObservation *observation,
                                        const TideScale *unit,
                                        TideAmountReading *reading,
                                        TideDecimal *value);
void tide_observation_get_precision (const TideObservation *observation,
                                     const TideScale *unit,
                                     TideDecimal *precision);

int tide_revision_compare (const char *a, const char *b);

const TideObservation *tide_indicator_find_observation (const TideIndicatorPayload *indicator,
                                                        const TideDate *period,
                                                        guint *n_earlier);
const TideBreak *tide_indicator_find_break (const TideIndicatorPayload *indicator,
                                            const TideDate *from,
                                            const TideDate *to);

G_END_DECLS
