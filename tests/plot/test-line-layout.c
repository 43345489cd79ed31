/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-line-layout.h"

#include <math.h>

#define MISSING NAN
#define MAX_POINTS 8

/* One series: values at 0, 1, 2 …; ended by an infinite one. */
typedef struct
{
  double values[MAX_POINTS];
  guint n_values;
  guint broken; /* the point that a break lies before; 0 for none */
  double label_width;
} Row;

typedef struct
{
  TideLineSpec spec;
  TideLineSeries series[8];
  TideLinePoint points[8][MAX_POINTS];
} Chart;

static void
init_chart (Chart *chart, TideLineKind kind, const Row *rows, guint n_rows)
{
  TideTicksRange range = { .divisor = 1 };

  *chart = (Chart) { 0 };
  for (guint i = 0; i < n_rows; i++)
    {
      for (guint j = 0; j < rows[i].n_values; j++)
        chart->points[i][j] = (TideLinePoint) {
          .x = j,
          .value = rows[i].values[j],
          .has_value = !isnan (rows[i].values[j]),
          .is_after_break = j > 0 && rows[i].broken == j,
        };
      chart->series[i]
          = (TideLineSeries) { chart->points[i], rows[i].n_values, rows[i].label_width };
    }

  chart->spec = (TideLineSpec) {
    .kind = kind,
    .n_series = n_rows,
    .series = chart->series,
    .width = 200,
    .height = 130,
    .axis_extent = 30,
    .time_extent = 20,
    .label_height = 20,
    .gap = 10,
  };
  tide_line_spec_get_range (&chart->spec, &range.low, &range.high);
  tide_ticks_cover (&chart->spec.ticks, &range, 6);
}

