/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-template-editor.h"

#include "ui/dialogs/tide-placeholder-list.h"
#include "ui/dialogs/tide-template-preview.h"
#include "ui/dialogs/tide-template-text.h"
#include "ui/dialogs/tide-unsaved-question.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-field-row.h"

#include <glib/gi18n-lib.h>

#define LANGUAGE_ZH 1 /* position of Chinese in the choice of the language */

struct _TideTemplateEditor
{
  AdwNavigationPage parent_instance;

  TideRegister *reg; /* owned */
  TideDraft *draft;  /* owned */
  gboolean is_editing;
  gboolean is_filling; /* rows follow the draft, not the person */

  /* template children */
  AdwHeaderBar *header;
  GtkWidget *cancel_button;
  GtkWidget *save_button;
  AdwOverlaySplitView *split_view;
  AdwViewStack *aside;
  GtkWidget *names;
  TideFieldRow *name_en_row;
  TideFieldRow *name_zh_row;
  AdwComboRow *language_row;
  TideTemplateText *text;
  GtkWidget *problems_frame;
  GtkListBox *problems_list;
  GtkLabel *problems_label;
  TidePlaceholderList *placeholders;
  AdwViewStackPage *placeholders_page;
  TideTemplatePreview *preview;
};

G_DEFINE_FINAL_TYPE (TideTemplateEditor, tide_template_editor, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TideLanguage
get_language (TideTemplateEditor *self)
{
  return adw_combo_row_get_selected (self->language_row) == LANGUAGE_ZH ? TIDE_LANGUAGE_ZH
                                                                        : TIDE_LANGUAGE_EN;
}

/* What is wrong ----------------------------------------------------------------------------- */

static GtkWidget *
problem_row_new (const TideProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *sentence = tide_problem_dup_sentence (problem);
  g_autofree char *place = g_strdup_printf (
      /* Translators: where in a text something is wrong; both are numbers, the column counts
       * characters */
      _ ("Line %u, column %u"), problem->line, problem->column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
show_problems (TideTemplateEditor *self)
{
  GPtrArray *problems = tide_template_text_get_problems (self->text);
  g_autofree char *count
      /* Translators: how many things are wrong with a text */
      = g_strdup_printf (ngettext ("%u mistake", "%u mistakes", problems->len), problems->len);

  gtk_list_box_remove_all (self->problems_list);
  for (guint i = 0; i < problems->len; i++)
    gtk_list_box_append (self->problems_list, problem_row_new (g_ptr_array_index (problems, i)));
  if (problems->len > 0 && !g_str_equal (gtk_label_get_label (self->problems_label), count))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  gtk_label_set_label (self->problems_label, count);
  gtk_widget_set_visible (self->problems_frame, problems->len > 0);
}

static void
on_problem_activated (TideTemplateEditor *self, GtkListBoxRow *row)
{
  GPtrArray *problems = tide_template_text_get_problems (self->text);
  const guint index = (guint) gtk_list_box_row_get_index (row);
  const TideProblem *problem;

  if (index >= problems->len)
    return;

  problem = g_ptr_array_index (problems, index);
  tide_template_text_go_to (self->text, problem->line, problem->column);
}

/* The text ---------------------------------------------------------------------------------- */

static void
show_preview (TideTemplateEditor *self)
{
  g_autofree char *text = tide_template_text_dup_text (self->text);

  tide_template_preview_show (self->preview, text, get_language (self));
}

static void
on_text_checked (TideTemplateEditor *self)
{
  show_problems (self);
  show_preview (self);
}

static void
on_text_changed (TideTemplateEditor *self)
{
  g_autofree char *text = NULL;

  if (self->is_filling)
    return;

  text = tide_template_text_dup_text (self->text);
  tide_field_set_text (tide_draft_get_field (self->draft, "wording"), text);
}

static void
on_language_selected (TideTemplateEditor *self)
{
  if (self->is_filling)
    return;

  tide_field_set_text (tide_draft_get_field (self->draft, "language"),
                       get_language (self) == TIDE_LANGUAGE_ZH ? "zh" : "en");
  show_preview (self);
}

static void
on_placeholder_chosen (TideTemplateEditor *self, const TidePlaceholder *placeholder)
{
  if (!self->is_editing)
    return;

  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  tide_template_text_insert (self->text, placeholder);
}

/* What was typed before a crash is typed into the draft. */
static void
take_field (TideTemplateEditor *self, TideField *field)
{
  const char *path = tide_field_get_path (field);
  const char *typed = tide_field_get_text (field);
  g_autofree char *text = tide_template_text_dup_text (self->text);

  self->is_filling = TRUE;
  if (g_str_equal (path, "wording") && !g_str_equal (text, typed))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), typed, -1);
  if (g_str_equal (path, "language"))
    adw_combo_row_set_selected (self->language_row, g_str_equal (typed, "zh") ? LANGUAGE_ZH : 0);
  self->is_filling = FALSE;
}

static void
on_field_changed (TideTemplateEditor *self, GParamSpec *pspec, TideField *field)
{
  take_field (self, field);
}

static void
follow_field (TideTemplateEditor *self, const char *path)
{
  TideField *field = tide_draft_get_field (self->draft, path);

  take_field (self, field);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (on_field_changed), self,
                           G_CONNECT_SWAPPED);
}

