/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-results-column.h"

#include "core/tide-result-stage.h"
#include "ui/lists/tide-result-card.h"

#include <glib/gi18n-lib.h>

struct _TideResultsColumn
{
  AdwBin parent_instance;

  char *stage; /* owned; nullable: results without one, or with one of a later program */
  char *label; /* owned */
  guint n;
  gboolean is_filling; /* the selection follows the board, not the person */

  /* template children */
  GtkDropTarget *drop_target;
  GtkLabel *name_label;
  GtkLabel *count_label;
  GtkWidget *placeholder;
  GtkListBox *cards;
};

G_DEFINE_FINAL_TYPE (TideResultsColumn, tide_results_column, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_row_selected (TideResultsColumn *self, GtkListBoxRow *row)
{
  if (!self->is_filling && row != NULL)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_row_activated (TideResultsColumn *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The board shows the menu of the card that has the focus. */
static void
show_menu_at (TideResultsColumn *self, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->cards, (int) y);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->cards, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_activate_action (GTK_WIDGET (self), "result.show-menu", NULL);
}

static void
on_secondary_pressed (TideResultsColumn *self, int n_press, double x, double y)
{
  show_menu_at (self, x, y);
}

/* Dropping ---------------------------------------------------------------------------------- */

/* A result stays on its track; the one without a stage goes where its kind does. */
static gboolean
can_take (TideResultsColumn *self, TideRecord *record)
{
  const TidePayload *payload = tide_record_get_payload (record);
  const TideResultStage *present;

  if (self->stage == NULL || payload->shape != tide_shape_for_kind (TIDE_RECORD_RESULT))
    return FALSE;

  present = tide_result_get_present (TIDE_RESULT_PAYLOAD (payload));

  return tide_result_get_track (TIDE_RESULT_PAYLOAD (payload))
             == tide_result_stage_get_track (self->stage)
         && (present == NULL || g_strcmp0 (present->stage, self->stage) != 0);
}

static gboolean
on_drop_asked (GtkDropTarget *target, GdkDrop *drop, TideResultsColumn *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GdkDrag *drag = gdk_drop_get_drag (drop);

  g_value_init (&value, TIDE_TYPE_RECORD);

  return drag != NULL && gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL)
         && can_take (self, g_value_get_object (&value));
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, TideResultsColumn *self)
{
  if (!can_take (self, g_value_get_object (value)))
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, g_value_get_object (value));

  return TRUE;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_results_column_dispose (GObject *object)
{
  TideResultsColumn *self = TIDE_RESULTS_COLUMN (object);

  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_RESULTS_COLUMN);

  G_OBJECT_CLASS (tide_results_column_parent_class)->dispose (object);
}

static void
tide_results_column_finalize (GObject *object)
{
  TideResultsColumn *self = TIDE_RESULTS_COLUMN (object);

  g_free (self->label);
  g_free (self->stage);

  G_OBJECT_CLASS (tide_results_column_parent_class)->finalize (object);
}

static void
install_signals (TideResultsColumnClass *klass)
{
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_RECORD);
}

static void
tide_results_column_class_init (TideResultsColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_results_column_dispose;
  object_class->finalize = tide_results_column_finalize;
  install_signals (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-results-column.ui");
  gtk_widget_class_bind_template_child (widget_class, TideResultsColumn, drop_target);
  gtk_widget_class_bind_template_child (widget_class, TideResultsColumn, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideResultsColumn, count_label);
  gtk_widget_class_bind_template_child (widget_class, TideResultsColumn, placeholder);
  gtk_widget_class_bind_template_child (widget_class, TideResultsColumn, cards);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, show_menu_at);
  gtk_widget_class_set_css_name (widget_class, "board-column");
}

static void
tide_results_column_init (TideResultsColumn *self)
{
  GType types[] = { TIDE_TYPE_RECORD };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
}

/**
 * tide_results_column_new:
 * @stage: (nullable): code of a stage; %NULL for results that are at none of them
 * @label: what the column is called
 *
 * Returns: (transfer floating): a column without cards
 */
TideResultsColumn *
tide_results_column_new (const char *stage, const char *label)
{
  TideResultsColumn *self = g_object_new (TIDE_TYPE_RESULTS_COLUMN, NULL);

  self->stage = g_strdup (stage);
  self->label = g_strdup (label);
  gtk_label_set_text (self->name_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), label);

  return self;
}

