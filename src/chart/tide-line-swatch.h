/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-line-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_LINE_SWATCH (tide_line_swatch_get_type ())

G_DECLARE_FINAL_TYPE (TideLineSwatch, tide_line_swatch, TIDE, LINE_SWATCH, GtkWidget)

GtkWidget *tide_line_swatch_new (guint series, TideLineKind kind);

G_END_DECLS
