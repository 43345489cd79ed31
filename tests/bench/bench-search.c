/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding in texts of which no two are alike: the most that there may be to look at. */

#include "core/tide-search.h"
#include "tide-bench-table.h"

#include <stdlib.h>

#define SEED 361
#define N_ROUNDS 5

/* Common characters stand about here. */
#define FIRST_HAN 0x4e00
#define N_HAN 0x3000

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
append_han (GString *text, GRand *rand, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, FIRST_HAN + (gunichar) g_rand_int_range (rand, 0, N_HAN));
}

static void
append_word (GString *text, GRand *rand)
{
  const gint n = g_rand_int_range (rand, 3, 12);

  for (gint i = 0; i < n; i++)
    g_string_append_c (text, (char) ('a' + g_rand_int_range (rand, 0, 26)));
  g_string_append_c (text, ' ');
}

/* A number, a Chinese name and two words; half the projects have a Chinese note. */
static char *
dup_text (GRand *rand, guint number)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "2023-%06u\n", number);
  append_han (text, rand, 12);
  g_string_append_printf (text, "\n%c", TIDE_SEARCH_REST);
  append_word (text, rand);
  append_word (text, rand);
  if (number % 2 == 0)
    append_han (text, rand, 30);

  return g_string_free_and_steal (text);
}

static double
measure (const TideSearchIndex *index, const char *typed, guint8 *ranks)
{
  g_autoptr (TideSearch) search = tide_search_new (typed);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      tide_search_index_find (index, search, ranks);
      best = MIN (best, get_milliseconds_since (start));
    }

  return best;
}

/* bench-search TEXTS */
int
main (int argc, char **argv)
{
  static const char *const typed[]
      = { "n",     "2",         "ni",       "ningb",      "nbhs",
          "xnyqc", "robts",     "nigbohai", "xinnenyuan", "xinnengyuanqiche",
          "宁波",  "新能原汽车" };
  const guint n = (guint) strtoul (argv[1], NULL, 10);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (TideSearchIndex) index = tide_search_index_new ();
  g_autofree guint8 *ranks = g_malloc (n + 1);
  gint64 start = g_get_monotonic_time ();
  double making;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_text (rand, i);

      tide_search_index_add (index, text);
    }
  tide_search_index_seal (index);
  making = get_milliseconds_since (start);

  tide_bench_table_begin ("search where no two texts are alike", "making the index");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    tide_bench_table_add (typed[i], measure (index, typed[i], ranks), making, "ms", "ours 33 ms");

  return 0;
}
