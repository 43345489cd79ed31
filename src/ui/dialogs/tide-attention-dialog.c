/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-attention-dialog.h"

#include "ui/dialogs/tide-attention-pair-dialog.h"
#include "ui/dialogs/tide-dialog-focus.h"
#include "ui/dialogs/tide-project-dialog.h"
#include "ui/lists/tide-attention-source.h"
#include "ui/lists/tide-project-text.h"
#include "ui/rows/tide-attention-row.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

struct _TideAttentionDialog
{
  AdwDialog parent_instance;

  TideRegister *reg;         /* owned */
  TideAttentionModel *model; /* owned */
  GArray *choices;           /* owned, of the sets in the drop-down */
  AdwToast *toast;           /* owned, nullable, of what was mended last */
  guint32 set;               /* the checks that are shown */
  gboolean is_filling;

  /* template children */
  TideAttentionSource *source;
  AdwToastOverlay *toast_overlay;
  GtkDropDown *check_drop_down;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (TideAttentionDialog, tide_attention_dialog, ADW_TYPE_DIALOG)

static void
present_form (TideAttentionDialog *self, TideAttentionItem *item)
{
  const GArray *findings = tide_attention_item_get_findings (item);
  const TideFinding *finding = &g_array_index (findings, TideFinding, 0);
  const TideProjectPayload *project = tide_attention_item_get_project (item);
  TideProjectDialog *form = tide_project_dialog_new (self->reg, project->base.id);
  g_autofree char *key = finding->entry != NULL ? tide_payload_dup_key (finding->entry) : NULL;

  tide_project_dialog_point_at (form, finding->list, key, finding->member);
  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (self));
}

static void
present_pair (TideAttentionDialog *self, TideAttentionItem *item)
{
  const GArray *findings = tide_attention_item_get_findings (item);
  const TideFinding *finding = &g_array_index (findings, TideFinding, 0);
  const TideProjectPayload *project = tide_attention_item_get_project (item);

  adw_dialog_present (tide_attention_pair_dialog_new (self->reg, project->base.id, finding->other),
                      GTK_WIDGET (self));
}

static void
edit (TideAttentionDialog *self, TideAttentionItem *item)
{
  if (tide_attention_item_get_findings (item)->len == 0)
    return;

  if (tide_attention_item_get_check (item) == TIDE_CHECK_DUPLICATE)
    present_pair (self, item);
  else
    present_form (self, item);
}

/* It would take back another step than the one it names. */
static void
dismiss_toast (TideAttentionDialog *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
mend (TideAttentionDialog *self, TideAttentionItem *item)
{
  const TideProjectPayload *project = tide_attention_item_get_project (item);
  TidePayload *mended = tide_attention_item_dup_mended (item);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (mended != NULL);

  step = tide_register_new_change_step (self->reg, TIDE_RECORD_PROJECT, &project->base, mended);
  if (!tide_register_apply (self->reg, step, &error))
    {
      tide_toast_show (self->toast_overlay, error->message, NULL);
      return;
    }

  label = tide_step_dup_label (step);
  self->toast = g_object_ref (tide_toast_show (self->toast_overlay, label, "win.undo"));
}

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, TideAttentionDialog *self)
{
  GtkWidget *row = g_object_new (TIDE_TYPE_ATTENTION_ROW, NULL);

  g_signal_connect_object (row, "mend", G_CALLBACK (mend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit", G_CALLBACK (edit), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (cell, row);
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  TideAttentionItem *item = gtk_list_item_get_item (cell);
  g_autofree char *name = tide_project_text_dup_name (tide_attention_item_get_project (item));
  g_autofree char *text = tide_attention_item_dup_text (item);

  tide_attention_row_set_item (TIDE_ATTENTION_ROW (gtk_list_item_get_child (cell)), item);
  gtk_list_item_set_accessible_label (cell, name);
  gtk_list_item_set_accessible_description (cell, text);
}

static void
on_row_unbind (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  tide_attention_row_set_item (TIDE_ATTENTION_ROW (gtk_list_item_get_child (cell)), NULL);
}

static void
on_activated (TideAttentionDialog *self, guint position)
{
  g_autoptr (TideAttentionItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    edit (self, item);
}

static void
append_choice (
    TideAttentionDialog *self, GtkStringList *names, const char *label, guint n, guint32 set)
{
  g_autofree char *text
      /* Translators: the name of a check, and how many projects it finds something in */
      = g_strdup_printf (_ ("%s (%u)"), label, n);

  gtk_string_list_append (names, text);
  g_array_append_val (self->choices, set);
}

static guint
find_choice (TideAttentionDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_array_index (self->choices, guint32, i) == self->set)
      return i;

  return 0;
}

/* What was chosen stays chosen, as long as it finds something. */
static void
fill_choices (TideAttentionDialog *self, const TideAttention *attention)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->choices, 0);
  append_choice (self, names, _ ("All Checks"), attention->n_projects, G_MAXUINT32);
  for (guint i = 0; i < attention->counts->len; i++)
    {
      const TideAttentionCount *count = g_ptr_array_index (attention->counts, i);

      append_choice (self, names, tide_check_get_label (count->check, tide_language_get_default ()),
                     count->n_projects, TIDE_CHECK_BIT (count->check));
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->check_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->check_drop_down, find_choice (self));
  self->is_filling = FALSE;
  self->set = g_array_index (self->choices, guint32, find_choice (self));
}

