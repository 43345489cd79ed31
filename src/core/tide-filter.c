/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter.h"

#include "core/tide-convert.h"

#include <string.h>

/**
 * tide_filter_new:
 *
 * Returns: (transfer full): a filter that asks for nothing
 */
TideFilter *
tide_filter_new (void)
{
  return (TideFilter *) tide_payload_new (&tide_shape_filter, NULL);
}

/**
 * tide_filter_copy:
 * @filter: a filter
 *
 * Returns: (transfer full): a copy that can be changed
 */
TideFilter *
tide_filter_copy (const TideFilter *filter)
{
  return (TideFilter *) tide_payload_copy (&filter->base);
}

/* Both have the members of filters. */
static void
copy_members (TidePayload *to, const TidePayload *from)
{
  for (guint i = 0; i < tide_shape_filter.n_members; i++)
    {
      TideValue value = { 0 };

      tide_payload_get_value (from, &tide_shape_filter.members[i], &value);
      tide_payload_set_value (to, &tide_shape_filter.members[i], &value);
      tide_value_clear (&value);
    }
}

/**
 * tide_filter_dup_criteria:
 * @filter: a filter
 *
 * Returns: (transfer full): what it asks for, and its name, as a part of another record
 */
TidePayload *
tide_filter_dup_criteria (const TideFilter *filter)
{
  TidePayload *criteria = tide_payload_new (&tide_shape_criteria, NULL);

  copy_members (criteria, &filter->base);

  return tide_payload_seal (criteria);
}

/**
 * tide_filter_new_from_criteria:
 * @criteria: what tide_filter_dup_criteria() gave
 *
 * Returns: (transfer full): the filter
 */
TideFilter *
tide_filter_new_from_criteria (const TidePayload *criteria)
{
  TideFilter *filter = tide_filter_new ();

  g_return_val_if_fail (criteria->shape == &tide_shape_criteria, filter);

  copy_members (&filter->base, criteria);

  return filter;
}

/* Says of which amounts the criteria speak, or how they are told; asks for nothing by itself. */
static gboolean
is_explanation (const TideMember *member)
{
  static const char *const names[]
      = { "name", "amount-kind", "currency", "rate-set", "period", "date-match", NULL };

  return g_strv_contains (names, member->name);
}

/**
 * tide_filter_is_empty:
 * @filter: a filter
 *
 * Returns: whether it lets every project through
 */
gboolean
tide_filter_is_empty (const TideFilter *filter)
{
  for (guint i = 0; i < tide_shape_filter.n_members; i++)
    {
      const TideMember *member = &tide_shape_filter.members[i];

      if (!is_explanation (member) && tide_payload_has_value (&filter->base, member))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_string (const GPtrArray *strings, const char *wanted)
{
  for (guint i = 0; i < tide_entries_get_n (strings); i++)
    if (strcmp (g_ptr_array_index (strings, i), wanted) == 0)
      return TRUE;

  return FALSE;
}

/**
 * tide_filter_add:
 * @filter: a filter that is not shared
 * @member: member of the filter: `stages`, `amount-kind`, …
 * @value: an id, a code, or `none` where the member knows it; a period or number as the file has
 * it, which is left unset where it cannot be read
 *
 * Adds @value to the values of a list, once; of a member with one value, replaces it.
 */
void
tide_filter_add (TideFilter *filter, const char *member, const char *value)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);

  g_return_if_fail (found != NULL && found->kind != TIDE_MEMBER_TEXT);

  if (found->kind == TIDE_MEMBER_STRINGS)
    {
      if (!has_string (G_STRUCT_MEMBER (GPtrArray *, filter, found->offset), value))
        tide_payload_add_string (&filter->base, member, value);
    }
  else if (found->kind == TIDE_MEMBER_CODE)
    tide_payload_set_interned (G_STRUCT_MEMBER_P (filter, found->offset), value);
  else if (found->kind == TIDE_MEMBER_PERIOD)
    tide_date_parse (value, TRUE, G_STRUCT_MEMBER_P (filter, found->offset));
  else if (found->kind == TIDE_MEMBER_DECIMAL)
    tide_decimal_parse (value, G_STRUCT_MEMBER_P (filter, found->offset));
  else
    tide_payload_set_string (G_STRUCT_MEMBER_P (filter, found->offset), value);
}

/**
 * tide_filter_remove:
 * @filter: a filter that is not shared
 * @member: a criterion, by the name of its member
 * @value: the value to take away
 *
 * Takes @value out of a list, or unsets a member that has it as its one value; a period or number
 * is unset whatever it is.
 */
