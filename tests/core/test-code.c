/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-code.h"
#include "core/tide-word.h"

#include <string.h>

static void
test_sets (void)
{
  for (guint set = 0; set < TIDE_N_CODE_SETS; set++)
    {
      g_assert_cmpuint (tide_codes_get_n (set), >, 0);
      for (guint i = 0; i < tide_codes_get_n (set); i++)
        {
          const char *code = tide_codes_get_code (set, i);

          g_assert_cmpint (tide_codes_find (set, code), ==, i);
          g_assert_cmpuint (strlen (tide_codes_get_label (set, code, TIDE_LANGUAGE_EN)), >, 0);
          g_assert_cmpstr (tide_codes_get_label (set, code, TIDE_LANGUAGE_ZH), !=,
                           tide_codes_get_label (set, code, TIDE_LANGUAGE_EN));
          g_assert_cmpint (tide_codes_get_definition (set, code, TIDE_LANGUAGE_EN) != NULL, ==,
                           tide_codes_get_definition (set, code, TIDE_LANGUAGE_ZH) != NULL);
        }
    }
}

static void
test_definitions (void)
{
  static const TideCodeSet defined[]
      = { TIDE_CODES_STAGE, TIDE_CODES_STATUS, TIDE_CODES_AMOUNT_KIND };

  for (gsize i = 0; i < G_N_ELEMENTS (defined); i++)
    for (guint j = 0; j < tide_codes_get_n (defined[i]); j++)
      g_assert_nonnull (tide_codes_get_definition (defined[i], tide_codes_get_code (defined[i], j),
                                                   TIDE_LANGUAGE_EN));
}

static void
test_ranks (void)
{
  g_assert_cmpint (tide_codes_find (TIDE_CODES_STAGE, "lead"), ==, TIDE_STAGE_LEAD);
  g_assert_cmpint (tide_codes_find (TIDE_CODES_STAGE, "started"), ==, TIDE_STAGE_STARTED);
  g_assert_cmpint (tide_codes_find (TIDE_CODES_STAGE, "at-capacity"), ==, TIDE_STAGE_AT_CAPACITY);
  g_assert_cmpint (tide_codes_find (TIDE_CODES_STATUS, "terminated"), ==, TIDE_STATUS_TERMINATED);
  g_assert_cmpint (tide_codes_find (TIDE_CODES_AMOUNT_KIND, "arrived"), ==,
                   TIDE_AMOUNT_KIND_ARRIVED);
}

static void
test_unknown (void)
{
  g_assert_cmpint (tide_codes_find (TIDE_CODES_STAGE, "dreaming"), ==, -1);
  g_assert_cmpint (tide_codes_find (TIDE_CODES_STAGE, NULL), ==, -1);
  g_assert_cmpstr (tide_codes_get_label (TIDE_CODES_STAGE, "dreaming", TIDE_LANGUAGE_ZH), ==,
                   "dreaming");
  g_assert_null (tide_codes_get_definition (TIDE_CODES_STAGE, "dreaming", TIDE_LANGUAGE_ZH));
}

static void
test_words (void)
{
  static const char *const words[] = { "ask", "skip" };

  g_assert_cmpint (tide_word_find (words, 2, "skip"), ==, 1);
  g_assert_cmpint (tide_word_find (words, 1, "skip"), ==, -1);
  g_assert_cmpint (tide_word_find (words, 2, NULL), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/code/sets", test_sets);
  g_test_add_func ("/code/definitions", test_definitions);
  g_test_add_func ("/code/ranks", test_ranks);
  g_test_add_func ("/code/unknown", test_unknown);
  g_test_add_func ("/code/words", test_words);

  return g_test_run ();
}
