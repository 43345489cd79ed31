/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/pages/tide-briefing-choices.h"
#include "ui/pages/tide-briefing-page.h"
#include "ui/pages/tide-briefing-request.h"
#include "ui/pages/tide-briefing-view.h"
#include "ui/pages/tide-number-popover.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-saved-briefings.h"
#include "ui/pages/tide-write-pane.h"
#include "ui/rows/tide-briefing-parts-row.h"
#include "ui/rows/tide-date-row.h"
#include "ui/rows/tide-option-row.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#include <string.h>

#define PATIENCE (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  TideRegister *reg;
  TideBriefingPage *page;
  TideWritePane *pane;
  TideBriefingView *view;
  AdwWindow *window;
  TidePayload *filter; /* owned, nullable: what was asked for */
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture, const char *text);

static char *
dup_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
reads (Fixture *fixture, const char *text)
{
  g_autofree char *read = dup_text (fixture);

  return strstr (read, text) != NULL;
}

static gboolean
reads_not (Fixture *fixture, const char *text)
{
  return !reads (fixture, text);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return tide_test_find_label (GTK_WIDGET (fixture->page), text) != NULL;
}

static void
wait_for (Fixture *fixture, Condition condition, const char *text)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!condition (fixture, text))
    {
      if (g_get_monotonic_time () > end)
        {
          g_autofree char *read = dup_text (fixture);

          g_error ("“%s” in vain; the text is: %s", text, read);
        }
      tide_test_settle (20);
    }
}

static void
on_filter_requested (Fixture *fixture, TidePayload *filter)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  fixture->filter = tide_payload_ref (filter);
}

static void
present (Fixture *fixture, TideSnapshot *snapshot)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  fixture->reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
  fixture->page = g_object_new (TIDE_TYPE_BRIEFING_PAGE, "register", fixture->reg, NULL);
  fixture->pane
      = TIDE_WRITE_PANE (tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_WRITE_PANE));
  fixture->view = TIDE_BRIEFING_VIEW (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_BRIEFING_VIEW));
  g_signal_connect_swapped (fixture->page, "filter-requested", G_CALLBACK (on_filter_requested),
                            fixture);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* One that is counted by itself, and was signed at an event or at none. */
static void
add_project (TideSnapshot *snapshot, const char *id, const char *name, const char *event)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, name);
  TidePayload *entry;

  if (event != NULL)
    tide_test_payload_set (project, "event", event);
  tide_test_payload_set (project, "division", "east");
  entry = tide_test_payload_add_entry (project, "stages", "s1");
  tide_test_payload_set (entry, "stage", "signed");
  tide_test_payload_set (entry, "date", "2023-08");
  entry = tide_test_payload_add_entry (project, "amounts", "a1");
  tide_test_payload_set (entry, "kind", "agreement");
  tide_test_payload_set (entry, "value", "3200000000");
  tide_test_payload_set (entry, "currency", "CNY");
  tide_test_payload_set (entry, "written", "32亿元");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
}

static TidePayload *
settings_new (void)
{
  TidePayload *settings = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register");

  tide_test_payload_set (settings, "currency", "CNY");
  tide_text_init (&((TideSettings *) settings)->title, "Test register", NULL);

  return settings;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  TidePayload *fair = tide_test_payload_new (TIDE_RECORD_EVENT, "fair", "Fair");

  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, settings_new ());
  tide_snapshot_add (snapshot, TIDE_RECORD_DIVISION,
                     tide_test_payload_new (TIDE_RECORD_DIVISION, "east", "East"));
  tide_test_payload_set (fair, "date", "2023-08");
  tide_snapshot_add (snapshot, TIDE_RECORD_EVENT, fair);
  add_project (snapshot, "tower", "Tower", "fair");
  add_project (snapshot, "canal", "Canal", NULL);
  present (fixture, snapshot);
  wait_for (fixture, reads, "Tower");
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();

  present (fixture, snapshot);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  tide_test_settle (300);
  g_assert_finalize_object (fixture->reg);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static TideOptionRow *
find_option (Fixture *fixture, const char *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->page), title);

  g_assert_nonnull (row);

  return TIDE_OPTION_ROW (row);
}

static void
choose (Fixture *fixture, const char *title, const char *value)
{
  tide_option_row_set_value (find_option (fixture, title), value);
}

static void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);
}

