/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is true of the totals of any register, tried on made-up ones. */

#include "tide-test-totals.h"

#define TAXONOMY "new"
#define N_PROJECTS 60
#define N_SEEDS 12

static const char *const divisions[] = { "city", "north", "south", "harbour", "gone", NULL };
static const char *const events[] = { "fair", "expo", "gone", NULL };
static const char *const stages[] = { "lead", "signed", "started", "later-word", NULL };
static const char *const statuses[]
    = { "normal", "paused", "terminated", "later-word", NULL, NULL, NULL, NULL };
static const char *const parties[] = { "lab", "firm", "office", NULL };
static const char *const classes[] = { "energy",   "wind",  "blade", "robots", "power", "coal",
                                       "machines", "grids", "pumps", "gone",   NULL,    NULL };
static const char *const kinds[] = { "agreement", "agreement", "agreement", "arrived" };
static const char *const currencies[] = { "CNY", "CNY", "USD", "EUR", "JPY", "later-word" };
static const char *const dates[]
    = { "2022", "2022-11", "2023", "2023-05", "2023-08-15", "2024-02", "" };
static const char *const periods[] = { NULL, "2023", "2023-Q3", "2022" };

#define PICK(rand, words) words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]

static void
append (GString *words, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (words, " %s=%s", name, value);
}

static void
append_classes (GString *words, GRand *rand)
{
  static const char *const shares[] = { "", ":50", ":33.3", ":100", ":0" };
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (gint32 n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      const char *picked = PICK (rand, classes);

      if (picked != NULL && g_hash_table_add (used, (char *) picked))
        g_string_append_printf (words, " class=%s%s", picked, PICK (rand, shares));
    }
}

static void
append_amounts (GString *words, GRand *rand)
{
  for (gint32 n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      const char *event = g_rand_int_range (rand, 0, 4) == 0 ? PICK (rand, events) : NULL;

      g_string_append_printf (words, " amount=%s:%s%d%s:%s:%s:%s", PICK (rand, kinds),
                              g_rand_int_range (rand, 0, 6) == 0 ? "-" : "",
                              g_rand_int_range (rand, 1, 20),
                              g_rand_boolean (rand) ? "000000000" : "00", PICK (rand, currencies),
                              PICK (rand, dates), event != NULL ? event : "");
    }
}

static char *
make_words (GRand *rand)
{
  GString *words = g_string_new ("");

  append (words, "division", PICK (rand, divisions));
  append (words, "event", PICK (rand, events));
  append (words, "later", g_rand_boolean (rand) ? PICK (rand, events) : NULL);
  append (words, "stage", PICK (rand, stages));
  append (words, "status", PICK (rand, statuses));
  append (words, "party", PICK (rand, parties));
  if (g_rand_int_range (rand, 0, 10) == 0)
    g_string_append_printf (words, " parent=p%02d", g_rand_int_range (rand, 0, N_PROJECTS));
  if (g_rand_int_range (rand, 0, 12) == 0)
    g_string_append (words, " uncounted");
  append_classes (words, rand);
  append_amounts (words, rand);

  return g_string_free_and_steal (words);
}

/* Project @changed is terminated, unless it is G_MAXUINT; the others are the same for one seed. */
static TideSnapshot *
make_register (guint seed, gboolean is_reversed, guint changed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  TideSnapshot *snapshot = tide_test_totals_new ();

  for (guint i = 0; i < N_PROJECTS; i++)
    g_ptr_array_add (rows, make_words (rand));
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      const guint number = is_reversed ? N_PROJECTS - 1 - i : i;
      g_autofree char *id = g_strdup_printf ("p%02u", number);
      g_autofree char *words = g_strconcat (g_ptr_array_index (rows, number),
                                            number == changed ? " status=terminated" : NULL, NULL);

      tide_test_totals_add (snapshot, id, words);
    }

  return snapshot;
}

typedef void (*Check) (TideSnapshot *snapshot, TideColumns *columns, TideGrouping grouping);

