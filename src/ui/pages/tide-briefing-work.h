/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-options.h"
#include "brief/tide-saved-briefing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideBriefingResult:
 * @briefing: what was written
 * @changes: (nullable) (element-type TideBriefingChange): what has changed since a briefing was
 *   saved; %NULL where there was none to compare with
 *
 * A briefing as a page shows it.
 */
typedef struct
{
  TideBriefing *briefing;
  GPtrArray *changes;
} TideBriefingResult;

void tide_briefing_work_run_async (TideSnapshot *snapshot,
                                   const TideBriefingOptions *options,
                                   const TidePayload *saved,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
TideBriefingResult *tide_briefing_work_run_finish (GAsyncResult *result, GError **error);
void tide_briefing_result_free (TideBriefingResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBriefingResult, tide_briefing_result_free)

G_END_DECLS
