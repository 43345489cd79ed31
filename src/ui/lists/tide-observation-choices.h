/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideObservationChoices:
 *
 * What can be chosen in the columns of basis and source: codes or ids, and what they are called.
 * The first one is empty, for nothing.
 */
typedef struct
{
  GtkStringList *bases;         /* owned */
  GtkStringList *base_labels;   /* owned */
  GtkStringList *sources;       /* owned */
  GtkStringList *source_labels; /* owned */
} TideObservationChoices;

void tide_observation_choices_init (TideObservationChoices *self);
void tide_observation_choices_fill_sources (TideObservationChoices *self, TideRegister *reg);
void tide_observation_choices_clear (TideObservationChoices *self);

G_END_DECLS
