/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tide_compound_is_likely (GBytes *file);
gboolean tide_compound_has_stream (GBytes *file, const char *name);

G_END_DECLS
