/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-funnel-layout.h"

#define MISSING { .text_extent = 10 }
#define VALUE(number) { .has_value = TRUE, .value = (number), .text_extent = 10 }

typedef struct
{
  const char *name;
  gboolean is_centred;
  gboolean is_mirrored;
  gboolean has_labels_above;
  double share_extent;
  guint n_stages;
  TideFunnelCell stages[3];
  const char *labels; /* one for each stage: x y width height */
  const char *bands;
  const char *texts; /* with ! where the text is inside */
  const char *shares;
  const char *steps;
  const char *links; /* the stages that are tied to the one before */
} Case;

/* Worked out by hand for a width of 200: labels of 40 and shares of 30 with 10 between leave 110
 * for the bands, from 50 on. Bands are 20 high, and 10 apart. Texts of 10 keep 5 on either side. */
static const Case cases[] = {
  { "at the start",
    FALSE,
    FALSE,
    FALSE,
    30,
    3,
    { VALUE (100), VALUE (50), VALUE (10) },
    "0 0 40 20; 0 30 40 20; 0 60 40 20",
    "50 0 110 20; 50 30 55 20; 50 60 11 20",
    "100 0 10 20!; 72.5 30 10 20!; 66 60 10 20",
    "170 0 30 20; 170 30 30 20; 170 60 30 20",
    "0 0 0 0; 170 20 30 10; 170 50 30 10",
    "12" },
  { "centred",
    TRUE,
    FALSE,
    FALSE,
    30,
    2,
    { VALUE (100), VALUE (50) },
    "0 0 40 20; 0 30 40 20",
    "50 0 110 20; 77.5 30 55 20",
    "100 0 10 20!; 100 30 10 20!",
    "170 0 30 20; 170 30 30 20",
    "0 0 0 0; 170 20 30 10",
    "1" },
  { "mirrored",
    FALSE,
    TRUE,
    FALSE,
    30,
    2,
    { VALUE (100), VALUE (50) },
    "160 0 40 20; 160 30 40 20",
    "40 0 110 20; 95 30 55 20",
    "90 0 10 20!; 117.5 30 10 20!",
    "0 0 30 20; 0 30 30 20",
    "200 0 0 0; 0 20 30 10",
    "1" },
  /* 200 - 30 - 10 for bands and labels; the step's share stands beside the label, too. */
  { "labels above",
    FALSE,
    FALSE,
    TRUE,
    30,
    2,
    { VALUE (100), VALUE (50) },
    "0 0 160 40; 0 70 160 40",
    "0 40 160 20; 0 110 80 20",
    "75 40 10 20!; 35 110 10 20!",
    "170 40 30 20; 170 110 30 20",
    "0 0 0 0; 170 60 30 50",
    "1" },
  /* The largest has the whole length, wherever it stands. */
  { "growing",
    FALSE,
    FALSE,
    FALSE,
    30,
    2,
    { VALUE (50), VALUE (100) },
    "0 0 40 20; 0 30 40 20",
    "50 0 55 20; 50 30 110 20",
    "72.5 0 10 20!; 100 30 10 20!",
    "170 0 30 20; 170 30 30 20",
    "0 0 0 0; 170 20 30 10",
    "1" },
  { "zero",
    FALSE,
    FALSE,
    FALSE,
    30,
    2,
    { VALUE (0), VALUE (0) },
    "0 0 40 20; 0 30 40 20",
    "50 0 0 20; 50 30 0 20",
    "55 0 10 20; 55 30 10 20",
    "170 0 30 20; 170 30 30 20",
    "0 0 0 0; 170 20 30 10",
    "1" },
  /* Nothing leads to what is not known, nor to what is below nothing. */
  { "missing and negative",
    TRUE,
    FALSE,
    FALSE,
    30,
    3,
    { VALUE (100), MISSING, VALUE (-5) },
    "0 0 40 20; 0 30 40 20; 0 60 40 20",
    "50 0 110 20; 105 30 0 20; 105 60 0 20",
    "100 0 10 20!; 110 30 10 20; 110 60 10 20",
    "170 0 30 20; 170 30 30 20; 170 60 30 20",
    "0 0 0 0; 170 20 30 10; 170 50 30 10",
    "" },
  { "a sliver is seen",
    FALSE,
    FALSE,
    FALSE,
    30,
    2,
    { VALUE (1e9), VALUE (1) },
    "0 0 40 20; 0 30 40 20",
    "50 0 110 20; 50 30 1 20",
    "100 0 10 20!; 56 30 10 20",
    "170 0 30 20; 170 30 30 20",
    "0 0 0 0; 170 20 30 10",
    "1" },
  /* Without shares the bands reach to the end. */
  { "one",
    TRUE,
    FALSE,
    FALSE,
    0,
    1,
    { VALUE (7) },
    "0 0 40 20",
    "50 0 150 20",
    "120 0 10 20!",
    "200 0 0 20",
    "0 0 0 0",
    "" },
  /* 40 and 5 do not fit between a band of 33 in the middle and the end, which leaves 38.5; at the
   * start they do. */
  { "no room in the middle",
    TRUE,
    FALSE,
    FALSE,
    30,
    2,
    { VALUE (100), { .has_value = TRUE, .value = 30, .text_extent = 40 } },
    "0 0 40 20; 0 30 40 20",
    "50 0 110 20; 50 30 33 20",
    "100 0 10 20!; 88 30 40 20",
    "170 0 30 20; 170 30 30 20",
    "0 0 0 0; 170 20 30 10",
    "1" },
  /* The text stays within the column, and is no longer than that. */
  { "long text",
    FALSE,
    FALSE,
    FALSE,
    30,
    2,
    { VALUE (100), { .has_value = TRUE, .value = 50, .text_extent = 150 } },
    "0 0 40 20; 0 30 40 20",
    "50 0 110 20; 50 30 55 20",
    "100 0 10 20!; 50 30 110 20!",
    "170 0 30 20; 170 30 30 20",
    "0 0 0 0; 170 20 30 10",
    "1" },
};

