/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Funnels, bullets and donuts in their edge cases. */

#include "tide-shots-gallery.h"

#include "chart/tide-bullet-chart.h"
#include "chart/tide-donut-chart.h"
#include "chart/tide-funnel-chart.h"

/* A text that begins with a letter says what is there instead of a value. */
typedef struct
{
  const char *label;
  double value;
  const char *text;
  const char *description;
} Item;

typedef struct
{
  const char *title;
  gboolean is_at_start;
  double whole;
  const char *total;
  Item items[10];
} Shape;

typedef struct
{
  const char *label;
  double value;
  const char *text;
  double target;
  const char *target_text;
  double elapsed;
  double limits[4];
} Row;

typedef struct
{
  const char *title;
  const char *unit;
  double divisor;
  Row rows[6];
} Bullets;

#define COHORT                                                                                     \
  { { "Signed", 1752, "1,752" },                                                                   \
    { "Registered", 1640, "1,640" },                                                               \
    { "Started", 1515, "1,515" },                                                                  \
    { "Completed", 620, "620" },                                                                   \
    { "Producing", 204, "204" } }

static const Shape cohort = { .title = "Projects of Three Conventions", .items = COHORT };
static const Shape cohort_start
    = { .title = "Projects of Three Conventions", .is_at_start = TRUE, .items = COHORT };
static const Shape growing = {
  .title = "From Samples to Enterprises",
  .items = { { "Samples made", 40, "40" },
             { "Pilot", 12, "12" },
             { "Products and teams", 30, "30" },
             { "Enterprises", 64, "64" } },
};
static const Shape uneven = {
  .title = "Money by Stage",
  .items = { { "Letter of intent", 0, "0" },
             { "Signed", 160e8, "160.0 亿元" },
             { "Registered", 0, "amount unknown" },
             { "Started", 12e8, "12.0 亿元" },
             { "Completed", 0, "0" },
             { "Reductions", -2e8, "\u22122.0 亿元" } },
};
static const Shape one_stage = { .title = "Signed Projects", .items = { { "Signed", 7, "7" } } };
static const Shape zero_stages
    = { .title = "Signed Projects", .items = { { "Signed", 0, "0" }, { "Started", 0, "0" } } };
static const Shape long_stages = {
  .title = "Money by Stage",
  .items = { { "Letters of intent exchanged at the docking meeting in Beijing", 16e9,
               "16,000,000,000 yuan" },
             { "Framework agreements that name a site and a date", 9.2e9, "9,200,000,000 yuan" },
             { "Registered", 1e8, "100,000,000 yuan" } },
};
static const Shape chinese_stages = {
  .title = "项目推进漏斗",
  .items = { { "签约", 101, "101 个" },
             { "注册落地", 93, "93 个" },
             { "开工建设（含技术改造与增资扩产项目）", 66, "66 个" },
             { "投产达产", 41, "41 个" } },
};
static const Shape no_stages = { .title = "Signed Projects" };

#define SECTORS                                                                                    \
  { { "New energy", 211, "211.0 亿元" },     { "Robotics", 88.4, "88.4 亿元" },                    \
    { "New materials", 64.3, "64.3 亿元" },  { "Biomedicine", 40, "40.0 亿元" },                   \
    { "Marine equipment", 21, "21.0 亿元" }, { "Transportation", 3.2, "3.2 亿元" },                \
    { "3 others", 12, "12.0 亿元" } }

static const Shape sectors
    = { .title = "Money by Sector", .whole = -1, .total = "439.9 亿元", .items = SECTORS };
