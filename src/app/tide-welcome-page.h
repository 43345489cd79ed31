/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideWelcomePage:
 *
 * What a window shows that has no register: what the program is for, how to begin, and the
 * registers opened last. Signal `open-requested (GFile *file)` when one of those is chosen.
 */
#define TIDE_TYPE_WELCOME_PAGE (tide_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TideWelcomePage, tide_welcome_page, TIDE, WELCOME_PAGE, AdwBin)

void tide_welcome_page_set_context (TideWelcomePage *self, TideContext *context);

G_END_DECLS
