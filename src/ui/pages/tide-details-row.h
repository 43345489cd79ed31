/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-date.h"

G_BEGIN_DECLS

/* The rows that details consist of; what users have typed is shown as it is. */

void tide_details_join (GString *text, const char *part);
void tide_details_join_date (GString *text, const TideDate *date);
GtkWidget *tide_details_append_row (GtkListBox *list,
                                    const char *title,
                                    const char *subtitle,
                                    const char *suffix);

G_END_DECLS
