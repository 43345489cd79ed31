/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "core/tide-problem.h"
#include "core/tide-rate-rules.h"
#include "tide-test-register.h"

/* A register with three rates of the set "mid": two of US dollars and one of yen. */
static TideRegister *
register_new (void)
{
  static const struct
  {
    const char *from;
    const char *date;
    const char *value;
  } rates[] = {
    { "USD", "2023-06-30", "7.2258" },
    { "USD", "2023-10-31", "7.1779" },
    { "JPY", "2023-10-31", "0.048" },
  };
  TideRegister *reg = tide_test_register_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      TidePayload *rate = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);
      g_autoptr (TideStep) step = NULL;

      tide_test_payload_set (rate, "set", "mid");
      tide_test_payload_set (rate, "kind", "mid");
      tide_test_payload_set (rate, "from", rates[i].from);
      tide_test_payload_set (rate, "to", "CNY");
      tide_test_payload_set (rate, "date", rates[i].date);
      tide_test_payload_set (rate, "value", rates[i].value);
      tide_test_payload_set (rate, "source", "paper");
      step = tide_register_new_add_step (reg, TIDE_RECORD_RATE, rate);
      g_assert_true (tide_register_apply (reg, step, NULL));
    }

  return reg;
}

static void
type (TideDraft *draft, const char *path, const char *text)
{
  tide_field_set_text (tide_draft_get_field (draft, path), text);
}

static TideDraft *
draft_new (TideRegister *reg)
{
  TideDraft *draft = tide_draft_new (reg, TIDE_RECORD_RATE, NULL);

  type (draft, "set", "mid");
  type (draft, "from", "USD");
  type (draft, "to", "CNY");
  type (draft, "date", "2023-11-30");
  type (draft, "value", "7.1018");

  return draft;
}

static TideDraft *
edit (TideRegister *reg, const char *id)
{
  return tide_draft_new (reg, TIDE_RECORD_RATE,
                         tide_register_lookup_payload (reg, TIDE_RECORD_RATE, id));
}

typedef struct
{
  const char *name;
  const char *path;
  const char *text;
  const char *wrong; /* the field that says so */
  const char *sentence;
} RefusalRow;

static const RefusalRow refusals[] = {
  { "zero", "value", "0", "value", "0 is not above zero." },
  { "negative", "value", "-1", "value", "-1 is not above zero." },
  { "minus-zero", "value", "-0.0", "value", "0.0 is not above zero." },
  { "no-number", "value", "seven", "value", "“seven” is not a number." },
  { "per-cent", "value", "7.1%", "value", "“7.1%” is not a number." },
  { "too-precise", "value", "7.1234567", "value", "7.1234567 has more decimals than allowed." },
  { "unknown-currency", "from", "XYZ", "from", "“XYZ” is not a currency that Tideline knows." },
  { "unknown-other", "to", "yuan", "to", "“yuan” is not a currency that Tideline knows." },
  { "same", "to", "usd", "to", "Both currencies are the same." },
  { "no-date", "date", "soon", "date",
    "“soon” is not a date such as 2023, 2023-08 or 2023-08-15." },
  { "unreal-date", "date", "2023-02-29", "date",
    "“2023-02-29” is not a date such as 2023, 2023-08 or 2023-08-15." },
  { "too-early", "date", "1899-12-31", "date", "“1899-12-31” is not between 1900 and 2100." },
  { "too-late", "date", "3020", "date", "“3020” is not between 1900 and 2100." },
  { "taken", "date", "2023-10-31", "date",
    "The set has a rate of these currencies for this date." },
  { "bad-set", "set", "two words", "set",
    "“two words” cannot be an id: 1 to 64 letters, digits and . _ / - are allowed." },
};

