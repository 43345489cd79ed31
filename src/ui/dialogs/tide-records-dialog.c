/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-records-dialog.h"

#include "ui/dialogs/tide-dialog-focus.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-toast.h"

typedef struct
{
  TideRegister *reg; /* owned */
  TideRecordKind kind;
  GStrv words;     /* owned; nullable: what is searched for, folded */
  AdwToast *toast; /* owned; nullable: names a step that can still be undone */

  /* template children of the class below */
  AdwToastOverlay *toasts;
  GtkEditable *search_entry;
  GtkListView *view;
  GtkSingleSelection *selection;
} TideRecordsDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TideRecordsDialog, tide_records_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_KIND,
} TideRecordsDialogProperty;

static GParamSpec *props[PROP_KIND + 1];

static TideRecordsDialogPrivate *
get_private (gpointer self)
{
  return tide_records_dialog_get_instance_private (TIDE_RECORDS_DIALOG (self));
}

/* What is shown ----------------------------------------------------------------------------- */

static const char *
get_selected_id (TideRecordsDialog *self)
{
  gpointer item = gtk_single_selection_get_selected_item (get_private (self)->selection);

  return item != NULL ? TIDE_RECORDS_DIALOG_GET_CLASS (self)->get_id (item) : NULL;
}

static gboolean
find_position (TideRecordsDialog *self, const char *id, guint *position)
{
  GListModel *items = G_LIST_MODEL (get_private (self)->selection);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      if (g_str_equal (TIDE_RECORDS_DIALOG_GET_CLASS (self)->get_id (item), id))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Over a form, there is no way to another page; a form over this dialog does not matter. */
static gboolean
can_show_pages (TideRecordsDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GListModel) dialogs = NULL;
  g_autoptr (AdwDialog) lowest = NULL;

  if (!ADW_IS_APPLICATION_WINDOW (root))
    return FALSE;

  /* When it is mapped first, libadwaita 1.7 does not count the dialog yet, and an empty list of
   * dialogs cannot be asked for one. */
  dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (root));
  if (g_list_model_get_n_items (dialogs) == 0)
    return TRUE;

  lowest = g_list_model_get_item (dialogs, 0);

  return lowest == ADW_DIALOG (self);
}

static void
on_selected (TideRecordsDialog *self)
{
  tide_records_dialog_update (self);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideRecordsDialog *self)
{
  TideRecordsDialogPrivate *priv = get_private (self);
  g_autofree char *folded = tide_text_fold (gtk_editable_get_text (priv->search_entry));

  g_strfreev (priv->words);
  priv->words = g_strsplit (folded, " ", -1);
  TIDE_RECORDS_DIALOG_GET_CLASS (self)->searched (self);
}

/* What is typed in the list is searched for; the focus goes along, as the row that had it may be
 * gone with the first letter. */
static gboolean
on_key_pressed (TideRecordsDialog *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  GtkEditable *entry = get_private (self)->search_entry;
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (entry));

  if ((state & modifiers) != 0 || !g_unichar_isgraph (gdk_keyval_to_unicode (keyval))
      || !gtk_event_controller_key_forward (controller, text))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_position (entry, -1);

  return GDK_EVENT_STOP;
}

/* The search field keeps Escape for itself: an empty one gives it to the dialog. */
static void
on_search_stopped (TideRecordsDialog *self)
{
  GtkEditable *entry = get_private (self)->search_entry;

  if (*gtk_editable_get_text (entry) == '\0')
    adw_dialog_close (ADW_DIALOG (self));
  else
    gtk_editable_set_text (entry, "");
}

static void
on_search_activated (TideRecordsDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.edit", NULL);
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkEditable *entry = get_private (widget)->search_entry;

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, "");
}

/* Acts -------------------------------------------------------------------------------------- */

static void
on_row_activated (TideRecordsDialog *self, guint position)
{
  gtk_single_selection_set_selected (get_private (self)->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.edit", NULL);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  const char *kind = tide_shape_for_kind (get_private (widget)->kind)->name;
  g_autofree char *id = g_strdup (get_selected_id (TIDE_RECORDS_DIALOG (widget)));

  if (id == NULL)
    return;

  adw_dialog_close (ADW_DIALOG (widget));
  gtk_widget_activate_action (window, "win.show-history", "(ss)", kind, id);
}

/* Of the records that are listed in a dialog, divisions have pages. */
static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *id = g_strdup (get_selected_id (TIDE_RECORDS_DIALOG (widget)));

  if (id == NULL)
    return;

  adw_dialog_close (ADW_DIALOG (widget));
  gtk_widget_activate_action (window, "win.show-division", "s", id);
}

