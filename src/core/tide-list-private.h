/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-list.h"

G_BEGIN_DECLS

/* What becomes of a list in one step, worked out beforehand. */
typedef struct
{
  GPtrArray *payloads; /* owned, of owned TidePayload: all of them, as they will be */
  GArray *origins;     /* owned, of guint: where each of them was, or TIDE_LIST_NOWHERE */
  GArray *changed;     /* owned, of guint: positions of those that were there and differ */
  GArray *listed;      /* owned, of guint: those of them to re-emit */
} TideListChange;

#define TIDE_LIST_NOWHERE G_MAXUINT

TideListChange *tide_list_change_new (guint n);
void tide_list_change_free (TideListChange *self);
void tide_list_change_add (TideListChange *self,
                           const TidePayload *payload,
                           const TidePayload *before,
                           guint origin);

TideList *tide_list_new (TideRecordKind kind, const GPtrArray *payloads);
TideRecord *tide_list_lookup (TideList *self, const char *id);
const TidePayload *tide_list_lookup_payload (TideList *self, const char *id);
const GPtrArray *tide_list_get_payloads (TideList *self);
void tide_list_stage (TideList *self, const TideListChange *change);
void tide_list_publish (TideList *self);

G_END_DECLS
