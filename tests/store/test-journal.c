/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tide-journal-private.h"
#include "store/tide-journal-reader.h"

#include "tide-test-register.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <utime.h>

typedef struct
{
  char *folder;
  TideRegister *reg;
  TideSnapshot *base;
  TideJournal *journal;
} Fixture;

static void
begin (Fixture *fixture)
{
  g_autoptr (TideJournalOrigin) origin = tide_journal_origin_new (
      tide_register_get_settings (fixture->reg), NULL, "~/a \"b\" <i>\n.tideline", "abc");
  g_autoptr (GPtrArray) steps = tide_register_dup_unsaved_steps (fixture->reg);
  g_autoptr (GPtrArray) undone = tide_register_dup_undone_steps (fixture->reg);
  const TideJournalStart start = { .origin = origin, .steps = steps, .undone = undone };

  tide_journal_begin (fixture->journal, &start);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("tideline-journal-XXXXXX", NULL);
  fixture->reg = tide_test_register_new ();
  fixture->base = tide_register_dup_snapshot (fixture->reg);
  fixture->journal = tide_journal_new (fixture->folder, tide_register_get_clock (fixture->reg));
  begin (fixture);
}

static guint
count_files (Fixture *fixture, gboolean remove)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      n++;
      if (remove)
        g_assert_cmpint (g_unlink (path), ==, 0);
    }

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->journal);
  count_files (fixture, TRUE);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->reg);
  tide_snapshot_unref (fixture->base);
  g_free (fixture->folder);
}

/* Ends the program's hold on its journal, as a crash does. */
static void
crash (Fixture *fixture)
{
  tide_journal_flush (fixture->journal);
  g_clear_object (&fixture->journal);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GPtrArray) readings = tide_journal_list (fixture->folder, NULL);

      if (count_files (fixture, FALSE) == readings->len)
        return;
      g_usleep (1000);
    }
}

static char *
dup_only_path (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name = g_dir_read_name (dir);

  g_assert_nonnull (name);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);

  return g_build_filename (fixture->folder, name, NULL);
}

static TideStep *
change_number (Fixture *fixture, const char *number)
{
  const TidePayload *before
      = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *after = tide_payload_copy (before);
  TideStep *step;

  tide_test_payload_set (after, "number", number);
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT, before,
                                        tide_payload_seal (after));
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  tide_journal_add_done (fixture->journal, step, tide_register_get_inverse (fixture->reg, step));

  return step;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (TideStep) step = tide_step_ref (tide_register_get_undo_step (fixture->reg));

  g_assert_true (tide_register_undo (fixture->reg));
  tide_journal_add_undone (fixture->journal, step, tide_register_get_inverse (fixture->reg, step));
}

static void
redo (Fixture *fixture)
{
  g_autoptr (TideStep) step = tide_step_ref (tide_register_get_redo_step (fixture->reg));

  g_assert_true (tide_register_redo (fixture->reg));
  tide_journal_add_done (fixture->journal, step, tide_register_get_inverse (fixture->reg, step));
}

static TideJournalReading *
read_only_one (Fixture *fixture)
{
  g_autoptr (GPtrArray) readings = tide_journal_list (fixture->folder, NULL);

  g_assert_cmpuint (readings->len, ==, 1);

  return g_ptr_array_steal_index (readings, 0);
}

/* The register that comes back after a crash. */
static TideRegister *
recover (Fixture *fixture, guint n_expected)
{
  g_autoptr (TideJournalReading) reading = read_only_one (fixture);
  TideRegister *reg = tide_register_new_from_snapshot (
      fixture->base, tide_register_get_clock (fixture->reg), "Li");
  guint n_left_out;

  g_assert_cmpuint (tide_journal_reading_apply (reading, reg, &n_left_out), ==, n_expected);
  g_assert_cmpuint (n_left_out, ==, 0);

  return reg;
}

