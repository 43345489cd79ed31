/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All totals of one register, beside the textbook way: to walk the projects for each of them. */

#include "core/tide-convert.h"
#include "stats/tide-breakdown.h"
#include "stats/tide-overview.h"
#include "stats/tide-share.h"
#include "tide-bench-register.h"

#define N_ROUNDS 9
#define TAXONOMY "t0"
#define KIND TIDE_AMOUNT_KIND_AGREEMENT

static const TideValuation valuation = { .kind = KIND };
static const TideGrouping groupings[]
    = { TIDE_GROUPING_SECTOR, TIDE_GROUPING_STAGE, TIDE_GROUPING_DIVISION, TIDE_GROUPING_YEAR };

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* The same register after one project has been given another amount. */
static TideSnapshot *
edit_one (TideSnapshot *snapshot)
{
  TideSnapshot *edited = tide_snapshot_new ();

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = tide_snapshot_get_records (snapshot, (TideRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        {
          const TidePayload *record = g_ptr_array_index (records, i);

          tide_snapshot_add (edited, (TideRecordKind) kind,
                             kind == TIDE_RECORD_PROJECT && i == records->len / 2
                                 ? tide_payload_copy (record)
                                 : tide_payload_ref (record));
        }
    }

  return edited;
}

/* Ours ---------------------------------------------------------------------------------------- */

static double
build (TideSnapshot *snapshot)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (TideColumns) columns = tide_columns_new (snapshot, &valuation, NULL);

  return get_milliseconds_since (start);
}

static double
update (TideColumns *columns, TideSnapshot *edited)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (TideColumns) updated = tide_columns_new (edited, &valuation, columns);

  return get_milliseconds_since (start);
}

/* Adds the totals up by one grouping. */
static double
divide (TideColumns *columns, TideGrouping grouping, const TideFilter *filter, gint64 *checksum)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (TideBreakdown) breakdown = tide_breakdown_new (columns, grouping, TAXONOMY, filter);

  *checksum += breakdown->total->base.minor;

  return get_milliseconds_since (start);
}

static double
add_up (TideColumns *columns, const TideFilter *filter, gint64 *checksum)
{
  double sum = 0;

  *checksum = 0;
  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    sum += divide (columns, groupings[i], filter, checksum);

  return sum;
}

static double
look (TideSnapshot *snapshot, TideOverview *previous)
{
  g_autoptr (TideOverviewQuestion) question = tide_overview_question_new ();
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (TideOverview) overview = tide_overview_new (snapshot, question, previous);

  return get_milliseconds_since (start);
}

/* The textbook way ---------------------------------------------------------------------------- */

static void
add_to (GHashTable *totals, const char *key, gint64 minor)
{
  gint64 *total = g_hash_table_lookup (totals, key);

  if (total == NULL)
    {
      total = g_new0 (gint64, 1);
      g_hash_table_insert (totals, g_strdup (key), total);
    }
  *total += minor;
}

static void
add_shares (GHashTable *totals,
            TideSnapshot *snapshot,
            const TideProjectPayload *project,
            gint64 minor)
{
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  gint64 parts[8];

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const TidePayload *sector
          = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, entry->sector);
      gint64 weight = 0;

      if (sector == NULL || g_strcmp0 (TIDE_SECTOR_PAYLOAD (sector)->taxonomy, TAXONOMY) != 0)
        continue;

      tide_decimal_rescale (&entry->share, 6, &weight);
      g_array_append_val (weights, weight);
      g_ptr_array_add (keys, entry->sector);
    }
  tide_weights_close (weights);
  tide_share (minor, (const gint64 *) (gpointer) weights->data, weights->len, parts);
  for (guint i = 0; i < weights->len; i++)
    add_to (totals, i < keys->len ? g_ptr_array_index (keys, i) : "none", parts[i]);
}

static void
add_years (GHashTable *totals, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      g_autofree char *year = g_strdup_printf ("%d", amount->date.year);
      TideMoney converted;

      if (amount->rank == KIND
          && tide_rates_convert (tide_snapshot_get_rates (snapshot), &amount->money, &amount->date,
                                 &converted, NULL))
        add_to (totals, year, converted.minor);
    }
}

