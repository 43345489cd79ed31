/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-observation-cell.h"

#include "core/tide-observation-paste.h"
#include "ui/rows/tide-field-link.h"

struct _TideObservationCell
{
  AdwBin parent_instance;

  char *text;            /* owned: what the register has */
  GtkStringList *codes;  /* owned; NULL where a text is typed */
  GtkWidget *input;      /* not owned: entry or drop-down, a child */
  GtkWidget *message;    /* not owned: a child */
  guint flush_id;        /* of the source that takes what was typed; 0 for none */
  gboolean is_showing;   /* the input follows the text, not the person */
  GCancellable *pasting; /* owned: cancelled when the cell goes */
};

G_DEFINE_FINAL_TYPE (TideObservationCell, tide_observation_cell, ADW_TYPE_BIN)

enum
{
  EDITED,
  ENTERED,
  PASTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
find_code (TideObservationCell *self, const char *code)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->codes));

  for (guint i = 0; i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (self->codes, i), code))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
show_text (TideObservationCell *self)
{
  self->is_showing = TRUE;
  if (self->codes != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input), find_code (self, self->text));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->input), self->text);
  self->is_showing = FALSE;
}

static gboolean
on_flush (gpointer data)
{
  TideObservationCell *self = data;

  self->flush_id = 0;
  tide_observation_cell_flush (self);

  return G_SOURCE_REMOVE;
}

/* Not at once, as the focus is still on its way and rows may go. */
static void
on_focus_left (TideObservationCell *self)
{
  if (self->flush_id == 0)
    self->flush_id = g_idle_add (on_flush, self);
}

static void
on_selected (TideObservationCell *self)
{
  if (!self->is_showing && self->flush_id == 0)
    self->flush_id = g_idle_add (on_flush, self);
}

static void
on_activate (TideObservationCell *self)
{
  g_autoptr (TideObservationCell) alive = g_object_ref (self);

  tide_observation_cell_flush (self);
  g_signal_emit (alive, signals[ENTERED], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  TideObservationCell *self = TIDE_OBSERVATION_CELL (widget);
  g_autofree char *typed = tide_observation_cell_dup_typed (self);

  if (g_str_equal (typed, self->text))
    return GDK_EVENT_PROPAGATE;

  tide_observation_cell_reset (self);

  return GDK_EVENT_STOP;
}

/* Pasting ----------------------------------------------------------------------------------- */

static void
on_clipboard_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideObservationCell) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || self->input == NULL)
    return;

  if (tide_observation_paste_is_table (text))
    g_signal_emit (self, signals[PASTED], 0, text);
  else
    {
      int position;

      gtk_editable_delete_selection (GTK_EDITABLE (self->input));
      position = gtk_editable_get_position (GTK_EDITABLE (self->input));
      gtk_editable_insert_text (GTK_EDITABLE (self->input), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (self->input), position);
    }
}

static void
on_paste (TideObservationCell *self, GtkText *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  g_signal_stop_emission_by_name (text, "paste-clipboard");
  if (gtk_editable_get_editable (GTK_EDITABLE (text)))
    gdk_clipboard_read_text_async (clipboard, self->pasting, on_clipboard_read,
                                   g_object_ref (self));
}

/* Making ------------------------------------------------------------------------------------ */

static GtkWidget *
create_entry (TideObservationCell *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard",
                           G_CALLBACK (on_paste), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
create_drop_down (TideObservationCell *self, GtkStringList *labels)
{
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (labels)), NULL);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), FALSE);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  return drop_down;
}

static void
tide_observation_cell_dispose (GObject *object)
{
  TideObservationCell *self = TIDE_OBSERVATION_CELL (object);

  g_clear_handle_id (&self->flush_id, g_source_remove);
  g_cancellable_cancel (self->pasting);
  self->input = NULL;
  self->message = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->codes);

  G_OBJECT_CLASS (tide_observation_cell_parent_class)->dispose (object);
}

static void
tide_observation_cell_finalize (GObject *object)
{
  TideObservationCell *self = TIDE_OBSERVATION_CELL (object);

  g_object_unref (self->pasting);
  g_free (self->text);

  G_OBJECT_CLASS (tide_observation_cell_parent_class)->finalize (object);
}

static gboolean
tide_observation_cell_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TIDE_OBSERVATION_CELL (widget)->input);
}

