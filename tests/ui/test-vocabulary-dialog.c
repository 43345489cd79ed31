/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-vocabulary-dialog.h"
#include "ui/lists/tide-vocabulary-list.h"
#include "ui/lists/tide-vocabulary-row.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>\u202e"

/* A list over a window; the dialog is NULL once it is finalised. */
typedef struct
{
  TideRegister *reg;
  AdwWindow *window;
  AdwDialog *dialog;
  char *added;
} Fixture;

static void
on_added (Fixture *fixture, const char *id)
{
  g_set_str (&fixture->added, id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  adw_window_set_content (fixture->window, adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    adw_dialog_force_close (fixture->dialog);
  tide_test_settle (100);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->reg);
  g_free (fixture->added);
}

static void
open_list (Fixture *fixture, TideRecordKind kind)
{
  g_set_weak_pointer (&fixture->dialog, tide_vocabulary_dialog_new (fixture->reg, kind));
  g_signal_connect_swapped (fixture->dialog, "added", G_CALLBACK (on_added), fixture);
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  tide_test_settle (100);
}

static gboolean
act (Fixture *fixture, const char *action)
{
  const gboolean is_done = gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL);

  tide_test_settle (100);

  return is_done;
}

static void
select_record (Fixture *fixture, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "vocabulary.select", "s", id);
  tide_test_settle (100);
}

static GListModel *
get_records (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (
      GTK_LIST_VIEW (tide_test_find_child (GTK_WIDGET (fixture->dialog), GTK_TYPE_LIST_VIEW))));
}

static const TideVocabularyLook *
get_look (GListModel *records, guint position)
{
  g_autoptr (TideVocabularyItem) item = g_list_model_get_item (records, position);

  g_assert_nonnull (item);

  return tide_vocabulary_item_get_look (item);
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = tide_test_find_child (GTK_WIDGET (fixture->dialog), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  tide_test_settle (100);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (tide_test_find_child (GTK_WIDGET (fixture->dialog), GTK_TYPE_STACK)));
}

/* Fills the one field that must be filled of the form on top, and saves it. */
static void
save_form (Fixture *fixture, const char *path, const char *text)
{
  AdwDialog *form = adw_window_get_visible_dialog (fixture->window);

  g_assert_true (TIDE_IS_RECORD_DIALOG (form));
  tide_field_set_text (
      tide_draft_get_field (tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (form)), path), text);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  tide_test_settle (100);
  g_assert_true (adw_window_get_visible_dialog (fixture->window) == fixture->dialog);
}

static void
delete_record (Fixture *fixture, TideRecordKind kind, const char *id)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (TideStep) step = tide_register_new_delete_step (fixture->reg, kind, ids, NULL);

  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
}

static void
test_divisions (Fixture *fixture, gconstpointer data)
{
  GListModel *records;

  open_list (fixture, TIDE_RECORD_DIVISION);
  records = get_records (fixture);
  g_assert_cmpstr (adw_dialog_get_title (fixture->dialog), ==, "Divisions");
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 2);
  g_assert_cmpstr (get_look (records, 0)->title, ==, "City");
  g_assert_cmpuint (get_look (records, 0)->depth, ==, 0);
  g_assert_cmpuint (get_look (records, 0)->n_uses, ==, 1);
  g_assert_cmpstr (get_look (records, 1)->title, ==, "East");
  g_assert_cmpstr (get_look (records, 1)->details, ==, "City");
  g_assert_cmpuint (get_look (records, 1)->depth, ==, 1);
  g_assert_cmpuint (get_look (records, 1)->n_uses, ==, 1);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  GListModel *records;

  open_list (fixture, TIDE_RECORD_PARTY);
  search (fixture, "maker");
  g_assert_true (act (fixture, "vocabulary.add"));
  save_form (fixture, "name/en", STRANGE);
  g_assert_nonnull (tide_register_lookup (fixture->reg, TIDE_RECORD_PARTY, fixture->added));

  /* Shown and chosen, although the search would hide it. */
  records = get_records (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 2);
  g_assert_cmpstr (tide_vocabulary_item_get_id (
                       gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (records))),
                   ==, fixture->added);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  GListModel *records;
  g_autoptr (TideVocabularyItem) item = NULL;

  open_list (fixture, TIDE_RECORD_SOURCE);
  records = get_records (fixture);
  item = g_list_model_get_item (records, 0);
  g_assert_cmpuint (get_look (records, 0)->n_uses, ==, 2);
  g_signal_emit_by_name (tide_test_find_child (GTK_WIDGET (fixture->dialog), GTK_TYPE_LIST_VIEW),
                         "activate", 0);
  tide_test_settle (100);
  save_form (fixture, "publisher", STRANGE);
  g_assert_cmpstr (tide_vocabulary_item_get_look (item)->details, ==, "\u2068" STRANGE "\u2069");
  g_assert_null (fixture->added);
}

