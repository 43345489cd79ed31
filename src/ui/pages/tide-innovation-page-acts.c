/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-innovation-page-private.h"

#include "core/tide-draft.h"
#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-entry-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"

#include <glib/gi18n-lib.h>

/* What is meant ----------------------------------------------------------------------------- */

static const TidePayload *
find (TideInnovationPage *self, TideRecordKind kind, const char *id)
{
  return self->reg != NULL && id != NULL ? tide_register_lookup_payload (self->reg, kind, id)
                                         : NULL;
}

/*
 * tide_innovation_page_get_platform:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the platform whose page is open; else the one selected
 */
const TidePayload *
tide_innovation_page_get_platform (TideInnovationPage *self)
{
  TidePlatformPage *open = tide_innovation_page_get_open (self);

  return find (self, TIDE_RECORD_PLATFORM,
               open != NULL ? tide_platform_page_get_platform (open)
                            : tide_platforms_list_get_selected (self->platforms));
}

/*
 * tide_innovation_page_get_result:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the result whose card is selected
 */
const TidePayload *
tide_innovation_page_get_result (TideInnovationPage *self)
{
  return find (self, TIDE_RECORD_RESULT, tide_results_board_get_selected (self->board));
}

static gboolean
is_of_platform (const char *action)
{
  return g_str_has_prefix (action, "platform.");
}

static const TidePayload *
get_meant (TideInnovationPage *self, const char *action, TideRecordKind *kind)
{
  *kind = is_of_platform (action) ? TIDE_RECORD_PLATFORM : TIDE_RECORD_RESULT;

  return is_of_platform (action) ? tide_innovation_page_get_platform (self)
                                 : tide_innovation_page_get_result (self);
}

/* Forms ------------------------------------------------------------------------------------- */

static void
on_platform_saved (TideInnovationPage *self, const char *id)
{
  if (tide_innovation_page_get_open (self) != NULL)
    return;

  adw_view_stack_set_visible_child_name (self->tabs, "platforms");
  if (!tide_platforms_list_select (self->platforms, id))
    tide_innovation_page_clear_search (self);
  tide_platforms_list_select (self->platforms, id);
}

static void
on_result_saved (TideInnovationPage *self, const char *id)
{
  if (tide_innovation_page_get_open (self) == NULL)
    tide_innovation_page_show_result (self, id);
}

static TideRecordDialog *
dialog_new (TideInnovationPage *self, TideRecordKind kind, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, kind, payload);

  g_signal_connect_object (dialog, "saved",
                           kind == TIDE_RECORD_PLATFORM ? G_CALLBACK (on_platform_saved)
                                                        : G_CALLBACK (on_result_saved),
                           self, G_CONNECT_SWAPPED);

  return dialog;
}

/* The next result begins where the last one did: with its kind, platform and sectors. */
static TidePayload *
dup_alike (const TideResultPayload *saved)
{
  TidePayload *next = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RESULT), NULL);

  tide_payload_set_interned (&((TideResultPayload *) next)->kind, saved->kind);
  tide_payload_set_interned (&((TideResultPayload *) next)->platform, saved->platform);
  for (guint i = 0; i < tide_entries_get_n (saved->sectors); i++)
    tide_payload_add_string (next, "sectors", g_ptr_array_index (saved->sectors, i));

  return tide_payload_seal (next);
}

