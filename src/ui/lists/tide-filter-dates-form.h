/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFilterDatesForm:
 *
 * Asks which date of a project is meant, and for the two ends of a range, either of which may be
 * left out.
 */
#define TIDE_TYPE_FILTER_DATES_FORM (tide_filter_dates_form_get_type ())
G_DECLARE_FINAL_TYPE (TideFilterDatesForm, tide_filter_dates_form, TIDE, FILTER_DATES_FORM, AdwBin)

void tide_filter_dates_form_fill (TideFilterDatesForm *self,
                                  TideRegister *reg,
                                  const TideFilter *filter);
gboolean tide_filter_dates_form_write (TideFilterDatesForm *self, TideFilter *filter);

G_END_DECLS
