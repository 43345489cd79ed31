/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"

static TidePayload *
dup_project (const char *id)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();

  return tide_payload_ref (tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, id));
}

static void
test_defaults (void)
{
  g_autoptr (TidePayload) payload = tide_payload_new (&tide_shape_project, NULL);

  g_assert_true (TIDE_PROJECT_PAYLOAD (payload)->counted);
  g_assert_false (TIDE_PROJECT_PAYLOAD (payload)->confidential);
  g_assert_true (tide_payload_is_empty (payload));
}

static void
test_seal_orders_stages (void)
{
  g_autoptr (TidePayload) payload = dup_project ("p1");
  const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (payload);
  const TidePayload *first = g_ptr_array_index (project->stages, 0);

  g_assert_cmpstr (first->id, ==, "s1");
  g_assert_cmpint (project->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_cmpint (project->stage_date.month, ==, 8);
}

static void
test_seal_orders_coarser_first (void)
{
  g_autoptr (TidePayload) payload = tide_payload_new (&tide_shape_project, "p");
  const char *const rows[][3] = {
    { "c", "registered", "2023-01-01" },
    { "b", "signed", "2023" },
    { "a", "lead", "2023-01" },
    { "d", "producing", "2022-12-31" },
  };
  const char *const order[] = { "d", "b", "a", "c" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TidePayload *entry = tide_test_payload_add_entry (payload, "stages", rows[i][0]);

      tide_test_payload_set (entry, "stage", rows[i][1]);
      tide_test_payload_set (entry, "date", rows[i][2]);
    }
  tide_payload_seal (payload);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const TidePayload *entry = g_ptr_array_index (TIDE_PROJECT_PAYLOAD (payload)->stages, i);

      g_assert_cmpstr (entry->id, ==, order[i]);
    }
  g_assert_cmpint (TIDE_PROJECT_PAYLOAD (payload)->stage, ==, TIDE_STAGE_REGISTERED);
}

static void
test_seal_keeps_given_order (void)
{
  g_autoptr (TidePayload) payload = dup_project ("p1");
  const TideClassification *first = g_ptr_array_index (TIDE_PROJECT_PAYLOAD (payload)->sectors, 0);

  g_assert_cmpstr (first->sector, ==, "energy");
}

static void
test_seal_drops_empty_objects (void)
{
  g_autoptr (TidePayload) original = dup_project ("p1");
  g_autoptr (TidePayload) payload = tide_payload_copy (original);
  const TideValue none = { .kind = TIDE_MEMBER_DATE };

  g_assert_true (tide_payload_set_value_at (payload, "plans/start", &none));
  tide_payload_seal (payload);

  g_assert_null (TIDE_PROJECT_PAYLOAD (payload)->plans);
  g_assert_nonnull (TIDE_PROJECT_PAYLOAD (original)->plans);
}

static void
test_seal_names_rates (void)
{
  g_autoptr (TidePayload) rate = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);

  tide_test_payload_set (rate, "set", "mid");
  tide_test_payload_set (rate, "from", "USD");
  tide_test_payload_set (rate, "to", "CNY");
  tide_test_payload_set (rate, "date", "2023-10-31");
  tide_payload_seal (rate);

  g_assert_cmpstr (rate->id, ==, "mid/USD/CNY/2023-10-31");
}

static void
test_copy_leaves_the_original (void)
{
  g_autoptr (TidePayload) original = dup_project ("p1");
  g_autoptr (TidePayload) before = dup_project ("p1");
  g_autoptr (TidePayload) copy = tide_payload_copy (original);

  g_assert_true (tide_payload_equal (original, copy));
  tide_test_payload_set (copy, "division", "city");
  tide_test_payload_add_entry (copy, "amounts", "a2");
  tide_payload_add_string (copy, "tags", "new");
  tide_payload_seal (copy);

  g_assert_false (tide_payload_equal (original, copy));
  g_assert_true (tide_payload_equal (original, before));
}

