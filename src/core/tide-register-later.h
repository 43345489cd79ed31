/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Steps on a large register are worked out in a thread; the main loop swaps in what comes out. */

/* A step of fewer edits than these is done at once. */
#define TIDE_MANY_EDITS 500

void tide_register_apply_async (TideRegister *self,
                                TideStep *step,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean tide_register_apply_finish (TideRegister *self, GAsyncResult *result, GError **error);
void tide_register_undo_async (TideRegister *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void tide_register_redo_async (TideRegister *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean tide_register_travel_finish (TideRegister *self, GAsyncResult *result);

G_END_DECLS
