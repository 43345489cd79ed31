/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-sector-tree.h"
#include "ui/lists/tide-sectors-table.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-sector-page.h"
#include "ui/pages/tide-sectors-page.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>\u202e"

typedef struct
{
  TideRegister *reg;
  TideSectorsPage *page;
  TideSectorsTable *table;
  AdwWindow *window;
  TidePayload *filter; /* the last that was asked for */
} Fixture;

static void
on_counted (gboolean *is_counted)
{
  *is_counted = TRUE;
}

/* Until figures have arrived that were ordered after now. */
static void
wait_for_figures (Fixture *fixture)
{
  gboolean is_counted = FALSE;
  gulong id
      = g_signal_connect_swapped (fixture->table, "counted", G_CALLBACK (on_counted), &is_counted);

  while (!is_counted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->table, id);
}

static void
on_filter_requested (Fixture *fixture, TidePayload *filter)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  fixture->filter = tide_payload_ref (filter);
}

/* A project that has parts is not counted itself. */
static TideRegister *
create_register (void)
{
  TideRegister *reg = tide_test_register_new ();
  const TidePayload *part = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p2");
  TidePayload *whole = tide_payload_copy (part);
  g_autoptr (TideStep) step = NULL;

  tide_payload_set_interned (&((TideProjectPayload *) whole)->parent, NULL);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, part, whole);
  g_assert_true (tide_register_apply (reg, step, NULL));

  return reg;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = create_register ();
  fixture->page = g_object_new (TIDE_TYPE_SECTORS_PAGE, "register", fixture->reg, NULL);
  fixture->table = TIDE_SECTORS_TABLE (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_SECTORS_TABLE));
  g_signal_connect_swapped (fixture->page, "filter-requested", G_CALLBACK (on_filter_requested),
                            fixture);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  adw_window_set_content (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_figures (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->page);
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  g_assert_finalize_object (fixture->reg);
}

static guint
get_n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (tide_sectors_table_get_selection (fixture->table)));
}

static TideSectorNode *
get_node (Fixture *fixture, guint position, guint *depth)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (
      G_LIST_MODEL (tide_sectors_table_get_selection (fixture->table)), position);
  g_autoptr (TideSectorNode) node = gtk_tree_list_row_get_item (row);

  if (depth != NULL)
    *depth = gtk_tree_list_row_get_depth (row);

  return node;
}

static void
assert_row (Fixture *fixture, guint position, const char *key, guint depth, guint n, gint64 minor)
{
  guint found_depth;
  TideSectorNode *node = get_node (fixture, position, &found_depth);
  const TideFigure *figure = tide_sector_node_get_figure (node);

  g_assert_cmpstr (tide_sector_node_get_key (node), ==, key);
  g_assert_cmpuint (found_depth, ==, depth);
  g_assert_nonnull (figure);
  g_assert_cmpuint (figure->n_counted, ==, n);
  g_assert_cmpint (figure->base.minor, ==, minor);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), action, NULL));
  tide_test_settle (100);
}

static void
choose (Fixture *fixture, const char *id)
{
  g_assert_true (tide_sectors_table_reveal (fixture->table, id));
  tide_test_settle (100);
}

static TideDraft *
get_draft (Fixture *fixture)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (fixture->window);

  g_assert_true (TIDE_IS_RECORD_DIALOG (dialog));

  return tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (dialog));
}

static void
save (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (adw_window_get_visible_dialog (fixture->window)),
                              "form.save", NULL);
  tide_test_settle (100);
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
}

/* 160 亿 yuan, 60 % of them in energy; two projects are in no sector. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  const gint64 whole = G_GINT64_CONSTANT (1600000000000);

  g_assert_cmpstr (tide_sectors_table_get_taxonomy (fixture->table), ==, "fields");
  g_assert_cmpuint (get_n_rows (fixture), ==, 4);
  assert_row (fixture, 0, "energy", 0, 1, whole / 100 * 60);
  assert_row (fixture, 1, "robots", 0, 1, whole / 100 * 40);
  assert_row (fixture, 2, "sea", 0, 0, 0);
  g_assert_cmpstr (tide_sector_node_get_key (get_node (fixture, 3, NULL)), ==, "none");
  g_assert_null (tide_sector_node_get_sector (get_node (fixture, 3, NULL)));

  choose (fixture, "energy");
  act (fixture, "sector.show-projects");
  g_assert_nonnull (fixture->filter);
  g_assert_cmpstr (g_ptr_array_index (TIDE_FILTER (fixture->filter)->sectors, 0), ==, "energy");

  tide_sectors_table_set_amount_kind (fixture->table, "arrived");
  wait_for_figures (fixture);
  assert_row (fixture, 0, "energy", 0, 1, 0);
}

static GtkWidget *
find_figure (GtkWidget *widget, const char *text)
{
  GtkWidget *label = tide_test_find_label (widget, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* An amount opens what it has counted; where there is none, there is nothing to open. */