static void
test_values_round_trip (void)
{
  g_autoptr (TidePayload) payload = dup_project ("p1");
  g_autoptr (TidePayload) copy = tide_payload_new (payload->shape, payload->id);

  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];
      g_auto (TideValue) value = { 0 };
      g_auto (TideValue) same = { 0 };

      tide_payload_get_value (payload, member, &value);
      tide_value_copy (&value, &same);
      g_assert_true (tide_value_equal (&value, &same));
      tide_payload_set_value (copy, member, &same);
    }

  g_assert_true (tide_payload_equal (payload, tide_payload_seal (copy)));
}

static void
test_equal_tells_written_numbers_apart (void)
{
  g_autoptr (TidePayload) a = tide_payload_new (&tide_shape_amount, "a");
  g_autoptr (TidePayload) b = tide_payload_new (&tide_shape_amount, "a");

  tide_test_payload_set (a, "value", "1.0");
  tide_test_payload_set (b, "value", "1.00");
  g_assert_false (tide_payload_equal (a, b));
  tide_test_payload_set (b, "value", "1.0");
  g_assert_true (tide_payload_equal (a, b));
}

static void
test_keys (void)
{
  g_autoptr (TidePayload) payload = dup_project ("p1");
  const TidePayload *party = tide_payload_find_entry (payload, "parties", "maker/investor");

  g_assert_nonnull (party);
  g_assert_nonnull (tide_payload_find_entry (payload, "amounts", "a1"));
  g_assert_null (tide_payload_find_entry (payload, "amounts", "a2"));
  g_assert_null (tide_payload_find_entry (payload, "nothing", "a1"));
}

static gpointer
read_often (gpointer data)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (TidePayload) payload = tide_payload_ref (data);
      g_autoptr (TidePayload) copy = tide_payload_copy (payload);

      g_assert_true (tide_payload_equal (payload, tide_payload_seal (copy)));
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (TidePayload) payload = dup_project ("p1");
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_often, payload);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpstr (payload->id, ==, "p1");
}

static void
test_snapshot_order (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  const GPtrArray *records;

  tide_snapshot_add (snapshot, TIDE_RECORD_PARTY,
                     tide_test_payload_new (TIDE_RECORD_PARTY, "b", "B"));
  tide_snapshot_add (snapshot, TIDE_RECORD_PARTY,
                     tide_test_payload_new (TIDE_RECORD_PARTY, "a", "A"));
  tide_snapshot_add (snapshot, TIDE_RECORD_TAXONOMY,
                     tide_test_payload_new (TIDE_RECORD_TAXONOMY, "b", "B"));
  tide_snapshot_add (snapshot, TIDE_RECORD_TAXONOMY,
                     tide_test_payload_new (TIDE_RECORD_TAXONOMY, "a", "A"));

  records = tide_snapshot_get_records (snapshot, TIDE_RECORD_PARTY);
  g_assert_cmpstr (((TidePayload *) g_ptr_array_index (records, 0))->id, ==, "a");
  records = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  g_assert_cmpstr (((TidePayload *) g_ptr_array_index (records, 0))->id, ==, "b");
  g_assert_nonnull (tide_snapshot_lookup (snapshot, TIDE_RECORD_PARTY, "b"));
  g_assert_null (tide_snapshot_lookup (snapshot, TIDE_RECORD_PARTY, "c"));
  g_assert_null (tide_snapshot_get_settings (snapshot)->currency);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/payload/defaults", test_defaults);
  g_test_add_func ("/payload/seal/orders-stages", test_seal_orders_stages);
  g_test_add_func ("/payload/seal/coarser-first", test_seal_orders_coarser_first);
  g_test_add_func ("/payload/seal/keeps-given-order", test_seal_keeps_given_order);
  g_test_add_func ("/payload/seal/drops-empty-objects", test_seal_drops_empty_objects);
  g_test_add_func ("/payload/seal/names-rates", test_seal_names_rates);
  g_test_add_func ("/payload/copy", test_copy_leaves_the_original);
  g_test_add_func ("/payload/values", test_values_round_trip);
  g_test_add_func ("/payload/written-numbers", test_equal_tells_written_numbers_apart);
  g_test_add_func ("/payload/keys", test_keys);
  g_test_add_func ("/payload/threads", test_threads);
  g_test_add_func ("/payload/snapshot", test_snapshot_order);

  return g_test_run ();
}
