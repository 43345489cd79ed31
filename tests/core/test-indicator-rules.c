/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "core/tide-indicator-rules.h"
#include "core/tide-observation.h"
#include "tide-test-register.h"

static TidePayload *
add_observation (TidePayload *indicator, const char *period, const char *value, const char *written)
{
  TidePayload *entry = tide_test_payload_add_entry (indicator, "observations", NULL);

  tide_test_payload_set (entry, "period", period);
  tide_test_payload_set (entry, "value", value);
  if (written != NULL)
    tide_test_payload_set (entry, "written", written);

  return entry;
}

static TidePayload *
add_growth (TidePayload *indicator, const char *from, const char *to)
{
  TidePayload *entry = tide_test_payload_add_entry (indicator, "growth", NULL);

  tide_test_payload_set (entry, "from", from);
  tide_test_payload_set (entry, "to", to);
  tide_test_payload_set (entry, "rate", "16.3");

  return entry;
}

static TidePayload *
create_indicator (const char *id)
{
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, id, "Output");

  tide_test_payload_set (indicator, "unit/currency", "CNY");
  tide_test_payload_set (indicator, "unit/scale", "100000000");

  return indicator;
}

/* `sound` is as it should be; `old` has been read with a slip that nobody has touched. */
static TideRegister *
create_register (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  TidePayload *sound = create_indicator ("sound");
  TidePayload *old = create_indicator ("old");

  add_observation (sound, "2015", "2224", "222.4 billion yuan");
  add_observation (sound, "2022", "6411", "641.1 billion yuan");
  add_growth (sound, "2015", "2022");
  tide_snapshot_add (snapshot, TIDE_RECORD_INDICATOR, sound);
  add_observation (old, "2015", "222.4", "222.4 billion yuan");
  add_growth (old, "2022", "2015");
  tide_snapshot_add (snapshot, TIDE_RECORD_INDICATOR, old);

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static TideDraft *
edit (TideRegister *reg, const char *id)
{
  return tide_draft_new (reg, TIDE_RECORD_INDICATOR,
                         tide_register_lookup_payload (reg, TIDE_RECORD_INDICATOR, id));
}

static void
type (TideDraft *draft, const char *words)
{
  g_auto (GStrv) pairs = g_strsplit (words, "; ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      tide_field_set_text (tide_draft_get_field (draft, pair[0]), pair[1]);
    }
}

static TideDraft *
get_entry (TideDraft *draft, const char *list, int index)
{
  g_autoptr (TideDraft) entry = NULL;

  if (index < 0)
    return tide_draft_append_entry (draft, list);

  entry = g_list_model_get_item (tide_draft_get_entries (draft, list), (guint) index);

  return entry;
}

typedef struct
{
  const char *name;
  const char *list;
  int index; /* -1 for one more entry */
  const char *typed;
  const char *path; /* of the field with the problem; NULL where there is none */
  const char *problem;
} Case;

static const Case cases[] = {
  { "another-year", "observations", -1, "period=2016; value=2300", NULL, NULL },
  { "quarter-beside-year", "observations", -1, "period=2015-Q1; value=500", NULL, NULL },
  { "revision", "observations", -1, "period=2015; value=2200; revision=1", NULL, NULL },
  { "second-value", "observations", -1, "period=2015; value=2200", "period",
    "2015 has a value already. Say which revision this one is, or change the other." },
  { "moved-onto-another", "observations", 1, "period=2015", "period",
    "2015 has a value already. Say which revision this one is, or change the other." },
  { "no-period", "observations", -1, "value=2200", "period", "This is needed." },
  { "text-for-value", "observations", 0, "value=a lot", "value", "“a lot” is not a number." },
  { "wrong-unit", "observations", 0, "value=222.4", "value",
    "“222.4 billion yuan” is 2224 in the unit of the indicator, not 222.4." },
  { "wrong-unit-as-written", "observations", -1, "period=2016; value=250; written=250万元", "value",
    "“250万元” is 0.025 in the unit of the indicator, not 250." },
  { "right-unit", "observations", -1, "period=2016; value=250; written=250亿元", NULL, NULL },
  { "rounded", "observations", -1, "period=2016; value=2501; written=250.06 bn yuan", NULL, NULL },
  { "rounded-away", "observations", -1, "period=2016; value=2502; written=250.06 bn yuan", "value",
    "“250.06 bn yuan” is 2500.6 in the unit of the indicator, not 2502." },
  { "other-currency", "observations", -1, "period=2016; value=10.6; written=US$1.06 bn", "value",
    "“US$1.06 bn” is in USD, the indicator is in CNY." },
  { "words-beside-numbers", "observations", -1, "period=2016; value=5; written=some five", NULL,
    NULL },
  { "number-alone", "observations", -1, "period=2016; value=5; written=5.0", NULL, NULL },
  { "growth-of-text", "growth", 0, "rate=strong", "rate", "“strong” is not a number." },
  { "growth-in-per-cent", "growth", 0, "rate=16.30 %", NULL, NULL },
  { "growth-below-zero", "growth", 0, "rate=-2.5", NULL, NULL },
  { "growth-too-precise", "growth", 0, "rate=16.1234567", "rate",
    "16.1234567 has more decimals than allowed." },
  { "span-backwards", "growth", 0, "to=2014", "to", "“2014” comes before the start, 2015." },
  { "span-of-nothing", "growth", 0, "to=2015", "to",
    "Both periods are 2015: there is no growth within one." },
  { "unlike-periods", "growth", 0, "to=2022-Q3", "to",
    "“Q3 2022” and “2015” are not of the same length." },
  { "quarters", "growth", 0, "from=2015-Q3; to=2022-Q3", NULL, NULL },
  { "no-end", "growth", 0, "to=", "to", "This is needed." },
  { "same-span", "growth", -1, "from=2015; to=2022; rate=16.0", "from",
    "“2015” is already in use." },
  { "same-span-other-basis", "growth", -1, "from=2015; to=2022; rate=16.0; basis=nominal", NULL,
    NULL },
  { "unit-of-nothing", NULL, 0, "unit/scale=0", "unit/scale", "0 is not above zero." },
  { "unit-below-nothing", NULL, 0, "unit/scale=-100", "unit/scale", "-100 is not above zero." },
};

static void
assert_problem (TideDraft *draft, TideDraft *owner, const Case *test)
{
  TideField *field = tide_draft_check (draft);

  if (test->path == NULL)
    {
      g_assert_null (field);
      return;
    }

  g_assert_true (field == tide_draft_get_field (owner, test->path));
  g_assert_cmpstr (tide_field_get_problem (field), ==, test->problem);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TideRegister) reg = create_register ();
  g_autoptr (TideDraft) draft = edit (reg, "sound");
  g_autoptr (GError) error = NULL;
  TideDraft *owner = test->list != NULL ? get_entry (draft, test->list, test->index) : draft;

  type (owner, test->typed);
  assert_problem (draft, owner, test);

  g_assert_cmpint (tide_draft_commit (draft, NULL, &error), ==, test->path == NULL);
  g_assert_cmpint (tide_register_get_modified (reg), ==, test->path == NULL);
}

