/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-change-text.h"

#include "core/tide-history-filter.h"
#include "core/tide-record.h"
#include "ui/lists/tide-field-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOTHING "—"
#define SEPARATOR " · "

/* Of a text, the languages that differ. */
enum
{
  ENGLISH = 1 << 0,
  CHINESE = 1 << 1,
};

static guint
get_languages (const TideEdit *edit)
{
  const TideText *before = &edit->before.as.text;
  const TideText *after = &edit->after.as.text;
  guint languages = 0;

  if (g_strcmp0 (before->en, after->en) != 0)
    languages |= ENGLISH;
  if (g_strcmp0 (before->zh, after->zh) != 0)
    languages |= CHINESE;

  return languages;
}

/* The shape of what the edit sets a member of. */
static const TideShape *
get_shape (const TideEdit *edit)
{
  const TideShape *shape = tide_shape_for_kind (edit->record_kind);
  const TideMember *list = edit->list != NULL ? tide_shape_resolve (shape, edit->list) : NULL;

  return list != NULL ? list->shape : shape;
}

static char *
dup_time (TideHistoryNames *names, gint64 seconds)
{
  const char *name = tide_history_names_get_time_zone (names);
  g_autoptr (GTimeZone) zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local
      = utc != NULL && zone != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  if (local == NULL && utc != NULL)
    local = g_date_time_ref (utc);

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : NULL;
}

static char *
dup_text (const TideText *text, guint languages)
{
  if (languages == ENGLISH)
    return g_strdup (text->en);
  if (languages == CHINESE)
    return g_strdup (text->zh);
  if (text->en != NULL && text->zh != NULL)
    return g_strconcat (text->en, " / ", text->zh, NULL);

  return g_strdup (text->en != NULL ? text->en : text->zh);
}

