/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-bulk-value-private.h"

#include "core/tide-payload-private.h"

#include <string.h>

/* Whether @entry has all that @pattern gives; what is said of every entry alike tells nothing. */
static gboolean
is_like (const TidePayload *entry, const TidePayload *pattern)
{
  for (guint i = 0; i < entry->shape->n_members; i++)
    {
      const TideMember *member = &entry->shape->members[i];

      if (member->kind != TIDE_MEMBER_BOOLEAN && tide_payload_has_value (pattern, member)
          && !tide_payload_member_equal (entry, pattern, member))
        return FALSE;
    }

  return TRUE;
}

/* Whether two entries say the same, under whatever ids. */
static gboolean
says_same (const TidePayload *a, const TidePayload *b)
{
  for (guint i = 0; i < a->shape->n_members; i++)
    if (!tide_payload_member_equal (a, b, &a->shape->members[i]))
      return FALSE;

  return TRUE;
}

static int
find_entry (const GPtrArray *entries, const TidePayload *entry)
{
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      const TidePayload *other = g_ptr_array_index (entries, i);

      if (entry->shape->has_id ? says_same (other, entry)
                               : tide_payload_has_same_key (other, entry))
        return (int) i;
    }

  return -1;
}

/* An entry of its own, as the same one stands in several projects. */
static TidePayload *
entry_new_like (const TidePayload *entry, TideClock *clock)
{
  TidePayload *copy;
  g_autofree char *id = NULL;

  if (!entry->shape->has_id)
    return tide_payload_ref (entry);

  copy = tide_payload_copy (entry);
  id = tide_clock_dup_id (clock);
  tide_payload_set_string (&copy->id, id);

  return tide_payload_seal (copy);
}

/* What is said of the same thing otherwise, such as another share, takes its place. */
static void
add_entry (GPtrArray *entries, const TidePayload *entry, TideClock *clock)
{
  const int found = find_entry (entries, entry);

  if (found < 0)
    g_ptr_array_add (entries, entry_new_like (entry, clock));
  else if (!is_like (g_ptr_array_index (entries, found), entry))
    {
      tide_payload_unref (g_ptr_array_index (entries, found));
      g_ptr_array_index (entries, found) = entry_new_like (entry, clock);
    }
}

static void
add_entries (GPtrArray *entries, const GPtrArray *added, TideClock *clock)
{
  for (guint i = 0; i < tide_entries_get_n (added); i++)
    add_entry (entries, g_ptr_array_index (added, i), clock);
}

static void
remove_entries (GPtrArray *entries, const GPtrArray *patterns)
{
  for (guint i = entries->len; i > 0; i--)
    for (guint j = 0; j < tide_entries_get_n (patterns); j++)
      if (is_like (g_ptr_array_index (entries, i - 1), g_ptr_array_index (patterns, j)))
        {
          g_ptr_array_remove_index (entries, i - 1);
          break;
        }
}

static gboolean
is_same_list (const GPtrArray *a, const GPtrArray *b)
{
  if (tide_entries_get_n (a) != tide_entries_get_n (b))
    return FALSE;

  for (guint i = 0; i < tide_entries_get_n (a); i++)
    if (!says_same (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static void
change_entries (GPtrArray **entries, TideBulkAct act, const GPtrArray *others, TideClock *clock)
{
  if (act == TIDE_BULK_SET && is_same_list (*entries, others))
    return;

  if (*entries == NULL)
    *entries = tide_entries_new ();
  if (act == TIDE_BULK_SET || act == TIDE_BULK_CLEAR)
    g_ptr_array_set_size (*entries, 0);

  if (act == TIDE_BULK_REMOVE)
    remove_entries (*entries, others);
  else if (act != TIDE_BULK_CLEAR)
    add_entries (*entries, others, clock);
}

static void
change_strings (GPtrArray **strings, TideBulkAct act, const GPtrArray *others)
{
  if (*strings == NULL)
    *strings = tide_strings_new ();
  if (act == TIDE_BULK_SET || act == TIDE_BULK_CLEAR)
    g_ptr_array_set_size (*strings, 0);

  for (guint i = 0; act != TIDE_BULK_CLEAR && i < tide_entries_get_n (others); i++)
    {
      char *other = g_ptr_array_index (others, i);
      guint found;
      const gboolean has = g_ptr_array_find_with_equal_func (*strings, other, g_str_equal, &found);

      if (act == TIDE_BULK_REMOVE && has)
        g_ptr_array_remove_index (*strings, found);
      else if (act != TIDE_BULK_REMOVE && !has)
        g_ptr_array_add (*strings, g_ref_string_acquire (other));
    }
}

static void
drop_empty (GPtrArray **list)
{
  if (tide_entries_get_n (*list) == 0)
    g_clear_pointer (list, g_ptr_array_unref);
}

static void
change_part (TideText *text, const char *part, TideBulkAct act, const TideText *other)
{
  const gboolean is_zh = strcmp (part, "zh") == 0;
  const char *word = act == TIDE_BULK_CLEAR ? NULL : is_zh ? other->zh : other->en;

  tide_payload_set_string (is_zh ? &text->zh : &text->en, word);
}

/*
 * tide_bulk_field_init:
 * @self: a field; free with tide_bulk_field_clear()
 * @path: which one
 *
 * Returns: whether projects have it
 */
gboolean
tide_bulk_field_init (TideBulkField *self, const char *path)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *head = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : NULL;
  const TideMember *whole = head != NULL ? tide_shape_resolve (&tide_shape_project, head) : NULL;

  *self = (TideBulkField) { 0 };
  if (whole != NULL && whole->kind == TIDE_MEMBER_TEXT)
    *self = (TideBulkField) {
      .member = whole,
      .path = g_steal_pointer (&head),
      .part = strcmp (slash + 1, "zh") == 0 ? "zh" : "en",
    };
  else
    *self = (TideBulkField) {
      .member = tide_shape_resolve (&tide_shape_project, path),
      .path = g_strdup (path),
    };

  return self->member != NULL;
}

/*
 * tide_bulk_field_clear:
 * @self: a field
 */
void
tide_bulk_field_clear (TideBulkField *self)
{
  g_clear_pointer (&self->path, g_free);
}

/*
 * tide_bulk_value_change:
 * @value: (inout): what a project has in the field
 * @field: the field
 * @act: what becomes of it
 * @other: the value to set, add or remove
 * @clock: where the ids of entries come from
 */
void
tide_bulk_value_change (TideValue *value,
                        const TideBulkField *field,
                        TideBulkAct act,
                        const TideValue *other,
                        TideClock *clock)
{
  switch ((guint) field->member->kind)
    {
    case TIDE_MEMBER_TEXT:
      change_part (&value->as.text, field->part, act, &other->as.text);
      break;
    case TIDE_MEMBER_ENTRIES:
      change_entries (&value->as.entries, act, other->as.entries, clock);
      drop_empty (&value->as.entries);
      break;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      change_strings (&value->as.strings, act, other->as.strings);
      drop_empty (&value->as.strings);
      break;
    default:
      tide_value_clear (value);
      *value = (TideValue) { .kind = field->member->kind };
      if (act == TIDE_BULK_SET)
        tide_value_copy (other, value);
      break;
    }
}
