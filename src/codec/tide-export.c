/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-export-private.h"

#include "codec/tide-markdown-writer.h"
#include "codec/tide-xlsx-writer.h"
#include "core/tide-word.h"

#include <string.h>

/* How many records are written between two looks at whether to go on. */
#define CHUNK 256

static const char *const formats[TIDE_N_EXPORT_FORMATS] = {
  [TIDE_EXPORT_CSV] = "csv",
  [TIDE_EXPORT_TSV] = "tsv",
  [TIDE_EXPORT_XLSX] = "xlsx",
  [TIDE_EXPORT_MARKDOWN] = "markdown",
};

/* Without a list, a row of the sheet is a record; else an entry of its list. */
static const struct
{
  const char *name;
  TideRecordKind kind;
  const char *object;
  const char *list;
} types[TIDE_N_EXPORT_TYPES] = {
  [TIDE_EXPORT_PROJECTS] = { "projects", TIDE_RECORD_PROJECT, NULL, NULL },
  [TIDE_EXPORT_AMOUNTS] = { "amounts", TIDE_RECORD_PROJECT, NULL, "amounts" },
  [TIDE_EXPORT_STAGES] = { "stages", TIDE_RECORD_PROJECT, NULL, "stages" },
  [TIDE_EXPORT_STATUSES] = { "statuses", TIDE_RECORD_PROJECT, NULL, "statuses" },
  [TIDE_EXPORT_PARTICIPATIONS] = { "participations", TIDE_RECORD_PROJECT, NULL, "parties" },
  [TIDE_EXPORT_CLASSIFICATIONS] = { "classifications", TIDE_RECORD_PROJECT, NULL, "sectors" },
  [TIDE_EXPORT_ACTIVITIES] = { "activities", TIDE_RECORD_PROJECT, NULL, "activities" },
  [TIDE_EXPORT_PARTIES] = { "parties", TIDE_RECORD_PARTY, NULL, NULL },
  [TIDE_EXPORT_INDICATORS] = { "indicators", TIDE_RECORD_INDICATOR, NULL, NULL },
  [TIDE_EXPORT_OBSERVATIONS] = { "observations", TIDE_RECORD_INDICATOR, NULL, "observations" },
  [TIDE_EXPORT_GROWTH] = { "growth", TIDE_RECORD_INDICATOR, NULL, "growth" },
  [TIDE_EXPORT_BREAKS] = { "breaks", TIDE_RECORD_INDICATOR, NULL, "breaks" },
  [TIDE_EXPORT_TARGETS] = { "targets", TIDE_RECORD_TARGET, NULL, NULL },
  [TIDE_EXPORT_EVENTS] = { "events", TIDE_RECORD_EVENT, NULL, NULL },
  [TIDE_EXPORT_DECLARED] = { "declared", TIDE_RECORD_EVENT, "declared", "amounts" },
  [TIDE_EXPORT_PLATFORMS] = { "platforms", TIDE_RECORD_PLATFORM, NULL, NULL },
  [TIDE_EXPORT_COUNTS] = { "counts", TIDE_RECORD_PLATFORM, NULL, "counts" },
  [TIDE_EXPORT_RESULTS] = { "results", TIDE_RECORD_RESULT, NULL, NULL },
  [TIDE_EXPORT_RESULT_STAGES] = { "result-stages", TIDE_RECORD_RESULT, NULL, "stages" },
  [TIDE_EXPORT_DIVISIONS] = { "divisions", TIDE_RECORD_DIVISION, NULL, NULL },
  [TIDE_EXPORT_TAXONOMIES] = { "taxonomies", TIDE_RECORD_TAXONOMY, NULL, NULL },
  [TIDE_EXPORT_SECTORS] = { "sectors", TIDE_RECORD_SECTOR, NULL, NULL },
  [TIDE_EXPORT_MAPPINGS] = { "mappings", TIDE_RECORD_SECTOR, NULL, "maps-to" },
  [TIDE_EXPORT_SOURCES] = { "sources", TIDE_RECORD_SOURCE, NULL, NULL },
  [TIDE_EXPORT_RATE_SETS] = { "rate-sets", TIDE_RECORD_RATE_SET, NULL, NULL },
  [TIDE_EXPORT_RATES] = { "rates", TIDE_RECORD_RATE, NULL, NULL },
};

