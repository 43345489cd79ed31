/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets each system call of a save fail, fall short or be the process's last one, and looks at what
 * is on the disk afterwards. */

#include "store/tide-safe-writer-private.h"
#include "store/tide-store-error.h"

#include "tide-test-faults.h"
#include "tide-test-place.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  const char *path;
  const TideTestFault *fault;
  TideTestPlaceKind place;
  mode_t mode;
  gboolean is_expected; /* whether the save looks at what it replaces */
} Case;

static const struct
{
  const char *name;
  TideTestPlaceKind place;
  mode_t mode;
  gboolean is_expected;
} places[] = {
  { "file-0600", TIDE_TEST_PLACE_FILE, 0600, FALSE },
  { "file-0640", TIDE_TEST_PLACE_FILE, 0640, FALSE },
  { "symlink-0600", TIDE_TEST_PLACE_SYMLINK, 0600, FALSE },
  { "symlink-0640", TIDE_TEST_PLACE_SYMLINK, 0640, FALSE },
  { "hard-link-0600", TIDE_TEST_PLACE_HARD_LINK, 0600, FALSE },
  { "hard-link-0640", TIDE_TEST_PLACE_HARD_LINK, 0640, FALSE },
  { "new-file", TIDE_TEST_PLACE_NEW, 0640, FALSE },
  { "expected-file-0640", TIDE_TEST_PLACE_FILE, 0640, TRUE },
  { "expected-symlink-0600", TIDE_TEST_PLACE_SYMLINK, 0600, TRUE },
  { "expected-hard-link-0640", TIDE_TEST_PLACE_HARD_LINK, 0640, TRUE },
};

static GBytes *old_text;
static GBytes *new_text;

/* What the person has seen last is what the file holds, by a look at its contents. */
static TideFileStamp *
take_stamp (const TideTestPlace *place)
{
  g_autoptr (GBytes) text = tide_test_place_read (place->target);
  g_autofree char *content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);

  return tide_file_stamp_new (NULL, content);
}

static gboolean
save (const Case *one,
      const TideTestPlace *place,
      const TideTestFault *fault,
      guint at,
      GError **error)
{
  g_autoptr (TideFileStamp) stamp = one->is_expected ? take_stamp (place) : NULL;

  tide_test_inject (fault, at);
  return tide_safe_writer_replace_with_calls (place->file, new_text, stamp, NULL,
                                              &tide_test_faulty_calls, NULL, error);
}

/* Whether the place holds the new text; fails if it holds anything but one of the two, or has lost
 * what else it was. */
static gboolean
check_whole (const TideTestPlace *place, mode_t mode)
{
  g_autoptr (GBytes) text = tide_test_place_read (place->target);
  gboolean is_new = text != NULL && g_bytes_equal (text, new_text);

  if (place->kind == TIDE_TEST_PLACE_NEW)
    g_assert_true (text == NULL || is_new);
  else
    g_assert_true (is_new || (text != NULL && g_bytes_equal (text, old_text)));

  if (text != NULL)
    g_assert_cmphex (tide_test_place_get_mode (place), ==, mode);

  if (place->other != NULL)
    {
      g_autoptr (GBytes) other = tide_test_place_read (place->other);

      g_assert_nonnull (other);
      g_assert_true (g_bytes_equal (other, old_text));
    }

  if (place->kind == TIDE_TEST_PLACE_SYMLINK)
    g_assert_true (g_file_test (g_file_peek_path (place->file), G_FILE_TEST_IS_SYMLINK));

  return is_new;
}

/* How many calls a save without a fault makes; @rename_call is the number of the one that decides.
 */
static guint
count_calls (const Case *one, guint *rename_call, guint *n_writes)
{
  g_autoptr (TideTestPlace) place = tide_test_place_new (one->place, one->mode, old_text);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (one, place, NULL, 0, &error));
  g_assert_no_error (error);
  g_assert_true (check_whole (place, one->mode));
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
  g_assert_cmpuint (tide_test_injection.n_writes, >=, 3);

  *rename_call = tide_test_injection.rename_call;
  *n_writes = tide_test_injection.n_writes;
  return tide_test_injection.n_calls;
}

/* Once the names have been exchanged a broken disk may let nobody know what came out: then the save
 * is refused, the new text is there, and what came out stays beside it. */
