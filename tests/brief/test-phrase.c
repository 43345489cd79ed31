/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brief/tide-phrase.h"

typedef struct
{
  const char *subject; /* what is asked for, and its arguments with spaces between them */
  const char *en;
  const char *zh;
} Row;

static const Row rows[] = {
  { "count 0 project", "0 projects", "0个项目" },
  { "count 1 project", "1 project", "1个项目" },
  { "count 2 project", "2 projects", "2个项目" },
  { "count 17 project", "17 projects", "17个项目" },
  { "count 1640 project", "1,640 projects", "1640个项目" },
  { "count 1000000 project", "1,000,000 projects", "1000000个项目" },
  { "count 999 project", "999 projects", "999个项目" },
  { "count 17 intention-project", "17 intention projects", "17个意向项目" },
  { "count 7 academicians", "7 academicians", "7名院士" },
  { "count 1 academicians", "1 academician", "1名院士" },
  { "count 1 research-centres", "1 research centre", "1个研究中心" },
  { "count 2 staff", "2 members of staff", "2名员工" },
  { "count 3 hectares", "3 (hectares)", "3（hectares）" },
  { "more 240 project", "240 more projects", "另外240个项目" },
  { "more 1 project", "1 more project", "另外1个项目" },
  { "quantity 10 research-centres", "10 research centres", "10个研究中心" },
  { "quantity 10.0 research-centres", "10 research centres", "10个研究中心" },
  { "quantity 2.5 hectares", "2.5 (hectares)", "2.5（hectares）" },
  { "amount 16000000000 CNY 100-million", "16 billion yuan", "160亿元" },
  { "amount 16000000000 CNY billion", "16 billion yuan", "160亿元" },
  { "amount 16000000000 CNY ten-thousand", "16,000 million yuan", "1600000万元" },
  { "amount 1060000000 USD 100-million", "US$1.06 billion", "10.6亿美元" },
  { "amount 1060000000 USD million", "US$1,060 million", "106000万美元" },
  { "amount 220100000000 CNY 100-million", "220.1 billion yuan", "2201亿元" },
  { "amount 16025300000 CNY 100-million", "about 16.03 billion yuan", "约160.25亿元" },
  { "amount 16025000000 CNY 100-million", "about 16.03 billion yuan", "160.25亿元" },
  { "amount -50000000 USD 100-million", "-US$50 million", "-0.5亿美元" },
  { "amount 999999999.99 CNY 100-million", "about 1,000 million yuan", "约10亿元" },
  { "amount 100000000 CNY 100-million", "100 million yuan", "1亿元" },
  { "amount 50000000 USD billion", "US$0.05 billion", "0.5亿美元" },
  { "amount 1234.5 CNY one", "1,234.50 yuan", "1234.50元" },
  { "percent 16.328", "16.3 %", "16.3%" },
  { "percent 59.123", "59.1 %", "59.1%" },
  { "percent 100", "100.0 %", "100.0%" },
  { "percent -3.25", "-3.2 %", "-3.2%" },
  { "percent 0", "0.0 %", "0.0%" },
  { "percent 0.01", "less than 0.1 %", "不足0.1%" },
  { "percent 1e12", "beyond measure", "过大" },
  { "permille 936", "93.6 %", "93.6%" },
  { "permille 1000", "100.0 %", "100.0%" },
  { "list", "", "" },
  { "list a", "a", "a" },
  { "list a b", "a and b", "a和b" },
  { "list a b c", "a, b and c", "a、b和c" },
  { "list a b c d", "a, b, c and d", "a、b、c和d" },
  { "date 2023", "2023", "2023年" },
  { "date 2023-Q3", "the third quarter of 2023", "2023年第三季度" },
  { "date 2023-08", "August 2023", "2023年8月" },
  { "date 2023-08-05", "5 August 2023", "2023年8月5日" },
  { "date -", "", "" },
  { "when 2023", "in 2023", "2023年" },
  { "when 2023-Q1", "in the first quarter of 2023", "2023年第一季度" },
  { "when 2023-08-15", "on 15 August 2023", "2023年8月15日" },
  { "when -", "", "" },
  { "span 2015 2022", "from 2015 to 2022", "2015年至2022年" },
  { "span 2022 2022", "in 2022", "2022年" },
  { "span 2015 -", "since 2015", "2015年以来" },
  { "span - 2022-06", "until June 2022", "截至2022年6月" },
  { "unknown 1 17", "one of them without a stated amount", "其中1个未披露金额" },
  { "unknown 2 17", "two of them without a stated amount", "其中2个未披露金额" },
  { "unknown 12 17", "12 of them without a stated amount", "其中12个未披露金额" },
  { "unknown 17 17", "none of them with a stated amount", "均未披露金额" },
  { "unknown 1 1", "without a stated amount", "未披露金额" },
  { "stage signed 2023", "signed in 2023", "2023年签约" },
  { "stage registered 2023-08-15", "registered on 15 August 2023", "2023年8月15日注册落地" },
  { "stage started 2023-08", "under construction since August 2023", "2023年8月开工" },
  { "stage producing -", "in production", "投产" },
  { "stage later-word 2023", "later-word", "later-word" },
  { "kind intention", "intended investment", "意向投资额" },
  { "kind agreement", "agreed investment", "协议投资额" },
  { "kind foreign-contracted", "contracted foreign investment", "合同外资" },
  { "kind foreign-utilised", "utilised foreign investment", "实际使用外资" },
  { "kind arrived", "arrived funds", "到位资金" },
  { "kind fixed-asset", "fixed-asset investment", "固定资产投资额" },
  { "kind later-word", "later-word", "later-word" },
};

