/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideProjectDialog:
 *
 * The form for a new project or an existing one. What is typed goes into a draft and reaches the
 * register in one step when it is saved. Properties: `register` and `project-id` (set once; %NULL
 * for a new project) and `draft`. Signal: `saved (const char *id)` after each project saved.
 */
#define TIDE_TYPE_PROJECT_DIALOG (tide_project_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectDialog, tide_project_dialog, TIDE, PROJECT_DIALOG, AdwDialog)

TideProjectDialog *tide_project_dialog_new (TideRegister *reg, const char *project_id);

void tide_project_dialog_point_at (TideProjectDialog *self,
                                   const char *list,
                                   const char *entry,
                                   const char *member);
TideDraft *tide_project_dialog_get_draft (TideProjectDialog *self);

G_END_DECLS
