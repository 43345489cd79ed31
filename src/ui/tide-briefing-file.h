/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkContentProvider *tide_briefing_content_new (const TideBriefing *briefing);
void tide_briefing_file_save (GtkWidget *parent, TideBriefing *briefing, const char *name);
void
tide_briefing_file_write (GtkWidget *parent, TideBriefing *briefing, const char *name, GFile *file);
void tide_briefing_print (GtkWidget *parent, TideBriefing *briefing, const char *name);

G_END_DECLS
