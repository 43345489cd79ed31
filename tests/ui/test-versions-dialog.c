/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-writer.h"
#include "store/tide-versions.h"
#include "ui/dialogs/tide-versions-dialog.h"
#include "ui/lists/tide-changes-list.h"
#include "ui/lists/tide-version-text.h"
#include "ui/rows/tide-version-row.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#include <glib/gstdio.h>

#include <string.h>

typedef struct
{
  char *root;
  char *path;
  char *versions;
  TideDocument *document;
  TideRegister *reg;
  GtkWidget *window;
  AdwDialog *dialog; /* weak: it closes by itself */
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_assert_no_errno (g_unlink (child));
    }
  g_rmdir (path);
}

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

static void
write_register (const char *path)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_json_write (snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static TideDocument *
open_document (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TideDocument *document;

  tide_document_open_async (file, FALSE, clock, "Wang <b>Min</b>", NULL, NULL, NULL, NULL,
                            take_result, &result);
  document = tide_document_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);

  return document;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->root = g_dir_make_tmp ("tideline-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->root, "r.tideline", NULL);
  self->versions = g_build_filename (self->root, "versions", NULL);
  write_register (self->path);
  self->document = open_document (self->path);
  self->reg = tide_document_get_register (self->document);
  tide_document_keep_versions (self->document, self->versions);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
  gtk_window_destroy (GTK_WINDOW (self->window));
  for (guint i = 0; i < 100 && self->dialog != NULL; i++)
    tide_test_settle (50);
  g_assert_null (self->dialog);
  g_assert_finalize_object (self->document);
  remove_tree (self->root);
  g_free (self->root);
  g_free (self->path);
  g_free (self->versions);
}

static void
note (Fixture *self, const char *id, const char *text)
{
  const TidePayload *before = tide_register_lookup_payload (self->reg, TIDE_RECORD_PROJECT, id);
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  tide_test_payload_set (after, "notes", text);
  step = tide_register_new_change_step (self->reg, TIDE_RECORD_PROJECT, before, after);
  tide_register_apply (self->reg, step, &error);
  g_assert_no_error (error);
}

static const char *
get_note (Fixture *self, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (self->reg, TIDE_RECORD_PROJECT, id))
      ->notes;
}

static void
save (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tide_document_save_async (self->document, NULL, NULL, take_result, &result);
  tide_document_save_finish (self->document, wait_for (&result), &error);
  g_assert_no_error (error);
}

/* Three versions: as it was opened, with one note, and with another in its place. */
static void
save_twice (Fixture *self)
{
  note (self, "p1", "one");
  note (self, "p2", "one");
  save (self);
  note (self, "p1", "two");
  save (self);
}

static gpointer
get_child (Fixture *self, const char *name)
{
  GObject *child
      = gtk_widget_get_template_child (GTK_WIDGET (self->dialog), TIDE_TYPE_VERSIONS_DIALOG, name);

  g_assert_nonnull (child);

  return child;
}

static void
wait_for_page (Fixture *self, const char *stack, const char *page)
{
  while (g_strcmp0 (gtk_stack_get_visible_child_name (get_child (self, stack)), page) != 0)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (0);
}

static void
show_dialog (Fixture *self, const char *page)
{
  g_set_weak_pointer (&self->dialog, tide_versions_dialog_new (self->document));
  adw_dialog_present (self->dialog, self->window);
  wait_for_page (self, "stack", page);
}

static TideVersionRow *
get_row (Fixture *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_child (self, "list"), index);

  g_assert_nonnull (row);

  return TIDE_VERSION_ROW (row);
}

static void
select_row (Fixture *self, int index, const char *page)
{
  gtk_list_box_select_row (get_child (self, "list"), GTK_LIST_BOX_ROW (get_row (self, index)));
  wait_for_page (self, "difference_stack", page);
}

static gboolean
can_restore (Fixture *self)
{
  return gtk_widget_get_sensitive (get_child (self, "restore_button"));
}

static void
restore (Fixture *self)
{
  g_assert_true (can_restore (self));
  g_signal_emit_by_name (get_child (self, "restore_button"), "clicked");
  tide_test_settle (0);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  show_dialog (self, "empty");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (self->dialog), "No Versions Yet"));
}

