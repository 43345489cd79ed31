/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brief/tide-briefing-fill.h"
#include "brief/tide-placeholder.h"
#include "brief/tide-template-spans.h"
#include "brief/tide-template-subjects.h"
#include "brief/tide-template.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *problems; /* line:column: sentence, with spaces between them */
} Wrong;

static const Wrong wrongs[] = {
  { "nothing", "", "" },
  { "right", "{event.name}: {projects.count} {projects.count:is/are} here[, {as-of}].", "" },
  { "nested", "{each kind}{kind.amount}{list foreign}{foreign.amount}{kind.count}{end}{end}", "" },
  { "quoted", "\\{a\\} \\[b\\] c\\|d \\\\ \\e", "" },
  { "bar", "a | b", "" },
  { "unknown", "One.\n\nTwo {event.nmae} three", "3:5: There is no placeholder “{event.nmae}”." },
  { "columns-are-characters", "活动：{event.nmae}",
    "1:4: There is no placeholder “{event.nmae}”." },
  { "list-as-value", "{kind}", "1:1: There is no placeholder “{kind}”." },
  { "unknown-list", "{each kinds}{end}", "1:1: There is no list “kinds”." },
  { "misplaced", "{kind.amount}",
    "1:1: “kind.amount” stands only between “{each kind}” and “{end}”." },
  { "misplaced-list", "{list foreign}{end}",
    "1:1: “foreign” stands only between “{each kind}” and “{end}”." },
  { "open", "a {event.name b", "1:3: The “}” of “{event.name b” is missing." },
  { "open-at-end", "a {", "1:3: The “}” of “{” is missing." },
  { "open-part", "a [b {event.name}", "1:3: “[” begins here, but its “]” is missing." },
  { "open-list", "\n{each kind}b", "2:1: “kind” begins here, but its “{end}” is missing." },
  { "stray-end", "{end}", "1:1: “{end}” closes nothing." },
  { "stray-bracket", "a] b", "1:2: “]” closes nothing." },
  { "stray-brace", "a} b", "1:2: “}” closes nothing." },
  { "crossed", "[{each kind}]{end}", "1:13: “]” closes nothing." },
  { "forms-of-words", "{event.name:is/are}",
    "1:1: “event.name” cannot choose words here: a number, a colon and two forms with a slash "
    "between them do." },
  { "one-form", "{projects.count:is}",
    "1:1: “projects.count” cannot choose words here: a number, a colon and two forms with a slash "
    "between them do." },
  { "two", "{a} {b}", "1:1: There is no placeholder “{a}”. 1:5: There is no placeholder “{b}”." },
};

static void
test_wrong (gconstpointer data)
{
  const Wrong *row = data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideTemplate) wording = tide_template_new (row->text, &problems);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = tide_problem_dup_line (g_ptr_array_index (problems, i));

      g_string_append_printf (told, "%s%s", i > 0 ? " " : "", line);
    }
  /* A crossed part leaves its list open as well. */
  if (strstr (row->name, "crossed") == NULL)
    g_assert_cmpstr (told->str, ==, row->problems);
  else
    g_assert_true (g_str_has_prefix (told->str, row->problems));
  g_assert_cmpint (wording != NULL, ==, *row->problems == '\0');
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GPtrArray) deep_problems = NULL;
  g_autoptr (GPtrArray) many_problems = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < 1000; i++)
    g_string_append (many, "{nothing}");

  g_assert_null (tide_template_new (deep->str, &deep_problems));
  g_assert_cmpint (((TideProblem *) g_ptr_array_index (deep_problems, 0))->code, ==,
                   TIDE_PROBLEM_TOO_DEEP);
  g_assert_null (tide_template_new (many->str, &many_problems));
  g_assert_cmpuint (many_problems->len, ==, 100);
}

/* Filling ---------------------------------------------------------------------------------------
 */

static TideOrigin *
origin_new (void)
{
  return tide_origin_new_entry (TIDE_RULE_RECORDED, TIDE_RECORD_PROJECT, "p", "amounts", NULL);
}

static void
add_kind (TideFacts *facts, const char *key, const char *amount)
{
  TideFacts *item = tide_facts_add_item (facts, "kind", key);

  tide_facts_take_number (item, "kind.amount", "money of ", g_strdup (amount), NULL, origin_new ());
}

