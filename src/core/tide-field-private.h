/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

G_BEGIN_DECLS

TideField *tide_field_new (const TideMember *member,
                           const char *path,
                           const char *part,
                           const TidePayload *original);
const TideMember *tide_field_get_member (TideField *self);
void tide_field_reset (TideField *self, const char *text);
void tide_field_check (TideField *self);
void tide_field_take_problem (TideField *self, TideProblem *problem);
const TideProblem *tide_field_peek_problem (TideField *self);
void tide_field_set_understood (TideField *self, const char *understood);
void tide_field_apply (TideField *self, TidePayload *payload);

G_END_DECLS
