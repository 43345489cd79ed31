/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of an indicator: its rows, what is typed in them, and what is pasted. */

#include "core/tide-observation-edit.h"
#include "core/tide-observation-paste.h"

#include "tide-test-register.h"

#define ID "output"

typedef struct
{
  TideRegister *reg;
} Fixture;

static void
add_observation (TidePayload *indicator,
                 const char *period,
                 const char *value,
                 const char *revision)
{
  TidePayload *entry = tide_test_payload_add_entry (indicator, "observations", NULL);

  tide_test_payload_set (entry, "period", period);
  tide_test_payload_set (entry, "value", value);
  if (revision != NULL)
    tide_test_payload_set (entry, "revision", revision);
}

static TidePayload *
unit_new (void)
{
  const TideMember *member = tide_shape_find (tide_shape_for_kind (TIDE_RECORD_INDICATOR), "unit");
  TidePayload *unit = tide_payload_new (member->shape, NULL);

  tide_test_payload_set (unit, "currency", "CNY");
  tide_test_payload_set (unit, "scale", "100000000");

  return unit;
}

static TidePayload *
indicator_new (void)
{
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, ID, "Output");
  TidePayload *entry;

  ((TideIndicatorPayload *) indicator)->unit = unit_new ();
  add_observation (indicator, "2015", "2224", NULL);
  add_observation (indicator, "2022", "6411", NULL);
  entry = tide_test_payload_add_entry (indicator, "growth", NULL);
  tide_test_payload_set (entry, "from", "2015");
  tide_test_payload_set (entry, "to", "2022");
  tide_test_payload_set (entry, "rate", "16.3");
  tide_test_payload_set (entry, "basis", "as-published");
  entry = tide_test_payload_add_entry (indicator, "breaks", NULL);
  tide_test_payload_set (entry, "before", "2018");
  tide_test_payload_set (entry, "reason", "New catalogue");

  return indicator;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) step = NULL;

  fixture->reg = tide_test_register_new ();
  step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_INDICATOR, indicator_new ());
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->reg);
}

static const TideIndicatorPayload *
get (Fixture *fixture)
{
  return TIDE_INDICATOR_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_INDICATOR, ID));
}

/* Each row: period, value, growth, since, basis, revision, break. */
static char *
dup_table (Fixture *fixture)
{
  g_autoptr (GArray) rows = tide_observation_rows_new (get (fixture));
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    for (guint column = 0; column < TIDE_OBSERVATION_SOURCE; column++)
      {
        g_autofree char *text = tide_observation_row_dup_text (
            &g_array_index (rows, TideObservationRow, i), (TideObservationColumn) column);

        g_string_append_printf (table, "%s%s", text,
                                column + 1 < TIDE_OBSERVATION_SOURCE ? "|" : "\n");
      }

  return g_string_free_and_steal (table);
}

static void
assert_table (Fixture *fixture, const char *expected)
{
  g_autofree char *table = dup_table (fixture);

  g_assert_cmpstr (table, ==, expected);
}

/* Types into a row, the last for a number behind it; asserts that it is one step, or none. */
static char *
type_in (Fixture *fixture, guint index, TideObservationColumn column, const char *text)
{
  g_autoptr (GArray) rows = tide_observation_rows_new (get (fixture));
  const char *texts[TIDE_N_OBSERVATION_COLUMNS] = { NULL };
  const guint n_steps = tide_register_count_steps (fixture->reg);
  TideObservationColumn found;
  char *problem;

  texts[column] = text;
  problem = tide_observation_edit (
      fixture->reg, ID, index < rows->len ? &g_array_index (rows, TideObservationRow, index) : NULL,
      texts, &found);
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n_steps + (problem == NULL));
  if (problem != NULL)
    g_assert_cmpint (found, ==, column);

  return problem;
}

static void
take (Fixture *fixture, guint index, TideObservationColumn column, const char *text)
{
  g_autofree char *problem = type_in (fixture, index, column, text);

  g_assert_null (problem);
}

static void
refuse (Fixture *fixture, guint index, TideObservationColumn column, const char *text)
{
  g_autofree char *before = dup_table (fixture);
  g_autofree char *problem = type_in (fixture, index, column, text);

  g_assert_nonnull (problem);
  assert_table (fixture, before);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  assert_table (fixture, "2015|2224|||||\n"
                         "2018||||||New catalogue\n"
                         "2022|6411|16.3|2015|as-published||\n");
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  take (fixture, 0, TIDE_OBSERVATION_VALUE, "222.5 billion yuan");
  take (fixture, 1, TIDE_OBSERVATION_VALUE, "4170");
  take (fixture, 1, TIDE_OBSERVATION_GROWTH, "12.0 %");
  take (fixture, 1, TIDE_OBSERVATION_BASIS, "comparable-price");
  take (fixture, 1, TIDE_OBSERVATION_BREAK, "Break");
  take (fixture, 2, TIDE_OBSERVATION_SINCE, "2016");
  take (fixture, 2, TIDE_OBSERVATION_REVISION, "final");
  take (fixture, 2, TIDE_OBSERVATION_PERIOD, "2023");
  assert_table (fixture, "2015|222.5 billion yuan|||||\n"
                         "2018|4170|12.0|2017|comparable-price||Break\n"
                         "2023|6411|16.3|2016|as-published|final|\n");
  g_assert_null (((const TideBreak *) g_ptr_array_index (get (fixture)->breaks, 0))->reason);

  take (fixture, 1, TIDE_OBSERVATION_GROWTH, "");
  take (fixture, 1, TIDE_OBSERVATION_BREAK, "");
  take (fixture, 2, TIDE_OBSERVATION_SOURCE, "paper");
  assert_table (fixture, "2015|222.5 billion yuan|||||\n"
                         "2018|4170|||||\n"
                         "2023|6411|16.3|2016|as-published|final|\n");
  g_assert_cmpstr (((const TideGrowth *) g_ptr_array_index (get (fixture)->growth, 0))->source, ==,
                   "paper");
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  refuse (fixture, 0, TIDE_OBSERVATION_PERIOD, "2022");
  refuse (fixture, 0, TIDE_OBSERVATION_PERIOD, "soon");
  refuse (fixture, 0, TIDE_OBSERVATION_PERIOD, "");
  refuse (fixture, 0, TIDE_OBSERVATION_VALUE, "much");
  refuse (fixture, 0, TIDE_OBSERVATION_VALUE, "US$5bn");
  refuse (fixture, 2, TIDE_OBSERVATION_GROWTH, "fast");
  refuse (fixture, 2, TIDE_OBSERVATION_SINCE, "long ago");
}