static char *
dup_selected (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return g_strdup ("");

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
delete_project (Fixture *fixture, const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (TideStep) step
      = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PROJECT, ids, NULL);

  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
}

/* What is chosen is what is read. */
static void
test_options (Fixture *fixture, gconstpointer data)
{
  GtkWidget *event = GTK_WIDGET (find_option (fixture, "Event"));
  TideBriefingPartsRow *parts = TIDE_BRIEFING_PARTS_ROW (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_BRIEFING_PARTS_ROW));

  g_assert_false (gtk_widget_get_visible (event));
  g_assert_true (reads (fixture, "Canal"));
  choose (fixture, "Subject", "event");
  g_assert_true (gtk_widget_get_visible (event));
  g_assert_cmpstr (tide_option_row_get_value (TIDE_OPTION_ROW (event)), ==, "fair");
  wait_for (fixture, reads_not, "Canal");
  g_assert_true (reads (fixture, "Fair"));

  choose (fixture, "Language", "zh");
  wait_for (fixture, reads, "32亿元");
  choose (fixture, "Unit", "ten-thousand");
  wait_for (fixture, reads, "320000万元");
  choose (fixture, "Unit", "100-million");
  choose (fixture, "Language", "en");
  wait_for (fixture, reads, "3.2 billion yuan");

  tide_briefing_parts_row_set_parts (parts, TIDE_PART_TOTALS);
  wait_for (fixture, reads_not, "Tower");
  g_assert_true (says (fixture, "1 of 10"));
  tide_briefing_parts_row_set_parts (parts, 0);
  g_assert_cmpuint (tide_briefing_parts_row_get_parts (parts), ==, TIDE_PART_TOTALS);
}

/* A date that cannot be read is marked, and asks for nothing. */
static void
test_dates (Fixture *fixture, gconstpointer data)
{
  GtkWidget *from = find_row (GTK_WIDGET (fixture->page), "Signed From");
  GtkWidget *to = find_row (GTK_WIDGET (fixture->page), "Signed Until");

  choose (fixture, "Subject", "period");
  g_assert_true (gtk_widget_get_visible (from));
  gtk_editable_set_text (GTK_EDITABLE (from), "2024");
  wait_for (fixture, reads_not, "Tower");
  gtk_editable_set_text (GTK_EDITABLE (from), "2023-08");
  gtk_editable_set_text (GTK_EDITABLE (to), "nonsense");
  g_assert_true (gtk_widget_has_css_class (to, "error"));
  gtk_editable_set_text (GTK_EDITABLE (to), "2023");
  g_assert_false (gtk_widget_has_css_class (to, "error"));
  wait_for (fixture, reads, "Tower");
}

/* Keys go from number to number in both directions, and no further than there are any. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  const guint n = tide_briefing_view_get_n_numbers (fixture->view);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpuint (n, >, 3);
  activate (fixture, "number.next");
  first = dup_selected (fixture);
  g_assert_cmpstr (first, ==, tide_briefing_view_get_number (fixture->view, 0)->text);
  for (guint i = 0; i < n; i++)
    activate (fixture, "number.next");
  last = dup_selected (fixture);
  g_assert_cmpstr (last, ==, tide_briefing_view_get_number (fixture->view, n - 1)->text);
  for (guint i = 0; i < n; i++)
    activate (fixture, "number.previous");
  again = dup_selected (fixture);
  g_assert_cmpstr (again, ==, first);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* A number says what is behind it, and opens exactly these rows. */
static void
test_number (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover;
  const TideBriefingRun *run;
  guint i = 0;

  do
    {
      activate (fixture, "number.next");
      run = tide_briefing_view_get_number (fixture->view, i++);
    }
  while (run->origin->kind != TIDE_ORIGIN_PROJECTS);
  activate (fixture, "number.open");
  tide_test_settle (200);
  popover = tide_test_find_child (GTK_WIDGET (fixture->view), TIDE_TYPE_NUMBER_POPOVER);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_nonnull (tide_test_find_label (
      popover, tide_origin_rule_get_label (run->origin->rule, TIDE_LANGUAGE_EN)));

  g_signal_emit_by_name (find_button (popover, "Show These _Projects"), "clicked");
  tide_test_settle (200);
  g_assert_nonnull (fixture->filter);
  g_assert_true (tide_payload_equal (fixture->filter, &run->origin->filter->base));
  g_assert_false (gtk_widget_get_mapped (popover));
}

