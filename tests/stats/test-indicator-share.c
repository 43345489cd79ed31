/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-indicator-share-text.h"

#include "tide-test-indicator.h"
#include "tide-test-totals.h"

typedef struct
{
  const char *name;
  const char *part;
  const char *whole;
  const char *expected; /* the share in 2022 [interval]; what is to be said */
} Case;

#define MEASURED "measure=output division=city "
#define ALL MEASURED "scope=all "
#define SECTOR ALL "subject/sector=energy 2022=20 "
#define NO_SUBJECT "The subject of the one is not a part of the other’s."
#define NO_SCOPE "The one counts companies that the other leaves out: their scopes differ."
#define NO_DIVISION "The division of the one is not a part of the other’s."
#define NO_UNIT "They are not in the same currency or unit."
#define NO_MEASURE                                                                                 \
  "Their measures differ: output, added value and revenue are never told in shares of one "        \
  "another."

static const Case cases[] = {
  { "class-of-taxonomy", SECTOR, ALL "subject/taxonomy=new 2022=80", "25.0 % [24.22 25.79]" },
  { "class-of-its-own-taxonomy", SECTOR "subject/taxonomy=new", ALL "subject/taxonomy=new 2022=80",
    "25.0 % [24.22 25.79]" },
  { "class-of-class", ALL "subject/sector=blade 2022=20", ALL "subject/sector=energy 2022=80",
    "25.0 % [24.22 25.79]" },
  { "class-of-economy", SECTOR, ALL "subject/division=city 2022=80", "25.0 % [24.22 25.79]" },
  { "taxonomy-of-economy", ALL "subject/taxonomy=new 2022=20", ALL "subject/division=city 2022=80",
    "25.0 % [24.22 25.79]" },
  { "district-of-city", MEASURED "scope=all division=harbour 2022=20", ALL "2022=80",
    "25.0 % [24.22 25.79]" },
  { "district-of-register", MEASURED "scope=all division=harbour 2022=20",
    "measure=output scope=all 2022=80", "25.0 % [24.22 25.79]" },
  { "above-size-of-all", MEASURED "scope=above-size 2022=20", ALL "2022=80",
    "25.0 % [24.22 25.79]" },
  { "units-of-one-currency", SECTOR, ALL "subject/taxonomy=new 2022=800000 unit/scale=10000",
    "25.0 % [24.37 25.63]" },
  { "things",
    "measure=enterprises scope=above-size unit/currency= unit/name=firms unit/scale=1 2022=3",
    "measure=enterprises scope=all unit/currency= unit/name=firms unit/scale=1 2022=12",
    "25.0 % [20.00 30.43]" },
  { "exceeds", ALL "subject/sector=energy 2022=84", ALL "subject/taxonomy=new 2022=80",
    "105.0 % [103.73 106.29] The part exceeds the whole. It is shown as it is: a company can "
    "belong "
    "to several classes, and figures may come from different sources." },
  { "negative", ALL "subject/sector=energy 2022=-8", ALL "subject/taxonomy=new 2022=80",
    "-10.0 % [-10.69 -9.32]" },
  { "latest-revision", SECTOR "2022/1=40", ALL "subject/taxonomy=new 2022=90 2022/1=80",
    "50.0 % [49.07 50.94]" },
  { "same", SECTOR, SECTOR, "Both measure the same." },
  { "other-measure", SECTOR, "measure=added-value scope=all division=city 2022=80", NO_MEASURE },
  { "no-measure", "scope=all 2022=1", "2022=2", NO_MEASURE },
  { "other-currency", SECTOR, ALL "subject/taxonomy=new unit/currency=USD 2022=80", NO_UNIT },
  { "other-things", SECTOR, ALL "subject/taxonomy=new unit/currency= unit/name=firms 2022=80",
    NO_UNIT },
  { "no-unit", SECTOR "unit/currency=", ALL "subject/taxonomy=new unit/currency= 2022=80",
    NO_UNIT },
  { "other-taxonomy", SECTOR, ALL "subject/taxonomy=old 2022=80", NO_SUBJECT },
  { "mapped-class", SECTOR, ALL "subject/sector=power 2022=80", NO_SUBJECT },
  { "class-beside", SECTOR, ALL "subject/sector=robots 2022=80", NO_SUBJECT },
  { "whole-in-its-part", ALL "subject/taxonomy=new 2022=80", SECTOR, NO_SUBJECT },
  { "untold-subject", SECTOR, ALL "2022=80", NO_SUBJECT },
  { "economy-of-another-place", SECTOR, ALL "subject/division=north 2022=80", NO_SUBJECT },
  { "all-of-above-size", SECTOR, MEASURED "scope=above-size subject/taxonomy=new 2022=80",
    NO_SCOPE },
  { "untold-scope", SECTOR, MEASURED "subject/taxonomy=new 2022=80", NO_SCOPE },
  { "city-of-district", ALL "2022=20", "measure=output scope=all division=south 2022=80",
    NO_DIVISION },
  { "no-part", ALL "subject/sector=energy 2022-Q1=20", ALL "subject/taxonomy=new 2022=80",
    "The part has no value for this period." },
  { "no-whole", SECTOR, ALL "subject/taxonomy=new 2021=80",
    "The whole has no value for this period." },
  { "of-nothing", SECTOR, ALL "subject/taxonomy=new 2022=0", "The whole is not above zero." },
};

