/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-payloads.h"
#include "core/tide-snapshot-part.h"
#include "tide-test-register.h"

#define OTHER_ID "other"

static TideSnapshot *
create_part (TideSnapshot *snapshot, const char *const *ids)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();

  for (; *ids != NULL; ids++)
    g_ptr_array_add (projects,
                     (gpointer) tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, *ids));

  return tide_snapshot_new_part (snapshot, projects);
}

static TideStep *
paste (TideRegister *reg, TideSnapshot *part)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideStep) step
      = tide_snapshot_new_paste_step (snapshot, part, tide_register_get_clock (reg));
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_register_apply (reg, step, &error));
  g_assert_no_error (error);

  return tide_register_get_undo_step (reg);
}

/* The project that was added as the one that is in the part under this id, by its name. */
static const TideProjectPayload *
find_pasted (const TideStep *step, const char *name)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);
      const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (edit->after.as.object);

      if (edit->record_kind == TIDE_RECORD_PROJECT
          && (g_strcmp0 (project->name.en, name) == 0 || g_strcmp0 (project->name.zh, name) == 0))
        return project;
    }

  g_assert_not_reached ();
}

static TidePayload *
dup_without_ids (const TidePayload *payload)
{
  TidePayload *copy = tide_payload_copy (payload);

  tide_payload_set_string (&copy->id, "-");

  return copy;
}

static void
take_ids_off (TidePayload *payload, const TideMember *member)
{
  GPtrArray *entries = G_STRUCT_MEMBER (GPtrArray *, payload, member->offset);

  if (member->kind != TIDE_MEMBER_ENTRIES || !member->shape->has_id)
    return;

  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      TidePayload *entry = g_ptr_array_index (entries, i);

      g_ptr_array_index (entries, i) = tide_payload_seal (dup_without_ids (entry));
      tide_payload_unref (entry);
    }
}

/* A project without what a copy of it has anew. */
static TidePayload *
dup_lasting (const TideProjectPayload *project)
{
  TidePayload *copy = dup_without_ids (&project->base);
  TideProjectPayload *lasting = (TideProjectPayload *) copy;

  for (guint i = 0; i < copy->shape->n_members; i++)
    take_ids_off (copy, &copy->shape->members[i]);
  tide_payload_set_string (&lasting->number, NULL);
  tide_payload_set_interned (&lasting->parent, NULL);
  lasting->created = 0;
  lasting->updated = 0;

  return tide_payload_seal (copy);
}

static void
assert_same (const TideProjectPayload *pasted, const TidePayload *original)
{
  g_autoptr (TidePayload) left = dup_lasting (pasted);
  g_autoptr (TidePayload) right = dup_lasting (TIDE_PROJECT_PAYLOAD (original));

  g_assert_true (tide_payload_equal (left, right));
  g_assert_cmpstr (pasted->base.id, !=, original->id);
  g_assert_cmpint (pasted->created, ==, TIDE_TEST_TIME);
  g_assert_cmpint (pasted->updated, ==, TIDE_TEST_TIME);
}

static void
test_part (void)
{
  static const char *const first[] = { "p1", NULL };
  static const char *const third[] = { "p3", NULL };
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideSnapshot) part = create_part (snapshot, first);
  g_autoptr (TideSnapshot) bare = create_part (snapshot, third);

  g_assert_cmpuint (tide_snapshot_get_records (part, TIDE_RECORD_PROJECT)->len, ==, 1);
  g_assert_nonnull (tide_snapshot_lookup (part, TIDE_RECORD_SECTOR, "energy"));
  g_assert_nonnull (tide_snapshot_lookup (part, TIDE_RECORD_TAXONOMY, "fields"));
  g_assert_nonnull (tide_snapshot_lookup (part, TIDE_RECORD_DIVISION, "city"));
  g_assert_nonnull (tide_snapshot_lookup (part, TIDE_RECORD_SOURCE, "paper"));
  g_assert_null (tide_snapshot_lookup (part, TIDE_RECORD_SECTOR, "sea"));
  g_assert_null (tide_snapshot_lookup (part, TIDE_RECORD_TAXONOMY, "chains"));
  g_assert_cmpstr (tide_snapshot_get_settings (part)->currency, ==, "CNY");

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (kind != TIDE_RECORD_REGISTER && kind != TIDE_RECORD_PROJECT)
      g_assert_cmpuint (tide_entries_get_n (tide_snapshot_get_records (bare, kind)), ==, 0);
}

