/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

gboolean tide_scale_get_money (const TideScale *self, const TideDecimal *value, TideMoney *money);
gboolean tide_scale_divide (const TideScale *self, const TideDecimal *whole, TideDecimal *value);

G_END_DECLS
