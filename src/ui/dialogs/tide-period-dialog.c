/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-period-dialog.h"

#include "ui/rows/tide-date-row.h"

struct _TidePeriodDialog
{
  AdwAlertDialog parent_instance;

  /* template children */
  TideDateRow *from_row;
  TideDateRow *to_row;
};

G_DEFINE_FINAL_TYPE (TidePeriodDialog, tide_period_dialog, ADW_TYPE_ALERT_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_typed (TidePeriodDialog *self)
{
  TideDate from;
  TideDate to;
  const gboolean is_from_read = tide_date_row_read (self->from_row, &from);
  const gboolean is_to_read = tide_date_row_read (self->to_row, &to);
  const gboolean is_backwards
      = tide_date_is_set (&from) && tide_date_is_set (&to) && tide_date_is_before (&to, &from);

  if (is_backwards)
    gtk_widget_add_css_class (GTK_WIDGET (self->to_row), "error");
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "show",
                                         is_from_read && is_to_read && !is_backwards);
}

static void
tide_period_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  if (g_str_equal (response, "show"))
    g_signal_emit (dialog, signals[CHOSEN], 0);
}

static void
tide_period_dialog_dispose (GObject *object)
{
  TidePeriodDialog *self = TIDE_PERIOD_DIALOG (object);

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PERIOD_DIALOG);

  G_OBJECT_CLASS (tide_period_dialog_parent_class)->dispose (object);
}

static void
tide_period_dialog_class_init (TidePeriodDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_period_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = tide_period_dialog_response;

  /**
   * TidePeriodDialog::chosen:
   * @self: the dialog
   *
   * The dates are chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TIDE_TYPE_PERIOD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TIDE_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-period-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TidePeriodDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, TidePeriodDialog, to_row);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
tide_period_dialog_init (TidePeriodDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_period_dialog_new:
 * @from: the first date to begin with, perhaps unset
 * @to: the last one, perhaps unset
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tide_period_dialog_new (const TideDate *from, const TideDate *to)
{
  TidePeriodDialog *self = g_object_new (TIDE_TYPE_PERIOD_DIALOG, NULL);
  g_autofree char *first = tide_date_dup_text (from);
  g_autofree char *last = tide_date_dup_text (to);

  gtk_editable_set_text (GTK_EDITABLE (self->from_row), first != NULL ? first : "");
  gtk_editable_set_text (GTK_EDITABLE (self->to_row), last != NULL ? last : "");

  return ADW_DIALOG (self);
}

/**
 * tide_period_dialog_get_dates:
 * @self: a dialog
 * @from: (out): the first date; unset where it was left out
 * @to: (out): the last one
 */
void
tide_period_dialog_get_dates (TidePeriodDialog *self, TideDate *from, TideDate *to)
{
  g_return_if_fail (TIDE_IS_PERIOD_DIALOG (self));

  tide_date_row_read (self->from_row, from);
  tide_date_row_read (self->to_row, to);
}
