/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-version.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideVersionRow:
 *
 * A version in a list: when it was saved, by whom, and how much was changed. Its button activates
 * `versions.restore` with the number of the row; who has no pointer has the button of the list.
 */
#define TIDE_TYPE_VERSION_ROW (tide_version_row_get_type ())
G_DECLARE_FINAL_TYPE (TideVersionRow, tide_version_row, TIDE, VERSION_ROW, GtkListBoxRow)

GtkWidget *tide_version_row_new (TideVersion *version, const char *time_zone);

TideVersion *tide_version_row_get_version (TideVersionRow *self);
void tide_version_row_set_mark (TideVersionRow *self, const char *mark);

G_END_DECLS
