/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brief/tide-saved-briefing.h"
#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"
#include "tide-test-brief.h"
#include "tide-test-register.h"

#include <string.h>

#define EVENT "central-2025"

static TideRegister *
open_sample (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("made-up.tideline");
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static TideBriefingOptions *
create_options (TideLanguage language)
{
  TideBriefingOptions *options = tide_briefing_options_new ();

  options->subject = TIDE_SUBJECT_EVENT;
  options->event = g_strdup (EVENT);
  options->language = language;
  options->unit = g_strdup ("million");
  options->rate_set = g_strdup ("made-up-average");
  options->amount_kind = g_strdup ("agreement");
  options->parts = TIDE_PART_TOTALS | TIDE_PART_PROJECTS;
  options->wording = g_strdup ("press");

  return options;
}

static TideBriefing *
write_now (TideRegister *reg, const TideBriefingOptions *options)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);

  return tide_test_brief_write (snapshot, options);
}

static void
apply (TideRegister *reg, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
  tide_step_unref (step);
}

/* Writes, saves, and gives the record. */
static const TideBriefingPayload *
save (TideRegister *reg, TideLanguage language)
{
  g_autoptr (TideBriefingOptions) options = create_options (language);
  g_autoptr (TideBriefing) briefing = write_now (reg, options);
  TideText name = { 0 };
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_BRIEFING);
  g_autoptr (TideRecord) record = NULL;

  tide_text_init (&name, "Meeting", "对接会");
  apply (reg, tide_register_new_add_step (
                  reg, TIDE_RECORD_BRIEFING,
                  tide_briefing_save (briefing, options, &name, TIDE_TEST_TIME)));
  tide_text_clear (&name);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  record = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return TIDE_BRIEFING_PAYLOAD (tide_record_get_payload (record));
}

static GPtrArray *
compare (TideRegister *reg, const TideBriefingPayload *saved)
{
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new_saved (saved);
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideBriefing) now = tide_test_brief_write (snapshot, options);

  return tide_briefing_compare (saved, now, snapshot);
}

static void
test_options_return (void)
{
  g_autoptr (TideRegister) reg = open_sample ();
  g_autoptr (TideBriefingOptions) options = NULL;

  options = tide_briefing_options_new_saved (save (reg, TIDE_LANGUAGE_ZH));
  g_assert_cmpint (options->subject, ==, TIDE_SUBJECT_EVENT);
  g_assert_cmpstr (options->event, ==, EVENT);
  g_assert_cmpint (options->language, ==, TIDE_LANGUAGE_ZH);
  g_assert_cmpstr (options->unit, ==, "million");
  g_assert_cmpstr (options->rate_set, ==, "made-up-average");
  g_assert_cmpstr (options->amount_kind, ==, "agreement");
  g_assert_cmpuint (options->parts, ==, TIDE_PART_TOTALS | TIDE_PART_PROJECTS);
  g_assert_cmpstr (options->wording, ==, "press");
  g_assert_false (options->includes_names);
}

/* What was saved is there again when the file is read, and nothing of it is doubted. */
static void
test_file (void)
{
  g_autoptr (TideRegister) reg = open_sample ();
  const TideBriefingPayload *saved = save (reg, TIDE_LANGUAGE_EN);
  TidePayload *wording = tide_test_payload_new (TIDE_RECORD_TEMPLATE, "own", "Own");
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideSnapshot) again = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  const TidePayload *read;

  tide_test_payload_set (wording, "language", "en");
  tide_test_payload_set (wording, "wording", "{projects.count}\n\n[|x]");
  apply (reg, tide_register_new_add_step (reg, TIDE_RECORD_TEMPLATE, wording));
  snapshot = tide_register_dup_snapshot_with_history (reg);
  text = tide_json_write (snapshot, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  again = tide_json_read (text, "a", NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);
  g_assert_true (problems == NULL || problems->len == 0);

  read = tide_snapshot_lookup (again, TIDE_RECORD_BRIEFING, saved->base.id);
  g_assert_nonnull (read);
  g_assert_true (tide_payload_equal (read, &saved->base));
  read = tide_snapshot_lookup (again, TIDE_RECORD_TEMPLATE, "own");
  g_assert_cmpstr (TIDE_TEMPLATE_PAYLOAD (read)->wording, ==, "{projects.count}\n\n[|x]");
  tide_test_brief_keep (text, "saved-briefing");
}

/* What was asked for is kept with the briefing where it was not saved as a filter, in the file too.
 */