/* A sheet that is being written. */
typedef struct
{
  const TideExport *export;
  TideExportType type;
  const TideMember *object; /* nullable */
  const TideMember *list;   /* nullable */
  const GPtrArray *records; /* nullable for all: which, in their order */
  char *title;              /* owned, of the column that names the record of an entry */
  char *id_title;           /* owned, and of its id */
  GArray *cells;            /* owned */
  TideExportSummary summary;
  TideTableWriter *writer;
  guint n_rows;
} Sheet;

/* How far a register is written. */
typedef struct
{
  gsize n_done;
  gsize n_total;
  TideProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Course;

/**
 * tide_export_format_get_code:
 * @format: a format
 *
 * Returns: the word that the command line knows it by
 */
const char *
tide_export_format_get_code (TideExportFormat format)
{
  g_return_val_if_fail (format < TIDE_N_EXPORT_FORMATS, NULL);

  return formats[format];
}

/**
 * tide_export_format_from_code:
 * @code: a word
 *
 * Returns: the #TideExportFormat, or -1
 */
int
tide_export_format_from_code (const char *code)
{
  return tide_word_find (formats, TIDE_N_EXPORT_FORMATS, code);
}

/**
 * tide_export_format_from_path:
 * @path: name of a file
 *
 * Returns: the #TideExportFormat that files of its ending are in, or -1
 */
int
tide_export_format_from_path (const char *path)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *ending = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  if (g_strcmp0 (ending, "md") == 0)
    return TIDE_EXPORT_MARKDOWN;

  return tide_export_format_from_code (ending);
}

/**
 * tide_export_type_get_name:
 * @type: what rows are
 *
 * Returns: the name of their sheet
 */
const char *
tide_export_type_get_name (TideExportType type)
{
  g_return_val_if_fail (type < TIDE_N_EXPORT_TYPES, NULL);

  return types[type].name;
}

/**
 * tide_export_type_from_name:
 * @name: the name of a sheet
 *
 * Returns: the #TideExportType, or -1
 */
int
tide_export_type_from_name (const char *name)
{
  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    if (g_strcmp0 (types[i].name, name) == 0)
      return (int) i;

  return -1;
}

/**
 * tide_export_type_get_record:
 * @type: what rows are
 *
 * Returns: the kind of the records that they are, or are entries of
 */
TideRecordKind
tide_export_type_get_record (TideExportType type)
{
  g_return_val_if_fail (type < TIDE_N_EXPORT_TYPES, TIDE_RECORD_NONE);

  return types[type].kind;
}

/* Sheets -------------------------------------------------------------------------------------- */

/*
 * tide_export_type_get_rows:
 * @type: what rows are
 * @kind: (out): of which kind the records are
 * @path: (out) (transfer full) (nullable): in which list of theirs the entries are
 *
 * Returns: (transfer none): what a record, or an entry of the list, consists of
 */
const TideShape *
tide_export_type_get_rows (TideExportType type, TideRecordKind *kind, char **path)
{
  const TideShape *shape = tide_shape_for_kind (types[type].kind);

  *kind = types[type].kind;
  *path = NULL;
  if (types[type].list == NULL)
    return shape;

  *path = types[type].object != NULL
              ? g_build_path ("/", types[type].object, types[type].list, NULL)
              : g_strdup (types[type].list);

  return tide_shape_resolve (shape, *path)->shape;
}

/*
 * tide_export_type_dup_title:
 * @type: what rows are, which are entries
 *
 * Returns: (transfer full): the title of the column that names their records, which differs from
 *   that of a record of the same kind that they refer to
 */
char *
tide_export_type_dup_title (TideExportType type)
{
  TideRecordKind kind;
  g_autofree char *path = NULL;
  const TideShape *entry = tide_export_type_get_rows (type, &kind, &path);
  const char *name = tide_shape_for_kind (kind)->name;

  return g_strconcat (tide_shape_find (entry, name) != NULL ? "from-" : "", name, NULL);
}

static void
sheet_init (Sheet *self, const TideExport *export, TideExportType type, TideTableWriter *writer)
{
  const TideShape *shape = tide_shape_for_kind (types[type].kind);

  *self = (Sheet) { .export = export, .type = type, .writer = writer };
  if (types[type].object != NULL)
    {
      self->object = tide_shape_find (shape, types[type].object);
      shape = self->object->shape;
    }
  if (types[type].list != NULL)
    {
      self->list = tide_shape_find (shape, types[type].list);
      shape = self->list->shape;
    }
  self->title = tide_export_type_dup_title (type);
  self->id_title = g_strconcat (self->title, "-id", NULL);
  self->cells = tide_export_cells_new (shape);
  if (type == TIDE_EXPORT_PROJECTS)
    tide_export_summary_init (&self->summary, export->snapshot);
}