static void
assert_same (TideRegister *a, TideRegister *b)
{
  g_autoptr (TideSnapshot) first = tide_register_dup_snapshot (a);
  g_autoptr (TideSnapshot) second = tide_register_dup_snapshot (b);

  g_assert_true (tide_test_snapshots_equal (first, second));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  tide_journal_flush (fixture->journal);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 0);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "一");
  g_autoptr (TideStep) second = change_number (fixture, "two\n\\\"");
  g_autoptr (TideRegister) reg = NULL;
  g_autoptr (TideJournalReading) reading = NULL;

  crash (fixture);
  reading = read_only_one (fixture);
  g_assert_true (reading->is_whole);
  g_assert_cmpstr (reading->origin->register_id, ==,
                   tide_register_get_settings (fixture->reg)->base.id);
  g_assert_cmpstr (reading->origin->place, ==, "~/a \"b\" <i>\n.tideline");
  g_assert_cmpstr (reading->origin->content, ==, "abc");
  g_assert_null (reading->origin->uri);
  g_assert_cmpint (tide_journal_reading_get_time (reading), ==, TIDE_TEST_TIME);

  reg = recover (fixture, 2);
  assert_same (reg, fixture->reg);
  g_assert_true (tide_register_get_modified (reg));
  g_assert_cmpstr (tide_register_get_undo_step (reg)->id, ==, second->id);
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideStep) third = change_number (fixture, "3");
  g_autoptr (TideRegister) reg = NULL;

  undo (fixture);
  undo (fixture);
  undo (fixture);
  redo (fixture);
  crash (fixture);

  reg = recover (fixture, 1);
  assert_same (reg, fixture->reg);
  g_assert_cmpstr (tide_register_get_undo_step (reg)->id, ==, first->id);
  g_assert_true (tide_register_redo (reg));
  g_assert_true (tide_register_redo (reg));
  g_assert_cmpstr (tide_register_get_undo_step (reg)->id, ==, third->id);
}

/* Steps that were saved are in the history of the file: undoing one is a step of its own. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideSnapshot) saved = tide_register_dup_snapshot_to_save (fixture->reg);
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideRegister) reg = NULL;

  tide_register_mark_saved (fixture->reg, saved);
  begin (fixture);
  tide_journal_flush (fixture->journal);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
  undo (fixture);
  undo (fixture);
  crash (fixture);

  tide_snapshot_unref (fixture->base);
  fixture->base = tide_snapshot_ref (saved);
  reg = recover (fixture, 1);
  assert_same (reg, fixture->reg);
}

/* A saved step that was taken back and done again leaves nothing to take back. */
static void
test_saved_and_redone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideSnapshot) saved = tide_register_dup_snapshot_to_save (fixture->reg);
  g_autoptr (TideStep) third = NULL;
  g_autoptr (TideRegister) reg = NULL;

  tide_register_mark_saved (fixture->reg, saved);
  begin (fixture);
  undo (fixture);
  undo (fixture);
  redo (fixture);
  redo (fixture);
  third = change_number (fixture, "3");
  crash (fixture);

  tide_snapshot_unref (fixture->base);
  fixture->base = tide_snapshot_ref (saved);
  reg = recover (fixture, 1);
  assert_same (reg, fixture->reg);
  g_assert_false (tide_register_get_can_redo (reg));
}

/* The program dies between the end of a save and the end of the journal; what had been saved was
 * taken back meanwhile. */
static void
test_undone_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideStep) third = change_number (fixture, "3");
  g_autoptr (TideSnapshot) saved = tide_register_dup_snapshot_to_save (fixture->reg);
  g_autoptr (TideStep) fourth = NULL;
  g_autoptr (TideRegister) reg = NULL;

  undo (fixture);
  undo (fixture);
  fourth = change_number (fixture, "4");
  crash (fixture);

  tide_snapshot_unref (fixture->base);
  fixture->base = tide_snapshot_ref (saved);
  reg = recover (fixture, 3);
  assert_same (reg, fixture->reg);
  g_assert_true (tide_register_get_modified (reg));
}

/* What was undone last may have been done again, and saved, while the journal could not be written.
 */
static void
test_redone_in_trouble (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideSnapshot) saved = NULL;
  g_autoptr (TideRegister) reg = NULL;

  undo (fixture);
  crash (fixture);
  g_assert_true (tide_register_redo (fixture->reg));
  saved = tide_register_dup_snapshot_to_save (fixture->reg);

  tide_snapshot_unref (fixture->base);
  fixture->base = tide_snapshot_ref (saved);
  reg = recover (fixture, 0);
  assert_same (reg, fixture->reg);
}

/* A saved step is taken back while it is being saved again, and done again: the journal that begins
 * then knows it. */
