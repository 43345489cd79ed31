/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-templates-dialog.h"

#include "ui/dialogs/tide-dialog-focus.h"
#include "ui/dialogs/tide-template-editor.h"
#include "ui/dialogs/tide-templates-page.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

struct _TideTemplatesDialog
{
  AdwDialog parent_instance;

  TideRegister *reg; /* owned */
  AdwToast *toast;   /* owned; nullable: names a step that can still be undone */

  /* template children */
  AdwToastOverlay *toasts;
  AdwNavigationView *view;
  TideTemplatesPage *page;
};

G_DEFINE_FINAL_TYPE (TideTemplatesDialog, tide_templates_dialog, ADW_TYPE_DIALOG)

static TideTemplateEditor *
get_editor (TideTemplatesDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return TIDE_IS_TEMPLATE_EDITOR (page) ? TIDE_TEMPLATE_EDITOR (page) : NULL;
}

static void
update (TideTemplatesDialog *self)
{
  TideTemplateEditor *editor = get_editor (self);

  adw_dialog_set_can_close (ADW_DIALOG (self),
                            editor == NULL || !tide_template_editor_get_changed (editor));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "templates.undo", editor == NULL);
}

/* The editor -------------------------------------------------------------------------------- */

static void
on_saved (TideTemplatesDialog *self, const char *id)
{
  tide_templates_page_reveal (self->page, id);
  adw_navigation_view_pop_to_page (self->view, ADW_NAVIGATION_PAGE (self->page));
}

static TideTemplateEditor *
open_editor (TideTemplatesDialog *self, const TidePayload *payload, gboolean is_editing)
{
  TideTemplateEditor *editor = tide_template_editor_new (
      self->reg, payload, is_editing && !tide_register_get_read_only (self->reg));

  g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::can-pop", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (editor));

  return editor;
}

static void
on_opened (TideTemplatesDialog *self, const TidePayload *payload)
{
  open_editor (self, payload, payload->id != NULL);
}

/* A copy can be told from what it was made of. */
static char *
dup_copied (const char *name, const char *mark)
{
  return name != NULL ? g_strconcat (name, mark, NULL) : NULL;
}

static TidePayload *
copy_new (const TidePayload *payload)
{
  TidePayload *copy = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_TEMPLATE), NULL);
  TideTemplatePayload *template = (TideTemplatePayload *) copy;
  const TideTemplatePayload *from = TIDE_TEMPLATE_PAYLOAD (payload);

  if (from != NULL)
    {
      g_autofree char *en = dup_copied (from->name.en, " (copy)");
      g_autofree char *zh = dup_copied (from->name.zh, "（副本）");

      tide_text_init (&template->name, en, zh);
      tide_payload_set_string (&template->wording, from->wording);
      tide_payload_set_string (&template->notes, from->notes);
    }
  tide_payload_set_string (&template->language, from != NULL ? from->language
                                                : tide_language_get_default () == TIDE_LANGUAGE_ZH
                                                    ? "zh"
                                                    : "en");

  return tide_payload_seal (copy);
}

static void
on_copied (TideTemplatesDialog *self, const TidePayload *payload)
{
  g_autoptr (TidePayload) copy = copy_new (payload);

  open_editor (self, copy, TRUE);
}

/* What was done ----------------------------------------------------------------------------- */

static void
dismiss_toast (TideTemplatesDialog *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
on_register_stepped (TideTemplatesDialog *self, TideStep *step)
{
  const char *added = tide_step_find_added (step, TIDE_RECORD_TEMPLATE);
  g_autofree char *label = NULL;

  dismiss_toast (self);
  if (added != NULL && get_editor (self) == NULL)
    tide_templates_page_reveal (self->page, added);
  if (step != tide_register_get_undo_step (self->reg) || !g_str_has_prefix (step->name, "delete-"))
    return;

  label = tide_step_dup_label (step);
  self->toast = g_object_ref (tide_toast_show (self->toasts, label, "templates.undo"));
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_register_undo (TIDE_TEMPLATES_DIALOG (widget)->reg);
}

/* A key pressed in a dialog does not come as far as the window; a form has its own undo. */
static gboolean
on_window_key_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (get_editor (TIDE_TEMPLATES_DIALOG (widget)) != NULL)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

static void
on_close_attempt (TideTemplatesDialog *self)
{
  TideTemplateEditor *editor = get_editor (self);

  if (editor != NULL)
    tide_template_editor_ask (editor);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_templates_dialog_closed (AdwDialog *dialog)
{
  tide_dialog_leave_focus (dialog);
}

static void
tide_templates_dialog_dispose (GObject *object)
{
  TideTemplatesDialog *self = TIDE_TEMPLATES_DIALOG (object);

  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_TEMPLATES_DIALOG);
  g_clear_object (&self->toast);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_templates_dialog_parent_class)->dispose (object);
}

static void
tide_templates_dialog_class_init (TideTemplatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_templates_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tide_templates_dialog_closed;

  gtk_widget_class_install_action (widget_class, "templates.undo", NULL, undo);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_WINDOW, on_window_key_pressed);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-templates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideTemplatesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TideTemplatesDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TideTemplatesDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt);
  gtk_widget_class_bind_template_callback (widget_class, on_copied);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
tide_templates_dialog_init (TideTemplatesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_templates_dialog_new:
 * @reg: a register
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
tide_templates_dialog_new (TideRegister *reg)
{
  TideTemplatesDialog *self;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  self = g_object_new (TIDE_TYPE_TEMPLATES_DIALOG, NULL);
  self->reg = g_object_ref (reg);
  tide_templates_page_set_register (self->page, reg);
  g_signal_connect_object (reg, "stepped", G_CALLBACK (on_register_stepped), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}

/**
 * tide_templates_dialog_edit:
 * @self: a dialog
 * @payload: (nullable): a template of the register; %NULL for a new one
 *
 * Shows the page on which it is edited.
 *
 * Returns: (transfer none): what is edited there
 */
TideDraft *
tide_templates_dialog_edit (TideTemplatesDialog *self, const TidePayload *payload)
{
  g_autoptr (TidePayload) empty = NULL;

  g_return_val_if_fail (TIDE_IS_TEMPLATES_DIALOG (self), NULL);

  if (payload == NULL)
    empty = copy_new (NULL);

  return tide_template_editor_get_draft (
      open_editor (self, payload != NULL ? payload : empty, TRUE));
}
