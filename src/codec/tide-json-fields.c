/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-reader-private.h"

#include "core/tide-clock.h"
#include "core/tide-money.h"

#include <string.h>

/* Lists with more entries than this look for a repeated key in a table, not one by one. */
#define FEW_ENTRIES 8

#define DAY_OF_1970 719163 /* Julian, as g_date_get_julian() counts */
#define SECONDS_OF_A_DAY 86400

static void
add_check (TideJsonReader *self,
           TideProblemCode code,
           const TideJsonValue *value,
           const TidePayload *holder,
           const TideMember *member,
           const char *id)
{
  TideJsonCheck check = { .code = code,
                          .offset = tide_json_reader_get_span (self, value)->begin,
                          .record = self->record,
                          .holder = holder,
                          .member = member,
                          .id = id };

  /* The history may speak of what is gone. */
  if (!self->in_history && tide_json_reader_has_doubt (self, &check))
    g_array_append_val (self->checks, check);
}

/* A string of a payload that is being read. */
static char *
make_string (TideJsonReader *self, const char *text)
{
  return self->is_packing ? tide_pack_add_string (self->pack, text, strlen (text))
                          : g_ref_string_new (text);
}

/* The same, where empty is the same as none. */
static char *
make_filled_string (TideJsonReader *self, const char *text)
{
  return text != NULL && *text != '\0' ? make_string (self, text) : NULL;
}

static char *
make_interned_string (TideJsonReader *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return self->is_packing ? tide_pack_intern (self->pack, text, strlen (text))
                          : g_ref_string_new_intern (text);
}

/* The text of a string as it stands in the file, where it can be packed from there; else NULL. */
static inline const char *
get_plain (TideJsonReader *self, const TideJsonValue *value, gsize *length)
{
  const TideJsonSpan *span = tide_json_reader_get_span (self, value);

  if (!self->is_packing || span->type != TIDE_JSON_TOKEN_STRING || span->escaped)
    return NULL;

  *length = span->end - span->begin - 2;
  return *length > 0 ? self->text + span->begin + 1 : NULL;
}

static char *
read_string (TideJsonReader *self, const TideJsonValue *value)
{
  gsize length;
  const char *plain = get_plain (self, value, &length);

  return plain != NULL ? tide_pack_add_string (self->pack, plain, length)
                       : make_filled_string (self, tide_json_reader_get_string (self, value));
}

static char *
read_interned_string (TideJsonReader *self, const TideJsonValue *value)
{
  gsize length;
  const char *plain = get_plain (self, value, &length);

  return plain != NULL ? tide_pack_intern (self->pack, plain, length)
                       : make_interned_string (self, tide_json_reader_get_string (self, value));
}

static gboolean
expect_id (TideJsonReader *self, const TideJsonValue *value, const char *id)
{
  if (tide_id_is_valid (id))
    return TRUE;

  tide_json_reader_refuse (self, TIDE_PROBLEM_BAD_ID,
                           tide_json_reader_get_span (self, value)->begin, id);
  return FALSE;
}

static TidePayload *
make_payload (TideJsonReader *self, const TideShape *shape)
{
  return self->is_packing ? tide_pack_add_payload (self->pack, shape)
                          : tide_payload_new (shape, NULL);
}

static guint
get_depth (GArray *spans, guint first)
{
  guint ends[TIDE_JSON_MAX_DEPTH + 1];
  guint end = g_array_index (spans, TideJsonSpan, first).next;
  guint depth = 0;
  guint deepest = 0;

  for (guint i = first; i < end; i++)
    {
      const TideJsonSpan *span = &g_array_index (spans, TideJsonSpan, i);

      while (depth > 0 && ends[depth - 1] <= i)
        depth--;
      if (span->type == TIDE_JSON_TOKEN_OBJECT_BEGIN || span->type == TIDE_JSON_TOKEN_ARRAY_BEGIN)
        ends[depth++] = span->next;
      deepest = MAX (deepest, depth);
    }

  return deepest;
}

