/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the article says of growth, worked out again from the register that was made of it. */

#include "codec/tide-json-reader.h"
#include "stats/tide-growth-rate-text.h"
#include "stats/tide-indicator-share-text.h"

static TideSnapshot *
read_sample (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "ningbo.tideline", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  TideSnapshot *snapshot;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  snapshot = tide_json_read (bytes, path, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return snapshot;
}

static const TideIndicatorPayload *
get_indicator (TideSnapshot *snapshot, const char *id)
{
  return TIDE_INDICATOR_PAYLOAD (tide_snapshot_lookup (snapshot, TIDE_RECORD_INDICATOR, id));
}

static void
test_growth (void)
{
  static const struct
  {
    const char *id;
    const char *value;
    const char *interval;
    const char *verdict;
  } rows[] = {
    { "sei-output", "16.328 %", "16.323 to 16.333 %", "16.3 % reproduces" },
    { "sei-added-value", "17.780 %", "17.755 to 17.806 %",
      "17.9 % does not reproduce: 17.755 to 17.806 %" },
  };
  g_autoptr (TideSnapshot) snapshot = read_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TideIndicatorPayload *indicator = get_indicator (snapshot, rows[i].id);
      const TideGrowth *published = g_ptr_array_index (indicator->growth, 0);
      g_autofree char *value = NULL;
      g_autofree char *interval = NULL;
      g_autofree char *verdict = NULL;
      TideGrowthRate rate;

      tide_growth_rate_init (&rate, indicator, &published->from, &published->to);
      value = tide_growth_rate_dup_value (&rate);
      interval = tide_growth_rate_dup_interval (&rate);
      verdict = tide_growth_rate_dup_verdict (&rate, published);
      g_assert_cmpstr (value, ==, rows[i].value);
      g_assert_cmpstr (interval, ==, rows[i].interval);
      g_assert_cmpstr (verdict, ==, rows[i].verdict);
    }
}

static void
test_added_value (void)
{
  static const struct
  {
    gint16 year;
    const char *share;
  } rows[] = { { 2015, "19.6 %" }, { 2022, "21.4 %" } };
  g_autoptr (TideSnapshot) snapshot = read_sample ();
  const TideIndicatorPayload *added_value = get_indicator (snapshot, "sei-added-value");
  const TideIndicatorPayload *output = tide_indicator_find_output (snapshot, added_value);

  g_assert_true (output == get_indicator (snapshot, "sei-output"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TideDate period = { .year = rows[i].year, .precision = TIDE_PRECISION_YEAR };
      g_autofree char *value = NULL;
      g_autofree char *remark = NULL;
      TideIndicatorShare share;

      tide_indicator_share_init_added_value (&share, snapshot, added_value, output, &period);
      value = tide_indicator_share_dup_value (&share);
      remark = tide_indicator_share_dup_remark (&share);
      g_assert_cmpstr (value, ==, rows[i].share);
      g_assert_null (remark);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/indicator-sample/growth", test_growth);
  g_test_add_func ("/indicator-sample/added-value", test_added_value);

  return g_test_run ();
}