static void
on_another (TideInnovationPage *self, const TidePayload *saved)
{
  g_autoptr (TidePayload) next = dup_alike (TIDE_RESULT_PAYLOAD (saved));
  TideRecordDialog *dialog = dialog_new (self, TIDE_RECORD_RESULT, next);

  g_signal_connect_object (dialog, "another", G_CALLBACK (on_another), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
present (TideInnovationPage *self, TideRecordKind kind, const TidePayload *payload)
{
  TideRecordDialog *dialog = dialog_new (self, kind, payload);

  if (kind == TIDE_RECORD_RESULT)
    g_signal_connect_object (dialog, "another", G_CALLBACK (on_another), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (TIDE_INNOVATION_PAGE (widget),
           g_str_equal (name, "innovation.add-platform") ? TIDE_RECORD_PLATFORM
                                                         : TIDE_RECORD_RESULT,
           NULL);
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideInnovationPage *self = TIDE_INNOVATION_PAGE (widget);
  TideRecordKind kind;
  const TidePayload *record = get_meant (self, name, &kind);

  if (record != NULL)
    present (self, kind, record);
}

static void
delete_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideInnovationPage *self = TIDE_INNOVATION_PAGE (widget);
  TideRecordKind kind;
  const TidePayload *record = get_meant (self, name, &kind);

  if (record != NULL)
    tide_delete_dialog_present (widget, self->reg, kind, record->id);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRecordKind kind;
  const TidePayload *record = get_meant (TIDE_INNOVATION_PAGE (widget), name, &kind);

  if (record != NULL)
    gtk_widget_activate_action (widget, "win.show-history", "(ss)",
                                tide_shape_for_kind (kind)->name, record->id);
}

/* Ways -------------------------------------------------------------------------------------- */

static void
open_platform (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideInnovationPage *self = TIDE_INNOVATION_PAGE (widget);
  const TidePayload *platform = tide_innovation_page_get_platform (self);

  if (platform != NULL)
    tide_innovation_page_show_platform (self, platform->id);
}

static void
show_result (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_innovation_page_show_result (TIDE_INNOVATION_PAGE (widget),
                                    g_variant_get_string (parameter, NULL));
}

static void
show_platform_of_result (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideInnovationPage *self = TIDE_INNOVATION_PAGE (widget);
  const TidePayload *result = tide_innovation_page_get_result (self);

  if (result != NULL && TIDE_RESULT_PAYLOAD (result)->platform != NULL)
    tide_innovation_page_show_platform (self, TIDE_RESULT_PAYLOAD (result)->platform);
}

static void
show_project_of_result (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TidePayload *result = tide_innovation_page_get_result (TIDE_INNOVATION_PAGE (widget));

  if (result != NULL && TIDE_RESULT_PAYLOAD (result)->became != NULL)
    gtk_widget_activate_action (widget, "win.show-project", "s",
                                TIDE_RESULT_PAYLOAD (result)->became);
}

/* Moving ------------------------------------------------------------------------------------ */

static void
fill_move (TideInnovationPage *self, TideDraft *entry, const char *stage)
{
  char buffer[TIDE_DATE_TEXT_SIZE];
  TideDate today;

  tide_date_init_from_time (&today, tide_clock_get_seconds (tide_register_get_clock (self->reg)),
                            tide_register_get_settings (self->reg)->time_zone);
  tide_field_set_text (tide_draft_get_field (entry, "stage"), stage);
  tide_field_set_text (tide_draft_get_field (entry, "date"),
                       tide_date_format (&today, buffer, sizeof buffer));
}

/* The card that had the focus has gone to another column. */
static void
on_move_closed (TideInnovationPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

/*
 * tide_innovation_page_move_result:
 * @self: a page
 * @id: id of a result
 * @stage: code of the stage that it comes to
 *
 * Asks when it came there, and what is to be said of it.
 */
void
tide_innovation_page_move_result (TideInnovationPage *self, const char *id, const char *stage)
{
  TideEntryDialog *dialog
      = tide_entry_dialog_new (self->reg, TIDE_RECORD_RESULT, id, "stages", NULL);
  g_autofree char *title = g_strdup_printf (
      /* Translators: the stage that a result of research comes to, such as Pilot */
      _ ("Move to “%s”"),
      tide_codes_get_label (TIDE_CODES_RESULT_STAGE, stage, tide_language_get_default ()));

  fill_move (self, tide_entry_dialog_get_entry (dialog), stage);
  tide_draft_set_step_name (tide_entry_dialog_get_draft (dialog), "move-result");
  adw_dialog_set_title (ADW_DIALOG (dialog), title);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_move_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/*
 * tide_innovation_page_install_acts:
 * @widget_class: class of the page
 */
void
tide_innovation_page_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "innovation.add-platform", NULL, add);
  gtk_widget_class_install_action (widget_class, "innovation.add-result", NULL, add);
  gtk_widget_class_install_action (widget_class, "platform.open", NULL, open_platform);
  gtk_widget_class_install_action (widget_class, "platform.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "platform.delete", NULL, delete_record);
  gtk_widget_class_install_action (widget_class, "platform.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "result.show", "s", show_result);
  gtk_widget_class_install_action (widget_class, "result.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "result.delete", NULL, delete_record);
  gtk_widget_class_install_action (widget_class, "result.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "result.show-platform", NULL,
                                   show_platform_of_result);
  gtk_widget_class_install_action (widget_class, "result.show-project", NULL,
                                   show_project_of_result);
}
