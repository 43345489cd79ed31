/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-next-step.h"

#include "tide-test-register.h"

/* 2024-03-01 */
#define TODAY 738946

typedef struct
{
  const char *name;
  const char *step; /* NULL for none */
  const char *due;  /* NULL for none */
  guint32 day;
  TideNextStep expected;
} Case;

static const Case cases[] = {
  { "none", NULL, NULL, TODAY, TIDE_NEXT_STEP_NONE },
  { "due-alone", NULL, "2024-02-28", TODAY, TIDE_NEXT_STEP_NONE },
  { "some-time", "Call", NULL, TODAY, TIDE_NEXT_STEP_OPEN },
  { "yesterday", "Call", "2024-02-29", TODAY, TIDE_NEXT_STEP_PASSED },
  { "today", "Call", "2024-03-01", TODAY, TIDE_NEXT_STEP_SOON },
  { "in-7-days", "Call", "2024-03-08", TODAY, TIDE_NEXT_STEP_SOON },
  { "in-8-days", "Call", "2024-03-09", TODAY, TIDE_NEXT_STEP_OPEN },
  { "last-month", "Call", "2024-02", TODAY, TIDE_NEXT_STEP_PASSED },
  { "this-month", "Call", "2024-03", TODAY, TIDE_NEXT_STEP_OPEN },
  { "this-month-at-its-end", "Call", "2024-02", TODAY - 1, TIDE_NEXT_STEP_SOON },
  { "this-year", "Call", "2024", TODAY, TIDE_NEXT_STEP_OPEN },
  { "last-year", "Call", "2023", TODAY, TIDE_NEXT_STEP_PASSED },
  { "no-such-day", "Call", "2024-02-30", TODAY, TIDE_NEXT_STEP_OPEN },
  { "no-day", "Call", "2023", 0, TIDE_NEXT_STEP_OPEN },
};

static TidePayload *
add_activity (TidePayload *project, const char *id, const char *date)
{
  TidePayload *entry = tide_test_payload_add_entry (project, "activities", id);

  tide_test_payload_set (entry, "date", date);

  return entry;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TidePayload) project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Robots");
  TidePayload *entry = add_activity (project, "a", "2024-01-05");

  if (test->step != NULL)
    tide_test_payload_set (entry, "next-step", test->step);
  if (test->due != NULL)
    tide_test_payload_set (entry, "due", test->due);
  tide_payload_seal (project);

  g_assert_cmpint (tide_project_get_next_step (TIDE_PROJECT_PAYLOAD (project), 0, test->day), ==,
                   test->expected);
}

static TideRegister *
register_new (void)
{
  TideRegister *reg = tide_test_register_new ();
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "robots", "Robots");
  TidePayload *entry = add_activity (project, "a", "2023-06-01");
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (entry, "text", "First talks");
  tide_test_payload_set (entry, "next-step", "Send the contract");
  tide_test_payload_set (entry, "due", "2023-07");
  step = tide_register_new_add_step (reg, TIDE_RECORD_PROJECT, tide_payload_seal (project));
  g_assert_true (tide_register_apply (reg, step, NULL));

  return reg;
}

static const TideProjectPayload *
get_project (TideRegister *reg)
{
  return TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "robots"));
}

static void
test_done (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideStep) step = tide_register_new_done_step (reg, "robots", "a");
  g_autofree char *label = tide_step_dup_label (step);
  g_autofree char *date = NULL;
  const TideActivity *first, *second;

  g_assert_cmpstr (label, ==, "Finish Next Step of “Robots”");
  g_assert_true (tide_register_apply (reg, step, NULL));
  g_assert_cmpuint (get_project (reg)->activities->len, ==, 2);
  first = g_ptr_array_index (get_project (reg)->activities, 0);
  second = g_ptr_array_index (get_project (reg)->activities, 1);
  g_assert_cmpstr (first->text, ==, "First talks");
  g_assert_null (first->next_step);
  g_assert_false (tide_date_is_set (&first->due));
  date = tide_date_dup_text (&second->date);
  g_assert_cmpstr (date, ==, "2023-11-15");
  g_assert_cmpstr (second->text, ==, "Send the contract");

  g_assert_true (tide_register_undo (reg));
  g_assert_cmpuint (get_project (reg)->activities->len, ==, 1);
  first = g_ptr_array_index (get_project (reg)->activities, 0);
  g_assert_cmpstr (first->next_step, ==, "Send the contract");
}

static void
test_answered (void)
{
  g_autoptr (TidePayload) project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Robots");
  TidePayload *entry = add_activity (project, "a", "2024-01-05");

  tide_test_payload_set (entry, "next-step", "Call");
  tide_test_payload_set (entry, "due", "2024-02");
  add_activity (project, "b", "2024-02-05");
  tide_payload_seal (project);

  g_assert_cmpint (tide_project_get_next_step (TIDE_PROJECT_PAYLOAD (project), 0, TODAY), ==,
                   TIDE_NEXT_STEP_ANSWERED);
  g_assert_cmpint (tide_project_get_next_step (TIDE_PROJECT_PAYLOAD (project), 1, TODAY), ==,
                   TIDE_NEXT_STEP_NONE);
}

static void
test_nothing_to_do (void)
{
  g_autoptr (TideRegister) reg = register_new ();

  g_assert_null (tide_register_new_done_step (reg, "robots", "b"));
  g_assert_null (tide_register_new_done_step (reg, "nobody", "a"));
  g_assert_null (tide_register_new_done_step (reg, "p1", "a"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/next-step/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/next-step/answered", test_answered);
  g_test_add_func ("/next-step/done", test_done);
  g_test_add_func ("/next-step/nothing-to-do", test_nothing_to_do);

  return g_test_run ();
}
