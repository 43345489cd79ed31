/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "stats/tide-ledger.h"
#include "ui/dialogs/tide-entry-dialog.h"
#include "ui/pages/tide-details-section.h"
#include "ui/pages/tide-project-details.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

/* In the order in which they are shown. */
enum
{
  SUMMARY,
  STAGES,
  STATUSES,
  AMOUNTS,
  PARTIES,
  ACTIVITIES,
  PLANS,
  NOTES,
  SOURCES,
  HISTORY,
  N_SECTIONS,
};

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  TideProjectDetails *details;
} Fixture;

static void
add_amount (TidePayload *project, const char *id, const char *kind, const char *value)
{
  TidePayload *entry = tide_test_payload_add_entry (project, "amounts", id);

  tide_test_payload_set (entry, "kind", kind);
  tide_test_payload_set (entry, "value", value);
  tide_test_payload_set (entry, "currency", "CNY");
  tide_test_payload_set (entry, "date", id);
}

/* A project of which something is known in each section. */
static TidePayload *
create_project (void)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "robots", "Robots");
  TidePayload *entry;

  tide_test_payload_set (project, "notes", "Waits for <b>land</b>");
  tide_test_payload_set (project, "plans/completion", "2023-06");
  tide_test_payload_set (project, "expected/output", "500000000");
  entry = tide_test_payload_add_entry (project, "stages", "s1");
  tide_test_payload_set (entry, "stage", "signed");
  tide_test_payload_set (entry, "date", "2023-01");
  add_amount (project, "2023-02", "agreement", "1000000000");
  add_amount (project, "2023-03", "agreement", "500000000");
  add_amount (project, "2023-04", "arrived", "300000000");
  entry = tide_test_payload_add_entry (project, "parties", NULL);
  tide_test_payload_set (entry, "party", "maker");
  entry = tide_test_payload_add_entry (project, "activities", "a1");
  tide_test_payload_set (entry, "date", "2023-10-01");
  tide_test_payload_set (entry, "text", "Visited the site");
  tide_test_payload_set (entry, "next-step", "Send the contract");
  tide_test_payload_set (entry, "due", "2023-11-01");

  return tide_payload_seal (project);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) step = NULL;

  fixture->reg = tide_test_register_new ();
  step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_PROJECT, create_project ());
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  fixture->window = adw_window_new ();
  fixture->details = g_object_new (TIDE_TYPE_PROJECT_DETAILS, "register", fixture->reg, NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->details));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  tide_project_details_set_project (
      fixture->details,
      TIDE_PROJECT (tide_register_lookup (fixture->reg, TIDE_RECORD_PROJECT, "robots")));
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_finalize_object (fixture->reg);
}

static const TideProjectPayload *
get_project (Fixture *fixture)
{
  return TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "robots"));
}

static TideDetailsSection *
get_section (Fixture *fixture, guint index)
{
  GtkWidget *section
      = tide_test_find_child (GTK_WIDGET (fixture->details), TIDE_TYPE_DETAILS_SECTION);

  for (guint i = 0; i < index; i++)
    section = gtk_widget_get_next_sibling (section);

  return TIDE_DETAILS_SECTION (section);
}

static void
assert_shown (Fixture *fixture, guint section, const char *text)
{
  if (tide_test_find_label (GTK_WIDGET (get_section (fixture, section)), text) == NULL)
    g_error ("section %u does not show “%s”", section, text);
}

static void
assert_last_step (Fixture *fixture, const char *name)
{
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, name);
}

static TideEntryDialog *
get_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  return TIDE_IS_ENTRY_DIALOG (dialog) ? TIDE_ENTRY_DIALOG (dialog) : NULL;
}

static void
save (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "form.save", NULL);
  tide_test_settle (400);
  g_assert_null (get_dialog (fixture));
}