static void
test_redone_after_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideSnapshot) saved = tide_register_dup_snapshot_to_save (fixture->reg);
  g_autoptr (TideStep) second = NULL;
  g_autoptr (TideJournalReading) reading = NULL;

  undo (fixture);
  tide_register_mark_saved (fixture->reg, saved);
  begin (fixture);
  redo (fixture);
  second = change_number (fixture, "2");
  crash (fixture);

  reading = read_only_one (fixture);
  g_assert_cmpuint (reading->steps->len, ==, 1);
  g_assert_cmpstr (((TideStep *) g_ptr_array_index (reading->steps, 0))->id, ==, second->id);
}

/* What can be redone is kept when the journal begins anew. */
static void
test_begun_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideStep) third = change_number (fixture, "3");
  g_autoptr (TideRegister) reg = NULL;

  undo (fixture);
  undo (fixture);
  begin (fixture);
  redo (fixture);
  crash (fixture);
  reg = recover (fixture, 2);
  assert_same (reg, fixture->reg);
  g_assert_true (tide_register_redo (reg));
  g_assert_cmpstr (tide_register_get_undo_step (reg)->id, ==, third->id);
}

static TideJournalForm *
form_new (guint serial)
{
  return tide_journal_form_new (serial, TIDE_TEST_TIME, TIDE_RECORD_PROJECT, NULL,
                                g_variant_new_parsed ("{'name/en': <'Half'>}"));
}

/* No moment is without what is typed in open forms, nor without the new journal's steps. */
static void
test_forms_begin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideJournalOrigin) origin
      = tide_journal_origin_new (tide_register_get_settings (fixture->reg), NULL, NULL, NULL);
  g_autoptr (GPtrArray) forms
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_journal_form_free);
  const TideJournalStart start = { .origin = origin, .forms = forms };
  g_autoptr (TideJournalReading) reading = NULL;

  g_ptr_array_add (forms, form_new (1));
  tide_journal_begin (fixture->journal, &start);
  crash (fixture);
  reading = read_only_one (fixture);
  g_assert_cmpuint (reading->forms->len, ==, 1);
}

/* The program dies before the old journal is removed: it says itself that it is the old one. */
static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideSnapshot) saved = tide_register_dup_snapshot_to_save (fixture->reg);
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideJournalReading) reading = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  tide_journal_flush (fixture->journal);
  path = dup_only_path (fixture);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  tide_register_mark_saved (fixture->reg, saved);
  begin (fixture);
  tide_journal_flush (fixture->journal);
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 2);
  crash (fixture);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
  reading = read_only_one (fixture);
  g_assert_cmpuint (reading->steps->len, ==, 1);
}

static void
test_all_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (GPtrArray) readings = NULL;

  undo (fixture);
  crash (fixture);
  readings = tide_journal_list (fixture->folder, NULL);
  g_assert_cmpuint (readings->len, ==, 0);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 0);
}

/* What a crash has left is done again, and goes only when the next journal holds it. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideJournalReading) reading = NULL;

  crash (fixture);
  reading = read_only_one (fixture);
  fixture->journal = tide_journal_new (fixture->folder, tide_register_get_clock (fixture->reg));
  begin (fixture);
  tide_journal_flush (fixture->journal);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 2);
  tide_journal_replace (fixture->journal, reading->path, reading->base_path);
  tide_journal_flush (fixture->journal);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
}

/* The program dies between: of the two that hold the same, one is offered. */
static void
test_covered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideStep) second = NULL;
  g_autoptr (TideRegister) reg = NULL;

  crash (fixture);
  fixture->journal = tide_journal_new (fixture->folder, tide_register_get_clock (fixture->reg));
  begin (fixture);
  second = change_number (fixture, "2");
  tide_journal_flush (fixture->journal);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 2);
  crash (fixture);
  reg = recover (fixture, 2);
  assert_same (reg, fixture->reg);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
}

/* The program dies between the end of a save and the end of the journal. */
static void
test_saved_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideSnapshot) saved = tide_register_dup_snapshot_to_save (fixture->reg);
  g_autoptr (TideRegister) reg = NULL;

  crash (fixture);
  tide_snapshot_unref (fixture->base);
  fixture->base = tide_snapshot_ref (saved);
  reg = recover (fixture, 0);
  g_assert_false (tide_register_get_modified (reg));
}

