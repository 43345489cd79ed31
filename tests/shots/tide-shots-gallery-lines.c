/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-shots-gallery.h"

#include "chart/tide-line-chart.h"
#include "chart/tide-sparkline.h"

#include <math.h>

#define MISSING NAN
#define MAX_SERIES 12
#define MAX_VALUES 14

typedef struct
{
  const char *label;
  double values[MAX_VALUES];
  guint n_values;
  guint broken; /* the value that the series breaks before; 0 for none */
  guint start;  /* how many steps after the others it begins */
} Series;

typedef struct
{
  const char *title;
  const char *unit;
  TideLineKind kind;
  TidePointPrecision precision;
  int year;  /* of the first value */
  int month; /* of the first value */
  int step;  /* in months; in days for days */
  double divisor;
  Series series[MAX_SERIES];
} Lines;

static const Lines output = {
  "Strategic Emerging Industries",
  "bn yuan",
  TIDE_LINE_LINES,
  TIDE_POINT_YEAR,
  2015,
  1,
  12,
  1e9,
  { { "Output value", { 222.4, 251, 289, 340, 402, 455, 560, 641.1 }, 8, 0, 0 },
    { "Added value", { 43.7, 50.1, 61, 99.36, 108, 115, 126, 137.4 }, 8, 3, 0 } },
};
static const Lines chinese = {
  "战略性新兴产业产值与增加值",
  "亿元",
  TIDE_LINE_LINES,
  TIDE_POINT_QUARTER,
  2021,
  1,
  3,
  1e8,
  { { "规模以上工业总产值", { 5120, 5600, 5810, 6411, 6100, 6700, 6920, 7350 }, 8, 0, 0 },
    { "规模以上工业增加值", { 1010, 1180, 1240, 1374, 1290, 1420, 1455, 1560 }, 8, 0, 0 } },
};
static const Lines gaps = {
  "Arrived by Month",
  "m yuan",
  TIDE_LINE_LINES,
  TIDE_POINT_MONTH,
  2022,
  9,
  1,
  1e6,
  { { "Foreign", { 12, 18, MISSING, MISSING, 25, MISSING, 31, 28, 40, 38, MISSING, 52 }, 12, 0, 0 },
    { "Private", { 60, 58, 63, 71, 69, 74, 80, MISSING, 85, 88, 90, 97 }, 12, 0, 0 } },
};
static const Lines breaks = {
  "Added Value Across Catalogues",
  "bn yuan",
  TIDE_LINE_LINES,
  TIDE_POINT_YEAR,
  2012,
  1,
  12,
  1e9,
  { { NULL, { 31, 35, 39, 43.7, 50.1, 61, 99.36, 108, 115, MISSING, 137.4, 151 }, 12, 6, 0 } },
};
static const Lines broken_areas = {
  "Added Value Across Catalogues",
  "bn yuan",
  TIDE_LINE_AREAS,
  TIDE_POINT_YEAR,
  2012,
  1,
  12,
  1e9,
  { { NULL, { 31, 35, 39, 43.7, 50.1, 61, 99.36, 108, 115, MISSING, 137.4, 151 }, 12, 6, 0 } },
};
static const Lines one = {
  "Arrived",
  "bn yuan",
  TIDE_LINE_LINES,
  TIDE_POINT_YEAR,
  2023,
  1,
  12,
  1e9,
  { { NULL, { 6.4 }, 1, 0, 0 } },
};
static const Lines negative = {
  "Contracted Foreign Investment",
  "US$ m",
  TIDE_LINE_AREAS,
  TIDE_POINT_QUARTER,
  2021,
  4,
  3,
  1e6,
  { { NULL, { 120, 64, -35, -80, 22, 140, 96, -12 }, 8, 0, 0 } },
};
static const Lines stacked = {
  "Agreed by Party",
  "bn yuan",
  TIDE_LINE_STACKED,
  TIDE_POINT_YEAR,
  2016,
  1,
  12,
  1e9,
  { { "Central enterprises", { 12, 18, 22, 31, 28, 35, 41, 52 }, 8, 0, 0 },
    { "Private", { 20, 25, 33, 38, 47, 45, 60, 71 }, 8, 0, 0 },
    { "Foreign", { 8, 9, 14, 12, 15, 22, 19, 26 }, 8, 0, 0 } },
};
static const Lines stacked_negative = {
  "Signed and Withdrawn",
  "bn yuan",
  TIDE_LINE_STACKED,
  TIDE_POINT_MONTH,
  2023,
  1,
  1,
  1e9,
  { { "Signed", { 12, 18, 22, MISSING, 28, 35, 41 }, 7, 0, 0 },
    { "Increased", { 2, 3, 1, 4, 5, 3, 6 }, 7, 0, 0 },
    { "Withdrawn", { -3, -1, -6, -2, -9, -4, -2 }, 7, 0, 0 } },
};
static const Lines many = {
  "Output by Industry",
  "bn yuan",
  TIDE_LINE_LINES,
  TIDE_POINT_YEAR,
  2017,
  1,
  12,
  1e9,
  { { "Green petrochemicals", { 30, 36, 41, 44, 52, 60, 66 }, 7, 0, 0 },
    { "New energy vehicles", { 12, 14, 19, 24, 36, 51, 64 }, 7, 0, 0 },
    { "New materials", { 25, 27, 28, 33, 37, 44, 47 }, 7, 0, 0 },
    { "Robotics", { 2, 3, 5, 6, 9, 12, 15 }, 7, 0, 0 },
    { "Information technology", { 40, 41, 38, 42, 45, 44, 48 }, 7, 0, 0 },
    { "Green energy", { 9, 10, 14, 18, 21, 25, 31 }, 7, 0, 0 },
    { "Biomedicine", { 7, 8, 9, 14, 15, 14, 13 }, 7, 0, 0 },
    { "Marine equipment", { 5, 4, 6, 5, 7, 8, 9 }, 7, 0, 0 },
    { "Digital creativity", { 1, 2, 2, 3, 3, 4, 4 }, 7, 0, 0 } },
};
static const Lines long_labels = {
  "Long Names",
  "projects",
  TIDE_LINE_LINES,
  TIDE_POINT_DAY,
  2023,
  8,
  3,
  1,
  { { "High-end equipment manufacturing and offshore engineering",
      { 3, 4, 4, 6, 7, 9, 9, 12 },
      8,
      0,
      0 },
    { "New-generation information technology and artificial intelligence",
      { 5, 5, 6, 6, 6, 8, 11, 10 },
      8,
      0,
      0 } },
};
static const Lines early_end = {
  "Catalogues of 2012 and 2018",
  "bn yuan",
  TIDE_LINE_LINES,
  TIDE_POINT_YEAR,
  2012,
  1,
  12,
  1e9,
  { { "Catalogue of 2012", { 31, 35, 39, 43.7, 50.1, 61 }, 6, 0, 0 },
    { "Catalogue of 2018", { 99.36, 108, 115, 126, 137.4 }, 5, 0, 6 } },
};
static const Lines empty = {
  "Arrived", "bn yuan", TIDE_LINE_LINES, TIDE_POINT_YEAR, 2023, 1, 12, 1e9, { { 0 } },
};

