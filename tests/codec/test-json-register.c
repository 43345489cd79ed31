/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#define HEAD "{\n  \"format\": \"tideline-register\",\n  \"version\": 1,\n  \"id\": \"r\""

static TideSnapshot *
read_text (const char *text, GPtrArray **problems, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tide_json_read (bytes, "a.tideline", NULL, NULL, NULL, problems, error);
}

static TideSnapshot *
read_sound (const char *text)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  TideSnapshot *snapshot = read_text (text, &problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (snapshot);
  g_assert_cmpuint (problems->len, ==, 0);
  return snapshot;
}

static char *
write_text (TideSnapshot *snapshot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_json_write (snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* An independent reader agrees that the text is strict JSON. */
static void
assert_json (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_canonical (const char *text)
{
  g_autoptr (TideSnapshot) snapshot = read_sound (text);
  g_autofree char *first = write_text (snapshot);
  g_autofree char *second = write_text (snapshot);

  g_assert_cmpstr (first, ==, text);
  g_assert_cmpstr (second, ==, text);
  assert_json (text);
}

static void
test_sample (gconstpointer data)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", (const char *) data, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  assert_canonical (text);
}

/* What a person might write by hand, and what the program makes of it. */
static const char loose[]
    = "\xef\xbb\xbf{\"id\":\"r\",\"later\":{\"b\":1e400,\"a\":[0.10,null,{}]},\"version\":1,"
      "\"format\":\"tideline-register\",\"notes\":null,\"title\":{\"zh\":\"\\u5b81\\u6ce2\","
      "\"fr\":\"Ning\\u0062o\",\"en\":\"A \\\"quoted\\\" \\\\ \\/ name\\u0001\\n\"},"
      "\"overdue-days\":90,"
      "\"projects\":[{\"id\":\"p2\",\"tags\":[],\"plans\":{},\"expected\":{\"jobs\":null},"
      "\"confidential\":false,\"counted\":true},"
      "{\"id\":\"p1\",\"updated\":\"2023-11-20T08:00:00Z\",\"counted\":false,"
      "\"tags\":[\"b\",\"a\"],\"plans\":{\"start\":\"2024\",\"odd\":[]},"
      "\"actual\":{\"jobs\":-5,\"tax\":\"0.10\"},"
      "\"stages\":[{\"id\":\"s2\",\"stage\":\"signed\",\"date\":\"2023-08\"},"
      "{\"id\":\"s1\",\"stage\":\"dreamt-of\",\"date\":\"2023\",\"colour\":\"red\"},"
      "{\"id\":\"s3\",\"stage\":\"lead\"}],"
      "\"amounts\":[{\"value\":\"-1600000000.50\",\"kind\":\"tribute\",\"currency\":\"XQQ\","
      "\"id\":\"a1\",\"estimated\":true}],"
      "\"sectors\":[{\"sector\":\"t/2\"},{\"sector\":\"t/1\"}]}],"
      "\"rates\":[{\"value\":\"7.1779\",\"set\":\"s\",\"date\":\"2023-10-31\",\"to\":\"CNY\","
      "\"from\":\"USD\"}],"
      "\"taxonomies\":[{\"id\":\"t\",\"sectors\":[{\"id\":\"t/2\",\"maps-to\":[{\"sector\":"
      "\"t/1\"}]},{\"id\":\"t/1\",\"retired\":true}],\"valid-from\":\"2018\"}],"
      "\"indicators\":[{\"id\":\"i\",\"subject\":{\"taxonomy\":\"t\"},\"observations\":["
      "{\"period\":\"2023-Q3\",\"value\":\"2.0\"},{\"period\":\"2015\",\"value\":\"1\"}]}],"
      "\"history-from\":\"2023\",\"history\":[]}";

static const char laid_out[]
    = "{\n"
      "  \"format\": \"tideline-register\",\n"
      "  \"version\": 1,\n"
      "  \"id\": \"r\",\n"
      "  \"title\": { \"en\": \"A \\\"quoted\\\" \\\\ / name\\u0001\\n\", \"zh\": \"宁波\", "
      "\"fr\": \"Ningbo\" },\n"
      "  \"overdue-days\": 90,\n"
      "  \"taxonomies\": [\n"
      "    {\n"
      "      \"id\": \"t\",\n"
      "      \"valid-from\": \"2018\",\n"
      "      \"sectors\": [\n"
      "        {\n"
      "          \"id\": \"t/2\",\n"
      "          \"maps-to\": [\n"
      "            { \"sector\": \"t/1\" }\n"
      "          ]\n"
      "        },\n"
      "        {\n"
      "          \"id\": \"t/1\",\n"
      "          \"retired\": true\n"
      "        }\n"
      "      ]\n"
      "    }\n"
      "  ],\n"
      "  \"projects\": [\n"
      "    {\n"
      "      \"id\": \"p1\",\n"
      "      \"sectors\": [\n"
      "        { \"sector\": \"t/2\" },\n"
      "        { \"sector\": \"t/1\" }\n"
      "      ],\n"
      "      \"counted\": false,\n"
      "      \"stages\": [\n"
      "        { \"id\": \"s3\", \"stage\": \"lead\" },\n"
      "        { \"id\": \"s1\", \"stage\": \"dreamt-of\", \"date\": \"2023\", \"colour\": \"red\" "
      "},\n"
      "        { \"id\": \"s2\", \"stage\": \"signed\", \"date\": \"2023-08\" }\n"
      "      ],\n"
      "      \"amounts\": [\n"
      "        { \"id\": \"a1\", \"kind\": \"tribute\", \"value\": \"-1600000000.50\", "
      "\"currency\": \"XQQ\", \"estimated\": true }\n"
      "      ],\n"
      "      \"plans\": {\n"
      "        \"start\": \"2024\",\n"
      "        \"odd\": []\n"
      "      },\n"
      "      \"actual\": {\n"
      "        \"jobs\": -5,\n"
      "        \"tax\": \"0.10\"\n"
      "      },\n"
      "      \"tags\": [ \"b\", \"a\" ],\n"
      "      \"updated\": \"2023-11-20T08:00:00Z\"\n"
      "    },\n"
      "    {\n"
      "      \"id\": \"p2\"\n"
      "    }\n"
      "  ],\n"
      "  \"indicators\": [\n"
      "    {\n"
      "      \"id\": \"i\",\n"
      "      \"subject\": { \"taxonomy\": \"t\" },\n"
      "      \"observations\": [\n"
      "        { \"period\": \"2015\", \"value\": \"1\" },\n"
      "        { \"period\": \"2023-Q3\", \"value\": \"2.0\" }\n"
      "      ]\n"
      "    }\n"
      "  ],\n"
      "  \"rates\": [\n"
      "    { \"set\": \"s\", \"from\": \"USD\", \"to\": \"CNY\", \"date\": \"2023-10-31\", "
      "\"value\": \"7.1779\" }\n"
      "  ],\n"
      "  \"history-from\": \"2023\",\n"
      "  \"later\": { \"b\": 1e400, \"a\": [ 0.10, null, {} ] }\n"
      "}\n";

static void
test_layout (void)
{
  g_autoptr (TideSnapshot) snapshot = read_sound (loose);
  g_autofree char *text = write_text (snapshot);

  g_assert_cmpstr (text, ==, laid_out);
  assert_canonical (laid_out);
}

/* Every kind of edit, and two steps of a later program, which are kept as they are. */
static void
test_history (void)
{
  assert_canonical (
      HEAD
      ",\n"
      "  \"history\": [\n"
      "    { \"id\": \"h1\", \"name\": \"add-project\", \"arguments\": [ \"P\" ], "
      "\"time\": \"2023-11-20T08:00:00Z\", \"author\": \"A\", \"edits\": [ "
      "{ \"edit\": \"add\", \"kind\": \"project\", \"record\": \"p\", \"after\": "
      "{ \"id\": \"p\", \"name\": { \"en\": \"P\" }, \"amounts\": [ { \"id\": \"a\", "
      "\"kind\": \"agreement\", \"value\": \"1\" } ] }, \"position\": 0 } ] },\n"
      "    { \"id\": \"h2\", \"name\": \"edit-project\", \"edits\": [ "
      "{ \"edit\": \"set\", \"kind\": \"project\", \"record\": \"p\", \"list\": \"amounts\", "
      "\"entry\": \"a\", \"member\": \"value\", \"before\": \"1\", \"after\": \"2\" }, "
      "{ \"edit\": \"set\", \"kind\": \"project\", \"record\": \"p\", \"member\": \"counted\", "
      "\"before\": true, \"after\": false }, "
      "{ \"edit\": \"set\", \"kind\": \"project\", \"record\": \"p\", \"member\": \"plans/start\", "
      "\"after\": \"2023-02-30\" }, "
      "{ \"edit\": \"set\", \"kind\": \"project\", \"record\": \"p\", \"member\": \"division\", "
      "\"before\": \"gone\" }, "
      "{ \"edit\": \"set\", \"kind\": \"project\", \"record\": \"p\", \"member\": \"tags\", "
      "\"after\": [ \"x\", \"y\" ] }, "
      "{ \"edit\": \"remove\", \"kind\": \"project\", \"record\": \"p\", \"list\": \"amounts\", "
      "\"entry\": \"a\", \"before\": { \"id\": \"a\", \"kind\": \"agreement\", \"value\": \"2\" }, "
      "\"position\": 3 }, "
      "{ \"edit\": \"remove\", \"kind\": \"sector\", \"record\": \"t/1\", \"before\": "
      "{ \"id\": \"t/1\", \"taxonomy\": \"t\" }, \"position\": 1 } ] },\n"
      "    { \"id\": \"h3\", \"name\": \"x\", \"edits\": [ { \"edit\": \"blend\", "
      "\"kind\": \"project\", \"why\": 0.10 } ] },\n"
      "    { \"id\": \"h4\", \"name\": \"x\", \"edits\": [ { \"edit\": \"set\", "
      "\"kind\": \"galaxy\", \"after\": [ 1 ] } ], \"mood\": \"good\" }\n"
      "  ]\n"
      "}\n");
}

typedef struct
{
  const char *name;
  const char *text;
  TideProblemCode code;
  guint line;
  guint column;
  const char *path;
  const char *argument;
} RefusalCase;

static const RefusalCase refusals[] = {
  { "empty", "", TIDE_PROBLEM_EMPTY_FILE, 1, 1 },
  { "truncated", HEAD ",\n  \"projects\": [\n    { \"id\": \"p", TIDE_PROBLEM_TRUNCATED, 6, 15,
    "projects[0].id" },
  { "json", HEAD ", \"notes\": x }", TIDE_PROBLEM_NOT_JSON, 4, 23, "notes", "x" },
  { "trailing", HEAD " }\n{}", TIDE_PROBLEM_TRAILING_TEXT, 5, 1, NULL, "{" },
  { "json-after-other-problems", HEAD ", \"title\": 1, \"notes\": }", TIDE_PROBLEM_NOT_JSON, 4, 35,
    "notes", "}" },
  { "root-array", "[]", TIDE_PROBLEM_NOT_A_REGISTER, 1, 1 },
  { "root-number", "\n 7", TIDE_PROBLEM_NOT_A_REGISTER, 2, 2 },
  { "no-format", "{ \"version\": 1, \"id\": \"r\" }", TIDE_PROBLEM_NOT_A_REGISTER, 1, 1 },
  { "other-format", "{ \"format\": \"geojson\", \"version\": 1 }", TIDE_PROBLEM_NOT_A_REGISTER, 1,
    13, "format" },
  { "format-number", "{ \"format\": 1 }", TIDE_PROBLEM_NOT_A_REGISTER, 1, 13, "format" },
  { "newer", "{ \"format\": \"tideline-register\", \"version\": 2, \"projects\": 7 }",
    TIDE_PROBLEM_NEWER_VERSION, 1, 45, "version", "2" },
  { "newer-last", "{ \"format\": \"tideline-register\", \"projects\": 7, \"version\": 2 }",
    TIDE_PROBLEM_NEWER_VERSION, 1, 60, "version", "2" },
  { "version-zero", "{ \"format\": \"tideline-register\", \"version\": 0 }",
    TIDE_PROBLEM_NOT_A_REGISTER, 1, 45, "version" },
  { "version-text", "{ \"format\": \"tideline-register\", \"version\": \"1\", \"id\": \"r\" }",
    TIDE_PROBLEM_WRONG_TYPE, 1, 45, "version", "integer" },
  { "no-version", "{ \"format\": \"tideline-register\", \"id\": \"r\" }",
    TIDE_PROBLEM_MISSING_MEMBER, 1, 1, NULL, "version" },
  { "no-id", "{ \"format\": \"tideline-register\", \"version\": 1 }", TIDE_PROBLEM_MISSING_MEMBER,
    1, 1, NULL, "id" },
  { "bad-register-id", "{ \"format\": \"tideline-register\", \"version\": 1, \"id\": \"a b\" }",
    TIDE_PROBLEM_BAD_ID, 1, 54, "id", "a b" },
  { "duplicate-key", HEAD ",\n  \"id\": \"r\" }", TIDE_PROBLEM_DUPLICATE_KEY, 5, 3, "id", "id" },
  { "list-object", HEAD ",\n  \"projects\": {} }", TIDE_PROBLEM_WRONG_TYPE, 5, 15, "projects",
    "array" },
  { "record-text", HEAD ",\n  \"projects\": [ {\"id\": \"p\"}, \"q\" ] }", TIDE_PROBLEM_WRONG_TYPE,
    5, 30, "projects[1]", "object" },
  { "record-null", HEAD ",\n  \"parties\": [ null ] }", TIDE_PROBLEM_WRONG_TYPE, 5, 16,
    "parties[0]", "object" },
  { "string-number", HEAD ",\n  \"notes\": 5 }", TIDE_PROBLEM_WRONG_TYPE, 5, 12, "notes",
    "string" },
  { "text-string", HEAD ",\n  \"title\": \"x\" }", TIDE_PROBLEM_WRONG_TYPE, 5, 12, "title",
    "object" },
  { "text-language", HEAD ",\n  \"title\": { \"en\": [] } }", TIDE_PROBLEM_WRONG_TYPE, 5, 20,
    "title.en", "string" },
  { "count-text", HEAD ",\n  \"overdue-days\": \"9\" }", TIDE_PROBLEM_WRONG_TYPE, 5, 19,
    "overdue-days", "integer" },
  { "count-fraction", HEAD ",\n  \"overdue-days\": 9.5 }", TIDE_PROBLEM_WRONG_TYPE, 5, 19,
    "overdue-days", "integer" },
  { "count-huge", HEAD ",\n  \"overdue-days\": 9223372036854775808 }", TIDE_PROBLEM_OUT_OF_RANGE, 5,
    19, "overdue-days", "9223372036854775808" },
  { "count-exponent", HEAD ",\n  \"overdue-days\": 1e400 }", TIDE_PROBLEM_WRONG_TYPE, 5, 19,
    "overdue-days", "integer" },
  { "boolean-number", HEAD ",\n  \"projects\": [ { \"id\": \"p\", \"counted\": 1 } ] }",
    TIDE_PROBLEM_WRONG_TYPE, 5, 41, "projects[0].counted", "boolean" },
  { "decimal-number",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\", \"amounts\": [ { \"id\": \"a\", \"kind\": "
         "\"agreement\",\n  \"value\": 5 } ] } ] }",
    TIDE_PROBLEM_WRONG_TYPE, 6, 12, "projects[0].amounts[0].value", "string" },
  { "decimal-comma",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\", \"amounts\": [ { \"id\": \"a\", \"kind\": "
         "\"agreement\",\n  \"value\": \"5,0\" } ] } ] }",
    TIDE_PROBLEM_BAD_DECIMAL, 6, 12, "projects[0].amounts[0].value", "5,0" },
  { "decimal-exponent",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\", \"expected\": { \"tax\":\n \"1e5\" } } ] }",
    TIDE_PROBLEM_BAD_DECIMAL, 6, 2, "projects[0].expected.tax", "1e5" },
  { "decimal-huge",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\", \"expected\": { \"tax\":\n "
         "\"99999999999999999999\" } } ] }",
    TIDE_PROBLEM_OUT_OF_RANGE, 6, 2, "projects[0].expected.tax", "99999999999999999999" },
  { "date-words", HEAD ",\n  \"events\": [ { \"id\": \"e\", \"date\": \"August\" } ] }",
    TIDE_PROBLEM_BAD_DATE, 5, 36, "events[0].date", "August" },
  { "date-quarter", HEAD ",\n  \"events\": [ { \"id\": \"e\", \"date\": \"2023-Q3\" } ] }",
    TIDE_PROBLEM_BAD_DATE, 5, 36, "events[0].date", "2023-Q3" },
  { "time-local",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\",\n \"created\": \"2023-11-20 08:00\" } ] }",
    TIDE_PROBLEM_BAD_TIME, 6, 13, "projects[0].created", "2023-11-20 08:00" },
  { "time-unreal",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\",\n \"created\": \"2023-02-30T08:00:00Z\" } ] }",
    TIDE_PROBLEM_BAD_TIME, 6, 13, "projects[0].created", "2023-02-30T08:00:00Z" },
  { "strings-number", HEAD ",\n  \"projects\": [ { \"id\": \"p\", \"tags\": [ \"a\", 2 ] } ] }",
    TIDE_PROBLEM_WRONG_TYPE, 5, 45, "projects[0].tags[1]", "string" },
  { "record-without-id", HEAD ",\n  \"projects\": [ { \"number\": \"1\" } ] }",
    TIDE_PROBLEM_MISSING_MEMBER, 5, 17, "projects[0]", "id" },
  { "bad-id", HEAD ",\n  \"projects\": [ { \"id\": \"p!\" } ] }", TIDE_PROBLEM_BAD_ID, 5, 25,
    "projects[0].id", "p!" },
  { "bad-reference", HEAD ",\n  \"division\": \"宁波\" }", TIDE_PROBLEM_BAD_ID, 5, 15, "division",
    "宁波" },
  { "empty-id", HEAD ",\n  \"projects\": [ { \"id\": \"\" } ] }", TIDE_PROBLEM_BAD_ID, 5, 25,
    "projects[0].id", "" },
  { "bad-reference-of-project",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\",\n \"division\": \"宁波\" } ] }",
    TIDE_PROBLEM_BAD_ID, 6, 14, "projects[0].division", "宁波" },
  { "escaped-reference-of-project",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\",\n \"division\": \"a\\u0020b\" } ] }",
    TIDE_PROBLEM_BAD_ID, 6, 14, "projects[0].division", "a b" },
  { "empty-reference-of-project",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\",\n \"division\": \"\" } ] }", TIDE_PROBLEM_BAD_ID, 6,
    14, "projects[0].division", "" },
  { "duplicate-id", HEAD ",\n  \"projects\": [ { \"id\": \"p\" },\n { \"id\": \"p\" } ] }",
    TIDE_PROBLEM_DUPLICATE_ID, 6, 2, "projects[1]", "p" },
  { "duplicate-entry-id",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\", \"stages\": [ { \"id\": \"s\", \"stage\": "
         "\"signed\" },\n { \"id\": \"s\", \"stage\": \"started\" } ] } ] }",
    TIDE_PROBLEM_DUPLICATE_ID, 6, 2, "projects[0].stages[1]", "s" },
  { "duplicate-natural-key",
    HEAD ",\n  \"indicators\": [ { \"id\": \"i\", \"observations\": [ { \"period\": \"2015\" },\n "
         "{ \"period\": \"2015\" } ] } ] }",
    TIDE_PROBLEM_DUPLICATE_ID, 6, 2, "indicators[0].observations[1]", NULL },
  { "entry-without-stage",
    HEAD ",\n  \"projects\": [ { \"id\": \"p\", \"stages\": [\n { \"id\": \"s\" } ] } ] }",
    TIDE_PROBLEM_MISSING_MEMBER, 6, 2, "projects[0].stages[0]", "stage" },
  { "sector", HEAD ",\n  \"taxonomies\": [ { \"id\": \"t\", \"sectors\": [ {\n \"id\": 5 } ] } ] }",
    TIDE_PROBLEM_WRONG_TYPE, 6, 8, "taxonomies[0].sectors[0].id", "string" },
  { "step", HEAD ",\n  \"history\": [\n 5 ] }", TIDE_PROBLEM_WRONG_TYPE, 6, 2, "history[0]",
    "object" },
  { "step-value",
    HEAD ",\n  \"history\": [ { \"id\": \"h\", \"edits\": [ { \"edit\": \"set\", \"kind\": "
         "\"project\", \"member\": \"number\",\n\"after\": 5 } ] } ] }",
    TIDE_PROBLEM_WRONG_TYPE, 6, 10, "history[0].edits[0].after", "string" },
};

static void
test_refusal (gconstpointer data)
{
  const RefusalCase *row = data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSnapshot) snapshot = read_text (row->text, &problems, &error);
  const TideProblem *problem;

  g_assert_null (snapshot);
  g_assert_cmpuint (problems->len, >, 0);
  problem = g_ptr_array_index (problems, 0);
  g_assert_error (error, TIDE_PROBLEM_ERROR, (int) row->code);
  g_assert_cmpint (problem->code, ==, row->code);
  g_assert_cmpstr (problem->file, ==, "a.tideline");
  g_assert_cmpuint (problem->line, ==, row->line);
  g_assert_cmpuint (problem->column, ==, row->column);
  g_assert_cmpstr (problem->path, ==, row->path);
  if (row->argument != NULL)
    g_assert_cmpstr (problem->args[0], ==, row->argument);
}

typedef struct
{
  const char *name;
  const char *text;
  TideProblemCode code;
  guint line;
  guint column;
  const char *path;
  TideEditKind edit_kind;
  const char *list;
  const char *member;
  guint n_more_edits;
} DoubtCase;

#define VOCABULARY                                                                                 \
  HEAD ", \"taxonomies\": [ { \"id\": \"t\", \"sectors\": [ { \"id\": \"t/1\" }, { \"id\": "       \
       "\"t/2\" } ] } ],\n"
#define PROJECT VOCABULARY "\"projects\": [ { \"id\": \"p\",\n"

static const DoubtCase doubts[] = {
  { "reference", PROJECT "\"division\": \"x\" } ] }", TIDE_PROBLEM_DANGLING_REFERENCE, 6, 13,
    "projects[0].division", TIDE_EDIT_SET, NULL, "division" },
  { "reference-of-register", HEAD ",\n\"division\": \"x\" }", TIDE_PROBLEM_DANGLING_REFERENCE, 5,
    13, "division", TIDE_EDIT_SET, NULL, "division" },
  { "reference-of-another-kind", PROJECT "\"division\": \"t\" } ] }",
    TIDE_PROBLEM_DANGLING_REFERENCE, 6, 13, "projects[0].division", TIDE_EDIT_SET, NULL,
    "division" },
  { "reference-of-entry",
    PROJECT "\"amounts\": [ { \"id\": \"a\", \"kind\": \"agreement\", \"source\": \"x\" } ] } ] }",
    TIDE_PROBLEM_DANGLING_REFERENCE, 6, 58, "projects[0].amounts[0].source", TIDE_EDIT_SET,
    "amounts", "source" },
  { "reference-that-is-key", PROJECT "\"sectors\": [ { \"sector\": \"x\" } ] } ] }",
    TIDE_PROBLEM_DANGLING_REFERENCE, 6, 26, "projects[0].sectors[0].sector", TIDE_EDIT_REMOVE,
    "sectors", NULL },
  { "reference-in-list", PROJECT "\"sources\": [ \"x\" ] } ] }", TIDE_PROBLEM_DANGLING_REFERENCE, 6,
    14, "projects[0].sources[0]", TIDE_EDIT_SET, NULL, "sources" },
  { "shares", PROJECT "\"sectors\": [ { \"sector\": \"t/1\", \"share\": \"60\" } ] } ] }",
    TIDE_PROBLEM_SHARES_NOT_WHOLE, 6, 12, "projects[0].sectors", TIDE_EDIT_SET, "sectors",
    "share" },
  { "shares-over",
    PROJECT "\"sectors\": [ { \"sector\": \"t/1\", \"share\": \"60\" }, { \"sector\": \"t/2\", "
            "\"share\": \"40.000001\" } ] } ] }",
    TIDE_PROBLEM_SHARES_NOT_WHOLE, 6, 12, "projects[0].sectors", TIDE_EDIT_SET, "sectors", "share",
    1 },
  { "date",
    PROJECT
    "\"stages\": [ { \"id\": \"s\", \"stage\": \"signed\", \"date\": \"2023-02-29\" } ] } ] }",
    TIDE_PROBLEM_UNREAL_DATE, 6, 53, "projects[0].stages[0].date", TIDE_EDIT_SET, "stages",
    "date" },
  { "date-in-object", PROJECT "\"plans\": { \"start\": \"2023-06-31\" } } ] }",
    TIDE_PROBLEM_UNREAL_DATE, 6, 21, "projects[0].plans.start", TIDE_EDIT_SET, NULL,
    "plans/start" },
  { "amount-digits",
    PROJECT "\"amounts\": [ { \"id\": \"a\", \"kind\": \"agreement\", \"value\": \"1.005\", "
            "\"currency\": \"CNY\" } ] } ] }",
    TIDE_PROBLEM_TOO_PRECISE, 6, 57, "projects[0].amounts[0].value", TIDE_EDIT_SET, "amounts",
    "value" },
  { "amount-digits-of-yen",
    PROJECT "\"amounts\": [ { \"id\": \"a\", \"kind\": \"agreement\", \"value\": \"1.5\", "
            "\"currency\": \"JPY\" } ] } ] }",
    TIDE_PROBLEM_TOO_PRECISE, 6, 57, "projects[0].amounts[0].value", TIDE_EDIT_SET, "amounts",
    "value" },
  { "rate-digits",
    HEAD
    ",\n\"rates\": [ { \"set\": \"s\", \"from\": \"USD\", \"to\": \"CNY\", \"date\": \"2023\", "
    "\"value\": \"7.1234567\" } ] }",
    TIDE_PROBLEM_TOO_PRECISE, 5, 79, "rates[0].value", TIDE_EDIT_SET, NULL, "value" },
  { "rate-of-zero",
    HEAD
    ",\n\"rates\": [ { \"set\": \"s\", \"from\": \"USD\", \"to\": \"CNY\", \"date\": \"2023\", "
    "\"value\": \"0\" } ] }",
    TIDE_PROBLEM_NOT_POSITIVE, 5, 79, "rates[0].value", TIDE_EDIT_SET, NULL, "value" },
  { "rate-below-zero",
    HEAD
    ",\n\"rates\": [ { \"set\": \"s\", \"from\": \"USD\", \"to\": \"CNY\", \"date\": \"2023\", "
    "\"value\": \"-7.1\" } ] }",
    TIDE_PROBLEM_NOT_POSITIVE, 5, 79, "rates[0].value", TIDE_EDIT_SET, NULL, "value" },
  { "loop", PROJECT "\"parent\": \"p\" } ] }", TIDE_PROBLEM_LOOP, 6, 11, "projects[0].parent",
    TIDE_EDIT_SET, NULL, "parent" },
  { "loop-of-two",
    HEAD ",\n\"divisions\": [ { \"id\": \"a\", \"parent\": \"b\" },\n{ \"id\": \"b\", \"parent\": "
         "\"a\" } ] }",
    TIDE_PROBLEM_LOOP, 5, 39, "divisions[0].parent", TIDE_EDIT_SET, NULL, "parent" },
};

static void
test_doubt (gconstpointer data)
{
  const DoubtCase *row = data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSnapshot) snapshot = read_text (row->text, &problems, &error);
  const TideProblem *problem;
  const TideEdit *edit;

  g_assert_no_error (error);
  g_assert_nonnull (snapshot);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpint (problem->code, ==, row->code);
  g_assert_true (tide_problem_is_doubt (problem));
  g_assert_cmpuint (problem->line, ==, row->line);
  g_assert_cmpuint (problem->column, ==, row->column);
  g_assert_cmpstr (problem->path, ==, row->path);
  g_assert_nonnull (problem->repair);
  g_assert_cmpuint (problem->repair->edits->len, ==, 1 + row->n_more_edits);
  edit = g_ptr_array_index (problem->repair->edits, 0);
  g_assert_cmpint (edit->kind, ==, row->edit_kind);
  g_assert_cmpstr (edit->list, ==, row->list);
  g_assert_cmpstr (edit->member, ==, row->member);
}

