/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTemplatesPage:
 *
 * The list of templates: those of the register, and those that the program has. Signals: `opened`
 * with a template to be edited, or read where it has no id; `copied` with one of which a new one
 * is to be made; both with a boxed #TidePayload, `copied` with %NULL for one without any text.
 */
#define TIDE_TYPE_TEMPLATES_PAGE (tide_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TideTemplatesPage, tide_templates_page, TIDE, TEMPLATES_PAGE, AdwNavigationPage)

void tide_templates_page_set_register (TideTemplatesPage *self, TideRegister *reg);
void tide_templates_page_reveal (TideTemplatesPage *self, const char *id);

G_END_DECLS
