/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/dialogs/tide-columns-dialog.h"
#include "ui/lists/tide-column-choice.h"
#include "ui/lists/tide-project-cell.h"
#include "ui/lists/tide-project-group-text.h"
#include "ui/lists/tide-project-totals.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/rows/tide-column-row.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#include <adwaita.h>

#include <string.h>

#define N_PROJECTS 80

/* The choice as words ------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *words; /* with spaces between them */
  const char *read;  /* what comes out, likewise */
} WordsRow;

static const WordsRow words_rows[] = {
  { "none", "", "" },
  { "usual", "name sector division stage amount event status updated", "" },
  { "usual-width", "name sector=150 division stage amount event status updated",
    "name sector=150 division stage amount event status updated" },
  { "moved", "stage name", "stage name" },
  { "sized", "name=300 tags=90", "name=300 tags=90" },
  { "without-name", "tags", "tags name" },
  { "unknown", "name nonsense tags=wide =5 = stage", "name tags stage" },
  { "too-narrow", "name tags=39", "name tags" },
  { "too-wide", "name tags=2001", "name tags" },
  { "twice", "name tags=90 name tags", "name tags=90" },
};

static void
test_words (gconstpointer data)
{
  const WordsRow *row = data;
  g_auto (GStrv) words = g_strsplit (row->words, " ", 0);
  g_auto (GStrv) read = NULL;
  g_autofree char *text = NULL;
  TideColumnChoice choice, again;

  tide_column_choice_init (&choice, (const char *const *) words);
  read = tide_column_choice_dup_words (&choice);
  text = g_strjoinv (" ", read);
  g_assert_cmpstr (text, ==, row->read);
  g_assert_cmpint (tide_column_choice_is_default (&choice), ==, *row->read == '\0');

  tide_column_choice_init (&again, (const char *const *) read);
  g_assert_true (tide_column_choice_equal (&choice, &again));
}

static void
test_width_by_steps (void)
{
  TideColumnChoice choice;
  guint sector;

  tide_column_choice_init (&choice, NULL);
  sector = tide_column_choice_find (&choice, TIDE_ORDER_SECTOR);
  tide_column_choice_widen (&choice, sector, 2);
  g_assert_cmpint (choice.columns[sector].width, ==, 190);
  tide_column_choice_widen (&choice, sector, -2);
  g_assert_true (tide_column_choice_is_default (&choice));
  tide_column_choice_widen (&choice, sector, -50);
  g_assert_cmpint (choice.columns[sector].width, ==, TIDE_COLUMN_MIN_WIDTH);
  tide_column_choice_widen (&choice, sector, 500);
  g_assert_cmpint (choice.columns[sector].width, ==, TIDE_COLUMN_MAX_WIDTH);
}

/* A register with something in every column ---------------------------------------------------- */

static const char *
pick (const char *const *words)
{
  return words[g_test_rand_int_range (0, (gint32) g_strv_length ((GStrv) words))];
}

static void
add_parties (TidePayload *payload)
{
  static const char *const parties[] = { "maker", "aux", "midea", NULL };
  static const char *const roles[] = { "investor", "investor", "operator", NULL };

  for (gint32 n = g_test_rand_int_range (0, 4); n > 0; n--)
    {
      TidePayload *entry = tide_test_payload_add_entry (payload, "parties", NULL);

      tide_test_payload_set (entry, "party", pick (parties));
      tide_test_payload_set (entry, "role", pick (roles));
    }
}

static void
add_stages (TidePayload *payload)
{
  static const char *const dates[] = { "2021", "2021-06", "2022-01-15", "2022-12", NULL };
  static const char *const stages[] = { "lead", "intention", "signed", "started", NULL };
  TidePayload *entry = tide_test_payload_add_entry (payload, "stages", "s1");

  tide_test_payload_set (entry, "stage", pick (stages));
  tide_test_payload_set (entry, "date", pick (dates));
}

static void
add_amounts (TidePayload *payload)
{
  static const char *const kinds[]
      = { "intention",   "agreement", "foreign-contracted", "foreign-utilised", "arrived",
          "fixed-asset", NULL };
  static const char *const currencies[] = { "CNY", "CNY", "JPY", NULL };

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *value = g_strdup_printf ("%d", g_test_rand_int_range (1, 2000000000));
      TidePayload *entry = tide_test_payload_add_entry (payload, "amounts", id);

      tide_test_payload_set (entry, "kind", pick (kinds));
      tide_test_payload_set (entry, "value", value);
      tide_test_payload_set (entry, "currency", pick (currencies));
    }
}

