/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Totals of small registers, worked out by hand. Amounts are of agreements, in yuan; sums in fen.
 */

#include "tide-test-totals.h"

typedef struct
{
  const char *id;
  const char *words;
} Project;

/* First-signing rule. Dollars of August are worth 7.2 yuan, euros have no rate:
 *
 *   a  fair, shown again at the expo  100.00 (May) and, signed at the expo, 20.00 (September)
 *   b  expo                           US$7.00 = 50.40 (August)
 *   c  fair, terminated               999.00
 *   d  no event                       EUR 1.00 (2023), no rate */
static const Project signings[] = {
  { "a", "event=fair later=expo stage=signed amount=agreement:100:CNY:2023-05 "
         "amount=agreement:20:CNY:2023-09-01:expo" },
  { "b", "event=expo stage=signed status=paused amount=agreement:7:USD:2023-08" },
  { "c", "event=fair stage=signed status=terminated amount=agreement:999:CNY:2023-08" },
  { "d", "stage=lead amount=agreement:1:EUR:2023" },
  { NULL, NULL },
};

/* Crosswalk from the old classes into the new ones:
 *
 *   p1  coal      10.00  below power, which is a part of energy: all in energy
 *   p2  machines  20.00  holds robots: mentioned there, nobody knows how much
 *   p3  grids     30.00  the same as wind and as robots: mentioned in both
 *   p4  pumps     40.00  lies nowhere
 *   p5  blade     50.00  a new class itself, below wind, below energy
 *   p6  energy 60 % and robots 40 % of 100.00; its old class does not matter */
static const Project crossings[] = {
  { "p1", "class=coal amount=agreement:10:CNY:2023" },
  { "p2", "class=machines amount=agreement:20:CNY:2023" },
  { "p3", "class=grids amount=agreement:30:CNY:2023" },
  { "p4", "class=pumps amount=agreement:40:CNY:2023" },
  { "p5", "class=blade amount=agreement:50:CNY:2023" },
  { "p6", "class=energy:60 class=robots:40 class=pumps amount=agreement:100:CNY:2023" },
  { NULL, NULL },
};

/* The harbour is a zone in the south, all lie in the city; parties by mention. */
static const Project places[] = {
  { "q1", "division=north party=lab party=firm amount=agreement:1:CNY:2023" },
  { "q2", "division=harbour party=firm amount=agreement:2:CNY:2023" },
  { "q3", "division=south party=office amount=agreement:4:CNY:2023" },
  { "q4", "division=city amount=agreement:8:CNY:2023" },
  { "q5", "amount=agreement:16:CNY:2023" },
  { NULL, NULL },
};

/* Size classes are inclusive, to the fen. */
static const Project sizes[] = {
  { "s1", "amount=agreement:99999999.99:CNY:2023" },
  { "s2", "amount=agreement:100000000:CNY:2023" },
  { "s3", "amount=agreement:1000000000:CNY:2023" },
  { "s4", "amount=agreement:5000000000:CNY:2023" },
  { "s5", "amount=agreement:10000000000:CNY:2023" },
  { "s6", "amount=agreement:1:EUR:2023" },
  { "s7", "amount=arrived:10000000000:CNY:2023" },
  { NULL, NULL },
};

typedef struct
{
  const char *name;
  const Project *projects;
  TideGrouping grouping;
  const char *period;
  const char *key; /* NULL: the whole */
  guint n;
  gint64 base;
  const char *ids; /* that its filter opens */
} Total;

