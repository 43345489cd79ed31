/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-config.h"

#include "chart/tide-bar-chart.h"
#include "codec/tide-json-reader.h"
#include "stats/tide-overview.h"
#include "ui/lists/tide-view.h"
#include "ui/pages/tide-overview-card.h"
#include "ui/pages/tide-overview-page.h"
#include "ui/pages/tide-page.h"
#include "ui/rows/tide-explain-button.h"
#include "ui/rows/tide-figure-tile.h"
#include "ui/tide-ui.h"

#include "tide-test-widgets.h"

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  TideOverviewPage *page;
  TidePayload *filter; /* the last one asked for */
} Fixture;

static void
on_filter_requested (Fixture *fixture, TidePayload *filter)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  fixture->filter = tide_payload_ref (filter);
}

/* Until everything is worked out and shown. */
static void
wait_for_page (Fixture *fixture)
{
  do
    tide_test_settle (0);
  while (tide_overview_page_is_busy (fixture->page));
  tide_test_settle (0);
}

static TideRegister *
read_text (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);

  snapshot = tide_json_read (bytes, name, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static TideRegister *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return read_text (text, name);
}

static void
show (Fixture *fixture)
{
  fixture->page = g_object_new (TIDE_TYPE_OVERVIEW_PAGE, NULL);
  g_signal_connect_swapped (fixture->page, "filter-requested", G_CALLBACK (on_filter_requested),
                            fixture);
  tide_overview_page_set_register (fixture->page, fixture->reg);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_page (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = read_sample (data);
  show (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (0);
  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->reg);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        {
          g_autofree char *own = NULL;

          g_object_get (child, "title", &own, NULL);
          if (g_strcmp0 (own, title) == 0)
            return child;
        }

      found = find_child (child, type, title);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static TideBarChart *
find_chart (Fixture *fixture, const char *title)
{
  GtkWidget *chart = find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_BAR_CHART, title);

  g_assert_nonnull (chart);

  return TIDE_BAR_CHART (chart);
}

/* What the meeting declared, as the person reads it. */
static void
test_declared (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  g_assert_nonnull (tide_test_find_label (page, "17"));
  g_assert_nonnull (tide_test_find_label (page, "16 billion yuan"));
  g_assert_nonnull (tide_test_find_label (page, "US$1.06 billion"));
}

static void
test_indicators (Fixture *fixture, gconstpointer data)
{
  GListModel *bars = tide_bar_chart_get_model (find_chart (fixture, "Indicators by Year"));
  static const char *expected[] = { "43.7", "137.4", "222.4", "641.1" };
  guint n_found = 0;

  g_assert_cmpuint (g_list_model_get_n_items (bars), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TideBar) bar = g_list_model_get_item (bars, i);

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        n_found += g_strcmp0 (tide_bar_get_value_text (bar), expected[j]) == 0;
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (expected));
}

/* Years stand in their order, whichever indicator begins first. */
static void
test_periods (Fixture *fixture, gconstpointer data)
{
  GListModel *bars = tide_bar_chart_get_model (find_chart (fixture, "Indicators by Year"));
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; i < g_list_model_get_n_items (bars); i++)
    {
      g_autoptr (TideBar) bar = g_list_model_get_item (bars, i);

      g_assert_cmpstr (last, <=, tide_bar_get_label (bar));
      g_set_str (&last, tide_bar_get_label (bar));
    }
  g_assert_cmpstr (last, ==, "2024");
}

/* The choices under which everything is opened; the rates to dollars are added by the test. */
static const struct
{
  const char *name;
  const char *kind;
  const char *period;
  const char *currency;
  const char *rate_set;
  const char *steps;
} choices[] = {
  { "agreement", "agreement", NULL, NULL, NULL, NULL },
  { "intention", "intention", NULL, NULL, NULL, NULL },
  { "arrived-by-quarter", "arrived", NULL, NULL, NULL, "quarters" },
  { "foreign-contracted", "foreign-contracted", NULL, NULL, NULL, NULL },
  { "agreement-of-a-year", "agreement", "2024", NULL, NULL, NULL },
  { "arrived-of-a-quarter", "arrived", "2023-Q3", NULL, NULL, "quarters" },
  { "other-rates", "agreement", NULL, NULL, "made-up-average", NULL },
  { "dollars-of-a-year", "agreement", "2023", "USD", "test-rates", NULL },
};

