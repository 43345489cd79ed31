/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-observation-paste.h"

#include <adwaita.h>

G_BEGIN_DECLS

void tide_paste_report_present (GtkWidget *parent, const TideObservationPaste *paste);

G_END_DECLS
