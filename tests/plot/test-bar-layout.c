/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-bar-layout.h"

#define MISSING { .is_present = TRUE }
#define ABSENT { .is_present = FALSE }
#define VALUE(number, text)                                                                        \
  { .is_present = TRUE, .has_value = TRUE, .value = (number), .text_extent = (text) }

typedef struct
{
  const char *name;
  TideBarDirection direction;
  TideBarArrangement arrangement;
  gboolean is_mirrored;
  gboolean has_labels_above;
  guint n_categories;
  guint n_series;
  TideBarCell cells[6];
  guint max_ticks;
  const char *plot;
  const char *bars; /* one for each cell: x y width height, or - if there is none */
  const char *texts;
  const char *labels;
} Case;

/* Worked out by hand for an area of 200 by 100 with lengths as set_lengths() gives them.
 *
 * Horizontal: the value axis starts at 40 + 10 = 50 and has 150. A category takes 10 + 20 for each
 * of its bars, which are 10 thick in the middle of their 20.
 *
 * Vertical: the value axis goes up from 100 - 40 - 10 = 50 and has 50 - 10 (the unit) = 40, columns
 * start at 20 + 10 = 30 and share 170. */
static const Case cases[] = {
  /* 0 to 50 is as long as the last number's overhang of 10 leaves: 140. */
  { "one",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    1,
    1,
    { VALUE (50, 0) },
    2,
    "50 0 140 30",
    "50 10 140 10",
    "198 5 0 20",
    "0 5 40 20" },
  /* The longest bar's text of 38 and 12 around it leave 100 of 150. */
  { "text at the end",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    2,
    1,
    { VALUE (100, 38), VALUE (50, 20) },
    2,
    "50 0 100 60",
    "50 10 100 10; 50 40 50 10",
    "158 5 38 20; 108 35 20 20",
    "0 5 40 20; 0 35 40 20" },
  { "mirrored",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    TRUE,
    FALSE,
    2,
    1,
    { VALUE (100, 38), VALUE (50, 20) },
    2,
    "50 0 100 60",
    "50 10 100 10; 100 40 50 10",
    "4 5 38 20; 72 35 20 20",
    "160 5 40 20; 160 35 40 20" },
  /* Above the bars the labels have the whole width, and the axis starts at 0. */
  { "labels above",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    TRUE,
    1,
    1,
    { VALUE (100, 38) },
    2,
    "0 10 150 70",
    "0 60 150 10",
    "158 55 38 20",
    "0 15 200 40" },
  /* -100 to 100: texts of 13 with 12 around them at either end leave 100 of 150. */
  { "both sides",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    2,
    1,
    { VALUE (100, 13), VALUE (-100, 13) },
    3,
    "75 0 100 60",
    "125 10 50 10; 75 40 50 10",
    "183 5 13 20; 54 35 13 20",
    "0 5 40 20; 0 35 40 20" },
  { "negative, mirrored",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    TRUE,
    FALSE,
    1,
    1,
    { VALUE (-100, 28) },
    2,
    "10 0 100 30",
    "10 10 100 10",
    "118 5 28 20",
    "160 5 40 20" },
  { "zero and missing",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    3,
    1,
    { VALUE (100, 38), VALUE (0, 8), { .is_present = TRUE, .text_extent = 8 } },
    2,
    "50 0 100 90",
    "50 10 100 10; 50 40 0 10; 50 70 0 10",
    "158 5 38 20; 58 35 8 20; 58 65 8 20",
    "0 5 40 20; 0 35 40 20; 0 65 40 20" },
  { "a sliver is seen",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    2,
    1,
    { VALUE (100, 38), VALUE (0.001, 0) },
    2,
    "50 0 100 60",
    "50 10 100 10; 50 40 1 10",
    "158 5 38 20; 59 35 0 20",
    "0 5 40 20; 0 35 40 20" },
  { "two series",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    1,
    2,
    { VALUE (100, 38), VALUE (20, 0) },
    2,
    "50 0 100 50",
    "50 10 100 10; 50 30 20 10",
    "158 5 38 20; 78 25 0 20",
    "0 5 40 40" },
  { "hole",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    2,
    2,
    { VALUE (100, 38), ABSENT, ABSENT, VALUE (20, 0) },
    2,
    "50 0 100 100",
    "50 10 100 10; -; -; 50 80 20 10",
    "158 5 38 20; -; -; 78 75 0 20",
    "0 5 40 40; 0 55 40 40" },
  /* 60 + 40 to the right, 100 to the left of zero; the numbers' 10 at either end leave 130. */
  { "stacked",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_STACKED,
    FALSE,
    FALSE,
    1,
    3,
    { VALUE (60, 5), VALUE (-100, 5), VALUE (40, 5) },
    3,
    "60 0 130 30",
    "125 10 39 10; 60 10 65 10; 164 10 26 10",
    "125 10 39 10; 60 10 65 10; 164 10 26 10",
    "0 5 40 20" },
  /* A text longer than the area leaves no length. */
  { "no room",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    1,
    1,
    { VALUE (100, 500) },
    2,
    "50 0 0 30",
    "50 10 1 10",
    "59 5 500 20",
    "0 5 40 20" },
  /* 170 for two categories: 85 each, of which 10 stay free; 20 is the most a column's place gets.
   * The text of 8 and the 12 around it leave 20 of 40. */
  { "columns",
    TIDE_BAR_VERTICAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    2,
    2,
    { VALUE (100, 8), VALUE (50, 8), VALUE (25, 8), MISSING },
    2,
    "30 30 170 20",
    "57.5 30 10 20; 77.5 40 10 10; 142.5 45 10 5; 162.5 50 10 0",
    "52.5 14 20 8; 72.5 24 20 8; 137.5 29 20 8; 157.5 42 20 0",
    "30 60 85 40; 115 60 85 40" },
  { "columns, mirrored",
    TIDE_BAR_VERTICAL,
    TIDE_BAR_GROUPED,
    TRUE,
    FALSE,
    2,
    1,
    { VALUE (100, 8), VALUE (50, 8) },
    2,
    "0 30 170 20",
    "122.5 30 10 20; 37.5 40 10 10",
    "117.5 14 20 8; 32.5 24 20 8",
    "85 60 85 40; 0 60 85 40" },
  /* -100 to 0, and the text below. */
  { "columns below zero",
    TIDE_BAR_VERTICAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    1,
    1,
    { VALUE (-100, 8) },
    2,
    "30 20 170 10",
    "110 20 10 10",
    "105 38 20 8",
    "30 60 170 40" },
  { "stacked columns",
    TIDE_BAR_VERTICAL,
    TIDE_BAR_STACKED,
    FALSE,
    FALSE,
    1,
    2,
    { VALUE (60, 5), VALUE (40, 5) },
    2,
    "30 20 170 30",
    "110 32 10 18; 110 20 10 12",
    "110 32 10 18; 110 20 10 12",
    "30 60 170 40" },
  { "nothing known",
    TIDE_BAR_HORIZONTAL,
    TIDE_BAR_GROUPED,
    FALSE,
    FALSE,
    1,
    1,
    { MISSING },
    2,
    "50 0 0 30",
    "50 10 0 10",
    "58 5 0 20",
    "0 5 40 20" },
};

