/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-breakdown.h"
#include "stats/tide-share.h"

/* A register worked out by hand, in yuan:
 *
 *   project  division  sectors            stage       agreement                 counted
 *   a        north     energy 100         signed      1,000.00                  yes
 *   b        north     energy 33.3 robots 66.7  started  100.01                 yes
 *   c        south     robots             signed      US$10.00 (rate 7.1 = 71)  yes
 *   d        –         –                  –           –                         yes
 *   e        harbour   energy             signed      JPY 5 (no rate)           yes
 *   f        north     energy             signed      9,999.00                  terminated
 *   g        north     energy             signed      8,888.00                  not counted
 *   h        north     energy             signed      7,777.00                  umbrella of a
 *   i        –         –, but steel       –           –                         yes
 *
 * The harbour is a zone of the south, robots stand below energy, steel is a class of another
 * taxonomy. */

#define TAXONOMY "press"

static void
set_value (TidePayload *payload, const char *name, const char *text)
{
  const TideMember *member = tide_shape_find (payload->shape, name);
  TideValue value = { .kind = member->kind };

  switch (member->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      value.as.string = g_ref_string_new (text);
      break;
    case TIDE_MEMBER_TEXT:
      tide_text_init (&value.as.text, text, NULL);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      g_assert_true (tide_date_parse (text, TRUE, &value.as.date));
      break;
    case TIDE_MEMBER_DECIMAL:
      g_assert_cmpint (tide_decimal_parse (text, &value.as.decimal), ==, TIDE_DECIMAL_OK);
      break;
    case TIDE_MEMBER_BOOLEAN:
      value.as.boolean = g_str_equal (text, "true");
      break;
    case TIDE_MEMBER_TIME:
    case TIDE_MEMBER_COUNT:
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
    case TIDE_MEMBER_OBJECT:
    case TIDE_MEMBER_ENTRIES:
    default:
      g_assert_not_reached ();
    }

  tide_payload_set_value (payload, member, &value);
  tide_value_clear (&value);
}

static TidePayload *
new_payload (const TideShape *shape, const char *id, const char *first, ...)
{
  TidePayload *payload = tide_payload_new (shape, id);
  va_list args;

  va_start (args, first);
  for (const char *name = first; name != NULL; name = va_arg (args, const char *))
    set_value (payload, name, va_arg (args, const char *));
  va_end (args);

  return payload;
}

static void
add_record (TideSnapshot *snapshot, TideRecordKind kind, TidePayload *payload)
{
  tide_snapshot_add (snapshot, kind, tide_payload_seal (payload));
}

static void
add_vocabulary (TideSnapshot *snapshot)
{
  const TideShape *sector = tide_shape_for_kind (TIDE_RECORD_SECTOR);
  const TideShape *division = tide_shape_for_kind (TIDE_RECORD_DIVISION);

  add_record (snapshot, TIDE_RECORD_REGISTER,
              new_payload (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register", "currency",
                           "CNY", "rate-set", "mid", NULL));
  add_record (
      snapshot, TIDE_RECORD_TAXONOMY,
      new_payload (tide_shape_for_kind (TIDE_RECORD_TAXONOMY), TAXONOMY, "name", "Fields", NULL));
  add_record (snapshot, TIDE_RECORD_SECTOR,
              new_payload (sector, "energy", "taxonomy", TAXONOMY, "name", "Energy", NULL));
  add_record (snapshot, TIDE_RECORD_SECTOR,
              new_payload (sector, "robots", "taxonomy", TAXONOMY, "name", "Robots", "parent",
                           "energy", NULL));
  add_record (snapshot, TIDE_RECORD_DIVISION,
              new_payload (division, "north", "name", "North", NULL));
  add_record (snapshot, TIDE_RECORD_DIVISION,
              new_payload (division, "south", "name", "South", NULL));
  add_record (snapshot, TIDE_RECORD_DIVISION,
              new_payload (division, "harbour", "name", "Harbour", "parent", "south", NULL));
  add_record (snapshot, TIDE_RECORD_SECTOR,
              new_payload (sector, "steel", "taxonomy", "other", "name", "Steel", NULL));
  add_record (snapshot, TIDE_RECORD_RATE,
              new_payload (tide_shape_for_kind (TIDE_RECORD_RATE), NULL, "set", "mid", "from",
                           "USD", "to", "CNY", "date", "2023-01-01", "value", "7.1", NULL));
}

