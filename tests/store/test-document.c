/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "store/tide-file-place.h"
#include "store/tide-store-error.h"

#include "tide-test-document.h"

#include <glib/gstdio.h>

#include <sys/stat.h>
#include <unistd.h>

/* Leaves what was written to the test that validates it. */
static void
keep_written (const TideTestPlace *place, const char *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "written", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) text = tide_test_place_read (place->target);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0777));
  g_file_set_contents (path, g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text),
                       &error);
  g_assert_no_error (error);
}

static void
assert_is_in (TideDocument *document, GFile *file)
{
  g_autofree char *place = tide_file_place_dup (file);

  g_assert_true (g_file_equal (tide_document_get_file (document), file));
  g_assert_cmpstr (tide_document_get_place (document), ==, place);
}

static void
assert_history (TideDocument *document, const char *const *names)
{
  g_autoptr (TideSnapshot) snapshot
      = tide_register_dup_snapshot (tide_document_get_register (document));
  const GPtrArray *history = tide_snapshot_get_history (snapshot);

  g_assert_cmpuint (history->len, ==, g_strv_length ((char **) names));
  for (guint i = 0; i < history->len; i++)
    {
      const TideStep *step = g_ptr_array_index (history, i);

      g_assert_cmpstr (step->name, ==, names[i]);
      g_assert_cmpstr (step->author, ==, "Wang Min");
      g_assert_cmpint (step->time, >=, TIDE_TEST_NOW);
    }
}

static void
test_new (void)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_NOW);
  g_autoptr (TideDocument) document = tide_document_new (clock, NULL);
  g_autofree char *name = tide_document_dup_name (document, TIDE_LANGUAGE_EN);

  g_assert_null (tide_document_get_file (document));
  g_assert_null (tide_document_get_place (document));
  g_assert_false (tide_document_get_modified (document));
  g_assert_true (tide_document_is_untouched (document));
  g_assert_cmpstr (name, ==, "New Register");
}

static void
test_open_sample (gconstpointer data)
{
  g_autoptr (GFile) file = tide_test_sample_new (data);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (file, FALSE);
  TideRegister *reg = tide_document_get_register (document);

  assert_is_in (document, file);
  g_assert_false (tide_document_is_untouched (document));
  g_assert_false (tide_register_get_read_only (reg));
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (tide_register_get_list (reg, TIDE_RECORD_PROJECT))),
      >, 0);
}

static const char *
get_register_id (TideDocument *document)
{
  return tide_register_get_settings (tide_document_get_register (document))->base.id;
}

/* What a new register begins with. */
static void
test_open_template (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "templates", "register.tideline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (file, TRUE);
  TideRegister *reg = tide_document_get_register (document);

  g_assert_false (tide_register_get_read_only (reg));
  g_assert_cmpuint (tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_PROJECT)), ==, 0);
  g_assert_cmpuint (tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_TAXONOMY)), ==, 6);
  g_assert_cmpuint (tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_DIVISION)), >=, 11);
}

static void
test_open_as_copy (void)
{
  g_autoptr (GFile) file = tide_test_sample_new ("ningbo.tideline");
  g_autoptr (TideDocument) original = tide_test_document_assert_opens (file, FALSE);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (file, TRUE);
  g_autofree char *name = tide_document_dup_name (document, TIDE_LANGUAGE_ZH);

  g_assert_null (tide_document_get_file (document));
  g_assert_null (tide_document_get_place (document));
  g_assert_true (tide_document_is_untouched (document));
  g_assert_cmpstr (name, ==, "宁波战略性新兴产业");
  g_assert_cmpstr (get_register_id (document), !=, get_register_id (original));
  tide_test_document_assert_edits (document, "投资促进局");
  g_assert_false (tide_document_is_untouched (document));
  g_assert_true (tide_register_undo (tide_document_get_register (document)));
  g_assert_false (tide_document_get_modified (document));
  g_assert_false (tide_document_is_untouched (document));
}

