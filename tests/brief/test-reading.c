/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-brief.h"

#include "brief/tide-reading.h"

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

static const TideTextFinding *
find (TideReading *reading, TideTextFindingKind kind)
{
  const GPtrArray *findings = tide_reading_get_findings (reading);

  for (guint i = 0; i < findings->len; i++)
    if (((const TideTextFinding *) g_ptr_array_index (findings, i))->kind == kind)
      return g_ptr_array_index (findings, i);

  return NULL;
}

static void
assert_sentence (const char *text,
                 TideTextFindingKind kind,
                 const char *quote,
                 const char *expected)
{
  g_autoptr (TideReading) reading = read_text (text);
  const TideTextFinding *finding = find (reading, kind);
  g_autofree char *found = NULL;
  g_autofree char *sentence = NULL;

  g_assert_nonnull (finding);
  found = g_strndup (text + finding->start, finding->end - finding->start);
  sentence = tide_text_finding_dup_sentence (finding);
  g_assert_cmpstr (found, ==, quote);
  g_assert_cmpstr (sentence, ==, expected);
}

/* Findings are told in bytes of the text as it was given. */
static void
test_sentences (void)
{
  assert_sentence ("对接会意向总投资１６０亿元。", TIDE_TEXT_FINDING_AMOUNT, "１６０亿元",
                   "The register gives it: 16 billion yuan, by rounding 15.5 billion yuan to 16.5 "
                   "billion yuan.");
  assert_sentence ("对接会意向总投资190亿元。", TIDE_TEXT_FINDING_AMOUNT, "190亿元",
                   "The register gives 16 billion yuan, by rounding 15.5 billion yuan to 16.5 "
                   "billion yuan.");
  assert_sentence ("对接会意向总投资16亿元。", TIDE_TEXT_FINDING_AMOUNT, "16亿元",
                   "The unit may be wrong: it should be 16 billion yuan, by rounding 15.5 billion "
                   "yuan to 16.5 billion yuan.");
  assert_sentence ("The office counted 58 firms, made up of 31 firms and 25 firms.",
                   TIDE_TEXT_FINDING_COUNT, "58 firms", "The text itself gives 56.");
  assert_sentence ("Yuyao County", TIDE_TEXT_FINDING_DIVISION, "Yuyao County",
                   "The division is of another rank: County-level city.");
  assert_sentence ("Since 2017 it is so.", TIDE_TEXT_FINDING_YEAR, "2017", "Recognised.");
  assert_sentence ("Loans of 1.2 billion yuan were granted.", TIDE_TEXT_FINDING_AMOUNT,
                   "1.2 billion yuan",
                   "It cannot be checked: the register has nothing to compare it with.");
  assert_sentence (
      "Output of strategic emerging industries rose from 222.4 billion yuan in 2015 to "
      "641.1 billion yuan in 2022, by 16.3 % a year.",
      TIDE_TEXT_FINDING_GROWTH, "16.3 %",
      "It follows from the levels of 2015 and 2022: 16.328 %, by rounding 16.323 % to "
      "16.333 %.");
  assert_sentence ("Added value of strategic emerging industries rose 17.9 % a year from 2015 to "
                   "2022.",
                   TIDE_TEXT_FINDING_GROWTH, "17.9 %",
                   "The levels of 2015 and 2022 give 17.780 %, by rounding 17.755 % to 17.806 %.");
  assert_sentence ("Of 58 firms, 31 firms are private, 53.4 %.", TIDE_TEXT_FINDING_SHARE, "53.4 %",
                   "It follows from other figures of the text: 53.448 %.");
  assert_sentence ("It has 58 firms, of which 61 firms are private.", TIDE_TEXT_FINDING_COUNT,
                   "58 firms",
                   "It cannot be checked: the register has nothing to compare it with.");
}

/* What a sentence says of a finding that is not read out of a text. */
static void
assert_numbers (TideTextFinding *finding, const char *digits, const char *expected)
{
  g_autofree char *sentence = NULL;

  finding->verdict = TIDE_TEXT_FINDING_DIFFERS;
  finding->computed = finding->low = finding->high = (char *) digits;
  sentence = tide_text_finding_dup_sentence (finding);
  g_assert_cmpstr (sentence, ==, expected);
}

