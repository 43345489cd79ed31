/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-as-of-dialog.h"

#include "ui/rows/tide-moment-group.h"

#include <glib/gi18n-lib.h>

struct _TideAsOfDialog
{
  AdwDialog parent_instance;

  TideSnapshot *snapshot;    /* owned: the register with its whole history */
  TideAsOf *as_of;           /* owned, nullable: what was found */
  GCancellable *cancellable; /* owned, nullable: of what is being worked out */

  /* template children */
  GtkStack *show_stack;
  TideMomentGroup *group;
};

G_DEFINE_FINAL_TYPE (TideAsOfDialog, tide_as_of_dialog, ADW_TYPE_DIALOG)

enum
{
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop (TideAsOfDialog *self)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&self->cancellable);

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  gtk_stack_set_visible_child_name (self->show_stack, "ready");
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideAsOfDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideAsOf) as_of = tide_as_of_compute_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  stop (self);
  if (as_of == NULL)
    {
      tide_moment_group_show_problem (self->group, error->message);
      return;
    }

  self->as_of = g_steal_pointer (&as_of);
  g_signal_emit (self, signals[FOUND], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideAsOfDialog *self = TIDE_AS_OF_DIALOG (widget);
  TideMoment moment;

  if (self->cancellable != NULL)
    return;
  if (!tide_moment_group_get_is_valid (self->group))
    {
      tide_moment_group_focus_problem (self->group);
      return;
    }

  tide_moment_group_get_moment (self->group, &moment);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->show_stack, "busy");
  tide_as_of_compute_async (self->snapshot, &moment, self->cancellable, on_found,
                            g_object_ref (self));
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* What is being worked out is about other dates now. */
static void
on_moment_changed (TideAsOfDialog *self)
{
  stop (self);
}

static void
tide_as_of_dialog_closed (AdwDialog *dialog)
{
  stop (TIDE_AS_OF_DIALOG (dialog));
}

static void
tide_as_of_dialog_dispose (GObject *object)
{
  TideAsOfDialog *self = TIDE_AS_OF_DIALOG (object);

  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_AS_OF_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_clear_pointer (&self->as_of, tide_as_of_unref);

  G_OBJECT_CLASS (tide_as_of_dialog_parent_class)->dispose (object);
}

static void
tide_as_of_dialog_class_init (TideAsOfDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_as_of_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tide_as_of_dialog_closed;

  /**
   * TideAsOfDialog::found:
   * @self: the dialog
   *
   * It is known how the register stood.
   */
  signals[FOUND] = g_signal_new ("found", TIDE_TYPE_AS_OF_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  g_type_ensure (TIDE_TYPE_MOMENT_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-as-of-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideAsOfDialog, show_stack);
  gtk_widget_class_bind_template_child (widget_class, TideAsOfDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, on_moment_changed);
  gtk_widget_class_install_action (widget_class, "as-of.show", NULL, show);
  gtk_widget_class_install_action (widget_class, "as-of.cancel", NULL, cancel);
}

static void
tide_as_of_dialog_init (TideAsOfDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The end of last year, of which reports are written. */
static void
init_proposal (TideMoment *moment, TideSnapshot *snapshot)
{
  TideDate today;

  tide_date_init_from_julian (&today, tide_snapshot_get_day (snapshot));
  *moment = (TideMoment) {
    .true_on = { .year = (gint16) (today.year - 1),
                 .month = 12,
                 .day = 31,
                 .precision = TIDE_PRECISION_DAY },
  };
}

/**
 * tide_as_of_dialog_new:
 * @reg: the register as it is
 * @moment: (nullable): the dates to begin with; %NULL for a proposal
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tide_as_of_dialog_new (TideRegister *reg, const TideMoment *moment)
{
  TideAsOfDialog *self = g_object_new (TIDE_TYPE_AS_OF_DIALOG, NULL);
  TideMoment proposal;

  self->snapshot = tide_register_dup_snapshot_with_history (reg);
  if (moment == NULL)
    init_proposal (&proposal, self->snapshot);
  tide_moment_group_set_snapshot (self->group, self->snapshot);
  tide_moment_group_set_moment (self->group, moment != NULL ? moment : &proposal);

  return ADW_DIALOG (self);
}

/**
 * tide_as_of_dialog_get_as_of:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the register as it stood, once it was found
 */
TideAsOf *
tide_as_of_dialog_get_as_of (TideAsOfDialog *self)
{
  g_return_val_if_fail (TIDE_IS_AS_OF_DIALOG (self), NULL);

  return self->as_of;
}