static double
get_day (const Lines *lines, guint index)
{
  const int months = lines->month - 1 + (int) index * lines->step;
  GDate date;

  if (lines->precision == TIDE_POINT_DAY)
    {
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, (GDateMonth) lines->month, (GDateYear) lines->year);
      return g_date_get_julian (&date) + (int) index * lines->step;
    }

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (months % 12 + 1),
                  (GDateYear) (lines->year + months / 12));

  return g_date_get_julian (&date);
}

static TidePoint *
create_point (const Lines *lines, const Series *series, guint index)
{
  const double value = series->values[index];
  g_autofree char *text = g_strdup_printf ("%'g %s", value, lines->unit);

  return g_object_new (
      TIDE_TYPE_POINT, "series", series->label, "x", get_day (lines, index + series->start),
      "precision", lines->precision, "has-value", !isnan (value), "value",
      isnan (value) ? 0 : value * lines->divisor, "value-text", isnan (value) ? NULL : text,
      "after-break", series->broken > 0 && index == series->broken, NULL);
}

static GListModel *
create_model (const Lines *lines)
{
  GListStore *store = g_list_store_new (TIDE_TYPE_POINT);

  for (guint i = 0; i < MAX_SERIES; i++)
    {
      for (guint j = 0; j < lines->series[i].n_values; j++)
        {
          g_autoptr (TidePoint) point = create_point (lines, &lines->series[i], j);

          g_list_store_append (store, point);
        }
    }

  return G_LIST_MODEL (store);
}

