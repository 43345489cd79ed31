/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-writer.h"

#include "codec/tide-json-emitter.h"
#include "codec/tide-json-scanner.h"
#include "codec/tide-json-text.h"
#include "core/tide-problem.h"

#include <string.h>

typedef struct
{
  TideJsonEmitter emitter;
  TideSnapshot *snapshot; /* (unowned) */
  GHashTable *sectors;    /* (owned): id of a taxonomy to the array of its sectors */
  gboolean with_implicit; /* whether members that the place in the file gives are written too */
  gsize n_done;
  gsize n_total;
  TideProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable; /* (unowned) (nullable) */
} Writer;

/* A member that this program does not know, and its canonical text. */
typedef struct
{
  char *name;
  char *json;
} Extra;

static void
extra_clear (Extra *extra)
{
  g_free (extra->name);
  g_free (extra->json);
}

/* Takes the text of unknown members apart; NULL where there are none. */
static GArray *
split_extra (const char *text)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TideJsonScanner) scanner = NULL;
  g_autoptr (GArray) extras = NULL;
  TideJsonToken token;

  if (text == NULL)
    return NULL;

  bytes = g_bytes_new_static (text, strlen (text));
  scanner = tide_json_scanner_new (bytes);
  extras = g_array_new (FALSE, FALSE, sizeof (Extra));
  g_array_set_clear_func (extras, (GDestroyNotify) extra_clear);
  if (!tide_json_scanner_next (scanner, &token) || token.type != TIDE_JSON_TOKEN_OBJECT_BEGIN)
    return NULL;

  while (tide_json_scanner_next (scanner, &token) && token.type == TIDE_JSON_TOKEN_NAME)
    {
      Extra extra = { .name = tide_json_scanner_dup_text (scanner, &token) };

      if (tide_json_scanner_next (scanner, &token)
          && tide_json_scanner_skip (scanner, &token, NULL))
        extra.json = g_strndup (text + token.begin, token.end - token.begin);
      g_array_append_val (extras, extra);
    }

  return g_steal_pointer (&extras);
}

static const Extra *
find_extra (GArray *extras, const char *name)
{
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const Extra *extra = &g_array_index (extras, Extra, i);

      if (strcmp (extra->name, name) == 0)
        return extra;
    }

  return NULL;
}

static gboolean has_content (const TidePayload *payload);

static gboolean
field_has_content (const TideMember *member, gconstpointer field)
{
  switch (member->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      return *(char *const *) field != NULL;
    case TIDE_MEMBER_TEXT:
      return ((const TideText *) field)->en != NULL || ((const TideText *) field)->zh != NULL;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return tide_date_is_set (field);
    case TIDE_MEMBER_TIME:
      return *(const gint64 *) field != 0;
    case TIDE_MEMBER_DECIMAL:
      return ((const TideDecimal *) field)->is_set;
    case TIDE_MEMBER_COUNT:
      return ((const TideCount *) field)->is_set;
    case TIDE_MEMBER_BOOLEAN:
      return !*(const gboolean *) field == !!(member->flags & TIDE_MEMBER_TRUE);
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
    case TIDE_MEMBER_ENTRIES:
      return tide_entries_get_n (*(GPtrArray *const *) field) > 0;
    case TIDE_MEMBER_OBJECT:
      return *(TidePayload *const *) field != NULL && has_content (*(TidePayload *const *) field);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whether anything of an object would be written. */
static gboolean
has_content (const TidePayload *payload)
{
  if (payload->id != NULL || payload->extra != NULL)
    return TRUE;

  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];

      if (field_has_content (member, G_STRUCT_MEMBER_P (payload, member->offset)))
        return TRUE;
    }

  return FALSE;
}

static void
write_string_member (TideJsonEmitter *emitter, const char *name, const char *text)
{
  if (text == NULL)
    return;

  tide_json_emitter_name (emitter, name);
  tide_json_emitter_string (emitter, text);
}

static void
write_int (TideJsonEmitter *emitter, gint64 value)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  tide_json_emitter_raw (emitter, digits, -1);
}

