/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-text-finding.h"
#include "core/tide-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TideReading TideReading;

/**
 * TideReadingProgress:
 * @fraction: how much is done, from 0 to 1
 * @data: what was given with the function
 *
 * Called in the thread that reads.
 */
typedef void (*TideReadingProgress) (double fraction, gpointer data);

/**
 * TideReadingOptions:
 * @includes_names: whether confidential projects are recognised by their names, with their parties,
 *   and compared with; otherwise only their code names are
 *
 * How a text is read.
 */
typedef struct
{
  gboolean includes_names;
} TideReadingOptions;

TideReading *tide_reading_new (const char *text,
                               TideSnapshot *snapshot,
                               TideReadingProgress progress,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);
TideReading *tide_reading_new_with_options (const char *text,
                                            TideSnapshot *snapshot,
                                            const TideReadingOptions *options,
                                            TideReadingProgress progress,
                                            gpointer data,
                                            GCancellable *cancellable,
                                            GError **error);
TideReading *tide_reading_ref (TideReading *self);
void tide_reading_unref (TideReading *self);
const char *tide_reading_get_text (TideReading *self);
TideSnapshot *tide_reading_get_snapshot (TideReading *self);
const TideReadingOptions *tide_reading_get_options (TideReading *self);
const GPtrArray *tide_reading_get_findings (TideReading *self);
char *tide_reading_dup_basis (TideReading *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideReading, tide_reading_unref)

G_END_DECLS
