/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-order.h"
#include "core/tide-ranking.h"

#include "tide-test-snapshot.h"

typedef struct
{
  TideOrderKey key;
  gboolean descending;
  const char *expected;
} OrderCase;

static const OrderCase cases[] = {
  { TIDE_ORDER_NAME, FALSE, "b c a d" },    { TIDE_ORDER_NAME, TRUE, "a c b d" },
  { TIDE_ORDER_NUMBER, FALSE, "a c b d" },  { TIDE_ORDER_NUMBER, TRUE, "b c a d" },
  { TIDE_ORDER_SECTOR, FALSE, "b a c d" },  { TIDE_ORDER_DIVISION, FALSE, "c a b d" },
  { TIDE_ORDER_STAGE, FALSE, "a b c d" },   { TIDE_ORDER_STAGE, TRUE, "c b a d" },
  { TIDE_ORDER_AMOUNT, FALSE, "a b c d" },  { TIDE_ORDER_AMOUNT, TRUE, "b a c d" },
  { TIDE_ORDER_EVENT, FALSE, "a b c d" },   { TIDE_ORDER_STATUS, FALSE, "a c d b" },
  { TIDE_ORDER_UPDATED, FALSE, "c a b d" }, { TIDE_ORDER_UPDATED, TRUE, "b a c d" },
};

static void
add_project (TideSnapshot *snapshot,
             const char *id,
             const char *en,
             const char *number,
             const char *division,
             const char *stage,
             gint64 updated)
{
  TideProjectPayload *project = tide_test_project_new (id, en, NULL);

  tide_payload_set_string (&project->number, number);
  tide_payload_set_interned (&project->division, division);
  if (stage != NULL)
    tide_test_project_add_stage (project, stage, NULL);
  project->updated = updated;
  if (id[0] == 'a')
    {
      tide_test_project_add_sector (project, "s/2");
      tide_test_project_add_amount (project, "agreement", "100", "CNY", "2023");
      tide_payload_set_interned (&project->event, "beijing");
    }
  else if (id[0] == 'b')
    {
      tide_test_project_add_sector (project, "s/1");
      tide_test_project_add_amount (project, "agreement", "100", "USD", "2023");
      tide_test_project_add_status (project, "paused");
    }
  else if (id[0] == 'c')
    tide_test_project_add_amount (project, "agreement", "999", "GBP", "2023");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &project->base);
}

static TideSnapshot *
make_snapshot (void)
{
  TideSnapshot *snapshot = tide_test_snapshot_new ();

  tide_test_snapshot_add_rate (snapshot, "USD", "2023", "7");
  tide_test_snapshot_add_sector (snapshot, "s", "s/2", NULL, "Robots");
  tide_test_snapshot_add_sector (snapshot, "s", "s/1", NULL, "Batteries");
  tide_test_snapshot_add_division (snapshot, "1", NULL, "Yuyao", NULL);
  tide_test_snapshot_add_division (snapshot, "2", NULL, NULL, "镇海");
  tide_test_snapshot_add_division (snapshot, "3", NULL, "Beilun", NULL);
  tide_test_snapshot_add_event (snapshot, "beijing", "Docking meeting");
  add_project (snapshot, "a", "Zinc", "2023-2", "1", "lead", 200);
  add_project (snapshot, "b", "Alloy", "2023-10", "2", "at-capacity", 300);
  add_project (snapshot, "c", "Motor", "2023-9", "3", "dreaming", 100);
  add_project (snapshot, "d", NULL, NULL, NULL, NULL, 0);

  return snapshot;
}

static void
test_order (gconstpointer data)
{
  const OrderCase *row = data;
  TideOrder order = { .key = row->key,
                      .descending = row->descending,
                      .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
                      .language = TIDE_LANGUAGE_EN };
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  TideSortKey keys[4];
  const char *ids[5] = { NULL };
  g_autofree char *found = NULL;

  for (guint i = 0; i < projects->len; i++)
    tide_order_make_key (&order, g_ptr_array_index (projects, i), snapshot, &keys[i]);

  /* Each project's place is how many come before it; ties go by id. */
  for (guint i = 0; i < 4; i++)
    {
      guint place = 0;

      for (guint j = 0; j < 4; j++)
        {
          int result = tide_order_compare (&order, &keys[j], &keys[i]);

          g_assert_cmpint (tide_order_compare (&order, &keys[i], &keys[j]), ==, -result);
          place += result < 0 || (result == 0 && j < i);
        }
      ids[place] = ((const TidePayload *) g_ptr_array_index (projects, i))->id;
    }

  found = g_strjoinv (" ", (char **) ids);
  g_assert_cmpstr (found, ==, row->expected);
  for (guint i = 0; i < 4; i++)
    tide_sort_key_clear (&keys[i]);
}

/* The same table, by rankings. */
static void
test_ranking (gconstpointer data)
{
  const OrderCase *row = data;
  const TideOrder order = { .key = row->key,
                            .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
                            .language = TIDE_LANGUAGE_EN };
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TideRanking) ranking = tide_ranking_new (&order, projects, snapshot);
  g_autofree guint32 *positions = tide_ranking_dup_positions (ranking, row->descending);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < projects->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            ((const TidePayload *) g_ptr_array_index (projects, positions[i]))->id);
  g_assert_cmpstr (found->str, ==, row->expected);
}

static void
test_codes (void)
{
  TideOrderKey found = TIDE_ORDER_NAME;

  for (guint key = TIDE_ORDER_NAME; key <= TIDE_ORDER_UPDATED; key++)
    {
      g_assert_true (tide_order_key_from_code (tide_order_key_to_code (key), &found));
      g_assert_cmpint (found, ==, key);
    }

  g_assert_false (tide_order_key_from_code ("colour", &found));
  g_assert_cmpint (found, ==, TIDE_ORDER_UPDATED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/order/by/%s/%s", tide_order_key_to_code (cases[i].key),
                             cases[i].descending ? "descending" : "ascending");

      g_autofree char *ranked = g_strconcat (path, "/ranked", NULL);

      g_test_add_data_func (path, &cases[i], test_order);
      g_test_add_data_func (ranked, &cases[i], test_ranking);
    }
  g_test_add_func ("/order/codes", test_codes);

  return g_test_run ();
}
