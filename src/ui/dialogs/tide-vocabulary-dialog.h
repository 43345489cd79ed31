/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-records-dialog.h"

G_BEGIN_DECLS

/**
 * TideVocabularyDialog:
 *
 * The divisions, parties or sources of a register in a list: searched, added, edited, retired and
 * deleted. What differs among them says #TideVocabulary. Signal: `added (const char *id)` once a
 * new record is in the register.
 */
#define TIDE_TYPE_VOCABULARY_DIALOG (tide_vocabulary_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TideVocabularyDialog, tide_vocabulary_dialog, TIDE, VOCABULARY_DIALOG, TideRecordsDialog)

AdwDialog *tide_vocabulary_dialog_new (TideRegister *reg, TideRecordKind kind);

G_END_DECLS
