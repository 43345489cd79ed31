/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brief/tide-markdown.h"
#include "brief/tide-reading-render.h"
#include "brief/tide-reading-segment.h"
#include "tide-test-brief.h"

#include <string.h>

static TideReading *
read_text (const char *text)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autoptr (GError) error = NULL;
  TideReading *reading = tide_reading_new (text, snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return reading;
}

/* Markdown ----------------------------------------------------------------------------------- */

typedef struct
{
  const char *before;
  const char *words;
  const char *written;
} MarkdownCase;

static const MarkdownCase markdown[] = {
  { "", "plain 17 %", "plain 17 %" },
  { "", "a*b_c`d", "a\\*b\\_c\\`d" },
  { "", "<b>&amp;", "\\<b\\>\\&amp;" },
  { "", "[x](y) # ~~z~~ $1", "\\[x\\](y) \\# \\~\\~z\\~\\~ \\$1" },
  { "", "- item", "\\- item" },
  { "", "+ item", "\\+ item" },
  { "", "12. item", "12\\. item" },
  { "", "12) item", "12\\) item" },
  { "", "12.5 %", "12\\.5 %" },
  { "", "12 - 5. x", "12 - 5. x" },
  { "", "    code", "code" },
  { "", "a\r\n=\n-", "a\n\\=\n\\-" },
  { "## ", "- 1. x", "- 1. x" },
  { "- ", "- x", "\\- x" },
  { "a\n- ", "1. x", "1\\. x" },
  { "a - ", "1. x", "1. x" },
  { "", "项目17个。", "项目17个。" },
};

static void
test_markdown (gconstpointer data)
{
  const MarkdownCase *row = data;
  g_autoptr (GString) text = g_string_new (row->before);
  g_autofree char *expected = g_strconcat (row->before, row->written, NULL);

  tide_markdown_write (text, row->words, strlen (row->words));
  g_assert_cmpstr (text->str, ==, expected);
}

/* Where figures come from -------------------------------------------------------------------- */

static TideOrigin *
create_share (void)
{
  TideOrigin *origin = tide_origin_new_filter (TIDE_RULE_SHARE_OF_AMOUNT, tide_filter_new (), 1);

  origin->whole = (TideFilter *) tide_payload_seal ((TidePayload *) tide_filter_new ());
  origin->n_whole = 1234;
  origin->currency = g_strdup ("CNY");
  origin->rate_set = g_strdup ("mid");

  return origin;
}

static char *
dup_source (TideLanguage language, const char *sample, gboolean includes_names, TideOrigin *taken)
{
  g_autoptr (TideOrigin) origin = taken;
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read (sample);
  g_autoptr (TideBriefing) briefing
      = tide_briefing_new (language, g_ptr_array_new (), g_new0 (char *, 1));

  tide_briefing_set_register (briefing, snapshot, includes_names);

  return tide_briefing_dup_source (briefing, origin);
}

static void
test_sources (void)
{
  g_autofree char *share_en
      = dup_source (TIDE_LANGUAGE_EN, "ningbo.tideline", FALSE, create_share ());
  g_autofree char *share_zh
      = dup_source (TIDE_LANGUAGE_ZH, "ningbo.tideline", FALSE, create_share ());
  TideDate from;
  TideDate to;
  g_autofree char *growth = NULL;
  g_autofree char *unknown = NULL;

  g_assert_true (tide_date_parse ("2015", TRUE, &from));
  g_assert_true (tide_date_parse ("2022", TRUE, &to));
  growth = dup_source (TIDE_LANGUAGE_ZH, "ningbo.tideline", FALSE,
                       tide_origin_new_growth ("sei-added-value", &from, &to));
  unknown = dup_source (
      TIDE_LANGUAGE_EN, "ningbo.tideline", FALSE,
      tide_origin_new_entry (TIDE_RULE_RECORDED, TIDE_RECORD_PLATFORM, "gone", "somewhere", NULL));

  g_assert_cmpstr (share_en, ==,
                   "Amounts in per cent of those of all projects; 1 project counted; of 1,234 "
                   "projects; in CNY; rates: Mid rates");
  g_assert_cmpstr (share_zh, ==,
                   "金额占比；计入1个项目；总体为1234个项目；币种：CNY；汇率：汇率中间价");
  g_assert_cmpstr (
      growth, ==,
      "按现价水平计算的年均复合增长率，以首年为基期；指标：战略性新兴产业增加值，观测值，"
      "2015年至2022年");
  g_assert_cmpstr (unknown, ==, "As recorded; platform: gone, somewhere");
}

/* The source of a confidential project's figure names it only where the briefing does. */
static void
test_secret_source (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("made-up.tideline");
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < projects->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);
      const char *name = tide_text_get (&project->name, TIDE_LANGUAGE_EN);
      g_autofree char *kept = NULL;
      g_autofree char *told = NULL;

      if (!project->confidential)
        continue;

      kept = dup_source (TIDE_LANGUAGE_EN, "made-up.tideline", FALSE,
                         tide_origin_new_entry (TIDE_RULE_RECORDED, TIDE_RECORD_PROJECT,
                                                project->base.id, "amounts", NULL));
      told = dup_source (TIDE_LANGUAGE_EN, "made-up.tideline", TRUE,
                         tide_origin_new_entry (TIDE_RULE_RECORDED, TIDE_RECORD_PROJECT,
                                                project->base.id, "amounts", NULL));
      g_assert_null (strstr (kept, name));
      g_assert_nonnull (strstr (kept, project->code_name));
      g_assert_nonnull (strstr (told, name));
      return;
    }
  g_assert_not_reached ();
}

