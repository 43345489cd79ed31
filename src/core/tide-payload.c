/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-payload.h"

#include "core/tide-pack-private.h"
#include "core/tide-payload-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (TidePayload,
                     tide_payload,
                     (GBoxedCopyFunc) tide_payload_ref,
                     (GBoxedFreeFunc) tide_payload_unref)

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  return tide_payload_compare (*(TidePayload *const *) a, *(TidePayload *const *) b);
}

static void
seal_entries (GPtrArray *entries, const TideShape *shape)
{
  gboolean is_in_order = TRUE;

  for (guint i = 0; i < entries->len; i++)
    {
      tide_payload_seal (entries->pdata[i]);
      is_in_order = is_in_order
                    && (shape->is_ordered || i == 0
                        || tide_payload_compare (entries->pdata[i - 1], entries->pdata[i]) <= 0);
    }
  if (!is_in_order)
    g_sort_array (entries->pdata, entries->len, sizeof (gpointer), compare_entries, NULL);
}

/* Drops what is as good as none, of a payload whose strings and lists are its own or its pack's. */
static void
clear_slot (const TidePayload *self, const TideMember *member, TideSlot slot)
{
  if (!self->is_packed)
    tide_slot_clear (member->kind, slot);
  else if (member->kind == TIDE_MEMBER_TEXT)
    *slot.text = (TideText) { 0 };
  else
    *(gpointer *) slot.any = NULL;
}

static void
seal_member (TidePayload *self, const TideMember *member)
{
  TideSlot slot = tide_payload_get_slot (self, member);

  switch ((guint) member->kind)
    {
    case TIDE_MEMBER_OBJECT:
      if (*slot.object != NULL && tide_payload_is_empty (tide_payload_seal (*slot.object)))
        clear_slot (self, member, slot);
      break;
    case TIDE_MEMBER_ENTRIES:
      if (*slot.entries != NULL)
        seal_entries (*slot.entries, member->shape);
      G_GNUC_FALLTHROUGH;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      if (*(gpointer *) slot.any != NULL && !tide_slot_is_set (member->kind, slot))
        clear_slot (self, member, slot);
      break;
    case TIDE_MEMBER_TEXT:
      if (tide_text_is_empty (slot.text))
        clear_slot (self, member, slot);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
    case TIDE_MEMBER_DECIMAL:
    case TIDE_MEMBER_COUNT:
      if (!tide_slot_is_set (member->kind, slot))
        tide_slot_clear (member->kind, slot);
      break;
    default:
      break;
    }
}

