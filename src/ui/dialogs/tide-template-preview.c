/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-template-preview.h"

#include "brief/tide-briefing-writer.h"
#include "brief/tide-template-subjects.h"

#include <glib/gi18n-lib.h>

struct _TideTemplatePreview
{
  AdwBin parent_instance;

  TideRegister *reg;     /* owned */
  GPtrArray *subjects;   /* owned, of TideBriefingOptions: what can be written about */
  GCancellable *writing; /* owned, nullable: of what is being written */
  char *wording;         /* owned, nullable */
  TideLanguage language;

  /* template children */
  GtkDropDown *subject_choice;
  GtkStack *stack;
  GtkTextBuffer *buffer;
  GtkLabel *failed_label;
};

G_DEFINE_FINAL_TYPE (TideTemplatePreview, tide_template_preview, ADW_TYPE_BIN)

/* What is written about --------------------------------------------------------------------- */

static TideBriefingOptions *
add_subject (TideTemplatePreview *self, GtkStringList *labels, const char *label)
{
  TideBriefingOptions *options = tide_briefing_options_new ();

  g_ptr_array_add (self->subjects, options);
  gtk_string_list_append (labels, label != NULL ? label : "");

  return options;
}

static void
add_records (TideTemplatePreview *self,
             GtkStringList *labels,
             TideRecordKind kind,
             TideBriefingSubject subject)
{
  GListModel *records = G_LIST_MODEL (tide_register_get_list (self->reg, kind));

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (TideRecord) record = g_list_model_get_item (records, i);
      const TidePayload *payload = tide_record_get_payload (record);
      TideBriefingOptions *options = add_subject (
          self, labels, tide_payload_get_label (payload, tide_language_get_default ()));

      options->subject = subject;
      if (subject == TIDE_SUBJECT_EVENT)
        options->event = g_strdup (payload->id);
      else
        options->filter_id = g_strdup (payload->id);
    }
}

static void
fill_subjects (TideTemplatePreview *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  add_subject (self, labels, _ ("The Whole Register"));
  add_records (self, labels, TIDE_RECORD_EVENT, TIDE_SUBJECT_EVENT);
  add_records (self, labels, TIDE_RECORD_FILTER, TIDE_SUBJECT_FILTER);
  gtk_drop_down_set_model (self->subject_choice, G_LIST_MODEL (labels));
}

/* The first that the text suits. */
static void
choose_subject (TideTemplatePreview *self, guint subjects)
{
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const TideBriefingOptions *options = g_ptr_array_index (self->subjects, i);

      if ((subjects & 1u << options->subject) != 0)
        {
          gtk_drop_down_set_selected (self->subject_choice, i);
          return;
        }
    }
}

/* Writing ----------------------------------------------------------------------------------- */

static const char *
get_tag (TideBriefingStyle style)
{
  return style == TIDE_BRIEFING_HEADING ? "heading" : style == TIDE_BRIEFING_ITEM ? "item" : "text";
}

static void
show_briefing (TideTemplatePreview *self, const TideBriefing *briefing)
{
  GtkTextIter end;

  gtk_text_buffer_set_text (self->buffer, "", 0);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  for (guint i = 0; i < briefing->paragraphs->len; i++)
    {
      const TideBriefingParagraph *paragraph = g_ptr_array_index (briefing->paragraphs, i);
      const char *tag = get_tag (paragraph->style);

      if (i > 0)
        gtk_text_buffer_insert (self->buffer, &end, "\n", 1);
      if (paragraph->style == TIDE_BRIEFING_ITEM)
        gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, "• ", -1, tag, NULL);
      for (guint j = 0; j < paragraph->runs->len; j++)
        {
          const TideBriefingRun *run = g_ptr_array_index (paragraph->runs, j);

          gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, run->text, -1, tag, NULL);
        }
    }
  gtk_stack_set_visible_child_name (self->stack, briefing->paragraphs->len > 0 ? "text" : "empty");
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideTemplatePreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideBriefing) briefing = tide_briefing_write_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->reg == NULL)
    return;

  g_clear_object (&self->writing);
  if (briefing != NULL)
    {
      show_briefing (self, briefing);
      return;
    }

  gtk_label_set_label (self->failed_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
stop (TideTemplatePreview *self)
{
  g_autoptr (GCancellable) stopped = g_steal_pointer (&self->writing);

  if (stopped != NULL)
    g_cancellable_cancel (stopped);
}

static void
write_again (TideTemplatePreview *self)
{
  const guint selected = gtk_drop_down_get_selected (self->subject_choice);
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideBriefingOptions) options = NULL;

  stop (self);
  if (self->reg == NULL || self->wording == NULL || selected >= self->subjects->len)
    return;

  snapshot = tide_register_dup_snapshot (self->reg);
  options = tide_briefing_options_copy (g_ptr_array_index (self->subjects, selected));
  options->language = self->language;
  options->wording_text = g_strdup (self->wording);
  self->writing = g_cancellable_new ();
  tide_briefing_write_async (snapshot, options, self->writing, on_written, g_object_ref (self));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_template_preview_dispose (GObject *object)
{
  TideTemplatePreview *self = TIDE_TEMPLATE_PREVIEW (object);

  stop (self);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_TEMPLATE_PREVIEW);

  G_OBJECT_CLASS (tide_template_preview_parent_class)->dispose (object);
}

static void
tide_template_preview_finalize (GObject *object)
{
  TideTemplatePreview *self = TIDE_TEMPLATE_PREVIEW (object);

  g_ptr_array_unref (self->subjects);
  g_free (self->wording);

  G_OBJECT_CLASS (tide_template_preview_parent_class)->finalize (object);
}

static void
tide_template_preview_class_init (TideTemplatePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_template_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = tide_template_preview_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-template-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TideTemplatePreview, subject_choice);
  gtk_widget_class_bind_template_child (widget_class, TideTemplatePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, TideTemplatePreview, buffer);
  gtk_widget_class_bind_template_child (widget_class, TideTemplatePreview, failed_label);
  gtk_widget_class_bind_template_callback (widget_class, write_again);
}

static void
tide_template_preview_init (TideTemplatePreview *self)
{
  self->subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_briefing_options_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_template_preview_set_register:
 * @self: a preview without a register
 * @reg: the register that it is written from
 */
void
tide_template_preview_set_register (TideTemplatePreview *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_TEMPLATE_PREVIEW (self));
  g_return_if_fail (TIDE_IS_REGISTER (reg) && self->reg == NULL);

  self->reg = g_object_ref (reg);
  fill_subjects (self);
}

/**
 * tide_template_preview_show:
 * @self: a preview
 * @wording: text of a template; of a wrong one, what was shown stays, and is dimmed
 * @language: language of the briefing
 *
 * Writes the text again, in a thread; what is being written is given up.
 */
void
tide_template_preview_show (TideTemplatePreview *self, const char *wording, TideLanguage language)
{
  g_autoptr (TideTemplate) template = NULL;

  g_return_if_fail (TIDE_IS_TEMPLATE_PREVIEW (self));

  template = tide_template_new (wording, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), template != NULL);
  if (template != NULL && self->wording == NULL)
    choose_subject (self, tide_template_get_subjects (template));
  if (template == NULL)
    {
      stop (self);
      if (self->wording == NULL)
        gtk_stack_set_visible_child_name (self->stack, "wrong");
      return;
    }

  g_set_str (&self->wording, wording);
  self->language = language;
  write_again (self);
}
