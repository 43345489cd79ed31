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
  TideField *field;  /* owned; nullable: what is edited */
  const TideProjectColumn *column;
  gboolean is_saving;

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

/* What is wrong with the field itself stands beside it already. */
static gboolean
has_problem (TideCellEditor *self)
{
  TideField *wrong = tide_draft_check (self->draft);
  const char *problem = wrong != NULL ? tide_field_get_problem (wrong) : NULL;

  show_message (self, wrong != self->field ? problem : NULL);

  return wrong != NULL;
}

static gboolean
save (TideCellEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  if (self->is_saving)
    return FALSE;
  if (self->field == NULL || !tide_draft_get_changed (self->draft))
    return TRUE;
  if (has_problem (self))
    return FALSE;

  self->is_saving = TRUE;
  is_saved = tide_draft_commit (self->draft, NULL, &error);
  self->is_saving = FALSE;
  if (!is_saved)
    show_message (self, error->message);

  return is_saved;
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

static void
on_form_clicked (TideCellEditor *self)
{
  g_signal_emit (self, signals[FORM_REQUESTED], 0);
}

/* What is edited ------------------------------------------------------------------------------ */

/* The field of the name that the cell shows, which may be in the other language. */
static TideField *
find_name_field (TideCellEditor *self, const TideProjectPayload *project)
{
  const TideLanguage own = tide_language_get_default ();
  const gboolean is_own = self->column->key == TIDE_ORDER_NAME;
  const char *text = is_own ? tide_text_get (&project->name, own) : NULL;
  gboolean is_chinese = (own == TIDE_LANGUAGE_ZH) == is_own;

  if (text != NULL && text == tide_text_get_other (&project->name, own))
    is_chinese = !is_chinese;

  return tide_draft_get_field (self->draft, is_chinese ? "name/zh" : "name/en");
}

static TideDraft *
find_amount (GListModel *amounts, const char *kind, guint *n)
{
  TideDraft *found = NULL;

  *n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (amounts); i++)
    {
      g_autoptr (TideDraft) entry = g_list_model_get_item (amounts, i);

      if (g_strcmp0 (tide_field_get_text (tide_draft_get_field (entry, "kind")), kind) != 0)
        continue;
      found = entry;
      ++*n;
    }

  return found;
}

/* NULL where there are several amounts of the kind. */
static TideField *
find_amount_field (TideCellEditor *self, TideAmountKind kind)
{
  const char *code = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, kind);
  guint n;
  TideDraft *amount = find_amount (tide_draft_get_entries (self->draft, "amounts"), code, &n);

  if (n > 1)
    return NULL;
  if (n == 0)
    {
      amount = tide_draft_append_entry (self->draft, "amounts");
      tide_field_set_text (tide_draft_get_field (amount, "kind"), code);
    }

  return tide_draft_get_field (amount, "written");
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

static void
show_field (TideCellEditor *self, TideAmountKind kind)
{
  GtkWidget *row = is_reference (self->column) ? make_reference_row (self) : make_text_row (self);
  g_autofree char *title = tide_project_column_dup_title (self->column, NULL, kind);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (self->list, row);
}

static void
show_several (TideCellEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (self->form_button, TRUE);
  show_message (self, _ ("There are several amounts of this kind"));
}

/* GObject ------------------------------------------------------------------------------------- */

static void
tide_cell_editor_dispose (GObject *object)
{
  TideCellEditor *self = TIDE_CELL_EDITOR (object);

  self->is_saving = TRUE;
  g_clear_object (&self->field);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_CELL_EDITOR);

  G_OBJECT_CLASS (tide_cell_editor_parent_class)->dispose (object);
}

static void
add_tab (TideCellEditor *self, guint key, GdkModifierType modifiers, int direction)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (key, modifiers),
                                       gtk_callback_action_new (on_tab, NULL, NULL), "i",
                                       direction));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
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
  gtk_widget_class_bind_template_child (widget_class, TideCellEditor, list);
  gtk_widget_class_bind_template_child (widget_class, TideCellEditor, message);
  gtk_widget_class_bind_template_child (widget_class, TideCellEditor, form_button);
  gtk_widget_class_bind_template_callback (widget_class, on_form_clicked);
}

static void
tide_cell_editor_init (TideCellEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tab (self, GDK_KEY_Tab, 0, 1);
  add_tab (self, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, -1);
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
  TideCellEditor *self = g_object_new (TIDE_TYPE_CELL_EDITOR, NULL);
  TideField *field;

  g_return_val_if_fail (column->path != NULL, NULL);

  self->reg = g_object_ref (reg);
  self->column = column;
  self->draft = tide_draft_new (reg, TIDE_RECORD_PROJECT, &project->base);
  field = find_field (self, project, kind);
  if (field != NULL)
    self->field = g_object_ref (field);
  if (field != NULL)
    show_field (self, kind);
  else
    show_several (self);

  return GTK_WIDGET (self);
}

/**
 * tide_cell_editor_get_key:
 * @self: an editor
 *
 * Returns: what the column of its cell shows
 */
TideOrderKey
tide_cell_editor_get_key (TideCellEditor *self)
{
  g_return_val_if_fail (TIDE_IS_CELL_EDITOR (self), TIDE_ORDER_NAME);

  return self->column->key;
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