static void
append_key (GString *key, const TidePayload *self, const TideMember *member)
{
  TideSlot slot = tide_payload_get_slot (self, member);
  char buffer[TIDE_DATE_TEXT_SIZE];

  if (key->len > 0)
    g_string_append_c (key, '/');

  switch ((guint) member->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      g_string_append (key, *slot.string != NULL ? *slot.string : "");
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      if (tide_date_is_set (slot.date))
        g_string_append (key, tide_date_format (slot.date, buffer, sizeof buffer));
      break;
    case TIDE_MEMBER_COUNT:
      g_string_append_printf (key, "%" G_GINT64_FORMAT, slot.count->value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
compare_member (const TidePayload *a, const TidePayload *b, const TideMember *member)
{
  TideSlot left = tide_payload_get_slot (a, member);
  TideSlot right = tide_payload_get_slot (b, member);

  if (member->kind == TIDE_MEMBER_DATE || member->kind == TIDE_MEMBER_PERIOD)
    return tide_date_compare (left.date, right.date);
  if (member->kind == TIDE_MEMBER_COUNT)
    return (left.count->value > right.count->value) - (left.count->value < right.count->value);

  return g_strcmp0 (*left.string, *right.string);
}

/* The member that is the natural key, if it is a single one. */
static const TideMember *
find_only_key (const TideShape *shape)
{
  const TideMember *only = NULL;

  for (guint i = 0; i < shape->n_members; i++)
    {
      if (!(shape->members[i].flags & TIDE_MEMBER_KEY))
        continue;
      if (only != NULL)
        return NULL;
      only = &shape->members[i];
    }

  return only;
}

/* The object of @path's head, made or copied so that it can be written to. */
static TidePayload *
ensure_object (TidePayload *self, const TideMember *member)
{
  TideSlot slot = tide_payload_get_slot (self, member);

  if (*slot.object == NULL)
    *slot.object = tide_payload_new (member->shape, NULL);
  else if ((*slot.object)->is_sealed)
    {
      TidePayload *copy = tide_payload_copy (*slot.object);

      tide_payload_unref (*slot.object);
      *slot.object = copy;
    }

  return *slot.object;
}

static const TideMember *
split_path (const TideShape *shape, const char *path, const char **rest)
{
  const char *slash = strchr (path, '/');
  g_autofree char *head = NULL;

  *rest = slash != NULL ? slash + 1 : NULL;
  if (slash == NULL)
    return tide_shape_find (shape, path);

  head = g_strndup (path, slash - path);

  return tide_shape_find (shape, head);
}

/*
 * tide_payload_set_defaults:
 * @self: a payload without values
 *
 * Gives booleans their default.
 */
void
tide_payload_set_defaults (TidePayload *self)
{
  for (guint i = 0; i < self->shape->n_members; i++)
    if (self->shape->members[i].flags & TIDE_MEMBER_TRUE)
      *tide_payload_get_slot (self, &self->shape->members[i]).boolean = TRUE;
}

/**
 * tide_payload_new:
 * @shape: what it consists of
 * @id: (nullable): its id, if it carries one
 *
 * Makes a payload without values; booleans have their default.
 *
 * Returns: (transfer full): a payload that can be written to
 */
TidePayload *
tide_payload_new (const TideShape *shape, const char *id)
{
  TidePayload *self = g_malloc0 (shape->size);

  g_atomic_ref_count_init (&self->ref_count);
  self->shape = shape;
  tide_payload_set_string (&self->id, id);
  tide_payload_set_defaults (self);

  return self;
}

/**
 * tide_payload_copy:
 * @self: a payload
 *
 * Makes a payload with the same values, which can be written to. Its entries and objects are the
 * same ones, not copies.
 *
 * Returns: (transfer full): the copy
 */
TidePayload *
tide_payload_copy (const TidePayload *self)
{
  TidePayload *copy = g_memdup2 (self, self->shape->size);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->is_sealed = FALSE;
  copy->is_packed = FALSE;
  copy->id = tide_string_copy (self->id, self->is_packed);
  copy->extra = tide_string_copy (self->extra, self->is_packed);

  for (guint i = 0; i < self->shape->n_members; i++)
    {
      const TideMember *member = &self->shape->members[i];

      tide_slot_copy (member->kind, tide_payload_get_slot (self, member), self->is_packed,
                      tide_payload_get_slot (copy, member));
    }

  return copy;
}

/**
 * tide_payload_ref:
 * @self: a payload
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TidePayload *
tide_payload_ref (const TidePayload *self)
{
  TidePayload *payload = (TidePayload *) self;

  if (payload->is_packed)
    tide_pack_ref (tide_pack_of (payload));
  else
    g_atomic_ref_count_inc (&payload->ref_count);

  return payload;
}

/**
 * tide_payload_unref:
 * @self: (transfer full): a payload
 */
void
tide_payload_unref (TidePayload *self)
{
  if (self->is_packed)
    {
      tide_pack_unref (tide_pack_of (self));
      return;
    }
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->shape->n_members; i++)
    tide_slot_clear (self->shape->members[i].kind,
                     tide_payload_get_slot (self, &self->shape->members[i]));

  g_clear_pointer (&self->id, g_ref_string_release);
  g_clear_pointer (&self->extra, g_ref_string_release);
  g_free (self);
}

/**
 * tide_payload_seal:
 * @self: (transfer full): a payload
 *
 * Makes @self final, with its objects and entries: entries are put in order, empty objects and
 * lists become none, derived fields are computed. A sealed payload is left as it is.
 *
 * Returns: (transfer full): @self
 */
TidePayload *
tide_payload_seal (TidePayload *self)
{
  if (self->is_sealed)
    return self;

  for (guint i = 0; i < self->shape->n_members; i++)
    seal_member (self, &self->shape->members[i]);

  if (self->shape->seal != NULL)
    self->shape->seal (self);
  self->is_sealed = TRUE;

  return self;
}

/**
 * tide_payload_is_empty:
 * @self: a payload
 *
 * Returns: whether it has no id, no value and no unknown member
 */
gboolean
tide_payload_is_empty (const TidePayload *self)
{
  if (self->id != NULL || self->extra != NULL)
    return FALSE;

  for (guint i = 0; i < self->shape->n_members; i++)
    if (tide_payload_has_value (self, &self->shape->members[i]))
      return FALSE;

  return TRUE;
}

/**
 * tide_payload_equal:
 * @a: a payload
 * @b: another
 *
 * Returns: whether both have the same shape, id, values and unknown members
 */
gboolean
tide_payload_equal (const TidePayload *a, const TidePayload *b)
{
  if (a == b)
    return TRUE;

  if (a->shape != b->shape || g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;

  for (guint i = 0; i < a->shape->n_members; i++)
    if (!tide_payload_member_equal (a, b, &a->shape->members[i]))
      return FALSE;

  return TRUE;
}

/**
 * tide_payload_dup_key:
 * @self: a record or entry
 *
 * Returns: (transfer full): what tells it from its neighbours: its id, or the members of its
 * natural key joined by slashes
 */
char *
tide_payload_dup_key (const TidePayload *self)
{
  GString *key;

  if (self->shape->has_id)
    return g_strdup (self->id);

  key = g_string_new (NULL);
  for (guint i = 0; i < self->shape->n_members; i++)
    if (self->shape->members[i].flags & TIDE_MEMBER_KEY)
      append_key (key, self, &self->shape->members[i]);

  return g_string_free_and_steal (key);
}

/**
 * tide_payload_has_same_key:
 * @a: a record or entry
 * @b: another of the same shape
 *
 * Returns: whether tide_payload_dup_key() gives the same for both, where there are keys at all
 */
gboolean
tide_payload_has_same_key (const TidePayload *a, const TidePayload *b)
{
  const TideMember *only = find_only_key (a->shape);
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;

  if (a->shape->has_id)
    return a->id != NULL && g_strcmp0 (a->id, b->id) == 0;
  if (only != NULL)
    return compare_member (a, b, only) == 0;

  key_a = tide_payload_dup_key (a);
  key_b = tide_payload_dup_key (b);

  return strcmp (key_a, key_b) == 0;
}

/**
 * tide_payload_compare:
 * @a: an entry
 * @b: an entry of the same shape
 *
 * The order of entries: by the first date they have, those without one first, a coarser date before
 * a finer one, then by key.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tide_payload_compare (const TidePayload *a, const TidePayload *b)
{
  const TideShape *shape = a->shape;
  int order = 0;

  for (guint i = 0; i < shape->n_members; i++)
    if (shape->members[i].kind == TIDE_MEMBER_DATE || shape->members[i].kind == TIDE_MEMBER_PERIOD)
      {
        order = compare_member (a, b, &shape->members[i]);
        break;
      }

  if (order == 0 && shape->has_id)
    return g_strcmp0 (a->id, b->id);

  for (guint i = 0; order == 0 && i < shape->n_members; i++)
    if (shape->members[i].flags & TIDE_MEMBER_KEY)
      order = compare_member (a, b, &shape->members[i]);

  return order;
}

/**
 * tide_payload_get_value:
 * @self: a payload
 * @member: a member of its shape
 * @value: (out caller-allocates): a copy of the value; free with tide_value_clear()
 */
void
tide_payload_get_value (const TidePayload *self, const TideMember *member, TideValue *value)
{
  *value = (TideValue) { .kind = member->kind };
  tide_slot_copy (member->kind, tide_payload_get_slot (self, member), self->is_packed,
                  tide_value_get_slot (value));
}

/**
 * tide_payload_set_value:
 * @self: a payload that is not sealed
 * @member: a member of its shape
 * @value: a value of the member's kind, which is copied
 */
void
tide_payload_set_value (TidePayload *self, const TideMember *member, const TideValue *value)
{
  g_return_if_fail (!self->is_sealed && !self->is_packed);
  g_return_if_fail (value->kind == member->kind);

  tide_slot_clear (member->kind, tide_payload_get_slot (self, member));
  tide_slot_copy (member->kind, tide_value_get_slot (value), FALSE,
                  tide_payload_get_slot (self, member));
}

/**
 * tide_payload_member_equal:
 * @a: a payload
 * @b: another of the same shape
 * @member: a member of the shape
 *
 * Returns: whether both have the same value there
 */
gboolean
tide_payload_member_equal (const TidePayload *a, const TidePayload *b, const TideMember *member)
{
  return tide_slot_equal (member->kind, tide_payload_get_slot (a, member),
                          tide_payload_get_slot (b, member));
}

/**
 * tide_payload_has_value:
 * @self: a payload
 * @member: a member of its shape
 *
 * Returns: whether there is a value; of a boolean, whether it is other than the default
 */
gboolean
tide_payload_has_value (const TidePayload *self, const TideMember *member)
{
  gboolean is_set = tide_slot_is_set (member->kind, tide_payload_get_slot (self, member));

  return member->flags & TIDE_MEMBER_TRUE ? !is_set : is_set;
}

/**
 * tide_payload_set_string:
 * @field: a #GRefString or %NULL
 * @text: (nullable): the text; empty is the same as none
 */
void
tide_payload_set_string (char **field, const char *text)
{
  char *string = text != NULL && *text != '\0' ? g_ref_string_new (text) : NULL;

  g_clear_pointer (field, g_ref_string_release);
  *field = string;
}

/**
 * tide_payload_set_interned:
 * @field: a #GRefString or %NULL
 * @text: (nullable): the code or id, which equal ones share; empty is the same as none
 */
void
tide_payload_set_interned (char **field, const char *text)
{
  char *string = text != NULL && *text != '\0' ? g_ref_string_new_intern (text) : NULL;

  g_clear_pointer (field, g_ref_string_release);
  *field = string;
}

/**
 * tide_payload_add_entry:
 * @self: a payload that is not sealed
 * @member: name of an entry list
 * @entry: (transfer full): the entry
 *
 * Appends @entry; sealing @self puts it in its place.
 */
void
tide_payload_add_entry (TidePayload *self, const char *member, TidePayload *entry)
{
  const TideMember *found = tide_shape_find (self->shape, member);
  TideSlot slot;

  g_return_if_fail (!self->is_sealed);
  g_return_if_fail (found != NULL && found->kind == TIDE_MEMBER_ENTRIES);
  g_return_if_fail (entry->shape == found->shape);

  slot = tide_payload_get_slot (self, found);
  if (*slot.entries == NULL)
    *slot.entries = tide_entries_new ();
  g_ptr_array_add (*slot.entries, entry);
}

/**
 * tide_payload_add_string:
 * @self: a payload that is not sealed
 * @member: name of a list of strings or references
 * @text: what to append
 */
void
tide_payload_add_string (TidePayload *self, const char *member, const char *text)
{
  const TideMember *found = tide_shape_find (self->shape, member);
  TideSlot slot;

  g_return_if_fail (!self->is_sealed);
  g_return_if_fail (found != NULL);
  g_return_if_fail (found->kind == TIDE_MEMBER_STRINGS || found->kind == TIDE_MEMBER_REFERENCES);

  slot = tide_payload_get_slot (self, found);
  if (*slot.strings == NULL)
    *slot.strings = tide_strings_new ();
  g_ptr_array_add (*slot.strings, found->kind == TIDE_MEMBER_REFERENCES
                                      ? g_ref_string_new_intern (text)
                                      : g_ref_string_new (text));
}

/**
 * tide_payload_find_entry:
 * @self: a payload
 * @path: path of an entry list: `amounts`, `declared/amounts`
 * @key: key of an entry, as tide_payload_dup_key() gives it
 *
 * Returns: (nullable) (transfer none): the entry
 */
const TidePayload *
tide_payload_find_entry (const TidePayload *self, const char *path, const char *key)
{
  const char *rest;
  const TideMember *member = split_path (self->shape, path, &rest);
  TideSlot slot;
  int index;

  if (member == NULL)
    return NULL;

  slot = tide_payload_get_slot (self, member);
  if (rest != NULL)
    return member->kind == TIDE_MEMBER_OBJECT && *slot.object != NULL
               ? tide_payload_find_entry (*slot.object, rest, key)
               : NULL;

  if (member->kind != TIDE_MEMBER_ENTRIES)
    return NULL;

  index = tide_entries_find (*slot.entries, key);

  return index >= 0 ? g_ptr_array_index (*slot.entries, index) : NULL;
}

/*
 * tide_payload_ensure_entries:
 * @self: a payload that is not sealed
 * @path: path of an entry list: `amounts`, `declared/amounts`
 *
 * Returns: (nullable) (transfer none): the list, to be written to; %NULL if there is no such member
 */
GPtrArray *
tide_payload_ensure_entries (TidePayload *self, const char *path)
{
  const TideMember *target = tide_shape_resolve (self->shape, path);
  const TideMember *member;
  const char *rest = path;
  TideSlot slot;

  if (target == NULL || target->kind != TIDE_MEMBER_ENTRIES)
    return NULL;

  while ((member = split_path (self->shape, rest, &rest)) != target)
    self = ensure_object (self, member);

  slot = tide_payload_get_slot (self, target);
  if (*slot.entries == NULL)
    *slot.entries = tide_entries_new ();

  return *slot.entries;
}

/**
 * tide_payload_get_value_at:
 * @self: a payload
 * @path: a member, or one inside an object: `division`, `plans/start`
 * @value: (out caller-allocates): a copy of the value, unset where the object is missing; free with
 *   tide_value_clear()
 *
 * Returns: whether there is such a member; if not, @value is untouched
 */
gboolean
tide_payload_get_value_at (const TidePayload *self, const char *path, TideValue *value)
{
  const char *rest;
  const TideMember *member = split_path (self->shape, path, &rest);
  const TidePayload *object;

  if (member == NULL)
    return FALSE;

  if (rest == NULL)
    {
      tide_payload_get_value (self, member, value);
      return TRUE;
    }

  if (member->kind != TIDE_MEMBER_OBJECT)
    return FALSE;

  object = *tide_payload_get_slot (self, member).object;
  if (object == NULL)
    {
      g_autoptr (TidePayload) empty = tide_payload_new (member->shape, NULL);

      return tide_payload_get_value_at (empty, rest, value);
    }

  return tide_payload_get_value_at (object, rest, value);
}

/**
 * tide_payload_set_value_at:
 * @self: a payload that is not sealed
 * @path: a member, or one inside an object: `division`, `plans/start`
 * @value: a value of the member's kind, which is copied
 *
 * Sets a value; an object on the way is made where it is missing, and goes when it is empty as
 * @self is sealed.
 *
 * Returns: whether there is such a member of that kind
 */
gboolean
tide_payload_set_value_at (TidePayload *self, const char *path, const TideValue *value)
{
  const TideMember *target = tide_shape_resolve (self->shape, path);
  const TideMember *member;
  const char *rest = path;

  if (target == NULL || target->kind != value->kind)
    return FALSE;

  while ((member = split_path (self->shape, rest, &rest)) != target)
    self = ensure_object (self, member);
  tide_payload_set_value (self, target, value);

  return TRUE;
}
