/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-own-source.h"

/* Parts of a sheet, as progress counts them. */
#define PARTS 1000

/* How far the sheets of a source have come. */
typedef struct
{
  TideProgressFunc progress; /* nullable */
  gpointer data;
  guint sheet;
  guint n_sheets;
} Course;

static void
on_progress (gsize done, gsize total, gpointer data)
{
  const Course *course = data;
  const gsize parts = (gsize) ((double) done / (double) total * PARTS);

  if (course->progress != NULL)
    course->progress (course->sheet * PARTS + MIN (parts, PARTS), course->n_sheets * PARTS,
                      course->data);
}

/* Somebody else's sheets need not be read only to find that they are somebody else's. */
static gboolean
is_likely (const TideTableSource *source, const TideTable *table)
{
  if (tide_import_own_recognise (table, 0) >= 0)
    return TRUE;

  for (guint i = 0; i < tide_table_source_get_n_sheets (source); i++)
    {
      g_autofree char *name = tide_table_source_dup_sheet_name (source, i);

      if (tide_export_type_from_name (name) >= 0)
        return TRUE;
    }

  return FALSE;
}

/* A sheet that cannot be read is left out, as is one without anything. */
static gboolean
add_sheet (GPtrArray *tables,
           const TideTableSource *source,
           const TideTableChoice *choice,
           Course *course,
           GCancellable *cancellable,
           GError **error)
{
  TideTableChoice one = *choice;
  g_autoptr (GError) refusal = NULL;
  TideTable *table;

  one.sheet = course->sheet;
  table = tide_table_source_read (source, &one, on_progress, course, cancellable, NULL, &refusal);
  if (table != NULL)
    g_ptr_array_add (tables, table);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static guint
count_own (const GPtrArray *tables)
{
  guint n = 0;

  for (guint i = 0; i < tables->len; i++)
    n += tide_import_own_recognise (g_ptr_array_index (tables, i), 0) >= 0;

  return n;
}

/**
 * tide_import_own_read:
 * @source: a source
 * @choice: how @table was read from it
 * @table: one of its tables
 * @n_taken: (out): how many of its tables Tideline wrote
 * @progress: (nullable): told how far it has come, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Reads all that Tideline has written from a source, for tide_import_own_try(). Tables of others,
 * and those that cannot be read, are left out.
 *
 * Returns: (transfer full) (nullable): its tables one below the other; %NULL, without @error, of a
 *   source that Tideline has not written, or not whole, see tide_import_own_is_whole()
 */
TideTable *
tide_import_own_read (const TideTableSource *source,
                      const TideTableChoice *choice,
                      TideTable *table,
                      guint *n_taken,
                      TideProgressFunc progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_table_unref);
  g_autoptr (TideTable) joined = NULL;
  Course course = { progress, progress_data, 0, tide_table_source_get_n_sheets (source) };

  *n_taken = 0;
  if (!is_likely (source, table))
    return NULL;

  for (; course.sheet < course.n_sheets; course.sheet++)
    if (course.sheet == choice->sheet)
      g_ptr_array_add (tables, tide_table_ref (table));
    else if (!add_sheet (tables, source, choice, &course, cancellable, error))
      return NULL;

  *n_taken = count_own (tables);
  /* Together they may be beyond the limits of tables. */
  joined = tide_import_own_join (tables, NULL);

  return joined != NULL && tide_import_own_is_whole (joined) ? g_steal_pointer (&joined) : NULL;
}
