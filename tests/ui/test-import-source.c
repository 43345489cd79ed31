/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the dialog of imports tells of a file, and that it may be opened once more. */

#include "ui/dialogs/tide-import-source-page.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "tide-xlsx-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  TideImportSourcePage *page; /* of the window */
  TideImportJob *job;
  GFile *file;
  guint n_planned;
  guint n_failed;
  guint n_stopped;
} Fixture;

static void
count (guint *n)
{
  (*n)++;
}

static void
show_page (Fixture *self)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());

  self->page = g_object_new (TIDE_TYPE_IMPORT_SOURCE_PAGE, NULL);
  adw_navigation_view_add (view, ADW_NAVIGATION_PAGE (self->page));
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (view));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 700);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tide-test-source.xlsx", NULL);

  self->file = g_file_new_for_path (path);
  self->reg = tide_test_register_new ();
  self->job = tide_import_job_new (self->reg);
  g_signal_connect_swapped (self->job, "planned", G_CALLBACK (count), &self->n_planned);
  g_signal_connect_swapped (self->job, "failed", G_CALLBACK (count), &self->n_failed);
  g_signal_connect_swapped (self->job, "stopped", G_CALLBACK (count), &self->n_stopped);
  show_page (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  tide_test_settle (50);
  g_assert_finalize_object (self->job);
  g_assert_finalize_object (self->reg);
  g_unlink (g_file_peek_path (self->file));
  g_object_unref (self->file);
}

static void
write_file (Fixture *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (g_file_peek_path (self->file), data, (gssize) length, NULL));
}

static void
write_text (Fixture *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  write_file (self, bytes);
}

static void
open (Fixture *self)
{
  tide_import_reading_open (tide_import_job_get_reading (self->job), self->file);
  tide_import_source_page_set_job (self->page, self->job);
}

static void
wait_for (const guint *n, guint wanted)
{
  for (guint i = 0; i < 500 && *n < wanted; i++)
    tide_test_settle (20);
  g_assert_cmpuint (*n, ==, wanted);
  tide_test_settle (50);
}

static AdwBanner *
get_banner (Fixture *self)
{
  return ADW_BANNER (tide_test_find_child (GTK_WIDGET (self->page), ADW_TYPE_BANNER));
}

