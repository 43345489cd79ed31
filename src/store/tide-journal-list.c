/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-journal-private.h"
#include "store/tide-journal-reader.h"

#include <glib/gstdio.h>

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Seconds after which a base without a journal is what a kill has left: one that is being begun has
 * its base before its journal, for a moment. */
#define LONE_BASE_AGE 3600

static gboolean
is_empty (const TideJournalReading *self)
{
  return self->steps->len == 0 && self->forms->len == 0;
}

/* Whether no running program holds the journal. One without a byte is what a kill has left before
 * anything was written: it goes, and the lock tells a program that has just made it to make another
 * one. */
static gboolean
is_left (const char *path)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  gboolean is_left;

  if (fd < 0)
    return FALSE;

  is_left = flock (fd, LOCK_EX | LOCK_NB) == 0;
  if (is_left && fstat (fd, &status) == 0 && status.st_size == 0)
    {
      g_unlink (path);
      is_left = FALSE;
    }
  close (fd);

  return is_left;
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  const TideJournalReading *first = *(TideJournalReading *const *) a;
  const TideJournalReading *second = *(TideJournalReading *const *) b;
  const gint64 first_time = tide_journal_reading_get_time (first);
  const gint64 second_time = tide_journal_reading_get_time (second);

  if (first_time != second_time)
    return first_time < second_time ? 1 : -1;

  return strcmp (first->path, second->path);
}

static gboolean
has_step (const GPtrArray *steps, const TideStep *step)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_strcmp0 (((const TideStep *) g_ptr_array_index (steps, i))->id, step->id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_form (const GPtrArray *forms, const TideJournalForm *form)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const TideJournalForm *other = g_ptr_array_index (forms, i);

      if (other->kind == form->kind && g_strcmp0 (other->record, form->record) == 0
          && g_variant_equal (other->typed, form->typed))
        return TRUE;
    }

  return FALSE;
}

/* Whether @other, which was taken over from @self, holds all that @self holds. */
static gboolean
is_covered (const TideJournalReading *self, const TideJournalReading *other)
{
  if (self == other || self->steps->len > other->steps->len + other->undone->len
      || g_strcmp0 (self->origin->register_id, other->origin->register_id) != 0)
    return FALSE;

  for (guint i = self->steps->len; i > 0; i--)
    {
      const TideStep *step = g_ptr_array_index (self->steps, i - 1);

      if (!has_step (other->steps, step) && !has_step (other->undone, step))
        return FALSE;
    }
  for (guint i = 0; i < self->forms->len; i++)
    if (!has_form (other->forms, g_ptr_array_index (self->forms, i)))
      return FALSE;

  return TRUE;
}

static gboolean
has_name (const TideJournalReading *self, const char *name)
{
  g_autofree char *own = tide_journal_dup_name (self->path);

  return strcmp (own, name) == 0;
}

static gboolean
is_replaced (const TideJournalReading *self, const TideJournalReading *other)
{
  for (guint i = 0; i < other->replaced->len; i++)
    if (has_name (self, g_ptr_array_index (other->replaced, i)))
      return TRUE;

  return FALSE;
}

/* The base belongs to every file of the same journal. */
static void
remove_beside (const TideJournalReading *self, const TideJournalReading *other)
{
  g_autofree char *name = tide_journal_dup_name (other->path);

  if (has_name (self, name))
    g_unlink (self->path);
  else
    tide_journal_reading_remove (self);
}

typedef gboolean (*Relation) (const TideJournalReading *self, const TideJournalReading *other);

static void
remove_related (GPtrArray *readings, Relation is_related)
{
  for (guint i = readings->len; i > 0; i--)
    {
      const TideJournalReading *reading = g_ptr_array_index (readings, i - 1);
      const TideJournalReading *other = NULL;

      for (guint j = 0; j < readings->len && other == NULL; j++)
        if (is_related (reading, g_ptr_array_index (readings, j)))
          other = g_ptr_array_index (readings, j);
      if (other == NULL)
        continue;

      remove_beside (reading, other);
      g_ptr_array_remove_index (readings, i - 1);
    }
}

/* A crash while what the one before had left was being taken over, or while a journal was begun
 * anew, leaves it twice. What says that it replaces another one may hold less, as the rest has been
 * saved. */
static void
remove_old (GPtrArray *readings)
{
  remove_related (readings, is_replaced);
  remove_related (readings, is_covered);
}

static GPtrArray *
list_names (const char *folder, const char *suffix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (names, g_strdup (name));

  return names;
}

static gboolean
has_journal (const GPtrArray *journals, const char *base)
{
  g_autofree char *name = tide_journal_dup_name (base);

  for (guint i = 0; i < journals->len; i++)
    {
      g_autofree char *other = tide_journal_dup_name (g_ptr_array_index (journals, i));

      if (strcmp (name, other) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A kill between a base and its journal leaves the base. */
static void
remove_lone_bases (const char *folder)
{
  g_autoptr (GPtrArray) bases = list_names (folder, TIDE_JOURNAL_BASE_SUFFIX);
  g_autoptr (GPtrArray) journals = list_names (folder, TIDE_JOURNAL_SUFFIX);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < bases->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (bases, i), NULL);
      struct stat status;

      if (!has_journal (journals, path) && stat (path, &status) == 0
          && now - status.st_mtime > LONE_BASE_AGE)
        g_unlink (path);
    }
}

/**
 * tide_journal_list:
 * @folder: path of the folder of all journals
 * @cancellable: (nullable): stops the reading
 *
 * Lists what crashes have left: the journals with steps or forms that no running program holds, the
 * one with the newest step first. What cannot be read is passed over, and left where it is; what
 * holds nothing, or nothing that was not undone, is removed. Blocks: for threads.
 *
 * Returns: (transfer full) (element-type TideJournalReading): the journals
 */
GPtrArray *
tide_journal_list (const char *folder, GCancellable *cancellable)
{
  GPtrArray *readings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_journal_reading_unref);
  g_autoptr (GPtrArray) names = list_names (folder, TIDE_JOURNAL_SUFFIX);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autoptr (TideJournalReading) reading = NULL;

      if (!is_left (path))
        continue;
      reading = tide_journal_read (path, cancellable, NULL);
      if (reading != NULL && is_empty (reading) && reading->is_whole)
        tide_journal_reading_remove (reading);
      else if (reading != NULL && !is_empty (reading))
        g_ptr_array_add (readings, g_steal_pointer (&reading));
    }
  g_ptr_array_sort (readings, compare_readings);
  remove_old (readings);
  remove_lone_bases (folder);

  return readings;
}
