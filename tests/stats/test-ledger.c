/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-ledger.h"

#include "tide-test-register.h"

typedef struct
{
  const char *kind;
  const char *value;
  const char *currency;
  const char *date;
  gboolean is_left_out;
} Entry;

typedef struct
{
  const char *name;
  Entry entries[8];
  const char *expected; /* kind: running, running | totals; ... */
} Case;

static const Case cases[] = {
  { "empty", { { NULL } }, "" },
  { "one", { { "agreement", "5", "CNY", "2023" } }, "agreement: 5.00 | CNY 5.00" },
  { "by-date",
    { { "arrived", "3", "CNY", "2024" }, { "arrived", "2", "CNY", "2022-05" } },
    "arrived: 2.00, 5.00 | CNY 5.00" },
  { "reduction",
    { { "foreign-contracted", "10", "USD", "2022" },
      { "foreign-contracted", "-4.5", "USD", "2023" } },
    "foreign-contracted: 10.00, 5.50 | USD 5.50" },
  { "below-zero",
    { { "foreign-contracted", "-4.5", "USD", "2023" } },
    "foreign-contracted: -4.50 | USD -4.50" },
  { "kinds",
    { { "arrived", "1", "CNY", "2022" },
      { "intention", "9", "CNY", "2023" },
      { "x-loan", "7", "CNY", "2021" } },
    "intention: 9.00 | CNY 9.00; arrived: 1.00 | CNY 1.00; x-loan: 7.00 | CNY 7.00" },
  { "currencies",
    { { "arrived", "1", "CNY", "2021" },
      { "arrived", "2", "USD", "2022" },
      { "arrived", "4", "CNY", "2023" } },
    "arrived: 1.00, 2.00, 5.00 | CNY 5.00 USD 2.00" },
  { "not-counted",
    { { "arrived", "1", "CNY", "2021" },
      { "arrived", "2", "CNY", "2022", TRUE },
      { "arrived", "4", "CNY", "2023" } },
    "arrived: 1.00, -, 5.00 | CNY 5.00 (1 not counted)" },
  { "unknown",
    { { "arrived", "1", "CNY", "2021" }, { "arrived", NULL, NULL, "2022" } },
    "arrived: 1.00, - | CNY 1.00 (1 unknown)" },
  { "unknown-currency", { { "arrived", "1", "XXY", "2021" } }, "arrived: - | (1 unknown)" },
  { "too-large",
    { { "arrived", "90000000000000000", "CNY", "2021" },
      { "arrived", "90000000000000000", "CNY", "2022" },
      { "arrived", "1", "CNY", "2023" } },
    "arrived: 90,000,000,000,000,000.00, -, - | (too large)" },
};

static TidePayload *
make_project (const Case *test)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Robots");

  for (guint i = 0; test->entries[i].kind != NULL; i++)
    {
      const Entry *entry = &test->entries[i];
      g_autofree char *id = g_strdup_printf ("a%u", i);
      TidePayload *amount = tide_test_payload_add_entry (project, "amounts", id);

      tide_test_payload_set (amount, "kind", entry->kind);
      if (entry->value != NULL)
        tide_test_payload_set (amount, "value", entry->value);
      if (entry->currency != NULL)
        tide_test_payload_set (amount, "currency", entry->currency);
      tide_test_payload_set (amount, "date", entry->date);
      ((TideAmount *) amount)->counted = !entry->is_left_out;
    }

  return tide_payload_seal (project);
}

static void
describe_group (GString *text, const TideLedgerGroup *group)
{
  g_string_append_printf (text, "%s%s: ", text->len > 0 ? "; " : "", group->kind);
  for (guint i = 0; i < group->lines->len; i++)
    {
      const TideLedgerLine *line = &g_array_index (group->lines, TideLedgerLine, i);
      g_autofree char *running = tide_money_dup_exact (&line->running, TIDE_LANGUAGE_EN);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              *running != '\0' ? running + 4 : "-");
    }

  g_string_append (text, " |");
  for (guint i = 0; i < group->totals->len; i++)
    {
      g_autofree char *total
          = tide_money_dup_exact (&g_array_index (group->totals, TideMoney, i), TIDE_LANGUAGE_EN);

      g_string_append_printf (text, " %s", total);
    }
  if (group->n_not_counted > 0)
    g_string_append_printf (text, " (%u not counted)", group->n_not_counted);
  if (group->n_unknown > 0)
    g_string_append_printf (text, " (%u unknown)", group->n_unknown);
  if (group->is_too_large)
    g_string_append (text, " (too large)");
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TidePayload) project = make_project (test);
  g_autoptr (GPtrArray) groups = tide_ledger_new (TIDE_PROJECT_PAYLOAD (project));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    describe_group (text, g_ptr_array_index (groups, i));

  g_assert_cmpstr (text->str, ==, test->expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ledger/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