static void
set_lengths (TideBarSpec *spec)
{
  gboolean is_vertical = spec->direction == TIDE_BAR_VERTICAL;

  spec->width = 200;
  spec->height = 100;
  spec->label_extent = 40;
  spec->axis_extent = 20;
  spec->unit_extent = is_vertical || spec->has_labels_above ? 10 : 0;
  spec->tick_after = 10;
  spec->slot_extent = 20;
  spec->bar_extent = 10;
  spec->group_gap = 10;
  spec->gap = 10;
  spec->text_gap = 8;
}

static void
init_spec (TideBarSpec *spec, const Case *row)
{
  TideTicksRange range = { .divisor = 1 };

  *spec = (TideBarSpec) {
    .direction = row->direction,
    .arrangement = row->arrangement,
    .is_mirrored = row->is_mirrored,
    .has_labels_above = row->has_labels_above,
    .n_categories = row->n_categories,
    .n_series = row->n_series,
    .cells = row->cells,
  };
  set_lengths (spec);

  tide_bar_spec_get_range (spec, &range.low, &range.high);
  spec->tick_before = range.low < 0 ? 10 : 0;
  tide_ticks_cover (&spec->ticks, &range, row->max_ticks);
}

static void
append_box (GString *text, const TideBox *box)
{
  g_string_append_printf (text, "%s%g %g %g %g", text->len > 0 ? "; " : "", box->x, box->y,
                          box->width, box->height);
}

static void
append_place (GString *text, const Case *row, guint cell, const TideBox *box)
{
  if (row->cells[cell].is_present)
    append_box (text, box);
  else
    g_string_append (text, "; -");
}

static void
test_places (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (TideBarLayout) layout = NULL;
  g_autoptr (GString) plot = g_string_new (NULL);
  g_autoptr (GString) bars = g_string_new (NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GString) labels = g_string_new (NULL);
  TideBarSpec spec;

  init_spec (&spec, row);
  layout = tide_bar_layout_new (&spec);

  append_box (plot, &layout->plot);
  for (guint i = 0; i < row->n_categories * row->n_series; i++)
    {
      append_place (bars, row, i, &layout->places[i].bar);
      append_place (texts, row, i, &layout->places[i].text);
    }
  for (guint i = 0; i < row->n_categories; i++)
    append_box (labels, &layout->labels[i]);

  g_assert_cmpstr (plot->str, ==, row->plot);
  g_assert_cmpstr (bars->str, ==, row->bars);
  g_assert_cmpstr (texts->str, ==, row->texts);
  g_assert_cmpstr (labels->str, ==, row->labels);
}

