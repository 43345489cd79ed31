/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFilterStagesForm:
 *
 * Asks for the two ends of a range of stages, either of which may be left out.
 */
#define TIDE_TYPE_FILTER_STAGES_FORM (tide_filter_stages_form_get_type ())
G_DECLARE_FINAL_TYPE (
    TideFilterStagesForm, tide_filter_stages_form, TIDE, FILTER_STAGES_FORM, AdwBin)

void tide_filter_stages_form_fill (TideFilterStagesForm *self, const TideFilter *filter);
gboolean tide_filter_stages_form_write (TideFilterStagesForm *self, TideFilter *filter);

G_END_DECLS