static void
test_progress (void)
{
  g_auto (TideTestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tide_test_sample_new ("made-up.tideline");
  g_autoptr (TideDocument) document = NULL;

  tide_test_call_init (&call);
  document = tide_test_document_open (file, FALSE, &call, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (call.n_progress, >, 0);
}

static void
test_cancel (gconstpointer data)
{
  const gboolean at_once = GPOINTER_TO_INT (data);
  g_auto (TideTestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tide_test_sample_new ("made-up.tideline");

  tide_test_call_init (&call);
  call.cancel = g_cancellable_new ();
  if (at_once)
    g_cancellable_cancel (call.cancel);
  g_assert_null (tide_test_document_open (file, FALSE, &call, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (call.n_progress > 0, ==, !at_once);
}

/* A file that is refused; of no text where another thing stands in its place. */
typedef struct
{
  const char *name;
  const char *text;
  gsize size; /* 0 for that of the text */
  mode_t mode;
  GQuark (*get_domain) (void);
  int code;
  const char *sentence;
} BadFile;

static const BadFile bad_files[] = {
  { "missing", NULL, 0, 0, tide_store_error_quark, TIDE_STORE_ERROR_NOT_FOUND, "There is no file" },
  { "folder", NULL, 0, S_IFDIR | 0755, tide_store_error_quark, TIDE_STORE_ERROR_IS_FOLDER,
    "is a folder" },
  { "unreadable", "{}", 0, S_IFREG, tide_store_error_quark, TIDE_STORE_ERROR_PERMISSION,
    "permission" },
  { "too-large", "", 300000000, S_IFREG | 0644, tide_problem_error_quark,
    TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB" },
  { "empty", "", 0, S_IFREG | 0644, tide_problem_error_quark, TIDE_PROBLEM_EMPTY_FILE,
    "宁波.tideline:1:1: " },
  { "truncated", "{ \"format\": \"tideline-register\", \"version\": 1, \"id\"", 0, S_IFREG | 0644,
    tide_problem_error_quark, TIDE_PROBLEM_TRUNCATED, "宁波.tideline:1:52: id: " },
  { "not-json", "hello", 0, S_IFREG | 0644, tide_problem_error_quark, TIDE_PROBLEM_NOT_JSON,
    "“hello”" },
  { "not-utf8", "{ \"\xff\": 1 }", 0, S_IFREG | 0644, tide_problem_error_quark,
    TIDE_PROBLEM_NOT_UTF8, "UTF-8" },
  { "wrong-format", "{ \"a\": 1 }", 0, S_IFREG | 0644, tide_problem_error_quark,
    TIDE_PROBLEM_NOT_A_REGISTER, "not a Tideline register" },
  { "newer", "{ \"format\": \"tideline-register\", \"version\": 2 }", 0, S_IFREG | 0644,
    tide_problem_error_quark, TIDE_PROBLEM_NEWER_VERSION, "version 2" },
  { "duplicate-key", "{ \"format\": \"tideline-register\", \"format\": \"\" }", 0, S_IFREG | 0644,
    tide_problem_error_quark, TIDE_PROBLEM_DUPLICATE_KEY, "given twice" },
};

static void
make_bad_file (const char *path, const BadFile *bad)
{
  g_autoptr (GError) error = NULL;

  if (bad->text != NULL)
    {
      g_file_set_contents (path, bad->text, -1, &error);
      g_assert_no_error (error);
      if (bad->size > 0)
        g_assert_no_errno (truncate (path, (off_t) bad->size));
      g_assert_no_errno (g_chmod (path, bad->mode & 07777));
    }
  else if (S_ISDIR (bad->mode))
    {
      g_assert_no_errno (g_mkdir (path, bad->mode & 07777));
    }
}

static void
test_refuse (gconstpointer data)
{
  const BadFile *bad = data;
  g_autoptr (TideTestPlace) place = tide_test_place_new (TIDE_TEST_PLACE_NEW, 0, NULL);
  g_auto (TideTestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  make_bad_file (place->target, bad);
  tide_test_call_init (&call);
  g_assert_null (tide_test_document_open (place->file, FALSE, &call, &error));
  g_assert_error (error, bad->get_domain (), bad->code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, bad->sentence));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_doubt (void)
{
  g_autoptr (GBytes) doubted = tide_test_sample_dup_doubted ();
  g_autoptr (TideTestPlace) place = tide_test_place_new (TIDE_TEST_PLACE_FILE, 0644, doubted);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  TideRegister *reg = tide_document_get_register (document);
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_register_get_read_only (reg));
  g_assert_cmpuint (tide_register_get_problems (reg)->len, ==, 1);
  g_assert_false (tide_test_document_edit (document, "Investment Bureau", &error));
  g_assert_error (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_READ_ONLY);
  tide_test_document_assert_saves (document, NULL);
  tide_test_place_assert_holds (place, doubted);
}

static void
test_save_as (gconstpointer data)
{
  g_autoptr (GBytes) sample = tide_test_sample_read (data);
  g_autoptr (GFile) file = tide_test_sample_new (data);
  g_autoptr (TideTestPlace) place = tide_test_place_new (TIDE_TEST_PLACE_NEW, 0, NULL);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (file, FALSE);

  tide_test_document_assert_saves (document, place->file);
  assert_is_in (document, place->file);
  tide_test_place_assert_holds (place, sample);
  tide_test_document_assert_saves (document, NULL);
  tide_test_place_assert_holds (place, sample);
}

static void
test_save_edited (void)
{
  const char *const once[] = { "edit-project", NULL };
  const char *const twice[] = { "edit-project", "undo", NULL };
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (TideDocument) edited = NULL;
  g_autoptr (TideDocument) undone = NULL;

  tide_test_document_assert_edits (document, "市投资促进局");
  tide_test_document_assert_saves (document, NULL);
  g_assert_false (tide_document_get_modified (document));
  keep_written (place, "document-edited.tideline");
  edited = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (edited, "市投资促进局");
  assert_history (edited, once);

  g_assert_true (tide_register_undo (tide_document_get_register (document)));
  g_assert_true (tide_document_get_modified (document));
  tide_test_document_assert_saves (document, NULL);
  keep_written (place, "document-undone.tideline");
  undone = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (undone, NULL);
  assert_history (undone, twice);
}

/* What was trimmed is gone once it is saved, and the file says where it begins. */
static void
test_trim (void)
{
  const char *const all[] = { "edit-project", "edit-project", NULL };
  const char *const one[] = { "edit-project", NULL };
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  TideRegister *reg = tide_document_get_register (document);
  g_autoptr (TideDocument) kept = NULL;
  g_autoptr (TideDocument) trimmed = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autofree char *first = NULL;

  tide_test_document_assert_edits (document, "one");
  first = g_strdup (tide_register_get_undo_step (reg)->id);
  tide_test_document_assert_saves (document, NULL);
  tide_test_document_assert_edits (document, "two");
  tide_register_get_undo_step (reg)->time += 60;
  tide_test_document_assert_saves (document, NULL);

  g_assert_true (tide_register_trim_history (reg, tide_register_get_undo_step (reg)->time, NULL));
  g_assert_true (tide_document_get_modified (document));
  kept = tide_test_document_assert_opens (place->file, FALSE);
  assert_history (kept, all);
  tide_test_document_assert_saves (document, NULL);
  g_assert_false (tide_document_get_modified (document));
  keep_written (place, "document-trimmed.tideline");

  trimmed = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (trimmed, "two");
  assert_history (trimmed, one);
  snapshot = tide_register_dup_snapshot (tide_document_get_register (trimmed));
  g_assert_cmpstr (tide_snapshot_get_history_from (snapshot), ==, first);
}

static void
on_modified_notified (TideDocument *document, GParamSpec *pspec, guint *n_notified)
{
  (*n_notified)++;
}

static void
test_save_refused (void)
{
  g_autoptr (GBytes) sample = tide_test_sample_read ("ningbo.tideline");
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autofree char *path = g_build_filename (place->root, "nowhere", "new.tideline", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  tide_test_document_assert_edits (document, "Investment Bureau");
  g_signal_connect (document, "notify::modified", G_CALLBACK (on_modified_notified), &n_notified);
  g_assert_false (tide_test_document_save (document, nowhere, NULL, &error));
  g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_NOT_FOUND);
  g_assert_true (tide_document_get_modified (document));
  g_assert_false (tide_document_get_busy (document));
  g_assert_true (g_file_equal (tide_document_get_file (document), place->file));
  g_assert_cmpuint (n_notified, ==, 0);
  tide_test_place_assert_holds (place, sample);

  g_assert_true (tide_document_get_save_failed (document));
  g_clear_error (&error);
  g_assert_true (tide_test_document_save (document, NULL, NULL, &error));
  g_assert_false (tide_document_get_save_failed (document));
}

static void
test_save_cancelled (void)
{
  g_autoptr (GBytes) sample = tide_test_sample_read ("ningbo.tideline");
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  tide_test_document_assert_edits (document, "Investment Bureau");
  g_cancellable_cancel (cancellable);
  g_assert_false (tide_test_document_save (document, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (tide_document_get_save_failed (document));
  g_assert_true (tide_document_get_modified (document));
  tide_test_place_assert_holds (place, sample);
}

/* What is done while the file is written is not in it, and stays to be saved. */
static void
test_save_busy (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (TideDocument) saved = NULL;
  g_auto (TideTestCall) first = { 0 };
  g_autoptr (GError) error = NULL;

  tide_test_document_assert_edits (document, "before");
  tide_test_call_init (&first);
  tide_document_save_async (document, NULL, NULL, tide_test_call_on_done, &first);
  g_assert_true (tide_document_get_busy (document));
  tide_test_document_assert_edits (document, "meanwhile");
  g_assert_false (tide_test_document_save (document, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);

  tide_test_call_wait (&first);
  g_assert_true (tide_document_save_finish (document, first.result, &error));
  g_assert_no_error (error);
  g_assert_true (tide_document_get_modified (document));
  saved = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (saved, "before");
  tide_test_document_assert_saves (document, NULL);
  g_assert_false (tide_document_get_modified (document));
  keep_written (place, "document-meanwhile.tideline");
}

/* Closing a window while its register is saved lets the saving end. */
static void
test_save_outlives_owner (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  TideDocument *document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (TideDocument) saved = NULL;
  g_auto (TideTestCall) call = { 0 };

  tide_test_document_assert_edits (document, "Investment Bureau");
  tide_test_call_init (&call);
  tide_document_save_async (document, NULL, NULL, tide_test_call_on_done, &call);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document);
  tide_test_call_wait (&call);
  g_clear_object (&call.result);
  while (document != NULL)
    g_main_context_iteration (NULL, TRUE);
  saved = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (saved, "Investment Bureau");
}

int
main (int argc, char **argv)
{
  tide_test_place_drop_capabilities ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/new", test_new);
  g_test_add_data_func ("/document/open/ningbo", "ningbo.tideline", test_open_sample);
  g_test_add_data_func ("/document/open/made-up", "made-up.tideline", test_open_sample);
  g_test_add_func ("/document/open/as-copy", test_open_as_copy);
  g_test_add_func ("/document/open/template", test_open_template);
  g_test_add_func ("/document/open/progress", test_progress);
  g_test_add_data_func ("/document/open/cancel-at-once", GINT_TO_POINTER (TRUE), test_cancel);
  g_test_add_data_func ("/document/open/cancel-later", GINT_TO_POINTER (FALSE), test_cancel);
  g_test_add_func ("/document/open/doubt", test_doubt);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = g_strconcat ("/document/refuse/", bad_files[i].name, NULL);

      g_test_add_data_func (path, &bad_files[i], test_refuse);
    }
  g_test_add_data_func ("/document/save/ningbo", "ningbo.tideline", test_save_as);
  g_test_add_data_func ("/document/save/made-up", "made-up.tideline", test_save_as);
  g_test_add_func ("/document/save/edited", test_save_edited);
  g_test_add_func ("/document/trim", test_trim);
  g_test_add_func ("/document/save/refused", test_save_refused);
  g_test_add_func ("/document/save/cancelled", test_save_cancelled);
  g_test_add_func ("/document/save/busy", test_save_busy);
  g_test_add_func ("/document/save/outlives-its-owner", test_save_outlives_owner);

  return g_test_run ();
}
