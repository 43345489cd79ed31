/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-payload-private.h"

#include <string.h>

static gpointer
acquire_string (gconstpointer string, gpointer user_data)
{
  return g_ref_string_acquire ((char *) string);
}

static gpointer
copy_string (gconstpointer string, gpointer user_data)
{
  return g_ref_string_new (string);
}

static gpointer
acquire_payload (gconstpointer payload, gpointer user_data)
{
  return tide_payload_ref (payload);
}

static GPtrArray *
copy_array (const GPtrArray *array, GCopyFunc acquire, GDestroyNotify release)
{
  GPtrArray *copy;

  if (array == NULL || array->len == 0)
    return NULL;

  copy = g_ptr_array_new_full (array->len, release);
  for (guint i = 0; i < array->len; i++)
    g_ptr_array_add (copy, acquire (g_ptr_array_index (array, i), NULL));

  return copy;
}

static gboolean
strings_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n = tide_entries_get_n (a);

  if (n != tide_entries_get_n (b))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
entries_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n = tide_entries_get_n (a);

  if (n != tide_entries_get_n (b))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!tide_payload_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static gboolean
decimals_identical (const TideDecimal *a, const TideDecimal *b)
{
  if (!a->is_set || !b->is_set)
    return a->is_set == b->is_set;

  return a->mantissa == b->mantissa && a->scale == b->scale;
}

static gboolean
counts_equal (const TideCount *a, const TideCount *b)
{
  return a->is_set == b->is_set && (!a->is_set || a->value == b->value);
}

static gboolean
objects_equal (const TidePayload *a, const TidePayload *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return tide_payload_equal (a, b);
}

/*
 * tide_slot_copy:
 * @kind: what the slot holds
 * @source: the slot to read
 * @is_packed: whether it is that of a packed payload, whose strings are its own
 * @target: the slot to fill; what it held is not freed
 *
 * Takes references of strings and payloads; lists are new lists of the same elements.
 */
void
tide_slot_copy (TideMemberKind kind, TideSlot source, gboolean is_packed, TideSlot target)
{

  switch (kind)
    {
    case TIDE_MEMBER_STRING:
      *target.string = tide_string_copy (*source.string, is_packed);
      break;
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      *target.string = tide_string_copy (*source.string, FALSE);
      break;
    case TIDE_MEMBER_TEXT:
      tide_text_init_copy (target.text, source.text);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      *target.date = *source.date;
      break;
    case TIDE_MEMBER_TIME:
      *target.time = *source.time;
      break;
    case TIDE_MEMBER_DECIMAL:
      *target.decimal = *source.decimal;
      break;
    case TIDE_MEMBER_COUNT:
      *target.count = *source.count;
      break;
    case TIDE_MEMBER_BOOLEAN:
      *target.boolean = *source.boolean;
      break;
    case TIDE_MEMBER_STRINGS:
      *target.strings = copy_array (*source.strings, is_packed ? copy_string : acquire_string,
                                    (GDestroyNotify) g_ref_string_release);
      break;
    case TIDE_MEMBER_REFERENCES:
      *target.strings
          = copy_array (*source.strings, acquire_string, (GDestroyNotify) g_ref_string_release);
      break;
    case TIDE_MEMBER_OBJECT:
      *target.object = *source.object != NULL ? tide_payload_ref (*source.object) : NULL;
      break;
    case TIDE_MEMBER_ENTRIES:
      *target.entries
          = copy_array (*source.entries, acquire_payload, (GDestroyNotify) tide_payload_unref);
      break;
    default:
      g_assert_not_reached ();
    }
}

/*
 * tide_slot_clear:
 * @kind: what the slot holds
 * @slot: the slot
 *
 * Frees what @slot holds and leaves it unset.
 */
void
tide_slot_clear (TideMemberKind kind, TideSlot slot)
{

  switch (kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      g_clear_pointer (slot.string, g_ref_string_release);
      break;
    case TIDE_MEMBER_TEXT:
      tide_text_clear (slot.text);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      *slot.date = (TideDate) { 0 };
      break;
    case TIDE_MEMBER_TIME:
      *slot.time = 0;
      break;
    case TIDE_MEMBER_DECIMAL:
      *slot.decimal = (TideDecimal) { 0 };
      break;
    case TIDE_MEMBER_COUNT:
      *slot.count = (TideCount) { 0 };
      break;
    case TIDE_MEMBER_BOOLEAN:
      *slot.boolean = FALSE;
      break;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      g_clear_pointer (slot.strings, g_ptr_array_unref);
      break;
    case TIDE_MEMBER_OBJECT:
      g_clear_pointer (slot.object, tide_payload_unref);
      break;
    case TIDE_MEMBER_ENTRIES:
      g_clear_pointer (slot.entries, g_ptr_array_unref);
      break;
    default:
      g_assert_not_reached ();
    }
}

