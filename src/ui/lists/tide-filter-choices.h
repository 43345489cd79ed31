/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFilterChoices:
 *
 * A list to tick the values of one criterion of a filter in, with a search field where it is long.
 * What is offered is found in a thread; of very many the first are shown, and how many more there
 * are. Signal: `toggled (const char *value, gboolean chosen)` when a person ticks or unticks a
 * value.
 */
#define TIDE_TYPE_FILTER_CHOICES (tide_filter_choices_get_type ())
G_DECLARE_FINAL_TYPE (TideFilterChoices, tide_filter_choices, TIDE, FILTER_CHOICES, AdwBin)

void tide_filter_choices_fill (TideFilterChoices *self,
                               TideRegister *reg,
                               const char *member,
                               const TideFilter *filter);

G_END_DECLS
