/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-point.h"
#include "plot/tide-line-layout.h"
#include "plot/tide-time-ticks.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideLineTable:
 * @points: (element-type TidePoint): the points in the model's order
 * @series: (element-type utf8): labels of the series, in the order of their first point
 * @places: (array): for each point its place in its series
 * @is_time: whether x is a day for all of them
 * @finest: how exactly time is known at most
 * @has_values: whether any value is known
 *
 * A model's points, sorted into series, and these by x. Points with the same x stay in the order
 * of the model.
 */
typedef struct
{
  GPtrArray *points;
  GPtrArray *series;
  TideLinePlace *places;
  gboolean is_time;
  TideTimeUnit finest;
  gboolean has_values;

  /*< private >*/
  GPtrArray *positions; /* owned array of GArray of guint, by series */
  GPtrArray *lines;     /* owned array of GArray of TideLinePoint, by series */
} TideLineTable;

TideLineTable *tide_line_table_new (GListModel *model);
void tide_line_table_free (TideLineTable *self);
guint tide_line_table_get_position (const TideLineTable *self, TideLinePlace place);
TidePoint *tide_line_table_get_point (const TideLineTable *self, TideLinePlace place);
const TideLinePoint *
tide_line_table_get_line (const TideLineTable *self, guint series, guint *n_points);
char *tide_line_table_dup_date (const TideLineTable *self, guint position);
guint tide_line_table_find_id (const TideLineTable *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideLineTable, tide_line_table_free)

G_END_DECLS
