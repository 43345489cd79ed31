/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tide-versions-private.h"

#include "codec/tide-json-writer.h"
#include "store/tide-document-private.h"
#include "store/tide-store-error.h"
#include "tide-test-faults.h"
#include "tide-test-folder.h"
#include "tide-test-place.h"
#include "tide-test-register.h"

#include <glib/gstdio.h>

#include <string.h>
#include <utime.h>

#define DAY (24 * 60 * 60)

/* 2023-11-15 06:13:20 in China */
#define NOW TIDE_TEST_TIME

static void
free_folder (char *path)
{
  tide_test_folder_remove (path);
  g_free (path);
}

typedef char Folder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, free_folder)

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static TideVersion *
describe (const char *id, gint64 time)
{
  TideVersion *version = tide_version_new (id, time);

  version->author = g_strdup ("Wang Min\n[王敏]");
  version->uri = g_strdup ("file:///tmp/a%20b.tideline");

  return version;
}

static void
keep (const char *root, const char *id, gint64 time, const char *text)
{
  g_autoptr (TideVersion) version = describe (id, time);
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_versions_keep (root, version, bytes, NOW, "Asia/Shanghai", &error));
  g_assert_no_error (error);
}

static void
assert_reads (const TideVersion *version, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_version_read (version, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static const TideVersion *
get (const GPtrArray *versions, guint i)
{
  g_assert_cmpuint (i, <, versions->len);

  return g_ptr_array_index (versions, i);
}

static void
test_keep (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (TideVersion) second = describe ("r", NOW + 1);
  g_autoptr (GBytes) bytes = bytes_of ("two");
  g_autoptr (GError) error = NULL;

  keep (root, "r", NOW, "one");
  second->has_changes = TRUE;
  second->changes = (TideComparison) { 3, 2, 1 };
  g_assert_true (tide_versions_keep (root, second, bytes, NOW, NULL, &error));

  versions = tide_versions_list (root, "r", NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  assert_reads (get (versions, 0), "two");
  assert_reads (get (versions, 1), "one");
  g_assert_cmpint (get (versions, 0)->time, ==, NOW + 1);
  g_assert_cmpuint (get (versions, 0)->size, ==, 3);
  g_assert_cmpstr (get (versions, 0)->author, ==, "Wang Min\n[王敏]");
  g_assert_cmpstr (get (versions, 0)->uri, ==, "file:///tmp/a%20b.tideline");
  g_assert_true (get (versions, 0)->has_changes);
  g_assert_cmpuint (get (versions, 0)->changes.n_added, ==, 3);
  g_assert_cmpuint (get (versions, 0)->changes.n_changed, ==, 2);
  g_assert_cmpuint (get (versions, 0)->changes.n_removed, ==, 1);
  g_assert_false (get (versions, 1)->has_changes);
  g_assert_cmpuint (get (versions, 1)->kept_size, >, 3);
}

static void
test_same_content (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autoptr (GPtrArray) versions = NULL;

  keep (root, "r", NOW, "one");
  keep (root, "r", NOW + 1, "one");
  keep (root, "r", NOW + 2, "two");
  keep (root, "r", NOW + 3, "one");
  versions = tide_versions_list (root, "r", NULL);
  g_assert_cmpuint (versions->len, ==, 3);
  g_assert_cmpint (get (versions, 2)->time, ==, NOW);
}

/* In one second, and with a clock that goes back, the order is that of saving. */
static void
test_order (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autoptr (GPtrArray) versions = NULL;

  keep (root, "r", NOW, "one");
  keep (root, "r", NOW, "two");
  keep (root, "r", NOW - DAY, "three");
  versions = tide_versions_list (root, "r", NULL);
  assert_reads (get (versions, 0), "three");
  assert_reads (get (versions, 1), "two");
  assert_reads (get (versions, 2), "one");
}

static void
test_ids (void)
{
  static const char *const ids[] = { "a", "a/b", ".", "..", "../..", "a.b", "A%2Fb" };
  g_autoptr (Folder) root = tide_test_folder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *folder = tide_versions_dup_folder (root, ids[i]);
      g_autofree char *parent = g_path_get_dirname (folder);
      g_autofree char *canonical = g_canonicalize_filename (folder, NULL);

      g_assert_cmpstr (parent, ==, root);
      g_assert_cmpstr (canonical, ==, folder);
      keep (root, ids[i], NOW, ids[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) versions = tide_versions_list (root, ids[i], NULL);

      g_assert_cmpuint (versions->len, ==, 1);
      assert_reads (get (versions, 0), ids[i]);
    }
}

static void
test_find (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) none = NULL;

  keep (root, "r", NOW, "one");
  keep (root, "s", NOW + 1, "other");
  keep (root, "r", NOW + 2, "two");
  versions = tide_versions_find (root, "file:///tmp/a%20b.tideline", NULL);
  g_assert_cmpuint (versions->len, ==, 3);
  assert_reads (get (versions, 0), "two");
  assert_reads (get (versions, 1), "one");
  assert_reads (get (versions, 2), "other");
  none = tide_versions_find (root, "file:///tmp/c.tideline", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Which to keep ------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *time_zone;
  const char *ages; /* of the versions, the latest first, in hours */
  guint64 limit;
  guint64 size; /* of each */
  const char *kept;
} ChooseRow;

static const ChooseRow choose_rows[] = {
  { "none", "UTC", "", 100, 1, "" },
  { "ten", "UTC", "0 1 2 3 4 5 6 7 8 9", 100, 1, "1111111111" },
  { "eleventh-same-day", "UTC", "0 1 2 3 4 5 6 7 8 9 10", 100, 1, "11111111110" },
  { "ten-old", "UTC", "9000 9001 9002 9003 9004 9005 9006 9007 9008 9009 9010", 100, 1,
    "11111111110" },
  { "daily", "UTC", "0 1 2 3 4 5 6 7 8 9 24 25 48 49 72", 100, 1, "111111111110101" },
  { "thirty-days", "UTC", "0 0 0 0 0 0 0 0 0 0 696 742 743 768", 100, 1, "11111111111100" },
  { "day-of-zone", "Asia/Shanghai", "0 0 0 0 0 0 0 0 0 0 5 6 7 8", 100, 1, "11111111110010" },
  { "day-of-utc", "UTC", "0 0 0 0 0 0 0 0 0 0 5 6 7 8", 100, 1, "11111111110000" },
  { "day-within-ten", "UTC", "0 24 24 24 24 24 24 24 24 24 24 48", 100, 1, "111111111101" },
  { "full", "UTC", "0 1 2 3", 10, 4, "1100" },
  { "just-full", "UTC", "0 1 2 3", 12, 4, "1110" },
  { "too-large", "UTC", "0 1", 3, 4, "10" },
  { "future", "UTC", "-48 -24 0 0 0 0 0 0 0 0 0 24", 100, 1, "111111111101" },
};

static void
test_choose (gconstpointer data)
{
  const ChooseRow *row = data;
  g_auto (GStrv) ages = g_strsplit (row->ages, " ", -1);
  g_autoptr (GPtrArray) versions
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_version_unref);
  g_autoptr (GString) kept = g_string_new (NULL);
  guint8 is_kept[40] = { 0 };

  for (guint i = 0; ages[i] != NULL; i++)
    {
      TideVersion *version
          = tide_version_new ("r", NOW - g_ascii_strtoll (ages[i], NULL, 10) * 60 * 60);

      version->kept_size = row->size;
      g_ptr_array_add (versions, version);
    }
  tide_versions_choose (versions, NOW, row->time_zone, row->limit, is_kept);
  for (guint i = 0; i < versions->len; i++)
    g_string_append_c (kept, is_kept[i] ? '1' : '0');
  g_assert_cmpstr (kept->str, ==, row->kept);
}

static void
test_prune (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autoptr (GPtrArray) versions = NULL;

  for (int i = 0; i < 45; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      keep (root, "r", NOW - (44 - i) * DAY, text);
    }
  versions = tide_versions_list (root, "r", NULL);
  g_assert_cmpuint (versions->len, ==, 31);
  assert_reads (get (versions, 0), "44");
  assert_reads (get (versions, 30), "14");
}

static void
test_limit (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autoptr (GPtrArray) versions = NULL;
  guint64 size = 0;

  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (TideVersion) version = describe ("r", NOW + i);
      g_autofree guint8 *noise = g_malloc (1000);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 1000; j++)
        noise[j] = (guint8) g_random_int ();
      bytes = g_bytes_new_take (g_steal_pointer (&noise), 1000);
      g_assert_true (tide_versions_keep_with_calls (root, version, bytes, NOW, "UTC", 5000,
                                                    &tide_file_system_calls, &error));
    }
  versions = tide_versions_list (root, "r", NULL);
  for (guint i = 0; i < versions->len; i++)
    size += get (versions, i)->kept_size;
  g_assert_cmpuint (versions->len, >=, 2);
  g_assert_cmpuint (size, <=, 5000);
  g_assert_cmpint (get (versions, 0)->time, ==, NOW + 7);
}

