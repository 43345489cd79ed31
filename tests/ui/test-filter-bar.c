/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/lists/tide-filter-bar.h"
#include "ui/lists/tide-filter-chip.h"
#include "ui/lists/tide-filter-choices.h"
#include "ui/lists/tide-filter-popover.h"
#include "ui/rows/tide-code-row.h"
#include "ui/rows/tide-date-row.h"
#include "ui/tide-ui.h"

#include "tide-test-input.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"

typedef struct
{
  TideRegister *reg;
  TideFilterBar *bar;
  GtkWidget *window;
} Fixture;

static void
show (Fixture *fixture, TideRegister *reg)
{
  fixture->reg = reg;
  fixture->bar = g_object_new (TIDE_TYPE_FILTER_BAR, "register", fixture->reg, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_widget_set_valign (GTK_WIDGET (fixture->bar), GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->bar));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  show (fixture, tide_test_register_new ());
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->bar), (gpointer *) &fixture->bar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
  g_assert_null (fixture->bar);
  g_assert_finalize_object (fixture->reg);
}

static const TideFilter *
get_filter (Fixture *fixture)
{
  return tide_filter_bar_get_filter (fixture->bar);
}

static void
ask (Fixture *fixture, const char *member, const char *value)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_copy (get_filter (fixture));

  tide_filter_add ((TideFilter *) filter, member, value);
  tide_filter_bar_set_filter (fixture->bar, TIDE_FILTER (filter));
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  return tide_test_find_child (GTK_WIDGET (fixture->bar), type);
}

static GtkWidget *
find_chip (Fixture *fixture, const char *text)
{
  GtkWidget *label = tide_test_find_label (GTK_WIDGET (fixture->bar), text);

  return label != NULL ? gtk_widget_get_ancestor (label, TIDE_TYPE_FILTER_CHIP) : NULL;
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* The row of the list of criteria, or the check button, that reads so. */
static GtkWidget *
find_in_popover (Fixture *fixture, const char *text, GType type)
{
  GtkWidget *label = tide_test_find_label (find (fixture, TIDE_TYPE_FILTER_POPOVER), text);

  return label != NULL ? gtk_widget_get_ancestor (label, type) : NULL;
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
open_criterion (Fixture *fixture, const char *title)
{
  tide_filter_bar_add (fixture->bar);
  tide_test_settle (100);
  gtk_widget_activate (find_in_popover (fixture, title, GTK_TYPE_LIST_BOX_ROW));
  tide_test_settle (300);
}

static void
apply (Fixture *fixture)
{
  click (find_in_popover (fixture, "Apply", GTK_TYPE_BUTTON));
  tide_test_settle (100);
}

static gboolean
is_open (Fixture *fixture)
{
  return gtk_widget_get_visible (find (fixture, TIDE_TYPE_FILTER_POPOVER));
}

static GtkWidget *
find_row (GtkWidget *widget, GType type, const char *title)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, type, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type_into (Fixture *fixture, GType type, const char *title, const char *text)
{
  GtkWidget *row = find_row (find (fixture, TIDE_TYPE_FILTER_POPOVER), type, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* Values of one criterion share a chip, and several chips have one button to clear them. */
static void
test_chips (Fixture *fixture, gconstpointer data)
{
  ask (fixture, "stages", "signed");
  ask (fixture, "stages", "lead");
  ask (fixture, "counting", "live");
  tide_filter_bar_set_filter (fixture->bar, get_filter (fixture));
  g_assert_nonnull (find_chip (fixture, "Counted in Totals"));
  g_assert_nonnull (find_chip (fixture, "Signed or Lead"));

  click (gtk_widget_get_ancestor (tide_test_find_label (GTK_WIDGET (fixture->bar), "Clear"),
                                  GTK_TYPE_BUTTON));
  tide_test_settle (50);
  g_assert_true (tide_filter_is_empty (get_filter (fixture)));
}

/* Delete takes one chip after the other, and then the keyboard is at the button that adds. */
static void
test_delete_keys (Fixture *fixture, gconstpointer data)
{
  ask (fixture, "stages", "signed");
  ask (fixture, "tags", "urgent");
  ask (fixture, "counting", "live");
  tide_test_settle (100);
  gtk_widget_grab_focus (find_chip (fixture, "urgent"));
  tide_test_press (fixture->window, GDK_KEY_Delete);
  tide_test_settle (50);
  g_assert_cmpuint (tide_entries_get_n (get_filter (fixture)->tags), ==, 0);
  g_assert_true (
      gtk_widget_is_ancestor (get_focus (fixture), find_chip (fixture, "Counted in Totals")));
  tide_test_press (fixture->window, GDK_KEY_BackSpace);
  tide_test_settle (50);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), find_chip (fixture, "Signed")));
  tide_test_press (fixture->window, GDK_KEY_Delete);
  tide_test_settle (50);
  g_assert_true (tide_filter_is_empty (get_filter (fixture)));
  g_assert_true (GTK_IS_BUTTON (get_focus (fixture)));
  g_assert_null (gtk_widget_get_ancestor (get_focus (fixture), TIDE_TYPE_FILTER_CHIP));
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  open_criterion (fixture, "Stage");
  g_assert_true (is_open (fixture));
  gtk_widget_activate (find_in_popover (fixture, "Signed", GTK_TYPE_CHECK_BUTTON));
  gtk_widget_activate (find_in_popover (fixture, "No Stage", GTK_TYPE_CHECK_BUTTON));
  g_assert_cmpuint (get_filter (fixture)->stages->len, ==, 2);
  gtk_widget_activate (find_in_popover (fixture, "Signed", GTK_TYPE_CHECK_BUTTON));
  g_assert_cmpuint (get_filter (fixture)->stages->len, ==, 1);

  gtk_popover_popdown (GTK_POPOVER (find (fixture, TIDE_TYPE_FILTER_POPOVER)));
  tide_test_settle (100);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), find_chip (fixture, "No Stage")));
}

