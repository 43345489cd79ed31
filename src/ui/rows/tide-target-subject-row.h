/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTargetSubjectRow:
 *
 * A row that chooses for which kind of thing a target is: all projects, a sector, a division, an
 * event or an indicator. Of the rows of its group that name the thing it shows only the one that is
 * chosen, and empties the others; it tells the draft which one is needed.
 */
#define TIDE_TYPE_TARGET_SUBJECT_ROW (tide_target_subject_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TideTargetSubjectRow, tide_target_subject_row, TIDE, TARGET_SUBJECT_ROW, AdwComboRow)

GtkWidget *tide_target_subject_row_new (TideDraft *draft);

G_END_DECLS
