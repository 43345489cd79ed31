/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-copy.h"

#include <string.h>

static GdkContentProvider *
offer_text (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/**
 * tide_chart_copy_table:
 * @table: numbers of a chart
 *
 * Returns: (transfer full): the numbers for the clipboard, as a table for spreadsheets and word
 *   processors and as lines of text for everything else
 */
GdkContentProvider *
tide_chart_copy_table (const TideChartTable *table)
{
  g_autofree char *tsv = tide_chart_table_to_tsv (table);
  g_autofree char *html = tide_chart_table_to_html (table);
  GdkContentProvider *offers[] = {
    offer_text ("text/html", html),
    offer_text ("text/tab-separated-values", tsv),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };

  return gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
}

/**
 * tide_chart_copy_picture:
 * @texture: a chart as pixels
 * @svg: the same as SVG
 * @table: its numbers
 *
 * Returns: (transfer full): the picture for the clipboard, and its numbers for who takes text only
 */
GdkContentProvider *
tide_chart_copy_picture (GdkTexture *texture, GBytes *svg, const TideChartTable *table)
{
  g_autofree char *tsv = tide_chart_table_to_tsv (table);
  GdkContentProvider *offers[] = {
    gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture),
    gdk_content_provider_new_for_bytes ("image/svg+xml", svg),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };

  return gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
}
