/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-trim-dialog.h"

#include "core/tide-history-filter.h"
#include "ui/rows/tide-date-row.h"

#include <glib/gi18n-lib.h>

struct _TideTrimDialog
{
  AdwAlertDialog parent_instance;

  TideRegister *reg; /* owned */

  /* template children */
  GtkEditable *date_row;
  GtkLabel *effect;
};

G_DEFINE_FINAL_TYPE (TideTrimDialog, tide_trim_dialog, ADW_TYPE_ALERT_DIALOG)

/* When the first day that is kept begins; FALSE where no date can be read. */
static gboolean
read_time (TideTrimDialog *self, gint64 *time)
{
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  TideDate date;

  if (self->reg == NULL || !tide_date_recognise (gtk_editable_get_text (self->date_row), &date)
      || !tide_date_is_real (&date))
    return FALSE;

  tide_history_filter_set_period (filter, &date, NULL,
                                  tide_register_get_settings (self->reg)->time_zone);
  *time = filter->from;

  return TRUE;
}

static char *
dup_effect (TideTrimDialog *self, guint n_dropped)
{
  const guint n_kept = tide_register_count_steps (self->reg) - n_dropped;
  g_autofree char *dropped = g_strdup_printf (
      /* Translators: how many steps of the history are dropped */
      ngettext ("%u step goes", "%u steps go", n_dropped), n_dropped);
  g_autofree char *kept = g_strdup_printf (
      /* Translators: how many steps of the history are kept */
      ngettext ("%u step stays", "%u steps stay", n_kept), n_kept);

  /* Translators: how many steps of the history are dropped, and how many kept */
  return g_strdup_printf (_ ("%s, %s."), dropped, kept);
}

static void
on_typed (TideTrimDialog *self)
{
  g_autofree char *text = NULL;
  guint n = 0;
  gint64 time;

  if (!read_time (self, &time))
    text = g_strdup (_ ("Type a date such as 2023, 2023-08 or 2023-08-15."));
  else
    {
      n = tide_register_count_steps_before (self->reg, time);
      text = n > 0 ? dup_effect (self, n) : g_strdup (_ ("No saved step is older than that."));
    }

  gtk_label_set_text (self->effect, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "trim", n > 0);
}

static void
tide_trim_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  TideTrimDialog *self = TIDE_TRIM_DIALOG (dialog);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;
  AdwDialog *alert;
  gint64 time;

  if (!g_str_equal (response, "trim") || !read_time (self, &time)
      || tide_register_trim_history (self->reg, time, &error))
    return;

  alert = adw_alert_dialog_new (_ ("Not Trimmed"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, window);
}

static void
tide_trim_dialog_dispose (GObject *object)
{
  TideTrimDialog *self = TIDE_TRIM_DIALOG (object);

  g_clear_object (&self->reg);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_TRIM_DIALOG);

  G_OBJECT_CLASS (tide_trim_dialog_parent_class)->dispose (object);
}

static void
tide_trim_dialog_class_init (TideTrimDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_trim_dialog_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = tide_trim_dialog_response;

  g_type_ensure (TIDE_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-trim-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideTrimDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TideTrimDialog, effect);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
tide_trim_dialog_init (TideTrimDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_trim_dialog_new:
 * @reg: a register
 *
 * Returns: (transfer floating): a dialog that proposes to keep this year's history
 */
AdwDialog *
tide_trim_dialog_new (TideRegister *reg)
{
  TideTrimDialog *self = g_object_new (TIDE_TYPE_TRIM_DIALOG, NULL);
  g_autofree char *year = NULL;
  TideDate today;

  self->reg = g_object_ref (reg);
  tide_date_init_from_time (&today, tide_clock_get_seconds (tide_register_get_clock (reg)),
                            tide_register_get_settings (reg)->time_zone);
  year = g_strdup_printf ("%d-01-01", today.year);
  gtk_editable_set_text (self->date_row, year);

  return ADW_DIALOG (self);
}
