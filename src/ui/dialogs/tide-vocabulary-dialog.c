/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-vocabulary-dialog.h"

#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-vocabulary-list.h"
#include "ui/lists/tide-vocabulary-row.h"

#include <glib/gi18n-lib.h>

struct _TideVocabularyDialog
{
  TideRecordsDialog parent_instance;

  /* template children */
  AdwToastOverlay *toasts;
  GtkWidget *add_button;
  GtkWidget *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkFilterListModel *matches;
  GtkCustomFilter *filter;
  AdwStatusPage *empty_page;
  AdwStatusPage *no_match_page;
  GtkButton *first_button;
  GMenuModel *record_menu;
};

G_DEFINE_FINAL_TYPE (TideVocabularyDialog, tide_vocabulary_dialog, TIDE_TYPE_RECORDS_DIALOG)

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is shown ----------------------------------------------------------------------------- */

static TideRegister *
get_register (TideVocabularyDialog *self)
{
  return tide_records_dialog_get_register (TIDE_RECORDS_DIALOG (self));
}

static TideRecordKind
get_kind (TideVocabularyDialog *self)
{
  return tide_records_dialog_get_kind (TIDE_RECORDS_DIALOG (self));
}

static const char *
get_id (gpointer item)
{
  return tide_vocabulary_item_get_id (item);
}

static gboolean
is_match (gpointer item, gpointer data)
{
  return tide_vocabulary_item_matches (item, tide_records_dialog_get_words (data));
}

static void
update_stack (TideVocabularyDialog *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->matches);
  const char *name = "list";

  if (all == NULL || g_list_model_get_n_items (all) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->matches)) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->search_bar, !g_str_equal (name, "empty"));
}

static void
update (TideRecordsDialog *dialog)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (dialog);
  GtkWidget *widget = GTK_WIDGET (self);
  TideVocabularyItem *item = gtk_single_selection_get_selected_item (self->selection);
  const gboolean can_retire
      = item != NULL && !tide_register_get_read_only (get_register (self))
        && tide_shape_find (tide_shape_for_kind (get_kind (self)), "retired") != NULL;
  const gboolean is_retired = can_retire && tide_vocabulary_item_get_look (item)->is_retired;

  gtk_widget_action_set_enabled (widget, "vocabulary.retire", can_retire && !is_retired);
  gtk_widget_action_set_enabled (widget, "vocabulary.restore", is_retired);
}

static void
on_items_changed (TideVocabularyDialog *self)
{
  update_stack (self);
  tide_records_dialog_update (TIDE_RECORDS_DIALOG (self));
}

static void
searched (TideRecordsDialog *dialog)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (dialog);

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  on_items_changed (self);
}

/* Records ----------------------------------------------------------------------------------- */

static void
on_edited (TideVocabularyDialog *self, const char *id)
{
  tide_records_dialog_reveal (TIDE_RECORDS_DIALOG (self), id);
}

static void
on_added (TideVocabularyDialog *self, const char *id)
{
  g_signal_emit (self, signals[ADDED], 0, id);
}

static void
present_form (TideVocabularyDialog *self, const TidePayload *payload, GCallback on_saved)
{
  TideRecordDialog *dialog = tide_record_dialog_new (get_register (self), get_kind (self), payload);

  g_signal_connect_object (dialog, "saved", on_saved, self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_form (TIDE_VOCABULARY_DIALOG (widget), NULL, G_CALLBACK (on_added));
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TidePayload *payload = tide_records_dialog_get_selected (TIDE_RECORDS_DIALOG (widget));

  if (payload != NULL)
    present_form (TIDE_VOCABULARY_DIALOG (widget), payload, G_CALLBACK (on_edited));
}

static void
retire_or_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (widget);
  TideRecordsDialog *dialog = TIDE_RECORDS_DIALOG (widget);
  const TidePayload *payload = tide_records_dialog_get_selected (dialog);

  if (payload != NULL)
    tide_records_dialog_apply (
        dialog, tide_register_new_retire_step (get_register (self), get_kind (self), payload->id,
                                               g_str_equal (name, "vocabulary.retire")));
}

static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (widget);
  const TidePayload *payload = tide_records_dialog_get_selected (TIDE_RECORDS_DIALOG (widget));

  if (payload != NULL)
    tide_delete_dialog_present (widget, get_register (self), get_kind (self), payload->id);
}

static gboolean
deserves_toast (const TideStep *step)
{
  return g_str_has_prefix (step->name, "delete-") || g_str_has_prefix (step->name, "retire-")
         || g_str_has_prefix (step->name, "restore-");
}