static const Total totals[] = {
  { "signed", signings, TIDE_GROUPING_EVENT, NULL, NULL, 3, 17040, "a b d" },
  { "fair", signings, TIDE_GROUPING_EVENT, NULL, "fair", 1, 10000, "a" },
  { "expo", signings, TIDE_GROUPING_EVENT, NULL, "expo", 1, 7040, "b" },
  { "no-event", signings, TIDE_GROUPING_EVENT, NULL, "none", 1, 0, "d" },
  { "stage", signings, TIDE_GROUPING_STAGE, NULL, "signed", 2, 17040, "a b" },
  { "status", signings, TIDE_GROUPING_STATUS, NULL, "paused", 1, 5040, "b" },
  { "year", signings, TIDE_GROUPING_YEAR, NULL, "2023", 3, 17040, "a b d" },
  { "second-quarter", signings, TIDE_GROUPING_QUARTER, NULL, "2023-Q2", 1, 10000, "a" },
  { "third-quarter", signings, TIDE_GROUPING_QUARTER, NULL, "2023-Q3", 2, 7040, "a b" },
  { "undated", signings, TIDE_GROUPING_QUARTER, NULL, "undated", 1, 0, "d" },
  { "in-quarter", signings, TIDE_GROUPING_STAGE, "2023-Q3", NULL, 2, 7040, "a b" },
  { "in-september", signings, TIDE_GROUPING_STAGE, "2023-09", NULL, 1, 2000, "a" },
  { "in-other-year", signings, TIDE_GROUPING_STAGE, "2022", NULL, 0, 0, "" },
  { "euro", signings, TIDE_GROUPING_CURRENCY, NULL, "EUR", 1, 0, "d" },
  { "dollar", signings, TIDE_GROUPING_CURRENCY, NULL, "USD", 1, 5040, "b" },

  { "classes", crossings, TIDE_GROUPING_SECTOR, NULL, NULL, 6, 25000, "p1 p2 p3 p4 p5 p6" },
  { "energy", crossings, TIDE_GROUPING_SECTOR, NULL, "energy", 2, 7000, "p1 p6" },
  { "wind", crossings, TIDE_GROUPING_SECTOR, NULL, "wind", 1, 0, "p3" },
  { "blade", crossings, TIDE_GROUPING_SECTOR, NULL, "blade", 1, 5000, "p5" },
  { "robots", crossings, TIDE_GROUPING_SECTOR, NULL, "robots", 3, 4000, "p2 p3 p6" },
  { "unclassified", crossings, TIDE_GROUPING_SECTOR, NULL, "none", 3, 9000, "p2 p3 p4" },
  { "top-energy", crossings, TIDE_GROUPING_SECTOR_TOP, NULL, "energy", 4, 12000, "p1 p3 p5 p6" },
  { "top-robots", crossings, TIDE_GROUPING_SECTOR_TOP, NULL, "robots", 3, 4000, "p2 p3 p6" },
  { "second-energy", crossings, TIDE_GROUPING_SECTOR_SECOND, NULL, "energy", 2, 7000, "p1 p6" },
  { "second-wind", crossings, TIDE_GROUPING_SECTOR_SECOND, NULL, "wind", 2, 5000, "p3 p5" },
  { "tree-energy", crossings, TIDE_GROUPING_SECTOR_TREE, NULL, "energy", 4, 12000, "p1 p3 p5 p6" },
  { "tree-wind", crossings, TIDE_GROUPING_SECTOR_TREE, NULL, "wind", 2, 5000, "p3 p5" },
  { "tree-blade", crossings, TIDE_GROUPING_SECTOR_TREE, NULL, "blade", 1, 5000, "p5" },

  { "harbour", places, TIDE_GROUPING_DIVISION, NULL, "harbour", 1, 200, "q2" },
  { "south", places, TIDE_GROUPING_DIVISION, NULL, "south", 1, 400, "q3" },
  { "top-south", places, TIDE_GROUPING_DIVISION_TOP, NULL, "south", 2, 600, "q2 q3" },
  { "top-city", places, TIDE_GROUPING_DIVISION_TOP, NULL, "city", 1, 800, "q4" },
  { "tree-south", places, TIDE_GROUPING_DIVISION_TREE, NULL, "south", 2, 600, "q2 q3" },
  { "tree-city", places, TIDE_GROUPING_DIVISION_TREE, NULL, "city", 4, 1500, "q1 q2 q3 q4" },
  { "no-division", places, TIDE_GROUPING_DIVISION_TREE, NULL, "none", 1, 1600, "q5" },
  { "private", places, TIDE_GROUPING_PARTY_KIND, NULL, "private", 2, 300, "q1 q2" },
  { "institute", places, TIDE_GROUPING_PARTY_KIND, NULL, "institute", 1, 100, "q1" },
  { "no-party", places, TIDE_GROUPING_PARTY_KIND, NULL, "none", 3, 2800, "q3 q4 q5" },

  { "below", sizes, TIDE_GROUPING_SIZE, NULL, "below", 1, 9999999999, "s1" },
  { "from-1", sizes, TIDE_GROUPING_SIZE, NULL, "1", 4, 1610000000000, "s2 s3 s4 s5" },
  { "from-10", sizes, TIDE_GROUPING_SIZE, NULL, "10", 3, 1600000000000, "s3 s4 s5" },
  { "from-50", sizes, TIDE_GROUPING_SIZE, NULL, "50", 2, 1500000000000, "s4 s5" },
  { "from-100", sizes, TIDE_GROUPING_SIZE, NULL, "100", 1, 1000000000000, "s5" },
  { "no-size", sizes, TIDE_GROUPING_SIZE, NULL, "none", 2, 0, "s6 s7" },
};

