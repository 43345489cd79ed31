/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideSidebarFilterRow:
 *
 * A saved filter in the sidebar: its name, how many projects it lets through, and a menu. Its
 * actions `filter.…` have the window act on the filter.
 */
#define TIDE_TYPE_SIDEBAR_FILTER_ROW (tide_sidebar_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TideSidebarFilterRow, tide_sidebar_filter_row, TIDE, SIDEBAR_FILTER_ROW, GtkListBoxRow)

GtkWidget *tide_sidebar_filter_row_new (TideRecord *filter);

const TideFilter *tide_sidebar_filter_row_get_filter (TideSidebarFilterRow *self);
void tide_sidebar_filter_row_set_count (TideSidebarFilterRow *self, guint count);

G_END_DECLS
