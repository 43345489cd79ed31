/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sector-page-private.h"

#include "chart/tide-sparkline.h"
#include "stats/tide-indicator-parts.h"
#include "stats/tide-series.h"
#include "ui/lists/tide-indicator-text.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

/* The least number of values of which a line says anything. */
#define MIN_LINE 2

static const char *
get_subject_sector (const TideIndicatorPayload *indicator)
{
  return indicator->subject != NULL ? ((const TideSubject *) indicator->subject)->sector : NULL;
}

static void
join_code (GString *text, TideCodeSet set, const char *code)
{
  if (code != NULL)
    tide_details_join (text, tide_codes_get_label (set, code, tide_language_get_default ()));
}

static void
join_source (TideSectorPage *self, GString *text, const char *id)
{
  g_autofree char *source = tide_project_text_dup_reference (self->reg, TIDE_RECORD_SOURCE, id);

  tide_details_join (text, source);
}

static void
join_latest (TideSectorPage *self, GString *text, const TideObservation *latest)
{
  g_autofree char *period = tide_date_dup_label (&latest->period, tide_language_get_default ());

  tide_details_join (text, period);
  tide_details_join (text, latest->written);
  join_source (self, text, latest->source);
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
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), line);
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

static void
append_indicator (TideSectorPage *self,
                  TideSnapshot *snapshot,
                  const TideIndicatorPayload *indicator)
{
  g_autoptr (TideSeries) series
      = tide_series_new (indicator, tide_series_choose_precision (indicator));
  const TideObservation *latest
      = series->n_points > 0 ? series->points[series->n_points - 1].observation : NULL;
  g_autofree char *label
      = tide_project_text_dup_reference (self->reg, TIDE_RECORD_INDICATOR, indicator->base.id);
  g_autofree char *value
      = latest != NULL ? tide_indicator_dup_value (indicator, latest, tide_language_get_default ())
                       : NULL;
  g_autofree char *parts = dup_parts (snapshot, indicator);
  g_autoptr (GString) subtitle = g_string_new (NULL);
  GtkWidget *row;

  if (latest != NULL)
    join_latest (self, subtitle, latest);
  else
    tide_details_join (subtitle, _ ("No value yet"));
  join_code (subtitle, TIDE_CODES_MEASURE, indicator->measure);
  join_code (subtitle, TIDE_CODES_SCOPE, indicator->scope);
  if (parts != NULL)
    g_string_append_printf (subtitle, "\n%s", parts);
  row = tide_details_row_new (label, subtitle->str, value);
  if (series->n_points >= MIN_LINE)
    add_line (row, series);
  tide_sector_page_append (self->indicator_rows, row);
}

/*
 * tide_sector_page_fill_indicators:
 * @self: a page whose sector is there
 * @snapshot: its register
 *
 * Shows the indicators whose subject it is: the latest value with its period and source, the line
 * of all values, and what the parts of the whole come to.
 */
void
tide_sector_page_fill_indicators (TideSectorPage *self, TideSnapshot *snapshot)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);

  gtk_list_box_remove_all (self->indicator_rows);
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TideIndicatorPayload *indicator = g_ptr_array_index (records, i);

      if (g_strcmp0 (get_subject_sector (indicator), self->sector) == 0)
        append_indicator (self, snapshot, indicator);
    }
  tide_sector_page_append_empty (self->indicator_rows, _ ("No indicator is about this sector"));
}
