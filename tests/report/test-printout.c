/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tide-printout.h"
#include "tide-test-brief.h"

#include <gtk/gtk.h>
#include <string.h>

#define EVENT "beijing-2023"

static const TidePrintoutStyle with_sources
    = { .paper = TIDE_PAPER_A4, .time = 1700000000, .tells_sources = TRUE };
static const TidePrintoutStyle plain = { .paper = TIDE_PAPER_LETTER, .time = 1700000000 };

#define assert_has(text, part)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr (text, part) == NULL)                                                               \
      g_error ("“%s” is not in:\n%s", part, text);                                                 \
  }                                                                                                \
  G_STMT_END

#define assert_has_not(text, part)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr (text, part) != NULL)                                                               \
      g_error ("“%s” is in:\n%s", part, text);                                                     \
  }                                                                                                \
  G_STMT_END

/* What another program reads in the file; spaces are one, as lines are broken anywhere. */
static char *
read_pdf (TidePrintout *printout, const char *layout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_printout_write_pdf (printout, NULL, &error);
  g_autoptr (GSubprocess) reader = NULL;
  g_autoptr (GBytes) text = NULL;

  g_assert_no_error (error);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                             "pdftotext", layout, "-", "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (reader, bytes, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (reader));

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static char *
squeeze (const char *text, const char *between)
{
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (spaces, text, -1, 0, between, 0, NULL);
}

static TidePrintout *
lay_out (TideBriefing *briefing, const TidePrintoutStyle *style)
{
  g_autoptr (GError) error = NULL;
  TidePrintout *printout = tide_printout_new_briefing (briefing, style, NULL, &error);

  g_assert_no_error (error);

  return printout;
}

static TideBriefing *
write_event (TideLanguage language)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  options->subject = TIDE_SUBJECT_EVENT;
  options->event = g_strdup (EVENT);
  options->language = language;

  return tide_test_brief_write (snapshot, options);
}

/* Everything that is said stands on the pages, then each number once more with its source. */
static void
test_english (void)
{
  g_autoptr (TideBriefing) briefing = write_event (TIDE_LANGUAGE_EN);
  g_autoptr (TidePrintout) printout = lay_out (briefing, &with_sources);
  g_autofree char *raw = read_pdf (printout, "-raw");
  g_autofree char *text = squeeze (raw, " ");
  g_autoptr (GPtrArray) numbers = tide_briefing_list_numbers (briefing);
  const char *sources = strstr (text, "Where the figures come from");

  assert_has (text, "17 projects[1] were announced");
  assert_has (text, "16 billion yuan[2]");
  assert_has (text, "15 November 2023");
  assert_has (text, "1 / 2");
  assert_has (text, "2 / 2");
  g_assert_nonnull (sources);
  g_assert_cmpuint (numbers->len, >, 5);
  for (guint i = 0; i < numbers->len; i++)
    {
      const TideBriefingRun *run = g_ptr_array_index (numbers, i);
      g_autofree char *row = g_strdup_printf ("[%u] %s", i + 1, run->text);

      assert_has (sources, row);
    }
  assert_has (sources, "As declared; event: “Investment in Ningbo”");
  assert_has (sources, "declared number of projects");
  assert_has (sources, "declared amounts (Intention");
  assert_has (sources, "counts (Core talents, 2023)");
}

static void
test_chinese (void)
{
  g_autoptr (TideBriefing) briefing = write_event (TIDE_LANGUAGE_ZH);
  g_autoptr (TidePrintout) printout = lay_out (briefing, &with_sources);
  g_autofree char *raw = read_pdf (printout, "-raw");
  g_autofree char *text = squeeze (raw, "");

  assert_has (text, "活动公布17个项目[1]，意向投资额160亿元[2]（其中外资10.6亿美元[3]）。");
  assert_has (text, "数据来源");
  assert_has (text, "2023年11月15日");
  assert_has (text, "按公布数；活动：");
}

static void
test_without_sources (void)
{
  g_autoptr (TideBriefing) briefing = write_event (TIDE_LANGUAGE_EN);
  g_autoptr (TidePrintout) printout = lay_out (briefing, &plain);
  g_autofree char *raw = read_pdf (printout, "-raw");
  g_autofree char *text = squeeze (raw, " ");

  assert_has (text, "17 projects were announced");
  assert_has_not (text, "[1]");
  assert_has_not (text, "Where the figures come from");
}

