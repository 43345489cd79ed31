/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-bar-chart.h"
#include "chart/tide-bar.h"
#include "chart/tide-bullet-chart.h"
#include "chart/tide-bullet.h"
#include "chart/tide-donut-chart.h"
#include "chart/tide-funnel-chart.h"
#include "chart/tide-funnel-stage.h"
#include "chart/tide-line-chart.h"
#include "chart/tide-point.h"
#include "ui/tide-chart-sheet-file.h"
#include "ui/tide-chart-sheet.h"
#include "ui/tide-chart-value.h"
#include "ui/tide-ui.h"

#include "tide-test-widgets.h"

#include <glib/gstdio.h>

#define BOM "\xef\xbb\xbf"

/* Values ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *text;
  const char *number; /* nullable where it is none */
  const char *unit;
} ValueCase;

static const ValueCase values[] = {
  { "211.0", "211.0", "" },
  { "1,600,500.25", "1600500.25", "" },
  { "1,600", "1600", "" },
  { "−20.5 亿元", "-20.5", "亿元" },
  { "-3", "-3", "" },
  { "+5.0 %", "5.0", "%" },
  { "\u206816.3\u00a0%\u2069", "16.3", "%" },
  { "12 patents a year", "12", "patents a year" },
  { "0", "0", "" },
  { "", NULL, NULL },
  { "No Rate", NULL, NULL },
  { "less than 0.1 %", NULL, NULL },
  { "US$1.06bn", NULL, NULL },
  { "5 of 8", NULL, NULL },
  { "3–5", NULL, NULL },
  { "1,23", NULL, NULL },
  { "1.2.3", NULL, NULL },
  { "99,999,999,999,999,999,999", NULL, NULL },
};

static void
test_value (gconstpointer data)
{
  const ValueCase *row = data;
  TideDecimal decimal = { 0 };
  g_autofree char *unit = tide_chart_value_read (row->text, &decimal);
  g_autofree char *number = NULL;

  g_assert_cmpstr (unit, ==, row->unit);
  if (row->number == NULL)
    return;

  number = tide_decimal_dup_text (&decimal);
  g_assert_cmpstr (number, ==, row->number);
}

/* Kinds of charts ---------------------------------------------------------------------------- */

static void
take (GListStore *store, gpointer item)
{
  g_list_store_append (store, item);
  g_object_unref (item);
}

static GtkWidget *
create_bars (void)
{
  GtkWidget *chart = tide_bar_chart_new ();
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_BAR);

  take (store, tide_bar_new (NULL, "=Energy", "Agreed", 211, "1,211.0 亿元"));
  take (store, tide_bar_new (NULL, "=Energy", "Arrived", -20.5, "\u221220.5 亿元"));
  take (store, tide_bar_new (NULL, "Robotics", "Agreed", 88.4, "88.4 亿元"));
  tide_bar_chart_set_unit_label (TIDE_BAR_CHART (chart), "亿元");
  tide_bar_chart_set_model (TIDE_BAR_CHART (chart), G_LIST_MODEL (store));

  return chart;
}

static GtkWidget *
create_quarters (void)
{
  GtkWidget *chart = tide_bar_chart_new ();
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_BAR);

  take (store, tide_bar_new (NULL, "2023-Q1", "Agreed", 2, "2"));
  take (store, tide_bar_new (NULL, "2023-Q2", "Agreed", 3, "3"));
  tide_bar_chart_set_model (TIDE_BAR_CHART (chart), G_LIST_MODEL (store));

  return chart;
}

static GtkWidget *
create_lines (TidePointPrecision precision, gboolean has_break)
{
  GtkWidget *chart = tide_line_chart_new ();
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_POINT);

  for (guint i = 0; i < 3; i++)
    {
      GDate date;
      g_autofree char *text = g_strdup_printf ("1,00%u.5 patents", i);

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, (GDateMonth) (1 + i), (GDateYear) (2021 + i));
      take (store, g_object_new (TIDE_TYPE_POINT, "series", "Output", "x",
                                 (double) g_date_get_julian (&date), "precision", precision,
                                 "value", 1000.5 + i, "value-text", text, "after-break",
                                 has_break && i == 2, NULL));
    }
  tide_line_chart_set_model (TIDE_LINE_CHART (chart), G_LIST_MODEL (store));

  return chart;
}