/* Escape in the field that searches the choices closes them. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  open_criterion (fixture, "Stage");
  g_assert_true (is_open (fixture));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  tide_test_settle (100);
  g_assert_false (is_open (fixture));
}

/* What cannot be ticked by itself is there to be unticked. */
static void
test_strangers (Fixture *fixture, gconstpointer data)
{
  ask (fixture, "divisions", "=city");
  ask (fixture, "divisions", "&east");
  ask (fixture, "divisions", "gone");
  open_criterion (fixture, "Division");
  gtk_widget_activate (find_in_popover (fixture, "East", GTK_TYPE_CHECK_BUTTON));
  gtk_widget_activate (find_in_popover (fixture, "City alone", GTK_TYPE_CHECK_BUTTON));
  gtk_widget_activate (find_in_popover (fixture, "Deleted Division", GTK_TYPE_CHECK_BUTTON));
  g_assert_true (tide_filter_is_empty (get_filter (fixture)));
}

static void
test_stage_range (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover;

  open_criterion (fixture, "Range of Stages");
  popover = find (fixture, TIDE_TYPE_FILTER_POPOVER);
  tide_code_row_set_code (TIDE_CODE_ROW (find_row (popover, TIDE_TYPE_CODE_ROW, "From Stage")),
                          "started");
  tide_code_row_set_code (TIDE_CODE_ROW (find_row (popover, TIDE_TYPE_CODE_ROW, "To Stage")),
                          "signed");
  apply (fixture);
  g_assert_true (is_open (fixture));
  g_assert_true (tide_filter_is_empty (get_filter (fixture)));

  tide_code_row_set_code (TIDE_CODE_ROW (find_row (popover, TIDE_TYPE_CODE_ROW, "To Stage")), NULL);
  apply (fixture);
  g_assert_false (is_open (fixture));
  g_assert_cmpstr (get_filter (fixture)->stage_from, ==, "started");
  g_assert_nonnull (find_chip (fixture, "Stage ≥ Started"));
}

