/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TIDE_ARCHIVE_MAX_PARTS:
 *
 * How many files may be packed in an archive.
 */
#define TIDE_ARCHIVE_MAX_PARTS 10000

gboolean tide_archive_directory_check (GBytes *file, GError **error);

G_END_DECLS
