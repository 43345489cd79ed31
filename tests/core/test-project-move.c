/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-project-move.h"

#include "core/tide-field-private.h"
#include "tide-test-register.h"

static const char *const p1[] = { "p1", NULL };
static const char *const all[] = { "p1", "p2", "p3", NULL };

static void
type (TideDraft *entry, const char *path, const char *text)
{
  tide_field_set_text (tide_draft_get_field (entry, path), text);
}

static TideDraft *
new_entry (TideRegister *reg, const char *list, const char *code, const char *date)
{
  TideDraft *entry = tide_project_move_new_draft (reg, list);

  type (entry, g_str_equal (list, "stages") ? "stage" : "status", code);
  if (date != NULL)
    type (entry, "date", date);

  return entry;
}

static const TideProjectPayload *
get_project (TideRegister *reg, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id));
}

static TideStep *
step_new (TideRegister *reg, TideDraft *entry, const char *const *ids)
{
  g_autoptr (TidePayload) values = tide_project_move_dup_values (entry);
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  TideClock *clock = tide_register_get_clock (reg);

  return tide_project_move_new_step (values, snapshot, ids, clock, tide_clock_get_seconds (clock));
}

static void
apply (TideRegister *reg, TideDraft *entry, const char *const *ids, const char *label)
{
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  g_assert_null (tide_project_move_check (entry, ids));
  step = step_new (reg, entry, ids);
  told = tide_step_dup_label (step);
  g_assert_cmpstr (told, ==, label);
  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
}

static void
move (TideRegister *reg, const char *stage, const char *date, const char *label)
{
  g_autoptr (TideDraft) entry = new_entry (reg, "stages", stage, date);

  apply (reg, entry, p1, label);
}

static void
test_forward (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) entry = new_entry (reg, "stages", "started", NULL);
  const TideStageEntry *last;
  g_autofree char *date = NULL;

  type (entry, "note", "Ground broken");
  apply (reg, entry, p1, "Move “Battery plant” to Started");

  g_assert_cmpint (get_project (reg, "p1")->stage, ==, TIDE_STAGE_STARTED);
  g_assert_cmpuint (get_project (reg, "p1")->stages->len, ==, 3);
  g_assert_cmpint (get_project (reg, "p1")->updated, ==, TIDE_TEST_TIME);
  last = g_ptr_array_index (get_project (reg, "p1")->stages, 2);
  date = tide_date_dup_text (&last->date);
  g_assert_cmpstr (date, ==, "2023-11-15");
  g_assert_cmpstr (last->note, ==, "Ground broken");

  g_assert_true (tide_register_undo (reg));
  g_assert_cmpint (get_project (reg, "p1")->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_cmpuint (get_project (reg, "p1")->stages->len, ==, 2);
}

static void
test_back (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) entry = new_entry (reg, "stages", "negotiating", "2023-10");
  TideProjectMove summary;

  tide_project_move_sum_up (entry, all, &summary);
  g_assert_cmpuint (summary.n_back, ==, 1);
  g_assert_cmpuint (summary.n_forward, ==, 2);
  g_assert_cmpuint (summary.n_there, ==, 0);
  apply (reg, entry, p1, "Move “Battery plant” to Negotiating");

  g_assert_cmpint (get_project (reg, "p1")->stage, ==, TIDE_STAGE_NEGOTIATING);
  g_assert_cmpuint (get_project (reg, "p1")->stages->len, ==, 3);
}

/* The id of the present entry, "s2", would come after a new one of the same date. */
static void
test_same_date (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  for (guint i = 0; i < 4; i++)
    {
      move (reg, "registered", "2023-08", "Move “Battery plant” to Registered");
      g_assert_cmpint (get_project (reg, "p1")->stage, ==, TIDE_STAGE_REGISTERED);
      move (reg, "signed", "2023-08", "Move “Battery plant” to Signed");
      g_assert_cmpint (get_project (reg, "p1")->stage, ==, TIDE_STAGE_SIGNED);
    }
  g_assert_cmpuint (get_project (reg, "p1")->stages->len, ==, 10);
}

/* Those that are there already stay as they are. */
static void
test_several (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) entry = new_entry (reg, "stages", "signed", "2023");
  TideProjectMove summary;

  tide_project_move_sum_up (entry, all, &summary);
  g_assert_cmpuint (summary.n_there, ==, 1);
  g_assert_cmpuint (summary.n_forward, ==, 2);
  apply (reg, entry, all, "Move 2 Projects to Signed");

  g_assert_cmpuint (get_project (reg, "p1")->stages->len, ==, 2);
  g_assert_cmpint (get_project (reg, "p2")->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_cmpint (get_project (reg, "p3")->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_true (tide_register_undo (reg));
  g_assert_cmpint (get_project (reg, "p2")->stage, ==, TIDE_STAGE_NONE);
}

static void
test_status (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) pause = new_entry (reg, "statuses", "paused", "2023-10-01");
  g_autoptr (TideDraft) longer = new_entry (reg, "statuses", "paused", "2023-10-02");
  g_autoptr (TideDraft) resume = new_entry (reg, "statuses", "normal", NULL);
  const TideStatusEntry *entry;

  type (pause, "reason", "Land");
  type (pause, "until", "2024-03");
  apply (reg, pause, p1, "Mark “Battery plant” as Paused");
  entry = g_ptr_array_index (get_project (reg, "p1")->statuses, 0);
  g_assert_cmpint (entry->until.month, ==, 3);

  type (longer, "reason", "Land again");
  apply (reg, longer, p1, "Mark “Battery plant” as Paused");

  /* What was typed before another status was chosen. */
  type (resume, "until", "3020");
  apply (reg, resume, all, "Mark “Battery plant” as Normal");
  g_assert_cmpint (get_project (reg, "p1")->status, ==, TIDE_STATUS_NORMAL);
  entry = g_ptr_array_index (get_project (reg, "p1")->statuses, 2);
  g_assert_false (tide_date_is_set (&entry->until));
  g_assert_null (get_project (reg, "p2")->statuses);
}