static void
tide_observation_cell_class_init (TideObservationCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_observation_cell_dispose;
  object_class->finalize = tide_observation_cell_finalize;
  widget_class->grab_focus = tide_observation_cell_grab_focus;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
tide_observation_cell_init (TideObservationCell *self)
{
  self->text = g_strdup ("");
  self->pasting = g_cancellable_new ();
}

/**
 * tide_observation_cell_new:
 * @codes: (nullable): what may be chosen, the first one empty for nothing; %NULL for a cell in
 * which is typed
 * @labels: (nullable): what these are called, one for each
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
tide_observation_cell_new (GtkStringList *codes, GtkStringList *labels)
{
  TideObservationCell *self = g_object_new (TIDE_TYPE_OBSERVATION_CELL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  if (codes != NULL)
    self->codes = g_object_ref (codes);
  self->is_showing = TRUE;
  self->input = codes != NULL ? create_drop_down (self, labels) : create_entry (self);
  self->is_showing = FALSE;
  self->message = GTK_WIDGET (tide_message_label_new ());
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 1);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (box), self->input);
  gtk_box_append (GTK_BOX (box), self->message);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

/**
 * tide_observation_cell_get_text:
 * @self: a cell
 *
 * Returns: (transfer none): what the register has, empty for nothing
 */
const char *
tide_observation_cell_get_text (TideObservationCell *self)
{
  g_return_val_if_fail (TIDE_IS_OBSERVATION_CELL (self), NULL);

  return self->text;
}

/**
 * tide_observation_cell_dup_typed:
 * @self: a cell
 *
 * Returns: (transfer full): what is typed or chosen, taken or not
 */
char *
tide_observation_cell_dup_typed (TideObservationCell *self)
{
  guint selected;

  g_return_val_if_fail (TIDE_IS_OBSERVATION_CELL (self), NULL);

  if (self->codes == NULL)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input))));

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input));

  return g_strdup (selected != GTK_INVALID_LIST_POSITION
                       ? gtk_string_list_get_string (self->codes, selected)
                       : self->text);
}

/**
 * tide_observation_cell_set_text:
 * @self: a cell
 * @text: what the register has
 *
 * Shows it. What is typed, and what is wrong with it, stays as long as that has not changed.
 */
void
tide_observation_cell_set_text (TideObservationCell *self, const char *text)
{
  g_return_if_fail (TIDE_IS_OBSERVATION_CELL (self));

  if (g_set_str (&self->text, text))
    tide_observation_cell_reset (self);
}

/**
 * tide_observation_cell_set_name:
 * @self: a cell
 * @name: its name for screen readers
 */
void
tide_observation_cell_set_name (TideObservationCell *self, const char *name)
{
  g_return_if_fail (TIDE_IS_OBSERVATION_CELL (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/**
 * tide_observation_cell_set_hint:
 * @self: a cell in which is typed
 * @hint: (nullable): what to type, shown as long as nothing is
 */
void
tide_observation_cell_set_hint (TideObservationCell *self, const char *hint)
{
  g_return_if_fail (TIDE_IS_OBSERVATION_CELL (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->input), hint);
}

/**
 * tide_observation_cell_set_editable:
 * @self: a cell
 * @editable: whether a person can change it
 */
void
tide_observation_cell_set_editable (TideObservationCell *self, gboolean editable)
{
  g_return_if_fail (TIDE_IS_OBSERVATION_CELL (self));

  gtk_widget_set_sensitive (self->input, editable);
}

/**
 * tide_observation_cell_set_problem:
 * @self: a cell
 * @problem: (nullable): what is wrong with what is typed
 */
void
tide_observation_cell_set_problem (TideObservationCell *self, const char *problem)
{
  GtkAccessible *input;

  g_return_if_fail (TIDE_IS_OBSERVATION_CELL (self));

  input = GTK_ACCESSIBLE (self->input);
  gtk_label_set_text (GTK_LABEL (self->message), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->message, problem != NULL);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (self->input, "error");
      gtk_accessible_update_property (input, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
    }
  else
    {
      gtk_widget_remove_css_class (self->input, "error");
      gtk_accessible_reset_property (input, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  gtk_accessible_update_state (
      input, GTK_ACCESSIBLE_STATE_INVALID,
      problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * tide_observation_cell_reset:
 * @self: a cell
 *
 * Shows what the register has in place of what is typed.
 */
void
tide_observation_cell_reset (TideObservationCell *self)
{
  g_return_if_fail (TIDE_IS_OBSERVATION_CELL (self));

  g_clear_handle_id (&self->flush_id, g_source_remove);
  show_text (self);
  tide_observation_cell_set_problem (self, NULL);
}

/**
 * tide_observation_cell_flush:
 * @self: a cell
 *
 * Has what is typed taken now, if it is something else.
 */
void
tide_observation_cell_flush (TideObservationCell *self)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (TIDE_IS_OBSERVATION_CELL (self));

  g_clear_handle_id (&self->flush_id, g_source_remove);
  typed = tide_observation_cell_dup_typed (self);
  if (g_str_equal (typed, self->text))
    tide_observation_cell_set_problem (self, NULL);
  else
    g_signal_emit (self, signals[EDITED], 0, typed);
}
