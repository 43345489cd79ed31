/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "core/tide-result-stage.h"
#include "tide-test-register.h"

static TidePayload *
create_platform (void)
{
  TidePayload *platform = tide_test_payload_new (TIDE_RECORD_PLATFORM, "university", "University");
  TidePayload *count = tide_test_payload_add_entry (platform, "counts", NULL);

  tide_test_payload_set (count, "measure", "talents");
  tide_test_payload_set (count, "date", "2023");
  tide_test_payload_set (count, "value", "47");

  return platform;
}

static TidePayload *
create_result (void)
{
  TidePayload *result = tide_test_payload_new (TIDE_RECORD_RESULT, "blade", "Blade");
  TidePayload *stage = tide_test_payload_add_entry (result, "stages", NULL);

  tide_test_payload_set (result, "kind", "technology");
  tide_test_payload_set (stage, "stage", "sample");
  tide_test_payload_set (stage, "date", "2021-09");

  return result;
}

static TideRegister *
create_register (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  tide_snapshot_add (snapshot, TIDE_RECORD_PLATFORM, create_platform ());
  tide_snapshot_add (snapshot, TIDE_RECORD_RESULT, create_result ());

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

/* What is typed into a new entry, and what is said beside which field. */
typedef struct
{
  const char *name;
  TideRecordKind kind;
  const char *typed;
  const char *field;
  const char *problem;
} Case;

#define COUNT TIDE_RECORD_PLATFORM
#define STAGE TIDE_RECORD_RESULT

static const Case cases[] = {
  { "count", COUNT, "measure=academicians date=2023 value=7 part-of=talents", NULL, NULL },
  { "own-measure", COUNT, "measure=patents date=2023 value=120", NULL, NULL },
  { "other-date", COUNT, "measure=academicians date=2024 value=70 part-of=talents", NULL, NULL },
  { "part-of-more", COUNT, "measure=academicians date=2023 value=70 part-of=talents", "value",
    "70 is more than the whole, “Core talents”, which is 47 on that date." },
  { "part-of-itself", COUNT, "measure=staff date=2023 value=7 part-of=staff", "part-of",
    "Nothing is part of itself." },
  { "below-zero", COUNT, "measure=staff date=2023 value=-3", "value", "-3 is below zero." },
  { "text", COUNT, "measure=staff date=2023 value=many", "value", NULL },
  { "no-value", COUNT, "measure=staff date=2023", "value", NULL },
  { "no-measure", COUNT, "date=2023 value=7", "measure", NULL },
  { "twice", COUNT, "measure=talents date=2023 value=48", "measure",
    "“Core talents” is already in use." },
  { "stage", STAGE, "stage=pilot date=2022", NULL, NULL },
  { "undated", STAGE, "stage=pilot", NULL, NULL },
  { "overlapping", STAGE, "stage=pilot date=2021", NULL, NULL },
  { "before", STAGE, "stage=pilot date=2020-05", "date",
    "“2020-05” comes before “Sample” of 2021-09, an earlier stage." },
  { "other-track", STAGE, "stage=incubating date=2022", "stage",
    "“Incubating” is no stage of the kind “Technology”." },
  { "future", STAGE, "stage=pilot date=2031", "date", "“2031” is still to come." },
  { "no-stage", STAGE, "date=2022", "stage", NULL },
};

static void
type (TideDraft *entry, const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);

      tide_field_set_text (tide_draft_get_field (entry, parts[0]), parts[1]);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *own = data;
  const char *list = own->kind == COUNT ? "counts" : "stages";
  g_autoptr (TideRegister) reg = create_register ();
  g_autoptr (TideDraft) draft = tide_draft_new (
      reg, own->kind,
      tide_register_lookup_payload (reg, own->kind, own->kind == COUNT ? "university" : "blade"));
  TideDraft *entry = tide_draft_append_entry (draft, list);
  TideField *wrong;

  type (entry, own->typed);
  wrong = tide_draft_check (draft);
  if (own->field == NULL)
    {
      g_assert_null (wrong);
      g_assert_true (tide_draft_commit (draft, NULL, NULL));
      return;
    }

  g_assert_nonnull (wrong);
  g_assert_true (wrong == tide_draft_get_field (entry, own->field));
  if (own->problem != NULL)
    g_assert_cmpstr (tide_field_get_problem (wrong), ==, own->problem);
}

/* A result that changes its kind has to leave the stages of the other. */
static void
test_kind (void)
{
  g_autoptr (TideRegister) reg = create_register ();
  g_autoptr (TideDraft) draft
      = tide_draft_new (reg, STAGE, tide_register_lookup_payload (reg, STAGE, "blade"));
  TideField *wrong;

  tide_field_set_text (tide_draft_get_field (draft, "kind"), "team");
  wrong = tide_draft_check (draft);
  g_assert_nonnull (wrong);
  g_assert_cmpstr (tide_field_get_path (wrong), ==, "stage");
}

/* Where it is: the latest by date; of two that are the same, the one that is further. */
static void
test_present (void)
{
  static const struct
  {
    const char *log;
    const char *present;
  } logs[] = {
    { "sample=2021 pilot=2022", "pilot" },         { "pilot=2022 sample=2023", "sample" },
    { "sample=2022 pilot=2022", "pilot" },         { "sample=2022 pilot=", "pilot" },
    { "team=2022 enterprise=2022", "enterprise" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autoptr (TidePayload) result = tide_test_payload_new (STAGE, "r", "R");
      g_auto (GStrv) words = g_strsplit (logs[i].log, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          g_auto (GStrv) parts = g_strsplit (words[j], "=", 2);
          TidePayload *entry = tide_test_payload_add_entry (result, "stages", NULL);

          tide_test_payload_set (entry, "stage", parts[0]);
          if (*parts[1] != '\0')
            tide_test_payload_set (entry, "date", parts[1]);
        }
      tide_payload_seal (result);
      g_assert_cmpstr (tide_result_get_present (TIDE_RESULT_PAYLOAD (result))->stage, ==,
                       logs[i].present);
    }
}

static void
test_tracks (void)
{
  g_assert_cmpint (tide_result_stage_get_track ("pilot"), ==, TIDE_RESULT_TRACK_TECHNOLOGY);
  g_assert_cmpint (tide_result_stage_get_track ("enterprise"), ==, TIDE_RESULT_TRACK_TEAM);
  g_assert_cmpint (tide_result_stage_get_track ("orbit"), ==, TIDE_RESULT_TRACK_NONE);
  g_assert_cmpint (tide_result_stage_get_rank ("enterprise"), ==, 2);
  g_assert_cmpint (tide_result_stage_get_rank (NULL), ==, -1);
  for (int track = 0; track < TIDE_N_RESULT_TRACKS; track++)
    for (guint i = 0; i < TIDE_RESULT_TRACK_LENGTH; i++)
      {
        const char *stage = tide_result_track_get_stage ((TideResultTrack) track, i);

        g_assert_cmpint (tide_result_stage_get_track (stage), ==, track);
        g_assert_cmpint (tide_result_stage_get_rank (stage), ==, (int) i);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/innovation-rules/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/core/innovation-rules/kind", test_kind);
  g_test_add_func ("/core/innovation-rules/present", test_present);
  g_test_add_func ("/core/innovation-rules/tracks", test_tracks);

  return g_test_run ();
}
