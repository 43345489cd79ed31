/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-as-of.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideAsOfBanner:
 *
 * Tells, as long as it lasts, that the register is shown as it stood, what is left out, and the way
 * back.
 */
#define TIDE_TYPE_AS_OF_BANNER (tide_as_of_banner_get_type ())
G_DECLARE_FINAL_TYPE (TideAsOfBanner, tide_as_of_banner, TIDE, AS_OF_BANNER, AdwBin)

void tide_as_of_banner_show (TideAsOfBanner *self, const TideAsOf *as_of);

G_END_DECLS
