/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brief/tide-template.h"
#include "tide-test-brief.h"
#include "tide-test-register.h"

#include <string.h>

/* Worked by hand from what the article says. */
static const char ningbo_en[]
    = "“Investment in Ningbo” docking meeting for central enterprises and famous enterprises\n\n"
      "The event was held in Beijing in 2023. As declared there, 17 projects were announced, with "
      "intended investment of 16 billion yuan, including a foreign part of US$1.06 billion. They "
      "were in 7 fields: new energy, new materials, marine equipment, information technology, "
      "robotics, biomedicine and smart transportation.\n\n"
      "No project is recorded.\n\n"
      "Industry\n\n"
      "• Added value of strategic emerging industries (above designated size): 137.4 billion yuan "
      "in 2022, from 43.7 billion yuan in 2015: 17.8 % a year, computed from levels at current "
      "prices; published: 17.9 % from 2015 to 2022 (basis not stated), which the levels do not "
      "reproduce: they give 17.755 to 17.806 %.\n"
      "• Output value of strategic emerging industries (above designated size): 641.1 billion yuan "
      "in 2022, from 222.4 billion yuan in 2015: 16.3 % a year, computed from levels at current "
      "prices; published: 16.3 % from 2015 to 2022 (basis not stated), which the levels "
      "reproduce.\n\n"
      "Platforms\n\n"
      "• Ningbo Oriental University of Technology (temporary name) (2023): 47 core talents "
      "(including 7 academicians).\n"
      "• Yongjiang River Laboratory (2023): 10 research centres and 16 research teams.\n"
      "• Supporting high-quality development of Yongjiang River Science and Technology Innovation "
      "Zone with a community of science, education, and industry (August 2023): 1 pilot "
      "project.\n";

static const char ningbo_zh[]
    = "“投资宁波”央企名企对接会\n\n"
      "2023年在Beijing举办。活动公布17个项目，意向投资额160亿元（其中外资10.6亿美元）。"
      "涉及新能源、新材料、海洋装备、信息技术、机器人、生物医药和智慧交通等7个领域。\n\n"
      "台账尚无项目记录。\n\n"
      "产业\n\n"
      "• "
      "战略性新兴产业增加值（规模以上）：2022年1374亿元，2015年为437亿元，年均增长17.8%（按现价水平"
      "计算）；公布增速：2015年至2022年17.9%（未说明口径），与数值计算结果（17.755%至17.806%"
      "）不一致。\n"
      "• "
      "战略性新兴产业产值（规模以上）：2022年6411亿元，2015年为2224亿元，年均增长16.3%"
      "（按现价水平计算"
      "）；公布增速：2015年至2022年16.3%（未说明口径），与数值计算结果一致。\n\n"
      "平台\n\n"
      "• 宁波东方理工大学（暂名）（2023年）：47名核心人才（其中7名院士）。\n"
      "• 甬江实验室（2023年）：10个研究中心和16个科研团队。\n"
      "• Supporting high-quality development of Yongjiang River Science and Technology Innovation "
      "Zone with a community of science, education, and industry（2023年8月）：1个试点项目。\n";

static void
test_ningbo (gconstpointer data)
{
  const gboolean is_chinese = GPOINTER_TO_INT (data);
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_autoptr (TideBriefing) briefing = NULL;
  g_autofree char *text = NULL;

  options->subject = TIDE_SUBJECT_EVENT;
  options->event = g_strdup ("beijing-2023");
  options->language = is_chinese ? TIDE_LANGUAGE_ZH : TIDE_LANGUAGE_EN;
  briefing = tide_test_brief_write (snapshot, options);
  text = tide_briefing_dup_text (briefing, NULL);

  g_assert_cmpstr (text, ==, is_chinese ? ningbo_zh : ningbo_en);
  tide_test_brief_assert_opens (snapshot, briefing);
}

