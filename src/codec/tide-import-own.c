/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-own-private.h"

#include "codec/tide-import-own-judge.h"

/* What others refer to comes first. */
static const TideRecordKind order[] = {
  TIDE_RECORD_SOURCE,  TIDE_RECORD_TAXONOMY,  TIDE_RECORD_DIVISION, TIDE_RECORD_SECTOR,
  TIDE_RECORD_PARTY,   TIDE_RECORD_RATE_SET,  TIDE_RECORD_RATE,     TIDE_RECORD_EVENT,
  TIDE_RECORD_PROJECT, TIDE_RECORD_INDICATOR, TIDE_RECORD_TARGET,   TIDE_RECORD_PLATFORM,
  TIDE_RECORD_RESULT,
};

static void
record_free (TideOwnRecord *record)
{
  g_clear_pointer (&record->after, tide_payload_unref);
  g_free (record);
}

static void
own_init (TideOwn *self, TideImportWork *work)
{
  static const TideExportOptions no_names = { .types = TIDE_EXPORT_ALL_TYPES };

  *self = (TideOwn) { .work = work };
  tide_export_init (&self->export, work->snapshot, &no_names);
  self->sheets = tide_own_sheets_new (work->table);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TideOwnRow));
  self->ids = g_string_chunk_new (1024);
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    self->records[i]
        = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) record_free);
}