static void
test_html_document (void)
{
  TideBriefingParagraph *paragraph = tide_briefing_paragraph_new (TIDE_BRIEFING_HEADING);
  GPtrArray *paragraphs
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_briefing_paragraph_free);
  g_autoptr (TideBriefing) briefing
      = tide_briefing_new (TIDE_LANGUAGE_ZH, paragraphs, g_new0 (char *, 1));
  g_autofree char *html = NULL;

  g_ptr_array_add (paragraph->runs, tide_briefing_run_new ("A & <b>", NULL, NULL));
  g_ptr_array_add (paragraphs, paragraph);
  html = tide_briefing_dup_html_document (briefing);
  g_assert_cmpstr (html, ==,
                   "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<title>A &amp; &lt;b&gt;</title>\n</head>\n<body>\n"
                   "<h2>A &amp; &lt;b&gt;</h2>\n</body>\n</html>\n");
}

/* Checked texts ------------------------------------------------------------------------------ */

static const char nested[] = "In Zhenhai District, 宁波市: 17 projects & 16 billion\nyuan <x>\n";

/* The pieces are the whole text, and each finding ends with one of them. */
static void
assert_split (const char *text)
{
  g_autoptr (TideReading) reading = read_text (text);
  const GPtrArray *findings = tide_reading_get_findings (reading);
  g_autoptr (TideReadingSegments) segments = tide_reading_split (reading);
  gsize at = 0;
  guint n_ended = 0;

  for (guint i = 0; i < segments->segments->len; i++)
    {
      const TideReadingSegment *segment
          = &g_array_index (segments->segments, TideReadingSegment, i);
      gboolean is_within = FALSE;

      g_assert_cmpuint (segment->start, ==, at);
      g_assert_cmpuint (segment->end, >, at);
      g_assert_cmpuint (segment->first_ended, ==, n_ended);
      for (guint j = 0; j < segment->n_ended; j++, n_ended++)
        {
          const guint position = g_array_index (segments->ended, guint, n_ended);

          g_assert_cmpuint (((const TideTextFinding *) g_ptr_array_index (findings, position))->end,
                            ==, segment->end);
        }
      for (guint j = 0; j < findings->len; j++)
        {
          const TideTextFinding *finding = g_ptr_array_index (findings, j);

          is_within |= finding->start <= segment->start && segment->end <= finding->end;
        }
      g_assert_cmpint (segment->finding >= 0, ==, is_within);
      at = segment->end;
    }
  g_assert_cmpuint (at, ==, strlen (text));
  g_assert_cmpuint (n_ended, ==, findings->len);
}

static void
test_split (void)
{
  static const char *const names[] = { "report-en.txt", "report-zh.txt" };

  assert_split (nested);
  assert_split ("");
  assert_split ("Nothing.");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "tests", "brief", "corpus", names[i], NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      assert_split (text);
    }
}

static void
test_places (void)
{
  g_autoptr (TideReading) reading = read_text ("é宁 17 projects\n\n镇海区\n");
  g_autoptr (GArray) places = tide_reading_list_places (reading);
  g_autoptr (GPtrArray) rows = tide_reading_list_rows (reading);

  g_assert_cmpuint (places->len, ==, 2);
  g_assert_cmpuint (g_array_index (places, TideReadingPlace, 0).line, ==, 1);
  g_assert_cmpuint (g_array_index (places, TideReadingPlace, 0).column, ==, 4);
  g_assert_cmpuint (g_array_index (places, TideReadingPlace, 1).line, ==, 3);
  g_assert_cmpuint (g_array_index (places, TideReadingPlace, 1).column, ==, 1);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, i)), ==, TIDE_N_READING_COLUMNS);
}

static void
test_marked (void)
{
  g_autoptr (TideReading) reading = read_text (nested);
  g_autofree char *html = tide_reading_dup_html (reading);
  g_autofree char *written = tide_reading_dup_markdown (reading);

  g_assert_nonnull (
      strstr (html, "</mark><sup id=\"text-1\"><a href=\"#finding-1\">[1]</a></sup>"));
  g_assert_nonnull (strstr (html, "&amp; <mark"));
  g_assert_nonnull (strstr (html, "16 billion\nyuan</mark>"));
  g_assert_nonnull (strstr (html, "&lt;x&gt;"));
  g_assert_nonnull (strstr (html, "<div class=\"text\" lang=\"zh-Hans\">"));
  g_assert_nonnull (strstr (written, "<mark>Zhenhai District</mark><sup>[1](#finding-1)</sup>"));
  g_assert_nonnull (strstr (written, "\\<x\\>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (markdown); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/markdown/%zu", i);

      g_test_add_data_func (path, &markdown[i], test_markdown);
    }
  g_test_add_func ("/render/sources", test_sources);
  g_test_add_func ("/render/secret-source", test_secret_source);
  g_test_add_func ("/render/html-document", test_html_document);
  g_test_add_func ("/render/split", test_split);
  g_test_add_func ("/render/places", test_places);
  g_test_add_func ("/render/marked", test_marked);

  return g_test_run ();
}
