/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-result-pipeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePipelineGroup:
 *
 * How many results went on from each stage to the next, how long that took, and what they became.
 */
#define TIDE_TYPE_PIPELINE_GROUP (tide_pipeline_group_get_type ())
G_DECLARE_FINAL_TYPE (
    TidePipelineGroup, tide_pipeline_group, TIDE, PIPELINE_GROUP, AdwPreferencesGroup)

void tide_pipeline_group_show (TidePipelineGroup *self, const TideResultPipeline *pipeline);

G_END_DECLS
