/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-clock.h"

#include <string.h>

static void
test_fixed (void)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700467200);
  g_autofree char *first = tide_clock_dup_id (clock);
  g_autofree char *second = tide_clock_dup_id (clock);

  g_assert_cmpint (tide_clock_get_seconds (clock), ==, 1700467200);
  g_assert_cmpstr (first, ==, "01HFNVWM000000000000000001");
  g_assert_cmpstr (second, ==, "01HFNVWM000000000000000002");
}

static void
test_ids (void)
{
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; i < 10000; i++)
    {
      char *id = tide_clock_dup_id (clock);

      g_assert_cmpuint (strlen (id), ==, 26);
      g_assert_true (tide_id_is_valid (id));
      g_assert_cmpstr (last, <, id);
      g_free (last);
      last = id;
    }
}

#define N_THREADS 4
#define N_IDS 5000

static gpointer
draw (gpointer clock)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_IDS; i++)
    g_ptr_array_add (ids, tide_clock_dup_id (clock));

  return ids;
}

/* No two threads get the same. */
static void
test_threads (void)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700467200);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", draw, clock);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr (GPtrArray) ids = g_thread_join (threads[i]);

      for (guint j = 0; j < ids->len; j++)
        g_assert_true (g_hash_table_add (seen, g_strdup (g_ptr_array_index (ids, j))));
    }
}

static void
test_other_clock (void)
{
  g_autoptr (TideClock) one = tide_clock_new ();
  g_autoptr (TideClock) other = tide_clock_new ();
  g_autofree char *id = tide_clock_dup_id (one);
  g_autofree char *other_id = tide_clock_dup_id (other);

  g_assert_cmpstr (id, !=, other_id);
}

static void
test_valid (void)
{
  static const struct
  {
    const char *id;
    gboolean is_valid;
  } cases[] = {
    { "a", TRUE },
    { "sei-2023/9", TRUE },
    { "A.b_c-1/2", TRUE },
    { "1234567890123456789012345678901234567890123456789012345678901234", TRUE },
    { "12345678901234567890123456789012345678901234567890123456789012345", FALSE },
    { "", FALSE },
    { NULL, FALSE },
    { "a b", FALSE },
    { "余姚", FALSE },
    { "a:b", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tide_id_is_valid (cases[i].id), ==, cases[i].is_valid);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/ids", test_ids);
  g_test_add_func ("/clock/threads", test_threads);
  g_test_add_func ("/clock/other-clock", test_other_clock);
  g_test_add_func ("/clock/valid", test_valid);

  return g_test_run ();
}
