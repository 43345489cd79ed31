/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/lists/tide-filter-offers.h"
#include "ui/lists/tide-filter-part.h"

#include "tide-test-register.h"

#include <string.h>

/* Parts ------------------------------------------------------------------------------------- */

/* Members that have no chip of their own, and why. */
static const struct
{
  const char *member;
  const char *reason;
} silent[] = {
  { "name", "what a filter is called asks for nothing" },
  { "amount-kind", "stands before each part that speaks of amounts" },
  { "date-match", "stands behind the range of dates" },
};

static const char *
find_reason (const char *member)
{
  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    if (strcmp (silent[i].member, member) == 0)
      return silent[i].reason;

  return NULL;
}

static TideFilter *
filter_with (const TideMember *member)
{
  TideFilter *filter = tide_filter_new ();

  if (member->kind == TIDE_MEMBER_TEXT)
    tide_text_init (&filter->name, "Name", NULL);
  else if (strcmp (member->name, "text") == 0)
    tide_filter_set_text (filter, "text");
  else
    tide_filter_add (filter, member->name,
                     member->kind == TIDE_MEMBER_DECIMAL  ? "100"
                     : member->kind == TIDE_MEMBER_PERIOD ? "2023"
                                                          : "word");

  return filter;
}

/* Nothing that a filter can ask for stays unseen, and all of it can be taken away. */
static void
test_every_member (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  for (guint i = 0; i < tide_shape_filter.n_members; i++)
    {
      const TideMember *member = &tide_shape_filter.members[i];
      TideFilter *filter = filter_with (member);
      g_autoptr (TidePayload) owner = &filter->base;
      g_autoptr (GPtrArray) parts = tide_filter_dup_parts (filter);
      g_autofree char *label = NULL;

      if (find_reason (member->name) != NULL)
        {
          g_assert_cmpuint (parts->len, ==, 0);
          g_assert_true (tide_filter_is_empty (filter));
          continue;
        }

      g_test_message ("%s", member->name);
      g_assert_cmpuint (parts->len, ==, 1);
      label = tide_filter_part_dup_label (g_ptr_array_index (parts, 0), reg, filter);
      g_assert_cmpstr (label, !=, "");
      tide_filter_remove_part (filter, g_ptr_array_index (parts, 0));
      g_assert_false (tide_payload_has_value (owner, member));
    }
}

typedef struct
{
  const char *asked;  /* member=value with commas between them */
  const char *labels; /* of the chips, with bars between them; isolates are left out */
} LabelCase;

static const LabelCase labels[] = {
  { "stages=signed", "Signed" },
  { "stages=signed,stages=started", "Signed or Started" },
  { "stages=lead,stages=signed,stages=started,stages=none", "Lead or Signed or 2 more" },
  { "stages=signed,stages=&started", "Signed|Started" },
  { "stages=none", "No Stage" },
  { "stage-from=signed", "Stage ≥ Signed" },
  { "stage-to=signed", "Stage ≤ Signed" },
  { "stage-from=signed,stage-to=started", "Stage Signed to Started" },
  { "stage-from=dreaming", "Stage ≥ dreaming" },
  { "sectors=energy,divisions==city", "New energy|City alone" },
  { "taxonomies=fields,taxonomies=chains", "Fields or Chains" },
  { "taxonomies=!fields,taxonomies=?chains", "not in Fields|not wholly in Chains" },
  { "taxonomies=~fields", "in Fields by way of another classification" },
  { "parties=maker,party-kinds=central-enterprise", "Maker|Central enterprise" },
  { "later-events=fair", "shown again at Fair" },
  { "amount-kind=agreement,amount=any unpriced",
    "Agreement: With an Amount|Agreement: No Exchange Rate" },
  { "amount-kind=agreement,amount-from=1000000000", "Agreement: at least 1,000,000,000 yuan" },
  { "amount-to=2000000000", "at most 2,000,000,000 yuan" },
  { "amount-from=1000000000,amount-to=2000000000", "1,000,000,000 yuan to 2,000,000,000 yuan" },
  { "amount-from=5000000,currency=USD", "at least US$5,000,000" },
  { "currency=USD,rate-set=average", "told in USD|At rates of “average”" },
  { "amount-kind=agreement,period=2023-Q3", "Agreement: dated 2023-Q3" },
  { "counting=terminated,checks=any", "Needs Attention|Left out: terminated" },
  { "tags=&a,tags=b", "&a or b" },
  { "date=signed", "Signed: any date" },
  { "date=signed,date-from=2023", "Signed: from 2023" },
  { "date=plan-start,date-to=2024-06", "Planned Start: until 2024-06" },
  { "date=signed,date-from=2023-Q1,date-to=2023-08-15", "Signed: Q1 2023 to 2023-08-15" },
  { "date=updated,date-from=2023,date-to=2023", "Updated: in 2023" },
  { "date=signed,date-from=2023,date-match=possibly", "Signed: from 2023, possibly" },
  { "date=signed,date-match=later", "Signed: any date (later)" },
  { "date-from=2023", "No Known Date: from 2023" },
};

static TideFilter *
read_filter (const char *asked)
{
  TideFilter *filter = tide_filter_new ();
  g_auto (GStrv) pairs = g_strsplit (asked, ",", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      tide_filter_add (filter, pair[0], pair[1]);
    }

  return filter;
}

