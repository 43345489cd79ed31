/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-delimited.h"
#include "codec/tide-export.h"
#include "codec/tide-import-own.h"
#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"
#include "codec/tide-spreadsheet.h"

#include "core/tide-register.h"

#include <string.h>

/* A register in which nothing is as usual. */
static const char crooked[]
    = "{\"format\":\"tideline-register\",\"version\":1,\"id\":\"crooked\","
      "\"title\":{\"en\":\"Crooked\"},\"time-zone\":\"Asia/Shanghai\",\"currency\":\"CNY\","
      "\"taxonomies\":[{\"id\":\"own\",\"name\":{\"en\":\"Own\",\"zh\":\"自定\"},"
      "\"valid-from\":\"2020\",\"sectors\":["
      "{\"id\":\"own/1\",\"code\":\"001\",\"name\":{\"en\":\"=SUM(A1)\",\"zh\":\"新能源\"}},"
      "{\"id\":\"own/2\",\"code\":\"+2\",\"name\":{\"zh\":\"-机器人\"},\"parent\":\"own/1\","
      "\"tier\":\"other-tier\",\"maps-to\":[{\"sector\":\"own/1\",\"relation\":\"narrower\"}]},"
      "{\"id\":\"own/3\",\"name\":{\"en\":\"a, b; c\\td | e\"}}]}],"
      "\"divisions\":[{\"id\":\"330200\",\"name\":{\"zh\":\"宁波市\"},\"kind\":\"city\"},"
      "{\"id\":\"330281\",\"name\":{\"en\":\"Yuyao\",\"zh\":\"余姚市\"},\"parent\":\"330200\","
      "\"valid-from\":\"1985-07-16\"}],"
      "\"events\":[{\"id\":\"fair\",\"name\":{\"en\":\"@fair\"},\"date\":\"2023-08\","
      "\"declared\":{\"projects\":17,\"amounts\":["
      "{\"kind\":\"intention\",\"value\":\"16000000000\",\"currency\":\"CNY\","
      "\"written\":\"160亿元\",\"precision\":\"1000000000\"},"
      "{\"kind\":\"intention\",\"part\":\"foreign\",\"value\":\"1060000000.5\","
      "\"currency\":\"USD\",\"estimated\":true,\"counted\":false}]},"
      "\"sectors\":[\"own/1\",\"own/3\"],\"sources\":[\"s1\",\"s2\"]}],"
      "\"sources\":[{\"id\":\"s1\",\"title\":\"'=quoted\",\"date\":\"1899-12-30\","
      "\"uri\":\"https://example.org/?a=1&b=2\"},"
      "{\"id\":\"s2\",\"title\":\" two spaces \",\"notes\":\"_x0041_ stays\"}],"
      "\"parties\":[{\"id\":\"p1\",\"name\":{\"en\":\"\\\"Quoted\\\" Ltd\"},\"country\":\"DE\"},"
      "{\"id\":\"p2\",\"name\":{\"en\":\"2023-08-15\",\"zh\":\"007\"},\"retired\":true}],"
      "\"projects\":[{\"id\":\"a\",\"number\":\"0007\",\"name\":{\"en\":\"=1+1\","
      "\"zh\":\"一行\\n二行\\r\\n三行\"},\"parties\":["
      "{\"party\":\"p2\",\"role\":\"investor\",\"share\":\"33.333333\"},"
      "{\"party\":\"p1\",\"role\":\"investor\"},{\"party\":\"p1\",\"role\":\"partner\"}],"
      "\"sectors\":[{\"sector\":\"own/2\",\"share\":\"60.5\"},"
      "{\"sector\":\"own/1\",\"share\":\"39.5\"}],\"division\":\"330281\",\"event\":\"fair\","
      "\"stages\":[{\"id\":\"st1\",\"stage\":\"lead\",\"note\":\"-\"},"
      "{\"id\":\"st2\",\"stage\":\"signed\",\"date\":\"2023\"},"
      "{\"id\":\"st3\",\"stage\":\"started\",\"date\":\"2023-11\",\"note\":\"tab\\there\"}],"
      "\"statuses\":[{\"id\":\"x1\",\"status\":\"paused\",\"date\":\"2024\",\"reason\":\"@home\","
      "\"until\":\"2024-05\"}],"
      "\"amounts\":[{\"id\":\"m1\",\"kind\":\"agreement\",\"value\":\"2700000000\","
      "\"currency\":\"CNY\",\"written\":\"27亿元\",\"date\":\"2023-10\","
      "\"precision\":\"100000000\",\"source\":\"s1\"},"
      "{\"id\":\"m2\",\"kind\":\"agreement\",\"value\":\"-1234567.89\",\"currency\":\"CNY\","
      "\"date\":\"2023-12-31\",\"estimated\":true,\"note\":\"less\"},"
      "{\"id\":\"m3\",\"kind\":\"agreement\",\"value\":\"1234\",\"currency\":\"JPY\"},"
      "{\"id\":\"m4\",\"kind\":\"arrived\",\"value\":\"9007199254740993.01\",\"currency\":\"USD\","
      "\"counted\":false,\"event\":\"fair\"},"
      "{\"id\":\"m5\",\"kind\":\"intention\",\"written\":\"未透露\"}],"
      "\"plans\":{\"start\":\"2024-02-29\",\"production\":\"2025\"},"
      "\"expected\":{\"jobs\":120,\"output\":\"5000000.25\"},"
      "\"activities\":[{\"id\":\"v1\",\"date\":\"2023-11-02\",\"kind\":\"visit\","
      "\"text\":\"said \\\"yes\\\",\\nthen \\\"no\\\"\",\"due\":\"2024-01\"}],"
      "\"tags\":[\"+plus\",\"two words\",\"中文\"],\"notes\":\"\\t=tab first\\n\\nend\\n\","
      "\"sources\":[\"s2\"],\"created\":\"2023-11-20T08:00:00Z\","
      "\"updated\":\"2024-01-02T03:04:05Z\"},"
      "{\"id\":\"b\",\"name\":{\"en\":\"true\"},\"confidential\":true,\"code-name\":\"Swan\","
      "\"parties\":[{\"party\":\"p1\",\"role\":\"operator\"}],\"parent\":\"a\","
      "\"distinct-from\":[\"a\",\"c\"],\"counted\":false},"
      "{\"id\":\"c\",\"number\":\"1E5\"}],"
      "\"indicators\":[{\"id\":\"out\",\"name\":{\"en\":\"Output\"},"
      "\"subject\":{\"taxonomy\":\"own\"},\"measure\":\"output\",\"division\":\"330200\","
      "\"unit\":{\"currency\":\"CNY\",\"scale\":\"100000000\"},"
      "\"observations\":[{\"period\":\"2022\",\"value\":\"6411\",\"source\":\"s1\"},"
      "{\"period\":\"2022\",\"value\":\"6410.5\",\"revision\":\"2nd\",\"estimated\":true},"
      "{\"period\":\"2023-Q3\",\"value\":\"-0.000001\"}],"
      "\"growth\":[{\"from\":\"2015\",\"to\":\"2022\",\"rate\":\"-16.3\"}],"
      "\"breaks\":[{\"before\":\"2018\",\"reason\":\"new scope\"}]}],"
      "\"platforms\":[{\"id\":\"lab\",\"name\":{\"zh\":\"实验室\"},\"host\":\"p2\","
      "\"counts\":[{\"measure\":\"research-centres\",\"date\":\"2023\",\"value\":\"10\"}]}],"
      "\"results\":[{\"id\":\"r\",\"name\":{\"en\":\"Motor\"},\"platform\":\"lab\","
      "\"stages\":[{\"stage\":\"sample\",\"date\":\"2023\"},{\"stage\":\"pilot\"}],"
      "\"became\":\"a\"}],"
      "\"rate-sets\":[{\"id\":\"mid\",\"name\":{\"en\":\"Mid\"}}],"
      "\"rates\":[{\"set\":\"mid\",\"kind\":\"mid\",\"from\":\"USD\",\"to\":\"CNY\","
      "\"date\":\"2023-10-31\",\"value\":\"7.1779\"}],"
      "\"targets\":[{\"id\":\"t\",\"name\":{\"en\":\"Target\"},\"indicator\":\"out\","
      "\"period\":\"2025\",\"value\":\"10000\"}]}";

