/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "ui/lists/tide-event-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideEventsTable:
 *
 * The events of a register as a table, with what was declared and what is recorded, counted in a
 * thread. Properties `register` and `search` (what a name or venue must contain). Signals:
 * `counted ()` once figures have come, `activated (const char *id)`, `selection-changed ()`.
 */
#define TIDE_TYPE_EVENTS_TABLE (tide_events_table_get_type ())
G_DECLARE_FINAL_TYPE (TideEventsTable, tide_events_table, TIDE, EVENTS_TABLE, AdwBin)

TideRegister *tide_events_table_get_register (TideEventsTable *self);
void tide_events_table_set_register (TideEventsTable *self, TideRegister *reg);
const char *tide_events_table_get_search (TideEventsTable *self);
void tide_events_table_set_search (TideEventsTable *self, const char *search);

guint tide_events_table_get_n_events (TideEventsTable *self);
guint tide_events_table_get_n_shown (TideEventsTable *self);
GStrv tide_events_table_dup_selected (TideEventsTable *self);
GStrv tide_events_table_dup_shown (TideEventsTable *self);
const TideFilter *tide_events_table_get_filter (TideEventsTable *self, const char *id);
gboolean tide_events_table_reveal (TideEventsTable *self, const char *id);
void tide_events_table_set_menu (TideEventsTable *self, GMenuModel *menu);

G_END_DECLS