static void
add_rate (Fixture *fixture, const char *from, const char *value)
{
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);
  TideRatePayload *rate = (TideRatePayload *) payload;
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  tide_payload_set_string (&rate->set, "test-rates");
  tide_payload_set_string (&rate->from, from);
  tide_payload_set_string (&rate->to, "USD");
  tide_date_parse ("2020", FALSE, &rate->date);
  tide_decimal_parse (value, &rate->value);
  step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_RATE, payload);
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
}

static void
choose (Fixture *fixture, gsize index, gboolean shows_amounts)
{
  static const char *const cards[]
      = { "stages", "divisions", "sectors", "time", "parties", "sizes" };
  const char *const values[][2] = { { "amount-kind", choices[index].kind },
                                    { "period", choices[index].period },
                                    { "currency", choices[index].currency },
                                    { "rate-set", choices[index].rate_set },
                                    { "steps", choices[index].steps } };
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) view = NULL;
  g_autoptr (GVariant) kept = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i][1] != NULL)
      g_variant_dict_insert (&dict, values[i][0], "s", values[i][1]);
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    g_variant_dict_insert (&dict, cards[i], "b", shows_amounts);
  view = g_variant_ref_sink (g_variant_dict_end (&dict));
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  wait_for_page (fixture);

  kept = tide_page_dup_view (TIDE_PAGE (fixture->page));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const char *value = NULL;

      g_variant_lookup (kept, values[i][0], "&s", &value);
      g_assert_cmpstr (value, ==, values[i][1]);
    }
}

/* The rate in force, found the slow way. */
static const TideRatePayload *
find_rate (TideSnapshot *snapshot, const TideFilter *filter, const TideAmount *amount)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  const GPtrArray *rates = tide_snapshot_get_records (snapshot, TIDE_RECORD_RATE);
  const char *to = filter->currency != NULL ? filter->currency : settings->currency;
  const char *set = filter->rate_set != NULL ? filter->rate_set : settings->rate_set;
  const guint32 day
      = tide_date_is_set (&amount->date) ? tide_date_get_last_day (&amount->date) : G_MAXUINT32;
  const TideRatePayload *found = NULL;

  for (guint i = 0; i < tide_entries_get_n (rates); i++)
    {
      const TideRatePayload *rate = g_ptr_array_index (rates, i);

      if (g_strcmp0 (rate->set, set) == 0 && g_strcmp0 (rate->to, to) == 0
          && g_strcmp0 (rate->from, amount->money.currency) == 0
          && tide_date_get_first_day (&rate->date) <= day
          && (found == NULL
              || tide_date_get_first_day (&rate->date) >= tide_date_get_first_day (&found->date)))
        found = rate;
    }

  return found;
}

static gboolean
is_meant (const TideFilter *filter, const TideAmount *amount)
{
  if (g_strcmp0 (amount->kind, filter->amount_kind) != 0 || !amount->counted
      || amount->money.currency[0] == '\0')
    return FALSE;
  if (!tide_date_is_set (&filter->period))
    return TRUE;

  return tide_date_is_set (&amount->date)
         && tide_date_get_first_day (&amount->date) >= tide_date_get_first_day (&filter->period)
         && tide_date_get_last_day (&amount->date) <= tide_date_get_last_day (&filter->period);
}

static gint64
add_up_project (const TideProjectPayload *project, TideSnapshot *snapshot, const TideFilter *filter)
{
  const char *currency = filter->currency != NULL ? filter->currency
                                                  : tide_snapshot_get_settings (snapshot)->currency;
  gint64 sum = 0;

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      const TideRatePayload *rate = find_rate (snapshot, filter, amount);
      TideMoney money = amount->money;

      if (!is_meant (filter, amount))
        continue;
      if (strcmp (money.currency, currency) == 0)
        sum += money.minor;
      else if (rate != NULL && tide_money_convert (&amount->money, &rate->value, currency, &money))
        sum += money.minor;
    }

  return sum;
}

typedef struct
{
  guint n;
  gint64 minor; /* of the opened rows' amounts, told as the filter tells them */
} Opened;

