/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-box.h"
#include "plot/tide-thinning.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_LINE_CURSOR (tide_line_cursor_get_type ())

G_DECLARE_FINAL_TYPE (TideLineCursor, tide_line_cursor, TIDE, LINE_CURSOR, GtkWidget)

GtkWidget *tide_line_cursor_new (void);
void tide_line_cursor_show (TideLineCursor *self,
                            const TideBox *plot,
                            const TideSpot *spot,
                            const GdkRGBA *color);
void tide_line_cursor_set_text (TideLineCursor *self, const char *text, const char *language);
void tide_line_cursor_hide (TideLineCursor *self);

G_END_DECLS
