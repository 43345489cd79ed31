/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-placeholders.h"
#include "tide-test-register.h"

static void
declare (TideRegister *reg, gint64 n, const char *kind)
{
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_EVENT, "fair");
  TidePayload *after = tide_payload_copy (before);
  TideEventPayload *event = (TideEventPayload *) after;
  g_autoptr (TideStep) step = NULL;

  event->declared = tide_payload_new (tide_shape_find (after->shape, "declared")->shape, NULL);
  ((TideDeclared *) event->declared)->projects = (TideCount) { n, TRUE };
  if (kind != NULL)
    tide_test_payload_set (tide_test_payload_add_entry (event->declared, "amounts", NULL), "kind",
                           kind);
  g_assert_true (tide_date_parse ("2023-05", FALSE, &event->date));
  tide_payload_add_string (after, "sources", "paper");
  step = tide_register_new_change_step (reg, TIDE_RECORD_EVENT, before, after);
  g_assert_true (tide_register_apply (reg, step, NULL));
}

static const TideEventPayload *
get_event (TideRegister *reg)
{
  return TIDE_EVENT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_EVENT, "fair"));
}

static guint
count_projects (TideRegister *reg)
{
  return tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_PROJECT));
}

static void
test_stage (void)
{
  g_autoptr (TideRegister) intentions = tide_test_register_new ();
  g_autoptr (TideRegister) agreements = tide_test_register_new ();

  g_assert_cmpint (tide_placeholders_get_stage (get_event (intentions)), ==, TIDE_STAGE_SIGNED);
  declare (intentions, 3, "intention");
  declare (agreements, 3, "agreement");
  g_assert_cmpint (tide_placeholders_get_stage (get_event (intentions)), ==, TIDE_STAGE_INTENTION);
  g_assert_cmpint (tide_placeholders_get_stage (get_event (agreements)), ==, TIDE_STAGE_SIGNED);
}

static void
assert_placeholder (const TideProjectPayload *project, const char *en, const char *zh)
{
  const TideStageEntry *stage = g_ptr_array_index (project->stages, 0);
  g_autofree char *date = tide_date_dup_text (&stage->date);

  g_assert_cmpstr (project->name.en, ==, en);
  g_assert_cmpstr (project->name.zh, ==, zh);
  g_assert_cmpstr (project->event, ==, "fair");
  g_assert_cmpint (project->stage, ==, TIDE_STAGE_INTENTION);
  g_assert_cmpstr (date, ==, "2023-05");
  g_assert_cmpstr (g_ptr_array_index (project->sources, 0), ==, "paper");
  g_assert_cmpuint (tide_entries_get_n (project->amounts), ==, 0);
  g_assert_cmpint (project->created, ==, TIDE_TEST_TIME);
}

static void
test_one_step (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GPtrArray) placeholders = NULL;
  g_autoptr (TideStep) step = NULL;
  g_autofree char *label = NULL;
  const guint n = count_projects (reg);

  declare (reg, 17, "intention");
  placeholders = tide_placeholders_new (reg, "fair", 15, TIDE_STAGE_INTENTION);
  g_assert_cmpuint (placeholders->len, ==, 15);
  assert_placeholder (g_ptr_array_index (placeholders, 0), "Unnamed project 3 of 17",
                      "未具名项目3（共17个）");
  assert_placeholder (g_ptr_array_index (placeholders, 14), "Unnamed project 17 of 17",
                      "未具名项目17（共17个）");

  step = tide_register_new_placeholders_step (reg, placeholders);
  label = tide_step_dup_label (step);
  g_assert_cmpstr (label, ==, "Add 15 Placeholders");
  g_assert_true (tide_register_apply (reg, step, NULL));
  g_assert_cmpuint (count_projects (reg), ==, n + 15);
  g_assert_true (tide_register_undo (reg));
  g_assert_cmpuint (count_projects (reg), ==, n);
}

/* A number in use is not given again. */
static void
test_numbers (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (TideStep) step = NULL;

  declare (reg, 3, NULL);
  first = tide_placeholders_new (reg, "fair", 1, TIDE_STAGE_SIGNED);
  step = tide_register_new_placeholders_step (reg, first);
  g_assert_true (tide_register_apply (reg, step, NULL));
  second = tide_placeholders_new (reg, "fair", 1, TIDE_STAGE_SIGNED);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpstr (((const TideProjectPayload *) g_ptr_array_index (first, 0))->name.en, ==,
                   "Unnamed project 3 of 3");
  g_assert_cmpstr (((const TideProjectPayload *) g_ptr_array_index (second, 0))->name.en, ==,
                   "Unnamed project 1 of 3");
}

/* A slip of the hand does not fill the register. */
static void
test_too_many (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GPtrArray) placeholders = NULL;

  declare (reg, 900000000, NULL);
  placeholders = tide_placeholders_new (reg, "fair", 899999999, TIDE_STAGE_SIGNED);
  g_assert_cmpuint (placeholders->len, ==, TIDE_MAX_PLACEHOLDERS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/placeholders/stage", test_stage);
  g_test_add_func ("/placeholders/one-step", test_one_step);
  g_test_add_func ("/placeholders/numbers", test_numbers);
  g_test_add_func ("/placeholders/too-many", test_too_many);

  return g_test_run ();
}
