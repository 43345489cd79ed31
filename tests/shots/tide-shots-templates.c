/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The templates of briefings, and one of them being edited. */

#include "tide-shots.h"

#include "ui/dialogs/tide-template-editor.h"
#include "ui/dialogs/tide-template-text.h"
#include "ui/dialogs/tide-templates-dialog.h"

#include "tide-test-widgets.h"

#define WORDING                                                                                    \
  "# {event.name}\n\n[As declared there, {event.projects.count}.] [{projects.count} "              \
  "{projects.count:is/are} recorded[: {list kind}{kind.amount}{end}].]\n\n{each project}\n- "      \
  "{project.name}[, {project.place}][, {project.amount}].\n{end}\n"

static TideRegister *
get_register (Shots *shots)
{
  return tide_document_get_register (tide_window_get_document (shots->window));
}

static void
add_template (TideRegister *reg)
{
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_TEMPLATE), "own");
  TideTemplatePayload *template = (TideTemplatePayload *) payload;
  g_autoptr (TideStep) step = NULL;

  tide_text_init (&template->name, "Note for the mayor", "给市长的短报");
  tide_payload_set_string (&template->language, "en");
  tide_payload_set_string (&template->wording, WORDING);
  step = tide_register_new_add_step (reg, TIDE_RECORD_TEMPLATE, payload);
  if (!tide_register_apply (reg, step, NULL))
    g_assert_not_reached ();
}

static AdwOverlaySplitView *
find_split_view (GtkWidget *editor)
{
  return ADW_OVERLAY_SPLIT_VIEW (tide_test_find_child (editor, ADW_TYPE_OVERLAY_SPLIT_VIEW));
}

/* In a narrow window it lies over the text. */
static void
take_aside (Shots *shots, GtkWidget *editor, const char *page, const char *name)
{
  AdwOverlaySplitView *view = find_split_view (editor);
  const gboolean is_narrow = adw_overlay_split_view_get_collapsed (view);

  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (tide_test_find_child (GTK_WIDGET (view), ADW_TYPE_VIEW_STACK)), page);
  adw_overlay_split_view_set_show_sidebar (view, TRUE);
  shots_settle (400);
  shots_take (shots, name);
  if (is_narrow)
    adw_overlay_split_view_set_show_sidebar (view, FALSE);
  shots_settle (400);
}

static void
take_editor (Shots *shots, AdwDialog *dialog)
{
  const TidePayload *own
      = tide_register_lookup_payload (get_register (shots), TIDE_RECORD_TEMPLATE, "own");
  GtkWidget *editor;
  GtkWidget *text;

  tide_templates_dialog_edit (TIDE_TEMPLATES_DIALOG (dialog), own);
  shots_settle (800);
  editor = tide_test_find_child (GTK_WIDGET (dialog), TIDE_TYPE_TEMPLATE_EDITOR);
  text = tide_test_find_child (editor, TIDE_TYPE_TEMPLATE_TEXT);
  shots_take (shots, "template");
  take_aside (shots, editor, "preview", "template-preview");
  take_aside (shots, editor, "placeholders", "template-placeholders");

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)),
                                    "{evnt.name} {kind.amount}\n\n", -1);
  shots_settle (600);
  shots_take (shots, "template-problems");
}

/**
 * shots_take_templates:
 * @shots: the pictures
 */
void
shots_take_templates (Shots *shots)
{
  TideRegister *reg = get_register (shots);
  AdwDialog *dialog = tide_templates_dialog_new (reg);

  adw_dialog_present (dialog, GTK_WIDGET (shots->window));
  shots_settle (400);
  shots_take (shots, "templates-none");
  add_template (reg);
  shots_settle (200);
  shots_take (shots, "templates");
  take_editor (shots, dialog);
  adw_dialog_force_close (dialog);
  shots_settle (400);
}
