/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-reading.h"

#include "codec/tide-import-own-source.h"
#include "store/tide-file-reader.h"

#include <glib/gi18n-lib.h>

struct _TideImportReading
{
  GObject parent_instance;

  TideImportRunner *runner; /* owned */
  GFile *file;              /* owned; nullable */
  GBytes *pasted;           /* owned; nullable: instead of a file */
  TideTableSource *source;  /* owned; nullable */
  TideTableChoice choice;   /* meaningless without a source */
  gboolean has_choice;      /* a person has chosen it */
  TideTable *table;         /* owned; nullable */
  GStrv notes;              /* owned; nullable: of the table */
  TideTable *own;           /* owned; nullable: all that Tideline has written */
  guint n_own;              /* how many sheets those are */
};

G_DEFINE_FINAL_TYPE (TideImportReading, tide_import_reading, G_TYPE_OBJECT)

enum
{
  SIGNAL_OUTDATED,
  SIGNAL_OPENED,
  SIGNAL_READ,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In threads -------------------------------------------------------------------------------- */

static gpointer
open_pasted (gpointer data,
             TideProgressFunc progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  return tide_table_source_new (data, cancellable, error);
}

/* A source and how it is to be read. */
typedef struct
{
  TideTableSource *source;
  TideTableChoice choice;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tide_table_source_unref (request->source);
  g_free (request);
}

/* A table, what a person should be told of it, and what of the source Tideline has written. */
typedef struct
{
  TideTable *table;
  GStrv notes;
  TideTable *own; /* nullable */
  guint n_own;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_clear_pointer (&told->table, tide_table_unref);
  g_strfreev (told->notes);
  g_clear_pointer (&told->own, tide_table_unref);
  g_free (told);
}

static gpointer
open_file (gpointer data,
           TideProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) bytes = tide_file_reader_read (data, cancellable, error);

  return bytes != NULL ? tide_table_source_new (bytes, cancellable, error) : NULL;
}

static gpointer
read_table (gpointer data,
            TideProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  const Request *request = data;
  Told *told = g_new0 (Told, 1);
  GError *refusal = NULL;

  told->table = tide_table_source_read (request->source, &request->choice, progress, progress_data,
                                        cancellable, &told->notes, &refusal);
  if (told->table != NULL)
    told->own = tide_import_own_read (request->source, &request->choice, told->table, &told->n_own,
                                      progress, progress_data, cancellable, &refusal);
  if (refusal == NULL)
    return told;

  told_free (told);
  g_propagate_error (error, refusal);

  return NULL;
}

/* What they find ---------------------------------------------------------------------------- */

static void
clear_table (TideImportReading *self)
{
  g_clear_pointer (&self->table, tide_table_unref);
  g_clear_pointer (&self->notes, g_strfreev);
  g_clear_pointer (&self->own, tide_table_unref);
}

static void
take_table (gpointer data, gpointer found, const GError *error)
{
  TideImportReading *self = data;
  Told *told = found;

  if (told == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, _ ("Table Not Read"), error);
      return;
    }

  clear_table (self);
  self->table = g_steal_pointer (&told->table);
  self->notes = g_steal_pointer (&told->notes);
  self->own = g_steal_pointer (&told->own);
  self->n_own = told->n_own;
  told_free (told);
  g_signal_emit (self, signals[SIGNAL_READ], 0);
}

static void
start_reading (TideImportReading *self)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { tide_table_source_ref (self->source), self->choice };
  tide_import_runner_start (self->runner, read_table, request, request_free, told_free, take_table,
                            self);
}

/* What a person has chosen holds for the same file, opened again, as long as it makes sense. */
static gboolean
choice_suits (TideImportReading *self, TideTableSource *source)
{
  return self->has_choice && self->source != NULL
         && tide_table_source_get_kind (self->source) == tide_table_source_get_kind (source)
         && self->choice.sheet < tide_table_source_get_n_sheets (source);
}

static void
take_source (gpointer data, gpointer found, const GError *error)
{
  TideImportReading *self = data;

  if (found == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, _ ("File Not Read"), error);
      return;
    }

  if (!choice_suits (self, found))
    self->choice = *tide_table_source_get_guess (found);
  g_clear_pointer (&self->source, tide_table_source_unref);
  self->source = found;
  start_reading (self);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
forget_table (TideImportReading *self)
{
  tide_import_runner_cancel (self->runner);
  clear_table (self);
  g_signal_emit (self, signals[SIGNAL_OUTDATED], 0);
}

