/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-comparison.h"
#include "tide-test-register.h"

#include <string.h>

/* Takes @id out and puts @payload, where there is one, at @place, or where @id was. */
static TideSnapshot *
put (TideSnapshot *snapshot, TideRecordKind kind, const char *id, TidePayload *payload, int place)
{
  g_autoptr (TideSnapshot) old = snapshot;
  TideSnapshot *changed = tide_snapshot_new ();

  for (guint other = 0; other < TIDE_N_RECORD_KINDS; other++)
    {
      const GPtrArray *records = tide_snapshot_get_records (old, other);
      g_autoptr (GPtrArray) copy = tide_entries_new ();

      for (guint i = 0; i < records->len; i++)
        {
          const TidePayload *record = g_ptr_array_index (records, i);

          if (other == kind && g_strcmp0 (record->id, id) == 0)
            place = place < 0 ? (int) i : place;
          else
            g_ptr_array_add (copy, tide_payload_ref (record));
        }
      if (other == kind && payload != NULL)
        g_ptr_array_insert (copy, place, payload);
      for (guint i = 0; i < copy->len; i++)
        tide_snapshot_add (changed, other, tide_payload_ref (g_ptr_array_index (copy, i)));
    }

  return changed;
}

static TidePayload *
copy_of (TideSnapshot *snapshot, TideRecordKind kind, const char *id)
{
  return tide_payload_copy (tide_snapshot_lookup (snapshot, kind, id));
}

static TideSnapshot *
set (
    TideSnapshot *snapshot, TideRecordKind kind, const char *id, const char *path, const char *word)
{
  TidePayload *copy = copy_of (snapshot, kind, id);

  tide_test_payload_set (copy, path, word);

  return put (snapshot, kind, id, copy, -1);
}

static TideSnapshot *
move (TideSnapshot *snapshot, TideRecordKind kind, const char *id, int place)
{
  return put (snapshot, kind, id, copy_of (snapshot, kind, id), place);
}

static TideSnapshot *
change_nothing (TideSnapshot *snapshot)
{
  return snapshot;
}

static TideSnapshot *
add_party (TideSnapshot *snapshot)
{
  return put (snapshot, TIDE_RECORD_PARTY, NULL,
              tide_test_payload_new (TIDE_RECORD_PARTY, "bank", "Bank"), 0);
}

static TideSnapshot *
remove_project (TideSnapshot *snapshot)
{
  return put (snapshot, TIDE_RECORD_PROJECT, "p3", NULL, -1);
}

static TideSnapshot *
change_members (TideSnapshot *snapshot)
{
  return set (set (snapshot, TIDE_RECORD_PROJECT, "p1", "notes", "new"), TIDE_RECORD_PROJECT, "p1",
              "plans/start", "2025");
}

/* What another thing refers to goes, and something new takes its place. */
static TideSnapshot *
replace_referred (TideSnapshot *snapshot)
{
  TidePayload *payload;
  TidePayload *entry;

  snapshot = put (snapshot, TIDE_RECORD_PARTY, "maker",
                  tide_test_payload_new (TIDE_RECORD_PARTY, "owner", "Owner"), -1);
  payload = copy_of (snapshot, TIDE_RECORD_PROJECT, "p1");
  g_clear_pointer (&((TideProjectPayload *) payload)->parties, g_ptr_array_unref);
  entry = tide_test_payload_add_entry (payload, "parties", NULL);
  tide_test_payload_set (entry, "party", "owner");

  return put (snapshot, TIDE_RECORD_PROJECT, "p1", payload, -1);
}

static TideSnapshot *
exchange_parents (TideSnapshot *snapshot)
{
  return set (set (snapshot, TIDE_RECORD_DIVISION, "city", "parent", "east"), TIDE_RECORD_DIVISION,
              "east", "parent", NULL);
}

static TideSnapshot *
move_taxonomy (TideSnapshot *snapshot)
{
  return move (snapshot, TIDE_RECORD_TAXONOMY, "chains", 0);
}

static TideSnapshot *
move_first_sector (TideSnapshot *snapshot)
{
  return move (snapshot, TIDE_RECORD_SECTOR, "energy", 2);
}

/* Sectors of another taxonomy may stand anywhere among them. */
static TideSnapshot *
shift_sectors (TideSnapshot *snapshot)
{
  return move (snapshot, TIDE_RECORD_SECTOR, "chain", 1);
}

static TideSnapshot *
move_to_taxonomy (TideSnapshot *snapshot)
{
  return set (snapshot, TIDE_RECORD_SECTOR, "robots", "taxonomy", "chains");
}