/* What a killed program has left goes after a day. */
static void
test_leavings (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autofree char *folder = tide_versions_dup_folder (root, "r");
  g_autofree char *old = g_build_filename (folder, ".tideline-0123456789abcdef.tmp", NULL);
  g_autofree char *new = g_build_filename (folder, ".tideline-fedcba9876543210.tmp", NULL);
  const time_t before = (time_t) (g_get_real_time () / G_USEC_PER_SEC) - 2 * DAY;

  keep (root, "r", NOW, "one");
  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  g_assert_true (g_file_set_contents (new, "new", -1, NULL));
  g_assert_no_errno (g_utime (old, &(struct utimbuf) { before, before }));
  keep (root, "r", NOW + 1, "two");
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (new, G_FILE_TEST_EXISTS));
}

/* What is damaged ---------------------------------------------------------------------------- */

/* Changes each byte of a version in turn: it is passed over, or refused, or read as it was. */
static void
test_damage (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;
  guint n_over = 0;
  guint n_refused = 0;

  keep (root, "r", NOW, "an earlier one");
  keep (root, "r", NOW + 1, "a register that has some text in it");
  versions = tide_versions_list (root, "r", NULL);
  path = g_strdup (get (versions, 0)->path);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GPtrArray) left = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      text[i] ^= 1;
      g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
      text[i] ^= 1;
      left = tide_versions_list (root, "r", NULL);
      assert_reads (get (left, left->len - 1), "an earlier one");
      if (left->len == 1)
        {
          n_over++;
          continue;
        }
      bytes = tide_version_read (get (left, 0), NULL, &error);
      if (bytes == NULL)
        {
          g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED);
          n_refused++;
        }
      else
        assert_reads (get (left, 0), "a register that has some text in it");
    }
  g_assert_cmpuint (n_over, >, 100);
  g_assert_cmpuint (n_refused, >, 20);
}