static void
set_perhaps (TidePayload *payload, const char *path, const char *const *words)
{
  if (g_test_rand_int_range (0, 4) > 0)
    tide_test_payload_set (payload, path, pick (words));
}

static TidePayload *
new_project (guint number)
{
  static const char *const names[] = { "Zinc", "alloy", "Motor", "Élan", "Öl", "plant 7", NULL };
  static const char *const zh[] = { "电池", "芯片", "港口", NULL };
  static const char *const numbers[] = { "2", "10", "A-3", NULL };
  static const char *const sectors[] = { "energy", "robots", "sea", NULL };
  static const char *const divisions[] = { "city", "east", NULL };
  static const char *const offices[] = { "Bureau", "Zone office", NULL };
  static const char *const dates[] = { "2024", "2024-03", "2024-03-01", "2025-12", NULL };
  g_autofree char *id = g_strdup_printf ("n%03u", number);
  TidePayload *payload = tide_test_payload_new (TIDE_RECORD_PROJECT, id, NULL);

  tide_text_init ((TideText *) tide_payload_get_name (payload), pick (names),
                  g_test_rand_bit () ? pick (zh) : NULL);
  set_perhaps (payload, "number", numbers);
  set_perhaps (payload, "division", divisions);
  set_perhaps (payload, "event", (const char *const[]) { "fair", NULL });
  set_perhaps (payload, "in-charge", offices);
  set_perhaps (payload, "plans/start", dates);
  set_perhaps (payload, "plans/completion", dates);
  set_perhaps (payload, "plans/production", dates);
  if (g_test_rand_bit ())
    tide_test_payload_set (tide_test_payload_add_entry (payload, "sectors", NULL), "sector",
                           pick (sectors));
  if (g_test_rand_bit ())
    tide_payload_add_string (payload, "tags", g_test_rand_bit () ? "fast" : "new");
  if (g_test_rand_bit ())
    add_stages (payload);
  if (g_test_rand_bit ())
    tide_test_payload_set (tide_test_payload_add_entry (payload, "statuses", "t1"), "status",
                           g_test_rand_bit () ? "paused" : "terminated");
  add_parties (payload);
  add_amounts (payload);
  ((TideProjectPayload *) payload)->created = g_test_rand_int_range (0, 3) * 100000000;
  ((TideProjectPayload *) payload)->updated = g_test_rand_int_range (0, 3) * 100000000;

  return payload;
}

static TideRegister *
new_register (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  tide_snapshot_add (snapshot, TIDE_RECORD_PARTY,
                     tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PARTY, "aux", "Aux")));
  tide_snapshot_add (
      snapshot, TIDE_RECORD_PARTY,
      tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PARTY, "midea", "Midea")));
  for (guint i = 0; i < N_PROJECTS; i++)
    tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, tide_payload_seal (new_project (i)));

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

/* The table ------------------------------------------------------------------------------------ */

typedef struct
{
  TideRegister *reg;
  TideProjectsTable *table;
  GtkColumnView *column_view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = new_register ();
  fixture->table = g_object_new (TIDE_TYPE_PROJECTS_TABLE, "register", fixture->reg, NULL);
  fixture->column_view
      = GTK_COLUMN_VIEW (tide_test_find_child (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->table), (gpointer *) &fixture->table);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
  g_assert_null (fixture->table);
  g_assert_finalize_object (fixture->reg);
}

static GtkColumnViewColumn *
find_column (Fixture *fixture, const char *code)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->column_view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_id (column), code))
        return column;
    }

  g_assert_not_reached ();
}

static char *
dup_visible (Fixture *fixture)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->column_view);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_strv_builder_add (codes, gtk_column_view_column_get_id (column));
    }
  list = g_strv_builder_end (codes);

  return g_strjoinv (" ", list);
}

static void
assert_visible (Fixture *fixture, const char *wanted)
{
  g_autofree char *visible = dup_visible (fixture);

  g_assert_cmpstr (visible, ==, wanted);
}

static void
assert_words (Fixture *fixture, const char *wanted)
{
  g_auto (GStrv) words = tide_projects_table_dup_columns (fixture->table);
  g_autofree char *text = g_strjoinv (" ", words);

  g_assert_cmpstr (text, ==, wanted);
}

