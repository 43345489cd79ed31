/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideSidebar:
 *
 * The pages of a stack as a list, each with its icon, title and count, and below the page of
 * projects the saved filters of a register. Choosing a page shows it, choosing a filter asks for
 * its projects. Properties: `stack`, set once, and `register`.
 */
#define TIDE_TYPE_SIDEBAR (tide_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TideSidebar, tide_sidebar, TIDE, SIDEBAR, AdwBin)

TideRegister *tide_sidebar_get_register (TideSidebar *self);
void tide_sidebar_set_register (TideSidebar *self, TideRegister *reg);
void tide_sidebar_show_filter (TideSidebar *self, const TideFilter *filter);
void tide_sidebar_focus_shown (TideSidebar *self);
void tide_sidebar_set_count (TideSidebar *self, const char *name, guint count);

G_END_DECLS
