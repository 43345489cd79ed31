/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_WRAP_LAYOUT (tide_wrap_layout_get_type ())

G_DECLARE_FINAL_TYPE (TideWrapLayout, tide_wrap_layout, TIDE, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tide_wrap_layout_new (int gap);

G_END_DECLS
