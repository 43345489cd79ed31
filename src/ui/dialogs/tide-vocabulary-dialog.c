/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-vocabulary-dialog.h"

#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-dialog-focus.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-vocabulary-list.h"
#include "ui/lists/tide-vocabulary-row.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

struct _TideVocabularyDialog
{
  AdwDialog parent_instance;

  TideRegister *reg; /* owned */
  TideRecordKind kind;
  GStrv words;     /* owned; nullable: what is searched for, folded */
  AdwToast *toast; /* owned; nullable: names a step that can still be undone */

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

G_DEFINE_FINAL_TYPE (TideVocabularyDialog, tide_vocabulary_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_KIND,
} TideVocabularyDialogProperty;

static GParamSpec *props[PROP_KIND + 1];

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is shown ----------------------------------------------------------------------------- */

static gboolean
is_match (gpointer item, gpointer data)
{
  TideVocabularyDialog *self = data;

  return tide_vocabulary_item_matches (item, (const char *const *) self->words);
}

static TideVocabularyItem *
get_selected (TideVocabularyDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static const TidePayload *
get_selected_payload (TideVocabularyDialog *self)
{
  TideVocabularyItem *item = get_selected (self);

  return item != NULL ? tide_register_lookup_payload (self->reg, self->kind,
                                                      tide_vocabulary_item_get_id (item))
                      : NULL;
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

/* Over a form, there is no way to another page. */
static gboolean
can_show_pages (TideVocabularyDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GListModel) dialogs = NULL;

  if (!ADW_IS_APPLICATION_WINDOW (root))
    return FALSE;

  dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (root));

  return g_list_model_get_n_items (dialogs) == 1;
}

static void
update_actions (TideVocabularyDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TideVocabularyItem *item = get_selected (self);
  const gboolean can_write = !tide_register_get_read_only (self->reg);
  const gboolean can_edit = can_write && item != NULL;
  const gboolean can_retire
      = can_edit && tide_shape_find (tide_shape_for_kind (self->kind), "retired") != NULL;
  const gboolean is_retired = can_retire && tide_vocabulary_item_get_look (item)->is_retired;

  gtk_widget_action_set_enabled (widget, "vocabulary.add", can_write);
  gtk_widget_action_set_enabled (widget, "vocabulary.edit", can_edit);
  gtk_widget_action_set_enabled (widget, "vocabulary.retire", can_retire && !is_retired);
  gtk_widget_action_set_enabled (widget, "vocabulary.restore", is_retired);
  gtk_widget_action_set_enabled (widget, "vocabulary.show-history",
                                 item != NULL && can_show_pages (self));
  gtk_widget_action_set_enabled (widget, "vocabulary.delete", can_edit);
}

static void
on_items_changed (TideVocabularyDialog *self)
{
  update_stack (self);
  update_actions (self);
}

static gboolean
find_position (TideVocabularyDialog *self, const char *id, guint *position)
{
  GListModel *matches = G_LIST_MODEL (self->matches);

  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (TideVocabularyItem) item = g_list_model_get_item (matches, i);

      if (g_str_equal (tide_vocabulary_item_get_id (item), id))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
reveal (TideVocabularyDialog *self, const char *id)
{
  guint position;

  if (!find_position (self, id, &position))
    gtk_editable_set_text (self->search_entry, "");
  if (find_position (self, id, &position))
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS,
                             NULL);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideVocabularyDialog *self)
{
  g_autofree char *folded = tide_text_fold (gtk_editable_get_text (self->search_entry));

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  on_items_changed (self);
}

/* What is typed in the list is searched for; the focus goes along, as the row that had it may be
 * gone with the first letter. */
static gboolean
on_key_pressed (TideVocabularyDialog *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (self->search_entry));

  if ((state & modifiers) != 0 || !g_unichar_isgraph (gdk_keyval_to_unicode (keyval))
      || !gtk_event_controller_key_forward (controller, text))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (self->search_entry, -1);

  return GDK_EVENT_STOP;
}

/* The search field keeps Escape for itself: an empty one gives it to the dialog. */
static void
on_search_stopped (TideVocabularyDialog *self)
{
  if (*gtk_editable_get_text (self->search_entry) == '\0')
    adw_dialog_close (ADW_DIALOG (self));
  else
    gtk_editable_set_text (self->search_entry, "");
}

static void
on_search_activated (TideVocabularyDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.edit", NULL);
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_text (self->search_entry, "");
}

/* Records ----------------------------------------------------------------------------------- */

static void
on_edited (TideVocabularyDialog *self, const char *id)
{
  reveal (self, id);
}

static void
on_added (TideVocabularyDialog *self, const char *id)
{
  g_signal_emit (self, signals[ADDED], 0, id);
}

static void
present_form (TideVocabularyDialog *self, const TidePayload *payload, GCallback on_saved)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, self->kind, payload);

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
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (widget);
  const TidePayload *payload = get_selected_payload (self);

  if (payload != NULL)
    present_form (self, payload, G_CALLBACK (on_edited));
}

static void
retire_or_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (widget);
  const TidePayload *payload = get_selected_payload (self);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (payload == NULL)
    return;

  step = tide_register_new_retire_step (self->reg, self->kind, payload->id,
                                        g_str_equal (name, "vocabulary.retire"));
  if (!tide_register_apply (self->reg, step, &error))
    tide_toast_show (self->toasts, error->message, NULL);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  const TidePayload *payload = get_selected_payload (self);
  g_autofree char *id = payload != NULL ? g_strdup (payload->id) : NULL;
  const char *kind = tide_shape_for_kind (self->kind)->name;

  if (id == NULL)
    return;

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.show-history", "(ss)", kind, id);
}

