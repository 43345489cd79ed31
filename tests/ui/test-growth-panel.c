/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-indicator.h"
#include "tide-test-widgets.h"
#include "ui/pages/tide-growth-panel.h"
#include "ui/tide-ui.h"

/* A panel in a window as wide as a telephone. */
typedef struct
{
  GtkWindow *window;
  TideGrowthPanel *panel;
  guint n_changes;
} Fixture;

static void
on_span_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->panel = TIDE_GROWTH_PANEL (tide_growth_panel_new ());
  g_signal_connect_swapped (fixture->panel, "span-changed", G_CALLBACK (on_span_changed), fixture);
  gtk_window_set_default_size (fixture->window, 360, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  gtk_window_present (fixture->window);
  tide_test_settle (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  tide_test_settle (50);
}

static void
show (Fixture *fixture, const char *id, const char *words)
{
  g_autoptr (TidePayload) indicator = tide_test_indicator_new (id, words);

  tide_growth_panel_set_indicator (fixture->panel, indicator);
  g_assert_true (tide_growth_panel_get_indicator (fixture->panel) == indicator);
}

static void
choose (Fixture *fixture, const char *from, const char *to)
{
  TideDate first;
  TideDate last;

  g_assert_true (tide_date_parse (from, TRUE, &first));
  g_assert_true (tide_date_parse (to, TRUE, &last));
  g_assert_true (tide_growth_panel_choose_span (fixture->panel, &first, &last));
}

static AdwComboRow *
get_combo (Fixture *fixture, guint index)
{
  GtkWidget *row = tide_test_find_child (GTK_WIDGET (fixture->panel), ADW_TYPE_COMBO_ROW);

  return ADW_COMBO_ROW (index == 0 ? row : gtk_widget_get_next_sibling (row));
}

static AdwActionRow *
get_result (Fixture *fixture)
{
  return ADW_ACTION_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (get_combo (fixture, 1))));
}

static const char *
get_title (GtkWidget *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

/* The titles of the published rates, one behind the other. */
static char *
dup_published (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_next_sibling (GTK_WIDGET (get_result (fixture)));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", get_title (row));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_span (Fixture *fixture, const char *from, const char *to)
{
  TideDate first;
  TideDate last;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  tide_growth_panel_get_span (fixture->panel, &first, &last);
  first_text = tide_date_dup_text (&first);
  last_text = tide_date_dup_text (&last);
  g_assert_cmpstr (first_text, ==, from);
  g_assert_cmpstr (last_text, ==, to);
}

static void
assert_result (Fixture *fixture, const char *value, const char *account)
{
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_result (fixture)), value));
  g_assert_cmpstr (adw_action_row_get_subtitle (get_result (fixture)), ==, account);
}

#define SAMPLE "2015=437 2018=993.6 2022=1374 growth=2015:2022:17.9:as-published"

static void
test_published (Fixture *fixture, gconstpointer data)
{
  g_autofree char *published = NULL;

  show (fixture, "i", SAMPLE);

  assert_span (fixture, "2015", "2022");
  assert_result (fixture, "17.780 %",
                 "The rounding of the values allows 17.755 to 17.806 %\n"
                 "(1374 ÷ 437)^(1 ÷ 7) − 1, where 437 is rounded to 1 and 1374 to 1\n"
                 "17.9 % does not reproduce: 17.755 to 17.806 %");
  published = dup_published (fixture);
  g_assert_cmpstr (published, ==, "17.9 % does not reproduce: 17.755 to 17.806 %");
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  show (fixture, "i", SAMPLE);
  adw_combo_row_set_selected (get_combo (fixture, 0), 1);

  assert_span (fixture, "2018", "2022");
  assert_result (fixture, "8.441 %",
                 "The rounding of the values allows 8.430 to 8.452 %\n"
                 "(1374 ÷ 993.6)^(1 ÷ 4) − 1, where 993.6 is rounded to 0.1 and 1374 to 1");
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  adw_combo_row_set_selected (get_combo (fixture, 1), 0);
  assert_result (fixture, "—", "The last period comes before the first.");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

static void
test_break (Fixture *fixture, gconstpointer data)
{
  g_autofree char *published = NULL;

  show (fixture, "i", SAMPLE " break=2018:<b>catalogue&</b>");

  assert_result (fixture, "—",
                 "There is a break in the series before 2018: <b>catalogue&</b>\n"
                 "17.9 % cannot be checked");
  published = dup_published (fixture);
  g_assert_cmpstr (published, ==, "17.9 % cannot be checked");
}

/* A published rate leads to its periods. */
static void
test_activated (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show (fixture, "i", SAMPLE " growth=2015:2018:31.5:nominal");
  choose (fixture, "2018", "2022");
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  row = gtk_widget_get_next_sibling (
      gtk_widget_get_next_sibling (GTK_WIDGET (get_result (fixture))));
  if (!g_str_has_prefix (get_title (row), "31.5 %"))
    row = gtk_widget_get_prev_sibling (row);
  g_assert_true (gtk_widget_activate (row));

  assert_span (fixture, "2015", "2018");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

/* An edit leaves the periods as they were chosen; another indicator has its own. */
static void
test_edited (Fixture *fixture, gconstpointer data)
{
  show (fixture, "i", SAMPLE);
  choose (fixture, "2018", "2022");
  show (fixture, "i", SAMPLE " 2016=500");
  assert_span (fixture, "2018", "2022");

  show (fixture, "i", "2015=437 2022=1374");
  assert_span (fixture, "2015", "2022");

  show (fixture, "j", "2018=10 2020=11 2022=12");
  assert_span (fixture, "2018", "2022");
}

/* What was the only span was not chosen. */
static void
test_second (Fixture *fixture, gconstpointer data)
{
  show (fixture, "i", "2018=10");
  assert_span (fixture, "2018", "2018");
  show (fixture, "i", "2018=10 2020=11");
  assert_span (fixture, "2018", "2020");

  choose (fixture, "2020", "2020");
  show (fixture, "i", "2018=10 2020=11 2022=12");
  assert_span (fixture, "2020", "2020");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  show (fixture, "i", "2015=437 growth=2015:2022:17.9:as-published");
  assert_span (fixture, "2015", "2022");
  assert_result (fixture, "—", "There is no value for 2022.\n17.9 % cannot be checked");

  show (fixture, "j", "");
  assert_span (fixture, NULL, NULL);
  assert_result (fixture, "—", "Choose a first and a last period.");
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  show (fixture, "i", SAMPLE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->panel)));

  tide_growth_panel_set_indicator (fixture->panel, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->panel)));
  g_assert_null (tide_growth_panel_get_indicator (fixture->panel));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  show (fixture, "i", SAMPLE " break=2018");
  gtk_widget_measure (GTK_WIDGET (fixture->panel), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);

  g_assert_cmpint (minimum, <=, 336);
}

#define ADD(name, test) g_test_add ("/growth-panel/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("published", test_published);
  ADD ("chosen", test_chosen);
  ADD ("break", test_break);
  ADD ("activated", test_activated);
  ADD ("edited", test_edited);
  ADD ("second", test_second);
  ADD ("missing", test_missing);
  ADD ("none", test_none);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
