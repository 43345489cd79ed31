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

/* By the columns that a person has to choose, of projects filled for them. */
static const OrderCase more_cases[] = {
  { TIDE_ORDER_OTHER_NAME, FALSE, "c b a d" },
  { TIDE_ORDER_STAGE_TIME, FALSE, "b c a d" },
  { TIDE_ORDER_STAGE_TIME, TRUE, "a c b d" },
  { TIDE_ORDER_INVESTOR, FALSE, "c b a d" },
  { TIDE_ORDER_INTENTION, FALSE, "b a c d" },
  { TIDE_ORDER_AGREEMENT, FALSE, "a b c d" },
  { TIDE_ORDER_ARRIVED, FALSE, "a b c d" },
  { TIDE_ORDER_IN_CHARGE, FALSE, "b c a d" },
  { TIDE_ORDER_TAGS, FALSE, "a b c d" },
  { TIDE_ORDER_TAGS, TRUE, "b a c d" },
  { TIDE_ORDER_SIGNED, FALSE, "c b a d" },
  { TIDE_ORDER_SIGNED, TRUE, "a b c d" },
  { TIDE_ORDER_PLANNED_START, FALSE, "a b c d" },
  { TIDE_ORDER_PLANNED_COMPLETION, FALSE, "b a c d" },
  { TIDE_ORDER_PLANNED_PRODUCTION, FALSE, "a b c d" },
  { TIDE_ORDER_CREATED, FALSE, "b a c d" },
  { TIDE_ORDER_CREATED, TRUE, "a b c d" },
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

static void
add_dated_stage (TideProjectPayload *project, const char *stage, const char *date)
{
  const TideMember *member = tide_shape_find (&tide_shape_project, "stages");
  TidePayload *entry = tide_payload_new (member->shape, date);

  tide_payload_set_interned (&((TideStageEntry *) entry)->stage, stage);
  tide_date_parse (date, FALSE, &((TideStageEntry *) entry)->date);
  tide_payload_add_entry (&project->base, "stages", entry);
}

static void
add_investor (TideProjectPayload *project, const char *party, const char *share)
{
  const TideMember *member = tide_shape_find (&tide_shape_project, "parties");
  TidePayload *entry = tide_payload_new (member->shape, NULL);

  tide_payload_set_interned (&((TideParticipation *) entry)->party, party);
  tide_payload_set_interned (&((TideParticipation *) entry)->role, "investor");
  if (share != NULL)
    tide_decimal_parse (share, &((TideParticipation *) entry)->share);
  tide_payload_add_entry (&project->base, "parties", entry);
}

static void
set_plan (TideProjectPayload *project, const char *path, const char *date)
{
  TideValue value = { .kind = TIDE_MEMBER_DATE };

  tide_date_parse (date, FALSE, &value.as.date);
  tide_payload_set_value_at (&project->base, path, &value);
}

static TideProjectPayload *
make_a (void)
{
  TideProjectPayload *a = tide_test_project_new ("a", "Zinc", "乙");

  add_dated_stage (a, "signed", "2023-03");
  set_plan (a, "plans/start", "2024");
  set_plan (a, "plans/completion", "2025-06");
  tide_payload_set_string (&a->in_charge, "Zone office");
  tide_payload_add_string (&a->base, "tags", "fast");
  tide_payload_add_string (&a->base, "tags", "new");
  add_investor (a, "aux", "10");
  add_investor (a, "zhejiang", "90");
  tide_test_project_add_amount (a, "intention", "50", "CNY", "2023");
  a->created = 20;

  return a;
}

static TideProjectPayload *
make_b (void)
{
  TideProjectPayload *b = tide_test_project_new ("b", "Alloy", "丙");

  add_dated_stage (b, "signed", "2023");
  set_plan (b, "plans/start", "2024-01");
  set_plan (b, "plans/completion", "2025");
  tide_payload_set_string (&b->in_charge, "Bureau");
  tide_payload_add_string (&b->base, "tags", "slow");
  add_investor (b, "midea", NULL);
  add_investor (b, "aux", NULL);
  tide_test_project_add_amount (b, "intention", "5", "CNY", "2023");
  tide_test_project_add_amount (b, "arrived", "5", "USD", "2023");
  b->created = 10;

  return b;
}

static TideProjectPayload *
make_c (void)
{
  TideProjectPayload *c = tide_test_project_new ("c", "Motor", "一");

  add_dated_stage (c, "signed", "2022-12-31");
  add_dated_stage (c, "started", "2023-06-01");
  tide_payload_set_string (&c->in_charge, "Bureau");
  add_investor (c, "aux", NULL);

  return c;
}

static TideSnapshot *
make_more (void)
{
  TideSnapshot *snapshot = tide_test_snapshot_new ();
  TideDate day;

  tide_date_parse ("2024-01-01", FALSE, &day);
  tide_snapshot_set_day (snapshot, tide_date_get_first_day (&day));
  tide_test_snapshot_add_party (snapshot, "zhejiang", "private", "Zhejiang Motors");
  tide_test_snapshot_add_party (snapshot, "midea", "private", "Midea");
  tide_test_snapshot_add_party (snapshot, "aux", "private", "Aux");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &make_a ()->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &make_b ()->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &make_c ()->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &tide_test_project_new ("d", NULL, NULL)->base);

  return snapshot;
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

static gboolean
is_more (const OrderCase *row)
{
  return row >= more_cases && row < more_cases + G_N_ELEMENTS (more_cases);
}

static void
test_order (gconstpointer data)
{
  const OrderCase *row = data;
  TideOrder order = { .key = row->key,
                      .descending = row->descending,
                      .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
                      .language = TIDE_LANGUAGE_EN };
  g_autoptr (TideSnapshot) snapshot = is_more (row) ? make_more () : make_snapshot ();
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
  g_autoptr (TideSnapshot) snapshot = is_more (row) ? make_more () : make_snapshot ();
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

static void
add_cases (const OrderCase *rows, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/order/by/%s/%s", tide_order_key_to_code (rows[i].key),
                             rows[i].descending ? "descending" : "ascending");
      g_autofree char *ranked = g_strconcat (path, "/ranked", NULL);

      g_test_add_data_func (path, &rows[i], test_order);
      g_test_add_data_func (ranked, &rows[i], test_ranking);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_cases (cases, G_N_ELEMENTS (cases));
  add_cases (more_cases, G_N_ELEMENTS (more_cases));
  g_test_add_func ("/order/codes", test_codes);

  return g_test_run ();
}
