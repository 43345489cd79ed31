/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-journal.h"

#include "codec/tide-json-writer.h"
#include "store/tide-journal-private.h"
#include "store/tide-safe-writer-private.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>

/* Names come from ids: a second attempt is rare, a hundredth a sign of something else. */
#define MAX_NAMES 100

/* Bytes that g_strescape() shall leave as they are. */
#define BEYOND_ASCII                                                                               \
  "\200\201\202\203\204\205\206\207\210\211\212\213\214\215\216\217\220\221\222\223"               \
  "\224\225\226\227\230\231\232\233\234\235\236\237\240\241\242\243\244\245\246\247"               \
  "\250\251\252\253\254\255\256\257\260\261\262\263\264\265\266\267\270\271\272\273"               \
  "\274\275\276\277\300\301\302\303\304\305\306\307\310\311\312\313\314\315\316\317"               \
  "\320\321\322\323\324\325\326\327\330\331\332\333\334\335\336\337\340\341\342\343"               \
  "\344\345\346\347\350\351\352\353\354\355\356\357\360\361\362\363\364\365\366\367"               \
  "\370\371\372\373\374\375\376\377"

/* What the writing thread works on. It alone touches it once the journal has been made. */
typedef struct
{
  const TideFileCalls *calls; /* borrowed */
  char *folder;
  char *name;            /* nullable: of the journal, without folder and suffix */
  char *path;            /* nullable: of the file */
  char *base_path;       /* nullable: of the register beside it */
  int fd;                /* -1 while there is no file */
  TideSnapshot *base;    /* nullable: to be written before the lines */
  GPtrArray *superseded; /* of paths: to go once all of this is safe */
  GString *text;         /* all lines */
  gsize length;          /* how much of them is in the file for certain */
  guint n_files;         /* how many have been begun for this text */
} Writer;

typedef enum
{
  JOB_BEGIN,
  JOB_APPEND,
  JOB_DISCARD,
  JOB_REPLACE,
  JOB_END,
  JOB_FLUSH,
} JobKind;

typedef struct
{
  JobKind kind;
  char *name;         /* of JOB_BEGIN */
  char *paths[2];     /* of JOB_REPLACE, nullable */
  TideSnapshot *base; /* of JOB_BEGIN, nullable */
  GString *text;      /* of JOB_BEGIN and JOB_APPEND */
  GWeakRef journal;   /* told of trouble */
  GAsyncQueue *done;  /* of JOB_FLUSH */
} Job;

struct _TideJournal
{
  GObject parent_instance;

  TideClock *clock;   /* owned */
  GThreadPool *pool;  /* owned: of one thread, so that jobs keep their order */
  char *checksum;     /* owned, nullable: of the last line */
  char *name;         /* owned, nullable: of what the file holds */
  GHashTable *ids;    /* owned: of the steps that the file holds */
  char *header;       /* owned, nullable: lines that go before the first step */
  TideSnapshot *base; /* owned, nullable: written beside the first step */
  char *trouble;      /* owned, nullable: why what has been done is not in the file */
};

G_DEFINE_FINAL_TYPE (TideJournal, tide_journal, G_TYPE_OBJECT)

typedef enum
{
  PROP_TROUBLE = 1,
} TideJournalProperty;

static GParamSpec *props[PROP_TROUBLE + 1];

typedef struct
{
  GWeakRef journal;
  char *trouble;
} Report;

/* The writing thread ------------------------------------------------------------------------- */

static void
job_free (Job *job)
{
  g_free (job->name);
  for (guint i = 0; i < G_N_ELEMENTS (job->paths); i++)
    g_free (job->paths[i]);
  g_clear_pointer (&job->base, tide_snapshot_unref);
  if (job->text != NULL)
    g_string_free (job->text, TRUE);
  g_weak_ref_clear (&job->journal);
  g_free (job);
}

static void
report_free (Report *report)
{
  g_weak_ref_clear (&report->journal);
  g_free (report->trouble);
  g_free (report);
}

static gboolean
on_reported (gpointer data)
{
  Report *report = data;
  g_autoptr (TideJournal) self = g_weak_ref_get (&report->journal);

  if (self != NULL && g_set_str (&self->trouble, report->trouble))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TROUBLE]);

  return G_SOURCE_REMOVE;
}

