/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target over the files of its corpus, each of them a test, where there is no
 * libFuzzer: fuzz-… NAME FOLDER. */

#include "tide-fuzz.h"

#include <string.h>

/* In a block of just this size, so that reading beyond it is seen. */
static void
test_piece (const char *text, gsize length)
{
  g_autofree guint8 *piece = g_malloc (MAX (length, 1));

  memcpy (piece, text, length);
  g_assert_cmpint (LLVMFuzzerTestOneInput (piece, length), ==, 0);
}

/* The whole of it, and its beginnings. */
static void
test_file (gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &text, &length, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < length; i += MAX (length / 200, 1))
    test_piece (text, i);
  test_piece (text, length);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 3);
  dir = g_dir_open (argv[2], 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz/%s/%s", argv[1], name);

      g_test_add_data_func_full (path, g_build_filename (argv[2], name, NULL), test_file, g_free);
    }

  return g_test_run ();
}
