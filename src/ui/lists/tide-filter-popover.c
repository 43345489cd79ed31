/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-popover.h"

#include "ui/lists/tide-filter-amounts-form.h"
#include "ui/lists/tide-filter-choices.h"
#include "ui/lists/tide-filter-dates-form.h"
#include "ui/lists/tide-filter-stages-form.h"

#include <glib/gi18n-lib.h>

struct _TideFilterPopover
{
  GtkPopover parent_instance;

  TideRegister *reg;                    /* owned */
  TidePayload *filter;                  /* owned, a TideFilter */
  const TideFilterCriterion *criterion; /* that is edited; NULL for the list */

  /* template children */
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *title_label;
  GtkWidget *hint_label;
  GtkStack *editors;
  TideFilterChoices *choices;
  TideFilterStagesForm *stages_form;
  TideFilterAmountsForm *amounts_form;
  TideFilterDatesForm *dates_form;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (TideFilterPopover, tide_filter_popover, GTK_TYPE_POPOVER)

typedef enum
{
  EDITED,
  N_SIGNALS,
} TideFilterPopoverSignal;

static guint signals[N_SIGNALS];

static gboolean
is_offered (const TideFilterCriterion *criterion)
{
  return criterion->editor != TIDE_FILTER_EDITOR_NONE
         && criterion->editor != TIDE_FILTER_EDITOR_SEARCH;
}

static void
take_filter (TideFilterPopover *self, TideFilter *filter)
{
  tide_payload_unref (self->filter);
  self->filter = tide_payload_seal (&filter->base);
  g_signal_emit (self, signals[EDITED], 0, self->filter);
}

static void
on_choice_toggled (TideFilterPopover *self, const char *value, gboolean chosen)
{
  TideFilter *filter = tide_filter_copy (TIDE_FILTER (self->filter));

  if (chosen)
    tide_filter_add (filter, self->criterion->name, value);
  else
    tide_filter_remove (filter, self->criterion->name, value);
  take_filter (self, filter);
}

static gboolean
write_form (TideFilterPopover *self, TideFilter *filter)
{
  switch (self->criterion->editor)
    {
    case TIDE_FILTER_EDITOR_STAGES:
      return tide_filter_stages_form_write (self->stages_form, filter);
    case TIDE_FILTER_EDITOR_AMOUNTS:
      return tide_filter_amounts_form_write (self->amounts_form, filter);
    case TIDE_FILTER_EDITOR_DATES:
      return tide_filter_dates_form_write (self->dates_form, filter);
    case TIDE_FILTER_EDITOR_NONE:
    case TIDE_FILTER_EDITOR_SEARCH:
    case TIDE_FILTER_EDITOR_CHOICES:
    default:
      return FALSE;
    }
}

static void
on_apply_clicked (TideFilterPopover *self)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_copy (TIDE_FILTER (self->filter));

  if (!write_form (self, (TideFilter *) filter))
    return;

  take_filter (self, (TideFilter *) g_steal_pointer (&filter));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Fills the editor and returns it. */
static GtkWidget *
fill_editor (TideFilterPopover *self)
{
  const TideFilter *filter = TIDE_FILTER (self->filter);

  switch (self->criterion->editor)
    {
    case TIDE_FILTER_EDITOR_STAGES:
      tide_filter_stages_form_fill (self->stages_form, filter);
      return GTK_WIDGET (self->stages_form);
    case TIDE_FILTER_EDITOR_AMOUNTS:
      tide_filter_amounts_form_fill (self->amounts_form, self->reg, filter);
      return GTK_WIDGET (self->amounts_form);
    case TIDE_FILTER_EDITOR_DATES:
      tide_filter_dates_form_fill (self->dates_form, self->reg, filter);
      return GTK_WIDGET (self->dates_form);
    case TIDE_FILTER_EDITOR_NONE:
    case TIDE_FILTER_EDITOR_SEARCH:
    case TIDE_FILTER_EDITOR_CHOICES:
    default:
      tide_filter_choices_fill (self->choices, self->reg, self->criterion->name, filter);
      return GTK_WIDGET (self->choices);
    }
}

static void
show_editor (TideFilterPopover *self, const TideFilterCriterion *criterion)
{
  const gboolean is_form = criterion->editor != TIDE_FILTER_EDITOR_CHOICES;
  GtkWidget *editor;

  self->criterion = criterion;
  gtk_label_set_text (self->title_label, gettext (criterion->title));
  gtk_widget_set_visible (self->hint_label, !is_form);
  gtk_widget_set_visible (self->apply_button, is_form);
  gtk_popover_set_default_widget (GTK_POPOVER (self), is_form ? self->apply_button : NULL);
  editor = fill_editor (self);
  gtk_stack_set_visible_child (self->editors, editor);
  gtk_stack_set_visible_child_name (self->stack, "editor");
  gtk_widget_grab_focus (editor);
}

/* Enter chooses the row; a default widget would take it even while it is hidden. */
static void
show_list (TideFilterPopover *self)
{
  gtk_popover_set_default_widget (GTK_POPOVER (self), NULL);
  gtk_stack_set_visible_child_name (self->stack, "criteria");
  self->criterion = NULL;
}

static void
on_back_clicked (TideFilterPopover *self)
{
  const TideFilterCriterion *criterion = self->criterion;
  GtkListBoxRow *row;

  show_list (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "tide-criterion") == criterion)
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row_activated (TideFilterPopover *self, GtkListBoxRow *row)
{
  show_editor (self, g_object_get_data (G_OBJECT (row), "tide-criterion"));
}

static void
append_criterion (TideFilterPopover *self, const TideFilterCriterion *criterion)
{
  const char *title = gettext (criterion->title);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "tide-criterion", (gpointer) criterion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->list, row);
}

