/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-history-list.h"

G_BEGIN_DECLS

/**
 * TideHistoryFormat:
 * @TIDE_HISTORY_FORMAT_CSV: a table, one row a change
 * @TIDE_HISTORY_FORMAT_JSON: an object with an array, one line a change
 */
typedef enum
{
  TIDE_HISTORY_FORMAT_CSV,
  TIDE_HISTORY_FORMAT_JSON,
} TideHistoryFormat;

void tide_history_export_async (TideHistoryList *list,
                                TideHistoryFormat format,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GBytes *tide_history_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
