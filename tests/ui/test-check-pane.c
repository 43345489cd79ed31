/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text held against a register: what is found, where it is marked, and what can be added. */

#include "codec/tide-json-reader.h"
#include "ui/dialogs/tide-entry-dialog.h"
#include "ui/dialogs/tide-project-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-check-item.h"
#include "ui/pages/tide-check-pane.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/tide-ui.h"

#include "tide-test-widgets.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE (60 * G_TIME_SPAN_SECOND)
#define MEGABYTE (1024 * 1024)

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  TideCheckPane *pane; /* owned */
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkListView *list;
} Fixture;

static char *
dup_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "tests", "brief", "corpus", name, NULL);
}

static char *
read_report (const char *name)
{
  g_autofree char *path = dup_path (name);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static TideRegister *
read_sample (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "ningbo.tideline", NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  snapshot = tide_json_read (bytes, path, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const gboolean is_narrow = g_strcmp0 (data, "narrow") == 0;

  fixture->reg = read_sample ();
  fixture->window = adw_window_new ();
  fixture->pane
      = g_object_ref_sink (g_object_new (TIDE_TYPE_CHECK_PANE, "register", fixture->reg, NULL));
  fixture->view
      = GTK_TEXT_VIEW (tide_test_find_child (GTK_WIDGET (fixture->pane), GTK_TYPE_TEXT_VIEW));
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  fixture->list
      = GTK_LIST_VIEW (tide_test_find_child (GTK_WIDGET (fixture->pane), GTK_TYPE_LIST_VIEW));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), is_narrow ? 360 : 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (0);
  g_assert_finalize_object (fixture->pane);
  g_assert_finalize_object (fixture->reg);
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture->list));
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (fixture->list));
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (get_model (fixture));
}

static gboolean
has_summary (Fixture *fixture, const char *part)
{
  GtkWidget *label = tide_test_find_child (GTK_WIDGET (fixture->pane), GTK_TYPE_PROGRESS_BAR);

  /* The bars above the text, of which the summary is one. */
  for (label = gtk_widget_get_first_child (gtk_widget_get_parent (label)); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    if (GTK_IS_LABEL (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), part) != NULL)
      return TRUE;

  return FALSE;
}

static void
wait_for_summary (Fixture *fixture, const char *part)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!has_summary (fixture, part) && g_get_monotonic_time () < end)
    tide_test_settle (5);
  g_assert_true (has_summary (fixture, part));
  g_assert_false (tide_check_pane_is_busy (fixture->pane));
  tide_test_settle (20);
}

static void
paste (Fixture *fixture, const char *text)
{
  gtk_text_buffer_insert_at_cursor (fixture->buffer, text, -1);
}

static void
paste_report (Fixture *fixture, const char *name)
{
  g_autofree char *text = read_report (name);

  paste (fixture, text);
  wait_for_summary (fixture, "findings:");
}

static guint
find_item (Fixture *fixture, const char *quote)
{
  for (guint i = 0; i < count (fixture); i++)
    {
      g_autoptr (TideCheckItem) item = g_list_model_get_item (get_model (fixture), i);
      g_autofree char *found = tide_check_item_dup_quote (item);

      if (g_str_equal (found, quote))
        return i;
    }
  g_error ("“%s” was not found", quote);
}

static TideTextFindingVerdict
get_verdict (Fixture *fixture, guint position)
{
  g_autoptr (TideCheckItem) item = g_list_model_get_item (get_model (fixture), position);

  return tide_check_item_get_finding (item)->verdict;
}

static char *
dup_selected_text (Fixture *fixture)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end))
    return g_strdup ("");

  return g_strdelimit (gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE), "\n\r\t",
                       ' ');
}

static void
assert_selected_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = dup_selected_text (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), action, NULL));
  tide_test_settle (20);
}

static AdwDialog *
wait_for_dialog (Fixture *fixture)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) == NULL
         && g_get_monotonic_time () < end)
    tide_test_settle (5);
  g_assert_nonnull (dialog);

  return dialog;
}

