/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of the lists on the page of one record. */

void tide_page_rows_append (GtkListBox *rows, GtkWidget *row);
void tide_page_rows_append_link (GtkListBox *rows,
                                 GtkWidget *row,
                                 const char *action,
                                 const char *target);
void tide_page_rows_append_fact (GtkListBox *rows, const char *title, const char *value);
void tide_page_rows_append_empty (GtkListBox *rows, const char *text);

G_END_DECLS
