/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-figure.h"
#include "ui/lists/tide-project-groups.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideProjectTotals:
 *
 * The total of the projects on view, of those that are selected, and of each group, which gets its
 * figure from here. Amounts are told as the view's filter asks for. They are added up in a thread,
 * once for all changes that come together. Signal: `changed`.
 */
#define TIDE_TYPE_PROJECT_TOTALS (tide_project_totals_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectTotals, tide_project_totals, TIDE, PROJECT_TOTALS, GObject)

TideProjectTotals *
tide_project_totals_new (TideProjectGroups *groups, GtkSelectionModel *selection);

void tide_project_totals_set_kind (TideProjectTotals *self, TideAmountKind kind);
const TideFigure *tide_project_totals_get_total (TideProjectTotals *self);
const TideFigure *tide_project_totals_get_selected (TideProjectTotals *self);

G_END_DECLS
