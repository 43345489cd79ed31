/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-filter-count.h"

#include "tide-test-register.h"

/* A criterion, and how many of the three projects of the register under test meet it. */
typedef struct
{
  const char *name;
  const char *member;
  const char *value;
  const char *text;
  guint count;
} Row;

static const Row rows[] = {
  { "all", NULL, NULL, NULL, 3 },
  { "stage", "stages", "signed", NULL, 1 },
  { "no-stage", "stages", "none", NULL, 2 },
  { "sector", "sectors", "robots", NULL, 1 },
  { "another-sector", "sectors", "sea", NULL, 0 },
  { "unknown-sector", "sectors", "gone", NULL, 0 },
  { "check", "checks", "no-amount", NULL, 2 },
  { "left-out", "counting", "excluded", NULL, 1 },
  { "text", NULL, NULL, "maker", 1 },
  { "text-and-stage", "stages", "none", "maker", 0 },
};

static TideFilter *
create_filter (const Row *row)
{
  TideFilter *filter = tide_filter_new ();

  if (row->member != NULL)
    tide_filter_add (filter, row->member, row->value);
  tide_filter_set_text (filter, row->text);

  return filter;
}

static void
test_count (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TidePayload) filter = (TidePayload *) create_filter (row);

  g_assert_cmpuint (tide_filter_count_projects (TIDE_FILTER (filter), snapshot, NULL), ==,
                    row->count);
}

static void
test_cancel (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TidePayload) filter = (TidePayload *) create_filter (&rows[1]);

  g_cancellable_cancel (cancellable);
  g_assert_cmpuint (tide_filter_count_projects (TIDE_FILTER (filter), snapshot, cancellable), ==,
                    0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/filter-count/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_count);
    }
  g_test_add_func ("/filter-count/cancelled", test_cancel);

  return g_test_run ();
}
