/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideFieldRow:
 *
 * A row in which a field of a draft is typed, with what is wrong, or what was understood, below.
 */
#define TIDE_TYPE_FIELD_ROW (tide_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TideFieldRow, tide_field_row, TIDE, FIELD_ROW, AdwEntryRow)

struct _TideFieldRowClass
{
  AdwEntryRowClass parent_class;
};

GtkWidget *tide_field_row_new (void);

TideField *tide_field_row_get_field (TideFieldRow *self);
void tide_field_row_set_field (TideFieldRow *self, TideField *field);

G_END_DECLS
