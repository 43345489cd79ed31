/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

GStrv tide_register_dup_rate_sets (TideRegister *self);
const char *tide_register_get_rate_set_label (TideRegister *self, const char *set);
const char *tide_snapshot_get_rate_set_label (TideSnapshot *self, const char *set);
guint tide_register_count_rates (TideRegister *self, const char *set);
TideStep *tide_register_new_use_rate_set_step (TideRegister *self, const char *set);
TideStep *tide_register_new_duplicate_rate_set_step (TideRegister *self, const char *set);
TideStep *tide_register_new_delete_rate_set_step (TideRegister *self, const char *set);

G_END_DECLS
