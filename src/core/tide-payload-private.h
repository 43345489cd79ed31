/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payload.h"

G_BEGIN_DECLS

/* The value of a member where it stands, in a payload or in a TideValue: aligned for the member it
 * lies over, which may be less than the strictest member of the union needs. */
typedef union
{
  char *string;
  TideText text;
  TideDate date;
  gint64 time;
  TideDecimal decimal;
  TideCount count;
  gboolean boolean;
  GPtrArray *strings;
  TidePayload *object;
  GPtrArray *entries;
} TideSlot __attribute__ ((aligned (1)));

void tide_slot_copy (TideMemberKind kind, const void *from, void *to);
void tide_slot_clear (TideMemberKind kind, void *slot);
gboolean tide_slot_equal (TideMemberKind kind, const void *a, const void *b);
gboolean tide_slot_is_set (TideMemberKind kind, const void *slot);

GPtrArray *tide_payload_ensure_entries (TidePayload *self, const char *path);
int tide_entries_find (const GPtrArray *entries, const char *key);

G_END_DECLS