static void
own_clear (TideOwn *self)
{
  tide_export_clear (&self->export);
  g_array_unref (self->sheets);
  g_array_unref (self->rows);
  g_string_chunk_free (self->ids);
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    g_hash_table_unref (self->records[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideOwn, own_clear)

/*
 * tide_own_get_sheet:
 * @self: work
 * @row: a row of it
 *
 * Returns: (transfer none): its sheet
 */
const TideOwnSheet *
tide_own_get_sheet (const TideOwn *self, const TideOwnRow *row)
{
  return &g_array_index (self->sheets, TideOwnSheet, row->sheet);
}

/*
 * tide_own_goes_on:
 * @self: work
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * To be asked for each row: tells how far it has come.
 *
 * Returns: whether nobody has given up
 */
gboolean
tide_own_goes_on (TideOwn *self, GError **error)
{
  if (++self->n_done % TIDE_IMPORT_ROWS_AT_ONCE != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress (MIN (self->n_done, 4 * self->rows->len), 4 * MAX (self->rows->len, 1),
                    self->progress_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/*
 * tide_own_refuse:
 * @self: work
 * @row: a row
 * @column: a column, or %TIDE_IMPORT_NO_ROW
 * @text: (nullable): what it says
 * @reason: (transfer full): why the row cannot be taken
 */
void
tide_own_refuse (TideOwn *self, TideOwnRow *row, guint column, const char *text, char *reason)
{
  if (row->n_problems++ == 0)
    row->first_problem = self->work->problems->len;
  row->verdict = TIDE_IMPORT_REFUSED;
  tide_import_work_add_problem (self->work, row->row, column, TIDE_IMPORT_NOTHING, text, reason);
}

/* The register as it would be --------------------------------------------------------------- */

static void
add_kind (TideOwn *self, TideSnapshot *after, TideStep *step, TideRecordKind kind)
{
  guint position = tide_entries_get_n (tide_snapshot_get_records (self->work->snapshot, kind));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TideOwnRow *row = &g_array_index (self->rows, TideOwnRow, i);
      const TideOwnRecord *record;

      if (tide_own_get_sheet (self, row)->kind != kind
          || tide_own_get_sheet (self, row)->path != NULL || !tide_own_row_is_taken (row))
        continue;
      record = g_hash_table_lookup (self->records[kind], row->record);
      if (record->before != NULL)
        continue;
      tide_step_add_record (step, kind, record->after, position++);
      tide_snapshot_add (after, kind, tide_payload_ref (record->after));
    }
}

static void
change_kind (TideOwn *self, TideSnapshot *after, TideStep *step, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (self->work->snapshot, kind);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *before = g_ptr_array_index (records, i);
      const TideOwnRecord *record
          = before->id != NULL ? g_hash_table_lookup (self->records[kind], before->id) : NULL;
      const TidePayload *now = record != NULL && record->after != NULL ? record->after : before;

      if (now != before && !tide_payload_equal (before, now))
        tide_step_add_difference (step, kind, before, now);
      tide_snapshot_add (after, kind, tide_payload_ref (now));
    }
}

static TideSnapshot *
make_after (TideOwn *self, TideStep *step)
{
  TideSnapshot *before = self->work->snapshot;
  TideSnapshot *after = tide_snapshot_new ();

  tide_snapshot_add (after, TIDE_RECORD_REGISTER,
                     tide_payload_ref (&tide_snapshot_get_settings (before)->base));
  tide_snapshot_set_day (after, tide_snapshot_get_day (before));
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (kind != TIDE_RECORD_REGISTER)
      change_kind (self, after, step, (TideRecordKind) kind);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_kind (self, after, step, order[i]);

  return after;
}

static gboolean
refuse_of (TideOwn *self, GHashTable *objections, const char *any)
{
  gboolean has_refused = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TideOwnRow *row = &g_array_index (self->rows, TideOwnRow, i);
      const char *sentence
          = tide_own_row_is_taken (row) ? g_hash_table_lookup (objections, row->record) : NULL;

      if (sentence == NULL && any != NULL && tide_own_row_is_taken (row))
        sentence = any;
      if (sentence == NULL)
        continue;
      has_refused = TRUE;
      tide_own_refuse (self, row, TIDE_IMPORT_NO_ROW, NULL, g_strdup (sentence));
    }

  return has_refused;
}

/* What a reader of the register would object to is refused here: all rows of a record, or, where no
 * row is of the record that is meant, all. Whether there is anything. */
static gboolean
refuse_objections (TideOwn *self, GHashTable *objections)
{
  GHashTableIter iter;
  gpointer sentence;

  g_hash_table_iter_init (&iter, objections);
  if (!g_hash_table_iter_next (&iter, NULL, &sentence))
    return FALSE;

  return refuse_of (self, objections, NULL) || refuse_of (self, objections, sentence);
}

/* FALSE with @error where it was cancelled; *after is NULL where rows were refused. */
static gboolean
try_once (TideOwn *self, TideStep **step, TideSnapshot **after, GError **error)
{
  g_autoptr (GHashTable) objections = NULL;

  tide_own_forget_records (self);
  if (!tide_own_check_references (self, error) || !tide_own_apply_rows (self, error))
    return FALSE;

  tide_own_seal_records (self);
  g_clear_pointer (step, tide_step_unref);
  *step = tide_step_new ("import-rows", "", NULL);
  *after = make_after (self, *step);
  if (tide_step_is_empty (*step))
    return TRUE;

  objections = tide_import_own_judge (*after, self->cancellable, error);
  if (objections == NULL)
    g_clear_pointer (after, tide_snapshot_unref);
  else if (refuse_objections (self, objections))
    g_clear_pointer (after, tide_snapshot_unref);

  return objections != NULL;
}

/* Verdicts ---------------------------------------------------------------------------------- */

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const TideOwnRow *left = a;
  const TideOwnRow *right = b;

  return left->row < right->row ? -1 : left->row > right->row;
}

/* Whether the members that the sheet has columns of are others. */
static gboolean
has_other_members (const TideOwnSheet *sheet, const TideOwnRecord *record)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const char *path = g_array_index (sheet->columns, TideOwnColumn, i).path;
      g_auto (TideValue) before = { 0 };
      g_auto (TideValue) after = { 0 };

      tide_payload_get_value_at (record->before, path, &before);
      tide_payload_get_value_at (record->after, path, &after);
      if (!tide_value_equal (&before, &after))
        return TRUE;
    }

  return FALSE;
}