static void
tell (Job *job, const char *trouble)
{
  g_autoptr (TideJournal) journal = g_weak_ref_get (&job->journal);
  Report *report;

  if (journal == NULL)
    return;

  report = g_new0 (Report, 1);
  g_weak_ref_init (&report->journal, journal);
  report->trouble = g_strdup (trouble);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_reported, report, (GDestroyNotify) report_free);
}

static void
close_file (Writer *self)
{
  if (self->fd >= 0)
    self->calls->close (self->fd);
  self->fd = -1;
}

static void
take_superseded (Writer *self, char *path)
{
  if (path != NULL)
    g_ptr_array_add (self->superseded, path);
}

/* What cannot be removed now is tried again after the next line. */
static void
remove_superseded (Writer *self)
{
  for (guint i = self->superseded->len; i > 0; i--)
    if (self->calls->unlink (g_ptr_array_index (self->superseded, i - 1)) == 0 || errno == ENOENT)
      g_ptr_array_remove_index (self->superseded, i - 1);
}

static void
remove_files (Writer *self)
{
  close_file (self);
  take_superseded (self, g_steal_pointer (&self->path));
  take_superseded (self, g_steal_pointer (&self->base_path));
  remove_superseded (self);
  g_clear_pointer (&self->base, tide_snapshot_unref);
  g_clear_pointer (&self->name, g_free);
  g_string_truncate (self->text, 0);
  self->length = 0;
  self->n_files = 0;
}

