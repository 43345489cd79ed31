/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets each system call of a save fail, fall short or be the process's last one, and looks at what
 * is on the disk afterwards. */

#include "store/tide-safe-writer-private.h"
#include "store/tide-store-error.h"

#include "tide-test-place.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef enum
{
  FAULT_ERROR,       /* one call fails */
  FAULT_BROKEN,      /* one call fails and all after it; a write gets half of its bytes out first */
  FAULT_SHORT_WRITE, /* one write writes a part only */
  FAULT_TRICKLE,     /* each write from this one on writes a small part only */
  FAULT_KILL_BEFORE, /* the process dies before the call */
  FAULT_KILL_AFTER,  /* the process dies when the call is done, a write half done */
} FaultKind;

typedef struct
{
  const char *name;
  FaultKind kind;
  int error_number;
} Fault;

typedef struct
{
  const char *path;
  const Fault *fault;
  TideTestPlaceKind place;
  mode_t mode;
} Case;

static const Fault faults[] = {
  { "ENOSPC", FAULT_ERROR, ENOSPC },     { "EDQUOT", FAULT_ERROR, EDQUOT },
  { "EIO", FAULT_ERROR, EIO },           { "EACCES", FAULT_ERROR, EACCES },
  { "EINTR", FAULT_ERROR, EINTR },       { "full-disk", FAULT_BROKEN, ENOSPC },
  { "broken-disk", FAULT_BROKEN, EIO },  { "short-write", FAULT_SHORT_WRITE, 0 },
  { "trickle", FAULT_TRICKLE, 0 },       { "kill-before", FAULT_KILL_BEFORE, 0 },
  { "kill-after", FAULT_KILL_AFTER, 0 },
};

static const struct
{
  const char *name;
  TideTestPlaceKind place;
  mode_t mode;
} places[] = {
  { "file-0600", TIDE_TEST_PLACE_FILE, 0600 },
  { "file-0640", TIDE_TEST_PLACE_FILE, 0640 },
  { "symlink-0600", TIDE_TEST_PLACE_SYMLINK, 0600 },
  { "symlink-0640", TIDE_TEST_PLACE_SYMLINK, 0640 },
  { "hard-link-0600", TIDE_TEST_PLACE_HARD_LINK, 0600 },
  { "hard-link-0640", TIDE_TEST_PLACE_HARD_LINK, 0640 },
  { "new-file", TIDE_TEST_PLACE_NEW, 0640 },
};

/* What is done to the save that runs. */
static struct
{
  const Fault *fault; /* borrowed, NULL for none */
  guint at;           /* the number of the call it strikes, from 1 */
  guint n_calls;      /* calls so far */
  guint n_writes;     /* writes so far */
  guint n_struck;     /* calls the fault struck so far */
  guint rename_call;  /* the number of the call that renamed */
} injection;

static GBytes *old_text;
static GBytes *new_text;

/* The fault for the call that begins, or NULL. A call that is to die before it begins does not come
 * back. */
static const Fault *
begin_call (void)
{
  const Fault *fault = injection.fault;

  injection.n_calls++;
  if (fault == NULL || injection.n_calls < injection.at)
    return NULL;
  if (injection.n_calls > injection.at && fault->kind != FAULT_BROKEN
      && fault->kind != FAULT_TRICKLE)
    return NULL;

  if (fault->kind == FAULT_KILL_BEFORE)
    raise (SIGKILL);
  return fault;
}

static gboolean
fails (const Fault *fault)
{
  if (fault == NULL || (fault->kind != FAULT_ERROR && fault->kind != FAULT_BROKEN))
    return FALSE;

  injection.n_struck++;
  errno = fault->error_number;
  return TRUE;
}

static int
end_call (const Fault *fault, int result)
{
  if (fault != NULL && fault->kind == FAULT_KILL_AFTER)
    raise (SIGKILL);

  return result;
}

static int
faulty_lstat (const char *path, struct stat *status)
{
  const Fault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.lstat (path, status));
}

static ssize_t
faulty_readlink (const char *path, char *target, size_t size)
{
  const Fault *fault = begin_call ();

  return fails (fault)
             ? -1
             : end_call (fault, (int) tide_file_system_calls.readlink (path, target, size));
}

static int
faulty_access (const char *path, int mode)
{
  const Fault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.access (path, mode));
}

static int
faulty_open (const char *path, int flags, mode_t mode)
{
  const Fault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.open (path, flags, mode));
}

/* Pretends that the temporary belongs to somebody else, so that no call is left out. */
static int
faulty_fstat (int fd, struct stat *status)
{
  const Fault *fault = begin_call ();
  int result;

  if (fails (fault))
    return -1;

  result = tide_file_system_calls.fstat (fd, status);
  status->st_uid++;
  status->st_gid++;
  status->st_mode |= 0777;
  return end_call (fault, result);
}

static int
faulty_fchown (int fd, uid_t owner, gid_t group)
{
  const Fault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.fchown (fd, owner, group));
}

static int
faulty_fchmod (int fd, mode_t mode)
{
  const Fault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.fchmod (fd, mode));
}