/* The names of confidential projects stand nowhere, among the sources neither, unless they are
 * asked for. */
static void
test_secrets (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("made-up.tideline");
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  const TideProjectPayload *secret = NULL;

  for (guint i = 0; secret == NULL && i < projects->len; i++)
    if (TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i))->confidential)
      secret = g_ptr_array_index (projects, i);
  g_assert_nonnull (secret);

  for (guint includes_names = 0; includes_names < 2; includes_names++)
    {
      g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
      g_autoptr (TideBriefing) briefing = NULL;
      g_autoptr (TidePrintout) printout = NULL;
      g_autofree char *raw = NULL;
      g_autofree char *text = NULL;
      g_autofree char *name = squeeze (tide_text_get (&secret->name, TIDE_LANGUAGE_EN), " ");

      options->subject = TIDE_SUBJECT_FILTER;
      options->filter = tide_filter_new ();
      tide_filter_set_text (options->filter, secret->number);
      options->includes_names = includes_names == 1;
      briefing = tide_test_brief_write (snapshot, options);
      printout = lay_out (briefing, &with_sources);
      raw = read_pdf (printout, "-raw");
      text = squeeze (raw, " ");
      g_assert_cmpint (strstr (text, name) != NULL, ==, includes_names == 1);
    }
}

/* Page breaks -------------------------------------------------------------------------------- */

static TideBriefing *
create_briefing (TideLanguage language)
{
  return tide_briefing_new (
      language, g_ptr_array_new_with_free_func ((GDestroyNotify) tide_briefing_paragraph_free),
      g_new0 (char *, 1));
}

static TideBriefingParagraph *
add_paragraph (TideBriefing *briefing, TideBriefingStyle style, const char *text)
{
  TideBriefingParagraph *paragraph = tide_briefing_paragraph_new (style);

  g_ptr_array_add (paragraph->runs, tide_briefing_run_new (text, NULL, NULL));
  g_ptr_array_add (briefing->paragraphs, paragraph);

  return paragraph;
}

/* One paragraph of many pages has all its words, each once and in order. */
static void
test_long_paragraph (void)
{
  g_autoptr (TideBriefing) briefing = create_briefing (TIDE_LANGUAGE_EN);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (TidePrintout) printout = NULL;
  g_autofree char *raw = NULL;
  const char *at;

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (words, "w%u ", i);
  add_paragraph (briefing, TIDE_BRIEFING_TEXT, words->str);
  printout = lay_out (briefing, &plain);
  g_assert_cmpuint (tide_printout_get_n_pages (printout), >, 6);
  raw = read_pdf (printout, "-raw");
  at = raw;
  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);
      const char *found = strstr (at, word);

      g_assert_nonnull (found);
      at = found + strlen (word);
    }
}

/* Chinese lines begin with no sign that belongs to what is before it, nor with the number of a
 * figure, and hold no more than there is room for. */
static void
test_chinese_lines (void)
{
  g_autoptr (TideBriefing) briefing = create_briefing (TIDE_LANGUAGE_ZH);
  g_autoptr (TidePrintout) printout = NULL;
  g_autofree char *raw = NULL;
  g_auto (GStrv) lines = NULL;
  TideBriefingParagraph *paragraph = tide_briefing_paragraph_new (TIDE_BRIEFING_TEXT);
  guint n_long = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *words = g_strndup ("今年新签约项目较多，总额达", 3 * (7 + i % 7));

      g_ptr_array_add (paragraph->runs, tide_briefing_run_new (words, NULL, NULL));
      g_ptr_array_add (
          paragraph->runs,
          tide_briefing_run_new ("亿元", "k",
                                 tide_origin_new_entry (TIDE_RULE_DECLARED, TIDE_RECORD_EVENT,
                                                        "fair", "declared/projects", NULL)));
      g_ptr_array_add (paragraph->runs, tide_briefing_run_new ("。", NULL, NULL));
    }
  g_ptr_array_add (briefing->paragraphs, paragraph);
  printout = lay_out (briefing, &with_sources);
  raw = read_pdf (printout, "-raw");
  *strstr (raw, "数据来源") = '\0';
  lines = g_strsplit (raw, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);

      g_assert_false (g_str_has_prefix (line, "。"));
      g_assert_false (g_str_has_prefix (line, "，"));
      g_assert_false (g_str_has_prefix (line, "["));
      n_long += g_utf8_strlen (line, -1) > 35;
    }
  g_assert_cmpuint (n_long, >, 50);
}