static char *
dup_plain (const char *sentence)
{
  g_autoptr (GString) plain = g_string_new (sentence);

  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

/* Said while typing, and again when it shall be saved. */
static void
test_refused (gconstpointer data)
{
  const RefusalRow *row = data;
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);
  TideField *wrong = tide_draft_get_field (draft, row->wrong);
  const guint n_steps = tide_register_count_steps (reg);
  g_autofree char *typed = NULL;
  g_autofree char *saved = NULL;

  g_assert_null (tide_draft_check (draft));
  type (draft, row->path, row->text);
  typed = dup_plain (tide_field_get_problem (wrong));
  g_assert_cmpstr (typed, ==, row->sentence);
  g_assert_true (tide_draft_check (draft) == wrong);
  saved = dup_plain (tide_field_get_problem (wrong));
  g_assert_cmpstr (saved, ==, row->sentence);
  g_assert_false (tide_draft_commit (draft, NULL, NULL));
  g_assert_cmpuint (tide_register_count_steps (reg), ==, n_steps);
}

static void
test_problem_goes (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);

  type (draft, "date", "2023-10-31");
  g_assert_cmpuint (tide_draft_get_n_problems (draft), ==, 1);
  type (draft, "from", "EUR");
  g_assert_cmpuint (tide_draft_get_n_problems (draft), ==, 0);
}

static void
test_needed (void)
{
  static const char *const paths[] = { "set", "from", "to", "date", "value" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (TideRegister) reg = register_new ();
      g_autoptr (TideDraft) draft = draft_new (reg);
      TideField *field = tide_draft_get_field (draft, paths[i]);

      type (draft, paths[i], "");
      g_assert_null (tide_field_get_problem (field));
      g_assert_true (tide_draft_check (draft) == field);
      g_assert_cmpstr (tide_field_get_problem (field), ==, "This is needed.");
    }
}

static void
test_added (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;

  type (draft, "from", "eur");
  g_assert_true (tide_draft_commit (draft, &id, NULL));
  g_assert_cmpstr (id, ==, "mid/EUR/CNY/2023-11-30");
  g_assert_nonnull (tide_register_lookup (reg, TIDE_RECORD_RATE, id));
  label = tide_step_dup_label (tide_register_get_undo_step (reg));
  g_assert_nonnull (strstr (label, "EUR → CNY · 2023-11-30"));

  g_assert_true (tide_register_undo (reg));
  g_assert_null (tide_register_lookup (reg, TIDE_RECORD_RATE, id));
}

/* A new one that begins like another, but for date and value. */
static void
test_begun (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TidePayload) begun = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);
  g_autoptr (TideDraft) draft = NULL;
  g_autofree char *id = NULL;

  tide_test_payload_set (begun, "set", "mid");
  tide_test_payload_set (begun, "from", "USD");
  tide_test_payload_set (begun, "to", "CNY");
  draft = tide_draft_new (reg, TIDE_RECORD_RATE, begun);
  g_assert_null (tide_draft_get_original (draft));
  type (draft, "date", "2023-12");
  type (draft, "value", "7.1");
  g_assert_true (tide_draft_commit (draft, &id, NULL));
  g_assert_cmpstr (id, ==, "mid/USD/CNY/2023-12");
}

static void
test_value_edited (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "mid/USD/CNY/2023-10-31");
  const TideEdit *change;

  type (draft, "value", "7.18");
  g_assert_true (tide_draft_commit (draft, NULL, NULL));
  g_assert_cmpuint (tide_register_get_undo_step (reg)->edits->len, ==, 1);
  change = g_ptr_array_index (tide_register_get_undo_step (reg)->edits, 0);
  g_assert_cmpint (change->kind, ==, TIDE_EDIT_SET);
  g_assert_cmpstr (change->member, ==, "value");
}

typedef struct
{
  const char *path;
  const char *text;
  const char *id; /* afterwards */
} KeyRow;

static const KeyRow keys[] = {
  { "set", "average", "average/USD/CNY/2023-10-31" },
  { "from", "EUR", "mid/EUR/CNY/2023-10-31" },
  { "to", "HKD", "mid/USD/HKD/2023-10-31" },
  { "date", "2023-10", "mid/USD/CNY/2023-10" },
};

