/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"
#include "core/tide-observation-edit.h"

G_BEGIN_DECLS

/* The drafts of what a row says; NULL for what it does not say. */
typedef struct
{
  TideDraft *draft; /* owned: of the indicator */
  TideDraft *observation;
  TideDraft *growth;
  TideDraft *series_break;
  const TideScale *unit;
} TideObservationEdit;

gboolean tide_observation_edit_begin (TideObservationEdit *edit, TideRegister *reg, const char *id);
void tide_observation_edit_choose (TideObservationEdit *edit, const TideObservationRow *row);
char *tide_observation_edit_change (TideObservationEdit *edit, const char *const *texts);

G_END_DECLS
