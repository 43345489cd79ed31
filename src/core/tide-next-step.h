/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/* The days before its last one in which a next step is soon to be done. */
#define TIDE_NEXT_STEP_SOON_DAYS 7

/**
 * TideNextStep:
 * @TIDE_NEXT_STEP_NONE: an activity has none
 * @TIDE_NEXT_STEP_ANSWERED: a later activity is recorded
 * @TIDE_NEXT_STEP_OPEN: it is to be done some time
 * @TIDE_NEXT_STEP_SOON: it certainly is to be done within %TIDE_NEXT_STEP_SOON_DAYS days
 * @TIDE_NEXT_STEP_PASSED: it certainly was to be done by now
 *
 * How an activity's next step stands.
 */
typedef enum
{
  TIDE_NEXT_STEP_NONE,
  TIDE_NEXT_STEP_ANSWERED,
  TIDE_NEXT_STEP_OPEN,
  TIDE_NEXT_STEP_SOON,
  TIDE_NEXT_STEP_PASSED,
} TideNextStep;

TideNextStep
tide_project_get_next_step (const TideProjectPayload *project, guint index, guint32 day);
TideStep *tide_register_new_done_step (TideRegister *self, const char *project, const char *key);

G_END_DECLS
