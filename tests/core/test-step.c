/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"

static TidePayload *
dup_project (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();

  return tide_payload_ref (tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, "p1"));
}

/* The project with its classes in another order, one of them new and one gone. */
static TidePayload *
dup_reordered (const TidePayload *project)
{
  TidePayload *copy = tide_payload_copy (project);
  TidePayload *entry = tide_payload_new (&tide_shape_classification, NULL);
  TideValue value = { .kind = TIDE_MEMBER_ENTRIES, .as.entries = tide_entries_new () };
  const GPtrArray *sectors = TIDE_PROJECT_PAYLOAD (project)->sectors;

  tide_test_payload_set (entry, "sector", "sea");
  g_ptr_array_add (value.as.entries, tide_payload_ref (g_ptr_array_index (sectors, 1)));
  g_ptr_array_add (value.as.entries, entry);
  g_ptr_array_add (value.as.entries, tide_payload_ref (g_ptr_array_index (sectors, 0)));
  tide_payload_set_value_at (copy, "sectors", &value);
  tide_value_clear (&value);

  return tide_payload_seal (copy);
}

static void
set_first_entry (TidePayload *copy, const char *list, const char *path, const char *word)
{
  g_auto (TideValue) value = { 0 };
  TidePayload *entry;

  tide_payload_get_value_at (copy, list, &value);
  entry = tide_payload_copy (g_ptr_array_index (value.as.entries, 0));
  tide_test_payload_set (entry, path, word);
  tide_payload_unref (g_ptr_array_index (value.as.entries, 0));
  g_ptr_array_index (value.as.entries, 0) = tide_payload_seal (entry);
  tide_payload_set_value_at (copy, list, &value);
}

static void
apply_and_compare (TideRegister *reg, TideStep *step, const TidePayload *after)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_register_apply (reg, step, &error));
  g_assert_no_error (error);
  g_assert_true (tide_payload_equal (
      tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, after->id), after));
}

/* What is different is in the step, and the step and its inverse lead there and back. */
static void
assert_difference (const TidePayload *before, const TidePayload *after, guint n_edits)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) step = tide_step_new ("edit-project", NULL);
  g_autoptr (TideStep) inverse = NULL;

  tide_step_add_difference (step, TIDE_RECORD_PROJECT, before, after);
  g_assert_cmpuint (step->edits->len, ==, n_edits);
  inverse = tide_step_invert (step);

  apply_and_compare (reg, step, after);
  apply_and_compare (reg, inverse, before);
}

static void
test_nothing (void)
{
  g_autoptr (TidePayload) before = dup_project ();
  g_autoptr (TidePayload) after = tide_payload_seal (tide_payload_copy (before));
  g_autoptr (TideStep) step = tide_step_new ("edit-project", NULL);

  tide_step_add_difference (step, TIDE_RECORD_PROJECT, before, after);
  g_assert_true (tide_step_is_empty (step));
}

static void
test_members (void)
{
  g_autoptr (TidePayload) before = dup_project ();
  g_autoptr (TidePayload) after = tide_payload_copy (before);

  tide_test_payload_set (after, "division", "city");
  tide_test_payload_set (after, "notes", "A note");
  tide_payload_add_string (after, "tags", "new");
  assert_difference (before, tide_payload_seal (after), 3);
}

static void
test_objects (void)
{
  g_autoptr (TidePayload) before = dup_project ();
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  const TideValue none = { .kind = TIDE_MEMBER_DATE };

  tide_test_payload_set (after, "expected/output", "12.50");
  tide_payload_set_value_at (after, "plans/start", &none);
  assert_difference (before, tide_payload_seal (after), 2);
}

static void
test_entries (void)
{
  g_autoptr (TidePayload) before = dup_project ();
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  TidePayload *entry;

  set_first_entry (after, "stages", "date", "2024");
  entry = tide_test_payload_add_entry (after, "amounts", "a0");
  tide_test_payload_set (entry, "kind", "arrived");
  tide_test_payload_set (entry, "value", "1");
  assert_difference (before, tide_payload_seal (after), 2);
  g_assert_cmpint (TIDE_PROJECT_PAYLOAD (after)->stage, ==, TIDE_STAGE_LEAD);
}

