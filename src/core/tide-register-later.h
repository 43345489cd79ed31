/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Steps on a large register are worked out in a thread; the main loop swaps in what comes out. */

/* A step of fewer edits than these is done at once, and so is one about fewer projects. */
#define TIDE_MANY_EDITS 500

/**
 * TideStepMaker:
 * @snapshot: a register
 * @now: when the step is done, in seconds since 1970 UTC
 * @data: what the step is about
 *
 * Makes a step, in any thread.
 *
 * Returns: (transfer full): the step
 */
typedef TideStep *(*TideStepMaker) (TideSnapshot *snapshot, gint64 now, gpointer data);

void tide_register_apply_async (TideRegister *self,
                                TideStep *step,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void tide_register_make_async (TideRegister *self,
                               TideStepMaker make,
                               gpointer data,
                               GDestroyNotify free_data,
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
