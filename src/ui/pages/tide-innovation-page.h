/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideInnovationPage:
 *
 * Where innovation comes from and how it becomes industry: platforms, the board of results, and how
 * many of them went on. Pages of single platforms are pushed upon it. Property `register`.
 */
#define TIDE_TYPE_INNOVATION_PAGE (tide_innovation_page_get_type ())
G_DECLARE_FINAL_TYPE (TideInnovationPage, tide_innovation_page, TIDE, INNOVATION_PAGE, AdwBin)

TideRegister *tide_innovation_page_get_register (TideInnovationPage *self);
void tide_innovation_page_set_register (TideInnovationPage *self, TideRegister *reg);
void tide_innovation_page_show_platform (TideInnovationPage *self, const char *id);
void tide_innovation_page_show_result (TideInnovationPage *self, const char *id);

G_END_DECLS
