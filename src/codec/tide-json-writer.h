/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-progress.h"
#include "core/tide-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TIDE_JSON_VERSION:
 *
 * The version of the register file that this program writes, and the newest that it reads.
 */
#define TIDE_JSON_VERSION 1

GBytes *tide_json_write (TideSnapshot *snapshot,
                         TideProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);
char *tide_json_write_payload (const TidePayload *payload);
char *tide_json_write_step (const TideStep *step);

G_END_DECLS
