/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-brief.h"
#include "tide-test-corpus.h"

/* The least precision and recall, in per cent, of each language. */
#define LEAST 95

static TideSnapshot *
read_register (const char *name)
{
  if (g_str_equal (name, "ningbo"))
    return tide_test_brief_read ("ningbo.tideline");

  return tide_test_brief_read ("../../tests/brief/corpus/register-corpus.tideline");
}

static void
score_case (JsonObject *test_case, TideTestScore *score)
{
  g_autoptr (TideSnapshot) snapshot
      = read_register (json_object_get_string_member (test_case, "register"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TideReading) reading = tide_reading_new (
      json_object_get_string_member (test_case, "text"), snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  tide_test_corpus_score (test_case, reading, score);
}

static void
score_file (const char *path, TideTestScore *score)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                        "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    score_case (json_array_get_object_element (cases, i), score);
}

/* The corpus of the tree, or another one that TIDELINE_CORPUS names. */
static void
test_corpus (gconstpointer data)
{
  const char *language = data;
  const char *other = g_getenv ("TIDELINE_CORPUS");
  g_autofree char *folder = other != NULL ? g_build_filename (other, language, NULL)
                                          : g_test_build_filename (G_TEST_DIST, "tests", "brief",
                                                                   "corpus", language, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  TideTestScore score = { 0 };
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".json"))
        score_file (path, &score);
    }
  g_test_message ("%s: precision %u of %u = %.2f %%, recall %u of %u = %.2f %%", language,
                  score.right, score.reported, 100.0 * score.right / MAX (score.reported, 1),
                  score.right, score.expected, 100.0 * score.right / MAX (score.expected, 1));
  g_assert_cmpuint (score.right * 100, >=, score.reported * LEAST);
  g_assert_cmpuint (score.right * 100, >=, score.expected * LEAST);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/corpus/en", "en", test_corpus);
  g_test_add_data_func ("/corpus/zh", "zh", test_corpus);

  return g_test_run ();
}
