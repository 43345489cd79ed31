/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks in the Ningbo sample, read as the program reads it, for each fact of the article that it is
 * made of, sentence by sentence, and for the source of each. */

#include "codec/tide-json-reader.h"
#include "core/tide-field-text-private.h"

#include <string.h>

#define ARTICLE "ningbolife-2023"
#define ROBOTS "01KARCTX5GAZ6Q3K9W5R2Z8T7Y"
#define WIND "01KARCTX5GBT4N8X1D6F7J0PVC"
#define MEETING "beijing-2023"
#define LABORATORY "yongjiang-laboratory"
#define UNIVERSITY "ningbo-oriental-university"

/* Where the source of a fact is named: beside the number, for the whole record, or, for records
 * without sources of their own, in the remark. Divisions are known without one. */
#define BESIDE "source"
#define RECORD "sources"
#define REMARK "notes"

typedef struct
{
  const char *sentence; /* paragraph and place in it */
  const char *fact;
  TideRecordKind kind;
  const char *id;
  const char *list;  /* nullable: of an entry, the list it is in */
  const char *entry; /* nullable: which it is: "member=word,member=word"; the first otherwise */
  const char *path;
  const char *word; /* the value, one of the values, or a part of a remark */
  const char *source;
} Fact;

/* In the order of the article. Sentences that are left out say what is thought of all this, and
 * state nothing that could be recorded: 2.1 why the industries matter, 4.1 at which point they are,
 * 4.2 that efforts go on, 5.1 that strength grows. */
