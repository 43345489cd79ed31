/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-import-preset.h"
#include "codec/tide-import-report.h"
#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"

#include "tide-test-register.h"
#include "tide-test-table.h"

#include <locale.h>
#include <string.h>

#define NAMES "项目名称|投资额(亿元)\n"

static TideImportPlan *
guess (TideRegister *reg, const TideTable *table)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);

  return tide_import_plan_new_guess (table, snapshot);
}

static void
assert_count (const TideImportTrial *trial, TideImportVerdict verdict, guint n)
{
  if (tide_import_trial_count (trial, verdict) != n)
    for (guint i = 0; i < tide_import_trial_get_n_rows (trial); i++)
      {
        const TideImportRow *row = tide_import_trial_get_row (trial, i);
        g_autofree char *reason = tide_import_report_dup_reason (trial, row);

        g_test_message ("row %u: %s %s", row->row, tide_import_verdict_get_label (row->verdict),
                        reason != NULL ? reason : "");
      }
  g_assert_cmpuint (tide_import_trial_count (trial, verdict), ==, n);
}

static void
apply (TideRegister *reg, const TideImportTrial *trial)
{
  g_autoptr (GError) error = NULL;

  tide_register_apply (reg, tide_import_trial_get_step (trial), &error);
  g_assert_no_error (error);
}

