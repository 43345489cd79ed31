/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "core/tide-taxonomies.h"
#include "tide-test-register.h"

#include <string.h>

/* fields: energy > sun > cells; chain maps to energy, link to chain. */
static TideRegister *
create_register (void)
{
  static const struct
  {
    const char *id, *taxonomy, *parent, *maps_to;
  } rows[] = {
    { "sun", "fields", "energy", NULL },
    { "cells", "fields", "sun", NULL },
    { "part", "chains", "chain", "energy" },
    { "link", "links", NULL, "part" },
  };
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  tide_snapshot_add (snapshot, TIDE_RECORD_TAXONOMY,
                     tide_test_payload_new (TIDE_RECORD_TAXONOMY, "links", "Links"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TidePayload *sector = tide_test_payload_new (TIDE_RECORD_SECTOR, rows[i].id, rows[i].id);

      tide_test_payload_set (sector, "taxonomy", rows[i].taxonomy);
      if (rows[i].parent != NULL)
        tide_test_payload_set (sector, "parent", rows[i].parent);
      if (rows[i].maps_to != NULL)
        tide_test_payload_set (tide_test_payload_add_entry (sector, "maps-to", NULL), "sector",
                               rows[i].maps_to);
      tide_snapshot_add (snapshot, TIDE_RECORD_SECTOR, sector);
    }

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static TideDraft *
edit (TideRegister *reg, TideRecordKind kind, const char *id)
{
  return tide_draft_new (reg, kind, tide_register_lookup_payload (reg, kind, id));
}

typedef struct
{
  const char *name;
  TideRecordKind kind;
  const char *id;
  const char *field; /* or, where it is "maps-to", the first one added */
  const char *text;
  const char *problem; /* a part of it; NULL where it is right */
} Row;

static const Row rows[] = {
  { "itself", TIDE_RECORD_SECTOR, "energy", "parent", "energy", "Nothing is part of itself." },
  { "child", TIDE_RECORD_SECTOR, "energy", "parent", "sun", "sun" },
  { "grandchild", TIDE_RECORD_SECTOR, "energy", "parent", "cells", "is part of this one" },
  { "sister", TIDE_RECORD_SECTOR, "energy", "parent", "robots", NULL },
  { "above", TIDE_RECORD_SECTOR, "cells", "parent", "energy", NULL },
  { "division", TIDE_RECORD_DIVISION, "city", "parent", "east", "East" },
  { "mapping-itself", TIDE_RECORD_SECTOR, "energy", "maps-to", "energy", "cannot map to itself" },
  { "mapping-back", TIDE_RECORD_SECTOR, "energy", "maps-to", "part", "maps to this class already" },
  { "mapping-around", TIDE_RECORD_SECTOR, "energy", "maps-to", "link", "by way of" },
  { "mapping-aside", TIDE_RECORD_SECTOR, "sea", "maps-to", "link", NULL },
  { "mapping-again", TIDE_RECORD_SECTOR, "link", "maps-to", "energy", NULL },
};

static TideField *
get_field (TideDraft *draft, const Row *row)
{
  TideDraft *owner
      = g_str_equal (row->field, "maps-to") ? tide_draft_append_entry (draft, "maps-to") : draft;

  return tide_draft_get_field (owner, owner == draft ? row->field : "sector");
}

/* It is said while it is chosen, and stays so when the form is saved. */
static void
test_place (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TideRegister) reg = create_register ();
  g_autoptr (TideDraft) draft = edit (reg, row->kind, row->id);
  TideField *field = get_field (draft, row);

  tide_field_set_text (field, row->text);
  for (guint i = 0; i < 2; i++)
    {
      const char *problem = tide_field_get_problem (field);

      if (row->problem == NULL)
        g_assert_null (problem);
      else
        g_assert_nonnull (strstr (problem, row->problem));
      g_assert_true (tide_draft_check (draft) == (row->problem != NULL ? field : NULL));
    }

  tide_field_set_text (field, "");
  g_assert_null (tide_field_get_problem (field));
}

/* A loop that a file brought does not keep from changing something else. */
static void
test_untouched (void)
{
  g_autoptr (TideRegister) reg = create_register ();
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_SECTOR, "energy");
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideDraft) draft = NULL;
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (tide_test_payload_add_entry (after, "maps-to", NULL), "sector", "part");
  step = tide_register_new_change_step (reg, TIDE_RECORD_SECTOR, before, after);
  g_assert_true (tide_register_apply (reg, step, NULL));

  draft = edit (reg, TIDE_RECORD_SECTOR, "energy");
  tide_field_set_text (tide_draft_get_field (draft, "code"), "1");
  g_assert_null (tide_draft_check (draft));
}