static void
choose (Fixture *fixture, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", 0);

  tide_projects_table_set_columns (fixture->table, (const char *const *) list);
  tide_test_settle (100);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  guint n_told = 0;

  g_signal_connect_swapped (fixture->table, "notify::columns", G_CALLBACK (count), &n_told);
  assert_visible (fixture, "name sector division stage amount event status updated");
  choose (fixture, "stage name tags=90 signed");
  assert_visible (fixture, "stage name tags signed");
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (find_column (fixture, "tags")), ==, 90);
  g_assert_cmpuint (n_told, ==, 1);
  choose (fixture, "stage name tags=90 signed");
  g_assert_cmpuint (n_told, ==, 1);
  choose (fixture, "");
  assert_visible (fixture, "name sector division stage amount event status updated");
  assert_words (fixture, "");
}

/* As GTK does it while a person drags a title, or the line beside it. */
static void
test_dragged (Fixture *fixture, gconstpointer data)
{
  gtk_column_view_insert_column (fixture->column_view, 0, find_column (fixture, "status"));
  tide_test_settle (500);
  assert_words (fixture, "status name sector division stage amount event updated");
  gtk_column_view_column_set_fixed_width (find_column (fixture, "event"), 222);
  tide_test_settle (500);
  assert_words (fixture, "status name sector division stage amount event=222 updated");
  assert_visible (fixture, "status name sector division stage amount event updated");
}

/* Beside columns that are scrolled to, a name has room; given a width, it takes no more than that,
 * until the window is narrow. */
static void
test_width_of_name (Fixture *fixture, gconstpointer data)
{
  GtkColumnViewColumn *name = find_column (fixture, "name");

  g_assert_true (gtk_column_view_column_get_expand (name));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (name), ==, -1);
  choose (fixture, "name stage");
  g_assert_true (gtk_column_view_column_get_expand (name));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (name), ==, 200);
  choose (fixture, "name=180 stage");
  g_assert_false (gtk_column_view_column_get_expand (name));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (name), ==, 180);
  g_object_set (fixture->table, "room", 360, NULL);
  g_assert_true (gtk_column_view_column_get_expand (name));
  g_object_set (fixture->table, "room", 0, NULL);
  g_assert_false (gtk_column_view_column_get_expand (name));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "name tags signed stage");
  g_object_set (fixture->table, "room", 360, NULL);
  assert_visible (fixture, "name stage");
  assert_words (fixture, "name tags signed stage");
  g_object_set (fixture->table, "room", 840, NULL);
  assert_visible (fixture, "name tags signed stage");
}

/* Orders by the cells -------------------------------------------------------------------------- */

static char *
dup_cell (Fixture *fixture, const TideOrder *order, guint position)
{
  TideView *view = tide_projects_table_get_view (fixture->table);
  g_autoptr (TideProject) project = g_list_model_get_item (G_LIST_MODEL (view), position);

  return tide_project_cell_dup_text (tide_view_get_snapshot (view),
                                     tide_project_get_payload (project), order);
}

/* The first of several, whose names may be isolated, counts alone. */
static char *
dup_first (const char *cell)
{
  g_autoptr (GString) first = g_string_new (cell);
  char *more = strstr (first->str, " +");

  if (more != NULL)
    g_string_truncate (first, (gsize) (more - first->str));
  g_string_replace (first, ",", "", 0);
  g_string_replace (first, "\u2068", "", 0);
  g_string_replace (first, "\u2069", "", 0);

  return g_string_free_and_steal (g_steal_pointer (&first));
}

/* What cannot be compared: an empty cell, or an amount that has no rate. */
static gboolean
is_last (const TideOrder *order, const char *cell)
{
  TideAmountKind kind;

  if (!tide_order_get_amount_kind (order, &kind))
    return *cell == '\0';

  return *cell == '\0' || !g_ascii_isdigit (*cell);
}

static gboolean
is_date (TideOrderKey key)
{
  return key == TIDE_ORDER_SIGNED || key == TIDE_ORDER_CREATED || key == TIDE_ORDER_UPDATED
         || (key >= TIDE_ORDER_PLANNED_START && key <= TIDE_ORDER_PLANNED_PRODUCTION);
}

static gboolean
is_text (TideOrderKey key)
{
  return key == TIDE_ORDER_IN_CHARGE || key == TIDE_ORDER_TAGS || key == TIDE_ORDER_OTHER_NAME;
}

