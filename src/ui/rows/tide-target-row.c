/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-target-row.h"

#include "stats/tide-target-text.h"
#include "ui/rows/tide-explain-button.h"

#include <glib/gi18n-lib.h>

#define PACE_CHARS 10 /* wider, it would leave little to the amounts in a narrow window */

struct _TideTargetRow
{
  AdwActionRow parent_instance;

  TideFilter *filter; /* owned, nullable: opens the projects behind it */
};

G_DEFINE_FINAL_TYPE (TideTargetRow, tide_target_row, ADW_TYPE_ACTION_ROW)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_filter_requested (TideTargetRow *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
tide_target_row_activate (AdwActionRow *row)
{
  TideTargetRow *self = TIDE_TARGET_ROW (row);

  if (self->filter != NULL)
    g_signal_emit (self, signals[FILTER_REQUESTED], 0, self->filter);
}

static void
tide_target_row_dispose (GObject *object)
{
  TideTargetRow *self = TIDE_TARGET_ROW (object);

  g_clear_pointer ((TidePayload **) &self->filter, tide_payload_unref);

  G_OBJECT_CLASS (tide_target_row_parent_class)->dispose (object);
}

static void
tide_target_row_class_init (TideTargetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_target_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = tide_target_row_activate;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_TARGET_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);
}

static void
tide_target_row_init (TideTargetRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/* The amounts, then how far that is. */
static char *
dup_subtitle (const TideTargetProgress *progress, TideUnit unit, TideLanguage language)
{
  g_autofree char *reached = tide_target_progress_dup_reached (progress, unit, language);
  g_autofree char *goal = tide_target_progress_dup_goal (progress, unit, language);
  g_autofree char *sentence = tide_target_progress_dup_sentence (progress);
  g_autofree char *period
      = tide_date_dup_label (&TIDE_TARGET_PAYLOAD (progress->target)->period, language);

  return g_strdup_printf (
      /* Translators: what is reached, what is to be reached, the period; then how far that is */
      _ ("%s of %s, %s\n%s"), reached, goal, period, sentence);
}

static void
add_pace (TideTargetRow *self, const TideTargetProgress *progress)
{
  g_autofree char *pace = tide_target_progress_dup_pace (progress);
  GtkWidget *label = gtk_label_new (pace);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), PACE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), PACE_CHARS);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  if (progress->has_pace)
    gtk_widget_add_css_class (label, progress->pace < 0 ? "warning" : "success");
  gtk_widget_set_visible (label, progress->has_pace);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), label);
}

static void
add_explanation (TideTargetRow *self,
                 TideTargets *targets,
                 const TideTargetProgress *progress,
                 const char *name)
{
  GtkWidget *button = g_object_new (TIDE_TYPE_EXPLAIN_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);

  tide_explain_button_set_title (TIDE_EXPLAIN_BUTTON (button), name);
  tide_explain_button_take_notes (
      TIDE_EXPLAIN_BUTTON (button),
      tide_target_progress_list_notes (progress, targets->snapshot, tide_language_get_default ()));
  g_signal_connect_object (button, "filter-requested", G_CALLBACK (on_filter_requested), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

/**
 * tide_target_row_new:
 * @targets: the targets of a register
 * @progress: one of them
 *
 * Returns: (transfer floating): a row that shows it, in the language and unit of the person
 */
GtkWidget *
tide_target_row_new (TideTargets *targets, const TideTargetProgress *progress)
{
  const TideLanguage language = tide_language_get_default ();
  const TideUnit unit = tide_unit_get_shown (tide_snapshot_get_settings (targets->snapshot)->unit);
  TideTargetRow *self = g_object_new (TIDE_TYPE_TARGET_ROW, NULL);
  g_autofree char *name
      = tide_target_dup_name (TIDE_TARGET_PAYLOAD (progress->target), targets->snapshot, language);
  g_autofree char *subtitle = dup_subtitle (progress, unit, language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  add_pace (self, progress);
  add_explanation (self, targets, progress, name);
  if (progress->figure != NULL && progress->figure->filter != NULL)
    self->filter = tide_filter_copy (progress->figure->filter);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->filter != NULL);

  return GTK_WIDGET (self);
}
