/* SPDX-License-Identifier: GPL-3.0-or-later */

/* print-report FILE KIND PAPER ORIENTATION LANGUAGE NAMES OUT: makes a report of a register, as the
 * window does but without a display, and says how long each part of it took. KIND is list, sheets
 * or overview; a list is grouped by stage. NAMES is include-names or withhold-names. */

#include "codec/tide-json-reader.h"
#include "report/tide-report.h"

#include <gtk/gtk.h>
#include <string.h>

static TideSnapshot *
read_register (const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TideSnapshot *snapshot;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  snapshot = tide_json_read (bytes, path, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return snapshot;
}

static guint
add_rows_of_stage (TideReportRequest *request, TideStage stage)
{
  const GPtrArray *projects = tide_snapshot_get_records (request->snapshot, TIDE_RECORD_PROJECT);
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    if (TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i))->stage == stage)
      {
        tide_report_request_add_row (request, i);
        n++;
      }

  return n;
}

static void
add_rows (TideReportRequest *request)
{
  for (TideStage stage = TIDE_STAGE_UNKNOWN; stage < TIDE_N_STAGES; stage++)
    {
      const guint n = add_rows_of_stage (request, stage);
      const char *label
          = stage >= 0
                ? tide_codes_get_label (TIDE_CODES_STAGE,
                                        tide_codes_get_code (TIDE_CODES_STAGE, (guint) stage),
                                        request->language)
                : "-";

      if (n > 0)
        tide_report_request_add_group (request, label, FALSE, n);
    }
}

static void
write_file (TideReport *report, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_report_write_pdf (report, NULL, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideReport) report = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) error = NULL;
  TideReportRequest *request;
  TideDate day;
  double made;

  if (argc != 8)
    return 2;

  /* Without a display, all that GTK does is to make the kinds of its nodes known. */
  gtk_init_check ();
  snapshot = read_register (argv[1]);
  g_assert_true (tide_date_parse ("2023-11-14", TRUE, &day));
  tide_snapshot_set_day (snapshot, tide_date_get_last_day (&day));
  request
      = tide_report_request_new (snapshot, tide_report_kind_from_code (argv[2]),
                                 strcmp (argv[5], "zh") == 0 ? TIDE_LANGUAGE_ZH : TIDE_LANGUAGE_EN);
  request->paper = tide_paper_from_code (argv[3]);
  request->is_landscape = strcmp (argv[4], "landscape") == 0;
  request->includes_names = strcmp (argv[6], "include-names") == 0;
  request->time = 1700000000;
  tide_report_request_take_question (request, tide_overview_question_new ());
  add_rows (request);

  g_timer_start (timer);
  report = tide_report_new (request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  made = g_timer_elapsed (timer, NULL);
  write_file (report, argv[7]);
  g_print ("%u pages, laid out in %.2f s, written in %.2f s\n", tide_report_get_n_pages (report),
           made, g_timer_elapsed (timer, NULL) - made);

  return 0;
}
