/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tide_test_folder_new (void);
void tide_test_folder_remove (const char *path);
void tide_test_folder_copy (const char *from, const char *to);

G_END_DECLS
