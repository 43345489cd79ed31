/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tide-report.h"
#include "stats/tide-figure.h"
#include "tide-test-register.h"

#include <gtk/gtk.h>
#include <string.h>

#define N_MANY 150

static TideReportRequest *
new_request (TideSnapshot *snapshot, TideReportKind kind)
{
  TideReportRequest *request = tide_report_request_new (snapshot, kind, TIDE_LANGUAGE_EN);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);

  request->time = TIDE_TEST_TIME;
  tide_report_request_take_question (request, tide_overview_question_new ());
  for (guint i = 0; i < projects->len; i++)
    tide_report_request_add_row (request, i);

  return request;
}

static TideReport *
make (TideReportRequest *request)
{
  g_autoptr (GError) error = NULL;
  TideReport *report = tide_report_new (request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return report;
}

/* What another program reads in the file, in the order in which it stands there. */
static char *
read_pdf (TideReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_report_write_pdf (report, NULL, &error);
  g_autoptr (GSubprocess) reader = NULL;
  g_autoptr (GBytes) text = NULL;

  g_assert_no_error (error);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                             "pdftotext", "-layout", "-", "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (reader, bytes, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (reader));

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static char *
read_request (TideReportRequest *request)
{
  g_autoptr (TideReport) report = make (request);

  return read_pdf (report);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;

  return n;
}

#define assert_has(text, part)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr (text, part) == NULL)                                                               \
      g_error ("“%s” is not in:\n%s", part, text);                                                 \
  }                                                                                                \
  G_STMT_END

#define assert_has_not(text, part)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr (text, part) != NULL)                                                               \
      g_error ("“%s” is in:\n%s", part, text);                                                     \
  }                                                                                                \
  G_STMT_END

static TidePayload *
add_project (TideSnapshot *snapshot, const char *id, const char *number, const char *name)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, name);

  tide_test_payload_set (project, "number", number);

  return project;
}

static void
add_amount (TidePayload *project, const char *value, const char *currency)
{
  TidePayload *entry = tide_test_payload_add_entry (project, "amounts", NULL);

  tide_test_payload_set (entry, "kind", "agreement");
  tide_test_payload_set (entry, "value", value);
  tide_test_payload_set (entry, "currency", currency);
}

/* Names that stand where nobody may read them. */
static TideSnapshot *
new_confidential_snapshot (void)
{
  TideSnapshot *snapshot = tide_test_register_new_snapshot ();
  TidePayload *party = tide_test_payload_new (TIDE_RECORD_PARTY, "secret", "Hidden Investor");
  TidePayload *project = add_project (snapshot, "p9", "2023-009", "Hidden Plant");
  TidePayload *entry;

  tide_snapshot_add (snapshot, TIDE_RECORD_PARTY, party);
  tide_text_init (&((TideProjectPayload *) project)->name, "Hidden Plant", "秘密工厂");
  ((TideProjectPayload *) project)->confidential = TRUE;
  tide_test_payload_set (project, "code-name", "Heron");
  tide_test_payload_set (project, "notes", "The Hidden Investor wants a Hidden Plant.");
  tide_payload_add_string (project, "tags", "Hidden tag");
  entry = tide_test_payload_add_entry (project, "parties", NULL);
  tide_test_payload_set (entry, "party", "secret");
  entry = tide_test_payload_add_entry (project, "stages", "s9");
  tide_test_payload_set (entry, "stage", "signed");
  tide_test_payload_set (entry, "date", "2023-08");
  tide_test_payload_set (entry, "note", "Hidden note");
  entry = tide_test_payload_add_entry (project, "activities", "t9");
  tide_test_payload_set (entry, "text", "Met the Hidden people");
  add_amount (project, "300000000", "CNY");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);

  return snapshot;
}

static void
test_list (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  TideReportRequest *request = new_request (snapshot, TIDE_REPORT_LIST);
  g_autofree char *text = NULL;

  tide_report_request_add_criterion (request, "Stage: signed", FALSE);
  request->as_of = g_strdup ("2023-06-30");
  text = read_request (request);
  assert_has (text, "List of Projects");
  assert_has (text, "Stage: signed");
  assert_has (text, "2023-06-30");
  assert_has (text, "Agreement in ");
  assert_has (text, "Without rates");
  assert_has (text, "Battery plant, part 2");
  assert_has (text, "机器人项目");
  assert_has (text, "New energy");
  assert_has (text, "2023-11-15 06:13");
  assert_has (text, "Page 1 of 1");
  assert_has (text, "Tideline");
  /* p1 holds p2 together with others and is left out: its amount stands in brackets. */
  assert_has (text, "1 left out");
  assert_has (text, "2 projects counted");
  assert_has (text, "(16,000,000,000)");
}

