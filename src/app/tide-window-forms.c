/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-project-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-templates-dialog.h"

/* A record that is gone meanwhile is made again, of what had been typed. */
static void
resume (TideWindow *self, const TideJournalForm *form)
{
  TideRegister *reg = tide_window_get_register (self);
  const TidePayload *payload = NULL;
  AdwDialog *dialog;
  TideDraft *draft;

  if (form->record != NULL)
    payload = tide_register_lookup_payload (reg, form->kind, form->record);

  if (form->kind == TIDE_RECORD_PROJECT)
    {
      dialog = tide_window_new_project_form (self, payload != NULL ? payload->id : NULL);
      draft = tide_project_dialog_get_draft (TIDE_PROJECT_DIALOG (dialog));
    }
  else if (form->kind == TIDE_RECORD_TEMPLATE)
    {
      dialog = tide_templates_dialog_new (reg);
      draft = tide_templates_dialog_edit (TIDE_TEMPLATES_DIALOG (dialog), payload);
    }
  else
    {
      dialog = ADW_DIALOG (tide_record_dialog_new (reg, form->kind, payload));
      draft = tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (dialog));
    }

  tide_draft_type_again (draft, form->typed);
  tide_document_resume_form (self->document, form, draft);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * tide_window_resume_forms:
 * @self: a window that shows a register that has been recovered
 *
 * Shows the forms that were open before the crash, with what had been typed in them.
 */
void
tide_window_resume_forms (TideWindow *self)
{
  TideDocument *document = tide_window_get_document (self);
  g_autoptr (GPtrArray) forms = tide_document_dup_waiting_forms (document);

  if (tide_register_get_read_only (tide_window_get_register (self)))
    return;

  for (guint i = 0; i < forms->len; i++)
    resume (self, g_ptr_array_index (forms, i));
}
