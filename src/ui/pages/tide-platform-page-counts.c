/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-platform-page-private.h"

#include "core/tide-draft.h"
#include "ui/dialogs/tide-entry-dialog.h"
#include "ui/lists/tide-innovation-text.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"
#include "ui/rows/tide-entry-fields.h"

#include <glib/gi18n-lib.h>

/* Editing ----------------------------------------------------------------------------------- */

/* NULL to add one. */
static void
edit (TidePlatformPage *self, const char *key)
{
  TideEntryDialog *dialog
      = tide_entry_dialog_new (self->reg, TIDE_RECORD_PLATFORM, self->id, "counts", key);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_count (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit (TIDE_PLATFORM_PAGE (widget), NULL);
}

static void
edit_count (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TidePlatformPage *self = TIDE_PLATFORM_PAGE (widget);

  if (!tide_register_get_read_only (self->reg))
    edit (self, g_variant_get_string (parameter, NULL));
}

static void
show_failure (TidePlatformPage *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Not Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* The row that has the focus goes; the button that adds another one stays. */
static void
remove_count (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TidePlatformPage *self = TIDE_PLATFORM_PAGE (widget);
  const TidePlatformPayload *platform = tide_platform_page_get_payload (self);
  g_autoptr (TideDraft) draft = NULL;
  g_autofree char *step = NULL;
  g_autoptr (GError) error = NULL;
  TideDraft *entry;

  if (platform == NULL || tide_register_get_read_only (self->reg))
    return;

  draft = tide_draft_new (self->reg, TIDE_RECORD_PLATFORM, &platform->base);
  entry = tide_draft_find_entry (draft, "counts", g_variant_get_string (parameter, NULL));
  if (entry == NULL)
    return;

  step = tide_entry_form_dup_step (tide_entry_form_find (TIDE_RECORD_PLATFORM, "counts"), "remove");
  tide_draft_remove_entry (draft, "counts", entry);
  tide_draft_set_step_name (draft, step);
  gtk_widget_grab_focus (self->add_count_button);
  if (!tide_draft_commit (draft, NULL, &error))
    show_failure (self, error);
}

/*
 * tide_platform_page_install_counts:
 * @widget_class: class of the page
 *
 * Adds what edits its counts.
 */
void
tide_platform_page_install_counts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "platform.add-count", NULL, add_count);
  gtk_widget_class_install_action (widget_class, "platform.edit-count", "s", edit_count);
  gtk_widget_class_install_action (widget_class, "platform.remove-count", "s", remove_count);
}

/* Rows -------------------------------------------------------------------------------------- */

static char *
dup_details (TidePlatformPage *self, const TidePlatformCount *count)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *source
      = tide_project_text_dup_reference (self->reg, TIDE_RECORD_SOURCE, count->source);
  g_autofree char *date
      = tide_date_is_set (&count->date) ? tide_date_dup_label (&count->date, language) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  tide_details_join (text, date != NULL ? date : _ ("Without a Date"));
  if (count->part_of != NULL)
    {
      g_autofree char *whole = tide_text_dup_isolated (
          tide_codes_get_label (TIDE_CODES_MEASURE, count->part_of, language));
      /* Translators: what a number is a part of, such as Core talents */
      g_autofree char *part = g_strdup_printf (_ ("part of “%s”"), whole);

      tide_details_join (text, part);
    }
  tide_details_join (text, count->written);
  tide_details_join (text, source);
  tide_details_join (text, count->note);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
remove_button_new (const char *key)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove Count"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "platform.remove-count");

  return button;
}

static void
append_count (TidePlatformPage *self, const TidePlatformCount *count)
{
  const gboolean can_write = !tide_register_get_read_only (self->reg);
  g_autofree char *number = tide_innovation_dup_count (count);
  g_autofree char *details = dup_details (self, count);
  g_autofree char *key = tide_payload_dup_key (&count->base);
  GtkWidget *row = tide_details_row_new (
      tide_codes_get_label (TIDE_CODES_MEASURE, count->measure, tide_language_get_default ()),
      details, number);

  if (can_write)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button_new (key));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", key);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "platform.edit-count");
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_write);
  gtk_list_box_append (self->count_rows, row);
}

static void
append_measure (TidePlatformPage *self, const TidePlatformPayload *platform, const char *measure)
{
  for (guint i = 0; i < tide_entries_get_n (platform->counts); i++)
    {
      const TidePlatformCount *count = g_ptr_array_index (platform->counts, i);

      if (g_strcmp0 (count->measure, measure) == 0)
        append_count (self, count);
    }
}

/*
 * tide_platform_page_fill_counts:
 * @self: a page
 * @platform: its platform
 *
 * Shows what it had when, measure by measure.
 */
void
tide_platform_page_fill_counts (TidePlatformPage *self, const TidePlatformPayload *platform)
{
  g_autoptr (GPtrArray) measures = tide_innovation_list_measures (platform);

  gtk_list_box_remove_all (self->count_rows);
  for (guint i = 0; i < measures->len; i++)
    append_measure (self, platform, g_ptr_array_index (measures, i));
  tide_platform_page_append_empty (self->count_rows, _ ("No count is recorded"));
}
