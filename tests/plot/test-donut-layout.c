/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-donut-layout.h"

#include <math.h>

#define MISSING { .width = 30, .height = 20, .row_height = 20 }
#define VALUE(number)                                                                              \
  { .has_value = TRUE, .value = (number), .width = 30, .height = 20, .row_height = 20 }
#define WIDE(number)                                                                               \
  { .has_value = TRUE, .value = (number), .width = 90, .height = 20, .row_height = 20 }

typedef struct
{
  const char *name;
  gboolean is_mirrored;
  double width;
  double whole;
  guint n_slices;
  TideDonutCell slices[4];
  const char *slots;  /* one for each slice: start and sweep in degrees */
  const char *labels; /* x y width height */
  const char *swatches;
  const char *ring;
  double height;
} Case;

/* Worked out by hand for a ring of 100 in diameter with lines of 10 to labels of 30 by 20, so that
 * labels beside the ring need 2 × (10 + 10 + 30) + 100 = 200; everything is 100 + 20 + 20 high, and
 * the ring's middle at 70. In a list there are 10 between ring, samples of 10 and labels, and 5
 * between rows. */
static const Case cases[] = {
  /* The middles lie at 90 and 270 degrees: at half height. */
  { "halves",
    FALSE,
    200,
    2,
    2,
    { VALUE (1), VALUE (1) },
    "0+180 180+180",
    "170 60 30 20; 0 60 30 20",
    "0 0 0 0; 0 0 0 0",
    "50 20 100 100",
    140 },
  { "halves, mirrored",
    TRUE,
    220,
    2,
    2,
    { VALUE (1), VALUE (1) },
    "0+180 180+180",
    "10 60 30 20; 180 60 30 20",
    "220 0 0 0; 220 0 0 0",
    "60 20 100 100",
    140 },
  /* Three quarters stay empty. */
  { "less than the whole",
    FALSE,
    200,
    4,
    1,
    { VALUE (1) },
    "0+90",
    "170 17.5736 30 20",
    "0 0 0 0",
    "50 20 100 100",
    140 },
  /* The whole ring's middle is its lowest point. */
  { "all",
    FALSE,
    200,
    7,
    1,
    { VALUE (7) },
    "0+360",
    "170 120 30 20",
    "0 0 0 0",
    "50 20 100 100",
    140 },
  /* A slice without an arc lies where it would be: at 180 degrees, which is still on the right. It
   * leaves the label above it where that is. */
  { "zero and missing",
    FALSE,
    200,
    4,
    3,
    { VALUE (2), VALUE (0), MISSING },
    "0+180 180+0 180+0",
    "95 120 30 20; 95 145 30 20; 95 170 30 20",
    "75 125 10 10; 75 150 10 10; 75 175 10 10",
    "50 0 100 100",
    190 },
  /* Labels of 90 have no room: beside the ring there are 170 - 100 - 10 - 30 = 30, fewer than its
   * diameter, so they stand below it. */
  { "list below",
    FALSE,
    170,
    2,
    2,
    { WIDE (1), WIDE (1) },
    "0+180 180+180",
    "50 120 90 20; 50 145 90 20",
    "30 125 10 10; 30 150 10 10",
    "35 0 100 100",
    165 },
  /* 240 - 100 - 10 - 30 = 100 are enough; 100 + 20 + 10 + 10 + 90 stand in the middle of 240. */
  { "list beside",
    FALSE,
    240,
    2,
    2,
    { WIDE (1), WIDE (1) },
    "0+180 180+180",
    "145 27.5 90 20; 145 52.5 90 20",
    "125 32.5 10 10; 125 57.5 10 10",
    "5 0 100 100",
    100 },
  { "list beside, mirrored",
    TRUE,
    240,
    2,
    2,
    { WIDE (1), WIDE (1) },
    "0+180 180+180",
    "5 27.5 90 20; 5 52.5 90 20",
    "105 32.5 10 10; 105 57.5 10 10",
    "135 0 100 100",
    100 },
  /* No narrower than the ring is. */
  { "narrow",
    FALSE,
    60,
    1,
    1,
    { WIDE (1) },
    "0+360",
    "20 80 40 20",
    "0 85 10 10",
    "0 0 60 60",
    100 },
};

