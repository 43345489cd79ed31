/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TIDE_CHART_PNG,
  TIDE_CHART_SVG,
  TIDE_CHART_PDF,
} TideChartFormat;

/**
 * TideChartPicture:
 * @node: what is drawn
 * @width: width in pixels of the screen at a scale of 1
 * @height: height likewise
 * @title: (nullable): what a PDF is called
 *
 * What a chart looks like at one moment.
 */
typedef struct
{
  GskRenderNode *node;
  int width;
  int height;
  char *title;
} TideChartPicture;

const char *tide_chart_format_get_extension (TideChartFormat format);

TideChartPicture *tide_chart_picture_new (GtkWidget *widget, const char *title);
void tide_chart_picture_free (TideChartPicture *self);
GdkTexture *tide_chart_picture_render (const TideChartPicture *self);
void tide_chart_picture_write_async (const TideChartPicture *self,
                                     TideChartFormat format,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GBytes *tide_chart_picture_write_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideChartPicture, tide_chart_picture_free)

G_END_DECLS
