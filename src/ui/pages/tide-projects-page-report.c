/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page-private.h"

#include "ui/lists/tide-projects-report.h"

/**
 * tide_projects_page_new_report:
 * @self: a page with a register
 * @kind: a list, or sheets
 *
 * Returns: (transfer full): a request for a report of what the page shows
 */
TideReportRequest *
tide_projects_page_new_report (TideProjectsPage *self, TideReportKind kind)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  return tide_projects_report_new (self->table, kind);
}
