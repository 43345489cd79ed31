/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-table-writer.h"

#include "codec/tide-json-emitter.h"

struct _TideJsonTableWriter
{
  TideTableWriter parent_instance;

  TideJsonEmitter emitter; /* its text is owned, and gone once it has ended */
  GPtrArray *titles;       /* owned */
  gboolean in_row;
};

G_DEFINE_FINAL_TYPE (TideJsonTableWriter, tide_json_table_writer, TIDE_TYPE_TABLE_WRITER)

static void
tide_json_table_writer_begin_sheet (TideTableWriter *writer,
                                    const char *name,
                                    const TideTableColumn *columns,
                                    guint n_columns)
{
  TideJsonTableWriter *self = TIDE_JSON_TABLE_WRITER (writer);

  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->titles, g_strdup (columns[i].title));
}

static void
begin_row (TideJsonTableWriter *self)
{
  if (self->in_row)
    return;

  tide_json_emitter_item (&self->emitter);
  tide_json_emitter_begin_object (&self->emitter);
  self->in_row = TRUE;
}

static void
tide_json_table_writer_add (TideTableWriter *writer,
                            guint index,
                            TideTableType type,
                            const TideTableValue *value)
{
  TideJsonTableWriter *self = TIDE_JSON_TABLE_WRITER (writer);
  g_autofree char *text = NULL;

  begin_row (self);
  if (value->kind == TIDE_TABLE_VALUE_EMPTY)
    return;

  tide_json_emitter_name (&self->emitter, g_ptr_array_index (self->titles, index));
  text = tide_table_value_dup_text (value, TIDE_TABLE_TEXT);
  if (value->kind == TIDE_TABLE_VALUE_BOOLEAN)
    tide_json_emitter_raw (&self->emitter, text, -1);
  else
    tide_json_emitter_string (&self->emitter, text);
}

static void
tide_json_table_writer_end_row (TideTableWriter *writer)
{
  TideJsonTableWriter *self = TIDE_JSON_TABLE_WRITER (writer);

  tide_json_emitter_end_object (&self->emitter);
  self->in_row = FALSE;
}

static GBytes *
tide_json_table_writer_end (TideTableWriter *writer, GError **error)
{
  TideJsonTableWriter *self = TIDE_JSON_TABLE_WRITER (writer);

  tide_json_emitter_end_array (&self->emitter);
  tide_json_emitter_raw (&self->emitter, "\n", 1);

  return tide_json_emitter_free_to_bytes (&self->emitter);
}

static void
tide_json_table_writer_finalize (GObject *object)
{
  TideJsonTableWriter *self = TIDE_JSON_TABLE_WRITER (object);

  if (self->emitter.out != NULL)
    g_string_free (self->emitter.out, TRUE);
  g_ptr_array_unref (self->titles);

  G_OBJECT_CLASS (tide_json_table_writer_parent_class)->finalize (object);
}

static void
tide_json_table_writer_class_init (TideJsonTableWriterClass *klass)
{
  TideTableWriterClass *writer_class = TIDE_TABLE_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tide_json_table_writer_finalize;
  writer_class->begin_sheet = tide_json_table_writer_begin_sheet;
  writer_class->add = tide_json_table_writer_add;
  writer_class->end_row = tide_json_table_writer_end_row;
  writer_class->end = tide_json_table_writer_end;
}

static void
tide_json_table_writer_init (TideJsonTableWriter *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  tide_json_emitter_init (&self->emitter);
  tide_json_emitter_begin_array (&self->emitter);
}

/**
 * tide_json_table_writer_new:
 *
 * Returns: (transfer full): a writer, of one sheet
 */
TideTableWriter *
tide_json_table_writer_new (void)
{
  return g_object_new (TIDE_TYPE_JSON_TABLE_WRITER, NULL);
}
