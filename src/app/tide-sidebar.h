/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideSidebar:
 *
 * The pages of a stack as a list, each with its icon, title and count. Choosing one shows it.
 */
#define TIDE_TYPE_SIDEBAR (tide_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TideSidebar, tide_sidebar, TIDE, SIDEBAR, AdwBin)

void tide_sidebar_set_count (TideSidebar *self, const char *name, guint count);

G_END_DECLS
