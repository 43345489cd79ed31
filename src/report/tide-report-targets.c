/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "chart/tide-bar.h"
#include "report/tide-report-private.h"
#include "stats/tide-target-text.h"
#include "stats/tide-targets.h"

#include <glib/gi18n-lib.h>

#define GAP 12.0

/* Bars share one axis, of what part of each target is reached, as their units may differ. */
static void
add_bar (GListStore *bars, const char *label, const char *series, gboolean is_known, double percent)
{
  /* Translators: a share in per cent */
  g_autofree char *text = is_known ? g_strdup_printf (_ ("%.2f %%"), percent) : g_strdup ("—");
  g_autoptr (TideBar) bar
      = g_object_new (TIDE_TYPE_BAR, "label", label, "series", series, "has-value", is_known,
                      "value", is_known ? percent : 0, "value-text", text, NULL);

  g_list_store_append (bars, bar);
}

static void
add_bars (GListStore *bars, const TideTargetProgress *progress, const TideReportRequest *request)
{
  g_autofree char *name = tide_target_dup_name (TIDE_TARGET_PAYLOAD (progress->target),
                                                request->snapshot, request->language);

  add_bar (bars, name, _ ("Reached"), progress->state == TIDE_TARGET_TOLD, progress->share);
  add_bar (bars, name, _ ("Time Over"), progress->phase != TIDE_TARGET_UNDATED, progress->elapsed);
}

static void
add_chart (TideReportJob *job, const TideTargets *targets)
{
  g_autoptr (GListStore) bars = g_list_store_new (TIDE_TYPE_BAR);
  TideReportChart *chart = g_new0 (TideReportChart, 1);

  for (guint i = 0; i < targets->progress->len; i++)
    add_bars (bars, g_ptr_array_index (targets->progress, i), job->request);
  chart->table = tide_bar_table_new (G_LIST_MODEL (bars));
  chart->direction = TIDE_BAR_HORIZONTAL;
  chart->unit = g_strdup ("%");
  chart->divisor = 1;
  tide_report_flow_take_chart (job->flow, chart);
}

static void
add_row (TideReportJob *job, const TideTargetProgress *progress)
{
  const TideReportRequest *request = job->request;
  const TideTargetPayload *target = TIDE_TARGET_PAYLOAD (progress->target);
  g_autofree char *name = tide_target_dup_name (target, request->snapshot, request->language);
  g_autofree char *reached
      = tide_target_progress_dup_reached (progress, request->unit, request->language);
  g_autofree char *goal
      = tide_target_progress_dup_goal (progress, request->unit, request->language);
  g_autofree char *period = tide_date_dup_label (&target->period, request->language);
  g_autofree char *sentence = tide_target_progress_dup_sentence (progress);
  const char *const cells[] = { name, sentence, period != NULL ? period : "", reached, goal, NULL };

  tide_report_flow_add_row (job->flow, TIDE_REPORT_ROW_PLAIN, cells);
}

static void
add_table (TideReportJob *job, const TideTargets *targets)
{
  const TideReportColumn columns[] = {
    { _ ("Target"), 0.27, FALSE },       { _ ("Progress"), 0.31, FALSE },
    { _ ("Period"), 0.1, FALSE },        { _ ("Reached"), 0.16, TRUE },
    { _ ("To Be Reached"), 0.16, TRUE },
  };

  tide_report_flow_begin_table (job->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < targets->progress->len; i++)
    add_row (job, g_ptr_array_index (targets->progress, i));
  tide_report_flow_end_table (job->flow);
}

/**
 * tide_report_add_targets:
 * @job: a report on its way
 *
 * Adds how far the targets of the register are reached, those that end first first: a chart, and
 * below it a table in words. Adds nothing where there are none.
 */
void
tide_report_add_targets (TideReportJob *job)
{
  g_autoptr (TideTargets) targets = tide_targets_new (job->request->snapshot, NULL);

  if (targets->progress->len == 0)
    return;

  tide_report_flow_add_gap (job->flow, GAP);
  tide_report_flow_add_text (job->flow, TIDE_INK_HEADING, _ ("Targets"), TRUE);
  tide_report_flow_add_text (job->flow, TIDE_INK_SMALL,
                             _ ("What part of each target is reached, and what part of the time "
                                "for it is over."),
                             TRUE);
  add_chart (job, targets);
  tide_report_flow_add_gap (job->flow, GAP);
  add_table (job, targets);
}