static void
sheet_clear (Sheet *self)
{
  if (self->type == TIDE_EXPORT_PROJECTS)
    tide_export_summary_clear (&self->summary);
  g_array_unref (self->cells);
  g_free (self->title);
  g_free (self->id_title);
}

static void
append_column (GArray *columns, const char *title)
{
  const TideTableColumn column = { title, TIDE_TABLE_TEXT };

  g_array_append_val (columns, column);
}

static void
begin_sheet (Sheet *self)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (TideTableColumn));

  if (self->list != NULL)
    {
      append_column (columns, self->title);
      append_column (columns, self->id_title);
    }
  if (self->list == NULL || self->list->shape->has_id)
    append_column (columns, "id");
  tide_export_cells_append (self->cells, columns);
  if (self->type == TIDE_EXPORT_PROJECTS)
    tide_export_summary_append (&self->summary, columns);

  tide_table_writer_begin_sheet (self->writer, types[self->type].name,
                                 (const TideTableColumn *) columns->data, columns->len);
}

static void
write_entry (Sheet *self, const TidePayload *record, const TidePayload *entry)
{
  tide_table_writer_add_text (self->writer, tide_export_get_record_label (self->export, record));
  tide_table_writer_add_text (self->writer, record->id);
  if (entry->shape->has_id)
    tide_table_writer_add_text (self->writer, entry->id);
  tide_export_cells_write (self->export, self->cells, record, entry, self->writer);
  tide_table_writer_end_row (self->writer);
  self->n_rows++;
}

static void
write_entries (Sheet *self, const TidePayload *record)
{
  const TidePayload *holder = record;
  const GPtrArray *entries = NULL;

  if (self->object != NULL)
    holder = G_STRUCT_MEMBER (const TidePayload *, record, self->object->offset);
  if (holder != NULL)
    entries = G_STRUCT_MEMBER (const GPtrArray *, holder, self->list->offset);
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    write_entry (self, record, g_ptr_array_index (entries, i));
}

static void
write_record (Sheet *self, const TidePayload *record)
{
  tide_table_writer_add_text (self->writer, record->id);
  tide_export_cells_write (self->export, self->cells, record, record, self->writer);
  if (self->type == TIDE_EXPORT_PROJECTS)
    tide_export_summary_write (&self->summary, self->export, TIDE_PROJECT_PAYLOAD (record),
                               self->writer);
  tide_table_writer_end_row (self->writer);
  self->n_rows++;
}

static gboolean
is_left_out (const Sheet *self, const TidePayload *record)
{
  if (self->type == TIDE_EXPORT_PARTICIPATIONS)
    return tide_export_withholds (self->export, record);

  return self->type == TIDE_EXPORT_PARTIES
         && g_hash_table_contains (self->export->hidden, record->id);
}

