/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-filter.h"

#include "codec/tide-json-reader.h"
#include "core/tide-check.h"
#include "core/tide-record.h"
#include "store/tide-file-reader.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What begins the name of a file, where else a filter stands. */
#define FILE_MARK '@'

/* What the values of members are: codes of the program, or ids of the register. */
static const struct
{
  const char *member;
  TideCodeSet codes;     /* TIDE_N_CODE_SETS for none */
  TideRecordKind record; /* TIDE_RECORD_NONE for none */
} values[] = {
  { "sectors", TIDE_N_CODE_SETS, TIDE_RECORD_SECTOR },
  { "taxonomies", TIDE_N_CODE_SETS, TIDE_RECORD_TAXONOMY },
  { "divisions", TIDE_N_CODE_SETS, TIDE_RECORD_DIVISION },
  { "stages", TIDE_CODES_STAGE, TIDE_RECORD_NONE },
  { "stage-from", TIDE_CODES_STAGE, TIDE_RECORD_NONE },
  { "stage-to", TIDE_CODES_STAGE, TIDE_RECORD_NONE },
  { "statuses", TIDE_CODES_STATUS, TIDE_RECORD_NONE },
  { "events", TIDE_N_CODE_SETS, TIDE_RECORD_EVENT },
  { "later-events", TIDE_N_CODE_SETS, TIDE_RECORD_EVENT },
  { "parties", TIDE_N_CODE_SETS, TIDE_RECORD_PARTY },
  { "party-kinds", TIDE_CODES_PARTY_KIND, TIDE_RECORD_NONE },
  { "amount-kind", TIDE_CODES_AMOUNT_KIND, TIDE_RECORD_NONE },
  { "rate-set", TIDE_N_CODE_SETS, TIDE_RECORD_RATE_SET },
};

static gboolean
is_called (const TidePayload *record, const char *name)
{
  const TideText *text = tide_payload_get_name (record);

  return text != NULL && (g_strcmp0 (text->en, name) == 0 || g_strcmp0 (text->zh, name) == 0);
}

/**
 * tide_tool_find_record:
 * @snapshot: a register
 * @kind: a kind of records
 * @name: an id, or a name in either language
 *
 * Returns: (transfer none) (nullable): the record
 */
const TidePayload *
tide_tool_find_record (TideSnapshot *snapshot, TideRecordKind kind, const char *name)
{
  const TidePayload *record = tide_snapshot_lookup (snapshot, kind, name);
  const GPtrArray *records = tide_snapshot_get_records (snapshot, kind);

  for (guint i = 0; record == NULL && i < tide_entries_get_n (records); i++)
    if (is_called (g_ptr_array_index (records, i), name))
      record = g_ptr_array_index (records, i);

  return record;
}

/* Whether a value of a member can let anything through. */
static gboolean
is_known (guint index, const char *value, TideSnapshot *snapshot)
{
  const char *id = tide_filter_value_get_id (value);

  if (strcmp (id, TIDE_FILTER_NONE) == 0)
    return TRUE;
  if (values[index].record != TIDE_RECORD_NONE)
    return tide_snapshot_lookup (snapshot, values[index].record, id) != NULL;

  return tide_codes_find (values[index].codes, id) >= 0;
}

static const char *
find_unknown (guint index, const TidePayload *filter, TideSnapshot *snapshot)
{
  const TideMember *member = tide_shape_find (filter->shape, values[index].member);
  gconstpointer field = G_STRUCT_MEMBER_P (filter, member->offset);
  const GPtrArray *strings;

  if (member->kind != TIDE_MEMBER_STRINGS)
    {
      const char *value = *(char *const *) field;

      return value != NULL && !is_known (index, value, snapshot) ? value : NULL;
    }

  strings = *(GPtrArray *const *) field;
  for (guint i = 0; i < tide_entries_get_n (strings); i++)
    if (!is_known (index, g_ptr_array_index (strings, i), snapshot))
      return tide_filter_value_get_id (g_ptr_array_index (strings, i));

  return NULL;
}

static const char *
find_unknown_check (const TideFilter *filter)
{
  for (guint i = 0; i < tide_entries_get_n (filter->checks); i++)
    {
      const char *code = g_ptr_array_index (filter->checks, i);

      if (strcmp (code, "any") != 0 && tide_check_find (code) < 0)
        return code;
    }

  return NULL;
}

static gboolean
refuse_value (const char *place, const char *member, const char *value)
{
  /* Translators: where a filter comes from, a member of it, and a value that means nothing */
  g_printerr (_ ("%s: %s: There is no “%s”."), place, member, value);
  g_printerr ("\n");

  return FALSE;
}

/* A filter that somebody has typed is more likely wrong than meant for a later program: what would
 * let nothing through, or everything, is told. */
static gboolean
is_sound (const TideFilter *filter, TideSnapshot *snapshot, const char *place)
{
  const char *unknown = find_unknown_check (filter);

  if (filter->base.extra != NULL)
    {
      /* Translators: where a filter comes from, and members that filters do not have */
      g_printerr (_ ("%s: Filters have no such members: %s"), place, filter->base.extra);
      g_printerr ("\n");
      return FALSE;
    }
  if (unknown != NULL)
    return refuse_value (place, "checks", unknown);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      unknown = find_unknown (i, &filter->base, snapshot);
      if (unknown != NULL)
        return refuse_value (place, values[i].member, unknown);
    }

  return TRUE;
}

static TidePayload *
read_json (GBytes *bytes, const char *place, TideSnapshot *snapshot)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TidePayload) filter
      = tide_json_read_record (bytes, TIDE_RECORD_FILTER, place, &problems, &error);

  tide_tool_print_problems (place, problems);
  if (filter == NULL || !is_sound (TIDE_FILTER (filter), snapshot, place))
    return NULL;

  return g_steal_pointer (&filter);
}

static TidePayload *
read_file (const char *name, TideSnapshot *snapshot)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_file_reader_read (file, NULL, &error);

  if (bytes != NULL)
    return read_json (bytes, name, snapshot);

  g_printerr ("%s: %s\n", name, error->message);

  return NULL;
}

/**
 * tide_tool_filter_new:
 * @typed: the id or name of a saved filter, or JSON of a filter as a register holds it, or "@" and
 *   the name of a file with such JSON
 * @snapshot: a register
 * @argument: its file as it was named
 *
 * Finds out which projects are meant. What is wrong is told on the standard error.
 *
 * Returns: (transfer full) (nullable): a filter that is not to be changed
 */
TidePayload *
tide_tool_filter_new (const char *typed, TideSnapshot *snapshot, const char *argument)
{
  const TidePayload *saved = tide_tool_find_record (snapshot, TIDE_RECORD_FILTER, typed);
  g_autoptr (GBytes) bytes = NULL;

  if (saved != NULL)
    return tide_payload_ref (saved);
  if (typed[0] == FILE_MARK)
    return read_file (typed + 1, snapshot);
  if (typed[strspn (typed, " \t\r\n")] == '{')
    {
      bytes = g_bytes_new_static (typed, strlen (typed));
      return read_json (bytes, "--filter", snapshot);
    }

  /* Translators: the first %s is a file, the second what was typed */
  g_printerr (_ ("%s: There is no saved filter “%s”."), argument, typed);
  g_printerr ("\n");

  return NULL;
}
