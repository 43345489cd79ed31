/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-stage-time.h"

#include "tide-test-snapshot.h"

typedef struct
{
  const char *name;
  const char *dates[4]; /* of the stages, in any order; "" for none */
  const char *day;      /* on which it is looked at; NULL for none */
  const char *expected; /* of the stages in order: "14", "0-364", or "?" */
} Case;

static const Case cases[] = {
  { "day", { "2024-01-01" }, "2024-08-02", "214" },
  { "same-day", { "2024-01-01" }, "2024-01-01", "0" },
  { "leap-day", { "2024-02-28" }, "2024-03-01", "2" },
  { "month", { "2024-01" }, "2024-06-29", "150-180" },
  { "year", { "2023" }, "2024-01-31", "31-395" },
  { "this-month", { "2024-06" }, "2024-06-10", "0-9" },
  { "this-year", { "2024" }, "2024-06-29", "0-180" },
  { "quarter", { "2023-Q3" }, "2023-10-01", "1-92" },
  { "two", { "2024-01-01", "2024-01-31" }, "2024-02-10", "30 10" },
  { "day-to-month", { "2024-01-15", "2024-03" }, "2024-04-01", "46-76 1-31" },
  { "within-a-year", { "2023", "2023-06" }, "2023-06-30", "0-180 0-29" },
  { "same-year", { "2023", "2023" }, "2023-12-31", "0-364 0-364" },
  { "not-in-order", { "2024-03-01", "2024-01-01", "2024-02-01" }, "2024-03-11", "31 29 10" },
  { "not-begun", { "2024-03-01" }, "2024-02-01", "?" },
  { "planned", { "2024-01-01", "2024-03-01" }, "2024-02-01", "60 ?" },
  { "no-date", { "" }, "2024-02-01", "?" },
  { "first-without-date", { "", "2024-01-01" }, "2024-01-11", "? 10" },
  { "no-dates", { "", "" }, "2024-01-11", "? ?" },
  { "no-day", { "2024-01-01" }, NULL, "?" },
  { "no-such-day", { "2023-02-30" }, "2023-03-01", "1" },
};

static TidePayload *
make_project (const char *const *dates)
{
  TideProjectPayload *project = tide_test_project_new ("p", "Robots", NULL);

  for (guint i = 0; i < 4 && dates[i] != NULL; i++)
    {
      TideStageEntry *entry;

      tide_test_project_add_stage (project, i % 2 == 0 ? "started" : "signed", NULL);
      entry = g_ptr_array_index (project->stages, i);
      if (*dates[i] != '\0')
        g_assert_true (tide_date_parse (dates[i], TRUE, &entry->date));
    }

  return tide_payload_seal (&project->base);
}

static char *
describe (const TideDays *days)
{
  if (!days->is_known)
    return g_strdup ("?");
  if (days->min == days->max)
    return g_strdup_printf ("%u", days->min);

  return g_strdup_printf ("%u-%u", days->min, days->max);
}

static void
test_time (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TidePayload) payload = make_project (test->dates);
  const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (payload);
  g_autoptr (GString) told = g_string_new (NULL);
  TideDate day = { 0 };

  if (test->day != NULL)
    g_assert_true (tide_date_parse (test->day, FALSE, &day));

  for (guint i = 0; i < project->stages->len; i++)
    {
      g_autofree char *text = NULL;
      TideDays days;

      tide_project_get_stage_days (project, i, tide_date_get_first_day (&day), &days);
      text = describe (&days);
      g_string_append_printf (told, "%s%s", i > 0 ? " " : "", text);
    }

  g_assert_cmpstr (told->str, ==, test->expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stage-time/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_time);
    }

  return g_test_run ();
}
