/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart.h"

#include "chart/tide-bar-chart.h"
#include "chart/tide-bullet-chart.h"
#include "chart/tide-chart-frame.h"
#include "chart/tide-chart-resources.h"
#include "chart/tide-donut-chart.h"
#include "chart/tide-funnel-chart.h"
#include "chart/tide-line-chart.h"
#include "chart/tide-sparkline.h"

#include <gtk/gtk.h>

/**
 * tide_chart_init:
 *
 * Makes the charts usable from `.ui` files: registers their resource and types, and adds their
 * style to the default display. GTK must have been initialised; further calls do nothing.
 */
void
tide_chart_init (void)
{
  static gboolean is_initialised = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (is_initialised)
    return;

  is_initialised = TRUE;
  tide_chart_register_resource ();
  g_type_ensure (TIDE_TYPE_BAR);
  g_type_ensure (TIDE_TYPE_BAR_CHART);
  g_type_ensure (TIDE_TYPE_BULLET);
  g_type_ensure (TIDE_TYPE_BULLET_CHART);
  g_type_ensure (TIDE_TYPE_CHART_FRAME);
  g_type_ensure (TIDE_TYPE_CHART_ITEM);
  g_type_ensure (TIDE_TYPE_DONUT_CHART);
  g_type_ensure (TIDE_TYPE_FUNNEL_CHART);
  g_type_ensure (TIDE_TYPE_FUNNEL_STAGE);
  g_type_ensure (TIDE_TYPE_LINE_CHART);
  g_type_ensure (TIDE_TYPE_POINT);
  g_type_ensure (TIDE_TYPE_SPARKLINE);

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider,
                                       "/io/github/tideline_app/Tideline/chart/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
