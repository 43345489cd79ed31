/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-overview-bars.h"

#include "chart/tide-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static double
money_to_double (const TideMoney *money)
{
  return (double) money->minor / pow (10, MAX (tide_currency_get_digits (money->currency), 0));
}

static const char *
get_group_label (const TideGroup *group, TideLanguage language)
{
  const char *label = tide_text_get (&group->label, language);

  return label != NULL ? label : group->key;
}

static char *
dup_amount_text (const TideFigure *figure, TideUnit unit)
{
  if (figure->is_overflow)
    return g_strdup (_ ("Too Large"));
  if (figure->n_priced == 0 && figure->n_unpriced > 0)
    return g_strdup (_ ("No Rate"));

  return tide_money_dup_number (&figure->base, unit);
}

/* The amount to the last digit, and of how many projects it is. */
static char *
dup_description (const TideFigure *figure, TideLanguage language)
{
  g_autofree char *exact = NULL;
  g_autofree char *count
      = g_strdup_printf (/* Translators: how many projects a bar of a chart stands for */
                         ngettext ("%u project", "%u projects", figure->n_counted),
                         figure->n_counted);

  if (figure->is_overflow || figure->n_priced == 0 || figure->base.currency[0] == '\0')
    return g_steal_pointer (&count);

  exact = tide_money_dup_exact (&figure->base, language);

  return g_strdup_printf ("%s · %s", exact, count);
}

static TideBar *
new_bar (const TideGroup *group, const char *series, const TideOverviewScale *scale, const char *id)
{
  const TideFigure *figure = group->figure;
  const gboolean is_priced = figure->n_priced > 0 || figure->n_unpriced == 0;
  const gboolean is_known = !scale->is_money || (is_priced && !figure->is_overflow);
  g_autofree char *description = dup_description (figure, scale->language);
  g_autofree char *text = scale->is_money ? dup_amount_text (figure, scale->unit)
                                          : g_strdup_printf ("%u", figure->n_counted);

  return g_object_new (TIDE_TYPE_BAR, "id", id, "label", get_group_label (group, scale->language),
                       "series", series, "has-value", is_known, "value",
                       !is_known         ? 0
                       : scale->is_money ? money_to_double (&figure->base)
                                         : figure->n_counted,
                       "value-text", text, "description", description, NULL);
}

static gboolean
has_something (const TideFigure *figure, const TideOverviewScale *scale)
{
  if (!scale->is_money)
    return figure->n_counted > 0;

  return figure->base.minor != 0 || figure->is_overflow || figure->n_unpriced > 0;
}

/**
 * tide_overview_bars_add:
 * @bars: a model of #TideBar
 * @breakdown: projects by some group
 * @series: (nullable): what the bars are a series of
 * @scale: what they show
 * @prefix: what their ids begin with, before the key of their group
 *
 * Adds a bar for each group that has something to show, or for each at all.
 */
void
tide_overview_bars_add (GListStore *bars,
                        const TideBreakdown *breakdown,
                        const char *series,
                        const TideOverviewScale *scale,
                        const char *prefix)
{
  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);
      g_autofree char *id = g_strconcat (prefix, group->key, NULL);
      g_autoptr (TideBar) bar = NULL;

      if (!scale->keeps_empty && !has_something (group->figure, scale))
        continue;

      bar = new_bar (group, series, scale, id);
      g_list_store_append (bars, bar);
    }
}

static gboolean
get_observed_money (const TideObservation *observation, const TideScale *scale, TideMoney *money)
{
  TideDecimal value = observation->value;
  gint64 mantissa;

  if (!value.is_set || !scale->scale.is_set || !tide_decimal_rescale (&scale->scale, 0, &mantissa))
    return FALSE;
  if (__builtin_mul_overflow (value.mantissa, mantissa, &value.mantissa))
    return FALSE;
  while (value.scale > 0 && value.mantissa % 10 == 0)
    {
      value.mantissa /= 10;
      value.scale--;
    }

  return tide_money_init (money, &value, scale->currency);
}

/* An observed value on its way into the chart. */
typedef struct
{
  const TideIndicatorPayload *indicator;
  const TideObservation *observation;
  TideMoney money;
} Observed;

static void
collect_observed (GArray *observed, const TideIndicatorPayload *indicator)
{
  const TideScale *scale = (const TideScale *) indicator->unit;

  for (guint i = 0; i < tide_entries_get_n (indicator->observations); i++)
    {
      Observed item = { .indicator = indicator,
                        .observation = g_ptr_array_index (indicator->observations, i) };

      if (get_observed_money (item.observation, scale, &item.money))
        g_array_append_val (observed, item);
    }
}

/* The periods of the chart stand in their order, whichever indicator begins first. */
static int
compare_observed (gconstpointer a, gconstpointer b)
{
  const Observed *first = a;
  const Observed *second = b;
  const int order = tide_date_compare (&first->observation->period, &second->observation->period);

  return order != 0 ? order : strcmp (first->indicator->base.id, second->indicator->base.id);
}

static TideBar *
new_observed_bar (const Observed *observed, TideUnit unit, TideLanguage language)
{
  char period[TIDE_DATE_TEXT_SIZE];
  g_autofree char *text = tide_money_dup_number (&observed->money, unit);
  g_autofree char *id = NULL;

  tide_date_format (&observed->observation->period, period, sizeof period);
  id = g_strdup_printf ("%s/%s", observed->indicator->base.id, period);

  return tide_bar_new (id, period, tide_text_get (&observed->indicator->name, language),
                       money_to_double (&observed->money), text);
}

/**
 * tide_overview_bars_of_indicators:
 * @snapshot: a snapshot
 * @unit: unit of the chart
 * @language: language of the person
 *
 * Returns: (transfer full): a model of #TideBar in whole currency units: the observed values of the
 *   indicators that are money, a category for each period and a series for each indicator
 */
GListModel *
tide_overview_bars_of_indicators (TideSnapshot *snapshot, TideUnit unit, TideLanguage language)
{
  GListStore *bars = g_list_store_new (TIDE_TYPE_BAR);
  const GPtrArray *indicators = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);
  g_autoptr (GArray) observed = g_array_new (FALSE, FALSE, sizeof (Observed));

  for (guint i = 0; i < tide_entries_get_n (indicators); i++)
    {
      const TideIndicatorPayload *indicator = g_ptr_array_index (indicators, i);
      const TideScale *scale = (const TideScale *) indicator->unit;

      if (scale != NULL && scale->currency != NULL)
        collect_observed (observed, indicator);
    }

  g_array_sort (observed, compare_observed);
  for (guint i = 0; i < observed->len; i++)
    {
      g_autoptr (TideBar) bar
          = new_observed_bar (&g_array_index (observed, Observed, i), unit, language);

      g_list_store_append (bars, bar);
    }

  return G_LIST_MODEL (bars);
}