static void
open_entry (Fixture *fixture, guint section, const char *key)
{
  TideDetailsRow *row = tide_details_section_find_row (get_section (fixture, section), key);

  g_signal_emit_by_name (get_section (fixture, section), "edit", row);
  tide_test_settle (200);
  g_assert_nonnull (get_dialog (fixture));
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  assert_shown (fixture, STAGES, "Signed");
  assert_shown (fixture, STAGES, "planned for 2023-06 · late");
  assert_shown (fixture, STATUSES, "Normal");
  assert_shown (fixture, AMOUNTS, "20.0 % of what was agreed");
  assert_shown (fixture, ACTIVITIES,
                "2023-10-01\nNext: Send the contract · due by 2023-11-01 · overdue");
  assert_shown (fixture, NOTES, "Waits for <b>land</b>");
  assert_shown (fixture, SOURCES, "Add where it is known from");
  g_assert_false (tide_details_section_get_expanded (get_section (fixture, HISTORY)));
  tide_details_section_set_expanded (get_section (fixture, HISTORY), TRUE);
  assert_shown (fixture, HISTORY, "Add Project “Robots”");
}

/* The running totals are those of the ledger. */
static void
test_totals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = tide_ledger_new (get_project (fixture));

  for (guint i = 0; i < groups->len; i++)
    {
      const TideLedgerGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; group->lines->len > 1 && j < group->lines->len; j++)
        {
          const TideLedgerLine *line = &g_array_index (group->lines, TideLedgerLine, j);
          g_autofree char *running
              = tide_money_dup_text (&line->running, TIDE_UNIT_ONE, tide_language_get_default ());
          g_autofree char *text = g_strdup_printf ("total %s", running);

          assert_shown (fixture, AMOUNTS, text);
        }
    }
}

static TideStep *
create_part (Fixture *fixture, const char *id, const char *name)
{
  TidePayload *part = tide_test_payload_new (TIDE_RECORD_PROJECT, id, name);

  tide_test_payload_set (part, "parent", "robots");

  return tide_register_new_add_step (fixture->reg, TIDE_RECORD_PROJECT, tide_payload_seal (part));
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) arms = create_part (fixture, "arms", "Arms");
  g_autoptr (TideStep) legs = create_part (fixture, "legs", "Legs");

  assert_shown (fixture, SUMMARY, "Counted in Totals");
  g_assert_true (tide_register_apply (fixture->reg, arms, NULL));
  g_assert_true (tide_register_apply (fixture->reg, legs, NULL));
  tide_test_settle (200);
  assert_shown (fixture, SUMMARY, "2 Parts");
  assert_shown (fixture, SUMMARY, "Arms · Legs");
  assert_shown (fixture, SUMMARY, "Left out of totals: its parts count themselves");

  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (200);
  assert_shown (fixture, SUMMARY, "1 Part");
  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (200);
  assert_shown (fixture, SUMMARY, "Counted in Totals");
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  const TideActivity *activity;

  open_entry (fixture, ACTIVITIES, "a1");
  tide_field_set_text (
      tide_draft_get_field (tide_entry_dialog_get_entry (get_dialog (fixture)), "text"),
      "Saw the site");
  save (fixture);

  assert_last_step (fixture, "edit-project-activity");
  activity = g_ptr_array_index (get_project (fixture)->activities, 0);
  g_assert_cmpstr (activity->text, ==, "Saw the site");
  assert_shown (fixture, ACTIVITIES, "Saw the site");
  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (100);
  assert_shown (fixture, ACTIVITIES, "Visited the site");
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  TideDraft *entry;

  g_signal_emit_by_name (get_section (fixture, AMOUNTS), "add");
  tide_test_settle (200);
  entry = tide_entry_dialog_get_entry (get_dialog (fixture));
  tide_field_set_text (tide_draft_get_field (entry, "written"), "2亿元");
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "form.save", NULL);
  tide_test_settle (100);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (entry, "kind")));
  tide_field_set_text (tide_draft_get_field (entry, "kind"), "arrived");
  save (fixture);

  assert_last_step (fixture, "add-project-amount");
  g_assert_cmpuint (get_project (fixture)->amounts->len, ==, 4);
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_section (fixture, NOTES), "add");
  tide_test_settle (200);
  tide_field_set_text (
      tide_draft_get_field (tide_entry_dialog_get_draft (get_dialog (fixture)), "notes"),
      "Has land");
  save (fixture);

  assert_last_step (fixture, "edit-project");
  assert_shown (fixture, NOTES, "Has land");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (
      GTK_WIDGET (tide_details_section_find_row (get_section (fixture, AMOUNTS), "2023-03")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->details), "details.remove", NULL);
  tide_test_settle (100);

  assert_last_step (fixture, "remove-project-amount");
  g_assert_cmpuint (get_project (fixture)->amounts->len, ==, 2);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (get_project (fixture)->amounts->len, ==, 3);
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->details), "details.finish-entry", "s", "a1");
  tide_test_settle (100);

  assert_last_step (fixture, "finish-next-step");
  g_assert_cmpuint (get_project (fixture)->activities->len, ==, 2);
  assert_shown (fixture, ACTIVITIES, "Send the contract");
}

