/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-line-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_LINE_AREA (tide_line_area_get_type ())

G_DECLARE_FINAL_TYPE (TideLineArea, tide_line_area, TIDE, LINE_AREA, GtkWidget)

void tide_line_area_set_table (TideLineArea *self, TideLineTable *table);
const TideLineTable *tide_line_area_get_table (TideLineArea *self);
void tide_line_area_set_kind (TideLineArea *self, TideLineKind kind);
void tide_line_area_set_title (TideLineArea *self, const char *title);
void tide_line_area_set_unit (TideLineArea *self, const char *label, double divisor);
void tide_line_area_set_language (TideLineArea *self, const char *language);
void tide_line_area_set_cursor (TideLineArea *self, guint cursor);
guint tide_line_area_get_cursor (TideLineArea *self);
void tide_line_area_show_series (TideLineArea *self, const char *series, gboolean is_shown);
gboolean tide_line_area_is_series_shown (TideLineArea *self, const char *series);

G_END_DECLS
