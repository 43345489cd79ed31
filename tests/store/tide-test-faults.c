/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-faults.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

const TideTestFault tide_test_faults[TIDE_TEST_N_FAULTS] = {
  { "ENOSPC", TIDE_TEST_FAULT_ERROR, ENOSPC },
  { "EDQUOT", TIDE_TEST_FAULT_ERROR, EDQUOT },
  { "EIO", TIDE_TEST_FAULT_ERROR, EIO },
  { "EACCES", TIDE_TEST_FAULT_ERROR, EACCES },
  { "EINTR", TIDE_TEST_FAULT_ERROR, EINTR },
  { "full-disk", TIDE_TEST_FAULT_BROKEN, ENOSPC },
  { "broken-disk", TIDE_TEST_FAULT_BROKEN, EIO },
  { "short-write", TIDE_TEST_FAULT_SHORT_WRITE, 0 },
  { "trickle", TIDE_TEST_FAULT_TRICKLE, 0 },
  { "kill-before", TIDE_TEST_FAULT_KILL_BEFORE, 0 },
  { "kill-after", TIDE_TEST_FAULT_KILL_AFTER, 0 },
};

TideTestInjection tide_test_injection;
gsize tide_test_piece = 4099;

/* The fault for the call that begins, or NULL. A call that is to die before it begins does not come
 * back. */
static const TideTestFault *
begin_call (void)
{
  const TideTestFault *fault = tide_test_injection.fault;

  tide_test_injection.n_calls++;
  if (fault == NULL || tide_test_injection.n_calls < tide_test_injection.at)
    return NULL;
  if (tide_test_injection.n_calls > tide_test_injection.at && fault->kind != TIDE_TEST_FAULT_BROKEN
      && fault->kind != TIDE_TEST_FAULT_TRICKLE)
    return NULL;

  if (fault->kind == TIDE_TEST_FAULT_KILL_BEFORE)
    raise (SIGKILL);
  return fault;
}

static gboolean
fails (const TideTestFault *fault)
{
  if (fault == NULL
      || (fault->kind != TIDE_TEST_FAULT_ERROR && fault->kind != TIDE_TEST_FAULT_BROKEN))
    return FALSE;

  tide_test_injection.n_struck++;
  errno = fault->error_number;
  return TRUE;
}

static int
end_call (const TideTestFault *fault, int result)
{
  if (fault != NULL && fault->kind == TIDE_TEST_FAULT_KILL_AFTER)
    raise (SIGKILL);

  return result;
}

static int
faulty_lstat (const char *path, struct stat *status)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.lstat (path, status));
}

static ssize_t
faulty_readlink (const char *path, char *target, size_t size)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault)
             ? -1
             : end_call (fault, (int) tide_file_system_calls.readlink (path, target, size));
}

static int
faulty_access (const char *path, int mode)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.access (path, mode));
}

static int
faulty_open (const char *path, int flags, mode_t mode)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.open (path, flags, mode));
}

/* Pretends that the temporary belongs to somebody else, so that no call is left out. */
static int
faulty_fstat (int fd, struct stat *status)
{
  const TideTestFault *fault = begin_call ();
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
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.fchown (fd, owner, group));
}

static int
faulty_fchmod (int fd, mode_t mode)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.fchmod (fd, mode));
}

static ssize_t
faulty_read (int fd, void *data, size_t size)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, (int) tide_file_system_calls.read (fd, data, size));
}

static gboolean
writes_short (const TideTestFault *fault)
{
  if (fault == NULL)
    return FALSE;

  return fault->kind == TIDE_TEST_FAULT_SHORT_WRITE || fault->kind == TIDE_TEST_FAULT_TRICKLE
         || fault->kind == TIDE_TEST_FAULT_KILL_AFTER
         || (fault->kind == TIDE_TEST_FAULT_BROKEN
             && tide_test_injection.n_calls == tide_test_injection.at);
}

static ssize_t
faulty_write (int fd, const void *data, size_t size)
{
  const TideTestFault *fault = begin_call ();

  tide_test_injection.n_writes++;
  if (writes_short (fault))
    {
      size = fault->kind == TIDE_TEST_FAULT_TRICKLE ? MIN (size, tide_test_injection.piece)
                                                    : MAX (size / 2, 1);
      tide_test_injection.n_struck++;
    }
  else if (fails (fault))
    {
      return -1;
    }

  return end_call (fault, (int) tide_file_system_calls.write (fd, data, size));
}

/* A kill, unlike a power cut, takes nothing away that a call has handed to the kernel. */
static int
faulty_fsync (int fd)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, 0);
}

static int
faulty_flock (int fd, int operation)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.flock (fd, operation));
}

static int
faulty_ftruncate (int fd, off_t length)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.ftruncate (fd, length));
}

/* Linux frees the descriptor even where close () reports an error. */
static int
faulty_close (int fd)
{
  const TideTestFault *fault = begin_call ();
  int result = tide_file_system_calls.close (fd);

  return fails (fault) ? -1 : end_call (fault, result);
}

static int
faulty_rename (const char *from, const char *to)
{
  const TideTestFault *fault = begin_call ();

  tide_test_injection.rename_call = tide_test_injection.n_calls;
  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.rename (from, to));
}

static int
faulty_exchange (const char *one, const char *other)
{
  const TideTestFault *fault = begin_call ();

  tide_test_injection.rename_call = tide_test_injection.n_calls;
  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.exchange (one, other));
}

static int
faulty_unlink (const char *path)
{
  const TideTestFault *fault = begin_call ();

  return fails (fault) ? -1 : end_call (fault, tide_file_system_calls.unlink (path));
}

const TideFileCalls tide_test_faulty_calls = {
  .lstat = faulty_lstat,
  .readlink = faulty_readlink,
  .access = faulty_access,
  .open = faulty_open,
  .fstat = faulty_fstat,
  .fchown = faulty_fchown,
  .fchmod = faulty_fchmod,
  .flock = faulty_flock,
  .read = faulty_read,
  .write = faulty_write,
  .ftruncate = faulty_ftruncate,
  .fsync = faulty_fsync,
  .fdatasync = faulty_fsync,
  .close = faulty_close,
  .rename = faulty_rename,
  .exchange = faulty_exchange,
  .unlink = faulty_unlink,
};

/* From now on @fault, or none, strikes the call with the number @at, from 1. */
void
tide_test_inject (const TideTestFault *fault, guint at)
{
  tide_test_injection = (TideTestInjection) { .fault = fault, .at = at, .piece = tide_test_piece };
}

gboolean
tide_test_fault_kills (const TideTestFault *fault)
{
  return fault->kind == TIDE_TEST_FAULT_KILL_BEFORE || fault->kind == TIDE_TEST_FAULT_KILL_AFTER;
}

/* Runs @run in a process of its own, which ends when it returns. Returns whether the process was
 * killed; anything else that goes wrong in it fails the test. */
gboolean
tide_test_run_apart (void (*run) (gpointer data), gpointer data)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      run (data);
      _exit (0);
    }

  g_assert_cmpint (TEMP_FAILURE_RETRY (waitpid (child, &status, 0)), ==, child);
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL)
    return TRUE;

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return FALSE;
}
