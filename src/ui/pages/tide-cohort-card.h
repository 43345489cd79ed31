/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-cohort.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideCohortCard:
 *
 * What became of those signed at events: a funnel, who is not in it, and what share of the agreed
 * money has arrived, each with what explains it. Signal `filter-requested (TidePayload *filter)`
 * when the rows behind a number are asked for.
 */
#define TIDE_TYPE_COHORT_CARD (tide_cohort_card_get_type ())
G_DECLARE_FINAL_TYPE (TideCohortCard, tide_cohort_card, TIDE, COHORT_CARD, AdwBin)

void tide_cohort_card_show (TideCohortCard *self,
                            const TideCohort *cohort,
                            TideSnapshot *snapshot,
                            TideUnit unit,
                            TideLanguage language);

G_END_DECLS