/* Saving ------------------------------------------------------------------------------------ */

static void
on_draft_changed (TideTemplateEditor *self)
{
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self),
                                   !tide_draft_get_changed (self->draft));
}

static void
announce (TideTemplateEditor *self, const char *sentence)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Whether a field is wrong, to which the focus goes. */
static gboolean
point_at_field (TideTemplateEditor *self)
{
  TideField *wrong = tide_draft_check (self->draft);
  GtkWidget *row = wrong != NULL ? tide_field_find_row (self->names, wrong) : NULL;

  if (wrong == NULL)
    return FALSE;

  if (row != NULL)
    gtk_widget_grab_focus (row);
  announce (self, tide_field_get_problem (wrong));

  return TRUE;
}

/* Whether the text is wrong, where the cursor goes. */
static gboolean
point_at_text (TideTemplateEditor *self)
{
  const TideProblem *first = tide_template_text_demand (self->text);
  g_autofree char *sentence = NULL;

  if (first == NULL)
    return FALSE;

  sentence = tide_problem_dup_sentence (first);
  tide_template_text_go_to (self->text, first->line, first->column);
  announce (self, sentence);

  return TRUE;
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideTemplateEditor *self = TIDE_TEMPLATE_EDITOR (widget);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (point_at_field (self) || point_at_text (self))
    return;

  if (!tide_draft_commit (self->draft, &id, &error))
    {
      AdwDialog *alert = adw_alert_dialog_new (_ ("Not Saved"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
      adw_dialog_present (alert, widget);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
}

/* Nothing keeps the page any more. */
static void
discard (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tide_draft_set_open (TIDE_TEMPLATE_EDITOR (widget)->draft, FALSE);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (widget), TRUE);
  gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideTemplateEditor *self = TIDE_TEMPLATE_EDITOR (widget);

  if (tide_draft_get_changed (self->draft))
    tide_template_editor_ask (self);
  else
    discard (widget, action, parameter);
}

static void
hide_aside (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideTemplateEditor *self = TIDE_TEMPLATE_EDITOR (widget);

  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* A new template wants a name first, in the person's language. */
static void
on_shown (TideTemplateEditor *self)
{
  const gboolean is_chinese = tide_language_get_default () == TIDE_LANGUAGE_ZH;
  GtkWidget *name = GTK_WIDGET (is_chinese ? self->name_zh_row : self->name_en_row);
  const gboolean is_new = self->is_editing && tide_draft_get_original (self->draft) == NULL;

  gtk_widget_grab_focus (is_new ? name : GTK_WIDGET (self->text));
}

static void
on_hidden (TideTemplateEditor *self)
{
  if (self->draft != NULL)
    tide_draft_set_open (self->draft, FALSE);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_template_editor_dispose (GObject *object)
{
  TideTemplateEditor *self = TIDE_TEMPLATE_EDITOR (object);

  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_TEMPLATE_EDITOR);
  if (self->draft != NULL)
    tide_draft_set_open (self->draft, FALSE);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_template_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, header);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, split_view);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, aside);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, names);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, name_en_row);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, name_zh_row);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, language_row);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, text);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, problems_frame);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, problems_list);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, problems_label);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, placeholders);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, placeholders_page);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateEditor, preview);
}