static const char empty[] = "{\"format\":\"tideline-register\",\"version\":1,\"id\":\"crooked\","
                            "\"title\":{\"en\":\"Crooked\"},\"time-zone\":\"Asia/Shanghai\","
                            "\"currency\":\"CNY\"}";

static const TideCsvStyle styles[] = {
  { .separator = ',', .decimal_sign = '.', .has_bom = TRUE },
  { .separator = ';', .decimal_sign = ',' },
  { .separator = '|', .decimal_sign = '.' },
  { .separator = ';', .decimal_sign = '.', .has_bom = TRUE },
};

static TideSnapshot *
read_text (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GPtrArray) problems = NULL;
  TideSnapshot *snapshot = tide_json_read (bytes, NULL, NULL, NULL, NULL, &problems, &error);

  g_assert_no_error (error);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      g_autofree char *line = tide_problem_dup_line (g_ptr_array_index (problems, i));

      g_error ("%s", line);
    }

  return snapshot;
}

static TideSnapshot *
read_register (const char *name)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (strcmp (name, "crooked") == 0)
    return read_text (crooked, strlen (crooked));

  path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return read_text (text, length);
}

/* Writing and reading ------------------------------------------------------------------------- */

static GBytes *
write_tables (TideSnapshot *snapshot, const TideExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tide_export_write (snapshot, options, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
add_delimited (GPtrArray *tables, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  TideDelimitedOptions options;

  tide_delimited_guess (bytes, &options);
  g_ptr_array_add (tables, tide_delimited_read (bytes, &options, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
add_spreadsheet (GPtrArray *tables, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSpreadsheet) book = tide_spreadsheet_open (bytes, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < tide_spreadsheet_get_n_sheets (book); i++)
    {
      TideSpreadsheetNotes notes;

      g_ptr_array_add (tables,
                       tide_spreadsheet_read_sheet (book, i, NULL, NULL, NULL, &notes, &error));
      g_assert_no_error (error);
    }
}

/* A file of several sheets, or a file a sheet, without being told anything about them. */
static TideTable *
write_and_read (TideSnapshot *snapshot, const TideExportOptions *options)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_table_unref);
  g_autoptr (GError) error = NULL;
  TideTable *joined;

  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    {
      TideExportOptions one = *options;
      g_autoptr (GBytes) bytes = NULL;

      if (!(options->types & (1u << i)))
        continue;
      if (options->format != TIDE_EXPORT_XLSX)
        one.types = 1u << i;
      bytes = write_tables (snapshot, &one);
      if (options->format == TIDE_EXPORT_XLSX)
        {
          add_spreadsheet (tables, bytes);
          break;
        }
      add_delimited (tables, bytes);
      g_assert_cmpint (tide_import_own_recognise (tables->pdata[tables->len - 1], 0), ==, (int) i);
    }

  joined = tide_import_own_join (tables, &error);
  g_assert_no_error (error);

  return joined;
}

static TideImportTrial *
try_table (const TideTable *table, TideSnapshot *snapshot)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);
  g_autoptr (GError) error = NULL;
  TideImportTrial *trial = tide_import_own_try (table, snapshot, clock, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < tide_import_trial_get_n_rows (trial); i++)
    {
      const TideImportRow *row = tide_import_trial_get_row (trial, i);

      if (row->verdict == TIDE_IMPORT_REFUSED)
        g_error ("%s, row %u: %s", row->sheet, row->row - row->first_row,
                 tide_import_trial_get_problem (trial, row->first_problem)->reason);
    }

  return trial;
}

