/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tide_table_add_fold_keys (GtkWidget *view, GtkShortcutFunc fold, gpointer data);
void tide_table_popup_menu (GtkWidget *table, GtkPopover *menu);

G_END_DECLS