/* Texts ------------------------------------------------------------------------------------- */

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->pane), "Check a Text"));
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_false (tide_check_pane_is_busy (fixture->pane));

  paste (fixture, "No figure and no name stands in this sentence, however long it is.");
  wait_for_summary (fixture, "Nothing was found");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->pane), "Nothing Found"));
  gtk_text_buffer_set_text (fixture->buffer, "", 0);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->pane), "No Findings Yet"));
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  paste_report (fixture, "report-en.txt");

  g_assert_true (has_summary (fixture, "1 differs"));
  g_assert_true (has_summary (fixture, "1 wrong name"));
  g_assert_true (has_summary (fixture, "1 cannot be checked"));
  g_assert_cmpint (get_verdict (fixture, find_item (fixture, "16.3%")), ==,
                   TIDE_TEXT_FINDING_REPRODUCES);
  g_assert_cmpint (get_verdict (fixture, find_item (fixture, "17.9%")), ==,
                   TIDE_TEXT_FINDING_DIFFERS);
  g_assert_cmpint (get_verdict (fixture, find_item (fixture, "Yuyao County")), ==,
                   TIDE_TEXT_FINDING_WRONG_NAME);
}

/* Whatever is selected in the list is what is selected in the text, in characters of all sizes. */
static void
test_list_to_text (Fixture *fixture, gconstpointer data)
{
  paste_report (fixture, data);

  for (guint i = 0; i < count (fixture); i++)
    {
      g_autoptr (TideCheckItem) item = g_list_model_get_item (get_model (fixture), i);
      g_autofree char *quote = tide_check_item_dup_quote (item);

      gtk_single_selection_set_selected (get_selection (fixture), i);
      assert_selected_text (fixture, quote);
      g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, i);
    }
}

static void
assert_marked (Fixture *fixture, const char *words, const char *verdict)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (fixture->buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, verdict);
  GtkTextIter start, end, from;

  gtk_text_buffer_get_start_iter (fixture->buffer, &from);
  g_assert_true (gtk_text_iter_forward_search (&from, words, 0, &start, &end, NULL));
  g_assert_true (gtk_text_iter_starts_tag (&start, tag));
  g_assert_true (gtk_text_iter_ends_tag (&end, tag));
}

static void
wait_for_marks (Fixture *fixture, const char *words, const char *verdict)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (fixture->buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, verdict);
  GtkTextIter start, from;

  gtk_text_buffer_get_end_iter (fixture->buffer, &from);
  g_assert_true (gtk_text_iter_backward_search (&from, words, 0, &start, NULL, NULL));
  while (!gtk_text_iter_has_tag (&start, tag) && g_get_monotonic_time () < end)
    {
      const int offset = gtk_text_iter_get_offset (&start);

      tide_test_settle (5);
      gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, offset);
    }
  g_assert_true (gtk_text_iter_has_tag (&start, tag));
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  paste_report (fixture, "report-en.txt");
  wait_for_marks (fixture, "seven academicians", "reproduces");
  assert_marked (fixture, "17.9%", "differs");
  assert_marked (fixture, "16.3%", "reproduces");
  assert_marked (fixture, "Yuyao County", "wrong-name");

  gtk_text_buffer_set_text (fixture->buffer, "", 0);
  paste (fixture, "🌊 战略性新兴产业产值2022年达到6411亿元。余姚县也有增长。\n");
  wait_for_summary (fixture, "findings:");
  wait_for_marks (fixture, "余姚县", "wrong-name");
  assert_marked (fixture, "6411亿元", "reproduces");
}

static void
place_cursor (Fixture *fixture, const char *words)
{
  GtkTextIter start, from;

  gtk_text_buffer_get_start_iter (fixture->buffer, &from);
  g_assert_true (gtk_text_iter_forward_search (&from, words, 0, &start, NULL, NULL));
  gtk_text_iter_forward_char (&start);
  gtk_text_buffer_place_cursor (fixture->buffer, &start);
  tide_test_settle (20);
}

