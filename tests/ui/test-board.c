/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-move-dialog.h"
#include "ui/lists/tide-board-card.h"
#include "ui/lists/tide-board-column.h"
#include "ui/lists/tide-board-slice.h"
#include "ui/lists/tide-board.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

/* Slices --------------------------------------------------------------------------------------- */

/* Three slices of a list of strings, each followed by a copy that hears only what it is told. */
typedef struct
{
  GtkStringList *strings;
  GtkSelectionModel *whole;
  TideBoardSlice *slices[3];
  GPtrArray *copies[3];
} Slices;

static void
on_slice_changed (GListModel *slice, guint position, guint removed, guint added, GPtrArray *copy)
{
  g_ptr_array_remove_range (copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (copy, (int) (position + i), g_list_model_get_item (slice, position + i));
}

static void
slices_set_up (Slices *self, gconstpointer data)
{
  static const char *const first[] = { "a", "b", "c", "d", "e", "f", NULL };

  self->strings = gtk_string_list_new (first);
  self->whole
      = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->strings))));
  for (guint i = 0; i < 3; i++)
    {
      self->slices[i] = tide_board_slice_new (self->whole);
      self->copies[i] = g_ptr_array_new_with_free_func (g_object_unref);
      g_signal_connect (self->slices[i], "items-changed", G_CALLBACK (on_slice_changed),
                        self->copies[i]);
    }
}

static void
slices_tear_down (Slices *self, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_assert_finalize_object (self->slices[i]);
      g_ptr_array_unref (self->copies[i]);
    }
  g_assert_finalize_object (self->whole);
  g_assert_finalize_object (self->strings);
}

static void
place (Slices *self, guint first, guint second, guint third)
{
  tide_board_slice_place (self->slices[0], 0, first);
  tide_board_slice_place (self->slices[1], first, second);
  tide_board_slice_place (self->slices[2], first + second, third);
}

static void
check_copies (Slices *self)
{
  for (guint i = 0; i < 3; i++)
    {
      GListModel *slice = G_LIST_MODEL (self->slices[i]);

      g_assert_cmpuint (g_list_model_get_n_items (slice), ==, self->copies[i]->len);
      for (guint j = 0; j < self->copies[i]->len; j++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (slice, j);

          g_assert_true (item == g_ptr_array_index (self->copies[i], j));
        }
    }
}

static void
tell (Slices *self, guint position, guint removed, guint added)
{
  for (guint i = 0; i < 3; i++)
    tide_board_slice_tell (self->slices[i], position, removed, added);
  check_copies (self);
}

static void
test_slices_follow (Slices *self, gconstpointer data)
{
  static const char *const one[] = { "x", NULL };

  place (self, 2, 3, 1);
  tell (self, 0, 0, 6);
  /* One leaves the first slice and comes into the last one. */
  gtk_string_list_splice (self->strings, 1, 1, NULL);
  place (self, 1, 3, 1);
  tell (self, 1, 1, 0);
  gtk_string_list_splice (self->strings, 4, 0, one);
  place (self, 1, 3, 2);
  tell (self, 4, 0, 1);
  /* One is another, in its place. */
  gtk_string_list_splice (self->strings, 2, 1, one);
  tell (self, 2, 1, 1);
  /* The second is gone, and then everything. */
  gtk_string_list_splice (self->strings, 1, 3, NULL);
  place (self, 1, 0, 2);
  tell (self, 1, 3, 0);
  gtk_string_list_splice (self->strings, 0, 3, NULL);
  place (self, 0, 0, 0);
  tell (self, 0, 3, 0);
}

static void
on_selection_changed (GtkSelectionModel *model, guint position, guint n, guint *n_changed)
{
  *n_changed += n;
}

static void
test_slices_share_selection (Slices *self, gconstpointer data)
{
  GtkSelectionModel *second = GTK_SELECTION_MODEL (self->slices[1]);
  g_autoptr (GtkBitset) selected = NULL;
  guint n_changed = 0;

  place (self, 2, 3, 1);
  tell (self, 0, 0, 6);
  g_signal_connect (second, "selection-changed", G_CALLBACK (on_selection_changed), &n_changed);
  gtk_selection_model_select_item (self->whole, 0, TRUE);
  g_assert_cmpuint (n_changed, ==, 0);
  gtk_selection_model_select_item (second, 1, FALSE);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (gtk_selection_model_is_selected (self->whole, 3));
  g_assert_true (gtk_selection_model_is_selected (self->whole, 0));

  gtk_selection_model_select_range (second, 0, 2, TRUE);
  selected = gtk_selection_model_get_selection (self->whole);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 2);
  g_clear_pointer (&selected, gtk_bitset_unref);
  selected = gtk_selection_model_get_selection (second);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 2);
  g_assert_cmpuint (gtk_bitset_get_minimum (selected), ==, 0);
}

