/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One chart in one of its edge cases. */
typedef struct
{
  const char *name;
  GtkWidget *(*create) (gconstpointer data); /* a chart, floating */
  gconstpointer data;
} ShotsChart;

/* Each ends with a chart without a name. */
extern const ShotsChart shots_bars[];
extern const ShotsChart shots_lines[];
extern const ShotsChart shots_shapes[];

/* Calls a function for every chart there is; those alone whose names begin so, if PREFIX is one. */
typedef void (*ShotsChartFunc) (const ShotsChart *chart, gpointer data);
void shots_gallery_visit (const char *prefix, ShotsChartFunc visit, gpointer data);

G_END_DECLS
