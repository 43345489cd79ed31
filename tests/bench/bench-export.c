/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-export-losses.h"
#include "tide-bench-register.h"

#include <stdlib.h>

/* A register of so many projects as tables: how long each format takes, and how long it takes to
 * find out what a spreadsheet will not hold. */

static double
get_seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static void
write_tables (TideSnapshot *snapshot, TideExportFormat format, guint types)
{
  const TideExportOptions options
      = { .format = format, .types = types, .csv = TIDE_CSV_STYLE_COMMA };
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  guint n_rows;
  g_autoptr (GBytes) bytes
      = tide_export_write (snapshot, &options, &n_rows, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_print ("%s: %.2f s: %u rows, %.1f MB\n", tide_export_format_get_code (format),
           get_seconds_since (start), n_rows, (double) g_bytes_get_size (bytes) / 1048576);
}

static void
list_losses (TideSnapshot *snapshot)
{
  const TideExportOptions options
      = { .format = TIDE_EXPORT_XLSX, .types = TIDE_EXPORT_ALL_TYPES, .csv = TIDE_CSV_STYLE_COMMA };
  const gint64 start = g_get_monotonic_time ();
  g_auto (GStrv) losses = tide_export_list_losses (snapshot, &options);

  g_print ("losses: %.2f s: %u sentences\n", get_seconds_since (start), g_strv_length (losses));
}

int
main (int argc, char *argv[])
{
  const guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  g_autoptr (TideSnapshot) snapshot = tide_bench_register_new (n);

  write_tables (snapshot, TIDE_EXPORT_CSV, 1u << TIDE_EXPORT_PROJECTS);
  write_tables (snapshot, TIDE_EXPORT_XLSX, 1u << TIDE_EXPORT_PROJECTS);
  write_tables (snapshot, TIDE_EXPORT_XLSX, TIDE_EXPORT_ALL_TYPES);
  list_losses (snapshot);

  return EXIT_SUCCESS;
}
