/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-recovery-dialog.h"

#include "app/tide-recovery-card.h"

struct _TideRecoveryDialog
{
  AdwDialog parent_instance;

  guint n_cards;

  /* template children */
  GtkBox *cards;
};

G_DEFINE_FINAL_TYPE (TideRecoveryDialog, tide_recovery_dialog, ADW_TYPE_DIALOG)

enum
{
  RECOVER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
remove_card (TideRecoveryDialog *self, TideRecoveryCard *card)
{
  gtk_box_remove (self->cards, GTK_WIDGET (card));
  self->n_cards--;
  if (self->n_cards == 0)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
on_recover_requested (TideRecoveryDialog *self, TideRecoveryCard *card)
{
  g_autoptr (TideJournalReading) reading
      = tide_journal_reading_ref (tide_recovery_card_get_reading (card));

  remove_card (self, card);
  g_signal_emit (self, signals[RECOVER_REQUESTED], 0, reading);
}

static void
tide_recovery_dialog_dispose (GObject *object)
{
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_RECOVERY_DIALOG);

  G_OBJECT_CLASS (tide_recovery_dialog_parent_class)->dispose (object);
}

static void
tide_recovery_dialog_class_init (TideRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_recovery_dialog_dispose;

  signals[RECOVER_REQUESTED]
      = g_signal_new ("recover-requested", TIDE_TYPE_RECOVERY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideRecoveryDialog, cards);
}

static void
tide_recovery_dialog_init (TideRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_recovery_dialog_new:
 * @readings: (element-type TideJournalReading): what crashes have left
 * @clock: what is today
 *
 * Returns: (transfer floating): a dialog with a card for each
 */
AdwDialog *
tide_recovery_dialog_new (const GPtrArray *readings, TideClock *clock)
{
  TideRecoveryDialog *self = g_object_new (TIDE_TYPE_RECOVERY_DIALOG, NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      GtkWidget *card = tide_recovery_card_new (g_ptr_array_index (readings, i), clock);

      g_signal_connect_object (card, "recover-requested", G_CALLBACK (on_recover_requested), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "discarded", G_CALLBACK (remove_card), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->cards, card);
      if (i == 0)
        adw_dialog_set_focus (ADW_DIALOG (self), card);
      self->n_cards++;
    }

  return ADW_DIALOG (self);
}
