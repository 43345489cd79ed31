/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "ui/lists/tide-project-text.h"

/* What the amounts of a project come to in a list, in yuan at no rate at all. */
typedef struct
{
  const char *name;
  const char *amounts; /* "CNY 100, USD 5" */
  const char *shown;
} AmountRow;

static const AmountRow rows[] = {
  { "none", "", "" },
  { "one", "CNY 99950000", "99,950,000" },
  { "several", "CNY 99950000, CNY 0.5", "99,950,000.50" },
  { "reduction", "CNY 100, CNY -30", "70" },
  { "below-zero", "CNY 100, CNY -1030", "-930" },
  { "nothing", "CNY 100, CNY -100", "0" },
  { "unpriced", "USD 5, USD 6", "US$11" },
  { "unpriced-several", "USD 5, EUR 6", "Several" },
  { "in-part", "CNY 100, USD 6", "100 +" },
  { "too-large", "CNY 90000000000000000, CNY 90000000000000000", "Too Large to Add Up" },
  { "too-large-in-part", "CNY 90000000000000000, CNY 90000000000000000, USD 1",
    "Too Large to Add Up" },
};

static TidePayload *
project_new (const char *amounts)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Plant");
  g_auto (GStrv) parts = g_strsplit (amounts, ", ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 2);
      g_autofree char *id = g_strdup_printf ("a%u", i);
      TidePayload *amount = tide_test_payload_add_entry (project, "amounts", id);

      tide_test_payload_set (amount, "kind", "agreement");
      tide_test_payload_set (amount, "currency", words[0]);
      tide_test_payload_set (amount, "value", words[1]);
    }

  return tide_payload_seal (project);
}

static void
test_amount (gconstpointer data)
{
  const AmountRow *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TidePayload) project = project_new (row->amounts);
  g_autofree char *shown = tide_project_text_dup_amount (snapshot, TIDE_PROJECT_PAYLOAD (project),
                                                         TIDE_AMOUNT_KIND_AGREEMENT);

  g_assert_cmpstr (shown, ==, row->shown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/project-text/amount/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_amount);
    }

  return g_test_run ();
}
