/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideObservationCell:
 *
 * A cell of the table of observations: a text that is typed, or one that is chosen, and below it
 * what is wrong with it. Signals: `edited (const char *text)` once something else was typed or
 * chosen: with Enter, or when the focus goes elsewhere; `entered` when Enter was pressed, after
 * that; `pasted (const char *text)` instead of taking the text of a clipboard that is a table.
 */
#define TIDE_TYPE_OBSERVATION_CELL (tide_observation_cell_get_type ())
G_DECLARE_FINAL_TYPE (TideObservationCell, tide_observation_cell, TIDE, OBSERVATION_CELL, AdwBin)

GtkWidget *tide_observation_cell_new (GtkStringList *codes, GtkStringList *labels);

const char *tide_observation_cell_get_text (TideObservationCell *self);
char *tide_observation_cell_dup_typed (TideObservationCell *self);
void tide_observation_cell_set_text (TideObservationCell *self, const char *text);
void tide_observation_cell_set_name (TideObservationCell *self, const char *name);
void tide_observation_cell_set_hint (TideObservationCell *self, const char *hint);
void tide_observation_cell_set_editable (TideObservationCell *self, gboolean editable);
void tide_observation_cell_set_problem (TideObservationCell *self, const char *problem);
void tide_observation_cell_reset (TideObservationCell *self);
void tide_observation_cell_flush (TideObservationCell *self);

G_END_DECLS