static void
test_retire (Fixture *fixture, gconstpointer data)
{
  GListModel *records;

  open_list (fixture, TIDE_RECORD_DIVISION);
  records = get_records (fixture);
  select_record (fixture, "east");
  g_assert_true (act (fixture, "vocabulary.retire"));
  g_assert_true (get_look (records, 1)->is_retired);
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "retire-division");
  g_assert_true (act (fixture, "vocabulary.restore"));
  g_assert_false (get_look (records, 1)->is_retired);
  g_assert_true (act (fixture, "vocabulary.undo"));
  g_assert_true (get_look (records, 1)->is_retired);
}

/* Sources cannot be retired: the file has no word for it. */
static void
test_no_retirement (Fixture *fixture, gconstpointer data)
{
  open_list (fixture, TIDE_RECORD_SOURCE);
  act (fixture, "vocabulary.retire");
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  open_list (fixture, TIDE_RECORD_PARTY);
  g_assert_true (act (fixture, "vocabulary.delete"));
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (fixture->window)));
  adw_dialog_force_close (adw_window_get_visible_dialog (fixture->window));
  tide_test_settle (100);
  g_assert_nonnull (tide_register_lookup (fixture->reg, TIDE_RECORD_PARTY, "maker"));

  /* Nothing refers to it any more, so nothing is asked. */
  delete_record (fixture, TIDE_RECORD_PROJECT, "p1");
  tide_test_settle (100);
  g_assert_true (act (fixture, "vocabulary.delete"));
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_PARTY, "maker"));
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_true (act (fixture, "vocabulary.undo"));
  g_assert_nonnull (tide_register_lookup (fixture->reg, TIDE_RECORD_PARTY, "maker"));
  g_assert_cmpstr (get_page (fixture), ==, "list");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GListModel *records;

  open_list (fixture, TIDE_RECORD_DIVISION);
  records = get_records (fixture);
  search (fixture, "EAST");
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
  /* By what is told beside the name too. */
  search (fixture, "city");
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 2);
  search (fixture, "city east");
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 1);
  search (fixture, "nowhere");
  g_assert_cmpstr (get_page (fixture), ==, "no-match");
  g_assert_true (act (fixture, "vocabulary.clear-search"));
  g_assert_cmpstr (get_page (fixture), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 2);
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *button;

  open_list (fixture, TIDE_RECORD_DIVISION);
  select_record (fixture, "east");
  row = tide_test_find_child (GTK_WIDGET (fixture->dialog), TIDE_TYPE_VOCABULARY_ROW);
  button = tide_test_find_child (row, GTK_TYPE_MENU_BUTTON);
  tide_vocabulary_row_show_menu (TIDE_VOCABULARY_ROW (row));
  tide_test_settle (100);
  g_assert_true (gtk_menu_button_get_active (GTK_MENU_BUTTON (button)));
  /* What the menu does concerns the row that it belongs to. */
  g_assert_cmpstr (tide_vocabulary_item_get_id (gtk_single_selection_get_selected_item (
                       GTK_SINGLE_SELECTION (get_records (fixture)))),
                   ==, "city");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  tide_test_settle (100);
}

/* Records that stand below themselves are listed all the same, and each once. */
static void
test_loop (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  TidePayload *first = tide_test_payload_new (TIDE_RECORD_DIVISION, "first", "First");
  TidePayload *second = tide_test_payload_new (TIDE_RECORD_DIVISION, "second", "Second");
  g_autoptr (TideRegister) reg = NULL;
  g_autoptr (TideVocabularyList) list = NULL;

  tide_test_payload_set (first, "parent", "second");
  tide_test_payload_set (second, "parent", "first");
  tide_snapshot_add (snapshot, TIDE_RECORD_DIVISION, first);
  tide_snapshot_add (snapshot, TIDE_RECORD_DIVISION, second);
  reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
  list = tide_vocabulary_list_new (reg, TIDE_RECORD_DIVISION);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  g_assert_cmpstr (get_look (G_LIST_MODEL (list), 2)->title, ==, "First");
  g_assert_cmpstr (get_look (G_LIST_MODEL (list), 3)->title, ==, "Second");
}

static void
count_changes (guint *n)
{
  ++*n;
}

/* A record that says something else is no other item. */
static void
test_same_items (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideVocabularyList) list = tide_vocabulary_list_new (reg, TIDE_RECORD_DIVISION);
  g_autoptr (TideVocabularyItem) item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_autoptr (TideStep) step
      = tide_register_new_retire_step (reg, TIDE_RECORD_DIVISION, "east", TRUE);
  guint n_emitted = 0;
  guint n_changed = 0;

  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_changes), &n_emitted);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (count_changes), &n_changed);
  g_assert_true (tide_register_apply (reg, step, NULL));
  g_assert_cmpuint (n_emitted, ==, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (tide_vocabulary_item_get_look (item)->is_retired);
  g_signal_handlers_disconnect_by_data (list, &n_emitted);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/vocabulary-dialog/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("divisions", test_divisions);
  ADD ("add", test_add);
  ADD ("edit", test_edit);
  ADD ("retire", test_retire);
  ADD ("no-retirement", test_no_retirement);
  ADD ("delete", test_delete);
  ADD ("search", test_search);
  ADD ("menu", test_menu);
  g_test_add_func ("/ui/vocabulary-list/loop", test_loop);
  g_test_add_func ("/ui/vocabulary-list/same-items", test_same_items);

  return g_test_run ();
}