static void
for_all (guint seed, Check check)
{
  g_autoptr (TideSnapshot) snapshot = make_register (seed, FALSE, G_MAXUINT);

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    for (guint grouping = 0; grouping < TIDE_N_GROUPINGS; grouping++)
      {
        g_autoptr (TideColumns) columns
            = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, periods[i]);

        g_test_message ("grouping %u, period %s", grouping,
                        periods[i] != NULL ? periods[i] : "any");
        check (snapshot, columns, (TideGrouping) grouping);
      }
}

static const char *
get_taxonomy (TideGrouping grouping)
{
  return grouping >= TIDE_GROUPING_SECTOR && grouping <= TIDE_GROUPING_SECTOR_TREE ? TAXONOMY
                                                                                   : NULL;
}

/* Parts ---------------------------------------------------------------------------------------- */

static gboolean
is_divided (TideGrouping grouping)
{
  return grouping != TIDE_GROUPING_SECTOR_TREE && grouping != TIDE_GROUPING_DIVISION_TREE
         && grouping != TIDE_GROUPING_PARTY_KIND && grouping != TIDE_GROUPING_SIZE
         && grouping != TIDE_GROUPING_CURRENCY;
}

static gint64
get_sum (const TideFigure *figure, const char *currency)
{
  for (guint i = 0; i < figure->sums->len; i++)
    if (g_str_equal (g_array_index (figure->sums, TideMoney, i).currency, currency))
      return g_array_index (figure->sums, TideMoney, i).minor;

  return 0;
}

/* Amounts of the parts are those of the whole, to the last fen and in every currency. */
static void
check_parts (TideSnapshot *snapshot, TideColumns *columns, TideGrouping grouping)
{
  g_autoptr (TideBreakdown) breakdown = tide_breakdown_new (columns, grouping, TAXONOMY, NULL);
  const TideFigure *total = breakdown->total;
  gint64 base = 0;

  if (!is_divided (grouping))
    return;

  for (guint i = 0; i < breakdown->groups->len; i++)
    base += ((const TideGroup *) g_ptr_array_index (breakdown->groups, i))->figure->base.minor;
  g_assert_cmpint (base, ==, total->base.minor);

  for (guint i = 0; i < total->sums->len; i++)
    {
      const TideMoney *whole = &g_array_index (total->sums, TideMoney, i);
      gint64 sum = 0;

      for (guint j = 0; j < breakdown->groups->len; j++)
        sum += get_sum (((const TideGroup *) g_ptr_array_index (breakdown->groups, j))->figure,
                        whole->currency);
      g_assert_cmpint (sum, ==, whole->minor);
    }
}

static void
test_parts (gconstpointer data)
{
  for_all (GPOINTER_TO_UINT (data), check_parts);
}

/* Filters -------------------------------------------------------------------------------------- */

/* What a group's filter opens is counted anew and gives the same group. */
static void
check_filters (TideSnapshot *snapshot, TideColumns *columns, TideGrouping grouping)
{
  const char *taxonomy = get_taxonomy (grouping);
  g_autoptr (TideBreakdown) breakdown = tide_breakdown_new (columns, grouping, taxonomy, NULL);

  tide_test_totals_assert_opens (snapshot, breakdown->total, taxonomy);
  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);
      const TideFilter *filter = group->figure->filter;
      g_autoptr (TideColumns) told = NULL;
      g_autoptr (TideBreakdown) again = NULL;
      TideValuation valuation;

      tide_test_totals_assert_opens (snapshot, group->figure, taxonomy);
      tide_valuation_init_from_filter (&valuation, filter);
      told = tide_columns_new (snapshot, &valuation, NULL);
      again = tide_breakdown_new (told, grouping, taxonomy, filter);
      g_assert_cmpuint (again->total->n_counted, ==, group->figure->n_counted);
      if (tide_breakdown_find (again, group->key) != NULL)
        tide_test_totals_assert_same_figures (tide_breakdown_find (again, group->key)->figure,
                                              group->figure);
      else
        g_assert_cmpuint (group->figure->n_counted, ==, 0);
    }
}

static void
test_filters (gconstpointer data)
{
  for_all (GPOINTER_TO_UINT (data), check_filters);
}

