/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-placeholders-dialog.h"

#include "core/tide-placeholders.h"
#include "core/tide-record.h"
#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

/* Up to where the stage of a project may be told without knowing more of it. */
#define N_STAGES (TIDE_STAGE_REGISTERED + 1)

struct _TidePlaceholdersDialog
{
  AdwAlertDialog parent_instance;

  TideRegister *reg; /* owned */
  char *event;       /* owned */
  guint n_missing;

  /* template children */
  AdwComboRow *stage_row;
  AdwActionRow *names_row;
  AdwActionRow *event_row;
  AdwActionRow *source_row;
};

G_DEFINE_FINAL_TYPE (TidePlaceholdersDialog, tide_placeholders_dialog, ADW_TYPE_ALERT_DIALOG)

static GPtrArray *
create_placeholders (TidePlaceholdersDialog *self)
{
  return tide_placeholders_new (self->reg, self->event, self->n_missing,
                                (TideStage) adw_combo_row_get_selected (self->stage_row));
}

static void
report (TidePlaceholdersDialog *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Placeholders Not Added"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* The event may have gone, or been changed, while the question was open. */
static void
on_response (TidePlaceholdersDialog *self, const char *response)
{
  g_autoptr (GPtrArray) placeholders = NULL;
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "add")
      || tide_register_lookup_payload (self->reg, TIDE_RECORD_EVENT, self->event) == NULL)
    return;

  placeholders = create_placeholders (self);
  if (placeholders->len == 0)
    return;

  step = tide_register_new_placeholders_step (self->reg, placeholders);
  if (!tide_register_apply (self->reg, step, &error))
    report (self, error);
}

static void
tide_placeholders_dialog_dispose (GObject *object)
{
  TidePlaceholdersDialog *self = TIDE_PLACEHOLDERS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PLACEHOLDERS_DIALOG);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_placeholders_dialog_parent_class)->dispose (object);
}

static void
tide_placeholders_dialog_finalize (GObject *object)
{
  g_free (TIDE_PLACEHOLDERS_DIALOG (object)->event);

  G_OBJECT_CLASS (tide_placeholders_dialog_parent_class)->finalize (object);
}

static void
tide_placeholders_dialog_class_init (TidePlaceholdersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_placeholders_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tide_placeholders_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-placeholders-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TidePlaceholdersDialog, stage_row);
  gtk_widget_class_bind_template_child (widget_class, TidePlaceholdersDialog, names_row);
  gtk_widget_class_bind_template_child (widget_class, TidePlaceholdersDialog, event_row);
  gtk_widget_class_bind_template_child (widget_class, TidePlaceholdersDialog, source_row);
  gtk_widget_class_bind_template_callback (widget_class, on_response);
}

static void
tide_placeholders_dialog_init (TidePlaceholdersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer_stages (TidePlaceholdersDialog *self, TideStage stage)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_STAGES; i++)
    gtk_string_list_append (names, tide_codes_get_label (TIDE_CODES_STAGE,
                                                         tide_codes_get_code (TIDE_CODES_STAGE, i),
                                                         tide_language_get_default ()));
  adw_combo_row_set_model (self->stage_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage_row, (guint) stage);
}

static void
show_names (TidePlaceholdersDialog *self)
{
  g_autoptr (GPtrArray) placeholders = create_placeholders (self);
  const TideLanguage language = tide_language_get_default ();
  const char *first;
  const char *last;
  g_autofree char *text = NULL;

  g_return_if_fail (placeholders->len > 0);

  first = tide_payload_get_label (g_ptr_array_index (placeholders, 0), language);
  last = tide_payload_get_label (g_ptr_array_index (placeholders, placeholders->len - 1), language);
  if (placeholders->len == 1)
    text = g_strdup (first);
  else
    /* Translators: the names of the first and the last of several projects */
    text = g_strdup_printf (_ ("%s … %s"), first, last);
  adw_action_row_set_subtitle (self->names_row, text);
}

static char *
dup_sources (TideRegister *reg, const TideEventPayload *event)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (event->sources); i++)
    {
      g_autofree char *source = tide_project_text_dup_reference (
          reg, TIDE_RECORD_SOURCE, g_ptr_array_index (event->sources, i));
      g_autofree char *isolated = tide_text_dup_isolated (source);

      if (i > 0)
        /* Translators: between the items of a list */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, isolated);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text))
                       : g_strdup (_ ("None is recorded for the event"));
}

static void
show_question (TidePlaceholdersDialog *self, const TideReconciliation *reconciliation)
{
  const TideReconciliationRow *row = g_ptr_array_index (reconciliation->rows, 0);
  const guint n = self->n_missing;
  g_autofree char *heading = g_strdup_printf (
      /* Translators: how many projects that stand for those not recorded are to be added */
      ngettext ("Add %u Placeholder?", "Add %u Placeholders?", n), n);
  /* Translators: the button that adds so many projects */
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u", "_Add %u", n), n);
  g_autofree char *body = g_strdup_printf (
      /* Translators: how many projects were declared at an event, how many are recorded, and what
       * the others are recorded as */
      _ ("%u declared, %u recorded. Each placeholder stands for a project of which nothing but the "
         "number is known. No amounts are made up."),
      (guint) row->n_declared, row->n_recorded);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), heading);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), body);
  adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "add", label);
}

/**
 * tide_placeholders_dialog_new:
 * @reg: a register
 * @reconciliation: of one of its events, at which projects are missing
 *
 * Returns: (transfer floating): a dialog to present
 */
TidePlaceholdersDialog *
tide_placeholders_dialog_new (TideRegister *reg, const TideReconciliation *reconciliation)
{
  const TideEventPayload *event = TIDE_EVENT_PAYLOAD (reconciliation->event);
  TidePlaceholdersDialog *self = g_object_new (TIDE_TYPE_PLACEHOLDERS_DIALOG, NULL);
  const char *label = tide_payload_get_label (&event->base, tide_language_get_default ());
  g_autofree char *sources = dup_sources (reg, event);

  self->reg = g_object_ref (reg);
  self->event = g_strdup (event->base.id);
  self->n_missing = MIN (reconciliation->n_missing, TIDE_MAX_PLACEHOLDERS);
  offer_stages (self, tide_placeholders_get_stage (event));
  show_names (self);
  show_question (self, reconciliation);
  adw_action_row_set_subtitle (self->event_row, label != NULL ? label : _ ("Without a Name"));
  adw_action_row_set_subtitle (self->source_row, sources);

  return self;
}