static const Fact facts[] = {
  { "0.1", "title", TIDE_RECORD_SOURCE, ARTICLE, NULL, NULL, "title",
    "Strategic emerging industries", NULL },
  { "0.1", "publisher", TIDE_RECORD_SOURCE, ARTICLE, NULL, NULL, "publisher", "Ningbo Life", NULL },
  { "0.1", "copyright", TIDE_RECORD_SOURCE, ARTICLE, NULL, NULL, "notes", "2024", NULL },

  { "1.1", "robots", TIDE_RECORD_PROJECT, ROBOTS, NULL, NULL, "name", "robot project", RECORD },
  { "1.1", "robots-field", TIDE_RECORD_PROJECT, ROBOTS, "sectors", NULL, "sector", "press/robotics",
    RECORD },
  { "1.1", "robots-place", TIDE_RECORD_PROJECT, ROBOTS, NULL, NULL, "division", "330281", RECORD },
  { "1.1", "robots-agreed", TIDE_RECORD_PROJECT, ROBOTS, "stages", "date=2023", "stage", "signed",
    RECORD },
  { "1.1", "yuyao", TIDE_RECORD_DIVISION, "330281", NULL, NULL, "kind", "county-level-city", NULL },
  { "1.1", "wind", TIDE_RECORD_PROJECT, WIND, NULL, NULL, "name", "new energy technology", RECORD },
  { "1.1", "wind-field", TIDE_RECORD_PROJECT, WIND, "sectors", NULL, "sector", "press/new-energy",
    RECORD },
  { "1.1", "wind-place", TIDE_RECORD_PROJECT, WIND, NULL, NULL, "division", "330211", RECORD },
  { "1.1", "wind-settled", TIDE_RECORD_PROJECT, WIND, "stages", "date=2023", "stage", "registered",
    RECORD },
  { "1.1", "zhenhai", TIDE_RECORD_DIVISION, "330211", NULL, NULL, "kind", "district", NULL },

  { "1.2", "meeting", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "name", "central enterprises",
    RECORD },
  { "1.2", "venue", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "venue", "Beijing", RECORD },
  { "1.2", "date", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "date", "2023", RECORD },
  { "1.2", "projects", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "declared/projects", "17", RECORD },
  { "1.2", "total", TIDE_RECORD_EVENT, MEETING, "declared/amounts", "kind=intention,currency=CNY",
    "value", "16000000000", BESIDE },
  { "1.2", "from-abroad", TIDE_RECORD_EVENT, MEETING, "declared/amounts",
    "kind=intention,currency=USD,part=foreign", "value", "1060000000", BESIDE },
  { "1.2", "field-1", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "sectors", "press/new-energy",
    RECORD },
  { "1.2", "field-2", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "sectors", "press/new-materials",
    RECORD },
  { "1.2", "field-3", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "sectors", "press/marine-equipment",
    RECORD },
  { "1.2", "field-4", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "sectors",
    "press/information-technology", RECORD },
  { "1.2", "field-5", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "sectors", "press/robotics", RECORD },
  { "1.2", "field-6", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "sectors", "press/biomedicine",
    RECORD },
  { "1.2", "field-7", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "sectors",
    "press/smart-transportation", RECORD },
  { "1.2", "focus", TIDE_RECORD_EVENT, MEETING, NULL, NULL, "notes",
    "strategic emerging industries", RECORD },

  { "2.2", "committee-cares", TIDE_RECORD_PARTY, "ningbo-party-committee", NULL, NULL, "notes",
    "great importance", REMARK },
  { "2.3", "clusters", TIDE_RECORD_TAXONOMY, "ningbo-361-2023", NULL, NULL, "name", "361", RECORD },
  { "2.3", "trillion-level", TIDE_RECORD_SECTOR, "ningbo-361-2023/digital", NULL, NULL, "tier",
    "trillion", NULL },

  { "3.1", "output", TIDE_RECORD_INDICATOR, "sei-output", NULL, NULL, "measure", "output", RECORD },
  { "3.1", "output-2015", TIDE_RECORD_INDICATOR, "sei-output", "observations", "period=2015",
    "value", "2224", BESIDE },
  { "3.1", "output-2022", TIDE_RECORD_INDICATOR, "sei-output", "observations", "period=2022",
    "value", "6411", BESIDE },
  { "3.1", "output-growth", TIDE_RECORD_INDICATOR, "sei-output", "growth", "from=2015,to=2022",
    "rate", "16.3", BESIDE },
  { "3.1", "added-value", TIDE_RECORD_INDICATOR, "sei-added-value", NULL, NULL, "measure",
    "added-value", RECORD },
  { "3.1", "scope", TIDE_RECORD_INDICATOR, "sei-added-value", NULL, NULL, "scope", "above-size",
    RECORD },
  { "3.1", "added-value-2015", TIDE_RECORD_INDICATOR, "sei-added-value", "observations",
    "period=2015", "value", "437", BESIDE },
  { "3.1", "added-value-2022", TIDE_RECORD_INDICATOR, "sei-added-value", "observations",
    "period=2022", "value", "1374", BESIDE },
  { "3.1", "added-value-growth", TIDE_RECORD_INDICATOR, "sei-added-value", "growth",
    "from=2015,to=2022", "rate", "17.9", BESIDE },

  { "5.2", "pilot", TIDE_RECORD_PLATFORM, "yongjiang-pilot", NULL, NULL, "kind", "pilot", RECORD },
  { "5.2", "pilot-listed", TIDE_RECORD_PLATFORM, "yongjiang-pilot", "counts",
    "measure=pilot-projects,date=2023-08", "value", "1", BESIDE },
  { "5.2", "pilot-batch", TIDE_RECORD_PLATFORM, "yongjiang-pilot", "counts",
    "measure=pilot-projects", "note", "first batch", BESIDE },
  { "5.3", "zone", TIDE_RECORD_PLATFORM, "yongjiang-zone", NULL, NULL, "kind", "zone", RECORD },
  { "5.3", "zone-place", TIDE_RECORD_PLATFORM, "yongjiang-zone", NULL, NULL, "division", "330200",
    RECORD },
  { "5.3", "zone-landmark", TIDE_RECORD_PLATFORM, "yongjiang-zone", NULL, NULL, "notes", "landmark",
    RECORD },
  { "5.4", "laboratory", TIDE_RECORD_PLATFORM, LABORATORY, NULL, NULL, "kind", "laboratory",
    RECORD },
  { "5.4", "laboratory-field", TIDE_RECORD_PLATFORM, LABORATORY, NULL, NULL, "sectors",
    "press/new-materials", RECORD },
  { "5.4", "laboratory-rank", TIDE_RECORD_PLATFORM, LABORATORY, NULL, NULL, "notes",
    "only provincial", RECORD },
  { "5.4", "centres", TIDE_RECORD_PLATFORM, LABORATORY, "counts", "measure=research-centres",
    "value", "10", BESIDE },
  { "5.4", "teams", TIDE_RECORD_PLATFORM, LABORATORY, "counts", "measure=research-teams", "value",
    "16", BESIDE },
  /* None of the results is named, so none can be a record of its own. */
  { "5.4", "results-materials", TIDE_RECORD_PLATFORM, LABORATORY, NULL, NULL, "notes",
    "basic materials", RECORD },
  { "5.4", "results-manufacturing", TIDE_RECORD_PLATFORM, LABORATORY, NULL, NULL, "notes",
    "intelligent manufacturing", RECORD },
  { "5.5", "university", TIDE_RECORD_PLATFORM, UNIVERSITY, NULL, NULL, "kind", "university",
    RECORD },
  { "5.5", "temporary-name", TIDE_RECORD_PLATFORM, UNIVERSITY, NULL, NULL, "name", "temporary name",
    RECORD },
  { "5.5", "talents", TIDE_RECORD_PLATFORM, UNIVERSITY, "counts", "measure=talents", "value", "47",
    BESIDE },
  { "5.5", "academicians", TIDE_RECORD_PLATFORM, UNIVERSITY, "counts",
    "measure=academicians,part-of=talents", "value", "7", BESIDE },

  { "6.1", "intent", TIDE_RECORD_PARTY, "ningbo-drc", NULL, NULL, "notes", "samples into products",
    REMARK },
  { "6.1", "teams-to-enterprises", TIDE_RECORD_PARTY, "ningbo-drc", NULL, NULL, "notes",
    "technological enterprises", REMARK },
};