/* What stands below each group is what stats make of its rows. */
static void
test_subtotals (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  TideReportRequest *request;
  g_autoptr (TideReport) report = NULL;
  g_autoptr (TideColumns) columns = NULL;
  g_autofree char *text = NULL;
  const guint starts[] = { 0, 2, 4, 5 };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);
      TidePayload *project = add_project (snapshot, id, id, "Extra");

      add_amount (project, i == 0 ? "1234000000" : "90000000", i == 0 ? "CNY" : "USD");
      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
    }
  request = new_request (snapshot, TIDE_REPORT_LIST);
  tide_report_request_add_group (request, "First", FALSE, 2);
  tide_report_request_add_group (request, "Second", FALSE, 2);
  tide_report_request_add_group (request, "Third", FALSE, 1);
  columns = tide_columns_new (snapshot, &request->valuation, NULL);
  report = make (request);
  text = read_pdf (report);

  for (guint i = 0; i + 1 < G_N_ELEMENTS (starts); i++)
    {
      const guint *rows = (const guint *) (gconstpointer) request->rows->data;
      g_autoptr (TideFigure) figure
          = tide_figure_new_of_rows (columns, rows + starts[i], starts[i + 1] - starts[i]);
      g_autofree char *counted = g_strdup_printf (
          figure->n_counted == 1 ? "%u project counted" : "%u projects counted", figure->n_counted);

      assert_has (text, counted);
      if (figure->n_priced > 0)
        {
          g_autofree char *value = tide_money_dup_number (&figure->base, request->unit);

          assert_has (text, value);
        }
    }
  g_assert_cmpuint (count (text, "Subtotal of "), ==, 3);
  assert_has (text, "with an amount that has no rate");
}

/* No row is lost, cut or told twice where a page ends, whatever the paper. */
static void
test_many (gconstpointer data)
{
  const guint variant = GPOINTER_TO_UINT (data);
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  TideReportRequest *request;
  g_autoptr (TideReport) report = NULL;
  g_autofree char *text = NULL;
  double width;
  double height;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%03u", i);
      g_autofree char *number = g_strdup_printf ("N-%03u", i);
      g_autofree char *name = g_strnfill (i % 7 == 0 ? 120 : 20, 'a' + (char) (i % 26));

      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, add_project (snapshot, id, number, name));
    }
  request = new_request (snapshot, TIDE_REPORT_LIST);
  request->paper = (TidePaper) (variant % 2);
  request->is_landscape = variant >= 2;
  report = make (request);
  text = read_pdf (report);
  tide_report_get_size (report, &width, &height);
  g_assert_true ((width > height) == request->is_landscape);
  g_assert_cmpuint (tide_report_get_n_pages (report), >, 3);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *number = g_strdup_printf ("N-%03u", i);

      g_assert_cmpuint (count (text, number), ==, 1);
    }
  for (guint i = 0; i < tide_report_get_n_pages (report); i++)
    {
      g_autofree char *page
          = g_strdup_printf ("Page %u of %u", i + 1, tide_report_get_n_pages (report));

      g_assert_cmpuint (count (text, page), ==, 1);
    }
  /* The table's head stands on each page. */
  g_assert_cmpuint (count (text, "Division"), >=, tide_report_get_n_pages (report) - 1);
}

static void
test_sheet (void)
{
  static const char *const told[]
      = { "Battery plant", "2023-001",   "East",          "Fair",          "Signed",
          "2023-08",       "Lead",       "160亿元",       "Maker",         "Investor",
          "Energy",        "New energy", "Fields",        "60 %",          "Plans",
          "2024-03",       "A paper",    "Project Sheet", "16,000,000,000" };
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  TideReportRequest *request
      = tide_report_request_new (snapshot, TIDE_REPORT_SHEETS, TIDE_LANGUAGE_EN);
  g_autofree char *text = NULL;

  request->time = TIDE_TEST_TIME;
  tide_report_request_add_row (request, 0);
  text = read_request (request);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if (!g_str_equal (told[i], "Energy"))
      assert_has (text, told[i]);
}

static void
test_sheets (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideReport) report = make (new_request (snapshot, TIDE_REPORT_SHEETS));

  g_assert_cmpuint (tide_report_get_n_pages (report), ==, 3);
}

static void
test_overview (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autofree char *text = read_request (new_request (snapshot, TIDE_REPORT_OVERVIEW));

  assert_has (text, "Live Projects");
  assert_has (text, "Projects by Stage");
  assert_has (text, "Amounts by Sector");
  assert_has (text, "Agreed and Arrived Over Time");
  assert_has_not (text, "To Be Reached");
}

