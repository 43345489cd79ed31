/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwPreferencesGroup *
tide_bulk_value_group_new (TideRegister *reg, TideDraft *draft, const char *path);

G_END_DECLS