void
tide_filter_remove (TideFilter *filter, const char *member, const char *value)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);

  g_return_if_fail (found != NULL && found->kind != TIDE_MEMBER_TEXT);

  if (found->kind == TIDE_MEMBER_STRINGS)
    {
      GPtrArray *strings = G_STRUCT_MEMBER (GPtrArray *, filter, found->offset);

      for (guint i = tide_entries_get_n (strings); i > 0; i--)
        if (strcmp (g_ptr_array_index (strings, i - 1), value) == 0)
          g_ptr_array_remove_index (strings, i - 1);
    }
  else if (found->kind == TIDE_MEMBER_PERIOD)
    G_STRUCT_MEMBER (TideDate, filter, found->offset) = (TideDate) { 0 };
  else if (found->kind == TIDE_MEMBER_DECIMAL)
    G_STRUCT_MEMBER (TideDecimal, filter, found->offset) = (TideDecimal) { 0 };
  else if (g_strcmp0 (G_STRUCT_MEMBER (char *, filter, found->offset), value) == 0)
    tide_payload_set_string (G_STRUCT_MEMBER_P (filter, found->offset), NULL);
}

/**
 * tide_filter_set_text:
 * @filter: a filter that is not shared
 * @text: (nullable): words that must all occur
 */
void
tide_filter_set_text (TideFilter *filter, const char *text)
{
  g_autofree char *words = tide_text_normalise (text);

  tide_payload_set_string (&filter->text, words);
}

/**
 * tide_filter_value_get_id:
 * @value: a value of a criterion
 *
 * Returns: (transfer none): the id in it, without its marks
 */
const char *
tide_filter_value_get_id (const char *value)
{
  static const char marks[]
      = { TIDE_FILTER_ITSELF, TIDE_FILTER_NOT, TIDE_FILTER_MAPPED, TIDE_FILTER_OPEN, '\0' };

  if (value[0] == TIDE_FILTER_ALSO)
    value++;

  return value[0] != '\0' && strchr (marks, value[0]) != NULL ? value + 1 : value;
}

/**
 * tide_filter_narrow:
 * @filter: a filter that is not shared
 * @member: member of the filter with a list of values, or `amount`
 * @value: a value
 *
 * Asks for @value beside all that @filter asks for already, where tide_filter_add() would offer it
 * as one more alternative.
 */
void
tide_filter_narrow (TideFilter *filter, const char *member, const char *value)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);
  g_autofree char *narrowed = NULL;

  g_return_if_fail (found != NULL);

  if (found->kind == TIDE_MEMBER_STRINGS)
    {
      if (tide_payload_has_value (&filter->base, found))
        narrowed = g_strdup_printf ("%c%s", TIDE_FILTER_ALSO, value);
    }
  else if (g_strcmp0 (G_STRUCT_MEMBER (char *, filter, found->offset), value) != 0
           && G_STRUCT_MEMBER (char *, filter, found->offset) != NULL)
    narrowed = g_strconcat (G_STRUCT_MEMBER (char *, filter, found->offset), " ", value, NULL);

  tide_filter_add (filter, member, narrowed != NULL ? narrowed : value);
}

/**
 * tide_filter_tell_events:
 * @filter: a filter
 * @snapshot: the register
 *
 * A filter that asks for events means their amounts only: an amount that was signed at another
 * event belongs to that one.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 TideEventState): how each event of
 *   @snapshot stands to @filter, by its id, borrowed from both; %NULL where no event is asked for
 */
GHashTable *
tide_filter_tell_events (const TideFilter *filter, TideSnapshot *snapshot)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_EVENT);
  GHashTable *states;
  gboolean is_narrowed = FALSE;

  if (tide_entries_get_n (filter->events) == 0)
    return NULL;

  states = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    g_hash_table_insert (states, ((TidePayload *) g_ptr_array_index (records, i))->id,
                         GUINT_TO_POINTER (TIDE_EVENT_OTHER));
  for (guint i = 0; i < filter->events->len; i++)
    is_narrowed |= *(const char *) g_ptr_array_index (filter->events, i) == TIDE_FILTER_ALSO;
  for (guint i = 0; i < filter->events->len; i++)
    {
      const char *value = g_ptr_array_index (filter->events, i);
      const char *id = tide_filter_value_get_id (value);

      if (!is_narrowed || value[0] == TIDE_FILTER_ALSO)
        g_hash_table_insert (states, (char *) id,
                             GUINT_TO_POINTER (g_hash_table_contains (states, id)
                                                   ? TIDE_EVENT_WANTED
                                                   : TIDE_EVENT_STRAY));
    }

  return states;
}

/**
 * tide_filter_dup_later:
 * @filter: a filter that asks for events
 *
 * Returns: (transfer full): what @filter asks for, but of the live projects that were shown at
 * these events and first signed elsewhere
 */
TideFilter *
tide_filter_dup_later (const TideFilter *filter)
{
  TideFilter *later = tide_filter_copy (filter);

  g_clear_pointer (&later->events, g_ptr_array_unref);
  for (guint i = 0; i < tide_entries_get_n (filter->events); i++)
    {
      const char *value = g_ptr_array_index (filter->events, i);

      if (value[0] == TIDE_FILTER_ALSO || i > 0 || tide_entries_get_n (filter->later_events) == 0)
        tide_filter_add (later, "later-events", value);
      else
        tide_filter_narrow (later, "later-events", value);
    }
  tide_payload_set_string (&later->counting, "live");

  return later;
}