/* A text and the languages of it that this program does not know. */
static void
write_text (TideJsonEmitter *emitter, const TideText *text, const Extra *others)
{
  tide_json_emitter_begin_line (emitter);
  tide_json_emitter_begin_object (emitter);
  write_string_member (emitter, "en", text->en);
  write_string_member (emitter, "zh", text->zh);
  if (others != NULL)
    {
      g_autoptr (GArray) languages = split_extra (others->json);

      for (guint i = 0; i < languages->len; i++)
        {
          const Extra *language = &g_array_index (languages, Extra, i);

          tide_json_emitter_name (emitter, language->name);
          tide_json_emitter_raw (emitter, language->json, -1);
        }
    }
  tide_json_emitter_end_object (emitter);
  tide_json_emitter_end_line (emitter);
}

static void
write_time (TideJsonEmitter *emitter, gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  char text[40];

  g_snprintf (text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (time),
              g_date_time_get_month (time), g_date_time_get_day_of_month (time),
              g_date_time_get_hour (time), g_date_time_get_minute (time),
              g_date_time_get_second (time));
  tide_json_emitter_string (emitter, text);
}

static void
write_strings (TideJsonEmitter *emitter, const char *const *strings, guint n_strings)
{
  tide_json_emitter_begin_line (emitter);
  tide_json_emitter_begin_array (emitter);
  for (guint i = 0; i < n_strings; i++)
    {
      tide_json_emitter_item (emitter);
      tide_json_emitter_string (emitter, strings[i]);
    }
  tide_json_emitter_end_array (emitter);
  tide_json_emitter_end_line (emitter);
}

static void write_payload (Writer *self, const TidePayload *payload);

static void
write_entries (Writer *self, const GPtrArray *entries)
{
  tide_json_emitter_begin_array (&self->emitter);
  for (guint i = 0; i < entries->len; i++)
    {
      tide_json_emitter_item (&self->emitter);
      write_payload (self, g_ptr_array_index (entries, i));
    }
  tide_json_emitter_end_array (&self->emitter);
}

/* Writes the value that lies at field: in a payload, or in the value of an edit. */
static void
write_field (Writer *self, const TideMember *member, gconstpointer field, const Extra *others)
{
  TideJsonEmitter *emitter = &self->emitter;
  char buffer[TIDE_DECIMAL_TEXT_SIZE];

  switch (member->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      tide_json_emitter_string (emitter, *(char *const *) field);
      break;
    case TIDE_MEMBER_TEXT:
      write_text (emitter, field, others);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      tide_json_emitter_string (emitter, tide_date_format (field, buffer, sizeof buffer));
      break;
    case TIDE_MEMBER_TIME:
      write_time (emitter, *(const gint64 *) field);
      break;
    case TIDE_MEMBER_DECIMAL:
      tide_json_emitter_string (emitter, tide_decimal_format (field, buffer, sizeof buffer));
      break;
    case TIDE_MEMBER_COUNT:
      write_int (emitter, ((const TideCount *) field)->value);
      break;
    case TIDE_MEMBER_BOOLEAN:
      tide_json_emitter_raw (emitter, *(const gboolean *) field ? "true" : "false", -1);
      break;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      {
        GPtrArray *strings = *(GPtrArray *const *) field;

        write_strings (emitter, (const char *const *) strings->pdata, strings->len);
        break;
      }
    case TIDE_MEMBER_OBJECT:
      write_payload (self, *(TidePayload *const *) field);
      break;
    case TIDE_MEMBER_ENTRIES:
      write_entries (self, *(GPtrArray *const *) field);
      break;
    default:
      g_return_if_reached ();
    }
}

static void
write_members (Writer *self, const TidePayload *payload, GArray *extras)
{
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];
      gconstpointer field = G_STRUCT_MEMBER_P (payload, member->offset);
      const Extra *others = find_extra (extras, member->name);

      if ((member->flags & TIDE_MEMBER_IMPLICIT) && !self->with_implicit)
        continue;
      if (!field_has_content (member, field) && others == NULL)
        continue;
      tide_json_emitter_name (&self->emitter, member->name);
      write_field (self, member, field, others);
    }
}