static TideSnapshot *
read_sample (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "ningbo.tideline", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  TideSnapshot *snapshot;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  snapshot = tide_json_read (bytes, path, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return snapshot;
}

static gboolean
has_word (const GPtrArray *words, const char *word)
{
  for (guint i = 0; i < tide_entries_get_n (words); i++)
    if (g_str_equal (g_ptr_array_index (words, i), word))
      return TRUE;

  return FALSE;
}

/* Numbers, dates and codes are exact; of what is written in sentences, a part is enough. */
static gboolean
says (const TidePayload *payload, const char *path, const char *word)
{
  g_auto (TideValue) value = { 0 };
  g_autofree char *text = NULL;

  g_assert_true (tide_payload_get_value_at (payload, path, &value));
  if (value.kind == TIDE_MEMBER_STRINGS || value.kind == TIDE_MEMBER_REFERENCES)
    return has_word (value.as.strings, word);

  text = tide_value_dup_text (&value, "en");
  if (value.kind == TIDE_MEMBER_STRING || value.kind == TIDE_MEMBER_TEXT)
    return strstr (text != NULL ? text : "", word) != NULL;

  return g_strcmp0 (text, word) == 0;
}

static gboolean
is_entry (const TidePayload *entry, const char *conditions)
{
  g_auto (GStrv) wanted = g_strsplit (conditions != NULL ? conditions : "", ",", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (wanted[i], "=", 2);

      if (!says (entry, pair[0], pair[1]))
        return FALSE;
    }

  return TRUE;
}

static const TidePayload *
find_entry (const TidePayload *payload, const char *list, const char *conditions)
{
  g_auto (TideValue) value = { 0 };

  g_assert_true (tide_payload_get_value_at (payload, list, &value));
  for (guint i = 0; i < tide_entries_get_n (value.as.entries); i++)
    {
      const TidePayload *entry = g_ptr_array_index (value.as.entries, i);

      if (is_entry (entry, conditions))
        return entry;
    }

  return NULL;
}

static void
test_fact (gconstpointer data)
{
  const Fact *fact = data;
  g_autoptr (TideSnapshot) snapshot = read_sample ();
  const TidePayload *record = tide_snapshot_lookup (snapshot, fact->kind, fact->id);
  const TidePayload *payload = record;

  g_assert_nonnull (record);
  if (fact->list != NULL)
    payload = find_entry (record, fact->list, fact->entry);
  g_assert_nonnull (payload);
  g_assert_true (says (payload, fact->path, fact->word));
  if (fact->source != NULL)
    g_assert_true (
        says (g_str_equal (fact->source, BESIDE) ? payload : record, fact->source, ARTICLE));
}

static void
assert_sources (const TidePayload *record, const char *list)
{
  g_auto (TideValue) value = { 0 };

  g_assert_true (tide_payload_get_value_at (record, list, &value));
  for (guint i = 0; i < tide_entries_get_n (value.as.entries); i++)
    g_assert_true (says (g_ptr_array_index (value.as.entries, i), "source", ARTICLE));
}

/* Each number that stands in a list names the article beside it. */
static void
test_figures (void)
{
  static const struct
  {
    TideRecordKind kind;
    const char *list;
  } lists[] = {
    { TIDE_RECORD_EVENT, "declared/amounts" },
    { TIDE_RECORD_INDICATOR, "observations" },
    { TIDE_RECORD_INDICATOR, "growth" },
    { TIDE_RECORD_PLATFORM, "counts" },
  };
  g_autoptr (TideSnapshot) snapshot = read_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const GPtrArray *records = tide_snapshot_get_records (snapshot, lists[i].kind);

      g_assert_cmpuint (records->len, >, 0);
      for (guint j = 0; j < records->len; j++)
        assert_sources (g_ptr_array_index (records, j), lists[i].list);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article/%s/%s", facts[i].sentence, facts[i].fact);

      g_test_add_data_func (path, &facts[i], test_fact);
    }

  g_test_add_func ("/article/figures", test_figures);

  return g_test_run ();
}
