/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-context.h"
#include "store/tide-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideWindow:
 *
 * One register, or the welcome page. Property `document` (#TideDocument, %NULL on the welcome
 * page).
 */
#define TIDE_TYPE_WINDOW (tide_window_get_type ())
G_DECLARE_FINAL_TYPE (TideWindow, tide_window, TIDE, WINDOW, AdwApplicationWindow)

void tide_window_init_resources (void);

TideWindow *tide_window_new (GtkApplication *application, TideContext *context);
TideDocument *tide_window_get_document (TideWindow *self);
gboolean tide_window_has_file (TideWindow *self, GFile *file);
gboolean tide_window_is_opening (TideWindow *self, GFile *file);
gboolean tide_window_is_free (TideWindow *self);
void tide_window_open (TideWindow *self, GFile *file, gboolean as_copy);
void tide_window_reopen (TideWindow *self, GFile *file);
void tide_window_recover (TideWindow *self, TideJournalReading *reading);
void tide_window_show_new (TideWindow *self);
void tide_window_import (TideWindow *self, GFile *file);
GtkFileFilter *tide_window_new_file_filter (void);
GtkFileFilter *tide_window_new_table_filter (void);

G_END_DECLS
