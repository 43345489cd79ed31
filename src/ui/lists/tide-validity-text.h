/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-date.h"

G_BEGIN_DECLS

char *tide_validity_text_dup (const TideDate *from, const TideDate *to);

G_END_DECLS
