/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-import-trial.h"

#include "core/tide-register.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* A table of so many projects, as a spreadsheet has them: how long a trial takes, how long the same
 * once more over a register that has them all, how long the step takes to apply, and how much
 * memory all of it takes beside the text of the table. */

static const char *const headers[] = {
  "编号",     "项目名称", "行业",         "区县",     "投资方",
  "当前阶段", "阶段时间", "投资额(亿元)", "责任单位", "备注",
};
static const char *const stages[] = { "在谈", "已签约", "落地", "开工", "投产" };

static void
add (TideTableBuilder *builder, const char *text, gsize *size)
{
  tide_table_builder_add (builder, TIDE_CELL_TEXT, text, -1, NULL);
  *size += strlen (text) + 1;
}

static void
add_printf (TideTableBuilder *builder, gsize *size, const char *format, guint number)
{
  g_autoptr (GString) text = g_string_new (format);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  g_string_replace (text, "#", digits, 0);
  add (builder, text->str, size);
}

static TideTable *
make_table (guint n, gsize *size)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();

  tide_table_builder_begin_row (builder, 1);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    add (builder, headers[i], size);
  tide_table_builder_end_row (builder, NULL);
  for (guint i = 0; i < n; i++)
    {
      tide_table_builder_begin_row (builder, i + 2);
      add_printf (builder, size, "2023-#", i);
      add_printf (builder, size, "年产#套智能装备产业化项目", i);
      add_printf (builder, size, "行业#", i % 40);
      add_printf (builder, size, "区#", i % 11);
      add_printf (builder, size, "第#集团有限公司", i % 5000);
      add (builder, stages[i % G_N_ELEMENTS (stages)], size);
      add_printf (builder, size, "2023-0#", i % 9 + 1);
      add_printf (builder, size, "#.5", i % 500 + 1);
      add_printf (builder, size, "第#处", i % 20);
      add (builder, "项目用地已落实，环评手续办理中", size);
      tide_table_builder_end_row (builder, NULL);
    }

  return tide_table_builder_end (builder);
}

static TideImportPlan *
make_plan (const TideTable *table, TideSnapshot *snapshot)
{
  TideImportPlan *plan = tide_import_plan_new_guess (table, snapshot);

  g_set_str (&plan->taxonomy, "fields");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *sector = g_strdup_printf ("行业%u", i);
      g_autofree char *division = g_strdup_printf ("区%u", i);

      tide_import_plan_decide (plan, TIDE_IMPORT_VALUE_SECTOR, sector, TIDE_IMPORT_NEW, NULL);
      tide_import_plan_decide (plan, TIDE_IMPORT_VALUE_DIVISION, division, TIDE_IMPORT_NEW, NULL);
    }

  return plan;
}

static TideRegister *
make_register (TideClock *clock)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();

  tide_snapshot_add (snapshot, TIDE_RECORD_TAXONOMY,
                     tide_payload_new (tide_shape_for_kind (TIDE_RECORD_TAXONOMY), "fields"));

  return tide_register_new_from_snapshot (snapshot, clock, NULL);
}

static TideImportTrial *
try (const char *what, TideRegister *reg, TideClock *clock, const TideTable *table)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TideImportPlan) plan = make_plan (table, snapshot);
  TideImportTrial *trial;

  g_print ("guess of the columns: %.2f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
  start = g_get_monotonic_time ();
  trial = tide_import_trial_new (plan, table, snapshot, clock, NULL, NULL, NULL, NULL);
  g_print ("%s: %.2f s: %u new, %u changed, %u unchanged, %u refused\n", what,
           (double) (g_get_monotonic_time () - start) / 1e6,
           tide_import_trial_count (trial, TIDE_IMPORT_CREATED),
           tide_import_trial_count (trial, TIDE_IMPORT_UPDATED),
           tide_import_trial_count (trial, TIDE_IMPORT_UNCHANGED),
           tide_import_trial_count (trial, TIDE_IMPORT_REFUSED));

  return trial;
}

static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss / 1024;
}

int
main (int argc, char *argv[])
{
  const guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  const double at_first = get_peak ();
  gsize size = 0;
  g_autoptr (TideTable) table = make_table (n, &size);
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideRegister) reg = make_register (clock);
  g_autoptr (TideImportTrial) trial = try ("trial", reg, clock, table);
  g_autoptr (TideImportTrial) again = NULL;
  gint64 start;

  g_print ("memory of the trial: %.0f MB of a table of %.1f MB\n", get_peak () - at_first,
           (double) size / 1048576);
  start = g_get_monotonic_time ();
  tide_register_apply (reg, tide_import_trial_get_step (trial), NULL);
  g_print ("applying: %.2f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
  g_print ("memory: %.0f MB of a table of %.1f MB: %.1f times\n", get_peak () - at_first,
           (double) size / 1048576, (get_peak () - at_first) / ((double) size / 1048576));
  again = try ("the same again", reg, clock, table);

  return EXIT_SUCCESS;
}