/* The board of a page -------------------------------------------------------------------------- */

typedef struct
{
  TideRegister *reg;
  TideProjectsPage *page;
  TideProjectsTable *table;
  TideBoard *board;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  fixture->reg = tide_test_register_new ();
  fixture->page = g_object_new (TIDE_TYPE_PROJECTS_PAGE, "register", fixture->reg, NULL);
  page = GTK_WIDGET (fixture->page);
  fixture->table = TIDE_PROJECTS_TABLE (tide_test_find_child (page, TIDE_TYPE_PROJECTS_TABLE));
  fixture->board = TIDE_BOARD (tide_test_find_child (page, TIDE_TYPE_BOARD));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (page, "projects.show-board", NULL);
  tide_test_settle (300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->reg);
}

static TideBoardColumn *
find_column (GtkWidget *widget, const char *key)
{
  if (TIDE_IS_BOARD_COLUMN (widget)
      && g_str_equal (tide_board_column_get_key (TIDE_BOARD_COLUMN (widget)), key))
    return TIDE_BOARD_COLUMN (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TideBoardColumn *column = find_column (child, key);

      if (column != NULL)
        return column;
    }

  return NULL;
}

static TideBoardColumn *
get_column (Fixture *fixture, const char *key)
{
  TideBoardColumn *column = find_column (GTK_WIDGET (fixture->board), key);

  g_assert_nonnull (column);

  return column;
}

static guint
get_n_cards (Fixture *fixture, const char *key)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (tide_board_column_get_slice (get_column (fixture, key))));
}

static TideMoveDialog *
find_dialog (Fixture *fixture)
{
  return (TideMoveDialog *) adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
ask_for_move (Fixture *fixture, const char *stage)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->board), "board.move-to", "s", stage);
  tide_test_settle (300);
}

static void
accept (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (find_dialog (fixture)), "move.move", NULL);
  tide_test_settle (400);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkWidget *signed_column = GTK_WIDGET (get_column (fixture, "signed"));
  GtkWidget *card = tide_board_column_find_card (TIDE_BOARD_COLUMN (signed_column), 0);
  g_autofree char *description = tide_board_card_dup_description (TIDE_BOARD_CARD (card));

  g_assert_cmpuint (get_n_cards (fixture, "signed"), ==, 1);
  g_assert_cmpuint (get_n_cards (fixture, "lead"), ==, 0);
  g_assert_cmpuint (get_n_cards (fixture, "none"), ==, 2);
  g_assert_nonnull (tide_test_find_label (signed_column, "Signed"));
  g_assert_false (tide_board_column_has_cards (get_column (fixture, "lead")));
  g_assert_cmpstr (
      description, ==,
      "Battery plant, New energy +1 · East, 16,000,000,000 yuan, 76–106 days in stage");
}

/* The amount is the group's figure, which leaves out the umbrella. */
static void
test_header_tells_figure (Fixture *fixture, gconstpointer data)
{
  GtkWidget *column = GTK_WIDGET (get_column (fixture, "signed"));

  g_assert_nonnull (tide_test_find_label (column, "1 left out"));
  gtk_test_accessible_assert_property (tide_test_find_child (column, GTK_TYPE_GRID_VIEW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Signed, 1 project, —");
  gtk_test_accessible_assert_role (tide_test_find_child (column, GTK_TYPE_GRID_VIEW),
                                   GTK_ACCESSIBLE_ROLE_LIST);
}

static void
test_selection_is_shared (Fixture *fixture, gconstpointer data)
{
  TideBoardSlice *slice = tide_board_column_get_slice (get_column (fixture, "signed"));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (slice), 0, TRUE);
  g_assert_cmpstr (tide_projects_page_get_selected_id (fixture->page), ==, "p1");
  tide_projects_page_reveal (fixture->page, "p2");
  tide_test_settle (100);
  g_assert_cmpstr (tide_projects_page_get_selected_id (fixture->page), ==, "p2");
  g_assert_cmpuint (tide_board_column_find_focused (get_column (fixture, "none")), !=,
                    GTK_INVALID_LIST_POSITION);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "p2", "p3", NULL };

  g_assert_true (tide_board_select (fixture->board, ids));
  ask_for_move (fixture, "intention");
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (
                       tide_move_dialog_get_entry (find_dialog (fixture)), "stage")),
                   ==, "intention");
  accept (fixture);
  g_assert_null (find_dialog (fixture));
  g_assert_cmpuint (get_n_cards (fixture, "intention"), ==, 2);
  g_assert_cmpuint (get_n_cards (fixture, "none"), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_column (fixture, "none"))));
  g_assert_cmpuint (tide_projects_table_get_n_selected (fixture->table), ==, 2);
  g_assert_cmpuint (tide_board_column_find_focused (get_column (fixture, "intention")), !=,
                    GTK_INVALID_LIST_POSITION);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  tide_projects_page_reveal (fixture->page, "p1");
  ask_for_move (fixture, "started");
  g_assert_nonnull (find_dialog (fixture));
  adw_dialog_close (ADW_DIALOG (find_dialog (fixture)));
  tide_test_settle (400);
  g_assert_cmpuint (get_n_cards (fixture, "signed"), ==, 1);
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