/* Keeps a member that this program does not know. */
void
tide_json_extras_add (TideJsonReader *reader,
                      TideJsonExtras *self,
                      const char *name,
                      const TideJsonValue *value)
{
  const TideJsonSpan *span = tide_json_reader_get_span (reader, value);
  g_autoptr (GBytes) json
      = g_bytes_new_from_bytes (reader->bytes, span->begin, span->end - span->begin);

  if (get_depth (reader->spans, value->span) > TIDE_JSON_MAX_EXTRA_DEPTH)
    {
      g_autofree char *limit = g_strdup_printf ("%d", TIDE_JSON_MAX_EXTRA_DEPTH);

      tide_json_reader_refuse (reader, TIDE_PROBLEM_TOO_DEEP, span->begin, limit);
      return;
    }
  if (!self->is_begun)
    {
      tide_json_emitter_init (&self->emitter);
      tide_json_emitter_begin_line (&self->emitter);
      tide_json_emitter_begin_object (&self->emitter);
      self->is_begun = TRUE;
    }
  tide_json_emitter_name (&self->emitter, name);
  tide_json_emitter_value (&self->emitter, json);
}

/* Returns the text of all that was kept, or NULL where nothing was. */
char *
tide_json_extras_end (TideJsonExtras *self)
{
  if (!self->is_begun)
    return NULL;

  self->is_begun = FALSE;
  tide_json_emitter_end_object (&self->emitter);
  return g_string_free_and_steal (g_steal_pointer (&self->emitter.out));
}

static void
read_text (TideJsonReader *self,
           const TideMember *member,
           const TideJsonValue *value,
           TideText *text,
           TideJsonExtras *extras)
{
  TideJsonExtras languages = { 0 };
  g_autofree char *others = NULL;
  const char *en = NULL;
  const char *zh = NULL;
  TideJsonChildren children;
  TideJsonValue child;
  const char *name;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_OBJECT_BEGIN))
    return;

  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, &name, &child))
    {
      if (tide_json_reader_get_span (self, &child)->type == TIDE_JSON_TOKEN_NULL)
        continue;
      if (strcmp (name, "en") == 0)
        en = tide_json_reader_get_string (self, &child);
      else if (strcmp (name, "zh") == 0)
        zh = tide_json_reader_get_string (self, &child);
      else
        tide_json_extras_add (self, &languages, name, &child);
    }
  text->en = en != NULL ? make_string (self, en) : NULL;
  text->zh = zh != NULL ? make_string (self, zh) : NULL;

  others = tide_json_extras_end (&languages);
  if (others != NULL)
    {
      g_autoptr (GBytes) json = g_bytes_new (others, strlen (others));

      if (!extras->is_begun)
        {
          tide_json_emitter_init (&extras->emitter);
          tide_json_emitter_begin_line (&extras->emitter);
          tide_json_emitter_begin_object (&extras->emitter);
          extras->is_begun = TRUE;
        }
      tide_json_emitter_name (&extras->emitter, member->name);
      tide_json_emitter_value (&extras->emitter, json);
    }
}

static void
read_date (TideJsonReader *self,
           TidePayload *holder,
           const TideMember *member,
           const TideJsonValue *value,
           TideDate *date)
{
  const char *text = tide_json_reader_get_string (self, value);

  if (text == NULL || *text == '\0')
    return;

  if (!tide_date_parse (text, member->kind == TIDE_MEMBER_PERIOD, date))
    tide_json_reader_refuse (self, TIDE_PROBLEM_BAD_DATE,
                             tide_json_reader_get_span (self, value)->begin, text);
  else if (!tide_date_is_real (date))
    add_check (self, TIDE_PROBLEM_UNREAL_DATE, value, holder, member, NULL);
}

