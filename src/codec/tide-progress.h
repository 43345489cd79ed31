/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideProgressFunc:
 * @done: how much is done
 * @total: how much there is, in the same measure; never 0
 * @user_data: whatever was handed in with the function
 *
 * Told how far a long piece of work has come, in the thread that does it.
 */
typedef void (*TideProgressFunc) (gsize done, gsize total, gpointer user_data);

G_END_DECLS