static void
show_findings (TideAttentionDialog *self)
{
  const TideAttention *attention = tide_attention_source_get_attention (self->source);

  tide_attention_model_show (self->model, attention, self->set);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "findings" : "none");
}

static gboolean
holds_focus (TideAttentionDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view));
}

/* A row that goes with its finding must not take the focus out of the dialog, and a row that is
 * only just coming cannot take it yet. */
static void
on_attention_changed (TideAttentionDialog *self)
{
  if (holds_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->check_drop_down));
  fill_choices (self, tide_attention_source_get_attention (self->source));
  show_findings (self);
}

static void
on_check_selected (TideAttentionDialog *self)
{
  const guint selected = gtk_drop_down_get_selected (self->check_drop_down);

  if (self->is_filling || selected >= self->choices->len)
    return;

  self->set = g_array_index (self->choices, guint32, selected);
  show_findings (self);
}

static void
tide_attention_dialog_closed (AdwDialog *dialog)
{
  tide_dialog_leave_focus (dialog);
}

static void
tide_attention_dialog_dispose (GObject *object)
{
  TideAttentionDialog *self = TIDE_ATTENTION_DIALOG (object);

  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  g_clear_object (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_ATTENTION_DIALOG);
  g_clear_object (&self->model);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_attention_dialog_parent_class)->dispose (object);
}

static void
tide_attention_dialog_finalize (GObject *object)
{
  TideAttentionDialog *self = TIDE_ATTENTION_DIALOG (object);

  g_array_unref (self->choices);

  G_OBJECT_CLASS (tide_attention_dialog_parent_class)->finalize (object);
}

static void
tide_attention_dialog_class_init (TideAttentionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_attention_dialog_dispose;
  object_class->finalize = tide_attention_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tide_attention_dialog_closed;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-attention-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideAttentionDialog, source);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionDialog, check_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionDialog, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_attention_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_check_selected);

  /* A key pressed in a dialog does not come as far as the window. */
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_WINDOW, NULL);
}

static void
tide_attention_dialog_init (TideAttentionDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->choices = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->model = tide_attention_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_row_setup), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_row_unbind), NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

/**
 * tide_attention_dialog_new:
 * @reg: the register to look at
 * @set: the checks to show at first, of %TIDE_CHECK_BIT(); %G_MAXUINT32 for all
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
tide_attention_dialog_new (TideRegister *reg, guint32 set)
{
  TideAttentionDialog *self = g_object_new (TIDE_TYPE_ATTENTION_DIALOG, NULL);

  self->reg = g_object_ref (reg);
  self->set = set;
  tide_findings_source_set_register (TIDE_FINDINGS_SOURCE (self->source), reg);
  g_signal_connect_object (reg, "stepped", G_CALLBACK (dismiss_toast), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
