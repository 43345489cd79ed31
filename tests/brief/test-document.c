/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brief/tide-briefing.h"

#include <string.h>

static void
add_run (TideBriefingParagraph *paragraph, const char *text, const char *key)
{
  TideOrigin *origin = key != NULL ? tide_origin_new_entry (TIDE_RULE_DECLARED, TIDE_RECORD_EVENT,
                                                            "fair", "declared/projects", NULL)
                                   : NULL;

  g_ptr_array_add (paragraph->runs, tide_briefing_run_new (text, key, origin));
}

static TideBriefing *
create_briefing (void)
{
  GPtrArray *paragraphs
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_briefing_paragraph_free);
  static const TideBriefingStyle styles[]
      = { TIDE_BRIEFING_HEADING, TIDE_BRIEFING_TEXT, TIDE_BRIEFING_ITEM, TIDE_BRIEFING_ITEM };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    g_ptr_array_add (paragraphs, tide_briefing_paragraph_new (styles[i]));
  add_run (g_ptr_array_index (paragraphs, 0), "A <b>fair</b>", NULL);
  add_run (g_ptr_array_index (paragraphs, 1), "At “R&D_1*” ", NULL);
  add_run (g_ptr_array_index (paragraphs, 1), "17个项目", "event.projects.count");
  add_run (g_ptr_array_index (paragraphs, 1), ".", NULL);
  add_run (g_ptr_array_index (paragraphs, 2), "<1 %>", "share");
  add_run (g_ptr_array_index (paragraphs, 3), "end", NULL);

  return tide_briefing_new (TIDE_LANGUAGE_EN, paragraphs, g_new0 (char *, 1));
}

typedef char *(*Render) (const TideBriefing *self, GArray **places);

static void
assert_rendered (Render render, const char *expected, const char *count, const char *share)
{
  g_autoptr (TideBriefing) briefing = create_briefing ();
  g_autoptr (GArray) places = NULL;
  g_autofree char *text = render (briefing, &places);
  g_autofree char *same = render (briefing, NULL);
  const char *const numbers[] = { count, share };

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (same, ==, expected);
  g_assert_cmpuint (places->len, ==, G_N_ELEMENTS (numbers));
  for (guint i = 0; i < places->len; i++)
    {
      const TideBriefingPlace *place = &g_array_index (places, TideBriefingPlace, i);
      g_autofree char *number = g_strndup (text + place->start, place->length);

      g_assert_cmpstr (number, ==, numbers[i]);
      g_assert_nonnull (place->run->origin);
    }
}

static void
test_text (void)
{
  assert_rendered (tide_briefing_dup_text,
                   "A <b>fair</b>\n\nAt “R&D_1*” 17个项目.\n\n• <1 %>\n• end\n", "17个项目",
                   "<1 %>");
}

static void
test_html (void)
{
  assert_rendered (tide_briefing_dup_html,
                   "<h2>A &lt;b&gt;fair&lt;/b&gt;</h2>\n<p>At “R&amp;D_1*” 17个项目.</p>\n<ul>\n"
                   "<li>&lt;1 %&gt;</li>\n<li>end</li>\n</ul>\n",
                   "17个项目", "&lt;1 %&gt;");
}

static void
test_markdown (void)
{
  assert_rendered (
      tide_briefing_dup_markdown,
      "## A \\<b\\>fair\\</b\\>\n\nAt “R\\&D\\_1\\*” 17个项目.\n\n- \\<1 %\\>\n- end\n", "17个项目",
      "\\<1 %\\>");
}

static void
test_numbers (void)
{
  g_autoptr (TideBriefing) briefing = create_briefing ();
  g_autoptr (GPtrArray) numbers = tide_briefing_list_numbers (briefing);

  g_assert_cmpuint (numbers->len, ==, 2);
  g_assert_cmpstr (((TideBriefingRun *) g_ptr_array_index (numbers, 0))->key, ==,
                   "event.projects.count");
}

/* Each rule has its word and a sentence in both languages. */
static void
test_rules (void)
{
  for (guint i = 0; i < TIDE_N_RULES; i++)
    {
      g_assert_nonnull (tide_origin_rule_get_code ((TideOriginRule) i));
      g_assert_cmpstr (tide_origin_rule_get_label ((TideOriginRule) i, TIDE_LANGUAGE_EN), !=,
                       tide_origin_rule_get_label ((TideOriginRule) i, TIDE_LANGUAGE_ZH));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/html", test_html);
  g_test_add_func ("/document/markdown", test_markdown);
  g_test_add_func ("/document/numbers", test_numbers);
  g_test_add_func ("/document/rules", test_rules);

  return g_test_run ();
}
