/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-register.h"

G_BEGIN_DECLS

void
tide_details_show_amounts (GtkListBox *list, TideRegister *reg, const TideProjectPayload *project);

G_END_DECLS