typedef struct
{
  const char *name;
  const char *list;
  const char *code;
  const char *date;
  const char *reason;
  const char *until;
  const char *field;
  TideProblemCode problem;
} ProblemRow;

static const ProblemRow problem_rows[] = {
  { "no-date", "stages", "started", "", NULL, NULL, "date", TIDE_PROBLEM_REQUIRED },
  { "no-stage", "stages", "", NULL, NULL, NULL, "stage", TIDE_PROBLEM_REQUIRED },
  { "unreadable", "stages", "started", "soon", NULL, NULL, "date", TIDE_PROBLEM_UNREADABLE_DATE },
  { "unreal", "stages", "started", "2023-09-31", NULL, NULL, "date", TIDE_PROBLEM_UNREADABLE_DATE },
  { "far", "stages", "started", "3020", NULL, NULL, "date", TIDE_PROBLEM_FAR_DATE },
  { "long-ago", "stages", "started", "1899", NULL, NULL, "date", TIDE_PROBLEM_FAR_DATE },
  { "tomorrow", "stages", "started", "2023-11-16", NULL, NULL, "date", TIDE_PROBLEM_FUTURE_DATE },
  { "next-month", "stages", "started", "2023-12", NULL, NULL, "date", TIDE_PROBLEM_FUTURE_DATE },
  { "before", "stages", "started", "2023-07-31", NULL, NULL, "date", TIDE_PROBLEM_BEFORE_PRESENT },
  { "coarser", "stages", "started", "2023", NULL, NULL, "date", TIDE_PROBLEM_BEFORE_PRESENT },
  { "there", "stages", "signed", NULL, NULL, NULL, "stage", TIDE_PROBLEM_ALREADY_SO },
  { "status-there", "statuses", "normal", NULL, NULL, NULL, "status", TIDE_PROBLEM_ALREADY_SO },
  { "pause-reason", "statuses", "paused", NULL, " ", NULL, "reason", TIDE_PROBLEM_REASON_MISSING },
  { "end-reason", "statuses", "terminated", NULL, NULL, NULL, "reason",
    TIDE_PROBLEM_REASON_MISSING },
  { "until", "statuses", "paused", "2023-10", "Land", "2023-09", "until",
    TIDE_PROBLEM_ENDS_BEFORE_START },
  { "until-far", "statuses", "paused", "2023-10", "Land", "3020", "until", TIDE_PROBLEM_FAR_DATE },
};

static void
test_problem (gconstpointer data)
{
  const ProblemRow *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) entry = new_entry (reg, row->list, row->code, row->date);
  TideField *field;

  if (row->reason != NULL)
    type (entry, "reason", row->reason);
  if (row->until != NULL)
    type (entry, "until", row->until);

  field = tide_project_move_check (entry, p1);
  g_assert_nonnull (field);
  g_assert_cmpstr (tide_field_get_path (field), ==, row->field);
  g_assert_cmpint (tide_field_peek_problem (field)->code, ==, row->problem);
  g_assert_null (tide_register_get_undo_step (reg));
}

/* What is wrong with a date is told as it is typed, and goes as it is mended. */
static void
test_typed (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) entry = new_entry (reg, "stages", "started", "2023-07");
  TideField *date = tide_draft_get_field (entry, "date");

  tide_project_move_check_date (entry, p1);
  g_assert_cmpstr (tide_field_get_problem (date), ==,
                   "“2023-07” comes before “Signed” of 2023-08 and would not become current. "
                   "Type a later or a more exact date.");
  type (entry, "date", "2023-09");
  tide_project_move_check_date (entry, p1);
  g_assert_null (tide_field_get_problem (date));
}

/* Which day it is follows from the register's time zone. */
static void
test_today (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  g_autoptr (TideRegister) reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
  const TidePayload *before = &tide_register_get_settings (reg)->base;
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (TideDraft) entry = NULL;

  tide_test_payload_set (after, "time-zone", "America/Los_Angeles");
  step = tide_register_new_change_step (reg, TIDE_RECORD_REGISTER, before,
                                        tide_payload_seal (after));
  g_assert_true (tide_register_apply (reg, step, NULL));
  entry = tide_project_move_new_draft (reg, "stages");
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (entry, "date")), ==, "2023-11-14");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/project-move/forward", test_forward);
  g_test_add_func ("/project-move/back", test_back);
  g_test_add_func ("/project-move/same-date", test_same_date);
  g_test_add_func ("/project-move/several", test_several);
  g_test_add_func ("/project-move/status", test_status);
  for (gsize i = 0; i < G_N_ELEMENTS (problem_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/project-move/problem/%s", problem_rows[i].name);

      g_test_add_data_func (path, &problem_rows[i], test_problem);
    }
  g_test_add_func ("/project-move/typed", test_typed);
  g_test_add_func ("/project-move/today", test_today);

  return g_test_run ();
}