static TideSnapshot *
make_register (const Project *projects)
{
  TideSnapshot *snapshot = tide_test_totals_new ();

  for (; projects->id != NULL; projects++)
    tide_test_totals_add (snapshot, projects->id, projects->words);

  return snapshot;
}

static void
test_total (gconstpointer data)
{
  const Total *row = data;
  g_autoptr (TideSnapshot) snapshot = make_register (row->projects);
  g_autoptr (TideColumns) columns
      = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, row->period);
  g_autoptr (TideBreakdown) breakdown = tide_breakdown_new (columns, row->grouping, "new", NULL);
  const TideGroup *group = row->key != NULL ? tide_breakdown_find (breakdown, row->key) : NULL;
  const TideFigure *figure = row->key != NULL ? group->figure : breakdown->total;
  g_autofree char *ids = tide_test_totals_dup_ids (snapshot, figure->filter);

  g_assert_cmpuint (figure->n_counted, ==, row->n);
  g_assert_cmpint (figure->base.minor, ==, row->base);
  g_assert_cmpstr (ids, ==, row->ids);
  g_assert_false (figure->is_overflow);
}

/* Left out ---------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;
  TideGrouping grouping;
  const char *period;
  const char *key;
  TideExclusion exclusion;
  guint n;
  const char *ids;
} Exclusion;

static const Exclusion exclusions[] = {
  { "terminated", TIDE_GROUPING_STAGE, NULL, NULL, TIDE_EXCLUSION_TERMINATED, 1, "c" },
  /* The cohort of the fair is those counted and those terminated. */
  { "cohort", TIDE_GROUPING_EVENT, NULL, "fair", TIDE_EXCLUSION_TERMINATED, 1, "c" },
  { "later", TIDE_GROUPING_EVENT, NULL, "expo", TIDE_EXCLUSION_LATER_EVENT, 1, "a" },
  { "not-dated", TIDE_GROUPING_STAGE, "2023-Q3", NULL, TIDE_EXCLUSION_NOT_DATED, 1, "d" },
  { "outside", TIDE_GROUPING_STAGE, "2022", NULL, TIDE_EXCLUSION_OUTSIDE_PERIOD, 3, "a b d" },
  { "outside-month", TIDE_GROUPING_STAGE, "2023-09", NULL, TIDE_EXCLUSION_OUTSIDE_PERIOD, 1, "b" },
};

static void
test_exclusion (gconstpointer data)
{
  const Exclusion *row = data;
  g_autoptr (TideSnapshot) snapshot = make_register (signings);
  g_autoptr (TideColumns) columns
      = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, row->period);
  g_autoptr (TideBreakdown) breakdown = tide_breakdown_new (columns, row->grouping, NULL, NULL);
  const TideFigure *figure
      = row->key != NULL ? tide_breakdown_find (breakdown, row->key)->figure : breakdown->total;
  g_autoptr (TidePayload) filter
      = (TidePayload *) tide_figure_dup_exclusion_filter (figure, row->exclusion);
  g_autofree char *ids = tide_test_totals_dup_ids (snapshot, TIDE_FILTER (filter));

  g_assert_cmpuint (figure->n_excluded[row->exclusion], ==, row->n);
  g_assert_cmpstr (ids, ==, row->ids);
}