static void
assert_selected (Fixture *fixture, const char *quote)
{
  TideCheckItem *item = gtk_single_selection_get_selected_item (get_selection (fixture));
  g_autofree char *found = item != NULL ? tide_check_item_dup_quote (item) : NULL;

  g_assert_cmpstr (found, ==, quote);
}

static void
test_text_to_list (Fixture *fixture, gconstpointer data)
{
  paste_report (fixture, "report-en.txt");

  place_cursor (fixture, "17.9%");
  assert_selected (fixture, "17.9%");
  assert_selected_text (fixture, "");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->pane), "Differs"));
  /* In a span of years there stand amounts. */
  place_cursor (fixture, "641.1 billion");
  assert_selected (fixture, "641.1 billion yuan");
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *filter
      = GTK_DROP_DOWN (tide_test_find_child (GTK_WIDGET (fixture->pane), GTK_TYPE_DROP_DOWN));
  guint n_all;

  paste_report (fixture, "report-en.txt");
  n_all = count (fixture);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (filter), "All (34)"));
  g_assert_cmpuint (n_all, ==, 34);

  gtk_drop_down_set_selected (filter, 1);
  tide_test_settle (20);
  g_assert_cmpuint (count (fixture), ==, 2);
  find_item (fixture, "17.9%");
  find_item (fixture, "Yuyao County");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (filter), "Need attention (2)"));

  /* What the filter does not let through is not selected from the text. */
  gtk_single_selection_set_selected (get_selection (fixture), 0);
  place_cursor (fixture, "16.3%");
  assert_selected (fixture, "Yuyao County");

  gtk_drop_down_set_selected (filter, 2);
  tide_test_settle (20);
  g_assert_cmpuint (count (fixture), ==, 1);
  gtk_drop_down_set_selected (filter, 0);
  tide_test_settle (20);
  g_assert_cmpuint (count (fixture), ==, n_all);
}

static void
test_no_match (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *filter
      = GTK_DROP_DOWN (tide_test_find_child (GTK_WIDGET (fixture->pane), GTK_TYPE_DROP_DOWN));

  paste (fixture, "The meeting was held in Zhenhai District, and nothing else was said of it.");
  wait_for_summary (fixture, "1 finding: 1 recognised");
  gtk_drop_down_set_selected (filter, 1);
  tide_test_settle (20);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->pane), "No Such Findings"));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start;

  paste_report (fixture, "report-en.txt");
  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  gtk_text_buffer_place_cursor (fixture->buffer, &start);

  act (fixture, "check.next");
  assert_selected_text (fixture, "AioT enterprise intelligent IOT robot project");
  act (fixture, "check.next");
  assert_selected_text (fixture, "Yuyao County");
  act (fixture, "check.previous");
  act (fixture, "check.previous");
  assert_selected (fixture, "Ningbo Municipal Development and Reform Commission");
  act (fixture, "check.next");
  assert_selected (fixture, "AioT enterprise intelligent IOT robot project");
}

/* Edits ------------------------------------------------------------------------------------- */

/* Before the text is read again, what was found stays where it is in the text. */
static void
test_edited (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start, end;
  guint n;

  paste_report (fixture, "report-en.txt");
  n = count (fixture);
  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  gtk_text_buffer_insert (fixture->buffer, &start, "前言 ", -1);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 10);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &end, 15);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  g_assert_true (has_summary (fixture, "The text has changed"));
  gtk_single_selection_set_selected (get_selection (fixture), find_item (fixture, "17.9%"));
  assert_selected_text (fixture, "17.9%");
  place_cursor (fixture, "seven academicians");
  assert_selected (fixture, "seven academicians");

  wait_for_summary (fixture, "findings:");
  g_assert_cmpuint (count (fixture), ==, n);
  gtk_single_selection_set_selected (get_selection (fixture), find_item (fixture, "17.9%"));
  assert_selected_text (fixture, "17.9%");
}

