/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-column-names.h"

#include <string.h>

#define MAX_COLUMNS 40

static const struct
{
  const char *headers; /* with strokes between them */
  TideImportSubject subject;
  const char *fields; /* their codes */
} tables[] = {
  { "序号|项目名称|投资方|国别|所属行业|所在地|总投资（亿元）|合同外资（万美元）|签约时间|责任单位|"
    "备注",
    TIDE_IMPORT_PROJECTS,
    "nothing|name|party|party-country|sector|division|amount-agreement|amount-foreign-contracted|"
    "date-signed|in-charge|notes" },
  { "项目编号|项目中文名称|项目英文名称|意向投资额(万元)|协议投资额(万元)|到位资金(万元)|实到外资|"
    "固定资产投资额|币种|项目阶段|阶段时间|状态",
    TIDE_IMPORT_PROJECTS,
    "number|name-zh|name-en|amount-intention|amount-agreement|amount-arrived|"
    "amount-foreign-utilised|amount-fixed-asset|currency|stage|stage-date|status" },
  { "项目名称|计划开工时间|计划竣工时间|计划投产时间|实际开工时间|竣工时间|投产时间|标签|数据来源",
    TIDE_IMPORT_PROJECTS,
    "name|plan-start|plan-completion|plan-production|date-started|date-completed|date-producing|"
    "tags|source" },
  { "Project Name|Investor|Country|Sector|District|Amount (US$ m)|Currency|Signed|Stage|Notes",
    TIDE_IMPORT_PROJECTS,
    "name|party|party-country|sector|division|amount-agreement|currency|date-signed|stage|notes" },
  { "No.|project_id|projectName|Total investment, EUR thousand|Planned start|Planned Completion|"
    "Unit in Charge|Event|Source",
    TIDE_IMPORT_PROJECTS,
    "nothing|number|name|amount-agreement|plan-start|plan-completion|in-charge|event|source" },
  { "１、项目名称|２、投资额（万元）|３、建设内容", TIDE_IMPORT_PROJECTS,
    "name|amount-agreement|notes" },
  { "指标名称|年份|数值（亿元）|同比增长（%）|单位|来源", TIDE_IMPORT_OBSERVATIONS,
    "indicator|period|value|growth|unit|source" },
  { "Year|Value|Growth, %", TIDE_IMPORT_OBSERVATIONS, "period|value|growth" },
  { "指标|2021年|2022年|2023年三季度|2023 (亿元)", TIDE_IMPORT_OBSERVATIONS,
    "indicator|period-value|period-value|period-value|period-value" },
  { "Name|2021|2022|2023", TIDE_IMPORT_OBSERVATIONS,
    "indicator|period-value|period-value|period-value" },
  /* One field, one column: the surest gets it. */
  { "项目名称|名称|项目总投资|总投资额（不含土地）", TIDE_IMPORT_PROJECTS,
    "name|nothing|amount-agreement|nothing" },
  { "投资方一|投资方二|行业|细分行业", TIDE_IMPORT_PROJECTS, "party|party|sector|sector" },
  { "percentage|restate|rowing||？|x", TIDE_IMPORT_PROJECTS,
    "nothing|nothing|nothing|nothing|nothing|nothing" },
};

static void
test_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (GStrv) headers = g_strsplit (tables[i].headers, "|", -1);
      g_auto (GStrv) fields = g_strsplit (tables[i].fields, "|", -1);
      const guint n = g_strv_length (headers);
      TideColumnName names[MAX_COLUMNS];

      g_assert_cmpuint (n, ==, g_strv_length (fields));
      g_assert_cmpint (
          tide_column_names_guess ((const char *const *) headers, n, TIDE_IMPORT_ANYTHING, names),
          ==, tables[i].subject);
      for (guint j = 0; j < n; j++)
        {
          g_test_message ("%s", headers[j]);
          g_assert_cmpstr (tide_import_field_get_code (names[j].field), ==, fields[j]);
        }
    }
}

