/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideDeleteDialog:
 *
 * The question before a record is deleted that others refer to: what refers to it, and whether
 * these references are cleared or lead to another record from then on.
 */
#define TIDE_TYPE_DELETE_DIALOG (tide_delete_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideDeleteDialog, tide_delete_dialog, TIDE, DELETE_DIALOG, AdwAlertDialog)

void tide_delete_dialog_present (GtkWidget *parent,
                                 TideRegister *reg,
                                 TideRecordKind kind,
                                 const char *id);

G_END_DECLS