/* What cannot be changed offers nothing that would. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);
  TideDetailsRow *row;

  g_ptr_array_add (problems, tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL));
  tide_register_take_problems (fixture->reg, g_steal_pointer (&problems));
  g_assert_true (tide_register_get_read_only (fixture->reg));
  tide_test_settle (100);

  row = tide_details_section_find_row (get_section (fixture, ACTIVITIES), "a1");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_null (tide_test_find_label (GTK_WIDGET (row), "Done"));
  assert_shown (fixture, SOURCES, "Nothing Recorded");
  g_signal_emit_by_name (get_section (fixture, AMOUNTS), "add");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_activate_action (GTK_WIDGET (fixture->details), "details.remove", NULL);
  tide_test_settle (100);
  g_assert_null (get_dialog (fixture));
  g_assert_cmpuint (get_project (fixture)->activities->len, ==, 1);
}

static void
add_record (Fixture *fixture, TideRecordKind kind, TidePayload *payload)
{
  g_autoptr (TideStep) step
      = tide_register_new_add_step (fixture->reg, kind, tide_payload_seal (payload));

  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
}

/* The result that it comes from and the platform of that are shown, and lead there. */
static void
test_origin (Fixture *fixture, gconstpointer data)
{
  TidePayload *platform = tide_test_payload_new (TIDE_RECORD_PLATFORM, "lab", "Laboratory");
  TidePayload *result = tide_test_payload_new (TIDE_RECORD_RESULT, "arm", "Robot arm");
  GtkWidget *row;

  g_assert_null (tide_test_find_label (GTK_WIDGET (fixture->details), "Comes From Platform"));
  tide_test_payload_set (result, "platform", "lab");
  tide_test_payload_set (result, "became", "robots");
  add_record (fixture, TIDE_RECORD_PLATFORM, platform);
  add_record (fixture, TIDE_RECORD_RESULT, result);
  tide_test_settle (200);

  assert_shown (fixture, SUMMARY, "Comes From Result");
  assert_shown (fixture, SUMMARY, "Comes From Platform");
  assert_shown (fixture, SUMMARY, "Laboratory");
  row = gtk_widget_get_ancestor (
      tide_test_find_label (GTK_WIDGET (fixture->details), "Comes From Platform"),
      TIDE_TYPE_DETAILS_ROW);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.show-platform");
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  gtk_widget_activate (row);
  tide_test_settle (100);
  g_assert_null (get_dialog (fixture));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/project-details/sections", test_sections },
    { "/project-details/totals", test_totals },
    { "/project-details/parts", test_parts },
    { "/project-details/edit", test_edit },
    { "/project-details/add", test_add },
    { "/project-details/fields", test_fields },
    { "/project-details/remove", test_remove },
    { "/project-details/done", test_done },
    { "/project-details/read-only", test_read_only },
    { "/project-details/origin", test_origin },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
