/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/dialogs/tide-attention-dialog.h"
#include "ui/dialogs/tide-attention-pair-dialog.h"
#include "ui/dialogs/tide-project-dialog.h"
#include "ui/pages/tide-attention-list.h"
#include "ui/rows/tide-attention-row.h"
#include "ui/rows/tide-field-link.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#define FOUND 200 /* milliseconds in which the checks are certainly run */

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
} Fixture;

static void
add_distinct_names (TideRegister *reg)
{
  const TidePayload *p1 = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *twin = tide_test_payload_new (TIDE_RECORD_PROJECT, "twin", NULL);
  g_autoptr (TideStep) step = NULL;
  TideProjectPayload *project = (TideProjectPayload *) twin;

  tide_text_init_copy (&project->name, &TIDE_PROJECT_PAYLOAD (p1)->name);
  for (guint i = 0; i < TIDE_PROJECT_PAYLOAD (p1)->parties->len; i++)
    tide_payload_add_entry (
        twin, "parties",
        tide_payload_ref (g_ptr_array_index (TIDE_PROJECT_PAYLOAD (p1)->parties, i)));
  step = tide_register_new_add_step (reg, TIDE_RECORD_PROJECT, tide_payload_seal (twin));
  g_assert_true (tide_register_apply (reg, step, NULL));
}

static void
change_p1 (TideRegister *reg, const char *path, const char *word)
{
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (after, path, word);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after);
  g_assert_true (tide_register_apply (reg, step, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  change_p1 (fixture->reg, "plans/start", "2025");
  change_p1 (fixture->reg, "plans/completion", "2024");
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (FOUND);
  g_assert_finalize_object (fixture->reg);
}

static AdwDialog *
get_top (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
on_filter_requested (GtkWidget *list, TidePayload *filter, TidePayload **requested)
{
  g_clear_pointer (requested, tide_payload_unref);
  *requested = tide_payload_ref (filter);
}

/* The row of a check opens it by its code, and the count all. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = tide_attention_list_new ();
  GtkWidget *rows;
  g_autoptr (TidePayload) requested = NULL;

  adw_window_set_content (ADW_WINDOW (fixture->window), list);
  g_signal_connect (list, "filter-requested", G_CALLBACK (on_filter_requested), &requested);
  tide_attention_list_set_register (TIDE_ATTENTION_LIST (list), fixture->reg);
  tide_test_settle (FOUND);
  g_assert_true (tide_attention_list_get_register (TIDE_ATTENTION_LIST (list)) == fixture->reg);
  g_assert_nonnull (tide_test_find_label (list, "Error: Planned end before start"));
  g_assert_nonnull (tide_test_find_label (list, "3 Projects"));

  rows = tide_test_find_child (list, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (rows, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 0));
  g_assert_nonnull (requested);
  g_assert_cmpstr (g_ptr_array_index (TIDE_FILTER (requested)->checks, 0), ==, "plans-backwards");

  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (FOUND);
  g_assert_null (tide_test_find_label (list, "Error: Planned end before start"));
}

static TideAttentionRow *
present (Fixture *fixture, TideCheck check)
{
  AdwDialog *dialog = tide_attention_dialog_new (fixture->reg, TIDE_CHECK_BIT (check));

  adw_dialog_present (dialog, fixture->window);
  tide_test_settle (FOUND);

  return TIDE_ATTENTION_ROW (tide_test_find_child (GTK_WIDGET (dialog), TIDE_TYPE_ATTENTION_ROW));
}

static TideProjectPayload *
get_p1 (Fixture *fixture)
{
  return (TideProjectPayload *) tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT,
                                                              "p1");
}

/* One step mends, undo brings the finding back. */
static void
test_mend (Fixture *fixture, gconstpointer data)
{
  TideAttentionRow *row = present (fixture, TIDE_CHECK_PLANS_BACKWARDS);
  TidePlans *plans;

  g_assert_nonnull (row);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (row),
                                          "Completion is planned for 2024, the start for 2025"));
  g_signal_emit_by_name (row, "mend", tide_attention_row_get_item (row));
  tide_test_settle (FOUND);
  plans = (TidePlans *) get_p1 (fixture)->plans;
  g_assert_cmpint (plans->start.year, ==, 2024);
  g_assert_cmpint (plans->completion.year, ==, 2025);
  g_assert_null (tide_test_find_label (GTK_WIDGET (get_top (fixture)),
                                       "Completion is planned for 2024, the start for 2025"));

  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (FOUND);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_top (fixture)),
                                          "Completion is planned for 2024, the start for 2025"));
  adw_dialog_force_close (get_top (fixture));
}

