/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"

#include <gio/gio.h>

/* Replays what a list says about itself, and counts. */
typedef struct
{
  GPtrArray *items;
  guint n_emissions;
  guint n_reemitted;
  guint n_notified;
} Shadow;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Shadow *shadow)
{
  shadow->n_emissions++;
  shadow->n_reemitted += removed == 1 && added == 1;
  g_assert_cmpuint (position + removed, <=, shadow->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (shadow->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shadow->items, (int) (position + i),
                        g_list_model_get_item (model, position + i));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, shadow->items->len);
  for (guint i = 0; i < shadow->items->len; i++)
    {
      g_autoptr (TideRecord) record = g_list_model_get_item (model, i);

      g_assert_true (record == g_ptr_array_index (shadow->items, i));
    }
}

static void
on_notify (Shadow *shadow)
{
  shadow->n_notified++;
}

static void
shadow_init (Shadow *shadow, TideRegister *reg, TideRecordKind kind)
{
  TideList *list = tide_register_get_list (reg, kind);

  *shadow = (Shadow) { .items = g_ptr_array_new_with_free_func (g_object_unref) };
  for (guint i = 0; i < tide_list_get_n (list); i++)
    g_ptr_array_add (shadow->items, g_object_ref (tide_list_get (list, i)));
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), shadow);
  g_signal_connect_swapped (list, "notify::n-items", G_CALLBACK (on_notify), shadow);
}

static void
shadow_reset (Shadow *shadow)
{
  shadow->n_emissions = 0;
  shadow->n_reemitted = 0;
  shadow->n_notified = 0;
}

static void
shadow_clear (Shadow *shadow, TideRegister *reg, TideRecordKind kind)
{
  g_signal_handlers_disconnect_by_data (tide_register_get_list (reg, kind), shadow);
  g_ptr_array_unref (shadow->items);
}

static void
apply (TideRegister *reg, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
}

static void
add_parties (TideRegister *reg, guint n)
{
  g_autoptr (TideStep) step = tide_step_new ("add-party", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("party-%03u", (i * 37) % n);
      g_autoptr (TidePayload) party
          = tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PARTY, id, id));

      tide_step_add_record (step, TIDE_RECORD_PARTY, party, 0);
    }
  apply (reg, step);
}

static void
rename_parties (TideRegister *reg, guint n, const char *member, const char *word)
{
  g_autoptr (TideStep) step = tide_step_new ("edit-party", NULL);
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_PARTY);

  for (guint i = 0; i < n; i++)
    {
      const TidePayload *before = tide_record_get_payload (tide_list_get (list, 2 * i));
      g_autoptr (TidePayload) after = tide_payload_copy (before);

      if (member == NULL)
        tide_payload_set_string (&((TidePartyPayload *) after)->name.en, word);
      else
        tide_test_payload_set (after, member, word);
      tide_step_add_difference (step, TIDE_RECORD_PARTY, before, tide_payload_seal (after));
    }
  apply (reg, step);
}

static void
test_add_and_remove (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  Shadow shadow;

  shadow_init (&shadow, reg, TIDE_RECORD_PARTY);
  add_parties (reg, 20);
  g_assert_cmpuint (shadow.n_emissions, ==, 20);
  g_assert_cmpuint (shadow.n_notified, ==, 1);
  shadow_reset (&shadow);
  g_assert_true (tide_register_undo (reg));
  g_assert_cmpuint (shadow.n_emissions, ==, 20);
  g_assert_cmpuint (shadow.items->len, ==, 1);
  shadow_clear (&shadow, reg, TIDE_RECORD_PARTY);
}

static void
test_many (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  Shadow shadow;

  shadow_init (&shadow, reg, TIDE_RECORD_PARTY);
  add_parties (reg, 300);
  g_assert_cmpuint (shadow.n_emissions, ==, 1);
  g_assert_cmpuint (shadow.items->len, ==, 301);

  shadow_reset (&shadow);
  rename_parties (reg, 64, NULL, "Renamed");
  g_assert_cmpuint (shadow.n_emissions, ==, 64);
  g_assert_cmpuint (shadow.n_reemitted, ==, 64);

  shadow_reset (&shadow);
  rename_parties (reg, 65, NULL, "Renamed again");
  g_assert_cmpuint (shadow.n_emissions, ==, 1);
  g_assert_cmpuint (shadow.n_notified, ==, 0);
  shadow_clear (&shadow, reg, TIDE_RECORD_PARTY);
}

static void
test_unlisted (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  Shadow shadow;

  shadow_init (&shadow, reg, TIDE_RECORD_PARTY);
  rename_parties (reg, 1, "notes", "A note");
  g_assert_cmpuint (shadow.n_emissions, ==, 0);
  shadow_clear (&shadow, reg, TIDE_RECORD_PARTY);
}