static GBytes *
save (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tide_json_write (snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

/* What was imported opens again, without any doubt about it, and is written the same. */
static void
assert_opens (TideRegister *reg)
{
  g_autoptr (GBytes) bytes = save (reg);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (GBytes) again = NULL;

  snapshot = tide_json_read (bytes, "test", NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems != NULL ? problems->len : 0, ==, 0);
  again = tide_json_write (snapshot, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
}

static const TideProjectPayload *
find_project (TideRegister *reg, const char *name)
{
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (tide_list_get_payload (list, i));

      if (g_strcmp0 (project->name.zh, name) == 0 || g_strcmp0 (project->name.en, name) == 0)
        return project;
    }

  return NULL;
}

/* Dialects ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *table;
  const char *sums;
  guint n_created;
  guint n_refused;
} Dialect;

static const Dialect dialects[] = {
  { "unit in the header", "项目名称|投资额(亿元)\n机器人|27\n电池|1.5\n",
    "agreement CNY 2850000000", 2, 0 },
  { "units in cells", "项目名称|协议投资额\n机器人|27亿元\n电池|630万元\n海工|1亿2000万\n",
    "agreement CNY 2826300000", 3, 0 },
  { "title above",
    "2023年签约项目汇总表\n\n序号|项目名称|投资额（万元）\n1|机器人|2700\n2|电池|300\n",
    "agreement CNY 30000000", 2, 0 },
  { "dollars and yuan", "Project|Agreed investment\nRobots|US$1.06 bn\nCells|16 bn yuan\n",
    "agreement CNY 16000000000; agreement USD 1060000000", 2, 0 },
  { "currency column", "项目名称|投资额(万)|币种\n机器人|100|美元\n电池|200|人民币\n",
    "agreement CNY 2000000; agreement USD 1000000", 2, 0 },
  { "unit column", "项目名称|投资额|币种\n机器人|100|万美元\n电池|2|亿元\n",
    "agreement CNY 200000000; agreement USD 1000000", 2, 0 },
  { "decimal comma",
    "Project name|Agreed investment (EUR)\nRobots|1.912,96\nCells|40.000,00\nSea|0,04\n",
    "agreement EUR 41913.00", 3, 0 },
  { "several kinds",
    "项目名称|协议投资额（亿元）|到位资金（万元）|合同外资（万美元）\n机器人|10|500|20\n",
    "agreement CNY 1000000000; arrived CNY 5000000; foreign-contracted USD 200000", 1, 0 },
  { "unknown amounts", "项目名称|投资额(亿元)\n机器人|27\n电池|未透露\n海工|—\n风电|\n",
    "agreement CNY 2700000000", 4, 0 },
  { "unreadable amounts", "项目名称|投资额(亿元)\n机器人|27\n电池|很多\n",
    "agreement CNY 2700000000", 1, 1 },
  { "grouped numbers",
    "Project name|Agreed investment (yuan)\nRobots|1,740,000\nCells|2,000,000.50\n",
    "agreement CNY 3740000.50", 2, 0 },
  { "reductions", "项目名称|投资额(万元)\n机器人|-30\n电池|100\n", "agreement CNY 700000", 2, 0 },
  { "ragged and blank rows", "项目名称|投资额(亿元)\n\n机器人|27\n|\n电池\n",
    "agreement CNY 2700000000", 2, 0 },
};

static void
test_dialect (gconstpointer data)
{
  const Dialect *dialect = data;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  g_autoptr (TideRegister) reg = tide_register_new (clock, NULL);
  g_autoptr (TideTable) table = tide_test_table_new (dialect->table);
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) trial = tide_test_import_try (reg, table, plan);
  g_autofree char *sums = tide_test_import_dup_sums (tide_import_trial_get_after (trial));
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autofree char *applied = NULL;
  g_autoptr (GBytes) before = save (reg);
  g_autoptr (GBytes) after = NULL;

  assert_count (trial, TIDE_IMPORT_REFUSED, dialect->n_refused);
  assert_count (trial, TIDE_IMPORT_CREATED, dialect->n_created);
  g_assert_cmpstr (sums, ==, dialect->sums);
  apply (reg, trial);
  snapshot = tide_register_dup_snapshot (reg);
  applied = tide_test_import_dup_sums (snapshot);
  g_assert_cmpstr (applied, ==, dialect->sums);
  g_assert_cmpuint (tide_import_trial_count_doubts (trial, TIDE_CHECK_UNIT_SLIP), ==, 0);
  g_assert_cmpuint (tide_import_trial_count_doubts (trial, TIDE_CHECK_CURRENCY_DIFFERS), ==, 0);
  assert_opens (reg);

  g_assert_true (tide_register_undo (reg));
  after = save (reg);
  g_assert_true (g_bytes_equal (before, after));
}

/* The same table once more changes nothing. */
static void
test_again (gconstpointer data)
{
  const Dialect *dialect = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (dialect->table);
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) first = tide_test_import_try (reg, table, plan);
  g_autoptr (TideImportTrial) second = NULL;

  apply (reg, first);
  second = tide_test_import_try (reg, table, plan);
  assert_count (second, TIDE_IMPORT_UNCHANGED, dialect->n_created);
  g_assert_true (tide_step_is_empty (tide_import_trial_get_step (second)));
}

/* Keys ---------------------------------------------------------------------------------------- */

static const char update[] = "编号|项目名称|区县|当前阶段|阶段时间|投资额(亿元)\n"
                             "A-1|机器人|east|已签约|2023-05|27\n"
                             "A-2|电池|east|落地|2023|3\n";

static void
test_update (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (update);
  g_autoptr (TideTable) later
      = tide_test_table_new ("编号|当前阶段|阶段时间|投资额(亿元)\nA-1|开工|2024-01|30\nA-2|||\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportPlan) later_plan = guess (reg, later);
  g_autoptr (TideImportTrial) trial = tide_test_import_try (reg, table, plan);
  g_autoptr (TideImportTrial) second = NULL;
  g_autoptr (TideStep) changes = NULL;
  const TideProjectPayload *project;

  assert_count (trial, TIDE_IMPORT_CREATED, 2);
  apply (reg, trial);
  project = find_project (reg, "机器人");
  g_assert_cmpint (project->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_cmpstr (project->division, ==, "east");

  second = tide_test_import_try (reg, later, later_plan);
  assert_count (second, TIDE_IMPORT_UPDATED, 1);
  assert_count (second, TIDE_IMPORT_UNCHANGED, 1);
  changes = tide_import_row_dup_changes (tide_import_trial_get_row (second, 0));
  g_assert_cmpuint (changes->edits->len, >=, 3);
  apply (reg, second);
  project = find_project (reg, "机器人");
  g_assert_cmpint (project->stage, ==, TIDE_STAGE_STARTED);
  g_assert_cmpuint (project->stages->len, ==, 2);
  g_assert_cmpuint (project->amounts->len, ==, 1);
  g_assert_cmpstr (((TideAmount *) g_ptr_array_index (project->amounts, 0))->written, ==, "30亿元");
  g_assert_cmpstr (project->division, ==, "east");
  assert_opens (reg);
  g_assert_true (tide_register_undo (reg));
  g_assert_cmpint (find_project (reg, "机器人")->stage, ==, TIDE_STAGE_SIGNED);
}

static const struct
{
  TideImportPolicy policy;
  TideImportVerdict verdict;
} policies[] = {
  { TIDE_IMPORT_UPDATE, TIDE_IMPORT_UPDATED },
  { TIDE_IMPORT_SKIP, TIDE_IMPORT_SKIPPED },
  { TIDE_IMPORT_ASK, TIDE_IMPORT_ASKED },
  { TIDE_IMPORT_CREATE, TIDE_IMPORT_CREATED },
};

static void
test_policies (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (NAMES "机器人|27\n");
  g_autoptr (TideTable) later = tide_test_table_new (NAMES "机器人|28\n电池|1\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) trial = tide_test_import_try (reg, table, plan);

  apply (reg, trial);
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      g_autoptr (TideImportTrial) second = NULL;

      plan->policy = policies[i].policy;
      second = tide_test_import_try (reg, later, plan);
      g_assert_cmpint (tide_import_trial_get_row (second, 0)->verdict, ==, policies[i].verdict);
      g_assert_cmpint (tide_import_trial_get_row (second, 1)->verdict, ==, TIDE_IMPORT_CREATED);
    }

  plan->policy = TIDE_IMPORT_ASK;
  tide_import_plan_answer (plan, 1, TIDE_IMPORT_UPDATE);
  g_clear_pointer (&trial, tide_import_trial_unref);
  trial = tide_test_import_try (reg, later, plan);
  assert_count (trial, TIDE_IMPORT_UPDATED, 1);
}

static void
test_repeats (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (
      "项目名称|区县|投资额(亿元)\n机器人|east|27\n机器人||\n机器人|city|28\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) skipped = tide_test_import_try (reg, table, plan);
  g_autoptr (TideImportTrial) merged = NULL;
  g_autoptr (TideImportTrial) created = NULL;
  g_autofree char *sums = NULL;

  assert_count (skipped, TIDE_IMPORT_REPEATED, 2);
  g_assert_cmpuint (tide_import_trial_get_row (skipped, 1)->other, ==, 1);

  plan->repeats = TIDE_IMPORT_REPEAT_MERGE;
  merged = tide_test_import_try (reg, table, plan);
  assert_count (merged, TIDE_IMPORT_CREATED, 1);
  assert_count (merged, TIDE_IMPORT_UNCHANGED, 1);
  assert_count (merged, TIDE_IMPORT_UPDATED, 1);
  apply (reg, merged);
  g_assert_cmpstr (find_project (reg, "机器人")->division, ==, "city");
  assert_opens (reg);
  g_assert_true (tide_register_undo (reg));

  plan->repeats = TIDE_IMPORT_REPEAT_CREATE;
  created = tide_test_import_try (reg, table, plan);
  assert_count (created, TIDE_IMPORT_CREATED, 3);
}

static void
test_composite_key (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (
      "项目名称|区县|投资额(亿元)\n机器人|east|27\n机器人|city|5\n机器人|east|1\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) trial = NULL;

  tide_import_plan_get_column (plan, 1)->is_key = TRUE;
  trial = tide_test_import_try (reg, table, plan);
  assert_count (trial, TIDE_IMPORT_CREATED, 2);
  assert_count (trial, TIDE_IMPORT_REPEATED, 1);
}

/* Values -------------------------------------------------------------------------------------- */

static void
test_values (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table
      = tide_test_table_new ("项目名称|行业|投资方|当前阶段|来源\n"
                             "机器人|energy 60%、robots 40%|maker|开工|paper\n"
                             "电池|新事物|新公司；maker|落地|日报\n"
                             "海工|新事物|新公司|神秘|日报\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideImportValues) values
      = tide_import_values_new (plan, table, snapshot, NULL, NULL, NULL, NULL);
  const TideImportValue *value;
  const char *target;
  g_autoptr (TideImportTrial) trial = NULL;
  g_autoptr (TideImportTrial) again = NULL;
  g_autoptr (TideImportTrial) undecided = tide_test_import_try (reg, table, plan);
  const TideProjectPayload *project;

  assert_count (undecided, TIDE_IMPORT_REFUSED, 2);
  value = tide_import_values_find (values, TIDE_IMPORT_VALUE_SECTOR, "ENERGY");
  g_assert_cmpint (value->match, ==, TIDE_IMPORT_MATCH_EXACT);
  value = tide_import_values_find (values, TIDE_IMPORT_VALUE_STAGE, "落地");
  g_assert_cmpint (tide_import_value_get_act (value, plan, &target), ==, TIDE_IMPORT_TAKE);
  g_assert_cmpstr (target, ==, "registered");
  value = tide_import_values_find (values, TIDE_IMPORT_VALUE_PARTY, "新公司");
  g_assert_cmpuint (value->n_rows, ==, 2);
  g_assert_cmpint (tide_import_value_get_act (value, plan, NULL), ==, TIDE_IMPORT_NEW);

  g_set_str (&plan->taxonomy, "fields");
  tide_import_values_decide_rest (values, plan, TIDE_IMPORT_VALUE_SECTOR, TIDE_IMPORT_NEW);
  tide_import_plan_decide (plan, TIDE_IMPORT_VALUE_STAGE, "神秘", TIDE_IMPORT_IGNORE, NULL);
  g_assert_cmpuint (
      tide_import_values_count (values, plan, TIDE_N_IMPORT_VALUE_KINDS, TIDE_IMPORT_UNDECIDED), ==,
      0);
  trial = tide_test_import_try (reg, table, plan);
  assert_count (trial, TIDE_IMPORT_CREATED, 3);
  g_assert_cmpuint (tide_import_trial_count_new (trial, TIDE_RECORD_SECTOR), ==, 1);
  g_assert_cmpuint (tide_import_trial_count_new (trial, TIDE_RECORD_PARTY), ==, 1);
  g_assert_cmpuint (tide_import_trial_count_new (trial, TIDE_RECORD_SOURCE), ==, 1);
  apply (reg, trial);
  project = find_project (reg, "机器人");
  g_assert_cmpuint (project->sectors->len, ==, 2);
  g_assert_cmpint (((TideClassification *) g_ptr_array_index (project->sectors, 0))->share.mantissa,
                   ==, 60);
  g_assert_cmpuint (find_project (reg, "电池")->parties->len, ==, 2);
  g_assert_cmpint (find_project (reg, "海工")->stage, ==, TIDE_STAGE_NONE);
  assert_opens (reg);
  again = tide_test_import_try (reg, table, plan);
  assert_count (again, TIDE_IMPORT_UNCHANGED, 3);
  g_assert_true (tide_step_is_empty (tide_import_trial_get_step (again)));
}

/* Vocabulary of rows that are refused is not made. */
static void
test_unused_values (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table
      = tide_test_table_new ("项目名称|投资方|投资额(亿元)\n机器人|新公司|很多\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) trial = tide_test_import_try (reg, table, plan);
  const TideImportRow *row = tide_import_trial_get_row (trial, 0);
  const TideImportProblem *problem;

  assert_count (trial, TIDE_IMPORT_REFUSED, 1);
  g_assert_true (tide_step_is_empty (tide_import_trial_get_step (trial)));
  problem = tide_import_trial_get_problem (trial, row->first_problem);
  g_assert_cmpuint (problem->row, ==, 1);
  g_assert_cmpuint (problem->column, ==, 2);
  g_assert_cmpstr (problem->text, ==, "很多");
}

/* What projects cannot be ---------------------------------------------------------------------- */

static const struct
{
  const char *table;
  guint n_refused;
} flaws[] = {
  { "项目名称|行业\n机器人|energy 60%、robots 30%\n", 1 },
  { "项目名称|行业\n机器人|energy (60%)、robots（40%）\n电池|energy 50.0000000%、robots 50%\n", 1 },
  { "编号|项目名称\nX|甲\nX|乙\n", 0 },
  { "项目名称|编号|状态\n甲|1|暂停\n", 1 },
  { "项目名称|签约时间\n甲|2023Q3\n乙|2023年5月\n", 1 },
  { "项目名称|签约时间|当前阶段\n甲|2023-05|开工\n", 1 },
};

static void
test_flaws (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (flaws); i++)
    {
      g_autoptr (TideRegister) reg = tide_test_register_new ();
      g_autoptr (TideTable) table = tide_test_table_new (flaws[i].table);
      g_autoptr (TideImportPlan) plan = guess (reg, table);
      g_autoptr (TideImportTrial) trial = tide_test_import_try (reg, table, plan);

      g_test_message ("%s", flaws[i].table);
      assert_count (trial, TIDE_IMPORT_REFUSED, flaws[i].n_refused);
      apply (reg, trial);
      assert_opens (reg);
    }
}

static void
test_clears (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new ("项目名称|责任单位|区县\n甲|发改委|east\n");
  g_autoptr (TideTable) later = tide_test_table_new ("项目名称|责任单位|区县\n甲||\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) first = tide_test_import_try (reg, table, plan);
  g_autoptr (TideImportTrial) kept = NULL;
  g_autoptr (TideImportTrial) cleared = NULL;

  apply (reg, first);
  kept = tide_test_import_try (reg, later, plan);
  assert_count (kept, TIDE_IMPORT_UNCHANGED, 1);
  plan->clears = TRUE;
  cleared = tide_test_import_try (reg, later, plan);
  assert_count (cleared, TIDE_IMPORT_UPDATED, 1);
  apply (reg, cleared);
  g_assert_null (find_project (reg, "甲")->in_charge);
  g_assert_null (find_project (reg, "甲")->division);
}

/* Likes --------------------------------------------------------------------------------------- */

static const TideImportRow *
get_row (const TideImportTrial *trial, guint row)
{
  for (guint i = 0; i < tide_import_trial_get_n_rows (trial); i++)
    if (tide_import_trial_get_row (trial, i)->row == row)
      return tide_import_trial_get_row (trial, i);

  g_assert_not_reached ();
}

static const char blades[]
    = "Project name|Investor|Unit in charge\nTurbine blade plant|maker|One\n";

static const char more_blades[] = "Project name|Investor|Unit in charge\n"
                                  "Turbine-blade plant project|maker|Two\n"
                                  "Harbour cranes|maker|Three\n"
                                  "Harbour cranes project|maker|Four\n";

/* A row that becomes a project and looks like one is marked; what a person says of it counts. */
static void
test_likes (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (blades);
  g_autoptr (TideTable) later = tide_test_table_new (more_blades);
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) first = tide_test_import_try (reg, table, plan);
  g_autoptr (TideImportTrial) marked = NULL;
  g_autoptr (TideImportTrial) settled = NULL;
  g_autofree char *reason = NULL;

  g_assert_cmpuint (tide_import_trial_count_likes (first), ==, 0);
  apply (reg, first);
  marked = tide_test_import_try (reg, later, plan);
  assert_count (marked, TIDE_IMPORT_CREATED, 3);
  g_assert_cmpuint (tide_import_trial_count_likes (marked), ==, 2);
  g_assert_true (get_row (marked, 1)->like
                 == (const TidePayload *) find_project (reg, "Turbine blade plant"));
  g_assert_cmpuint (get_row (marked, 1)->other, ==, TIDE_IMPORT_NO_ROW);
  g_assert_null (get_row (marked, 2)->like);
  g_assert_cmpuint (get_row (marked, 3)->other, ==, 2);
  reason = tide_import_report_dup_reason (marked, get_row (marked, 3));
  g_assert_nonnull (strstr (reason, "row 3"));

  tide_import_plan_settle (plan, 1, TIDE_IMPORT_UPDATE, get_row (marked, 1)->like->id, 0);
  tide_import_plan_settle (plan, 3, TIDE_IMPORT_UPDATE, NULL, 2);
  settled = tide_test_import_try (reg, later, plan);
  assert_count (settled, TIDE_IMPORT_CREATED, 1);
  assert_count (settled, TIDE_IMPORT_UPDATED, 2);
  g_assert_cmpuint (tide_import_trial_count_likes (settled), ==, 0);
  apply (reg, settled);
  g_assert_null (find_project (reg, "Turbine blade plant"));
  g_assert_cmpstr (find_project (reg, "Turbine-blade plant project")->in_charge, ==, "Two");
  g_assert_cmpstr (find_project (reg, "Harbour cranes project")->in_charge, ==, "Four");
  assert_opens (reg);
}

static void
test_settled (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (more_blades);
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportPlan) copy = NULL;
  g_autoptr (TideImportTrial) skipped = NULL;
  g_autoptr (TideImportTrial) created = NULL;
  g_autoptr (TideImportTrial) again = NULL;

  tide_import_plan_settle (plan, 3, TIDE_IMPORT_SKIP, NULL, 2);
  copy = tide_import_plan_copy (plan);
  skipped = tide_test_import_try (reg, table, copy);
  assert_count (skipped, TIDE_IMPORT_CREATED, 2);
  assert_count (skipped, TIDE_IMPORT_SKIPPED, 1);

  tide_import_plan_settle (plan, 3, TIDE_IMPORT_CREATE, NULL, 2);
  created = tide_test_import_try (reg, table, plan);
  assert_count (created, TIDE_IMPORT_CREATED, 3);
  g_assert_cmpuint (tide_import_trial_count_likes (created), ==, 0);

  tide_import_plan_settle (plan, 3, TIDE_IMPORT_ASK, NULL, 2);
  again = tide_test_import_try (reg, table, plan);
  g_assert_cmpuint (tide_import_trial_count_likes (again), ==, 1);
}

/* Constants ----------------------------------------------------------------------------------- */

static void
test_constants (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new ("项目名称|投资额|区县\n甲|5|\n乙|6|city\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) trial = NULL;
  g_autofree char *problem = NULL;

  tide_import_plan_set_constant (plan, TIDE_IMPORT_AMOUNT_DATE, "soon");
  problem = tide_import_plan_dup_problem (plan);
  g_assert_nonnull (problem);
  tide_import_plan_set_constant (plan, TIDE_IMPORT_AMOUNT_DATE, "2024-03");
  g_clear_pointer (&problem, g_free);
  problem = tide_import_constant_dup_problem (TIDE_IMPORT_CURRENCY, "apples");
  g_assert_nonnull (problem);
  g_clear_pointer (&problem, g_free);
  tide_import_plan_set_constant (plan, TIDE_IMPORT_CURRENCY, "万美元");
  tide_import_plan_set_constant (plan, TIDE_IMPORT_DIVISION, "east");
  problem = tide_import_plan_dup_problem (plan);
  g_assert_null (problem);

  trial = tide_test_import_try (reg, table, plan);
  apply (reg, trial);
  g_assert_cmpstr (find_project (reg, "甲")->division, ==, "east");
  g_assert_cmpstr (find_project (reg, "乙")->division, ==, "city");
  assert_opens (reg);
}

/* Observations --------------------------------------------------------------------------------- */

static const char *const series[] = {
  "指标|年份|数值|单位\n产值|2015|2224|亿元\n产值|2022|6411|亿元\n企业数|2022|120|家\n",
  "指标|2015年|2022年\n产值|2224亿元|6411亿元\n企业数||120\n",
};

static void
test_observations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (TideRegister) reg = tide_test_register_new ();
      g_autoptr (TideTable) table = tide_test_table_new (series[i]);
      g_autoptr (TideImportPlan) plan = guess (reg, table);
      g_autoptr (TideImportTrial) trial = NULL;
      g_autoptr (TideImportTrial) again = NULL;
      const TideIndicatorPayload *indicator;
      TideList *list = tide_register_get_list (reg, TIDE_RECORD_INDICATOR);
      g_autoptr (GBytes) before = save (reg);
      g_autoptr (GBytes) after = NULL;

      g_assert_cmpint (plan->subject, ==, TIDE_IMPORT_OBSERVATIONS);
      tide_import_plan_decide (plan, TIDE_IMPORT_VALUE_INDICATOR, "产值", TIDE_IMPORT_NEW, NULL);
      tide_import_plan_decide (plan, TIDE_IMPORT_VALUE_INDICATOR, "企业数", TIDE_IMPORT_NEW, NULL);
      trial = tide_test_import_try (reg, table, plan);
      assert_count (trial, TIDE_IMPORT_REFUSED, 0);
      apply (reg, trial);
      g_assert_cmpuint (tide_list_get_n (list), ==, 2);
      for (guint j = 0; j < 2; j++)
        {
          indicator = TIDE_INDICATOR_PAYLOAD (tide_list_get_payload (list, j));
          if (g_str_equal (indicator->name.zh, "产值"))
            g_assert_cmpuint (indicator->observations->len, ==, 2);
          else
            g_assert_cmpuint (indicator->observations->len, ==, 1);
        }
      assert_opens (reg);
      plan->policy = TIDE_IMPORT_UPDATE;
      again = tide_test_import_try (reg, table, plan);
      g_assert_true (tide_step_is_empty (tide_import_trial_get_step (again)));
      g_assert_true (tide_register_undo (reg));
      after = save (reg);
      g_assert_true (g_bytes_equal (before, after));
    }
}

/* Values of an indicator that is there come in its own unit; one that differs is a change. */
static void
test_known_indicator (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table
      = tide_test_table_new ("指标|年份|产值(万元)|增速\noutput|2022|64110000|16.3%\n");
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, "output", "Output");
  g_autoptr (TideStep) step = NULL;
  g_autoptr (TideImportPlan) plan = tide_import_plan_new (4);
  g_autoptr (TideImportTrial) trial = NULL;
  const TideIndicatorPayload *after;

  tide_test_payload_set (indicator, "unit/currency", "CNY");
  tide_test_payload_set (indicator, "unit/scale", "100000000");
  step = tide_register_new_add_step (reg, TIDE_RECORD_INDICATOR, indicator);
  g_assert_true (tide_register_apply (reg, step, NULL));

  plan->subject = TIDE_IMPORT_OBSERVATIONS;
  tide_import_plan_get_column (plan, 0)->field = TIDE_IMPORT_INDICATOR;
  *tide_import_plan_get_column (plan, 1)
      = (TideImportColumn) { .field = TIDE_IMPORT_PERIOD, .format.kind = TIDE_COLUMN_DATE };
  *tide_import_plan_get_column (plan, 2)
      = (TideImportColumn) { .field = TIDE_IMPORT_VALUE,
                             .format
                             = { .kind = TIDE_COLUMN_AMOUNT, .exponent = 4, .currency = "CNY" } };
  *tide_import_plan_get_column (plan, 3)
      = (TideImportColumn) { .field = TIDE_IMPORT_GROWTH, .format.kind = TIDE_COLUMN_PERCENT };
  trial = tide_test_import_try (reg, table, plan);
  assert_count (trial, TIDE_IMPORT_CREATED, 1);
  apply (reg, trial);
  after = TIDE_INDICATOR_PAYLOAD (
      tide_register_lookup_payload (reg, TIDE_RECORD_INDICATOR, "output"));
  g_assert_cmpuint (after->observations->len, ==, 1);
  g_assert_cmpint (((TideObservation *) g_ptr_array_index (after->observations, 0))->value.mantissa,
                   ==, 6411);
  g_assert_cmpuint (after->growth->len, ==, 1);
  g_assert_cmpuint (after->base.extra == NULL, ==, TRUE);
  assert_opens (reg);
}

/* Presets and reports -------------------------------------------------------------------------- */

/* What a later program has put into a preset is there after it was saved anew. */
static void
assert_keeps_unknown (TideRegister *reg, TideImportPlan *plan, const TideTable *table)
{
  g_autoptr (GBytes) bytes = save (reg);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) later = g_string_new (text);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideRegister) opened = NULL;
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GBytes) after = NULL;

  g_assert_cmpuint (g_string_replace (later, "\"position\": 0,", "\"position\": 0, \"x\": 1,", 1),
                    ==, 1);
  written = g_bytes_new (later->str, later->len);
  snapshot = tide_json_read (written, NULL, NULL, NULL, NULL, NULL, NULL);
  opened = tide_register_new_from_snapshot (snapshot, tide_register_get_clock (reg), NULL);
  plan->policy = TIDE_IMPORT_SKIP;
  tide_import_plan_get_column (plan, 0)->is_key = FALSE;
  step = tide_import_preset_new_step (opened, plan, table, "My lists");
  g_assert_true (tide_register_apply (opened, step, NULL));
  after = save (opened);
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (after, NULL), (gssize) g_bytes_get_size (after), "\"x\": 1"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (after, NULL), (gssize) g_bytes_get_size (after),
                                  "\"policy\": \"skip\""));
}

