/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-recent.h"

G_BEGIN_DECLS

/**
 * TIDE_SESSION_MAX_RECENTS:
 *
 * How many registers are remembered.
 */
#define TIDE_SESSION_MAX_RECENTS 20

char *tide_session_text_write (GListModel *recents);
GPtrArray *tide_session_text_read (const char *text, gsize length);

G_END_DECLS