static char *
dup_labels (TideRegister *reg, const TideFilter *filter)
{
  g_autoptr (GPtrArray) parts = tide_filter_dup_parts (filter);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *label
          = tide_filter_part_dup_label (g_ptr_array_index (parts, i), reg, filter);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", label);
    }
  g_string_replace (text, "\u2068", "", 0);
  g_string_replace (text, "\u2069", "", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_labels (gconstpointer data)
{
  const LabelCase *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TideFilter *filter = read_filter (row->asked);
  g_autoptr (TidePayload) owner = &filter->base;
  g_autofree char *found = dup_labels (reg, filter);
  g_autoptr (GPtrArray) parts = tide_filter_dup_parts (filter);

  g_assert_cmpstr (found, ==, row->labels);
  for (guint i = 0; i < parts->len; i++)
    tide_filter_remove_part (filter, g_ptr_array_index (parts, i));
  g_assert_true (tide_filter_is_empty (filter));
  g_assert_null (filter->currency);
}

/* Offers ------------------------------------------------------------------------------------ */

static TidePayload *
new_project (GRand *random, guint i)
{
  g_autofree char *id = g_strdup_printf ("p%u", i);
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, id);
  const guint n_parties = (guint) g_rand_int_range (random, 0, 4);

  for (guint j = 0; j < n_parties; j++)
    {
      g_autofree char *party = g_strdup_printf ("party%d", g_rand_int_range (random, 0, 5));
      TidePayload *entry = tide_payload_new (&tide_shape_participation, NULL);

      tide_test_payload_set (entry, "party", party);
      tide_test_payload_set (entry, "role", j == 0 ? "investor" : j == 1 ? "operator" : "partner");
      tide_payload_add_entry (project, "parties", entry);
    }
  for (int j = g_rand_int_range (random, 0, 3); j > 0; j--)
    {
      g_autofree char *tag = g_strdup_printf ("tag%d", g_rand_int_range (random, 0, 4));

      tide_payload_add_string (project, "tags", tag);
    }
  if (g_rand_boolean (random))
    tide_test_payload_set (project, "event", "fair");

  return project;
}

static TideSnapshot *
make_up (void)
{
  TideSnapshot *snapshot = tide_test_register_new_snapshot ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("party%u", i);

      tide_snapshot_add (snapshot, TIDE_RECORD_PARTY,
                         tide_test_payload_new (TIDE_RECORD_PARTY, id, id));
    }
  for (guint i = 10; i < 210; i++)
    tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, new_project (random, i));

  return snapshot;
}

static int
count_matches (TideSnapshot *snapshot, const char *member, const char *value)
{
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;
  g_autoptr (TideMatcher) matcher = NULL;
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  int n = 0;

  tide_filter_add (filter, member, value);
  matcher = tide_matcher_new (filter, snapshot);
  for (guint i = 0; i < projects->len; i++)
    n += tide_matcher_matches (matcher, g_ptr_array_index (projects, i));

  return n;
}

/* The number beside a value is that of the rows which it leaves, most first. */
static void
test_numbers (gconstpointer data)
{
  const char *member = data;
  g_autoptr (TideSnapshot) snapshot = make_up ();
  g_autoptr (GPtrArray) offers = tide_filter_offers_new (snapshot, member);
  int before = G_MAXINT;
  guint n_counted = 0;

  for (guint i = 0; i < offers->len; i++)
    {
      const TideFilterOffer *offer = g_ptr_array_index (offers, i);

      if (offer->n_projects < 0)
        continue;
      n_counted++;
      g_assert_cmpint (offer->n_projects, <=, before);
      before = offer->n_projects;
      g_assert_cmpint (offer->n_projects, ==, count_matches (snapshot, member, offer->value));
    }
  g_assert_cmpuint (n_counted, >, 0);
}

/* In the order of the register, with what stands above; unused taxonomies offer nothing. */
static void
test_trees (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (GPtrArray) divisions = tide_filter_offers_new (snapshot, "divisions");
  g_autoptr (GPtrArray) sectors = tide_filter_offers_new (snapshot, "sectors");
  const TideFilterOffer *heading = g_ptr_array_index (sectors, 0);
  const TideFilterOffer *east = g_ptr_array_index (divisions, 1);
  const TideFilterOffer *none = g_ptr_array_index (divisions, 2);

  g_assert_cmpuint (divisions->len, ==, 3);
  g_assert_cmpstr (east->value, ==, "east");
  g_assert_cmpuint (east->depth, ==, 1);
  g_assert_cmpstr (none->label, ==, "No Division");
  g_assert_null (heading->value);
  g_assert_cmpstr (heading->label, ==, "Fields");
  g_assert_cmpuint (sectors->len, ==, 5);
}

int
main (int argc, char *argv[])
{
  static const char *const counted[] = { "parties", "events", "tags" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/filter-offers/every-member", test_every_member);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *path = g_strdup_printf ("/filter-offers/labels/%02zu", i);

      g_test_add_data_func (path, &labels[i], test_labels);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_autofree char *path = g_strconcat ("/filter-offers/numbers/", counted[i], NULL);

      g_test_add_data_func (path, counted[i], test_numbers);
    }
  g_test_add_func ("/filter-offers/trees", test_trees);

  return g_test_run ();
}