static void
test_preset (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (update);
  g_autoptr (TideTable) moved = NULL;
  g_autofree char *words = g_strconcat ("标题\n", update, NULL);
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportPlan) found = NULL;
  g_autoptr (TideStep) step = NULL;
  g_autoptr (TideStep) again = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  const TidePayload *preset;

  plan->policy = TIDE_IMPORT_ASK;
  plan->repeats = TIDE_IMPORT_REPEAT_MERGE;
  tide_import_plan_set_constant (plan, TIDE_IMPORT_SOURCE, "paper");
  tide_import_plan_decide (plan, TIDE_IMPORT_VALUE_STAGE, "已签约", TIDE_IMPORT_TAKE, "signed");
  step = tide_import_preset_new_step (reg, plan, table, "My lists");
  g_assert_true (tide_register_apply (reg, step, NULL));
  assert_opens (reg);

  moved = tide_test_table_new (words);
  snapshot = tide_register_dup_snapshot (reg);
  preset = tide_import_preset_find (snapshot, moved);
  g_assert_nonnull (preset);
  found = tide_import_plan_new_from_preset (preset, moved);
  g_assert_cmpuint (found->header_row, ==, 1);
  g_assert_cmpuint (found->first_row, ==, 2);
  g_assert_cmpint (found->policy, ==, TIDE_IMPORT_ASK);
  g_assert_cmpint (found->repeats, ==, TIDE_IMPORT_REPEAT_MERGE);
  g_assert_cmpstr (found->constants[TIDE_IMPORT_SOURCE], ==, "paper");
  g_assert_cmpstr (tide_import_plan_get_decision (found, TIDE_IMPORT_VALUE_STAGE, "已签约")->target,
                   ==, "signed");
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const TideImportColumn *a = tide_import_plan_get_column (plan, i);
      const TideImportColumn *b = tide_import_plan_get_column (found, i);

      g_assert_cmpint (a->field, ==, b->field);
      g_assert_cmpint (a->is_key, ==, b->is_key);
      g_assert_true (tide_column_format_equal (&a->format, &b->format));
    }

  again = tide_import_preset_new_step (reg, plan, table, "My lists");
  g_assert_true (tide_step_is_empty (again));
  assert_keeps_unknown (reg, plan, table);
}