static void
test_order (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TideList *parties = tide_register_get_list (reg, TIDE_RECORD_PARTY);
  guint position;

  add_parties (reg, 100);
  for (guint i = 1; i < tide_list_get_n (parties); i++)
    g_assert_cmpstr (tide_record_get_id (tide_list_get (parties, i - 1)), <,
                     tide_record_get_id (tide_list_get (parties, i)));
  g_assert_true (tide_list_find (parties, "party-042", &position));
  g_assert_cmpstr (tide_record_get_id (tide_list_get (parties, position)), ==, "party-042");
  g_assert_false (tide_list_find (parties, "party-100", &position));
  g_assert_null (tide_list_get (parties, 101));
}

/* A vocabulary keeps its order, through a move and back. */
static void
test_move (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) step = tide_step_new ("edit-sector", NULL);
  TideList *sectors = tide_register_get_list (reg, TIDE_RECORD_SECTOR);
  TideRecord *robots = tide_register_lookup (reg, TIDE_RECORD_SECTOR, "robots");
  TidePayload *payload = (TidePayload *) tide_record_get_payload (robots);
  Shadow shadow;
  guint position;

  shadow_init (&shadow, reg, TIDE_RECORD_SECTOR);
  tide_step_remove_record (step, TIDE_RECORD_SECTOR, payload, 1);
  tide_step_add_record (step, TIDE_RECORD_SECTOR, payload, 3);
  apply (reg, step);
  g_assert_true (tide_list_find (sectors, "robots", &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_true (tide_list_get (sectors, 3) == robots);

  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_list_get (sectors, 1) == robots);
  shadow_clear (&shadow, reg, TIDE_RECORD_SECTOR);
}

/* Everybody is told only once all records are as they will be. */
static void
on_party_notify (TideRegister *reg)
{
  const TidePayload *project = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);

  g_assert_cmpstr (TIDE_PROJECT_PAYLOAD (project)->notes, ==, "together");
  g_assert_true (tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, "p1") == project);
}

static void
test_whole (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) step = tide_step_new ("edit", NULL);
  const struct
  {
    TideRecordKind kind;
    const char *id;
  } rows[] = { { TIDE_RECORD_PARTY, "maker" }, { TIDE_RECORD_PROJECT, "p1" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TidePayload *before = tide_register_lookup_payload (reg, rows[i].kind, rows[i].id);
      g_autoptr (TidePayload) after = tide_payload_copy (before);

      tide_test_payload_set (after, "notes", "together");
      tide_step_add_difference (step, rows[i].kind, before, tide_payload_seal (after));
    }
  g_signal_connect_swapped (tide_register_lookup (reg, TIDE_RECORD_PARTY, "maker"), "notify::notes",
                            G_CALLBACK (on_party_notify), reg);
  apply (reg, step);
}

/* Whoever asks while the rows change gets the one object that everybody gets. */
static void
on_rows_changed (TideList *list, guint position, guint removed, guint added, TideRegister *reg)
{
  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TidePayload *payload = tide_list_get_payload (list, i);
      TideRecord *record = i % 2 == 0 ? tide_list_get (list, i) : NULL;
      TideRecord *held = tide_register_lookup (reg, TIDE_RECORD_PARTY, payload->id);

      if (record == NULL)
        record = tide_list_get (list, i);
      g_assert_true (held == NULL || held == record);
      g_assert_true (tide_record_get_payload (record) == payload);
    }
}

static void
test_objects (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TideList *parties = tide_register_get_list (reg, TIDE_RECORD_PARTY);
  g_autoptr (TideStep) step = tide_step_new ("edit", NULL);
  const char *const gone[] = { "party-003", "party-007" };
  g_autoptr (TidePayload) added
      = tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PARTY, "party-0035", "new"));

  add_parties (reg, 10);
  g_signal_connect (parties, "items-changed", G_CALLBACK (on_rows_changed), reg);
  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    tide_step_remove_record (
        step, TIDE_RECORD_PARTY,
        (TidePayload *) tide_register_lookup_payload (reg, TIDE_RECORD_PARTY, gone[i]), 0);
  tide_step_add_record (step, TIDE_RECORD_PARTY, added, 0);
  apply (reg, step);
  rename_parties (reg, 3, "kind", "university");
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_undo (reg));

  g_assert_null (tide_list_get_payload (parties, tide_list_get_n (parties)));
  on_rows_changed (parties, 0, 0, 0, reg);
  g_signal_handlers_disconnect_by_data (parties, reg);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/list/add-and-remove", test_add_and_remove);
  g_test_add_func ("/list/many", test_many);
  g_test_add_func ("/list/unlisted", test_unlisted);
  g_test_add_func ("/list/order", test_order);
  g_test_add_func ("/list/move", test_move);
  g_test_add_func ("/list/whole", test_whole);
  g_test_add_func ("/list/objects", test_objects);

  return g_test_run ();
}
