/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TIDE_TYPE_CHART_ITEM (tide_chart_item_get_type ())

G_DECLARE_DERIVABLE_TYPE (TideChartItem, tide_chart_item, TIDE, CHART_ITEM, GObject)

struct _TideChartItemClass
{
  GObjectClass parent_class;
};

TideChartItem *
tide_chart_item_new (const char *id, const char *label, double value, const char *value_text);

const char *tide_chart_item_get_id (TideChartItem *self);
const char *tide_chart_item_get_label (TideChartItem *self);
double tide_chart_item_get_value (TideChartItem *self);
gboolean tide_chart_item_has_value (TideChartItem *self);
const char *tide_chart_item_get_value_text (TideChartItem *self);
const char *tide_chart_item_get_description (TideChartItem *self);
const char *tide_chart_item_get_shown_value (TideChartItem *self);
const char *tide_chart_item_get_spoken_value (TideChartItem *self);

G_END_DECLS