/* In the unit that holds all digits, as long as that is short. */
static void
test_numbers (void)
{
  TideTextFinding yuan = { .kind = TIDE_TEXT_FINDING_AMOUNT, .unit = (char *) "CNY" };
  TideTextFinding yen = { .kind = TIDE_TEXT_FINDING_LEVEL, .unit = (char *) "JPY" };
  TideTextFinding dollars = { .kind = TIDE_TEXT_FINDING_AMOUNT,
                              .unit = (char *) "CNY",
                              .computed_unit = (char *) "USD" };
  TideTextFinding points
      = { .kind = TIDE_TEXT_FINDING_GROWTH, .unit = (char *) "percentage-points" };
  TideTextFinding jobs = { .kind = TIDE_TEXT_FINDING_COUNT, .unit = (char *) "jobs" };

  assert_numbers (&yuan, "16000000000", "The register gives 16 billion yuan.");
  assert_numbers (&yuan, "1304980000", "The register gives 1,304.98 million yuan.");
  assert_numbers (&yuan, "7608574123", "The register gives about 7.61 billion yuan.");
  assert_numbers (&yuan, "950", "The register gives 950 yuan.");
  assert_numbers (&dollars, "1060000000", "The register gives US$1.06 billion.");
  assert_numbers (&yen, "32000000", "The register gives JPY 32 million.");
  assert_numbers (&points, "-1.800", "The register gives −1.800 percentage points.");
  assert_numbers (&jobs, "12500", "The register gives 12,500.");

  tide_language_prefer ("zh");
  assert_numbers (&yuan, "16000000000", "The register gives 160亿元.");
  assert_numbers (&yuan, "130498000", "The register gives 13049.8万元.");
  assert_numbers (&dollars, "1060000000", "The register gives 10.6亿美元.");
  assert_numbers (&jobs, "12500", "The register gives 12500.");
  tide_language_prefer (NULL);
}

/* What a finding stands on can be opened. */
static void
test_record (void)
{
  g_autoptr (TideReading) reading
      = read_text ("Added value of strategic emerging industries rose 17.9 % a year from 2015 to "
                   "2022.");
  const TideTextFinding *finding = find (reading, TIDE_TEXT_FINDING_GROWTH);

  g_assert_nonnull (finding);
  g_assert_cmpint (finding->verdict, ==, TIDE_TEXT_FINDING_DIFFERS);
  g_assert_cmpint (finding->record_kind, ==, TIDE_RECORD_INDICATOR);
  g_assert_cmpstr (finding->record, ==, "sei-added-value");
  g_assert_cmpstr (finding->path, ==, "observations");
  g_assert_cmpstr (finding->computed, ==, "17.780");
  g_assert_cmpstr (finding->low, ==, "17.755");
  g_assert_cmpstr (finding->high, ==, "17.806");
}

/* “up to” behind “from” is the end of a course, and no limit. */
static void
test_qualifiers (void)
{
  static const struct
  {
    const char *text;
    TideTextFindingQualifier qualifier; /* of the last count */
  } cases[] = {
    { "The laboratory has fewer than 20 research teams.", TIDE_TEXT_FINDING_LESS_THAN },
    { "The laboratory has up to 20 research teams.", TIDE_TEXT_FINDING_UP_TO },
    { "The laboratory grew from 12 research teams up to 16 research teams.",
      TIDE_TEXT_FINDING_EXACTLY },
    { "实验室有不超过20支科研团队。", TIDE_TEXT_FINDING_UP_TO },
    { "实验室有超过20支科研团队。", TIDE_TEXT_FINDING_MORE_THAN },
    { "实验室有不到20支科研团队。", TIDE_TEXT_FINDING_LESS_THAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TideReading) reading = read_text (cases[i].text);
      const GPtrArray *findings = tide_reading_get_findings (reading);
      const TideTextFinding *last = g_ptr_array_index (findings, findings->len - 1);

      g_assert_cmpint (last->kind, ==, TIDE_TEXT_FINDING_COUNT);
      g_assert_cmpint (last->qualifier, ==, cases[i].qualifier);
    }
}

static void
test_multiples (void)
{
  assert_sentence ("From 2015 to 2022, output value of strategic emerging industries doubled.",
                   TIDE_TEXT_FINDING_GROWTH, "doubled",
                   "The levels of 2015 and 2022 give 2.883 times as much, by rounding 2.882 times "
                   "as much to 2.884 times as much.");
  assert_sentence ("园区企业由40家增至120家，增长2倍。", TIDE_TEXT_FINDING_GROWTH, "2倍",
                   "It follows from other figures of the text: 2.000 times more.");
}

static void
test_more_than_whole (void)
{
  g_autoptr (TideReading) reading = read_text ("It has 58 firms, of which 61 firms are private.");
  const TideTextFinding *part = g_ptr_array_index (tide_reading_get_findings (reading), 1);
  g_autofree char *sentence = tide_text_finding_dup_sentence (part);
  g_autofree char *basis = tide_reading_dup_basis (reading, 1);

  g_assert_cmpint (part->verdict, ==, TIDE_TEXT_FINDING_CONFLICTS);
  g_assert_cmpstr (sentence, ==, "It is a part, and more than its whole: 58.");
  g_assert_cmpstr (basis, ==, "Compared with other figures of the text: “58 firms”.");
}

