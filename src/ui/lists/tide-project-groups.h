/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-project-group.h"
#include "ui/lists/tide-view.h"

G_BEGIN_DECLS

/**
 * TideProjectGroups:
 *
 * The projects of a #TideView, where those of a folded group are one row: a #GListModel of
 * #TideProject and #TideProjectGroup, with a section for each group. Without groups it is the view.
 * Property: `view`.
 */
#define TIDE_TYPE_PROJECT_GROUPS (tide_project_groups_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectGroups, tide_project_groups, TIDE, PROJECT_GROUPS, GObject)

TideProjectGroups *tide_project_groups_new (TideView *view);

guint tide_project_groups_get_n (TideProjectGroups *self);
TideProjectGroup *
tide_project_groups_get (TideProjectGroups *self, guint index, guint *start, guint *n);
TideProjectGroup *tide_project_groups_find (TideProjectGroups *self, guint position);
guint tide_project_groups_from_view (TideProjectGroups *self, guint view_position);
guint tide_project_groups_to_view (TideProjectGroups *self, guint position);
guint tide_project_groups_get_position (TideProjectGroups *self, TideProjectGroup *group);

void tide_project_groups_fold (TideProjectGroups *self, TideProjectGroup *group, gboolean folded);
void tide_project_groups_fold_all (TideProjectGroups *self, gboolean folded);
char **tide_project_groups_dup_folded (TideProjectGroups *self);
void tide_project_groups_set_folded (TideProjectGroups *self, const char *const *keys);

G_END_DECLS