/* A table of indicators that is said to hold projects has no periods. */
static void
test_subject (void)
{
  const char *const headers[] = { "名称", "2021年", "2022年" };
  TideColumnName names[3];

  tide_column_names_guess (headers, 3, TIDE_IMPORT_PROJECTS, names);
  g_assert_cmpint (names[0].field, ==, TIDE_IMPORT_NAME);
  g_assert_cmpint (names[1].field, ==, TIDE_IMPORT_NOTHING);
  tide_column_names_guess (headers, 3, TIDE_IMPORT_OBSERVATIONS, names);
  g_assert_cmpint (names[0].field, ==, TIDE_IMPORT_INDICATOR);
  g_assert_cmpint (names[1].field, ==, TIDE_IMPORT_PERIOD_VALUE);
  g_assert_cmpint (names[1].period.year, ==, 2021);
}

static void
test_fold (void)
{
  const struct
  {
    const char *header;
    const char *folded;
  } cases[] = {
    { " Project  Name* ", "project name" },
    { "projectName", "project name" },
    { "PROJECT_NAME", "project name" },
    { "项目 名称\n（必填）", "项目名称必填" },
    { "投资额（万元）", "投资额" },
    { "Ａｍｏｕｎｔ（ＵＳＤ）", "amount" },
    { "3. 项目名称", "项目名称" },
    { "2023", "2023" },
    { "GDP 增速", "gdp增速" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = tide_column_name_fold (cases[i].header);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_scores (void)
{
  g_assert_cmpuint (tide_column_name_get_score ("项目名称", TIDE_IMPORT_NAME), ==, 100);
  g_assert_cmpuint (tide_column_name_get_score ("投资额", TIDE_IMPORT_AMOUNT_AGREEMENT), ==, 80);
  g_assert_cmpuint (tide_column_name_get_score ("percentage", TIDE_IMPORT_STAGE), ==, 0);
  g_assert_cmpuint (tide_column_name_get_score ("", TIDE_IMPORT_NAME), ==, 0);
}

/* Every field can be called by its own label in English, and found again by its code. */
static void
test_fields (void)
{
  for (guint i = 1; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      const TideImportField field = (TideImportField) i;
      const char *code = tide_import_field_get_code (field);
      g_autofree char *folded = tide_column_name_fold (tide_import_field_get_label (field));

      g_test_message ("%s", code);
      g_assert_cmpint (tide_import_field_from_code (code), ==, field);
      if (field != TIDE_IMPORT_PERIOD_VALUE)
        g_assert_cmpuint (tide_column_name_get_score (folded, field), ==, 100);
    }

  g_assert_cmpint (tide_import_field_from_code ("of a later program"), ==, TIDE_IMPORT_NOTHING);
  g_assert_cmpint (tide_import_field_from_code (NULL), ==, TIDE_IMPORT_NOTHING);
  g_assert_cmpint (tide_import_field_get_amount_kind (TIDE_IMPORT_AMOUNT_ARRIVED), ==,
                   TIDE_AMOUNT_KIND_ARRIVED);
  g_assert_cmpint (tide_import_field_get_amount_kind (TIDE_IMPORT_NAME), ==,
                   TIDE_AMOUNT_KIND_UNKNOWN);
  g_assert_cmpint (tide_import_field_get_stage (TIDE_IMPORT_DATE_PRODUCING), ==,
                   TIDE_STAGE_PRODUCING);
  g_assert_cmpint (tide_import_field_get_stage (TIDE_IMPORT_STAGE_DATE), ==, TIDE_STAGE_NONE);
  g_assert_cmpint (tide_import_field_get_column_kind (TIDE_IMPORT_AMOUNT_ARRIVED), ==,
                   TIDE_COLUMN_AMOUNT);
  g_assert_cmpint (tide_import_field_get_column_kind (TIDE_IMPORT_PLAN_START), ==,
                   TIDE_COLUMN_DATE);
  g_assert_cmpint (tide_import_field_get_column_kind (TIDE_IMPORT_GROWTH), ==, TIDE_COLUMN_PERCENT);
  g_assert_cmpint (tide_import_field_get_column_kind (TIDE_IMPORT_NAME), ==, TIDE_COLUMN_TEXT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-names/fold", test_fold);
  g_test_add_func ("/column-names/scores", test_scores);
  g_test_add_func ("/column-names/fields", test_fields);
  g_test_add_func ("/column-names/tables", test_tables);
  g_test_add_func ("/column-names/subject", test_subject);

  return g_test_run ();
}
