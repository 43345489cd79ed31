/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bullet-chart.h"

#include "chart/tide-bullet-area.h"
#include "chart/tide-chart-data.h"
#include "chart/tide-share-text.h"

#include <glib/gi18n-lib.h>

/**
 * TideBulletChart:
 *
 * Values beside what they are to reach: a row for each #TideBullet of the model, with one axis for
 * all of them. A bar is the value, a line across it the target, a dashed one where the value would
 * be if it grew evenly, and shades behind it are what the value is compared with.
 */
struct _TideBulletChart
{
  TideItemChart parent_instance;
};

static void tide_bullet_chart_data_init (TideChartDataInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideBulletChart,
                               tide_bullet_chart,
                               TIDE_TYPE_ITEM_CHART,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_CHART_DATA,
                                                      tide_bullet_chart_data_init))

static TideBulletArea *
get_area (gpointer self)
{
  return TIDE_BULLET_AREA (tide_item_chart_get_area (TIDE_ITEM_CHART (self)));
}

static TideBullet *
get_bullet (gpointer self, guint position)
{
  return tide_chart_area_get_item (TIDE_CHART_AREA (get_area (self)), position);
}

static guint
get_n_rows (gpointer self)
{
  return tide_chart_area_get_n_items (TIDE_CHART_AREA (get_area (self)));
}

static gboolean
has_any (gpointer self, gboolean (*has) (TideBullet *bullet))
{
  for (guint i = 0; i < get_n_rows (self); i++)
    {
      if (has (get_bullet (self, i)))
        return TRUE;
    }

  return FALSE;
}

/* What no row has needs no legend. */
static guint
tide_bullet_chart_get_n_series (TideChartData *data)
{
  if (has_any (data, tide_bullet_has_elapsed))
    return TIDE_BULLET_PACE + 1;

  return has_any (data, tide_bullet_has_target) ? TIDE_BULLET_TARGET + 1 : TIDE_BULLET_VALUE + 1;
}

static char *
tide_bullet_chart_dup_series_label (TideChartData *data, guint series)
{
  switch ((TideBulletSeries) series)
    {
    case TIDE_BULLET_VALUE:
      return g_strdup (C_ ("chart", "Value"));
    case TIDE_BULLET_TARGET:
      return g_strdup (C_ ("bullet chart", "Target"));
    case TIDE_BULLET_PACE:
      return g_strdup (C_ ("bullet chart", "Even Pace"));
    case TIDE_BULLET_N_SERIES:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
tide_bullet_chart_is_series_shown (TideChartData *data, guint series)
{
  return tide_bullet_area_is_series_shown (get_area (data), series);
}

static void
tide_bullet_chart_show_series (TideChartData *data, guint series, gboolean is_shown)
{
  tide_bullet_area_show_series (get_area (data), series, is_shown);
}

static GtkWidget *
tide_bullet_chart_create_swatch (TideChartData *data, guint series)
{
  const char *const names[] = {
    [TIDE_BULLET_VALUE] = "bar",
    [TIDE_BULLET_TARGET] = "target",
    [TIDE_BULLET_PACE] = "pace",
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *swatch = tide_chart_mark_create_box (names[series]);

  gtk_widget_add_css_class (box, "bullet-swatch");
  gtk_widget_add_css_class (box, "series-1");
  gtk_widget_set_hexpand (swatch, series == TIDE_BULLET_VALUE);
  gtk_widget_set_halign (swatch, series == TIDE_BULLET_VALUE ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);

  return box;
}

static void
tide_bullet_chart_data_init (TideChartDataInterface *iface)
{
  iface->get_n_series = tide_bullet_chart_get_n_series;
  iface->dup_series_label = tide_bullet_chart_dup_series_label;
  iface->is_series_shown = tide_bullet_chart_is_series_shown;
  iface->show_series = tide_bullet_chart_show_series;
  iface->create_swatch = tide_bullet_chart_create_swatch;
}

static char *
dup_share (TideBullet *bullet)
{
  TideChartItem *item = TIDE_CHART_ITEM (bullet);
  char *share = NULL;

  if (tide_chart_item_has_value (item) && tide_bullet_has_target (bullet))
    share = tide_share_text_new (tide_chart_item_get_value (item), tide_bullet_get_target (bullet));

  return share != NULL ? share : g_strdup ("");
}

static char *
dup_elapsed (TideBullet *bullet)
{
  if (!tide_bullet_has_elapsed (bullet))
    return g_strdup ("");

  return tide_share_text_new (tide_bullet_get_elapsed (bullet), 1);
}

static void
take_row (TideChartTable *table, TideBullet *bullet, gboolean is_with_elapsed)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  const char *label = tide_chart_item_get_label (TIDE_CHART_ITEM (bullet));
  const char *value = tide_chart_item_get_value_text (TIDE_CHART_ITEM (bullet));
  const char *target = tide_bullet_get_target_text (bullet);

  g_strv_builder_add (row, label != NULL ? label : "");
  g_strv_builder_add (row, value != NULL ? value : "");
  g_strv_builder_add (row, target != NULL && tide_bullet_has_target (bullet) ? target : "");
  g_strv_builder_take (row, dup_share (bullet));
  if (is_with_elapsed)
    g_strv_builder_take (row, dup_elapsed (bullet));

  tide_chart_table_take_row (table, g_strv_builder_end (row));
}

static TideChartTable *
tide_bullet_chart_dup_table (TideItemChart *chart)
{
  TideChartTable *table = tide_chart_table_new ();
  gboolean is_with_elapsed = has_any (chart, tide_bullet_has_elapsed);

  tide_chart_table_take_column (table, g_strdup (C_ ("chart", "Name")));
  tide_chart_table_take_column (table, g_strdup (C_ ("chart", "Value")));
  tide_chart_table_take_column (table, g_strdup (C_ ("bullet chart", "Target")));
  tide_chart_table_take_column (table, g_strdup (_ ("Share of the Target")));
  if (is_with_elapsed)
    tide_chart_table_take_column (table, g_strdup (_ ("Time Over")));
  for (guint i = 0; i < get_n_rows (chart); i++)
    take_row (table, get_bullet (chart, i), is_with_elapsed);

  return table;
}

static void
tide_bullet_chart_show_unit (TideItemChart *chart)
{
  tide_bullet_area_set_unit (get_area (chart), tide_item_chart_get_unit_label (chart),
                             tide_item_chart_get_unit_divisor (chart));
}

static void
tide_bullet_chart_class_init (TideBulletChartClass *klass)
{
  TideItemChartClass *chart_class = TIDE_ITEM_CHART_CLASS (klass);

  chart_class->area_type = TIDE_TYPE_BULLET_AREA;
  chart_class->dup_table = tide_bullet_chart_dup_table;
  chart_class->show_unit = tide_bullet_chart_show_unit;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "bulletchart");
}

static void
tide_bullet_chart_init (TideBulletChart *self)
{
}

/**
 * tide_bullet_chart_new:
 *
 * Returns: (transfer floating): a chart without rows
 */
GtkWidget *
tide_bullet_chart_new (void)
{
  return g_object_new (TIDE_TYPE_BULLET_CHART, NULL);
}
