/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-request.h"

#include "report/tide-overview-style.h"

/* What a row of a list takes, about, and what is left of a page for rows, in points. */
#define ROW_EXTENT 36.0
#define MARGINS 125.0

static const char *const kinds[TIDE_N_REPORT_KINDS] = { "list", "sheets", "overview" };

static void
criterion_free (gpointer data)
{
  TideReportCriterion *criterion = data;

  g_free (criterion->text);
  g_free (criterion);
}

static void
group_free (gpointer data)
{
  TideReportGroup *group = data;

  g_free (group->label);
  g_free (group);
}

/**
 * tide_report_kind_to_code:
 * @kind: a kind of report
 *
 * Returns: (transfer none): the word that settings keep
 */
const char *
tide_report_kind_to_code (TideReportKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_REPORT_KINDS, NULL);

  return kinds[kind];
}

/**
 * tide_report_kind_from_code:
 * @code: a word, perhaps of a later program
 *
 * Returns: the kind of report; a list for what is not known
 */
TideReportKind
tide_report_kind_from_code (const char *code)
{
  for (guint i = 0; i < TIDE_N_REPORT_KINDS; i++)
    if (g_strcmp0 (kinds[i], code) == 0)
      return (TideReportKind) i;

  return TIDE_REPORT_LIST;
}

static void
set_units (TideReportRequest *self)
{
  TideOverviewStyle style;

  tide_overview_style_init (&style, tide_snapshot_get_settings (self->snapshot)->unit, NULL,
                            self->language);
  self->unit = style.unit;
  self->chart_unit = style.chart_unit;
}

/**
 * tide_report_request_new:
 * @snapshot: a register
 * @kind: what is to be reported
 * @language: of the names
 *
 * Returns: (transfer full): a request for a report of no projects, on A4, in the units that the
 *   person sees
 */
TideReportRequest *
tide_report_request_new (TideSnapshot *snapshot, TideReportKind kind, TideLanguage language)
{
  TideReportRequest *self = g_new0 (TideReportRequest, 1);

  self->snapshot = tide_snapshot_ref (snapshot);
  self->kind = kind;
  self->language = language;
  self->criteria = g_ptr_array_new_with_free_func (criterion_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  set_units (self);
  tide_report_request_set_filter (self, NULL, TIDE_AMOUNT_KIND_AGREEMENT);

  return self;
}

/**
 * tide_report_request_free:
 * @self: (transfer full): a request
 *
 * Frees it.
 */
void
tide_report_request_free (TideReportRequest *self)
{
  tide_snapshot_unref (self->snapshot);
  g_free (self->as_of);
  tide_payload_unref (self->filter);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->rows);
  g_clear_pointer (&self->question, tide_overview_question_free);
  g_free (self);
}

/**
 * tide_report_request_copy:
 * @self: a request
 *
 * Returns: (transfer full): one like it, that can be changed; rows, groups and criteria are shared
 */
TideReportRequest *
tide_report_request_copy (const TideReportRequest *self)
{
  TideReportRequest *copy = g_memdup2 (self, sizeof *self);

  tide_snapshot_ref (copy->snapshot);
  tide_payload_ref (copy->filter);
  g_ptr_array_ref (copy->criteria);
  g_ptr_array_ref (copy->groups);
  g_array_ref (copy->rows);
  copy->as_of = g_strdup (self->as_of);
  if (self->question != NULL)
    {
      copy->question = NULL;
      tide_report_request_take_question (copy, tide_overview_question_copy (self->question));
    }

  return copy;
}

/**
 * tide_report_request_set_filter:
 * @self: a request
 * @filter: (nullable): which projects are meant; %NULL for all
 * @kind: which amounts are told
 *
 * Says how amounts are told; the rows are told one by one.
 */
void
tide_report_request_set_filter (TideReportRequest *self,
                                const TideFilter *filter,
                                TideAmountKind kind)
{
  TidePayload *old = self->filter;

  self->filter = tide_payload_seal (
      (TidePayload *) (filter != NULL ? tide_filter_copy (filter) : tide_filter_new ()));
  if (old != NULL)
    tide_payload_unref (old);
  tide_valuation_init_from_filter (&self->valuation, TIDE_FILTER (self->filter));
  self->valuation.kind = kind;
}

/**
 * tide_report_request_take_question:
 * @self: a request
 * @question: (transfer full): what is asked of an overview
 *
 * Says how amounts are told, too.
 */
void
tide_report_request_take_question (TideReportRequest *self, TideOverviewQuestion *question)
{
  g_clear_pointer (&self->question, tide_overview_question_free);
  self->question = question;
  self->valuation = question->valuation;
}

/**
 * tide_report_request_add_criterion:
 * @self: a request
 * @text: what the filter asks for, in words
 * @tells_names: whether these may name a project or a party
 */
void
tide_report_request_add_criterion (TideReportRequest *self, const char *text, gboolean tells_names)
{
  TideReportCriterion *criterion = g_new0 (TideReportCriterion, 1);

  criterion->text = g_strdup (text);
  criterion->tells_names = tells_names;
  g_ptr_array_add (self->criteria, criterion);
}

/**
 * tide_report_request_add_group:
 * @self: a request
 * @label: what its projects have in common
 * @tells_names: whether that may name a party
 * @n_rows: how many of the rows that follow those of the groups before are of it
 */
void
tide_report_request_add_group (TideReportRequest *self,
                               const char *label,
                               gboolean tells_names,
                               guint n_rows)
{
  TideReportGroup *group = g_new0 (TideReportGroup, 1);

  group->label = g_strdup (label);
  group->tells_names = tells_names;
  group->n_rows = n_rows;
  g_ptr_array_add (self->groups, group);
}

/**
 * tide_report_request_add_row:
 * @self: a request
 * @row: position of a project in the snapshot
 */
void
tide_report_request_add_row (TideReportRequest *self, guint row)
{
  g_array_append_val (self->rows, row);
}

/**
 * tide_report_request_get_project:
 * @self: a request
 * @i: index into its rows
 *
 * Returns: (transfer none): the project
 */
const TideProjectPayload *
tide_report_request_get_project (const TideReportRequest *self, guint i)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);

  return g_ptr_array_index (projects, g_array_index (self->rows, guint, i));
}

/**
 * tide_report_request_estimate_pages:
 * @self: a request
 *
 * Returns: how many pages the report will have, about
 */
guint
tide_report_request_estimate_pages (const TideReportRequest *self)
{
  double width;
  double height;

  tide_paper_get_size (self->paper, self->is_landscape, &width, &height);
  switch (self->kind)
    {
    case TIDE_REPORT_LIST:
      return 1
             + (guint) ((self->rows->len + 3 * self->groups->len) * ROW_EXTENT
                        / (height - MARGINS));
    case TIDE_REPORT_SHEETS:
      return MAX (1, self->rows->len);
    case TIDE_REPORT_OVERVIEW:
    case TIDE_N_REPORT_KINDS:
    default:
      return 3;
    }
}

/**
 * tide_report_request_withholds:
 * @self: a request
 * @project: a project
 *
 * Returns: whether the names of @project and of its parties are not to be told
 */
gboolean
tide_report_request_withholds (const TideReportRequest *self, const TideProjectPayload *project)
{
  return project->confidential && !self->includes_names;
}

/**
 * tide_report_request_count_confidential:
 * @self: a request
 *
 * Returns: how many of its projects are confidential
 */
guint
tide_report_request_count_confidential (const TideReportRequest *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += tide_report_request_get_project (self, i)->confidential ? 1 : 0;

  return n;
}