static void
write_extras (Writer *self, const TideShape *shape, GArray *extras)
{
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const Extra *extra = &g_array_index (extras, Extra, i);

      if (shape != NULL && tide_shape_find (shape, extra->name) != NULL)
        continue;
      tide_json_emitter_name (&self->emitter, extra->name);
      tide_json_emitter_raw (&self->emitter, extra->json, -1);
    }
}

static void
write_sectors (Writer *self, const char *taxonomy)
{
  GPtrArray *sectors = self->sectors != NULL ? g_hash_table_lookup (self->sectors, taxonomy) : NULL;

  if (sectors == NULL)
    return;

  tide_json_emitter_name (&self->emitter, tide_record_kind_get_list (TIDE_RECORD_SECTOR));
  tide_json_emitter_begin_array (&self->emitter);
  for (guint i = 0; i < sectors->len; i++)
    {
      tide_json_emitter_item (&self->emitter);
      write_payload (self, g_ptr_array_index (sectors, i));
    }
  tide_json_emitter_end_array (&self->emitter);
}

static void
write_payload (Writer *self, const TidePayload *payload)
{
  g_autoptr (GArray) extras = split_extra (payload->extra);
  const TideShape *shape = payload->shape;

  if (shape->is_line)
    tide_json_emitter_begin_line (&self->emitter);
  tide_json_emitter_begin_object (&self->emitter);
  if (shape->has_id)
    write_string_member (&self->emitter, "id", payload->id);
  write_members (self, payload, extras);
  if (!self->with_implicit && shape == tide_shape_for_kind (TIDE_RECORD_TAXONOMY))
    write_sectors (self, payload->id);
  write_extras (self, shape, extras);
  tide_json_emitter_end_object (&self->emitter);
  if (shape->is_line)
    tide_json_emitter_end_line (&self->emitter);
}

/* The member that an edit's values belong to, as far as layout needs it. */
static void
write_edit_value (Writer *self, const char *name, const TideEdit *edit, const TideValue *value)
{
  const TideShape *shape = tide_shape_for_kind (edit->record_kind);
  const TideMember whole = { .kind = TIDE_MEMBER_OBJECT };
  const TideMember *member = &whole;

  if (edit->kind == TIDE_EDIT_SET)
    {
      if (edit->list != NULL)
        shape = tide_shape_resolve (shape, edit->list)->shape;
      member = tide_shape_resolve (shape, edit->member);
    }
  if (member->kind != TIDE_MEMBER_BOOLEAN && !field_has_content (member, &value->as))
    return;

  tide_json_emitter_name (&self->emitter, name);
  write_field (self, member, &value->as, NULL);
}

static void
write_edit (Writer *self, const TideEdit *edit)
{
  static const char *const kinds[] = {
    [TIDE_EDIT_SET] = "set",
    [TIDE_EDIT_ADD] = "add",
    [TIDE_EDIT_REMOVE] = "remove",
  };
  TideJsonEmitter *emitter = &self->emitter;

  tide_json_emitter_begin_object (emitter);
  write_string_member (emitter, "edit", kinds[edit->kind]);
  write_string_member (emitter, "kind", tide_shape_for_kind (edit->record_kind)->name);
  write_string_member (emitter, "record", edit->record);
  write_string_member (emitter, "list", edit->list);
  write_string_member (emitter, "entry", edit->entry);
  write_string_member (emitter, "member", edit->member);
  if (edit->kind != TIDE_EDIT_ADD)
    write_edit_value (self, "before", edit, &edit->before);
  if (edit->kind != TIDE_EDIT_REMOVE)
    write_edit_value (self, "after", edit, &edit->after);
  if (edit->kind != TIDE_EDIT_SET)
    {
      tide_json_emitter_name (emitter, "position");
      write_int (emitter, edit->position);
    }
  tide_json_emitter_end_object (emitter);
}