/* Space opens the choices of a row: a window sees to that for its own widgets, but the keys of a
 * popover do not come to it. */
static gboolean
activate_focus (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) && gtk_widget_activate (focus);
}

static void
tide_filter_popover_dispose (GObject *object)
{
  TideFilterPopover *self = TIDE_FILTER_POPOVER (object);

  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_filter_popover_parent_class)->dispose (object);
}

static void
tide_filter_popover_finalize (GObject *object)
{
  tide_payload_unref (TIDE_FILTER_POPOVER (object)->filter);

  G_OBJECT_CLASS (tide_filter_popover_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, list);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, title_label);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, hint_label);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, editors);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, choices);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, stages_form);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, amounts_form);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, dates_form);
  gtk_widget_class_bind_template_child (widget_class, TideFilterPopover, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
tide_filter_popover_class_init (TideFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_filter_popover_dispose;
  object_class->finalize = tide_filter_popover_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_focus, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, activate_focus, NULL);

  g_type_ensure (TIDE_TYPE_FILTER_AMOUNTS_FORM);
  g_type_ensure (TIDE_TYPE_FILTER_CHOICES);
  g_type_ensure (TIDE_TYPE_FILTER_DATES_FORM);
  g_type_ensure (TIDE_TYPE_FILTER_STAGES_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-filter-popover.ui");
  bind_children (widget_class);
}

static void
tide_filter_popover_init (TideFilterPopover *self)
{
  guint n;
  const TideFilterCriterion *criteria = tide_filter_criteria_get (&n);

  self->filter = tide_payload_seal ((TidePayload *) tide_filter_new ());

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    if (is_offered (&criteria[i]))
      append_criterion (self, &criteria[i]);
}

/**
 * tide_filter_popover_new:
 *
 * Returns: (transfer floating): a popover that is not open
 */
GtkWidget *
tide_filter_popover_new (void)
{
  return g_object_new (TIDE_TYPE_FILTER_POPOVER, NULL);
}

/**
 * tide_filter_popover_open:
 * @self: a popover
 * @reg: the register that gives the choices
 * @filter: what is asked for now
 * @criterion: (nullable): a criterion with an editor, to go to at once; %NULL for the list
 */
void
tide_filter_popover_open (TideFilterPopover *self,
                          TideRegister *reg,
                          const TideFilter *filter,
                          const TideFilterCriterion *criterion)
{
  g_return_if_fail (TIDE_IS_FILTER_POPOVER (self));
  g_return_if_fail (criterion == NULL || is_offered (criterion));

  g_set_object (&self->reg, reg);
  tide_payload_unref (self->filter);
  self->filter = tide_payload_seal (&tide_filter_copy (filter)->base);

  show_list (self);
  gtk_popover_popup (GTK_POPOVER (self));
  if (criterion != NULL)
    show_editor (self, criterion);
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

/**
 * tide_filter_popover_get_criterion:
 * @self: a popover
 *
 * Returns: (transfer none) (nullable): the criterion whose editor is shown
 */
const TideFilterCriterion *
tide_filter_popover_get_criterion (TideFilterPopover *self)
{
  g_return_val_if_fail (TIDE_IS_FILTER_POPOVER (self), NULL);

  return self->criterion;
}