/* A text of so many bytes, of paragraphs that say the same. */
static char *
make_long (gsize size)
{
  g_autofree char *report = read_report ("report-en.txt");
  GString *text = g_string_new (NULL);

  while (text->len < size)
    g_string_append (text, report);

  return g_string_free_and_steal (text);
}

static void
wait_until_busy (Fixture *fixture)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!tide_check_pane_is_busy (fixture->pane) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (tide_check_pane_is_busy (fixture->pane));
}

static void
test_edited_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_long (150 * 1000);

  paste (fixture, text);
  wait_until_busy (fixture);
  gtk_text_buffer_set_text (fixture->buffer, "", 0);
  g_assert_false (tide_check_pane_is_busy (fixture->pane));
  paste (fixture, "The meeting was held in Zhenhai District, and nothing else was said of it.");
  wait_for_summary (fixture, "1 finding: 1 recognised");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_long (300 * 1000);
  gint64 begin;

  paste (fixture, text);
  wait_until_busy (fixture);
  begin = g_get_monotonic_time ();
  act (fixture, "check.cancel");
  wait_for_summary (fixture, "The check was cancelled.");
  g_test_message ("cancelled after %.3f s",
                  (double) (g_get_monotonic_time () - begin) / G_TIME_SPAN_SECOND);
  g_assert_cmpuint (count (fixture), ==, 0);

  act (fixture, "check.start");
  wait_for_summary (fixture, "findings:");
  g_assert_cmpuint (count (fixture), >, 34);
}

/* The main loop goes on while a text of a megabyte is pasted, read and marked. */
static void
test_megabyte (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_long (MEGABYTE);
  const gint64 end = g_get_monotonic_time () + 2 * PATIENCE;
  gint64 longest = 0, pasting = g_get_monotonic_time ();
  guint n_turns = 0;

  paste (fixture, text);
  pasting = g_get_monotonic_time () - pasting;
  while (!has_summary (fixture, "findings:") && g_get_monotonic_time () < end)
    {
      const gint64 begin = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - begin);
      n_turns++;
    }
  for (const gint64 marked = g_get_monotonic_time () + 3 * G_TIME_SPAN_SECOND;
       g_get_monotonic_time () < marked;)
    {
      const gint64 begin = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - begin);
    }
  wait_for_marks (fixture, "seven academicians", "reproduces");
  g_test_message ("%u findings; pasted in %.1f ms; longest hold of the main loop %.1f ms; %u turns",
                  count (fixture), (double) pasting / 1000, (double) longest / 1000, n_turns);
  g_assert_cmpuint (count (fixture), >, 10000);
  g_assert_cmpuint (n_turns, >, 100);

  act (fixture, "check.next");
  act (fixture, "check.previous");
  gtk_single_selection_set_selected (get_selection (fixture), count (fixture) - 1);
  assert_selected_text (fixture, "Ningbo Municipal Development and Reform Commission");
}

/* One line of a megabyte comes in as many, and findings are where they belong. */
static void
test_long_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_long (MEGABYTE);
  gint64 begin = g_get_monotonic_time (), longest = 0;

  g_strdelimit (text, "\n", ' ');
  paste (fixture, text);
  longest = g_get_monotonic_time () - begin;
  while (!has_summary (fixture, "findings:"))
    {
      begin = g_get_monotonic_time ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - begin);
    }
  g_test_message ("longest hold of the main loop %.1f ms", (double) longest / 1000);
  g_assert_cmpint (gtk_text_buffer_get_line_count (fixture->buffer), >, 100);
  gtk_single_selection_set_selected (get_selection (fixture), count (fixture) - 1);
  assert_selected_text (fixture, "Ningbo Municipal Development and Reform Commission");
}

