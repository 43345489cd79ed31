/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tide_reading_file_save (GtkWidget *parent, TideReading *reading, const char *name);
void
tide_reading_file_write (GtkWidget *parent, TideReading *reading, const char *name, GFile *file);
void tide_reading_print (GtkWidget *parent, TideReading *reading, const char *name);

G_END_DECLS
