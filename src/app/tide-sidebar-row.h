/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideSidebarRow:
 *
 * One page of the window in the sidebar: icon, title and how many records it lists.
 */
#define TIDE_TYPE_SIDEBAR_ROW (tide_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (TideSidebarRow, tide_sidebar_row, TIDE, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *tide_sidebar_row_new (GtkStackPage *page);

GtkStackPage *tide_sidebar_row_get_page (TideSidebarRow *self);
void tide_sidebar_row_set_count (TideSidebarRow *self, guint count);

G_END_DECLS