static void
test_too_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (4 * MEGABYTE + 1, 'a');
  AdwBanner *banner
      = ADW_BANNER (tide_test_find_child (GTK_WIDGET (fixture->pane), ADW_TYPE_BANNER));

  for (char *c = text + 80; c < text + 4 * MEGABYTE; c += 80)
    *c = '\n';
  paste (fixture, text);
  wait_for_summary (fixture, "The text is not checked.");
  g_assert_true (adw_banner_get_revealed (banner));
  gtk_text_buffer_set_text (fixture->buffer, "", 0);
  g_assert_false (adw_banner_get_revealed (banner));
}

/* Files ------------------------------------------------------------------------------------- */

static void
open_file (Fixture *fixture, const char *name, const char *bytes, gsize size)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  tide_check_pane_open (fixture->pane, file);
  g_assert_true (tide_check_pane_is_busy (fixture->pane));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  const char *text = "2022年战略性新兴产业产值达到6411亿元。";
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree char *gb = g_convert (text, -1, "GB18030", "UTF-8", NULL, &size, &error);

  g_assert_no_error (error);
  open_file (fixture, "report.txt", gb, size);
  wait_for_summary (fixture, "findings");
  g_assert_cmpint (get_verdict (fixture, find_item (fixture, "6411亿元")), ==,
                   TIDE_TEXT_FINDING_REPRODUCES);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  paste_report (fixture, "report-en.txt");
  open_file (fixture, "photo.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  dialog = wait_for_dialog (fixture);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), "photo.png"));
  g_assert_cmpuint (count (fixture), ==, 34);
  adw_dialog_force_close (dialog);
}

/* Adding ------------------------------------------------------------------------------------ */

#define NEW_LEVEL                                                                                  \
  "A look at the year\n\nThe output value of strategic emerging industries in Ningbo was 700 "     \
  "billion yuan in 2023.\n"

static void
read_new_level (Fixture *fixture)
{
  paste (fixture, NEW_LEVEL);
  wait_for_summary (fixture, "cannot be checked");
  gtk_single_selection_set_selected (get_selection (fixture),
                                     find_item (fixture, "700 billion yuan"));
  tide_test_settle (20);
}

static void
assert_typed (TideDraft *draft, const char *path, const char *expected)
{
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (draft, path)), ==, expected);
}

static void
test_add_observation (Fixture *fixture, gconstpointer data)
{
  const guint n = tide_register_count_steps (fixture->reg);
  const guint n_sources
      = tide_list_get_n (tide_register_get_list (fixture->reg, TIDE_RECORD_SOURCE));
  TideDraft *entry;
  AdwDialog *dialog;

  read_new_level (fixture);
  act (fixture, "check.add-observation");
  dialog = wait_for_dialog (fixture);
  g_assert_true (TIDE_IS_ENTRY_DIALOG (dialog));
  entry = tide_entry_dialog_get_entry (TIDE_ENTRY_DIALOG (dialog));
  assert_typed (entry, "period", "2023");
  assert_typed (entry, "value", "7000");
  assert_typed (entry, "written", "700 billion yuan");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (dialog), "A look at the year"));
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n + 1);
  g_assert_cmpuint (tide_list_get_n (tide_register_get_list (fixture->reg, TIDE_RECORD_SOURCE)), ==,
                    n_sources + 1);

  /* Then the register gives it. */
  wait_for_summary (fixture, "1 reproduces");
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (tide_list_get_n (tide_register_get_list (fixture->reg, TIDE_RECORD_SOURCE)), ==,
                    n_sources);
  wait_for_summary (fixture, "1 cannot be checked");
}

static void
test_add_nothing (Fixture *fixture, gconstpointer data)
{
  const guint n = tide_register_count_steps (fixture->reg);
  AdwDialog *dialog;

  read_new_level (fixture);
  act (fixture, "check.add-observation");
  dialog = wait_for_dialog (fixture);
  adw_dialog_close (dialog);
  tide_test_settle (50);
  adw_dialog_force_close (dialog);
  tide_test_settle (50);
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n);
  g_assert_false (tide_register_get_can_undo (fixture->reg));
  g_assert_false (tide_register_has_drafts (fixture->reg));
}