static void
check_result (
    const Case *one, const TideTestPlace *place, guint at, guint rename_call, gboolean is_saved)
{
  const gboolean is_new = check_whole (place, one->mode);
  const guint n_temporaries = tide_test_place_count_temporaries (place);

  if (one->is_expected && at > rename_call)
    {
      g_assert_true (is_new);
      g_assert_true (is_saved || one->fault->kind == TIDE_TEST_FAULT_BROKEN);
      g_assert_cmpuint (n_temporaries, <=, 1);
      return;
    }

  g_assert_true (is_saved == is_new);
  if (one->fault->kind != TIDE_TEST_FAULT_BROKEN)
    g_assert_cmpuint (n_temporaries, ==, 0);
}

static void
test_errors (gconstpointer data)
{
  const Case *one = data;
  gboolean is_error
      = one->fault->kind == TIDE_TEST_FAULT_ERROR || one->fault->kind == TIDE_TEST_FAULT_BROKEN;
  guint rename_call, n_writes;
  guint n_calls = count_calls (one, &rename_call, &n_writes);
  guint n_refused = 0, n_struck = 0;

  for (guint at = 1; at <= n_calls; at++)
    {
      g_autoptr (TideTestPlace) place = tide_test_place_new (one->place, one->mode, old_text);
      g_autoptr (GError) error = NULL;
      gboolean is_saved = save (one, place, one->fault, at, &error);

      g_assert_true (is_saved == (error == NULL));
      check_result (one, place, at, rename_call, is_saved);

      n_struck += tide_test_injection.n_struck;
      if (is_saved)
        continue;
      n_refused++;
      g_assert_error (error, TIDE_STORE_ERROR,
                      (int) tide_store_error_from_errno (one->fault->error_number));
      g_assert_nonnull (strstr (error->message, "tideline”"));
    }

  if (!is_error)
    g_assert_cmpuint (n_refused, ==, 0);
  else if (one->fault->error_number == EINTR)
    g_assert_cmpuint (n_refused, ==, 1); /* the rename: all others are tried again */
  else if (!one->is_expected)
    g_assert_cmpuint (n_refused, ==, rename_call);
  else
    g_assert_cmpuint (n_refused, >=, rename_call - 2); /* a folder may not be open to locks */

  g_assert_cmpuint (n_struck, >=, is_error ? n_calls : n_writes);
  g_test_message ("%s: %u saves of %u calls, %u of them writes: %u faults, %u refused, %u saved, "
                  "0 torn",
                  one->path, n_calls, n_calls, n_writes, n_struck, n_refused, n_calls - n_refused);
}

static int
wait_for (pid_t child)
{
  int status;

  g_assert_cmpint (TEMP_FAILURE_RETRY (waitpid (child, &status, 0)), ==, child);
  return status;
}

static void
save_and_die (const Case *one, const TideTestPlace *place, guint at)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (save (one, place, one->fault, at, NULL) ? 0 : 1);

  status = wait_for (child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

static void
test_kill (gconstpointer data)
{
  const Case *one = data;
  guint rename_call, n_writes;
  guint n_calls = count_calls (one, &rename_call, &n_writes);
  guint first_new = one->fault->kind == TIDE_TEST_FAULT_KILL_AFTER ? rename_call : rename_call + 1;
  guint n_new = 0, n_left = 0;

  for (guint at = 1; at <= n_calls; at++)
    {
      g_autoptr (TideTestPlace) place = tide_test_place_new (one->place, one->mode, old_text);
      g_autoptr (GError) error = NULL;
      guint left;

      save_and_die (one, place, at);
      g_assert_true (check_whole (place, one->mode) == (at >= first_new));
      left = tide_test_place_count_temporaries (place);
      g_assert_cmpuint (left, <=, at < first_new || one->is_expected ? 1 : 0);
      n_left += left;
      n_new += at >= first_new ? 1 : 0;

      /* What a killed process left does not hinder the next save. */
      g_assert_true (save (one, place, NULL, 0, &error));
      g_assert_no_error (error);
      g_assert_true (check_whole (place, one->mode));
      g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, left);
    }

  g_assert_cmpuint (n_left, >, 0);
  g_test_message ("%s: %u kills, %u left the old text, %u the new, %u temporaries, 0 torn",
                  one->path, n_calls, n_calls - n_new, n_new, n_left);
}