/* What looks doubtful and is not. */
static void
test_no_doubt (gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = read_sound (data);

  g_assert_nonnull (snapshot);
}

static void
test_rounding (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot
      = read_text (PROJECT "\"amounts\": [ { \"id\": \"a\", \"kind\": \"agreement\", \"value\": "
                           "\"-1.00500\", \"currency\": \"CNY\" } ] } ] }",
                   &problems, NULL);
  const TideProblem *problem = g_ptr_array_index (problems, 0);
  const TideEdit *edit = g_ptr_array_index (problem->repair->edits, 0);
  g_autofree char *text = tide_decimal_dup_text (&edit->after.as.decimal);

  g_assert_cmpstr (text, ==, "-1.01");
}

static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (HEAD ",\n\"projects\": [\n");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (text, "%s{ \"id\": \"p%u\", \"number\": 1 }\n", i > 0 ? "," : "", i);
  g_string_append (text, "] }");
  snapshot = read_text (text->str, &problems, &error);

  g_assert_null (snapshot);
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_WRONG_TYPE);
  g_assert_cmpuint (problems->len, ==, TIDE_JSON_MAX_PROBLEMS);
  for (guint i = 0; i < problems->len; i++)
    {
      const TideProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *path = g_strdup_printf ("projects[%u].number", i);

      g_assert_cmpstr (problem->path, ==, path);
      g_assert_cmpuint (problem->line, ==, 6 + i);
    }
}

