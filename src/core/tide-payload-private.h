/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payload.h"

G_BEGIN_DECLS

/* Points to the value of a member where it stands, in a payload or in a TideValue. */
typedef union
{
  gpointer any;
  char **string;
  TideText *text;
  TideDate *date;
  gint64 *time;
  TideDecimal *decimal;
  TideCount *count;
  gboolean *boolean;
  GPtrArray **strings;
  TidePayload **object;
  GPtrArray **entries;
} TideSlot;

/* A GRefString of its own of a string of a payload; NULL for none. */
static inline char *
tide_string_copy (char *string, gboolean is_packed)
{
  if (string == NULL)
    return NULL;

  return is_packed ? g_ref_string_new (string) : g_ref_string_acquire (string);
}

static inline TideSlot
tide_payload_get_slot (const TidePayload *self, const TideMember *member)
{
  return (TideSlot) { .any = G_STRUCT_MEMBER_P (self, member->offset) };
}

static inline TideSlot
tide_value_get_slot (const TideValue *self)
{
  return (TideSlot) { .any = (gpointer) &self->as };
}

void tide_slot_copy (TideMemberKind kind, TideSlot source, gboolean is_packed, TideSlot target);
void tide_slot_clear (TideMemberKind kind, TideSlot slot);
gboolean tide_slot_equal (TideMemberKind kind, TideSlot left, TideSlot right);
gboolean tide_slot_is_set (TideMemberKind kind, TideSlot slot);

void tide_payload_set_defaults (TidePayload *self);
GPtrArray *tide_payload_ensure_entries (TidePayload *self, const char *path);
int tide_entries_find (const GPtrArray *entries, const char *key);

G_END_DECLS