/* Another unit of the whole makes what was right wrong. */
static void
test_unit_of_all (void)
{
  g_autoptr (TideRegister) reg = create_register ();
  g_autoptr (TideDraft) draft = edit (reg, "sound");
  TideField *field;

  type (draft, "unit/scale=1000000000");
  field = tide_draft_check (draft);

  g_assert_true (field == tide_draft_get_field (get_entry (draft, "observations", 0), "value"));
  g_assert_cmpstr (tide_field_get_problem (field), ==,
                   "“222.4 billion yuan” is 222.4 in the unit of the indicator, not 2224.");
}

/* What was read with a slip can be left as it is, and is told once it is touched. */
static void
test_untouched (void)
{
  g_autoptr (TideRegister) reg = create_register ();
  g_autoptr (TideDraft) draft = edit (reg, "old");

  type (draft, "notes=checked");
  g_assert_null (tide_draft_check (draft));

  type (get_entry (draft, "growth", 0), "rate=16.4");
  g_assert_true (tide_draft_check (draft)
                 == tide_draft_get_field (get_entry (draft, "growth", 0), "to"));
}

static void
test_list (void)
{
  g_autoptr (TideRegister) reg = create_register ();
  const TidePayload *sound = tide_register_lookup_payload (reg, TIDE_RECORD_INDICATOR, "sound");
  const TidePayload *old = tide_register_lookup_payload (reg, TIDE_RECORD_INDICATOR, "old");
  g_autoptr (GPtrArray) none = tide_indicator_list_problems (TIDE_INDICATOR_PAYLOAD (sound));
  g_autoptr (GPtrArray) problems = tide_indicator_list_problems (TIDE_INDICATOR_PAYLOAD (old));

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpstr (((TideProblem *) g_ptr_array_index (problems, 0))->field, ==,
                   "observations[0].value");
  g_assert_cmpstr (((TideProblem *) g_ptr_array_index (problems, 1))->field, ==, "growth[0].to");
}

static void
test_revisions (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    int order;
  } rows[] = {
    { NULL, NULL, 0 }, { NULL, "1", -1 }, { "1", NULL, 1 },       { "1", "1", 0 },
    { "2", "10", -1 }, { "10", "9", 1 },  { "2023", "2024", -1 }, { "r2", "r10", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const int order = tide_revision_compare (rows[i].a, rows[i].b);

      g_assert_cmpint ((order > 0) - (order < 0), ==, rows[i].order);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/indicator-rules/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/indicator-rules/unit-of-all", test_unit_of_all);
  g_test_add_func ("/indicator-rules/untouched", test_untouched);
  g_test_add_func ("/indicator-rules/list", test_list);
  g_test_add_func ("/indicator-rules/revisions", test_revisions);

  return g_test_run ();
}