static TideFacts *
create_facts (void)
{
  TideFacts *facts = tide_facts_new ();

  tide_facts_set_words (facts, "event.name", "- A {fair}\n# of [1] ");
  tide_facts_set_words (facts, "event.venue", "");
  tide_facts_take_count (facts, "projects.count", 1, g_strdup ("1 project"), origin_new ());
  tide_facts_take_count (facts, "event.projects.count", 2, g_strdup ("2 projects"), origin_new ());
  tide_facts_take_count (facts, "projects.terminated", 0, g_strdup ("0 projects"), origin_new ());
  add_kind (facts, "a", "1");
  add_kind (facts, "b", "2");
  add_kind (facts, "c", "3");

  return facts;
}

typedef struct
{
  const char *name;
  const char *text;
  const char *en;
  const char *zh;
} Said;

static const Said said[] = {
  { "words", "At {event.name}.", "At - A {fair} # of [1] .\n", "At - A {fair} # of [1] .\n" },
  { "forms", "{projects.count:is/are} {event.projects.count:is/are}", "is are\n", "is are\n" },
  { "missing", "In {event.venue}.", "In —.\n", "In —.\n" },
  { "optional", "Held[ in {event.venue}], [x].", "Held, x.\n", "Held, x.\n" },
  { "none-is-no-value", "A[ and {projects.terminated}] b", "A b\n", "A b\n" },
  { "alternative", "[{event.venue}|{projects.terminated}|{projects.count}|x]", "1 project\n",
    "1 project\n" },
  { "nothing-left", "[{event.venue}|{as-of}]", "", "" },
  { "inner-optional", "[{projects.count}[ in {event.venue}]]", "1 project\n", "1 project\n" },
  { "each", "{each kind}{kind.amount};{end}", "money of 1;money of 2;money of 3;\n",
    "money of 1;money of 2;money of 3;\n" },
  { "list", "{list kind}{kind.amount}{end}", "money of 1, money of 2 and money of 3\n",
    "money of 1、money of 2和money of 3\n" },
  { "clauses", "{clauses kind}{kind.amount}{end}", "money of 1; money of 2; money of 3\n",
    "money of 1；money of 2；money of 3\n" },
  { "list-without-items", "[a {each project}x{end}|b]", "b\n", "b\n" },
  { "paragraphs", "# {projects.count}\n\n\none\ntwo  three\n\nfour",
    "1 project\n\none two three\n\nfour\n", "1 project\n\nonetwo three\n\nfour\n" },
  { "items", "a\n- {projects.count}\n- b\n\nc", "a\n\n• 1 project\n• b\n\nc\n",
    "a\n\n• 1 project\n• b\n\nc\n" },
  { "empty-item", "- [{as-of}]\n\nb", "b\n", "b\n" },
  { "quoted", "\\{\\[a\\|b\\]\\}\\\\ \\e", "{[a|b]}\\ \\e\n", "{[a|b]}\\ \\e\n" },
};

static char *
write_text (const char *text, const TideFacts *facts, TideLanguage language)
{
  g_autoptr (TideTemplate) wording = tide_template_new (text, NULL);
  g_autoptr (GArray) pieces = tide_briefing_fill (wording, facts, language);
  g_autoptr (TideBriefing) briefing
      = tide_briefing_new (language, tide_briefing_lay_out (pieces, language), g_new0 (char *, 1));

  return tide_briefing_dup_text (briefing, NULL);
}

static void
test_said (gconstpointer data)
{
  const Said *row = data;
  g_autoptr (TideFacts) facts = create_facts ();
  g_autofree char *en = write_text (row->text, facts, TIDE_LANGUAGE_EN);
  g_autofree char *zh = write_text (row->text, facts, TIDE_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

/* Whatever becomes of a template, it is filled, or every problem has a place in it. */
static void
test_mutations (void)
{
  static const char letters[] = "{}[]|\\:/ \n#-a";
  g_autofree char *original = tide_template_dup_built_in ("press", TIDE_LANGUAGE_EN);
  g_autoptr (TideFacts) facts = create_facts ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const gsize length = strlen (original);
  guint n_filled = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = g_strdup (original);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (TideTemplate) wording = NULL;

      for (guint j = 0; j <= i % 3; j++)
        {
          const gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) length);

          if ((guchar) text[at] < 0x80)
            text[at] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
        }
      if (!g_utf8_validate (text, -1, NULL))
        continue;

      wording = tide_template_new (text, &problems);
      g_assert_cmpint (wording == NULL, ==, problems->len > 0);
      for (guint j = 0; j < problems->len; j++)
        g_assert_cmpuint (((TideProblem *) g_ptr_array_index (problems, j))->line, >, 0);
      if (wording != NULL)
        {
          g_autofree char *said_text = write_text (text, facts, TIDE_LANGUAGE_EN);

          g_assert_true (g_utf8_validate (said_text, -1, NULL));
          n_filled++;
        }
    }
  g_assert_cmpuint (n_filled, >, 100);
}