/* Every subject of the made-up sample, in both languages, with each template. */
static void
test_numbers_open_their_rows (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("made-up.tideline");
  const GPtrArray *events = tide_snapshot_get_records (snapshot, TIDE_RECORD_EVENT);
  const char *const *codes = tide_template_list_built_in ();

  for (guint i = 0; i < events->len + 3; i++)
    for (guint language = TIDE_LANGUAGE_EN; language <= TIDE_LANGUAGE_ZH; language++)
      for (guint j = 0; codes[j] != NULL; j++)
        {
          g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
          g_autoptr (TideBriefing) briefing = NULL;
          g_autofree char *text = NULL;

          options->language = (TideLanguage) language;
          options->wording = g_strdup (codes[j]);
          options->subject = i < events->len        ? TIDE_SUBJECT_EVENT
                             : i == events->len     ? TIDE_SUBJECT_ALL
                             : i == events->len + 1 ? TIDE_SUBJECT_PERIOD
                                                    : TIDE_SUBJECT_FILTER;
          if (i < events->len)
            options->event = g_strdup (((TidePayload *) g_ptr_array_index (events, i))->id);
          tide_date_parse ("2023", TRUE, &options->from);
          tide_date_parse ("2024", TRUE, &options->to);
          options->filter_id = g_strdup ("foreign-signed");
          briefing = tide_test_brief_write (snapshot, options);
          text = tide_briefing_dup_text (briefing, NULL);
          g_test_message ("%s", text);
          tide_test_brief_assert_opens (snapshot, briefing);
          g_assert_null (strstr (text, "—"));
        }
}

/* The figures of a published briefing
 * -------------------------------------------------------------- */

/* Of 101 projects with 2,201亿 16 are of at least 50亿, and 66 in manufacturing with 1,301.3亿. */
static TideSnapshot *
create_vector (void)
{
  TideSnapshot *snapshot = tide_test_register_new_snapshot ();

  for (guint i = 0; i < 101; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%03u", i);
      g_autofree char *amount_id = g_strconcat (id, "-amount", NULL);
      g_autofree char *value = NULL;
      TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, id);
      TidePayload *entry = tide_test_payload_add_entry (project, "amounts", amount_id);
      gint64 millions = i < 15 ? 6000 : i == 15 ? 7130 : i < 65 ? 655 : i == 65 ? 905 : 2570;

      if (i == 100)
        millions = 220100 - 15 * 6000 - 7130 - 49 * 655 - 905 - 34 * 2570;
      value = g_strdup_printf ("%" G_GINT64_FORMAT "000000", millions);
      tide_test_payload_set (project, "event", "fair");
      tide_test_payload_set (entry, "kind", "agreement");
      tide_test_payload_set (entry, "value", value);
      tide_test_payload_set (entry, "currency", "CNY");
      entry = tide_test_payload_add_entry (project, "sectors", NULL);
      tide_test_payload_set (entry, "sector", i < 66 ? "robots" : "sea");
      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
    }

  return snapshot;
}

static void
test_vector (void)
{
  g_autoptr (TideSnapshot) snapshot = create_vector ();
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_autoptr (TideBriefing) briefing = NULL;
  g_autofree char *text = NULL;

  options->subject = TIDE_SUBJECT_FILTER;
  options->filter = tide_filter_new ();
  tide_filter_set_text (options->filter, "v");
  options->unit = g_strdup ("100-million");
  options->language = TIDE_LANGUAGE_ZH;
  briefing = tide_test_brief_write (snapshot, options);
  text = tide_briefing_dup_text (briefing, NULL);

  g_assert_nonnull (strstr (text, "台账记录101个项目，协议投资额2201亿元。"));
  g_assert_nonnull (strstr (text, "50亿元及以上16个项目（占项目数的15.8%）"));
  g_assert_nonnull (strstr (text, "66个项目，协议投资额1301.3亿元，占协议投资额的59.1%"));
  tide_test_brief_assert_opens (snapshot, briefing);
}

/* Where not all projects are named, the text says how many more there are, in any words. */
static void
test_rest (gconstpointer data)
{
  static const struct
  {
    const char *wording;
    const char *sentences[2];
  } rows[] = {
    { "{projects.count}: {list project}{project.name}{end}",
      { ", v099 and 1 more project\n", "、v099和另外1个项目\n" } },
    { "{projects.count}\n\n{each project}\n- {project.name}[, {project.place}].\n{end}",
      { "• v099.\n• 1 more project.\n", "• v099.\n• 另外1个项目.\n" } },
    { "{projects.named}", { "the first 100 of 101 projects\n", "101个项目中的前100个\n" } },
  };
  const TideLanguage language = GPOINTER_TO_UINT (data);
  g_autoptr (TideSnapshot) snapshot = create_vector ();
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  options->subject = TIDE_SUBJECT_FILTER;
  options->filter = tide_filter_new ();
  options->language = language;
  tide_filter_set_text (options->filter, "v");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TideBriefing) briefing = NULL;
      g_autofree char *text = NULL;

      g_set_str (&options->wording_text, rows[i].wording);
      briefing = tide_test_brief_write (snapshot, options);
      text = tide_briefing_dup_text (briefing, NULL);
      g_test_message ("%s", text);
      g_assert_true (g_str_has_suffix (text, rows[i].sentences[language]));
      tide_test_brief_assert_opens (snapshot, briefing);
    }
}

