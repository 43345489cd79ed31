/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "core/tide-target.h"

#include "tide-test-register.h"

#include <string.h>

/* What is typed, the field that is wrong, and what is said beside it. */
typedef struct
{
  const char *name;
  const char *fields; /* path=text; … */
  const char *wrong;  /* nullable: path */
  const char *said;   /* part of the sentence, or of what the value was understood to be */
} Case;

static const Case cases[] = {
  { "sector", "sector=energy;amount-kind=agreement;period=2030;written=160亿元", NULL,
    "16,000,000,000" },
  { "dollars", "amount-kind=foreign-utilised;period=2030-Q3;written=US$1.06bn", NULL,
    "1,060,000,000" },
  { "division", "division=east;amount-kind=arrived;period=2030-08;written=5万元", NULL, "50,000" },
  { "event", "event=fair;amount-kind=intention;period=2030;written=12", NULL, "12" },
  { "indicator-in-its-unit", "indicator=output;period=2030;written=37000", NULL,
    "3,700,000,000,000" },
  { "indicator-grouped", "indicator=output;period=2030;written=37,000.5", NULL,
    "3,700,050,000,000" },
  { "indicator-in-words", "indicator=output;period=2030;written=3.7万亿元", NULL,
    "3,700,000,000,000" },
  { "indicator-without-money", "indicator=firms;period=2030;written=1,200", NULL, "= 1200 firms" },
  { "no-subject", "period=2030;written=5", "amount-kind", "needed" },
  { "no-kind", "sector=energy;period=2030;written=5", "amount-kind", "needed" },
  { "two-subjects", "sector=energy;event=fair;amount-kind=agreement;period=2030;written=5", "event",
    "named already" },
  { "indicator-and-sector", "sector=energy;indicator=output;period=2030;written=5", "indicator",
    "named already" },
  { "indicator-and-kind", "indicator=output;amount-kind=agreement;period=2030;written=5",
    "amount-kind", "named already" },
  { "no-period", "amount-kind=agreement;written=5", "period", "needed" },
  { "unreadable-period", "amount-kind=agreement;period=soon;written=5", "period", "not a date" },
  { "far-period", "amount-kind=agreement;period=2999;written=5", "period", "not between" },
  { "no-value", "amount-kind=agreement;period=2030", "written", "needed" },
  { "zero", "amount-kind=agreement;period=2030;written=0", "written", "not above zero" },
  { "below-zero", "amount-kind=agreement;period=2030;written=-5亿元", "written", "not above zero" },
  { "unreadable-value", "amount-kind=agreement;period=2030;written=much", "written",
    "not an amount" },
  { "too-large", "amount-kind=agreement;period=2030;written=1000000万亿元", "written",
    "too large" },
  { "other-currency", "indicator=output;period=2030;written=US$5bn", "written", "does not fit" },
  { "money-for-no-money", "indicator=firms;period=2030;written=5亿元", "written", "does not fit" },
};

static void
add_indicator (TideRegister *reg, const char *id, const char *path, const char *word)
{
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, id, id);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  tide_test_payload_set (indicator, path, word);
  if (g_str_equal (path, "unit/currency"))
    tide_test_payload_set (indicator, "unit/scale", "100000000");
  step = tide_register_new_add_step (reg, TIDE_RECORD_INDICATOR, indicator);
  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
}

static TideRegister *
register_new (void)
{
  TideRegister *reg = tide_test_register_new ();

  add_indicator (reg, "output", "unit/currency", "CNY");
  add_indicator (reg, "firms", "unit/name", "firms");

  return reg;
}

static void
type (TideDraft *draft, const char *fields)
{
  g_auto (GStrv) pairs = g_strsplit (fields, ";", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      tide_field_set_text (tide_draft_get_field (draft, pair[0]), pair[1]);
    }
}

static void
test_typed (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_TARGET, NULL);
  TideField *wrong;

  type (draft, "name/en=Target");
  type (draft, test->fields);
  wrong = tide_draft_check (draft);
  if (test->wrong == NULL)
    {
      TideField *written = tide_draft_get_field (draft, "written");

      g_assert_null (wrong != NULL ? tide_field_get_problem (wrong) : NULL);
      g_assert_nonnull (strstr (tide_field_get_understood (written), test->said));
      return;
    }

  g_assert_nonnull (wrong);
  g_assert_cmpstr (tide_field_get_path (wrong), ==, test->wrong);
  g_assert_nonnull (strstr (tide_field_get_problem (wrong), test->said));
}

static const TideTargetPayload *
get_target (TideRegister *reg, const char *id)
{
  return TIDE_TARGET_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_TARGET, id));
}

