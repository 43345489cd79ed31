/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-interval.h"

#include <glib.h>

static void
assert_interval (const TideInterval *self, double value, double low, double high)
{
  g_assert_cmpfloat_with_epsilon (self->value, value, 5e-4);
  g_assert_cmpfloat_with_epsilon (self->low, low, 5e-4);
  g_assert_cmpfloat_with_epsilon (self->high, high, 5e-4);
}

/* 222.4 to 641.1 in seven years, and 43.7 to 137.4. */
static void
test_growth (void)
{
  TideInterval start, end, growth;

  tide_interval_init_rounded (&start, 222.4, 0.1);
  tide_interval_init_rounded (&end, 641.1, 0.1);
  tide_interval_init_growth (&growth, &start, &end, 7);
  assert_interval (&growth, 16.328, 16.323, 16.333);

  tide_interval_init_rounded (&start, 43.7, 0.1);
  tide_interval_init_rounded (&end, 137.4, 0.1);
  tide_interval_init_growth (&growth, &start, &end, 7);
  assert_interval (&growth, 17.780, 17.755, 17.806);

  /* what rounds to nothing may be nothing, and no less */
  tide_interval_init_rounded (&end, 0, 0.1);
  tide_interval_init_growth (&growth, &start, &end, 1);
  assert_interval (&growth, -100, -100, -99.885);
}

static void
test_multiple (void)
{
  TideInterval start, end, multiple;

  tide_interval_init_rounded (&start, 43.7, 0.1);
  tide_interval_init_rounded (&end, 137.4, 0.1);
  tide_interval_init_multiple (&multiple, &start, &end);
  assert_interval (&multiple, 3.1442, 3.1394, 3.1489);
}

/* 1301.3 of 2201, and what is below zero. */
static void
test_share (void)
{
  TideInterval part, whole, share;

  tide_interval_init_rounded (&part, 1301.3, 0.1);
  tide_interval_init_rounded (&whole, 2201, 1);
  tide_interval_init_share (&share, &part, &whole);
  assert_interval (&share, 59.1231, 59.1074, 59.1388);

  tide_interval_init_rounded (&part, -10, 2);
  tide_interval_init_rounded (&whole, 100, 2);
  tide_interval_init_share (&share, &part, &whole);
  assert_interval (&share, -10, -11.1111, -8.9109);
}

static void
test_difference (void)
{
  TideInterval start, end, difference;

  tide_interval_init_rounded (&start, 41.2, 0.1);
  tide_interval_init_rounded (&end, 43.0, 0.1);
  tide_interval_init_difference (&difference, &start, &end);
  assert_interval (&difference, 1.8, 1.7, 1.9);
}

static void
test_product (void)
{
  TideInterval amount, rate, product;

  tide_interval_init_rounded (&amount, 1060, 10);
  tide_interval_init_rounded (&rate, 7.1779, 0.0001);
  tide_interval_init_product (&product, &amount, &rate);
  assert_interval (&product, 7608.574, 7572.6318, 7644.5168);
}

static void
test_sum (void)
{
  TideInterval sum, addend;

  tide_interval_init_rounded (&sum, 31, 0);
  tide_interval_init_rounded (&addend, 2.5, 0.1);
  tide_interval_add (&sum, &addend);
  assert_interval (&sum, 33.5, 33.45, 33.55);
}

/* Ends that only arithmetic keeps apart touch. */
static void
test_overlap (void)
{
  TideInterval a, b;

  tide_interval_init_rounded (&a, 16.3, 0.1);
  tide_interval_init_rounded (&b, 16.4, 0.1);
  g_assert_true (tide_interval_overlaps (&a, &b));
  g_assert_true (tide_interval_overlaps (&b, &a));
  tide_interval_init_rounded (&b, 16.41, 0.1);
  g_assert_false (tide_interval_overlaps (&a, &b));
  g_assert_false (tide_interval_overlaps (&b, &a));
  tide_interval_init_rounded (&a, 17, 0);
  tide_interval_init_rounded (&b, 17, 0);
  g_assert_true (tide_interval_overlaps (&a, &b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interval/growth", test_growth);
  g_test_add_func ("/interval/multiple", test_multiple);
  g_test_add_func ("/interval/share", test_share);
  g_test_add_func ("/interval/difference", test_difference);
  g_test_add_func ("/interval/product", test_product);
  g_test_add_func ("/interval/sum", test_sum);
  g_test_add_func ("/interval/overlap", test_overlap);

  return g_test_run ();
}