static void
write_step (Writer *self, const TideStep *step)
{
  g_autoptr (GArray) extras = split_extra (step->extra);
  TideJsonEmitter *emitter = &self->emitter;

  tide_json_emitter_begin_line (emitter);
  tide_json_emitter_begin_object (emitter);
  write_string_member (emitter, "id", step->id);
  write_string_member (emitter, "name", step->name);
  if (step->args != NULL && step->args[0] != NULL)
    {
      tide_json_emitter_name (emitter, "arguments");
      write_strings (emitter, (const char *const *) step->args, g_strv_length (step->args));
    }
  if (step->time != 0)
    {
      tide_json_emitter_name (emitter, "time");
      write_time (emitter, step->time);
    }
  write_string_member (emitter, "author", step->author);
  if (tide_entries_get_n (step->edits) > 0)
    {
      tide_json_emitter_name (emitter, "edits");
      tide_json_emitter_begin_array (emitter);
      for (guint i = 0; i < step->edits->len; i++)
        {
          tide_json_emitter_item (emitter);
          write_edit (self, g_ptr_array_index (step->edits, i));
        }
      tide_json_emitter_end_array (emitter);
    }
  write_extras (self, NULL, extras);
  tide_json_emitter_end_object (emitter);
  tide_json_emitter_end_line (emitter);
}

/* Counts one record or step, and says whether to go on. */
static gboolean
advance (Writer *self, GError **error)
{
  self->n_done++;
  if (self->progress != NULL)
    self->progress (self->n_done, self->n_total, self->user_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
write_records (Writer *self, TideRecordKind kind, GError **error)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);

  if (tide_entries_get_n (records) == 0)
    return TRUE;

  tide_json_emitter_name (&self->emitter, tide_record_kind_get_list (kind));
  tide_json_emitter_begin_array (&self->emitter);
  for (guint i = 0; i < records->len; i++)
    {
      tide_json_emitter_item (&self->emitter);
      write_payload (self, g_ptr_array_index (records, i));
      if (!advance (self, error))
        return FALSE;
    }
  tide_json_emitter_end_array (&self->emitter);
  return TRUE;
}

static gboolean
write_history (Writer *self, GError **error)
{
  const GPtrArray *history = tide_snapshot_get_history (self->snapshot);

  write_string_member (&self->emitter, "history-from",
                       tide_snapshot_get_history_from (self->snapshot));
  if (tide_entries_get_n (history) == 0)
    return TRUE;

  self->with_implicit = TRUE;
  tide_json_emitter_name (&self->emitter, "history");
  tide_json_emitter_begin_array (&self->emitter);
  for (guint i = 0; i < history->len; i++)
    {
      tide_json_emitter_item (&self->emitter);
      write_step (self, g_ptr_array_index (history, i));
      if (!advance (self, error))
        return FALSE;
    }
  tide_json_emitter_end_array (&self->emitter);
  return TRUE;
}

static gboolean
write_register (Writer *self, GError **error)
{
  const TidePayload *settings = &tide_snapshot_get_settings (self->snapshot)->base;
  g_autoptr (GArray) extras = split_extra (settings->extra);

  tide_json_emitter_begin_object (&self->emitter);
  write_string_member (&self->emitter, "format", "tideline-register");
  tide_json_emitter_name (&self->emitter, "version");
  write_int (&self->emitter, TIDE_JSON_VERSION);
  write_string_member (&self->emitter, "id", settings->id);
  write_members (self, settings, extras);
  for (guint kind = TIDE_RECORD_REGISTER + 1; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      if (kind != TIDE_RECORD_SECTOR && !write_records (self, kind, error))
        return FALSE;
    }
  if (!write_history (self, error))
    return FALSE;
  write_extras (self, settings->shape, extras);
  tide_json_emitter_end_object (&self->emitter);
  tide_json_emitter_raw (&self->emitter, "\n", 1);
  return TRUE;
}

static gboolean
set_problem (GError **error, TideProblemCode code, const char *argument)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, argument, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));
  return FALSE;
}