static void
init_spec (TideDonutSpec *spec, const Case *row)
{
  *spec = (TideDonutSpec) {
    .is_mirrored = row->is_mirrored,
    .n_slices = row->n_slices,
    .slices = row->slices,
    .whole = row->whole,
    .width = row->width,
    .diameter = 100,
    .thickness = 20,
    .leader = 10,
    .swatch_extent = 10,
    .gap = 10,
    .row_gap = 5,
  };
}

static void
append_box (GString *text, const TideBox *box)
{
  g_string_append_printf (text, "%s%g %g %g %g", text->len > 0 ? "; " : "", box->x, box->y,
                          box->width, box->height);
}

static void
test_places (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (TideDonutLayout) layout = NULL;
  g_autoptr (GString) slots = g_string_new (NULL);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GString) swatches = g_string_new (NULL);
  g_autoptr (GString) ring = g_string_new (NULL);
  TideDonutSpec spec;

  init_spec (&spec, row);
  layout = tide_donut_layout_new (&spec);
  for (guint i = 0; i < row->n_slices; i++)
    {
      const TideDonutPlace *place = &layout->places[i];

      g_string_append_printf (slots, "%s%g+%g", i > 0 ? " " : "", place->start * 180 / G_PI,
                              place->sweep * 180 / G_PI);
      append_box (labels, &place->label);
      append_box (swatches, &place->swatch);
    }
  append_box (ring, &layout->ring);

  g_assert_cmpstr (slots->str, ==, row->slots);
  g_assert_cmpstr (labels->str, ==, row->labels);
  g_assert_cmpstr (swatches->str, ==, row->swatches);
  g_assert_cmpstr (ring->str, ==, row->ring);
  g_assert_cmpfloat_with_epsilon (layout->height, row->height, 1e-9);
}

static void
test_judge (void)
{
  const TideDonutCell parts[] = { VALUE (60), VALUE (40), MISSING, VALUE (0) };
  const TideDonutCell negative[] = { VALUE (60), VALUE (-1) };
  const TideDonutCell tenths[] = { VALUE (0.1), VALUE (0.2) };
  const TideDonutCell many[TIDE_DONUT_MAX_SLICES + 1] = { VALUE (1) };

  g_assert_cmpint (tide_donut_judge (parts, 4, 100), ==, TIDE_DONUT_DRAWN);
  g_assert_cmpint (tide_donut_judge (parts, 4, 160), ==, TIDE_DONUT_DRAWN);
  g_assert_cmpint (tide_donut_judge (parts, 4, 99.9), ==, TIDE_DONUT_EXCEEDED);
  g_assert_cmpint (tide_donut_judge (parts, 4, 0), ==, TIDE_DONUT_EXCEEDED);
  g_assert_cmpint (tide_donut_judge (tenths, 2, 0.3), ==, TIDE_DONUT_DRAWN);
  g_assert_cmpint (tide_donut_judge (negative, 2, 100), ==, TIDE_DONUT_NEGATIVE);
  g_assert_cmpint (tide_donut_judge (many, 7, 7), ==, TIDE_DONUT_DRAWN);
  g_assert_cmpint (tide_donut_judge (many, 8, 8), ==, TIDE_DONUT_TOO_MANY);
  g_assert_cmpint (tide_donut_judge (parts + 2, 2, 0), ==, TIDE_DONUT_EMPTY);
  g_assert_cmpint (tide_donut_judge (NULL, 0, 0), ==, TIDE_DONUT_EMPTY);

  g_assert_cmpfloat_with_epsilon (tide_donut_add_up (parts, 4), 100, 1e-9);
}