static TideSnapshot *
add_sectors (TideSnapshot *snapshot)
{
  static const char *const ids[] = { "first", "middle", "last" };
  static const char *const taxonomies[] = { "fields", "fields", "chains" };
  static const int places[] = { 0, 2, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TidePayload *sector = tide_test_payload_new (TIDE_RECORD_SECTOR, ids[i], ids[i]);

      tide_test_payload_set (sector, "taxonomy", taxonomies[i]);
      snapshot = put (snapshot, TIDE_RECORD_SECTOR, NULL, sector, places[i]);
    }

  return snapshot;
}

static TideSnapshot *
change_unknown (TideSnapshot *snapshot, TideRecordKind kind, const char *id)
{
  TidePayload *payload = copy_of (snapshot, kind, id);

  tide_payload_set_string (&payload->extra, "{\"colour\":\"red\"}");

  return put (snapshot, kind, id, payload, -1);
}

static TideSnapshot *
change_unknown_of_project (TideSnapshot *snapshot)
{
  return change_unknown (snapshot, TIDE_RECORD_PROJECT, "p1");
}

static TideSnapshot *
change_unknown_of_division (TideSnapshot *snapshot)
{
  return change_unknown (snapshot, TIDE_RECORD_DIVISION, "city");
}

static TideSnapshot *
change_unknown_of_register (TideSnapshot *snapshot)
{
  return change_unknown (snapshot, TIDE_RECORD_REGISTER, "register");
}

static TideSnapshot *
change_unknown_of_plans (TideSnapshot *snapshot)
{
  TidePayload *payload = copy_of (snapshot, TIDE_RECORD_PROJECT, "p1");
  TideProjectPayload *project = (TideProjectPayload *) payload;
  TidePayload *plans = tide_payload_copy ((TidePayload *) project->plans);

  tide_payload_set_string (&plans->extra, "{\"colour\":\"red\"}");
  tide_payload_unref ((TidePayload *) project->plans);
  project->plans = (gpointer) tide_payload_seal (plans);

  return put (snapshot, TIDE_RECORD_PROJECT, "p1", payload, -1);
}

static TideSnapshot *
change_unknown_of_amount (TideSnapshot *snapshot)
{
  TidePayload *payload = copy_of (snapshot, TIDE_RECORD_PROJECT, "p1");
  GPtrArray *amounts = ((TideProjectPayload *) payload)->amounts;
  TidePayload *amount = tide_payload_copy (g_ptr_array_index (amounts, 0));

  tide_payload_set_string (&amount->extra, "{\"colour\":\"red\"}");
  tide_payload_unref (g_ptr_array_index (amounts, 0));
  g_ptr_array_index (amounts, 0) = tide_payload_seal (amount);

  return put (snapshot, TIDE_RECORD_PROJECT, "p1", payload, -1);
}

static TideSnapshot *
rename_register (TideSnapshot *snapshot)
{
  TidePayload *payload = copy_of (snapshot, TIDE_RECORD_REGISTER, "register");

  tide_payload_set_string (&payload->id, "copy");

  return put (snapshot, TIDE_RECORD_REGISTER, "register", payload, -1);
}

static TideSnapshot *
change_register (TideSnapshot *snapshot)
{
  return set (rename_register (snapshot), TIDE_RECORD_REGISTER, "copy", "currency", "USD");
}

typedef struct
{
  const char *name;
  TideSnapshot *(*change) (TideSnapshot *snapshot);
  TideComparison counts;
} Row;

static const Row rows[] = {
  { "nothing", change_nothing, { 0, 0, 0 } },
  { "added", add_party, { 1, 0, 0 } },
  { "removed", remove_project, { 0, 0, 1 } },
  { "changed", change_members, { 0, 1, 0 } },
  { "replaced", replace_referred, { 1, 1, 1 } },
  { "parents", exchange_parents, { 0, 2, 0 } },
  { "moved", move_taxonomy, { 0, 1, 0 } },
  { "moved-sector", move_first_sector, { 0, 1, 0 } },
  { "shifted-sector", shift_sectors, { 0, 0, 0 } },
  { "other-taxonomy", move_to_taxonomy, { 0, 1, 0 } },
  { "added-sectors", add_sectors, { 3, 0, 0 } },
  { "unknown", change_unknown_of_project, { 0, 1, 0 } },
  { "unknown-division", change_unknown_of_division, { 0, 1, 0 } },
  { "unknown-plans", change_unknown_of_plans, { 0, 1, 0 } },
  { "unknown-amount", change_unknown_of_amount, { 0, 1, 0 } },
  { "unknown-register", change_unknown_of_register, { 0, 1, 0 } },
  { "other-id", rename_register, { 0, 0, 0 } },
  { "register", change_register, { 0, 1, 0 } },
};

