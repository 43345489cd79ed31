/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table.h"

G_BEGIN_DECLS

gboolean tide_cell_text_is_normal (const char *text, gsize length);
gboolean tide_cell_text_is_guarded (const char *text, gsize length);
gboolean tide_cell_text_looks_counted (const char *text);
gboolean tide_cell_text_looks_like_period (const char *text);

gboolean
tide_cell_text_add (TideTableBuilder *builder, const char *text, gsize length, GError **error);

G_END_DECLS