/* A filter of the person's own narrows the groups, and those open what they count as well. */
static void
check_narrowed (TideSnapshot *snapshot, TideColumns *columns, TideGrouping grouping)
{
  static const struct
  {
    const char *member;
    const char *values[2];
  } own[] = {
    { "sectors", { "energy", "grids" } }, { "divisions", { "south", "none" } },
    { "stages", { "signed", "none" } },   { "events", { "fair", NULL } },
    { "currencies", { "USD", "CNY" } },   { "party-kinds", { "institute", "none" } },
    { "amount", { "foreign", NULL } },    { "counting", { "excluded", NULL } },
  };
  const char *taxonomy = get_taxonomy (grouping);

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      TideFilter *filter = tide_filter_new ();
      g_autoptr (TidePayload) owner = &filter->base;
      g_autoptr (TideBreakdown) breakdown = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (own[i].values) && own[i].values[j] != NULL; j++)
        tide_filter_add (filter, own[i].member, own[i].values[j]);
      breakdown = tide_breakdown_new (columns, grouping, taxonomy, filter);

      g_assert_cmpuint (tide_test_totals_count (snapshot, breakdown->total->filter), ==,
                        breakdown->total->n_counted);
      for (guint j = 0; j < breakdown->groups->len; j++)
        {
          const TideFigure *figure
              = ((const TideGroup *) g_ptr_array_index (breakdown->groups, j))->figure;

          g_assert_cmpuint (tide_test_totals_count (snapshot, figure->filter), ==,
                            figure->n_counted);
        }
    }
}

static void
test_narrowed (gconstpointer data)
{
  for_all (GPOINTER_TO_UINT (data), check_narrowed);
}

/* Every project is counted or left out, for one reason. */
static void
check_reasons (TideSnapshot *snapshot, TideColumns *columns, TideGrouping grouping)
{
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;
  g_autoptr (TideBreakdown) all = tide_breakdown_new (columns, grouping, TAXONOMY, NULL);
  g_autoptr (TideBreakdown) some = NULL;

  tide_filter_add (filter, "stages", "signed");
  tide_filter_add (filter, "events", "fair");
  some = tide_breakdown_new (columns, grouping, TAXONOMY, filter);

  g_assert_cmpuint (all->total->n_counted + tide_figure_get_n_excluded (all->total), ==,
                    N_PROJECTS);
  g_assert_cmpuint (some->total->n_counted + tide_figure_get_n_excluded (some->total), ==,
                    N_PROJECTS);
}

static void
test_reasons (gconstpointer data)
{
  for_all (GPOINTER_TO_UINT (data), check_reasons);
}

/* Other registers ------------------------------------------------------------------------------ */

