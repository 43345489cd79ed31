/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-results-board-private.h"

#include "core/tide-result-stage.h"
#include "ui/lists/tide-innovation-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideResultsBoard, tide_results_board, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  SELECTION_CHANGED,
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The column of results that are at no stage of a track is the first one. */
#define NO_STAGE 0

static TideResultsColumn *
get_column (TideResultsBoard *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

/* Selecting --------------------------------------------------------------------------------- */

static void
take_selected (TideResultsBoard *self, const char *id)
{
  g_set_str (&self->selected, id);
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (tide_results_column_get_selected (get_column (self, i)), id) != 0)
      tide_results_column_select (get_column (self, i), NULL);
  tide_results_board_update_actions (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_selected (TideResultsBoard *self, TideResultsColumn *column)
{
  take_selected (self, tide_results_column_get_selected (column));
}

static void
on_activated (TideResultsBoard *self, TideResultsColumn *column)
{
  const char *id = tide_results_column_get_selected (column);

  if (id != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
on_dropped (TideResultsBoard *self, TideRecord *result, TideResultsColumn *column)
{
  const char *id = tide_record_get_id (result);

  if (tide_register_lookup (self->reg, TIDE_RECORD_RESULT, id) == result)
    tide_results_board_request_move (self, id, tide_results_column_get_stage (column));
}

/* Columns ----------------------------------------------------------------------------------- */

static void
add_column (TideResultsBoard *self, GtkBox *box, const char *stage, const char *label)
{
  TideResultsColumn *column = tide_results_column_new (stage, label);

  g_signal_connect_object (column, "selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (GTK_WIDGET (column), TRUE);
  gtk_box_append (box, GTK_WIDGET (column));
  g_ptr_array_add (self->columns, column);
}

/* Stages follow one another below the name of their track. */
static void
add_track (TideResultsBoard *self, TideResultTrack track)
{
  const TideLanguage language = tide_language_get_default ();
  const char *kind = tide_result_track_get_kind (track);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading
      = gtk_label_new (tide_codes_get_label (TIDE_CODES_RESULT_KIND, kind, language));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_tooltip_text (heading,
                               tide_codes_get_definition (TIDE_CODES_RESULT_KIND, kind, language));
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dimmed");
  gtk_widget_set_margin_start (heading, 9);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), columns);
  gtk_box_append (self->box, box);
  for (guint i = 0; i < TIDE_RESULT_TRACK_LENGTH; i++)
    {
      const char *stage = tide_result_track_get_stage (track, i);

      add_column (self, GTK_BOX (columns), stage,
                  tide_codes_get_label (TIDE_CODES_RESULT_STAGE, stage, language));
    }
}

static void
make_columns (TideResultsBoard *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->columns, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  add_column (self, self->box, NULL, _ ("No Stage"));
  for (int i = 0; i < TIDE_N_RESULT_TRACKS; i++)
    add_track (self, (TideResultTrack) i);
}

static TideResultsColumn *
find_column (TideResultsBoard *self, const TideResultPayload *result)
{
  const TideResultStage *present = tide_result_get_present (result);
  const int index
      = present != NULL ? tide_codes_find (TIDE_CODES_RESULT_STAGE, present->stage) : -1;

  return get_column (self, index >= 0 ? (guint) index + 1 : NO_STAGE);
}

static gboolean
is_match (TideResultsBoard *self, const TidePayload *result)
{
  g_autofree char *text = NULL;

  if (self->search == NULL)
    return TRUE;

  text = tide_innovation_dup_search_text (self->reg, result);

  return tide_search_rank (self->search, text) != TIDE_SEARCH_NO_RANK;
}

static void
fill (TideResultsBoard *self)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_RESULT);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TidePayload *result = tide_list_get_payload (list, i);

      if (is_match (self, result))
        tide_results_column_add (find_column (self, TIDE_RESULT_PAYLOAD (result)), self->reg,
                                 tide_register_lookup (self->reg, TIDE_RECORD_RESULT, result->id));
    }
}

