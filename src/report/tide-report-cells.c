/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-cells.h"

#include "core/tide-convert.h"
#include "core/tide-record.h"

#include <glib/gi18n-lib.h>

/**
 * tide_report_dup_name:
 * @request: a request
 * @project: a project
 *
 * Returns: (transfer full): its name; of a confidential one, unless names are included, its code
 *   name
 */
char *
tide_report_dup_name (const TideReportRequest *request, const TideProjectPayload *project)
{
  const char *name = tide_text_get (&project->name, request->language);

  if (tide_report_request_withholds (request, project))
    return g_strdup (project->code_name != NULL ? project->code_name : _ ("Confidential Project"));
  if (name != NULL)
    return g_strdup (name);

  return g_strdup (project->code_name != NULL ? project->code_name : _ ("Unnamed Project"));
}

/**
 * tide_report_dup_label:
 * @request: a request
 * @kind: a kind of record
 * @id: (nullable): id of a record of @kind
 *
 * Returns: (transfer full): what the record is called; @id as written where there is none; empty
 *   for none
 */
char *
tide_report_dup_label (const TideReportRequest *request, TideRecordKind kind, const char *id)
{
  const TidePayload *payload
      = id != NULL ? tide_snapshot_lookup (request->snapshot, kind, id) : NULL;

  if (payload == NULL)
    return g_strdup (id != NULL ? id : "");
  if (kind == TIDE_RECORD_PROJECT)
    return tide_report_dup_name (request, TIDE_PROJECT_PAYLOAD (payload));

  return g_strdup (tide_payload_get_label (payload, request->language));
}

/**
 * tide_report_dup_sectors:
 * @request: a request
 * @project: a project
 *
 * Returns: (transfer full): its first sector, and how many more
 */
char *
tide_report_dup_sectors (const TideReportRequest *request, const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->sectors);
  const TideClassification *first = n > 0 ? g_ptr_array_index (project->sectors, 0) : NULL;
  g_autofree char *label
      = tide_report_dup_label (request, TIDE_RECORD_SECTOR, first != NULL ? first->sector : NULL);
  g_autofree char *isolated = NULL;

  if (n <= 1)
    return g_steal_pointer (&label);

  isolated = tide_text_dup_isolated (label);

  /* Translators: a sector, and how many further ones: "New energy +2" */
  return g_strdup_printf (_ ("%s +%u"), isolated, n - 1);
}

/**
 * tide_report_dup_stage:
 * @request: a request
 * @project: a project
 *
 * Returns: (transfer full): the stage it has reached; empty for none
 */
char *
tide_report_dup_stage (const TideReportRequest *request, const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->stages);
  const TideStageEntry *last = n > 0 ? g_ptr_array_index (project->stages, n - 1) : NULL;

  return g_strdup (
      last != NULL ? tide_codes_get_label (TIDE_CODES_STAGE, last->stage, request->language) : "");
}

/**
 * tide_report_dup_status:
 * @request: a request
 * @project: a project
 *
 * Returns: (transfer full): its status
 */
char *
tide_report_dup_status (const TideReportRequest *request, const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->statuses);
  const TideStatusEntry *last = n > 0 ? g_ptr_array_index (project->statuses, n - 1) : NULL;
  const char *code
      = last != NULL ? last->status : tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);

  return g_strdup (tide_codes_get_label (TIDE_CODES_STATUS, code, request->language));
}

/**
 * tide_report_dup_amount:
 * @request: a request
 * @project: a project
 * @rates: those of the request's valuation
 *
 * Returns: (transfer full): its amounts as the request tells them, in its unit; empty for none;
 * with a plus sign where part of them has no rate
 */
char *
tide_report_dup_amount (const TideReportRequest *request,
                        const TideProjectPayload *project,
                        TideRates *rates)
{
  TideProjectSum sum;
  g_autofree char *number = NULL;

  tide_project_sum (project, &request->valuation, rates, NULL, &sum);
  if (sum.is_overflow)
    return g_strdup (_ ("Too Large to Add Up"));
  if (sum.n_entries == 0)
    return g_strdup ("");
  if (sum.n_entries == sum.n_unpriced)
    return g_strdup (_ ("No Rate"));

  number = tide_money_dup_number (&sum.base, request->unit);
  if (sum.n_unpriced == 0)
    return g_steal_pointer (&number);

  /* Translators: a sum to which amounts without an exchange rate would have to be added */
  return g_strdup_printf (_ ("%s +"), number);
}

/**
 * tide_report_dup_day:
 * @request: a request
 * @seconds: seconds since 1970 UTC; 0 for none
 *
 * Returns: (transfer full): the day on which that was in the register's time zone
 */
char *
tide_report_dup_day (const TideReportRequest *request, gint64 seconds)
{
  TideDate date;

  if (seconds == 0)
    return g_strdup ("");

  tide_date_init_from_time (&date, seconds,
                            tide_snapshot_get_settings (request->snapshot)->time_zone);

  return tide_date_dup_text (&date);
}

/**
 * tide_report_dup_time:
 * @request: a request
 *
 * Returns: (transfer full): when the report is made, in the register's time zone
 */
char *
tide_report_dup_time (const TideReportRequest *request)
{
  const char *name = tide_snapshot_get_settings (request->snapshot)->time_zone;
  g_autoptr (GTimeZone) zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (request->time);
  g_autoptr (GDateTime) there = zone != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return g_date_time_format (there != NULL ? there : utc,
                             there != NULL ? "%Y-%m-%d %H:%M" : "%Y-%m-%d %H:%M UTC");
}

/**
 * tide_report_dup_title:
 * @request: a request
 *
 * Returns: (transfer full): what the report is called
 */
char *
tide_report_dup_title (const TideReportRequest *request)
{
  switch (request->kind)
    {
    case TIDE_REPORT_LIST:
      return g_strdup (_ ("List of Projects"));
    case TIDE_REPORT_SHEETS:
      return g_strdup (ngettext ("Project Sheet", "Project Sheets", request->rows->len));
    case TIDE_REPORT_OVERVIEW:
    case TIDE_N_REPORT_KINDS:
    default:
      return g_strdup (_ ("Overview"));
    }
}

/**
 * tide_report_dup_register_title:
 * @request: a request
 *
 * Returns: (transfer full): what the register is called
 */
char *
tide_report_dup_register_title (const TideReportRequest *request)
{
  const TideSettings *settings = tide_snapshot_get_settings (request->snapshot);
  const char *title = tide_text_get (&settings->title, request->language);

  return g_strdup (title != NULL ? title : _ ("Untitled Register"));
}