static void
test_built_in (void)
{
  const char *const *codes = tide_template_list_built_in ();

  for (guint i = 0; codes[i] != NULL; i++)
    for (guint language = TIDE_LANGUAGE_EN; language <= TIDE_LANGUAGE_ZH; language++)
      {
        g_autofree char *text = tide_template_dup_built_in (codes[i], (TideLanguage) language);
        g_autoptr (GPtrArray) problems = NULL;
        g_autoptr (TideTemplate) wording = tide_template_new (text, &problems);

        for (guint j = 0; j < problems->len; j++)
          {
            g_autofree char *line = tide_problem_dup_line (g_ptr_array_index (problems, j));

            g_test_message ("%s %u: %s", codes[i], language, line);
          }
        g_assert_nonnull (wording);
        g_assert_nonnull (tide_template_get_built_in_name (codes[i], (TideLanguage) language));
      }
  g_assert_null (tide_template_dup_built_in ("nothing", TIDE_LANGUAGE_EN));
}

/* What is no text ------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *text;
  const char *spans; /* kind, line:column and length, with spaces between them */
} Spans;

static const Spans spans[] = {
  { "text", "a | b \\{c\\}", "" },
  { "value", "甲{event.name}\n {x", "v1:2+12 v2:2+2" },
  { "list", "{each kind}{kind.name}{end}", "l1:1+11 v1:12+11 l1:23+5" },
  { "wrong-list", "{list nothing", "l1:1+13" },
  { "part", "[a|b] | [{each x}|{end}|c]",
    "p1:1+1 p1:3+1 p1:5+1 p1:9+1 l1:10+8 l1:19+5 p1:24+1 p1:26+1" },
};

static void
test_spans (gconstpointer data)
{
  static const char kinds[] = { 'v', 'l', 'p' };
  const Spans *row = data;
  g_autoptr (GArray) found = tide_template_list_spans (row->text);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const TideTemplateSpan *span = &g_array_index (found, TideTemplateSpan, i);

      g_string_append_printf (told, "%s%c%u:%u+%u", i > 0 ? " " : "", kinds[span->kind], span->line,
                              span->column, span->length);
    }
  g_assert_cmpstr (told->str, ==, row->spans);
}

/* Where a template is wrong, something begins that is no text, unless it is a stray brace. */
static void
test_spans_have_problems (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (TideTemplate) wording = tide_template_new (wrongs[i].text, &problems);
      g_autoptr (GArray) found = tide_template_list_spans (wrongs[i].text);

      for (guint j = 0; j < problems->len; j++)
        {
          const TideProblem *problem = g_ptr_array_index (problems, j);
          gboolean is_there = g_str_equal (wrongs[i].name, "stray-brace");

          for (guint k = 0; k < found->len; k++)
            {
              const TideTemplateSpan *span = &g_array_index (found, TideTemplateSpan, k);

              is_there |= span->line == problem->line && span->column == problem->column;
            }
          g_assert_true (is_there);
        }
    }
}

typedef struct
{
  const char *name;
  const char *text; /* with a stroke where it is inserted */
  const char *placeholder;
  const char *inserted; /* with a stroke where one goes on */
} Insertion;

