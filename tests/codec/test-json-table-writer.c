/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-reader.h"
#include "codec/tide-json-table-writer.h"

#include <string.h>

static void
test_rows (void)
{
  const TideTableColumn columns[] = { { "name", TIDE_TABLE_TEXT },
                                      { "share", TIDE_TABLE_PERCENT },
                                      { "date", TIDE_TABLE_DATE },
                                      { "retired", TIDE_TABLE_BOOLEAN } };
  const TideDecimal share = { .mantissa = 1630, .scale = 2, .is_set = TRUE };
  const TideDate month = { .year = 2023, .month = 8, .precision = TIDE_PRECISION_MONTH };
  g_autoptr (TideTableWriter) writer = tide_json_table_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  tide_table_writer_begin_sheet (writer, "sheet", columns, G_N_ELEMENTS (columns));
  tide_table_writer_add_text (writer, "=\"机器人\"\n");
  tide_table_writer_add_decimal (writer, &share);
  tide_table_writer_add_date (writer, &month);
  tide_table_writer_add_boolean (writer, FALSE);
  tide_table_writer_end_row (writer);
  tide_table_writer_end_row (writer);
  bytes = tide_table_writer_end (writer, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==,
                   "[\n"
                   "  {\n"
                   "    \"name\": \"=\\\"机器人\\\"\\n\",\n"
                   "    \"share\": \"16.30\",\n"
                   "    \"date\": \"2023-08\",\n"
                   "    \"retired\": false\n"
                   "  },\n"
                   "  {}\n"
                   "]\n");
}

static TidePayload *
read_filter (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  TidePayload *filter
      = tide_json_read_record (bytes, TIDE_RECORD_FILTER, "typed", &problems, error);

  g_assert_cmpuint (problems->len, ==, filter != NULL ? 0 : 1);

  return filter;
}

static void
test_record (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TidePayload) filter
      = read_filter ("{\"stages\": [\"signed\"], \"amount-from\": \"1.5\", \"tide\": 1}", &error);
  const GPtrArray *stages;

  g_assert_no_error (error);
  stages = TIDE_FILTER (filter)->stages;
  g_assert_null (filter->id);
  g_assert_cmpuint (stages->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (stages, 0), ==, "signed");
  g_assert_cmpint (TIDE_FILTER (filter)->amount_from.mantissa, ==, 15);
  g_assert_cmpstr (filter->extra, ==, "{ \"tide\": 1 }");
}

static void
test_refusals (void)
{
  const struct
  {
    const char *text;
    TideProblemCode code;
  } cases[] = {
    { "", TIDE_PROBLEM_EMPTY_FILE },
    { "[]", TIDE_PROBLEM_WRONG_TYPE },
    { "{\"stages\": \"signed\"}", TIDE_PROBLEM_WRONG_TYPE },
    { "{\"amount-from\": \"much\"}", TIDE_PROBLEM_BAD_DECIMAL },
    { "{\"text\": \"a\", \"text\": \"b\"}", TIDE_PROBLEM_DUPLICATE_KEY },
    { "{} {}", TIDE_PROBLEM_TRAILING_TEXT },
    { "{\"text\": ", TIDE_PROBLEM_TRUNCATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TidePayload) filter = read_filter (cases[i].text, &error);

      g_assert_null (filter);
      g_assert_error (error, TIDE_PROBLEM_ERROR, (int) cases[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-table-writer/rows", test_rows);
  g_test_add_func ("/json-record/read", test_record);
  g_test_add_func ("/json-record/refusals", test_refusals);

  return g_test_run ();
}
