/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-report.h"

#include "ui/lists/tide-field-names.h"
#include "ui/lists/tide-filter-part.h"

#include <string.h>

static void
add_criterion (TideReportRequest *request, const char *member, const char *label, gboolean names)
{
  g_autofree char *field = tide_field_names_dup_member (TIDE_RECORD_FILTER, member);
  g_autofree char *isolated = tide_text_dup_isolated (label);
  g_autofree char *text = g_strconcat (field, ": ", isolated, NULL);

  tide_report_request_add_criterion (request, text, names);
}

/* What the chips say. What is typed, and who is asked for, may be a name. */
static void
add_criteria (TideReportRequest *request, TideRegister *reg, const TideFilter *filter)
{
  static const char *const names[] = { "parties", "tags", NULL };
  g_autoptr (GPtrArray) parts = tide_filter_dup_parts (filter);

  for (guint i = 0; i < parts->len; i++)
    {
      const TideFilterPart *part = g_ptr_array_index (parts, i);
      const char *name = part->criterion->name;
      g_autofree char *label = tide_filter_part_dup_label (part, reg, filter);

      if (strcmp (name, "text") == 0)
        add_criterion (request, name, filter->text, TRUE);
      else
        add_criterion (request, name, label, g_strv_contains (names, name));
    }
}

static void
add_groups (TideReportRequest *request, TideProjectsTable *table)
{
  TideProjectGroups *groups = tide_projects_table_get_groups (table);
  const gboolean tells_names = strcmp (tide_projects_table_get_group_by (table), "party") == 0;

  for (guint i = 0; i < tide_project_groups_get_n (groups); i++)
    {
      guint start;
      guint n;
      TideProjectGroup *group = tide_project_groups_get (groups, i, &start, &n);

      tide_report_request_add_group (request, tide_project_group_get_label (group), tells_names, n);
    }
}

static void
add_selected (TideReportRequest *request, TideProjectsTable *table, const GArray *rows)
{
  g_auto (GStrv) ids = tide_projects_table_dup_selected_ids (table);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint position;

      if (tide_view_find (tide_projects_table_get_view (table), ids[i], &position))
        tide_report_request_add_row (request, g_array_index (rows, guint, position));
    }
}

/**
 * tide_projects_report_new:
 * @table: a table of projects, with a register
 * @kind: a list, or sheets
 *
 * Returns: (transfer full): a request for what @table shows: a list of all its rows, in their order
 *   and groups; sheets of those that are selected, or else of all
 */
TideReportRequest *
tide_projects_report_new (TideProjectsTable *table, TideReportKind kind)
{
  TideView *view = tide_projects_table_get_view (table);
  TideReportRequest *request
      = tide_report_request_new (tide_view_get_snapshot (view), kind, tide_language_get_default ());
  const char *amount_kind = tide_projects_table_get_amount_kind (table);
  g_autoptr (GArray) rows = tide_view_new_rows (view);

  tide_report_request_set_filter (
      request, tide_view_get_filter (view),
      (TideAmountKind) tide_codes_find (TIDE_CODES_AMOUNT_KIND, amount_kind));
  add_criteria (request, tide_view_get_register (view), tide_view_get_filter (view));
  if (kind == TIDE_REPORT_SHEETS)
    add_selected (request, table, rows);
  if (request->rows->len == 0)
    g_array_append_vals (request->rows, rows->data, rows->len);
  if (kind == TIDE_REPORT_LIST)
    add_groups (request, table);

  return request;
}
