/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideRecordDialog:
 *
 * The form of a record of the vocabulary, new or to be edited: its rows are made from the kind's
 * #TideRecordForm. Escape with changes offers to keep them. Signals: `saved (const char *id)` once
 * the record is in the register, and then `another (TidePayload *saved)` where the person wants to
 * go on with a new one that begins like it.
 */
#define TIDE_TYPE_RECORD_DIALOG (tide_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideRecordDialog, tide_record_dialog, TIDE, RECORD_DIALOG, AdwDialog)

TideRecordDialog *
tide_record_dialog_new (TideRegister *reg, TideRecordKind kind, const TidePayload *payload);

TideDraft *tide_record_dialog_get_draft (TideRecordDialog *self);

G_END_DECLS