static void
test_truncated (void)
{
  g_autoptr (Folder) root = tide_test_folder_new ();
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  keep (root, "r", NOW, "one");
  versions = tide_versions_list (root, "r", NULL);
  path = g_strdup (get (versions, 0)->path);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GPtrArray) left = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, text, (gssize) i, NULL));
      left = tide_versions_list (root, "r", NULL);
      if (left->len > 0)
        g_assert_null (tide_version_read (get (left, 0), NULL, &error));
    }

  /* It hinders nobody. */
  keep (root, "r", NOW + 1, "two");
  g_ptr_array_unref (versions);
  versions = tide_versions_list (root, "r", NULL);
  assert_reads (get (versions, 0), "two");
}

/* Faults ------------------------------------------------------------------------------------- */

static int
skip_fsync (int fd)
{
  return 0;
}

/* Ten versions of one day, so that the oldest goes as an eleventh comes. */
static char *
make_ten (void)
{
  TideFileCalls calls = tide_file_system_calls;
  char *root = tide_test_folder_new ();

  calls.fsync = skip_fsync;
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (TideVersion) version = describe ("r", NOW + i);
      g_autofree char *text = g_strdup_printf ("%d", i);
      g_autoptr (GBytes) bytes = bytes_of (text);

      g_assert_true (tide_versions_keep_with_calls (root, version, bytes, NOW, "UTC",
                                                    TIDE_VERSIONS_LIMIT, &calls, NULL));
    }

  return root;
}