typedef struct
{
  const char *id;
  const char *division;
  const char *first_sector;
  const char *first_share;
  const char *second_sector;
  const char *second_share;
  const char *stage;
  const char *value;
  const char *currency;
  const char *status;
  const char *counted;
  const char *parent;
} Row;

static const Row rows[] = {
  { "a", "north", "energy", "100", NULL, NULL, "signed", "1000.00", "CNY", NULL, NULL, "h" },
  { "b", "north", "energy", "33.3", "robots", "66.7", "started", "100.01", "CNY", NULL, NULL,
    NULL },
  { "c", "south", "robots", NULL, NULL, NULL, "signed", "10.00", "USD", NULL, NULL, NULL },
  { "d", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL },
  { "e", "harbour", "energy", NULL, NULL, NULL, "signed", "5", "JPY", NULL, NULL, NULL },
  { "f", "north", "energy", NULL, NULL, NULL, "signed", "9999", "CNY", "terminated", NULL, NULL },
  { "g", "north", "energy", NULL, NULL, NULL, "signed", "8888", "CNY", NULL, "false", NULL },
  { "h", "north", "energy", NULL, NULL, NULL, "signed", "7777", "CNY", NULL, NULL, NULL },
  { "i", NULL, "steel", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL },
};

static void
add_class (TidePayload *project, const char *sector, const char *share)
{
  TidePayload *entry;

  if (sector == NULL)
    return;

  entry = new_payload (&tide_shape_classification, NULL, "sector", sector, NULL);
  if (share != NULL)
    set_value (entry, "share", share);
  tide_payload_add_entry (project, "sectors", tide_payload_seal (entry));
}

static TidePayload *
new_project (const Row *row)
{
  TidePayload *project = new_payload (&tide_shape_project, row->id, "name", row->id, NULL);

  if (row->division != NULL)
    set_value (project, "division", row->division);
  if (row->parent != NULL)
    set_value (project, "parent", row->parent);
  if (row->counted != NULL)
    set_value (project, "counted", row->counted);
  add_class (project, row->first_sector, row->first_share);
  add_class (project, row->second_sector, row->second_share);
  if (row->stage != NULL)
    tide_payload_add_entry (project, "stages",
                            tide_payload_seal (new_payload (&tide_shape_stage, "1", "stage",
                                                            row->stage, "date", "2023", NULL)));
  if (row->status != NULL)
    tide_payload_add_entry (
        project, "statuses",
        tide_payload_seal (new_payload (&tide_shape_status, "1", "status", row->status, NULL)));
  if (row->value != NULL)
    tide_payload_add_entry (project, "amounts",
                            tide_payload_seal (new_payload (
                                &tide_shape_amount, "1", "kind", "agreement", "value", row->value,
                                "currency", row->currency, "date", "2023", NULL)));

  return project;
}

static TideSnapshot *
new_register (gboolean reversed)
{
  TideSnapshot *snapshot = tide_snapshot_new ();

  add_vocabulary (snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_record (snapshot, TIDE_RECORD_PROJECT,
                new_project (&rows[reversed ? G_N_ELEMENTS (rows) - 1 - i : i]));

  return snapshot;
}

static TideBreakdown *
new_breakdown (TideSnapshot *snapshot,
               TideGrouping grouping,
               const char *taxonomy,
               TideAmountKind kind,
               const TideFilter *filter)
{
  const TideValuation valuation = { .kind = kind };
  g_autoptr (TideColumns) columns = tide_columns_new (snapshot, &valuation, NULL);

  return tide_breakdown_new (columns, grouping, taxonomy, filter);
}

static const TideFigure *
get_figure (const TideBreakdown *breakdown, const char *key)
{
  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);

      if (g_str_equal (group->key, key))
        return group->figure;
    }

  g_assert_not_reached ();
}