static void
test_add_declared (Fixture *fixture, gconstpointer data)
{
  TideDraft *entry;
  AdwDialog *dialog;

  paste (fixture, "签约情况\n“投资宁波”央企名企对接会达成意向投资9999亿元。\n");
  wait_for_summary (fixture, "findings:");
  gtk_single_selection_set_selected (get_selection (fixture), find_item (fixture, "9999亿元"));
  tide_test_settle (20);
  act (fixture, "check.add-declared");
  dialog = wait_for_dialog (fixture);
  g_assert_true (TIDE_IS_ENTRY_DIALOG (dialog));
  entry = tide_entry_dialog_get_entry (TIDE_ENTRY_DIALOG (dialog));
  assert_typed (entry, "written", "9999亿元");
  assert_typed (entry, "kind", "intention");
  adw_dialog_force_close (dialog);
}

static AdwDialog *
add_from (Fixture *fixture, const char *text, const char *quote, const char *action)
{
  paste (fixture, text);
  wait_for_summary (fixture, "findings:");
  gtk_single_selection_set_selected (get_selection (fixture), find_item (fixture, quote));
  tide_test_settle (20);
  act (fixture, action);

  return wait_for_dialog (fixture);
}

static void
test_add_declared_count (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = add_from (
      fixture, "签约情况\n“投资宁波”央企名企对接会达成意向项目18个，双方将继续推进后续各项工作。\n",
      "项目18个", "check.add-declared");

  g_assert_true (TIDE_IS_RECORD_DIALOG (dialog));
  assert_typed (tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (dialog)), "declared/projects",
                "18");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (dialog), "签约情况"));
  adw_dialog_force_close (dialog);
}

static void
test_add_count (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog
      = add_from (fixture, "科技创新\n甬江实验室引进科研团队19个，研究方向涵盖多个新材料领域。\n",
                  "团队19个", "check.add-count");
  TideDraft *entry;

  g_assert_true (TIDE_IS_ENTRY_DIALOG (dialog));
  entry = tide_entry_dialog_get_entry (TIDE_ENTRY_DIALOG (dialog));
  assert_typed (entry, "measure", "research-teams");
  assert_typed (entry, "value", "19");
  adw_dialog_force_close (dialog);
}

/* Where the text does not say of which indicator, somebody is asked. */
static void
test_add_after_choice (Fixture *fixture, gconstpointer data)
{
  AdwDialog *question = add_from (
      fixture, "Profits\nThe profit of the city's enterprises was 55 billion yuan in 2020.\n",
      "55 billion yuan", "check.add-observation");
  GtkWidget *row = tide_test_find_child (GTK_WIDGET (question), TIDE_TYPE_REFERENCE_ROW);
  GtkWidget *button = gtk_widget_get_ancestor (
      tide_test_find_label (GTK_WIDGET (question), "Go On"), GTK_TYPE_BUTTON);
  TideDraft *entry;
  AdwDialog *dialog;

  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_false (gtk_widget_get_sensitive (button));
  tide_reference_row_set_reference (TIDE_REFERENCE_ROW (row), "sei-output");
  g_assert_true (gtk_widget_get_sensitive (button));
  while (!gtk_widget_get_mapped (button))
    tide_test_settle (5);
  gtk_widget_activate (button);
  while (!TIDE_IS_ENTRY_DIALOG (dialog = wait_for_dialog (fixture)))
    tide_test_settle (5);
  entry = tide_entry_dialog_get_entry (TIDE_ENTRY_DIALOG (dialog));
  assert_typed (entry, "period", "2020");
  assert_typed (entry, "value", "550");
  adw_dialog_force_close (dialog);
}

