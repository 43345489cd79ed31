/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/tide-code.h"

G_BEGIN_DECLS

/**
 * TideStageSteps:
 *
 * A row of small marks, one for each stage, filled up to the one reached. It stands beside the
 * stage's name and is therefore silent to screen readers. Property: `stage` (a #TideStage).
 */
#define TIDE_TYPE_STAGE_STEPS (tide_stage_steps_get_type ())
G_DECLARE_FINAL_TYPE (TideStageSteps, tide_stage_steps, TIDE, STAGE_STEPS, GtkWidget)

TideStage tide_stage_steps_get_stage (TideStageSteps *self);
void tide_stage_steps_set_stage (TideStageSteps *self, TideStage stage);

G_END_DECLS