static void
test_list (Fixture *self, gconstpointer data)
{
  save_twice (self);
  show_dialog (self, "versions");
  g_assert_null (gtk_list_box_get_row_at_index (get_child (self, "list"), 3));
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *row = GTK_WIDGET (get_row (self, i));

      g_assert_cmpint (tide_test_find_label (row, "Current") != NULL, ==, i == 0);
      g_assert_cmpint (tide_test_find_label (row, "Wang <b>Min</b>") != NULL, ==, i < 2);
    }
  g_assert_nonnull (
      tide_test_find_label (GTK_WIDGET (get_row (self, 0)), "15 November 2023, 06:13"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_row (self, 0)), "1 changed"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_row (self, 1)), "2 changed"));

  wait_for_page (self, "difference_stack", "changes");
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_row (self, 1))));
  g_assert_true (can_restore (self));
  select_row (self, 0, "same");
  g_assert_false (can_restore (self));
}

static void
test_restore (Fixture *self, gconstpointer data)
{
  save_twice (self);
  show_dialog (self, "versions");
  select_row (self, 2, "changes");
  g_assert_cmpuint (tide_changes_list_get_n_changes (get_child (self, "changes")), >=, 2);
  g_assert_nonnull (tide_test_find_label (
      GTK_WIDGET (self->dialog), "What restoring this version does to records: 2 changed"));

  restore (self);
  g_assert_null (get_note (self, "p1"));
  g_assert_null (get_note (self, "p2"));
  g_assert_cmpstr (tide_register_get_undo_step (self->reg)->name, ==, "restore-version");
  g_assert_true (tide_document_get_modified (self->document));

  g_assert_true (tide_register_undo (self->reg));
  g_assert_cmpstr (get_note (self, "p1"), ==, "two");
  g_assert_cmpstr (get_note (self, "p2"), ==, "one");
  g_assert_false (tide_document_get_modified (self->document));
}

/* One click restores any version: that which is shown, and one that has to be read first. */
static void
test_restore_row (Fixture *self, gconstpointer data)
{
  const int index = GPOINTER_TO_INT (data);
  GtkWidget *button;

  save_twice (self);
  show_dialog (self, "versions");
  wait_for_page (self, "difference_stack", "changes");
  button = tide_test_find_child (GTK_WIDGET (get_row (self, index)), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  while (self->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_note (self, "p1"), ==, index == 1 ? "one" : NULL);
  g_assert_cmpstr (tide_register_get_undo_step (self->reg)->name, ==, "restore-version");
}

/* What is there already is not restored: the dialog says so. */
static void
test_restore_present (Fixture *self, gconstpointer data)
{
  save_twice (self);
  show_dialog (self, "versions");
  g_signal_emit_by_name (tide_test_find_child (GTK_WIDGET (get_row (self, 0)), GTK_TYPE_BUTTON),
                         "clicked");
  wait_for_page (self, "difference_stack", "same");
  tide_test_settle (100);
  g_assert_nonnull (self->dialog);
  g_assert_cmpstr (get_note (self, "p1"), ==, "two");
}

/* What is not saved yet is a difference too, and follows what happens to the register. */
static void
test_unsaved (Fixture *self, gconstpointer data)
{
  save_twice (self);
  note (self, "p3", "unsaved");
  show_dialog (self, "versions");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_row (self, 0)), "Last Saved"));
  wait_for_page (self, "difference_stack", "changes");

  g_assert_true (tide_register_undo (self->reg));
  wait_for_page (self, "difference_stack", "same");
  g_assert_null (tide_test_find_label (GTK_WIDGET (get_row (self, 0)), "Last Saved"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_row (self, 0)), "Current"));

  g_assert_true (tide_register_redo (self->reg));
  wait_for_page (self, "difference_stack", "changes");
  restore (self);
  g_assert_null (get_note (self, "p3"));
  g_assert_cmpstr (get_note (self, "p1"), ==, "two");
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  const TideVersion *version;
  g_autofree char *text = NULL;
  gsize length;

  save_twice (self);
  show_dialog (self, "versions");
  select_row (self, 0, "same");
  version = tide_version_row_get_version (get_row (self, 1));
  g_assert_true (g_file_get_contents (version->path, &text, &length, NULL));
  text[length - 12] ^= 1;
  g_assert_true (g_file_set_contents (version->path, text, (gssize) length, NULL));

  select_row (self, 1, "failed");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (self->dialog),
                                          "This version is damaged and cannot be read."));
  g_assert_false (can_restore (self));
  select_row (self, 2, "changes");
  g_assert_true (can_restore (self));
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);
  AdwBanner *banner;

  save_twice (self);
  g_ptr_array_add (problems,
                   tide_problem_new (TIDE_PROBLEM_SHARES_NOT_WHOLE, "90", "Fields", NULL));
  tide_register_take_problems (self->reg, problems);
  show_dialog (self, "versions");
  select_row (self, 2, "changes");
  g_assert_false (can_restore (self));
  banner = get_child (self, "banner");
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "has problems"));
}

