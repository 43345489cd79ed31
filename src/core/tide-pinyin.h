/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *tide_pinyin_get_readings (gunichar character);
gboolean tide_pinyin_is_han (gunichar character);

G_END_DECLS
