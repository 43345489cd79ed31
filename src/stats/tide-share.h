/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tide_share (gint64 whole, const gint64 *weights, guint n_weights, gint64 *parts);
void tide_weights_close (GArray *weights);

G_END_DECLS
