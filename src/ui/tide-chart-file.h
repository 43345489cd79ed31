/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tide_chart_file_choose (GtkWidget *widget, GBytes *bytes, const char *name);
void tide_chart_file_write (GtkWidget *widget, GFile *file, GBytes *bytes);

G_END_DECLS