/* How ends of a range are typed; nothing where they are refused. */
typedef struct
{
  const char *from;
  const char *to;
  const char *chip;
  const char *currency;
} AmountCase;

static const AmountCase amounts[] = {
  { "1亿", "", "at least 100,000,000 yuan", "CNY" },
  { "", "US$5m", "at most US$5,000,000", "USD" },
  { "16 bn", "20 bn", "16,000,000,000 yuan to 20,000,000,000 yuan", "CNY" },
  { "-5亿", "0", "-500,000,000 yuan to 0 yuan", "CNY" },
  { "20 bn", "16 bn", NULL, NULL },
  { "1亿", "US$50bn", NULL, NULL },
  { "much", "", NULL, NULL },
};

static void
test_amounts (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      tide_filter_bar_set_filter (fixture->bar, NULL);
      open_criterion (fixture, "Range of Amounts");
      type_into (fixture, TIDE_TYPE_FIELD_ROW, "At Least", amounts[i].from);
      type_into (fixture, TIDE_TYPE_FIELD_ROW, "At Most", amounts[i].to);
      apply (fixture);
      g_test_message ("%s %s", amounts[i].from, amounts[i].to);
      g_assert_cmpint (is_open (fixture), ==, amounts[i].chip == NULL);
      g_assert_cmpstr (get_filter (fixture)->currency, ==, amounts[i].currency);
      if (amounts[i].chip != NULL)
        g_assert_nonnull (find_chip (fixture, amounts[i].chip));
      else
        g_assert_true (tide_filter_is_empty (get_filter (fixture)));
      gtk_popover_popdown (GTK_POPOVER (find (fixture, TIDE_TYPE_FILTER_POPOVER)));
      tide_test_settle (100);
    }
}

/* What was asked for stands in the form again, as it is read. */
static void
test_amounts_again (Fixture *fixture, gconstpointer data)
{
  ask (fixture, "amount-from", "5000000");
  ask (fixture, "amount-to", "-0.01");
  ask (fixture, "amount-to", "7000000.05");
  ask (fixture, "currency", "USD");
  open_criterion (fixture, "Range of Amounts");
  apply (fixture);
  g_assert_false (is_open (fixture));
  g_assert_cmpstr (get_filter (fixture)->currency, ==, "USD");
  g_assert_cmpint (get_filter (fixture)->amount_from.mantissa, ==, 5000000);
  g_assert_cmpint (get_filter (fixture)->amount_to.mantissa, ==, 700000005);

  gtk_widget_activate_action (find (fixture, TIDE_TYPE_FILTER_CHIP), "chip.remove", NULL);
  g_assert_true (tide_filter_is_empty (get_filter (fixture)));
  g_assert_null (get_filter (fixture)->currency);
}

typedef struct
{
  const char *from;
  const char *to;
  const char *chip;
} DateCase;

static const DateCase dates[] = {
  { "2023年8月", "", "Signed: from 2023-08" },
  { "", "2023/8/15", "Signed: until 2023-08-15" },
  { "2023-Q1", "2023", "Signed: Q1 2023 to 2023" },
  { "2024", "2023", NULL },
  { "2023-02-30", "", NULL },
  { "yesterday", "", NULL },
  { "1023", "", NULL },
};

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      tide_filter_bar_set_filter (fixture->bar, NULL);
      open_criterion (fixture, "Range of Dates");
      type_into (fixture, TIDE_TYPE_DATE_ROW, "First Date", dates[i].from);
      type_into (fixture, TIDE_TYPE_DATE_ROW, "Last Date", dates[i].to);
      apply (fixture);
      g_test_message ("%s %s", dates[i].from, dates[i].to);
      g_assert_cmpint (is_open (fixture), ==, dates[i].chip == NULL);
      if (dates[i].chip != NULL)
        g_assert_nonnull (find_chip (fixture, dates[i].chip));
      else
        g_assert_true (tide_filter_is_empty (get_filter (fixture)));
      gtk_popover_popdown (GTK_POPOVER (find (fixture, TIDE_TYPE_FILTER_POPOVER)));
      tide_test_settle (100);
    }
}