static gboolean
keep_eleventh (const char *root)
{
  g_autoptr (TideVersion) version = describe ("r", NOW + 10);
  g_autoptr (GBytes) bytes = bytes_of ("10");
  g_autoptr (GError) error = NULL;
  gboolean is_kept;

  is_kept = tide_versions_keep_with_calls (root, version, bytes, NOW, "UTC", TIDE_VERSIONS_LIMIT,
                                           &tide_test_faulty_calls, &error);
  g_assert_true (is_kept == (error == NULL));

  return is_kept;
}

static void
run_eleventh (gpointer root)
{
  keep_eleventh (root);
}

static guint
count_calls (void)
{
  g_autoptr (Folder) root = make_ten ();

  tide_test_inject (NULL, 0);
  g_assert_true (keep_eleventh (root));

  return tide_test_injection.n_calls;
}

/* The earlier versions, or those that are to stay, can be read; returns whether there is an
 * eleventh. */
static gboolean
check_whole (const char *root)
{
  g_autoptr (GPtrArray) versions = tide_versions_list (root, "r", NULL);
  const gboolean is_kept = get (versions, 0)->time == NOW + 10;

  g_assert_cmpuint (versions->len, >=, 10);
  for (guint i = 0; i < versions->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", (is_kept ? 10 : 9) - i);

      assert_reads (get (versions, i), text);
    }

  return is_kept;
}

static void
test_fault (gconstpointer data)
{
  const TideTestFault *fault = data;
  const guint n_calls = count_calls ();
  guint n_kept = 0;

  for (guint at = 1; at <= n_calls; at++)
    {
      g_autoptr (Folder) root = make_ten ();
      gboolean is_kept;

      tide_test_inject (fault, at);
      if (tide_test_fault_kills (fault))
        {
          g_assert_true (tide_test_run_apart (run_eleventh, root));
          is_kept = check_whole (root);
        }
      else
        {
          is_kept = keep_eleventh (root);
          g_assert_true (is_kept == check_whole (root));
        }
      n_kept += is_kept;

      /* What has gone wrong does not hinder the next one. */
      keep (root, "r", NOW + 11, "11");
    }
  g_assert_cmpuint (n_kept, >, 0);
  g_test_message ("%s: %u calls, kept %u times, nothing torn", fault->name, n_calls, n_kept);
}

/* Documents ---------------------------------------------------------------------------------- */

typedef struct
{
  Folder *root;
  char *path;
  GFile *file;
  char *versions;
  TideDocument *document;
} Fixture;

static void
take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **target = data;

  *target = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static GBytes *
write_register (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tide_json_write (snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
put_bytes (const char *path, GBytes *bytes)
{
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static TideDocument *
open_document (GFile *file)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (NOW);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TideDocument *document;

  tide_document_open_async (file, FALSE, clock, "Tester", NULL, NULL, NULL, NULL, take_result,
                            &result);
  document = tide_document_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);

  return document;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = write_register ();

  self->root = tide_test_folder_new ();
  self->path = g_build_filename (self->root, "r.tideline", NULL);
  self->file = g_file_new_for_path (self->path);
  self->versions = g_build_filename (self->root, "versions", NULL);
  put_bytes (self->path, bytes);
  self->document = open_document (self->file);
  tide_document_keep_versions (self->document, self->versions);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_free (self->path);
  g_free (self->versions);
  free_folder (self->root);
}

static void
note (TideDocument *document, const char *id, const char *text)
{
  TideRegister *reg = tide_document_get_register (document);
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id);
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  tide_test_payload_set (after, "notes", text);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after);
  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
}

