/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-reader.h"
#include "ui/dialogs/tide-problems-dialog.h"
#include "ui/tide-ui.h"

#include "tide-test-widgets.h"

#include <string.h>

static const char text[]
    = "{ \"format\": \"tideline-register\", \"version\": 1, \"id\": \"r\", \"currency\": \"CNY\","
      "  \"projects\": ["
      "    { \"id\": \"a\", \"name\": { \"en\": \"<b>&amp;\" }, \"division\": \"elsewhere\" },"
      "    { \"id\": \"b\", \"name\": { \"en\": \"B\" }, \"division\": \"nowhere\" } ] }";

static TideRegister *
read_register (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);
  g_autoptr (GError) error = NULL;
  TideRegister *reg;

  snapshot = tide_json_read (bytes, "test", NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);
  reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
  tide_register_take_problems (reg, g_steal_pointer (&problems));

  return reg;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child)
          && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0)
        return child;

      found = find_button (child, label);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_repair (void)
{
  g_autoptr (TideRegister) reg = read_register ();
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = tide_problems_dialog_new (reg);

  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  tide_test_settle (0);
  g_assert_cmpuint (tide_register_get_problems (reg)->len, ==, 2);
  g_assert_true (tide_register_get_read_only (reg));

  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), "_Repair"), "clicked");
  tide_test_settle (0);
  g_assert_cmpuint (tide_register_get_problems (reg)->len, ==, 1);
  g_assert_true (tide_register_get_read_only (reg));

  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), "Repair _All"), "clicked");
  tide_test_settle (0);
  g_assert_cmpuint (tide_register_get_problems (reg)->len, ==, 0);
  g_assert_false (tide_register_get_read_only (reg));
  g_assert_true (tide_register_get_can_undo (reg));

  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
  tide_test_settle (0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  g_test_add_func ("/ui/problems/repair", test_repair);

  return g_test_run ();
}