static ssize_t
faulty_read (int fd, void *data, size_t size)
{
  const Fault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, (int) tide_file_system_calls.read (fd, data, size));
}

static gboolean
writes_short (const Fault *fault)
{
  if (fault == NULL)
    return FALSE;

  return fault->kind == FAULT_SHORT_WRITE || fault->kind == FAULT_TRICKLE
         || fault->kind == FAULT_KILL_AFTER
         || (fault->kind == FAULT_BROKEN && injection.n_calls == injection.at);
}

static ssize_t
faulty_write (int fd, const void *data, size_t size)
{
  const Fault *fault = begin_call ();

  injection.n_writes++;
  if (writes_short (fault))
    {
      size = fault->kind == FAULT_TRICKLE ? MIN (size, 4099) : MAX (size / 2, 1);
      injection.n_struck++;
    }
  else if (fails (fault))
    {
      return -1;
    }

  return end_call (fault, (int) tide_file_system_calls.write (fd, data, size));
}

static int
faulty_fsync (int fd)
{
  const Fault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.fsync (fd));
}

/* Linux frees the descriptor even where close () reports an error. */
static int
faulty_close (int fd)
{
  const Fault *fault = begin_call ();
  int result = tide_file_system_calls.close (fd);

  return fails (fault) ? -1 : end_call (fault, result);
}

static int
faulty_rename (const char *from, const char *to)
{
  const Fault *fault = begin_call ();

  injection.rename_call = injection.n_calls;
  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.rename (from, to));
}

static int
faulty_unlink (const char *path)
{
  const Fault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.unlink (path));
}

static const TideFileCalls faulty_calls = {
  .lstat = faulty_lstat,
  .readlink = faulty_readlink,
  .access = faulty_access,
  .open = faulty_open,
  .fstat = faulty_fstat,
  .fchown = faulty_fchown,
  .fchmod = faulty_fchmod,
  .read = faulty_read,
  .write = faulty_write,
  .fsync = faulty_fsync,
  .close = faulty_close,
  .rename = faulty_rename,
  .unlink = faulty_unlink,
};

static gboolean
save (const TideTestPlace *place, const Fault *fault, guint at, GError **error)
{
  injection.fault = fault;
  injection.at = at;
  injection.n_calls = 0;
  injection.n_writes = 0;
  injection.n_struck = 0;
  injection.rename_call = 0;
  return tide_safe_writer_write_with_calls (place->file, new_text, &faulty_calls, NULL, error);
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

  g_assert_true (save (place, NULL, 0, &error));
  g_assert_no_error (error);
  g_assert_true (check_whole (place, one->mode));
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
  g_assert_cmpuint (injection.n_writes, >=, 3);

  *rename_call = injection.rename_call;
  *n_writes = injection.n_writes;
  return injection.n_calls;
}

static void
test_errors (gconstpointer data)
{
  const Case *one = data;
  gboolean is_error = one->fault->kind == FAULT_ERROR || one->fault->kind == FAULT_BROKEN;
  guint rename_call, n_writes;
  guint n_calls = count_calls (one, &rename_call, &n_writes);
  guint n_refused = 0, n_struck = 0;

  for (guint at = 1; at <= n_calls; at++)
    {
      g_autoptr (TideTestPlace) place = tide_test_place_new (one->place, one->mode, old_text);
      g_autoptr (GError) error = NULL;
      gboolean is_saved = save (place, one->fault, at, &error);

      g_assert_true (is_saved == (error == NULL));
      g_assert_true (is_saved == check_whole (place, one->mode));
      if (one->fault->kind != FAULT_BROKEN)
        g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);

      n_struck += injection.n_struck;
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
  else
    g_assert_cmpuint (n_refused, ==, rename_call);

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
save_and_die (const TideTestPlace *place, const Fault *fault, guint at)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (save (place, fault, at, NULL) ? 0 : 1);

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
  guint first_new = one->fault->kind == FAULT_KILL_AFTER ? rename_call : rename_call + 1;
  guint n_new = 0, n_left = 0;

  for (guint at = 1; at <= n_calls; at++)
    {
      g_autoptr (TideTestPlace) place = tide_test_place_new (one->place, one->mode, old_text);
      g_autoptr (GError) error = NULL;
      guint left;

      save_and_die (place, one->fault, at);
      g_assert_true (check_whole (place, one->mode) == (at >= first_new));
      left = tide_test_place_count_temporaries (place);
      g_assert_cmpuint (left, <=, at < first_new ? 1 : 0);
      n_left += left;
      n_new += at >= first_new ? 1 : 0;

      /* What a killed process left does not hinder the next save. */
      g_assert_true (save (place, NULL, 0, &error));
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
    for (guint j = 0; j < G_N_ELEMENTS (faults); j++)
      {
        Case *one = g_new0 (Case, 1);
        gboolean is_kill
            = faults[j].kind == FAULT_KILL_BEFORE || faults[j].kind == FAULT_KILL_AFTER;

        one->path = g_strdup_printf ("/safe-writer/faults/%s/%s", places[i].name, faults[j].name);
        one->fault = &faults[j];
        one->place = places[i].place;
        one->mode = places[i].mode;
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
