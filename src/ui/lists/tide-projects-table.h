/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-project-groups.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideProjectsTable:
 *
 * The projects of a register as a table that sorts by its headers, shows fewer columns where it is
 * narrow, and takes the keys of lists: Delete, Alt+Return, Ctrl+D. Rows that are activated run the
 * action `project.open`. Grouped, each group has a header and can be folded, with Left and Right or
 * by the action `group.toggle (key)`. Properties: `register`, `view` (#TideView), `selection`
 * (#GtkSelectionModel over #TideProjectGroups), `sort-by` (code of a #TideOrderKey), `descending`,
 * `amount-kind` (code), `group-by` (code of a #TideGroupBy), `columns` (words of a
 * #TideColumnChoice, which may be dragged and sized), `room` (pixels; for the template).
 */
#define TIDE_TYPE_PROJECTS_TABLE (tide_projects_table_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectsTable, tide_projects_table, TIDE, PROJECTS_TABLE, AdwBin)

TideRegister *tide_projects_table_get_register (TideProjectsTable *self);
void tide_projects_table_set_register (TideProjectsTable *self, TideRegister *reg);
TideView *tide_projects_table_get_view (TideProjectsTable *self);
GtkSelectionModel *tide_projects_table_get_selection (TideProjectsTable *self);
const char *tide_projects_table_get_sort_by (TideProjectsTable *self);
void tide_projects_table_set_sort_by (TideProjectsTable *self, const char *code);
gboolean tide_projects_table_get_descending (TideProjectsTable *self);
void tide_projects_table_set_descending (TideProjectsTable *self, gboolean descending);
const char *tide_projects_table_get_amount_kind (TideProjectsTable *self);
void tide_projects_table_set_amount_kind (TideProjectsTable *self, const char *code);
TideProjectGroups *tide_projects_table_get_groups (TideProjectsTable *self);
const char *tide_projects_table_get_group_by (TideProjectsTable *self);
void tide_projects_table_set_group_by (TideProjectsTable *self, const char *code);
char **tide_projects_table_dup_columns (TideProjectsTable *self);
void tide_projects_table_set_columns (TideProjectsTable *self, const char *const *words);
GActionGroup *tide_projects_table_new_actions (TideProjectsTable *self);
GMenuModel *tide_projects_table_get_more_orders (TideProjectsTable *self);

char **tide_projects_table_dup_selected_ids (TideProjectsTable *self);
char *tide_projects_table_dup_next_id (TideProjectsTable *self);
guint tide_projects_table_get_n_selected (TideProjectsTable *self);
TideProject *tide_projects_table_get_selected (TideProjectsTable *self);
void tide_projects_table_reveal (TideProjectsTable *self, const char *id);

G_END_DECLS
