/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-compare-dates-dialog.h"

#include "stats/tide-figure-text.h"
#include "stats/tide-movement.h"
#include "ui/lists/tide-changes-list.h"
#include "ui/lists/tide-moment-text.h"
#include "ui/lists/tide-movement-list.h"
#include "ui/lists/tide-movement-text.h"
#include "ui/lists/tide-version-text.h"
#include "ui/rows/tide-explain-button.h"
#include "ui/rows/tide-moment-group.h"

#include <glib/gi18n-lib.h>

struct _TideCompareDatesDialog
{
  AdwDialog parent_instance;

  TideRegister *reg;         /* owned: as it is */
  TideSnapshot *snapshot;    /* owned: with its whole history */
  TideMovement *movement;    /* owned, nullable: what is shown */
  GCancellable *cancellable; /* owned, nullable: of what is being worked out */
  char *project;             /* owned, nullable: id of the one whose changes are shown */

  /* template children */
  AdwNavigationView *navigation;
  TideMomentGroup *from_group;
  TideMomentGroup *to_group;
  GtkStack *compare_stack;
  AdwComboRow *kind_row;
  GtkListBox *totals;
  AdwPreferencesGroup *moves_group;
  GtkListBox *moves;
  AdwActionRow *records_row;
  AdwNavigationPage *projects_page;
  GtkListView *projects;
  AdwNavigationPage *changes_page;
  TideChangesList *changes;
  GtkWidget *show_button;
};

G_DEFINE_FINAL_TYPE (TideCompareDatesDialog, tide_compare_dates_dialog, ADW_TYPE_DIALOG)

enum
{
  PROJECT_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop (TideCompareDatesDialog *self)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&self->cancellable);

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  gtk_stack_set_visible_child_name (self->compare_stack, "ready");
}

static TideUnit
get_unit (TideCompareDatesDialog *self)
{
  return tide_unit_get_shown (tide_snapshot_get_settings (self->movement->to->snapshot)->unit);
}

/* Changes ----------------------------------------------------------------------------------- */

static void
show_changes (TideCompareDatesDialog *self, const char *title, TideStep *step, const char *project)
{
  g_autoptr (TideHistoryNames) names
      = tide_history_names_new (self->movement->to->snapshot, self->movement->from->snapshot, NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);

  g_ptr_array_add (steps, tide_step_ref (step));
  g_set_str (&self->project, project);
  gtk_widget_set_visible (self->show_button,
                          tide_register_lookup_payload (self->reg, TIDE_RECORD_PROJECT, project)
                              != NULL);
  tide_changes_list_show (self->changes, names, steps);
  adw_navigation_page_set_title (self->changes_page, title);
  adw_navigation_view_push (self->navigation, self->changes_page);
}

static void
on_project_activated (TideCompareDatesDialog *self, guint position)
{
  g_autoptr (TideMovementItem) item
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->projects)), position);
  g_autofree char *name = tide_movement_item_dup_name (item);
  g_autoptr (TideStep) step
      = tide_movement_new_step (self->movement, tide_movement_item_get_row (item));

  show_changes (self, name, step, tide_movement_item_get_id (item));
}

static void
on_records_activated (TideCompareDatesDialog *self)
{
  show_changes (self, _ ("All Changes"), self->movement->step, NULL);
}

