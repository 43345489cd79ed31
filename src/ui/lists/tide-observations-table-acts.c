/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-observations-table-private.h"

#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

/*
 * tide_observations_table_get_payload:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the indicator as it is
 */
const TideIndicatorPayload *
tide_observations_table_get_payload (TideObservationsTable *self)
{
  if (self->reg == NULL || self->indicator == NULL)
    return NULL;

  return TIDE_INDICATOR_PAYLOAD (
      tide_register_lookup_payload (self->reg, TIDE_RECORD_INDICATOR, self->indicator));
}

/*
 * tide_observations_table_can_edit:
 * @self: a table
 *
 * Returns: whether a person can change what it shows
 */
gboolean
tide_observations_table_can_edit (TideObservationsTable *self)
{
  return tide_observations_table_get_payload (self) != NULL
         && !tide_register_get_read_only (self->reg);
}

/*
 * tide_observations_table_find_line:
 * @self: a table
 * @key: key of a row
 *
 * Returns: (transfer none) (nullable): what shows it
 */
TideObservationLine *
tide_observations_table_find_line (TideObservationsTable *self, const char *key)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_strcmp0 (tide_observation_line_get_key (
                       (TideObservationLine *) g_ptr_array_index (self->lines, i)),
                   key)
        == 0)
      return (TideObservationLine *) g_ptr_array_index (self->lines, i);

  return NULL;
}

/*
 * tide_observations_table_focus_new:
 * @self: a table
 *
 * Goes to the empty row, where there is one.
 */
void
tide_observations_table_focus_new (TideObservationsTable *self)
{
  if (tide_observations_table_can_edit (self))
    tide_observation_line_focus (self->new_line, TIDE_OBSERVATION_PERIOD);
}

/* Acts -------------------------------------------------------------------------------------- */

static void
show_error (TideObservationsTable *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Indicator Not Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
remove_row (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideObservationsTable *self = TIDE_OBSERVATIONS_TABLE (widget);
  TideObservationLine *line
      = tide_observations_table_find_line (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (line == NULL || !tide_observations_table_can_edit (self))
    return;

  if (!tide_observation_line_remove (line, &error))
    show_error (self, error);
  else
    tide_observations_table_focus_new (self);
}

static void
on_clipboard_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideObservationsTable) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL)
    tide_observations_table_paste (self, text);
}

static void
paste_rows (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideObservationsTable *self = TIDE_OBSERVATIONS_TABLE (widget);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), self->pasting,
                                 on_clipboard_read, g_object_ref (self));
}

/*
 * tide_observations_table_install_actions:
 * @widget_class: the class of the table
 *
 * Adds what pastes and removes rows.
 */
void
tide_observations_table_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "observations.paste", NULL, paste_rows);
  gtk_widget_class_install_action (widget_class, "observations.remove", "s", remove_row);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_OBSERVATIONS_TABLE, NULL);
}

/**
 * tide_observations_table_paste:
 * @self: a table
 * @text: rows of a spreadsheet: period, value and, if wanted, published growth
 *
 * Takes the rows into the register as one step, and tells by `pasted` what became of them.
 */
void
tide_observations_table_paste (TideObservationsTable *self, const char *text)
{
  g_autoptr (TideObservationPaste) paste = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TIDE_IS_OBSERVATIONS_TABLE (self));

  if (!tide_observations_table_can_edit (self))
    return;

  paste = tide_observation_paste_new (self->reg, self->indicator, text, &error);
  if (paste == NULL)
    show_error (self, error);
  else
    g_signal_emit_by_name (self, "pasted", paste);
}
