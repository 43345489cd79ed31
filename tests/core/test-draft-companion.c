/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that come with what a form edits. */

#include "core/tide-draft.h"
#include "core/tide-step.h"
#include "tide-test-register.h"

#define ID "clipping"

static TideDraft *
draft_new (TideRegister *reg)
{
  TideDraft *draft = tide_draft_new (reg, TIDE_RECORD_PROJECT,
                                     tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1"));
  TidePayload *source = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_SOURCE), ID);

  tide_test_payload_set (source, "title", "A clipping");
  tide_draft_take_companion (draft, TIDE_RECORD_SOURCE, source);

  return draft;
}

static void
refer (TideDraft *draft)
{
  TideDraft *amount = tide_draft_append_entry (draft, "amounts");

  tide_field_set_text (tide_draft_get_field (amount, "written"), "2亿元");
  tide_field_set_text (tide_draft_get_field (amount, "kind"), "agreement");
  tide_field_set_text (tide_draft_get_field (amount, "source"), ID);
}

static void
commit (TideDraft *draft)
{
  g_autoptr (GError) error = NULL;

  tide_draft_commit (draft, NULL, &error);
  g_assert_no_error (error);
}

static void
test_one_step (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);
  const guint n = tide_register_count_steps (reg);

  refer (draft);
  commit (draft);
  g_assert_cmpuint (tide_register_count_steps (reg), ==, n + 1);
  g_assert_nonnull (tide_register_lookup (reg, TIDE_RECORD_SOURCE, ID));
  g_assert_cmpstr (tide_register_get_undo_step (reg)->name, ==, "edit-project");

  g_assert_true (tide_register_undo (reg));
  g_assert_null (tide_register_lookup (reg, TIDE_RECORD_SOURCE, ID));
  g_assert_true (tide_register_redo (reg));
  g_assert_nonnull (tide_register_lookup (reg, TIDE_RECORD_SOURCE, ID));
}

static void
test_not_referred_to (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);

  tide_field_set_text (tide_draft_get_field (draft, "number"), "7");
  commit (draft);
  g_assert_null (tide_register_lookup (reg, TIDE_RECORD_SOURCE, ID));
}

static void
test_untouched (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);
  const guint n = tide_register_count_steps (reg);

  g_assert_false (tide_draft_get_changed (draft));
  commit (draft);
  g_assert_cmpuint (tide_register_count_steps (reg), ==, n);
}

static void
test_found_while_open (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);

  g_assert_null (tide_register_find_companion (reg, TIDE_RECORD_SOURCE, ID));
  tide_draft_set_open (draft, TRUE);
  g_assert_nonnull (tide_register_find_companion (reg, TIDE_RECORD_SOURCE, ID));
  g_assert_null (tide_register_find_companion (reg, TIDE_RECORD_PARTY, ID));
  g_assert_null (tide_register_find_companion (reg, TIDE_RECORD_SOURCE, "other"));
  tide_draft_set_open (draft, FALSE);
  g_assert_null (tide_register_find_companion (reg, TIDE_RECORD_SOURCE, ID));
}

/* A form that is recovered brings along what came with it. */
static void
test_typed_again (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);
  g_autoptr (TideDraft) other = NULL;
  g_autoptr (GVariant) typed = NULL;
  const TidePayload *source;

  refer (draft);
  typed = tide_draft_dup_typed (draft);
  other = tide_draft_new (reg, TIDE_RECORD_PROJECT,
                          tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1"));
  tide_draft_type_again (other, typed);
  commit (other);
  source = tide_register_lookup_payload (reg, TIDE_RECORD_SOURCE, ID);
  g_assert_nonnull (source);
  g_assert_cmpstr (TIDE_SOURCE_PAYLOAD (source)->title, ==, "A clipping");
}

static void
test_strange (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_PROJECT, NULL);
  g_autoptr (GVariant) typed
      = g_variant_parse (G_VARIANT_TYPE_VARDICT,
                         "{'+': <[('source', 'no id at all', <{'title': <'x'>}>),"
                         " ('nothing', 'a', <{'title': <'x'>}>), ('source', 'b', <'x'>)]>}",
                         NULL, NULL, NULL);

  tide_draft_set_open (draft, TRUE);
  tide_draft_type_again (draft, typed);
  g_assert_null (tide_register_find_companion (reg, TIDE_RECORD_SOURCE, "no id at all"));
  g_assert_null (tide_register_find_companion (reg, TIDE_RECORD_SOURCE, "a"));
  g_assert_null (tide_register_find_companion (reg, TIDE_RECORD_SOURCE, "b"));
  tide_draft_set_open (draft, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/draft-companion/one-step", test_one_step);
  g_test_add_func ("/draft-companion/not-referred-to", test_not_referred_to);
  g_test_add_func ("/draft-companion/untouched", test_untouched);
  g_test_add_func ("/draft-companion/found-while-open", test_found_while_open);
  g_test_add_func ("/draft-companion/typed-again", test_typed_again);
  g_test_add_func ("/draft-companion/strange", test_strange);

  return g_test_run ();
}