static void
test_others (void)
{
  g_autoptr (TideReading) reading
      = read_text ("In 2021 it counted 56 firms, made up of 31 firms and 25 firms.");
  const TideTextFinding *finding = find (reading, TIDE_TEXT_FINDING_COUNT);

  g_assert_nonnull (finding->others);
  g_assert_cmpuint (finding->others->len, ==, 2);
  g_assert_cmpuint (g_array_index (finding->others, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (finding->others, guint, 1), ==, 3);
}

/* What a verdict stands on can be read: rows of the register, or other figures. */
static void
test_basis (void)
{
  g_autoptr (TideReading) growth
      = read_text ("Added value of strategic emerging industries rose 17.9 % a year from 2015 to "
                   "2022.");
  g_autoptr (TideReading) sum
      = read_text ("It counted 56 firms, made up of 31\nfirms and 25 firms.");
  g_autofree char *rows = tide_reading_dup_basis (growth, 0);
  g_autofree char *figures = tide_reading_dup_basis (sum, 0);
  g_autofree char *nothing = tide_reading_dup_basis (sum, 1);

  g_assert_cmpstr (rows, ==,
                   "Compared with “Added value of strategic emerging industries” of 2015 "
                   "and 2022.");
  g_assert_cmpstr (figures, ==, "Compared with other figures of the text: “31 firms”, “25 firms”.");
  g_assert_null (nothing);
}

static void
test_odd_texts (void)
{
  static const char *const texts[] = { "",
                                       " ",
                                       "\n\n\n",
                                       "1",
                                       "亿",
                                       "%",
                                       "百分之",
                                       "1,",
                                       "1.",
                                       "-1",
                                       "16\n",
                                       "2015-",
                                       "from",
                                       "9999999999999999999999 yuan",
                                       "一二三四五六七八九一二三四五六七八九亿元",
                                       "between 5 and",
                                       "5 to ",
                                       "“",
                                       "《",
                                       "(",
                                       "由",
                                       "1亿亿亿亿亿亿元",
                                       "year-on-year",
                                       "\xf0\x9f\x8c\x8a 17 projects" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TideReading) reading = read_text (texts[i]);
      const GPtrArray *findings = tide_reading_get_findings (reading);

      for (guint j = 0; j < findings->len; j++)
        {
          const TideTextFinding *finding = g_ptr_array_index (findings, j);

          g_assert_cmpuint (finding->start, <, finding->end);
          g_assert_cmpuint (finding->end, <=, strlen (texts[i]));
        }
    }
}

static void
cancel (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, <=, 1);
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TideReading) reading
      = tide_reading_new ("17 projects", snapshot, cancel, cancellable, cancellable, &error);

  g_assert_null (reading);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  GCancellable *cancellable;
  guint cancel_at; /* at which report; 0 for none */
  guint n;
  double last;
} Watch;

static void
watch (double fraction, gpointer data)
{
  Watch *self = data;

  g_assert_cmpfloat (fraction, >=, self->last);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  if (++self->n == self->cancel_at)
    g_cancellable_cancel (self->cancellable);
}

static char *
make_long_text (gsize least)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "tests", "brief", "corpus", "report-en.txt", NULL);
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  g_file_get_contents (path, &report, NULL, &error);
  g_assert_no_error (error);
  while (text->len < least)
    g_string_append (text, report);

  return g_string_free_and_steal (text);
}

/* It is told often how far it is, never backwards, and no report is made after it was cancelled. */
static void
test_progress (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autofree char *text = make_long_text (1000000);
  g_autofree char *shorter = make_long_text (100000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watch whole = { .cancellable = cancellable };
  g_autoptr (TideReading) reading
      = tide_reading_new (text, snapshot, watch, &whole, cancellable, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (whole.n, >=, 50);
  g_assert_cmpfloat (whole.last, >, 0.98);
  for (guint i = 1; i < whole.n; i += 12)
    {
      g_autoptr (GCancellable) other = g_cancellable_new ();
      g_autoptr (GError) cancelled = NULL;
      Watch cut = { .cancellable = other, .cancel_at = i };
      g_autoptr (TideReading) none
          = tide_reading_new (shorter, snapshot, watch, &cut, other, &cancelled);

      g_assert_null (none);
      g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (cut.n, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/sentences", test_sentences);
  g_test_add_func ("/reading/numbers", test_numbers);
  g_test_add_func ("/reading/record", test_record);
  g_test_add_func ("/reading/qualifiers", test_qualifiers);
  g_test_add_func ("/reading/multiples", test_multiples);
  g_test_add_func ("/reading/more-than-whole", test_more_than_whole);
  g_test_add_func ("/reading/others", test_others);
  g_test_add_func ("/reading/basis", test_basis);
  g_test_add_func ("/reading/odd-texts", test_odd_texts);
  g_test_add_func ("/reading/cancel", test_cancel);
  g_test_add_func ("/reading/progress", test_progress);

  return g_test_run ();
}
