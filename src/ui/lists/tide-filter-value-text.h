/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

char *tide_filter_value_dup_label (TideRegister *reg, const char *member, const char *value);
gboolean tide_filter_value_is_gone (TideRegister *reg, const char *member, const char *value);

G_END_DECLS
