/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-as-of.h"

G_BEGIN_DECLS

char *tide_moment_dup_text (const TideMoment *moment);
char *tide_as_of_dup_account (const TideAsOf *as_of);

G_END_DECLS
