/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and saving beside json-glib, each time in a process of its own. */

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"
#include "core/tide-register.h"
#include "tide-bench-table.h"

#include <json-glib/json-glib.h>

#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ROUNDS 3

typedef struct
{
  double seconds;
  double held; /* seconds, of those that follow on the main thread */
  double peak; /* bytes */
} Cost;

/* Does the work on a file and tells how many seconds of it count. */
typedef void (*Work) (const char *path, Cost *cost);

static double
get_seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static TideSnapshot *
read_register (const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TideSnapshot *snapshot;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  snapshot = tide_json_read (bytes, path, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  return snapshot;
}

static void
open_ours (const char *path, Cost *cost)
{
  g_autoptr (TideClock) clock = tide_clock_new ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TideSnapshot) snapshot = read_register (path);
  g_autoptr (TideRegister) reg = NULL;
  g_autoptr (TideSnapshot) first = NULL;

  cost->seconds = get_seconds_since (start);
  start = g_get_monotonic_time ();
  reg = tide_register_new_from_snapshot (snapshot, clock, NULL);
  first = tide_register_dup_snapshot (reg);
  cost->held = get_seconds_since (start);
}

static void
open_theirs (const char *path, Cost *cost)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  cost->seconds = get_seconds_since (start);
}

static void
save_ours (const char *path, Cost *cost)
{
  g_autoptr (TideSnapshot) snapshot = read_register (path);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_json_write (snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  cost->seconds = get_seconds_since (start);
}

static void
build (JsonBuilder *builder, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *child;

      json_builder_begin_object (builder);
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &child))
        {
          json_builder_set_member_name (builder, name);
          build (builder, child);
        }
      json_builder_end_object (builder);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      json_builder_begin_array (builder);
      for (guint i = 0; i < json_array_get_length (array); i++)
        build (builder, json_array_get_element (array, i));
      json_builder_end_array (builder);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    json_builder_add_string_value (builder, json_node_get_string (node));
  else
    json_builder_add_value (builder, json_node_copy (node));
}

static void
save_theirs (const char *path, Cost *cost)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  start = g_get_monotonic_time ();
  build (builder, json_parser_get_root (parser));
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  cost->seconds = get_seconds_since (start);
}

static Cost
run (Work work, const char *path)
{
  struct rusage usage;
  Cost cost = { 0 };
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      work (path, &cost);
      _exit (write (ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }

  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (read (ends[0], &cost, sizeof cost), ==, sizeof cost);
  close (ends[0]);
  close (ends[1]);
  cost.peak = (double) usage.ru_maxrss * 1024;

  return cost;
}

static void
keep_less (Cost *best, const Cost *cost, guint round)
{
  best->seconds = round == 0 ? cost->seconds : MIN (best->seconds, cost->seconds);
  best->held = round == 0 ? cost->held : MIN (best->held, cost->held);
  best->peak = round == 0 ? cost->peak : MIN (best->peak, cost->peak);
}

static void
compare (const char *path, gboolean is_open)
{
  const Work ours = is_open ? open_ours : save_ours;
  const Work theirs = is_open ? open_theirs : save_theirs;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::size", 0, NULL, NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *memory = NULL;
  g_autofree char *held = NULL;
  double size = (double) g_file_info_get_size (info);
  Cost best[2] = { 0 };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      Cost costs[] = { run (ours, path), run (theirs, path) };

      keep_less (&best[0], &costs[0], round);
      keep_less (&best[1], &costs[1], round);
    }

  memory = g_strdup_printf ("%s, peak by size", base);
  tide_bench_table_add (base, best[0].seconds * 1000, best[1].seconds * 1000, "ms",
                        is_open ? "1.2, then 0.15" : "1.0, then 0.12");
  tide_bench_table_add (memory, best[0].peak / size, best[1].peak / size, "x",
                        is_open ? "ours 2.5" : "");
  if (!is_open)
    return;

  held = g_strdup_printf ("%s, main loop held", base);
  tide_bench_table_add_ours (held, best[0].held * 1000, "ms", "16 ms");
}

/* bench-file open|save FILE… */
int
main (int argc, char **argv)
{
  gboolean is_open = argc > 2 && strcmp (argv[1], "open") == 0;

  g_assert_true (is_open || (argc > 2 && strcmp (argv[1], "save") == 0));
  tide_bench_table_begin (argv[1], "json-glib");
  for (int i = 2; i < argc; i++)
    compare (argv[i], is_open);

  return 0;
}