static void
select_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint position;

  if (find_position (TIDE_RECORDS_DIALOG (widget), g_variant_get_string (parameter, NULL),
                     &position))
    gtk_single_selection_set_selected (get_private (widget)->selection, position);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TideRecordsDialogClass *klass = TIDE_RECORDS_DIALOG_GET_CLASS (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, klass->row_type) : NULL;

  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);
  if (row != NULL && g_type_is_a (G_OBJECT_TYPE (row), klass->row_type))
    klass->show_menu (row);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_register_undo (get_private (widget)->reg);
}

/* The keys of the list are its own: elsewhere they mean something else, or nothing. */
static gboolean
on_list_key_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (get_private (widget)->view)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

/* GTK 4.18 goes to the first row where the row that had the focus is gone. */
static void
stay_in_place (TideRecordsDialog *self)
{
  TideRecordsDialogPrivate *priv = get_private (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const guint position = gtk_single_selection_get_selected (priv->selection);

  if (focus == NULL && position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (priv->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_records_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideRecordsDialogPrivate *priv = get_private (object);

  switch ((TideRecordsDialogProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, priv->reg);
      break;
    case PROP_KIND:
      g_value_set_uint (value, priv->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_records_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideRecordsDialogPrivate *priv = get_private (object);

  switch ((TideRecordsDialogProperty) id)
    {
    case PROP_REGISTER:
      priv->reg = g_value_dup_object (value);
      break;
    case PROP_KIND:
      priv->kind = (TideRecordKind) g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_records_dialog_closed (AdwDialog *dialog)
{
  tide_dialog_leave_focus (dialog);
}

static void
tide_records_dialog_dispose (GObject *object)
{
  TideRecordsDialogPrivate *priv = get_private (object);

  g_clear_object (&priv->toast);
  g_clear_object (&priv->reg);

  G_OBJECT_CLASS (tide_records_dialog_parent_class)->dispose (object);
}

static void
tide_records_dialog_finalize (GObject *object)
{
  g_strfreev (get_private (object)->words);

  G_OBJECT_CLASS (tide_records_dialog_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "vocabulary.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "vocabulary.show-page", NULL, show_page);
  gtk_widget_class_install_action (widget_class, "vocabulary.select", "s", select_record);
  gtk_widget_class_install_action (widget_class, "vocabulary.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "vocabulary.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "vocabulary.undo", NULL, undo);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_VOCABULARY, on_list_key_pressed);
  /* A key pressed in a dialog does not come as far as the window. */
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_WINDOW, on_list_key_pressed);
}

static void
tide_records_dialog_class_init (TideRecordsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_records_dialog_get_property;
  object_class->set_property = tide_records_dialog_set_property;
  object_class->dispose = tide_records_dialog_dispose;
  object_class->finalize = tide_records_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tide_records_dialog_closed;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, TIDE_N_RECORD_KINDS - 1,
                                        TIDE_RECORD_DIVISION, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
tide_records_dialog_init (TideRecordsDialog *self)
{
}

/**
 * tide_records_dialog_set_parts:
 * @self: a dialog whose template has just been made
 * @toasts: where it is told what was done
 * @search_entry: where words are searched for
 * @view: the list
 * @selection: its model
 */
void
tide_records_dialog_set_parts (TideRecordsDialog *self,
                               AdwToastOverlay *toasts,
                               GtkEditable *search_entry,
                               GtkListView *view,
                               GtkSingleSelection *selection)
{
  TideRecordsDialogPrivate *priv = get_private (self);

  priv->toasts = toasts;
  priv->search_entry = search_entry;
  priv->view = view;
  priv->selection = selection;
  g_signal_connect (self, "map", G_CALLBACK (tide_records_dialog_update), NULL);
}

/**
 * tide_records_dialog_bind_callbacks:
 * @widget_class: a class below
 *
 * Gives its template the handlers of the search field and the list.
 */
void
tide_records_dialog_bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

/**
 * tide_records_dialog_get_register:
 * @self: a dialog
 *
 * Returns: (transfer none): the register whose records it lists
 */
TideRegister *
tide_records_dialog_get_register (TideRecordsDialog *self)
{
  g_return_val_if_fail (TIDE_IS_RECORDS_DIALOG (self), NULL);

  return get_private (self)->reg;
}

/**
 * tide_records_dialog_get_kind:
 * @self: a dialog
 *
 * Returns: the kind of the records that it lists
 */
TideRecordKind
tide_records_dialog_get_kind (TideRecordsDialog *self)
{
  g_return_val_if_fail (TIDE_IS_RECORDS_DIALOG (self), TIDE_N_RECORD_KINDS);

  return get_private (self)->kind;
}

/**
 * tide_records_dialog_get_words:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what is searched for, folded; %NULL before that
 */
const char *const *
tide_records_dialog_get_words (TideRecordsDialog *self)
{
  g_return_val_if_fail (TIDE_IS_RECORDS_DIALOG (self), NULL);

  return (const char *const *) get_private (self)->words;
}

/**
 * tide_records_dialog_get_selected:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the record that is selected
 */
const TidePayload *
tide_records_dialog_get_selected (TideRecordsDialog *self)
{
  const TideRecordsDialogPrivate *priv = get_private (self);
  const char *id = get_selected_id (self);

  return id != NULL ? tide_register_lookup_payload (priv->reg, priv->kind, id) : NULL;
}

/**
 * tide_records_dialog_update:
 * @self: a dialog
 *
 * Enables what can be done with the selected record.
 */
void
tide_records_dialog_update (TideRecordsDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean has_record = get_selected_id (self) != NULL;
  const gboolean can_write = !tide_register_get_read_only (get_private (self)->reg);

  gtk_widget_action_set_enabled (widget, "vocabulary.add", can_write);
  gtk_widget_action_set_enabled (widget, "vocabulary.edit", can_write && has_record);
  gtk_widget_action_set_enabled (widget, "vocabulary.delete", can_write && has_record);
  gtk_widget_action_set_enabled (widget, "vocabulary.show-history",
                                 has_record && can_show_pages (self));
  gtk_widget_action_set_enabled (widget, "vocabulary.show-page",
                                 has_record && can_show_pages (self)
                                     && get_private (self)->kind == TIDE_RECORD_DIVISION);
  TIDE_RECORDS_DIALOG_GET_CLASS (self)->update (self);
}

/**
 * tide_records_dialog_reveal:
 * @self: a dialog
 * @id: id of a record
 *
 * Selects the record and moves the focus there; the search ends where it does not find it.
 */
void
tide_records_dialog_reveal (TideRecordsDialog *self, const char *id)
{
  const TideRecordsDialogClass *klass = TIDE_RECORDS_DIALOG_GET_CLASS (self);
  TideRecordsDialogPrivate *priv = get_private (self);
  guint position;

  if (klass->prepare != NULL)
    klass->prepare (self, id);
  if (!find_position (self, id, &position))
    gtk_editable_set_text (priv->search_entry, "");
  if (find_position (self, id, &position))
    gtk_list_view_scroll_to (priv->view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS,
                             NULL);
}

/**
 * tide_records_dialog_apply:
 * @self: a dialog
 * @step: (transfer full): what the person has done
 *
 * Does it, or says why not.
 */
void
tide_records_dialog_apply (TideRecordsDialog *self, TideStep *step)
{
  TideRecordsDialogPrivate *priv = get_private (self);
  g_autoptr (TideStep) act = step;
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply (priv->reg, act, &error))
    tide_toast_show (priv->toasts, error->message, NULL);
}

/**
 * tide_records_dialog_dismiss_toast:
 * @self: a dialog
 *
 * Takes the offer to undo back: something else has been done.
 */
void
tide_records_dialog_dismiss_toast (TideRecordsDialog *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&get_private (self)->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/**
 * tide_records_dialog_show_added:
 * @self: a dialog
 * @step: what was done
 *
 * Reveals the record that @step has added, or brought back; where there is none, the focus stays.
 */
void
tide_records_dialog_show_added (TideRecordsDialog *self, const TideStep *step)
{
  const char *added = tide_step_find_added (step, get_private (self)->kind);

  if (added != NULL)
    tide_records_dialog_reveal (self, added);
  else
    stay_in_place (self);
}

/**
 * tide_records_dialog_offer_undo:
 * @self: a dialog
 * @step: what was done
 *
 * Tells what was done, and offers to undo it. An undone step comes inverted, and is not told: only
 * what was done now can be undone next.
 */
void
tide_records_dialog_offer_undo (TideRecordsDialog *self, const TideStep *step)
{
  TideRecordsDialogPrivate *priv = get_private (self);
  g_autofree char *label = NULL;

  if (step != tide_register_get_undo_step (priv->reg))
    return;

  label = tide_step_dup_label (step);
  priv->toast = g_object_ref (tide_toast_show (priv->toasts, label, "vocabulary.undo"));
}