static void
test_amounts_open_projects (Fixture *fixture, gconstpointer data)
{
  const TideFigure *figure = tide_sector_node_get_figure (get_node (fixture, 0, NULL));
  const TideSettings *settings = tide_register_get_settings (fixture->reg);
  g_autofree char *text
      = tide_money_dup_number (&figure->base, tide_unit_get_shown (settings->unit));
  GtkWidget *amount = find_figure (GTK_WIDGET (fixture->table), text);
  GtkWidget *none = find_figure (GTK_WIDGET (fixture->table), "—");

  g_assert_true (GTK_IS_BUTTON (amount) && gtk_widget_is_sensitive (amount));
  g_signal_emit_by_name (amount, "clicked");
  g_assert_nonnull (fixture->filter);
  g_assert_true (TIDE_FILTER (fixture->filter) == figure->filter);
  g_assert_true (GTK_IS_BUTTON (none) && !gtk_widget_is_sensitive (none));
}

static void
test_total_opens_projects (Fixture *fixture, gconstpointer data)
{
  const TideBreakdown *breakdown = tide_sectors_table_get_breakdown (fixture->table);
  g_autofree char *text = tide_sectors_table_dup_total (fixture->table);
  GtkWidget *total = find_figure (GTK_WIDGET (fixture->page), text);

  g_assert_true (GTK_IS_BUTTON (total));
  g_signal_emit_by_name (total, "clicked");
  g_assert_true (TIDE_FILTER (fixture->filter) == breakdown->total->filter);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  const gint64 whole = G_GINT64_CONSTANT (1600000000000);

  choose (fixture, "energy");
  act (fixture, "sector.add-below");
  tide_field_set_text (tide_draft_get_field (get_draft (fixture), "name/en"), STRANGE);
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (get_draft (fixture), "parent")), ==,
                   "energy");
  save (fixture);

  g_assert_cmpuint (get_n_rows (fixture), ==, 5);
  g_assert_cmpstr (
      tide_sector_node_get_sector (tide_sectors_table_get_selected (fixture->table))->name.en, ==,
      STRANGE);
  g_assert_cmpuint (tide_sectors_table_get_n_sectors (fixture->table), ==, 4);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), STRANGE));
  assert_row (fixture, 0, "energy", 0, 1, whole / 100 * 60);

  g_assert_true (tide_register_undo (fixture->reg));
  wait_for_figures (fixture);
  g_assert_cmpuint (get_n_rows (fixture), ==, 4);
}

static void
map_sector (Fixture *fixture, const char *from, const char *to)
{
  const TidePayload *before = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_SECTOR, from);
  TidePayload *after = tide_payload_copy (before);
  TidePayload *mapping = tide_test_payload_add_entry (after, "maps-to", NULL);
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (mapping, "sector", to);
  tide_test_payload_set (mapping, "relation", "same");
  tide_payload_seal (mapping);
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_SECTOR, before, after);
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
}

/* A project of two sectors, both of which are the chain under another name. */
static void
test_crosswalk (Fixture *fixture, gconstpointer data)
{
  map_sector (fixture, "energy", "chain");
  map_sector (fixture, "robots", "chain");
  tide_sectors_table_set_taxonomy (fixture->table, "chains");
  wait_for_figures (fixture);
  tide_test_settle (100);
  assert_row (fixture, 0, "chain", 0, 1, G_GINT64_CONSTANT (1600000000000));
  g_assert_cmpuint (tide_sector_node_get_figure (get_node (fixture, 0, NULL))->n_mapped, ==, 1);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "1 mapped"));
}