static gboolean
is_shown (Fixture *self, const char *text)
{
  GtkWidget *label = tide_test_find_label (GTK_WIDGET (self->page), text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* A refusal names the file's kind; another file of the same name is read once it is asked for. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  write_text (self, "%PDF-1.7\n");
  open (self);
  wait_for (&self->n_failed, 1);
  g_assert_true (adw_banner_get_revealed (get_banner (self)));
  g_assert_cmpstr (adw_banner_get_title (get_banner (self)), ==,
                   "The file is a PDF document, not a table.");

  write_text (self, "Name,Sector\nTurbines,Sea\n");
  g_signal_emit_by_name (get_banner (self), "button-clicked");
  wait_for (&self->n_planned, 1);
  g_assert_false (adw_banner_get_revealed (get_banner (self)));
}

/* What was given up is read once it is asked for. */
static void
test_stopped (Fixture *self, gconstpointer data)
{
  write_text (self, "Name,Sector\nTurbines,Sea\n");
  open (self);
  tide_import_job_stop (self->job);
  g_assert_cmpuint (self->n_stopped, ==, 1);
  g_assert_true (adw_banner_get_revealed (get_banner (self)));
  tide_test_settle (200);
  g_assert_cmpuint (self->n_planned, ==, 0);

  g_signal_emit_by_name (get_banner (self), "button-clicked");
  wait_for (&self->n_planned, 1);
  g_assert_cmpuint (self->n_failed, ==, 0);
}

/* A person need not choose again how the same file is read. */
static void
test_choice_kept (Fixture *self, gconstpointer data)
{
  TideTableChoice choice;

  write_text (self, "Name;Sector, and more\nTurbines;Sea, land\n");
  open (self);
  wait_for (&self->n_planned, 1);
  choice = *tide_import_reading_get_choice (tide_import_job_get_reading (self->job));
  g_assert_cmpint (choice.options.separator, ==, ';');
  choice.options.separator = ',';
  tide_import_reading_read (tide_import_job_get_reading (self->job), &choice);
  tide_import_reading_open_again (tide_import_job_get_reading (self->job));
  wait_for (&self->n_planned, 2);
  g_assert_cmpint (
      tide_import_reading_get_choice (tide_import_job_get_reading (self->job))->options.separator,
      ==, ',');
  g_assert_cmpstr (tide_table_get_text (tide_import_job_get_table (self->job), 0, 0), ==,
                   "Name;Sector");
}

/* What nobody has chosen is guessed anew. */
static void
test_guessed_anew (Fixture *self, gconstpointer data)
{
  write_text (self, "Name;Sector\nTurbines;Sea\n");
  open (self);
  wait_for (&self->n_planned, 1);
  write_text (self, "Name\tSector\nTurbines\tSea\n");
  tide_import_reading_open_again (tide_import_job_get_reading (self->job));
  wait_for (&self->n_planned, 2);
  g_assert_cmpint (
      tide_import_reading_get_choice (tide_import_job_get_reading (self->job))->options.separator,
      ==, '\t');
}

#define SHEET(rows)                                                                                \
  "<worksheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\"><sheetData>" rows "</sheetData></worksheet>"

static GBytes *
pack (void)
{
  return tide_xlsx_fixture_pack (
      "_rels/.rels", TIDE_XLSX_FIXTURE_ROOT, "xl/workbook.xml",
      "<workbook xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\" xmlns:r=\"" TIDE_XLSX_FIXTURE_LINK
      "\"><sheets><sheet name=\"Lists\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
      "<sheet name=\"Projects\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE
      "\"><Relationship Id=\"rId1\" Type=\"" TIDE_XLSX_FIXTURE_LINK
      "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"" TIDE_XLSX_FIXTURE_LINK
      "/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>",
      "xl/worksheets/sheet1.xml", SHEET ("<row><c t=\"str\"><v>Sea</v></c></row>"),
      "xl/worksheets/sheet2.xml",
      SHEET ("<row><c t=\"str\"><v>Name</v></c></row>"
             "<row hidden=\"1\"><c t=\"str\"><v>Turbines</v></c></row>"),
      NULL);
}

static void
test_notes (Fixture *self, gconstpointer data)
{
  static const char note[] = "A row is hidden in the spreadsheet, number 2. It is read as the "
                             "others are.";
  g_autoptr (GBytes) bytes = pack ();
  TideTableChoice choice;

  write_file (self, bytes);
  open (self);
  wait_for (&self->n_planned, 1);
  g_assert_true (is_shown (self, "Projects"));
  g_assert_true (is_shown (self, note));

  choice = *tide_import_reading_get_choice (tide_import_job_get_reading (self->job));
  choice.sheet = 0;
  tide_import_reading_read (tide_import_job_get_reading (self->job), &choice);
  wait_for (&self->n_planned, 2);
  g_assert_false (is_shown (self, note));
}

static void
test_hidden_sheet (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pack ();
  GtkWidget *row;
  GListModel *names;

  write_file (self, bytes);
  open (self);
  wait_for (&self->n_planned, 1);
  row = tide_test_find_child (GTK_WIDGET (self->page), ADW_TYPE_COMBO_ROW);
  names = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (names), 0), ==, "Lists (hidden)");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (names), 1), ==, "Projects");
}

/* What another program has copied is read as its file would be. */
static void
test_pasted (Fixture *self, gconstpointer data)
{
  static const char page[] = "<html><table><tr><th>项目名称<th>投资额（亿元）"
                             "<tr><td>海上风电叶片基地<td>1.5</table></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  TideTable *table;

  tide_import_reading_open_pasted (tide_import_job_get_reading (self->job), bytes);
  tide_import_source_page_set_job (self->page, self->job);
  wait_for (&self->n_planned, 1);
  g_assert_true (is_shown (self, "Clipboard"));
  table = tide_import_job_get_table (self->job);
  g_assert_cmpuint (tide_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (tide_table_get_text (table, 1, 0), ==, "海上风电叶片基地");
  g_assert_cmpstr (tide_table_get_text (table, 1, 1), ==, "1.5");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("/import-source/refused", test_refused);
  ADD ("/import-source/stopped", test_stopped);
  ADD ("/import-source/choice-kept", test_choice_kept);
  ADD ("/import-source/guessed-anew", test_guessed_anew);
  ADD ("/import-source/notes", test_notes);
  ADD ("/import-source/hidden-sheet", test_hidden_sheet);
  ADD ("/import-source/pasted", test_pasted);

  return g_test_run ();
}
