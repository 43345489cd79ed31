/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "ui/lists/tide-project-columns.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideCellEditor:
 *
 * Edits what a cell of the list of projects shows. Enter saves it as one step, Escape leaves it,
 * and Tab saves it and goes on; what is wrong stands below. Of an amount it edits the only entry of
 * its kind, adds one where there is none, and removes it where nothing is left of its text; where
 * there are several it says so and leads to the form. Signals: `moved-on (int direction)` after it
 * was saved by Tab (1) or Shift and Tab (-1); `form-requested`.
 */
#define TIDE_TYPE_CELL_EDITOR (tide_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (TideCellEditor, tide_cell_editor, TIDE, CELL_EDITOR, GtkPopover)

GtkWidget *tide_cell_editor_new (TideRegister *reg,
                                 const TideProjectPayload *project,
                                 const TideProjectColumn *column,
                                 TideAmountKind kind);

void tide_cell_editor_open (TideCellEditor *self);
gboolean tide_cell_editor_settle (TideCellEditor *self);

const TideProjectColumn *tide_cell_editor_get_column (TideCellEditor *self);
const char *tide_cell_editor_get_id (TideCellEditor *self);

G_END_DECLS
