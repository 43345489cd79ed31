/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-problem.h"

#include <string.h>

/* Every code gives one sentence, with or without its arguments. */
static void
test_sentences (void)
{
  for (guint code = TIDE_PROBLEM_EMPTY_FILE; code <= TIDE_PROBLEM_HISTORY_BROKEN; code++)
    {
      g_autoptr (TideProblem) bare = tide_problem_new (code, NULL);
      g_autoptr (TideProblem) full = tide_problem_new (code, "first", "second", NULL);
      g_autofree char *bare_sentence = tide_problem_dup_sentence (bare);
      g_autofree char *full_sentence = tide_problem_dup_sentence (full);

      g_assert_true (g_str_has_suffix (bare_sentence, "."));
      g_assert_true (g_str_has_suffix (full_sentence, "."));
      g_assert_null (strstr (full_sentence, "(null)"));
    }
}

static void
test_arguments (void)
{
  g_autoptr (TideProblem) shares
      = tide_problem_new (TIDE_PROBLEM_SHARES_NOT_WHOLE, "90", "SEI 2023", NULL);
  g_autoptr (TideProblem) type = tide_problem_new (TIDE_PROBLEM_WRONG_TYPE, "array", NULL);
  g_autofree char *shares_sentence = tide_problem_dup_sentence (shares);
  g_autofree char *type_sentence = tide_problem_dup_sentence (type);

  g_assert_cmpstr (shares_sentence, ==,
                   "The shares within “SEI 2023” add up to 90 % instead of 100 %.");
  g_assert_cmpstr (type_sentence, ==, "A list was expected here.");
}

static void
test_line (void)
{
  static const struct
  {
    const char *file;
    guint line;
    guint column;
    const char *path;
    const char *expected;
  } cases[] = {
    { "a.tideline", 3, 7, "projects[3].name", "a.tideline:3:7: projects[3].name: " },
    { "a.tideline", 3, 0, NULL, "a.tideline:3: " },
    { "a.tideline", 0, 0, "projects[3]", "a.tideline: projects[3]: " },
    { "a.tideline", 0, 0, NULL, "a.tideline: " },
    { NULL, 3, 7, NULL, "3:7: " },
    { NULL, 0, 0, "projects[3]", "projects[3]: " },
    { NULL, 0, 0, "", "" },
    { NULL, 0, 0, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_EMPTY_FILE, NULL);
      g_autofree char *expected = g_strconcat (cases[i].expected, "The file is empty.", NULL);
      g_autofree char *line = NULL;

      tide_problem_set_place (problem, cases[i].file, cases[i].line, cases[i].column,
                              cases[i].path);
      line = tide_problem_dup_line (problem);
      g_assert_cmpstr (line, ==, expected);
    }
}

static void
test_error (void)
{
  g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_BAD_DATE, "2023-13", NULL);
  g_autoptr (GError) error = NULL;

  tide_problem_set_place (problem, "a.tideline", 2, 1, NULL);
  error = tide_problem_to_error (problem);
  g_assert_error (error, TIDE_PROBLEM_ERROR, (int) TIDE_PROBLEM_BAD_DATE);
  g_assert_true (g_str_has_prefix (error->message, "a.tideline:2:1: “2023-13” is not a date"));
}

static void
test_doubt (void)
{
  static const struct
  {
    TideProblemCode code;
    gboolean is_doubt;
  } cases[] = {
    { TIDE_PROBLEM_NOT_JSON, FALSE },    { TIDE_PROBLEM_OUT_OF_RANGE, FALSE },
    { TIDE_PROBLEM_LOOP, TRUE },         { TIDE_PROBLEM_DANGLING_REFERENCE, TRUE },
    { TIDE_PROBLEM_UNREAL_DATE, TRUE },  { TIDE_PROBLEM_REQUIRED, FALSE },
    { TIDE_PROBLEM_NOT_POSITIVE, TRUE }, { TIDE_PROBLEM_RATE_EXISTS, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TideProblem) problem = tide_problem_new (cases[i].code, NULL);

      g_assert_cmpint (tide_problem_is_doubt (problem), ==, cases[i].is_doubt);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/problem/sentences", test_sentences);
  g_test_add_func ("/problem/arguments", test_arguments);
  g_test_add_func ("/problem/line", test_line);
  g_test_add_func ("/problem/error", test_error);
  g_test_add_func ("/problem/doubt", test_doubt);

  return g_test_run ();
}
