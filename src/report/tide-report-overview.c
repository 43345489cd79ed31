/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "chart/tide-bar.h"
#include "report/tide-overview-bars.h"
#include "report/tide-report-private.h"
#include "stats/tide-figure-note.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/* Figures that stand side by side. */
#define N_BESIDE 3
#define MAX_SERIES 2
#define GAP 12.0

/* An overview on its way. */
typedef struct
{
  TideReportJob *job;
  const TideReportRequest *request;
  TideOverview *overview; /* owned */
} Overview;

/* A figure: what it is, its value, and what it says of itself. */
typedef struct
{
  const char *title;
  char *value; /* owned */
  char *notes; /* owned */
} Tile;

static char *
join_notes (GPtrArray *notes, const char *separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const TideFigureNote *note = g_ptr_array_index (notes, i);

      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, note->text);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
fill_projects (Overview *self, Tile *tile)
{
  const TideFigure *total = self->overview->parts[TIDE_OVERVIEW_STAGES]->total;
  g_autoptr (GPtrArray) notes = tide_figure_list_count_notes (total, NULL);

  tile->title = _ ("Live Projects");
  tile->value = g_strdup_printf ("%u", total->n_counted);
  tile->notes = join_notes (notes, "\n");
}

static void
fill_amount (Overview *self, Tile *tile, TideAmountKind kind)
{
  const TideFigure *total = self->overview->totals[kind]->total;
  TideValuation valuation = self->overview->question->valuation;
  g_autoptr (GPtrArray) notes = tide_figure_list_count_notes (total, NULL);

  valuation.kind = kind;
  tide_figure_add_amount_notes (notes, total, self->request->snapshot, &valuation, NULL,
                                self->request->language);
  tile->title = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND,
                                      tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, kind),
                                      self->request->language);
  tile->value = tide_figure_dup_value (total, self->request->unit, self->request->language);
  tile->notes = join_notes (notes, "\n");
}

static void
fill_share (Overview *self, Tile *tile)
{
  const TideFigure *agreed = self->overview->totals[TIDE_AMOUNT_KIND_AGREEMENT]->total;
  const TideFigure *arrived = self->overview->totals[TIDE_AMOUNT_KIND_ARRIVED]->total;
  double percent;

  tile->title = _ ("Arrived of Agreed");
  tile->notes = g_strdup (_ ("What has arrived, divided by what was agreed, of all live projects "
                             "as far as their amounts are priced."));
  if (arrived->n_priced > 0 && tide_figure_get_share (arrived, agreed, &percent))
    /* Translators: a share in per cent */
    tile->value = g_strdup_printf (_ ("%.1f %%"), percent);
  else
    tile->value = g_strdup ("—");
}

static void
add_tiles (Overview *self, Tile *tiles, guint n_tiles)
{
  TideReportFlow *flow = self->job->flow;

  for (guint i = 0; i < n_tiles; i += N_BESIDE)
    {
      const char *titles[N_BESIDE + 1] = { NULL };
      const char *values[N_BESIDE + 1] = { NULL };
      const char *notes[N_BESIDE + 1] = { NULL };

      for (guint j = 0; j < N_BESIDE && i + j < n_tiles; j++)
        {
          titles[j] = tiles[i + j].title;
          values[j] = tiles[i + j].value;
          notes[j] = tiles[i + j].notes;
        }
      tide_report_flow_add_row (flow, TIDE_REPORT_ROW_CAPTION, titles);
      tide_report_flow_add_row (flow, TIDE_REPORT_ROW_FIGURE, values);
      tide_report_flow_add_row (flow, TIDE_REPORT_ROW_REMARK, notes);
      tide_report_flow_add_gap (flow, GAP);
    }
}

static void
add_figures (Overview *self)
{
  static const TideReportColumn columns[N_BESIDE]
      = { { NULL, 1.0 / 3, FALSE }, { NULL, 1.0 / 3, FALSE }, { NULL, 1.0 / 3, FALSE } };
  Tile tiles[6];

  fill_projects (self, &tiles[0]);
  fill_amount (self, &tiles[1], TIDE_AMOUNT_KIND_INTENTION);
  fill_amount (self, &tiles[2], TIDE_AMOUNT_KIND_AGREEMENT);
  fill_amount (self, &tiles[3], TIDE_AMOUNT_KIND_ARRIVED);
  fill_share (self, &tiles[4]);
  fill_amount (self, &tiles[5], TIDE_AMOUNT_KIND_FOREIGN_CONTRACTED);

  tide_report_flow_begin_table (self->job->flow, columns, N_BESIDE);
  add_tiles (self, tiles, G_N_ELEMENTS (tiles));
  tide_report_flow_end_table (self->job->flow);
  for (gsize i = 0; i < G_N_ELEMENTS (tiles); i++)
    {
      g_free (tiles[i].value);
      g_free (tiles[i].notes);
    }
}

/* The charts of the page, with its titles and rules. */
typedef struct
{
  const char *title;
  const char *rule;
  TideOverviewPart parts[MAX_SERIES];
  guint n_series;
  gboolean is_money;
  gboolean keeps_empty;
  TideBarDirection direction;
} ChartPlan;

