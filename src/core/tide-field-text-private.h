/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payload.h"
#include "core/tide-problem.h"

G_BEGIN_DECLS

char *tide_value_dup_text (const TideValue *value, const char *part);
TideProblem *tide_value_read_text (TideValue *value,
                                   const TideMember *member,
                                   const char *part,
                                   const char *text);

G_END_DECLS