/* What comes out ------------------------------------------------------------------------------ */

/* A spreadsheet's numbers do not tell 1.5 from 1.50, nor its texts one line end from another, which
 * is named before they are written. */
static char *
dup_shortened (const TidePayload *record)
{
  g_autofree char *text = tide_json_write_payload (record);
  g_autoptr (GRegex) whole = g_regex_new ("\"(-?[0-9]+)\\.0+\"", 0, 0, NULL);
  g_autoptr (GRegex) part = g_regex_new ("\"(-?[0-9]+\\.[0-9]*[1-9])0+\"", 0, 0, NULL);
  g_autoptr (GString) lines = g_string_new (text);
  g_autofree char *once = NULL;

  g_string_replace (lines, "\\r\\n", "\\n", 0);
  once = g_regex_replace (whole, lines->str, -1, 0, "\"\\1\"", 0, NULL);

  return g_regex_replace (part, once, -1, 0, "\"\\1\"", 0, NULL);
}

static void
assert_same_records (TideSnapshot *a, TideSnapshot *b, TideRecordKind kind, gboolean keeps_zeros)
{
  const GPtrArray *records = tide_snapshot_get_records (a, kind);

  g_assert_cmpuint (tide_entries_get_n (records), ==,
                    tide_entries_get_n (tide_snapshot_get_records (b, kind)));
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);
      const TidePayload *other = tide_snapshot_lookup (b, kind, record->id);
      g_autofree char *text = dup_shortened (record);
      g_autofree char *other_text = other != NULL ? dup_shortened (other) : NULL;

      g_assert_cmpstr (other_text, ==, text);
      if (keeps_zeros)
        g_assert_true (tide_payload_equal (record, other));
    }
}