static char *
describe (const TideIndicatorShare *share)
{
  g_autofree char *value = tide_indicator_share_dup_value (share);
  g_autofree char *remark = tide_indicator_share_dup_remark (share);

  if (share->refusal != TIDE_RATIO_ALLOWED)
    {
      g_assert_cmpstr (value, ==, "—");
      return g_steal_pointer (&remark);
    }

  return g_strdup_printf ("%s [%.2f %.2f]%s%s", value, share->low, share->high,
                          remark != NULL ? " " : "", remark != NULL ? remark : "");
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  const TideDate period = { .year = 2022, .precision = TIDE_PRECISION_YEAR };
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TidePayload) part = tide_test_indicator_new ("part", test->part);
  g_autoptr (TidePayload) whole = tide_test_indicator_new ("whole", test->whole);
  g_autofree char *text = NULL;
  TideIndicatorShare share;

  tide_indicator_share_init (&share, snapshot, TIDE_INDICATOR_PAYLOAD (part),
                             TIDE_INDICATOR_PAYLOAD (whole), &period);
  text = describe (&share);

  g_assert_cmpstr (text, ==, test->expected);
}

#define SEI "subject/taxonomy=new scope=above-size division=city "

static const Case added_values[] = {
  { "2015", SEI "measure=added-value 2022=437", SEI "measure=output 2022=2224",
    "19.6 % [19.62 19.68]" },
  { "2022", SEI "measure=added-value 2022=1374", SEI "measure=output 2022=6411",
    "21.4 % [21.42 21.44]" },
  { "unit-too-small", SEI "measure=added-value 2022=137.4", SEI "measure=output 2022=6411",
    "2.1 % [2.14 2.14] Added value is usually 10 to 50 % of output. Is one of them in another "
    "unit?" },
  { "unit-too-large", SEI "measure=added-value 2022=13740", SEI "measure=output 2022=6411",
    "214.3 % [214.29 214.34] Added value cannot be more than output. Is one of them in another "
    "unit?" },
  { "turned-round", SEI "measure=output 2022=6411", SEI "measure=added-value 2022=1374",
    NO_MEASURE },
  { "other-scope", SEI "measure=added-value 2022=1374", SEI "measure=output scope=all 2022=6411",
    NO_SCOPE },
  { "other-subject", SEI "measure=added-value 2022=1374",
    SEI "measure=output subject/taxonomy=old 2022=6411", NO_SUBJECT },
  { "other-division", SEI "measure=added-value 2022=1374",
    SEI "measure=output division=south 2022=6411", NO_DIVISION },
  { "other-currency", SEI "measure=added-value 2022=1374",
    SEI "measure=output unit/currency=USD 2022=6411", NO_UNIT },
  { "no-value", SEI "measure=added-value 2021=1374", SEI "measure=output 2022=6411",
    "The part has no value for this period." },
};

