/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TIDE_FILE_READER_LIMIT (256u * 1024u * 1024u)

GBytes *tide_file_reader_read (GFile *file, GCancellable *cancellable, GError **error);
GBytes *
tide_file_reader_read_head (GFile *file, gsize length, GCancellable *cancellable, GError **error);

G_END_DECLS
