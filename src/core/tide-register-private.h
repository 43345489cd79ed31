/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

void tide_register_add_change (TideRegister *self,
                               TideStep *step,
                               TideRecordKind kind,
                               const TidePayload *before,
                               TidePayload *after);

void tide_project_make_new (TidePayload *project, TideClock *clock);

gboolean tide_register_can_apply (TideRegister *self, const TideStep *step, GError **error);

/* For tide_draft_set_open(). */
void tide_register_add_draft (TideRegister *self, gpointer draft);
void tide_register_remove_draft (TideRegister *self, gpointer draft);

G_END_DECLS
