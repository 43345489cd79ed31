/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/lists/tide-filter-part.h"

G_BEGIN_DECLS

/**
 * TideFilterChip:
 *
 * Says what one part of a filter asks for, opens what changes it and takes it away. Signals:
 * `activated` when a person wants to change it, `removed` when it is to go.
 */
#define TIDE_TYPE_FILTER_CHIP (tide_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (TideFilterChip, tide_filter_chip, TIDE, FILTER_CHIP, AdwBin)

GtkWidget *
tide_filter_chip_new (const TideFilterPart *part, TideRegister *reg, const TideFilter *filter);
void tide_filter_chip_show (TideFilterChip *self,
                            const TideFilterPart *part,
                            TideRegister *reg,
                            const TideFilter *filter);

G_END_DECLS
