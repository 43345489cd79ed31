/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-reader.h"

#include "codec/tide-json-reader-private.h"
#include "codec/tide-json-writer.h"

#include <string.h>

#define STRINGS_OF_A_RECORD 4000

typedef struct
{
  TideJsonReader reader;
  const char *file_name; /* unowned */
  TideProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable; /* unowned */
  gboolean has_format;
  gboolean has_version;
  gboolean is_stopped; /* what was found last makes the rest meaningless */
  TideJsonExtras extras;
} Load;

static void
finding_clear (TideJsonFinding *finding)
{
  tide_problem_unref (finding->problem);
}

static void
reader_init (TideJsonReader *self, GBytes *bytes)
{
  self->bytes = bytes;
  self->text = g_bytes_get_data (bytes, NULL);
  self->scanner = tide_json_scanner_new (bytes);
  self->parser = json_parser_new ();
  json_parser_set_strict (self->parser, TRUE);
  self->spans = g_array_new (FALSE, FALSE, sizeof (TideJsonSpan));
  self->strings = g_string_chunk_new (STRINGS_OF_A_RECORD);
  self->decoded = g_string_new (NULL);
  self->pack = tide_pack_new ();
  self->snapshot = tide_snapshot_new ();
  self->settings = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), NULL);
  self->sectors = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->checks = g_array_new (FALSE, FALSE, sizeof (TideJsonCheck));
  self->findings = g_array_new (FALSE, FALSE, sizeof (TideJsonFinding));
  g_array_set_clear_func (self->findings, (GDestroyNotify) finding_clear);
}

static void
reader_clear (TideJsonReader *self)
{
  tide_json_scanner_free (self->scanner);
  g_object_unref (self->parser);
  g_array_unref (self->spans);
  g_string_chunk_free (self->strings);
  g_string_free (self->decoded, TRUE);
  tide_pack_unref (self->pack);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_clear_pointer (&self->settings, tide_payload_unref);
  g_ptr_array_unref (self->sectors);
  g_hash_table_unref (self->ids);
  g_array_unref (self->checks);
  g_array_unref (self->findings);
}

/* Takes the problem; its place is worked out from the offset at the end. */
void
tide_json_reader_add_finding (TideJsonReader *self, TideProblem *problem, guint32 offset)
{
  TideJsonFinding finding = { .problem = problem, .offset = offset };

  if (self->findings->len < TIDE_JSON_MAX_PROBLEMS)
    g_array_append_val (self->findings, finding);
  else
    tide_problem_unref (problem);
}

void
tide_json_reader_refuse (TideJsonReader *self,
                         TideProblemCode code,
                         guint32 offset,
                         const char *argument)
{
  self->is_refused = TRUE;
  tide_json_reader_add_finding (self, tide_problem_new (code, argument, NULL), offset);
}

/* Whether a value is of a type; if not, it is refused. */
gboolean
tide_json_reader_expect (TideJsonReader *self, const TideJsonValue *value, TideJsonTokenType type)
{
  const TideJsonSpan *span = tide_json_reader_get_span (self, value);
  const char *expected = NULL;

  if (span->type == type)
    return TRUE;

  switch ((guint) type)
    {
    case TIDE_JSON_TOKEN_OBJECT_BEGIN:
      expected = "object";
      break;
    case TIDE_JSON_TOKEN_ARRAY_BEGIN:
      expected = "array";
      break;
    case TIDE_JSON_TOKEN_STRING:
      expected = "string";
      break;
    case TIDE_JSON_TOKEN_NUMBER:
      expected = "integer";
      break;
    default:
      expected = "boolean";
      break;
    }
  tide_json_reader_refuse (self, TIDE_PROBLEM_WRONG_TYPE, span->begin, expected);
  return FALSE;
}

/* Returns the text of a string; NULL and a refusal for anything else. */
const char *
tide_json_reader_get_string (TideJsonReader *self, const TideJsonValue *value)
{
  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_STRING))
    return NULL;

  return tide_json_reader_get_text (self, value);
}

