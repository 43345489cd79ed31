/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

void tide_source_rows_gather (GPtrArray *ids, const GPtrArray *more);
void tide_source_rows_gather_of_indicator (GPtrArray *ids, const TideIndicatorPayload *indicator);
void tide_source_rows_fill (GtkListBox *rows, TideRegister *reg, const GPtrArray *ids);

G_END_DECLS