static void
assert_box (const TideBox *box, double x, double y, double width, double height)
{
  g_assert_cmpfloat_with_epsilon (box->x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (box->y, y, 1e-9);
  g_assert_cmpfloat_with_epsilon (box->width, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (box->height, height, 1e-9);
}

static void
assert_dot (const TideLineLayout *layout, guint series, guint point, double x, double y)
{
  const TideLineDot *dot = tide_line_layout_get_dot (layout, (TideLinePlace) { series, point });

  g_assert_nonnull (dot);
  g_assert_true (dot->is_known);
  g_assert_cmpfloat_with_epsilon (dot->x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (dot->y, y, 1e-9);
}

static void
assert_place (TideLinePlace place, guint series, guint point)
{
  g_assert_cmpuint (place.series, ==, series);
  g_assert_cmpuint (place.point, ==, point);
}

typedef struct
{
  const char *name;
  TideLineKind kind;
  Row rows[2];
  double low;
  double high;
} RangeCase;

static const RangeCase range_cases[] = {
  { "line down to zero", TIDE_LINE_LINES, { { { 40, 100 }, 2 } }, 0, 100 },
  { "line that hardly varies", TIDE_LINE_LINES, { { { 90, 100 }, 2 } }, 90, 100 },
  { "and below zero", TIDE_LINE_LINES, { { { -90, -100 }, 2 } }, -100, -90 },
  { "area that hardly varies", TIDE_LINE_AREAS, { { { 90, 100 }, 2 } }, 0, 100 },
  { "both sides", TIDE_LINE_LINES, { { { -5, 100 }, 2 } }, -5, 100 },
  { "one value", TIDE_LINE_LINES, { { { 7 }, 1 } }, 7, 7 },
  { "two series", TIDE_LINE_LINES, { { { 1, 2 }, 2 }, { { 30, 40 }, 2 } }, 0, 40 },
  { "two areas", TIDE_LINE_AREAS, { { { 1, 2 }, 2 }, { { 30, 40 }, 2 } }, 0, 40 },
  { "stacked", TIDE_LINE_STACKED, { { { 1, 2 }, 2 }, { { 30, 40 }, 2 } }, 0, 42 },
  { "stacked on both sides", TIDE_LINE_STACKED, { { { 1, -2 }, 2 }, { { 30, -40 }, 2 } }, -42, 31 },
  { "missing", TIDE_LINE_LINES, { { { MISSING, 8, MISSING, 2 }, 4 } }, 0, 8 },
  { "infinite", TIDE_LINE_LINES, { { { INFINITY, 8, 2 }, 3 } }, 0, 8 },
  { "nothing known", TIDE_LINE_LINES, { { { MISSING }, 1 } }, 0, -1 },
  { "nothing", TIDE_LINE_LINES, { { { 0 }, 0 } }, 0, -1 },
};

static void
test_range (gconstpointer data)
{
  const RangeCase *row = data;
  Chart chart;
  double low;
  double high;

  init_chart (&chart, row->kind, row->rows, G_N_ELEMENTS (row->rows));
  tide_line_spec_get_range (&chart.spec, &low, &high);

  g_assert_cmpfloat_with_epsilon (low, row->low, 1e-9);
  g_assert_cmpfloat_with_epsilon (high, row->high, 1e-9);
}

static void
test_places (void)
{
  const Row row = { { 0, 50, 100 }, 3, 0, 0 };
  g_autoptr (TideLineLayout) layout = NULL;
  Chart chart;

  init_chart (&chart, TIDE_LINE_LINES, &row, 1);
  layout = tide_line_layout_new (&chart.spec);

  /* Half a number's height stays above the last tick. */
  assert_box (&layout->plot, 40, 10, 160, 100);
  assert_dot (layout, 0, 0, 40, 110);
  assert_dot (layout, 0, 1, 120, 60);
  assert_dot (layout, 0, 2, 200, 10);
  g_assert_false (layout->has_labels);
}

static void
test_mirrored (void)
{
  const Row row = { { 0, 50, 100 }, 3, 0, 50 };
  g_autoptr (TideLineLayout) layout = NULL;
  Chart chart;

  init_chart (&chart, TIDE_LINE_LINES, &row, 1);
  chart.spec.is_mirrored = TRUE;
  layout = tide_line_layout_new (&chart.spec);

  assert_box (&layout->plot, 60, 10, 100, 100);
  assert_box (&layout->labels[0], 0, 0, 50, 20);
  assert_dot (layout, 0, 0, 160, 110);
  assert_dot (layout, 0, 2, 60, 10);
}

static void
test_inset (void)
{
  const Row row = { { 0, 50, 100 }, 3, 0, 0 };
  g_autoptr (TideLineLayout) layout = NULL;
  Chart chart;

  init_chart (&chart, TIDE_LINE_LINES, &row, 1);
  chart.spec.inset = 10;
  layout = tide_line_layout_new (&chart.spec);

  assert_dot (layout, 0, 0, 50, 110);
  assert_dot (layout, 0, 2, 190, 10);
}

/* Nothing to scale, no room: everything still has a place. */
static void
test_degenerate (void)
{
  const Row rows[] = { { { 7 }, 1, 0, 0 }, { { MISSING }, 1, 0, 0 }, { { 0 }, 0, 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TideLineLayout) layout = NULL;
      g_autoptr (GArray) trace = NULL;
      Chart chart;

      init_chart (&chart, TIDE_LINE_LINES, &rows[i], 1);
      chart.spec.width = chart.spec.height = i * 50;
      layout = tide_line_layout_new (&chart.spec);
      trace = tide_line_layout_trace (layout, 0, 1);
      g_assert_cmpuint (trace->len, ==, i == 0 ? 1 : 0);
      g_assert_cmpfloat (layout->plot.width, >=, 0);
      g_assert_cmpfloat (layout->plot.height, >=, 0);
    }
}

static void
test_one_is_in_the_middle (void)
{
  const Row row = { { 7 }, 1, 0, 0 };
  g_autoptr (TideLineLayout) layout = NULL;
  Chart chart;

  init_chart (&chart, TIDE_LINE_LINES, &row, 1);
  layout = tide_line_layout_new (&chart.spec);
  g_assert_cmpfloat_with_epsilon (tide_line_layout_get_dot (layout, (TideLinePlace) { 0, 0 })->x,
                                  120, 1e-9);
}

static void
test_stacked (void)
{
  const Row rows[] = { { { 10, 20, MISSING, -5 }, 4, 0, 0 }, { { 30, 20, 50, -5 }, 4, 0, 0 } };
  g_autoptr (TideLineLayout) layout = NULL;
  const double ends[2][4] = { { 10, 20, MISSING, -5 }, { 40, 40, 50, -10 } };
  const double starts[2][4] = { { 0, 0, 0, 0 }, { 10, 20, 0, -5 } };
  Chart chart;

  init_chart (&chart, TIDE_LINE_STACKED, rows, 2);
  layout = tide_line_layout_new (&chart.spec);
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 4; j++)
      {
        const TideLineDot *dot = tide_line_layout_get_dot (layout, (TideLinePlace) { i, j });

        g_assert_cmpint (dot->is_known, ==, !isnan (ends[i][j]));
        if (!dot->is_known)
          continue;
        g_assert_cmpfloat_with_epsilon (dot->y, tide_line_layout_get_y (layout, ends[i][j]), 1e-9);
        g_assert_cmpfloat_with_epsilon (dot->base, tide_line_layout_get_y (layout, starts[i][j]),
                                        1e-9);
      }
}

typedef struct
{
  const char *name;
  Row row;
  const char *lines;  /* points from the start of a line to its end */
  const char *breaks; /* between which points, with … where values are missing */
} LinesCase;

static const LinesCase lines_cases[] = {
  { "whole", { { 1, 2, 3 }, 3, 0, 0 }, "012", "" },
  { "gap", { { 1, 2, MISSING, 4, 5 }, 5, 0, 0 }, "01 34", "" },
  { "one between gaps", { { 1, MISSING, 3, MISSING, 5 }, 5, 0, 0 }, "0 2 4", "" },
  { "gaps at the ends", { { MISSING, 2, 3, MISSING }, 4, 0, 0 }, "12", "" },
  { "break", { { 1, 2, 3, 4 }, 4, 2, 0 }, "01 23", "1/2" },
  { "break in a gap", { { 1, MISSING, MISSING, 4 }, 4, 2, 0 }, "0 3", "0…3" },
  { "break after a gap", { { 1, MISSING, 3, 4 }, 4, 2, 0 }, "0 23", "0…2" },
  { "break before all", { { MISSING, 2, 3 }, 3, 1, 0 }, "12", "" },
  { "nothing known", { { MISSING, MISSING }, 2, 0, 0 }, "", "" },
};

static guint
get_point (const TideLineLayout *layout, double x)
{
  const guint n_dots = tide_line_layout_get_n_dots (layout, 0);

  for (guint i = 0; i < n_dots; i++)
    {
      const TideLineDot *dot = tide_line_layout_get_dot (layout, (TideLinePlace) { 0, i });

      if (fabs (dot->x - x) < 1e-9)
        return i;
    }

  return G_MAXUINT;
}

static void
test_lines (gconstpointer data)
{
  const LinesCase *row = data;
  g_autoptr (TideLineLayout) layout = NULL;
  g_autoptr (GArray) trace = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) breaks = g_string_new (NULL);
  Chart chart;

  init_chart (&chart, TIDE_LINE_LINES, &row->row, 1);
  layout = tide_line_layout_new (&chart.spec);
  trace = tide_line_layout_trace (layout, 0, 1);

  for (guint i = 0; i < trace->len; i++)
    {
      const TideLineDot *dot = &g_array_index (trace, TideLineDot, i);

      g_string_append_printf (lines, "%s%u", i > 0 && !dot->is_linked ? " " : "",
                              get_point (layout, dot->x));
    }
  for (guint i = 0; i < layout->breaks->len; i++)
    {
      const TideLineBreak *broken = &g_array_index (layout->breaks, TideLineBreak, i);

      g_string_append_printf (breaks, "%u%s%u", get_point (layout, broken->from.x),
                              broken->is_gap ? "…" : "/", get_point (layout, broken->to.x));
    }

  g_assert_cmpstr (lines->str, ==, row->lines);
  g_assert_cmpstr (breaks->str, ==, row->breaks);
}

typedef struct
{
  const char *name;
  Row rows[5];
  gboolean has_labels;
} LabelsCase;

static const LabelsCase labels_cases[] = {
  { "apart", { { { 0, 10 }, 2, 0, 40 }, { { 0, 50 }, 2, 0, 60 }, { { 0, 100 }, 2, 0, 30 } }, TRUE },
  { "pushed apart", { { { 0, 50 }, 2, 0, 40 }, { { 0, 51 }, 2, 0, 40 } }, TRUE },
  { "at the lower end", { { { 100, 0 }, 2, 0, 40 }, { { 0, 1 }, 2, 0, 40 } }, TRUE },
  { "too close",
    { { { 100, 50 }, 2, 0, 40 },
      { { 0, 50 }, 2, 0, 40 },
      { { 0, 51 }, 2, 0, 40 },
      { { 0, 52 }, 2, 0, 40 } },
    FALSE },
  { "too wide", { { { 0, 10 }, 2, 0, 90 }, { { 0, 100 }, 2, 0, 30 } }, FALSE },
  { "ends too early", { { { 0, 10 }, 2, 0, 40 }, { { 0, 1, 2, 100 }, 4, 0, 30 } }, FALSE },
  { "nothing known", { { { 0, 10 }, 2, 0, 40 }, { { MISSING }, 1, 0, 30 } }, FALSE },
  { "one is not shown", { { { 0, 10 }, 2, 0, 40 }, { { 0 }, 0, 0, 150 } }, TRUE },
  { "none wanted", { { { 0, 10 }, 2, 0, 0 } }, FALSE },
};

static void
test_labels (gconstpointer data)
{
  const LabelsCase *row = data;
  g_autoptr (TideLineLayout) layout = NULL;
  Chart chart;

  init_chart (&chart, TIDE_LINE_LINES, row->rows, G_N_ELEMENTS (row->rows));
  layout = tide_line_layout_new (&chart.spec);

  g_assert_cmpint (layout->has_labels, ==, row->has_labels);
  for (guint i = 0; i < G_N_ELEMENTS (row->rows); i++)
    {
      const TideBox *box = &layout->labels[i];

      g_assert_cmpint (box->width > 0, ==, row->has_labels && row->rows[i].n_values > 0);
      g_assert_cmpfloat (box->x + box->width, <=, chart.spec.width + 1e-9);
      for (guint j = 0; j < i && box->width > 0; j++)
        g_assert_cmpfloat (fabs (box->y - layout->labels[j].y), >=, box->height - 1e-9);
    }
}

static void
test_find (void)
{
  const Row rows[] = { { { 0, 20, MISSING, 40 }, 4, 0, 0 }, { { 100, 80, 60, 90 }, 4, 0, 0 } };
  g_autoptr (TideLineLayout) layout = NULL;
  Chart chart;

  for (guint i = 0; i < 2; i++)
    {
      const double side = i == 0 ? 1 : -1;
      const double start = i == 0 ? 40 : 159;

      init_chart (&chart, TIDE_LINE_LINES, rows, 2);
      chart.spec.is_mirrored = i > 0;
      g_clear_pointer (&layout, tide_line_layout_free);
      layout = tide_line_layout_new (&chart.spec);

      assert_place (tide_line_layout_find (layout, start + side * 2, 100), 0, 0);
      assert_place (tide_line_layout_find (layout, start + side * 2, 30), 1, 0);
      assert_place (tide_line_layout_find (layout, start + side * 60, 90), 0, 1);
      /* only one of the two has a value there */
      assert_place (tide_line_layout_find (layout, start + side * 107, 109), 1, 2);
      assert_place (tide_line_layout_find (layout, start + side * 158, 100), 0, 3);
      assert_place (tide_line_layout_find (layout, -5, 50), G_MAXUINT, G_MAXUINT);
      assert_place (tide_line_layout_find (layout, 100, 125), G_MAXUINT, G_MAXUINT);
    }
}

static void
test_move (void)
{
  const Row rows[]
      = { { { 0, MISSING, 40 }, 3, 0, 0 }, { { 0 }, 0, 0, 0 }, { { 1, 2, 3, 4, 5 }, 5, 0, 0 } };
  const struct
  {
    TideLineMove move;
    guint series;
    guint point;
  } steps[] = {
    { TIDE_LINE_NEXT, 0, 0 },         { TIDE_LINE_PREVIOUS, 0, 0 },
    { TIDE_LINE_NEXT, 0, 1 },         { TIDE_LINE_NEXT, 0, 2 },
    { TIDE_LINE_NEXT, 0, 2 },         { TIDE_LINE_SERIES_BEFORE, 0, 2 },
    { TIDE_LINE_SERIES_AFTER, 2, 2 }, { TIDE_LINE_LAST, 2, 4 },
    { TIDE_LINE_SERIES_AFTER, 2, 4 }, { TIDE_LINE_SERIES_BEFORE, 0, 2 },
    { TIDE_LINE_FIRST, 0, 0 },
  };
  g_autoptr (TideLineLayout) layout = NULL;
  TideLinePlace place = TIDE_LINE_NOWHERE;
  Chart chart;

  init_chart (&chart, TIDE_LINE_LINES, rows, 3);
  layout = tide_line_layout_new (&chart.spec);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      place = tide_line_layout_move (layout, place, steps[i].move);
      assert_place (place, steps[i].series, steps[i].point);
    }

  assert_place (tide_line_layout_move (layout, TIDE_LINE_NOWHERE, TIDE_LINE_LAST), 0, 2);
}

