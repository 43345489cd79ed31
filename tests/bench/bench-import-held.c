/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes until the import of a large table gives up, at whatever it is, and how long the
 * main loop is held by applying it to a register whose list is on view. */

#include "codec/tide-csv-writer.h"
#include "codec/tide-delimited.h"
#include "codec/tide-spreadsheet.h"
#include "codec/tide-xlsx-writer.h"
#include "core/tide-register-later.h"
#include "tide-bench-import.h"
#include "tide-bench-list.h"
#include "tide-bench-table.h"

#define N_ROUNDS 8
#define GOAL "ours 1,000 ms"

/* What is being worked on. */
typedef struct
{
  TideRegister *reg; /* owned */
  TideSnapshot *snapshot;
  TideTable *table;
  TideImportPlan *plan;
  GBytes *text;
  GBytes *workbook;
  TideImportTrial *trial; /* nullable */
} Bench;

/* Does a part of it; in a thread. */
typedef gboolean (*Work) (const Bench *bench, GCancellable *cancellable, GError **error);

typedef struct
{
  const Bench *bench;
  Work work;
  GCancellable *cancellable;
  gint64 ended;
} Round;

static gint64
get_time (void)
{
  return g_get_monotonic_time ();
}

static gpointer
run_round (gpointer data)
{
  Round *round = data;
  g_autoptr (GError) error = NULL;

  if (!round->work (round->bench, round->cancellable, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  round->ended = get_time ();

  return NULL;
}

/* Returns how long the work went on after so long, in microseconds. */
static gint64
give_up_after (const Bench *bench, Work work, gint64 time)
{
  Round round = { bench, work, g_cancellable_new (), 0 };
  GThread *thread = g_thread_new ("work", run_round, &round);
  gint64 cancelled;

  g_usleep ((gulong) time);
  cancelled = get_time ();
  g_cancellable_cancel (round.cancellable);
  g_thread_join (thread);
  g_object_unref (round.cancellable);

  return MAX (round.ended - cancelled, 0);
}

/* The longest of all moments at which it is given up. */
static void
add_giving_up (const char *what, const Bench *bench, Work work)
{
  const gint64 start = get_time ();
  gint64 whole, longest = 0;

  if (!work (bench, NULL, NULL))
    g_assert_not_reached ();
  whole = get_time () - start;
  for (guint i = 0; i < N_ROUNDS; i++)
    longest = MAX (longest, give_up_after (bench, work, whole * (2 * i + 1) / (2 * N_ROUNDS)));
  tide_bench_table_add (what, (double) longest / 1e3, (double) whole / 1e3, "ms", GOAL);
}

static gboolean
read_text (const Bench *bench, GCancellable *cancellable, GError **error)
{
  TideDelimitedOptions options;
  g_autoptr (TideTable) table = NULL;

  tide_delimited_guess (bench->text, &options);
  table = tide_delimited_read (bench->text, &options, NULL, NULL, cancellable, error);

  return table != NULL;
}

static gboolean
read_workbook (const Bench *bench, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideSpreadsheet) workbook
      = tide_spreadsheet_open (bench->workbook, cancellable, error);
  g_autoptr (TideTable) table = NULL;

  if (workbook != NULL)
    table = tide_spreadsheet_read_sheet (workbook, 0, NULL, NULL, cancellable, NULL, error);

  return table != NULL;
}

static gboolean
find_values (const Bench *bench, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideImportValues) values = tide_import_values_new (
      bench->plan, bench->table, bench->snapshot, cancellable, NULL, NULL, error);

  return values != NULL;
}

static gboolean
try_rows (const Bench *bench, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideImportTrial) trial = tide_import_trial_new (
      bench->plan, bench->table, bench->snapshot, clock, cancellable, NULL, NULL, error);

  return trial != NULL;
}

/* Applying ------------------------------------------------------------------------------------ */

typedef struct
{
  gboolean is_done;
  gboolean is_applied;
} Applying;

static void
on_tried_out (GObject *reg, GAsyncResult *result, gpointer data)
{
  Applying *applying = data;

  applying->is_done = TRUE;
  applying->is_applied = tide_register_apply_finish (TIDE_REGISTER (reg), result, NULL);
}