static const ChartPlan charts[] = {
  { N_ ("Projects by Stage"),
    N_ ("Live projects by the stage they are in."),
    { TIDE_OVERVIEW_STAGES },
    1,
    FALSE,
    TRUE,
    TIDE_BAR_HORIZONTAL },
  { N_ ("Amounts by Stage"),
    N_ ("Live projects by the stage they are in."),
    { TIDE_OVERVIEW_STAGES },
    1,
    TRUE,
    TRUE,
    TIDE_BAR_HORIZONTAL },
  { N_ ("Amounts by Sector"),
    N_ ("Live projects by sector. Amounts are divided by the shares of a project’s sectors; "
        "projects are counted for each sector they are in."),
    { TIDE_OVERVIEW_SECTORS },
    1,
    TRUE,
    FALSE,
    TIDE_BAR_HORIZONTAL },
  { N_ ("Amounts by Division"),
    N_ ("Live projects by the division they are in. A division includes those below it, and no "
        "project is counted twice."),
    { TIDE_OVERVIEW_DIVISIONS },
    1,
    TRUE,
    FALSE,
    TIDE_BAR_HORIZONTAL },
  { N_ ("Agreed and Arrived Over Time"),
    N_ ("Amounts by their own dates, of all live projects."),
    { TIDE_OVERVIEW_AGREED_OVER_TIME, TIDE_OVERVIEW_ARRIVED_OVER_TIME },
    2,
    TRUE,
    FALSE,
    TIDE_BAR_VERTICAL },
};

static const char *
get_series_name (Overview *self, const ChartPlan *plan, guint series)
{
  static const char *const kinds[MAX_SERIES] = { "agreement", "arrived" };

  if (plan->n_series == 1)
    return NULL;

  return tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, kinds[series], self->request->language);
}

static TideReportChart *
new_chart (Overview *self, const ChartPlan *plan)
{
  const TideOverviewScale scale = { .is_money = plan->is_money,
                                    .keeps_empty = plan->keeps_empty,
                                    .unit = self->request->chart_unit,
                                    .language = self->request->language };
  const char *currency = self->overview->parts[plan->parts[0]]->total->base.currency;
  g_autoptr (GListStore) bars = g_list_store_new (TIDE_TYPE_BAR);
  TideReportChart *chart = g_new0 (TideReportChart, 1);

  for (guint i = 0; i < plan->n_series; i++)
    tide_overview_bars_add (bars, self->overview->parts[plan->parts[i]],
                            get_series_name (self, plan, i), &scale, "");
  chart->table = tide_bar_table_new (G_LIST_MODEL (bars));
  chart->direction = plan->direction;
  chart->divisor = 1;
  if (plan->is_money)
    {
      chart->unit = tide_unit_dup_label (scale.unit, currency, scale.language);
      chart->divisor = (double) tide_unit_get_factor (scale.unit);
    }

  return chart;
}

static char *
dup_chart_notes (Overview *self, const ChartPlan *plan)
{
  TideValuation valuation = self->overview->question->valuation;
  const TideFigure *total = self->overview->parts[plan->parts[0]]->total;
  g_autoptr (GPtrArray) notes = tide_figure_list_count_notes (total, _ (plan->rule));

  if (plan->is_money && plan->n_series == 1)
    tide_figure_add_amount_notes (notes, total, self->request->snapshot, &valuation,
                                  self->overview->question->taxonomy, self->request->language);

  return join_notes (notes, " · ");
}

static void
add_chart (Overview *self, const ChartPlan *plan)
{
  TideReportFlow *flow = self->job->flow;
  TideReportChart *chart = new_chart (self, plan);
  g_autofree char *notes = dup_chart_notes (self, plan);

  tide_report_flow_add_gap (flow, GAP);
  tide_report_flow_add_text (flow, TIDE_INK_HEADING, _ (plan->title), TRUE);
  tide_report_flow_add_text (flow, TIDE_INK_SMALL, notes, TRUE);
  if (chart->table->bars->len > 0)
    {
      tide_report_flow_take_chart (flow, chart);
      return;
    }

  tide_report_chart_free (chart);
  tide_report_flow_add_text (flow, TIDE_INK_BODY,
                             plan->is_money ? _ ("No Amounts of This Kind") : _ ("No Projects Yet"),
                             FALSE);
}

/**
 * tide_report_add_overview:
 * @job: a report on its way, whose request has a question
 * @error: (nullable): location of an error
 *
 * Adds the figures of the page of the same name, its charts and the targets.
 *
 * Returns: whether it came to its end
 */
gboolean
tide_report_add_overview (TideReportJob *job, GError **error)
{
  Overview self = { .job = job, .request = job->request };
  gboolean is_going_on = TRUE;

  self.overview = tide_overview_new (job->request->snapshot, job->request->question, NULL);
  tide_report_add_statement (job);
  add_figures (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (charts) && is_going_on; i++)
    {
      add_chart (&self, &charts[i]);
      is_going_on = tide_report_job_go_on (job, (guint) i + 1, G_N_ELEMENTS (charts), error);
    }
  if (is_going_on)
    tide_report_add_targets (job);
  tide_overview_unref (self.overview);

  return is_going_on;
}
