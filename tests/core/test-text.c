/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-text.h"

static void
test_get (void)
{
  TideText both;
  TideText chinese;
  TideText none;

  tide_text_init (&both, "Yuyao", "余姚市");
  tide_text_init (&chinese, "", "余姚市");
  tide_text_init (&none, NULL, "");

  g_assert_cmpstr (tide_text_get (&both, TIDE_LANGUAGE_EN), ==, "Yuyao");
  g_assert_cmpstr (tide_text_get (&both, TIDE_LANGUAGE_ZH), ==, "余姚市");
  g_assert_cmpstr (tide_text_get (&chinese, TIDE_LANGUAGE_EN), ==, "余姚市");
  g_assert_null (tide_text_get (&none, TIDE_LANGUAGE_EN));
  g_assert_false (tide_text_is_empty (&chinese));
  g_assert_true (tide_text_is_empty (&none));

  tide_text_clear (&both);
  tide_text_clear (&chinese);
  tide_text_clear (&none);
}

static void
test_copy (void)
{
  TideText text;
  g_autoptr (TideText) copy = NULL;

  tide_text_init (&text, "Yuyao", NULL);
  copy = tide_text_copy (&text);
  g_assert_true (tide_text_equal (&text, copy));
  tide_text_clear (&text);
  g_assert_cmpstr (copy->en, ==, "Yuyao");
  g_assert_false (tide_text_equal (&text, copy));
}

static void
test_normalise (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
  } cases[] = {
    { "Yuyao", "Yuyao" },
    { "  Yuyao\n", "Yuyao" },
    { "\u3000余姚 市\u00a0", "余姚 市" },
    { "Zu\u0308rich", "Zürich" },
    { "", NULL },
    { " \t\u3000", NULL },
    { "\xff", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = tide_text_normalise (cases[i].typed);

      g_assert_cmpstr (normal, ==, cases[i].expected);
    }
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "AIoT", "aiot" },
    { "ＡＩｏＴ", "aiot" },
    { "Straße", "strasse" },
    { "余姚　市", "余姚 市" },
    { "Zu\u0308rich", "zürich" },
    { "", "" },
    { "\xff", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = tide_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].expected);
    }
}

/* Only text that would turn round what stands beside it is enclosed. */
static void
test_isolated (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "Robots", "Robots" },
    { "מפעל", "מפעל" },
    { "a\u202e", "\u2068a\u202e\u2069" },
    { "\u2067a", "\u2068\u2067a\u2069" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = tide_text_dup_isolated (cases[i][0]);

      g_assert_cmpstr (isolated, ==, cases[i][1]);
    }
}

static void
test_number (void)
{
  static const char *const cases[][2] = {
    { "", "" }, { "0", "0" }, { "+42.31", "+42.31" }, { "-83.83", "−83.83" }, { "1-2", "1-2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = tide_text_take_number (g_strdup (cases[i][0]));

      g_assert_cmpstr (number, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/text/get", test_get);
  g_test_add_func ("/text/copy", test_copy);
  g_test_add_func ("/text/normalise", test_normalise);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/isolated", test_isolated);
  g_test_add_func ("/text/number", test_number);

  return g_test_run ();
}
