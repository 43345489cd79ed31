/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-cells.h"
#include "report/tide-report-private.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/* Between the statement and what follows it, in points. */
#define GAP 8.0

/**
 * tide_report_begin_facts:
 * @self: a report on its way
 *
 * What follows are pairs of a title and a value.
 */
void
tide_report_begin_facts (TideReportJob *self)
{
  static const TideReportColumn columns[] = { { NULL, 0.2, FALSE }, { NULL, 0.8, FALSE } };

  tide_report_flow_begin_table (self->flow, columns, G_N_ELEMENTS (columns));
}

/**
 * tide_report_add_fact:
 * @self: a report on its way, with facts begun
 * @title: what it is
 * @value: (nullable): the value; nothing is added where there is none
 */
void
tide_report_add_fact (TideReportJob *self, const char *title, const char *value)
{
  const char *const cells[] = { title, value, NULL };

  if (value != NULL && *value != '\0')
    tide_report_flow_add_row (self->flow, TIDE_REPORT_ROW_BARE, cells);
}

/* What names somebody is not told where names are withheld: it would say who stands behind a code
 * name. */
static char *
dup_criteria (const TideReportRequest *request)
{
  const gboolean withholds
      = !request->includes_names && tide_report_request_count_confidential (request) > 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < request->criteria->len; i++)
    {
      const TideReportCriterion *criterion = g_ptr_array_index (request->criteria, i);

      if (i > 0)
        g_string_append (text, " · ");
      g_string_append (text, withholds && criterion->tells_names ? _ ("a name, withheld")
                                                                 : criterion->text);
    }
  if (text->len == 0)
    g_string_append (text, _ ("None: all projects"));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_names (const TideReportRequest *request)
{
  const guint n = tide_report_request_count_confidential (request);

  if (n == 0)
    return NULL;
  if (request->includes_names)
    return g_strdup_printf (
        /* Translators: how many projects are confidential, in a report that names them */
        ngettext ("Included, those of %u confidential project too",
                  "Included, those of %u confidential projects too", n),
        n);

  return g_strdup_printf (
      /* Translators: how many projects are confidential, in a report that does not name them */
      ngettext ("Withheld for %u confidential project: its code name stands instead",
                "Withheld for %u confidential projects: their code names stand instead", n),
      n);
}

static char *
dup_amounts (const TideReportRequest *request)
{
  const char *kind = tide_codes_get_label (
      TIDE_CODES_AMOUNT_KIND, tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, request->valuation.kind),
      request->language);
  const char *currency = tide_valuation_get_currency (&request->valuation, request->snapshot);
  const TideUnit shown
      = request->kind == TIDE_REPORT_OVERVIEW ? request->chart_unit : request->unit;
  g_autofree char *unit = tide_unit_dup_label (shown, currency, request->language);
  /* Translators: a kind of amount, and the unit in which it is told */
  g_autofree char *what = g_strdup_printf (_ ("%s in %s"), kind, unit);
  g_autofree char *period = NULL;

  if (!tide_date_is_set (&request->valuation.period))
    return g_steal_pointer (&what);

  period = tide_date_dup_label (&request->valuation.period, request->language);

  return g_strconcat (what, " · ", period, NULL);
}

/**
 * tide_report_add_statement:
 * @self: a report on its way
 *
 * Says what the report is of, and by which rules: at the beginning of its first page.
 */
void
tide_report_add_statement (TideReportJob *self)
{
  const TideReportRequest *request = self->request;
  g_autofree char *title = tide_report_dup_title (request);
  g_autofree char *register_title = tide_report_dup_register_title (request);
  g_autofree char *criteria = dup_criteria (request);
  g_autofree char *names = dup_names (request);
  g_autofree char *amounts = dup_amounts (request);
  g_autofree char *rates
      = tide_figure_dup_rates (request->snapshot, &request->valuation, request->language);

  tide_report_flow_add_text (self->flow, TIDE_INK_TITLE, title, TRUE);
  tide_report_flow_add_text (self->flow, TIDE_INK_BODY, register_title, FALSE);
  tide_report_flow_add_gap (self->flow, GAP);

  tide_report_begin_facts (self);
  tide_report_add_fact (self, _ ("Filter"), criteria);
  tide_report_add_fact (self, _ ("As of"), request->as_of);
  tide_report_add_fact (self, _ ("Totals"),
                        _ ("Projects that are not terminated, count in totals and do not merely "
                           "hold others together."));
  tide_report_add_fact (self, _ ("Amounts"), amounts);
  tide_report_add_fact (self, _ ("Rates"), rates);
  tide_report_add_fact (self, _ ("Names"), names);
  tide_report_flow_end_table (self->flow);
  tide_report_flow_add_gap (self->flow, GAP);
}
