/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-data.h"

G_DEFINE_INTERFACE (TideChartData, tide_chart_data, GTK_TYPE_WIDGET)

enum
{
  CHART_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tide_chart_data_default_init (TideChartDataInterface *iface)
{
  /**
   * TideChartData::chart-changed:
   *
   * The title, the table, the series or which of them are shown may have changed.
   */
  signals[CHART_CHANGED] = g_signal_new ("chart-changed", G_TYPE_FROM_INTERFACE (iface),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * tide_chart_data_dup_title:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): what it shows, in a few words
 */
char *
tide_chart_data_dup_title (TideChartData *self)
{
  TideChartDataInterface *iface;

  g_return_val_if_fail (TIDE_IS_CHART_DATA (self), NULL);

  iface = TIDE_CHART_DATA_GET_IFACE (self);

  return iface->dup_title != NULL ? iface->dup_title (self) : NULL;
}

/**
 * tide_chart_data_dup_table:
 * @self: a chart
 *
 * Returns: (transfer full): all its numbers, those of hidden series too
 */
TideChartTable *
tide_chart_data_dup_table (TideChartData *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_DATA (self), NULL);

  return TIDE_CHART_DATA_GET_IFACE (self)->dup_table (self);
}

/**
 * tide_chart_data_get_n_series:
 * @self: a chart
 *
 * Returns: how many series it has, hidden ones included. There is a legend of two and more.
 */
guint
tide_chart_data_get_n_series (TideChartData *self)
{
  TideChartDataInterface *iface;

  g_return_val_if_fail (TIDE_IS_CHART_DATA (self), 0);

  iface = TIDE_CHART_DATA_GET_IFACE (self);

  return iface->get_n_series != NULL ? iface->get_n_series (self) : 1;
}

/**
 * tide_chart_data_dup_series_label:
 * @self: a chart
 * @series: which one, below their number
 *
 * Returns: (transfer full) (nullable): what the series is called
 */
char *
tide_chart_data_dup_series_label (TideChartData *self, guint series)
{
  TideChartDataInterface *iface;

  g_return_val_if_fail (TIDE_IS_CHART_DATA (self), NULL);
  g_return_val_if_fail (series < tide_chart_data_get_n_series (self), NULL);

  iface = TIDE_CHART_DATA_GET_IFACE (self);

  return iface->dup_series_label != NULL ? iface->dup_series_label (self, series) : NULL;
}

/**
 * tide_chart_data_is_series_shown:
 * @self: a chart
 * @series: which one, below their number
 *
 * Returns: whether the series is drawn
 */
gboolean
tide_chart_data_is_series_shown (TideChartData *self, guint series)
{
  TideChartDataInterface *iface;

  g_return_val_if_fail (TIDE_IS_CHART_DATA (self), FALSE);
  g_return_val_if_fail (series < tide_chart_data_get_n_series (self), FALSE);

  iface = TIDE_CHART_DATA_GET_IFACE (self);

  return iface->is_series_shown == NULL || iface->is_series_shown (self, series);
}

static gboolean
is_last_shown (TideChartData *self, guint series)
{
  for (guint i = 0; i < tide_chart_data_get_n_series (self); i++)
    {
      if (i != series && tide_chart_data_is_series_shown (self, i))
        return FALSE;
    }

  return TRUE;
}

/**
 * tide_chart_data_show_series:
 * @self: a chart
 * @series: which one, below their number
 * @is_shown: whether it is drawn
 *
 * Draws a series, or leaves it out and the others in their colours. The last one that is shown
 * stays.
 */
void
tide_chart_data_show_series (TideChartData *self, guint series, gboolean is_shown)
{
  TideChartDataInterface *iface;

  g_return_if_fail (TIDE_IS_CHART_DATA (self));
  g_return_if_fail (series < tide_chart_data_get_n_series (self));

  iface = TIDE_CHART_DATA_GET_IFACE (self);
  is_shown = !!is_shown;
  if (iface->show_series == NULL || tide_chart_data_is_series_shown (self, series) == is_shown
      || (!is_shown && is_last_shown (self, series)))
    return;

  iface->show_series (self, series, is_shown);
  tide_chart_data_changed (self);
}

/**
 * tide_chart_data_create_swatch:
 * @self: a chart
 * @series: which one, below their number
 *
 * Returns: (transfer floating) (nullable): a small picture of how the series is drawn, in its
 *   colour and pattern, without a text or an accessible name
 */
GtkWidget *
tide_chart_data_create_swatch (TideChartData *self, guint series)
{
  TideChartDataInterface *iface;

  g_return_val_if_fail (TIDE_IS_CHART_DATA (self), NULL);
  g_return_val_if_fail (series < tide_chart_data_get_n_series (self), NULL);

  iface = TIDE_CHART_DATA_GET_IFACE (self);

  return iface->create_swatch != NULL ? iface->create_swatch (self, series) : NULL;
}

/**
 * tide_chart_data_changed:
 * @self: a chart
 *
 * Emits #TideChartData::chart-changed. For charts.
 */
void
tide_chart_data_changed (TideChartData *self)
{
  g_return_if_fail (TIDE_IS_CHART_DATA (self));

  g_signal_emit (self, signals[CHART_CHANGED], 0);
}