static void
writer_free (Writer *self)
{
  close_file (self);
  g_free (self->folder);
  g_free (self->name);
  g_free (self->path);
  g_free (self->base_path);
  g_clear_pointer (&self->base, tide_snapshot_unref);
  g_ptr_array_unref (self->superseded);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
sync_folder (Writer *self)
{
  int fd = TEMP_FAILURE_RETRY (
      self->calls->open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
  gboolean is_synced;

  if (fd < 0)
    return FALSE;

  is_synced = TEMP_FAILURE_RETRY (self->calls->fsync (fd)) == 0;
  self->calls->close (fd);

  return is_synced;
}

/* Makes a file that was not there; returns its descriptor, or -1. */
static int
create_file (Writer *self, char **path)
{
  for (guint n_names = 0; n_names < MAX_NAMES; n_names++)
    {
      g_autofree char *tried = NULL;
      int fd;

      if (self->n_files == 0)
        tried = g_strdup_printf ("%s/%s" TIDE_JOURNAL_SUFFIX, self->folder, self->name);
      else
        tried = g_strdup_printf ("%s/%s-%u" TIDE_JOURNAL_SUFFIX, self->folder, self->name,
                                 self->n_files);

      fd = TEMP_FAILURE_RETRY (
          self->calls->open (tried, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
      if (fd < 0 && errno != EEXIST)
        return -1;

      self->n_files++;
      if (fd < 0)
        continue;
      *path = g_steal_pointer (&tried);
      return fd;
    }

  errno = EEXIST;
  return -1;
}

/* The lock is held as long as the program lives: a journal that nobody holds is what a crash has
 * left. */
/* A program that starts just then may find the file without a byte, and take it for what a kill has
 * left: then it is locked, or gone. */
static gboolean
hold_file (Writer *self, int fd)
{
  struct stat status;

  if (TEMP_FAILURE_RETRY (self->calls->flock (fd, LOCK_EX | LOCK_NB)) != 0
      || TEMP_FAILURE_RETRY (self->calls->fstat (fd, &status)) != 0)
    return FALSE;

  errno = EWOULDBLOCK;
  return status.st_nlink > 0;
}

static gboolean
open_file (Writer *self)
{
  for (guint n_tries = 0; n_tries < MAX_NAMES; n_tries++)
    {
      g_autofree char *path = NULL;
      const int fd = create_file (self, &path);
      int error_number;

      if (fd < 0)
        return FALSE;
      if (hold_file (self, fd))
        {
          self->fd = fd;
          g_set_str (&self->path, path);
          return TRUE;
        }

      error_number = errno;
      self->calls->close (fd);
      self->calls->unlink (path);
      errno = error_number;
      if (error_number != EWOULDBLOCK)
        return FALSE;
    }

  return FALSE;
}

static gboolean
write_from (Writer *self, gsize done)
{
  while (done < self->text->len)
    {
      ssize_t n = TEMP_FAILURE_RETRY (
          self->calls->write (self->fd, self->text->str + done, self->text->len - done));

      if (n <= 0)
        {
          errno = n == 0 ? EIO : errno;
          return FALSE;
        }
      done += (gsize) n;
    }

  return TEMP_FAILURE_RETRY (self->calls->fdatasync (self->fd)) == 0;
}

/* Writes all lines to a new file. The old one, if there is one, goes once the new one is safe. */
static gboolean
write_anew (Writer *self)
{
  g_autofree char *old = g_strdup (self->path);

  if (!open_file (self) || !write_from (self, 0) || !sync_folder (self))
    {
      int error_number = errno;

      close_file (self);
      if (old != NULL && g_strcmp0 (self->path, old) != 0)
        {
          self->calls->unlink (self->path);
          g_set_str (&self->path, old);
        }
      errno = error_number;
      return FALSE;
    }

  if (old != NULL)
    self->calls->unlink (old);

  return TRUE;
}

/* What a failure leaves behind the last whole line is not known: the file is closed as it is, for
 * its whole lines, and the next attempt writes another. */
static gboolean
write_lines (Writer *self)
{
  int error_number;

  if (self->length == self->text->len)
    return TRUE;

  if (self->fd < 0 ? write_anew (self) : write_from (self, self->length))
    {
      self->length = self->text->len;
      return TRUE;
    }

  error_number = errno;
  close_file (self);
  errno = error_number;

  return FALSE;
}

static gboolean
write_base (Writer *self, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) text = NULL;

  if (self->base == NULL)
    return TRUE;

  path = g_strdup_printf ("%s/%s" TIDE_JOURNAL_BASE_SUFFIX, self->folder, self->name);
  file = g_file_new_for_path (path);
  text = tide_json_write (self->base, NULL, NULL, NULL, error);
  if (text == NULL || !tide_safe_writer_write_with_calls (file, text, self->calls, NULL, error))
    return FALSE;

  g_set_str (&self->base_path, path);
  g_clear_pointer (&self->base, tide_snapshot_unref);
  return TRUE;
}

static gboolean
write_all (Writer *self, GError **error)
{
  if (g_mkdir_with_parents (self->folder, 0700) == 0)
    {
      if (!write_base (self, error))
        return FALSE;
      if (write_lines (self))
        return TRUE;
    }

  g_set_error_literal (error, TIDE_STORE_ERROR, (int) tide_store_error_from_errno (errno),
                       g_strerror (errno));
  return FALSE;
}

static void
do_write (Writer *self, Job *job)
{
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;

  if (write_all (self, &error))
    remove_superseded (self);
  else
    trouble = g_strdup_printf (
        /* Translators: %s is a system's message, such as “No space left on device” */
        _ ("Changes are not protected against a crash: %s"), error->message);

  tell (job, trouble);
}

/* What replaces a journal is safe before the old one goes. */
static void
do_begin (Writer *self, Job *job)
{
  const int old_fd = self->fd;

  take_superseded (self, g_steal_pointer (&self->path));
  take_superseded (self, g_steal_pointer (&self->base_path));
  self->fd = -1;
  self->length = 0;
  self->n_files = 0;
  g_string_assign (self->text, job->text->str);
  g_set_str (&self->name, job->name);
  g_clear_pointer (&self->base, tide_snapshot_unref);
  self->base = g_steal_pointer (&job->base);

  do_write (self, job);
  if (old_fd >= 0)
    self->calls->close (old_fd);
}

/* What is replaced goes only when all lines are safe. */
static void
do_replace (Writer *self, Job *job)
{
  for (guint i = 0; i < G_N_ELEMENTS (job->paths); i++)
    take_superseded (self, g_steal_pointer (&job->paths[i]));
  if (self->length == self->text->len)
    remove_superseded (self);
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  Writer *self = user_data;

  switch (job->kind)
    {
    case JOB_BEGIN:
      do_begin (self, job);
      break;
    case JOB_APPEND:
      g_string_append_len (self->text, job->text->str, (gssize) job->text->len);
      do_write (self, job);
      break;
    case JOB_DISCARD:
      remove_files (self);
      break;
    case JOB_REPLACE:
      do_replace (self, job);
      break;
    case JOB_END:
      writer_free (self);
      break;
    case JOB_FLUSH:
    default:
      g_async_queue_push (job->done, job);
      return;
    }

  job_free (job);
}

/* Lines --------------------------------------------------------------------------------------- */

/* The checksum of a line, whose text begins behind its own checksum and ends before its newline. */
char *
tide_journal_dup_checksum (const char *previous, const char *line, gssize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) previous, -1);
  g_checksum_update (checksum, (const guchar *) line, length);

  return g_strndup (g_checksum_get_string (checksum), TIDE_JOURNAL_CHECKSUM_LENGTH);
}

/* The name of the journal whose file has this path. */
char *
tide_journal_dup_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_strndup (base, strcspn (base, "-."));
}

