/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "ui/rows/tide-option-row.h"

G_BEGIN_DECLS

/* What a briefing can be asked for: each function fills a row from a register. */

void tide_briefing_offer_subjects (TideOptionRow *row, TideRegister *reg);
void tide_briefing_offer_events (TideOptionRow *row, TideRegister *reg);
void tide_briefing_offer_filters (TideOptionRow *row, TideRegister *reg);
void tide_briefing_offer_languages (TideOptionRow *row);
void tide_briefing_offer_wordings (TideOptionRow *row, TideRegister *reg, TideLanguage language);
void tide_briefing_offer_amount_kinds (TideOptionRow *row);
void tide_briefing_offer_units (TideOptionRow *row, TideRegister *reg);
void tide_briefing_offer_currencies (TideOptionRow *row, TideRegister *reg);
void tide_briefing_offer_rate_sets (TideOptionRow *row, TideRegister *reg);

G_END_DECLS