/* What slivers are drawn larger than they are goes off the largest slice. */
static void
test_slivers (void)
{
  const Case row
      = { .width = 200, .whole = 1e6, .n_slices = 2, .slices = { VALUE (1), VALUE (999999) } };
  g_autoptr (TideDonutLayout) layout = NULL;
  TideDonutSpec spec;

  init_spec (&spec, &row);
  layout = tide_donut_layout_new (&spec);

  g_assert_cmpfloat_with_epsilon (layout->places[0].sweep * 50, 1.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (layout->places[1].start, layout->places[0].sweep, 1e-9);
  g_assert_cmpfloat_with_epsilon (layout->places[1].start + layout->places[1].sweep, 2 * G_PI,
                                  1e-9);
}

static void
test_find (void)
{
  g_autoptr (TideDonutLayout) plain = NULL;
  g_autoptr (TideDonutLayout) mirrored = NULL;
  g_autoptr (TideDonutLayout) list = NULL;
  TideDonutSpec spec;

  /* on the ring from 50 to 150, on labels; in the hole, and outside */
  init_spec (&spec, &cases[0]);
  plain = tide_donut_layout_new (&spec);
  g_assert_cmpuint (tide_donut_layout_find (plain, 140, 70), ==, 0);
  g_assert_cmpuint (tide_donut_layout_find (plain, 60, 70), ==, 1);
  g_assert_cmpuint (tide_donut_layout_find (plain, 175, 65), ==, 0);
  g_assert_cmpuint (tide_donut_layout_find (plain, 5, 65), ==, 1);
  g_assert_cmpuint (tide_donut_layout_find (plain, 100, 70), ==, TIDE_DONUT_NONE);
  g_assert_cmpuint (tide_donut_layout_find (plain, 51, 21), ==, TIDE_DONUT_NONE);

  init_spec (&spec, &cases[1]);
  mirrored = tide_donut_layout_new (&spec);
  g_assert_cmpuint (tide_donut_layout_find (mirrored, 150, 70), ==, 1);
  g_assert_cmpuint (tide_donut_layout_find (mirrored, 70, 70), ==, 0);

  /* on a colour sample */
  init_spec (&spec, &cases[5]);
  list = tide_donut_layout_new (&spec);
  g_assert_cmpuint (tide_donut_layout_find (list, 35, 155), ==, 1);

  /* where nothing of the whole is */
  init_spec (&spec, &cases[2]);
  g_clear_pointer (&plain, tide_donut_layout_free);
  plain = tide_donut_layout_new (&spec);
  g_assert_cmpuint (tide_donut_layout_find (plain, 110, 25), ==, 0);
  g_assert_cmpuint (tide_donut_layout_find (plain, 90, 25), ==, TIDE_DONUT_NONE);
}

/* Whatever the values: labels stand in the area and do not cover each other, and the sweeps add up
 * to the ring. */
static void
test_any_values (void)
{
  for (guint run = 0; run < 5000; run++)
    {
      Case row = { .width = g_test_rand_double_range (120, 400), .n_slices = 4 };
      g_autoptr (TideDonutLayout) layout = NULL;
      double sum = 0;
      TideDonutSpec spec;

      for (guint i = 0; i < row.n_slices; i++)
        row.slices[i] = (TideDonutCell) VALUE (g_test_rand_double_range (0.001, 1));
      row.whole = tide_donut_add_up (row.slices, row.n_slices);
      init_spec (&spec, &row);
      layout = tide_donut_layout_new (&spec);

      for (guint i = 0; i < row.n_slices; i++)
        {
          const TideBox *label = &layout->places[i].label;

          sum += layout->places[i].sweep;
          g_assert_cmpfloat (label->x, >=, -1e-9);
          g_assert_cmpfloat (label->x + label->width, <=, row.width + 1e-9);
          g_assert_cmpfloat (label->y, >=, -1e-9);
          g_assert_cmpfloat (label->y + label->height, <=, layout->height + 1e-9);
          for (guint j = 0; j < i; j++)
            g_assert_true (fabs (label->x - layout->places[j].label.x) >= 30
                           || fabs (label->y - layout->places[j].label.y) >= 20);
        }
      g_assert_cmpfloat_with_epsilon (sum, 2 * G_PI, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/donut-layout/places/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_places);
    }

  g_test_add_func ("/plot/donut-layout/judge", test_judge);
  g_test_add_func ("/plot/donut-layout/slivers", test_slivers);
  g_test_add_func ("/plot/donut-layout/find", test_find);
  g_test_add_func ("/plot/donut-layout/any-values", test_any_values);

  return g_test_run ();
}
