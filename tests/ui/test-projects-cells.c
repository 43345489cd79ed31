/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "core/tide-register-later.h"
#include "ui/lists/tide-cell-editor.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#include <adwaita.h>

#define TITLE "Cells under test"

typedef struct
{
  TideRegister *reg;
  TideProjectsPage *page;
  TideProjectsTable *table;
  GtkWidget *window;
  gboolean is_copied; /* the clipboard has something new */
} Fixture;

static void
on_clipboard_changed (Fixture *fixture)
{
  fixture->is_copied = TRUE;
}

static void
show (Fixture *fixture, TideRegister *reg)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  fixture->reg = reg;
  fixture->page = g_object_new (TIDE_TYPE_PROJECTS_PAGE, "register", reg, NULL);
  fixture->table = (TideProjectsTable *) tide_test_find_child (GTK_WIDGET (fixture->page),
                                                               TIDE_TYPE_PROJECTS_TABLE);
  fixture->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), TITLE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (fixture->page));
  gtk_window_set_child (GTK_WINDOW (fixture->window), toasts);
  g_signal_connect_swapped (gtk_widget_get_clipboard (fixture->window), "changed",
                            G_CALLBACK (on_clipboard_changed), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  show (fixture, tide_test_register_new ());
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);

  g_signal_handlers_disconnect_by_data (clipboard, fixture);
  gdk_clipboard_set_content (clipboard, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->reg);
}

/* Keys pressed as a person presses them: on the display, whatever has the focus. */
static void
press (Fixture *fixture, const char *const *keys)
{
  static const char *const start[] = { "xdotool",     "search", "--onlyvisible", "--name",  TITLE,
                                       "windowfocus", "--sync", "key",           "--delay", "60" };
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (start); i++)
    g_ptr_array_add (command, (char *) start[i]);
  for (; *keys != NULL; keys++)
    g_ptr_array_add (command, (char *) *keys);
  g_ptr_array_add (command, NULL);

  process = g_subprocess_newv ((const char *const *) command->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  while (g_subprocess_get_identifier (process) != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  tide_test_settle (200);
  g_assert_true (g_subprocess_get_successful (process));
}

static guint
get_n_projects (Fixture *fixture)
{
  return tide_list_get_n (tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT));
}

static const TideProjectPayload *
get_project (Fixture *fixture, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, id));
}

static GtkWidget *
find_editor (Fixture *fixture)
{
  return tide_test_find_child (GTK_WIDGET (fixture->table), TIDE_TYPE_CELL_EDITOR);
}

static const char *
get_edited (Fixture *fixture)
{
  return tide_project_column_find (
             tide_cell_editor_get_column (TIDE_CELL_EDITOR (find_editor (fixture)))->key)
      ->path;
}

/* Editing ------------------------------------------------------------------------------------- */

/* The row of the project stays selected, and has the focus. */
static void
assert_back_in_row (Fixture *fixture, const char *id)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_null (find_editor (fixture));
  g_assert_cmpstr (tide_projects_page_get_selected_id (fixture->page), ==, id);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->table)));
}

static void
test_enter (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "F2", "Z", "e", "d", "Return", NULL };

  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  g_assert_cmpstr (get_project (fixture, "p1")->name.en, ==, "Zed");
  assert_back_in_row (fixture, "p1");
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "F2", "Z", "e", "d", "Escape", NULL };

  tide_projects_page_reveal (fixture->page, "p2");
  press (fixture, keys);
  g_assert_cmpstr (get_project (fixture, "p2")->name.en, ==, "Battery plant, part 2");
  g_assert_false (tide_register_get_can_undo (fixture->reg));
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (tide_register_get_drafts (fixture->reg))), ==, 0);
  assert_back_in_row (fixture, "p2");
}

static void
test_tab (Fixture *fixture, gconstpointer data)
{
  static const char *const forth[] = { "F2", "Z", "Tab", NULL };
  static const char *const back[] = { "shift+Tab", NULL };
  static const char *const out[] = { "shift+Tab", NULL };

  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, forth);
  g_assert_cmpstr (get_project (fixture, "p1")->name.en, ==, "Z");
  g_assert_cmpstr (get_edited (fixture), ==, "division");
  press (fixture, back);
  g_assert_cmpstr (get_edited (fixture), ==, "name");
  press (fixture, out);
  assert_back_in_row (fixture, "p1");
}

