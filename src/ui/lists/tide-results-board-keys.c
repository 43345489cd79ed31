/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-results-board-private.h"

#include "core/tide-result-stage.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

enum
{
  MOVE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_forward (TideResultsBoard *self, gboolean is_right)
{
  return is_right != (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

/* From column to column --------------------------------------------------------------------- */

static gboolean
find_focused (TideResultsBoard *self, guint *column, guint *position)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const int found = tide_results_column_find_focused (g_ptr_array_index (self->columns, i));

      if (found < 0)
        continue;
      *column = i;
      *position = (guint) found;
      return TRUE;
    }

  return FALSE;
}

/* To the next column that has cards. */
static void
step (TideResultsBoard *self, guint column, guint position, gboolean forward)
{
  for (guint i = column; forward ? ++i < self->columns->len : i-- > 0;)
    {
      TideResultsColumn *next = g_ptr_array_index (self->columns, i);

      if (tide_results_column_get_n (next) == 0)
        continue;
      tide_results_board_show_column (self, next);
      tide_results_column_focus (next, position);
      return;
    }
}

static gboolean
on_arrow_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  TideResultsBoard *self = TIDE_RESULTS_BOARD (widget);
  guint column, position;

  if (!find_focused (self, &column, &position))
    return GDK_EVENT_PROPAGATE;

  step (self, column, position, is_forward (self, g_variant_get_boolean (args)));

  return GDK_EVENT_STOP;
}

static void
add_arrow (GtkEventController *controller, guint key, gboolean is_right)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (key, 0),
                                       gtk_callback_action_new (on_arrow_pressed, NULL, NULL), "b",
                                       is_right));
}

/*
 * tide_results_board_set_up_keys:
 * @self: a board that is being made
 */
void
tide_results_board_set_up_keys (TideResultsBoard *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_arrow (controller, GDK_KEY_Left, FALSE);
  add_arrow (controller, GDK_KEY_KP_Left, FALSE);
  add_arrow (controller, GDK_KEY_Right, TRUE);
  add_arrow (controller, GDK_KEY_KP_Right, TRUE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Moving ------------------------------------------------------------------------------------ */

static const TideResultPayload *
get_result (TideResultsBoard *self)
{
  const char *id = tide_results_board_get_selected (self);

  return id != NULL ? TIDE_RESULT_PAYLOAD (
                          tide_register_lookup_payload (self->reg, TIDE_RECORD_RESULT, id))
                    : NULL;
}

/* NULL with the reason where there is none. */
static const char *
find_stage_beside (const TideResultPayload *result, gboolean forward, const char **reason)
{
  const TideResultStage *present = tide_result_get_present (result);
  const TideResultTrack track = tide_result_get_track (result);
  const int rank = present != NULL ? tide_result_stage_get_rank (present->stage) : -1;
  const int wanted = rank + (forward ? 1 : -1);

  if (track == TIDE_RESULT_TRACK_NONE)
    *reason = _ ("Say first of which kind the result is");
  else if (wanted >= TIDE_RESULT_TRACK_LENGTH)
    *reason = _ ("There is no later stage");
  else if (wanted < 0)
    *reason = _ ("There is no earlier stage");
  else
    return tide_result_track_get_stage (track, (guint) wanted);

  return NULL;
}

static void
move_beside (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideResultsBoard *self = TIDE_RESULTS_BOARD (widget);
  const TideResultPayload *result = get_result (self);
  const char *reason = NULL;
  const char *stage;

  if (result == NULL)
    return;

  stage = find_stage_beside (result, is_forward (self, g_str_equal (name, "result.move-right")),
                             &reason);
  if (stage != NULL)
    tide_results_board_request_move (self, result->base.id, stage);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self), reason,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideResultsBoard *self = TIDE_RESULTS_BOARD (widget);
  guint column, position;
  graphene_rect_t bounds;

  if (self->menu == NULL || !find_focused (self, &column, &position))
    return;

  tide_results_column_focus (g_ptr_array_index (self->columns, column), position);
  if (!gtk_widget_compute_bounds (gtk_root_get_focus (gtk_widget_get_root (widget)), widget,
                                  &bounds))
    return;

  gtk_popover_set_pointing_to (
      self->menu, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                    (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (self->menu);
}

/*
 * tide_results_board_request_move:
 * @self: a board
 * @id: id of a result
 * @stage: code of the stage that it shall come to
 */
void
tide_results_board_request_move (TideResultsBoard *self, const char *id, const char *stage)
{
  if (!tide_register_get_read_only (self->reg))
    g_signal_emit (self, signals[MOVE_REQUESTED], 0, id, stage);
}

/*
 * tide_results_board_update_actions:
 * @self: a board
 *
 * Only in a register that can be changed is there anything to move.
 */
void
tide_results_board_update_actions (TideResultsBoard *self)
{
  const gboolean can_move = self->reg != NULL && !tide_register_get_read_only (self->reg)
                            && tide_results_board_get_selected (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.move-left", can_move);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.move-right", can_move);
}

/*
 * tide_results_board_install_keys:
 * @widget_class: class of the board
 */
void
tide_results_board_install_keys (GtkWidgetClass *widget_class)
{
  signals[MOVE_REQUESTED]
      = g_signal_new ("move-requested", G_TYPE_FROM_CLASS (widget_class), G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "result.move-left", NULL, move_beside);
  gtk_widget_class_install_action (widget_class, "result.move-right", NULL, move_beside);
  gtk_widget_class_install_action (widget_class, "result.show-menu", NULL, show_menu);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_RESULTS_BOARD, NULL);
}
