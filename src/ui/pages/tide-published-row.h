/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *tide_published_row_new (const TideIndicatorPayload *indicator, const TideGrowth *growth);

G_END_DECLS