/* A version that was saved with doubts in it would bring them back. */
static void
test_doubtful (Fixture *self, gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p9", "Nine");
  g_autoptr (TideVersion) version = tide_version_new ("register", TIDE_TEST_TIME + 60);
  g_autoptr (GBytes) bytes = NULL;

  tide_test_payload_set (project, "division", "nowhere");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
  bytes = tide_json_write (snapshot, NULL, NULL, NULL, NULL);
  save_twice (self);
  g_assert_true (tide_versions_keep (self->versions, version, bytes, TIDE_TEST_TIME, "UTC", NULL));
  show_dialog (self, "versions");
  wait_for_page (self, "difference_stack", "changes");
  g_assert_false (can_restore (self));
  g_assert_true (adw_banner_get_revealed (get_child (self, "banner")));
  select_row (self, 3, "changes");
  g_assert_true (can_restore (self));
  g_assert_false (adw_banner_get_revealed (get_child (self, "banner")));
}

/* Enter on a version leads to what can be done with it. */
static void
test_activate (Fixture *self, gconstpointer data)
{
  save_twice (self);
  show_dialog (self, "versions");
  select_row (self, 1, "changes");
  g_signal_emit_by_name (get_row (self, 1), "activate");
  tide_test_settle (0);
  g_assert_true (gtk_widget_has_focus (get_child (self, "restore_button")));
  g_assert_true (adw_navigation_split_view_get_show_content (get_child (self, "split_view")));
}

typedef struct
{
  TideComparison changes;
  const char *text;
} ChangesRow;

static const ChangesRow changes_rows[] = {
  { { 3, 2, 1 }, "3 added, 2 changed, 1 removed" },
  { { 0, 12, 0 }, "12 changed" },
  { { 1, 0, 1 }, "1 added, 1 removed" },
  { { 0, 0, 0 }, "No record changed" },
};

static void
test_changes_text (gconstpointer data)
{
  const ChangesRow *row = data;
  g_autofree char *text = tide_version_text_dup_changes (&row->changes);

  g_assert_cmpstr (text, ==, row->text);
}

#define ADD(name, func) g_test_add ("/ui/versions/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("empty", test_empty);
  ADD ("list", test_list);
  ADD ("restore", test_restore);
  g_test_add ("/ui/versions/restore-row/shown", Fixture, GINT_TO_POINTER (1), set_up,
              test_restore_row, tear_down);
  g_test_add ("/ui/versions/restore-row/other", Fixture, GINT_TO_POINTER (2), set_up,
              test_restore_row, tear_down);
  ADD ("restore-row/present", test_restore_present);
  ADD ("unsaved", test_unsaved);
  ADD ("damaged", test_damaged);
  ADD ("read-only", test_read_only);
  ADD ("doubtful", test_doubtful);
  ADD ("activate", test_activate);
  for (gsize i = 0; i < G_N_ELEMENTS (changes_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/versions/changes/", changes_rows[i].text, NULL);

      g_test_add_data_func (path, &changes_rows[i], test_changes_text);
    }

  return g_test_run ();
}
