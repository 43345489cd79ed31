/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-cells.h"
#include "report/tide-report-private.h"
#include "stats/tide-figure-note.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/* Rows between two looks at whether to go on. */
#define STRIDE 64

/* A list on its way. */
typedef struct
{
  TideReportJob *job;
  const TideReportRequest *request;
  TideRates *rates;      /* owned */
  TideColumns *columns;  /* owned */
  GHashTable *umbrellas; /* owned */
  guint done;
} List;

static void
list_init (List *self, TideReportJob *job)
{
  const TideReportRequest *request = job->request;

  self->job = job;
  self->request = request;
  self->rates = tide_rates_new (
      request->snapshot, tide_valuation_get_currency (&request->valuation, request->snapshot),
      request->valuation.rate_set);
  self->columns = tide_columns_new (request->snapshot, &request->valuation, NULL);
  self->umbrellas = tide_snapshot_find_umbrellas (request->snapshot);
  self->done = 0;
}

static void
list_clear (List *self)
{
  tide_rates_unref (self->rates);
  tide_columns_unref (self->columns);
  g_hash_table_unref (self->umbrellas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

/* Amounts told to the last unit take more room. */
static void
begin_table (List *self)
{
  const char *amount = tide_codes_get_label (
      TIDE_CODES_AMOUNT_KIND,
      tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, self->request->valuation.kind),
      self->request->language);
  const double more = self->request->unit == TIDE_UNIT_ONE ? 0.06 : 0;
  const TideReportColumn columns[] = {
    { _ ("Number"), 0.14, FALSE }, { _ ("Name"), 0.24 - more, FALSE },
    { _ ("Sector"), 0.16, FALSE }, { _ ("Division"), 0.125, FALSE },
    { _ ("Stage"), 0.12, FALSE },  { _ ("Status"), 0.085, FALSE },
    { amount, 0.13 + more, TRUE },
  };

  tide_report_flow_begin_table (self->job->flow, columns, G_N_ELEMENTS (columns));
}

/* What totals leave out stands in brackets, so that the column adds up. */
static char *
dup_amount (List *self, const TideProjectPayload *project)
{
  g_autofree char *amount = tide_report_dup_amount (self->request, project, self->rates);

  if (*amount == '\0'
      || tide_project_get_exclusion (project, self->umbrellas) == TIDE_EXCLUSION_NONE)
    return g_steal_pointer (&amount);

  return g_strconcat ("(", amount, ")", NULL);
}

static void
add_project (List *self, const TideProjectPayload *project)
{
  const TideReportRequest *request = self->request;
  g_autofree char *name = tide_report_dup_name (request, project);
  g_autofree char *sectors = tide_report_dup_sectors (request, project);
  g_autofree char *division
      = tide_report_dup_label (request, TIDE_RECORD_DIVISION, project->division);
  g_autofree char *stage = tide_report_dup_stage (request, project);
  g_autofree char *status = tide_report_dup_status (request, project);
  g_autofree char *amount = dup_amount (self, project);
  const char *const cells[] = { project->number != NULL ? project->number : "",
                                name,
                                sectors,
                                division,
                                stage,
                                status,
                                amount,
                                NULL };

  tide_report_flow_add_row (self->job->flow, TIDE_REPORT_ROW_PLAIN, cells);
}

static gboolean
add_projects (List *self, guint start, guint n, GError **error)
{
  for (guint i = start; i < start + n; i++)
    {
      if (self->done++ % STRIDE == 0
          && !tide_report_job_go_on (self->job, i, self->request->rows->len, error))
        return FALSE;
      add_project (self, tide_report_request_get_project (self->request, i));
    }

  return TRUE;
}

/* All that the figure says of itself, but for the count, which stands in the total's own row. */
static void
add_notes (List *self, const TideFigure *figure)
{
  g_autoptr (GPtrArray) notes = tide_figure_list_count_notes (figure, NULL);

  tide_figure_add_amount_notes (notes, figure, self->request->snapshot, &self->request->valuation,
                                NULL, self->request->language);
  for (guint i = 1; i < notes->len; i++)
    {
      const TideFigureNote *note = g_ptr_array_index (notes, i);
      const char *const cells[] = { note->text, NULL };

      tide_report_flow_add_row (self->job->flow, TIDE_REPORT_ROW_NOTE, cells);
    }
}

/* The unit is stated once, on the first page. */
static char *
dup_sum (List *self, const TideFigure *figure)
{
  if (figure->is_overflow || figure->n_priced == 0 || figure->base.currency[0] == '\0')
    return tide_figure_dup_value (figure, self->request->unit, self->request->language);

  return tide_money_dup_number (&figure->base, self->request->unit);
}

static void
add_total (List *self, const char *what, guint start, guint n)
{
  const guint *rows = (const guint *) (gconstpointer) self->request->rows->data;
  g_autoptr (TideFigure) figure = tide_figure_new_of_rows (self->columns, rows + start, n);
  g_autofree char *value = dup_sum (self, figure);
  g_autofree char *counted = g_strdup_printf (
      /* Translators: how many projects a total counts */
      ngettext ("%u project counted", "%u projects counted", figure->n_counted), figure->n_counted);
  g_autofree char *label = g_strdup_printf ("%s · %s", what, counted);
  const char *const cells[] = { label, value, NULL };

  tide_report_flow_add_row (self->job->flow, TIDE_REPORT_ROW_TOTAL, cells);
  add_notes (self, figure);
}

/* A party that a group is named by would stand above the code names of its projects. */
static gboolean
is_withheld (List *self, const TideReportGroup *group, guint start)
{
  if (!group->tells_names)
    return FALSE;

  for (guint i = start; i < start + group->n_rows; i++)
    if (tide_report_request_withholds (self->request,
                                       tide_report_request_get_project (self->request, i)))
      return TRUE;

  return FALSE;
}

static gboolean
add_group (List *self, const TideReportGroup *group, guint start, GError **error)
{
  const char *label = is_withheld (self, group, start) ? _ ("Name Withheld") : group->label;
  const char *const cells[] = { label, NULL };
  g_autofree char *isolated = tide_text_dup_isolated (label);
  /* Translators: the total of a group of projects, such as those of a sector */
  g_autofree char *subtotal = g_strdup_printf (_ ("Subtotal of %s"), isolated);

  tide_report_flow_add_row (self->job->flow, TIDE_REPORT_ROW_GROUP, cells);
  if (!add_projects (self, start, group->n_rows, error))
    return FALSE;

  add_total (self, subtotal, start, group->n_rows);

  return TRUE;
}

/**
 * tide_report_add_list:
 * @job: a report on its way
 * @error: (nullable): location of an error
 *
 * Adds the projects of the request, group by group, with what they come to.
 *
 * Returns: whether it came to its end
 */
gboolean
tide_report_add_list (TideReportJob *job, GError **error)
{
  g_auto (List) list;
  guint start = 0;

  list_init (&list, job);
  tide_report_add_statement (job);
  begin_table (&list);
  for (guint i = 0; i < job->request->groups->len; i++)
    {
      const TideReportGroup *group = g_ptr_array_index (job->request->groups, i);

      if (!add_group (&list, group, start, error))
        return FALSE;
      start += group->n_rows;
    }
  if (!add_projects (&list, start, job->request->rows->len - start, error))
    return FALSE;

  add_total (&list, _ ("Total"), 0, job->request->rows->len);
  tide_report_flow_end_table (job->flow);
  if (job->request->rows->len > 0)
    tide_report_flow_add_text (job->flow, TIDE_INK_SMALL,
                               _ ("Amounts in brackets are of projects that totals leave out."),
                               FALSE);

  return TRUE;
}