/* Sorts the sectors to their taxonomies. One whose taxonomy is missing has no place in the file. */
static gboolean
gather_sectors (Writer *self, GError **error)
{
  const GPtrArray *sectors = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_SECTOR);

  self->sectors
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < tide_entries_get_n (sectors); i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (sectors, i);
      GPtrArray *siblings;

      if (sector->taxonomy == NULL
          || tide_snapshot_lookup (self->snapshot, TIDE_RECORD_TAXONOMY, sector->taxonomy) == NULL)
        return set_problem (error, TIDE_PROBLEM_DANGLING_REFERENCE,
                            sector->taxonomy != NULL ? sector->taxonomy : sector->base.id);

      siblings = g_hash_table_lookup (self->sectors, sector->taxonomy);
      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (self->sectors, sector->taxonomy, siblings);
        }
      g_ptr_array_add (siblings, (gpointer) sector);
    }

  return TRUE;
}

static gsize
count_items (TideSnapshot *snapshot)
{
  gsize n_items = tide_entries_get_n (tide_snapshot_get_history (snapshot));

  for (guint kind = TIDE_RECORD_REGISTER + 1; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      if (kind != TIDE_RECORD_SECTOR)
        n_items += tide_entries_get_n (tide_snapshot_get_records (snapshot, kind));
    }

  return n_items;
}

/**
 * tide_json_write:
 * @snapshot: a register
 * @progress: (nullable) (scope call): told after each record and each step of the history
 * @user_data: for @progress
 * @cancellable: (nullable): asked after each record
 * @error: return location
 *
 * Writes a register as the text of a file: members in the order of the format, projects by id,
 * entries by date, vocabulary in its own order, entries on one line each, what is unknown at the
 * end of its object. The same register always gives the same bytes, whatever the locale. Takes time
 * in proportion to the text.
 *
 * Refuses what it could not read again or has no place for: a string over 1 MB
 * (%TIDE_PROBLEM_STRING_TOO_LONG), a text over 256 MB (%TIDE_PROBLEM_FILE_TOO_LARGE), a sector
 * without its taxonomy (%TIDE_PROBLEM_DANGLING_REFERENCE), each in the domain %TIDE_PROBLEM_ERROR.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with @error set
 */
GBytes *
tide_json_write (TideSnapshot *snapshot,
                 TideProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Writer self = { .snapshot = snapshot,
                  .n_total = count_items (snapshot),
                  .progress = progress,
                  .user_data = user_data,
                  .cancellable = cancellable };
  g_autoptr (GBytes) bytes = NULL;
  gboolean written;

  tide_json_emitter_init (&self.emitter);
  written = gather_sectors (&self, error) && write_register (&self, error);
  g_hash_table_unref (self.sectors);
  bytes = tide_json_emitter_free_to_bytes (&self.emitter);

  if (written && self.emitter.has_long_string)
    written = set_problem (error, TIDE_PROBLEM_STRING_TOO_LONG, TIDE_JSON_TEXT_MAX_TEXT);
  else if (written && g_bytes_get_size (bytes) > TIDE_JSON_MAX_SIZE)
    written = set_problem (error, TIDE_PROBLEM_FILE_TOO_LARGE, TIDE_JSON_MAX_SIZE_TEXT);

  return written ? g_steal_pointer (&bytes) : NULL;
}

/**
 * tide_json_write_payload:
 * @payload: a record or an entry
 *
 * Returns: (transfer full): its canonical text on one line, as the history of a register holds it
 */
char *
tide_json_write_payload (const TidePayload *payload)
{
  Writer self = { .with_implicit = TRUE };

  tide_json_emitter_init (&self.emitter);
  tide_json_emitter_begin_line (&self.emitter);
  write_payload (&self, payload);

  return g_string_free_and_steal (self.emitter.out);
}

/**
 * tide_json_write_step:
 * @step: a step with an id
 *
 * Returns: (transfer full): its canonical text on one line, as the history of a register holds it
 */
char *
tide_json_write_step (const TideStep *step)
{
  Writer self = { .with_implicit = TRUE };

  tide_json_emitter_init (&self.emitter);
  write_step (&self, step);

  return g_string_free_and_steal (self.emitter.out);
}