static int
compare_taxonomies (gconstpointer a, gconstpointer b)
{
  return strcmp (TIDE_SECTOR_PAYLOAD (a)->taxonomy, TIDE_SECTOR_PAYLOAD (b)->taxonomy);
}

/* The records as the file would hold them. */
static GPtrArray *
list_records (TideSnapshot *snapshot, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, kind);
  GPtrArray *copy = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copy, g_ptr_array_index (records, i));
  if (kind == TIDE_RECORD_SECTOR)
    g_ptr_array_sort_values (copy, compare_taxonomies);

  return copy;
}

static void
assert_same (TideSnapshot *a, TideSnapshot *b)
{
  for (guint kind = TIDE_RECORD_REGISTER; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) left = list_records (a, kind);
      g_autoptr (GPtrArray) right = list_records (b, kind);

      g_assert_cmpuint (left->len, ==, right->len);
      for (guint i = 0; i < left->len; i++)
        {
          const TidePayload *record = g_ptr_array_index (left, i);
          const TidePayload *other = g_ptr_array_index (right, i);

          if (kind != TIDE_RECORD_REGISTER)
            g_assert_cmpstr (record->id, ==, other->id);
          g_assert_cmpstr (record->extra, ==, other->extra);
          for (guint j = 0; j < record->shape->n_members; j++)
            g_assert_true (tide_payload_member_equal (record, other, &record->shape->members[j]));
        }
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) from = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) to = row->change (tide_snapshot_ref (from));
  g_autoptr (TideSnapshot) result = NULL;
  g_autoptr (TideSnapshot) undone = NULL;
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;
  TideComparison counts;
  TideComparison counted;

  step = tide_comparison_new_step (from, to, "restore-version", "then", &counts);
  g_assert_cmpuint (counts.n_added, ==, row->counts.n_added);
  g_assert_cmpuint (counts.n_changed, ==, row->counts.n_changed);
  g_assert_cmpuint (counts.n_removed, ==, row->counts.n_removed);
  g_assert_cmpint (tide_step_is_empty (step), ==, tide_comparison_is_empty (&counts));
  tide_comparison_count (from, to, &counted);
  g_assert_cmpmem (&counts, sizeof counts, &counted, sizeof counted);

  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
  result = tide_register_dup_snapshot (reg);
  assert_same (result, to);
  tide_comparison_count (result, to, &counted);
  g_assert_true (tide_comparison_is_empty (&counted));

  if (!tide_step_is_empty (step))
    g_assert_true (tide_register_undo (reg));
  undone = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (undone, from));
}

/* A member that differs is one edit, not a whole record. */
static void
test_edits (void)
{
  g_autoptr (TideSnapshot) from = tide_test_register_new_snapshot ();
  g_autoptr (TideSnapshot) to = change_members (tide_snapshot_ref (from));
  g_autoptr (TideStep) step = tide_comparison_new_step (from, to, "restore-version", NULL, NULL);

  g_assert_cmpuint (step->edits->len, ==, 2);
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      g_assert_cmpint (edit->kind, ==, TIDE_EDIT_SET);
      g_assert_cmpstr (edit->record, ==, "p1");
    }
}

/* Moving the last to the front moves one record, not all the others. */
static void
test_fewest_moves (void)
{
  g_autoptr (TideSnapshot) from = tide_test_register_new_snapshot ();
  g_autoptr (TideSnapshot) to = NULL;
  g_autoptr (TideStep) step = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("d%u", i);

      tide_snapshot_add (from, TIDE_RECORD_DIVISION,
                         tide_test_payload_new (TIDE_RECORD_DIVISION, id, id));
    }
  to = move (tide_snapshot_ref (from), TIDE_RECORD_DIVISION, "d19", 0);
  step = tide_comparison_new_step (from, to, "restore-version", NULL, NULL);
  g_assert_cmpuint (step->edits->len, ==, 2);
}

static void
test_refused (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) from = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) to
      = put (tide_snapshot_ref (from), TIDE_RECORD_PARTY, "maker", NULL, -1);
  g_autoptr (TideStep) step = tide_comparison_new_step (from, to, "restore-version", NULL, NULL);
  g_autoptr (TideSnapshot) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tide_register_apply (reg, step, &error));
  g_assert_error (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_REFERRED_TO);
  result = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (result, from));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/comparison/row/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/comparison/edits", test_edits);
  g_test_add_func ("/comparison/fewest-moves", test_fewest_moves);
  g_test_add_func ("/comparison/refused", test_refused);

  return g_test_run ();
}
