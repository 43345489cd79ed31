/* SPDX-License-Identifier: GPL-3.0-or-later */

/* print-totals FILE: what the pages show of a register, as the program counts it, for a recount by
 * others. A line is one number: currency, rate set, period, kind, what is divided and by which
 * taxonomy, the part, projects counted, with an amount, foreign, unpriced, the value in that
 * currency in minor units, and the sums as recorded. */

#include "codec/tide-json-reader.h"
#include "core/tide-code.h"
#include "stats/tide-overview.h"

typedef struct
{
  TideGrouping grouping;
  const char *name;
} Division;

static const Division divisions[] = {
  { TIDE_GROUPING_STAGE, "stage" },
  { TIDE_GROUPING_STATUS, "status" },
  { TIDE_GROUPING_SECTOR, "sector" },
  { TIDE_GROUPING_SECTOR_TOP, "sector-top" },
  { TIDE_GROUPING_SECTOR_TREE, "sector-tree" },
  { TIDE_GROUPING_DIVISION, "division" },
  { TIDE_GROUPING_DIVISION_TOP, "division-top" },
  { TIDE_GROUPING_DIVISION_TREE, "division-tree" },
  { TIDE_GROUPING_EVENT, "event" },
  { TIDE_GROUPING_PARTY_KIND, "party-kind" },
  { TIDE_GROUPING_YEAR, "year" },
  { TIDE_GROUPING_QUARTER, "quarter" },
  { TIDE_GROUPING_SIZE, "size" },
  { TIDE_GROUPING_CURRENCY, "currency" },
};

static const char *const currencies[] = { "CNY", "USD" };
static const char *const periods[] = { "", "2023", "2024-Q2" };

static TideSnapshot *
read_register (const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TideSnapshot *snapshot;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  snapshot = tide_json_read (bytes, path, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return snapshot;
}

static void
print_question (const TideValuation *valuation, const char *name, const char *taxonomy)
{
  char period[TIDE_DATE_TEXT_SIZE] = "";

  if (tide_date_is_set (&valuation->period))
    tide_date_format (&valuation->period, period, sizeof period);
  g_print ("%s\t%s\t%s\t%s\t%s\t%s\t", valuation->currency, valuation->rate_set, period,
           tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, valuation->kind), name, taxonomy);
}

static void
print_figure (const char *key, const TideFigure *figure)
{
  g_assert_false (figure->is_overflow);
  g_print ("%s\t%u\t%u\t%u\t%u\t%" G_GINT64_FORMAT "\t", key, figure->n_counted,
           figure->n_with_amount, figure->n_foreign, figure->n_unpriced, figure->base.minor);
  for (guint i = 0; i < figure->sums->len; i++)
    {
      const TideMoney *sum = &g_array_index (figure->sums, TideMoney, i);

      g_print ("%s%s=%" G_GINT64_FORMAT, i > 0 ? " " : "", sum->currency, sum->minor);
    }
  g_print ("\n");
}

static void
print_exclusions (const TideValuation *valuation, const TideFigure *figure)
{
  print_question (valuation, "left-out", "");
  g_print ("total");
  for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
    g_print ("\t%u", figure->n_excluded[i]);
  g_print ("\n");
}

static void
print_breakdown (const TideValuation *valuation,
                 const char *name,
                 const char *taxonomy,
                 const TideBreakdown *breakdown)
{
  print_question (valuation, name, taxonomy);
  print_figure ("total", breakdown->total);
  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);

      print_question (valuation, name, taxonomy);
      print_figure (group->key, group->figure);
    }
}

static void
print_division (TideColumns *columns, const Division *division, const char *taxonomy)
{
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (columns, division->grouping, taxonomy, NULL);

  print_breakdown (tide_columns_get_valuation (columns), division->name, taxonomy, breakdown);
}

static void
print_divisions (TideColumns *columns, TideSnapshot *snapshot)
{
  const GPtrArray *taxonomies = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);

  for (gsize i = 0; i < G_N_ELEMENTS (divisions); i++)
    {
      const gboolean is_by_sector = g_str_has_prefix (divisions[i].name, "sector");

      for (guint j = 0; j < (is_by_sector ? taxonomies->len : 1); j++)
        print_division (columns, &divisions[i],
                        is_by_sector ? ((TidePayload *) g_ptr_array_index (taxonomies, j))->id
                                     : "");
    }
}

/* The overview, of which the totals of all kinds are asked for at once. */
static void
print_overview (TideSnapshot *snapshot, const TideValuation *valuation)
{
  static const char *const parts[TIDE_OVERVIEW_N_PARTS] = {
    [TIDE_OVERVIEW_STAGES] = "overview-stage",
    [TIDE_OVERVIEW_SECTORS] = "overview-sector-top",
    [TIDE_OVERVIEW_DIVISIONS] = "overview-division-top",
    [TIDE_OVERVIEW_PARTY_KINDS] = "overview-party-kind",
    [TIDE_OVERVIEW_SIZES] = "overview-size",
    [TIDE_OVERVIEW_AGREED_OVER_TIME] = "overview-agreed-quarter",
    [TIDE_OVERVIEW_ARRIVED_OVER_TIME] = "overview-arrived-quarter",
  };
  g_autoptr (TideOverviewQuestion) question = tide_overview_question_new ();
  g_autoptr (TideOverview) overview = NULL;

  question->valuation = *valuation;
  question->valuation.currency = g_strdup (valuation->currency);
  question->valuation.rate_set = g_strdup (valuation->rate_set);
  question->by_quarter = TRUE;
  overview = tide_overview_new (snapshot, question, NULL);

  for (guint i = 0; i < TIDE_N_AMOUNT_KINDS; i++)
    if (overview->totals[i] != NULL)
      {
        g_autofree char *name = g_strconcat ("overview-total-",
                                             tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, i), NULL);

        print_breakdown (valuation, name, "", overview->totals[i]);
      }
  for (guint i = 0; i < TIDE_OVERVIEW_N_PARTS; i++)
    print_breakdown (valuation, parts[i],
                     i == TIDE_OVERVIEW_SECTORS ? overview->question->taxonomy : "",
                     overview->parts[i]);
}

static void
print_kinds (TideSnapshot *snapshot, TideValuation *valuation)
{
  for (valuation->kind = 0; valuation->kind < TIDE_N_AMOUNT_KINDS; valuation->kind++)
    {
      g_autoptr (TideColumns) columns = tide_columns_new (snapshot, valuation, NULL);
      g_autoptr (TideBreakdown) breakdown
          = tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, NULL);

      print_exclusions (valuation, breakdown->total);
      print_divisions (columns, snapshot);
      print_overview (snapshot, valuation);
    }
}

static void
print_rate_set (TideSnapshot *snapshot, const char *rate_set)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (periods); j++)
      {
        TideValuation valuation = { .currency = currencies[i], .rate_set = rate_set };

        if (periods[j][0] != '\0')
          g_assert_true (tide_date_parse (periods[j], TRUE, &valuation.period));
        print_kinds (snapshot, &valuation);
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  const GPtrArray *rate_sets;

  g_assert_cmpint (argc, ==, 2);
  snapshot = read_register (argv[1]);
  rate_sets = tide_snapshot_get_records (snapshot, TIDE_RECORD_RATE_SET);
  for (guint i = 0; i < rate_sets->len; i++)
    print_rate_set (snapshot, ((TidePayload *) g_ptr_array_index (rate_sets, i))->id);

  return 0;
}