static void
save (TideDocument *document, GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tide_document_save_async (document, file, NULL, take_result, &result);
  tide_document_save_finish (document, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
assert_file (const char *path, const TideVersion *version)
{
  g_autoptr (GBytes) bytes = tide_test_place_read (path);
  g_autofree char *content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_assert_cmpstr (content, ==, version->content);
}

/* The first save keeps what it replaces too. */
static void
test_document (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) opened = tide_test_place_read (self->path);
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autoptr (GBytes) first = NULL;

  note (self->document, "p1", "one");
  note (self->document, "p2", "one");
  save (self->document, NULL);
  note (self->document, "p1", "two");
  save (self->document, NULL);

  versions = tide_versions_list (self->versions, "register", NULL);
  g_assert_cmpuint (versions->len, ==, 3);
  assert_file (self->path, get (versions, 0));
  g_assert_cmpuint (get (versions, 0)->changes.n_changed, ==, 1);
  g_assert_cmpuint (get (versions, 1)->changes.n_changed, ==, 2);
  g_assert_cmpuint (get (versions, 1)->changes.n_added, ==, 0);
  g_assert_false (get (versions, 2)->has_changes);
  g_assert_cmpstr (get (versions, 0)->author, ==, "Tester");
  g_assert_cmpint (get (versions, 0)->time, ==, NOW);
  g_assert_cmpstr (get (versions, 0)->uri, ==, uri);
  first = tide_version_read (get (versions, 2), NULL, NULL);
  g_assert_true (g_bytes_equal (first, opened));
  g_assert_null (tide_document_get_versions_trouble (self->document));
}

/* What is kept already is not kept again by the next session. */
static void
test_document_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;

  note (self->document, "p1", "one");
  save (self->document, NULL);
  save (self->document, NULL);
  g_object_unref (self->document);
  self->document = open_document (self->file);
  tide_document_keep_versions (self->document, self->versions);
  note (self->document, "p1", "two");
  save (self->document, NULL);

  versions = tide_versions_list (self->versions, "register", NULL);
  g_assert_cmpuint (versions->len, ==, 3);
}

static void
save_automatically (TideDocument *document)
{
  tide_document_save_automatically (document);
  while (tide_document_get_busy (document))
    g_main_context_iteration (NULL, TRUE);
}

/* Automatic saves that follow one another are one version, beside those that were asked for. */
static void
test_document_automatic (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "two", "three", "four" };
  g_autoptr (GPtrArray) versions = NULL;

  note (self->document, "p1", "one");
  save (self->document, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      note (self->document, i == 2 ? "p2" : "p1", texts[i]);
      save_automatically (self->document);
    }
  versions = tide_versions_list (self->versions, "register", NULL);
  g_assert_cmpuint (versions->len, ==, 3);
  assert_file (self->path, get (versions, 0));
  g_assert_cmpuint (get (versions, 0)->changes.n_changed, ==, 2);

  g_clear_pointer (&versions, g_ptr_array_unref);
  note (self->document, "p1", "asked for");
  save (self->document, NULL);
  note (self->document, "p1", "five");
  save_automatically (self->document);
  versions = tide_versions_list (self->versions, "register", NULL);
  g_assert_cmpuint (versions->len, ==, 5);
  g_assert_null (tide_document_get_versions_trouble (self->document));
}

static void
assert_reads_register (const TideVersion *version, const char *id)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSnapshot) snapshot = tide_version_open (version, NULL, &problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (tide_snapshot_get_settings (snapshot)->base.id, ==, id);
}

