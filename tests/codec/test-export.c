/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-export.h"
#include "codec/tide-json-reader.h"

#include "tide-test-register.h"

#include <string.h>

static TideExportOptions
get_options (TideExportFormat format, TideExportType type)
{
  return (TideExportOptions) { .format = format, .types = 1u << type, .csv = TIDE_CSV_STYLE_COMMA };
}

static char *
write_text (TideSnapshot *snapshot, const TideExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_export_write (snapshot, options, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static TideSnapshot *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize length = 0;
  TideSnapshot *snapshot;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  snapshot = tide_json_read (bytes, name, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return snapshot;
}

/* The cell below a title, of the row that begins with an id; of text without quotation marks. */
static char *
dup_cell (const char *text, const char *id, const char *title)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_auto (GStrv) titles = g_strsplit (lines[0], "\t", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (g_strcmp0 (cells[0], id) != 0)
        continue;
      for (guint j = 0; titles[j] != NULL; j++)
        if (strcmp (titles[j], title) == 0)
          return g_strdup (cells[j]);
    }

  return NULL;
}

static void
assert_cell (const char *text, const char *id, const char *title, const char *expected)
{
  g_autofree char *cell = dup_cell (text, id, title);

  g_assert_cmpstr (cell, ==, expected);
}

static void
test_projects (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  const TideExportOptions options = get_options (TIDE_EXPORT_TSV, TIDE_EXPORT_PROJECTS);
  g_autofree char *text = write_text (snapshot, &options);

  assert_cell (text, "p1", "stage", "signed");
  assert_cell (text, "p1", "event-id", "fair");
  assert_cell (text, "p1", "amount-agreement (CNY)", "16000000000.00");
  assert_cell (text, "p2", "amount-agreement (CNY)", "");
  assert_cell (text, "p2", "parent-id", "p1");
  assert_cell (text, "p2", "counted", "true");
}

static void
test_long (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  TideExportOptions options = get_options (TIDE_EXPORT_CSV, TIDE_EXPORT_CLASSIFICATIONS);
  g_autofree char *text = write_text (snapshot, &options);

  g_assert_true (g_str_has_prefix (text, "project,project-id,sector,sector-id,share\r\n"));
  g_assert_nonnull (strstr (text, ",p1,"));
  g_assert_nonnull (strstr (text, ",energy,60%\r\n"));
  g_assert_nonnull (strstr (text, ",robots,40%\r\n"));
}

/* Each title stands once in its sheet, and each sheet can be asked for by its name. */
static void
test_titles (void)
{
  g_autoptr (TideSnapshot) snapshot = read_sample ("made-up.tideline");

  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    {
      const TideExportOptions options = get_options (TIDE_EXPORT_TSV, (TideExportType) i);
      g_autofree char *text = write_text (snapshot, &options);
      g_auto (GStrv) lines = g_strsplit (text, "\r\n", 2);
      g_auto (GStrv) titles = g_strsplit (lines[0], "\t", -1);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; titles[j] != NULL; j++)
        g_assert_true (g_hash_table_add (seen, titles[j]));
      g_assert_cmpint (tide_export_type_from_name (tide_export_type_get_name ((TideExportType) i)),
                       ==, i);
    }
}

static void
test_confidential (void)
{
  g_autoptr (TideSnapshot) snapshot = read_sample ("made-up.tideline");
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);
      TideExportOptions options = get_options (TIDE_EXPORT_MARKDOWN, TIDE_EXPORT_PROJECTS);
      g_autofree char *hidden = NULL;
      g_autofree char *told = NULL;

      if (!project->confidential)
        continue;
      options.types = TIDE_EXPORT_ALL_TYPES;
      hidden = write_text (snapshot, &options);
      options.includes_names = TRUE;
      told = write_text (snapshot, &options);
      g_assert_null (strstr (hidden, project->name.en));
      g_assert_nonnull (strstr (told, project->name.en));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_same_bytes (void)
{
  g_autoptr (TideSnapshot) snapshot = read_sample ("ningbo.tideline");

  for (guint i = 0; i < TIDE_N_EXPORT_FORMATS; i++)
    {
      TideExportOptions options = get_options ((TideExportFormat) i, TIDE_EXPORT_PROJECTS);
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      options.types = TIDE_EXPORT_ALL_TYPES;
      first = tide_export_write (snapshot, &options, NULL, NULL, NULL, NULL, NULL);
      second = tide_export_write (snapshot, &options, NULL, NULL, NULL, NULL, NULL);
      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
    }
}

static void
test_cancel (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  const TideExportOptions options = get_options (TIDE_EXPORT_XLSX, TIDE_EXPORT_PROJECTS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tide_export_write (snapshot, &options, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_formats (void)
{
  g_assert_cmpint (tide_export_format_from_path ("/a.b/c.XLSX"), ==, TIDE_EXPORT_XLSX);
  g_assert_cmpint (tide_export_format_from_path ("c.md"), ==, TIDE_EXPORT_MARKDOWN);
  g_assert_cmpint (tide_export_format_from_path ("c.tsv"), ==, TIDE_EXPORT_TSV);
  g_assert_cmpint (tide_export_format_from_path ("csv"), ==, -1);
  g_assert_cmpint (tide_export_format_from_path ("c.ods"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/projects", test_projects);
  g_test_add_func ("/export/long", test_long);
  g_test_add_func ("/export/titles", test_titles);
  g_test_add_func ("/export/confidential", test_confidential);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/cancel", test_cancel);
  g_test_add_func ("/export/formats", test_formats);

  return g_test_run ();
}
