/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-project-details-private.h"

#include "core/tide-next-step.h"
#include "ui/dialogs/tide-entry-dialog.h"
#include "ui/rows/tide-entry-fields.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

/* Where the focus goes back to when a form closes. */
typedef struct
{
  GWeakRef details;
  TideDetailsSection *section; /* owned */
  char *key;                   /* owned, nullable */
  guint index;
} Place;

static void
place_free (gpointer data, GClosure *closure)
{
  Place *place = data;

  g_weak_ref_clear (&place->details);
  g_object_unref (place->section);
  g_free (place->key);
  g_free (place);
}

static const char *
get_id (TideProjectDetails *self)
{
  TideProject *project = tide_project_details_get_project (self);

  return project != NULL ? tide_record_get_id (TIDE_RECORD (project)) : NULL;
}

static gboolean
can_write (TideProjectDetails *self)
{
  TideRegister *reg = tide_project_details_get_register (self);

  return reg != NULL && get_id (self) != NULL && !tide_register_get_read_only (reg);
}

/* Forms ------------------------------------------------------------------------------------- */

static void
on_saved (TideEntryDialog *dialog, const char *key, Place *place)
{
  if (key != NULL)
    g_set_str (&place->key, key);
}

static void
on_closed (TideEntryDialog *dialog, Place *place)
{
  g_autoptr (TideProjectDetails) details = g_weak_ref_get (&place->details);

  if (details != NULL)
    tide_project_details_focus_entry (details, place->section, place->key, place->index);
}

static void
present (TideProjectDetails *self,
         TideDetailsSection *section,
         TideDetailsRow *row,
         TideEntryDialog *dialog)
{
  Place *place = g_new0 (Place, 1);

  g_weak_ref_init (&place->details, self);
  place->section = g_object_ref (section);
  if (row != NULL)
    {
      place->key = g_strdup (tide_details_row_get_key (row));
      place->index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
    }
  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved), place);
  g_signal_connect_data (dialog, "closed", G_CALLBACK (on_closed), place, place_free,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
edit_fields (TideProjectDetails *self,
             TideDetailsSection *section,
             TideDetailsRow *row,
             const char *title,
             const char *const *fields)
{
  present (self, section, row,
           tide_entry_dialog_new_for_fields (tide_project_details_get_register (self),
                                             get_id (self), title, fields));
}

/*
 * tide_project_details_on_add:
 * @self: the details
 * @section: a section whose button was pressed
 *
 * Opens what adds an entry to the section, or edits it as a whole.
 */
void
tide_project_details_on_add (TideProjectDetails *self, TideDetailsSection *section)
{
  const TideDetailsSpec *spec = tide_details_section_get_spec (section);

  if (spec->action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), spec->action, NULL);
  else if (!can_write (self))
    return;
  else if (spec->list != NULL)
    present (self, section, NULL,
             tide_entry_dialog_new (tide_project_details_get_register (self), TIDE_RECORD_PROJECT,
                                    get_id (self), spec->list, NULL));
  else
    edit_fields (self, section, NULL, _ (spec->title), spec->fields);
}

/*
 * tide_project_details_on_edit:
 * @self: the details
 * @row: a row that was activated
 * @section: its section
 *
 * Opens the form of what the row shows.
 */
void
tide_project_details_on_edit (TideProjectDetails *self,
                              TideDetailsRow *row,
                              TideDetailsSection *section)
{
  if (!can_write (self))
    return;

  if (tide_details_row_get_action (row) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), tide_details_row_get_action (row), NULL);
  else if (tide_details_row_get_key (row) != NULL)
    present (self, section, row,
             tide_entry_dialog_new (tide_project_details_get_register (self), TIDE_RECORD_PROJECT,
                                    get_id (self), tide_details_row_get_list (row),
                                    tide_details_row_get_key (row)));
  else
    edit_fields (self, section, row, _ (tide_details_section_get_spec (section)->title),
                 tide_details_row_get_fields (row));
}

/* Acts on entries --------------------------------------------------------------------------- */

static TideDetailsRow *
get_focused_row (TideProjectDetails *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TIDE_TYPE_DETAILS_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? TIDE_DETAILS_ROW (row)
                                                                        : NULL;
}

static void
show_failure (TideProjectDetails *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Project Not Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
apply (TideProjectDetails *self, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply (tide_project_details_get_register (self), step, &error))
    show_failure (self, error);
}

static void
remove_entry (TideProjectDetails *self, const char *list, const char *key)
{
  TideProject *project = tide_project_details_get_project (self);
  g_autoptr (TideDraft) draft
      = tide_draft_new (tide_project_details_get_register (self), TIDE_RECORD_PROJECT,
                        tide_record_get_payload (TIDE_RECORD (project)));
  TideDraft *entry = tide_draft_find_entry (draft, list, key);
  g_autofree char *step
      = tide_entry_form_dup_step (tide_entry_form_find (TIDE_RECORD_PROJECT, list), "remove");
  g_autoptr (GError) error = NULL;

  tide_draft_remove_entry (draft, list, entry);
  tide_draft_set_step_name (draft, step);
  if (!tide_draft_commit (draft, NULL, &error))
    show_failure (self, error);
}

static void
remove_focused (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideProjectDetails *self = TIDE_PROJECT_DETAILS (widget);
  TideDetailsRow *row = get_focused_row (self);
  g_autofree char *list = NULL;
  g_autofree char *key = NULL;

  if (row == NULL || tide_details_row_get_key (row) == NULL || !can_write (self))
    return;

  list = g_strdup (tide_details_row_get_list (row));
  key = g_strdup (tide_details_row_get_key (row));
  remove_entry (self, list, key);
}

static void
finish (TideProjectDetails *self, const char *key)
{
  g_autoptr (TideStep) step = NULL;

  if (!can_write (self))
    return;

  step = tide_register_new_done_step (tide_project_details_get_register (self), get_id (self), key);
  if (step != NULL)
    apply (self, step);
}

static void
finish_entry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *key = g_variant_dup_string (parameter, NULL);

  finish (TIDE_PROJECT_DETAILS (widget), key);
}

static void
finish_focused (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideDetailsRow *row = get_focused_row (TIDE_PROJECT_DETAILS (widget));
  g_autofree char *key = row != NULL ? g_strdup (tide_details_row_get_key (row)) : NULL;

  if (key != NULL && g_str_equal (tide_details_row_get_list (row), "activities"))
    finish (TIDE_PROJECT_DETAILS (widget), key);
}

static void
show_history (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id = get_id (TIDE_PROJECT_DETAILS (widget));

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.show-history", "(ss)", "project", id);
}

/*
 * tide_project_details_install_actions:
 * @widget_class: the class of details
 *
 * Adds what is done to the entry that has the focus, with its keys.
 */
void
tide_project_details_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "details.remove", NULL, remove_focused);
  gtk_widget_class_install_action (widget_class, "details.finish", NULL, finish_focused);
  gtk_widget_class_install_action (widget_class, "details.finish-entry", "s", finish_entry);
  gtk_widget_class_install_action (widget_class, "details.show-history", NULL, show_history);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_PROJECT_DETAILS, NULL);
}