static GtkWidget *
create_years (void)
{
  return create_lines (TIDE_POINT_YEAR, FALSE);
}

static GtkWidget *
create_months (void)
{
  return create_lines (TIDE_POINT_MONTH, FALSE);
}

static GtkWidget *
create_days (void)
{
  return create_lines (TIDE_POINT_DAY, FALSE);
}

static GtkWidget *
create_broken (void)
{
  return create_lines (TIDE_POINT_YEAR, TRUE);
}

static GtkWidget *
create_funnel (void)
{
  GtkWidget *chart = tide_funnel_chart_new ();
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_FUNNEL_STAGE);

  take (store, tide_funnel_stage_new ("0", "Signed", 24, "24"));
  take (store, tide_funnel_stage_new ("1", "Started", 9, "9"));
  tide_item_chart_set_model (TIDE_ITEM_CHART (chart), G_LIST_MODEL (store));

  return chart;
}

static GtkWidget *
create_donut (void)
{
  GtkWidget *chart = tide_donut_chart_new ();
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_CHART_ITEM);

  take (store, tide_chart_item_new ("a", "Foreign", 30, "30 projects"));
  take (store, tide_chart_item_new ("b", "Private", 10, "10 projects"));
  tide_item_chart_set_model (TIDE_ITEM_CHART (chart), G_LIST_MODEL (store));

  return chart;
}

static GtkWidget *
create_bullets (void)
{
  GtkWidget *chart = tide_bullet_chart_new ();
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_BULLET);

  take (store, tide_bullet_new ("a", "Output", 50, "80 亿元", 100, "160 亿元"));
  take (store, tide_bullet_new ("b", "Patents", 25, "10 patents", 100, "40 patents"));
  tide_item_chart_set_model (TIDE_ITEM_CHART (chart), G_LIST_MODEL (store));

  return chart;
}

typedef struct
{
  const char *name;
  GtkWidget *(*create) (void);
  const char *csv;
  const char *losses; /* of a workbook, a line each */
} ChartCase;

static const ChartCase charts[] = {
  { "bars", create_bars,
    "Category,Agreed (亿元),Arrived (亿元)\r\n'=Energy,1211.0,-20.5\r\nRobotics,88.4,\r\n", "" },
  { "quarters", create_quarters, "Category,Agreed\r\n2023-Q1,2\r\n2023-Q2,3\r\n",
    "2 dates are not known to the day and are written as text." },
  { "years", create_years, "Date,Output (patents)\r\n2021,1000.5\r\n2022,1001.5\r\n2023,1002.5\r\n",
    "" },
  { "months", create_months,
    "Date,Output (patents)\r\n2021-01,1000.5\r\n2022-02,1001.5\r\n2023-03,1002.5\r\n",
    "3 dates are not known to the day and are written as text." },
  { "days", create_days,
    "Date,Output (patents)\r\n2021-01-01,1000.5\r\n2022-02-01,1001.5\r\n2023-03-01,1002.5\r\n",
    "" },
  { "broken", create_broken,
    "Date,Output (patents)\r\n2021,1000.5\r\n2022,1001.5\r\n2023,1002.5\r\n",
    "1 break in a series is not written." },
  { "funnel", create_funnel,
    "Stage,Value,Share of the First,Share of the One Before\r\nSigned,24,,\r\n"
    "Started,9,37.5%,37.5%\r\n",
    "" },
  { "donut", create_donut,
    "Name,Value (projects),Share of the Whole\r\nForeign,30,75.0%\r\nPrivate,10,25.0%\r\n", "" },
  { "bullets", create_bullets,
    "Name,Value,Target,Share of the Target\r\nOutput,80 亿元,160 亿元,50.0%\r\n"
    "Patents,10 patents,40 patents,25.0%\r\n",
    "2 values of “Value” are not numbers of one unit and are written as text.\n"
    "2 values of “Target” are not numbers of one unit and are written as text." },
};