/* What cannot be saved is neither saved nor lost where a person clicks elsewhere. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "F2", "BackSpace", NULL };
  static const char *const better[] = { "Z", NULL };

  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  gtk_popover_popdown (GTK_POPOVER (find_editor (fixture)));
  tide_test_settle (200);
  g_assert_nonnull (find_editor (fixture));
  g_assert_true (gtk_widget_get_mapped (find_editor (fixture)));
  g_assert_false (tide_register_get_can_undo (fixture->reg));

  press (fixture, better);
  gtk_popover_popdown (GTK_POPOVER (find_editor (fixture)));
  tide_test_settle (200);
  g_assert_cmpstr (get_project (fixture, "p1")->name.en, ==, "Z");
  assert_back_in_row (fixture, "p1");
}

static void
test_editing_ends (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "F2", "Z", NULL };

  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  g_assert_nonnull (find_editor (fixture));
  g_object_set (fixture->page, "register", NULL, NULL);
  g_assert_null (find_editor (fixture));
  g_object_set (fixture->page, "register", fixture->reg, NULL);
  tide_test_settle (200);
  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  g_assert_nonnull (find_editor (fixture));
}

/* Copying and pasting ------------------------------------------------------------------------- */

static void
on_text_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

/* What is copied is written by a thread. */
static void
wait_copied (Fixture *fixture)
{
  while (!fixture->is_copied)
    g_main_context_iteration (NULL, TRUE);
  fixture->is_copied = FALSE;
}

static void
wait_pasted (Fixture *fixture, guint n_before)
{
  while (get_n_projects (fixture) == n_before)
    g_main_context_iteration (NULL, TRUE);
}

static char *
dup_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, on_text_read,
                                 &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static void
change (Fixture *fixture, const char *id, const char *path, const char *text)
{
  g_autoptr (TideDraft) draft
      = tide_draft_new (fixture->reg, TIDE_RECORD_PROJECT, &get_project (fixture, id)->base);
  TideField *field = tide_draft_get_field (draft, path);

  if (text != NULL)
    tide_field_set_text (field, text);
  else
    tide_field_set_active (field, TRUE);
  g_assert_true (tide_draft_commit (draft, NULL, NULL));
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "name", "number", "agreement", "investor", NULL };
  static const char *const keys[] = { "ctrl+c", NULL };
  g_autofree char *text = NULL;

  tide_projects_table_set_columns (fixture->table, columns);
  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  wait_copied (fixture);
  text = dup_clipboard (fixture);
  g_assert_true (g_str_has_prefix (text, "Name\tNumber\tAgreement ("));
  g_assert_cmpstr (strstr (text, "\r\n"), ==,
                   "\r\nBattery plant\t2023-001\t16000000000\tMaker\r\n");
}

/* Other programs get a code name only, unless a person wants them to have the names. */
static void
test_copy_confidential (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "name", "other-name", "investor", NULL };
  static const char *const keys[] = { "ctrl+c", NULL };
  g_autofree char *text = NULL;
  g_autofree char *named = NULL;

  change (fixture, "p1", "name/zh", "电池厂");
  change (fixture, "p1", "code-name", "Falcon");
  change (fixture, "p1", "confidential", NULL);
  tide_projects_table_set_columns (fixture->table, columns);
  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  wait_copied (fixture);
  text = dup_clipboard (fixture);
  g_assert_true (g_str_has_suffix (text, "\r\nFalcon\t\t\r\n"));
  g_assert_nonnull (tide_test_find_label (
      fixture->window, "1 project copied, without the names of 1 confidential project"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "list.copy-with-names", NULL);
  wait_copied (fixture);
  tide_test_settle (200);
  named = dup_clipboard (fixture);
  g_assert_true (g_str_has_suffix (named, "\r\nBattery plant\t电池厂\tMaker\r\n"));
  g_assert_nonnull (tide_test_find_label (fixture->window, "1 project copied"));
}