/* The rows that the last filter opens, found by the page's list as well as one by one. */
static Opened
open_rows (Fixture *fixture)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (fixture->reg);
  g_autoptr (TideMatcher) matcher = tide_matcher_new (TIDE_FILTER (fixture->filter), snapshot);
  g_autoptr (TideView) view = tide_view_new (fixture->reg);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  Opened opened = { 0 };

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (!tide_matcher_matches (matcher, project))
        continue;
      opened.n++;
      opened.minor += add_up_project (project, snapshot, TIDE_FILTER (fixture->filter));
    }

  tide_view_set_filter (view, TIDE_FILTER (fixture->filter));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view)), ==, opened.n);

  return opened;
}

static void
collect_children (GtkWidget *widget, GType type, GPtrArray *found)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        g_ptr_array_add (found, child);
      collect_children (child, type, found);
    }
}

static void
check_notes (Fixture *fixture, guint *n_checked)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect_children (GTK_WIDGET (fixture->page), TIDE_TYPE_EXPLAIN_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, >=, 12);
  for (guint i = 0; i < buttons->len; i++)
    {
      const GPtrArray *notes = tide_explain_button_get_notes (g_ptr_array_index (buttons, i));

      for (guint j = 0; j < notes->len; j++)
        {
          const TideFigureNote *note = g_ptr_array_index (notes, j);

          if (note->filter == NULL)
            continue;
          on_filter_requested (fixture, &((TideFilter *) note->filter)->base);
          g_test_message ("%s", note->text);
          g_assert_cmpuint (open_rows (fixture).n, ==, note->n);
          g_assert_cmpuint (note->n, ==, (guint) g_ascii_strtoull (note->text, NULL, 10));
          (*n_checked)++;
        }
    }
}

static void
check_tile (Fixture *fixture, GtkWidget *tile, guint *n_checked)
{
  g_autofree char *title = NULL;
  Opened opened;

  g_object_get (tile, "title", &title, NULL);
  g_test_message ("%s", title);
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  g_signal_emit_by_name (tide_test_find_child (tile, GTK_TYPE_BUTTON), "clicked");
  g_assert_nonnull (fixture->filter);
  opened = open_rows (fixture);
  (*n_checked)++;

  if (strcmp (title, "Live Projects") == 0 || strcmp (title, "Needs Attention") == 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", opened.n);

      g_assert_nonnull (tide_test_find_label (tile, count));
    }
  else if (strcmp (title, "Arrived of Agreed") != 0 && tide_test_find_label (tile, "—") == NULL)
    {
      const TideFilter *filter = TIDE_FILTER (fixture->filter);
      TideMoney money = { .minor = opened.minor };
      g_autofree char *exact = NULL;
      g_autofree char *shown = NULL;

      g_strlcpy (money.currency, filter->currency != NULL ? filter->currency : "CNY",
                 sizeof money.currency);
      exact = tide_money_dup_exact (&money, TIDE_LANGUAGE_EN);
      shown = tide_money_dup_text (&money, TIDE_UNIT_HUNDRED_MILLION, TIDE_LANGUAGE_EN);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (tide_test_find_label (tile, shown)), ==, exact);
    }
}

static void
check_tiles (Fixture *fixture, guint *n_checked)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();

  collect_children (GTK_WIDGET (fixture->page), TIDE_TYPE_FIGURE_TILE, tiles);
  g_assert_cmpuint (tiles->len, >=, 6);
  for (guint i = 0; i < tiles->len; i++)
    check_tile (fixture, g_ptr_array_index (tiles, i), n_checked);
}

/* Parts by share are not whole rows: they are checked as counts and, all together, as a sum. */
static gboolean
is_of_whole_rows (const char *title, const char *id)
{
  return strcmp (title, "Amounts by Sector") != 0 && !g_str_has_suffix (id, "/undated")
         && !g_str_has_suffix (id, "/none");
}

static void
check_bar (Fixture *fixture, TideBarChart *chart, TideBar *bar, gboolean is_money)
{
  const char *title = tide_bar_chart_get_title (chart);
  Opened opened;

  g_test_message ("%s: %s", title, tide_bar_get_id (bar));
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  g_signal_emit_by_name (chart, "bar-activated", bar);
  g_assert_nonnull (fixture->filter);
  opened = open_rows (fixture);
  if (!is_money)
    g_assert_cmpuint (opened.n, ==, (guint) tide_bar_get_value (bar));
  else if (is_of_whole_rows (title, tide_bar_get_id (bar)))
    g_assert_cmpfloat_with_epsilon ((double) opened.minor / 100, tide_bar_get_value (bar), 0.001);
  else
    g_assert_cmpuint (opened.n, >, 0);
}

