/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "stats/tide-breakdown.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideDivisionsTable:
 *
 * The divisions of a register, each below the one it is part of, with how many projects they have
 * and what these amount to, counted in a thread: a division has those of the divisions below it,
 * zones included. Properties: `register`, `amount-kind` (code), `search` (words that a name or what
 * is known of a division must contain). Signals: `counted` when figures have arrived, `changed`
 * when other divisions are shown, `selection-changed`, `activated (const char *id)`,
 * `filter-requested (TidePayload *filter)` when the projects behind a figure are asked for.
 */
#define TIDE_TYPE_DIVISIONS_TABLE (tide_divisions_table_get_type ())
G_DECLARE_FINAL_TYPE (TideDivisionsTable, tide_divisions_table, TIDE, DIVISIONS_TABLE, AdwBin)

TideRegister *tide_divisions_table_get_register (TideDivisionsTable *self);
void tide_divisions_table_set_register (TideDivisionsTable *self, TideRegister *reg);
const char *tide_divisions_table_get_amount_kind (TideDivisionsTable *self);
void tide_divisions_table_set_amount_kind (TideDivisionsTable *self, const char *code);
const char *tide_divisions_table_get_search (TideDivisionsTable *self);
void tide_divisions_table_set_search (TideDivisionsTable *self, const char *search);
void tide_divisions_table_set_menu (TideDivisionsTable *self, GMenuModel *menu);

guint tide_divisions_table_get_n_shown (TideDivisionsTable *self);
const TideBreakdown *tide_divisions_table_get_breakdown (TideDivisionsTable *self);
const char *tide_divisions_table_get_selected (TideDivisionsTable *self);
gboolean tide_divisions_table_reveal (TideDivisionsTable *self, const char *id);

G_END_DECLS