/* What somebody else has saved meanwhile, or another register that is overwritten, is not lost. */
static void
test_document_foreign (Fixture *self, gconstpointer data)
{
  g_autofree char *other_path = g_build_filename (self->root, "other.tideline", NULL);
  g_autoptr (GFile) other_file = g_file_new_for_path (other_path);
  g_autoptr (TideDocument) colleague = open_document (self->file);
  g_autoptr (TideClock) clock = tide_clock_new_fixed (NOW);
  g_autoptr (TideDocument) other = tide_document_new (clock, NULL);
  TideRegister *reg = tide_document_get_register (other);
  g_autofree char *other_id = g_strdup (tide_register_get_settings (reg)->base.id);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) other_versions = NULL;
  g_autofree char *foreign = NULL;

  note (colleague, "p1", "theirs");
  save (colleague, NULL);
  foreign = g_strdup (tide_document_get_content (colleague));
  note (self->document, "p2", "mine");
  save (self->document, self->file);
  versions = tide_versions_list (self->versions, "register", NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (get (versions, 1)->content, ==, foreign);
  g_assert_cmpstr (get (versions, 1)->author, ==, "Tester");
  g_assert_cmpuint (get (versions, 0)->changes.n_changed, ==, 2);

  save (other, other_file);
  save (self->document, other_file);
  other_versions = tide_versions_list (self->versions, other_id, NULL);
  g_assert_cmpuint (other_versions->len, ==, 1);
  assert_reads_register (get (other_versions, 0), other_id);
}

static void
count_notification (guint *n)
{
  (*n)++;
}

/* A version that cannot be kept is told and does not hinder the save. */
static void
test_document_trouble (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  guint n_notified = 0;

  g_assert_true (g_file_set_contents (self->versions, "in the way", -1, NULL));
  g_signal_connect_swapped (self->document, "notify::versions-trouble",
                            G_CALLBACK (count_notification), &n_notified);
  note (self->document, "p1", "one");
  save (self->document, NULL);
  g_assert_nonnull (tide_document_get_versions_trouble (self->document));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_false (tide_document_get_modified (self->document));
  bytes = tide_test_place_read (self->path);
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), "\"notes\": \"one\""));

  g_assert_no_errno (g_unlink (self->versions));
  note (self->document, "p1", "two");
  save (self->document, NULL);
  g_assert_null (tide_document_get_versions_trouble (self->document));
  g_assert_cmpuint (n_notified, ==, 2);
}

/* A damaged file ----------------------------------------------------------------------------- */

static TideGoodVersion *
find_good (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  tide_good_version_find_async (self->versions, self->file, NULL, take_result, &result);

  return tide_good_version_find_finish (wait_for (&result));
}

static void
damage (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) length / 2, NULL));
}

static const char *
get_note (TideDocument *document, const char *id)
{
  TideRegister *reg = tide_document_get_register (document);

  return TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id))->notes;
}

static void
save_twice (Fixture *self)
{
  note (self->document, "p1", "one");
  save (self->document, NULL);
  note (self->document, "p1", "two");
  save (self->document, NULL);
}

/* The last version that can be read takes the place of the file once it is saved. */
static void
test_good (Fixture *self, gconstpointer data)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (NOW);
  g_autoptr (TideGoodVersion) good = NULL;
  g_autoptr (TideDocument) document = NULL;
  g_autoptr (TideDocument) again = NULL;
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GBytes) still = NULL;

  save_twice (self);
  damage (self->path);
  damaged = tide_test_place_read (self->path);
  good = find_good (self);
  g_assert_nonnull (good);
  document = tide_document_new_from_version (good, clock, "Tester");
  tide_document_keep_versions (document, self->versions);
  g_assert_cmpstr (get_note (document, "p1"), ==, "two");
  g_assert_true (g_file_equal (tide_document_get_file (document), self->file));
  g_assert_nonnull (tide_document_get_place (document));
  g_assert_true (tide_document_get_modified (document));
  g_assert_false (tide_document_is_untouched (document));
  still = tide_test_place_read (self->path);
  g_assert_true (g_bytes_equal (damaged, still));

  note (document, "p2", "after");
  save (document, NULL);
  g_assert_false (tide_document_get_modified (document));
  again = open_document (self->file);
  g_assert_cmpstr (get_note (again, "p1"), ==, "two");
  g_assert_cmpstr (get_note (again, "p2"), ==, "after");
}