static void
check_charts (Fixture *fixture, gboolean is_money, guint *n_checked)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  collect_children (GTK_WIDGET (fixture->page), TIDE_TYPE_OVERVIEW_CARD, cards);
  g_assert_cmpuint (cards->len, ==, 6);
  for (guint i = 0; i < cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (cards, i);
      TideBarChart *chart = TIDE_BAR_CHART (tide_test_find_child (card, TIDE_TYPE_BAR_CHART));
      GListModel *bars = tide_bar_chart_get_model (chart);

      g_assert_true (tide_overview_card_get_shows_amounts (TIDE_OVERVIEW_CARD (card)) == is_money);
      for (guint j = 0; j < g_list_model_get_n_items (bars); j++, (*n_checked)++)
        {
          g_autoptr (TideBar) bar = g_list_model_get_item (bars, j);

          check_bar (fixture, chart, bar, is_money);
        }
    }
}

static double
add_up_bars (Fixture *fixture, const char *title)
{
  GListModel *bars = tide_bar_chart_get_model (find_chart (fixture, title));
  double sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (bars); i++)
    {
      g_autoptr (TideBar) bar = g_list_model_get_item (bars, i);

      sum += tide_bar_get_value (bar);
    }

  return sum;
}

/* Every figure, bar and line of an explanation opens exactly the rows it counted, and their
 * amounts, added up from nothing but these rows, are what it shows. */
static void
test_everything_opens_its_rows (Fixture *fixture, gconstpointer data)
{
  guint n_checked = 0;

  add_rate (fixture, "CNY", "0.14");
  add_rate (fixture, "EUR", "1.1");
  wait_for_page (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_test_message ("%s", choices[i].name);
      choose (fixture, i, FALSE);
      check_charts (fixture, FALSE, &n_checked);
      check_notes (fixture, &n_checked);
      choose (fixture, i, TRUE);
      check_charts (fixture, TRUE, &n_checked);
      check_notes (fixture, &n_checked);
      check_tiles (fixture, &n_checked);
      g_assert_cmpfloat_with_epsilon (add_up_bars (fixture, "Amounts by Sector"),
                                      add_up_bars (fixture, "Amounts by Stage"), 0.001);
    }
  g_assert_cmpuint (n_checked, >, 500);
}

static char *
dup_live_count (Fixture *fixture)
{
  TideFilter *filter = tide_filter_new ();

  tide_filter_add (filter, "counting", "live");
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  fixture->filter = &filter->base;

  return g_strdup_printf ("%u", open_rows (fixture).n);
}

static void
test_gone_choice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view
      = g_variant_ref_sink (g_variant_new_parsed ("{'rate-set': <'gone'>, 'period': <'1850'>,"
                                                  " 'currency': <'ZZZ'>, 'level': <7>}"));
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *live = dup_live_count (fixture);

  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  wait_for_page (fixture);
  wait_for_page (fixture);
  kept = tide_page_dup_view (TIDE_PAGE (fixture->page));
  g_assert_false (g_variant_lookup (kept, "rate-set", "&s", NULL));
  g_assert_false (g_variant_lookup (kept, "period", "&s", NULL));
  g_assert_false (g_variant_lookup (kept, "currency", "&s", NULL));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->page), live));
}

static void
test_follows_steps (Fixture *fixture, gconstpointer data)
{
  TideList *projects = tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT);
  const char *ids[] = { tide_record_get_id (tide_list_get (projects, 0)), NULL };
  g_autoptr (TideStep) step
      = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PROJECT, ids, NULL);
  GtkWidget *tile = find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_FIGURE_TILE, "Live Projects");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (tide_test_find_label (tile, "2"));
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
  wait_for_page (fixture);
  g_assert_nonnull (tide_test_find_label (tile, "1"));
  g_assert_true (tide_register_undo (fixture->reg));
  wait_for_page (fixture);
  g_assert_nonnull (tide_test_find_label (tile, "2"));
}

