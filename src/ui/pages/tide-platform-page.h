/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePlatformPage:
 *
 * One platform of innovation: what it is, its counts with their line over time, the results that
 * come from it and how they went on, and where that is known from.
 */
#define TIDE_TYPE_PLATFORM_PAGE (tide_platform_page_get_type ())
G_DECLARE_FINAL_TYPE (TidePlatformPage, tide_platform_page, TIDE, PLATFORM_PAGE, AdwNavigationPage)

TidePlatformPage *tide_platform_page_new (TideRegister *reg, const char *id);

const char *tide_platform_page_get_platform (TidePlatformPage *self);

G_END_DECLS
