/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-figure.h"

G_BEGIN_DECLS

/**
 * TideProjectGroup:
 *
 * A group of the projects on view: what its header shows, and the one row that stands for its
 * projects while it is folded. Signal: `changed`.
 */
#define TIDE_TYPE_PROJECT_GROUP (tide_project_group_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectGroup, tide_project_group, TIDE, PROJECT_GROUP, GObject)

TideProjectGroup *tide_project_group_new (const char *key);

const char *tide_project_group_get_key (TideProjectGroup *self);
const char *tide_project_group_get_label (TideProjectGroup *self);
guint tide_project_group_get_n_projects (TideProjectGroup *self);
gboolean tide_project_group_get_folded (TideProjectGroup *self);
const TideFigure *tide_project_group_get_figure (TideProjectGroup *self);
guint tide_project_group_get_n_joint (TideProjectGroup *self);
void tide_project_group_update (TideProjectGroup *self, const char *label, guint n_projects);
void tide_project_group_set_folded (TideProjectGroup *self, gboolean folded);
void tide_project_group_take_figure (TideProjectGroup *self, TideFigure *figure, guint n_joint);

G_END_DECLS
