/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-share.h"

#include <math.h>

typedef struct
{
  const char *name;
  double part;
  double whole;
  gboolean is_share;
  guint permille;
  gboolean is_rounded;
} Case;

static const Case cases[] = {
  { "half", 1, 2, TRUE, 500, FALSE },
  { "nothing", 0, 7, TRUE, 0, FALSE },
  { "all", 7, 7, TRUE, 1000, FALSE },
  { "a third", 1, 3, TRUE, 333, TRUE },
  { "two thirds", 2, 3, TRUE, 667, TRUE },
  { "registered of three conventions", 1640, 1752, TRUE, 936, TRUE },
  { "half a thousandth is rounded up", 0.5, 1000, TRUE, 1, TRUE },
  { "less is not", 0.49, 1000, TRUE, 0, TRUE },
  { "almost all", 999.9, 1000, TRUE, 1000, TRUE },
  { "decimal fractions are exact", 0.3, 0.1, TRUE, 3000, FALSE },
  { "more than the whole", 1256.4, 1000, TRUE, 1256, TRUE },
  { "a million times the whole", 1e6, 1, TRUE, 1000000000, FALSE },
  { "more than that", 1e6 + 1, 1, FALSE, 0, FALSE },
  { "no whole", 1, 0, FALSE, 0, FALSE },
  { "nothing of nothing", 0, 0, FALSE, 0, FALSE },
  { "negative part", -1, 2, FALSE, 0, FALSE },
  { "negative whole", 1, -2, FALSE, 0, FALSE },
  { "no number", NAN, 2, FALSE, 0, FALSE },
  { "of no number", 1, NAN, FALSE, 0, FALSE },
  { "infinite", INFINITY, 2, FALSE, 0, FALSE },
};

static void
test_share (gconstpointer data)
{
  const Case *row = data;
  TideShare share;

  g_assert_cmpint (tide_share_init (&share, row->part, row->whole), ==, row->is_share);
  g_assert_cmpuint (share.permille, ==, row->permille);
  g_assert_cmpint (share.is_rounded, ==, row->is_rounded);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/share/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_share);
    }

  return g_test_run ();
}
