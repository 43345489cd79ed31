/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tide_number_column_align_title (GtkColumnView *view, GtkColumnViewColumn *column);
char *tide_number_column_dup_cell (const char *number);

G_END_DECLS
