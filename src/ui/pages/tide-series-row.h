/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *tide_series_row_new (TideRegister *reg,
                                TideSnapshot *snapshot,
                                const TideIndicatorPayload *indicator);

G_END_DECLS