/* What stands below a sector is counted in it, and what is folded stays folded. */
static void
test_tree (Fixture *fixture, gconstpointer data)
{
  const gint64 whole = G_GINT64_CONSTANT (1600000000000);
  g_autoptr (GtkTreeListRow) row = NULL;

  choose (fixture, "robots");
  act (fixture, "sector.edit");
  tide_field_set_text (tide_draft_get_field (get_draft (fixture), "parent"), "energy");
  save (fixture);
  assert_row (fixture, 0, "energy", 0, 1, whole);
  assert_row (fixture, 1, "robots", 1, 1, whole / 100 * 40);

  row = g_list_model_get_item (G_LIST_MODEL (tide_sectors_table_get_selection (fixture->table)), 0);
  gtk_tree_list_row_set_expanded (row, FALSE);
  g_assert_cmpuint (get_n_rows (fixture), ==, 3);
  choose (fixture, "sea");
  act (fixture, "sector.delete");
  g_assert_cmpuint (get_n_rows (fixture), ==, 2);
  g_assert_cmpuint (tide_sectors_table_get_n_sectors (fixture->table), ==, 2);
}

static void
test_retire (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "sea");
  act (fixture, "sector.retire");
  g_assert_true (
      tide_sector_node_get_sector (tide_sectors_table_get_selected (fixture->table))->retired);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "Retired"));
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "retire-sector");

  act (fixture, "sector.restore");
  g_assert_false (
      tide_sector_node_get_sector (tide_sectors_table_get_selected (fixture->table))->retired);
  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (100);
  g_assert_true (tide_sector_node_get_sector (get_node (fixture, 2, NULL))->retired);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "sea");
  act (fixture, "sector.delete");
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
  g_assert_cmpuint (get_n_rows (fixture), ==, 3);
  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (100);
  g_assert_cmpuint (get_n_rows (fixture), ==, 4);

  choose (fixture, "energy");
  act (fixture, "sector.delete");
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (fixture->window)));
  adw_dialog_force_close (adw_window_get_visible_dialog (fixture->window));
  tide_test_settle (100);
}

static const char *
get_open (Fixture *fixture)
{
  GtkWidget *view = tide_test_find_child (GTK_WIDGET (fixture->page), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view));

  return TIDE_IS_SECTOR_PAGE (page) ? tide_sector_page_get_sector (TIDE_SECTOR_PAGE (page)) : NULL;
}

/* Enter opens the page of a sector; what is in none opens its projects. */
static void
test_activate (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = tide_test_find_child (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);

  g_signal_emit_by_name (view, "activate", 2);
  tide_test_settle (100);
  g_assert_cmpstr (get_open (fixture), ==, "sea");
  act (fixture, "sector.edit");
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (get_draft (fixture), "name/en")), ==,
                   "Marine equipment");
  adw_dialog_force_close (adw_window_get_visible_dialog (fixture->window));
  tide_test_settle (100);
  act (fixture, "navigation.pop");
  g_assert_null (get_open (fixture));

  g_signal_emit_by_name (view, "activate", 3);
  tide_test_settle (100);
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
  g_assert_nonnull (fixture->filter);
  g_assert_cmpstr (g_ptr_array_index (TIDE_FILTER (fixture->filter)->taxonomies, 0), ==, "?fields");
}

