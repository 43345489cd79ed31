/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading somebody else's tables beside looking at each byte of them once, each time in a process
 * of its own. */

#include "codec/tide-delimited.h"
#include "tide-bench-table.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ROUNDS 3

typedef struct
{
  double guess;   /* seconds */
  double read;    /* seconds */
  double looking; /* seconds, of the reference */
  double peak;    /* bytes, above those of the file and the program */
} Cost;

static const char *const fields[]
    = { "Zhejiang", "Ningbo",   "signed", "2023-08-15", "CNY",
        "1,234.50", "\"a, b\"", "",       "机器人基地", "C3491 \"x\"" };

static char *
make_text (guint n_rows)
{
  GString *text = g_string_new ("id,name,province,city,stage,date,currency,amount,parties,note,"
                                "short,class\r\n");

  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append_printf (text, "P-%06u,Project number %u", row, row);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          const gboolean is_quoted = strcmp (fields[i], "1,234.50") == 0;

          g_string_append_printf (text, is_quoted ? ",\"%s\"" : ",%s", fields[i]);
        }
      g_string_append (text, "\r\n");
    }

  return g_string_free (text, FALSE);
}

static double
get_seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss * 1024;
}

static void
read_table (GBytes *bytes, guint n_rows, Cost *cost)
{
  const double before = get_peak ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TideTable) table = NULL;
  TideDelimitedOptions options;

  tide_delimited_guess (bytes, &options);
  cost->guess = get_seconds_since (start);
  start = g_get_monotonic_time ();
  table = tide_delimited_read (bytes, &options, NULL, NULL, NULL, NULL);
  cost->read = get_seconds_since (start);
  cost->peak = get_peak () - before;
  g_assert_nonnull (table);
  g_assert_cmpuint (tide_table_get_n_rows (table), ==, n_rows + 1);
  g_assert_cmpuint (tide_table_get_n_columns (table), ==, 12);
}

static void
look (GBytes *bytes, Cost *cost)
{
  const gint64 start = g_get_monotonic_time ();
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  volatile guint n_commas = 0;

  for (gsize i = 0; i < g_bytes_get_size (bytes); i++)
    if (data[i] == ',')
      n_commas++;
  g_assert_cmpuint (n_commas, >, 0);
  cost->looking = get_seconds_since (start);
}

static Cost
run (GBytes *bytes, guint n_rows)
{
  Cost cost = { 0 };
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      read_table (bytes, n_rows, &cost);
      look (bytes, &cost);
      _exit (write (ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (read (ends[0], &cost, sizeof cost), ==, sizeof cost);
  close (ends[0]);
  close (ends[1]);

  return cost;
}

static void
measure (const char *charset, const char *text, guint n_rows)
{
  gsize size;
  char *encoded = g_convert (text, -1, charset, "UTF-8", NULL, &size, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, size);
  g_autofree char *guessing = g_strdup_printf ("%s, guess", charset);
  g_autofree char *memory = g_strdup_printf ("%s, peak by size", charset);
  Cost best = { 0 };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const Cost cost = run (bytes, n_rows);

      if (round == 0 || cost.read < best.read)
        best = cost;
    }

  tide_bench_table_add (charset, best.read * 1000, best.looking * 1000, "ms", "5 s in all");
  tide_bench_table_add (guessing, best.guess * 1000, best.looking * 1000, "ms", "");
  tide_bench_table_add_ours (memory, best.peak / (double) size, "x", "10");
}

/* bench-tables ROWS */
int
main (int argc, char **argv)
{
  const guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  g_autofree char *text = make_text (n_rows);

  g_assert_cmpuint (n_rows, >, 0);
  tide_bench_table_begin ("tables", "looking at it");
  measure ("UTF-8", text, n_rows);
  measure ("GB18030", text, n_rows);
  measure ("UTF-16LE", text, n_rows);

  return 0;
}