/**
 * tide_results_column_get_stage:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): code of its stage
 */
const char *
tide_results_column_get_stage (TideResultsColumn *self)
{
  g_return_val_if_fail (TIDE_IS_RESULTS_COLUMN (self), NULL);

  return self->stage;
}

/**
 * tide_results_column_clear:
 * @self: a column
 *
 * Begins to fill it anew, which tide_results_column_end() ends.
 */
void
tide_results_column_clear (TideResultsColumn *self)
{
  g_return_if_fail (TIDE_IS_RESULTS_COLUMN (self));

  self->is_filling = TRUE;
  self->n = 0;
  gtk_list_box_remove_all (self->cards);
}

/**
 * tide_results_column_add:
 * @self: a column that is being filled
 * @reg: a register
 * @result: one of its results
 */
void
tide_results_column_add (TideResultsColumn *self, TideRegister *reg, TideRecord *result)
{
  g_return_if_fail (TIDE_IS_RESULTS_COLUMN (self));

  gtk_list_box_append (self->cards, tide_result_card_new (reg, result));
  self->n++;
}

/**
 * tide_results_column_end:
 * @self: a column that has all its cards
 */
void
tide_results_column_end (TideResultsColumn *self)
{
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TIDE_IS_RESULTS_COLUMN (self));

  count = g_strdup_printf ("%u", self->n);
  /* Translators: a stage of results of research, and how many are there, read aloud */
  name = g_strdup_printf (ngettext ("%s, %u result", "%s, %u results", self->n), self->label,
                          self->n);
  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (self->placeholder, self->n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), self->n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  self->is_filling = FALSE;
}

/**
 * tide_results_column_get_n:
 * @self: a column
 *
 * Returns: how many cards it has
 */
guint
tide_results_column_get_n (TideResultsColumn *self)
{
  g_return_val_if_fail (TIDE_IS_RESULTS_COLUMN (self), 0);

  return self->n;
}

/**
 * tide_results_column_get_selected:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): id of the result that is selected
 */
const char *
tide_results_column_get_selected (TideResultsColumn *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_RESULTS_COLUMN (self), NULL);

  row = gtk_list_box_get_selected_row (self->cards);

  return row != NULL ? tide_result_card_get_id (TIDE_RESULT_CARD (row)) : NULL;
}

/**
 * tide_results_column_select:
 * @self: a column
 * @id: (nullable): id of a result; %NULL for none
 *
 * Selects its card, and no other.
 *
 * Returns: whether it has the card
 */
gboolean
tide_results_column_select (TideResultsColumn *self, const char *id)
{
  gboolean is_found = FALSE;
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_RESULTS_COLUMN (self), FALSE);

  self->is_filling = TRUE;
  gtk_list_box_unselect_all (self->cards);
  for (int i = 0; !is_found && (row = gtk_list_box_get_row_at_index (self->cards, i)) != NULL; i++)
    if (g_strcmp0 (tide_result_card_get_id (TIDE_RESULT_CARD (row)), id) == 0)
      {
        gtk_list_box_select_row (self->cards, row);
        is_found = TRUE;
      }
  self->is_filling = FALSE;

  return is_found;
}

/**
 * tide_results_column_focus:
 * @self: a column
 * @position: of a card; the last one where there are fewer
 *
 * Selects the card and gives it the focus.
 *
 * Returns: whether there is any
 */
gboolean
tide_results_column_focus (TideResultsColumn *self, guint position)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_RESULTS_COLUMN (self), FALSE);

  if (self->n == 0)
    return FALSE;

  row = gtk_list_box_get_row_at_index (self->cards, (int) MIN (position, self->n - 1));
  gtk_list_box_select_row (self->cards, row);

  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * tide_results_column_focus_selected:
 * @self: a column
 *
 * Returns: whether there is a card that is selected, and has the focus now
 */
gboolean
tide_results_column_focus_selected (TideResultsColumn *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_RESULTS_COLUMN (self), FALSE);

  row = gtk_list_box_get_selected_row (self->cards);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * tide_results_column_find_focused:
 * @self: a column
 *
 * Returns: position of the card that has the focus, or -1
 */
int
tide_results_column_find_focused (TideResultsColumn *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_RESULTS_COLUMN (self), -1);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->cards, i)) != NULL; i++)
    if (gtk_widget_has_focus (GTK_WIDGET (row)))
      return i;

  return -1;
}