/* Links open page upon page; what is deleted closes its own. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view = NULL;

  choose (fixture, "sea");
  act (fixture, "sector.open");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "sector.show", "s", "robots");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "sector.show", "s", "no-such");
  tide_test_settle (100);
  g_assert_cmpstr (get_open (fixture), ==, "robots");

  view = tide_page_dup_view (TIDE_PAGE (fixture->page));
  tide_sectors_page_set_register (fixture->page, NULL);
  g_assert_null (get_open (fixture));
  tide_sectors_page_set_register (fixture->page, fixture->reg);
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  tide_test_settle (100);
  g_assert_cmpstr (get_open (fixture), ==, "robots");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "sector.show", "s", "sea");
  tide_test_settle (300);
  act (fixture, "sector.delete");
  g_assert_cmpstr (get_open (fixture), ==, "robots");
  g_assert_true (tide_register_undo (fixture->reg));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack
      = GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (fixture->table), GTK_TYPE_STACK));
  GtkWidget *entry = tide_test_find_child (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  act (fixture, "sectors.find");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ROBOT");
  tide_test_settle (100);
  g_assert_cmpuint (get_n_rows (fixture), ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "table");

  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing like it");
  tide_test_settle (100);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-match");

  act (fixture, "sectors.clear-search");
  g_assert_cmpuint (get_n_rows (fixture), ==, 4);
}

static void
test_taxonomies (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack
      = GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (fixture->table), GTK_TYPE_STACK));

  act (fixture, "taxonomy.add");
  tide_field_set_text (tide_draft_get_field (get_draft (fixture), "name/en"), STRANGE);
  save (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->page), STRANGE));

  act (fixture, "taxonomy.edit");
  tide_field_set_text (tide_draft_get_field (get_draft (fixture), "name/en"), "Own");
  save (fixture);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->page), "Own"));

  act (fixture, "taxonomy.retire");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->page), "Own (retired)"));
  act (fixture, "taxonomy.restore");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->page), "Own"));

  act (fixture, "taxonomy.delete");
  g_assert_cmpuint (tide_list_get_n (tide_register_get_list (fixture->reg, TIDE_RECORD_TAXONOMY)),
                    ==, 2);
  g_assert_cmpstr (tide_sectors_table_get_taxonomy (fixture->table), ==, "fields");
}

/* One step copies all classes, and shows them: what maps to nothing yet shows the same projects. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  act (fixture, "taxonomy.copy");
  while (tide_sectors_table_get_breakdown (fixture->table) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->page), "Fields (copy)"));
  g_assert_cmpuint (tide_sectors_table_get_n_sectors (fixture->table), ==, 3);
  g_assert_cmpuint (tide_sector_node_get_figure (get_node (fixture, 0, NULL))->n_mapped, ==, 1);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "1 mapped"));

  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (100);
  g_assert_cmpstr (tide_sectors_table_get_taxonomy (fixture->table), ==, "fields");
}

static void
add_sector (TideSnapshot *snapshot, const char *id, const char *parent)
{
  TidePayload *sector = tide_test_payload_new (TIDE_RECORD_SECTOR, id, id);

  tide_test_payload_set (sector, "taxonomy", "fields");
  tide_test_payload_set (sector, "parent", parent);
  tide_snapshot_add (snapshot, TIDE_RECORD_SECTOR, sector);
}

/* A ring of parents, which only a doubtful file can hold, is shown and not walked for ever. */
static void
test_ring (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  g_autoptr (TideSectorTree) tree = tide_sector_tree_new ();

  add_sector (snapshot, "a", "b");
  add_sector (snapshot, "b", "a");
  add_sector (snapshot, "c", "b");
  add_sector (snapshot, "d", "elsewhere");
  g_assert_true (tide_sector_tree_update (tree, snapshot, "fields", NULL, NULL));
  g_assert_cmpuint (tide_sector_tree_get_n_sectors (tree), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (tide_sector_tree_get_roots (tree)), ==, 4);
  g_assert_false (tide_sector_tree_update (tree, snapshot, "fields", "", NULL));
}

static void
test_empty (void)
{
  TideSectorsPage *page = g_object_ref_sink (g_object_new (TIDE_TYPE_SECTORS_PAGE, NULL));
  GtkWidget *stack = gtk_widget_get_ancestor (
      tide_test_find_child (GTK_WIDGET (page), TIDE_TYPE_SECTORS_TABLE), GTK_TYPE_STACK);

  g_assert_null (tide_sectors_page_get_register (page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "no-taxonomy");
  g_assert_finalize_object (page);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/sectors-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  g_test_add_func ("/ui/sectors-page/no-register", test_empty);
  g_test_add_func ("/ui/sectors-page/ring", test_ring);
  ADD ("figures", test_figures);
  ADD ("amounts-open-projects", test_amounts_open_projects);
  ADD ("total-opens-projects", test_total_opens_projects);
  ADD ("add", test_add);
  ADD ("crosswalk", test_crosswalk);
  ADD ("tree", test_tree);
  ADD ("retire", test_retire);
  ADD ("delete", test_delete);
  ADD ("activate", test_activate);
  ADD ("open", test_open);
  ADD ("search", test_search);
  ADD ("taxonomies", test_taxonomies);
  ADD ("copy", test_copy);

  return g_test_run ();
}
