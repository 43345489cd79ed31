/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-step.h"

G_BEGIN_DECLS

gboolean tide_edit_concerns_record (const TideEdit *self);
gboolean tide_edit_apply (const TideEdit *self, TidePayload *record);

G_END_DECLS