/* Withheld from others, a name comes back where the project is pasted. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  static const char *const copy[] = { "ctrl+a", "ctrl+c", NULL };
  static const char *const paste[] = { "ctrl+v", NULL };
  const TideProjectPayload *pasted;
  g_auto (GStrv) ids = NULL;

  change (fixture, "p1", "confidential", NULL);
  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, copy);
  wait_copied (fixture);
  press (fixture, paste);
  wait_pasted (fixture, 3);
  g_assert_cmpuint (get_n_projects (fixture), ==, 6);
  ids = tide_projects_page_dup_selected_ids (fixture->page);
  g_assert_cmpuint (g_strv_length (ids), ==, 3);
  pasted = get_project (fixture, ids[0]);
  g_assert_cmpstr (pasted->base.id, !=, "p1");
  g_assert_cmpstr (pasted->name.en, ==, "Battery plant");
  g_assert_true (pasted->confidential);

  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (get_n_projects (fixture), ==, 3);
}

static void
test_paste_something_else (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "ctrl+v", NULL };
  g_autoptr (GBytes) pixel = g_bytes_new_static ("rgba", 4);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (1, 1, GDK_MEMORY_R8G8B8A8, pixel, 4);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (fixture->window), texture);
  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  tide_test_settle (200);
  g_assert_cmpuint (get_n_projects (fixture), ==, 3);
  g_assert_false (tide_register_get_can_undo (fixture->reg));
  g_assert_nonnull (tide_test_find_label (
      fixture->window, "Only projects and tables that were copied can be pasted"));
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer pasted)
{
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (parameter);

  g_assert_null (*(char **) pasted);
  *(char **) pasted = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
paste_from_others (Fixture *fixture, GdkContentProvider *provider)
{
  static const char *const keys[] = { "ctrl+v", NULL };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action
      = g_simple_action_new ("import-pasted", G_VARIANT_TYPE_BYTESTRING);
  char *pasted = NULL;

  g_signal_connect (action, "activate", G_CALLBACK (on_import), &pasted);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (fixture->window), provider);
  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  while (pasted == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_insert_action_group (fixture->window, "win", NULL);

  return pasted;
}

static GdkContentProvider *
provide (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/* A table that another program has copied is imported; a page tells more of it than text does. */
static void
test_paste_table (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Name\tStage\nRobots\tSigned\n";
  static const char page[] = "<table><tr><td>Name</td></tr><tr><td>Robots</td></tr></table>";
  GdkContentProvider *both[]
      = { provide ("text/plain;charset=utf-8", text), provide ("text/html", page) };
  g_autoptr (GdkContentProvider) only_text = provide ("text/plain;charset=utf-8", text);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (both, 2);
  g_autofree char *pasted_text = paste_from_others (fixture, only_text);
  GdkContentProvider *poor[] = { provide ("text/plain;charset=utf-8", text),
                                 provide ("text/html", "<p>Name Stage<p>Robots Signed") };
  g_autoptr (GdkContentProvider) without_table = gdk_content_provider_new_union (poor, 2);
  g_autofree char *pasted_page = paste_from_others (fixture, provider);
  g_autofree char *pasted_instead = paste_from_others (fixture, without_table);

  g_assert_cmpstr (pasted_text, ==, text);
  g_assert_cmpstr (pasted_page, ==, page);
  g_assert_cmpstr (pasted_instead, ==, text);
  g_assert_cmpuint (get_n_projects (fixture), ==, 3);
}

/* In a search what is copied and pasted is text. */
static void
test_keys_in_search (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "z", "z", "ctrl+a", "ctrl+c", "End", "ctrl+v", NULL };
  GtkEditable *entry
      = (GtkEditable *) tide_test_find_child (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  tide_projects_page_reveal (fixture->page, "p1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "projects.find", NULL);
  press (fixture, keys);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "zzzz");
  g_assert_cmpuint (get_n_projects (fixture), ==, 3);
}

static void
add_many (Fixture *fixture, guint n)
{
  g_autoptr (TideStep) step = tide_step_new ("add-project", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%u", i);

      tide_step_add_record (step, TIDE_RECORD_PROJECT,
                            tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PROJECT, id, id)),
                            i + 3);
    }
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
}

static void
test_paste_many (Fixture *fixture, gconstpointer data)
{
  const guint n = TIDE_MANY_EDITS * 3;

  add_many (fixture, n);
  gtk_selection_model_select_all (tide_projects_table_get_selection (fixture->table));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "list.copy", NULL);
  wait_copied (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "list.paste", NULL);
  wait_pasted (fixture, n + 3);
  g_assert_cmpuint (get_n_projects (fixture), ==, 2 * (n + 3));
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (get_n_projects (fixture), ==, n + 3);
}

/* Read-only ----------------------------------------------------------------------------------- */

static void
fixture_set_up_read_only (Fixture *fixture, gconstpointer data)
{
  TideRegister *reg = tide_test_register_new ();

  tide_register_make_read_only (reg);
  show (fixture, reg);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "F2", "ctrl+c", "ctrl+v", NULL };
  g_autofree char *text = NULL;

  tide_projects_page_reveal (fixture->page, "p1");
  press (fixture, keys);
  g_assert_null (find_editor (fixture));
  g_assert_cmpuint (get_n_projects (fixture), ==, 3);
  wait_copied (fixture);
  text = dup_clipboard (fixture);
  g_assert_nonnull (strstr (text, "Battery plant"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  tide_ui_init ();

  ADD ("/ui/projects-cells/enter", test_enter);
  ADD ("/ui/projects-cells/escape", test_escape);
  ADD ("/ui/projects-cells/tab", test_tab);
  ADD ("/ui/projects-cells/closed", test_closed);
  ADD ("/ui/projects-cells/editing-ends", test_editing_ends);
  ADD ("/ui/projects-cells/copy", test_copy);
  ADD ("/ui/projects-cells/copy-confidential", test_copy_confidential);
  ADD ("/ui/projects-cells/paste", test_paste);
  ADD ("/ui/projects-cells/paste-something-else", test_paste_something_else);
  ADD ("/ui/projects-cells/paste-table", test_paste_table);
  ADD ("/ui/projects-cells/keys-in-search", test_keys_in_search);
  ADD ("/ui/projects-cells/paste-many", test_paste_many);
  g_test_add ("/ui/projects-cells/read-only", Fixture, NULL, fixture_set_up_read_only,
              test_read_only, fixture_tear_down);

  return g_test_run ();
}
