/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-brief.h"

#include "brief/tide-reading.h"

#include <string.h>

/* One project that may be named, and one that may not, with a party of each and one of both. */
static const char reg[]
    = "{ \"format\": \"tideline-register\", \"version\": 1,"
      "  \"id\": \"01KARD0C0RPVS9CHECK3RTEST1\", \"title\": { \"en\": \"Secrets\" },"
      "  \"time-zone\": \"Asia/Shanghai\", \"currency\": \"CNY\", \"unit\": \"100-million\","
      "  \"parties\": ["
      "    { \"id\": \"known\", \"name\": { \"en\": \"Open Harbour Ltd\", \"zh\": \"开港公司\" } },"
      "    { \"id\": \"both\", \"name\": { \"en\": \"Two Hands Ltd\" } },"
      "    { \"id\": \"secret\", \"name\": { \"en\": \"Quiet Water Ltd\", \"zh\": \"静水公司\" } } "
      "],"
      "  \"projects\": ["
      "    { \"id\": \"p1\", \"name\": { \"en\": \"Open Harbour crane works\" },"
      "      \"parties\": [ { \"party\": \"known\", \"role\": \"investor\" },"
      "                     { \"party\": \"both\", \"role\": \"partner\" } ],"
      "      \"amounts\": [ { \"id\": \"a1\", \"kind\": \"intention\", \"value\": \"500000000\","
      "                     \"currency\": \"CNY\" } ] },"
      "    { \"id\": \"p2\", \"name\": { \"en\": \"Quiet Water imaging fab\", \"zh\": "
      "\"静水影像厂\" },"
      "      \"code-name\": \"Sandpiper\", \"confidential\": true,"
      "      \"parties\": [ { \"party\": \"secret\", \"role\": \"investor\" },"
      "                     { \"party\": \"both\", \"role\": \"partner\" } ],"
      "      \"expected\": { \"jobs\": 320 },"
      "      \"amounts\": [ { \"id\": \"a2\", \"kind\": \"agreement\", \"value\": \"240000000\","
      "                     \"currency\": \"USD\" },"
      "                   { \"id\": \"a3\", \"kind\": \"arrived\", \"value\": \"120000000\","
      "                     \"currency\": \"USD\" } ] } ] }";

static TideReading *
read_text (const char *text, gboolean includes_names)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_parse (reg);
  const TideReadingOptions options = { .includes_names = includes_names };
  g_autoptr (GError) error = NULL;
  TideReading *reading
      = tide_reading_new_with_options (text, snapshot, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return reading;
}

/* Finds what was read at a word of the text. */
static const TideTextFinding *
find_at (TideReading *reading, const char *word)
{
  const char *text = tide_reading_get_text (reading);
  const GPtrArray *findings = tide_reading_get_findings (reading);
  const gsize place = (gsize) (strstr (text, word) - text);

  for (guint i = 0; i < findings->len; i++)
    {
      const TideTextFinding *finding = g_ptr_array_index (findings, i);

      if (finding->start <= place && place < finding->end)
        return finding;
    }

  return NULL;
}

static void
assert_tells_nothing (TideReading *reading)
{
  static const char *const secrets[] = { "Quiet Water", "静水", "secret", "240", "320", "50" };
  const GPtrArray *findings = tide_reading_get_findings (reading);

  for (guint i = 0; i < findings->len; i++)
    {
      const TideTextFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = tide_text_finding_dup_sentence (finding);
      g_autofree char *basis = tide_reading_dup_basis (reading, i);

      g_assert_null (finding->computed);
      g_assert_null (finding->low);
      for (guint j = 0; j < G_N_ELEMENTS (secrets); j++)
        {
          g_assert_null (strstr (sentence, secrets[j]));
          g_assert_true (basis == NULL || strstr (basis, secrets[j]) == NULL);
        }
    }
}

/* The names are not known, and a right guess looks like a wrong one. */
static void
test_names (void)
{
  g_autoptr (TideReading) reading = read_text (
      "Quiet Water Ltd signs for Quiet Water imaging fab, 静水影像厂.\n\n静水公司签约。\n\n"
      "An agreement of US$240 million creates 320 jobs.\n\n"
      "Two Hands Ltd and Open Harbour Ltd came.",
      FALSE);

  g_assert_null (find_at (reading, "Quiet Water Ltd"));
  g_assert_null (find_at (reading, "Quiet Water imaging"));
  g_assert_null (find_at (reading, "静水影像厂"));
  g_assert_null (find_at (reading, "静水公司"));
  g_assert_cmpint (find_at (reading, "US$240")->verdict, ==, TIDE_TEXT_FINDING_CANNOT_BE_CHECKED);
  g_assert_cmpint (find_at (reading, "320")->verdict, ==, TIDE_TEXT_FINDING_CANNOT_BE_CHECKED);
  g_assert_cmpstr (find_at (reading, "Two Hands")->record, ==, "both");
  g_assert_cmpstr (find_at (reading, "Open Harbour")->record, ==, "known");
  assert_tells_nothing (reading);
}

/* The code name is known; the figures are not told, be they right or wrong. */
static void
test_code_name (void)
{
  g_autoptr (TideReading) reading = read_text (
      "Sandpiper has an agreement of US$240 million. Sandpiper creates 321 jobs. Of the agreed "
      "capital of Sandpiper, 51 % has arrived.",
      FALSE);

  g_assert_cmpstr (find_at (reading, "Sandpiper")->record, ==, "p2");
  g_assert_cmpint (find_at (reading, "US$240")->reason, ==, TIDE_TEXT_FINDING_CONFIDENTIAL);
  g_assert_cmpint (find_at (reading, "321")->reason, ==, TIDE_TEXT_FINDING_CONFIDENTIAL);
  g_assert_cmpint (find_at (reading, "51 %")->reason, ==, TIDE_TEXT_FINDING_CONFIDENTIAL);
  assert_tells_nothing (reading);
}

static void
test_include_names (void)
{
  g_autoptr (TideReading) reading
      = read_text ("Quiet Water imaging fab has an agreement of US$250 million. Sandpiper creates "
                   "320 jobs.\n\n静水公司签约。",
                   TRUE);
  g_autofree char *basis = tide_reading_dup_basis (reading, 1);

  g_assert_cmpstr (find_at (reading, "Quiet Water")->record, ==, "p2");
  g_assert_cmpstr (find_at (reading, "Sandpiper")->record, ==, "p2");
  g_assert_cmpstr (find_at (reading, "静水公司")->record, ==, "secret");
  g_assert_cmpint (find_at (reading, "US$250")->verdict, ==, TIDE_TEXT_FINDING_DIFFERS);
  g_assert_cmpstr (find_at (reading, "US$250")->computed, ==, "240000000");
  g_assert_cmpint (find_at (reading, "320")->verdict, ==, TIDE_TEXT_FINDING_REPRODUCES);
  g_assert_cmpstr (basis, ==, "Compared with the amounts of “Quiet Water imaging fab”.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/secrets/names", test_names);
  g_test_add_func ("/reading/secrets/code-name", test_code_name);
  g_test_add_func ("/reading/secrets/include-names", test_include_names);

  return g_test_run ();
}
