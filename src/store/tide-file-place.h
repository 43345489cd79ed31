/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *tide_file_place_dup (GFile *file);
char *tide_file_place_format (const char *path, const char *host_path, const char *home);
gboolean tide_file_place_is_portal_path (const char *path);

G_END_DECLS