/* The same records again, in one step that can be undone. */
static void
test_same_register (void)
{
  static const char *const all[] = { "p1", "p2", "p3", NULL };
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) part = create_part (before, all);
  g_autoptr (TideSnapshot) after = NULL;
  const TideStep *step = paste (reg, part);
  g_autofree char *label = tide_step_dup_label (step);
  const TideProjectPayload *first = find_pasted (step, "Battery plant");
  const TideProjectPayload *second = find_pasted (step, "Battery plant, part 2");

  g_assert_cmpuint (step->edits->len, ==, 3);
  g_assert_cmpstr (label, ==, "Paste 3 Projects");
  assert_same (first, tide_snapshot_lookup (before, TIDE_RECORD_PROJECT, "p1"));
  assert_same (second, tide_snapshot_lookup (before, TIDE_RECORD_PROJECT, "p2"));
  assert_same (find_pasted (step, "机器人项目"),
               tide_snapshot_lookup (before, TIDE_RECORD_PROJECT, "p3"));
  g_assert_null (first->number);
  g_assert_cmpstr (second->parent, ==, first->base.id);
  g_assert_cmpstr (((TidePayload *) g_ptr_array_index (first->amounts, 0))->id, !=, "a1");

  g_assert_true (tide_register_undo (reg));
  after = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (before, after));
}

/* A part of a project that stays where it is remains part of it. */
static void
test_parent_outside (void)
{
  static const char *const second[] = { "p2", NULL };
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) part = create_part (snapshot, second);
  const TideProjectPayload *pasted = find_pasted (paste (reg, part), "Battery plant, part 2");

  g_assert_cmpstr (pasted->parent, ==, "p1");
}

static TideRegister *
create_other_register (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  TidePayload *settings = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register");
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, OTHER_ID, "Other");

  tide_test_payload_set (settings, "currency", "USD");
  tide_test_payload_set (project, "number", "2023-002");
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, settings);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);

  return tide_register_new_from_snapshot (snapshot, clock, "Other tester");
}

/* What the projects refer to comes along; what the other register has is used. */
static void
test_other_register (void)
{
  static const char *const both[] = { "p1", "p2", NULL };
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideSnapshot) part = create_part (snapshot, both);
  g_autoptr (TideRegister) reg = create_other_register ();
  TideStep *step = paste (reg, part);
  const TideProjectPayload *first = find_pasted (step, "Battery plant");

  assert_same (first, tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, "p1"));
  g_assert_cmpstr (first->number, ==, "2023-001");
  g_assert_null (find_pasted (step, "Battery plant, part 2")->number);
  g_assert_nonnull (tide_register_lookup_payload (reg, TIDE_RECORD_DIVISION, "city"));
  g_assert_nonnull (tide_register_lookup_payload (reg, TIDE_RECORD_TAXONOMY, "fields"));

  step = paste (reg, part);
  g_assert_cmpuint (step->edits->len, ==, 2);
  g_assert_null (find_pasted (step, "Battery plant")->number);
}

static void
test_parent_nowhere (void)
{
  static const char *const second[] = { "p2", NULL };
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideSnapshot) part = create_part (snapshot, second);
  g_autoptr (TideRegister) reg = create_other_register ();

  g_assert_null (find_pasted (paste (reg, part), "Battery plant, part 2")->parent);
}

static void
add_distinct (TideSnapshot *snapshot, const char *id, const char *const *others)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, id);

  for (; *others != NULL; others++)
    tide_payload_add_string (project, "distinct-from", *others);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
}

/* Marks of projects that are not the same follow those that are pasted too. */
static void
test_distinct (void)
{
  static const char *const others[] = { "d2", "p1", NULL };
  static const char *const none[] = { NULL };
  static const char *const pair[] = { "d1", "d2", NULL };
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideSnapshot) part = NULL;
  g_autoptr (TideRegister) reg = create_other_register ();
  const TideProjectPayload *first;
  const TideStep *step;

  add_distinct (snapshot, "d1", others);
  add_distinct (snapshot, "d2", none);
  part = create_part (snapshot, pair);
  step = paste (reg, part);
  first = find_pasted (step, "d1");
  g_assert_cmpuint (first->distinct_from->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (first->distinct_from, 0), ==,
                   find_pasted (step, "d2")->base.id);
}

static void
test_effects (void)
{
  static const char *const second[] = { "p2", NULL };
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideSnapshot) part = create_part (snapshot, second);
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p4", "Four");

  g_assert_false (tide_snapshot_has_effects (part));
  tide_test_payload_set (project, "expected/output", "5");
  tide_snapshot_add (part, TIDE_RECORD_PROJECT, project);
  g_assert_true (tide_snapshot_has_effects (part));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/snapshot-part/part", test_part);
  g_test_add_func ("/snapshot-part/same-register", test_same_register);
  g_test_add_func ("/snapshot-part/parent-outside", test_parent_outside);
  g_test_add_func ("/snapshot-part/other-register", test_other_register);
  g_test_add_func ("/snapshot-part/parent-nowhere", test_parent_nowhere);
  g_test_add_func ("/snapshot-part/distinct", test_distinct);
  g_test_add_func ("/snapshot-part/effects", test_effects);

  return g_test_run ();
}