static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (widget);
  const TidePayload *payload = get_selected_payload (self);

  if (payload != NULL)
    tide_delete_dialog_present (widget, self->reg, self->kind, payload->id);
}

static void
select_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (widget);
  guint position;

  if (find_position (self, g_variant_get_string (parameter, NULL), &position))
    gtk_single_selection_set_selected (self->selection, position);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TIDE_TYPE_VOCABULARY_ROW) : NULL;

  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);
  if (TIDE_IS_VOCABULARY_ROW (row))
    tide_vocabulary_row_show_menu (TIDE_VOCABULARY_ROW (row));
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_register_undo (TIDE_VOCABULARY_DIALOG (widget)->reg);
}

/* The keys of the list are its own: elsewhere they mean something else, or nothing. */
static gboolean
on_list_key_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (TIDE_VOCABULARY_DIALOG (widget)->view)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

/* Telling ----------------------------------------------------------------------------------- */

static void
dismiss_toast (TideVocabularyDialog *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* An undone step comes inverted: only what was done now can be undone next. */
static gboolean
deserves_toast (TideVocabularyDialog *self, const TideStep *step)
{
  return step == tide_register_get_undo_step (self->reg)
         && (g_str_has_prefix (step->name, "delete-") || g_str_has_prefix (step->name, "retire-")
             || g_str_has_prefix (step->name, "restore-"));
}

/* GTK 4.18 goes to the first row where the row that had the focus is gone. */
static void
stay_in_place (TideVocabularyDialog *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const guint position = gtk_single_selection_get_selected (self->selection);

  if (focus == NULL && position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

/* The record of the list that @step adds, or brings back. */
static const char *
find_added (TideVocabularyDialog *self, const TideStep *step)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->kind == TIDE_EDIT_ADD && edit->record_kind == self->kind && edit->list == NULL)
        return edit->record;
    }

  return NULL;
}

static void
offer_undo (TideVocabularyDialog *self, TideStep *step)
{
  g_autofree char *label = tide_step_dup_label (step);

  self->toast = g_object_ref (tide_toast_show (self->toasts, label, "vocabulary.undo"));
}

static void
on_register_stepped (TideVocabularyDialog *self, TideStep *step)
{
  const char *added = find_added (self, step);

  dismiss_toast (self);
  update_actions (self);
  if (added != NULL)
    reveal (self, added);
  else
    stay_in_place (self);
  if (deserves_toast (self, step))
    offer_undo (self, step);
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
on_row_activated (TideVocabularyDialog *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.edit", NULL);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_vocabulary_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (object);

  switch ((TideVocabularyDialogProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_vocabulary_dialog_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (object);

  switch ((TideVocabularyDialogProperty) id)
    {
    case PROP_REGISTER:
      self->reg = g_value_dup_object (value);
      break;
    case PROP_KIND:
      self->kind = (TideRecordKind) g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_vocabulary_dialog_closed (AdwDialog *dialog)
{
  tide_dialog_leave_focus (dialog);
}

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

  name_parts (self, tide_vocabulary_find (self->kind));
  list = tide_vocabulary_list_new (self->reg, self->kind);
  gtk_custom_filter_set_filter_func (self->filter, is_match, self, NULL);
  gtk_filter_list_model_set_model (self->matches, G_LIST_MODEL (list));
  g_signal_connect_object (self->matches, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  /* After the list, which follows the register too. */
  g_signal_connect_object (self->reg, "stepped", G_CALLBACK (on_register_stepped), self,
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
  g_clear_object (&self->toast);
  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_VOCABULARY_DIALOG);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_vocabulary_dialog_parent_class)->dispose (object);
}

static void
tide_vocabulary_dialog_finalize (GObject *object)
{
  TideVocabularyDialog *self = TIDE_VOCABULARY_DIALOG (object);

  g_strfreev (self->words);

  G_OBJECT_CLASS (tide_vocabulary_dialog_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "vocabulary.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "vocabulary.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "vocabulary.retire", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "vocabulary.restore", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "vocabulary.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "vocabulary.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "vocabulary.select", "s", select_record);
  gtk_widget_class_install_action (widget_class, "vocabulary.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "vocabulary.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "vocabulary.undo", NULL, undo);
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
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
tide_vocabulary_dialog_class_init (TideVocabularyDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_vocabulary_dialog_get_property;
  object_class->set_property = tide_vocabulary_dialog_set_property;
  object_class->constructed = tide_vocabulary_dialog_constructed;
  object_class->dispose = tide_vocabulary_dialog_dispose;
  object_class->finalize = tide_vocabulary_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tide_vocabulary_dialog_closed;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, TIDE_N_RECORD_KINDS - 1,
                                        TIDE_RECORD_DIVISION, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  install_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
  tide_shortcuts_install (GTK_WIDGET_CLASS (klass), TIDE_SHORTCUTS_VOCABULARY, on_list_key_pressed);
  /* A key pressed in a dialog does not come as far as the window. */
  tide_shortcuts_install (GTK_WIDGET_CLASS (klass), TIDE_SHORTCUTS_WINDOW, on_list_key_pressed);
}

static void
tide_vocabulary_dialog_init (TideVocabularyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (update_actions), NULL);
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