/* Less than 0 where @a comes first for whoever reads the cells; 0 where that does not say. */
static int
compare_cells (const TideOrder *order, const char *a, const char *b)
{
  TideAmountKind kind;

  if (tide_order_get_amount_kind (order, &kind))
    return (int) (g_ascii_strtod (a, NULL) > g_ascii_strtod (b, NULL))
           - (int) (g_ascii_strtod (a, NULL) < g_ascii_strtod (b, NULL));
  if (is_date (order->key))
    return strcmp (a, b);

  return is_text (order->key) ? g_utf8_collate (a, b) : 0;
}

static void
check_order (Fixture *fixture, const TideOrder *order)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *before = NULL;
  gboolean has_ended = FALSE;

  for (guint i = 0;
       i < g_list_model_get_n_items (G_LIST_MODEL (tide_projects_table_get_view (fixture->table)));
       i++)
    {
      g_autofree char *whole = dup_cell (fixture, order, i);
      g_autofree char *cell = dup_first (whole);
      const int sign = order->descending ? -1 : 1;

      has_ended = has_ended || is_last (order, cell);
      g_assert_cmpint (is_last (order, cell), ==, has_ended);
      if (has_ended)
        continue;
      if (before != NULL)
        g_assert_cmpint (compare_cells (order, before, cell) * sign, <=, 0);
      /* Equal cells stand together. */
      if (g_strcmp0 (before, cell) != 0)
        g_assert_true (g_hash_table_add (seen, g_strdup (cell)));
      g_set_str (&before, cell);
    }
}

/* The arrows beside the titles. */
static guint
count_arrows (GtkWidget *widget)
{
  guint n = gtk_widget_has_css_class (widget, "ascending")
            + gtk_widget_has_css_class (widget, "descending");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_arrows (child);

  return n;
}

/* Sorted by a column, its cells are in order, whoever clicks on its title or chooses the menu. */
static void
test_orders (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    for (guint descending = 0; descending < 2; descending++)
      {
        const TideOrder order = { .key = (TideOrderKey) i,
                                  .descending = descending != 0,
                                  .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT };
        const char *code = tide_order_key_to_code (order.key);

        g_test_message ("%s, %s", code, descending ? "descending" : "ascending");
        gtk_column_view_sort_by_column (fixture->column_view, find_column (fixture, code),
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
        g_assert_cmpstr (tide_projects_table_get_sort_by (fixture->table), ==, code);
        g_assert_cmpint (tide_projects_table_get_descending (fixture->table), ==, order.descending);
        g_assert_cmpuint (
            count_arrows (gtk_widget_get_first_child (GTK_WIDGET (fixture->column_view))), ==, 1);
        check_order (fixture, &order);
      }
}

static void
test_menu_of_orders (Fixture *fixture, gconstpointer data)
{
  GMenuModel *menu = tide_projects_table_get_more_orders (fixture->table);
  g_autofree char *target = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 0);
  choose (fixture, "name tags stage");
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
  g_assert_true (g_menu_model_get_item_attribute (menu, 0, "target", "s", &target));
  g_assert_cmpstr (target, ==, "tags");
}

/* Groups by party ------------------------------------------------------------------------------ */

static guint
count_joint_by_hand (Fixture *fixture, guint start, guint n)
{
  guint n_joint = 0;

  for (guint i = start; i < start + n; i++)
    {
      g_autoptr (TideProject) project
          = g_list_model_get_item (G_LIST_MODEL (tide_projects_table_get_view (fixture->table)), i);
      const GPtrArray *parties = tide_project_get_payload (project)->parties;
      g_autoptr (GHashTable) investors = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; j < tide_entries_get_n (parties); j++)
        {
          const TideParticipation *entry = g_ptr_array_index (parties, j);

          if (g_str_equal (entry->role, "investor"))
            g_hash_table_add (investors, entry->party);
        }
      n_joint += g_hash_table_size (investors) > 1;
    }

  return n_joint;
}