/* All but what is said not to be written. */
static gboolean
is_written (TideRecordKind kind)
{
  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    if (g_strcmp0 (tide_export_type_get_name ((TideExportType) i), tide_record_kind_get_list (kind))
        == 0)
      return TRUE;

  return FALSE;
}

static void
assert_same (TideSnapshot *a, TideSnapshot *b, gboolean keeps_zeros)
{
  guint n = 0;

  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    if (is_written ((TideRecordKind) i))
      {
        assert_same_records (a, b, (TideRecordKind) i, keeps_zeros);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

static void
assert_no_change (const TideTable *table, TideSnapshot *snapshot)
{
  g_autoptr (TideImportTrial) trial = try_table (table, snapshot);

  for (guint i = 0; i < tide_import_trial_get_n_rows (trial); i++)
    g_assert_cmpint (tide_import_trial_get_row (trial, i)->verdict, ==, TIDE_IMPORT_UNCHANGED);
  g_assert_true (tide_step_is_empty (tide_import_trial_get_step (trial)));
}

typedef struct
{
  const char *name;
  TideExportOptions options;
} Case;

static void
test_there_and_back (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TideSnapshot) snapshot = read_register (test->name);
  g_autoptr (TideSnapshot) nothing = read_text (empty, strlen (empty));
  g_autoptr (TideTable) table = write_and_read (snapshot, &test->options);
  g_autoptr (TideImportTrial) trial = try_table (table, nothing);

  assert_same (snapshot, tide_import_trial_get_after (trial),
               test->options.format != TIDE_EXPORT_XLSX);
  assert_no_change (table, snapshot);
}

static void
add_case (const char *name, const char *format, const TideExportOptions *options)
{
  g_autofree char *path = g_strdup_printf ("/round-trip/%s/%s", name, format);
  Case *test = g_new0 (Case, 1);

  test->name = name;
  test->options = *options;
  g_test_add_data_func_full (path, test, test_there_and_back, g_free);
}

static void
add_cases (const char *name)
{
  TideExportOptions options
      = { .types = TIDE_EXPORT_ALL_TYPES, .language = TIDE_LANGUAGE_EN, .includes_names = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *format = g_strdup_printf ("csv-%u", i);

      options.format = TIDE_EXPORT_CSV;
      options.csv = styles[i];
      add_case (name, format, &options);
    }
  options.csv = styles[0];
  options.format = TIDE_EXPORT_TSV;
  add_case (name, "tsv", &options);
  options.format = TIDE_EXPORT_XLSX;
  add_case (name, "xlsx", &options);
  options.language = TIDE_LANGUAGE_ZH;
  add_case (name, "xlsx-zh", &options);
}

/* Parts -------------------------------------------------------------------------------------- */

static const TideExportOptions tab_separated = { .format = TIDE_EXPORT_TSV,
                                                 .types = TIDE_EXPORT_ALL_TYPES,
                                                 .csv = { .separator = '\t', .decimal_sign = '.' },
                                                 .includes_names = TRUE };

/* A file after the other, each in a step of its own. The last of them tells once more when projects
 * were changed, as the others change them. */
static void
test_one_by_one (void)
{
  static const TideExportType types[]
      = { TIDE_EXPORT_SOURCES,    TIDE_EXPORT_TAXONOMIES,     TIDE_EXPORT_SECTORS,
          TIDE_EXPORT_DIVISIONS,  TIDE_EXPORT_PARTIES,        TIDE_EXPORT_EVENTS,
          TIDE_EXPORT_PROJECTS,   TIDE_EXPORT_AMOUNTS,        TIDE_EXPORT_STAGES,
          TIDE_EXPORT_STATUSES,   TIDE_EXPORT_PARTICIPATIONS, TIDE_EXPORT_CLASSIFICATIONS,
          TIDE_EXPORT_ACTIVITIES, TIDE_EXPORT_PROJECTS };
  g_autoptr (TideSnapshot) snapshot = read_register ("crooked");
  g_autoptr (TideSnapshot) grown = read_text (empty, strlen (empty));

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      TideExportOptions options = tab_separated;
      g_autoptr (TideTable) table = NULL;
      g_autoptr (TideImportTrial) trial = NULL;

      options.types = 1u << types[i];
      table = write_and_read (snapshot, &options);
      trial = try_table (table, grown);
      tide_snapshot_unref (grown);
      grown = tide_snapshot_ref (tide_import_trial_get_after (trial));
    }

  assert_same_records (snapshot, grown, TIDE_RECORD_PROJECT, TRUE);
}