/* The form opens at the field that is meant. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  TideAttentionRow *row = present (fixture, TIDE_CHECK_PLANS_BACKWARDS);
  AdwDialog *list = get_top (fixture);
  AdwDialog *form;
  TideField *field;
  GtkWidget *focus;

  g_signal_emit_by_name (row, "edit", tide_attention_row_get_item (row));
  tide_test_settle (FOUND);
  form = get_top (fixture);
  g_assert_true (TIDE_IS_PROJECT_DIALOG (form));
  field = tide_draft_get_field (tide_project_dialog_get_draft (TIDE_PROJECT_DIALOG (form)),
                                "plans/completion");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, tide_field_find_row (GTK_WIDGET (form), field))
                 || focus == tide_field_find_row (GTK_WIDGET (form), field));
  adw_dialog_force_close (form);
  tide_test_settle (2 * FOUND);
  adw_dialog_force_close (list);
  tide_test_settle (2 * FOUND);
}

/* A row that has the focus keeps nothing in memory when the list goes. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  TideAttentionRow *row = present (fixture, TIDE_CHECK_PLANS_BACKWARDS);
  AdwDialog *list = get_top (fixture);

  g_assert_true (gtk_widget_grab_focus (tide_test_find_child (GTK_WIDGET (row), GTK_TYPE_BUTTON)));
  g_signal_emit_by_name (row, "edit", tide_attention_row_get_item (row));
  tide_test_settle (FOUND);
  adw_dialog_force_close (get_top (fixture));
  tide_test_settle (FOUND);
  adw_dialog_force_close (list);
}

/* What is missing altogether is added where it stands in the form. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  TideAttentionRow *row = present (fixture, TIDE_CHECK_NO_AMOUNT);
  AdwDialog *list = get_top (fixture);
  GtkWidget *focus;

  g_signal_emit_by_name (row, "edit", tide_attention_row_get_item (row));
  tide_test_settle (FOUND);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (ADW_IS_BUTTON_ROW (focus));
  adw_dialog_force_close (get_top (fixture));
  tide_test_settle (2 * FOUND);
  adw_dialog_force_close (list);
  tide_test_settle (2 * FOUND);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = tide_test_find_label (root, label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

/* A person's word ends the suspicion, and undo takes the word back. */
static void
test_pair (Fixture *fixture, gconstpointer data)
{
  TideAttentionRow *row;
  AdwDialog *list;

  add_distinct_names (fixture->reg);
  row = present (fixture, TIDE_CHECK_DUPLICATE);
  list = get_top (fixture);
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "edit", tide_attention_row_get_item (row));
  tide_test_settle (FOUND);
  g_assert_true (TIDE_IS_ATTENTION_PAIR_DIALOG (get_top (fixture)));

  g_signal_emit_by_name (find_button (GTK_WIDGET (get_top (fixture)), "Not a Duplicate"),
                         "clicked");
  tide_test_settle (2 * FOUND);
  g_assert_cmpuint (tide_entries_get_n (get_p1 (fixture)->distinct_from), ==, 1);
  g_assert_null (tide_test_find_label (GTK_WIDGET (list), "Warning: Possible duplicate"));

  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (FOUND);
  g_assert_null (get_p1 (fixture)->distinct_from);
  adw_dialog_force_close (list);
}

#define ADD(name, func) g_test_add ("/attention/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("list", test_list);
  ADD ("mend", test_mend);
  ADD ("edit", test_edit);
  ADD ("focus", test_focus);
  ADD ("add", test_add);
  ADD ("pair", test_pair);

  return g_test_run ();
}
