/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-series-row.h"

#include "chart/tide-sparkline.h"
#include "stats/tide-indicator-parts.h"
#include "stats/tide-series.h"
#include "ui/lists/tide-indicator-text.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

/* The least number of values of which a line says anything. */
#define MIN_LINE 2

static void
join_code (GString *text, TideCodeSet set, const char *code)
{
  if (code != NULL)
    tide_details_join (text, tide_codes_get_label (set, code, tide_language_get_default ()));
}

static void
join_source (TideRegister *reg, GString *text, const char *id)
{
  g_autofree char *source = tide_project_text_dup_reference (reg, TIDE_RECORD_SOURCE, id);

  tide_details_join (text, source);
}

static void
join_latest (TideRegister *reg, GString *text, const TideObservation *latest)
{
  g_autofree char *period = tide_date_dup_label (&latest->period, tide_language_get_default ());

  tide_details_join (text, period);
  tide_details_join (text, latest->written);
  join_source (reg, text, latest->source);
}

static void
add_line (GtkWidget *row, const TideSeries *series)
{
  GtkWidget *line = tide_sparkline_new ();
  g_autofree double *values = g_new (double, series->n_points);

  for (guint i = 0; i < series->n_points; i++)
    values[i] = tide_decimal_to_double (&series->points[i].observation->value);
  tide_sparkline_set_values (TIDE_SPARKLINE (line), values, series->n_points);
  gtk_widget_set_size_request (line, 80, 24);
  tide_details_row_set_picture (TIDE_DETAILS_ROW (row), line);
}

/* What all parts of the whole come to, where this is one of them. */
static char *
dup_parts (TideSnapshot *snapshot, const TideIndicatorPayload *indicator)
{
  const TideIndicatorPayload *whole = tide_indicator_find_whole (snapshot, indicator);
  TideIndicatorParts parts;

  if (whole == NULL || !tide_indicator_parts_init (&parts, snapshot, whole))
    return NULL;

  return tide_indicator_parts_dup_text (&parts, tide_language_get_default ());
}

/**
 * tide_series_row_new:
 * @reg: a register
 * @snapshot: a snapshot of it
 * @indicator: one of its indicators
 *
 * Returns: (transfer floating): a #TideDetailsRow with its latest value, when and where that is
 *   from, the line of all values, and what the parts of the whole come to
 */
GtkWidget *
tide_series_row_new (TideRegister *reg,
                     TideSnapshot *snapshot,
                     const TideIndicatorPayload *indicator)
{
  g_autoptr (TideSeries) series
      = tide_series_new (indicator, tide_series_choose_precision (indicator));
  const TideObservation *latest
      = series->n_points > 0 ? series->points[series->n_points - 1].observation : NULL;
  g_autofree char *label
      = tide_project_text_dup_reference (reg, TIDE_RECORD_INDICATOR, indicator->base.id);
  g_autofree char *value
      = latest != NULL ? tide_indicator_dup_value (indicator, latest, tide_language_get_default ())
                       : NULL;
  g_autofree char *parts = dup_parts (snapshot, indicator);
  g_autoptr (GString) subtitle = g_string_new (NULL);
  GtkWidget *row;

  if (latest != NULL)
    join_latest (reg, subtitle, latest);
  else
    tide_details_join (subtitle, _ ("No value yet"));
  join_code (subtitle, TIDE_CODES_MEASURE, indicator->measure);
  join_code (subtitle, TIDE_CODES_SCOPE, indicator->scope);
  if (parts != NULL)
    g_string_append_printf (subtitle, "\n%s", parts);
  row = tide_details_row_new (label, subtitle->str, value);
  if (series->n_points >= MIN_LINE)
    add_line (row, series);

  return row;
}
