/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-cell-editor.h"

#include "core/tide-draft.h"
#include "ui/rows/tide-date-row.h"
#include "ui/rows/tide-reference-row.h"

#include <glib/gi18n-lib.h>

struct _TideCellEditor
{
  GtkPopover parent_instance;

  TideRegister *reg; /* owned */
  TideDraft *draft;  /* owned: of the project */
  TideDraft *amount; /* owned; nullable: the amount that is edited */
  TideField *field;  /* owned; nullable: what is edited */
  GtkWidget *row;    /* nullable: a child, in which it is edited */
  const TideProjectColumn *column;
  gboolean is_new_amount;
  gboolean is_settled; /* nothing is left to be saved */

  /* template children */
  GtkListBox *list;
  GtkLabel *message;
  GtkWidget *form_button;
};

G_DEFINE_FINAL_TYPE (TideCellEditor, tide_cell_editor, GTK_TYPE_POPOVER)

enum
{
  MOVED_ON,
  FORM_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Saving -------------------------------------------------------------------------------------- */

static void
show_message (TideCellEditor *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* What is wrong with the field itself stands in its row already. */
static gboolean
has_problem (TideCellEditor *self)
{
  TideField *wrong = tide_draft_check (self->draft);
  const char *problem = wrong != NULL ? tide_field_get_problem (wrong) : NULL;

  show_message (self, wrong != self->field ? problem : NULL);
  if (wrong == self->field && problem != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), problem,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);

  return wrong != NULL;
}

/* An amount of which nothing is left goes; one that was to be added is not. */
static void
name_amount_step (TideCellEditor *self)
{
  if (*tide_field_get_text (self->field) == '\0')
    {
      tide_draft_remove_entry (self->draft, "amounts", self->amount);
      tide_draft_set_step_name (self->draft, "remove-project-amount");
    }
  else
    tide_draft_set_step_name (self->draft,
                              self->is_new_amount ? "add-project-amount" : "edit-project-amount");
}

/* Nothing is left to be saved. */
static void
finish (TideCellEditor *self)
{
  self->is_settled = TRUE;
  if (self->draft != NULL)
    tide_draft_set_open (self->draft, FALSE);
}

static gboolean
commit (TideCellEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (!tide_draft_commit (self->draft, NULL, &error))
    show_message (self, error->message);

  return error == NULL;
}

static gboolean
save (TideCellEditor *self)
{
  if (self->is_settled || self->field == NULL)
    return TRUE;

  if (self->amount != NULL)
    name_amount_step (self);
  if (!tide_draft_get_changed (self->draft))
    finish (self);
  if (self->is_settled || has_problem (self))
    return self->is_settled;

  /* The row follows what is saved, and may say so. */
  self->is_settled = TRUE;
  self->is_settled = commit (self);

  return self->is_settled;
}

static void
on_entered (TideCellEditor *self)
{
  if (save (self))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
on_tab (GtkWidget *widget, GVariant *direction, gpointer data)
{
  if (save (TIDE_CELL_EDITOR (widget)))
    g_signal_emit (widget, signals[MOVED_ON], 0, g_variant_get_int32 (direction));

  return GDK_EVENT_STOP;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  finish (TIDE_CELL_EDITOR (widget));
  gtk_popover_popdown (GTK_POPOVER (widget));

  return GDK_EVENT_STOP;
}

static void
on_form_clicked (TideCellEditor *self)
{
  g_signal_emit (self, signals[FORM_REQUESTED], 0);
}

/* From the first letter on, what is typed shall outlive the program. */
static void
on_edited (TideCellEditor *self)
{
  if (!self->is_settled)
    tide_draft_set_open (self->draft, TRUE);
}

/* What is edited ------------------------------------------------------------------------------ */

/* The other language stands in for the name that a person would rather read. */
static gboolean
shows_other_language (const TideText *name, const TideProjectColumn *column)
{
  const char *other = tide_text_get_other (name, tide_language_get_default ());

  return column->key == TIDE_ORDER_OTHER_NAME
         || (other != NULL && tide_text_get (name, tide_language_get_default ()) == other);
}

static TideField *
find_name_field (TideCellEditor *self, const TideProjectPayload *project)
{
  const gboolean is_chinese = (tide_language_get_default () == TIDE_LANGUAGE_ZH)
                              != shows_other_language (&project->name, self->column);

  return tide_draft_get_field (self->draft, is_chinese ? "name/zh" : "name/en");
}

static gboolean
is_of_kind (TideDraft *amount, const char *kind)
{
  return g_strcmp0 (tide_field_get_text (tide_draft_get_field (amount, "kind")), kind) == 0;
}

/* How many amounts of the kind there are; the last one is kept. */
static guint
count_amounts (TideCellEditor *self, const char *kind)
{
  GListModel *amounts = tide_draft_get_entries (self->draft, "amounts");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (amounts); i++)
    {
      g_autoptr (TideDraft) amount = g_list_model_get_item (amounts, i);

      if (!is_of_kind (amount, kind))
        continue;
      g_set_object (&self->amount, amount);
      n++;
    }

  return n;
}

/* NULL where there are several amounts of the kind. */
static TideField *
find_amount_field (TideCellEditor *self, TideAmountKind kind)
{
  const char *code = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, kind);
  const guint n = count_amounts (self, code);

