/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideBulkBar:
 *
 * What can be done with several projects at once, below their list. It is there while two or more
 * are selected. Properties: `compact`, whether there is room for one menu only.
 */
#define TIDE_TYPE_BULK_BAR (tide_bulk_bar_get_type ())
G_DECLARE_FINAL_TYPE (TideBulkBar, tide_bulk_bar, TIDE, BULK_BAR, AdwBin)

void tide_bulk_bar_set_n_selected (TideBulkBar *self, guint n);
gboolean tide_bulk_bar_get_compact (TideBulkBar *self);
void tide_bulk_bar_set_compact (TideBulkBar *self, gboolean compact);

G_END_DECLS
