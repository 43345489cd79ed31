/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-writer.h"
#include "tide-bench-register.h"

/* make-register PROJECTS FILE */
int
main (int argc, char **argv)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 3);
  snapshot = tide_bench_register_new ((guint) g_ascii_strtoull (argv[1], NULL, 10));
  bytes = tide_json_write (snapshot, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);

  return 0;
}
