/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-brief.h"

#include "codec/tide-json-reader.h"

#include <string.h>

TideSnapshot *
tide_test_brief_read (const char *sample)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", sample, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  TideSnapshot *snapshot;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  snapshot = tide_json_read (bytes, path, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return snapshot;
}

/* A register that stands in a test. */
TideSnapshot *
tide_test_brief_parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  TideSnapshot *snapshot
      = tide_json_read (bytes, "test.tideline", NULL, NULL, NULL, &problems, &error);

  g_assert_no_error (error);

  return snapshot;
}

TideBriefing *
tide_test_brief_write (TideSnapshot *snapshot, const TideBriefingOptions *options)
{
  g_autoptr (GError) error = NULL;
  TideBriefing *briefing = tide_briefing_write (snapshot, options, NULL, &error);

  g_assert_no_error (error);

  return briefing;
}

guint
tide_test_brief_count (TideSnapshot *snapshot, const TideFilter *filter)
{
  g_autoptr (TideMatcher) matcher = tide_matcher_new (filter, snapshot);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    n += tide_matcher_matches (matcher, g_ptr_array_index (projects, i));

  return n;
}

/* Leaves a register to the test that validates what was written. */
void
tide_test_brief_keep (GBytes *text, const char *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "written", NULL);
  g_autofree char *path = g_strdup_printf ("%s/%s.tideline", folder, name);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0755);
  g_file_set_contents (path, g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text),
                       &error);
  g_assert_no_error (error);
}

static void
assert_counts (TideSnapshot *snapshot, const TideBriefingRun *run)
{
  const TideOrigin *origin = run->origin;

  g_assert_cmpuint (tide_test_brief_count (snapshot, origin->filter), ==, origin->n);
  if (origin->whole != NULL)
    g_assert_cmpuint (tide_test_brief_count (snapshot, origin->whole), ==, origin->n_whole);
  /* Of all rules only that of counts says as many as there are; words say it below eleven. */
  if (origin->rule == TIDE_RULE_COUNT && g_ascii_isdigit (*run->text))
    g_assert_cmpuint (g_ascii_strtoull (run->text, NULL, 10), ==, origin->n);
}

/* What a record says is there, under its key. */
static void
assert_entry (TideSnapshot *snapshot, const TideOrigin *origin)
{
  const TidePayload *record = tide_snapshot_lookup (snapshot, origin->record_kind, origin->record);

  g_assert_nonnull (record);
  g_assert_nonnull (tide_shape_resolve (record->shape, origin->path));
  if (origin->entry != NULL)
    g_assert_nonnull (tide_payload_find_entry (record, origin->path, origin->entry));
}

/* Each number opens exactly the rows that it counted, or the entry that says it. */
void
tide_test_brief_assert_opens (TideSnapshot *snapshot, const TideBriefing *briefing)
{
  g_autoptr (GPtrArray) numbers = tide_briefing_list_numbers (briefing);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (numbers->len, >, 0);
  for (guint i = 0; i < numbers->len; i++)
    {
      const TideBriefingRun *run = g_ptr_array_index (numbers, i);

      g_assert_nonnull (run->key);
      g_hash_table_add (keys, run->key);
      if (run->origin->kind == TIDE_ORIGIN_PROJECTS)
        assert_counts (snapshot, run);
      else
        assert_entry (snapshot, run->origin);
    }
  g_assert_cmpuint (g_hash_table_size (keys), >, 0);
}
