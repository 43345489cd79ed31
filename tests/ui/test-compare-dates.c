/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/dialogs/tide-as-of-dialog.h"
#include "ui/dialogs/tide-compare-dates-dialog.h"
#include "ui/lists/tide-changes-list.h"
#include "ui/rows/tide-moment-group.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

static GtkWidget *
present (AdwDialog *dialog)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  tide_test_settle (100);

  return window;
}

static TideMoment
true_on (const char *text)
{
  TideMoment moment = { 0 };

  g_assert_true (tide_date_parse (text, FALSE, &moment.true_on));

  return moment;
}

static void
on_found (guint *n_found)
{
  (*n_found)++;
}

/* A day that is still to come is refused where it is typed, and a day that is not, is found. */
static void
test_as_of (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const TideMoment moment = true_on ("2022");
  AdwDialog *dialog = tide_as_of_dialog_new (reg, &moment);
  GtkWidget *window = present (dialog);
  TideMomentGroup *group
      = TIDE_MOMENT_GROUP (tide_test_find_child (GTK_WIDGET (dialog), TIDE_TYPE_MOMENT_GROUP));
  const TideMoment later = { .known_on = { .year = 2099, .precision = TIDE_PRECISION_YEAR } };
  guint n_found = 0;

  g_object_ref (dialog);
  g_signal_connect_swapped (dialog, "found", G_CALLBACK (on_found), &n_found);
  tide_moment_group_set_moment (group, &later);
  g_assert_false (tide_moment_group_get_is_valid (group));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "as-of.show", NULL);
  tide_test_settle (100);
  g_assert_cmpuint (n_found, ==, 0);

  tide_moment_group_set_moment (group, &moment);
  g_assert_true (tide_moment_group_get_is_valid (group));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "as-of.show", NULL);
  while (n_found == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tide_moment_equal (
      &tide_as_of_dialog_get_as_of (TIDE_AS_OF_DIALOG (dialog))->moment, &moment));
  tide_test_settle (300);
  g_object_unref (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* From 2022 to now p1 went from lead to signed: that is told, and what changed of it. */
static void
test_compare (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const TideMoment moment = true_on ("2022");
  AdwDialog *dialog = tide_compare_dates_dialog_new (reg, &moment);
  GtkWidget *window = present (dialog);
  GtkWidget *move;
  GtkWidget *project;
  GtkWidget *list;

  gtk_widget_activate_action (GTK_WIDGET (dialog), "compare.show", NULL);
  tide_test_settle (500);
  move = tide_test_find_label (GTK_WIDGET (dialog), "Lead → Signed");
  g_assert_nonnull (move);
  gtk_widget_activate (gtk_widget_get_ancestor (move, ADW_TYPE_ACTION_ROW));
  tide_test_settle (400);
  project = tide_test_find_label (GTK_WIDGET (dialog), "Battery plant");
  g_assert_nonnull (project);

  list = gtk_widget_get_ancestor (project, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 0);
  tide_test_settle (400);
  g_assert_cmpuint (tide_changes_list_get_n_changes (TIDE_CHANGES_LIST (
                        tide_test_find_child (GTK_WIDGET (dialog), TIDE_TYPE_CHANGES_LIST))),
                    >, 0);
  adw_dialog_force_close (dialog);
  tide_test_settle (300);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  g_test_add_func ("/compare-dates/as-of", test_as_of);
  g_test_add_func ("/compare-dates/compare", test_compare);

  return g_test_run ();
}
