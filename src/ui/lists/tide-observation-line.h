/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-observation-edit.h"
#include "ui/lists/tide-observation-choices.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideObservationLine:
 *
 * A row of the table of observations: what an indicator says of one period, or a new one. What is
 * typed in it becomes a step of the register. Signals: `added (const char *period, uint column)`
 * when a new row was taken, and which column had the focus; `entered` when Enter was pressed;
 * `pasted (const char *text)` when a table was.
 */
#define TIDE_TYPE_OBSERVATION_LINE (tide_observation_line_get_type ())
G_DECLARE_FINAL_TYPE (TideObservationLine, tide_observation_line, TIDE, OBSERVATION_LINE, GtkBox)

GtkWidget *
tide_observation_line_new (const TideObservationChoices *choices, GtkSizeGroup *const *columns);

void tide_observation_line_show (TideObservationLine *self,
                                 TideRegister *reg,
                                 const char *indicator,
                                 const TideObservationRow *row);
void tide_observation_line_set_editable (TideObservationLine *self, gboolean editable);
const char *tide_observation_line_get_key (TideObservationLine *self);
const TideDate *tide_observation_line_get_period (TideObservationLine *self);
void tide_observation_line_flush (TideObservationLine *self);
void tide_observation_line_focus (TideObservationLine *self, TideObservationColumn column);
gboolean tide_observation_line_remove (TideObservationLine *self, GError **error);

const char *tide_observation_column_get_title (TideObservationColumn column);

G_END_DECLS
