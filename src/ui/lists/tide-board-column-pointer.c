/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-board-column-private.h"

#include "ui/lists/tide-board-card.h"

#include <glib/gi18n-lib.h>

static gboolean
can_write (TideBoardColumn *self)
{
  return self->reg != NULL && !tide_register_get_read_only (self->reg);
}

static guint
get_n_selected (TideBoardColumn *self)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (tide_board_slice_get_whole (self->slice));

  return (guint) gtk_bitset_get_size (selected);
}

/* From a column ---------------------------------------------------------------------------- */

static guint
find_position_at (TideBoardColumn *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GHashTableIter iter;
  gpointer item;

  if (picked == NULL)
    return GTK_INVALID_LIST_POSITION;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

      if (picked == row || gtk_widget_is_ancestor (picked, row))
        return gtk_list_item_get_position (item);
    }

  return GTK_INVALID_LIST_POSITION;
}

/* A card that is not selected is dragged alone; one that is, with all others that are. What is
 * dragged is the selection, which the slice leads to. */
static GdkContentProvider *
on_drag_prepared (GtkDragSource *source, double x, double y, TideBoardColumn *self)
{
  const guint position = find_position_at (self, x, y);
  GtkSelectionModel *slice = GTK_SELECTION_MODEL (self->slice);

  if (position == GTK_INVALID_LIST_POSITION || !can_write (self))
    return NULL;

  if (!gtk_selection_model_is_selected (slice, position))
    gtk_selection_model_select_item (slice, position, TRUE);
  g_object_set_data (G_OBJECT (source), "position", GUINT_TO_POINTER (position));

  return gdk_content_provider_new_typed (TIDE_TYPE_BOARD_SLICE, self->slice);
}

/* What hangs on the pointer: the card's name, or how many cards there are. */
static char *
dup_dragged (TideBoardColumn *self, guint position)
{
  const guint n = get_n_selected (self);
  GtkWidget *card = tide_board_column_find_card (self, position);

  if (n == 1 && card != NULL)
    return g_strdup (tide_board_card_get_name (TIDE_BOARD_CARD (card)));

  /* Translators: how many projects there are */
  return g_strdup_printf (ngettext ("%u project", "%u projects", n), n);
}

static void
on_drag_begun (GtkDragSource *source, GdkDrag *drag, TideBoardColumn *self)
{
  const guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (source), "position"));
  g_autofree char *text = dup_dragged (self, position);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "dragged-cards");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

/* The menu is of the card that was clicked, or of all that are selected with it. */
static void
on_menu_clicked (GtkGestureClick *gesture, int n_press, double x, double y, TideBoardColumn *self)
{
  const guint position = find_position_at (self, x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tide_board_column_focus (
      self, position,
      !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->slice), position));
  gtk_widget_activate_action (GTK_WIDGET (self), "board.show-menu", NULL);
}

/* To a column ------------------------------------------------------------------------------ */

static gboolean
is_from_same_board (TideBoardColumn *self, GdkDrag *drag)
{
  g_auto (GValue) value = G_VALUE_INIT;
  TideBoardSlice *slice;

  g_value_init (&value, TIDE_TYPE_BOARD_SLICE);
  if (drag == NULL || self->slice == NULL
      || !gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL))
    return FALSE;

  slice = g_value_get_object (&value);

  return slice != self->slice
         && tide_board_slice_get_whole (slice) == tide_board_slice_get_whole (self->slice);
}

static gboolean
on_drop_asked (GtkDropTarget *target, GdkDrop *drop, TideBoardColumn *self)
{
  return can_write (self) && tide_codes_find (TIDE_CODES_STAGE, self->key) >= 0
         && is_from_same_board (self, gdk_drop_get_drag (drop));
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, TideBoardColumn *self)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "board.move-to", "s", self->key);
}

/*
 * tide_board_column_install_pointer:
 * @widget_class: class of the column
 *
 * Installs what clicking, dragging and dropping call.
 */
void
tide_board_column_install_pointer (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepared);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begun);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_clicked);
}

/*
 * tide_board_column_set_up_pointer:
 * @self: a column that is being made
 */
void
tide_board_column_set_up_pointer (TideBoardColumn *self)
{
  GType types[] = { TIDE_TYPE_BOARD_SLICE };

  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
}