typedef struct
{
  gsize last;
  guint n_calls;
  GCancellable *cancellable;
} Watch;

static void
on_progress (gsize done, gsize total, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpuint (done, >, watch->last);
  g_assert_cmpuint (done, <=, total);
  watch->last = done;
  watch->n_calls++;
  if (watch->n_calls == 2 && watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

static const char three[]
    = HEAD ",\n\"projects\": [ { \"id\": \"a\" }, { \"id\": \"b\" }, { \"id\": \"c\" } ] }";

static void
test_progress (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (three, strlen (three));
  g_autoptr (GBytes) written = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  Watch reading = { 0 };
  Watch writing = { 0 };

  snapshot = tide_json_read (bytes, NULL, on_progress, &reading, NULL, NULL, NULL);
  g_assert_nonnull (snapshot);
  g_assert_cmpuint (reading.n_calls, ==, 3);

  written = tide_json_write (snapshot, on_progress, &writing, NULL, NULL);
  g_assert_nonnull (written);
  g_assert_cmpuint (writing.n_calls, ==, 3);
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (three, strlen (three));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) write_error = NULL;
  g_autoptr (TideSnapshot) snapshot = read_sound (three);
  Watch reading = { .cancellable = cancellable };

  g_assert_null (
      tide_json_read (bytes, NULL, on_progress, &reading, cancellable, &problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (reading.n_calls, ==, 2);

  g_assert_null (tide_json_write (snapshot, NULL, NULL, cancellable, &write_error));
  g_assert_error (write_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_long_string (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  TidePayload *settings = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "r");
  g_autofree char *notes = g_strnfill (1024 * 1024 + 1, 'a');
  g_autoptr (GError) error = NULL;

  tide_payload_set_string (&((TideSettings *) settings)->notes, notes);
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, settings);
  g_assert_null (tide_json_write (snapshot, NULL, NULL, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_STRING_TOO_LONG);
}

/* What is unknown may not lie so deep that the history could not hold it. */
static void
test_deep_extra (gconstpointer data)
{
  guint depth = GPOINTER_TO_UINT (data);
  g_autoptr (GString) text = g_string_new (HEAD ", \"later\": ");
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  g_string_append (text, " }");
  snapshot = read_text (text->str, NULL, &error);
  if (depth <= 48)
    g_assert_no_error (error);
  else
    g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_TOO_DEEP);
}

/* Adds all records of a register but one project to another. */
static TideSnapshot *
replace_project (TideSnapshot *old, TidePayload *project)
{
  TideSnapshot *changed = tide_snapshot_new ();

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = tide_snapshot_get_records (old, kind);

      for (guint i = 0; i < records->len; i++)
        {
          TidePayload *record = g_ptr_array_index (records, i);

          if (kind == TIDE_RECORD_PROJECT && strcmp (record->id, project->id) == 0)
            record = project;
          tide_snapshot_add (changed, kind, tide_payload_ref (record));
        }
    }

  return changed;
}

/* Changing one amount changes its line and the project's updated line, and adds one line. */
static void
test_one_amount (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "made-up.tideline", NULL);
  g_autofree char *text = NULL;
  g_autofree char *changed_text = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideSnapshot) changed = NULL;
  g_autoptr (TidePayload) project = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) changed_lines = NULL;
  const GPtrArray *projects;
  const TidePayload *before;
  TideProjectPayload *after;
  TidePayload *amount;
  TideStep *step;
  guint n_changed = 0;
  guint n_same = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  snapshot = read_sound (text);
  projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  before = g_ptr_array_index (projects, 0);
  for (guint i = 1; tide_entries_get_n (TIDE_PROJECT_PAYLOAD (before)->amounts) == 0; i++)
    before = g_ptr_array_index (projects, i);

  project = tide_payload_copy (before);
  after = (TideProjectPayload *) project;
  amount = tide_payload_copy (g_ptr_array_index (after->amounts, 0));
  ((TideAmount *) amount)->value = (TideDecimal) { .mantissa = 12345, .is_set = TRUE };
  tide_payload_unref (after->amounts->pdata[0]);
  after->amounts->pdata[0] = tide_payload_seal (amount);
  after->updated = 1800000000;
  tide_payload_seal (project);

  changed = replace_project (snapshot, project);
  step = tide_step_new ("edit-project", "P", NULL);
  step->id = g_strdup ("step");
  tide_step_add_difference (step, TIDE_RECORD_PROJECT, before, project);
  tide_snapshot_add_history (changed, step);
  changed_text = write_text (changed);
  assert_canonical (changed_text);

  lines = g_strsplit (text, "\n", -1);
  changed_lines = g_strsplit (changed_text, "\n", -1);
  g_assert_cmpuint (tide_entries_get_n (tide_snapshot_get_history (snapshot)), ==, 0);
  /* The end of the file: the first step brings the list's own lines with it. */
  g_assert_cmpuint (g_strv_length (changed_lines), ==, g_strv_length (lines) + 3);
  for (guint i = 0; i + 3 < g_strv_length (lines); i++)
    {
      if (strcmp (lines[i], changed_lines[i]) == 0)
        {
          n_same++;
          continue;
        }
      n_changed++;
      g_assert_true (strstr (changed_lines[i], "\"value\": \"12345\"") != NULL
                     || g_str_has_prefix (changed_lines[i], "      \"updated\": \"2027-01-15T"));
    }
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_same, ==, g_strv_length (lines) - 5);
}