static void
append_line (TideJournal *self, GString *text, const char *word, const char *value)
{
  g_autofree char *escaped = NULL;
  g_autofree char *line = NULL;
  g_autofree char *checksum = NULL;
  if (value == NULL)
    return;

  escaped = g_strescape (value, BEYOND_ASCII);
  line = g_strconcat (word, " ", escaped, NULL);
  checksum = tide_journal_dup_checksum (self->checksum, line, -1);
  g_string_append_printf (text, "%s %s\n", checksum, line);
  g_set_str (&self->checksum, checksum);
}

static void
append_step (TideJournal *self, GString *text, const char *word, const TideStep *step)
{
  g_autofree char *json = tide_json_write_step (step);

  append_line (self, text, word, json);
  g_hash_table_add (self->ids, g_strdup (step->id));
}

static void
append_form (TideJournal *self, GString *text, const TideJournalForm *form)
{
  g_autofree char *value = tide_journal_form_print (form);

  append_line (self, text, TIDE_JOURNAL_WORD_FORM, value);
}

static void
append_start (TideJournal *self, GString *text, const TideJournalStart *start)
{
  g_autofree char *replaced
      = start->replaced != NULL ? tide_journal_dup_name (start->replaced) : NULL;

  for (guint i = 0; i < tide_entries_get_n (start->steps); i++)
    append_step (self, text, TIDE_JOURNAL_WORD_DO, g_ptr_array_index (start->steps, i));
  for (guint i = 0; i < tide_entries_get_n (start->undone); i++)
    append_step (self, text, TIDE_JOURNAL_WORD_UNDONE, g_ptr_array_index (start->undone, i));
  for (guint i = 0; i < tide_entries_get_n (start->forms); i++)
    append_form (self, text, g_ptr_array_index (start->forms, i));
  append_line (self, text, TIDE_JOURNAL_WORD_REPLACES, self->name);
  append_line (self, text, TIDE_JOURNAL_WORD_REPLACES, replaced);
}

static GString *
new_header (TideJournal *self, const TideJournalOrigin *origin)
{
  GString *text = g_string_new (NULL);
  g_autofree char *version = g_strdup_printf ("%d", TIDE_JOURNAL_VERSION);

  g_set_str (&self->checksum, "");
  append_line (self, text, TIDE_JOURNAL_WORD_FORMAT, version);
  append_line (self, text, TIDE_JOURNAL_WORD_REGISTER, origin->register_id);
  append_line (self, text, TIDE_JOURNAL_WORD_TITLE_EN, origin->title.en);
  append_line (self, text, TIDE_JOURNAL_WORD_TITLE_ZH, origin->title.zh);
  append_line (self, text, TIDE_JOURNAL_WORD_URI, origin->uri);
  append_line (self, text, TIDE_JOURNAL_WORD_PLACE, origin->place);
  append_line (self, text, TIDE_JOURNAL_WORD_CONTENT, origin->content);

  return text;
}

static Job *
job_new (TideJournal *self, JobKind kind)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  g_weak_ref_init (&job->journal, kind != JOB_END ? self : NULL);

  return job;
}

static void
push (TideJournal *self, Job *job)
{
  g_thread_pool_push (self->pool, job, NULL);
}

/* Takes @text, which goes behind the header if that has not been written yet. */
static void
write_text (TideJournal *self, GString *text)
{
  Job *job = job_new (self, self->header != NULL ? JOB_BEGIN : JOB_APPEND);

  if (self->header != NULL)
    {
      g_free (self->name);
      self->name = tide_clock_dup_id (self->clock);
      job->name = g_strdup (self->name);
      job->base = g_steal_pointer (&self->base);
      g_string_prepend (text, self->header);
      g_clear_pointer (&self->header, g_free);
    }
  job->text = text;
  push (self, job);
}