static double
walk (TideSnapshot *snapshot, gint64 *checksum)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  const gint64 start = g_get_monotonic_time ();

  *checksum = 0;
  for (guint grouping = 0; grouping < 4; grouping++)
    {
      g_autoptr (GHashTable) totals
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autoptr (GHashTable) umbrellas = tide_snapshot_find_umbrellas (snapshot);

      for (guint i = 0; i < projects->len; i++)
        {
          const TideProjectPayload *project = g_ptr_array_index (projects, i);
          const TideStageEntry *last
              = g_ptr_array_index (project->stages, project->stages->len - 1);
          TideMoney base;

          if (tide_project_get_exclusion (project, umbrellas) != TIDE_EXCLUSION_NONE)
            continue;

          tide_project_sum_amounts (project, snapshot, KIND, &base, NULL, NULL);
          *checksum += base.minor;
          if (grouping == 0)
            add_shares (totals, snapshot, project, base.minor);
          else if (grouping == 3)
            add_years (totals, snapshot, project);
          else
            add_to (totals, grouping == 1 ? last->stage : project->division, base.minor);
        }
    }

  return get_milliseconds_since (start);
}

/* ---------------------------------------------------------------------------------------------- */

/* The shortest of all rounds, in milliseconds. */
typedef struct
{
  double built;
  double updated;
  double ours;
  double theirs;
  double by[G_N_ELEMENTS (groupings)];
  double filtered;
  double first_look;
  double next_look;
} Times;

static void
measure (Times *times, TideSnapshot *snapshot, TideSnapshot *edited, TideColumns *columns)
{
  g_autoptr (TideOverviewQuestion) question = tide_overview_question_new ();
  g_autoptr (TideOverview) overview = tide_overview_new (snapshot, question, NULL);
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;
  gint64 our_sum, their_sum;
  gint64 sum = 0;

  tide_filter_add (filter, "stages", "signed");
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      times->built = MIN (times->built, build (snapshot));
      times->updated = MIN (times->updated, update (columns, edited));
      times->ours = MIN (times->ours, add_up (columns, NULL, &our_sum));
      times->theirs = MIN (times->theirs, walk (snapshot, &their_sum));
      g_assert_cmpint (our_sum, ==, their_sum);

      for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
        times->by[i] = MIN (times->by[i], divide (columns, groupings[i], NULL, &sum));
      times->filtered = MIN (times->filtered, add_up (columns, filter, &sum));
      times->first_look = MIN (times->first_look, look (snapshot, NULL));
      times->next_look = MIN (times->next_look, look (edited, overview));
    }
}

static void
print (const Times *times)
{
  g_print ("columns: %.1f ms, after one edit %.2f ms\n", times->built, times->updated);
  g_print ("all totals: %.2f ms against %.1f ms by walking the projects, ratio %.4f\n", times->ours,
           times->theirs, times->ours / times->theirs);
  g_print ("  by sector %.2f, stage %.2f, division %.2f, year %.2f ms\n", times->by[0],
           times->by[1], times->by[2], times->by[3]);
  g_print ("  of those that a filter lets through %.2f ms\n", times->filtered);
  g_print ("the whole overview: %.1f ms, after one edit %.2f ms\n", times->first_look,
           times->next_look);
}

/* bench-totals PROJECTS */
int
main (int argc, char **argv)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideSnapshot) edited = NULL;
  g_autoptr (TideColumns) columns = NULL;
  const double most = G_MAXDOUBLE;
  Times times = { most, most, most, most, { most, most, most, most }, most, most, most };

  g_assert_cmpint (argc, ==, 2);
  snapshot = tide_bench_register_new ((guint) g_ascii_strtoull (argv[1], NULL, 10));
  edited = edit_one (snapshot);
  columns = tide_columns_new (snapshot, &valuation, NULL);

  measure (&times, snapshot, edited, columns);
  print (&times);

  return 0;
}