/* Reads a count digit for digit: json-glib would cut what does not fit. */
gboolean
tide_json_reader_get_int64 (TideJsonReader *self, const TideJsonValue *value, gint64 *number)
{
  const TideJsonSpan *span = tide_json_reader_get_span (self, value);
  const TideJsonToken token = { .type = span->type, .begin = span->begin, .end = span->end };
  g_autofree char *text = NULL;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_NUMBER))
    return FALSE;
  if (tide_json_scanner_get_int64 (self->scanner, &token, number))
    return TRUE;

  text = g_strndup (self->text + span->begin, span->end - span->begin);
  if (strpbrk (text, ".eE") != NULL)
    tide_json_reader_refuse (self, TIDE_PROBLEM_WRONG_TYPE, span->begin, "integer");
  else
    tide_json_reader_refuse (self, TIDE_PROBLEM_OUT_OF_RANGE, span->begin, text);
  return FALSE;
}

/* Refuses the whole file for a reason that makes every other one meaningless. */
static void
stop (Load *self, TideProblemCode code, guint32 offset, const char *argument)
{
  g_array_set_size (self->reader.findings, 0);
  tide_json_reader_refuse (&self->reader, code, offset, argument);
  self->is_stopped = TRUE;
}

/* Refuses the whole file for what the scanner found, which knows its place. */
static void
stop_at_scanner (Load *self)
{
  TideProblem *problem = tide_json_scanner_dup_problem (self->reader.scanner, self->file_name);

  g_array_set_size (self->reader.findings, 0);
  tide_json_reader_add_finding (&self->reader, problem, 0);
  self->reader.is_refused = TRUE;
  self->is_stopped = TRUE;
}

/* Reads one token; broken text stops the reading. */
static gboolean
next_token (Load *self, TideJsonToken *token)
{
  if (tide_json_scanner_next (self->reader.scanner, token))
    return TRUE;

  stop_at_scanner (self);
  return FALSE;
}

/* Reads on to the end of the value that starts with token. Projects are read from their spans:
 * there may be 100,000 of them, and making nodes of them first takes three times as long as all the
 * rest.
 */
static gboolean
load_value (Load *self, TideRecordKind kind, TideJsonToken *token, TideJsonValue *value)
{
  TideJsonReader *reader = &self->reader;

  g_array_set_size (reader->spans, 0);
  g_string_chunk_clear (reader->strings);
  reader->n_scratch = 0;
  *value = (TideJsonValue) { 0 };
  if (!tide_json_scanner_skip (reader->scanner, token, reader->spans))
    {
      stop_at_scanner (self);
      return FALSE;
    }
  if (kind == TIDE_RECORD_PROJECT)
    return TRUE;

  if (!json_parser_load_from_data (reader->parser, reader->text + token->begin,
                                   token->end - token->begin, NULL))
    {
      stop (self, TIDE_PROBLEM_NOT_JSON, token->begin, NULL);
      return FALSE;
    }

  value->node = json_parser_get_root (reader->parser);
  return TRUE;
}

static void
take_record (TideJsonReader *self, TideRecordKind kind, TidePayload *record)
{
  for (guint i = 0; i < self->sectors->len; i++)
    {
      TideSectorPayload *sector = g_ptr_array_index (self->sectors, i);

      tide_payload_set_interned (&sector->taxonomy, record->id);
      tide_snapshot_add (self->snapshot, TIDE_RECORD_SECTOR, tide_payload_ref (&sector->base));
    }
  g_ptr_array_set_size (self->sectors, 0);
  tide_snapshot_add (self->snapshot, kind, record);
}

/* From here on the records of a kind can be looked up while others are read. */
static void
set_complete (TideJsonReader *self, TideRecordKind kind)
{
  if (kind == TIDE_RECORD_NONE)
    return;

  self->is_complete[kind] = TRUE;
  if (kind == TIDE_RECORD_TAXONOMY)
    self->is_complete[TIDE_RECORD_SECTOR] = TRUE;
}