static gboolean
parse_time (const char *text, gint64 *seconds)
{
  static const char pattern[] = "0000-00-00T00:00:00Z";
  int parts[6] = { 0 };
  guint part = 0;
  TideDate day;

  for (guint i = 0; i < sizeof pattern; i++)
    {
      if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
        return FALSE;
      if (pattern[i] == '0')
        parts[part] = parts[part] * 10 + (text[i] - '0');
      else
        part++;
    }

  day = (TideDate) { .year = (gint16) parts[0],
                     .month = (guint8) parts[1],
                     .day = (guint8) parts[2],
                     .precision = TIDE_PRECISION_DAY };
  if (parts[0] < 1 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || !tide_date_is_real (&day)
      || parts[3] > 23 || parts[4] > 59 || parts[5] > 59)
    return FALSE;
  *seconds = ((gint64) tide_date_get_first_day (&day) - DAY_OF_1970) * SECONDS_OF_A_DAY
             + parts[3] * 3600 + parts[4] * 60 + parts[5];
  return TRUE;
}

static void
read_time (TideJsonReader *self, const TideJsonValue *value, gint64 *seconds)
{
  const char *text = tide_json_reader_get_string (self, value);

  if (text != NULL && !parse_time (text, seconds))
    tide_json_reader_refuse (self, TIDE_PROBLEM_BAD_TIME,
                             tide_json_reader_get_span (self, value)->begin, text);
}

static void
read_decimal (TideJsonReader *self,
              TidePayload *holder,
              const TideMember *member,
              const TideJsonValue *value,
              TideDecimal *decimal)
{
  const char *text = tide_json_reader_get_string (self, value);
  guint32 offset = tide_json_reader_get_span (self, value)->begin;

  if (text == NULL)
    return;

  switch (tide_decimal_parse (text, decimal))
    {
    case TIDE_DECIMAL_OK:
      if ((member->flags & TIDE_MEMBER_SHARE) && decimal->scale > TIDE_JSON_SHARE_DIGITS)
        add_check (self, TIDE_PROBLEM_TOO_PRECISE, value, holder, member, NULL);
      break;
    case TIDE_DECIMAL_OUT_OF_RANGE:
      tide_json_reader_refuse (self, TIDE_PROBLEM_OUT_OF_RANGE, offset, text);
      break;
    case TIDE_DECIMAL_BAD_SYNTAX:
    default:
      tide_json_reader_refuse (self, TIDE_PROBLEM_BAD_DECIMAL, offset, text);
      break;
    }
}

static void
read_boolean (TideJsonReader *self, const TideJsonValue *value, gboolean *boolean)
{
  TideJsonTokenType type = tide_json_reader_get_span (self, value)->type;

  if (type == TIDE_JSON_TOKEN_FALSE || tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_TRUE))
    *boolean = type == TIDE_JSON_TOKEN_TRUE;
}

static char *
read_reference (TideJsonReader *self,
                TidePayload *holder,
                const TideMember *member,
                const TideJsonValue *value)
{
  gsize length;
  const char *plain = get_plain (self, value, &length);
  char *interned = plain != NULL
                       ? tide_pack_intern (self->pack, plain, length)
                       : make_interned_string (self, tide_json_reader_read_id (self, value));

  if (plain != NULL && !expect_id (self, value, interned))
    return NULL;
  if (interned != NULL && !(member->flags & TIDE_MEMBER_IMPLICIT))
    add_check (self, TIDE_PROBLEM_DANGLING_REFERENCE, value, holder, member, interned);

  return interned;
}

/* Room for just as many as there are; most lists of a register have one or two. NULL for none. */
static GPtrArray *
create_array (TideJsonReader *self, const TideJsonValue *value, GDestroyNotify release)
{
  const guint n = tide_json_reader_count_children (self, value);

  if (n == 0)
    return NULL;

  return self->is_packing ? tide_pack_add_array (self->pack, n) : g_ptr_array_new_full (n, release);
}

static void
add_element (TideJsonReader *self, GPtrArray *array, gpointer element)
{
  if (self->is_packing)
    array->pdata[array->len++] = element;
  else
    g_ptr_array_add (array, element);
}

static void
read_strings (TideJsonReader *self,
              TidePayload *holder,
              const TideMember *member,
              const TideJsonValue *value,
              GPtrArray **strings)
{
  TideJsonChildren children;
  TideJsonValue child;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_ARRAY_BEGIN))
    return;

  *strings = create_array (self, value, (GDestroyNotify) g_ref_string_release);
  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, NULL, &child))
    {
      char *string = NULL;

      if (member->kind == TIDE_MEMBER_REFERENCES)
        {
          string = read_reference (self, holder, member, &child);
        }
      else
        {
          string = read_string (self, &child);
        }
      if (string != NULL)
        add_element (self, *strings, string);
    }
}