static void
test_order (gconstpointer data)
{
  g_autoptr (TideSnapshot) forward = make_register (GPOINTER_TO_UINT (data), FALSE, G_MAXUINT);
  g_autoptr (TideSnapshot) backward = make_register (GPOINTER_TO_UINT (data), TRUE, G_MAXUINT);
  g_autoptr (TideColumns) first
      = tide_test_totals_make_columns (forward, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  g_autoptr (TideColumns) second
      = tide_test_totals_make_columns (backward, TIDE_AMOUNT_KIND_AGREEMENT, NULL);

  for (guint grouping = 0; grouping < TIDE_N_GROUPINGS; grouping++)
    {
      g_autoptr (TideBreakdown) a
          = tide_breakdown_new (first, (TideGrouping) grouping, TAXONOMY, NULL);
      g_autoptr (TideBreakdown) b
          = tide_breakdown_new (second, (TideGrouping) grouping, TAXONOMY, NULL);

      tide_test_totals_assert_same (a, b);
    }
}

/* Columns that take rows over from others say the same as those made from the start. */
static void
test_update (gconstpointer data)
{
  const guint seed = GPOINTER_TO_UINT (data);
  g_autoptr (TideSnapshot) before = make_register (seed, FALSE, G_MAXUINT);
  g_autoptr (TideSnapshot) changed = make_register (seed, FALSE, seed % N_PROJECTS);
  g_autoptr (TideSnapshot) now = tide_snapshot_new ();
  g_autoptr (TideColumns) old = NULL;
  g_autoptr (TideColumns) updated = NULL;
  g_autoptr (TideColumns) fresh = NULL;

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = tide_snapshot_get_records (before, (TideRecordKind) kind);
      const GPtrArray *others = tide_snapshot_get_records (changed, (TideRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        if (kind != TIDE_RECORD_PROJECT || i != 7)
          tide_snapshot_add (
              now, (TideRecordKind) kind,
              tide_payload_ref (g_ptr_array_index (
                  kind == TIDE_RECORD_PROJECT && i % 20 == 3 ? others : records, i)));
    }
  tide_test_totals_add (now, "p30a", "class=energy amount=agreement:5:CNY:2023");

  old = tide_test_totals_make_columns (before, TIDE_AMOUNT_KIND_AGREEMENT, "2023");
  updated = tide_columns_new (now, tide_columns_get_valuation (old), old);
  fresh = tide_test_totals_make_columns (now, TIDE_AMOUNT_KIND_AGREEMENT, "2023");
  for (guint grouping = 0; grouping < TIDE_N_GROUPINGS; grouping++)
    {
      g_autoptr (TideBreakdown) a
          = tide_breakdown_new (updated, (TideGrouping) grouping, TAXONOMY, NULL);
      g_autoptr (TideBreakdown) b
          = tide_breakdown_new (fresh, (TideGrouping) grouping, TAXONOMY, NULL);

      tide_test_totals_assert_same (a, b);
    }
}

/* A register beside a project that is left out. */
static TideColumns *
make_columns_beside (guint seed, const char *value)
{
  g_autoptr (TideSnapshot) snapshot = make_register (seed, FALSE, G_MAXUINT);
  g_autofree char *words = g_strdup_printf (
      "status=terminated amount=agreement:%s:CNY:2023 amount=agreement:%s:USD:2023", value, value);

  tide_test_totals_add (snapshot, "vast", words);

  return tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
}

/* Where sums might overflow, projects are added one by one, which comes to the same. */
static void
test_one_by_one (gconstpointer data)
{
  g_autoptr (TideColumns) small = make_columns_beside (GPOINTER_TO_UINT (data), "1");
  g_autoptr (TideColumns) vast = make_columns_beside (GPOINTER_TO_UINT (data), "90000000000000000");

  for (guint grouping = 0; grouping < TIDE_N_GROUPINGS; grouping++)
    {
      g_autoptr (TideBreakdown) a
          = tide_breakdown_new (small, (TideGrouping) grouping, TAXONOMY, NULL);
      g_autoptr (TideBreakdown) b
          = tide_breakdown_new (vast, (TideGrouping) grouping, TAXONOMY, NULL);

      tide_test_totals_assert_same (a, b);
    }
}

/* Terminating a project takes its own amounts from the live total and leaves the others alone. */
static void
test_termination (gconstpointer data)
{
  const guint seed = GPOINTER_TO_UINT (data);
  g_autoptr (TideSnapshot) before = make_register (seed, FALSE, G_MAXUINT);
  g_autoptr (TideColumns) columns
      = tide_test_totals_make_columns (before, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  g_autoptr (TideBreakdown) whole = tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, NULL);

  for (guint row = 0; row < N_PROJECTS; row += 7)
    {
      g_autoptr (TideSnapshot) after = make_register (seed, FALSE, row);
      g_autoptr (TideColumns) changed
          = tide_test_totals_make_columns (after, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
      g_autoptr (TideBreakdown) rest
          = tide_breakdown_new (changed, TIDE_GROUPING_STAGE, NULL, NULL);
      g_autoptr (TideFigure) own = tide_figure_new_of_rows (columns, &row, 1);

      g_assert_cmpuint (rest->total->n_counted, ==, whole->total->n_counted - own->n_counted);
      g_assert_cmpint (rest->total->base.minor, ==, whole->total->base.minor - own->base.minor);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc run;
  } properties[] = {
    { "parts", test_parts },           { "filters", test_filters },
    { "narrowed", test_narrowed },     { "reasons", test_reasons },
    { "order", test_order },           { "update", test_update },
    { "one-by-one", test_one_by_one }, { "termination", test_termination },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    for (guint seed = 1; seed <= N_SEEDS; seed++)
      {
        g_autofree char *path
            = g_strdup_printf ("/stats/properties/%s/%u", properties[i].name, seed);

        g_test_add_data_func (path, GUINT_TO_POINTER (seed), properties[i].run);
      }

  return g_test_run ();
}