static void
on_show_clicked (TideCompareDatesDialog *self)
{
  g_autofree char *id = g_strdup (self->project);

  g_signal_emit (self, signals[PROJECT_REQUESTED], 0, id);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Totals ------------------------------------------------------------------------------------ */

static void
on_part_activated (TideCompareDatesDialog *self, GtkListBoxRow *row)
{
  const TideMovementPart *part = g_object_get_data (G_OBJECT (row), "part");
  g_autoptr (GtkNoSelection) selection = NULL;

  if (part == NULL)
    return;

  selection = gtk_no_selection_new (G_LIST_MODEL (tide_movement_list_new (self->movement, part)));
  gtk_list_view_set_model (self->projects, GTK_SELECTION_MODEL (selection));
  adw_navigation_page_set_title (self->projects_page,
                                 adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  adw_navigation_view_push (self->navigation, self->projects_page);
}

static GtkWidget *
add_row (GtkListBox *list, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (list, row);

  return row;
}

static void
add_part (TideCompareDatesDialog *self,
          GtkListBox *list,
          const char *title,
          const TideMovementPart *part)
{
  g_autofree char *count = tide_movement_part_dup_count (part);
  g_autofree char *value
      = tide_movement_part_dup_difference (part, get_unit (self), tide_language_get_default ());
  GtkWidget *row = add_row (list, title, count, value);

  g_object_set_data (G_OBJECT (row), "part", (gpointer) part);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/* What was counted, left out and not priced, and at which rates. */
static GtkWidget *
create_explanation (TideCompareDatesDialog *self,
                    const char *title,
                    const TideAsOf *as_of,
                    const TideFigure *figure)
{
  const TideValuation valuation = { .kind = self->movement->kind };
  GtkWidget *button = g_object_new (TIDE_TYPE_EXPLAIN_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  GPtrArray *notes = tide_figure_list_count_notes (figure, NULL);

  tide_figure_add_amount_notes (notes, figure, as_of->snapshot, &valuation, NULL,
                                tide_language_get_default ());
  tide_explain_button_set_title (TIDE_EXPLAIN_BUTTON (button), title);
  tide_explain_button_take_notes (TIDE_EXPLAIN_BUTTON (button), notes);

  return button;
}

static void
add_total (TideCompareDatesDialog *self,
           const char *title,
           const TideAsOf *as_of,
           const TideFigure *figure)
{
  g_autofree char *moment = tide_moment_dup_text (&as_of->moment);
  g_autofree char *value
      = tide_figure_dup_value (figure, get_unit (self), tide_language_get_default ());
  g_autofree char *count = g_strdup_printf (
      /* Translators: how many projects a total counts */
      ngettext ("%u project counted", "%u projects counted", figure->n_counted), figure->n_counted);
  g_autofree char *subtitle = g_strconcat (moment, "\n", count, NULL);
  GtkWidget *row = add_row (self->totals, title, subtitle, value);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_explanation (self, title, as_of, figure));
}

static void
show_totals (TideCompareDatesDialog *self)
{
  gtk_list_box_remove_all (self->totals);
  add_total (self, _ ("Before"), self->movement->from, self->movement->before);
  for (guint i = 0; i < TIDE_N_MOVEMENTS; i++)
    {
      if (self->movement->parts[i].rows->len == 0)
        continue;
      add_part (self, self->totals, tide_movement_reason_get_label (i), &self->movement->parts[i]);
      gtk_widget_set_tooltip_text (gtk_widget_get_last_child (GTK_WIDGET (self->totals)),
                                   tide_movement_reason_get_description (i));
    }
  add_total (self, _ ("After"), self->movement->to, self->movement->after);
}

static void
show_moves (TideCompareDatesDialog *self)
{
  const GPtrArray *moves = self->movement->moves;

  gtk_list_box_remove_all (self->moves);
  gtk_widget_set_visible (GTK_WIDGET (self->moves_group), moves->len > 0);
  for (guint i = 0; i < moves->len; i++)
    {
      const TideMovementPart *move = g_ptr_array_index (moves, i);
      g_autofree char *title = tide_movement_part_dup_move (move, tide_language_get_default ());

      add_part (self, self->moves, title, move);
    }
}

static void
show_movement (TideCompareDatesDialog *self)
{
  const gboolean has_changes = !tide_comparison_is_empty (&self->movement->changes);
  g_autofree char *changes
      = has_changes ? tide_version_text_dup_changes (&self->movement->changes) : NULL;

  show_totals (self);
  show_moves (self);
  adw_action_row_set_subtitle (self->records_row, changes != NULL ? changes : _ ("None"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->records_row), has_changes);
  if (g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->navigation), "dates") == 0)
    adw_navigation_view_push_by_tag (self->navigation, "movement");
}

/* Dates ------------------------------------------------------------------------------------- */

static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideCompareDatesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideMovement) movement = tide_movement_compute_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  stop (self);
  if (movement == NULL)
    {
      tide_moment_group_show_problem (self->from_group, error->message);
      return;
    }

  g_clear_pointer (&self->movement, tide_movement_unref);
  self->movement = g_steal_pointer (&movement);
  show_movement (self);
}