/* What a rate is about is its id: another one takes its place, in one step, with all else. */
static void
test_key_edited (gconstpointer data)
{
  const KeyRow *row = data;
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) after = NULL;
  g_autoptr (TideDraft) draft = edit (reg, "mid/USD/CNY/2023-10-31");
  const TideRatePayload *rate;
  g_autofree char *id = NULL;
  g_autofree char *value = NULL;

  type (draft, row->path, row->text);
  g_assert_true (tide_draft_commit (draft, &id, NULL));
  g_assert_cmpstr (id, ==, row->id);
  g_assert_null (tide_register_lookup (reg, TIDE_RECORD_RATE, "mid/USD/CNY/2023-10-31"));
  rate = TIDE_RATE_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_RATE, row->id));
  value = tide_decimal_dup_text (&rate->value);
  g_assert_cmpstr (value, ==, "7.1779");
  g_assert_cmpstr (rate->kind, ==, "mid");
  g_assert_cmpstr (rate->source, ==, "paper");
  g_assert_cmpuint (tide_register_get_undo_step (reg)->edits->len, ==, 2);

  g_assert_true (tide_register_undo (reg));
  after = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (before, after));
  g_assert_true (tide_register_redo (reg));
  g_assert_nonnull (tide_register_lookup (reg, TIDE_RECORD_RATE, row->id));
}

/* A rate is not in its own way. */
static void
test_key_kept (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "mid/USD/CNY/2023-10-31");

  type (draft, "kind", "annual-average");
  g_assert_null (tide_draft_check (draft));
  type (draft, "date", "2023-06-30");
  g_assert_true (tide_draft_check (draft) == tide_draft_get_field (draft, "date"));
}

typedef struct
{
  const char *name;
  const char *from;
  const char *value;
  const char *reading;
} ReadingRow;

static const ReadingRow readings[] = {
  { "usual", "USD", "7.1", "1 USD = 7.1 CNY" },
  { "first-of-its-pair", "EUR", "0.1", "1 EUR = 0.1 CNY" },
  { "twice", "USD", "14.2", "1 USD = 14.2 CNY" },
  { "turned-round", "USD", "0.14",
    "1 USD = 0.14 CNY. It is 7.1779 for 2023-10-31: are the currencies the wrong way round?" },
  { "point", "USD", "71.5",
    "1 USD = 71.5 CNY. It is 7.1779 for 2023-10-31: is the decimal point in the right place?" },
  { "small-turned-round", "JPY", "20.8",
    "1 JPY = 20.8 CNY. It is 0.048 for 2023-10-31: are the currencies the wrong way round?" },
  { "hundred-yen", "JPY", "4.8",
    "1 JPY = 4.8 CNY. It is 0.048 for 2023-10-31: is the decimal point in the right place?" },
  { "nothing", "USD", "", NULL },
  { "zero", "USD", "0", NULL },
};

/* Said beside the value, and no reason to refuse it. */
static void
test_reading (gconstpointer data)
{
  const ReadingRow *row = data;
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = draft_new (reg);
  TideField *value = tide_draft_get_field (draft, "value");

  type (draft, "value", row->value);
  type (draft, "from", row->from);
  g_assert_cmpstr (tide_field_get_understood (value), ==, row->reading);
  if (row->reading == NULL)
    return;

  g_assert_null (tide_draft_check (draft));
  g_assert_cmpstr (tide_field_get_understood (value), ==, row->reading);
}

static void
test_own_reading (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "mid/JPY/CNY/2023-10-31");

  type (draft, "value", "4.8");
  g_assert_cmpstr (tide_field_get_understood (tide_draft_get_field (draft, "value")), ==,
                   "1 JPY = 4.8 CNY");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/rate-rules/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refused);
    }
  g_test_add_func ("/rate-rules/problem-goes", test_problem_goes);
  g_test_add_func ("/rate-rules/needed", test_needed);
  g_test_add_func ("/rate-rules/added", test_added);
  g_test_add_func ("/rate-rules/begun", test_begun);
  g_test_add_func ("/rate-rules/value-edited", test_value_edited);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_strconcat ("/rate-rules/key-edited/", keys[i].path, NULL);

      g_test_add_data_func (path, &keys[i], test_key_edited);
    }
  g_test_add_func ("/rate-rules/key-kept", test_key_kept);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strconcat ("/rate-rules/reading/", readings[i].name, NULL);

      g_test_add_data_func (path, &readings[i], test_reading);
    }
  g_test_add_func ("/rate-rules/reading/own", test_own_reading);

  return g_test_run ();
}