/* FALSE where it was cancelled. */
static gboolean
course_advance (Course *self)
{
  self->n_done++;
  if (self->n_done % CHUNK != 0)
    return TRUE;

  if (self->progress != NULL)
    self->progress (self->n_done, self->n_total, self->user_data);

  return !g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
write_records (Sheet *self, Course *course)
{
  const GPtrArray *records
      = self->records != NULL
            ? self->records
            : tide_snapshot_get_records (self->export->snapshot, types[self->type].kind);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);

      if (!is_left_out (self, record))
        {
          if (self->list != NULL)
            write_entries (self, record);
          else
            write_record (self, record);
        }
      if (!course_advance (course))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_sheet (const TideExport *export,
             TideExportType type,
             const GPtrArray *records,
             TideTableWriter *writer,
             Course *course,
             guint *n_rows)
{
  Sheet sheet;
  gboolean is_whole;

  sheet_init (&sheet, export, type, writer);
  sheet.records = records;
  begin_sheet (&sheet);
  is_whole = write_records (&sheet, course);
  *n_rows += sheet.n_rows;
  sheet_clear (&sheet);

  return is_whole;
}

/**
 * tide_export_write_sheet:
 * @snapshot: a register
 * @options: what is written, and how
 * @type: what the rows are
 * @writer: a writer
 *
 * Writes one sheet.
 */
void
tide_export_write_sheet (TideSnapshot *snapshot,
                         const TideExportOptions *options,
                         TideExportType type,
                         TideTableWriter *writer)
{
  TideExport export;
  Course course = { 0 };
  guint n_rows = 0;

  tide_export_init (&export, snapshot, options);
  write_sheet (&export, type, NULL, writer, &course, &n_rows);
  tide_export_clear (&export);
}

/**
 * tide_export_write_projects:
 * @snapshot: a register
 * @projects: (element-type TideProjectPayload): some of its projects
 * @options: what is written, and how
 * @type: what the rows are: projects, or entries of them; others are written whole
 * @writer: a writer
 *
 * Writes one sheet in the order of @projects.
 */
void
tide_export_write_projects (TideSnapshot *snapshot,
                            const GPtrArray *projects,
                            const TideExportOptions *options,
                            TideExportType type,
                            TideTableWriter *writer)
{
  const gboolean is_of_projects = types[type].kind == TIDE_RECORD_PROJECT;
  TideExport export;
  Course course = { 0 };
  guint n_rows = 0;

  tide_export_init (&export, snapshot, options);
  write_sheet (&export, type, is_of_projects ? projects : NULL, writer, &course, &n_rows);
  tide_export_clear (&export);
}

/* Registers ----------------------------------------------------------------------------------- */

static TideTableWriter *
new_writer (const TideExportOptions *options)
{
  TideCsvStyle style = options->csv;

  switch (options->format)
    {
    case TIDE_EXPORT_XLSX:
      return tide_xlsx_writer_new ();
    case TIDE_EXPORT_MARKDOWN:
      return tide_markdown_writer_new ();
    case TIDE_EXPORT_TSV:
      style.separator = '\t';
      return tide_csv_writer_new (&style);
    case TIDE_EXPORT_CSV:
    case TIDE_N_EXPORT_FORMATS:
    default:
      return tide_csv_writer_new (&style);
    }
}

static guint
choose_types (const TideExportOptions *options)
{
  const gboolean has_sheets
      = options->format == TIDE_EXPORT_XLSX || options->format == TIDE_EXPORT_MARKDOWN;

  return has_sheets ? options->types : options->types & -options->types;
}

static gsize
count_records (TideSnapshot *snapshot, guint chosen)
{
  gsize n = 1; /* for the end */

  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    if (chosen & (1u << i))
      n += tide_entries_get_n (tide_snapshot_get_records (snapshot, types[i].kind));

  return n;
}

static gboolean
write_sheets (
    const TideExport *export, guint chosen, TideTableWriter *writer, Course *course, guint *n_rows)
{
  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    if (chosen & (1u << i)
        && !write_sheet (export, (TideExportType) i, NULL, writer, course, n_rows))
      return FALSE;

  return TRUE;
}

/**
 * tide_export_write:
 * @snapshot: a register, or the part of one that is wanted
 * @options: what is written, and how
 * @n_rows: (out) (optional): how many rows were written, on all sheets
 * @progress: (nullable) (scope call): told how many records are done, again and again, and at last
 *   that all of them are
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes a register as tables: a sheet a type, a row a record or an entry, with the ids of what it
 * refers to beside the names. May take seconds: call it in a thread. The result depends on
 * @snapshot and @options alone.
 *
 * Returns: (transfer full) (nullable): the text or archive
 */
GBytes *
tide_export_write (TideSnapshot *snapshot,
                   const TideExportOptions *options,
                   guint *n_rows,
                   TideProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TideTableWriter) writer = new_writer (options);
  const guint chosen = choose_types (options);
  Course course = { .n_total = count_records (snapshot, chosen),
                    .progress = progress,
                    .user_data = user_data,
                    .cancellable = cancellable };
  TideExport export;
  guint n = 0;

  g_return_val_if_fail (chosen != 0, NULL);

  tide_export_init (&export, snapshot, options);
  write_sheets (&export, chosen, writer, &course, &n);
  tide_export_clear (&export);
  if (n_rows != NULL)
    *n_rows = n;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  /* A workbook is packed only now. */
  if (progress != NULL && course.n_total > 0)
    progress (course.n_total, course.n_total, user_data);

  return tide_table_writer_end (writer, error);
}
