/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-as-of.h"

G_BEGIN_DECLS

gboolean tide_as_of_cut (TideAsOf *self, guint32 day, GCancellable *cancellable, GError **error);

G_END_DECLS