/* A heading is on the page of what it is above. */
static void
test_headings (void)
{
  g_autoptr (TideBriefing) briefing = create_briefing (TIDE_LANGUAGE_EN);
  g_autoptr (TidePrintout) printout = NULL;
  g_autofree char *raw = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 200; i++)
    {
      add_paragraph (briefing, TIDE_BRIEFING_HEADING, "Above");
      for (guint j = 0; j <= i % 5; j++)
        add_paragraph (briefing, TIDE_BRIEFING_ITEM, "below");
    }
  printout = lay_out (briefing, &plain);
  raw = read_pdf (printout, "-raw");
  pages = g_strsplit (raw, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, 10);
  for (guint i = 0; pages[i] != NULL && *pages[i] != '\0'; i++)
    {
      const char *last_heading = g_strrstr (pages[i], "Above\n•");
      const char *last_item = g_strrstr (pages[i], "below");

      g_assert_nonnull (last_item);
      g_assert_true (last_heading < last_item);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (TideBriefing) briefing = create_briefing (TIDE_LANGUAGE_EN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_paragraph (briefing, TIDE_BRIEFING_TEXT, "text");
  g_cancellable_cancel (cancellable);
  g_assert_null (tide_printout_new_briefing (briefing, &plain, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Checked texts ------------------------------------------------------------------------------ */

static TideReading *
check (const char *text)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autoptr (GError) error = NULL;
  TideReading *reading = tide_reading_new (text, snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return reading;
}

static void
test_reading (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "tests", "brief", "corpus", "report-en.txt", NULL);
  g_autofree char *report = NULL;
  g_autoptr (TideReading) reading = NULL;
  g_autoptr (TidePrintout) printout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  const char *findings;

  g_file_get_contents (path, &report, NULL, &error);
  g_assert_no_error (error);
  reading = check (report);
  printout = tide_printout_new_reading (reading, "Report", &with_sources, NULL, &error);
  g_assert_no_error (error);
  raw = read_pdf (printout, "-raw");
  text = squeeze (raw, " ");

  assert_has (text, "Report");
  assert_has (text, "Wrong name or rank 1");
  assert_has (text, "Differs 1");
  assert_has (text, "New industries gather pace on the Ningbo coast");
  assert_has (text, "16.3%[");
  assert_has (text, "17.9%[");
  findings = strstr (text, "Findings");
  g_assert_nonnull (findings);
  assert_has (findings, "Yuyao County Division · Wrong name or rank");
  assert_has (findings, "17.780");
  for (guint i = 0; i < tide_reading_get_findings (reading)->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("[%u] ", i + 1);

      assert_has (findings, number);
    }
}

/* A text without a finding is printed, too; an empty one gives a page. */
static void
test_bare_texts (void)
{
  static const char *const texts[] = { "Nothing here.\r\n\r\nAt all.", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TideReading) reading = check (texts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TidePrintout) printout
          = tide_printout_new_reading (reading, "Bare", &plain, NULL, &error);
      g_autofree char *raw = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (tide_printout_get_n_pages (printout), ==, 1);
      raw = read_pdf (printout, "-raw");
      assert_has (raw, "Bare");
      assert_has (raw, "Nothing was found that can be checked.");
      assert_has_not (raw, "Explanation");
      if (*texts[i] != '\0')
        assert_has (raw, "Nothing here.\nAt all.");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init_check ();

  g_test_add_func ("/printout/english", test_english);
  g_test_add_func ("/printout/chinese", test_chinese);
  g_test_add_func ("/printout/without-sources", test_without_sources);
  g_test_add_func ("/printout/secrets", test_secrets);
  g_test_add_func ("/printout/long-paragraph", test_long_paragraph);
  g_test_add_func ("/printout/chinese-lines", test_chinese_lines);
  g_test_add_func ("/printout/headings", test_headings);
  g_test_add_func ("/printout/cancelled", test_cancelled);
  g_test_add_func ("/printout/reading", test_reading);
  g_test_add_func ("/printout/bare-texts", test_bare_texts);

  return g_test_run ();
}
