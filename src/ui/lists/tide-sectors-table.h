/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "stats/tide-breakdown.h"
#include "ui/lists/tide-sector-node.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideSectorsTable:
 *
 * The sectors of one taxonomy as a tree, with how many projects each has and what they amount to,
 * counted in a thread. Properties: `register`, `taxonomy` (id), `amount-kind` (code), `search`
 * (what a name or a code must contain), `n-sectors`, `n-shown` (that match the search). Signals:
 * `counted` when figures have arrived, `selection-changed`, `filter-requested (TidePayload
 * *filter)` when the projects behind a figure are asked for.
 */
#define TIDE_TYPE_SECTORS_TABLE (tide_sectors_table_get_type ())
G_DECLARE_FINAL_TYPE (TideSectorsTable, tide_sectors_table, TIDE, SECTORS_TABLE, AdwBin)

TideRegister *tide_sectors_table_get_register (TideSectorsTable *self);
void tide_sectors_table_set_register (TideSectorsTable *self, TideRegister *reg);
const char *tide_sectors_table_get_taxonomy (TideSectorsTable *self);
void tide_sectors_table_set_taxonomy (TideSectorsTable *self, const char *taxonomy);
const char *tide_sectors_table_get_amount_kind (TideSectorsTable *self);
void tide_sectors_table_set_amount_kind (TideSectorsTable *self, const char *code);
const char *tide_sectors_table_get_search (TideSectorsTable *self);
void tide_sectors_table_set_search (TideSectorsTable *self, const char *search);
guint tide_sectors_table_get_n_sectors (TideSectorsTable *self);
guint tide_sectors_table_get_n_shown (TideSectorsTable *self);
void tide_sectors_table_set_menu (TideSectorsTable *self, GMenuModel *menu);

const TideBreakdown *tide_sectors_table_get_breakdown (TideSectorsTable *self);
char *tide_sectors_table_dup_total (TideSectorsTable *self);
GtkSelectionModel *tide_sectors_table_get_selection (TideSectorsTable *self);
TideSectorNode *tide_sectors_table_get_selected (TideSectorsTable *self);
gboolean tide_sectors_table_reveal (TideSectorsTable *self, const char *id);

G_END_DECLS
