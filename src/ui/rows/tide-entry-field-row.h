/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"
#include "ui/rows/tide-entry-fields.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *tide_entry_field_row_new (TideRegister *reg, const TideMember *member, TideField *field);
GtkWidget *tide_entry_field_row_new_for (TideRegister *reg,
                                         const TideEntryForm *form,
                                         const TideEntryField *spec,
                                         TideDraft *entry);

G_END_DECLS