static void
test_add_project (Fixture *fixture, gconstpointer data)
{
  const guint n = tide_register_count_steps (fixture->reg);
  GtkTextIter from, start, end;
  TideDraft *draft;
  AdwDialog *dialog;

  paste (fixture, "News\nUnder an agreement the Deepwater Cable Works will see an investment of "
                  "3.2 billion yuan under agreement.\n");
  wait_for_summary (fixture, "finding");
  gtk_single_selection_set_selected (get_selection (fixture),
                                     find_item (fixture, "3.2 billion yuan"));
  gtk_text_buffer_get_start_iter (fixture->buffer, &from);
  gtk_text_iter_forward_search (&from, "Deepwater Cable Works", 0, &start, &end, NULL);
  gtk_text_buffer_select_range (fixture->buffer, &start, &end);
  tide_test_settle (20);
  act (fixture, "check.add-project");
  dialog = wait_for_dialog (fixture);
  g_assert_true (TIDE_IS_PROJECT_DIALOG (dialog));
  draft = tide_project_dialog_get_draft (TIDE_PROJECT_DIALOG (dialog));
  assert_typed (draft, "name/en", "Deepwater Cable Works");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (dialog), "News"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  tide_test_settle (50);
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n + 1);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  read_new_level (fixture);
  button = gtk_widget_get_ancestor (tide_test_find_label (GTK_WIDGET (fixture->pane), "Add"),
                                    GTK_TYPE_MENU_BUTTON);
  g_assert_true (gtk_widget_get_visible (button));
  tide_register_make_read_only (fixture->reg);
  tide_test_settle (20);
  g_assert_false (gtk_widget_get_visible (button));
  act (fixture, "check.add-observation");
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

/* Narrow ------------------------------------------------------------------------------------ */

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  AdwToggleGroup *steps
      = ADW_TOGGLE_GROUP (tide_test_find_child (GTK_WIDGET (fixture->pane), ADW_TYPE_TOGGLE_GROUP));

  paste_report (fixture, "report-en.txt");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (steps)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->list)));

  adw_toggle_group_set_active_name (steps, "findings");
  tide_test_settle (50);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->list)));
  gtk_single_selection_set_selected (get_selection (fixture), find_item (fixture, "17.9%"));
  act (fixture, "check.show-text");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
  assert_selected_text (fixture, "17.9%");
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("/check-pane/empty", NULL, test_empty);
  ADD ("/check-pane/findings", NULL, test_findings);
  ADD ("/check-pane/list-to-text/en", "report-en.txt", test_list_to_text);
  ADD ("/check-pane/list-to-text/zh", "report-zh.txt", test_list_to_text);
  ADD ("/check-pane/marks", NULL, test_marks);
  ADD ("/check-pane/text-to-list", NULL, test_text_to_list);
  ADD ("/check-pane/filter", NULL, test_filter);
  ADD ("/check-pane/no-match", NULL, test_no_match);
  ADD ("/check-pane/keys", NULL, test_keys);
  ADD ("/check-pane/edited", NULL, test_edited);
  ADD ("/check-pane/edited-while-reading", NULL, test_edited_while_reading);
  ADD ("/check-pane/cancel", NULL, test_cancel);
  ADD ("/check-pane/megabyte", NULL, test_megabyte);
  ADD ("/check-pane/long-line", NULL, test_long_line);
  ADD ("/check-pane/too-long", NULL, test_too_long);
  ADD ("/check-pane/open", NULL, test_open);
  ADD ("/check-pane/refused", NULL, test_refused);
  ADD ("/check-pane/add/observation", NULL, test_add_observation);
  ADD ("/check-pane/add/nothing", NULL, test_add_nothing);
  ADD ("/check-pane/add/declared", NULL, test_add_declared);
  ADD ("/check-pane/add/declared-count", NULL, test_add_declared_count);
  ADD ("/check-pane/add/count", NULL, test_add_count);
  ADD ("/check-pane/add/after-choice", NULL, test_add_after_choice);
  ADD ("/check-pane/add/project", NULL, test_add_project);
  ADD ("/check-pane/read-only", NULL, test_read_only);
  ADD ("/check-pane/narrow", "narrow", test_narrow);

  return g_test_run ();
}