/* Reads the items of a list of records, or of the history. */
static gboolean
read_list (Load *self, TideRecordKind kind, GError **error)
{
  TideJsonReader *reader = &self->reader;
  TideJsonToken token;
  TideJsonValue value;

  reader->is_packing = kind == TIDE_RECORD_PROJECT;
  while (next_token (self, &token) && token.type != TIDE_JSON_TOKEN_ARRAY_END)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!load_value (self, kind, &token, &value))
        return TRUE;

      if (kind == TIDE_RECORD_NONE)
        {
          TideStep *step = tide_json_reader_read_step (reader, &value);

          if (step != NULL)
            tide_snapshot_add_history (reader->snapshot, step);
        }
      else
        {
          TidePayload *record = tide_json_reader_read_record (reader, kind, &value);

          if (record != NULL)
            take_record (reader, kind, record);
        }
      if (self->progress != NULL)
        self->progress (token.end, g_bytes_get_size (reader->bytes), self->user_data);
    }

  set_complete (reader, kind);
  return TRUE;
}

static void
check_format (Load *self, const TideJsonValue *value)
{
  const TideJsonSpan *span = tide_json_reader_get_span (&self->reader, value);

  self->has_format
      = span->type == TIDE_JSON_TOKEN_STRING
        && strcmp (tide_json_reader_get_text (&self->reader, value), "tideline-register") == 0;
  if (!self->has_format)
    stop (self, TIDE_PROBLEM_NOT_A_REGISTER, span->begin, NULL);
}

static void
check_version (Load *self, const TideJsonValue *value)
{
  guint32 offset = tide_json_reader_get_span (&self->reader, value)->begin;
  gint64 version;

  self->has_version = TRUE;
  if (!tide_json_reader_get_int64 (&self->reader, value, &version))
    return;

  if (version > TIDE_JSON_VERSION)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, version);

      stop (self, TIDE_PROBLEM_NEWER_VERSION, offset, text);
    }
  else if (version < 1)
    {
      stop (self, TIDE_PROBLEM_NOT_A_REGISTER, offset, NULL);
    }
}

/* Reads a member of the register itself. */
static void
read_setting (Load *self, const char *name, TideJsonToken *token)
{
  TideJsonReader *reader = &self->reader;
  TideJsonValue value;

  reader->is_packing = FALSE;
  if (!load_value (self, TIDE_RECORD_REGISTER, token, &value))
    return;

  reader->record = reader->settings;
  if (strcmp (name, "format") == 0)
    check_format (self, &value);
  else if (strcmp (name, "version") == 0)
    check_version (self, &value);
  else if (strcmp (name, "history-from") != 0)
    tide_json_reader_read_member (reader, reader->settings, name, &value, &self->extras);
  else if (tide_json_reader_get_span (reader, &value)->type != TIDE_JSON_TOKEN_NULL)
    tide_snapshot_set_history_from (reader->snapshot, tide_json_reader_get_string (reader, &value));
}

