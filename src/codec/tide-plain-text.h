/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TIDE_PLAIN_TEXT_MAX_SIZE (4u * 1024u * 1024u)
#define TIDE_PLAIN_TEXT_MAX_SIZE_TEXT "4 MB"

char *tide_plain_text_read (GBytes *bytes, GCancellable *cancellable, GError **error);
char *tide_plain_text_dup_broken (const char *text, gsize length, gsize max);

G_END_DECLS
