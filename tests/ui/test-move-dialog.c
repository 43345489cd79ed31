/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-code.h"
#include "core/tide-register-later.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-move-dialog.h"
#include "ui/dialogs/tide-project-dialog.h"
#include "ui/pages/tide-project-details.h"
#include "ui/rows/tide-field-link.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

static const char *const p1[] = { "p1", NULL };
static const char *const all[] = { "p1", "p2", "p3", NULL };

/* A dialog over a window; it is NULL once it is finalised. */
typedef struct
{
  TideRegister *reg;
  AdwWindow *window;
  TideMoveDialog *dialog;
  guint n_moved;
} Fixture;

static void
on_moved (Fixture *fixture)
{
  fixture->n_moved++;
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
    adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  tide_test_settle (100);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->reg);
}

static void
open_dialog (Fixture *fixture, const char *list, const char *const *ids)
{
  g_set_weak_pointer (&fixture->dialog, tide_move_dialog_new (fixture->reg, list, ids));
  g_signal_connect_swapped (fixture->dialog, "moved", G_CALLBACK (on_moved), fixture);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window));
  tide_test_settle (100);
}

static GtkListBox *
get_choices (Fixture *fixture)
{
  return GTK_LIST_BOX (tide_test_find_child (GTK_WIDGET (fixture->dialog), GTK_TYPE_LIST_BOX));
}

static int
get_chosen (Fixture *fixture)
{
  return gtk_list_box_row_get_index (gtk_list_box_get_selected_row (get_choices (fixture)));
}

static void
choose (Fixture *fixture, int index)
{
  GtkListBox *choices = get_choices (fixture);

  gtk_list_box_select_row (choices, gtk_list_box_get_row_at_index (choices, index));
}

static TideField *
get_field (Fixture *fixture, const char *path)
{
  return tide_draft_get_field (tide_move_dialog_get_entry (fixture->dialog), path);
}

static GtkWidget *
find_row (Fixture *fixture, const char *path)
{
  return tide_field_find_row (GTK_WIDGET (fixture->dialog), get_field (fixture, path));
}

static void
type (Fixture *fixture, const char *path, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, path)), text);
}

static void
move (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "move.move", NULL);
  tide_test_settle (100);
}

static const TideProjectPayload *
get_project (Fixture *fixture, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, id));
}

/* It offers the next stage, of today; each stage is told with its definition. */
static void
test_next (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "stages", p1);
  g_assert_cmpint (get_chosen (fixture), ==, TIDE_STAGE_REGISTERED);
  g_assert_cmpstr (tide_field_get_text (get_field (fixture, "date")), ==, "2023-11-15");
  for (int i = 0; i < TIDE_N_STAGES; i++)
    {
      AdwActionRow *row = ADW_ACTION_ROW (gtk_list_box_get_row_at_index (get_choices (fixture), i));
      const char *code = tide_codes_get_code (TIDE_CODES_STAGE, (guint) i);

      g_assert_cmpstr (adw_action_row_get_subtitle (row), ==,
                       tide_codes_get_definition (TIDE_CODES_STAGE, code, TIDE_LANGUAGE_EN));
    }
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->dialog), "Present"));

  type (fixture, "note", "Company founded");
  move (fixture);
  g_assert_null (fixture->dialog);
  g_assert_cmpuint (fixture->n_moved, ==, 1);
  g_assert_cmpint (get_project (fixture, "p1")->stage, ==, TIDE_STAGE_REGISTERED);
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "move-project");
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "stages", p1);
  choose (fixture, TIDE_STAGE_NEGOTIATING);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->dialog),
                                          "Back from Signed to Negotiating. The log keeps both."));
  move (fixture);
  g_assert_cmpint (get_project (fixture, "p1")->stage, ==, TIDE_STAGE_NEGOTIATING);
  g_assert_cmpuint (get_project (fixture, "p1")->stages->len, ==, 3);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "stages", all);
  choose (fixture, TIDE_STAGE_SIGNED);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->dialog),
                                          "1 project is there already and stays as it is."));
  move (fixture);
  g_assert_cmpuint (get_project (fixture, "p1")->stages->len, ==, 2);
  g_assert_cmpint (get_project (fixture, "p2")->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_null (get_project (fixture, "p2")->stages);
  g_assert_null (get_project (fixture, "p3")->stages);
}

static void
add_many (Fixture *fixture, GPtrArray *ids)
{
  g_autoptr (TideStep) step = tide_step_new ("add-project", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= TIDE_MANY_EDITS; i++)
    {
      char *id = g_strdup_printf ("many-%u", i);

      g_ptr_array_add (ids, id);
      tide_step_add_record (step, TIDE_RECORD_PROJECT,
                            tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PROJECT, id, id)),
                            i + 3);
    }
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
}