/* A filter for an event tells what the group of that event does. */
static void
test_event_filter (void)
{
  g_autoptr (TideSnapshot) snapshot = make_register (signings);
  g_autoptr (TideColumns) columns
      = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;
  g_autoptr (TideBreakdown) breakdown = NULL;

  tide_filter_add (filter, "events", "expo");
  breakdown = tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, filter);
  g_assert_cmpuint (breakdown->total->n_counted, ==, 1);
  g_assert_cmpuint (breakdown->total->n_added, ==, 1);
  g_assert_cmpint (breakdown->total->base.minor, ==, 7040);
  g_assert_cmpuint (breakdown->total->n_excluded[TIDE_EXCLUSION_LATER_EVENT], ==, 1);
  g_assert_cmpuint (breakdown->total->n_excluded[TIDE_EXCLUSION_FILTER], ==, 2);
}

static void
test_parts_of_figure (void)
{
  g_autoptr (TideSnapshot) snapshot = make_register (crossings);
  g_autoptr (TideColumns) columns
      = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (columns, TIDE_GROUPING_SECTOR, "new", NULL);
  g_autoptr (TidePayload) mapped
      = (TidePayload *) tide_figure_dup_part_filter (breakdown->total, TIDE_FIGURE_MAPPED, "new");
  g_autofree char *ids = tide_test_totals_dup_ids (snapshot, TIDE_FILTER (mapped));

  g_assert_cmpuint (breakdown->total->n_mapped, ==, 3);
  g_assert_cmpstr (ids, ==, "p1 p2 p3");
  g_assert_cmpuint (breakdown->total->n_unclassified, ==, 3);
  g_assert_cmpuint (tide_breakdown_find (breakdown, "energy")->figure->n_mapped, ==, 1);
}

/* Briefings
 * ---------------------------------------------------------------------------------------- */

/* Projects of one size, in units of 0.1 times 10^8 yuan. */
typedef struct
{
  guint n;
  guint size;
  const char *sector;
} Lot;

/* 101 projects of 2,201 times 10^8 yuan; 16 of 50 and more, which is 15.8 %; in manufacturing, here
 * robots, 66 of 1,301.3, which is 59.1 %:
 *
 *   robots  9 x 50 + 251.3 + 54 x 10 + 2 x 30 = 1,301.3     energy  5 x 100 + 109.7 + 29 x 10 =
 * 899.7 */
static const Lot lots[] = {
  { 9, 500, "robots" },  { 1, 2513, "robots" }, { 54, 100, "robots" }, { 2, 300, "robots" },
  { 5, 1000, "energy" }, { 1, 1097, "energy" }, { 29, 100, "energy" },
};

static void
test_briefing (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideColumns) columns = NULL;
  g_autoptr (TideBreakdown) by_size = NULL;
  g_autoptr (TideBreakdown) by_sector = NULL;
  const TideFigure *large;
  const TideFigure *made;

  for (gsize i = 0; i < G_N_ELEMENTS (lots); i++)
    for (guint j = 0; j < lots[i].n; j++)
      {
        g_autofree char *id = g_strdup_printf ("%zu-%02u", i, j);
        g_autofree char *words = g_strdup_printf ("class=%s amount=agreement:%u0000000:CNY:2023",
                                                  lots[i].sector, lots[i].size);

        tide_test_totals_add (snapshot, id, words);
      }

  columns = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  by_size = tide_breakdown_new (columns, TIDE_GROUPING_SIZE, NULL, NULL);
  by_sector = tide_breakdown_new (columns, TIDE_GROUPING_SECTOR, "new", NULL);
  large = tide_breakdown_find (by_size, "50")->figure;
  made = tide_breakdown_find (by_sector, "robots")->figure;

  g_assert_cmpuint (by_size->total->n_counted, ==, 101);
  g_assert_cmpint (by_size->total->base.minor, ==, 22010000000000);
  g_assert_cmpuint (large->n_counted, ==, 16);
  g_assert_cmpuint ((large->n_counted * 1000 + 50) / 101, ==, 158);
  g_assert_cmpuint (made->n_counted, ==, 66);
  g_assert_cmpint (made->base.minor, ==, 13013000000000);
  g_assert_cmpint ((made->base.minor * 10 / 2201 + 50000000) / 100000000, ==, 591);
  g_assert_cmpuint (tide_test_totals_count (snapshot, large->filter), ==, 16);
}