static const char *
save_briefing (Fixture *fixture)
{
  TideRecordDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "briefing.save", NULL);
  tide_test_settle (300);
  dialog = TIDE_RECORD_DIALOG (adw_window_get_visible_dialog (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  tide_test_settle (300);

  return tide_write_pane_get_saved (fixture->pane);
}

/* What was said is kept in one step, and what has changed since is told. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  const TideBriefingPayload *saved;

  choose (fixture, "Subject", "event");
  wait_for (fixture, reads_not, "Canal");
  id = g_strdup (save_briefing (fixture));
  g_assert_nonnull (id);
  saved = TIDE_BRIEFING_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_BRIEFING, id));
  g_assert_cmpstr (saved->name.en, ==, "Fair");
  g_assert_cmpstr (saved->event, ==, "fair");
  g_assert_cmpuint (saved->figures->len, >, 0);
  g_assert_cmpint (saved->written, ==, TIDE_TEST_TIME);
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "add-briefing");
  wait_for (fixture, says, "Nothing has changed since it was saved.");

  delete_project (fixture, "tower");
  wait_for (fixture, reads_not, "Tower");
  g_assert_false (says (fixture, "Nothing has changed since it was saved."));

  choose (fixture, "Language", "zh");
  g_assert_null (tide_write_pane_get_saved (fixture->pane));
  tide_write_pane_open_saved (fixture->pane, id);
  wait_for (fixture, reads, "Fair");
  g_assert_cmpstr (tide_write_pane_get_saved (fixture->pane), ==, id);
  g_assert_cmpstr (tide_option_row_get_value (find_option (fixture, "Language")), ==, "en");
  g_assert_true (tide_register_undo (fixture->reg));
  wait_for (fixture, says, "Nothing has changed since it was saved.");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "briefing.delete", "s", id);
  g_assert_null (tide_register_lookup_payload (fixture->reg, TIDE_RECORD_BRIEFING, id));
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "delete-briefing");
}

static gboolean
has_saved_rows (Fixture *fixture, const char *subtitle)
{
  return gtk_widget_get_visible (
             tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_SAVED_BRIEFINGS))
         && says (fixture, subtitle);
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (save_briefing (fixture));
  TidePayload *after;
  g_autoptr (TideStep) step = NULL;

  wait_for (fixture, has_saved_rows, "1 briefing");
  after = tide_payload_copy (tide_register_lookup_payload (fixture->reg, TIDE_RECORD_BRIEFING, id));
  tide_text_clear ((TideText *) tide_payload_get_name (after));
  tide_text_init ((TideText *) tide_payload_get_name (after), "<b>For the mayor", NULL);
  step = tide_register_new_change_step (
      fixture->reg, TIDE_RECORD_BRIEFING,
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_BRIEFING, id), after);
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  wait_for (fixture, has_saved_rows, "<b>For the mayor");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "briefing.rename", "s", id);
  tide_test_settle (300);
  g_assert_true (TIDE_IS_RECORD_DIALOG (adw_window_get_visible_dialog (fixture->window)));
  adw_dialog_force_close (adw_window_get_visible_dialog (fixture->window));
}

static gboolean
is_cursor_at (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  g_autofree char *read = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_end_iter (buffer, &end);
  read = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return g_str_has_prefix (read, text);
}

/* Who was at a number is at the same one in the text that is written next. */
static void
test_cursor_stays (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "number.next");
  g_assert_true (is_cursor_at (fixture, "2 projects"));
  activate (fixture, "number.next");
  activate (fixture, "number.previous");
  g_assert_true (is_cursor_at (fixture, "2 projects"));
  delete_project (fixture, "canal");
  wait_for (fixture, reads_not, "Canal");
  g_assert_true (is_cursor_at (fixture, "1 project"));
}