static void
test_report (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideTable) table = tide_test_table_new (NAMES "机器人|27\n=1+1|很多\n机器人|3\n");
  g_autoptr (TideImportPlan) plan = guess (reg, table);
  g_autoptr (TideImportTrial) trial = tide_test_import_try (reg, table, plan);
  g_autoptr (GBytes) bytes = tide_import_report_new_csv (trial, table);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_false (tide_import_report_is_empty (trial));
  g_assert_nonnull (strstr (text, "很多"));
  g_assert_nonnull (strstr (text, "'=1+1"));
  g_assert_null (strstr (text, "27"));
}

static void
on_progress (gsize done, gsize total, gpointer data)
{
  g_assert_cmpuint (done, <=, total);
  if (done > total / 2)
    g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GString) words = g_string_new (NAMES);
  g_autoptr (TideTable) table = NULL;
  g_autoptr (TideImportPlan) plan = NULL;
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (words, "项目%u|%u\n", i, i + 1);
  table = tide_test_table_new (words->str);
  plan = guess (reg, table);
  g_assert_null (tide_import_trial_new (plan, table, snapshot, clock, cancellable, on_progress,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_problems_of_plans (void)
{
  g_autoptr (TideImportPlan) plan = tide_import_plan_new (2);
  g_autofree char *missing = tide_import_plan_dup_problem (plan);
  g_autofree char *repeated = NULL;
  g_autofree char *none = NULL;

  g_assert_nonnull (missing);
  tide_import_plan_get_column (plan, 0)->field = TIDE_IMPORT_NAME;
  tide_import_plan_get_column (plan, 1)->field = TIDE_IMPORT_NAME;
  repeated = tide_import_plan_dup_problem (plan);
  g_assert_nonnull (repeated);
  tide_import_plan_get_column (plan, 1)->field = TIDE_IMPORT_NOTHING;
  none = tide_import_plan_dup_problem (plan);
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      g_autofree char *path = g_strconcat ("/import/dialect/", dialects[i].name, NULL);
      g_autofree char *again = g_strconcat ("/import/again/", dialects[i].name, NULL);

      g_test_add_data_func (path, &dialects[i], test_dialect);
      g_test_add_data_func (again, &dialects[i], test_again);
    }
  g_test_add_func ("/import/update", test_update);
  g_test_add_func ("/import/policies", test_policies);
  g_test_add_func ("/import/repeats", test_repeats);
  g_test_add_func ("/import/composite-key", test_composite_key);
  g_test_add_func ("/import/values", test_values);
  g_test_add_func ("/import/unused-values", test_unused_values);
  g_test_add_func ("/import/flaws", test_flaws);
  g_test_add_func ("/import/clears", test_clears);
  g_test_add_func ("/import/likes", test_likes);
  g_test_add_func ("/import/settled", test_settled);
  g_test_add_func ("/import/constants", test_constants);
  g_test_add_func ("/import/observations", test_observations);
  g_test_add_func ("/import/known-indicator", test_known_indicator);
  g_test_add_func ("/import/preset", test_preset);
  g_test_add_func ("/import/report", test_report);
  g_test_add_func ("/import/cancel", test_cancel);
  g_test_add_func ("/import/plan-problems", test_problems_of_plans);

  return g_test_run ();
}