static void
test_good_is_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (TideGoodVersion) good = NULL;
  g_autoptr (TideGoodVersion) none = NULL;

  save_twice (self);
  versions = tide_versions_list (self->versions, "register", NULL);
  damage (get (versions, 0)->path);
  good = find_good (self);
  g_assert_cmpstr (good->version->content, ==, get (versions, 1)->content);

  damage (get (versions, 1)->path);
  damage (get (versions, 2)->path);
  none = find_good (self);
  g_assert_null (none);
}

static void
test_good_of_other_place (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->root, "other.tideline", NULL);
  g_autoptr (TideGoodVersion) none = NULL;

  save_twice (self);
  g_object_unref (self->file);
  self->file = g_file_new_for_path (path);
  none = find_good (self);
  g_assert_null (none);
}

/* The thread of the one before lets go of it soon. */
static GPtrArray *
wait_for_journal (const char *folder)
{
  GPtrArray *readings = tide_journal_list (folder, NULL);

  for (guint i = 0; i < 1000 && readings->len == 0; i++)
    {
      g_usleep (1000);
      g_ptr_array_unref (readings);
      readings = tide_journal_list (folder, NULL);
    }
  g_assert_cmpuint (readings->len, ==, 1);

  return readings;
}

/* What is done to it before it is saved survives a crash although its file is damaged. */
static void
test_good_recovered (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->root, "journals", NULL);
  g_autoptr (TideClock) clock = tide_clock_new_fixed (NOW + DAY);
  g_autoptr (TideGoodVersion) good = NULL;
  g_autoptr (TideDocument) document = NULL;
  g_autoptr (TideDocument) recovered = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GFile) base = NULL;
  TideJournalReading *reading;
  guint n_left_out;

  save_twice (self);
  damage (self->path);
  good = find_good (self);
  document = tide_document_new_from_version (good, clock, "Tester");
  tide_document_keep_journal (document, folder);
  note (document, "p2", "after");
  tide_document_leave_journal (document);

  readings = wait_for_journal (folder);
  reading = g_ptr_array_index (readings, 0);
  base = tide_journal_reading_dup_file (reading);
  recovered = open_document (base);
  g_assert_cmpuint (tide_document_recover (recovered, reading, folder, &n_left_out), ==, 1);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpstr (get_note (recovered, "p1"), ==, "two");
  g_assert_cmpstr (get_note (recovered, "p2"), ==, "after");
  g_assert_true (g_file_equal (tide_document_get_file (recovered), self->file));
  g_assert_true (tide_register_undo (tide_document_get_register (recovered)));
  g_assert_true (tide_document_get_modified (recovered));
  tide_document_discard_journal (recovered);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/versions/document/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/versions/keep", test_keep);
  g_test_add_func ("/versions/same-content", test_same_content);
  g_test_add_func ("/versions/order", test_order);
  g_test_add_func ("/versions/ids", test_ids);
  g_test_add_func ("/versions/find", test_find);
  for (gsize i = 0; i < G_N_ELEMENTS (choose_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/versions/choose/", choose_rows[i].name, NULL);

      g_test_add_data_func (path, &choose_rows[i], test_choose);
    }
  g_test_add_func ("/versions/prune", test_prune);
  g_test_add_func ("/versions/limit", test_limit);
  g_test_add_func ("/versions/leavings", test_leavings);
  g_test_add_func ("/versions/damage", test_damage);
  g_test_add_func ("/versions/truncated", test_truncated);
  for (gsize i = 0; i < TIDE_TEST_N_FAULTS; i++)
    {
      g_autofree char *path = g_strconcat ("/versions/fault/", tide_test_faults[i].name, NULL);

      g_test_add_data_func (path, &tide_test_faults[i], test_fault);
    }
  ADD ("saves", test_document);
  ADD ("again", test_document_again);
  ADD ("automatic", test_document_automatic);
  ADD ("foreign", test_document_foreign);
  ADD ("trouble", test_document_trouble);
  ADD ("good", test_good);
  ADD ("good-is-damaged", test_good_is_damaged);
  ADD ("good-of-other-place", test_good_of_other_place);
  ADD ("good-recovered", test_good_recovered);

  return g_test_run ();
}