  if (n > 1)
    return NULL;

  if (n == 0)
    {
      self->is_new_amount = TRUE;
      self->amount = g_object_ref (tide_draft_append_entry (self->draft, "amounts"));
      tide_field_set_text (tide_draft_get_field (self->amount, "kind"), code);
    }

  return tide_draft_get_field (self->amount, "written");
}

static TideField *
find_field (TideCellEditor *self, const TideProjectPayload *project, TideAmountKind kind)
{
  const TideOrder order = { .key = self->column->key, .amount_kind = kind };

  if (tide_order_get_amount_kind (&order, &kind))
    return find_amount_field (self, kind);
  if (self->column->key == TIDE_ORDER_NAME || self->column->key == TIDE_ORDER_OTHER_NAME)
    return find_name_field (self, project);

  return tide_draft_get_field (self->draft, self->column->path);
}

/* Rows ---------------------------------------------------------------------------------------- */

/* What is chosen is saved at once. */
static GtkWidget *
make_reference_row (TideCellEditor *self)
{
  GtkWidget *row = tide_reference_row_new (self->reg, self->column->path);

  tide_reference_row_set_can_manage (TIDE_REFERENCE_ROW (row), FALSE);
  tide_reference_row_set_field (TIDE_REFERENCE_ROW (row), self->field);
  g_signal_connect_object (row, "notify::reference", G_CALLBACK (on_entered), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
make_text_row (TideCellEditor *self)
{
  const gboolean is_date = g_str_has_prefix (self->column->path, "plans/");
  GtkWidget *row = is_date ? tide_date_row_new () : tide_field_row_new ();

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), FALSE);
  tide_field_row_set_field (TIDE_FIELD_ROW (row), self->field);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_entered), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static gboolean
is_reference (const TideProjectColumn *column)
{
  return column->key == TIDE_ORDER_DIVISION || column->key == TIDE_ORDER_EVENT;
}

static char *
dup_title (TideCellEditor *self, TideAmountKind kind)
{
  const char *path = tide_field_get_path (self->field);

  if (g_str_equal (path, "name/en"))
    return g_strdup (_ ("Name in English"));
  if (g_str_equal (path, "name/zh"))
    return g_strdup (_ ("Name in Chinese"));

  return tide_project_column_dup_title (self->column, NULL, kind);
}