static void
test_possible_dates (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = find (fixture, TIDE_TYPE_FILTER_POPOVER);

  ask (fixture, "date", "started");
  ask (fixture, "date-from", "2023-05");
  open_criterion (fixture, "Range of Dates");
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (find_row (popover, ADW_TYPE_SWITCH_ROW, "Include Possible Dates")), TRUE);
  apply (fixture);
  g_assert_cmpstr (get_filter (fixture)->date, ==, "started");
  g_assert_cmpstr (get_filter (fixture)->date_match, ==, "possibly");
  g_assert_cmpint (get_filter (fixture)->date_from.month, ==, 5);
}

/* Of thousands the first are shown, with how many more there are; a search finds the others. */
static void
test_many_parties (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  Fixture fixture;
  GtkWidget *entry;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("party-%04u", i);

      tide_snapshot_add (snapshot, TIDE_RECORD_PARTY,
                         tide_test_payload_new (TIDE_RECORD_PARTY, id, id));
    }
  show (&fixture, tide_register_new_from_snapshot (snapshot, clock, "author"));
  open_criterion (&fixture, "Party");
  g_assert_nonnull (
      find_in_popover (&fixture, "2801 more: search for them", TIDE_TYPE_FILTER_CHOICES));
  g_assert_null (find_in_popover (&fixture, "party-2987", GTK_TYPE_CHECK_BUTTON));

  entry = tide_test_find_child (find (&fixture, TIDE_TYPE_FILTER_POPOVER), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), " PARTY-2987 ");
  tide_test_settle (100);
  gtk_widget_activate (find_in_popover (&fixture, "party-2987", GTK_TYPE_CHECK_BUTTON));
  g_assert_nonnull (find_chip (&fixture, "party-2987"));
  fixture_tear_down (&fixture, NULL);
}

/* A chip says of what is deleted that it is, and the name again when that comes back. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  static const char *const sea[] = { "sea", NULL };
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  ask (fixture, "sectors", "sea");
  g_assert_false (gtk_widget_has_css_class (find_chip (fixture, "Marine equipment"), "gone"));
  step = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_SECTOR, sea, NULL);
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
  g_assert_null (find_chip (fixture, "Marine equipment"));
  g_assert_true (gtk_widget_has_css_class (find_chip (fixture, "Deleted Sector"), "gone"));

  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_null (find_chip (fixture, "Deleted Sector"));
  g_assert_false (gtk_widget_has_css_class (find_chip (fixture, "Marine equipment"), "gone"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  tide_ui_init ();

  ADD ("/ui/filter-bar/chips", test_chips);
  ADD ("/ui/filter-bar/delete-keys", test_delete_keys);
  ADD ("/ui/filter-bar/choices", test_choices);
  ADD ("/ui/filter-bar/escape", test_escape);
  ADD ("/ui/filter-bar/strangers", test_strangers);
  ADD ("/ui/filter-bar/gone", test_gone);
  ADD ("/ui/filter-bar/stage-range", test_stage_range);
  ADD ("/ui/filter-bar/amounts", test_amounts);
  ADD ("/ui/filter-bar/amounts-again", test_amounts_again);
  ADD ("/ui/filter-bar/dates", test_dates);
  ADD ("/ui/filter-bar/possible-dates", test_possible_dates);
  g_test_add_func ("/ui/filter-bar/many-parties", test_many_parties);

  return g_test_run ();
}
