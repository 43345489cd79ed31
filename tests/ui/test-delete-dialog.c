/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/rows/tide-choice-list.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>\u202e"

/* A window over which the question stands. */
typedef struct
{
  TideRegister *reg;
  TideSnapshot *before;
  AdwWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->before = tide_register_dup_snapshot (fixture->reg);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  adw_window_set_content (fixture->window, adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_clear_pointer (&fixture->before, tide_snapshot_unref);
  g_assert_finalize_object (fixture->reg);
}

static AdwDialog *
ask (Fixture *fixture, TideRecordKind kind, const char *id)
{
  tide_delete_dialog_present (adw_window_get_content (fixture->window), fixture->reg, kind, id);
  tide_test_settle (100);

  return adw_window_get_visible_dialog (fixture->window);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type, const char *property, const char *value)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        {
          g_autofree char *text = NULL;

          g_object_get (child, property, &text, NULL);
          if (g_strcmp0 (text, value) == 0)
            return child;
        }

      found = find_child (child, type, property, value);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
answer (AdwDialog *dialog, const char *label)
{
  GtkWidget *button = find_child (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  tide_test_settle (100);
}

static void
assert_undone (Fixture *fixture)
{
  g_autoptr (TideSnapshot) after = NULL;

  g_assert_true (tide_register_undo (fixture->reg));
  after = tide_register_dup_snapshot (fixture->reg);
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *a = tide_snapshot_get_records (fixture->before, (TideRecordKind) kind);
      const GPtrArray *b = tide_snapshot_get_records (after, (TideRecordKind) kind);

      g_assert_cmpuint (tide_entries_get_n (a), ==, tide_entries_get_n (b));
      for (guint i = 0; i < tide_entries_get_n (a); i++)
        g_assert_true (tide_payload_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)));
    }
}

static const char *
get_first_sector (Fixture *fixture)
{
  const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p1"));
  const TideClassification *entry = g_ptr_array_index (project->sectors, 0);

  return entry->sector;
}

/* What nobody refers to goes at once: undo is the way back. */
static void
test_unused (Fixture *fixture, gconstpointer data)
{
  g_assert_null (ask (fixture, TIDE_RECORD_SECTOR, "sea"));
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_SECTOR, "sea"));
  assert_undone (fixture);
}

/* A saved filter names a record by its id, whatever becomes of it: that is told before. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  TidePayload *filter = tide_test_payload_new (TIDE_RECORD_FILTER, "at-sea", "At sea");
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  tide_payload_add_string (filter, "sectors", "&=sea");
  step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_FILTER, tide_payload_seal (filter));
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);

  dialog = ask (fixture, TIDE_RECORD_SECTOR, "sea");
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "“Marine equipment” is referred to by no record. "
                   "1 saved filter names what is deleted, and stays as it is.");
  g_assert_nonnull (
      find_child (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "title", "Saved Filters"));
  g_assert_nonnull (find_child (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "title", "At sea"));
  answer (dialog, "_Delete");
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_SECTOR, "sea"));
  g_assert_nonnull (tide_register_lookup (fixture->reg, TIDE_RECORD_FILTER, "at-sea"));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = ask (fixture, TIDE_RECORD_SECTOR, "energy");

  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Delete Sector?");
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "“New energy” is referred to by 2 records.");
  g_assert_nonnull (find_child (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "title", "Projects"));
  g_assert_nonnull (find_child (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "title", "Events"));
  g_assert_nonnull (
      find_child (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "title", "Battery plant"));
  g_assert_nonnull (find_child (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "title", "Fair"));

  answer (dialog, "_Cancel");
  g_assert_nonnull (tide_register_lookup (fixture->reg, TIDE_RECORD_SECTOR, "energy"));
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  answer (ask (fixture, TIDE_RECORD_SECTOR, "energy"), "_Delete");

  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_SECTOR, "energy"));
  g_assert_cmpstr (get_first_sector (fixture), ==, "robots");
  assert_undone (fixture);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = ask (fixture, TIDE_RECORD_SECTOR, "energy");
  GtkWidget *choice
      = find_child (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "title", "Replace the References");
  GtkWidget *row
      = find_child (GTK_WIDGET (dialog), TIDE_TYPE_REFERENCE_ROW, "title", "Replacement");
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  g_assert_false (gtk_widget_get_visible (row));
  adw_action_row_activate (ADW_ACTION_ROW (choice));
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_false (tide_reference_row_get_can_manage (TIDE_REFERENCE_ROW (row)));
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "delete"));
  g_assert_cmpuint (tide_choice_list_find (choices, "energy"), ==, GTK_INVALID_LIST_POSITION);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), tide_choice_list_find (choices, "sea"));
  answer (dialog, "_Delete");
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_SECTOR, "energy"));
  g_assert_cmpstr (get_first_sector (fixture), ==, "sea");
  assert_undone (fixture);
}

static void
test_taxonomy (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = ask (fixture, TIDE_RECORD_TAXONOMY, "fields");

  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "“Fields” is deleted with its 3 sectors. 2 records that refer to them stay, "
                   "without the references.");
  answer (dialog, "_Delete");
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_TAXONOMY, "fields"));
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_SECTOR, "sea"));
  g_assert_nonnull (tide_register_lookup (fixture->reg, TIDE_RECORD_SECTOR, "chain"));
  assert_undone (fixture);
}

/* Text of the user is never markup. */
static void
test_strange_name (Fixture *fixture, gconstpointer data)
{
  const TidePayload *event = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_EVENT, "fair");
  g_autoptr (TidePayload) strange = tide_payload_copy (event);
  g_autoptr (TideStep) step = NULL;
  AdwDialog *dialog;

  tide_text_clear (&((TideEventPayload *) strange)->name);
  tide_text_init (&((TideEventPayload *) strange)->name, STRANGE, NULL);
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_EVENT, event,
                                        g_steal_pointer (&strange));
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));

  dialog = ask (fixture, TIDE_RECORD_SECTOR, "energy");
  g_assert_nonnull (find_child (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", STRANGE));
  answer (dialog, "_Cancel");

  dialog = ask (fixture, TIDE_RECORD_EVENT, "fair");
  g_assert_nonnull (find_child (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label",
                                "“\u2068" STRANGE "\u2069” is referred to by 1 record."));
  answer (dialog, "_Cancel");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/delete-dialog/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("unused", test_unused);
  ADD ("cancel", test_cancel);
  ADD ("clear", test_clear);
  ADD ("replace", test_replace);
  ADD ("taxonomy", test_taxonomy);
  ADD ("strange-name", test_strange_name);
  ADD ("filter", test_filter);

  return g_test_run ();
}
