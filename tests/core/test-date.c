/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-date.h"

typedef struct
{
  const char *text;
  const char *expected; /* NULL: refused */
} DateCase;

static const DateCase file_cases[] = {
  { "2023", "2023" },
  { "2023-08", "2023-08" },
  { "2023-08-15", "2023-08-15" },
  { "2023-Q3", "2023-Q3" },
  { "2023-02-30", "2023-02-30" },
  { "0001-01-01", "0001-01-01" },
  { "9999-12-31", "9999-12-31" },
  { "", NULL },
  { "0000", NULL },
  { "23", NULL },
  { "20233", NULL },
  { "2023-13", NULL },
  { "2023-00", NULL },
  { "2023-8", NULL },
  { "2023-08-32", NULL },
  { "2023-08-00", NULL },
  { "2023-08-15T00:00:00Z", NULL },
  { "2023-Q5", NULL },
  { "2023-q3", NULL },
  { "2023/08", NULL },
  { " 2023", NULL },
};

static const DateCase people_cases[] = {
  { "2023", "2023" },
  { "2023年", "2023" },
  { "2023年8月", "2023-08" },
  { " 2023 年 8 月 ", "2023-08" },
  { "２０２３年８月", "2023-08" },
  { "2023.8", "2023-08" },
  { "2023/08", "2023-08" },
  { "2023-8", "2023-08" },
  { "2023年8月15日", "2023-08-15" },
  { "2023年8月15号", "2023-08-15" },
  { "2023/8/15", "2023-08-15" },
  { "2023-08-15", "2023-08-15" },
  { "2023.8.15", "2023-08-15" },
  { "20230815", "2023-08-15" },
  { "2023Q3", "2023-Q3" },
  { "2023-Q3", "2023-Q3" },
  { "q3 2023", "2023-Q3" },
  { "2023年第三季度", "2023-Q3" },
  { "2023年3季度", "2023-Q3" },
  { "2023年一季度", "2023-Q1" },
  { "Aug 2023", "2023-08" },
  { "august 2023", "2023-08" },
  { "Sept. 2023", "2023-09" },
  { "15 August 2023", "2023-08-15" },
  { "Aug 15, 2023", "2023-08-15" },
  { "1st May 2023", "2023-05-01" },
  { "2024-02-29", "2024-02-29" },
  { "2023-02-29", NULL },
  { "2023年2月30日", NULL },
  { "2023-0-1", NULL },
  { "2023-13", NULL },
  { "2023年13月", NULL },
  { "2023/8.15", NULL },
  { "01/02/2024", NULL },
  { "15.8.2023", NULL },
  { "23年8月", NULL },
  { "0000", NULL },
  { "Augu 2023", NULL },
  { "Foo 2023", NULL },
  { "soon", NULL },
  { "", NULL },
};

static TideDate
parse (const char *text)
{
  TideDate date;

  g_assert_true (tide_date_parse (text, TRUE, &date));
  return date;
}

static void
check (gboolean is_read, const TideDate *date, const DateCase *row)
{
  g_autofree char *text = tide_date_dup_text (date);

  g_assert_cmpint (is_read, ==, row->expected != NULL);
  g_assert_cmpstr (text, ==, row->expected);
}