static void
check_group (Fixture *fixture, TideProjectGroup *group, guint start, guint n)
{
  const guint n_joint = count_joint_by_hand (fixture, start, n);
  g_autofree char *note = g_strdup_printf ("%u with further investors", n_joint);
  g_autofree char *notes = tide_project_group_text_dup_notes (group);
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (fixture->reg);
  g_autofree char *explanation = tide_project_group_text_dup_explanation (group, snapshot);

  g_assert_cmpuint (tide_project_group_get_n_joint (group), ==, n_joint);
  g_assert_cmpint (strstr (notes, note) != NULL, ==, n_joint > 0);
  g_assert_cmpint (strstr (explanation, "has the largest share") != NULL, ==, n_joint > 0);
}

/* Each project is in one group; how many would be in others as well is said. */
static void
test_parties (Fixture *fixture, gconstpointer data)
{
  TideProjectGroups *groups = tide_projects_table_get_groups (fixture->table);
  g_autoptr (TideProjectTotals) totals
      = tide_project_totals_new (groups, tide_projects_table_get_selection (fixture->table));
  guint n_changes = 0, n_projects = 0;

  tide_projects_table_set_group_by (fixture->table, "party");
  g_signal_connect_swapped (totals, "changed", G_CALLBACK (count), &n_changes);
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (tide_project_groups_get_n (groups), ==, 4);
  for (guint i = 0; i < tide_project_groups_get_n (groups); i++)
    {
      guint start, n;
      TideProjectGroup *group = tide_project_groups_get (groups, i, &start, &n);

      check_group (fixture, group, start, n);
      n_projects += n;
    }
  g_assert_cmpuint (n_projects, ==, N_PROJECTS + 3);

  tide_projects_table_set_group_by (fixture->table, "stage");
  n_changes = 0;
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < tide_project_groups_get_n (groups); i++)
    {
      guint start, n;

      g_assert_cmpuint (
          tide_project_group_get_n_joint (tide_project_groups_get (groups, i, &start, &n)), ==, 0);
    }
}

/* The dialog ----------------------------------------------------------------------------------- */

static TideColumnRow *
find_row (GtkWidget *widget, TideOrderKey key)
{
  if (TIDE_IS_COLUMN_ROW (widget)
      && tide_column_row_get_column (TIDE_COLUMN_ROW (widget))->key == key)
    return TIDE_COLUMN_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TideColumnRow *row = find_row (child, key);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static void
act (AdwDialog *dialog, TideOrderKey key, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (find_row (GTK_WIDGET (dialog), key)), action, NULL);
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = tide_columns_dialog_new (fixture->table);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->table));
  tide_test_settle (100);
  gtk_widget_activate (GTK_WIDGET (find_row (GTK_WIDGET (dialog), TIDE_ORDER_EVENT)));
  assert_words (fixture, "name sector division stage amount status updated");
  act (dialog, TIDE_ORDER_STATUS, "column.move-up");
  assert_words (fixture, "name sector division stage amount status updated");
  for (guint i = 0; i < 12; i++)
    act (dialog, TIDE_ORDER_STAGE, "column.move-up");
  assert_words (fixture, "stage name sector division amount status updated");
  act (dialog, TIDE_ORDER_SECTOR, "column.widen");
  act (dialog, TIDE_ORDER_SECTOR, "column.widen");
  act (dialog, TIDE_ORDER_STATUS, "column.narrow");
  assert_words (fixture, "stage name sector=190 division amount status=84 updated");
  assert_visible (fixture, "stage name sector division amount status updated");
  g_assert_cmpstr (adw_action_row_get_subtitle (
                       ADW_ACTION_ROW (find_row (GTK_WIDGET (dialog), TIDE_ORDER_SECTOR))),
                   ==, "190 pixels wide");

  gtk_widget_activate_action (GTK_WIDGET (dialog), "columns.reset", NULL);
  assert_words (fixture, "");
  assert_visible (fixture, "name sector division stage amount event status updated");
  adw_dialog_force_close (dialog);
  tide_test_settle (100);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (words_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/columns/words/", words_rows[i].name, NULL);

      g_test_add_data_func (path, &words_rows[i], test_words);
    }
  g_test_add_func ("/columns/width-by-steps", test_width_by_steps);
  ADD ("/columns/shown", test_shown);
  ADD ("/columns/dragged", test_dragged);
  ADD ("/columns/width-of-name", test_width_of_name);
  ADD ("/columns/narrow", test_narrow);
  ADD ("/columns/orders", test_orders);
  ADD ("/columns/menu-of-orders", test_menu_of_orders);
  ADD ("/columns/parties", test_parties);
  ADD ("/columns/dialog", test_dialog);

  return g_test_run ();
}
