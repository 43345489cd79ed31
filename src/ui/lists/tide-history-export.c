/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-history-export.h"

#include "codec/tide-csv-writer.h"
#include "codec/tide-json-emitter.h"
#include "ui/lists/tide-change-text.h"

/* The columns of the table, which are the members of the objects too. */
enum
{
  TIME,
  AUTHOR,
  ACT,
  KIND,
  RECORD_ID,
  RECORD_NAME,
  FIELD,
  BEFORE,
  AFTER,
  N_COLUMNS,
};

static const char *const columns[N_COLUMNS]
    = { "time", "author", "act", "kind", "record-id", "record-name", "field", "before", "after" };

typedef struct
{
  TideStep *step;
  const TideEdit *edit; /* nullable, the step's */
} Row;

/* What the thread needs. */
typedef struct
{
  TideHistoryNames *names; /* owned, nullable where there are no rows */
  GArray *rows;            /* owned, of Row */
  TideHistoryFormat format;
} Export;

static void
row_clear (Row *row)
{
  tide_step_unref (row->step);
}

static void
export_free (Export *self)
{
  g_clear_pointer (&self->names, tide_history_names_unref);
  g_array_unref (self->rows);
  g_free (self);
}

static void
add_row (TideHistoryNames *names, TideStep *step, const TideEdit *edit, gpointer data)
{
  Export *self = data;
  const Row row = { tide_step_ref (step), edit };

  if (self->names == NULL)
    self->names = tide_history_names_ref (names);
  g_array_append_val (self->rows, row);
}

static char *
dup_time (const TideStep *step)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (step->time);

  return step->time != 0 && time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* Returns NULL where there is nothing to say. */
static char *
dup_cell (const Export *self, const Row *row, guint column)
{
  const TideEdit *edit = row->edit;

  if (column == TIME)
    return dup_time (row->step);
  if (column == AUTHOR)
    return g_strdup (row->step->author);
  if (column == ACT)
    return tide_step_dup_label (row->step);
  if (edit == NULL)
    return NULL;

  switch (column)
    {
    case KIND:
      return g_strdup (tide_shape_for_kind (edit->record_kind)->name);
    case RECORD_ID:
      return g_strdup (edit->record);
    case RECORD_NAME:
      return tide_change_text_dup_record (self->names, row->step, edit);
    case FIELD:
      return tide_change_text_dup_field (self->names, edit);
    case BEFORE:
      return tide_value_is_set (&edit->before) ? tide_change_text_dup_before (self->names, edit)
                                               : NULL;
    case AFTER:
      return tide_value_is_set (&edit->after) ? tide_change_text_dup_after (self->names, edit)
                                              : NULL;
    default:
      g_assert_not_reached ();
    }
}

static GBytes *
write_csv (const Export *self, GCancellable *cancellable)
{
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);
  TideTableColumn titles[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    titles[i] = (TideTableColumn) { columns[i], TIDE_TABLE_TEXT };
  tide_table_writer_begin_sheet (writer, "history", titles, N_COLUMNS);
  for (guint i = 0; i < self->rows->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          g_autofree char *cell = dup_cell (self, &g_array_index (self->rows, Row, i), column);

          tide_table_writer_add_text (writer, cell);
        }
      tide_table_writer_end_row (writer);
    }

  return tide_table_writer_end (writer, NULL);
}

static void
write_object (const Export *self, TideJsonEmitter *emitter, const Row *row)
{
  tide_json_emitter_begin_line (emitter);
  tide_json_emitter_begin_object (emitter);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *cell = dup_cell (self, row, column);

      if (cell == NULL)
        continue;
      tide_json_emitter_name (emitter, columns[column]);
      tide_json_emitter_string (emitter, cell);
    }
  tide_json_emitter_end_object (emitter);
  tide_json_emitter_end_line (emitter);
}

static GBytes *
write_json (const Export *self, GCancellable *cancellable)
{
  TideJsonEmitter emitter;

  tide_json_emitter_init (&emitter);
  tide_json_emitter_begin_object (&emitter);
  tide_json_emitter_name (&emitter, "format");
  tide_json_emitter_string (&emitter, "tideline-history");
  tide_json_emitter_name (&emitter, "version");
  tide_json_emitter_raw (&emitter, "1", -1);
  tide_json_emitter_name (&emitter, "changes");
  tide_json_emitter_begin_array (&emitter);
  for (guint i = 0; i < self->rows->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      tide_json_emitter_item (&emitter);
      write_object (self, &emitter, &g_array_index (self->rows, Row, i));
    }
  tide_json_emitter_end_array (&emitter);
  tide_json_emitter_end_object (&emitter);
  tide_json_emitter_raw (&emitter, "\n", -1);

  return tide_json_emitter_free_to_bytes (&emitter);
}

static void
run_export (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Export *self = data;
  g_autoptr (GBytes) bytes = self->format == TIDE_HISTORY_FORMAT_CSV
                                 ? write_csv (self, cancellable)
                                 : write_json (self, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

/**
 * tide_history_export_async:
 * @list: a list
 * @format: how to write it
 * @cancellable: (nullable): stops it
 * @callback: called when it has been written
 * @user_data: for @callback
 *
 * Writes the changes that @list shows as they are read by people, in its order, in a thread. Times
 * are in UTC; kinds and ids are those of the register's file.
 */
void
tide_history_export_async (TideHistoryList *list,
                           TideHistoryFormat format,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *export = NULL;

  g_return_if_fail (TIDE_IS_HISTORY_LIST (list));

  export = g_new0 (Export, 1);
  export->format = format;
  export->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (export->rows, (GDestroyNotify) row_clear);
  tide_history_list_foreach (list, add_row, export);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tide_history_export_async);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, run_export);
}

/**
 * tide_history_export_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text, UTF-8
 */
GBytes *
tide_history_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
