/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-bullet-layout.h"

typedef struct
{
  const char *name;
  gboolean is_mirrored;
  gboolean has_labels_above;
  guint n_rows;
  TideBulletCell rows[2];
  const char *plot;
  const char *labels; /* one for each row: x y width height */
  const char *texts;
  const char *bars;
  const char *targets; /* with - where there is none */
  const char *paces;
  const char *ranges; /* of all rows */
  const char *bands;
} Case;

static const double limits[] = { 20, 50, 100 };
static const double falling[] = { -50, -100 };

/* Worked out by hand for a width of 200: labels of 40 and texts of 30 with 10 between leave 110 for
 * the axis, from 50 on, and its last number's overhang of 10 leaves 100. A row takes 10 + 20, with
 * ranges of 16, a bar of 8, a target's mark of 14 and marks 2 wide. */
static const Case cases[] = {
  { "value and target",
    FALSE,
    FALSE,
    2,
    { { .has_value = TRUE, .value = 50, .has_target = TRUE, .target = 80 },
      { .has_value = TRUE,
        .value = 100,
        .has_target = TRUE,
        .target = 60,
        .has_pace = TRUE,
        .pace = 30 } },
    "50 0 100 60",
    "0 5 40 20; 0 35 40 20",
    "170 5 30 20; 170 35 30 20",
    "50 11 50 8; 50 41 100 8",
    "129 8 2 14; 109 38 2 14",
    "-; 79 37 2 16",
    "",
    "50 0 100 60; 50 0 100 60" },
  { "mirrored",
    TRUE,
    FALSE,
    1,
    { { .has_value = TRUE, .value = 50, .has_target = TRUE, .target = 100 } },
    "50 0 100 30",
    "160 5 40 20",
    "0 5 30 20",
    "100 11 50 8",
    "49 8 2 14",
    "-",
    "",
    "50 0 100 30" },
  { "ranges",
    FALSE,
    FALSE,
    1,
    { { .has_value = TRUE, .value = 100, .n_limits = 3, .limits = limits } },
    "50 0 100 30",
    "0 5 40 20",
    "170 5 30 20",
    "50 11 100 8",
    "-",
    "-",
    "50 7 20 16; 70 7 30 16; 100 7 50 16",
    "50 0 100 30" },
  /* -100 to 100: overhangs of 10 at either end leave 90 of 110, zero in their middle. */
  { "negative",
    FALSE,
    FALSE,
    2,
    { { .has_value = TRUE,
        .value = -100,
        .has_target = TRUE,
        .target = -50,
        .n_limits = 2,
        .limits = falling },
      { .has_value = TRUE, .value = 100, .has_target = TRUE, .target = -50 } },
    "60 0 90 60",
    "0 5 40 20; 0 35 40 20",
    "170 5 30 20; 170 35 30 20",
    "60 11 45 8; 105 41 45 8",
    "81.5 8 2 14; 81.5 38 2 14",
    "-; -",
    "82.5 7 22.5 16; 60 7 22.5 16",
    "60 0 90 60; 60 0 90 60" },
  { "missing value",
    FALSE,
    FALSE,
    1,
    { { .has_target = TRUE, .target = 100 } },
    "50 0 100 30",
    "0 5 40 20",
    "170 5 30 20",
    "50 11 0 8",
    "149 8 2 14",
    "-",
    "",
    "50 0 100 30" },
  /* Texts stand in the row of the labels; the axis has all but the overhang, and a row for the unit
   * on top. */
  { "labels above",
    FALSE,
    TRUE,
    2,
    { { .has_value = TRUE, .value = 95, .has_target = TRUE, .target = 100 },
      { .has_value = TRUE, .value = 50 } },
    "0 10 190 140",
    "0 15 160 40; 0 85 160 40",
    "170 15 30 40; 170 85 30 40",
    "0 61 180.5 8; 0 131 95 8",
    "189 58 2 14; -",
    "-; -",
    "",
    "0 55 190 30; 0 125 190 25" },
  { "labels above, mirrored",
    TRUE,
    TRUE,
    1,
    { { .has_value = TRUE, .value = 50, .has_target = TRUE, .target = 100 } },
    "10 10 190 70",
    "40 15 160 40",
    "0 15 30 40",
    "105 61 95 8",
    "9 58 2 14",
    "-",
    "",
    "10 55 190 25" },
};

static void
init_spec (TideBulletSpec *spec, const Case *row)
{
  TideTicksRange range = { .divisor = 1 };

  *spec = (TideBulletSpec) {
    .is_mirrored = row->is_mirrored,
    .has_labels_above = row->has_labels_above,
    .n_rows = row->n_rows,
    .rows = row->rows,
    .width = 200,
    .label_extent = 40,
    .text_extent = 30,
    .axis_extent = 20,
    .unit_extent = row->has_labels_above ? 10 : 0,
    .tick_after = 10,
    .row_extent = 20,
    .range_extent = 16,
    .bar_extent = 8,
    .target_extent = 14,
    .mark_extent = 2,
    .row_gap = 10,
    .gap = 10,
  };

  tide_bullet_spec_get_range (spec, &range.low, &range.high);
  spec->tick_before = range.low < 0 ? 10 : 0;
  tide_ticks_cover (&spec->ticks, &range, 3);
}

static void
append_box (GString *text, const TideBox *box)
{
  g_string_append_printf (text, "%s%g %g %g %g", text->len > 0 ? "; " : "", box->x, box->y,
                          box->width, box->height);
}

