/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideRestorationState:
 * @TIDE_RESTORATION_READY: what the change left is still there and can be taken back
 * @TIDE_RESTORATION_CHANGED: something else is there meanwhile, which would be lost
 * @TIDE_RESTORATION_SAME: what was there before the change is there already
 * @TIDE_RESTORATION_GONE: the record, or the entry, is not there any more
 * @TIDE_RESTORATION_DANGLING: it would refer to a record that is not there any more
 * @TIDE_RESTORATION_REFERRED_TO: others refer to the record that would be removed
 * @TIDE_RESTORATION_INVALID: the record would not be as it must be
 * @TIDE_RESTORATION_UNKNOWN: this program does not know what was changed
 */
typedef enum
{
  TIDE_RESTORATION_READY,
  TIDE_RESTORATION_CHANGED,
  TIDE_RESTORATION_SAME,
  TIDE_RESTORATION_GONE,
  TIDE_RESTORATION_DANGLING,
  TIDE_RESTORATION_REFERRED_TO,
  TIDE_RESTORATION_INVALID,
  TIDE_RESTORATION_UNKNOWN,
} TideRestorationState;

/**
 * TideRestoration:
 * @state: whether it can be done
 * @step: (nullable): the step that does it, where it is ready or something else is there meanwhile
 * @present: what is there now, of the kind that the edit holds
 * @problem: (nullable): of an invalid one, what would be wrong
 *
 * How what was there before a change comes back.
 */
typedef struct
{
  TideRestorationState state;
  TideStep *step;
  TideValue present;
  TideProblem *problem;
} TideRestoration;

TideRestoration *
tide_restoration_new (TideRegister *reg, const TideStep *step, const TideEdit *edit);
void tide_restoration_free (TideRestoration *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideRestoration, tide_restoration_free)

G_END_DECLS
