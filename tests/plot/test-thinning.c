/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-thinning.h"

#include <math.h>

typedef struct
{
  const char *name;
  double column;
  const char *spots;  /* x,y, one after the other */
  const char *chosen; /* positions */
} Case;

static const Case cases[] = {
  { "none", 1, "", "" },
  { "one", 1, "0,5", "0" },
  { "a column each", 1, "0,5 1,6 2,4 3,9", "0 1 2 3" },
  { "all in one", 10, "0,5 1,6 2,4 3,9 4,7", "0 2 3 4" },
  { "highest before lowest", 10, "0,5 1,9 2,4 3,1 4,7", "0 1 3 4" },
  { "rising", 10, "0,1 1,2 2,3 3,4", "0 3" },
  { "falling", 10, "0,4 1,3 2,2 3,1", "0 3" },
  { "level", 10, "0,4 1,4 2,4 3,4", "0 3" },
  { "two columns", 10, "0,1 5,9 9,2 10,3 15,0 19,5", "0 1 2 3 4 5" },
  { "backwards", 10, "19,5 15,0 12,1 10,3 9,2 5,9 4,4 0,1", "0 1 3 4 5 7" },
  { "below zero", 10, "-15,1 -12,4 -11,2 -5,3", "0 1 2 3" },
  { "same place", 1, "3,1 3,1 3,1", "0 2" },
};

static TideSpot *
parse_spots (const char *text, guint *n_spots)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  TideSpot *spots = g_new0 (TideSpot, g_strv_length (words) + 1);

  *n_spots = 0;
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      char *end;

      spots[i].x = g_ascii_strtod (words[i], &end);
      spots[i].y = g_ascii_strtod (end + 1, NULL);
      (*n_spots)++;
    }

  return spots;
}

static void
test_chosen (gconstpointer data)
{
  const Case *row = data;
  guint n_spots;
  g_autofree TideSpot *spots = parse_spots (row->spots, &n_spots);
  g_autofree guint *chosen = g_new (guint, n_spots + 1);
  guint n_chosen = tide_thinning_choose (spots, n_spots, row->column, chosen);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < n_chosen; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "", chosen[i]);

  g_assert_cmpstr (numbers->str, ==, row->chosen);
}

/* Of each column the lowest and highest stay, and of all the first and last: at most four. */
static void
test_extremes_stay (void)
{
  const guint n_spots = 10000;
  g_autofree TideSpot *spots = g_new (TideSpot, n_spots);
  g_autofree guint *chosen = g_new (guint, n_spots);
  double lowest[600], highest[600], lowest_kept[600], highest_kept[600];
  guint n_chosen;

  for (guint i = 0; i < 600; i++)
    {
      lowest[i] = lowest_kept[i] = G_MAXDOUBLE;
      highest[i] = highest_kept[i] = -G_MAXDOUBLE;
    }
  for (guint i = 0; i < n_spots; i++)
    {
      const guint column = i * 600 / n_spots;

      spots[i] = (TideSpot) { i * 600.0 / n_spots, g_test_rand_double_range (-100, 100) };
      lowest[column] = MIN (lowest[column], spots[i].y);
      highest[column] = MAX (highest[column], spots[i].y);
    }

  n_chosen = tide_thinning_choose (spots, n_spots, 1, chosen);
  g_assert_cmpuint (n_chosen, <=, 4 * 600);
  g_assert_cmpuint (chosen[0], ==, 0);
  g_assert_cmpuint (chosen[n_chosen - 1], ==, n_spots - 1);
  for (guint i = 0; i < n_chosen; i++)
    {
      const guint column = chosen[i] * 600 / n_spots;

      g_assert_true (i == 0 || chosen[i] > chosen[i - 1]);
      lowest_kept[column] = MIN (lowest_kept[column], spots[chosen[i]].y);
      highest_kept[column] = MAX (highest_kept[column], spots[chosen[i]].y);
    }
  for (guint i = 0; i < 600; i++)
    {
      g_assert_cmpfloat_with_epsilon (lowest_kept[i], lowest[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (highest_kept[i], highest[i], 1e-12);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/thinning/chosen/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_chosen);
    }

  g_test_add_func ("/plot/thinning/extremes-stay", test_extremes_stay);

  return g_test_run ();
}