static void
append_mark (GString *text, const TideBox *box)
{
  if (box->width > 0)
    append_box (text, box);
  else
    g_string_append_printf (text, "%s-", text->len > 0 ? "; " : "");
}

static void
test_places (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (TideBulletLayout) layout = NULL;
  g_autoptr (GString) plot = g_string_new (NULL);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GString) bars = g_string_new (NULL);
  g_autoptr (GString) targets = g_string_new (NULL);
  g_autoptr (GString) paces = g_string_new (NULL);
  g_autoptr (GString) ranges = g_string_new (NULL);
  g_autoptr (GString) bands = g_string_new (NULL);
  TideBulletSpec spec;

  init_spec (&spec, row);
  layout = tide_bullet_layout_new (&spec);
  append_box (plot, &layout->plot);
  for (guint i = 0; i < row->n_rows; i++)
    {
      const TideBulletPlace *place = &layout->places[i];

      append_box (labels, &place->label);
      append_box (texts, &place->text);
      append_box (bars, &place->bar);
      append_mark (targets, &place->target);
      append_mark (paces, &place->pace);
      append_box (bands, &layout->bands[i]);
      for (guint j = 0; j < place->n_ranges; j++)
        append_box (ranges, &place->ranges[j]);
    }

  g_assert_cmpstr (plot->str, ==, row->plot);
  g_assert_cmpstr (labels->str, ==, row->labels);
  g_assert_cmpstr (texts->str, ==, row->texts);
  g_assert_cmpstr (bars->str, ==, row->bars);
  g_assert_cmpstr (targets->str, ==, row->targets);
  g_assert_cmpstr (paces->str, ==, row->paces);
  g_assert_cmpstr (ranges->str, ==, row->ranges);
  g_assert_cmpstr (bands->str, ==, row->bands);
}

static void
test_range (void)
{
  const TideBulletCell rows[] = {
    { .has_value = TRUE, .value = 5, .has_target = TRUE, .target = -7 },
    { .has_pace = TRUE, .pace = 9, .n_limits = 3, .limits = limits },
    { .value = 1000, .target = 1000, .pace = 1000 },
  };
  TideBulletSpec spec = { .n_rows = 1, .rows = rows };
  double low;
  double high;

  tide_bullet_spec_get_range (&spec, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, -7, 1e-9);
  g_assert_cmpfloat_with_epsilon (high, 5, 1e-9);

  spec.n_rows = 3;
  tide_bullet_spec_get_range (&spec, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, -7, 1e-9);
  g_assert_cmpfloat_with_epsilon (high, 100, 1e-9);

  /* nothing is known of the last one */
  spec = (TideBulletSpec) { .n_rows = 1, .rows = rows + 2 };
  tide_bullet_spec_get_range (&spec, &low, &high);
  g_assert_cmpfloat (high, <, low);
}

static void
test_find (void)
{
  g_autoptr (TideBulletLayout) beside = NULL;
  g_autoptr (TideBulletLayout) above = NULL;
  TideBulletSpec spec;

  /* on a bar, its label and its text; between rows, on the numbers and outside */
  init_spec (&spec, &cases[0]);
  beside = tide_bullet_layout_new (&spec);
  g_assert_cmpuint (tide_bullet_layout_find (beside, 60, 15), ==, 0);
  g_assert_cmpuint (tide_bullet_layout_find (beside, 5, 45), ==, 1);
  g_assert_cmpuint (tide_bullet_layout_find (beside, 199, 45), ==, 1);
  g_assert_cmpuint (tide_bullet_layout_find (beside, 60, 30), ==, TIDE_BAR_NONE);
  g_assert_cmpuint (tide_bullet_layout_find (beside, 60, 65), ==, TIDE_BAR_NONE);
  g_assert_cmpuint (tide_bullet_layout_find (beside, -1, 15), ==, TIDE_BAR_NONE);

  init_spec (&spec, &cases[5]);
  above = tide_bullet_layout_new (&spec);
  g_assert_cmpuint (tide_bullet_layout_find (above, 5, 20), ==, 0);
  g_assert_cmpuint (tide_bullet_layout_find (above, 5, 60), ==, 0);
  g_assert_cmpuint (tide_bullet_layout_find (above, 199, 90), ==, 1);
}

static void
test_height (void)
{
  TideBulletSpec spec;

  init_spec (&spec, &cases[0]);
  g_assert_cmpfloat_with_epsilon (tide_bullet_spec_get_height (&spec), 80, 1e-9);

  /* the unit's 10, twice 10 + 40 + 20, and 20 for the numbers */
  init_spec (&spec, &cases[5]);
  g_assert_cmpfloat_with_epsilon (tide_bullet_spec_get_height (&spec), 170, 1e-9);
}

static void
test_empty (void)
{
  TideBulletSpec spec = { .width = 200 };
  g_autoptr (TideBulletLayout) layout = tide_bullet_layout_new (&spec);

  g_assert_cmpuint (tide_bullet_layout_find (layout, 5, 5), ==, TIDE_BAR_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/bullet-layout/places/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_places);
    }

  g_test_add_func ("/plot/bullet-layout/range", test_range);
  g_test_add_func ("/plot/bullet-layout/find", test_find);
  g_test_add_func ("/plot/bullet-layout/height", test_height);
  g_test_add_func ("/plot/bullet-layout/empty", test_empty);

  return g_test_run ();
}
