/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-register.h"
#include "ui/lists/tide-project-group.h"

G_BEGIN_DECLS

/**
 * TideProjectGroupHeader:
 *
 * Above the projects of a group: its name, how many they are, and their subtotal. Its button
 * activates the action `group.toggle` with the key of the group.
 */
#define TIDE_TYPE_PROJECT_GROUP_HEADER (tide_project_group_header_get_type ())
G_DECLARE_FINAL_TYPE (
    TideProjectGroupHeader, tide_project_group_header, TIDE, PROJECT_GROUP_HEADER, AdwBin)

void tide_project_group_header_set_group (TideProjectGroupHeader *self,
                                          TideRegister *reg,
                                          TideProjectGroup *group);

G_END_DECLS
