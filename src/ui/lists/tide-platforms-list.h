/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePlatformsList:
 *
 * The platforms of innovation of a register, each with what it is and its latest counts. Signals:
 * `activated (const char *id)`, `selection-changed ()`, and `counted ()` whenever others are shown.
 */
#define TIDE_TYPE_PLATFORMS_LIST (tide_platforms_list_get_type ())
G_DECLARE_FINAL_TYPE (TidePlatformsList, tide_platforms_list, TIDE, PLATFORMS_LIST, AdwBin)

void tide_platforms_list_set_register (TidePlatformsList *self, TideRegister *reg);
void tide_platforms_list_set_search (TidePlatformsList *self, const char *search);
guint tide_platforms_list_get_n_shown (TidePlatformsList *self);
const char *tide_platforms_list_get_selected (TidePlatformsList *self);
gboolean tide_platforms_list_select (TidePlatformsList *self, const char *id);
void tide_platforms_list_set_menu (TidePlatformsList *self, GMenuModel *menu);

G_END_DECLS
