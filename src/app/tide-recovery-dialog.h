/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-clock.h"
#include "store/tide-journal-reader.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideRecoveryDialog:
 *
 * Offers what crashes have left. Signal: `recover-requested (TideJournalReading *reading)`. Closing
 * it leaves what has not been decided for the next start.
 */
#define TIDE_TYPE_RECOVERY_DIALOG (tide_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideRecoveryDialog, tide_recovery_dialog, TIDE, RECOVERY_DIALOG, AdwDialog)

AdwDialog *tide_recovery_dialog_new (const GPtrArray *readings, TideClock *clock);

G_END_DECLS