static void
compute (TideCompareDatesDialog *self)
{
  TideMoment from;
  TideMoment to;

  stop (self);
  tide_moment_group_get_moment (self->from_group, &from);
  tide_moment_group_get_moment (self->to_group, &to);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->compare_stack, "busy");
  tide_movement_compute_async (self->snapshot, &from, &to,
                               (TideAmountKind) adw_combo_row_get_selected (self->kind_row),
                               self->cancellable, on_computed, g_object_ref (self));
}

static void
compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideCompareDatesDialog *self = TIDE_COMPARE_DATES_DIALOG (widget);

  if (!tide_moment_group_get_is_valid (self->from_group))
    tide_moment_group_focus_problem (self->from_group);
  else if (!tide_moment_group_get_is_valid (self->to_group))
    tide_moment_group_focus_problem (self->to_group);
  else
    compute (self);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_moment_changed (TideCompareDatesDialog *self)
{
  stop (self);
}

static void
on_kind_selected (TideCompareDatesDialog *self)
{
  if (self->movement != NULL
      && adw_combo_row_get_selected (self->kind_row) != (guint) self->movement->kind)
    compute (self);
}

static void
fill_kinds (TideCompareDatesDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  const TideLanguage language = tide_language_get_default ();

  for (guint i = 0; i < TIDE_N_AMOUNT_KINDS; i++)
    gtk_string_list_append (
        kinds, tide_codes_get_label (TIDE_CODES_AMOUNT_KIND,
                                     tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, i), language));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (self->kind_row, TIDE_AMOUNT_KIND_AGREEMENT);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_compare_dates_dialog_closed (AdwDialog *dialog)
{
  stop (TIDE_COMPARE_DATES_DIALOG (dialog));
}

static void
tide_compare_dates_dialog_dispose (GObject *object)
{
  TideCompareDatesDialog *self = TIDE_COMPARE_DATES_DIALOG (object);

  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_COMPARE_DATES_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->movement, tide_movement_unref);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_clear_pointer (&self->project, g_free);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_compare_dates_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-compare-dates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, from_group);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, to_group);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, compare_stack);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, totals);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, moves_group);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, moves);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, records_row);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, projects_page);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, projects);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, changes_page);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, TideCompareDatesDialog, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_moment_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_part_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_records_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_project_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
}

static void
tide_compare_dates_dialog_class_init (TideCompareDatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_compare_dates_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tide_compare_dates_dialog_closed;

  /**
   * TideCompareDatesDialog::project-requested:
   * @self: the dialog
   * @id: id of a project that the register has now
   *
   * The person wants to see it.
   */
  signals[PROJECT_REQUESTED]
      = g_signal_new ("project-requested", TIDE_TYPE_COMPARE_DATES_DIALOG, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TIDE_TYPE_CHANGES_LIST);
  g_type_ensure (TIDE_TYPE_MOMENT_GROUP);
  g_type_ensure (TIDE_TYPE_MOVEMENT_ITEM);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "compare.show", NULL, compare);
  gtk_widget_class_install_action (widget_class, "compare.cancel", NULL, cancel);
}

static void
tide_compare_dates_dialog_init (TideCompareDatesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
}

/* What has become of the year so far. */
static void
init_proposal (TideMoment *from, TideSnapshot *snapshot)
{
  TideDate today;

  tide_date_init_from_julian (&today, tide_snapshot_get_day (snapshot));
  *from = (TideMoment) {
    .true_on = { .year = (gint16) (today.year - 1),
                 .month = 12,
                 .day = 31,
                 .precision = TIDE_PRECISION_DAY },
  };
}

/**
 * tide_compare_dates_dialog_new:
 * @reg: the register as it is
 * @from: (nullable): the earlier moment to begin with; %NULL for a proposal
 *
 * Returns: (transfer floating): a dialog that proposes to compare with the present
 */
AdwDialog *
tide_compare_dates_dialog_new (TideRegister *reg, const TideMoment *from)
{
  TideCompareDatesDialog *self = g_object_new (TIDE_TYPE_COMPARE_DATES_DIALOG, NULL);
  TideMoment proposal;

  self->reg = g_object_ref (reg);
  self->snapshot = tide_register_dup_snapshot_with_history (reg);
  if (from == NULL)
    init_proposal (&proposal, self->snapshot);
  tide_moment_group_set_snapshot (self->from_group, self->snapshot);
  tide_moment_group_set_snapshot (self->to_group, self->snapshot);
  tide_moment_group_set_moment (self->from_group, from != NULL ? from : &proposal);

  return ADW_DIALOG (self);
}
