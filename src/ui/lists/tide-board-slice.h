/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideBoardSlice:
 *
 * The rows of a selection model from one position on, as a #GtkSelectionModel of their own: what is
 * selected here is selected there. It follows the selection by itself, and the rows as whoever
 * knows where they are tells it.
 */
#define TIDE_TYPE_BOARD_SLICE (tide_board_slice_get_type ())
G_DECLARE_FINAL_TYPE (TideBoardSlice, tide_board_slice, TIDE, BOARD_SLICE, GObject)

TideBoardSlice *tide_board_slice_new (GtkSelectionModel *whole);

GtkSelectionModel *tide_board_slice_get_whole (TideBoardSlice *self);
guint tide_board_slice_get_start (TideBoardSlice *self);
void tide_board_slice_place (TideBoardSlice *self, guint start, guint n);
void tide_board_slice_tell (TideBoardSlice *self, guint position, guint removed, guint added);

G_END_DECLS
