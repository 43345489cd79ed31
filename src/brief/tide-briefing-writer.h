/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-options.h"
#include "brief/tide-briefing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

TideBriefing *tide_briefing_write (TideSnapshot *snapshot,
                                   const TideBriefingOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
void tide_briefing_write_async (TideSnapshot *snapshot,
                                const TideBriefingOptions *options,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
TideBriefing *tide_briefing_write_finish (GAsyncResult *result, GError **error);

char *tide_briefing_dup_wording (TideSnapshot *snapshot, const TideBriefingOptions *options);

G_END_DECLS