/*
 * tide_slot_equal:
 * @kind: what both slots hold
 * @left: a slot
 * @right: another
 *
 * Returns: whether both hold the same, numbers as written (1.0 is not 1.00)
 */
gboolean
tide_slot_equal (TideMemberKind kind, TideSlot left, TideSlot right)
{

  switch (kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      return g_strcmp0 (*left.string, *right.string) == 0;
    case TIDE_MEMBER_TEXT:
      return tide_text_equal (left.text, right.text);
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return tide_date_equal (left.date, right.date);
    case TIDE_MEMBER_TIME:
      return *left.time == *right.time;
    case TIDE_MEMBER_DECIMAL:
      return decimals_identical (left.decimal, right.decimal);
    case TIDE_MEMBER_COUNT:
      return counts_equal (left.count, right.count);
    case TIDE_MEMBER_BOOLEAN:
      return *left.boolean == *right.boolean;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      return strings_equal (*left.strings, *right.strings);
    case TIDE_MEMBER_OBJECT:
      return objects_equal (*left.object, *right.object);
    case TIDE_MEMBER_ENTRIES:
      return entries_equal (*left.entries, *right.entries);
    default:
      g_assert_not_reached ();
    }
}

/*
 * tide_slot_is_set:
 * @kind: what the slot holds
 * @slot: the slot
 *
 * Returns: whether it holds a value; of a boolean, whether it is true
 */
gboolean
tide_slot_is_set (TideMemberKind kind, TideSlot slot)
{

  switch (kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      return *slot.string != NULL;
    case TIDE_MEMBER_TEXT:
      return !tide_text_is_empty (slot.text);
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return tide_date_is_set (slot.date);
    case TIDE_MEMBER_TIME:
      return *slot.time != 0;
    case TIDE_MEMBER_DECIMAL:
      return slot.decimal->is_set;
    case TIDE_MEMBER_COUNT:
      return slot.count->is_set;
    case TIDE_MEMBER_BOOLEAN:
      return *slot.boolean;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      return tide_entries_get_n (*slot.strings) > 0;
    case TIDE_MEMBER_OBJECT:
      return *slot.object != NULL;
    case TIDE_MEMBER_ENTRIES:
      return tide_entries_get_n (*slot.entries) > 0;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tide_value_init_string:
 * @value: (out caller-allocates): the value
 * @kind: a string, a code or a reference
 * @text: (nullable): the text; empty is the same as none
 *
 * Makes a value of @text, shared with equal ones if it is a code or a reference.
 */
void
tide_value_init_string (TideValue *value, TideMemberKind kind, const char *text)
{
  *value = (TideValue) { .kind = kind };
  if (kind == TIDE_MEMBER_STRING)
    tide_payload_set_string (&value->as.string, text);
  else
    tide_payload_set_interned (&value->as.string, text);
}

/**
 * tide_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether both hold the same, numbers as written (1.0 is not 1.00)
 */
gboolean
tide_value_equal (const TideValue *a, const TideValue *b)
{
  return a->kind == b->kind
         && tide_slot_equal (a->kind, tide_value_get_slot (a), tide_value_get_slot (b));
}

/**
 * tide_value_is_set:
 * @value: a value
 *
 * Returns: whether it is other than none; a boolean is always something
 */
gboolean
tide_value_is_set (const TideValue *value)
{
  return value->kind == TIDE_MEMBER_BOOLEAN
         || tide_slot_is_set (value->kind, tide_value_get_slot (value));
}

/**
 * tide_value_copy:
 * @value: a value
 * @copy: (out caller-allocates): free with tide_value_clear()
 */
void
tide_value_copy (const TideValue *value, TideValue *copy)
{
  *copy = (TideValue) { .kind = value->kind };
  tide_slot_copy (value->kind, tide_value_get_slot (value), FALSE, tide_value_get_slot (copy));
}

/**
 * tide_value_clear:
 * @value: a value
 *
 * Frees what @value holds and leaves it unset.
 */
void
tide_value_clear (TideValue *value)
{
  tide_slot_clear (value->kind, tide_value_get_slot (value));
}

/*
 * tide_entries_find:
 * @entries: (nullable): entries
 * @key: key of one, as tide_payload_dup_key() gives it
 *
 * Returns: where it stands, or -1
 */
int
tide_entries_find (const GPtrArray *entries, const char *key)
{
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      const TidePayload *entry = g_ptr_array_index (entries, i);
      g_autofree char *entry_key = NULL;

      if (entry->shape->has_id)
        {
          if (g_strcmp0 (entry->id, key) == 0)
            return (int) i;
          continue;
        }

      entry_key = tide_payload_dup_key (entry);
      if (g_strcmp0 (entry_key, key) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * tide_entries_new:
 *
 * Returns: (transfer full): an empty array that owns payloads
 */
GPtrArray *
tide_entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
}

/**
 * tide_strings_new:
 *
 * Returns: (transfer full): an empty array that owns #GRefString
 */
GPtrArray *
tide_strings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
}
