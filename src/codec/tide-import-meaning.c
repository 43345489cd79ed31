/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

static gboolean
has_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;

  return FALSE;
}

/*
 * tide_import_name_find_slot:
 * @name: a name
 * @plan: a plan
 * @text: a text of the table
 *
 * Returns: where a name of the text's language is kept
 */
char **
tide_import_name_find_slot (TideText *name, const TideImportPlan *plan, const char *text)
{
  return has_han (text) || plan->language == TIDE_LANGUAGE_ZH ? &name->zh : &name->en;
}

static void
name_record (TidePayload *record, const TideImportPlan *plan, const char *text)
{
  const TideMember *member = tide_shape_find (record->shape, "name");

  if (member != NULL)
    tide_payload_set_string (
        tide_import_name_find_slot (G_STRUCT_MEMBER_P (record, member->offset), plan, text), text);
  else
    tide_payload_set_string (&((TideSourcePayload *) record)->title, text);
}

/* The first of a table is good enough for what its rows do not say. */
static TidePayload *
make_record (TideImportWork *work, const TideImportValue *value)
{
  const TideRecordKind kind = tide_import_value_kind_get_record (value->kind);
  const TideSettings *settings = tide_snapshot_get_settings (work->snapshot);
  g_autofree char *id = tide_clock_dup_id (work->clock);
  TidePayload *record = tide_payload_new (tide_shape_for_kind (kind), id);

  name_record (record, work->plan, value->text);
  if (kind == TIDE_RECORD_SECTOR)
    tide_payload_set_interned (&((TideSectorPayload *) record)->taxonomy, work->plan->taxonomy);
  else if (kind == TIDE_RECORD_DIVISION)
    tide_payload_set_interned (&((TideDivisionPayload *) record)->parent, settings->division);

  return record;
}

static gboolean
has_target (const TideImportWork *work, const TideImportValue *value, const char *target)
{
  const TideRecordKind kind = tide_import_value_kind_get_record (value->kind);

  if (kind == TIDE_RECORD_NONE)
    return tide_codes_find (tide_import_value_kind_get_codes (value->kind), target) >= 0;

  return tide_snapshot_lookup (work->snapshot, kind, target) != NULL;
}

/* What a preset means may be gone by now. */
static void
meaning_init (TideImportMeaning *self, TideImportWork *work, const TideImportValue *value)
{
  const char *target;

  self->act = tide_import_value_get_act (value, work->plan, &target);
  if (self->act == TIDE_IMPORT_TAKE && has_target (work, value, target))
    self->target = g_strdup (target);
  else if (self->act == TIDE_IMPORT_TAKE
           || (self->act == TIDE_IMPORT_NEW && value->kind == TIDE_IMPORT_VALUE_SECTOR
               && (work->plan->taxonomy == NULL
                   || tide_snapshot_lookup (work->snapshot, TIDE_RECORD_TAXONOMY,
                                            work->plan->taxonomy)
                          == NULL)))
    self->act = TIDE_IMPORT_UNDECIDED;
  else if (self->act == TIDE_IMPORT_NEW)
    {
      self->made = make_record (work, value);
      self->target = g_strdup (self->made->id);
    }
}

/*
 * tide_import_meanings_init:
 * @work: work that has its values
 *
 * Finds what becomes of each value.
 */
void
tide_import_meanings_init (TideImportWork *work)
{
  const guint n = tide_import_values_get_n (work->values);

  work->meanings = g_new0 (TideImportMeaning, n + 1);
  for (guint i = 0; i < n; i++)
    meaning_init (&work->meanings[i], work, tide_import_values_get (work->values, i));
}

/*
 * tide_import_meanings_clear:
 * @work: work
 *
 * Lets go what tide_import_meanings_init() has made.
 */
void
tide_import_meanings_clear (TideImportWork *work)
{
  const guint n = work->values != NULL ? tide_import_values_get_n (work->values) : 0;

  for (guint i = 0; work->meanings != NULL && i < n; i++)
    {
      g_free (work->meanings[i].target);
      g_clear_pointer (&work->meanings[i].made, tide_payload_unref);
    }
  g_clear_pointer (&work->meanings, g_free);
}

/*
 * tide_import_meaning_of:
 * @work: work
 * @value: which value
 *
 * Returns: what becomes of it
 */
const TideImportMeaning *
tide_import_meaning_of (const TideImportWork *work, guint value)
{
  return &work->meanings[value];
}

/*
 * tide_import_work_get_taxonomy:
 * @work: work
 * @sector: id of a class, which may be a new one
 *
 * Returns: id of its taxonomy
 */
const char *
tide_import_work_get_taxonomy (const TideImportWork *work, const char *sector)
{
  const TidePayload *record = tide_snapshot_lookup (work->snapshot, TIDE_RECORD_SECTOR, sector);

  return record != NULL ? TIDE_SECTOR_PAYLOAD (record)->taxonomy : work->plan->taxonomy;
}
