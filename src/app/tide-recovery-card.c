/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-recovery-card.h"

#include "app/tide-recent-row.h"
#include "core/tide-text.h"
#include "ui/dialogs/tide-record-form.h"

#include <glib/gi18n-lib.h>

/* More changes than these are told by their number. */
#define MAX_STEPS 5

struct _TideRecoveryCard
{
  GtkBox parent_instance;

  TideJournalReading *reading; /* owned */

  /* template children */
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkLabel *summary_label;
  GtkListBox *steps_list;
  GtkWidget *recover_button;
};

G_DEFINE_FINAL_TYPE (TideRecoveryCard, tide_recovery_card, GTK_TYPE_BOX)

enum
{
  RECOVER_REQUESTED,
  DISCARDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_title (TideRecoveryCard *self)
{
  const char *title = tide_text_get (&self->reading->origin->title, tide_language_get_default ());

  return title != NULL ? title : _ ("New Register");
}

static void
add_row (TideRecoveryCard *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->steps_list, row);
}

static const char *
get_form_title (const TideJournalForm *form)
{
  const TideRecordForm *record_form = tide_record_form_find (form->kind);

  if (record_form != NULL)
    return form->record == NULL ? _ (record_form->new_title) : _ (record_form->edit_title);

  return form->record == NULL ? _ ("New Project") : _ ("Edit Project");
}

static const char *
get_typed_name (const TideJournalForm *form)
{
  static const char *paths[] = { "name/en", "name/zh", "title/en", "title/zh", "title", "number" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const char *text = tide_journal_form_get_text (form, paths[i]);

      if (text != NULL)
        return text;
    }

  return NULL;
}

static void
add_forms (TideRecoveryCard *self)
{
  const GPtrArray *forms = self->reading->forms;

  for (guint i = 0; i < forms->len; i++)
    {
      const TideJournalForm *form = g_ptr_array_index (forms, i);
      const char *typed = get_typed_name (form);
      g_autofree char *name = typed != NULL ? tide_text_dup_isolated (typed) : NULL;
      g_autofree char *title = NULL;

      if (name != NULL)
        /* Translators: the title of a form, such as “New Project”, then the name typed in it */
        title = g_strdup_printf (_ ("%s: “%s”"), get_form_title (form), name);
      add_row (self, title != NULL ? title : get_form_title (form),
               _ ("Form that was not finished"));
    }
}

static void
add_steps (TideRecoveryCard *self, gint64 now)
{
  const GPtrArray *steps = self->reading->steps;
  const guint n_shown = MIN (steps->len, MAX_STEPS);
  const guint n_more = steps->len - n_shown;

  for (guint i = 0; i < n_shown; i++)
    {
      const TideStep *step = g_ptr_array_index (steps, steps->len - 1 - i);
      g_autofree char *label = tide_step_dup_label (step);
      g_autofree char *time = tide_recent_row_dup_time (step->time, now);

      add_row (self, label, time);
    }

  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (
          /* Translators: how many changes before those that are listed */
          ngettext ("and %u change before", "and %u changes before", n_more), n_more);

      add_row (self, more, NULL);
    }
}

static char *
dup_summary (TideRecoveryCard *self, const char *time)
{
  const guint n = self->reading->steps->len;

  if (n == 0)
    /* Translators: when, such as “Today 14:05” */
    return g_strdup_printf (_ ("No change in the register, but a form was open: %s"), time);

  return g_strdup_printf (
      /* Translators: how many changes, then when, such as “Today 14:05” */
      ngettext ("%u unsaved change: %s", "%u unsaved changes, the last one: %s", n), n, time);
}

static void
show_reading (TideRecoveryCard *self, gint64 now)
{
  const char *place = self->reading->origin->place;
  g_autofree char *time
      = tide_recent_row_dup_time (tide_journal_reading_get_time (self->reading), now);
  g_autofree char *summary = dup_summary (self, time);

  gtk_label_set_text (self->title_label, get_title (self));
  gtk_label_set_text (self->place_label, place != NULL ? place : _ ("Not in a file yet"));
  gtk_label_set_text (self->summary_label, summary);
  add_forms (self);
  add_steps (self, now);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                  -1);
}

static void
on_recover_clicked (TideRecoveryCard *self)
{
  g_signal_emit (self, signals[RECOVER_REQUESTED], 0);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  tide_journal_reading_remove (data);
  g_task_return_boolean (task, TRUE);
}

static void
on_discard_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideRecoveryCard) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (GTask) task = NULL;

  if (strcmp (answer, "discard") != 0)
    return;

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, tide_journal_reading_ref (self->reading),
                        (GDestroyNotify) tide_journal_reading_unref);
  g_task_run_in_thread (task, remove_in_thread);
  g_signal_emit (self, signals[DISCARDED], 0);
}

static void
on_discard_clicked (TideRecoveryCard *self)
{
  g_autofree char *name = tide_text_dup_isolated (get_title (self));
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Discard Changes?"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      /* Translators: %s is the title of a register */
      alert, _ ("The unsaved changes of “%s” will be gone for good."), name);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, on_discard_answered,
                           g_object_ref (self));
}

static gboolean
tide_recovery_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TIDE_RECOVERY_CARD (widget)->recover_button);
}

static void
tide_recovery_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_RECOVERY_CARD);

  G_OBJECT_CLASS (tide_recovery_card_parent_class)->dispose (object);
}

static void
tide_recovery_card_finalize (GObject *object)
{
  g_clear_pointer (&TIDE_RECOVERY_CARD (object)->reading, tide_journal_reading_unref);

  G_OBJECT_CLASS (tide_recovery_card_parent_class)->finalize (object);
}

static void
tide_recovery_card_class_init (TideRecoveryCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_recovery_card_dispose;
  object_class->finalize = tide_recovery_card_finalize;
  widget_class->grab_focus = tide_recovery_card_grab_focus;

  signals[RECOVER_REQUESTED]
      = g_signal_new ("recover-requested", TIDE_TYPE_RECOVERY_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[DISCARDED] = g_signal_new ("discarded", TIDE_TYPE_RECOVERY_CARD, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-recovery-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TideRecoveryCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, TideRecoveryCard, place_label);
  gtk_widget_class_bind_template_child (widget_class, TideRecoveryCard, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TideRecoveryCard, steps_list);
  gtk_widget_class_bind_template_child (widget_class, TideRecoveryCard, recover_button);
  gtk_widget_class_bind_template_callback (widget_class, on_discard_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_recover_clicked);
}

static void
tide_recovery_card_init (TideRecoveryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_recovery_card_new:
 * @reading: what a crash has left
 * @clock: what is today
 *
 * Returns: (transfer floating): the card of it
 */
GtkWidget *
tide_recovery_card_new (TideJournalReading *reading, TideClock *clock)
{
  TideRecoveryCard *self = g_object_new (TIDE_TYPE_RECOVERY_CARD, NULL);

  self->reading = tide_journal_reading_ref (reading);
  show_reading (self, tide_clock_get_seconds (clock));

  return GTK_WIDGET (self);
}

/**
 * tide_recovery_card_get_reading:
 * @self: a card
 *
 * Returns: (transfer none): what it stands for
 */
TideJournalReading *
tide_recovery_card_get_reading (TideRecoveryCard *self)
{
  g_return_val_if_fail (TIDE_IS_RECOVERY_CARD (self), NULL);

  return self->reading;
}