static const Case *
find_case (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (g_str_equal (cases[i].name, name))
        return &cases[i];
    }

  g_assert_not_reached ();
}

static TideBarLayout *
create_layout (const char *name)
{
  TideBarSpec spec;

  init_spec (&spec, find_case (name));

  return tide_bar_layout_new (&spec);
}

static void
test_position (void)
{
  g_autoptr (TideBarLayout) plain = create_layout ("text at the end");
  g_autoptr (TideBarLayout) mirrored = create_layout ("mirrored");
  g_autoptr (TideBarLayout) columns = create_layout ("columns");

  g_assert_cmpfloat_with_epsilon (tide_bar_layout_get_position (plain, 0), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (tide_bar_layout_get_position (plain, 100), 150, 1e-9);
  g_assert_cmpfloat_with_epsilon (tide_bar_layout_get_position (mirrored, 0), 150, 1e-9);
  g_assert_cmpfloat_with_epsilon (tide_bar_layout_get_position (mirrored, 100), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (tide_bar_layout_get_position (columns, 0), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (tide_bar_layout_get_position (columns, 100), 30, 1e-9);
}

static void
test_find (void)
{
  g_autoptr (TideBarLayout) single = create_layout ("text at the end");
  g_autoptr (TideBarLayout) hole = create_layout ("hole");
  g_autoptr (TideBarLayout) series = create_layout ("two series");
  g_autoptr (TideBarLayout) stacked = create_layout ("stacked");

  /* on a bar, right of it, on its label, between two, and outside */
  g_assert_cmpuint (tide_bar_layout_find (single, 60, 15), ==, 0);
  g_assert_cmpuint (tide_bar_layout_find (single, 199, 45), ==, 1);
  g_assert_cmpuint (tide_bar_layout_find (single, 5, 40), ==, 1);
  g_assert_cmpuint (tide_bar_layout_find (single, 60, 30), ==, TIDE_BAR_NONE);
  g_assert_cmpuint (tide_bar_layout_find (single, 200, 15), ==, TIDE_BAR_NONE);
  g_assert_cmpuint (tide_bar_layout_find (single, -1, -1), ==, TIDE_BAR_NONE);

  /* nothing where there is no bar; the label belongs to the only one */
  g_assert_cmpuint (tide_bar_layout_find (hole, 60, 30), ==, TIDE_BAR_NONE);
  g_assert_cmpuint (tide_bar_layout_find (hole, 5, 60), ==, 3);

  /* of two bars the label belongs to neither */
  g_assert_cmpuint (tide_bar_layout_find (series, 60, 30), ==, 1);
  g_assert_cmpuint (tide_bar_layout_find (series, 5, 30), ==, TIDE_BAR_NONE);

  g_assert_cmpuint (tide_bar_layout_find (stacked, 130, 15), ==, 0);
  g_assert_cmpuint (tide_bar_layout_find (stacked, 124, 15), ==, 1);
  g_assert_cmpuint (tide_bar_layout_find (stacked, 164, 15), ==, 2);
  g_assert_cmpuint (tide_bar_layout_find (stacked, 195, 15), ==, TIDE_BAR_NONE);
}

static void
test_move (void)
{
  g_autoptr (TideBarLayout) hole = create_layout ("hole");

  g_assert_cmpuint (tide_bar_layout_move (hole, 0, TIDE_BAR_NEXT), ==, 3);
  g_assert_cmpuint (tide_bar_layout_move (hole, 3, TIDE_BAR_NEXT), ==, 3);
  g_assert_cmpuint (tide_bar_layout_move (hole, 3, TIDE_BAR_PREVIOUS), ==, 0);
  g_assert_cmpuint (tide_bar_layout_move (hole, 0, TIDE_BAR_PREVIOUS), ==, 0);
  g_assert_cmpuint (tide_bar_layout_move (hole, 0, TIDE_BAR_LAST), ==, 3);
  g_assert_cmpuint (tide_bar_layout_move (hole, 3, TIDE_BAR_FIRST), ==, 0);
  g_assert_cmpuint (tide_bar_layout_move (hole, TIDE_BAR_NONE, TIDE_BAR_NEXT), ==, 0);
  g_assert_cmpuint (tide_bar_layout_move (hole, TIDE_BAR_NONE, TIDE_BAR_PREVIOUS), ==, 3);
}

static void
test_empty (void)
{
  TideBarSpec spec = { .direction = TIDE_BAR_VERTICAL };
  g_autoptr (TideBarLayout) layout = NULL;

  set_lengths (&spec);
  layout = tide_bar_layout_new (&spec);

  g_assert_cmpuint (tide_bar_layout_find (layout, 50, 50), ==, TIDE_BAR_NONE);
  g_assert_cmpuint (tide_bar_layout_move (layout, TIDE_BAR_NONE, TIDE_BAR_NEXT), ==, TIDE_BAR_NONE);
  g_assert_cmpuint (tide_bar_layout_move (layout, TIDE_BAR_NONE, TIDE_BAR_LAST), ==, TIDE_BAR_NONE);
}

static void
test_height (void)
{
  TideBarSpec spec;

  /* no unit, two categories of 30, 20 for the numbers */
  init_spec (&spec, find_case ("text at the end"));
  g_assert_cmpfloat_with_epsilon (tide_bar_spec_get_height (&spec), 80, 1e-9);

  /* 10 for the unit, 30 and a label of 40, 20 for the numbers */
  init_spec (&spec, find_case ("labels above"));
  g_assert_cmpfloat_with_epsilon (tide_bar_spec_get_height (&spec), 100, 1e-9);

  init_spec (&spec, find_case ("stacked"));
  g_assert_cmpfloat_with_epsilon (tide_bar_spec_get_height (&spec), 50, 1e-9);
}

static void
test_slot (void)
{
  TideBarSpec spec;

  init_spec (&spec, find_case ("columns"));
  g_assert_cmpfloat_with_epsilon (tide_bar_spec_get_slot_extent (&spec), 20, 1e-9);

  /* 85 for a category, of which a fifth stays free */
  spec.slot_extent = 200;
  g_assert_cmpfloat_with_epsilon (tide_bar_spec_get_slot_extent (&spec), 34, 1e-9);

  /* 15 for a category: a gap of 10 would take too much, half of it is left */
  spec.width = 60;
  g_assert_cmpfloat_with_epsilon (tide_bar_spec_get_slot_extent (&spec), 3.75, 1e-9);
}

static void
test_range (void)
{
  const TideBarCell cells[]
      = { VALUE (60, 0), VALUE (-10, 0), VALUE (40, 0), VALUE (-30, 0), MISSING, ABSENT };
  TideBarSpec spec = { .n_categories = 2, .n_series = 3, .cells = cells };
  double low;
  double high;

  tide_bar_spec_get_range (&spec, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, -30, 1e-9);
  g_assert_cmpfloat_with_epsilon (high, 60, 1e-9);

  spec.arrangement = TIDE_BAR_STACKED;
  tide_bar_spec_get_range (&spec, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, -30, 1e-9);
  g_assert_cmpfloat_with_epsilon (high, 100, 1e-9);

  spec = (TideBarSpec) { .n_categories = 1, .n_series = 2, .cells = cells + 4 };
  tide_bar_spec_get_range (&spec, &low, &high);
  g_assert_cmpfloat (high, <, low);
}

/* Whatever the values and texts: nothing reaches beyond the area while there is room for it. */
static void
test_any_values (void)
{
  for (guint run = 0; run < 5000; run++)
    {
      Case row = { .max_ticks = (guint) g_test_rand_int_range (3, 7), .n_series = 1 };
      g_autoptr (TideBarLayout) layout = NULL;
      TideBarSpec spec;

      row.n_categories = (guint) g_test_rand_int_range (1, 7);
      row.is_mirrored = g_test_rand_bit ();
      for (guint i = 0; i < row.n_categories; i++)
        row.cells[i] = (TideBarCell) VALUE (g_test_rand_double_range (-100, 100),
                                            g_test_rand_double_range (0, 50));

      init_spec (&spec, &row);
      layout = tide_bar_layout_new (&spec);
      for (guint i = 0; i < row.n_categories; i++)
        {
          const TideBox *bar = &layout->places[i].bar;
          const TideBox *text = &layout->places[i].text;
          double left = row.is_mirrored ? 0 : 50;
          double right = row.is_mirrored ? 150 : 200;

          g_assert_cmpfloat (MIN (bar->x, text->x), >=, left - 1);
          g_assert_cmpfloat (MAX (bar->x + bar->width, text->x + text->width), <=, right + 1);
        }
      g_assert_cmpfloat (layout->plot.width, >, 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/bar-layout/places/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_places);
    }

  g_test_add_func ("/plot/bar-layout/position", test_position);
  g_test_add_func ("/plot/bar-layout/find", test_find);
  g_test_add_func ("/plot/bar-layout/move", test_move);
  g_test_add_func ("/plot/bar-layout/empty", test_empty);
  g_test_add_func ("/plot/bar-layout/height", test_height);
  g_test_add_func ("/plot/bar-layout/slot", test_slot);
  g_test_add_func ("/plot/bar-layout/range", test_range);
  g_test_add_func ("/plot/bar-layout/any-values", test_any_values);

  return g_test_run ();
}
