/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-checks.h"

#include "core/tide-duplicates-name.h"
#include "tide-test-snapshot.h"

#include <string.h>

typedef struct
{
  const char *a;
  const char *b;
  gboolean is_similar;
} NameCase;

static const NameCase names[] = {
  { "AIoT intelligent robot", "AIoT Intelligent Robot Project", TRUE },
  { "AIoT intelligent robot", "Intelligent AIoT robot", TRUE },
  { "Lithium battery plant", "Lithium-battery plant (Acme Co., Ltd.)", TRUE },
  { "Lithium battery plant", "LITHIUM  BATTERY PLANT PROJECT", TRUE },
  { "Lithium battery plant", "Lithium batteries plant", TRUE },
  { "Lithium battery plant", "Sodium battery recycling", FALSE },
  { "Battery plant phase 1", "Battery plant phase 2", FALSE },
  { "Battery plant phase II", "Battery plant, phase 2", TRUE },
  { "Battery plant", "Battery plant phase 2", FALSE },
  { "Wind blades", "Magnet motors", FALSE },
  { "Project", "Base", FALSE },
  { "智能机器人", "智能机器人项目", TRUE },
  { "锂电池生产项目", "锂电池生产线项目", TRUE },
  { "海洋装备产业基地", "海洋装备产业", TRUE },
  { "高端新材料（一期）", "高端新材料1期项目", TRUE },
  { "高端新材料一期", "高端新材料二期", FALSE },
  { "动力电池项目", "储能电池项目", FALSE },
  { "甬江实验室有限公司", "甬江实验室", TRUE },
  { "ＡＩｏＴ机器人", "aiot机器人", TRUE },
  { "项目", "基地", FALSE },
  { "氢", "氢项目", TRUE },
  { "氢", "氧", FALSE },
};

static void
test_name (gconstpointer data)
{
  const NameCase *row = data;
  g_autoptr (TideNameKey) a = tide_name_key_new (row->a);
  g_autoptr (TideNameKey) b = tide_name_key_new (row->b);
  const double likeness = tide_name_key_get_likeness (a, b);

  g_test_message ("%s / %s: %.3f", row->a, row->b, likeness);
  g_assert_cmpint (likeness >= TIDE_NAME_SIMILAR, ==, row->is_similar);
  g_assert_cmpfloat_with_epsilon (likeness, tide_name_key_get_likeness (b, a), 1e-9);
}

typedef struct
{
  const char *what;
  const char *a; /* words: party, number, code name, parent, distinct-from; "-" for none */
  const char *b;
  TideSuspicion expected;
} PairCase;

static const PairCase pairs[] = {
  { "same-party", "acme - - - -", "acme - - - -", TIDE_SUSPICION_NAME },
  { "other-party", "acme - - - -", "other - - - -", TIDE_SUSPICION_NONE },
  { "no-party", "- - - - -", "- - - - -", TIDE_SUSPICION_NONE },
  { "same-number", "acme 2023-001 - - -", "other 2023/001 - - -", TIDE_SUSPICION_NUMBER },
  { "other-number", "acme 2023-001 - - -", "other 2023-002 - - -", TIDE_SUSPICION_NONE },
  { "punctuation-only", "acme -- - - -", "other // - - -", TIDE_SUSPICION_NONE },
  { "same-code-name", "acme - Nightingale - -", "other - nightingale - -",
    TIDE_SUSPICION_CODE_NAME },
  { "part", "acme - - b -", "acme - - - -", TIDE_SUSPICION_NONE },
  { "parts", "acme - - c -", "acme - - c -", TIDE_SUSPICION_NAME },
  { "known", "acme - - - b", "acme - - - -", TIDE_SUSPICION_NONE },
  { "known-by-the-other", "acme - - - -", "acme - - - a", TIDE_SUSPICION_NONE },
  { "known-of-another", "acme - - - c", "acme - - - -", TIDE_SUSPICION_NAME },
};

static const char *
get_word (GStrv words, guint i)
{
  return strcmp (words[i], "-") != 0 ? words[i] : NULL;
}

static TidePayload *
project_new (const char *id, const char *en, const char *description)
{
  TideProjectPayload *project = tide_test_project_new (id, en, NULL);
  g_auto (GStrv) words = g_strsplit (description, " ", -1);

  if (get_word (words, 0) != NULL)
    tide_test_project_add_party (project, words[0]);
  tide_payload_set_string (&project->number, get_word (words, 1));
  tide_payload_set_string (&project->code_name, get_word (words, 2));
  tide_payload_set_interned (&project->parent, get_word (words, 3));
  if (get_word (words, 4) != NULL)
    tide_payload_add_string (&project->base, "distinct-from", words[4]);

  return &project->base;
}

static void
test_pair (gconstpointer data)
{
  const PairCase *row = data;
  g_autoptr (TidePayload) a = project_new ("a", "Lithium battery plant", row->a);
  g_autoptr (TidePayload) b = project_new ("b", "Lithium battery plant project", row->b);

  tide_payload_seal (a);
  tide_payload_seal (b);
  g_assert_cmpint (tide_project_suspect (TIDE_PROJECT_PAYLOAD (a), TIDE_PROJECT_PAYLOAD (b)), ==,
                   row->expected);
  g_assert_cmpint (tide_project_suspect (TIDE_PROJECT_PAYLOAD (b), TIDE_PROJECT_PAYLOAD (a)), ==,
                   row->expected);
}

