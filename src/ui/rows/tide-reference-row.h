/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideReferenceRow:
 *
 * A row that chooses a record of one kind, or none, by typing a part of its name in any language.
 * Sectors stand below the name of their taxonomy. Retired records are offered only where one of
 * them was chosen before. An id that the register does not have is offered as it is written.
 * Sets of rates that have no record are offered as they are written too.
 * A button makes a record of the kind above the form, which is chosen then; where the kind has a
 * list of its own, a menu does, and opens the list. Properties: `register`, `kind` (the name of a
 * record kind, `division`; both are set once), `reference` (an id, empty for none), `field`, whose
 * text the reference follows both ways, and `can-manage`, without which there is neither.
 */
#define TIDE_TYPE_REFERENCE_ROW (tide_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (TideReferenceRow, tide_reference_row, TIDE, REFERENCE_ROW, AdwComboRow)

GtkWidget *tide_reference_row_new (TideRegister *reg, const char *kind);

TideRegister *tide_reference_row_get_register (TideReferenceRow *self);
void tide_reference_row_set_register (TideReferenceRow *self, TideRegister *reg);
const char *tide_reference_row_get_kind (TideReferenceRow *self);
const char *tide_reference_row_get_reference (TideReferenceRow *self);
void tide_reference_row_set_reference (TideReferenceRow *self, const char *reference);
GtkFilter *tide_reference_row_get_filter (TideReferenceRow *self);
void tide_reference_row_set_filter (TideReferenceRow *self, GtkFilter *filter);
TideField *tide_reference_row_get_field (TideReferenceRow *self);
void tide_reference_row_set_field (TideReferenceRow *self, TideField *field);
gboolean tide_reference_row_get_can_manage (TideReferenceRow *self);
void tide_reference_row_set_can_manage (TideReferenceRow *self, gboolean can_manage);

G_END_DECLS
