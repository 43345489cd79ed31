/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

G_BEGIN_DECLS

/**
 * TideProjectMove:
 * @n_forward: how many projects go on, those without a stage included
 * @n_back: how many go back to an earlier stage
 * @n_there: how many are there already, and stay as they are
 *
 * What moving projects to a stage means for them.
 */
typedef struct
{
  guint n_forward;
  guint n_back;
  guint n_there;
} TideProjectMove;

TideDraft *tide_project_move_new_draft (TideRegister *reg, const char *list);
void tide_project_move_sum_up (TideDraft *entry, const char *const *ids, TideProjectMove *move);
void tide_project_move_check_date (TideDraft *entry, const char *const *ids);
TideField *tide_project_move_check (TideDraft *entry, const char *const *ids);
TidePayload *tide_project_move_dup_values (TideDraft *entry);
TideStep *tide_project_move_new_step (const TidePayload *values,
                                      TideSnapshot *snapshot,
                                      const char *const *ids,
                                      TideClock *clock,
                                      gint64 now);

G_END_DECLS