/* Nine firms in two classes each: the parts hold eighteen, and nobody corrects that. */
static void
test_mentions (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideColumns) columns = NULL;
  g_autoptr (TideBreakdown) breakdown = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);

      tide_test_totals_add (snapshot, id,
                            "class=energy:50 class=robots:50 amount=agreement:0.01:CNY:2023");
    }

  columns = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  breakdown = tide_breakdown_new (columns, TIDE_GROUPING_SECTOR, "new", NULL);
  g_assert_cmpuint (breakdown->total->n_counted, ==, 9);
  g_assert_cmpuint (tide_breakdown_find (breakdown, "energy")->figure->n_counted, ==, 9);
  g_assert_cmpuint (tide_breakdown_find (breakdown, "robots")->figure->n_counted, ==, 9);
  /* One fen cannot be halved: each goes to the class named first. */
  g_assert_cmpint (tide_breakdown_find (breakdown, "energy")->figure->base.minor, ==, 9);
  g_assert_cmpint (tide_breakdown_find (breakdown, "robots")->figure->base.minor, ==, 0);
}

/* Limits
 * --------------------------------------------------------------------------------------------- */

static void
test_overflow (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideColumns) columns = NULL;
  g_autoptr (TideBreakdown) breakdown = NULL;
  const guint first = 0;
  g_autoptr (TideFigure) one = NULL;

  tide_test_totals_add (snapshot, "a", "stage=lead amount=agreement:90000000000000000:CNY:2023");
  tide_test_totals_add (snapshot, "b", "stage=signed amount=agreement:90000000000000000:CNY:2023");
  tide_test_totals_add (snapshot, "c", "stage=started amount=agreement:90000000000000000:USD:2023");

  columns = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  breakdown = tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, NULL);
  one = tide_figure_new_of_rows (columns, &first, 1);

  g_assert_true (breakdown->total->is_overflow);
  g_assert_false (tide_breakdown_find (breakdown, "lead")->figure->is_overflow);
  g_assert_false (tide_breakdown_find (breakdown, "signed")->figure->is_overflow);
  g_assert_true (tide_breakdown_find (breakdown, "started")->figure->is_overflow);
  g_assert_false (one->is_overflow);
  g_assert_cmpint (one->base.minor, ==, 9000000000000000000);
  g_assert_null (one->filter);
}

/* Told in another currency, only what has a rate into it is priced. */
static void
test_currency (void)
{
  g_autoptr (TideSnapshot) snapshot = make_register (signings);
  const TideValuation valuation = { .kind = TIDE_AMOUNT_KIND_AGREEMENT, .currency = "USD" };
  g_autoptr (TideColumns) columns = tide_columns_new (snapshot, &valuation, NULL);
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, NULL);

  g_assert_cmpstr (breakdown->total->base.currency, ==, "USD");
  g_assert_cmpint (breakdown->total->base.minor, ==, 700);
  g_assert_cmpuint (breakdown->total->n_unpriced, ==, 2);
  g_assert_cmpstr (breakdown->total->filter->currency, ==, "USD");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stats/totals/%s", totals[i].name);

      g_test_add_data_func (path, &totals[i], test_total);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (exclusions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stats/exclusions/%s", exclusions[i].name);

      g_test_add_data_func (path, &exclusions[i], test_exclusion);
    }
  g_test_add_func ("/stats/totals/event-filter", test_event_filter);
  g_test_add_func ("/stats/totals/parts-of-figure", test_parts_of_figure);
  g_test_add_func ("/stats/totals/briefing", test_briefing);
  g_test_add_func ("/stats/totals/mentions", test_mentions);
  g_test_add_func ("/stats/totals/overflow", test_overflow);
  g_test_add_func ("/stats/totals/currency", test_currency);

  return g_test_run ();
}
