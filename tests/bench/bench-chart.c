/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of many points on the screen, beside one that strokes them all with cairo each time. What
 * is measured is work: setting the points, and the frame's layout and painting, without the wait
 * for the frame. */

#include "chart/tide-chart.h"
#include "chart/tide-line-area.h"
#include "chart/tide-line-chart.h"
#include "tide-bench-table.h"

#include <stdlib.h>

#define WIDTH 1000
#define HEIGHT 400
#define N_ROUNDS 20u

typedef struct
{
  GtkWidget *window;
  gint64 start;
  double painting; /* milliseconds of the last frame */
  gboolean is_painted;
} Screen;

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
on_before_paint (GdkFrameClock *clock, Screen *screen)
{
  screen->start = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock, Screen *screen)
{
  screen->painting = get_milliseconds_since (screen->start);
  screen->is_painted = TRUE;
}

static void
iterate_for (guint milliseconds)
{
  const gint64 start = g_get_monotonic_time ();

  while (get_milliseconds_since (start) < milliseconds)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
show (Screen *screen, GtkWidget *child)
{
  GdkFrameClock *clock;

  *screen = (Screen) { .window = gtk_window_new () };
  gtk_window_set_default_size (GTK_WINDOW (screen->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (screen->window), child);
  gtk_window_present (GTK_WINDOW (screen->window));
  iterate_for (400);

  clock = gtk_widget_get_frame_clock (screen->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), screen);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), screen);
}

/* Returns how long the next frame took. */
static double
paint (Screen *screen)
{
  screen->is_painted = FALSE;
  while (!screen->is_painted)
    g_main_context_iteration (NULL, TRUE);

  return screen->painting;
}

static double *
create_values (guint n_points, guint32 random)
{
  double *values = g_new (double, n_points);
  double value = 500;

  for (guint i = 0; i < n_points; i++)
    {
      random = random * 1664525 + 1013904223;
      value += (random >> 16) / 32768.0 * 20 - 20;
      values[i] = value + (random >> 20) / 40.0;
    }

  return values;
}

static GListModel *
create_model (guint n_points, guint32 random)
{
  g_autofree double *values = create_values (n_points, random);
  GListStore *store = g_list_store_new (TIDE_TYPE_POINT);

  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *text = g_strdup_printf ("%.1f", values[i]);
      g_autoptr (TidePoint) point
          = tide_point_new (NULL, NULL, 728000 + i, TIDE_POINT_DAY, values[i], text);

      g_list_store_append (store, point);
    }

  return G_LIST_MODEL (store);
}

static GtkEventController *
find_motion (GtkWidget *chart)
{
  GtkWidget *area = gtk_widget_get_first_child (chart);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (area);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }

  g_assert_not_reached ();
}

typedef struct
{
  double mean;
  double worst;
} Times;

static void
take (Times *times, double time)
{
  times->mean += time / N_ROUNDS;
  times->worst = MAX (times->worst, time);
}

static Times
set_points (Screen *screen, TideLineChart *chart, guint n_points)
{
  Times times = { 0 };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GListModel) model = create_model (n_points, i);
      gint64 start = g_get_monotonic_time ();
      double setting;

      tide_line_chart_set_model (chart, model);
      setting = get_milliseconds_since (start);
      take (&times, setting + paint (screen));
    }

  return times;
}

static Times
hover (Screen *screen, TideLineChart *chart)
{
  GtkEventController *motion = find_motion (GTK_WIDGET (chart));
  Times times = { 0 };

  /* What a renderer makes at the first time is made. */
  g_signal_emit_by_name (motion, "motion", 90.0, 200.0);
  paint (screen);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double moving;

      g_signal_emit_by_name (motion, "motion", 100.0 + i * 40, 200.0);
      moving = get_milliseconds_since (start);
      take (&times, moving + paint (screen));
    }

  return times;
}

/* ---- the reference ---- */

typedef struct
{
  double *values;
  guint n_values;
} Stroke;

static void
draw_stroke (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Stroke *stroke = data;
  double low = G_MAXDOUBLE;
  double high = -G_MAXDOUBLE;

  for (guint i = 0; i < stroke->n_values; i++)
    {
      low = MIN (low, stroke->values[i]);
      high = MAX (high, stroke->values[i]);
    }
  for (guint i = 0; i < stroke->n_values; i++)
    cairo_line_to (cr, (double) i * width / stroke->n_values,
                   height - (stroke->values[i] - low) / (high - low) * height);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static Times
draw_strokes (guint n_points)
{
  Stroke stroke = { create_values (n_points, 1), n_points };
  GtkWidget *area = gtk_drawing_area_new ();
  Times times = { 0 };
  Screen screen;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_stroke, &stroke, NULL);
  show (&screen, area);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gtk_widget_queue_draw (area);
      take (&times, paint (&screen));
    }
  gtk_window_destroy (GTK_WINDOW (screen.window));
  g_free (stroke.values);

  return times;
}

/* bench-chart POINTS */
int
main (int argc, char **argv)
{
  GtkWidget *chart;
  guint n_points;
  Times theirs, setting, hovering;
  Screen screen;

  g_assert_cmpint (argc, ==, 2);
  n_points = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  gtk_init ();
  tide_chart_init ();

  theirs = draw_strokes (n_points);
  chart = tide_line_chart_new ();
  show (&screen, chart);
  setting = set_points (&screen, TIDE_LINE_CHART (chart), n_points);
  hovering = hover (&screen, TIDE_LINE_CHART (chart));
  gtk_window_destroy (GTK_WINDOW (screen.window));

  tide_bench_table_begin ("a chart of lines", "cairo_stroke of all");
  tide_bench_table_add ("other points, mean", setting.mean, theirs.mean, "ms", "ours 33 ms");
  tide_bench_table_add ("other points, worst", setting.worst, theirs.worst, "ms", "ours 33 ms");
  tide_bench_table_add ("the pointer moves, mean", hovering.mean, theirs.mean, "ms", "ours 16 ms");
  tide_bench_table_add ("the pointer moves, worst", hovering.worst, theirs.worst, "ms",
                        "ours 16 ms");

  return EXIT_SUCCESS;
}
