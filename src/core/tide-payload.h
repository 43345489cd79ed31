/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-date.h"
#include "core/tide-decimal.h"
#include "core/tide-shape.h"

G_BEGIN_DECLS

/**
 * TidePayload:
 * @ref_count: its references, unless it is packed
 * @place: of one that is packed, how many bytes it stands behind the start of its block
 * @is_sealed: whether it is final
 * @is_packed: whether it lies in a #TidePack, which owns all that it holds
 * @shape: what it consists of
 * @id: (nullable): the id
 * @extra: (nullable): the members that this program does not know, as canonical JSON text of one
 *   object
 *
 * The values of a record or of an entry. It may be written to by whoever made it until
 * tide_payload_seal(); from then on it is immutable and may be shared between threads. Its strings
 * are #GRefString as long as it is not sealed, and not always afterwards: they are copied, not
 * acquired. Likewise nothing is called on its lists; they are read by `len` and
 * g_ptr_array_index().
 */
struct _TidePayload
{
  union
  {
    gatomicrefcount ref_count;
    guint32 place;
  };
  guint is_sealed : 1;
  guint is_packed : 1;
  const TideShape *shape;
  char *id;
  char *extra;
};

/**
 * TideValue:
 *
 * A value of one member, apart from its payload: what an edit holds before and after. It owns what
 * it holds, in the same form as a payload: strings are #GRefString, empty lists are %NULL.
 */
typedef struct
{
  TideMemberKind kind;
  union
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
  } as;
} TideValue;

#define TIDE_TYPE_PAYLOAD (tide_payload_get_type ())

GType tide_payload_get_type (void);

TidePayload *tide_payload_new (const TideShape *shape, const char *id);
TidePayload *tide_payload_copy (const TidePayload *self);
TidePayload *tide_payload_ref (const TidePayload *self);
void tide_payload_unref (TidePayload *self);
TidePayload *tide_payload_seal (TidePayload *self);
gboolean tide_payload_is_empty (const TidePayload *self);
gboolean tide_payload_equal (const TidePayload *a, const TidePayload *b);
char *tide_payload_dup_key (const TidePayload *self);
gboolean tide_payload_has_same_key (const TidePayload *a, const TidePayload *b);
int tide_payload_compare (const TidePayload *a, const TidePayload *b);

void tide_payload_get_value (const TidePayload *self, const TideMember *member, TideValue *value);
void tide_payload_set_value (TidePayload *self, const TideMember *member, const TideValue *value);
gboolean
tide_payload_member_equal (const TidePayload *a, const TidePayload *b, const TideMember *member);
gboolean tide_payload_has_value (const TidePayload *self, const TideMember *member);

void tide_payload_set_string (char **field, const char *text);
void tide_payload_set_interned (char **field, const char *text);
void tide_payload_add_entry (TidePayload *self, const char *member, TidePayload *entry);
void tide_payload_add_string (TidePayload *self, const char *member, const char *text);
const TidePayload *
tide_payload_find_entry (const TidePayload *self, const char *path, const char *key);
gboolean tide_payload_get_value_at (const TidePayload *self, const char *path, TideValue *value);
gboolean tide_payload_set_value_at (TidePayload *self, const char *path, const TideValue *value);

void tide_value_init_string (TideValue *value, TideMemberKind kind, const char *text);
gboolean tide_value_equal (const TideValue *a, const TideValue *b);
gboolean tide_value_is_set (const TideValue *value);
void tide_value_copy (const TideValue *value, TideValue *copy);
void tide_value_clear (TideValue *value);

GPtrArray *tide_entries_new (void);
GPtrArray *tide_strings_new (void);

static inline guint
tide_entries_get_n (const GPtrArray *entries)
{
  return entries != NULL ? entries->len : 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TidePayload, tide_payload_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideValue, tide_value_clear)

G_END_DECLS
