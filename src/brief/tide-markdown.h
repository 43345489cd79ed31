/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tide_markdown_write (GString *text, const char *words, gsize length);

G_END_DECLS
