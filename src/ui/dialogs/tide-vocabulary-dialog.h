/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideVocabularyDialog:
 *
 * The divisions, parties or sources of a register in a list: searched, added, edited, retired and
 * deleted. What differs among them says #TideVocabulary. Properties: `register` and `kind`, both
 * set once. Signal: `added (const char *id)` once a new record is in the register.
 */
#define TIDE_TYPE_VOCABULARY_DIALOG (tide_vocabulary_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TideVocabularyDialog, tide_vocabulary_dialog, TIDE, VOCABULARY_DIALOG, AdwDialog)

AdwDialog *tide_vocabulary_dialog_new (TideRegister *reg, TideRecordKind kind);

G_END_DECLS