/* The same card is selected as before, wherever it went, and has the focus if the board had. */
static void
refresh (TideResultsBoard *self)
{
  const gboolean had_focus
      = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  for (guint i = 0; i < self->columns->len; i++)
    tide_results_column_clear (get_column (self, i));
  if (self->reg != NULL)
    fill (self);
  for (guint i = 0; i < self->columns->len; i++)
    tide_results_column_end (get_column (self, i));
  if (self->columns->len > 0)
    gtk_widget_set_visible (GTK_WIDGET (get_column (self, NO_STAGE)),
                            tide_results_column_get_n (get_column (self, NO_STAGE)) > 0);

  if (self->selected != NULL)
    tide_results_board_select (self, self->selected);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  tide_results_board_update_actions (self);
  g_signal_emit (self, signals[COUNTED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static gboolean
on_refresh_due (gpointer data)
{
  TideResultsBoard *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_register_stepped (TideResultsBoard *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_due, self);
}

static gboolean
tide_results_board_grab_focus (GtkWidget *widget)
{
  TideResultsBoard *self = TIDE_RESULTS_BOARD (widget);
  TideResultsColumn *first = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TideResultsColumn *column = get_column (self, i);

      if (tide_results_column_get_selected (column) != NULL)
        {
          tide_results_board_show_column (self, column);
          return tide_results_column_focus_selected (column);
        }
      if (first == NULL && tide_results_column_get_n (column) > 0)
        first = column;
    }

  return first != NULL && tide_results_column_focus (first, 0);
}

/*
 * tide_results_board_show_column:
 * @self: a board
 * @column: one of its columns
 *
 * Scrolls there.
 */
void
tide_results_board_show_column (TideResultsBoard *self, TideResultsColumn *column)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (self->scroller);

  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (column), NULL);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_results_board_dispose (GObject *object)
{
  TideResultsBoard *self = TIDE_RESULTS_BOARD (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_ptr_array_set_size (self->columns, 0);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  /* A child that the template binds would be let go twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_RESULTS_BOARD);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_results_board_parent_class)->dispose (object);
}

static void
tide_results_board_finalize (GObject *object)
{
  TideResultsBoard *self = TIDE_RESULTS_BOARD (object);

  g_clear_pointer (&self->search, tide_search_free);
  g_ptr_array_unref (self->columns);
  g_free (self->selected);

  G_OBJECT_CLASS (tide_results_board_parent_class)->finalize (object);
}

static void
tide_results_board_class_init (TideResultsBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_results_board_dispose;
  object_class->finalize = tide_results_board_finalize;
  widget_class->grab_focus = tide_results_board_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-results-board.ui");
  gtk_widget_class_bind_template_child (widget_class, TideResultsBoard, scroller);
  gtk_widget_class_bind_template_child (widget_class, TideResultsBoard, box);
  tide_results_board_install_keys (widget_class);
}

static void
tide_results_board_init (TideResultsBoard *self)
{
  self->columns = g_ptr_array_new ();
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only",
                                  G_CALLBACK (tide_results_board_update_actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_results_board_set_up_keys (self);
  tide_results_board_update_actions (self);
}

/**
 * tide_results_board_set_register:
 * @self: a board
 * @reg: (nullable): the register whose results are shown
 *
 * The columns are made anew, in the person's language.
 */
void
tide_results_board_set_register (TideResultsBoard *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_RESULTS_BOARD (self));

  if (!g_set_object (&self->reg, reg))
    return;

  g_signal_group_set_target (self->links, reg);
  make_columns (self);
  refresh (self);
}

/**
 * tide_results_board_set_search:
 * @self: a board
 * @search: words that must be found in a result; empty for none
 */
void
tide_results_board_set_search (TideResultsBoard *self, const char *search)
{
  g_return_if_fail (TIDE_IS_RESULTS_BOARD (self));

  g_clear_pointer (&self->search, tide_search_free);
  if (*search != '\0')
    self->search = tide_search_new (search);
  refresh (self);
}

/**
 * tide_results_board_get_n_shown:
 * @self: a board
 *
 * Returns: how many cards there are
 */
guint
tide_results_board_get_n_shown (TideResultsBoard *self)
{
  guint n = 0;

  g_return_val_if_fail (TIDE_IS_RESULTS_BOARD (self), 0);

  for (guint i = 0; i < self->columns->len; i++)
    n += tide_results_column_get_n (get_column (self, i));

  return n;
}

/**
 * tide_results_board_get_selected:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): id of the result whose card is selected
 */
const char *
tide_results_board_get_selected (TideResultsBoard *self)
{
  g_return_val_if_fail (TIDE_IS_RESULTS_BOARD (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *id = tide_results_column_get_selected (get_column (self, i));

      if (id != NULL)
        return id;
    }

  return NULL;
}

/**
 * tide_results_board_select:
 * @self: a board
 * @id: id of a result
 *
 * Selects its card, and no other.
 *
 * Returns: whether there is such a card
 */
gboolean
tide_results_board_select (TideResultsBoard *self, const char *id)
{
  g_autofree char *wanted = g_strdup (id);
  gboolean is_found = FALSE;

  g_return_val_if_fail (TIDE_IS_RESULTS_BOARD (self), FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    is_found = tide_results_column_select (get_column (self, i), wanted) || is_found;
  take_selected (self, wanted);

  return is_found;
}

/**
 * tide_results_board_set_menu:
 * @self: a board
 * @menu: what can be done with the selected result
 */
void
tide_results_board_set_menu (TideResultsBoard *self, GMenuModel *menu)
{
  g_return_if_fail (TIDE_IS_RESULTS_BOARD (self));
  g_return_if_fail (self->menu == NULL);

  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}
