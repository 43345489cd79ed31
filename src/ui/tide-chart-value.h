/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-decimal.h"

G_BEGIN_DECLS

char *tide_chart_value_read (const char *text, TideDecimal *decimal);

G_END_DECLS