/* The file was changed by somebody else since: what does not fit is left out, and counted. */
static void
test_other_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideJournalReading) reading = NULL;
  g_autoptr (TideSnapshot) other = tide_snapshot_new ();
  g_autoptr (TideRegister) reg
      = tide_register_new_from_snapshot (other, tide_register_get_clock (fixture->reg), "Li");
  guint n_left_out;

  crash (fixture);
  reading = read_only_one (fixture);
  g_assert_cmpuint (tide_journal_reading_apply (reading, reg, &n_left_out), ==, 0);
  g_assert_cmpuint (n_left_out, ==, 2);
  g_assert_false (tide_register_get_modified (reg));
}

static void
test_discarded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");

  tide_journal_flush (fixture->journal);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
  tide_journal_discard (fixture->journal);
  tide_journal_flush (fixture->journal);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 0);
}

static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (GPtrArray) readings = NULL;

  tide_journal_flush (fixture->journal);
  readings = tide_journal_list (fixture->folder, NULL);
  g_assert_cmpuint (readings->len, ==, 0);
}

/* However a journal is cut or changed: it gives the first steps, whole, or nothing. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) first = change_number (fixture, "1");
  g_autoptr (TideStep) second = change_number (fixture, "2");
  g_autoptr (TideJournalReading) whole = NULL;
  g_autofree char *text = NULL;
  gsize length;
  guint counts[3] = { 0 };

  crash (fixture);
  whole = read_only_one (fixture);
  g_assert_true (g_file_get_contents (whole->path, &text, &length, NULL));

  for (gsize i = 0; i < 2 * length; i++)
    {
      g_autofree char *broken = g_memdup2 (text, length);
      const gsize at = i / 2;
      g_autoptr (TideJournalReading) reading = NULL;

      broken[at] ^= 4;
      g_assert_true (
          g_file_set_contents (whole->path, broken, (gssize) (i % 2 == 0 ? at : length), NULL));
      reading = tide_journal_read (whole->path, NULL, NULL);
      if (reading == NULL)
        continue;
      g_assert_cmpuint (reading->steps->len, <, 2);
      for (guint j = 0; j < reading->steps->len; j++)
        g_assert_cmpstr (((TideStep *) g_ptr_array_index (reading->steps, j))->id, ==,
                         ((TideStep *) g_ptr_array_index (whole->steps, j))->id);
      counts[reading->steps->len]++;
    }
  g_assert_cmpuint (counts[0], >, 0);
  g_assert_cmpuint (counts[1], >, 0);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  static const char *texts[] = { "", "\n", "{}", "tideline-journal 1\n", "\xff\xfe\n\n" };
  g_autofree char *path = g_build_filename (fixture->folder, "a.journal", NULL);
  g_autofree char *newer = tide_journal_dup_checksum ("", "tideline-journal 2", -1);
  g_autofree char *newer_text = g_strdup_printf ("%s tideline-journal 2\n", newer);
  g_autoptr (GPtrArray) readings = NULL;

  for (gsize i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (
          g_file_set_contents (path, i < G_N_ELEMENTS (texts) ? texts[i] : newer_text, -1, NULL));
      g_assert_null (tide_journal_read (path, NULL, &error));
      g_assert_nonnull (error);
    }
  readings = tide_journal_list (fixture->folder, NULL);
  g_assert_cmpuint (readings->len, ==, 0);
}

/* What a kill has left before anything was written is nothing, unless a program holds it. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.journal", NULL);
  g_autoptr (GPtrArray) readings = NULL;
  int fd;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  fd = open (path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  g_ptr_array_unref (tide_journal_list (fixture->folder, NULL));
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);

  close (fd);
  readings = tide_journal_list (fixture->folder, NULL);
  g_assert_cmpuint (readings->len, ==, 0);
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 0);
}

/* A base is written before its journal is there. */
static void
test_lone_base (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = g_build_filename (fixture->folder, "a.base", NULL);
  g_autofree char *journal = g_build_filename (fixture->folder, "a-1.journal", NULL);
  const struct utimbuf old = { .actime = 1000, .modtime = 1000 };

  g_assert_true (g_file_set_contents (base, "{}", -1, NULL));
  g_ptr_array_unref (tide_journal_list (fixture->folder, NULL));
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);

  g_assert_cmpint (g_utime (base, (struct utimbuf *) &old), ==, 0);
  g_assert_true (g_file_set_contents (journal, "?", -1, NULL));
  g_ptr_array_unref (tide_journal_list (fixture->folder, NULL));
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 2);

  g_assert_cmpint (g_unlink (journal), ==, 0);
  g_ptr_array_unref (tide_journal_list (fixture->folder, NULL));
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 0);
}

/* Failures of the disk ------------------------------------------------------------------------ */