static void
init_spec (TideFunnelSpec *spec, const Case *row)
{
  *spec = (TideFunnelSpec) {
    .is_centred = row->is_centred,
    .is_mirrored = row->is_mirrored,
    .has_labels_above = row->has_labels_above,
    .n_stages = row->n_stages,
    .stages = row->stages,
    .width = 200,
    .label_extent = 40,
    .share_extent = row->share_extent,
    .band_extent = 20,
    .link_extent = 10,
    .gap = 10,
    .text_gap = 5,
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
  g_autoptr (TideFunnelLayout) layout = NULL;
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GString) bands = g_string_new (NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GString) shares = g_string_new (NULL);
  g_autoptr (GString) steps = g_string_new (NULL);
  g_autoptr (GString) links = g_string_new (NULL);
  TideFunnelSpec spec;

  init_spec (&spec, row);
  layout = tide_funnel_layout_new (&spec);
  for (guint i = 0; i < layout->n_stages; i++)
    {
      const TideFunnelPlace *place = &layout->places[i];

      append_box (labels, &place->label);
      append_box (bands, &place->band);
      append_box (texts, &place->text);
      g_string_append (texts, place->is_text_inside ? "!" : "");
      append_box (shares, &place->share);
      append_box (steps, &place->step);
      if (place->has_link)
        g_string_append_printf (links, "%u", i);
    }

  g_assert_cmpstr (labels->str, ==, row->labels);
  g_assert_cmpstr (bands->str, ==, row->bands);
  g_assert_cmpstr (texts->str, ==, row->texts);
  g_assert_cmpstr (shares->str, ==, row->shares);
  g_assert_cmpstr (steps->str, ==, row->steps);
  g_assert_cmpstr (links->str, ==, row->links);
}

static void
test_height (void)
{
  TideFunnelSpec spec;

  init_spec (&spec, &cases[0]);
  g_assert_cmpfloat_with_epsilon (tide_funnel_spec_get_height (&spec), 80, 1e-9);

  /* 40 for each label */
  spec.has_labels_above = TRUE;
  g_assert_cmpfloat_with_epsilon (tide_funnel_spec_get_height (&spec), 200, 1e-9);

  spec.n_stages = 0;
  g_assert_cmpfloat_with_epsilon (tide_funnel_spec_get_height (&spec), 0, 1e-9);
}

static void
test_find (void)
{
  g_autoptr (TideFunnelLayout) layout = NULL;
  TideFunnelSpec spec;

  init_spec (&spec, &cases[0]);
  layout = tide_funnel_layout_new (&spec);

  /* on a band, a label and a share; between stages, and outside */
  g_assert_cmpuint (tide_funnel_layout_find (layout, 60, 5), ==, 0);
  g_assert_cmpuint (tide_funnel_layout_find (layout, 5, 45), ==, 1);
  g_assert_cmpuint (tide_funnel_layout_find (layout, 199, 61), ==, 2);
  g_assert_cmpuint (tide_funnel_layout_find (layout, 60, 25), ==, TIDE_FUNNEL_NONE);
  g_assert_cmpuint (tide_funnel_layout_find (layout, 200, 5), ==, TIDE_FUNNEL_NONE);
  g_assert_cmpuint (tide_funnel_layout_find (layout, 60, 81), ==, TIDE_FUNNEL_NONE);
}

/* Whatever the values and texts: nothing reaches beyond the area. */
static void
test_any_values (void)
{
  for (guint run = 0; run < 5000; run++)
    {
      Case row = { .n_stages = 3, .share_extent = 30 };
      g_autoptr (TideFunnelLayout) layout = NULL;
      TideFunnelSpec spec;

      row.is_centred = g_test_rand_bit ();
      row.is_mirrored = g_test_rand_bit ();
      row.has_labels_above = g_test_rand_bit ();
      for (guint i = 0; i < row.n_stages; i++)
        row.stages[i] = (TideFunnelCell) {
          .has_value = g_test_rand_int_range (0, 5) > 0,
          .value = g_test_rand_double_range (-20, 100),
          .text_extent = g_test_rand_double_range (0, 150),
        };

      init_spec (&spec, &row);
      layout = tide_funnel_layout_new (&spec);
      for (guint i = 0; i < layout->n_stages; i++)
        {
          const TideBox *band = &layout->places[i].band;
          const TideBox *text = &layout->places[i].text;

          g_assert_cmpfloat (MIN (band->x, text->x), >=, -1e-9);
          g_assert_cmpfloat (MAX (band->x + band->width, text->x + text->width), <=, 200 + 1e-9);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/funnel-layout/places/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_places);
    }

  g_test_add_func ("/plot/funnel-layout/height", test_height);
  g_test_add_func ("/plot/funnel-layout/find", test_find);
  g_test_add_func ("/plot/funnel-layout/any-values", test_any_values);

  return g_test_run ();
}
