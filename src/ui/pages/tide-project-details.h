/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideProjectDetails:
 *
 * Everything that is known of one project, to read; it follows the project as it changes.
 * Properties: `register`, `project`, `n-selected` (what to say where there is no one project).
 */
#define TIDE_TYPE_PROJECT_DETAILS (tide_project_details_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectDetails, tide_project_details, TIDE, PROJECT_DETAILS, AdwBin)

TideRegister *tide_project_details_get_register (TideProjectDetails *self);
void tide_project_details_set_register (TideProjectDetails *self, TideRegister *reg);
TideProject *tide_project_details_get_project (TideProjectDetails *self);
void tide_project_details_set_project (TideProjectDetails *self, TideProject *project);
guint tide_project_details_get_n_selected (TideProjectDetails *self);
void tide_project_details_set_n_selected (TideProjectDetails *self, guint n_selected);

G_END_DECLS