static gboolean
on_time (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

/* Returns how long after so many milliseconds it came to its end, in milliseconds. */
static double
apply_until (const Bench *bench, guint time)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const gint64 start = get_time ();
  Applying applying = { 0 };

  tide_register_apply_async (bench->reg, tide_import_trial_get_step (bench->trial), cancellable,
                             on_tried_out, &applying);
  g_timeout_add_full (G_PRIORITY_HIGH, time, on_time, cancellable, NULL);
  while (!applying.is_done || !g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (NULL, TRUE);
  if (applying.is_applied)
    tide_register_undo (bench->reg);

  return (double) (get_time () - start) / 1e3 - time;
}

static void
add_giving_up_applying (const Bench *bench)
{
  double longest = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    longest = MAX (longest, apply_until (bench, 20 * i));
  tide_bench_table_add_ours ("applying", longest, "ms", GOAL);
}

static const Bench *held; /* what the acts below are about */

static void
on_applied (GObject *reg, GAsyncResult *result, gpointer data)
{
  TideBenchList *list = data;

  if (!tide_register_apply_finish (TIDE_REGISTER (reg), result, NULL))
    g_assert_not_reached ();
  list->n_pending--;
}

static void
apply (TideBenchList *list)
{
  list->n_pending++;
  tide_register_apply_async (list->reg, tide_import_trial_get_step (held->trial), NULL, on_applied,
                             list);
}

static void
on_undone (GObject *reg, GAsyncResult *result, gpointer data)
{
  TideBenchList *list = data;

  if (!tide_register_travel_finish (TIDE_REGISTER (reg), result))
    g_assert_not_reached ();
  list->n_pending--;
}

static void
undo (TideBenchList *list)
{
  list->n_pending++;
  tide_register_undo_async (list->reg, NULL, on_undone, list);
}

static void
add_held (const Bench *bench)
{
  TideBenchList list;

  held = bench;
  tide_bench_list_init (&list, bench->reg);
  tide_view_set_register (list.view, bench->reg);
  tide_bench_list_settle (&list);
  tide_bench_table_add_ours ("applying", tide_bench_list_hold (&list, apply), "ms", "ours 16 ms");
  tide_bench_table_add_ours ("undoing that", tide_bench_list_hold (&list, undo), "ms",
                             "ours 16 ms");
  tide_bench_list_clear (&list);
}

/* ---------------------------------------------------------------------------------------------- */

static GBytes *
write_table (TideTableWriter *writer, const TideTable *table)
{
  const guint n_columns = tide_table_get_n_columns (table);
  g_autofree TideTableColumn *columns = g_new0 (TideTableColumn, n_columns);
  GBytes *bytes;

  for (guint i = 0; i < n_columns; i++)
    columns[i].title = tide_table_get_text (table, 0, i);
  tide_table_writer_begin_sheet (writer, "projects", columns, n_columns);
  for (guint i = 1; i < tide_table_get_n_rows (table); i++)
    {
      for (guint j = 0; j < n_columns; j++)
        tide_table_writer_add_text (writer, tide_table_get_text (table, i, j));
      tide_table_writer_end_row (writer);
    }
  bytes = tide_table_writer_end (writer, NULL);
  g_object_unref (writer);

  return bytes;
}

static void
bench_init (Bench *bench, guint n, TideClock *clock)
{
  const TideCsvStyle style = TIDE_CSV_STYLE_COMMA;
  gsize size = 0;

  *bench = (Bench) { .reg = tide_bench_import_new_register (clock),
                     .table = tide_bench_import_new_table (n, &size) };
  bench->snapshot = tide_register_dup_snapshot (bench->reg);
  bench->plan = tide_bench_import_new_plan (bench->table, bench->snapshot);
  bench->text = write_table (tide_csv_writer_new (&style), bench->table);
  bench->workbook = write_table (tide_xlsx_writer_new (), bench->table);
}

static void
bench_clear (Bench *bench)
{
  g_object_unref (bench->reg);
  tide_snapshot_unref (bench->snapshot);
  tide_table_unref (bench->table);
  tide_import_plan_free (bench->plan);
  g_bytes_unref (bench->text);
  g_bytes_unref (bench->workbook);
  tide_import_trial_unref (bench->trial);
}

/* bench-import-held ROWS */
int
main (int argc, char **argv)
{
  g_autoptr (TideClock) clock = tide_clock_new ();
  Bench bench;

  g_assert_cmpint (argc, ==, 2);
  bench_init (&bench, (guint) g_ascii_strtoull (argv[1], NULL, 10), clock);
  tide_bench_table_begin ("given up at the worst moment after", "the whole of it");
  add_giving_up ("reading text", &bench, read_text);
  add_giving_up ("reading a spreadsheet", &bench, read_workbook);
  add_giving_up ("finding names", &bench, find_values);
  add_giving_up ("the trial", &bench, try_rows);
  bench.trial = tide_import_trial_new (bench.plan, bench.table, bench.snapshot, clock, NULL, NULL,
                                       NULL, NULL);
  add_giving_up_applying (&bench);
  tide_bench_table_begin ("main loop held by", "nothing");
  add_held (&bench);
  bench_clear (&bench);

  return 0;
}