static void
add_target (TideSnapshot *snapshot, const char *name, const char *kind, const char *value)
{
  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, name, name);

  tide_test_payload_set (target, "division", "east");
  tide_test_payload_set (target, "amount-kind", kind);
  tide_test_payload_set (target, "value", value);
  tide_test_payload_set (target, "currency", "CNY");
  tide_test_payload_set (target, "period", "2023");
  tide_snapshot_add (snapshot, TIDE_RECORD_TARGET, target);
}

/* Each with its value, its goal and its pace in words; one that cannot be told, with the reason. */
static void
test_targets (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autofree char *text = NULL;
  TideDate day;

  g_assert_true (tide_date_parse ("2023-10-31", TRUE, &day));
  tide_snapshot_set_day (snapshot, tide_date_get_last_day (&day));
  add_target (snapshot, "East agreed", "agreement", "200000000");
  add_target (snapshot, "Of no kind", "x-unknown", "1");
  text = read_request (new_request (snapshot, TIDE_REPORT_OVERVIEW));

  assert_has (text, "Targets");
  assert_has (text, "To Be Reached");
  assert_has (text, "East agreed");
  assert_has (text, "200,000,000 yuan");
  assert_has (text, "Time Over");
  assert_has (text, "83.33 %");
  assert_has (text, "−83.33 points");
  assert_has (text, "It does not say which kind of");
}

static void
test_confidential (gconstpointer data)
{
  const TideReportKind kind = (TideReportKind) GPOINTER_TO_UINT (data);
  g_autoptr (TideSnapshot) snapshot = new_confidential_snapshot ();
  TideReportRequest *request = new_request (snapshot, kind);
  TideReportRequest *naming = new_request (snapshot, kind);
  g_autofree char *withheld = NULL;
  g_autofree char *named = NULL;

  tide_report_request_add_criterion (request, "Party: Hidden Investor", TRUE);
  tide_report_request_add_group (request, "Hidden Investor", TRUE, request->rows->len);
  withheld = read_request (request);
  assert_has_not (withheld, "Hidden");
  assert_has_not (withheld, "秘密");
  if (kind != TIDE_REPORT_OVERVIEW)
    assert_has (withheld, "Heron");

  naming->includes_names = TRUE;
  named = read_request (naming);
  if (kind == TIDE_REPORT_OVERVIEW)
    return;
  assert_has (named, "Hidden Plant");
  if (kind == TIDE_REPORT_SHEETS)
    assert_has (named, "Hidden Investor");
}

static void
test_names_stated (void)
{
  g_autoptr (TideSnapshot) snapshot = new_confidential_snapshot ();
  TideReportRequest *naming = new_request (snapshot, TIDE_REPORT_LIST);
  g_autofree char *withheld = read_request (new_request (snapshot, TIDE_REPORT_LIST));
  g_autofree char *named = NULL;

  naming->includes_names = TRUE;
  named = read_request (naming);
  assert_has (withheld, "Withheld for 1 confidential project");
  assert_has (named, "Included, those of 1 confidential project");
}

typedef struct
{
  const char *path;
  const char *name;
  const char *shown; /* what has to be read, spaces aside */
} HostileName;

static const HostileName hostile_names[] = {
  { "markup", "<b>bold</b> & <span foreground='red'>", "<b>bold</b> &" },
  { "right-to-left", "مشروع البطاريات", NULL },
  { "override", "\u202eevil\u202d name", "name" },
  { "control", "a\001b\tc\nd", "d" },
  { "format", "%s %n %d", "%s %n %d" },
  { "emoji", "🚗 vehicle", "vehicle" },
  { "empty", "", NULL },
};

static void
test_hostile (gconstpointer data)
{
  const HostileName *hostile = data;

  for (guint kind = 0; kind < TIDE_N_REPORT_KINDS; kind++)
    {
      g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
      g_autofree char *text = NULL;

      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT,
                         add_project (snapshot, "h", "H-1", hostile->name));
      text = read_request (new_request (snapshot, (TideReportKind) kind));
      if (hostile->shown != NULL && kind == TIDE_REPORT_LIST)
        assert_has (text, hostile->shown);
    }
}

/* Longer than a page, and without a place to break it. */
static void
test_endless_name (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autofree char *name = g_strnfill (9000, 'Q');
  TidePayload *project = add_project (snapshot, "h", "H-1", name);
  g_autofree char *text = NULL;

  tide_test_payload_set (project, "notes", name);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
  text = read_request (new_request (snapshot, TIDE_REPORT_LIST));
  g_assert_cmpuint (count (text, "H-1"), ==, 1);
  g_assert_cmpuint (count (text, "Q"), ==, 9000);
  g_free (text);
  text = read_request (new_request (snapshot, TIDE_REPORT_SHEETS));
  g_assert_cmpuint (count (text, "Q"), ==, 18000);
}