static void
test_added_value (gconstpointer data)
{
  const Case *test = data;
  const TideDate period = { .year = 2022, .precision = TIDE_PRECISION_YEAR };
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TidePayload) part = tide_test_indicator_new ("part", test->part);
  g_autoptr (TidePayload) whole = tide_test_indicator_new ("whole", test->whole);
  g_autofree char *text = NULL;
  TideIndicatorShare share;

  tide_indicator_share_init_added_value (&share, snapshot, TIDE_INDICATOR_PAYLOAD (part),
                                         TIDE_INDICATOR_PAYLOAD (whole), &period);
  text = describe (&share);

  g_assert_cmpstr (text, ==, test->expected);
}

static TidePayload *
add (TideSnapshot *snapshot, const char *id, const char *words)
{
  TidePayload *payload = tide_test_indicator_new (id, words);

  tide_snapshot_add (snapshot, TIDE_RECORD_INDICATOR, payload);

  return payload;
}

static void
test_offers (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  const TidePayload *part = add (snapshot, "part", SEI "measure=added-value 2022=1");
  const TidePayload *economy
      = add (snapshot, "economy",
             "subject/division=city division=city scope=above-size measure=added-value 2022=2");
  const TidePayload *output = add (snapshot, "output", SEI "measure=output 2022=3");
  g_autoptr (GPtrArray) wholes
      = tide_indicator_list_wholes (snapshot, TIDE_INDICATOR_PAYLOAD (part));
  g_autoptr (GPtrArray) none
      = tide_indicator_list_wholes (snapshot, TIDE_INDICATOR_PAYLOAD (output));

  g_assert_cmpuint (wholes->len, ==, 1);
  g_assert_true (g_ptr_array_index (wholes, 0) == (gpointer) economy);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (tide_indicator_find_output (snapshot, TIDE_INDICATOR_PAYLOAD (part))
                 == TIDE_INDICATOR_PAYLOAD (output));
  g_assert_null (tide_indicator_find_output (snapshot, TIDE_INDICATOR_PAYLOAD (economy)));
}

static void
test_formula (void)
{
  const TideDate period = { .year = 2022, .precision = TIDE_PRECISION_YEAR };
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TidePayload) part = tide_test_indicator_new ("part", SECTOR);
  g_autoptr (TidePayload) whole
      = tide_test_indicator_new ("whole", ALL "subject/taxonomy=new 2022=800000 unit/scale=10000");
  g_autofree char *text = NULL;
  TideIndicatorShare share;

  tide_indicator_share_init (&share, snapshot, TIDE_INDICATOR_PAYLOAD (part),
                             TIDE_INDICATOR_PAYLOAD (whole), &period);
  text = tide_indicator_share_dup_formula (&share, TIDE_INDICATOR_PAYLOAD (part),
                                           TIDE_INDICATOR_PAYLOAD (whole), TIDE_LANGUAGE_EN);
  g_assert_cmpstr (text, ==,
                   "20 × 100 million yuan ÷ 800000 × 10,000 yuan; their rounding allows 24.37 to "
                   "25.63 %");
}

static void
test_unit (void)
{
  static const char *const units[][3] = {
    { "unit/scale=100000000", "100 million yuan", "亿元" },
    { "unit/scale=1", "yuan", "元" },
    { "unit/scale=1000", "1000 Chinese yuan", "1000 人民币" },
    { "unit/currency= unit/name=firms unit/scale=1", "firms", "firms" },
    { "unit/currency= unit/name=firms unit/scale=1000", "1000 firms", "1000 firms" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (TidePayload) indicator = tide_test_indicator_new ("i", units[i][0]);
      g_autofree char *en
          = tide_indicator_dup_unit (TIDE_INDICATOR_PAYLOAD (indicator), TIDE_LANGUAGE_EN);
      g_autofree char *zh
          = tide_indicator_dup_unit (TIDE_INDICATOR_PAYLOAD (indicator), TIDE_LANGUAGE_ZH);

      g_assert_cmpstr (en, ==, units[i][1]);
      g_assert_cmpstr (zh, ==, units[i][2]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/indicator-share/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (added_values); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/indicator-share/added-value/%s", added_values[i].name);

      g_test_add_data_func (path, &added_values[i], test_added_value);
    }
  g_test_add_func ("/indicator-share/offers", test_offers);
  g_test_add_func ("/indicator-share/formula", test_formula);
  g_test_add_func ("/indicator-share/unit", test_unit);

  return g_test_run ();
}