/* However its names and strings are spelt, and in whichever order its members stand. */
static void
test_spelling (void)
{
  static const char plain[] = PROJECT
      "\"number\": \"7\", \"name\": { \"en\": \"One\", \"zh\": \"余姚\" }, \"division\": \"d\", "
      "\"counted\": false, \"stages\": [ { \"id\": \"s\", \"stage\": \"signed\", \"date\": "
      "\"2023\" } ], "
      "\"tags\": [ \"a\" ], \"notes\": \"two\\nlines\", \"created\": \"2024-02-29T23:59:58Z\", "
      "\"later\": 1 } ], \"divisions\": [ { \"id\": \"d\" } ] }";
  static const char escaped[] = PROJECT
      "\"later\": 1, \"created\": \"2024-02-29T23:59:58\\u005a\", \"not\\u0065s\": "
      "\"t\\u0077o\\u000alines\", \"code-name\": \"\", \"t\\u0061gs\": [ \"\", \"\\u0061\" ], "
      "\"stages\": [ { \"dat\\u0065\": \"2023\", \"stage\": \"s\\u0069gned\", \"\\u0069d\": "
      "\"\\u0073\" } ], \"counted\": false, \"division\": \"\\u0064\", \"n\\u0061me\": { \"zh\": "
      "\"\\u4f59\\u59da\", \"en\": \"On\\u0065\" }, \"sources\": [], \"activities\": [], "
      "\"plans\": "
      "{}, \"number\": \"\\u0037\" } ], \"divisions\": [ { \"id\": \"d\" } ] }";
  g_autoptr (TideSnapshot) first = read_sound (plain);
  g_autoptr (TideSnapshot) second = read_sound (escaped);
  g_autofree char *text = write_text (first);
  g_autofree char *other = write_text (second);

  g_assert_true (tide_payload_equal (tide_snapshot_lookup (first, TIDE_RECORD_PROJECT, "p"),
                                     tide_snapshot_lookup (second, TIDE_RECORD_PROJECT, "p")));
  g_assert_cmpstr (text, ==, other);
}