static const Shape partial = {
  .title = "Foreign Part of the Agreed Amounts",
  .whole = 160,
  .total = "160.0 亿元",
  .items = { { "Foreign", 76.5, "76.5 亿元" }, { "Central enterprises", 20, "20.0 亿元" } },
};
static const Shape all = {
  .title = "Projects by Status",
  .whole = -1,
  .total = "62 projects",
  .items = { { "Normal", 62, "62" }, { "Paused", 0, "0" }, { "Terminated", 0, "0" } },
};
static const Shape slivers = {
  .title = "Money by Division",
  .whole = -1,
  .total = "1,000 亿元",
  .items = { { "Beilun", 997, "997 亿元" },
             { "Zhenhai", 1, "1 亿元" },
             { "Yinzhou", 1, "1 亿元" },
             { "Cixi City", 0.9, "0.9 亿元" },
             { "Fenghua", 0.1, "0.1 亿元" },
             { "Yuyao City", 0, "amount unknown" } },
};
static const Shape long_slices = {
  .title = "Money by Sector",
  .whole = -1,
  .total = "300,000,000,000 yuan",
  .items
  = { { "Marine equipment and offshore engineering of all kinds", 2e11, "200,000,000,000 yuan" },
      { "New-generation information technology", 1e11, "100,000,000,000 yuan" } },
};
static const Shape chinese_slices = {
  .title = "按产业分的协议金额",
  .whole = -1,
  .total = "总计 2,201 亿元",
  .items = { { "新一代信息技术", 900, "900 亿元" },
             { "高端装备制造", 701, "701 亿元" },
             { "新材料", 400, "400 亿元" },
             { "其他 4 个产业", 200, "200 亿元" } },
};
static const Shape negative = {
  .title = "Contracted Foreign Investment",
  .whole = -1,
  .items = { { "New", 81, "81" }, { "Reductions", -12, "\u221212" } },
};
static const Shape exceeded = {
  .title = "Firms by Sector",
  .whole = 100,
  .items = { { "New materials", 60, "60" }, { "New energy", 41.5, "41.5" } },
};
static const Shape crowded = {
  .title = "Firms by Division",
  .whole = -1,
  .items = { { "Haishu", 1, "1" },
             { "Jiangbei", 1, "1" },
             { "Beilun", 1, "1" },
             { "Zhenhai", 1, "1" },
             { "Yinzhou", 1, "1" },
             { "Fenghua", 1, "1" },
             { "Cixi", 1, "1" },
             { "Yuyao", 1, "1" } },
};
static const Shape nothing = { .title = "Signed Projects",
                               .whole = -1,
                               .items = { { "Signed", 0, "0" }, { "Lead", 0, "0" } } };

static const Bullets targets = {
  .title = "Targets of 2023",
  .unit = "亿元",
  .divisor = 1,
  .rows = { { "Agreed money", 1256.4, "1,256.4 亿元", 1000, "1,000 亿元", 0.833 },
            { "Arrived money", 417, "417.0 亿元", 900, "900 亿元", 0.833 },
            { "Fixed assets", 0, "0", 300, "300 亿元", 0.833 },
            { "Foreign, utilised", 0, "not reported", 150, "150 亿元", 0.833 },
            { "Output", 780, "780.0 亿元", 0, NULL, -1 } },
};
static const Bullets tiers = {
  .title = "Clusters by Tier",
  .unit = "bn yuan",
  .divisor = 1,
  .rows = { { "Green petrochemicals", 812, "812 bn", 1000, "1,000 bn", -1, { 100, 500, 1000 } },
            { "High-end equipment", 430, "430 bn", 1000, "1,000 bn", -1, { 100, 500, 1000 } },
            { "Smart home appliances and fashion textiles",
              96,
              "96 bn",
              150,
              "150 bn",
              0.5,
              { 100, 500, 1000 } } },
};
static const Bullets below_zero = {
  .title = "Net Change",
  .unit = "projects",
  .divisor = 1,
  .rows = { { "Yinzhou", 12, "+12", 10, "+10", 0.5, { 5, 15 } },
            { "Beilun", -7, "\u22127", 4, "+4", 0.5, { 5, 15 } },
            { "Fenghua", -9, "\u22129", -3, "\u22123", 0.5, { -5, -10 } } },
};
static const Bullets one_row = {
  .title = "Target of 2023",
  .unit = "亿元",
  .divisor = 1e8,
  .rows = { { "Agreed money", 9.6e10, "960 亿元", 9.6e10, "960 亿元", 1 } },
};
static const Bullets chinese_rows = {
  .title = "年度目标完成情况",
  .unit = "亿元",
  .divisor = 1e8,
  .rows = { { "协议投资额", 1256.4e8, "1,256.4 亿元", 1000e8, "1,000 亿元", 0.833 },
            { "到位资金（含设备进口折算部分）", 417e8, "417.0 亿元", 900e8, "900 亿元", 0.833 } },
};
static const Bullets nothing_known = {
  .title = "Targets of 2024",
  .unit = "亿元",
  .divisor = 1,
  .rows = { { "Agreed money", 0, "not reported", 0, NULL, -1 } },
};

