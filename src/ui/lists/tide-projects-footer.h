/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-register.h"
#include "stats/tide-figure.h"

G_BEGIN_DECLS

/**
 * TideProjectsFooter:
 *
 * Below a list of projects: how many they are and their total, or those of the selected ones, with
 * an explanation, and how many of them the total leaves out. Read aloud once it has stopped
 * changing. Signal: `excluded-requested` when those left out are to be shown.
 */
#define TIDE_TYPE_PROJECTS_FOOTER (tide_projects_footer_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectsFooter, tide_projects_footer, TIDE, PROJECTS_FOOTER, AdwBin)

void tide_projects_footer_show (TideProjectsFooter *self,
                                TideRegister *reg,
                                const char *amount_kind,
                                const TideFigure *total,
                                const TideFigure *selected);

G_END_DECLS