static void
test_unsaved_filter (void)
{
  g_autoptr (TideRegister) reg = open_sample ();
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_autoptr (TideBriefingOptions) again = NULL;
  g_autoptr (TideBriefing) briefing = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideSnapshot) read = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  TidePayload *record;
  TideText name = { 0 };
  const TideBriefingPayload *saved;

  options->subject = TIDE_SUBJECT_FILTER;
  options->filter = tide_filter_new ();
  tide_filter_add (options->filter, "stages", "signed");
  tide_filter_add (options->filter, "stages", "registered");
  tide_filter_add (options->filter, "date-from", "2023");
  tide_payload_set_string (&options->filter->date, "signed");
  briefing = write_now (reg, options);
  tide_text_init (&name, "Signed", NULL);
  record = tide_briefing_save (briefing, options, &name, TIDE_TEST_TIME);
  tide_text_clear (&name);
  tide_payload_set_string (&record->id, "kept");
  apply (reg, tide_register_new_add_step (reg, TIDE_RECORD_BRIEFING, record));

  snapshot = tide_register_dup_snapshot_with_history (reg);
  text = tide_json_write (snapshot, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  read = tide_json_read (text, "a", NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);
  g_assert_true (problems == NULL || problems->len == 0);
  tide_test_brief_keep (text, "briefing-of-unsaved-filter");

  saved = TIDE_BRIEFING_PAYLOAD (tide_snapshot_lookup (read, TIDE_RECORD_BRIEFING, "kept"));
  again = tide_briefing_options_new_saved (saved);
  g_assert_true (tide_payload_equal (&again->filter->base, &options->filter->base));
  g_assert_cmpuint (saved->projects->len, >, 0);
  g_assert_cmpuint (saved->projects->len, <,
                    tide_snapshot_get_records (read, TIDE_RECORD_PROJECT)->len);
  changes = compare (reg, saved);
  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_nothing_changed (void)
{
  g_autoptr (TideRegister) reg = open_sample ();
  g_autoptr (GPtrArray) changes = compare (reg, save (reg, TIDE_LANGUAGE_EN));

  g_assert_cmpuint (changes->len, ==, 0);
}

static void
terminate (TideRegister *reg, const char *id)
{
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id);
  TidePayload *after = tide_payload_copy (before);
  TidePayload *entry = tide_test_payload_add_entry (after, "statuses", "the-end");

  tide_test_payload_set (entry, "status", "terminated");
  tide_test_payload_set (entry, "date", "2026-10-15");
  apply (reg, tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after));
}

static const TideBriefingChange *
find_change (const GPtrArray *changes, const char *key)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TideBriefingChange *change = g_ptr_array_index (changes, i);

      if (g_strcmp0 (change->key != NULL ? change->key : change->project, key) == 0)
        return change;
    }

  return NULL;
}

static void
test_termination (gconstpointer data)
{
  static const char *const sentences[][2] = {
    { "How many projects are counted: then 9 projects, now 8 projects: “Heavy-lift drone assembly” "
      "was terminated on 15 October 2026",
      "“Heavy-lift drone assembly” was terminated on 15 October 2026" },
    { "项目数：原为9个项目，现为8个项目：“大载重无人机总装项目”2026年10月15日终止",
      "“大载重无人机总装项目”2026年10月15日终止" },
  };
  const TideLanguage language = GPOINTER_TO_UINT (data);
  g_autoptr (TideRegister) reg = open_sample ();
  const TideBriefingPayload *saved = save (reg, language);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  for (guint i = 0; i < saved->projects->len && id == NULL; i++)
    {
      const char *each = g_ptr_array_index (saved->projects, i);
      const TideProjectPayload *project
          = TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, each));

      if (g_strcmp0 (project->name.en, "Heavy-lift drone assembly") == 0)
        id = g_strdup (each);
    }

  g_assert_nonnull (id);
  terminate (reg, id);
  changes = compare (reg, saved);
  g_assert_cmpstr (find_change (changes, "projects.count")->sentence, ==, sentences[language][0]);
  g_assert_cmpstr (find_change (changes, id)->sentence, ==, sentences[language][1]);
  g_assert_cmpstr (find_change (changes, "projects.terminated")->then, ==, NULL);
  g_assert_nonnull (find_change (changes, "kind:intention/kind.amount"));
}

static void
test_coming_and_removal (void)
{
  g_autoptr (TideRegister) reg = open_sample ();
  const TideBriefingPayload *saved = save (reg, TIDE_LANGUAGE_EN);
  g_autofree char *gone = g_strdup (g_ptr_array_index (saved->projects, 0));
  const char *const ids[] = { gone, NULL };
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "new", "New one");
  g_autoptr (GPtrArray) changes = NULL;

  tide_test_payload_set (project, "event", EVENT);
  apply (reg, tide_register_new_add_step (reg, TIDE_RECORD_PROJECT, project));
  apply (reg, tide_register_new_delete_step (reg, TIDE_RECORD_PROJECT, ids, NULL));
  changes = compare (reg, saved);
  g_assert_null (find_change (changes, "projects.count"));
  g_assert_cmpstr (find_change (changes, "new")->sentence, ==, "“New one” is new");
  g_assert_cmpstr (find_change (changes, gone)->sentence, ==,
                   "a project was removed from the register");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/saved/options", test_options_return);
  g_test_add_func ("/saved/file", test_file);
  g_test_add_func ("/saved/unsaved-filter", test_unsaved_filter);
  g_test_add_func ("/saved/nothing-changed", test_nothing_changed);
  g_test_add_data_func ("/saved/termination/en", GUINT_TO_POINTER (TIDE_LANGUAGE_EN),
                        test_termination);
  g_test_add_data_func ("/saved/termination/zh", GUINT_TO_POINTER (TIDE_LANGUAGE_ZH),
                        test_termination);
  g_test_add_func ("/saved/coming-and-removal", test_coming_and_removal);

  return g_test_run ();
}