static const TideSectorPayload *
find_copy (TideRegister *reg, const char *taxonomy, const char *name)
{
  TideList *sectors = tide_register_get_list (reg, TIDE_RECORD_SECTOR);

  for (guint i = 0; i < tide_list_get_n (sectors); i++)
    {
      const TideSectorPayload *sector = TIDE_SECTOR_PAYLOAD (tide_list_get_payload (sectors, i));

      if (g_strcmp0 (sector->taxonomy, taxonomy) == 0 && g_strcmp0 (sector->name.en, name) == 0)
        return sector;
    }

  g_assert_not_reached ();
}

static const TideMapping *
get_mapping (const TideSectorPayload *sector, guint index)
{
  return g_ptr_array_index (sector->maps_to, index);
}

static void
test_copy (void)
{
  g_autoptr (TideRegister) reg = create_register ();
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) undone = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TideStep) step = tide_register_new_duplicate_taxonomy_step (reg, "chains", &id);
  const TideSectorPayload *chain, *part;
  guint n = tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_SECTOR));

  g_assert_true (tide_register_apply (reg, step, NULL));
  label = tide_step_dup_label (step);
  g_assert_nonnull (strstr (label, "Copy Classification"));
  g_assert_cmpuint (tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_SECTOR)), ==, n + 2);
  g_assert_cmpstr (
      tide_payload_get_label (tide_register_lookup_payload (reg, TIDE_RECORD_TAXONOMY, id),
                              TIDE_LANGUAGE_EN),
      ==, "Chains (copy)");

  chain = find_copy (reg, id, "Chain");
  part = find_copy (reg, id, "part");
  g_assert_cmpstr (part->parent, ==, chain->base.id);
  g_assert_cmpuint (tide_entries_get_n (chain->maps_to), ==, 1);
  g_assert_cmpstr (get_mapping (chain, 0)->sector, ==, "chain");
  g_assert_cmpstr (get_mapping (chain, 0)->relation, ==, "same");
  g_assert_cmpuint (tide_entries_get_n (part->maps_to), ==, 2);
  g_assert_cmpstr (get_mapping (part, 0)->sector, ==, "energy");
  g_assert_cmpstr (get_mapping (part, 1)->sector, ==, "part");

  g_assert_true (tide_register_undo (reg));
  undone = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (before, undone));
  g_assert_null (tide_register_new_duplicate_taxonomy_step (reg, "no-such", &id));
}

static gboolean
is_offered (TideRegister *reg, const char *id)
{
  return tide_register_is_sector_offered (
      reg, TIDE_SECTOR_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_SECTOR, id)));
}

static void
retire (TideRegister *reg, TideRecordKind kind, const char *id, gboolean retired)
{
  g_autoptr (TideStep) step = tide_register_new_retire_step (reg, kind, id, retired);

  g_assert_true (tide_register_apply (reg, step, NULL));
}

static void
test_retire (void)
{
  g_autoptr (TideRegister) reg = create_register ();

  retire (reg, TIDE_RECORD_TAXONOMY, "chains", TRUE);
  g_assert_false (is_offered (reg, "part"));
  g_assert_true (is_offered (reg, "energy"));
  retire (reg, TIDE_RECORD_TAXONOMY, "chains", FALSE);
  g_assert_true (is_offered (reg, "part"));
  retire (reg, TIDE_RECORD_SECTOR, "part", TRUE);
  g_assert_false (is_offered (reg, "part"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/taxonomies/place/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_place);
    }
  g_test_add_func ("/taxonomies/untouched", test_untouched);
  g_test_add_func ("/taxonomies/copy", test_copy);
  g_test_add_func ("/taxonomies/retire", test_retire);

  return g_test_run ();
}