/* Whether what tells entry from the others is that of an earlier one; keys is there if they are
 * many. */
static gboolean
is_repeated (GHashTable *keys, const GPtrArray *entries, const TidePayload *entry)
{
  if (keys != NULL)
    {
      char *key = tide_payload_dup_key (entry);

      return key != NULL && !g_hash_table_add (keys, key);
    }

  for (guint i = 0; i < entries->len; i++)
    if (tide_payload_has_same_key (g_ptr_array_index (entries, i), entry))
      return TRUE;

  return FALSE;
}

static void
refuse_repeated (TideJsonReader *self, const TidePayload *entry, const TideJsonValue *value)
{
  g_autofree char *key = tide_payload_dup_key (entry);

  tide_json_reader_refuse (self, TIDE_PROBLEM_DUPLICATE_ID,
                           tide_json_reader_get_span (self, value)->begin, key);
}

static void
read_entries (TideJsonReader *self,
              const TideMember *member,
              const TideJsonValue *value,
              GPtrArray **entries)
{
  const guint n = tide_json_reader_count_children (self, value);
  g_autoptr (GHashTable) keys = NULL;
  TideJsonChildren children;
  TideJsonValue child;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_ARRAY_BEGIN))
    return;

  *entries = create_array (self, value, (GDestroyNotify) tide_payload_unref);
  /* One entry cannot be there twice. */
  if (n > FEW_ENTRIES)
    keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, NULL, &child))
    {
      TidePayload *entry = tide_json_reader_read_object (self, member->shape, &child);

      if (entry == NULL)
        continue;
      if (is_repeated (keys, *entries, entry))
        refuse_repeated (self, entry, &child);
      add_element (self, *entries, entry);
    }
}

static void
read_count (TideJsonReader *self, const TideJsonValue *value, TideCount *count)
{
  count->is_set = tide_json_reader_get_int64 (self, value, &count->value);
}

/* Reads the value of one member, which is not null, to field: in holder, or in the value of an
 * edit. The field is empty before, booleans have their default. */
void
tide_json_reader_read_field (TideJsonReader *self,
                             TidePayload *holder,
                             const TideMember *member,
                             const TideJsonValue *value,
                             gpointer field,
                             TideJsonExtras *extras)
{
  switch (member->kind)
    {
    case TIDE_MEMBER_STRING:
      *(char **) field = read_string (self, value);
      break;
    case TIDE_MEMBER_CODE:
      *(char **) field = read_interned_string (self, value);
      break;
    case TIDE_MEMBER_REFERENCE:
      *(char **) field = read_reference (self, holder, member, value);
      break;
    case TIDE_MEMBER_TEXT:
      read_text (self, member, value, field, extras);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      read_date (self, holder, member, value, field);
      break;
    case TIDE_MEMBER_TIME:
      read_time (self, value, field);
      break;
    case TIDE_MEMBER_DECIMAL:
      read_decimal (self, holder, member, value, field);
      break;
    case TIDE_MEMBER_COUNT:
      read_count (self, value, field);
      break;
    case TIDE_MEMBER_BOOLEAN:
      read_boolean (self, value, field);
      break;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      read_strings (self, holder, member, value, field);
      break;
    case TIDE_MEMBER_OBJECT:
      *(TidePayload **) field = tide_json_reader_read_object (self, member->shape, value);
      break;
    case TIDE_MEMBER_ENTRIES:
      read_entries (self, member, value, field);
      break;
    default:
      g_return_if_reached ();
    }
}

/* Returns a sound id, or NULL and a refusal. */
const char *
tide_json_reader_read_id (TideJsonReader *self, const TideJsonValue *value)
{
  const char *id = tide_json_reader_get_string (self, value);

  return id != NULL && expect_id (self, value, id) ? id : NULL;
}

