/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

TideStep *
tide_register_new_duplicate_taxonomy_step (TideRegister *self, const char *taxonomy, char **id);
gboolean tide_register_is_sector_offered (TideRegister *self, const TideSectorPayload *sector);

G_END_DECLS
