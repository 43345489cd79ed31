/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-bulk-edit.h"
#include "core/tide-clock.h"

G_BEGIN_DECLS

/* One field of projects, as the table of members has it. */
typedef struct
{
  const TideMember *member;
  char *path;       /* owned, of the member: `name`, `plans/start` */
  const char *part; /* nullable: of a text, `en` or `zh` */
} TideBulkField;

gboolean tide_bulk_field_init (TideBulkField *self, const char *path);
void tide_bulk_field_clear (TideBulkField *self);

void tide_bulk_value_change (TideValue *value,
                             const TideBulkField *field,
                             TideBulkAct act,
                             const TideValue *other,
                             TideClock *clock);

void tide_bulk_scale_shares (TidePayload *project, TideSnapshot *snapshot);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideBulkField, tide_bulk_field_clear)

G_END_DECLS
