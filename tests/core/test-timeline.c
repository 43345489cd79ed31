/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-timeline.h"

#include "tide-test-snapshot.h"

#include <string.h>

/* 2024-03-01 */
#define TODAY 738946

typedef struct
{
  const char *name;
  const char *stages;   /* "stage date", by ";" */
  const char *plans[3]; /* start, completion, production; NULL for none */
  const char *status;   /* NULL for normal */
  const char *expected; /* "*" present, "<" back, "!" late, "(…)" planned */
} Case;

static const Case cases[] = {
  { "nothing", "", { NULL }, NULL, "" },
  { "log", "lead 2022; signed 2023-05", { NULL }, NULL, "lead *signed" },
  { "back", "signed 2022; lead 2023", { NULL }, NULL, "signed *<lead" },
  { "planned",
    "signed 2022",
    { "2024-06", "2025", "2026" },
    NULL,
    "*signed (started 2024-06) (completed 2025) (producing 2026)" },
  { "planned-this-month", "signed 2022", { "2024-03" }, NULL, "*signed (started 2024-03)" },
  { "late-plan", "signed 2022", { "2024-02" }, NULL, "*signed !(started 2024-02)" },
  { "late-plan-paused", "signed 2022", { "2024-02" }, "paused", "*signed !(started 2024-02)" },
  { "late-plan-ended", "signed 2022", { "2024-02" }, "terminated", "*signed (started 2024-02)" },
  { "reached", "started 2023-06", { "2023-06" }, NULL, "*started=2023-06" },
  { "reached-late", "started 2023-06", { "2023-05" }, NULL, "*!started=2023-05" },
  { "perhaps-late", "started 2023", { "2023-05" }, NULL, "*started=2023-05" },
  { "passed-over", "producing 2023-06", { "2023-05" }, NULL, "*producing" },
  { "gone-back-after",
    "started 2022; signed 2023; started 2024",
    { "2021", "2025" },
    NULL,
    "!started=2021 <signed *started (completed 2025)" },
};

static TidePayload *
make_project (const Case *test)
{
  static const char *const paths[] = { "plans/start", "plans/completion", "plans/production" };
  TideProjectPayload *project = tide_test_project_new ("p", "Robots", NULL);
  g_auto (GStrv) stages = g_strsplit (test->stages, ";", -1);

  for (guint i = 0; stages[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (stages[i]), " ", 2);
      TideStageEntry *entry;

      tide_test_project_add_stage (project, words[0], NULL);
      entry = g_ptr_array_index (project->stages, i);
      g_assert_true (tide_date_parse (words[1], FALSE, &entry->date));
    }
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      TideValue value = { .kind = TIDE_MEMBER_DATE };

      if (test->plans[i] == NULL)
        continue;
      g_assert_true (tide_date_parse (test->plans[i], FALSE, &value.as.date));
      g_assert_true (tide_payload_set_value_at (&project->base, paths[i], &value));
    }
  if (test->status != NULL)
    tide_test_project_add_status (project, test->status);

  return tide_payload_seal (&project->base);
}

static void
describe (GString *text, const TideMilestone *milestone)
{
  g_autofree char *planned = tide_date_dup_text (&milestone->planned);
  const char *stage = tide_codes_get_code (TIDE_CODES_STAGE, (guint) milestone->stage);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (milestone->is_present)
    g_string_append_c (text, '*');
  if (milestone->is_late)
    g_string_append_c (text, '!');
  if (milestone->goes_back)
    g_string_append_c (text, '<');
  if (milestone->entry == NULL)
    g_string_append_printf (text, "(%s %s)", stage, planned);
  else
    g_string_append_printf (text, "%s%s%s", stage, planned != NULL && *planned != '\0' ? "=" : "",
                            planned != NULL ? planned : "");
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TidePayload) payload = make_project (test);
  g_autoptr (GArray) timeline = tide_timeline_new (TIDE_PROJECT_PAYLOAD (payload), TODAY);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < timeline->len; i++)
    describe (told, &g_array_index (timeline, TideMilestone, i));

  g_assert_cmpstr (told->str, ==, test->expected);
}

/* The time in a stage is what tide_project_get_stage_days() says. */
static void
test_days (void)
{
  const Case test = { .stages = "lead 2023-11-01; signed 2024-01-31", .plans = { "2025" } };
  g_autoptr (TidePayload) payload = make_project (&test);
  g_autoptr (GArray) timeline = tide_timeline_new (TIDE_PROJECT_PAYLOAD (payload), TODAY);

  g_assert_cmpuint (timeline->len, ==, 3);
  g_assert_cmpuint (g_array_index (timeline, TideMilestone, 0).days.min, ==, 91);
  g_assert_cmpuint (g_array_index (timeline, TideMilestone, 1).days.max, ==, 30);
  g_assert_false (g_array_index (timeline, TideMilestone, 2).days.is_known);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/timeline/days", test_days);

  return g_test_run ();
}
