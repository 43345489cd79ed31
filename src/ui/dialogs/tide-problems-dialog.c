/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-problems-dialog.h"

#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

struct _TideProblemsDialog
{
  AdwDialog parent_instance;

  /* template children */
  AdwToastOverlay *toast_overlay;
  GtkListBox *list;
  GtkStack *stack;
  GtkWidget *repair_all_button;

  TideRegister *reg;
};

G_DEFINE_FINAL_TYPE (TideProblemsDialog, tide_problems_dialog, ADW_TYPE_DIALOG)

static void
tell (TideProblemsDialog *self, const GError *error)
{
  tide_toast_show (self->toast_overlay, error->message, NULL);
}

static gboolean
repair (TideProblemsDialog *self, TideProblem *problem)
{
  g_autoptr (GError) error = NULL;

  if (tide_register_repair (self->reg, problem, &error))
    return TRUE;

  tell (self, error);

  return FALSE;
}

static void
on_repair_clicked (GtkButton *button, TideProblemsDialog *self)
{
  g_autoptr (TideProblem) problem
      = tide_problem_ref (g_object_get_data (G_OBJECT (button), "problem"));

  repair (self, problem);
}

static char *
dup_place (const TideProblem *problem)
{
  if (problem->line == 0)
    return g_strdup (problem->path != NULL ? problem->path : "");

  /* Translators: a place in a file; the last is a path such as projects[3].division */
  return g_strdup_printf (_ ("Line %u, column %u: %s"), problem->line, problem->column,
                          problem->path != NULL ? problem->path : "");
}

static GtkWidget *
new_repair_button (TideProblemsDialog *self, TideProblem *problem)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Repair"));
  g_autofree char *label = tide_step_dup_label (problem->repair);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  g_object_set_data_full (G_OBJECT (button), "problem", tide_problem_ref (problem),
                          (GDestroyNotify) tide_problem_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_repair_clicked), self,
                           G_CONNECT_DEFAULT);

  return button;
}

static void
add_problem (TideProblemsDialog *self, TideProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *sentence = tide_problem_dup_sentence (problem);
  g_autofree char *place = dup_place (problem);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  if (problem->repair != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_repair_button (self, problem));
  gtk_list_box_append (self->list, row);
}

static void
fill (TideProblemsDialog *self)
{
  GPtrArray *problems = tide_register_get_problems (self->reg);
  const guint n = problems != NULL ? problems->len : 0;
  gboolean can_repair = FALSE;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n; i++)
    {
      TideProblem *problem = g_ptr_array_index (problems, i);

      add_problem (self, problem);
      can_repair = can_repair || problem->repair != NULL;
    }

  gtk_widget_set_sensitive (self->repair_all_button, can_repair);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "problems" : "none");
}

static void
on_repair_all_clicked (TideProblemsDialog *self)
{
  GPtrArray *problems = tide_register_get_problems (self->reg);
  g_autoptr (GPtrArray) todo = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      TideProblem *problem = g_ptr_array_index (problems, i);

      if (problem->repair != NULL)
        g_ptr_array_add (todo, tide_problem_ref (problem));
    }

  for (guint i = 0; i < todo->len; i++)
    if (!repair (self, g_ptr_array_index (todo, i)))
      break;
}

static void
tide_problems_dialog_dispose (GObject *object)
{
  TideProblemsDialog *self = TIDE_PROBLEMS_DIALOG (object);

  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PROBLEMS_DIALOG);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_problems_dialog_parent_class)->dispose (object);
}

static void
tide_problems_dialog_class_init (TideProblemsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_problems_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-problems-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideProblemsDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TideProblemsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TideProblemsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideProblemsDialog, repair_all_button);
  gtk_widget_class_bind_template_callback (widget_class, on_repair_all_clicked);
}

static void
tide_problems_dialog_init (TideProblemsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_problems_dialog_new:
 * @reg: a register that was opened with problems
 *
 * Returns: (transfer floating): a dialog that lists them and mends them
 */
AdwDialog *
tide_problems_dialog_new (TideRegister *reg)
{
  TideProblemsDialog *self = g_object_new (TIDE_TYPE_PROBLEMS_DIALOG, NULL);

  self->reg = g_object_ref (reg);
  g_signal_connect_object (reg, "notify::n-problems", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return ADW_DIALOG (self);
}
