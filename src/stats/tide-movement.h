/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-as-of.h"
#include "core/tide-comparison.h"
#include "stats/tide-figure.h"

G_BEGIN_DECLS

/**
 * TideMovementReason:
 * @TIDE_MOVEMENT_ADDED: it was not there before
 * @TIDE_MOVEMENT_REMOVED: it is not there any more
 * @TIDE_MOVEMENT_TERMINATED: it was terminated
 * @TIDE_MOVEMENT_MOVED: it is in another stage
 * @TIDE_MOVEMENT_CHANGED: something else of it is different
 * @TIDE_MOVEMENT_REVALUED: it is the same, but its amounts are told at other rates, or it counts
 *   otherwise because of others
 * @TIDE_MOVEMENT_SAME: nothing has become of it
 *
 * What has become of a project between two moments: the first that holds.
 */
typedef enum
{
  TIDE_MOVEMENT_ADDED,
  TIDE_MOVEMENT_REMOVED,
  TIDE_MOVEMENT_TERMINATED,
  TIDE_MOVEMENT_MOVED,
  TIDE_MOVEMENT_CHANGED,
  TIDE_MOVEMENT_REVALUED,
  TIDE_MOVEMENT_SAME,
  TIDE_N_MOVEMENTS,
} TideMovementReason;

#define TIDE_MOVEMENT_NOWHERE G_MAXUINT

/**
 * TideMovementRow:
 * @before: position of the project among those of the earlier moment, or %TIDE_MOVEMENT_NOWHERE
 * @after: position among those of the later moment, or %TIDE_MOVEMENT_NOWHERE
 */
typedef struct
{
  guint before;
  guint after;
} TideMovementRow;

/**
 * TideMovementPart:
 * @from_stage: (nullable): code of the stage before; only of a part of those that moved
 * @to_stage: (nullable): code of the stage after
 * @rows: (element-type TideMovementRow): its projects, by id
 * @before: these before, as far as they were live
 * @after: these after
 *
 * The projects of which the same has become.
 */
typedef struct
{
  const char *from_stage;
  const char *to_stage;
  GArray *rows;
  TideFigure *before;
  TideFigure *after;
} TideMovementPart;

/**
 * TideMovement:
 * @kind: of the amounts
 * @from: the register at the earlier moment
 * @to: the register at the later moment
 * @before: all live projects at the earlier moment
 * @after: all live projects at the later moment
 * @parts: every project is in one of these, so that their counts and amounts before add up to
 *   @before, and those after to @after
 * @moves: (element-type TideMovementPart): those that moved, from stage to stage
 * @step: what makes one register of the other, of all records
 * @changes: how many records that adds, changes and removes
 *
 * What has become of a register between two moments. Both are told in the currency of the later
 * one, each at its own rates. Immutable, shared between threads, counted.
 */
typedef struct
{
  TideAmountKind kind;
  TideAsOf *from;
  TideAsOf *to;
  TideFigure *before;
  TideFigure *after;
  TideMovementPart parts[TIDE_N_MOVEMENTS];
  GPtrArray *moves;
  TideStep *step;
  TideComparison changes;
} TideMovement;

TideMovement *tide_movement_new (TideAsOf *from, TideAsOf *to, TideAmountKind kind);
TideMovement *tide_movement_ref (TideMovement *self);
void tide_movement_unref (TideMovement *self);
const TidePayload *
tide_movement_get_project (const TideMovement *self, const TideMovementRow *row, gboolean after);
TideStep *tide_movement_new_step (const TideMovement *self, const TideMovementRow *row);
gboolean tide_movement_get_difference (const TideFigure *before,
                                       const TideFigure *after,
                                       TideMoney *difference);

void tide_movement_compute_async (TideSnapshot *snapshot,
                                  const TideMoment *from,
                                  const TideMoment *to,
                                  TideAmountKind kind,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
TideMovement *tide_movement_compute_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideMovement, tide_movement_unref)

G_END_DECLS