static void
assert_figure (const TideFigure *figure, guint n_counted, gint64 base)
{
  g_assert_cmpuint (figure->n_counted, ==, n_counted);
  g_assert_cmpint (figure->base.minor, ==, base);
  g_assert_false (figure->is_overflow);
}

static void
test_total (void)
{
  g_autoptr (TideSnapshot) snapshot = new_register (FALSE);
  g_autoptr (TideBreakdown) breakdown
      = new_breakdown (snapshot, TIDE_GROUPING_CURRENCY, NULL, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  const TideFigure *total = breakdown->total;

  /* 1,000.00 + 100.01 + 71.00 */
  assert_figure (total, 6, 117101);
  g_assert_cmpstr (total->base.currency, ==, "CNY");
  g_assert_cmpuint (total->n_with_amount, ==, 4);
  g_assert_cmpuint (tide_figure_get_n_without_amount (total), ==, 2);
  g_assert_cmpuint (total->n_foreign, ==, 2);
  g_assert_cmpuint (total->n_priced, ==, 3);
  g_assert_cmpuint (total->n_unpriced, ==, 1);
  g_assert_cmpuint (total->n_excluded[TIDE_EXCLUSION_TERMINATED], ==, 1);
  g_assert_cmpuint (total->n_excluded[TIDE_EXCLUSION_NOT_COUNTED], ==, 1);
  g_assert_cmpuint (total->n_excluded[TIDE_EXCLUSION_UMBRELLA], ==, 1);
  g_assert_cmpuint (tide_figure_get_n_excluded (total), ==, 3);

  g_assert_cmpuint (breakdown->groups->len, ==, 3);
  g_assert_cmpint (g_array_index (get_figure (breakdown, "CNY")->sums, TideMoney, 0).minor, ==,
                   110001);
  g_assert_cmpint (g_array_index (get_figure (breakdown, "USD")->sums, TideMoney, 0).minor, ==,
                   1000);
  g_assert_cmpint (g_array_index (get_figure (breakdown, "JPY")->sums, TideMoney, 0).minor, ==, 5);
  g_assert_cmpuint (get_figure (breakdown, "USD")->n_priced, ==, 1);
  g_assert_cmpuint (get_figure (breakdown, "JPY")->n_priced, ==, 0);
}

static void
test_other_kind (void)
{
  g_autoptr (TideSnapshot) snapshot = new_register (FALSE);
  g_autoptr (TideBreakdown) breakdown
      = new_breakdown (snapshot, TIDE_GROUPING_CURRENCY, NULL, TIDE_AMOUNT_KIND_ARRIVED, NULL);

  assert_figure (breakdown->total, 6, 0);
  g_assert_cmpuint (breakdown->total->n_with_amount, ==, 0);
  g_assert_cmpuint (breakdown->groups->len, ==, 0);
}

static void
test_stages (void)
{
  g_autoptr (TideSnapshot) snapshot = new_register (FALSE);
  g_autoptr (TideBreakdown) breakdown
      = new_breakdown (snapshot, TIDE_GROUPING_STAGE, NULL, TIDE_AMOUNT_KIND_AGREEMENT, NULL);

  g_assert_cmpuint (breakdown->groups->len, ==, TIDE_N_STAGES + 1);
  assert_figure (get_figure (breakdown, "signed"), 3, 107100);
  assert_figure (get_figure (breakdown, "started"), 1, 10001);
  assert_figure (get_figure (breakdown, "lead"), 0, 0);
  assert_figure (get_figure (breakdown, "none"), 2, 0);
}

static void
test_divisions (void)
{
  g_autoptr (TideSnapshot) snapshot = new_register (FALSE);
  g_autoptr (TideBreakdown) breakdown
      = new_breakdown (snapshot, TIDE_GROUPING_DIVISION, NULL, TIDE_AMOUNT_KIND_AGREEMENT, NULL);

  assert_figure (get_figure (breakdown, "north"), 2, 110001);
  assert_figure (get_figure (breakdown, "south"), 1, 7100);
  assert_figure (get_figure (breakdown, "harbour"), 1, 0);
  assert_figure (get_figure (breakdown, "none"), 2, 0);
}

static void
test_sectors (void)
{
  g_autoptr (TideSnapshot) snapshot = new_register (FALSE);
  g_autoptr (TideBreakdown) breakdown
      = new_breakdown (snapshot, TIDE_GROUPING_SECTOR, TAXONOMY, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  gint64 sum = 0;

  /* 33.3 % of 100.01 are 33.30333, 66.7 % are 66.70667: the fen left over goes to the second */
  assert_figure (get_figure (breakdown, "energy"), 3, 100000 + 3330);
  assert_figure (get_figure (breakdown, "robots"), 2, 7100 + 6671);
  assert_figure (get_figure (breakdown, "none"), 2, 0);

  for (guint i = 0; i < breakdown->groups->len; i++)
    sum += ((const TideGroup *) g_ptr_array_index (breakdown->groups, i))->figure->base.minor;
  g_assert_cmpint (sum, ==, breakdown->total->base.minor);
}

/* A project that is in a class and in one below it counts once. */
static void
test_sector_tree (void)
{
  g_autoptr (TideSnapshot) snapshot = new_register (FALSE);
  g_autoptr (TideBreakdown) breakdown = new_breakdown (snapshot, TIDE_GROUPING_SECTOR_TREE,
                                                       TAXONOMY, TIDE_AMOUNT_KIND_AGREEMENT, NULL);

  assert_figure (get_figure (breakdown, "robots"), 2, 7100 + 6671);
  assert_figure (get_figure (breakdown, "energy"), 4, 100000 + 10001 + 7100);
  assert_figure (get_figure (breakdown, "none"), 2, 0);
  assert_figure (breakdown->total, 6, 100000 + 10001 + 7100);
}

static void
test_order (void)
{
  for (guint grouping = TIDE_GROUPING_STAGE; grouping < TIDE_N_GROUPINGS; grouping++)
    {
      g_autoptr (TideSnapshot) forward = new_register (FALSE);
      g_autoptr (TideSnapshot) backward = new_register (TRUE);
      g_autoptr (TideBreakdown) first = new_breakdown (forward, (TideGrouping) grouping, TAXONOMY,
                                                       TIDE_AMOUNT_KIND_AGREEMENT, NULL);
      g_autoptr (TideBreakdown) second = new_breakdown (backward, (TideGrouping) grouping, TAXONOMY,
                                                        TIDE_AMOUNT_KIND_AGREEMENT, NULL);

      g_assert_cmpuint (first->groups->len, ==, second->groups->len);
      for (guint i = 0; i < first->groups->len; i++)
        {
          const TideGroup *a = g_ptr_array_index (first->groups, i);
          const TideGroup *b = g_ptr_array_index (second->groups, i);

          g_assert_cmpstr (a->key, ==, b->key);
          assert_figure (b->figure, a->figure->n_counted, a->figure->base.minor);
        }
    }
}

/* Every group's filter opens exactly the projects that it counted. */
static void
test_filters (void)
{
  g_autoptr (TideSnapshot) snapshot = new_register (FALSE);

  for (guint grouping = TIDE_GROUPING_STAGE; grouping < TIDE_N_GROUPINGS; grouping++)
    {
      g_autoptr (TideBreakdown) breakdown = new_breakdown (
          snapshot, (TideGrouping) grouping, TAXONOMY, TIDE_AMOUNT_KIND_AGREEMENT, NULL);

      for (guint i = 0; i < breakdown->groups->len; i++)
        {
          const TideGroup *group = g_ptr_array_index (breakdown->groups, i);
          g_autoptr (TideBreakdown) opened
              = new_breakdown (snapshot, TIDE_GROUPING_STAGE, NULL, TIDE_AMOUNT_KIND_AGREEMENT,
                               group->figure->filter);

          g_assert_cmpuint (opened->total->n_counted, ==, group->figure->n_counted);
          g_assert_cmpuint (tide_figure_get_n_excluded (opened->total), ==,
                            opened->total->n_excluded[TIDE_EXCLUSION_FILTER]);
        }
    }
}

/* What a total says of its amounts can be opened too. */
static void
test_amount_filters (void)
{
  static const struct
  {
    const char *state;
    guint n;
  } cases[] = { { "none", 2 }, { "unpriced", 1 }, { "foreign", 2 } };
  g_autoptr (TideSnapshot) snapshot = new_register (FALSE);
  g_autoptr (TideBreakdown) breakdown
      = new_breakdown (snapshot, TIDE_GROUPING_STAGE, NULL, TIDE_AMOUNT_KIND_AGREEMENT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TideFilter *filter = tide_filter_copy (breakdown->total->filter);
      g_autoptr (TidePayload) owned = (TidePayload *) filter;
      g_autoptr (TideBreakdown) opened = NULL;

      tide_payload_set_string (&filter->amount, cases[i].state);
      opened
          = new_breakdown (snapshot, TIDE_GROUPING_STAGE, NULL, TIDE_AMOUNT_KIND_AGREEMENT, filter);
      g_assert_cmpuint (opened->total->n_counted, ==, cases[i].n);
    }
}

typedef struct
{
  const char *name;
  gint64 whole;
  gint64 weights[4];
  guint n;
  gint64 parts[4];
} ShareCase;

static const ShareCase share_cases[] = {
  { "even", 100, { 50, 50 }, 2, { 50, 50 } },
  { "thirds", 100, { 1, 1, 1 }, 3, { 34, 33, 33 } },
  { "largest-remainder", 10001, { 333, 667 }, 2, { 3330, 6671 } },
  { "negative", -100, { 1, 1, 1 }, 3, { -34, -33, -33 } },
  { "one", 7, { 5 }, 1, { 7 } },
  { "zero-weight", 7, { 0, 5 }, 2, { 0, 7 } },
  { "nothing", 0, { 1, 2 }, 2, { 0, 0 } },
  { "most", G_MAXINT64, { 1, 1 }, 2, { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 } },
};

static void
test_share (gconstpointer data)
{
  const ShareCase *row = data;
  gint64 parts[4];

  tide_share (row->whole, row->weights, row->n, parts);
  for (guint i = 0; i < row->n; i++)
    g_assert_cmpint (parts[i], ==, row->parts[i]);
}

/* 41.7 of 100 has arrived; nothing is a share of nothing, of another currency or of what is too
 * large. */
static void
test_share_of_figure (void)
{
  g_autoptr (TideFigure) whole = tide_figure_new ("CNY");
  g_autoptr (TideFigure) part = tide_figure_new ("CNY");
  g_autoptr (TideFigure) foreign = tide_figure_new ("USD");
  double percent = 0;

  g_assert_false (tide_figure_get_share (part, whole, &percent));
  whole->base.minor = 1000;
  part->base.minor = 417;
  g_assert_true (tide_figure_get_share (part, whole, &percent));
  g_assert_cmpfloat_with_epsilon (percent, 41.7, 1e-9);
  g_assert_false (tide_figure_get_share (foreign, whole, &percent));
  part->is_overflow = TRUE;
  g_assert_false (tide_figure_get_share (part, whole, &percent));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/stats/breakdown/total", test_total);
  g_test_add_func ("/stats/breakdown/other-kind", test_other_kind);
  g_test_add_func ("/stats/breakdown/stages", test_stages);
  g_test_add_func ("/stats/breakdown/divisions", test_divisions);
  g_test_add_func ("/stats/breakdown/sectors", test_sectors);
  g_test_add_func ("/stats/breakdown/sector-tree", test_sector_tree);
  g_test_add_func ("/stats/breakdown/share-of-figure", test_share_of_figure);
  g_test_add_func ("/stats/breakdown/order", test_order);
  g_test_add_func ("/stats/breakdown/filters", test_filters);
  g_test_add_func ("/stats/breakdown/amount-filters", test_amount_filters);
  for (guint i = 0; i < G_N_ELEMENTS (share_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stats/share/%s", share_cases[i].name);

      g_test_add_data_func (path, &share_cases[i], test_share);
    }

  return g_test_run ();
}