/* States of a register in which there is little or too much to add up. */
typedef struct
{
  const char *name;
  const char *records; /* the members of the register that matter */
  const char *shown[3];
  const char *not_shown; /* nullable */
} State;

#define AMOUNT(value, currency)                                                                    \
  "{\"id\": \"a\", \"kind\": \"agreement\", \"value\": \"" value "\", \"currency\": \"" currency   \
  "\"}"

static const State states[] = {
  { "empty",
    "\"currency\": \"CNY\"",
    { "No Projects Yet", "Add a project, and this page shows how you stand." } },
  { "one-project",
    "\"currency\": \"CNY\", \"projects\": [{\"id\": \"p\", \"amounts\": [" AMOUNT ("250",
                                                                                   "CNY") "]}]",
    { "1", "250 yuan", "of 1 project" },
    "0.0 %" },
  { "no-rates",
    "\"currency\": \"CNY\", \"projects\": [{\"id\": \"p\", \"amounts\": [" AMOUNT ("250",
                                                                                   "USD") "]}]",
    { "1 Without a Rate", "1 in Another Currency" } },
  { "no-currency",
    "\"projects\": [{\"id\": \"p\", \"amounts\": [" AMOUNT ("250", "USD") "]}]",
    { "1", "1 Without a Rate" } },
  { "terminated",
    "\"currency\": \"CNY\", \"projects\": [{\"id\": \"p\", \"statuses\": [{\"id\": \"s\", "
    "\"status\": "
    "\"terminated\", \"date\": \"2023\"}]}]",
    { "0", "1 left out" } },
  { "too-large",
    "\"currency\": \"CNY\", \"projects\": [{\"id\": \"p\", \"amounts\": [" AMOUNT (
        "90000000000000000",
        "CNY") "]}, {\"id\": \"q\", \"amounts\": [" AMOUNT ("90000000000000000", "CNY") "]}]",
    { "2", "Too Large to Add Up" } },
};

static void
set_up_state (Fixture *fixture, gconstpointer data)
{
  const State *state = data;
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"tideline-register\", \"version\": 1, \"id\": \"r\", %s}", state->records);

  fixture->reg = read_text (text, state->name);
  show (fixture);
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  const State *state = data;

  for (gsize i = 0; i < G_N_ELEMENTS (state->shown) && state->shown[i] != NULL; i++)
    {
      GtkWidget *label = tide_test_find_label (GTK_WIDGET (fixture->page), state->shown[i]);

      g_test_message ("%s", state->shown[i]);
      g_assert_nonnull (label);
      g_assert_true (gtk_widget_get_mapped (label));
    }
  if (state->not_shown != NULL)
    g_assert_null (tide_test_find_label (GTK_WIDGET (fixture->page), state->not_shown));
}

/* A register that changes while it is worked out, or goes away, is not shown as it was. */
static void
test_latest_wins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideRegister) other = read_sample ("ningbo.tideline");
  g_autofree char *live = dup_live_count (fixture);
  GtkWidget *page = GTK_WIDGET (fixture->page);

  tide_overview_page_set_register (fixture->page, NULL);
  tide_overview_page_set_register (fixture->page, fixture->reg);
  tide_overview_page_set_register (fixture->page, other);
  wait_for_page (fixture);
  g_assert_nonnull (tide_test_find_label (page, "17"));
  g_assert_null (tide_test_find_label (page, live));
  tide_overview_page_set_register (fixture->page, fixture->reg);
  choose (fixture, 1, FALSE);
  g_assert_nonnull (tide_test_find_label (page, live));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

#define ADD(name, sample, func)                                                                    \
  g_test_add ("/ui/overview/" name, Fixture, sample, set_up, func, tear_down)

  ADD ("declared", "ningbo.tideline", test_declared);
  ADD ("indicators", "ningbo.tideline", test_indicators);
  ADD ("follows-steps", "ningbo.tideline", test_follows_steps);
  ADD ("periods", "made-up.tideline", test_periods);
  ADD ("everything-opens-its-rows", "made-up.tideline", test_everything_opens_its_rows);
  ADD ("latest-wins", "made-up.tideline", test_latest_wins);
  ADD ("gone-choice", "made-up.tideline", test_gone_choice);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/overview/states/%s", states[i].name);

      g_test_add (path, Fixture, &states[i], set_up_state, test_state, tear_down);
    }

  return g_test_run ();
}