static void
start_opening (TideImportReading *self)
{
  if (self->pasted != NULL)
    tide_import_runner_start (self->runner, open_pasted, g_bytes_ref (self->pasted),
                              (GDestroyNotify) g_bytes_unref,
                              (GDestroyNotify) tide_table_source_unref, take_source, self);
  else
    tide_import_runner_start (self->runner, open_file, g_object_ref (self->file), g_object_unref,
                              (GDestroyNotify) tide_table_source_unref, take_source, self);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_import_reading_finalize (GObject *object)
{
  TideImportReading *self = TIDE_IMPORT_READING (object);

  g_object_unref (self->runner);
  g_clear_object (&self->file);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_clear_pointer (&self->source, tide_table_source_unref);
  clear_table (self);

  G_OBJECT_CLASS (tide_import_reading_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n_params, GType first, GType second)
{
  return g_signal_new (name, TIDE_TYPE_IMPORT_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, first, second);
}

static void
tide_import_reading_class_init (TideImportReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_import_reading_finalize;

  signals[SIGNAL_OUTDATED] = add_signal ("outdated", 0, 0, 0);
  signals[SIGNAL_OPENED] = add_signal ("opened", 0, 0, 0);
  signals[SIGNAL_READ] = add_signal ("read", 0, 0, 0);
  signals[SIGNAL_FAILED] = add_signal ("failed", 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
tide_import_reading_init (TideImportReading *self)
{
}

/**
 * tide_import_reading_new:
 * @runner: what works in threads; cancel it before the reading goes away
 *
 * Returns: (transfer full): a reading of nothing
 */
TideImportReading *
tide_import_reading_new (TideImportRunner *runner)
{
  TideImportReading *self = g_object_new (TIDE_TYPE_IMPORT_READING, NULL);

  self->runner = g_object_ref (runner);

  return self;
}

/**
 * tide_import_reading_open:
 * @self: a reading
 * @file: a file with a table
 *
 * Opens the file and reads its table as it probably is to be read. `opened` and `read` tell when.
 */
void
tide_import_reading_open (TideImportReading *self, GFile *file)
{
  g_return_if_fail (TIDE_IS_IMPORT_READING (self));

  forget_table (self);
  g_clear_pointer (&self->source, tide_table_source_unref);
  g_set_object (&self->file, file);
  self->has_choice = FALSE;
  start_opening (self);
}

/**
 * tide_import_reading_open_pasted:
 * @self: a reading of nothing
 * @bytes: what was copied: a page or text
 *
 * Opens it as tide_import_reading_open() does a file.
 */
void
tide_import_reading_open_pasted (TideImportReading *self, GBytes *bytes)
{
  g_return_if_fail (TIDE_IS_IMPORT_READING (self));
  g_return_if_fail (bytes != NULL && self->file == NULL && self->pasted == NULL);

  self->pasted = g_bytes_ref (bytes);
  start_opening (self);
}

/**
 * tide_import_reading_open_again:
 * @self: a reading of a file, or of what was copied
 *
 * Opens and reads the same file once more, as it was chosen to be read, after it was refused or
 * given up. Signals are those of tide_import_reading_open().
 */
void
tide_import_reading_open_again (TideImportReading *self)
{
  g_return_if_fail (TIDE_IS_IMPORT_READING (self));
  g_return_if_fail (self->file != NULL || self->pasted != NULL);

  forget_table (self);
  start_opening (self);
}

/**
 * tide_import_reading_read:
 * @self: a reading with a source
 * @choice: how it is to be read
 *
 * Reads the table anew. `read` tells when.
 */
void
tide_import_reading_read (TideImportReading *self, const TideTableChoice *choice)
{
  g_return_if_fail (TIDE_IS_IMPORT_READING (self));
  g_return_if_fail (self->source != NULL);

  forget_table (self);
  self->choice = *choice;
  self->has_choice = TRUE;
  start_reading (self);
}

/**
 * tide_import_reading_dup_name:
 * @self: a reading
 *
 * Returns: (transfer full): what a person calls that which is imported
 */
char *
tide_import_reading_dup_name (TideImportReading *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TIDE_IS_IMPORT_READING (self), NULL);

  if (self->file == NULL)
    return g_strdup (_ ("Clipboard"));

  name = g_file_get_basename (self->file);

  return g_filename_display_name (name);
}

/**
 * tide_import_reading_get_source:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): the file as it was opened
 */
TideTableSource *
tide_import_reading_get_source (TideImportReading *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_READING (self), NULL);

  return self->source;
}

/**
 * tide_import_reading_get_choice:
 * @self: a reading with a source
 *
 * Returns: (transfer none): how it is read
 */
const TideTableChoice *
tide_import_reading_get_choice (TideImportReading *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_READING (self), NULL);

  return &self->choice;
}

/**
 * tide_import_reading_get_table:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): the table
 */
TideTable *
tide_import_reading_get_table (TideImportReading *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_READING (self), NULL);

  return self->table;
}

/**
 * tide_import_reading_get_notes:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): what a person should be told of
 *   the table, in sentences; %NULL without a table
 */
const char *const *
tide_import_reading_get_notes (TideImportReading *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_READING (self), NULL);

  return (const char *const *) self->notes;
}

/**
 * tide_import_reading_get_own:
 * @self: a reading
 * @n_sheets: (out) (optional): how many sheets of the file those are
 *
 * Returns: (transfer none) (nullable): with a table, all tables of the file that Tideline itself
 * has written, one below the other; %NULL where it has not, or nothing but a list of projects
 */
TideTable *
tide_import_reading_get_own (TideImportReading *self, guint *n_sheets)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_READING (self), NULL);

  if (n_sheets != NULL)
    *n_sheets = self->own != NULL ? self->n_own : 0;

  return self->own;
}
