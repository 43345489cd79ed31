/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-overview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideOverviewChoices:
 *
 * What a person chooses to be told by an overview: kind of amount, period, currency, rates, unit,
 * classification and its level, steps of time. Signal `changed`.
 */
#define TIDE_TYPE_OVERVIEW_CHOICES (tide_overview_choices_get_type ())
G_DECLARE_FINAL_TYPE (TideOverviewChoices, tide_overview_choices, TIDE, OVERVIEW_CHOICES, AdwBin)

void tide_overview_choices_offer (TideOverviewChoices *self,
                                  TideOverview *overview,
                                  TideLanguage language);
void tide_overview_choices_reset (TideOverviewChoices *self);
TideOverviewQuestion *tide_overview_choices_dup_question (TideOverviewChoices *self);
const char *tide_overview_choices_get_unit (TideOverviewChoices *self);
void tide_overview_choices_keep (TideOverviewChoices *self, GVariantDict *view);
void tide_overview_choices_restore (TideOverviewChoices *self, GVariantDict *view);

G_END_DECLS
