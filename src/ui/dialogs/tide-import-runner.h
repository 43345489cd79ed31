/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideImportRunFunc:
 * @data: what is known, which no other thread uses
 * @progress: told how far it has come
 * @progress_data: for @progress
 * @cancellable: stops it
 * @error: where a refusal is put
 *
 * Finds something out in a thread.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with @error
 */
typedef gpointer (*TideImportRunFunc) (gpointer data,
                                       TideProgressFunc progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GError **error);

/**
 * TideImportFoundFunc:
 * @user_data: whoever asked
 * @found: (transfer full) (nullable): what was found
 * @error: (nullable): why nothing was found
 *
 * Takes what was found out, on the main thread.
 */
typedef void (*TideImportFoundFunc) (gpointer user_data, gpointer found, const GError *error);

/**
 * TideImportRunner:
 *
 * One piece of work at a time, in a thread: what begins takes the place of what is under way.
 *
 * Properties: `busy`, whether something is under way; `fraction`, how far it has come, 0 to 1.
 */
#define TIDE_TYPE_IMPORT_RUNNER (tide_import_runner_get_type ())
G_DECLARE_FINAL_TYPE (TideImportRunner, tide_import_runner, TIDE, IMPORT_RUNNER, GObject)

TideImportRunner *tide_import_runner_new (void);
void tide_import_runner_start (TideImportRunner *self,
                               TideImportRunFunc run,
                               gpointer data,
                               GDestroyNotify free_data,
                               GDestroyNotify free_found,
                               TideImportFoundFunc take,
                               gpointer user_data);
void tide_import_runner_cancel (TideImportRunner *self);
gboolean tide_import_runner_is_busy (TideImportRunner *self);
double tide_import_runner_get_fraction (TideImportRunner *self);

G_END_DECLS