static GtkWidget *
create_lines (gconstpointer data)
{
  const Lines *lines = data;
  g_autoptr (GListModel) model = create_model (lines);

  return g_object_new (TIDE_TYPE_LINE_CHART, "title", lines->title, "unit-label", lines->unit,
                       "unit-divisor", lines->divisor, "kind", lines->kind, "model", model,
                       "cursor", 1, NULL);
}

/* Ten thousand days of a walk that is the same each time. */
static GtkWidget *
create_dense (gconstpointer data)
{
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_POINT);
  double value = 500;
  guint32 random = 7;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (TidePoint) point = NULL;

      random = random * 1664525 + 1013904223;
      value += (random >> 16) / 32768.0 * 20 - 20 + i * 0.0001;
      text = g_strdup_printf ("%.1f", value);
      point = tide_point_new (NULL, NULL, 728000 + i, TIDE_POINT_DAY, value, text);
      g_list_store_append (store, point);
    }

  return g_object_new (TIDE_TYPE_LINE_CHART, "title", "Ten Thousand Days", "model", store, "cursor",
                       4000, NULL);
}

static GtkWidget *
create_numbers (gconstpointer data)
{
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_POINT);

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u %%", 100 - i * i);
      g_autoptr (TidePoint) point
          = tide_point_new (NULL, NULL, i * 2.5, TIDE_POINT_NUMBER, 100 - i * i, text);

      g_list_store_append (store, point);
    }

  return g_object_new (TIDE_TYPE_LINE_CHART, "title", "Reached After Months", "unit-label", "%",
                       "model", store, NULL);
}

static GtkWidget *
create_sparkline_row (const char *name, const double *values, guint n_values)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *line = tide_sparkline_new ();

  tide_sparkline_set_values (TIDE_SPARKLINE (line), values, n_values);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set (label, "hexpand", TRUE, "xalign", 0.0, NULL);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), line);

  return row;
}

static GtkWidget *
create_sparklines (gconstpointer data)
{
  static const double rising[] = { 1, 2, 2.5, 2.2, 4, 5, 6.2 };
  static const double falling[] = { 6, 5.5, 5.8, 4, 3.6, 2.2, -1 };
  static const double with_gap[] = { 3, 4, MISSING, MISSING, 2, MISSING, 5, 4 };
  static const double level[] = { 3, 3, 3, 3 };
  static const double single[] = { 3 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), create_sparkline_row ("Rising", rising, 7));
  gtk_box_append (GTK_BOX (box), create_sparkline_row ("Falling", falling, 7));
  gtk_box_append (GTK_BOX (box), create_sparkline_row ("With gaps", with_gap, 8));
  gtk_box_append (GTK_BOX (box), create_sparkline_row ("Level", level, 4));
  gtk_box_append (GTK_BOX (box), create_sparkline_row ("One value", single, 1));
  gtk_box_append (GTK_BOX (box), create_sparkline_row ("Nothing", NULL, 0));

  return box;
}

const ShotsChart shots_lines[] = {
  { "lines-output", create_lines, &output },
  { "lines-chinese", create_lines, &chinese },
  { "lines-gaps", create_lines, &gaps },
  { "lines-breaks", create_lines, &breaks },
  { "lines-broken-areas", create_lines, &broken_areas },
  { "lines-one", create_lines, &one },
  { "lines-negative", create_lines, &negative },
  { "lines-stacked", create_lines, &stacked },
  { "lines-stacked-negative", create_lines, &stacked_negative },
  { "lines-many", create_lines, &many },
  { "lines-long-labels", create_lines, &long_labels },
  { "lines-early-end", create_lines, &early_end },
  { "lines-dense", create_dense, NULL },
  { "lines-numbers", create_numbers, NULL },
  { "lines-empty", create_lines, &empty },
  { "sparklines", create_sparklines, NULL },
  { 0 },
};
