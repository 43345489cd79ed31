/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

G_BEGIN_DECLS

char *tide_check_source_dup_title (const char *text);
char *tide_check_source_give (TideRegister *reg, TideDraft *draft, const char *text);

G_END_DECLS