static char *
dup_decimal (const TideMember *member, const TideDecimal *decimal)
{
  g_autofree char *number = tide_decimal_dup_text (decimal);
  const gsize sign = number[0] == '-' ? 1 : 0;
  const gsize whole = strcspn (number + sign, ".");
  g_autoptr (GString) text = g_string_new (number);

  for (gsize i = 3; i < whole; i += 3)
    g_string_insert_c (text, (gssize) (sign + whole - i), ',');
  if (strcmp (member->name, "share") == 0 || strcmp (member->name, "rate") == 0)
    /* Translators: a percentage */
    return g_strdup_printf (_ ("%s %%"), text->str);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A set of rates is named by its id, with or without a record. */
static char *
dup_string (TideHistoryNames *names, const TideMember *member, const char *string)
{
  if (strcmp (member->name, "rate-set") == 0 || strcmp (member->name, "set") == 0)
    return tide_history_names_dup_name (names, NULL, TIDE_RECORD_RATE_SET, string);

  return g_strdup (string);
}

/* What a saved filter keeps as plain words are ids or codes all the same. */
static char *
dup_word (TideHistoryNames *names, const TideMember *member, const char *word)
{
  if (member->kind == TIDE_MEMBER_REFERENCES)
    return tide_history_names_dup_name (names, NULL, member->target, word);
  if (strcmp (member->name, "stages") == 0)
    return g_strdup (tide_codes_get_label (TIDE_CODES_STAGE, word, tide_language_get_default ()));
  if (strcmp (member->name, "statuses") == 0)
    return g_strdup (tide_codes_get_label (TIDE_CODES_STATUS, word, tide_language_get_default ()));

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (g_strcmp0 (tide_record_kind_get_list (kind), member->name) == 0)
      return tide_history_names_dup_name (names, NULL, kind, word);

  return g_strdup (word);
}

static char *
dup_words (TideHistoryNames *names, const TideMember *member, const GPtrArray *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (words); i++)
    {
      g_autofree char *word = dup_word (names, member, g_ptr_array_index (words, i));

      if (i > 0)
        /* Translators: between the words of a list */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, word);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *dup_payload (TideHistoryNames *names, const TidePayload *payload);

static char *
dup_entries (TideHistoryNames *names, const GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      g_autofree char *entry = dup_payload (names, g_ptr_array_index (entries, i));

      if (i > 0)
        /* Translators: between the entries of a list, each of which may hold commas */
        g_string_append (text, C_ ("list", "; "));
      g_string_append (text, entry);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Returns NULL where there is no value. */
static char *
dup_value (TideHistoryNames *names, const TideMember *member, const TideValue *value)
{
  if (!tide_value_is_set (value))
    return NULL;

  switch (value->kind)
    {
    case TIDE_MEMBER_STRING:
      return dup_string (names, member, value->as.string);
    case TIDE_MEMBER_CODE:
      return g_strdup (
          tide_codes_get_label (member->codes, value->as.string, tide_language_get_default ()));
    case TIDE_MEMBER_REFERENCE:
      return tide_history_names_dup_name (names, NULL, member->target, value->as.string);
    case TIDE_MEMBER_TEXT:
      return dup_text (&value->as.text, ENGLISH | CHINESE);
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return tide_date_dup_text (&value->as.date);
    case TIDE_MEMBER_TIME:
      return dup_time (names, value->as.time);
    case TIDE_MEMBER_DECIMAL:
      return dup_decimal (member, &value->as.decimal);
    case TIDE_MEMBER_COUNT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->as.count.value);
    case TIDE_MEMBER_BOOLEAN:
      return g_strdup (value->as.boolean ? C_ ("value", "Yes") : C_ ("value", "No"));
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      return dup_words (names, member, value->as.strings);
    case TIDE_MEMBER_OBJECT:
      return dup_payload (names, value->as.object);
    case TIDE_MEMBER_ENTRIES:
      return dup_entries (names, value->as.entries);
    default:
      g_assert_not_reached ();
    }
}

/* Of an amount whose currency is known. */
static const TideMoney *
get_money (const TidePayload *payload)
{
  const TideAmount *amount = (const TideAmount *) payload;
  const gboolean is_amount = payload->shape == &tide_shape_amount
                             || strcmp (payload->shape->name, "declared-amount") == 0;

  return is_amount && amount->money.currency[0] != '\0' ? &amount->money : NULL;
}

static char *
dup_member (TideHistoryNames *names, const TidePayload *payload, const TideMember *member)
{
  g_auto (TideValue) value = { 0 };

  if (!tide_payload_has_value (payload, member))
    return NULL;

  if (member->kind == TIDE_MEMBER_BOOLEAN)
    {
      if (strcmp (member->name, "counted") == 0)
        return g_strdup (_ ("not counted"));
      return g_strdup (tide_field_names_get_entry_member ("", member->name));
    }

  if (strcmp (member->name, "value") == 0 && get_money (payload) != NULL)
    return tide_money_dup_exact (get_money (payload), tide_language_get_default ());

  tide_payload_get_value (payload, member, &value);

  return dup_value (names, member, &value);
}

static gboolean
has_value (const TidePayload *payload, const char *name)
{
  const TideMember *member = tide_shape_find (payload->shape, name);

  return member != NULL && tide_payload_has_value (payload, member);
}

/* Whether a line about an entry or record says more with this member than without. */
static gboolean
is_told (const TidePayload *payload, const TideMember *member, gboolean is_record)
{
  static const char *const untold[] = { "precision", "name", "title", "notes", NULL };

  if (member->kind == TIDE_MEMBER_TIME
      || (is_record
          && (member->kind == TIDE_MEMBER_ENTRIES || member->kind == TIDE_MEMBER_OBJECT
              || member->kind == TIDE_MEMBER_BOOLEAN)))
    return FALSE;
  /* What was written says the value, and the value of money says its currency. */
  if (strcmp (member->name, "value") == 0)
    return !has_value (payload, "written");
  if (strcmp (member->name, "currency") == 0)
    return !has_value (payload, "written") && get_money (payload) == NULL;

  return !g_strv_contains (untold, member->name);
}

static void
append (GString *line, const char *text)
{
  g_autofree char *isolated = NULL;

  if (text == NULL || *text == '\0')
    return;

  isolated = tide_text_dup_isolated (text);
  g_strdelimit (isolated, "\n\r\t", ' ');
  if (line->len > 0)
    g_string_append (line, SEPARATOR);
  g_string_append (line, isolated);
}

/* An entry, an object or a whole record in one line. */
static char *
dup_payload (TideHistoryNames *names, const TidePayload *payload)
{
  const gboolean is_record = tide_record_kind_from_name (payload->shape->name) != TIDE_RECORD_NONE;
  g_autoptr (GString) line = g_string_new (NULL);

  if (is_record)
    append (line, tide_payload_get_label (payload, tide_language_get_default ()));
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];

      if (is_told (payload, member, is_record))
        {
          g_autofree char *text = dup_member (names, payload, member);

          append (line, text);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

/* Which of its kind an entry is: the first thing that is known of it, unless that is changed. */
static char *
dup_entry_heading (TideHistoryNames *names, const TideEdit *edit)
{
  const TidePayload *record = tide_history_names_lookup (names, edit->record_kind, edit->record);
  const TidePayload *entry = record != NULL && edit->entry != NULL
                                 ? tide_payload_find_entry (record, edit->list, edit->entry)
                                 : NULL;

  for (guint i = 0; entry != NULL && i < entry->shape->n_members; i++)
    {
      const TideMember *member = &entry->shape->members[i];

      if (tide_payload_has_value (entry, member))
        return strcmp (member->name, edit->member) != 0 ? dup_member (names, entry, member) : NULL;
    }

  return NULL;
}

static char *
dup_entry_field (TideHistoryNames *names, const TideEdit *edit)
{
  const char *name = tide_field_names_get_entry (edit->list);
  g_autofree char *heading = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *whole = NULL;

  if (edit->kind != TIDE_EDIT_SET)
    return g_strdup (name);

  heading = dup_entry_heading (names, edit);
  isolated = heading != NULL ? tide_text_dup_isolated (heading) : NULL;
  if (isolated != NULL)
    /* Translators: what an entry is, then which: Amount (Agreement) */
    whole = g_strdup_printf (_ ("%s (%s)"), name, isolated);

  return tide_field_names_join (whole != NULL ? whole : name,
                                tide_field_names_get_entry_member (edit->list, edit->member));
}

static char *
dup_text_field (const TideEdit *edit)
{
  static const char *const suffixes[] = { [ENGLISH] = "/en", [CHINESE] = "/zh" };
  const guint languages = get_languages (edit);
  g_autofree char *path = NULL;

  if (languages == ENGLISH || languages == CHINESE)
    path = g_strconcat (edit->member, suffixes[languages], NULL);

  return tide_field_names_dup_member (edit->record_kind, path != NULL ? path : edit->member);
}

/**
 * tide_change_text_dup_time:
 * @names: names
 * @step: a step
 *
 * Returns: (transfer full): when it was done, in the register's time zone
 */
char *
tide_change_text_dup_time (TideHistoryNames *names, const TideStep *step)
{
  char *time = step->time != 0 ? dup_time (names, step->time) : NULL;

  return time != NULL ? time : g_strdup (NOTHING);
}

/**
 * tide_change_text_dup_record:
 * @names: names
 * @step: a step
 * @edit: (nullable): one of its edits
 *
 * Returns: (transfer full): what the record is called
 */
char *
tide_change_text_dup_record (TideHistoryNames *names, const TideStep *step, const TideEdit *edit)
{
  if (edit == NULL)
    return g_strdup (NOTHING);

  return tide_history_names_dup_name (names, step, edit->record_kind, edit->record);
}

/**
 * tide_change_text_dup_field:
 * @names: names
 * @edit: (nullable): an edit
 *
 * Returns: (transfer full): what it changes of the record
 */
char *
tide_change_text_dup_field (TideHistoryNames *names, const TideEdit *edit)
{
  if (edit == NULL)
    return g_strdup (NOTHING);
  if (edit->list != NULL)
    return dup_entry_field (names, edit);
  if (edit->kind != TIDE_EDIT_SET)
    return g_strdup (_ ("Whole Record"));
  if (edit->before.kind == TIDE_MEMBER_TEXT)
    return dup_text_field (edit);

  return tide_field_names_dup_member (edit->record_kind, edit->member);
}

/**
 * tide_change_text_dup_value:
 * @names: names
 * @edit: an edit
 * @value: a value of what it changes, before, after or now
 *
 * Returns: (transfer full): the value as a person reads it; a dash where there is none
 */
char *
tide_change_text_dup_value (TideHistoryNames *names, const TideEdit *edit, const TideValue *value)
{
  char *text = NULL;

  if (edit->kind != TIDE_EDIT_SET)
    text = value->kind == TIDE_MEMBER_OBJECT && value->as.object != NULL
               ? dup_payload (names, value->as.object)
               : NULL;
  else if (value->kind == TIDE_MEMBER_TEXT)
    text = dup_text (&value->as.text, get_languages (edit));
  else
    {
      const TideMember *member = tide_shape_resolve (get_shape (edit), edit->member);

      text = member != NULL ? dup_value (names, member, value) : NULL;
    }

  if (text != NULL && *text != '\0')
    return text;

  g_free (text);

  return g_strdup (NOTHING);
}

/**
 * tide_change_text_dup_before:
 * @names: names
 * @edit: (nullable): an edit
 *
 * Returns: (transfer full): what was there before
 */
char *
tide_change_text_dup_before (TideHistoryNames *names, const TideEdit *edit)
{
  return edit != NULL ? tide_change_text_dup_value (names, edit, &edit->before)
                      : g_strdup (NOTHING);
}

/**
 * tide_change_text_dup_after:
 * @names: names
 * @edit: (nullable): an edit
 *
 * Returns: (transfer full): what has been there since
 */
char *
tide_change_text_dup_after (TideHistoryNames *names, const TideEdit *edit)
{
  return edit != NULL ? tide_change_text_dup_value (names, edit, &edit->after) : g_strdup (NOTHING);
}

/**
 * tide_change_text_dup_transition:
 * @names: names
 * @edit: (nullable): an edit
 *
 * Returns: (transfer full): before and after in one text, or what was added or removed
 */
char *
tide_change_text_dup_transition (TideHistoryNames *names, const TideEdit *edit)
{
  g_autofree char *before = tide_change_text_dup_before (names, edit);
  g_autofree char *after = tide_change_text_dup_after (names, edit);
  g_autofree char *isolated_before = tide_text_dup_isolated (before);
  g_autofree char *isolated_after = tide_text_dup_isolated (after);

  if (edit == NULL)
    return g_strdup (NOTHING);

  switch (edit->kind)
    {
    case TIDE_EDIT_ADD:
      /* Translators: what was added to the register, such as an amount */
      return g_strdup_printf (_ ("Added: %s"), isolated_after);
    case TIDE_EDIT_REMOVE:
      /* Translators: what was removed from the register, such as an amount */
      return g_strdup_printf (_ ("Removed: %s"), isolated_before);
    case TIDE_EDIT_SET:
      /* Translators: the value of a field before and after a change */
      return g_strdup_printf (_ ("%s → %s"), isolated_before, isolated_after);
    default:
      g_assert_not_reached ();
    }
}

/**
 * tide_change_text_dup_search:
 * @names: names
 * @step: a step
 * @edit: (nullable): one of its edits
 *
 * Returns: (transfer full): all that is shown of the change, folded to be searched
 */
char *
tide_change_text_dup_search (TideHistoryNames *names, const TideStep *step, const TideEdit *edit)
{
  g_autofree char *act = tide_step_dup_label (step);
  g_autofree char *record = tide_change_text_dup_record (names, step, edit);
  g_autofree char *field = tide_change_text_dup_field (names, edit);
  g_autofree char *before = tide_change_text_dup_before (names, edit);
  g_autofree char *after = tide_change_text_dup_after (names, edit);
  g_autofree char *all = g_strjoin ("\n", act, record, field, before, after,
                                    step->author != NULL ? step->author : "", NULL);

  return tide_text_fold (all);
}
