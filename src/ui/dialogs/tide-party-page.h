/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePartyPage:
 *
 * A page of a form on which a party is added to the register while a project is being edited.
 * Signal: `created (const char *id)` once it is in the register.
 */
#define TIDE_TYPE_PARTY_PAGE (tide_party_page_get_type ())
G_DECLARE_FINAL_TYPE (TidePartyPage, tide_party_page, TIDE, PARTY_PAGE, AdwNavigationPage)

AdwNavigationPage *tide_party_page_new (TideRegister *reg);

G_END_DECLS
