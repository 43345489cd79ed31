/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-progress.h"
#include "core/tide-problem.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TIDE_JSON_MAX_PROBLEMS:
 *
 * The most problems that one reading reports.
 */
#define TIDE_JSON_MAX_PROBLEMS 100

TideSnapshot *tide_json_read (GBytes *bytes,
                              const char *file_name,
                              TideProgressFunc progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GPtrArray **problems,
                              GError **error);

TideStep *tide_json_read_step (const char *text, GError **error);
TidePayload *tide_json_read_record (GBytes *bytes,
                                    TideRecordKind kind,
                                    const char *file_name,
                                    GPtrArray **problems,
                                    GError **error);

G_END_DECLS