static void
on_register_stepped (TideRecordsDialog *dialog, TideStep *step)
{
  tide_records_dialog_dismiss_toast (dialog);
  tide_records_dialog_update (dialog);
  tide_records_dialog_show_added (dialog, step);
  if (deserves_toast (step))
    tide_records_dialog_offer_undo (dialog, step);
}

/* Rows -------------------------------------------------------------------------------------- */

static void
on_row_setup (TideVocabularyDialog *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, tide_vocabulary_row_new (self->record_menu));
}

static void
on_row_bind (TideVocabularyDialog *self, GtkListItem *list_item)
{
  TideVocabularyItem *item = gtk_list_item_get_item (list_item);
  const TideVocabularyLook *look = tide_vocabulary_item_get_look (item);

  tide_vocabulary_row_set_item (TIDE_VOCABULARY_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, look->title);
  gtk_list_item_set_accessible_description (list_item, look->details);
}

static void
on_row_unbind (TideVocabularyDialog *self, GtkListItem *list_item)
{
  tide_vocabulary_row_set_item (TIDE_VOCABULARY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
show_row_menu (GtkWidget *row)
{
  tide_vocabulary_row_show_menu (TIDE_VOCABULARY_ROW (row));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
name_parts (TideVocabularyDialog *self, const TideVocabulary *vocabulary)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ (vocabulary->title));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), _ (vocabulary->new_tooltip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ (vocabulary->search_label), -1);
  g_object_set (self->search_entry, "placeholder-text", _ (vocabulary->search_label), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (vocabulary->title), -1);
  adw_status_page_set_icon_name (self->empty_page, vocabulary->icon);
  adw_status_page_set_title (self->empty_page, _ (vocabulary->empty_title));
  adw_status_page_set_description (self->empty_page, _ (vocabulary->empty_description));
  adw_status_page_set_title (self->no_match_page, _ (vocabulary->no_match_title));
  gtk_button_set_label (self->first_button, _ (vocabulary->new_label));
}

static void
tide_vocabulary_dialog_constructed (GObject *object)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (object);
  g_autoptr (TideVocabularyList) list = NULL;

  G_OBJECT_CLASS (tide_vocabulary_dialog_parent_class)->constructed (object);

  name_parts (self, tide_vocabulary_find (get_kind (self)));
  list = tide_vocabulary_list_new (get_register (self), get_kind (self));
  gtk_custom_filter_set_filter_func (self->filter, is_match, self, NULL);
  gtk_filter_list_model_set_model (self->matches, G_LIST_MODEL (list));
  g_signal_connect_object (self->matches, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  /* After the list, which follows the register too. */
  g_signal_connect_object (get_register (self), "stepped", G_CALLBACK (on_register_stepped), self,
                           G_CONNECT_SWAPPED);
  on_items_changed (self);
  adw_dialog_set_focus (ADW_DIALOG (self), g_list_model_get_n_items (G_LIST_MODEL (list)) > 0
                                               ? GTK_WIDGET (self->search_entry)
                                               : GTK_WIDGET (self->first_button));
}

static void
tide_vocabulary_dialog_dispose (GObject *object)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->matches != NULL)
    gtk_filter_list_model_set_model (self->matches, NULL);
  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_VOCABULARY_DIALOG);

  G_OBJECT_CLASS (tide_vocabulary_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "vocabulary.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "vocabulary.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "vocabulary.retire", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "vocabulary.restore", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "vocabulary.delete", NULL, delete);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-vocabulary-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, matches);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, no_match_page);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, first_button);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyDialog, record_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  tide_records_dialog_bind_callbacks (widget_class);
}

static void
tide_vocabulary_dialog_class_init (TideVocabularyDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TideRecordsDialogClass *dialog_class = TIDE_RECORDS_DIALOG_CLASS (klass);

  object_class->constructed = tide_vocabulary_dialog_constructed;
  object_class->dispose = tide_vocabulary_dialog_dispose;
  dialog_class->row_type = TIDE_TYPE_VOCABULARY_ROW;
  dialog_class->show_menu = show_row_menu;
  dialog_class->get_id = get_id;
  dialog_class->searched = searched;
  dialog_class->update = update;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  install_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
tide_vocabulary_dialog_init (TideVocabularyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_records_dialog_set_parts (TIDE_RECORDS_DIALOG (self), self->toasts, self->search_entry,
                                 self->view, self->selection);
}

/**
 * tide_vocabulary_dialog_new:
 * @reg: a register
 * @kind: a kind that has a #TideVocabulary
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
tide_vocabulary_dialog_new (TideRegister *reg, TideRecordKind kind)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (tide_vocabulary_find (kind) != NULL, NULL);

  return g_object_new (TIDE_TYPE_VOCABULARY_DIALOG, "register", reg, "kind", kind, NULL);
}