static void
test_label (void)
{
  static const struct
  {
    const char *text;
    const char *en;
    const char *zh;
  } rows[] = {
    { "2023", "2023", "2023年" },
    { "2023-Q3", "Q3 2023", "2023年第三季度" },
    { "2023-08", "2023-08", "2023-08" },
    { "2023-08-15", "2023-08-15", "2023-08-15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TideDate date = parse (rows[i].text);
      g_autofree char *en = tide_date_dup_label (&date, TIDE_LANGUAGE_EN);
      g_autofree char *zh = tide_date_dup_label (&date, TIDE_LANGUAGE_ZH);

      g_assert_cmpstr (en, ==, rows[i].en);
      g_assert_cmpstr (zh, ==, rows[i].zh);
    }
}

static void
test_file (gconstpointer data)
{
  const DateCase *row = data;
  TideDate date;

  check (tide_date_parse (row->text, TRUE, &date), &date, row);
}

static void
test_people (gconstpointer data)
{
  const DateCase *row = data;
  TideDate date;

  check (tide_date_recognise (row->text, &date), &date, row);
}

static void
test_quarter_not_allowed (void)
{
  TideDate date;

  g_assert_false (tide_date_parse ("2023-Q3", FALSE, &date));
  g_assert_false (tide_date_is_set (&date));
}

static void
test_interval (void)
{
  static const struct
  {
    const char *text;
    const char *first;
    const char *last;
  } cases[] = {
    { "2023", "2023-01-01", "2023-12-31" },       { "2023-Q1", "2023-01-01", "2023-03-31" },
    { "2024-Q1", "2024-01-01", "2024-03-31" },    { "2023-Q4", "2023-10-01", "2023-12-31" },
    { "2024-02", "2024-02-01", "2024-02-29" },    { "2023-02", "2023-02-01", "2023-02-28" },
    { "1900-02", "1900-02-01", "1900-02-28" },    { "2000-02", "2000-02-01", "2000-02-29" },
    { "2023-08-15", "2023-08-15", "2023-08-15" }, { "2023-02-30", "2023-02-28", "2023-02-28" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TideDate date = parse (cases[i].text);
      TideDate day;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      tide_date_init_from_julian (&day, tide_date_get_first_day (&date));
      first = tide_date_dup_text (&day);
      tide_date_init_from_julian (&day, tide_date_get_last_day (&date));
      last = tide_date_dup_text (&day);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
    }
}

/* Every 11th day of eight centuries, against GLib's calendar. */
static void
test_julian (void)
{
  for (guint32 day = 1; day < 300000; day += 11)
    {
      TideDate date;

      tide_date_init_from_julian (&date, day);
      g_assert_cmpuint (tide_date_get_first_day (&date), ==, day);
      g_assert_cmpuint (tide_date_get_last_day (&date), ==, day);
    }
}

static void
test_order (void)
{
  static const char *const sorted[]
      = { "2022-12-31", "2023", "2023-Q1", "2023-01", "2023-01-01", "2023-02", "2024" };
  TideDate unset = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        TideDate a = parse (sorted[i]);
        TideDate b = parse (sorted[j]);
        int order = tide_date_compare (&a, &b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_cmpint (tide_date_equal (&a, &b), ==, i == j);
        g_assert_cmpint (tide_date_compare (&unset, &a), <, 0);
      }
}

static void
test_before (void)
{
  TideDate year = parse ("2023");
  TideDate month = parse ("2023-08");
  TideDate later = parse ("2023-09-01");
  TideDate unset = { 0 };

  g_assert_false (tide_date_is_before (&year, &month));
  g_assert_false (tide_date_is_before (&month, &year));
  g_assert_true (tide_date_is_before (&month, &later));
  g_assert_false (tide_date_is_before (&later, &month));
  g_assert_false (tide_date_is_before (&unset, &month));
  g_assert_false (tide_date_is_before (&month, &unset));
}

static void
test_unreal (void)
{
  TideDate unreal = parse ("2023-02-30");
  TideDate real = parse ("2024-02-29");
  TideDate unset = { 0 };

  g_assert_true (tide_date_is_set (&unreal));
  g_assert_false (tide_date_is_real (&unreal));
  g_assert_true (tide_date_is_real (&real));
  g_assert_false (tide_date_is_real (&unset));
}

static void
test_time_zone (void)
{
  static const struct
  {
    gint64 seconds;
    const char *zone;
    const char *day;
  } cases[] = {
    { 1700467200, "Asia/Shanghai", "2023-11-20" },
    { 1700495999, "Asia/Shanghai", "2023-11-20" },
    { 1700496000, "Asia/Shanghai", "2023-11-21" },
    { 1700496000, "UTC", "2023-11-20" },
    { 1700467200, "America/Los_Angeles", "2023-11-20" },
    { 1700450000, "America/Los_Angeles", "2023-11-19" },
    { 1700496000, "Nowhere/Land", "2023-11-20" },
    { 1700496000, NULL, "2023-11-20" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      TideDate date;

      tide_date_init_from_time (&date, cases[i].seconds, cases[i].zone);
      text = tide_date_dup_text (&date);
      g_assert_cmpstr (text, ==, cases[i].day);
    }
}

static void
add_cases (const char *prefix, const DateCase *cases, gsize n, GTestDataFunc test)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/date/%s/%02zu", prefix, i);

      g_test_add_data_func (path, &cases[i], test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_cases ("file", file_cases, G_N_ELEMENTS (file_cases), test_file);
  add_cases ("people", people_cases, G_N_ELEMENTS (people_cases), test_people);
  g_test_add_func ("/date/label", test_label);
  g_test_add_func ("/date/quarter-not-allowed", test_quarter_not_allowed);
  g_test_add_func ("/date/interval", test_interval);
  g_test_add_func ("/date/julian", test_julian);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/before", test_before);
  g_test_add_func ("/date/unreal", test_unreal);
  g_test_add_func ("/date/time-zone", test_time_zone);

  return g_test_run ();
}
