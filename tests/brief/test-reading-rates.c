/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-brief.h"

#include "brief/tide-reading.h"

#include <string.h>

/* Two sets of rates, the one that the register prefers with two dates, and an event whose declared
 * amount has a date of its own. The order of the rates says nothing. */
#define HEAD                                                                                       \
  "{ \"format\": \"tideline-register\", \"version\": 1,"                                           \
  "  \"id\": \"01KARD0C0RPVS9CHECK3RTEST1\", \"title\": { \"en\": \"Rates\" },"                    \
  "  \"time-zone\": \"Asia/Shanghai\", \"currency\": \"CNY\", \"unit\": \"100-million\","
#define REST                                                                                       \
  "  \"events\": [ { \"id\": \"fair\", \"name\": { \"en\": \"Harbour Fair\" }, \"date\": "         \
  "\"2024\","                                                                                      \
  "    \"declared\": { \"amounts\": [ { \"id\": \"a1\", \"kind\": \"intention\","                  \
  "      \"value\": \"200000000\", \"currency\": \"USD\", \"date\": \"2020-12-31\" } ] } } ],"     \
  "  \"rates\": ["                                                                                 \
  "    { \"set\": \"bank\", \"kind\": \"mid\", \"from\": \"USD\", \"to\": \"CNY\","                \
  "      \"date\": \"2023-10-31\", \"value\": \"9.0000\" },"                                       \
  "    { \"set\": \"mid\", \"kind\": \"mid\", \"from\": \"USD\", \"to\": \"CNY\","                 \
  "      \"date\": \"2023-10-31\", \"value\": \"7.1779\" },"                                       \
  "    { \"set\": \"mid\", \"kind\": \"mid\", \"from\": \"USD\", \"to\": \"CNY\","                 \
  "      \"date\": \"2020-10-31\", \"value\": \"6.5249\" } ] }"

static const char mid[] = HEAD "  \"rate-set\": \"mid\"," REST;
static const char bank[] = HEAD "  \"rate-set\": \"bank\"," REST;
static const char fixed[] = HEAD "  \"rate-set\": \"mid\", \"rate-sets\": ["
                                 "    { \"id\": \"mid\", \"date\": \"2021-01-01\" } ]," REST;
static const char none[] = HEAD "  \"rate-set\": \"other\"," REST;

typedef struct
{
  const char *name;
  const char *reg;
  const char *text;
  const char *computed; /* of the converted amount; NULL where there is no rate */
} Case;

static const Case cases[] = {
  { "newest", mid, "They agreed on US$100 million, equal to 720 million yuan.", "717790000" },
  { "year", mid, "In 2021 they agreed on US$100 million, equal to 650 million yuan.", "652490000" },
  { "year-later", mid, "In 2023 they agreed on US$100 million, equal to 650 million yuan.",
    "717790000" },
  { "year-before-all", mid, "In 2019 they agreed on US$100 million, equal to 650 million yuan.",
    NULL },
  { "date-of-amount", mid,
    "At the Harbour Fair the intention total was US$200 million, equal to 1.3 billion yuan.",
    "1304980000" },
  { "other-set", bank, "They agreed on US$100 million, equal to 720 million yuan.", "900000000" },
  { "fixed-date", fixed, "In 2023 they agreed on US$100 million, equal to 650 million yuan.",
    "652490000" },
  { "no-such-set", none, "They agreed on US$100 million, equal to 720 million yuan.", NULL },
  { "backwards", mid, "They agreed on 720 million yuan, equal to US$100 million.", NULL },
  { "chinese", mid, "2021年签约1亿美元，折合6.5亿元。", "652490000" },
};

static void
test_conversion (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_parse (c->reg);
  g_autoptr (GError) error = NULL;
  g_autoptr (TideReading) reading = tide_reading_new (c->text, snapshot, NULL, NULL, NULL, &error);
  const GPtrArray *findings = tide_reading_get_findings (reading);
  const TideTextFinding *last = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    if (((const TideTextFinding *) g_ptr_array_index (findings, i))->kind
        == TIDE_TEXT_FINDING_AMOUNT)
      last = g_ptr_array_index (findings, i);
  g_assert_nonnull (last);
  g_assert_cmpstr (last->computed, ==, c->computed);
  if (c->computed == NULL)
    g_assert_cmpint (last->reason, ==, TIDE_TEXT_FINDING_NO_RATE);
}

/* Which rate it was is said. */
static void
test_basis (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_parse (mid);
  g_autoptr (GError) error = NULL;
  g_autoptr (TideReading) reading
      = tide_reading_new ("They agreed on US$100 million, equal to 720 million yuan.", snapshot,
                          NULL, NULL, NULL, &error);
  g_autofree char *basis = tide_reading_dup_basis (reading, 1);

  g_assert_no_error (error);
  g_assert_cmpstr (basis, ==, "Converted at 7.1779 for one USD, the rate of 2023-10-31 in “mid”.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reading/rates/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_conversion);
    }
  g_test_add_func ("/reading/rates/basis", test_basis);

  return g_test_run ();
}