/* The same of a record or an entry itself. */
static char *
read_own_id (TideJsonReader *self, const TideJsonValue *value)
{
  gsize length;
  const char *plain = get_plain (self, value, &length);
  char *id;

  if (plain == NULL)
    return make_filled_string (self, tide_json_reader_read_id (self, value));

  id = tide_pack_add_string (self->pack, plain, length);
  return expect_id (self, value, id) ? id : NULL;
}

/* Vocabulary lies within its taxonomy in the file, and beside it in the register. */
static void
read_sectors (TideJsonReader *self, const TideJsonValue *value)
{
  const TidePayload *taxonomy = self->record;
  TideJsonChildren children;
  TideJsonValue child;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_ARRAY_BEGIN))
    return;

  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, NULL, &child))
    {
      TidePayload *sector = tide_json_reader_read_record (self, TIDE_RECORD_SECTOR, &child);

      if (sector != NULL)
        g_ptr_array_add (self->sectors, sector);
    }
  self->record = taxonomy;
}

static gboolean
is_sector_list (TideJsonReader *self, const TideShape *shape, const char *name)
{
  return !self->in_history && shape == tide_shape_for_kind (TIDE_RECORD_TAXONOMY)
         && strcmp (name, tide_record_kind_get_list (TIDE_RECORD_SECTOR)) == 0;
}

static void
read_member (TideJsonReader *self,
             TidePayload *payload,
             const char *name,
             const TideMember *member,
             const TideJsonValue *value,
             TideJsonExtras *extras)
{
  if (tide_json_reader_get_span (self, value)->type == TIDE_JSON_TOKEN_NULL)
    return;
  if (member == NULL && payload->shape->has_id && strcmp (name, "id") == 0)
    {
      payload->id = read_own_id (self, value);
      return;
    }
  if (member != NULL)
    tide_json_reader_read_field (self, payload, member, value,
                                 G_STRUCT_MEMBER_P (payload, member->offset), extras);
  else if (is_sector_list (self, payload->shape, name))
    read_sectors (self, value);
  else
    tide_json_extras_add (self, extras, name, value);
}

/* Reads one member of an object, known or not. */
void
tide_json_reader_read_member (TideJsonReader *self,
                              TidePayload *payload,
                              const char *name,
                              const TideJsonValue *value,
                              TideJsonExtras *extras)
{
  read_member (self, payload, name, tide_shape_find (payload->shape, name), value, extras);
}

/* Says what an object cannot do without. */
static void
refuse_incomplete (TideJsonReader *self, const TidePayload *payload, const TideJsonValue *value)
{
  guint32 offset = tide_json_reader_get_span (self, value)->begin;

  /* What is there but wrong has been refused already. */
  if (self->is_refused)
    return;
  if (payload->shape->has_id && payload->id == NULL && !self->is_alone)
    tide_json_reader_refuse (self, TIDE_PROBLEM_MISSING_MEMBER, offset, "id");
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];

      if ((member->flags & TIDE_MEMBER_REQUIRED) && !tide_payload_has_value (payload, member))
        tide_json_reader_refuse (self, TIDE_PROBLEM_MISSING_MEMBER, offset, member->name);
    }
}

/* Doubts an amount of money with more digits than its currency has. */
static void
check_money (TideJsonReader *self, const TidePayload *payload, const TideJsonValue *value)
{
  const TideMember *amount;
  const TideMember *unit;
  const TideDecimal *decimal;
  const char *currency;
  int digits;

  amount = tide_shape_find (payload->shape, "value");
  if (amount == NULL || amount->kind != TIDE_MEMBER_DECIMAL)
    return;
  unit = tide_shape_find (payload->shape, "currency");
  if (unit == NULL)
    return;

  decimal = G_STRUCT_MEMBER_P (payload, amount->offset);
  currency = G_STRUCT_MEMBER (char *, payload, unit->offset);
  digits = currency != NULL ? tide_currency_get_digits (currency) : -1;
  if (decimal->is_set && digits >= 0 && decimal->scale > digits)
    add_check (self, TIDE_PROBLEM_TOO_PRECISE, value, payload, amount, NULL);
}

