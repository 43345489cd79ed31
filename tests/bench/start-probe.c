/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a program with windows: writes to descriptor 3 how many microseconds after
 * $TIDELINE_BENCH_START, of the monotonic clock, its first frame was painted, and the first one
 * with at least $TIDELINE_BENCH_ROWS rows in a list where that is not 0, and how many bytes are
 * resident once nothing more happens; then it ends the program. */

#include <adwaita.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What works ahead after the first rows is to be done too before memory is looked at. */
#define REST_SECONDS 4

static struct
{
  gint64 start;
  guint64 n_rows;
  gint64 first; /* microseconds; 0 before */
} probe;

static gboolean
has_rows (GtkWidget *widget)
{
  GtkSelectionModel *model
      = GTK_IS_COLUMN_VIEW (widget) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (widget)) : NULL;

  if (model != NULL && gtk_widget_get_mapped (widget)
      && g_list_model_get_n_items (G_LIST_MODEL (model)) >= probe.n_rows)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_rows (child))
      return TRUE;

  return FALSE;
}

/* Rows are on the page of projects, which is where the search is. */
static gboolean
shows_rows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (has_rows (window))
        return TRUE;
      /* It does nothing until there is a register. */
      gtk_widget_activate_action (window, "win.search", NULL);
    }

  return FALSE;
}

static gint64
get_resident (void)
{
  FILE *file = fopen ("/proc/self/statm", "r");
  long size = 0, resident = 0;

  if (file == NULL || fscanf (file, "%ld %ld", &size, &resident) != 2)
    abort ();
  fclose (file);

  return (gint64) resident * sysconf (_SC_PAGESIZE);
}

static gboolean
on_rest (gpointer rows)
{
  dprintf (3, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", probe.first,
           *(gint64 *) rows, get_resident ());
  _exit (0);
}

static gboolean
on_painted (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  static gint64 rows;
  const gint64 now = g_get_monotonic_time () - probe.start;

  if (probe.first == 0)
    probe.first = now;
  if (probe.n_rows > 0 && !shows_rows ())
    return G_SOURCE_CONTINUE;

  rows = now;
  g_timeout_add_seconds (REST_SECONDS, on_rest, &rows);

  return G_SOURCE_REMOVE;
}

/* The program's own main loop runs it first. */
static gboolean
on_begun (gpointer data)
{
  gpointer clock_class = g_type_class_ref (GDK_TYPE_FRAME_CLOCK);

  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, on_painted,
                              NULL, NULL);
  g_type_class_unref (clock_class);

  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  const char *start = g_getenv ("TIDELINE_BENCH_START");
  const char *rows = g_getenv ("TIDELINE_BENCH_ROWS");

  if (start == NULL || rows == NULL)
    return;

  probe.start = g_ascii_strtoll (start, NULL, 10);
  probe.n_rows = g_ascii_strtoull (rows, NULL, 10);
  g_unsetenv ("LD_PRELOAD");
  g_unsetenv ("TIDELINE_BENCH_START");
  g_idle_add_full (G_PRIORITY_HIGH, on_begun, NULL, NULL);
}
