/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-shots-gallery.h"

#include "chart/tide-bar-chart.h"

typedef struct
{
  const char *label;
  const char *series;
  double value;
  const char *text; /* NULL with a negative value: it is not known */
} Row;

typedef struct
{
  const char *title;
  const char *unit;
  gboolean is_upright;
  gboolean is_stacked;
  Row rows[16];
} Bars;

#define YEARS                                                                                      \
  { { "2015", "Output value", 2224, "2,224 亿元" },                                                \
    { "2015", "Added value", 437, "437 亿元" },                                                    \
    { "2022", "Output value", 6411, "6,411 亿元" },                                                \
    { "2022", "Added value", 1374, "1,374 亿元" } }
#define QUARTERS                                                                                   \
  { { "Q1", "Agreed", 60, "60" },         { "Q1", "Arrived", 21, "21" },                           \
    { "Q1", "Withdrawn", -9, "\u22129" }, { "Q2", "Agreed", 44, "44" },                            \
    { "Q2", "Arrived", 30, "30" },        { "Q2", "Withdrawn", -2, "\u22122" },                    \
    { "Q3", "Agreed", 71, "71" },         { "Q3", "Arrived", 12, "12" },                           \
    { "Q3", "Withdrawn", 0, "0" } }

static const Bars sectors = {
  "Amounts by Sector",
  "亿元",
  FALSE,
  FALSE,
  { { "New energy", NULL, 211, "211.0 亿元" },
    { "Robotics", NULL, 88.4, "88.4 亿元" },
    { "Information technology", NULL, 64.25, "64.3 亿元" },
    { "Marine equipment and offshore engineering", NULL, 21, "21.0 亿元" },
    { "New materials", NULL, 0, "0 亿元" },
    { "Smart transportation", NULL, -1, NULL } },
};
static const Bars chinese = {
  "各产业协议投资额",
  "亿元",
  FALSE,
  FALSE,
  { { "新能源", NULL, 211, "211.0 亿元" },
    { "机器人", NULL, 88.4, "88.4 亿元" },
    { "高端装备制造与海洋工程装备及关键基础件", NULL, 21, "21.0 亿元" },
    { "生物医药", NULL, 3.2, "3.2 亿元" } },
};
static const Bars many = {
  "Projects by Division",
  NULL,
  FALSE,
  FALSE,
  { { "Haishu", NULL, 12, "12" },
    { "Jiangbei", NULL, 9, "9" },
    { "Beilun", NULL, 31, "31" },
    { "Zhenhai", NULL, 17, "17" },
    { "Yinzhou", NULL, 26, "26" },
    { "Fenghua", NULL, 5, "5" },
    { "Xiangshan County", NULL, 4, "4" },
    { "Ninghai County", NULL, 3, "3" },
    { "Yuyao City", NULL, 14, "14" },
    { "Cixi City", NULL, 15, "15" },
    { "Hi-Tech Zone", NULL, 8, "8" },
    { "Qianwan New Area", NULL, 19, "19" },
    { "Elsewhere", NULL, 1, "1" } },
};
static const Bars columns = { "Strategic Emerging Industries", "亿元", TRUE, FALSE, YEARS };
static const Bars grouped = { "Agreed and Arrived", "亿元", FALSE, FALSE, QUARTERS };
static const Bars stacked = { "Agreed and Arrived", "亿元", FALSE, TRUE, QUARTERS };
static const Bars stacked_columns = { "Agreed and Arrived", "亿元", TRUE, TRUE, QUARTERS };
static const Bars negative_columns = { "Agreed and Arrived", "亿元", TRUE, FALSE, QUARTERS };
static const Bars one = {
  "Projects by Stage", "projects", FALSE, FALSE, { { "Lead", NULL, 1, "1" } },
};
static const Bars zero = {
  "Projects by Stage",
  "projects",
  FALSE,
  FALSE,
  { { "Lead", NULL, 0, "0" }, { "Signed", NULL, 0, "0" } },
};
static const Bars missing = {
  "Projects by Stage",
  "projects",
  FALSE,
  FALSE,
  { { "Lead", NULL, -1, NULL }, { "Signed", NULL, -1, "amount unknown" } },
};
static const Bars empty = { "Projects by Stage", "projects", FALSE, FALSE, { { NULL } } };

static GListModel *
create_model (const Bars *bars)
{
  GListStore *store = g_list_store_new (TIDE_TYPE_BAR);

  for (const Row *row = bars->rows; row->label != NULL; row++)
    {
      const gboolean is_missing
          = row->value < 0 && (row->text == NULL || g_ascii_isalpha (*row->text));
      g_autoptr (TideBar) bar
          = is_missing ? tide_bar_new_without_value (NULL, row->label, row->series, row->text)
                       : tide_bar_new (NULL, row->label, row->series, row->value, row->text);

      g_list_store_append (store, bar);
    }

  return G_LIST_MODEL (store);
}

static GtkWidget *
create_bars (gconstpointer data)
{
  const Bars *bars = data;
  g_autoptr (GListModel) model = create_model (bars);

  return g_object_new (TIDE_TYPE_BAR_CHART, "title", bars->title, "unit-label", bars->unit,
                       "orientation",
                       bars->is_upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                       "stacked", bars->is_stacked, "model", model, NULL);
}

const ShotsChart shots_bars[] = {
  { "bars-sectors", create_bars, &sectors },
  { "bars-chinese", create_bars, &chinese },
  { "bars-many", create_bars, &many },
  { "bars-columns", create_bars, &columns },
  { "bars-grouped", create_bars, &grouped },
  { "bars-stacked", create_bars, &stacked },
  { "bars-stacked-columns", create_bars, &stacked_columns },
  { "bars-negative-columns", create_bars, &negative_columns },
  { "bars-one", create_bars, &one },
  { "bars-zero", create_bars, &zero },
  { "bars-missing", create_bars, &missing },
  { "bars-empty", create_bars, &empty },
  { 0 },
};