static void
test_languages (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  TideReportRequest *request
      = tide_report_request_new (snapshot, TIDE_REPORT_LIST, TIDE_LANGUAGE_ZH);
  g_autofree char *text = NULL;

  for (guint i = 0; i < projects->len; i++)
    tide_report_request_add_row (request, i);
  text = read_request (request);
  assert_has (text, "签约");
  assert_has (text, "机器人项目");
  assert_has (text, "协议投资");
}

static void
test_cancelled (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      tide_report_new (new_request (snapshot, TIDE_REPORT_LIST), NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_progress (guint done, guint total, gpointer data)
{
  guint *n = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (total, >, 0);
  (*n)++;
}

static void
test_progress (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (GError) error = NULL;
  guint n = 0;
  g_autoptr (TideReport) report
      = tide_report_new (new_request (snapshot, TIDE_REPORT_LIST), on_progress, &n, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 0);
}

/* One that nobody would read is refused before it is made. */
static void
test_too_long (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  TideReportRequest *request = new_request (snapshot, TIDE_REPORT_SHEETS);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 30000; i++)
    tide_report_request_add_row (request, 0);
  g_assert_cmpuint (tide_report_request_estimate_pages (request), >=, 30000);
  g_assert_null (tide_report_new (request, NULL, NULL, NULL, &error));
  g_assert_error (error, TIDE_REPORT_ERROR, TIDE_REPORT_ERROR_TOO_LONG);
}

static void
test_empty (gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  TidePayload *settings = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register");
  g_autoptr (TideReport) report = NULL;

  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, settings);
  report = make (new_request (snapshot, (TideReportKind) GPOINTER_TO_UINT (data)));
  g_assert_cmpuint (tide_report_get_n_pages (report), >=, 1);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  TideReport **report = data;

  *report = tide_report_make_finish (result, &error);
  g_assert_no_error (error);
}

/* A report that a thread has made is drawn by others, at once. */
static gpointer
draw (gpointer report)
{
  return read_pdf (report);
}

static void
test_threads (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideReport) report = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  GThread *thread;

  tide_report_make_async (new_request (snapshot, TIDE_REPORT_OVERVIEW), NULL, NULL, NULL, on_made,
                          &report);
  while (report == NULL)
    g_main_context_iteration (NULL, TRUE);
  thread = g_thread_new ("draw", draw, report);
  mine = read_pdf (report);
  theirs = g_thread_join (thread);
  g_assert_cmpstr (mine, ==, theirs);
}

static void
add_hostile_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_names); i++)
    {
      g_autofree char *path = g_strconcat ("/report/hostile/", hostile_names[i].path, NULL);

      g_test_add_data_func (path, &hostile_names[i], test_hostile);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* All that GTK does here is to make the kinds of its nodes known. */
  g_assert_false (gtk_init_check ());

  g_test_add_func ("/report/list", test_list);
  g_test_add_func ("/report/subtotals", test_subtotals);
  g_test_add_data_func ("/report/many/a4", GUINT_TO_POINTER (0), test_many);
  g_test_add_data_func ("/report/many/letter", GUINT_TO_POINTER (1), test_many);
  g_test_add_data_func ("/report/many/a4-landscape", GUINT_TO_POINTER (2), test_many);
  g_test_add_data_func ("/report/many/letter-landscape", GUINT_TO_POINTER (3), test_many);
  g_test_add_func ("/report/sheet", test_sheet);
  g_test_add_func ("/report/sheets", test_sheets);
  g_test_add_func ("/report/overview", test_overview);
  g_test_add_func ("/report/targets", test_targets);
  g_test_add_data_func ("/report/confidential/list", GUINT_TO_POINTER (TIDE_REPORT_LIST),
                        test_confidential);
  g_test_add_data_func ("/report/confidential/sheets", GUINT_TO_POINTER (TIDE_REPORT_SHEETS),
                        test_confidential);
  g_test_add_data_func ("/report/confidential/overview", GUINT_TO_POINTER (TIDE_REPORT_OVERVIEW),
                        test_confidential);
  g_test_add_func ("/report/confidential/stated", test_names_stated);
  add_hostile_tests ();
  g_test_add_func ("/report/hostile/endless", test_endless_name);
  g_test_add_func ("/report/languages", test_languages);
  g_test_add_func ("/report/cancelled", test_cancelled);
  g_test_add_func ("/report/progress", test_progress);
  g_test_add_func ("/report/too-long", test_too_long);
  g_test_add_data_func ("/report/empty/list", GUINT_TO_POINTER (TIDE_REPORT_LIST), test_empty);
  g_test_add_data_func ("/report/empty/sheets", GUINT_TO_POINTER (TIDE_REPORT_SHEETS), test_empty);
  g_test_add_data_func ("/report/empty/overview", GUINT_TO_POINTER (TIDE_REPORT_OVERVIEW),
                        test_empty);
  g_test_add_func ("/report/threads", test_threads);

  return g_test_run ();
}