static void
tide_template_editor_class_init (TideTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_template_editor_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "form.discard", NULL, discard);
  gtk_widget_class_install_action (widget_class, "form.hide-aside", NULL, hide_aside);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-template-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_hidden);
  gtk_widget_class_bind_template_callback (widget_class, on_language_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_placeholder_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_text_checked);
}

static void
tide_template_editor_init (TideTemplateEditor *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

static void
name_page (TideTemplateEditor *self, const TidePayload *payload)
{
  const char *label = tide_payload_get_label (payload, tide_language_get_default ());

  if (label != NULL && (payload->id != NULL || !self->is_editing))
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), label);
}

static void
place_cursor (TideTemplateEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* What is only read has no form around it. */
static void
show_mode (TideTemplateEditor *self)
{
  gtk_widget_set_visible (self->cancel_button, self->is_editing);
  gtk_widget_set_visible (self->save_button, self->is_editing);
  adw_header_bar_set_show_back_button (self->header, !self->is_editing);
  adw_header_bar_set_show_end_title_buttons (self->header, !self->is_editing);
  gtk_widget_set_visible (self->names, self->is_editing);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), self->is_editing);
  adw_view_stack_page_set_visible (self->placeholders_page, self->is_editing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", self->is_editing);
}

/**
 * tide_template_editor_new:
 * @reg: a register
 * @payload: a template; one without an id becomes a new one when it is saved
 * @is_editing: whether it can be changed
 *
 * Returns: (transfer floating): a page
 */
TideTemplateEditor *
tide_template_editor_new (TideRegister *reg, const TidePayload *payload, gboolean is_editing)
{
  TideTemplateEditor *self = g_object_new (TIDE_TYPE_TEMPLATE_EDITOR, NULL);

  self->reg = g_object_ref (reg);
  self->is_editing = is_editing;
  self->draft = tide_draft_new (reg, TIDE_RECORD_TEMPLATE, payload);
  tide_draft_set_open (self->draft, is_editing);
  g_signal_connect_object (self->draft, "notify::changed", G_CALLBACK (on_draft_changed), self,
                           G_CONNECT_SWAPPED);
  name_page (self, payload);
  show_mode (self);
  tide_field_row_set_field (self->name_en_row, tide_draft_get_field (self->draft, "name/en"));
  tide_field_row_set_field (self->name_zh_row, tide_draft_get_field (self->draft, "name/zh"));
  tide_template_preview_set_register (self->preview, reg);
  follow_field (self, "language");
  follow_field (self, "wording");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed",
                           G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  place_cursor (self);
  tide_template_text_check (self->text);

  return self;
}

/**
 * tide_template_editor_get_draft:
 * @self: a page
 *
 * Returns: (transfer none): what is edited
 */
TideDraft *
tide_template_editor_get_draft (TideTemplateEditor *self)
{
  g_return_val_if_fail (TIDE_IS_TEMPLATE_EDITOR (self), NULL);

  return self->draft;
}

/**
 * tide_template_editor_get_changed:
 * @self: a page
 *
 * Returns: whether something was typed that would be lost with the page
 */
gboolean
tide_template_editor_get_changed (TideTemplateEditor *self)
{
  g_return_val_if_fail (TIDE_IS_TEMPLATE_EDITOR (self), FALSE);

  return tide_draft_get_changed (self->draft)
         && !adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (self));
}

/**
 * tide_template_editor_ask:
 * @self: a page on which something was changed
 *
 * Asks whether that shall be saved, or discarded, or typed on.
 */
void
tide_template_editor_ask (TideTemplateEditor *self)
{
  g_return_if_fail (TIDE_IS_TEMPLATE_EDITOR (self));

  tide_unsaved_question_ask_page (ADW_NAVIGATION_PAGE (self));
}
