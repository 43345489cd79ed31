/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-table-keys.h"

#define INDENT 24 /* pixels from the beginning of a row to its menu */

/**
 * tide_table_add_fold_keys:
 * @view: a view whose rows can be folded
 * @fold: called for a key with whether it is the one to the right; returns whether it folded or
 *   unfolded anything, else the view has the key
 * @data: for @fold
 *
 * Lets the arrows to the left and the right fold and unfold rows.
 */
void
tide_table_add_fold_keys (GtkWidget *view, GtkShortcutFunc fold, gpointer data)
{
  static const struct
  {
    guint key;
    gboolean is_right;
  } keys[] = {
    { GDK_KEY_Left, FALSE },
    { GDK_KEY_KP_Left, FALSE },
    { GDK_KEY_Right, TRUE },
    { GDK_KEY_KP_Right, TRUE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (
          gtk_keyval_trigger_new (keys[i].key, 0), gtk_callback_action_new (fold, data, NULL), "b",
          keys[i].is_right);

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (view, controller);
}

/**
 * tide_table_popup_menu:
 * @table: a table
 * @menu: a menu of its rows, which is its child
 *
 * Shows the menu at the row that has the focus.
 */
void
tide_table_popup_menu (GtkWidget *table, GtkPopover *menu)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (table));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, table, &bounds))
    return;

  gtk_popover_set_pointing_to (
      menu, &(GdkRectangle) { (int) bounds.origin.x + INDENT,
                              (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });
  gtk_popover_popup (menu);
}
