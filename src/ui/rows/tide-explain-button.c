/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-explain-button.h"

#include <glib/gi18n-lib.h>

struct _TideExplainButton
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *button;
  GtkPopover *popover;
  GtkBox *notes_box;

  GPtrArray *notes; /* owned, nullable, of owned TideFigureNote */
};

G_DEFINE_FINAL_TYPE (TideExplainButton, tide_explain_button, GTK_TYPE_WIDGET)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The filter is the line's own, held by the button that shows it: the notes may be others by the
 * time it is clicked. */
static void
on_note_clicked (TideExplainButton *self, GtkButton *button)
{
  g_autoptr (TidePayload) filter
      = tide_payload_ref (g_object_get_data (G_OBJECT (button), "filter"));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
new_button (TideExplainButton *self, const TideFigureNote *note)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = new_label (note->text);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Show These Projects"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  note->text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "note");
  g_object_set_data_full (G_OBJECT (button), "filter", tide_payload_ref (&note->filter->base),
                          (GDestroyNotify) tide_payload_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_note_clicked), self,
                           G_CONNECT_SWAPPED);

  return button;
}

/* Lines are made when they are read, not with every change of the figure. */
static void
on_popover_shown (TideExplainButton *self)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->notes_box))) != NULL)
    gtk_box_remove (self->notes_box, old);

  for (guint i = 0; self->notes != NULL && i < self->notes->len; i++)
    {
      const TideFigureNote *note = g_ptr_array_index (self->notes, i);

      gtk_box_append (self->notes_box,
                      note->filter != NULL ? new_button (self, note) : new_label (note->text));
    }
}

static void
tide_explain_button_dispose (GObject *object)
{
  TideExplainButton *self = TIDE_EXPLAIN_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_EXPLAIN_BUTTON);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_explain_button_parent_class)->dispose (object);
}

static void
tide_explain_button_class_init (TideExplainButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_explain_button_dispose;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_EXPLAIN_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-explain-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TideExplainButton, button);
  gtk_widget_class_bind_template_child (widget_class, TideExplainButton, popover);
  gtk_widget_class_bind_template_child (widget_class, TideExplainButton, notes_box);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tide_explain_button_init (TideExplainButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_explain_button_set_title:
 * @self: a button
 * @title: title of the figure that it explains
 */
void
tide_explain_button_set_title (TideExplainButton *self, const char *title)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TIDE_IS_EXPLAIN_BUTTON (self));

  /* Translators: %s is the title of a figure, such as “Agreed” */
  label = g_strdup_printf (_ ("What “%s” Counts"), title);
  gtk_widget_set_tooltip_text (self->button, label);
}

/**
 * tide_explain_button_take_notes:
 * @self: a button
 * @notes: (transfer full) (element-type TideFigureNote): the lines
 */
void
tide_explain_button_take_notes (TideExplainButton *self, GPtrArray *notes)
{
  g_return_if_fail (TIDE_IS_EXPLAIN_BUTTON (self));

  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = notes;
}

/**
 * tide_explain_button_get_notes:
 * @self: a button
 *
 * Returns: (transfer none) (nullable) (element-type TideFigureNote): the lines
 */
const GPtrArray *
tide_explain_button_get_notes (TideExplainButton *self)
{
  g_return_val_if_fail (TIDE_IS_EXPLAIN_BUTTON (self), NULL);

  return self->notes;
}
