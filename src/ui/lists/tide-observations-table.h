/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-observation-paste.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideObservationsTable:
 *
 * The observations of an indicator, edited in place: values, published growth and breaks of each
 * period in a row, and an empty row for the next. Each edit is a step; what is wrong stands below
 * the cell. Rows of a spreadsheet are pasted as one step. Properties: `register` and `indicator`,
 * an id. Signal: `pasted (TideObservationPaste *)`.
 */
#define TIDE_TYPE_OBSERVATIONS_TABLE (tide_observations_table_get_type ())
G_DECLARE_FINAL_TYPE (
    TideObservationsTable, tide_observations_table, TIDE, OBSERVATIONS_TABLE, AdwBin)

TideRegister *tide_observations_table_get_register (TideObservationsTable *self);
void tide_observations_table_set_register (TideObservationsTable *self, TideRegister *reg);
const char *tide_observations_table_get_indicator (TideObservationsTable *self);
void tide_observations_table_set_indicator (TideObservationsTable *self, const char *indicator);

void tide_observations_table_paste (TideObservationsTable *self, const char *text);

G_END_DECLS
