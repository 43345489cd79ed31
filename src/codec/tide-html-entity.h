/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize tide_html_entity_read (const char *text, gsize length, gunichar *character);

G_END_DECLS
