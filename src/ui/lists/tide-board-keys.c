/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-board-private.h"

#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

enum
{
  MOVE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_forward (TideBoard *self, gboolean is_right)
{
  return is_right != (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

/* From column to column --------------------------------------------------------------------- */

static double
get_height_of_card (TideBoardColumn *column, guint position)
{
  GtkWidget *card = tide_board_column_find_card (column, position);
  graphene_rect_t bounds;

  if (card == NULL || !gtk_widget_compute_bounds (card, GTK_WIDGET (column), &bounds))
    return 0;

  return (double) (bounds.origin.y + bounds.size.height / 2);
}

/* To the card beside it in the next column that shows any. */
static void
step (TideBoard *self, guint column, guint position, gboolean forward)
{
  const double y = get_height_of_card (tide_board_get_column (self, column), position);

  for (guint i = column; forward ? ++i < self->columns->len : i-- > 0;)
    {
      TideBoardColumn *next = tide_board_get_column (self, i);
      guint found;

      if (!tide_board_column_has_cards (next))
        continue;
      found = tide_board_column_find_at (next, y);
      tide_board_focus_card (self, i, found != GTK_INVALID_LIST_POSITION ? found : 0, TRUE);
      return;
    }
}

static gboolean
on_arrow_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  TideBoard *self = TIDE_BOARD (widget);
  guint column, position;

  if (!tide_board_find_focused (self, &column, &position))
    return GDK_EVENT_PROPAGATE;

  step (self, column, position, is_forward (self, g_variant_get_boolean (args)));

  return GDK_EVENT_STOP;
}

static void
add_arrow (GtkShortcutController *controller, guint key, gboolean is_right)
{
  GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (
      gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (on_arrow_pressed, NULL, NULL), "b",
      is_right);

  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/*
 * tide_board_set_up_keys:
 * @self: a board that is being made
 *
 * The lists of cards know Left and Right as well, and have to be asked after the board.
 */
void
tide_board_set_up_keys (TideBoard *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_arrow (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Left, FALSE);
  add_arrow (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_KP_Left, FALSE);
  add_arrow (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Right, TRUE);
  add_arrow (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_KP_Right, TRUE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Acts -------------------------------------------------------------------------------------- */

/* What is done to the card that has the focus is done to all that are selected with it. */
static void
select_focused (TideBoard *self, guint column, guint position)
{
  TideBoardSlice *slice = tide_board_column_get_slice (tide_board_get_column (self, column));

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (slice), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (slice), position, TRUE);
}

static void
move_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVE_REQUESTED], 0, g_variant_get_string (parameter, NULL));
}

/* Projects without a stage come before the first one. */
static void
move_beside (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBoard *self = TIDE_BOARD (widget);
  const gboolean forward = is_forward (self, g_str_equal (name, "board.move-right"));
  guint column, position;
  int stage;

  if (!tide_board_find_focused (self, &column, &position))
    return;

  stage = tide_codes_find (TIDE_CODES_STAGE,
                           tide_board_column_get_key (tide_board_get_column (self, column)));
  stage = MAX (stage, -1) + (forward ? 1 : -1);
  if (stage < 0 || stage >= (int) tide_codes_get_n (TIDE_CODES_STAGE))
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self),
                               forward ? _ ("There is no later stage")
                                       : _ ("There is no earlier stage"),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }

  select_focused (self, column, position);
  g_signal_emit (self, signals[MOVE_REQUESTED], 0,
                 tide_codes_get_code (TIDE_CODES_STAGE, (guint) stage));
}

static void
ensure_popover (TideBoard *self)
{
  if (self->popover != NULL)
    return;

  self->popover = gtk_popover_menu_new_from_model (self->menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBoard *self = TIDE_BOARD (widget);
  guint column, position;
  graphene_rect_t bounds;
  GtkWidget *card;

  if (self->menu == NULL || !tide_board_find_focused (self, &column, &position))
    return;

  select_focused (self, column, position);
  card = tide_board_column_find_card (tide_board_get_column (self, column), position);
  if (card == NULL || !gtk_widget_compute_bounds (card, widget, &bounds))
    return;

  ensure_popover (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width,
                                                 (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/*
 * tide_board_install_keys:
 * @widget_class: class of the board
 *
 * Installs its acts with their keys.
 */
void
tide_board_install_keys (GtkWidgetClass *widget_class)
{
  signals[MOVE_REQUESTED]
      = g_signal_new ("move-requested", G_TYPE_FROM_CLASS (widget_class), G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "board.move-to", "s", move_to);
  gtk_widget_class_install_action (widget_class, "board.move-left", NULL, move_beside);
  gtk_widget_class_install_action (widget_class, "board.move-right", NULL, move_beside);
  gtk_widget_class_install_action (widget_class, "board.show-menu", NULL, show_menu);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_PROJECTS_TABLE, NULL);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_BOARD, NULL);
}

/*
 * tide_board_update_actions:
 * @self: a board
 *
 * Only a register that can be changed has projects that can be moved.
 */
void
tide_board_update_actions (TideBoard *self)
{
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.move-to", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.move-left", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.move-right", can_write);
}