static void
test_new_row (Fixture *fixture, gconstpointer data)
{
  const char *texts[TIDE_N_OBSERVATION_COLUMNS] = { "2023", NULL };
  TideObservationColumn column;
  g_autofree char *problem = NULL;
  g_autofree char *again = NULL;

  g_assert_false (tide_observation_can_add (texts));
  texts[TIDE_OBSERVATION_VALUE] = "7000亿元";
  texts[TIDE_OBSERVATION_GROWTH] = "9.1";
  g_assert_true (tide_observation_can_add (texts));
  problem = tide_observation_edit (fixture->reg, ID, NULL, texts, &column);
  g_assert_null (problem);
  assert_table (fixture, "2015|2224|||||\n"
                         "2018||||||New catalogue\n"
                         "2022|6411|16.3|2015|as-published||\n"
                         "2023|7000亿元|9.1|2022|as-published||\n");
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "add-observation");

  again = tide_observation_edit (fixture->reg, ID, NULL, texts, &column);
  g_assert_nonnull (again);
  g_assert_cmpint (column, ==, TIDE_OBSERVATION_PERIOD);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) rows = tide_observation_rows_new (get (fixture));
  TideObservationRow row;

  tide_observation_row_init_copy (&row, &g_array_index (rows, TideObservationRow, 2));
  g_assert_true (tide_observation_remove (fixture->reg, ID, &row, NULL));
  tide_observation_row_clear (&row);
  assert_table (fixture, "2015|2224|||||\n"
                         "2018||||||New catalogue\n");
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (get (fixture)->growth->len, ==, 1);
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  const guint n_steps = tide_register_count_steps (fixture->reg);
  g_autoptr (TideObservationPaste) paste = tide_observation_paste_new (
      fixture->reg, ID,
      "Year\tOutput\r\n2015\t2230\r\n2016\t2600亿元\t8.5\r\n\r\n2017\tmuch\r\n2016\t1\r\n"
      "2019\t\t7.5%\r\n2020\r\n3000\t5\r\n",
      NULL);

  g_assert_nonnull (paste);
  g_assert_cmpuint (paste->n_taken, ==, 3);
  g_assert_cmpuint (g_strv_length (paste->refused), ==, 5);
  g_assert_true (g_str_has_prefix (paste->refused[0], "Row 1: "));
  g_assert_true (g_str_has_prefix (paste->refused[1], "Row 5: "));
  g_assert_true (g_str_has_prefix (paste->refused[2], "Row 6: "));
  g_assert_true (g_str_has_prefix (paste->refused[3], "Row 8: "));
  g_assert_true (g_str_has_prefix (paste->refused[4], "Row 9: "));
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n_steps + 1);
  assert_table (fixture, "2015|2230|||||\n"
                         "2016|2600亿元|8.5|2015|as-published||\n"
                         "2018||||||New catalogue\n"
                         "2019||7.5|2018|as-published||\n"
                         "2022|6411|16.3|2015|as-published||\n");

  g_assert_true (tide_register_undo (fixture->reg));
  test_rows (fixture, NULL);
}

static void
test_paste_nothing (Fixture *fixture, gconstpointer data)
{
  const guint n_steps = tide_register_count_steps (fixture->reg);
  g_autoptr (TideObservationPaste) paste
      = tide_observation_paste_new (fixture->reg, ID, "\n2015\tmuch\n", NULL);

  g_assert_cmpuint (paste->n_taken, ==, 0);
  g_assert_cmpuint (g_strv_length (paste->refused), ==, 1);
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n_steps);
  test_rows (fixture, NULL);
  g_assert_true (tide_observation_paste_is_table ("a\tb"));
  g_assert_false (tide_observation_paste_is_table ("222.4 billion yuan"));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/observation-edit/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("rows", test_rows);
  ADD ("cells", test_cells);
  ADD ("refusals", test_refusals);
  ADD ("new-row", test_new_row);
  ADD ("remove", test_remove);
  ADD ("paste", test_paste);
  ADD ("paste-nothing", test_paste_nothing);

  return g_test_run ();
}
