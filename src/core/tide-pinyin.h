/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint tide_pinyin_get_n_keys (void);
guint tide_pinyin_get_key (gunichar character);
const char *tide_pinyin_get_readings_of_key (guint key);
guint tide_pinyin_get_next_key (guint key);
const char *tide_pinyin_get_readings (gunichar character);
gboolean tide_pinyin_is_han (gunichar character);

G_END_DECLS