/* What was asked for is found again, but for the naming of what is confidential. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_autoptr (GVariant) view = NULL;
  g_autoptr (TideBriefingOptions) kept = NULL;
  TideBriefingChoices *choices = TIDE_BRIEFING_CHOICES (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_BRIEFING_CHOICES));

  options->subject = TIDE_SUBJECT_EVENT;
  options->event = g_strdup ("fair");
  options->language = TIDE_LANGUAGE_ZH;
  options->parts = TIDE_PART_EVENT | TIDE_PART_TOTALS;
  options->includes_names = TRUE;
  g_assert_true (tide_date_parse ("2023-Q3", TRUE, &options->from));
  tide_write_pane_set_options (fixture->pane, options);
  view = tide_page_dup_view (TIDE_PAGE (fixture->page));

  g_object_set (fixture->page, "register", NULL, NULL);
  g_object_set (fixture->page, "register", fixture->reg, NULL);
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  kept = tide_briefing_choices_dup_options (choices);
  g_assert_cmpint (kept->subject, ==, TIDE_SUBJECT_EVENT);
  g_assert_cmpstr (kept->event, ==, "fair");
  g_assert_cmpint (kept->language, ==, TIDE_LANGUAGE_ZH);
  g_assert_cmpuint (kept->parts, ==, options->parts);
  g_assert_true (tide_date_equal (&kept->from, &options->from));
  g_assert_false (kept->includes_names);
}

/* A view that names what is gone shows the whole register. */
static void
test_stale_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) view = NULL;

  options->subject = TIDE_SUBJECT_EVENT;
  options->event = g_strdup ("gone");
  g_variant_dict_insert_value (&dict, "request", tide_briefing_request_to_variant (options));
  g_variant_dict_insert (&dict, "saved", "s", "gone");
  g_variant_dict_insert (&dict, "view", "s", "gone");
  view = g_variant_ref_sink (g_variant_dict_end (&dict));
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  g_assert_cmpstr (tide_option_row_get_value (find_option (fixture, "Subject")), ==, "all");
  g_assert_null (tide_write_pane_get_saved (fixture->pane));
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  GtkWidget *widget = gtk_button_new ();
  gboolean is_sensitive;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
  gtk_widget_insert_before (widget, GTK_WIDGET (fixture->page), NULL);
  is_sensitive = gtk_widget_get_sensitive (widget);
  gtk_widget_unparent (widget);

  return is_sensitive;
}

/* Where nothing can be changed, it can still be read and taken out. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_enabled (fixture, "briefing.save"));
  tide_register_make_read_only (fixture->reg);
  g_assert_false (is_enabled (fixture, "briefing.save"));
  g_assert_true (is_enabled (fixture, "briefing.copy"));
  g_assert_true (is_enabled (fixture, "briefing.save-file"));
  choose (fixture, "Language", "zh");
  wait_for (fixture, reads, "台账记录2个项目");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, says, "Nothing to Write About");
  tide_test_settle (300);
  g_assert_null (tide_write_pane_get_briefing (fixture->pane));
  g_assert_false (is_enabled (fixture, "briefing.save"));
  g_assert_false (is_enabled (fixture, "briefing.print"));
}

/* Options and text do not fit beside each other: the text comes first, the options over it. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *choices
      = tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_BRIEFING_CHOICES);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (tide_write_pane_get_shows_options (fixture->pane));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  tide_test_settle (600);
  g_assert_false (tide_write_pane_get_shows_options (fixture->pane));
  tide_write_pane_set_shows_options (fixture->pane, TRUE);
  tide_test_settle (600);
  g_assert_true (gtk_widget_get_mapped (choices));
  g_assert_cmpint (gtk_widget_get_width (choices), <=, 360);
}

/* The template is gone: the text says so in its place. */
static void
test_problem (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "Template", "gone");
  wait_for (fixture, says, "The Briefing Cannot Be Written");
  while (tide_write_pane_get_briefing (fixture->pane) != NULL)
    tide_test_settle (20);
  g_assert_false (is_enabled (fixture, "briefing.copy"));
  choose (fixture, "Template", "");
  wait_for (fixture, reads, "Tower");
}

#define ADD(name, set_up_func, func)                                                               \
  g_test_add ("/ui/briefing-page/" name, Fixture, NULL, set_up_func, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("options", set_up, test_options);
  ADD ("dates", set_up, test_dates);
  ADD ("keys", set_up, test_keys);
  ADD ("number", set_up, test_number);
  ADD ("saved", set_up, test_saved);
  ADD ("rename", set_up, test_rename);
  ADD ("cursor-stays", set_up, test_cursor_stays);
  ADD ("view", set_up, test_view);
  ADD ("stale-view", set_up, test_stale_view);
  ADD ("read-only", set_up, test_read_only);
  ADD ("empty", set_up_empty, test_empty);
  ADD ("narrow", set_up, test_narrow);
  ADD ("problem", set_up, test_problem);

  return g_test_run ();
}