static char *
commit (TideDraft *draft)
{
  char *id = NULL;
  g_autoptr (GError) error = NULL;

  tide_draft_commit (draft, &id, &error);
  g_assert_no_error (error);

  return id;
}

static void
assert_value (const TideTargetPayload *target, const char *value, const char *currency)
{
  g_autofree char *text = tide_decimal_dup_text (&target->value);

  g_assert_cmpstr (text, ==, value);
  g_assert_cmpstr (target->currency, ==, currency);
}

static void
test_committed (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_TARGET, NULL);
  g_autofree char *id = NULL;

  type (draft, "name/en=Output;indicator=output;period=2030;written=3.7万亿元");
  id = commit (draft);
  assert_value (get_target (reg, id), "37000", "CNY");
  g_assert_cmpstr (get_target (reg, id)->written, ==, "3.7万亿元");

  tide_register_undo (reg);
  g_assert_null (get_target (reg, id));
  tide_register_redo (reg);
  assert_value (get_target (reg, id), "37000", "CNY");
}

/* A text is read again when what it is read for is another thing. */
static void
test_other_subject (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_TARGET, NULL);
  g_autoptr (TideDraft) again = NULL;
  g_autofree char *id = NULL;

  type (draft, "name/en=Agreed;amount-kind=agreement;period=2030;written=US$5bn");
  id = commit (draft);
  assert_value (get_target (reg, id), "5000000000", "USD");

  again = tide_draft_new (reg, TIDE_RECORD_TARGET, &get_target (reg, id)->base);
  type (again, "notes=Remark");
  g_free (commit (again));
  assert_value (get_target (reg, id), "5000000000", "USD");

  g_clear_object (&again);
  again = tide_draft_new (reg, TIDE_RECORD_TARGET, &get_target (reg, id)->base);
  type (again, "amount-kind=;indicator=output");
  g_assert_cmpstr (tide_field_get_path (tide_draft_check (again)), ==, "written");
}

static void
test_needed (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_TARGET, NULL);
  TideField *wrong;

  type (draft, "name/en=Agreed;amount-kind=agreement;period=2030;written=5bn");
  tide_draft_set_needed (draft, "division");
  wrong = tide_draft_check (draft);
  g_assert_nonnull (wrong);
  g_assert_cmpstr (tide_field_get_path (wrong), ==, "division");
  tide_draft_set_needed (draft, NULL);
  g_assert_null (tide_draft_check (draft));
}

/* The clock of the register stands still in November 2023. */
static void
test_past (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_TARGET, NULL);
  g_autoptr (TideDraft) edited = NULL;
  TideField *period = tide_draft_get_field (draft, "period");
  g_autofree char *id = NULL;

  type (draft, "name/en=Agreed;amount-kind=agreement;period=2023;written=5bn");
  g_assert_null (tide_field_get_understood (period));
  type (draft, "period=2022");
  g_assert_nonnull (strstr (tide_field_get_understood (period), "2022 is over"));
  g_assert_null (tide_draft_check (draft));
  g_assert_nonnull (strstr (tide_field_get_understood (period), "2022 is over"));

  id = commit (draft);
  edited = tide_draft_new (reg, TIDE_RECORD_TARGET, &get_target (reg, id)->base);
  g_assert_null (tide_field_get_understood (tide_draft_get_field (edited, "period")));
}

static void
test_without_words (void)
{
  g_autoptr (TideRegister) reg = register_new ();
  TidePayload *payload = tide_test_payload_new (TIDE_RECORD_TARGET, "t", "Target");
  g_autoptr (TideStep) step = NULL;
  g_autoptr (TideDraft) draft = NULL;
  TideField *written;

  tide_test_payload_set (payload, "amount-kind", "agreement");
  tide_test_payload_set (payload, "period", "2030");
  tide_test_payload_set (payload, "value", "12000");
  tide_test_payload_set (payload, "currency", "USD");
  step = tide_register_new_add_step (reg, TIDE_RECORD_TARGET, payload);
  g_assert_true (tide_register_apply (reg, step, NULL));

  draft = tide_draft_new (reg, TIDE_RECORD_TARGET, &get_target (reg, "t")->base);
  written = tide_draft_get_field (draft, "written");
  g_assert_cmpstr (tide_field_get_text (written), ==, "12000");
  g_assert_false (tide_draft_get_changed (draft));
  type (draft, "written=13000");
  g_free (commit (draft));
  assert_value (get_target (reg, "t"), "13000", "USD");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/target/typed/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_typed);
    }
  g_test_add_func ("/target/committed", test_committed);
  g_test_add_func ("/target/other-subject", test_other_subject);
  g_test_add_func ("/target/needed", test_needed);
  g_test_add_func ("/target/past", test_past);
  g_test_add_func ("/target/without-words", test_without_words);

  return g_test_run ();
}
