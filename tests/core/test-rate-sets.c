/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "core/tide-rate-sets.h"
#include "tide-test-register.h"

static void
apply (TideRegister *reg, TideStep *step)
{
  g_assert_true (tide_register_apply (reg, step, NULL));
  tide_step_unref (step);
}

static void
add_rate (TideRegister *reg, const char *set, const char *from, const char *date)
{
  TidePayload *rate = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);

  tide_test_payload_set (rate, "set", set);
  tide_test_payload_set (rate, "from", from);
  tide_test_payload_set (rate, "to", "CNY");
  tide_test_payload_set (rate, "date", date);
  tide_test_payload_set (rate, "value", "7.1");
  apply (reg, tide_register_new_add_step (reg, TIDE_RECORD_RATE, rate));
}

static void
add_named (TideRegister *reg, TideRecordKind kind, const char *id, const char *en)
{
  apply (reg, tide_register_new_add_step (reg, kind, tide_test_payload_new (kind, id, en)));
}

/* The register uses "spot", which has a record; "thin" has only rates, "average" only a record. */
static TideRegister *
register_new (void)
{
  TideRegister *reg = tide_test_register_new ();

  add_named (reg, TIDE_RECORD_RATE_SET, "spot", "Spot rates");
  add_named (reg, TIDE_RECORD_RATE_SET, "average", "Annual averages");
  add_rate (reg, "spot", "USD", "2023-10-31");
  add_rate (reg, "spot", "EUR", "2023-10-31");
  add_rate (reg, "thin", "USD", "2023-10-31");
  apply (reg, tide_register_new_use_rate_set_step (reg, "spot"));

  return reg;
}

static void
assert_sets (TideRegister *reg, const char *expected)
{
  g_auto (GStrv) sets = tide_register_dup_rate_sets (reg);
  g_autofree char *joined = g_strjoinv (" ", sets);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_label (TideStep *step, const char *expected)
{
  g_autofree char *label = tide_step_dup_label (step);

  g_assert_nonnull (strstr (label, expected));
}

static void
test_sets (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideRegister) bare = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);

  assert_sets (bare, "");
  assert_sets (reg, "average spot thin");
  g_assert_cmpuint (tide_register_count_rates (reg, "spot"), ==, 2);
  g_assert_cmpuint (tide_register_count_rates (reg, "thin"), ==, 1);
  g_assert_cmpuint (tide_register_count_rates (reg, "average"), ==, 0);
  g_assert_cmpstr (tide_register_get_rate_set_label (reg, "spot"), ==, "Spot rates");
  g_assert_cmpstr (tide_register_get_rate_set_label (reg, "thin"), ==, "thin");
  g_assert_cmpstr (tide_snapshot_get_rate_set_label (snapshot, "spot"), ==, "Spot rates");

  apply (bare, tide_register_new_use_rate_set_step (bare, "elsewhere"));
  assert_sets (bare, "elsewhere");
}

static void
test_use (void)
{
  g_autoptr (TideRegister) reg = register_new ();

  apply (reg, tide_register_new_use_rate_set_step (reg, "average"));
  g_assert_cmpstr (tide_register_get_settings (reg)->rate_set, ==, "average");
  assert_label (tide_register_get_undo_step (reg), "Annual averages");
  g_assert_true (tide_register_undo (reg));
  g_assert_cmpstr (tide_register_get_settings (reg)->rate_set, ==, "spot");
}

static void
test_delete (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideSnapshot) before = NULL;
  g_autoptr (TideSnapshot) after = NULL;
  TidePayload *filter = tide_test_payload_new (TIDE_RECORD_FILTER, "saved", "Saved");

  tide_test_payload_set (filter, "rate-set", "spot");
  apply (reg, tide_register_new_add_step (reg, TIDE_RECORD_FILTER, filter));
  before = tide_register_dup_snapshot (reg);

  apply (reg, tide_register_new_delete_rate_set_step (reg, "spot"));
  assert_sets (reg, "average thin");
  g_assert_null (tide_register_get_settings (reg)->rate_set);
  g_assert_null (
      TIDE_FILTER (tide_register_lookup_payload (reg, TIDE_RECORD_FILTER, "saved"))->rate_set);
  g_assert_cmpuint (tide_register_count_rates (reg, "spot"), ==, 0);
  g_assert_cmpuint (tide_register_count_rates (reg, "thin"), ==, 1);

  g_assert_true (tide_register_undo (reg));
  after = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (before, after));
}

static void
test_duplicate (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  const TideStep *step;
  const TideEdit *added;
  const TideRateSetPayload *copy;

  apply (reg, tide_register_new_duplicate_rate_set_step (reg, "spot"));
  step = tide_register_get_undo_step (reg);
  g_assert_cmpuint (step->edits->len, ==, 3);
  added = g_ptr_array_index (step->edits, 0);
  copy = TIDE_RATE_SET_PAYLOAD (
      tide_register_lookup_payload (reg, TIDE_RECORD_RATE_SET, added->record));
  g_assert_cmpstr (copy->name.en, ==, "Spot rates (copy)");
  g_assert_cmpuint (tide_register_count_rates (reg, copy->base.id), ==, 2);
  g_assert_cmpuint (tide_register_count_rates (reg, "spot"), ==, 2);

  apply (reg, tide_register_new_duplicate_rate_set_step (reg, "thin"));
  added = g_ptr_array_index (tide_register_get_undo_step (reg)->edits, 0);
  g_assert_cmpstr (tide_register_get_rate_set_label (reg, added->record), ==, "thin (copy)");
}

/* A set that only rates name gets a record when it gets a name. */
static void
test_name (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TidePayload) payload
      = tide_payload_seal (tide_test_payload_new (TIDE_RECORD_RATE_SET, "thin", NULL));
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_RATE_SET, payload);
  g_autofree char *id = NULL;

  g_assert_true (tide_draft_check (draft) == tide_draft_get_field (draft, "name/en"));
  tide_field_set_text (tide_draft_get_field (draft, "name/en"), "Mid rates");
  tide_field_set_text (tide_draft_get_field (draft, "date"), "3020");
  g_assert_true (tide_draft_check (draft) == tide_draft_get_field (draft, "date"));
  tide_field_set_text (tide_draft_get_field (draft, "date"), "2023");
  g_assert_true (tide_draft_commit (draft, &id, NULL));
  g_assert_cmpstr (id, ==, "thin");
  g_assert_cmpstr (tide_register_get_rate_set_label (reg, "thin"), ==, "Mid rates");
  assert_label (tide_register_get_undo_step (reg), "Mid rates");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/rate-sets/sets", test_sets);
  g_test_add_func ("/rate-sets/use", test_use);
  g_test_add_func ("/rate-sets/delete", test_delete);
  g_test_add_func ("/rate-sets/duplicate", test_duplicate);
  g_test_add_func ("/rate-sets/name", test_name);

  return g_test_run ();
}