static int fail_from, fail_to, n_calls;

static gboolean
fails (void)
{
  n_calls++;
  errno = ENOSPC;

  return n_calls >= fail_from && n_calls < fail_to;
}

static ssize_t
faulty_write (int fd, const void *data, size_t size)
{
  return fails () ? tide_file_system_calls.write (fd, data, size / 2) * 0 - 1
                  : tide_file_system_calls.write (fd, data, size);
}

static int
faulty_fdatasync (int fd)
{
  return fails () ? -1 : tide_file_system_calls.fdatasync (fd);
}

static int
faulty_open (const char *path, int flags, mode_t mode)
{
  return fails () ? -1 : tide_file_system_calls.open (path, flags, mode);
}

static int
faulty_fsync (int fd)
{
  return fails () ? -1 : tide_file_system_calls.fsync (fd);
}

/* Each second time another program looks at the folder between the making of a journal and the
 * locking of it. */
static int
watched_flock (int fd, int operation)
{
  static guint n_locks;
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (n_locks++ % 2 == 0)
    g_ptr_array_unref (tide_journal_list (folder, NULL));

  return tide_file_system_calls.flock (fd, operation);
}

static void
test_looked_at (Fixture *fixture, gconstpointer data)
{
  /* The journal's thread may look at it after the test. */
  static TideFileCalls calls;
  g_autoptr (TideStep) first = NULL;
  g_autoptr (TideRegister) reg = NULL;

  calls = tide_file_system_calls;
  calls.flock = watched_flock;
  g_object_unref (fixture->journal);
  fixture->journal = tide_journal_new_with_calls (fixture->folder,
                                                  tide_register_get_clock (fixture->reg), &calls);
  begin (fixture);
  first = change_number (fixture, "1");
  crash (fixture);

  reg = recover (fixture, 1);
  assert_same (reg, fixture->reg);
}

/* Wherever the disk is full for a while, nothing that had been written is lost, and as soon as
 * there is room everything is there. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  static TideFileCalls calls;

  calls = tide_file_system_calls;
  calls.write = faulty_write;
  calls.fdatasync = faulty_fdatasync;
  calls.open = faulty_open;
  calls.fsync = faulty_fsync;

  for (int at = 1; at < 24; at++)
    {
      g_autoptr (TideStep) first = NULL;
      g_autoptr (TideStep) second = NULL;
      g_autoptr (TideStep) third = NULL;
      g_autoptr (TideStep) fourth = NULL;
      g_autoptr (TideRegister) reg = NULL;

      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      g_object_unref (fixture->journal);
      fixture->journal = tide_journal_new_with_calls (
          fixture->folder, tide_register_get_clock (fixture->reg), &calls);
      begin (fixture);
      tide_journal_flush (fixture->journal);

      n_calls = 0;
      fail_from = at;
      fail_to = at + 3;
      first = change_number (fixture, "1");
      second = change_number (fixture, "2");
      third = change_number (fixture, "3");
      tide_journal_flush (fixture->journal);
      fail_from = G_MAXINT;
      fourth = change_number (fixture, "4");
      crash (fixture);

      reg = recover (fixture, 4);
      assert_same (reg, fixture->reg);
      g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
      fixture->journal = tide_journal_new (fixture->folder, tide_register_get_clock (fixture->reg));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, test) g_test_add ("/journal/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("steps", test_steps);
  ADD ("undone", test_undone);
  ADD ("saved", test_saved);
  ADD ("saved-and-redone", test_saved_and_redone);
  ADD ("undone-while-saving", test_undone_while_saving);
  ADD ("redone-in-trouble", test_redone_in_trouble);
  ADD ("redone-after-saving", test_redone_after_saving);
  ADD ("begun-anew", test_begun_anew);
  ADD ("forms-begin", test_forms_begin);
  ADD ("replaces", test_replaces);
  ADD ("all-undone", test_all_undone);
  ADD ("replaced", test_replaced);
  ADD ("covered", test_covered);
  ADD ("saved-too-late", test_saved_too_late);
  ADD ("other-file", test_other_file);
  ADD ("discarded", test_discarded);
  ADD ("held", test_held);
  ADD ("broken", test_broken);
  ADD ("foreign", test_foreign);
  ADD ("empty", test_empty);
  ADD ("lone-base", test_lone_base);
  ADD ("looked-at", test_looked_at);
  ADD ("full-disk", test_full_disk);

  return g_test_run ();
}
