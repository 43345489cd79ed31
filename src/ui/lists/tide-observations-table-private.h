/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-observation-line.h"
#include "ui/lists/tide-observations-table.h"

G_BEGIN_DECLS

struct _TideObservationsTable
{
  AdwBin parent_instance;

  TideRegister *reg;                                 /* owned; nullable */
  char *indicator;                                   /* owned; nullable */
  GSignalGroup *links;                               /* owned: its target is the register */
  TideObservationChoices choices;                    /* owned */
  GtkSizeGroup *columns[TIDE_N_OBSERVATION_COLUMNS]; /* owned */
  GPtrArray *lines;      /* owned: of borrowed TideObservationLine, in the order of the rows */
  GCancellable *pasting; /* owned: cancelled when the table goes */

  /* template children */
  GtkBox *header;
  GtkBox *box;
  TideObservationLine *new_line;
};

/* tide-observations-table-acts.c */
const TideIndicatorPayload *tide_observations_table_get_payload (TideObservationsTable *self);
gboolean tide_observations_table_can_edit (TideObservationsTable *self);
TideObservationLine *
tide_observations_table_find_line (TideObservationsTable *self, const char *key);
void tide_observations_table_focus_new (TideObservationsTable *self);
void tide_observations_table_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
