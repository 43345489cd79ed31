/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-bench-import.h"

#include <string.h>

static const char *const headers[] = {
  "编号",     "项目名称",     "行业",     "区县", "投资方",       "当前阶段",
  "阶段时间", "投资额(亿元)", "责任单位", "备注", "计划开工时间", "标签",
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

TideTable *
tide_bench_import_new_table (guint n, gsize *size)
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
      add_printf (builder, size, "2024-0#-01", i % 9 + 1);
      add_printf (builder, size, "重点,批次#", i % 7);
      tide_table_builder_end_row (builder, NULL);
    }

  return tide_table_builder_end (builder);
}

TideImportPlan *
tide_bench_import_new_plan (const TideTable *table, TideSnapshot *snapshot)
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

TideRegister *
tide_bench_import_new_register (TideClock *clock)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();

  tide_snapshot_add (snapshot, TIDE_RECORD_TAXONOMY,
                     tide_payload_new (tide_shape_for_kind (TIDE_RECORD_TAXONOMY), "fields"));

  return tide_register_new_from_snapshot (snapshot, clock, NULL);
}