/* From the card that has the focus, to the stage beside its own. */
static void
test_move_beside (Fixture *fixture, gconstpointer data)
{
  tide_projects_page_reveal (fixture->page, "p1");
  tide_test_settle (100);
  gtk_widget_activate_action (GTK_WIDGET (fixture->board), "board.move-right", NULL);
  tide_test_settle (300);
  accept (fixture);
  g_assert_cmpuint (get_n_cards (fixture, "registered"), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->board), "board.move-left", NULL);
  tide_test_settle (300);
  accept (fixture);
  g_assert_cmpuint (get_n_cards (fixture, "signed"), ==, 1);
}

static void
test_move_beside_mirrored (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->board), GTK_TEXT_DIR_RTL);
  tide_projects_page_reveal (fixture->page, "p1");
  tide_test_settle (100);
  gtk_widget_activate_action (GTK_WIDGET (fixture->board), "board.move-left", NULL);
  tide_test_settle (300);
  accept (fixture);
  g_assert_cmpuint (get_n_cards (fixture, "registered"), ==, 1);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  tide_projects_page_reveal (fixture->page, "p1");
  tide_register_make_read_only (fixture->reg);
  tide_test_settle (100);
  ask_for_move (fixture, "started");
  gtk_widget_activate_action (GTK_WIDGET (fixture->board), "board.move-right", NULL);
  tide_test_settle (200);
  g_assert_null (find_dialog (fixture));
}

static void
test_folded (Fixture *fixture, gconstpointer data)
{
  TideBoardColumn *column = get_column (fixture, "signed");

  tide_board_column_set_folded (column, TRUE);
  g_assert_false (tide_board_column_has_cards (column));
  tide_projects_page_reveal (fixture->page, "p1");
  g_assert_false (tide_board_column_get_folded (column));
}

/* What the table groups by is kept while there is a board. */
static void
test_view_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "projects.show-table", NULL);
  tide_projects_table_set_group_by (fixture->table, "division");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "projects.show-board", NULL);
  tide_board_column_set_folded (get_column (fixture, "signed"), TRUE);
  tide_test_settle (200);
  view = tide_page_dup_view (TIDE_PAGE (fixture->page));

  tide_board_column_set_folded (get_column (fixture, "signed"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "projects.show-table", NULL);
  tide_test_settle (200);
  g_assert_cmpstr (tide_projects_table_get_group_by (fixture->table), ==, "division");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->board)));
  tide_projects_table_set_group_by (fixture->table, "none");

  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  tide_test_settle (200);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->board)));
  g_assert_true (tide_board_column_get_folded (get_column (fixture, "signed")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "projects.show-table", NULL);
  g_assert_cmpstr (tide_projects_table_get_group_by (fixture->table), ==, "division");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  g_test_add ("/ui/board/slices-follow", Slices, NULL, slices_set_up, test_slices_follow,
              slices_tear_down);
  g_test_add ("/ui/board/slices-share-selection", Slices, NULL, slices_set_up,
              test_slices_share_selection, slices_tear_down);
  ADD ("/ui/board/columns", test_columns);
  ADD ("/ui/board/header-tells-figure", test_header_tells_figure);
  ADD ("/ui/board/selection-is-shared", test_selection_is_shared);
  ADD ("/ui/board/move", test_move);
  ADD ("/ui/board/cancel", test_cancel);
  ADD ("/ui/board/move-beside", test_move_beside);
  ADD ("/ui/board/move-beside-mirrored", test_move_beside_mirrored);
  ADD ("/ui/board/read-only", test_read_only);
  ADD ("/ui/board/folded", test_folded);
  ADD ("/ui/board/view-is-kept", test_view_is_kept);

  return g_test_run ();
}