static void
test_many_points (void)
{
  const guint n_points = 10000;
  g_autofree TideLinePoint *points = g_new0 (TideLinePoint, n_points);
  const TideLineSeries series = { points, n_points, 0 };
  TideLineSpec spec = { .n_series = 1, .series = &series, .width = 600, .height = 300 };
  const TideTicksRange range = { 0, 100, 1, FALSE };
  g_autoptr (TideLineLayout) layout = NULL;
  g_autoptr (GArray) trace = NULL;

  for (guint i = 0; i < n_points; i++)
    points[i] = (TideLinePoint) { i, i == 4321 ? 100 : i % 7, TRUE, FALSE };
  tide_ticks_cover (&spec.ticks, &range, 6);
  layout = tide_line_layout_new (&spec);
  trace = tide_line_layout_trace (layout, 0, 1);

  g_assert_cmpuint (trace->len, >, 600);
  g_assert_cmpuint (trace->len, <=, 4 * 601);
  /* the one that sticks out is found from above, whatever else lies in its column */
  assert_place (tide_line_layout_find (layout, 4321 * 600.0 / 9999, 1), 0, 4321);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (range_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/line-layout/range/", range_cases[i].name, NULL);

      g_test_add_data_func (path, &range_cases[i], test_range);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lines_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/line-layout/lines/", lines_cases[i].name, NULL);

      g_test_add_data_func (path, &lines_cases[i], test_lines);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (labels_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/line-layout/labels/", labels_cases[i].name, NULL);

      g_test_add_data_func (path, &labels_cases[i], test_labels);
    }

  g_test_add_func ("/plot/line-layout/places", test_places);
  g_test_add_func ("/plot/line-layout/mirrored", test_mirrored);
  g_test_add_func ("/plot/line-layout/inset", test_inset);
  g_test_add_func ("/plot/line-layout/degenerate", test_degenerate);
  g_test_add_func ("/plot/line-layout/one-is-in-the-middle", test_one_is_in_the_middle);
  g_test_add_func ("/plot/line-layout/stacked", test_stacked);
  g_test_add_func ("/plot/line-layout/find", test_find);
  g_test_add_func ("/plot/line-layout/move", test_move);
  g_test_add_func ("/plot/line-layout/many-points", test_many_points);

  return g_test_run ();
}
