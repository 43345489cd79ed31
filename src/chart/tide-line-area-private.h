/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-line-area.h"

G_BEGIN_DECLS

/* The lines of a chart with their labels and axes, and the cursor over them. */
struct _TideLineArea
{
  GtkWidget parent_instance;

  TideLineTable *table;   /* owned */
  GHashTable *hidden;     /* owned set of labels: the series that are not drawn */
  TideLineLayout *layout; /* owned, nullable: what was allocated last */
  GtkWidget *axis;        /* owned as a child */
  GtkWidget *time_axis;   /* owned as a child */
  GtkWidget *unit;        /* owned as a child */
  GtkWidget *plot;        /* owned as a child */
  GPtrArray *labels;      /* owned array of children: GtkLabel by series */
  GtkWidget *points;      /* owned as a child */
  GtkWidget *cursor;      /* owned as a child */
  char *language;         /* owned, nullable */
  TideLineKind kind;
  double divisor;
  guint position;       /* where the cursor is */
  guint highlighted;    /* what the pointer is at */
  gboolean was_clicked; /* the focus came with the pointer, which shows where that is */
};

gboolean tide_line_area_is_drawn (TideLineArea *self, guint series);
void tide_line_area_place (TideLineArea *self, int width, int height);

G_END_DECLS