static void
tide_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideJournalProperty) id)
    {
    case PROP_TROUBLE:
      g_value_set_string (value, TIDE_JOURNAL (object)->trouble);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_journal_finalize (GObject *object)
{
  TideJournal *self = TIDE_JOURNAL (object);

  push (self, job_new (self, JOB_END));
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->base, tide_snapshot_unref);
  g_hash_table_unref (self->ids);
  g_free (self->name);
  g_free (self->checksum);
  g_free (self->header);
  g_free (self->trouble);

  G_OBJECT_CLASS (tide_journal_parent_class)->finalize (object);
}

static void
tide_journal_class_init (TideJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_journal_get_property;
  object_class->finalize = tide_journal_finalize;

  props[PROP_TROUBLE]
      = g_param_spec_string ("trouble", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_journal_init (TideJournal *self)
{
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* tide_journal_new () through a table of system calls of the caller's choice. */
TideJournal *
tide_journal_new_with_calls (const char *folder, TideClock *clock, const TideFileCalls *calls)
{
  TideJournal *self = g_object_new (TIDE_TYPE_JOURNAL, NULL);
  Writer *writer = g_new0 (Writer, 1);

  writer->calls = calls;
  writer->folder = g_strdup (folder);
  writer->fd = -1;
  writer->superseded = g_ptr_array_new_with_free_func (g_free);
  writer->text = g_string_new (NULL);
  self->clock = g_object_ref (clock);
  self->pool = g_thread_pool_new (run_job, writer, 1, FALSE, NULL);

  return self;
}

/**
 * tide_journal_origin_new:
 * @settings: the register's own record
 * @file: (nullable): its file
 * @place: (nullable): the file's place as a person knows it
 * @content: (nullable): SHA-256 of the file's bytes
 *
 * Returns: (transfer full): what the steps of a journal are to be done on
 */
TideJournalOrigin *
tide_journal_origin_new (const TideSettings *settings,
                         GFile *file,
                         const char *place,
                         const char *content)
{
  TideJournalOrigin *self = g_new0 (TideJournalOrigin, 1);

  self->register_id = g_strdup (settings->base.id);
  tide_text_init_copy (&self->title, &settings->title);
  self->uri = file != NULL ? g_file_get_uri (file) : NULL;
  self->place = g_strdup (place);
  self->content = g_strdup (content);

  return self;
}

void
tide_journal_origin_free (TideJournalOrigin *self)
{
  g_free (self->register_id);
  tide_text_clear (&self->title);
  g_free (self->uri);
  g_free (self->place);
  g_free (self->content);
  g_free (self);
}

/**
 * tide_journal_new:
 * @folder: path of the folder of all journals, which is made when it is needed
 * @clock: where ids come from
 *
 * Makes a journal without a file. All work on files is done in a thread, one line at a time, each
 * of them synced to the disk. Dropping the journal leaves its file where it is.
 *
 * Returns: (transfer full): the journal
 */
TideJournal *
tide_journal_new (const char *folder, TideClock *clock)
{
  return tide_journal_new_with_calls (folder, clock, &tide_file_system_calls);
}

/**
 * tide_journal_begin:
 * @self: a journal
 * @start: what it begins with
 *
 * Begins anew. The file is made with the first step or form; what it held before goes once the new
 * one is safe.
 */
void
tide_journal_begin (TideJournal *self, const TideJournalStart *start)
{
  GString *text;

  g_return_if_fail (TIDE_IS_JOURNAL (self));
  g_return_if_fail (start->origin != NULL);

  g_hash_table_remove_all (self->ids);
  g_free (self->header);
  self->header = g_string_free_and_steal (new_header (self, start->origin));
  g_clear_pointer (&self->base, tide_snapshot_unref);
  self->base = start->base != NULL ? tide_snapshot_ref (start->base) : NULL;

  if (tide_entries_get_n (start->steps) == 0 && tide_entries_get_n (start->forms) == 0)
    {
      push (self, job_new (self, JOB_DISCARD));
      return;
    }

  text = g_string_new (NULL);
  append_start (self, text, start);
  write_text (self, text);
}

/**
 * tide_journal_add_done:
 * @self: a journal
 * @step: a step with an id that has been done, for the first time or again
 * @inverse: (nullable): see tide_register_get_inverse()
 */
void
tide_journal_add_done (TideJournal *self, const TideStep *step, const TideStep *inverse)
{
  GString *text;

  g_return_if_fail (TIDE_IS_JOURNAL (self));
  g_return_if_fail (step->id != NULL);

  text = g_string_new (NULL);
  if (inverse != NULL && g_hash_table_remove (self->ids, inverse->id))
    append_line (self, text, TIDE_JOURNAL_WORD_DROP, inverse->id);
  else if (g_hash_table_contains (self->ids, step->id))
    append_line (self, text, TIDE_JOURNAL_WORD_REDO, step->id);
  else
    append_step (self, text, TIDE_JOURNAL_WORD_DO, step);
  write_text (self, text);
}

/**
 * tide_journal_add_undone:
 * @self: a journal
 * @step: a step with an id that has been undone
 * @inverse: (nullable): see tide_register_get_inverse()
 *
 * A step from before the journal began is taken back by its inverse.
 */
void
tide_journal_add_undone (TideJournal *self, const TideStep *step, const TideStep *inverse)
{
  GString *text;

  g_return_if_fail (TIDE_IS_JOURNAL (self));
  g_return_if_fail (step->id != NULL);

  text = g_string_new (NULL);
  if (inverse != NULL)
    append_step (self, text, TIDE_JOURNAL_WORD_DO, inverse);
  else
    append_line (self, text, TIDE_JOURNAL_WORD_UNDO, step->id);
  write_text (self, text);
}

/**
 * tide_journal_set_form:
 * @self: a journal
 * @form: what has been typed in a form that is open; takes the place of what it held before
 */
void
tide_journal_set_form (TideJournal *self, const TideJournalForm *form)
{
  GString *text;

  g_return_if_fail (TIDE_IS_JOURNAL (self));

  text = g_string_new (NULL);
  append_form (self, text, form);
  write_text (self, text);
}

/**
 * tide_journal_close_form:
 * @self: a journal
 * @serial: of a form that it holds, and that has been saved or given up
 */
void
tide_journal_close_form (TideJournal *self, guint serial)
{
  g_autofree char *value = g_strdup_printf ("%u", serial);
  GString *text;

  g_return_if_fail (TIDE_IS_JOURNAL (self));

  text = g_string_new (NULL);
  append_line (self, text, TIDE_JOURNAL_WORD_CLOSE, value);
  write_text (self, text);
}

/**
 * tide_journal_discard:
 * @self: a journal
 *
 * Removes its file: what has been done is saved, or not wanted any more.
 */
void
tide_journal_discard (TideJournal *self)
{
  g_return_if_fail (TIDE_IS_JOURNAL (self));

  push (self, job_new (self, JOB_DISCARD));
}

/**
 * tide_journal_replace:
 * @self: a journal that holds all that another one holds
 * @path: path of the other one
 * @base_path: (nullable): path of the register beside that
 *
 * Removes the other journal once all lines of @self are safe.
 */
void
tide_journal_replace (TideJournal *self, const char *path, const char *base_path)
{
  Job *job;

  g_return_if_fail (TIDE_IS_JOURNAL (self));
  g_return_if_fail (path != NULL);

  job = job_new (self, JOB_REPLACE);
  job->paths[0] = g_strdup (path);
  job->paths[1] = g_strdup (base_path);
  push (self, job);
}

/**
 * tide_journal_flush:
 * @self: a journal
 *
 * Waits until the file holds what has been added, or cannot: for the end of the program.
 */
void
tide_journal_flush (TideJournal *self)
{
  g_autoptr (GAsyncQueue) done = g_async_queue_new ();
  Job *job;

  g_return_if_fail (TIDE_IS_JOURNAL (self));

  job = job_new (self, JOB_FLUSH);
  job->done = done;
  push (self, job);
  job_free (g_async_queue_pop (done));
}

/**
 * tide_journal_get_trouble:
 * @self: a journal
 *
 * Returns: (transfer none) (nullable): why what has been done would not survive a crash, as a
 *   sentence
 */
const char *
tide_journal_get_trouble (TideJournal *self)
{
  g_return_val_if_fail (TIDE_IS_JOURNAL (self), NULL);

  return self->trouble;
}
