/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-investor.h"
#include "stats/tide-joint-projects.h"

#include "tide-test-register.h"

typedef struct
{
  const char *name;
  const char *parties; /* "party role share", with commas between them */
  const char *main;    /* investor, or NULL */
  gboolean is_joint;
} Row;

static const Row rows[] = {
  { "none", "", NULL, FALSE },
  { "one", "aux investor -", "aux", FALSE },
  { "another-role", "aux operator -", NULL, FALSE },
  { "one-and-another-role", "aux operator -,maker investor -", "maker", FALSE },
  { "first-of-equals", "aux investor -,maker investor -", "aux", TRUE },
  { "largest-share", "aux investor 10,maker investor 90", "maker", TRUE },
  { "share-before-none", "aux investor -,maker investor 5", "maker", TRUE },
  { "the-same-twice", "aux investor 10,aux investor 20", "aux", FALSE },
  { "three", "aux investor 30,maker investor 40,midea investor 30", "maker", TRUE },
};

static TidePayload *
new_project (const Row *row)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, row->name, row->name);
  g_auto (GStrv) parties = g_strsplit (row->parties, ",", 0);

  for (gsize i = 0; parties[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parties[i], " ", 0);
      TidePayload *entry = tide_test_payload_add_entry (project, "parties", NULL);

      tide_test_payload_set (entry, "party", words[0]);
      tide_test_payload_set (entry, "role", words[1]);
      if (!g_str_equal (words[2], "-"))
        tide_test_payload_set (entry, "share", words[2]);
    }

  return tide_payload_seal (project);
}

static void
test_investor (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TidePayload) project = new_project (row);
  const TideParticipation *investor = tide_project_find_investor (TIDE_PROJECT_PAYLOAD (project));

  g_assert_cmpstr (investor != NULL ? investor->party : NULL, ==, row->main);
  g_assert_cmpint (tide_project_is_joint (TIDE_PROJECT_PAYLOAD (project)), ==, row->is_joint);
}

static const Row *
find_row (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      return &rows[i];

  g_assert_not_reached ();
}

/* Of any rows, those with further investors are counted, and no others. */
static void
test_count (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  const GPtrArray *projects;
  guint positions[G_N_ELEMENTS (rows)];
  guint n_joint = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, new_project (&rows[i]));
  projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_assert_cmpuint (projects->len, ==, G_N_ELEMENTS (rows));

  for (guint i = 0; i < projects->len; i++)
    {
      const TidePayload *project = g_ptr_array_index (projects, i);

      positions[i] = i;
      n_joint += find_row (project->id)->is_joint ? 1 : 0;
      g_assert_cmpuint (tide_joint_projects_count (snapshot, positions, i + 1), ==, n_joint);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/joint-projects/investor/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_investor);
    }
  g_test_add_func ("/joint-projects/count", test_count);

  return g_test_run ();
}