/* Doubts a rate that would make nothing, or the opposite, of an amount. */
static void
check_rate (TideJsonReader *self, const TidePayload *payload, const TideJsonValue *value)
{
  const TideDecimal *rate;

  if (payload->shape != tide_shape_for_kind (TIDE_RECORD_RATE))
    return;

  rate = &TIDE_RATE_PAYLOAD (payload)->value;
  if (rate->is_set && rate->mantissa <= 0)
    add_check (self, TIDE_PROBLEM_NOT_POSITIVE, value, payload,
               tide_shape_find (payload->shape, "value"), NULL);
}

static void
check_shares (TideJsonReader *self, const TidePayload *payload, const TideJsonValue *value)
{
  const GPtrArray *sectors;

  if (payload->shape != &tide_shape_project)
    return;

  sectors = TIDE_PROJECT_PAYLOAD (payload)->sectors;
  for (guint i = 0; i < tide_entries_get_n (sectors); i++)
    {
      const TideClassification *classification = g_ptr_array_index (sectors, i);

      if (classification->share.is_set)
        {
          add_check (self, TIDE_PROBLEM_SHARES_NOT_WHOLE, value, payload,
                     tide_shape_find (payload->shape, "sectors"), NULL);
          return;
        }
    }
}

static void
fill_object (TideJsonReader *self, TidePayload *payload, const TideJsonValue *value)
{
  TideJsonValue amount = *value;
  TideJsonValue sectors = *value;
  TideJsonExtras extras = { 0 };
  g_autofree char *extra = NULL;
  const TideMember *member = NULL;
  TideJsonChildren children;
  TideJsonValue child;

  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, NULL, &child))
    {
      const char *name = tide_json_reader_get_name (self, &child, payload->shape, &member);

      if (member == NULL)
        ;
      else if (member->kind == TIDE_MEMBER_DECIMAL && strcmp (name, "value") == 0)
        amount = child;
      else if (member->kind == TIDE_MEMBER_ENTRIES && strcmp (name, "sectors") == 0)
        sectors = child;
      read_member (self, payload, name, member, &child, &extras);
    }
  extra = tide_json_extras_end (&extras);
  payload->extra = make_filled_string (self, extra);

  refuse_incomplete (self, payload, value);
  if (amount.span != value->span)
    {
      check_money (self, payload, &amount);
      check_rate (self, payload, &amount);
    }
  check_shares (self, payload, &sectors);
}

/* Reads an entry or a part: not sealed yet. NULL where it is no object. */
TidePayload *
tide_json_reader_read_object (TideJsonReader *self,
                              const TideShape *shape,
                              const TideJsonValue *value)
{
  TidePayload *payload;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_OBJECT_BEGIN))
    return NULL;

  payload = make_payload (self, shape);
  fill_object (self, payload, value);
  return payload;
}

/* Refuses an id that another record has. */
static void
add_id (TideJsonReader *self, char *id, const TideJsonValue *value)
{
  if (id == NULL)
    return;

  if (!self->is_packing)
    id = tide_pack_add_string (self->pack, id, strlen (id));
  if (!g_hash_table_add (self->ids, id))
    tide_json_reader_refuse (self, TIDE_PROBLEM_DUPLICATE_ID,
                             tide_json_reader_get_span (self, value)->begin, id);
}

/* Reads a record: not sealed yet. NULL where it is no object. */
TidePayload *
tide_json_reader_read_record (TideJsonReader *self, TideRecordKind kind, const TideJsonValue *value)
{
  const TideShape *shape = tide_shape_for_kind (kind);
  g_autofree char *key = NULL;
  TidePayload *payload;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_OBJECT_BEGIN))
    return NULL;

  payload = make_payload (self, shape);
  self->record = payload;
  fill_object (self, payload, value);
  if (!shape->has_id)
    {
      key = tide_payload_dup_key (payload);
      payload->id = make_filled_string (self, key);
    }
  add_id (self, payload->id, value);

  return self->is_packing ? tide_payload_ref (payload) : payload;
}