static void
test_payload (void)
{
  g_autoptr (TidePayload) amount = tide_payload_new (&tide_shape_amount, "a");
  g_autofree char *text = NULL;

  tide_payload_set_interned (&((TideAmount *) amount)->kind, "agreement");
  ((TideAmount *) amount)->value = (TideDecimal) { .mantissa = 105, .scale = 1, .is_set = TRUE };
  tide_payload_seal (amount);
  text = tide_json_write_payload (amount);
  g_assert_cmpstr (text, ==, "{ \"id\": \"a\", \"kind\": \"agreement\", \"value\": \"10.5\" }");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    const char *text;
  } sound[] = {
    { "mentions",
      PROJECT "\"sectors\": [ { \"sector\": \"t/1\" }, { \"sector\": \"t/2\" } ] } ] }" },
    { "thirds",
      PROJECT "\"sectors\": [ { \"sector\": \"t/1\", \"share\": \"33.333333\" }, { \"sector\": "
              "\"t/2\", \"share\": \"66.666667\" } ] } ] }" },
    { "unknown-currency",
      PROJECT "\"amounts\": [ { \"id\": \"a\", \"kind\": \"agreement\", \"value\": \"1.005\", "
              "\"currency\": \"XQQ\" } ] } ] }" },
    { "leap-day", PROJECT "\"plans\": { \"start\": \"2024-02-29\" } } ] }" },
    { "forward-reference",
      HEAD ", \"projects\": [ { \"id\": \"a\", \"parent\": \"b\" }, { \"id\": \"b\" } ] }" },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/json-register/sample/ningbo", "ningbo.tideline", test_sample);
  g_test_add_data_func ("/json-register/sample/made-up", "made-up.tideline", test_sample);
  g_test_add_func ("/json-register/layout", test_layout);
  g_test_add_func ("/json-register/history", test_history);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-register/refused/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-register/doubted/%s", doubts[i].name);

      g_test_add_data_func (path, &doubts[i], test_doubt);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-register/not-doubted/%s", sound[i].name);

      g_test_add_data_func (path, sound[i].text, test_no_doubt);
    }
  g_test_add_func ("/json-register/rounding", test_rounding);
  g_test_add_func ("/json-register/many-problems", test_many_problems);
  g_test_add_func ("/json-register/progress", test_progress);
  g_test_add_func ("/json-register/cancel", test_cancel);
  g_test_add_func ("/json-register/long-string", test_long_string);
  g_test_add_data_func ("/json-register/extra/deepest", GUINT_TO_POINTER (48), test_deep_extra);
  g_test_add_data_func ("/json-register/extra/too-deep", GUINT_TO_POINTER (49), test_deep_extra);
  g_test_add_func ("/json-register/one-amount", test_one_amount);
  g_test_add_func ("/json-register/spelling", test_spelling);
  g_test_add_func ("/json-register/payload", test_payload);

  return g_test_run ();
}