static void
read_date (const char *word, TideDate *date)
{
  *date = (TideDate) { 0 };
  if (word[0] != '-')
    g_assert_true (tide_date_parse (word, TRUE, date));
}

static char *
say_money (char **words, TideLanguage language)
{
  TideDecimal value;
  TideMoney money;

  g_assert_cmpint (tide_decimal_parse (words[1], &value), ==, TIDE_DECIMAL_OK);
  g_assert_true (tide_money_init (&money, &value, words[2]));

  return tide_phrase_dup_amount (&money, tide_unit_from_code (words[3]), language);
}

static char *
say_quantity (char **words, TideLanguage language)
{
  TideDecimal value;

  g_assert_cmpint (tide_decimal_parse (words[1], &value), ==, TIDE_DECIMAL_OK);

  return tide_phrase_dup_quantity (&value, words[2], language);
}

static char *
say_dates (char **words, TideLanguage language)
{
  TideDate from;
  TideDate to;

  read_date (words[1], &from);
  if (g_str_equal (words[0], "date"))
    return tide_phrase_dup_date (&from, language);
  if (g_str_equal (words[0], "when"))
    return tide_phrase_dup_when (&from, language);

  read_date (words[2], &to);

  return tide_phrase_dup_span (&from, &to, language);
}

static char *
say_stage (char **words, TideLanguage language)
{
  TideDate date;

  read_date (words[2], &date);

  return tide_phrase_dup_stage (words[1], &date, language);
}

static guint
read_number (const char *word)
{
  return (guint) g_ascii_strtoull (word, NULL, 10);
}

static char *
say (char **words, TideLanguage language)
{
  if (g_str_equal (words[0], "count"))
    return tide_phrase_dup_count (read_number (words[1]), words[2], language);
  if (g_str_equal (words[0], "more"))
    return tide_phrase_dup_more (read_number (words[1]), words[2], language);
  if (g_str_equal (words[0], "quantity"))
    return say_quantity (words, language);
  if (g_str_equal (words[0], "amount"))
    return say_money (words, language);
  if (g_str_equal (words[0], "percent"))
    return tide_phrase_dup_percent (g_ascii_strtod (words[1], NULL), language);
  if (g_str_equal (words[0], "permille"))
    return tide_phrase_dup_permille (read_number (words[1]), language);
  if (g_str_equal (words[0], "list"))
    return tide_phrase_dup_list ((const char *const *) words + 1, language);
  if (g_str_equal (words[0], "unknown"))
    return tide_phrase_dup_unknown (read_number (words[1]), read_number (words[2]), language);
  if (g_str_equal (words[0], "kind"))
    return g_strdup (tide_phrase_get_kind (words[1], language));

  if (g_str_equal (words[0], "stage"))
    return say_stage (words, language);

  return say_dates (words, language);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (GStrv) words = g_strsplit (row->subject, " ", -1);
  g_autofree char *en = say (words, TIDE_LANGUAGE_EN);
  g_autofree char *zh = say (words, TIDE_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/phrase/%s", rows[i].subject);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