static void
test_natural_key (void)
{
  g_autoptr (TidePayload) before = dup_project ();
  g_autoptr (TidePayload) after = tide_payload_copy (before);

  set_first_entry (after, "parties", "role", "builder");
  assert_difference (before, tide_payload_seal (after), 2);
}

static void
test_order (void)
{
  g_autoptr (TidePayload) before = dup_project ();
  g_autoptr (TidePayload) after = dup_reordered (before);

  assert_difference (before, after, 3);
}

static void
test_same_keys (void)
{
  g_autoptr (TidePayload) before = dup_project ();
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  TidePayload *entry = tide_test_payload_add_entry (after, "parties", NULL);

  tide_test_payload_set (entry, "party", "maker");
  tide_test_payload_set (entry, "role", "investor");
  tide_test_payload_set (entry, "share", "5");
  assert_difference (before, tide_payload_seal (after), 1);
}

static void
test_invert_twice (void)
{
  g_autoptr (TideStep) step = tide_step_new ("edit-project", "Robots", NULL);
  g_autoptr (TideStep) inverse = tide_step_invert (step);
  g_autoptr (TideStep) again = tide_step_invert (inverse);

  g_assert_cmpstr (inverse->name, ==, "undo");
  g_assert_cmpstr (again->name, ==, "edit-project");
  g_assert_cmpstr (again->args[0], ==, "Robots");
  g_assert_null (again->args[1]);
}

typedef struct
{
  const char *name;
  const char *arg;
  const char *label;
} LabelRow;

static const LabelRow label_rows[] = {
  { "add-project", "Robots", "Add Project “Robots”" },
  { "edit-project", NULL, "Edit Project" },
  { "edit-project", "100 %s", "Edit Project “100 %s”" },
  { "delete-projects", "1", "Delete 1 Project" },
  { "delete-projects", "12", "Delete 12 Projects" },
  { "delete-projects", "x", "Delete 0 Projects" },
  { "repair", "Robots", "Repair “Robots”" },
  { "restore-version", "2023-11-15 06:13", "Restore Version of 2023-11-15 06:13" },
  { "restore-version", NULL, "Restore Version" },
  { "add-indicator", "Output", "Add Indicator “Output”" },
  { "add-briefing", "Autumn", "Save Briefing “Autumn”" },
  { "edit-template", "Our own", "Edit Template “Our own”" },
  { "add-taxonomy", "Autumn", "Add “Autumn”" },
  { "of-a-later-program", NULL, "Change" },
};

static void
test_label (gconstpointer data)
{
  const LabelRow *row = data;
  g_autoptr (TideStep) step = tide_step_new (row->name, row->arg, NULL);
  g_autoptr (TideStep) inverse = tide_step_invert (step);
  g_autofree char *label = tide_step_dup_label (step);
  g_autofree char *undo = tide_step_dup_label (inverse);
  g_autofree char *expected = g_strconcat ("Undo: ", row->label, NULL);

  g_assert_cmpstr (label, ==, row->label);
  g_assert_cmpstr (undo, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/step/difference/nothing", test_nothing);
  g_test_add_func ("/step/difference/members", test_members);
  g_test_add_func ("/step/difference/objects", test_objects);
  g_test_add_func ("/step/difference/entries", test_entries);
  g_test_add_func ("/step/difference/natural-key", test_natural_key);
  g_test_add_func ("/step/difference/order", test_order);
  g_test_add_func ("/step/difference/same-keys", test_same_keys);
  g_test_add_func ("/step/invert-twice", test_invert_twice);
  for (gsize i = 0; i < G_N_ELEMENTS (label_rows); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/step/label/%s-%" G_GSIZE_FORMAT, label_rows[i].name, i);

      g_test_add_data_func (path, &label_rows[i], test_label);
    }

  return g_test_run ();
}