/* Many are moved in a thread: the dialog stays until they are, and cannot move them twice. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  add_many (fixture, ids);
  open_dialog (fixture, "stages", (const char *const *) ids->pdata);
  choose (fixture, TIDE_STAGE_SIGNED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "move.move", NULL);
  g_assert_null (get_project (fixture, "many-0")->stages);
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
  while (fixture->n_moved == 0)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);

  g_assert_null (fixture->dialog);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpuint (get_project (fixture, g_ptr_array_index (ids, i))->stages->len, ==, 1);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_null (get_project (fixture, "many-0")->stages);
}

/* What cannot be is told beside the field, as it is typed, and nothing is lost. */
static void
test_date (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "2023-07", "3020", "2024", "soon", "" };

  open_dialog (fixture, "stages", p1);
  type (fixture, "note", "kept");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (fixture, "date", wrong[i]);
      if (*wrong[i] != '\0')
        g_assert_nonnull (tide_field_get_problem (get_field (fixture, "date")));
      move (fixture);
      g_assert_nonnull (fixture->dialog);
      g_assert_nonnull (tide_field_get_problem (get_field (fixture, "date")));
      g_assert_cmpstr (tide_field_get_text (get_field (fixture, "note")), ==, "kept");
      g_assert_null (tide_register_get_undo_step (fixture->reg));
    }

  type (fixture, "date", "2023-10");
  g_assert_null (tide_field_get_problem (get_field (fixture, "date")));
  move (fixture);
  g_assert_null (fixture->dialog);
}

static void
test_present (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "stages", p1);
  choose (fixture, TIDE_STAGE_SIGNED);
  move (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->dialog), "It is “Signed” already."));
  choose (fixture, TIDE_STAGE_STARTED);
  g_assert_null (tide_test_find_label (GTK_WIDGET (fixture->dialog), "It is “Signed” already."));
  move (fixture);
  g_assert_cmpint (get_project (fixture, "p1")->stage, ==, TIDE_STAGE_STARTED);
}

/* A pause needs a reason, and may say until when; its end needs neither. */
static void
test_status (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, "statuses", p1);
  g_assert_cmpint (get_chosen (fixture), ==, TIDE_STATUS_PAUSED);
  g_assert_true (gtk_widget_get_visible (find_row (fixture, "until")));
  move (fixture);
  g_assert_cmpstr (tide_field_get_problem (get_field (fixture, "reason")), ==, "Say why.");

  type (fixture, "reason", "Land");
  type (fixture, "until", "2024-03");
  move (fixture);
  g_assert_null (fixture->dialog);
  g_assert_cmpint (get_project (fixture, "p1")->status, ==, TIDE_STATUS_PAUSED);

  open_dialog (fixture, "statuses", p1);
  g_assert_cmpint (get_chosen (fixture), ==, TIDE_STATUS_NORMAL);
  g_assert_false (gtk_widget_get_visible (find_row (fixture, "until")));
  move (fixture);
  g_assert_cmpint (get_project (fixture, "p1")->status, ==, TIDE_STATUS_NORMAL);
  g_assert_cmpuint (get_project (fixture, "p1")->statuses->len, ==, 2);
}

/* Within a form nothing reaches the register before that is saved. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  TideProjectDialog *form = tide_project_dialog_new (fixture->reg, "p1");
  TideDraft *draft = tide_project_dialog_get_draft (form);

  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (fixture->window));
  tide_test_settle (100);
  g_set_weak_pointer (&fixture->dialog,
                      tide_move_dialog_new_for_form (fixture->reg, "stages", draft));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (form));
  tide_test_settle (100);
  move (fixture);
  g_assert_null (fixture->dialog);
  g_assert_null (tide_register_get_undo_step (fixture->reg));
  g_assert_cmpuint (g_list_model_get_n_items (tide_draft_get_entries (draft, "stages")), ==, 3);

  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  tide_test_settle (100);
  g_assert_cmpint (get_project (fixture, "p1")->stage, ==, TIDE_STAGE_REGISTERED);
}

/* A project that is new is nowhere yet. */
static void
test_new_project (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideDraft) draft = tide_draft_new (fixture->reg, TIDE_RECORD_PROJECT, NULL);

  g_set_weak_pointer (&fixture->dialog,
                      tide_move_dialog_new_for_form (fixture->reg, "stages", draft));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window));
  tide_test_settle (100);
  g_assert_cmpint (get_chosen (fixture), ==, TIDE_STAGE_LEAD);
  move (fixture);
  g_assert_null (fixture->dialog);
  g_assert_cmpuint (g_list_model_get_n_items (tide_draft_get_entries (draft, "stages")), ==, 1);
}

/* The details tell how long each stage took, and follow a move. */
static void
test_details (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("Elsewhere");
  TideProjectDetails *details
      = g_object_new (TIDE_TYPE_PROJECT_DETAILS, "register", fixture->reg, NULL);

  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (details));
  adw_window_set_content (fixture->window, box);
  gtk_widget_grab_focus (button);
  tide_project_details_set_project (
      details, TIDE_PROJECT (tide_register_lookup (fixture->reg, TIDE_RECORD_PROJECT, "p1")));
  tide_test_settle (100);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (details), "76–106 days"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (details), "213–607 days"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (details), "160亿元"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (details), "1 amount"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (details), "CNY 16,000,000,000.00"));

  open_dialog (fixture, "stages", p1);
  choose (fixture, TIDE_STAGE_LEAD);
  move (fixture);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (details), "0 days · gone back"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/move-dialog/next", test_next },       { "/move-dialog/back", test_back },
    { "/move-dialog/several", test_several }, { "/move-dialog/date", test_date },
    { "/move-dialog/present", test_present }, { "/move-dialog/status", test_status },
    { "/move-dialog/form", test_form },       { "/move-dialog/new-project", test_new_project },
    { "/move-dialog/details", test_details }, { "/move-dialog/many", test_many },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