/* Whatever words a template has around it, no amount and no share stands without its kind. */
static void
test_kinds (gconstpointer data)
{
  static const struct
  {
    gboolean is_priced;
    const char *wording;
    const char *words[2];
  } rows[] = {
    { FALSE,
      "{list kind}[{list foreign}{foreign.amount}{end}]{end}",
      { "agreed investment of US$", "协议投资额2" } },
    { FALSE, "{list cohort}[{cohort.arrived}]{end}", { " % of the agreed money", "协议资金的" } },
    { TRUE,
      "{list taxonomy}{list field}{field.share}{end}{end}",
      { "59.1 % of agreed investment", "协议投资额的59.1%" } },
    { TRUE, "{list size}{size.share}{end}", { "15.5 % of the projects", "项目数的15.5%" } },
  };
  const TideLanguage language = GPOINTER_TO_UINT (data);
  g_autoptr (TideSnapshot) sample = tide_test_brief_read ("made-up.tideline");
  g_autoptr (TideSnapshot) vector = create_vector ();
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  options->language = language;
  options->amount_kind = g_strdup ("agreement");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TideBriefing) briefing = NULL;
      g_autofree char *text = NULL;

      g_set_str (&options->wording_text, rows[i].wording);
      briefing = tide_test_brief_write (rows[i].is_priced ? vector : sample, options);
      text = tide_briefing_dup_text (briefing, NULL);
      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, rows[i].words[language]));
    }
}

/* Secrets
 * ------------------------------------------------------------------------------------------ */

static const TideProjectPayload *
find_secret (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < projects->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (project->confidential)
        return project;
    }

  g_assert_not_reached ();
}

static void
test_secret (gconstpointer data)
{
  const TideLanguage language = GPOINTER_TO_UINT (data);
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("made-up.tideline");
  const TideProjectPayload *secret = find_secret (snapshot);
  const char *name = tide_text_get (&secret->name, language);
  const TideParticipation *first = g_ptr_array_index (secret->parties, 0);
  const TidePayload *party = tide_snapshot_lookup (snapshot, TIDE_RECORD_PARTY, first->party);
  const char *party_name = tide_text_get (&TIDE_PARTY_PAYLOAD (party)->name, language);
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  options->language = language;
  options->subject = TIDE_SUBJECT_FILTER;
  options->filter = tide_filter_new ();
  tide_filter_set_text (options->filter, secret->number);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TideBriefing) briefing = NULL;
      g_autofree char *text = NULL;

      options->includes_names = i > 0;
      briefing = tide_test_brief_write (snapshot, options);
      text = tide_briefing_dup_html (briefing, NULL);
      g_assert_cmpint (strstr (text, name) != NULL, ==, options->includes_names);
      g_assert_cmpint (strstr (text, party_name) != NULL, ==, options->includes_names);
      g_assert_cmpint (strstr (text, secret->code_name) != NULL, ==, !options->includes_names);
    }
}

/* Refusals and choices
 * ----------------------------------------------------------------------------- */

static void
assert_refused (const TideBriefingOptions *options, GQuark domain, int code)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autoptr (GError) error = NULL;

  g_assert_null (tide_briefing_write (snapshot, options, NULL, &error));
  g_assert_error (error, domain, code);
}

static void
test_refusals (void)
{
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  options->subject = TIDE_SUBJECT_EVENT;
  assert_refused (options, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_DANGLING_REFERENCE);
  options->event = g_strdup ("nowhere");
  assert_refused (options, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_DANGLING_REFERENCE);
  options->subject = TIDE_SUBJECT_FILTER;
  assert_refused (options, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_DANGLING_REFERENCE);
  options->filter_id = g_strdup ("gone");
  assert_refused (options, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_DANGLING_REFERENCE);
  options->subject = TIDE_SUBJECT_EVENT;
  g_set_str (&options->event, "beijing-2023");
  options->wording = g_strdup ("nothing");
  assert_refused (options, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_DANGLING_REFERENCE);
}

