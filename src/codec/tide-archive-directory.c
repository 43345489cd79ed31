/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-archive-directory.h"

#include "core/tide-problem.h"

#include <string.h>

/* The records that end an archive, their sizes, and where in them is what (APPNOTE.TXT 6.3.10,
 * 4.3.14 to 4.3.16). */
#define END_SIZE 22
#define END_N_PARTS 10
#define END_DIRECTORY_SIZE 12
#define END_DIRECTORY 16
#define LOCATOR_SIZE 20
#define LOCATOR_END64 8
#define END64_SIZE 56
#define END64_N_PARTS 32
#define END64_DIRECTORY_SIZE 40

#define MAX_COMMENT 0xffff
#define MAX_DIRECTORY (8 * 1024 * 1024)

static guint64
read_number (const guint8 *at, guint n_bytes)
{
  guint64 number = 0;

  for (guint i = n_bytes; i > 0; i--)
    number = number << 8 | at[i - 1];

  return number;
}

static gboolean
refuse (TideProblemCode code, const char *limit, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, limit, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static gboolean
check_size (guint64 n_parts, guint64 size, GError **error)
{
  if (n_parts > TIDE_ARCHIVE_MAX_PARTS || size > MAX_DIRECTORY)
    return refuse (TIDE_PROBLEM_TOO_MANY_PARTS, "10,000", error);

  return TRUE;
}

/* The record for large archives that stands before the end at @at; NULL where there is none. */
static const guint8 *
find_end64 (const guint8 *begin, const guint8 *at)
{
  guint64 offset;

  if (at - begin < LOCATOR_SIZE || memcmp (at - LOCATOR_SIZE, "PK\6\7", 4) != 0)
    return NULL;

  offset = read_number (at - LOCATOR_SIZE + LOCATOR_END64, 8);
  if (offset > (guint64) (at - begin) || (guint64) (at - begin) - offset < END64_SIZE
      || memcmp (begin + offset, "PK\6\6", 4) != 0)
    return NULL;

  return begin + offset;
}

/* Sets whether what stands at @at ends the archive, so that other bytes that look the same do
 * not. */
static gboolean
check_end (const guint8 *begin, const guint8 *at, gboolean *found, GError **error)
{
  const guint8 *end64 = find_end64 (begin, at);
  guint64 size = read_number (at + END_DIRECTORY_SIZE, 4);

  if (end64 != NULL)
    {
      *found = TRUE;
      return check_size (read_number (end64 + END64_N_PARTS, 8),
                         read_number (end64 + END64_DIRECTORY_SIZE, 8), error);
    }
  if (read_number (at + END_DIRECTORY, 4) + size > (guint64) (at - begin))
    return TRUE;

  *found = TRUE;

  return check_size (read_number (at + END_N_PARTS, 2), size, error);
}

/**
 * tide_archive_directory_check:
 * @file: a zip archive
 * @error: what is wrong with it
 *
 * Looks whether an archive is whole and how many parts it says that it has, before anything is made
 * of its directory.
 *
 * Returns: %FALSE with @error set where it ends in the middle or has too many parts
 */
gboolean
tide_archive_directory_check (GBytes *file, GError **error)
{
  gsize length;
  const guint8 *begin = g_bytes_get_data (file, &length);
  const guint8 *first = begin + length - MIN (length, END_SIZE + MAX_COMMENT);
  gboolean found = FALSE;

  for (const guint8 *at = begin + length; at-- > first;)
    if (begin + length - at >= END_SIZE && memcmp (at, "PK\5\6", 4) == 0
        && !check_end (begin, at, &found, error))
      return FALSE;

  return found || refuse (TIDE_PROBLEM_TRUNCATED, NULL, error);
}