static gboolean
is_missing (double value, const char *text)
{
  return !(value < 0) && !(value > 0) && text != NULL && g_ascii_isalpha (*text);
}

static GListModel *
create_items (const Shape *shape, GType type)
{
  GListStore *store = g_list_store_new (TIDE_TYPE_CHART_ITEM);

  for (const Item *item = shape->items; item->label != NULL; item++)
    {
      g_autoptr (TideChartItem) object = g_object_new (
          type, "id", item->label, "label", item->label, "value", item->value, "has-value",
          !is_missing (item->value, item->text), "value-text", item->text, NULL);

      g_list_store_append (store, object);
    }

  return G_LIST_MODEL (store);
}

static GtkWidget *
create_funnel (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (GListModel) model = create_items (shape, TIDE_TYPE_FUNNEL_STAGE);

  return g_object_new (TIDE_TYPE_FUNNEL_CHART, "title", shape->title, "centred",
                       !shape->is_at_start, "model", model, NULL);
}

static GtkWidget *
create_donut (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (GListModel) model = create_items (shape, TIDE_TYPE_CHART_ITEM);

  return g_object_new (TIDE_TYPE_DONUT_CHART, "title", shape->title, "whole", shape->whole,
                       "total-text", shape->total, "model", model, NULL);
}

static GVariant *
create_limits (const Row *row)
{
  guint n_limits = 0;

  while (n_limits < G_N_ELEMENTS (row->limits)
         && (row->limits[n_limits] < 0 || row->limits[n_limits] > 0))
    n_limits++;

  return g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, row->limits, n_limits, sizeof (double));
}

static GtkWidget *
create_bullets (gconstpointer data)
{
  const Bullets *bullets = data;
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_BULLET);

  for (const Row *row = bullets->rows; row->label != NULL; row++)
    {
      g_autoptr (TideBullet) bullet = g_object_new (
          TIDE_TYPE_BULLET, "id", row->label, "label", row->label, "value", row->value, "has-value",
          !is_missing (row->value, row->text), "value-text", row->text, "target", row->target,
          "has-target", row->target_text != NULL, "target-text", row->target_text, "elapsed",
          row->elapsed, "limits", create_limits (row), NULL);

      g_list_store_append (store, bullet);
    }

  return g_object_new (TIDE_TYPE_BULLET_CHART, "title", bullets->title, "unit-label", bullets->unit,
                       "unit-divisor", bullets->divisor, "model", store, NULL);
}

const ShotsChart shots_shapes[] = {
  { "funnel-cohort", create_funnel, &cohort },
  { "funnel-start", create_funnel, &cohort_start },
  { "funnel-growing", create_funnel, &growing },
  { "funnel-uneven", create_funnel, &uneven },
  { "funnel-one", create_funnel, &one_stage },
  { "funnel-zero", create_funnel, &zero_stages },
  { "funnel-long", create_funnel, &long_stages },
  { "funnel-chinese", create_funnel, &chinese_stages },
  { "funnel-empty", create_funnel, &no_stages },
  { "bullet-targets", create_bullets, &targets },
  { "bullet-tiers", create_bullets, &tiers },
  { "bullet-negative", create_bullets, &below_zero },
  { "bullet-one", create_bullets, &one_row },
  { "bullet-chinese", create_bullets, &chinese_rows },
  { "bullet-unknown", create_bullets, &nothing_known },
  { "donut-sectors", create_donut, &sectors },
  { "donut-partial", create_donut, &partial },
  { "donut-all", create_donut, &all },
  { "donut-slivers", create_donut, &slivers },
  { "donut-long", create_donut, &long_slices },
  { "donut-chinese", create_donut, &chinese_slices },
  { "donut-negative", create_donut, &negative },
  { "donut-exceeded", create_donut, &exceeded },
  { "donut-crowded", create_donut, &crowded },
  { "donut-zero", create_donut, &nothing },
  { 0 },
};
