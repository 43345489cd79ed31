/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-funnel-chart.h"

#include "chart/tide-funnel-area.h"

#include <glib/gi18n-lib.h>

/**
 * TideFunnelChart:
 *
 * How many, or how much, get from stage to stage: a band for each #TideFunnelStage of the model, in
 * its order, with its share of the first stage beside it and that of the stage before above it.
 */
struct _TideFunnelChart
{
  TideItemChart parent_instance;

  gboolean centred;
};

G_DEFINE_FINAL_TYPE (TideFunnelChart, tide_funnel_chart, TIDE_TYPE_ITEM_CHART)

typedef enum
{
  PROP_CENTRED = 1,
} TideFunnelChartProperty;

static GParamSpec *props[PROP_CENTRED + 1];

static TideFunnelArea *
get_area (TideFunnelChart *self)
{
  return TIDE_FUNNEL_AREA (tide_item_chart_get_area (TIDE_ITEM_CHART (self)));
}

static void
take_row (TideChartTable *table, TideFunnelArea *area, guint position)
{
  TideChartItem *stage = tide_chart_area_get_item (TIDE_CHART_AREA (area), position);
  const char *label = tide_chart_item_get_label (stage);
  const char *value = tide_chart_item_get_value_text (stage);
  g_autofree char *first = tide_funnel_area_dup_first_share (area, position);
  g_autofree char *step = tide_funnel_area_dup_step_share (area, position);
  const char *const cells[] = {
    label != NULL ? label : "",
    value != NULL ? value : "",
    first != NULL ? first : "",
    step != NULL ? step : "",
    NULL,
  };

  tide_chart_table_take_row (table, g_strdupv ((GStrv) cells));
}

static TideChartTable *
tide_funnel_chart_dup_table (TideItemChart *chart)
{
  TideFunnelArea *area = get_area (TIDE_FUNNEL_CHART (chart));
  TideChartTable *table = tide_chart_table_new ();

  tide_chart_table_take_column (table, g_strdup (C_ ("funnel", "Stage")));
  tide_chart_table_take_column (table, g_strdup (C_ ("chart", "Value")));
  tide_chart_table_take_column (table, g_strdup (_ ("Share of the First")));
  tide_chart_table_take_column (table, g_strdup (_ ("Share of the One Before")));
  for (guint i = 0; i < tide_chart_area_get_n_items (TIDE_CHART_AREA (area)); i++)
    take_row (table, area, i);

  return table;
}

static void
tide_funnel_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideFunnelChart *self = TIDE_FUNNEL_CHART (object);

  switch ((TideFunnelChartProperty) id)
    {
    case PROP_CENTRED:
      g_value_set_boolean (value, self->centred);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_funnel_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TideFunnelChartProperty) id)
    {
    case PROP_CENTRED:
      tide_funnel_chart_set_centred (TIDE_FUNNEL_CHART (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_funnel_chart_constructed (GObject *object)
{
  TideFunnelChart *self = TIDE_FUNNEL_CHART (object);

  G_OBJECT_CLASS (tide_funnel_chart_parent_class)->constructed (object);

  tide_funnel_area_set_centred (get_area (self), self->centred);
}

static void
tide_funnel_chart_class_init (TideFunnelChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TideItemChartClass *chart_class = TIDE_ITEM_CHART_CLASS (klass);

  object_class->get_property = tide_funnel_chart_get_property;
  object_class->set_property = tide_funnel_chart_set_property;
  object_class->constructed = tide_funnel_chart_constructed;
  chart_class->area_type = TIDE_TYPE_FUNNEL_AREA;
  chart_class->dup_table = tide_funnel_chart_dup_table;

  /**
   * TideFunnelChart:centred:
   *
   * Whether the bands stand in the middle instead of at the start, where their lengths are
   * compared more easily.
   */
  props[PROP_CENTRED]
      = g_param_spec_boolean ("centred", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "funnelchart");
}

static void
tide_funnel_chart_init (TideFunnelChart *self)
{
  self->centred = TRUE;
}

/**
 * tide_funnel_chart_new:
 *
 * Returns: (transfer floating): a chart without stages
 */
GtkWidget *
tide_funnel_chart_new (void)
{
  return g_object_new (TIDE_TYPE_FUNNEL_CHART, NULL);
}

gboolean
tide_funnel_chart_get_centred (TideFunnelChart *self)
{
  g_return_val_if_fail (TIDE_IS_FUNNEL_CHART (self), FALSE);

  return self->centred;
}

void
tide_funnel_chart_set_centred (TideFunnelChart *self, gboolean centred)
{
  g_return_if_fail (TIDE_IS_FUNNEL_CHART (self));

  centred = !!centred;
  if (self->centred == centred)
    return;

  self->centred = centred;
  tide_funnel_area_set_centred (get_area (self), centred);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CENTRED]);
}
