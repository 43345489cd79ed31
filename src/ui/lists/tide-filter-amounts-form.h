/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFilterAmountsForm:
 *
 * Asks for a kind of amounts and the two ends of a range, either of which may be left out, typed as
 * amounts are in forms.
 */
#define TIDE_TYPE_FILTER_AMOUNTS_FORM (tide_filter_amounts_form_get_type ())
G_DECLARE_FINAL_TYPE (
    TideFilterAmountsForm, tide_filter_amounts_form, TIDE, FILTER_AMOUNTS_FORM, AdwBin)

void tide_filter_amounts_form_fill (TideFilterAmountsForm *self,
                                    TideRegister *reg,
                                    const TideFilter *filter);
gboolean tide_filter_amounts_form_write (TideFilterAmountsForm *self, TideFilter *filter);

G_END_DECLS