static const Insertion insertions[] = {
  { "anywhere", "甲/乙", "event.name", "{event.name}/" },
  { "list", "a/", "kind", "{list kind}/{end}" },
  { "outside", "/", "kind.amount", "{list kind}{kind.amount}/{end}" },
  { "inside", "{each kind}/{end}", "kind.amount", "{kind.amount}/" },
  { "behind", "{each kind}{end}/", "kind.amount", "{list kind}{kind.amount}/{end}" },
  { "deep", "/", "field.name", "{list taxonomy}{list field}{field.name}/{end}{end}" },
  { "half", "{each taxonomy}/{end}", "field.name", "{list field}{field.name}/{end}" },
  { "of-the-outer", "{each kind}{each foreign}/{end}{end}", "kind.name", "{kind.name}/" },
  { "in-a-wrong-list", "{each nothing}/{end}", "kind.name", "{list kind}{kind.name}/{end}" },
};

static const TidePlaceholder *
find_placeholder (const char *name)
{
  const TidePlaceholder *value = tide_placeholder_find (name);

  return value != NULL ? value : tide_placeholder_find_list (name);
}

static void
test_insertion (gconstpointer data)
{
  const Insertion *row = data;
  const char *stroke = strchr (row->text, '/');
  g_autofree char *before = g_strndup (row->text, stroke - row->text);
  g_autofree char *text = g_strconcat (before, stroke + 1, NULL);
  g_autofree char *inserted = NULL;
  g_autoptr (GString) told = NULL;
  guint caret;

  inserted = tide_template_dup_insertion (text, (guint) g_utf8_strlen (before, -1),
                                          find_placeholder (row->placeholder), &caret);
  told = g_string_new (inserted);
  g_string_insert_c (told, caret, '/');
  g_assert_cmpstr (told->str, ==, row->inserted);
}

/* Whatever is inserted into nothing is right. */
static void
test_insertions_are_right (void)
{
  guint n;
  const TidePlaceholder *all = tide_placeholder_list (&n);

  for (guint i = 0; i < n; i++)
    {
      guint caret;
      g_autofree char *text = tide_template_dup_insertion ("", 0, &all[i], &caret);
      g_autoptr (TideTemplate) wording = tide_template_new (text, NULL);

      g_assert_nonnull (wording);
    }
}

static void
test_subjects (void)
{
  static const struct
  {
    const char *text;
    guint subjects;
  } rows[] = {
    { "", TIDE_ALL_SUBJECTS },
    { "{projects.count} [{event.name}|{filter.name}]", TIDE_ALL_SUBJECTS },
    { "{event.name}", 1u << TIDE_SUBJECT_EVENT },
    { "{list declared}{declared.amount}{end}", 1u << TIDE_SUBJECT_EVENT },
    { "{event.projects.count:one/many}", 1u << TIDE_SUBJECT_EVENT },
    { "{period.span}", 1u << TIDE_SUBJECT_PERIOD },
    { "{filter.name}", 1u << TIDE_SUBJECT_FILTER },
    { "{filter.name} {event.name}", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TideTemplate) wording = tide_template_new (rows[i].text, NULL);

      g_assert_cmpuint (tide_template_get_subjects (wording), ==, rows[i].subjects);
    }
}

/* Names are there once, and lists belong to lists. */
static void
test_placeholders (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const TidePlaceholder *all = tide_placeholder_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_hash_table_add (names, (char *) all[i].name));
      g_assert_true (all[i].list == NULL || tide_placeholder_find_list (all[i].list) != NULL);
      g_assert_cmpstr (tide_placeholder_get_label (&all[i], TIDE_LANGUAGE_EN), !=,
                       tide_placeholder_get_label (&all[i], TIDE_LANGUAGE_ZH));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/template/wrong/%s", wrongs[i].name);

      g_test_add_data_func (path, &wrongs[i], test_wrong);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *path = g_strdup_printf ("/template/said/%s", said[i].name);

      g_test_add_data_func (path, &said[i], test_said);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/template/spans/%s", spans[i].name);

      g_test_add_data_func (path, &spans[i], test_spans);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (insertions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/template/insertion/%s", insertions[i].name);

      g_test_add_data_func (path, &insertions[i], test_insertion);
    }
  g_test_add_func ("/template/spans-have-problems", test_spans_have_problems);
  g_test_add_func ("/template/insertions-are-right", test_insertions_are_right);
  g_test_add_func ("/template/subjects", test_subjects);
  g_test_add_func ("/template/limits", test_limits);
  g_test_add_func ("/template/mutations", test_mutations);
  g_test_add_func ("/template/built-in", test_built_in);
  g_test_add_func ("/template/placeholders", test_placeholders);

  return g_test_run ();
}