/* Whether a member of the register is a list of records, or the history, which is of no kind. */
static gboolean
find_list (const char *name, TideRecordKind *kind)
{
  for (guint i = TIDE_RECORD_REGISTER + 1; i < TIDE_N_RECORD_KINDS; i++)
    {
      if (i != TIDE_RECORD_SECTOR && strcmp (tide_record_kind_get_list (i), name) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  *kind = TIDE_RECORD_NONE;
  return strcmp (name, "history") == 0;
}

static gboolean
read_top_member (Load *self, const TideJsonToken *name_token, GError **error)
{
  g_autofree char *name = tide_json_scanner_dup_text (self->reader.scanner, name_token);
  TideRecordKind kind;
  TideJsonToken token;

  if (!next_token (self, &token))
    return TRUE;
  if (!find_list (name, &kind))
    {
      read_setting (self, name, &token);
      return TRUE;
    }
  if (token.type == TIDE_JSON_TOKEN_ARRAY_BEGIN)
    return read_list (self, kind, error);

  if (token.type != TIDE_JSON_TOKEN_NULL)
    {
      tide_json_reader_refuse (&self->reader, TIDE_PROBLEM_WRONG_TYPE, token.begin, "array");
      if (!tide_json_scanner_skip (self->reader.scanner, &token, NULL))
        stop_at_scanner (self);
    }
  return TRUE;
}

/* Puts records in order here rather than where they are asked for first, which may be the main
 * thread. */
static void
order_records (TideSnapshot *snapshot)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    tide_snapshot_get_records (snapshot, kind);
}

static void
finish_register (Load *self, guint32 begin)
{
  TideJsonReader *reader = &self->reader;
  g_autofree char *extra = tide_json_extras_end (&self->extras);

  if (self->is_stopped)
    return;
  if (!self->has_format)
    {
      stop (self, TIDE_PROBLEM_NOT_A_REGISTER, begin, NULL);
      return;
    }
  if (!self->has_version)
    tide_json_reader_refuse (reader, TIDE_PROBLEM_MISSING_MEMBER, begin, "version");
  if (reader->settings->id == NULL && !reader->is_refused)
    tide_json_reader_refuse (reader, TIDE_PROBLEM_MISSING_MEMBER, begin, "id");

  tide_payload_set_string (&reader->settings->extra, extra);
  tide_snapshot_add (reader->snapshot, TIDE_RECORD_REGISTER, g_steal_pointer (&reader->settings));
  if (!reader->is_refused)
    tide_json_reader_check (reader);
  order_records (reader->snapshot);
}

/* Reads everything; FALSE only where it was cancelled. */
static gboolean
read_register (Load *self, GError **error)
{
  TideJsonToken token;
  guint32 begin;

  if (!next_token (self, &token))
    return TRUE;
  begin = token.begin;
  if (token.type != TIDE_JSON_TOKEN_OBJECT_BEGIN)
    {
      stop (self, TIDE_PROBLEM_NOT_A_REGISTER, begin, NULL);
      return TRUE;
    }

  while (!self->is_stopped && next_token (self, &token) && token.type == TIDE_JSON_TOKEN_NAME)
    {
      if (!read_top_member (self, &token, error))
        {
          g_free (tide_json_extras_end (&self->extras));
          return FALSE;
        }
    }
  if (!self->is_stopped)
    next_token (self, &token);
  finish_register (self, begin);
  return TRUE;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const TideJsonFinding *first = a;
  const TideJsonFinding *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* Works out lines, columns and paths in one more pass over the text, if there is anything to say.
 */
static void
set_places (Load *self)
{
  GArray *findings = self->reader.findings;
  g_autoptr (TideJsonScanner) scanner = tide_json_scanner_new (self->reader.bytes);
  TideJsonToken token = { .type = TIDE_JSON_TOKEN_END };
  gboolean is_read = TRUE;

  g_array_sort (findings, compare_findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const TideJsonFinding *finding = &g_array_index (findings, TideJsonFinding, i);
      g_autofree char *path = NULL;
      guint line, column;

      if (finding->problem->line > 0)
        continue;
      while (is_read && (token.type == TIDE_JSON_TOKEN_END || token.begin < finding->offset))
        is_read = tide_json_scanner_next (scanner, &token);
      path = tide_json_scanner_dup_path (scanner);
      tide_json_scanner_locate (scanner, finding->offset, &line, &column);
      tide_problem_set_place (finding->problem, self->file_name, line, column,
                              *path != '\0' ? path : NULL);
    }
}

static GPtrArray *
steal_problems (Load *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);

  set_places (self);
  for (guint i = 0; i < self->reader.findings->len; i++)
    g_ptr_array_add (
        problems,
        tide_problem_ref (g_array_index (self->reader.findings, TideJsonFinding, i).problem));

  return problems;
}

/**
 * tide_json_read:
 * @bytes: the text of a file
 * @file_name: (nullable): name of the file, for the problems
 * @progress: (nullable) (scope call): told after each record, in bytes
 * @user_data: for @progress
 * @cancellable: (nullable): asked before each record
 * @problems: (out) (transfer full) (element-type TideProblem): what is wrong or doubtful, in the
 *   order of the text, at most %TIDE_JSON_MAX_PROBLEMS; empty where all is well
 * @error: return location
 *
 * Reads a register. The text is scanned strictly, and json-glib sees one record at a time. Members
 * and codes that this program does not know are kept. `null` is the same as absence.
 *
 * Refused are text that is not sound JSON, wrong types, ids that are malformed or used twice,
 * numbers, dates and times that are malformed, a newer version, and what is no register: then there
 * is no register, @problems says why, and @error (%TIDE_PROBLEM_ERROR, the code that of the
 * problem) is the first of them. References to what is not there, shares that do not add up, days
 * that do not exist, amounts finer than their currency and records above themselves are doubts: the
 * register is read, and each of the problems has a step that would mend it.
 *
 * Returns: (transfer full) (nullable): the register, or %NULL with @error set
 */
TideSnapshot *
tide_json_read (GBytes *bytes,
                const char *file_name,
                TideProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GPtrArray **problems,
                GError **error)
{
  Load self = {
    .file_name = file_name, .progress = progress, .user_data = user_data, .cancellable = cancellable
  };
  g_autoptr (GPtrArray) found = NULL;
  TideSnapshot *snapshot = NULL;

  reader_init (&self.reader, bytes);
  if (read_register (&self, error))
    {
      found = steal_problems (&self);
      if (self.reader.is_refused)
        g_propagate_error (error, tide_problem_to_error (g_ptr_array_index (found, 0)));
      else
        snapshot = g_steal_pointer (&self.reader.snapshot);
    }
  reader_clear (&self.reader);

  if (problems != NULL)
    *problems = found != NULL
                    ? g_steal_pointer (&found)
                    : g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);
  return snapshot;
}