static void
show_field (TideCellEditor *self, TideAmountKind kind)
{
  g_autofree char *title = dup_title (self, kind);

  self->row = is_reference (self->column) ? make_reference_row (self) : make_text_row (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  gtk_list_box_append (self->list, self->row);
}

static void
show_several (TideCellEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (self->form_button, TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
  show_message (self, _ ("There are several amounts of this kind"));
}

/* GObject ------------------------------------------------------------------------------------- */

static void
tide_cell_editor_dispose (GObject *object)
{
  TideCellEditor *self = TIDE_CELL_EDITOR (object);

  finish (self);
  self->row = NULL;
  g_clear_object (&self->field);
  g_clear_object (&self->amount);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_CELL_EDITOR);

  G_OBJECT_CLASS (tide_cell_editor_parent_class)->dispose (object);
}

static void
tide_cell_editor_class_init (TideCellEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_cell_editor_dispose;

  signals[MOVED_ON] = g_signal_new ("moved-on", TIDE_TYPE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FORM_REQUESTED] = g_signal_new ("form-requested", TIDE_TYPE_CELL_EDITOR,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-cell-editor.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_bind_template_child (widget_class, TideCellEditor, list);
  gtk_widget_class_bind_template_child (widget_class, TideCellEditor, message);
  gtk_widget_class_bind_template_child (widget_class, TideCellEditor, form_button);
  gtk_widget_class_bind_template_callback (widget_class, on_form_clicked);
}

static GtkShortcutController *
add_keys (TideCellEditor *self, GtkPropagationPhase phase)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  return GTK_SHORTCUT_CONTROLLER (controller);
}

static void
add_tab (GtkShortcutController *keys, guint key, GdkModifierType modifiers, int direction)
{
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (key, modifiers),
                                             gtk_callback_action_new (on_tab, NULL, NULL), "i",
                                             direction));
}

static void
tide_cell_editor_init (TideCellEditor *self)
{
  GtkShortcutController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  keys = add_keys (self, GTK_PHASE_CAPTURE);
  add_tab (keys, GDK_KEY_Tab, 0, 1);
  add_tab (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, -1);
  /* The list of a row that chooses closes by itself first. */
  keys = add_keys (self, GTK_PHASE_BUBBLE);
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                              gtk_callback_action_new (on_escape, NULL, NULL)));
}

static void
begin (TideCellEditor *self, const TideProjectPayload *project, TideAmountKind kind)
{
  TideField *field;

  self->draft = tide_draft_new (self->reg, TIDE_RECORD_PROJECT, &project->base);
  field = find_field (self, project, kind);
  if (field == NULL)
    {
      show_several (self);
      return;
    }

  self->field = g_object_ref (field);
  show_field (self, kind);
  g_signal_connect_object (self->draft, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
}

/**
 * tide_cell_editor_new:
 * @reg: a register that can be written to
 * @project: one of its projects
 * @column: the column of the cell, which has a path
 * @kind: the kind of amount that a person has chosen
 *
 * Returns: (transfer floating): the editor, which needs a parent
 */
GtkWidget *
tide_cell_editor_new (TideRegister *reg,
                      const TideProjectPayload *project,
                      const TideProjectColumn *column,
                      TideAmountKind kind)
{
  TideCellEditor *self;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (column->path != NULL, NULL);

  self = g_object_new (TIDE_TYPE_CELL_EDITOR, NULL);
  self->reg = g_object_ref (reg);
  self->column = column;
  begin (self, project, kind);

  return GTK_WIDGET (self);
}

/**
 * tide_cell_editor_open:
 * @self: an editor that has a parent
 *
 * Shows it, with the focus in what is edited.
 */
void
tide_cell_editor_open (TideCellEditor *self)
{
  g_return_if_fail (TIDE_IS_CELL_EDITOR (self));

  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->row != NULL ? self->row : self->form_button);
}

/**
 * tide_cell_editor_settle:
 * @self: an editor that has closed
 *
 * Saves what is left to be saved, as a person may have clicked elsewhere.
 *
 * Returns: whether nothing is left; otherwise the editor says what is wrong
 */
gboolean
tide_cell_editor_settle (TideCellEditor *self)
{
  g_return_val_if_fail (TIDE_IS_CELL_EDITOR (self), TRUE);

  return save (self);
}

/**
 * tide_cell_editor_get_column:
 * @self: an editor
 *
 * Returns: (transfer none): the column of its cell
 */
const TideProjectColumn *
tide_cell_editor_get_column (TideCellEditor *self)
{
  g_return_val_if_fail (TIDE_IS_CELL_EDITOR (self), NULL);

  return self->column;
}

/**
 * tide_cell_editor_get_id:
 * @self: an editor
 *
 * Returns: (transfer none): id of the project that it edits
 */
const char *
tide_cell_editor_get_id (TideCellEditor *self)
{
  g_return_val_if_fail (TIDE_IS_CELL_EDITOR (self), NULL);

  return tide_draft_get_original (self->draft)->id;
}