static TideImportVerdict
judge (const TideOwnRow *row, const TideOwnSheet *sheet, const TideOwnRecord *record)
{
  if (!tide_own_row_is_taken (row))
    return row->verdict;
  if (record->before == NULL)
    return TIDE_IMPORT_CREATED;
  if (sheet->path == NULL ? has_other_members (sheet, record) : row->is_changed)
    return TIDE_IMPORT_UPDATED;

  return TIDE_IMPORT_UNCHANGED;
}

static guint
tell_rows (TideOwn *self)
{
  guint n_taken = 0;

  g_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TideOwnRow *row = &g_array_index (self->rows, TideOwnRow, i);
      const TideOwnSheet *sheet = tide_own_get_sheet (self, row);
      const TideOwnRecord *record
          = row->record != NULL ? g_hash_table_lookup (self->records[sheet->kind], row->record)
                                : NULL;
      TideImportRow told = { .row = row->row,
                             .sheet = tide_export_type_get_name (sheet->type),
                             .first_row = sheet->header,
                             .verdict = judge (row, sheet, record),
                             .other = row->other,
                             .kind = sheet->kind,
                             .before = record != NULL ? record->before : NULL,
                             .n_problems = row->n_problems,
                             .first_problem = row->first_problem };

      if (tide_own_row_is_taken (row))
        told.after = tide_import_work_keep (self->work, tide_payload_ref (record->after));
      n_taken += told.verdict == TIDE_IMPORT_CREATED || told.verdict == TIDE_IMPORT_UPDATED;
      g_array_append_val (self->work->rows, told);
    }

  return n_taken;
}

static TideStep *
name_step (TideStep *step, guint n_taken)
{
  g_autofree char *count = g_strdup_printf ("%u", n_taken);
  TideStep *named = tide_step_new ("import-rows", count, NULL);

  for (guint i = 0; i < step->edits->len; i++)
    g_ptr_array_add (named->edits, tide_edit_copy (g_ptr_array_index (step->edits, i)));

  return named;
}

/**
 * tide_import_own_try:
 * @table: a table that Tideline wrote, see tide_import_own_recognise(), or several of them one
 *   below the other, see tide_import_own_join()
 * @snapshot: the register that it is for
 * @clock: gives ids and time; no other thread may use it meanwhile
 * @cancellable: (nullable): to give up
 * @progress: (nullable): told how far it has come, in this thread
 * @progress_data: for @progress
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Finds out what would come of each row, as tide_import_trial_new() does, with neither plan nor
 * guess: records and entries are told apart by their ids, and a cell says what it was written for.
 * Records and entries without a row, and members without a column, stay as they are; a row without
 * an id becomes a new record or entry. What projects come to and what they are called elsewhere is
 * not read, as it follows from the other tables. A row is refused that would make the register one
 * that opens with problems.
 *
 * Returns: (transfer full) (nullable): what would come of it
 */
TideImportTrial *
tide_import_own_try (const TideTable *table,
                     TideSnapshot *snapshot,
                     TideClock *clock,
                     GCancellable *cancellable,
                     TideProgressFunc progress,
                     gpointer progress_data,
                     GError **error)
{
  g_auto (TideImportWork) work = { 0 };
  g_auto (TideOwn) own = { 0 };
  g_autoptr (TideStep) step = NULL;
  g_autoptr (TideSnapshot) after = NULL;

  tide_import_work_init (&work, NULL, table, snapshot, clock);
  own_init (&own, &work);
  own.cancellable = cancellable;
  own.progress = progress;
  own.progress_data = progress_data;
  if (!tide_own_add_rows (&own, TRUE, error) || !tide_own_add_rows (&own, FALSE, error)
      || !tide_own_find_repeats (&own, error))
    return NULL;
  while (after == NULL)
    if (!try_once (&own, &step, &after, error))
      return NULL;

  return tide_import_trial_new_take (&work, name_step (step, tell_rows (&own)),
                                     g_steal_pointer (&after));
}
