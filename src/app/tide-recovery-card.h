/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-clock.h"
#include "store/tide-journal-reader.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideRecoveryCard:
 *
 * What a crash has left of one register: its name, its place, and the changes that are not saved.
 * Signals: `recover-requested`, `discarded`.
 */
#define TIDE_TYPE_RECOVERY_CARD (tide_recovery_card_get_type ())
G_DECLARE_FINAL_TYPE (TideRecoveryCard, tide_recovery_card, TIDE, RECOVERY_CARD, GtkBox)

GtkWidget *tide_recovery_card_new (TideJournalReading *reading, TideClock *clock);
TideJournalReading *tide_recovery_card_get_reading (TideRecoveryCard *self);

G_END_DECLS