/* What was withheld is not taken away where it is. */
static void
test_confidential (void)
{
  g_autoptr (TideSnapshot) snapshot = read_register ("crooked");
  TideExportOptions options = tab_separated;
  g_autoptr (TideTable) table = NULL;

  options.includes_names = FALSE;
  table = write_and_read (snapshot, &options);
  assert_no_change (table, snapshot);
}

static TideTable *
read_delimited (const char *text)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  add_delimited (tables, bytes);

  return g_ptr_array_index (tables, 0);
}

static TideImportTrial *
try_text (const char *text, TideSnapshot *snapshot)
{
  g_autoptr (TideTable) table = read_delimited (text);
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);
  g_autoptr (GError) error = NULL;
  TideImportTrial *trial = tide_import_own_try (table, snapshot, clock, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return trial;
}

static void
assert_verdicts (const char *text, const char *expected)
{
  g_autoptr (TideSnapshot) snapshot = read_register ("crooked");
  g_autoptr (TideImportTrial) trial = try_text (text, snapshot);
  g_autoptr (GString) verdicts = g_string_new (NULL);

  for (guint i = 0; i < tide_import_trial_get_n_rows (trial); i++)
    g_string_append_c (verdicts, "CU=sraBR"[tide_import_trial_get_row (trial, i)->verdict]);
  g_assert_cmpstr (verdicts->str, ==, expected);
}

#define STAGES "project\tproject-id\tid\tstage\tdate\tnote\n"
#define DIVISIONS                                                                                  \
  "id\tname-en\tname-zh\tkind\tparent\tparent-id\tvalid-from\tvalid-to\tretired\tnotes\n"

static void
test_verdicts (void)
{
  assert_verdicts (STAGES "x\ta\tst2\tsigned\t2023\t\n", "=");
  assert_verdicts (STAGES "x\ta\tst2\tsigned\t2023-01\t\n", "U");
  assert_verdicts (STAGES "x\ta\t\tproducing\t2025\t\n", "U");
  assert_verdicts (STAGES "x\ta\tst2\tsigned\t2023\t\nx\ta\tst2\tlead\t2023\t\n", "=r");
  assert_verdicts (STAGES "x\tnobody\tst2\tsigned\t2023\t\n", "R");
  assert_verdicts (STAGES "x\ta\tst2\tSigned!\t2023\t\n", "R");
  assert_verdicts (STAGES "x\ta\tst2\tsigned\t2023-02-30\t\n", "R");
  assert_verdicts (STAGES "x\ta\tst2\t\t2023\t\n", "R");
}

/* What would make a register that opens with problems. */
static void
test_objections (void)
{
  assert_verdicts (DIVISIONS "n\tNew\t\t\t\tnowhere\t\t\t\t\n", "R");
  assert_verdicts (DIVISIONS "n\tNew\t\t\tYuyao\t\t\t\t\t\n", "R");
  assert_verdicts (DIVISIONS "n\tNew\t\t\t\tm\t\t\t\t\nm\tOther\t\t\t\t330200\t\t\t\t\n", "CC");
  assert_verdicts (DIVISIONS "n\tNew\t\t\t\tm\t\t\t\t\nm\tOther\t\t\t\tno\t\t\t\t\n", "RR");
  assert_verdicts (DIVISIONS "330200\t\t宁波市\tcity\t\t330281\t\t\t\t\n", "R");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("crooked");
  add_cases ("ningbo.tideline");
  add_cases ("made-up.tideline");

  g_test_add_func ("/round-trip/one-by-one", test_one_by_one);
  g_test_add_func ("/round-trip/confidential", test_confidential);
  g_test_add_func ("/round-trip/verdicts", test_verdicts);
  g_test_add_func ("/round-trip/objections", test_objections);

  return g_test_run ();
}
