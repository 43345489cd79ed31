/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-valuation.h"
#include "report/tide-report-paper.h"
#include "stats/tide-overview.h"

G_BEGIN_DECLS

/**
 * TideReportKind:
 * @TIDE_REPORT_LIST: the projects of a list, with subtotals and a total
 * @TIDE_REPORT_SHEETS: all that is known of each project, each on pages of its own
 * @TIDE_REPORT_OVERVIEW: how the register stands: figures and charts
 */
typedef enum
{
  TIDE_REPORT_LIST,
  TIDE_REPORT_SHEETS,
  TIDE_REPORT_OVERVIEW,
  TIDE_N_REPORT_KINDS,
} TideReportKind;

/**
 * TideReportCriterion:
 * @text: what a filter asks for, in words
 * @tells_names: whether these may name a project or a party
 */
typedef struct
{
  char *text;
  gboolean tells_names;
} TideReportCriterion;

/**
 * TideReportGroup:
 * @label: what its projects have in common
 * @tells_names: whether that may name a party
 * @n_rows: how many of the rows are of it
 */
typedef struct
{
  char *label;
  gboolean tells_names;
  guint n_rows;
} TideReportGroup;

/**
 * TideReportRequest:
 * @snapshot: the register
 * @kind: what is reported
 * @paper: on which paper
 * @is_landscape: whether it lies on its side
 * @includes_names: whether confidential projects are named, with their parties
 * @language: of the names
 * @unit: in which amounts are told
 * @chart_unit: unit of the charts' axes
 * @time: when the report is made, in seconds since 1970 UTC
 * @as_of: (nullable): the date as of which the register is shown, in words
 * @filter: which projects are meant
 * @valuation: how amounts are told; borrows from @filter or @question
 * @criteria: (element-type TideReportCriterion): what @filter asks for
 * @rows: (element-type guint): positions of projects in the snapshot, in the order of the report
 * @groups: (element-type TideReportGroup): one behind the other; none where there are no groups
 * @question: (nullable): what is asked of an overview
 *
 * What a report is made of. Once it is handed to tide_report_new() it stays as it is.
 */
typedef struct
{
  TideSnapshot *snapshot;
  TideReportKind kind;
  TidePaper paper;
  gboolean is_landscape;
  gboolean includes_names;
  TideLanguage language;
  TideUnit unit;
  TideUnit chart_unit;
  gint64 time;
  char *as_of;
  TidePayload *filter;
  TideValuation valuation;
  GPtrArray *criteria;
  GArray *rows;
  GPtrArray *groups;
  TideOverviewQuestion *question;
} TideReportRequest;

const char *tide_report_kind_to_code (TideReportKind kind);
TideReportKind tide_report_kind_from_code (const char *code);

TideReportRequest *
tide_report_request_new (TideSnapshot *snapshot, TideReportKind kind, TideLanguage language);
void tide_report_request_free (TideReportRequest *self);
TideReportRequest *tide_report_request_copy (const TideReportRequest *self);
void tide_report_request_set_filter (TideReportRequest *self,
                                     const TideFilter *filter,
                                     TideAmountKind kind);
void tide_report_request_take_question (TideReportRequest *self, TideOverviewQuestion *question);
void
tide_report_request_add_criterion (TideReportRequest *self, const char *text, gboolean tells_names);
void tide_report_request_add_group (TideReportRequest *self,
                                    const char *label,
                                    gboolean tells_names,
                                    guint n_rows);
void tide_report_request_add_row (TideReportRequest *self, guint row);
const TideProjectPayload *tide_report_request_get_project (const TideReportRequest *self, guint i);
guint tide_report_request_estimate_pages (const TideReportRequest *self);
gboolean
tide_report_request_withholds (const TideReportRequest *self, const TideProjectPayload *project);
guint tide_report_request_count_confidential (const TideReportRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideReportRequest, tide_report_request_free)

G_END_DECLS
