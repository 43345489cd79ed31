/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-filter.h"
#include "core/tide-register.h"
#include "report/tide-report-request.h"

G_BEGIN_DECLS

/**
 * TideProjectsPage:
 *
 * The projects of a register: table or board, search, filters and the details of the one selected.
 * It holds the actions `projects.find`, `projects.clear-filters`, `project.open`,
 * `project.show-details`, `project.hide-details`, `project.duplicate` and `project.delete`.
 * Properties: `register` and `filter`.
 */
#define TIDE_TYPE_PROJECTS_PAGE (tide_projects_page_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectsPage, tide_projects_page, TIDE, PROJECTS_PAGE, AdwBin)

TideRegister *tide_projects_page_get_register (TideProjectsPage *self);
void tide_projects_page_set_register (TideProjectsPage *self, TideRegister *reg);
const TideFilter *tide_projects_page_get_filter (TideProjectsPage *self);
void tide_projects_page_set_filter (TideProjectsPage *self, const TideFilter *filter);
void tide_projects_page_reveal (TideProjectsPage *self, const char *id);
GStrv tide_projects_page_dup_selected_ids (TideProjectsPage *self);
AdwDialog *tide_projects_page_new_export (TideProjectsPage *self);
GtkSelectionModel *tide_projects_page_get_selection (TideProjectsPage *self);
const char *tide_projects_page_get_selected_id (TideProjectsPage *self);
void tide_projects_page_bind_settings (TideProjectsPage *self, GSettings *settings);

TideReportRequest *tide_projects_page_new_report (TideProjectsPage *self, TideReportKind kind);

G_END_DECLS