/**
 * tide_json_read_step:
 * @text: what tide_json_write_step() has written
 * @error: return location
 *
 * Reads one step. Refused with a %TIDE_PROBLEM_ERROR is text that is no sound step, and one that
 * holds an edit that this program does not understand: it could only be done in part.
 *
 * Returns: (transfer full) (nullable): the step
 */
TideStep *
tide_json_read_step (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideStep) step = NULL;
  Load self = { 0 };
  TideJsonToken token;
  TideJsonValue value;

  reader_init (&self.reader, bytes);
  if (next_token (&self, &token) && load_value (&self, TIDE_RECORD_NONE, &token, &value))
    {
      step = tide_json_reader_read_step (&self.reader, &value);
      if (step != NULL && tide_step_is_empty (step))
        tide_json_reader_refuse (&self.reader, TIDE_PROBLEM_MISSING_MEMBER, token.begin, "edits");
      if (!self.is_stopped && next_token (&self, &token) && token.type != TIDE_JSON_TOKEN_END)
        stop (&self, TIDE_PROBLEM_NOT_JSON, token.begin, NULL);
    }
  problems = steal_problems (&self);
  if (self.reader.is_refused)
    g_propagate_error (error, tide_problem_to_error (g_ptr_array_index (problems, 0)));
  reader_clear (&self.reader);

  return problems->len == 0 ? g_steal_pointer (&step) : NULL;
}

/**
 * tide_json_read_record:
 * @bytes: the text of one record, as a register holds it
 * @kind: what it is
 * @file_name: (nullable): where the text comes from, for the problems
 * @problems: (out) (transfer full) (element-type TideProblem): what is wrong with it
 * @error: return location
 *
 * Reads one record by itself, such as a filter that somebody has written. It needs no id, and what
 * it refers to is not looked for.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with @error set
 */
TidePayload *
tide_json_read_record (
    GBytes *bytes, TideRecordKind kind, const char *file_name, GPtrArray **problems, GError **error)
{
  g_autoptr (TidePayload) record = NULL;
  Load self = { .file_name = file_name };
  TideJsonToken token;
  TideJsonValue value;
  gboolean is_refused;

  reader_init (&self.reader, bytes);
  self.reader.is_alone = TRUE;
  if (next_token (&self, &token) && load_value (&self, kind, &token, &value))
    {
      record = tide_json_reader_read_record (&self.reader, kind, &value);
      if (!self.is_stopped)
        next_token (&self, &token);
    }
  is_refused = self.reader.is_refused;
  *problems = steal_problems (&self);
  reader_clear (&self.reader);
  if (!is_refused)
    return tide_payload_seal (g_steal_pointer (&record));

  g_propagate_error (error, tide_problem_to_error (g_ptr_array_index (*problems, 0)));

  return NULL;
}