static void
test_chart (gconstpointer data)
{
  const ChartCase *row = data;
  GtkWidget *chart = g_object_ref_sink (row->create ());
  g_autoptr (TideChartTable) table = tide_chart_data_dup_table (TIDE_CHART_DATA (chart));
  g_autoptr (TideChartSheet) sheet = tide_chart_sheet_new (table, "Chart.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_chart_sheet_write (sheet, TIDE_EXPORT_CSV, &error);
  g_auto (GStrv) losses = tide_chart_sheet_list_losses (sheet, TIDE_EXPORT_XLSX);
  g_autofree char *lines = g_strjoinv ("\n", losses);
  g_autofree char *csv = g_strconcat (BOM, row->csv, NULL);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, csv);
  g_assert_cmpstr (lines, ==, row->losses);
  g_assert_cmpuint (tide_chart_sheet_get_n_rows (sheet), ==, table->rows->len);
  g_object_unref (chart);
}

/* Numbers of the sheet are those that Show as Table shows, cell by cell. */
static void
test_same_numbers (gconstpointer data)
{
  const ChartCase *row = data;
  GtkWidget *chart = g_object_ref_sink (row->create ());
  g_autoptr (TideChartTable) table = tide_chart_data_dup_table (TIDE_CHART_DATA (chart));
  g_autoptr (TideChartSheet) sheet = tide_chart_sheet_new (table, "Chart.csv");
  g_autoptr (GBytes) bytes = tide_chart_sheet_write (sheet, TIDE_EXPORT_TSV, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv shown = g_ptr_array_index (table->rows, i);
      g_auto (GStrv) cells = g_strsplit (lines[i + 1], "\t", -1);

      for (guint j = 1; j < table->columns->len; j++)
        {
          TideDecimal one = { 0 };
          TideDecimal other = { 0 };
          g_autofree char *unit = tide_chart_value_read (shown[j], &one);
          g_autofree char *written = tide_chart_value_read (cells[j], &other);

          g_assert_cmpint (unit != NULL, ==, written != NULL);
          g_assert_true (tide_decimal_equal (&one, &other));
        }
    }
  g_object_unref (chart);
}

/* Writing ------------------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *window;
  GtkWidget *content;
  TideChartTable *table;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());

  self->content = create_broken ();
  adw_toast_overlay_set_child (overlay, self->content);
  self->table = tide_chart_data_dup_table (TIDE_CHART_DATA (self->content));
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (overlay));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 400);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  tide_chart_table_free (self->table);
}

/* Until the window shows the text, or two seconds have gone. */
static gboolean
waits_for (Fixture *self, const char *text)
{
  for (guint i = 0; i < 20; i++)
    {
      if (tide_test_find_label (self->window, text) != NULL)
        return TRUE;
      tide_test_settle (100);
    }

  return FALSE;
}

static void
test_saved (Fixture *self, gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autofree char *sentence = g_strdup_printf ("3 rows saved as “%s”", name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  tide_chart_sheet_file_write (self->content, self->table, name, file);
  g_assert_true (waits_for (self, sentence));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_remove (path);
}

/* Why, and what to do. */
static void
test_failed (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "nowhere", "chart.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tide_chart_sheet_file_write (self->content, self->table, "chart.csv", file);
  g_assert_true (waits_for (self, "Data Not Saved"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What will be lost is told before a file is asked for. */
static void
test_losses (Fixture *self, gconstpointer data)
{
  tide_test_settle (100);
  tide_chart_sheet_file_choose (self->content, self->table, "chart.xlsx");
  g_assert_true (waits_for (self, "What the File Will Not Hold"));
  g_assert_true (waits_for (self, "1 break in a series is not written."));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  tide_test_settle (300);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  tide_ui_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/chart-sheet/value/%zu", i);

      g_test_add_data_func (path, &values[i], test_value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/chart-sheet/chart/", charts[i].name, NULL);
      g_autofree char *same = g_strconcat ("/ui/chart-sheet/same/", charts[i].name, NULL);

      g_test_add_data_func (path, &charts[i], test_chart);
      g_test_add_data_func (same, &charts[i], test_same_numbers);
    }
  g_test_add ("/ui/chart-sheet/csv", Fixture, "chart.csv", set_up, test_saved, tear_down);
  g_test_add ("/ui/chart-sheet/xlsx", Fixture, "chart.xlsx", set_up, test_saved, tear_down);
  g_test_add ("/ui/chart-sheet/markdown", Fixture, "chart.md", set_up, test_saved, tear_down);
  g_test_add ("/ui/chart-sheet/failed", Fixture, NULL, set_up, test_failed, tear_down);
  g_test_add ("/ui/chart-sheet/losses", Fixture, NULL, set_up, test_losses, tear_down);

  return g_test_run ();
}
