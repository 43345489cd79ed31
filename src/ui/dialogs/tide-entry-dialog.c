/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-entry-dialog.h"

#include "ui/dialogs/tide-unsaved-question.h"
#include "ui/lists/tide-field-names.h"
#include "ui/rows/tide-entry-field-row.h"
#include "ui/rows/tide-entry-fields.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-notes-row.h"
#include "ui/rows/tide-references-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TideEntryDialog
{
  AdwDialog parent_instance;

  TideRegister *reg; /* owned */
  TideDraft *draft;  /* owned: the record */
  TideDraft *entry;  /* owned, nullable: the entry; NULL where it edits fields */
  char *list;        /* owned, nullable: that the entry is in */

  /* template children */
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (TideEntryDialog, tide_entry_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Saving ------------------------------------------------------------------------------------ */

static void
on_draft_changed (TideEntryDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !tide_draft_get_changed (self->draft));
}

static void
show_failure (TideEntryDialog *self, const char *text)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Not Saved"), text);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* A field that is wrong may be one that this form does not show. */
static void
point_at (TideEntryDialog *self, TideField *wrong)
{
  GtkWidget *row = tide_field_find_row (GTK_WIDGET (self), wrong);

  if (row == NULL)
    {
      show_failure (self, tide_field_get_problem (wrong));
      return;
    }

  gtk_widget_grab_focus (row);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), tide_field_get_problem (wrong),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* The key of the entry that was saved: of a new one, the one that was not there before. */
static char *
dup_saved_key (TideEntryDialog *self)
{
  const TidePayload *original = tide_draft_get_original (self->draft);
  const TidePayload *own = self->entry != NULL ? tide_draft_get_original (self->entry) : NULL;
  const TidePayload *saved
      = tide_register_lookup_payload (self->reg, tide_draft_get_kind (self->draft), original->id);
  g_auto (TideValue) value = { 0 };

  if (self->list == NULL || saved == NULL)
    return NULL;

  tide_payload_get_value_at (saved, self->list, &value);
  for (guint i = 0; i < tide_entries_get_n (value.as.entries); i++)
    {
      g_autofree char *key = tide_payload_dup_key (g_ptr_array_index (value.as.entries, i));

      if (tide_payload_find_entry (original, self->list, key) == NULL)
        return g_steal_pointer (&key);
    }

  return own != NULL ? tide_payload_dup_key (own) : NULL;
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideEntryDialog *self = TIDE_ENTRY_DIALOG (widget);
  TideField *wrong = tide_draft_check (self->draft);
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  if (wrong != NULL)
    {
      point_at (self, wrong);
      return;
    }

  if (!tide_draft_commit (self->draft, NULL, &error))
    {
      show_failure (self, error->message);
      return;
    }

  key = dup_saved_key (self);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, key);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_close_attempt (TideEntryDialog *self)
{
  tide_unsaved_question_ask (ADW_DIALOG (self));
}

static void
on_closed (TideEntryDialog *self)
{
  if (self->draft != NULL)
    tide_draft_set_open (self->draft, FALSE);
}

/* Rows -------------------------------------------------------------------------------------- */

static void
add_titled (TideEntryDialog *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  if (adw_dialog_get_focus (ADW_DIALOG (self)) == NULL)
    adw_dialog_set_focus (ADW_DIALOG (self), row);
}

static void
add_row (TideEntryDialog *self, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  add_titled (self, row);
}

static void
add_entry_rows (TideEntryDialog *self)
{
  const TideEntryForm *form = tide_entry_form_find (tide_draft_get_kind (self->draft), self->list);

  for (const TideEntryField *spec = form->fields; spec->path != NULL; spec++)
    add_titled (self, tide_entry_field_row_new_for (self->reg, form, spec, self->entry));
}

static void
add_references (TideEntryDialog *self,
                const TideMember *member,
                const char *title,
                TideField *field)
{
  GtkWidget *group
      = g_object_new (TIDE_TYPE_REFERENCES_GROUP, "register", self->reg, "kind",
                      tide_shape_for_kind (member->target)->name, "field", field, NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
add_field (TideEntryDialog *self, const char *path)
{
  const TideMember *member = tide_shape_resolve (tide_shape_for_kind (TIDE_RECORD_PROJECT), path);
  TideField *field = tide_draft_get_field (self->draft, path);
  g_autofree char *title = tide_field_names_dup_member (TIDE_RECORD_PROJECT, path);

  if (member->kind == TIDE_MEMBER_REFERENCES)
    add_references (self, member, title, field);
  else if (strcmp (path, "notes") == 0)
    add_row (self, g_object_new (TIDE_TYPE_NOTES_ROW, "field", field, NULL), title);
  else if (member->kind == TIDE_MEMBER_STRINGS)
    add_row (self, tide_entry_field_row_new (self->reg, member, field),
             _ ("Tags, Separated by Commas"));
  else
    add_row (self, tide_entry_field_row_new (self->reg, member, field), title);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_entry_dialog_dispose (GObject *object)
{
  TideEntryDialog *self = TIDE_ENTRY_DIALOG (object);

  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_ENTRY_DIALOG);
  if (self->draft != NULL)
    tide_draft_set_open (self->draft, FALSE);
  g_clear_object (&self->entry);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_entry_dialog_parent_class)->dispose (object);
}

static void
tide_entry_dialog_finalize (GObject *object)
{
  TideEntryDialog *self = TIDE_ENTRY_DIALOG (object);

  g_free (self->list);

  G_OBJECT_CLASS (tide_entry_dialog_parent_class)->finalize (object);
}

static void
tide_entry_dialog_class_init (TideEntryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_entry_dialog_dispose;
  object_class->finalize = tide_entry_dialog_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideEntryDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TideEntryDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel);
}

static void
tide_entry_dialog_init (TideEntryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TideEntryDialog *
dialog_new (TideRegister *reg, TideRecordKind kind, const char *record, const char *title)
{
  TideEntryDialog *self = g_object_new (TIDE_TYPE_ENTRY_DIALOG, "title", title, NULL);

  self->reg = g_object_ref (reg);
  self->draft = tide_draft_new (reg, kind, tide_register_lookup_payload (reg, kind, record));
  tide_draft_set_open (self->draft, TRUE);
  g_signal_connect_object (self->draft, "notify::changed", G_CALLBACK (on_draft_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * tide_entry_dialog_new:
 * @reg: a register that can be changed
 * @kind: kind of a record
 * @record: id of one of its records of that kind
 * @list: an entry list that has a #TideEntryForm
 * @key: (nullable): key of an entry (tide_payload_dup_key()); %NULL, or one that is not there, to
 *   add one
 *
 * Returns: (transfer floating): a dialog to present
 */
TideEntryDialog *
tide_entry_dialog_new (
    TideRegister *reg, TideRecordKind kind, const char *record, const char *list, const char *key)
{
  const TideEntryForm *form = tide_entry_form_find (kind, list);
  g_autofree char *step = NULL;
  TideEntryDialog *self;
  TideDraft *found;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  self = dialog_new (reg, kind, record, tide_field_names_get_entry (list));
  self->list = g_strdup (list);
  found = key != NULL ? tide_draft_find_entry (self->draft, list, key) : NULL;
  self->entry = g_object_ref (found != NULL ? found : tide_draft_append_entry (self->draft, list));
  step = tide_entry_form_dup_step (form, found != NULL ? "edit" : "add");
  tide_draft_set_step_name (self->draft, step);
  if (found == NULL)
    adw_dialog_set_title (ADW_DIALOG (self), _ (form->name));
  add_entry_rows (self);

  return self;
}

/**
 * tide_entry_dialog_new_for_fields:
 * @reg: a register that can be changed
 * @project: id of one of its projects
 * @title: what the form is about
 * @paths: (array zero-terminated=1): the fields
 *
 * Returns: (transfer floating): a dialog to present
 */
TideEntryDialog *
tide_entry_dialog_new_for_fields (TideRegister *reg,
                                  const char *project,
                                  const char *title,
                                  const char *const *paths)
{
  TideEntryDialog *self;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  self = dialog_new (reg, TIDE_RECORD_PROJECT, project, title);
  for (guint i = 0; paths[i] != NULL; i++)
    add_field (self, paths[i]);

  return self;
}

/**
 * tide_entry_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): the record that it edits a part of
 */
TideDraft *
tide_entry_dialog_get_draft (TideEntryDialog *self)
{
  g_return_val_if_fail (TIDE_IS_ENTRY_DIALOG (self), NULL);

  return self->draft;
}

/**
 * tide_entry_dialog_get_entry:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the entry that it edits; %NULL where it edits fields
 */
TideDraft *
tide_entry_dialog_get_entry (TideEntryDialog *self)
{
  g_return_val_if_fail (TIDE_IS_ENTRY_DIALOG (self), NULL);

  return self->entry;
}