/* A child that saves one text after the other, by the real system calls, until it is killed. */
static void
save_for_ever (const TideTestPlace *place)
{
  for (guint i = 0;; i++)
    if (!tide_safe_writer_write (place->file, i % 2 == 0 ? new_text : old_text, NULL, NULL))
      _exit (1);
}

static void
test_kill_at_any_time (void)
{
  g_autoptr (TideTestPlace) place = tide_test_place_new (TIDE_TEST_PLACE_FILE, 0640, old_text);
  g_autoptr (GError) error = NULL;
  guint n_new = 0;

  for (guint i = 0; i < 100; i++)
    {
      pid_t child = fork ();
      int status;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        save_for_ever (place);

      g_usleep ((gulong) g_test_rand_int_range (0, 10000));
      g_assert_no_errno (kill (child, SIGKILL));
      status = wait_for (child);
      g_assert_true (WIFSIGNALED (status));
      if (check_whole (place, 0640))
        n_new++;
    }

  g_test_message ("100 kills, %u left the new text, %u temporaries, 0 torn", n_new,
                  tide_test_place_count_temporaries (place));
  g_assert_true (tide_safe_writer_write (place->file, new_text, NULL, &error));
  g_assert_no_error (error);
}

/* The kernel itself writes short, then refuses. */
static void
test_file_size_limit (void)
{
  g_autoptr (TideTestPlace) place = tide_test_place_new (TIDE_TEST_PLACE_FILE, 0640, old_text);
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      struct rlimit limit = { 100000, 100000 };
      g_autoptr (GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
        _exit (2);
      if (tide_safe_writer_write (place->file, new_text, NULL, &error))
        _exit (3);
      _exit (g_error_matches (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED) ? 0 : 4);
    }

  status = wait_for (child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_false (check_whole (place, 0640));
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
}

static pid_t
save_two_hundred_times (const TideTestPlace *place, GBytes *text)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      for (guint i = 0; i < 200; i++)
        if (!tide_safe_writer_write (place->file, text, NULL, NULL))
          _exit (1);
      _exit (0);
    }

  return child;
}

static void
test_two_processes (void)
{
  g_autoptr (TideTestPlace) place = tide_test_place_new (TIDE_TEST_PLACE_SYMLINK, 0640, old_text);
  pid_t children[]
      = { save_two_hundred_times (place, old_text), save_two_hundred_times (place, new_text) };
  guint n_running = G_N_ELEMENTS (children);
  guint n_read = 0, n_new = 0;

  while (n_running > 0)
    {
      n_read++;
      if (check_whole (place, 0640))
        n_new++;

      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        {
          int status;

          if (children[i] == 0 || waitpid (children[i], &status, WNOHANG) == 0)
            continue;
          g_assert_true (WIFEXITED (status));
          g_assert_cmpint (WEXITSTATUS (status), ==, 0);
          children[i] = 0;
          n_running--;
        }
    }

  check_whole (place, 0640);
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
  g_test_message ("400 saves, read %u times, %u times the new text, 0 torn", n_read, n_new);
}

static GBytes *
make_text (char letter, gsize size)
{
  char *text = g_malloc (size);

  memset (text, letter, size);
  return g_bytes_new_take (text, size);
}

static void
case_free (gpointer data)
{
  Case *one = data;

  g_free ((char *) one->path);
  g_free (one);
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < TIDE_TEST_N_FAULTS; j++)
      {
        Case *one = g_new0 (Case, 1);
        gboolean is_kill = tide_test_fault_kills (&tide_test_faults[j]);

        one->path = g_strdup_printf ("/safe-writer/faults/%s/%s", places[i].name,
                                     tide_test_faults[j].name);
        one->fault = &tide_test_faults[j];
        one->place = places[i].place;
        one->mode = places[i].mode;
        one->is_expected = places[i].is_expected;
        g_test_add_data_func_full (one->path, one, is_kill ? test_kill : test_errors, case_free);
      }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  umask (027);
  old_text = make_text ('o', 290000);
  new_text = make_text ('n', 310000);

  add_cases ();
  g_test_add_func ("/safe-writer/faults/kill-at-any-time", test_kill_at_any_time);
  g_test_add_func ("/safe-writer/faults/file-size-limit", test_file_size_limit);
  g_test_add_func ("/safe-writer/faults/two-processes", test_two_processes);
  result = g_test_run ();

  g_bytes_unref (old_text);
  g_bytes_unref (new_text);
  return result;
}