static void
test_own_template (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  TidePayload *own = tide_test_payload_new (TIDE_RECORD_TEMPLATE, "own", "Own");
  TidePayload *wrong = tide_test_payload_new (TIDE_RECORD_TEMPLATE, "wrong", "Wrong");
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_autoptr (TideBriefing) briefing = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  tide_test_payload_set (own, "wording", "We have {projects.count}.");
  tide_test_payload_set (wrong, "wording", "We have\n  {project.count}.");
  tide_snapshot_add (snapshot, TIDE_RECORD_TEMPLATE, own);
  tide_snapshot_add (snapshot, TIDE_RECORD_TEMPLATE, wrong);
  options->wording = g_strdup ("own");
  briefing = tide_test_brief_write (snapshot, options);
  text = tide_briefing_dup_text (briefing, NULL);
  g_assert_cmpstr (text, ==, "We have 2 projects.\n");

  g_set_str (&options->wording, "wrong");
  g_assert_null (tide_briefing_write (snapshot, options, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_UNKNOWN_PLACEHOLDER);
  g_assert_true (g_str_has_prefix (error->message, "2:3: "));
}

/* A new register says nothing of units; nobody tells investment in single yuan. */
static void
test_no_unit (void)
{
  static const char *const totals[]
      = { "agreed investment of 3.2 billion yuan", "协议投资额32亿元" };
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_parse (
      "{ \"format\": \"tideline-register\", \"version\": 1,"
      "  \"id\": \"01KARD0C0RPVS9WR1TERTEST01\", \"title\": { \"en\": \"New\" },"
      "  \"time-zone\": \"Asia/Shanghai\", \"currency\": \"CNY\","
      "  \"projects\": [ { \"id\": \"p1\", \"name\": { \"en\": \"Works\" },"
      "    \"amounts\": [ { \"id\": \"a1\", \"kind\": \"agreement\","
      "                   \"value\": \"3200000000\", \"currency\": \"CNY\" } ] } ] }");
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  for (guint language = 0; language < G_N_ELEMENTS (totals); language++)
    {
      g_autoptr (TideBriefing) briefing = NULL;
      g_autofree char *text = NULL;

      options->language = language;
      briefing = tide_test_brief_write (snapshot, options);
      text = tide_briefing_dup_text (briefing, NULL);
      g_assert_nonnull (strstr (text, totals[language]));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tide_briefing_write (snapshot, options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* As of the end of 2022 the projects signed later were none yet. */
static void
test_as_of (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("made-up.tideline");
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_autoptr (TideBriefing) now = tide_test_brief_write (snapshot, options);
  g_autoptr (TideBriefing) then = NULL;
  g_autofree char *text = NULL;

  tide_date_parse ("2022-12-31", FALSE, &options->as_of);
  then = tide_test_brief_write (snapshot, options);
  text = tide_briefing_dup_text (then, NULL);
  g_assert_nonnull (strstr (text, "As of 31 December 2022, "));
  g_assert_cmpuint (g_strv_length (then->projects), <, g_strv_length (now->projects));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/writer/ningbo/en", GINT_TO_POINTER (FALSE), test_ningbo);
  g_test_add_data_func ("/writer/ningbo/zh", GINT_TO_POINTER (TRUE), test_ningbo);
  g_test_add_func ("/writer/numbers-open-their-rows", test_numbers_open_their_rows);
  g_test_add_func ("/writer/vector", test_vector);
  g_test_add_data_func ("/writer/rest/en", GUINT_TO_POINTER (TIDE_LANGUAGE_EN), test_rest);
  g_test_add_data_func ("/writer/rest/zh", GUINT_TO_POINTER (TIDE_LANGUAGE_ZH), test_rest);
  g_test_add_data_func ("/writer/kinds/en", GUINT_TO_POINTER (TIDE_LANGUAGE_EN), test_kinds);
  g_test_add_data_func ("/writer/kinds/zh", GUINT_TO_POINTER (TIDE_LANGUAGE_ZH), test_kinds);
  g_test_add_data_func ("/writer/secret/en", GUINT_TO_POINTER (TIDE_LANGUAGE_EN), test_secret);
  g_test_add_data_func ("/writer/secret/zh", GUINT_TO_POINTER (TIDE_LANGUAGE_ZH), test_secret);
  g_test_add_func ("/writer/refusals", test_refusals);
  g_test_add_func ("/writer/own-template", test_own_template);
  g_test_add_func ("/writer/no-unit", test_no_unit);
  g_test_add_func ("/writer/cancelled", test_cancelled);
  g_test_add_func ("/writer/as-of", test_as_of);

  return g_test_run ();
}