static void
test_terminated (void)
{
  g_autoptr (TidePayload) a = project_new ("a", "Lithium battery plant", "acme - - - -");
  g_autoptr (TidePayload) b = project_new ("b", "Lithium battery plant", "acme - - - -");

  tide_test_project_add_status ((TideProjectPayload *) a, "terminated");
  tide_payload_seal (a);
  tide_payload_seal (b);
  g_assert_cmpint (tide_project_suspect (TIDE_PROJECT_PAYLOAD (a), TIDE_PROJECT_PAYLOAD (b)), ==,
                   TIDE_SUSPICION_NONE);
}

static TidePayload *
random_project_new (GRand *rand, guint i, guint n_parties)
{
  static const char *const words[]
      = { "lithium", "battery", "robot", "marine", "plant", "sensor", "wind", "polymer" };
  g_autofree char *id = g_strdup_printf ("p%04u", i);
  g_autofree char *name = g_strdup_printf (
      "%s %s %s %s", words[g_rand_int_range (rand, 0, 8)], words[g_rand_int_range (rand, 0, 8)],
      words[g_rand_int_range (rand, 0, 8)], words[g_rand_int_range (rand, 0, 8)]);
  g_autofree char *description
      = g_strdup_printf ("party-%d N-%d - - -", g_rand_int_range (rand, 0, (gint32) n_parties),
                         g_rand_int_range (rand, 0, 600));

  return project_new (id, name, description);
}

static gboolean
has_suspect (const GPtrArray *projects, guint row)
{
  for (guint other = 0; other < projects->len; other++)
    if (other != row
        && tide_project_suspect (g_ptr_array_index (projects, row),
                                 g_ptr_array_index (projects, other))
               != TIDE_SUSPICION_NONE)
      return TRUE;

  return FALSE;
}

static void
assert_finds_what_pairs_find (TideSnapshot *snapshot, const TideDuplicates *duplicates)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);

  for (guint row = 0; row < projects->len; row++)
    {
      guint others[TIDE_MAX_SUSPECTS];
      const guint n = tide_duplicates_get_suspects (duplicates, row, others);

      g_assert_cmpint (n > 0, ==, has_suspect (projects, row));
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (tide_project_suspect (g_ptr_array_index (projects, row),
                                               g_ptr_array_index (projects, others[i])),
                         !=, TIDE_SUSPICION_NONE);
    }
}

/* Few parties make crowds that are searched by parts of names, many make small groups. */
static void
test_index (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (361);
  g_autoptr (TideSnapshot) snapshot = tide_test_snapshot_new ();
  g_autoptr (TideDuplicates) duplicates = NULL;

  for (guint i = 0; i < 400; i++)
    tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT,
                       random_project_new (rand, i, GPOINTER_TO_UINT (data)));

  duplicates = tide_duplicates_new (snapshot, NULL);
  assert_finds_what_pairs_find (snapshot, duplicates);
}

/* What is taken over from before a few changes is what is found anew. */
static void
test_changes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (TideSnapshot) snapshot = tide_test_snapshot_new ();
  g_autoptr (TideDuplicates) duplicates = NULL;

  for (guint i = 0; i < 100; i++)
    tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, random_project_new (rand, i, 20));
  duplicates = tide_duplicates_new (snapshot, NULL);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (TideSnapshot) next = tide_test_snapshot_new ();
      const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
      const guint removed = (guint) g_rand_int_range (rand, 0, (gint32) projects->len);
      TideDuplicates *found;

      for (guint row = 0; row < projects->len; row++)
        if (row != removed)
          tide_snapshot_add (next, TIDE_RECORD_PROJECT,
                             tide_payload_ref (g_ptr_array_index (projects, row)));
      tide_snapshot_add (next, TIDE_RECORD_PROJECT, random_project_new (rand, 1000 + round, 20));

      found = tide_duplicates_new (next, duplicates);
      assert_finds_what_pairs_find (next, found);
      tide_duplicates_free (duplicates);
      duplicates = found;
      tide_snapshot_unref (snapshot);
      snapshot = g_steal_pointer (&next);
    }
}

/* Thousands of projects of one name and party do not take the square of their number. */
static void
test_crowd (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_snapshot_new ();
  g_autoptr (TideDuplicates) duplicates = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%05u", i);

      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT,
                         project_new (id, "Lithium battery plant", "acme same - - -"));
    }

  duplicates = tide_duplicates_new (snapshot, NULL);
  for (guint row = 0; row < 20000; row++)
    g_assert_cmpuint (tide_duplicates_get_suspects (duplicates, row, NULL), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/duplicates/name/%u", (guint) i);

      g_test_add_data_func (path, &names[i], test_name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/duplicates/pair/%s", pairs[i].what);

      g_test_add_data_func (path, &pairs[i], test_pair);
    }
  g_test_add_func ("/duplicates/terminated", test_terminated);
  g_test_add_data_func ("/duplicates/index/crowds", GUINT_TO_POINTER (3), test_index);
  g_test_add_data_func ("/duplicates/index/groups", GUINT_TO_POINTER (40), test_index);
  g_test_add_func ("/duplicates/changes", test_changes);
  g_test_add_func ("/duplicates/crowd", test_crowd);

  return g_test_run ();
}
