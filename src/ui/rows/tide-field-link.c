/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-field-link.h"

#define ATTACHED "tide-field-link"

struct _TideFieldLink
{
  GObject parent_instance;

  GtkWidget *row;            /* not owned: it owns the link */
  GtkLabel *label;           /* not owned: a child of the row */
  GtkAccessible *accessible; /* not owned: the row or what has the focus in it */
  TideField *field;          /* owned */
  char *hint;                /* owned; NULL for none */
  GBindingGroup *bindings;   /* owned */
  GSignalGroup *signals;     /* owned */
};

G_DEFINE_FINAL_TYPE (TideFieldLink, tide_field_link, G_TYPE_OBJECT)

static const char *
get_problem (TideFieldLink *self)
{
  return self->field != NULL ? tide_field_get_problem (self->field) : NULL;
}

static const char *
get_message (TideFieldLink *self)
{
  const char *problem = get_problem (self);

  const char *understood = self->field != NULL ? tide_field_get_understood (self->field) : NULL;

  if (problem != NULL)
    return problem;
  return understood != NULL ? understood : self->hint;
}

static void
set_style (GtkWidget *widget, const char *style, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static void
describe (TideFieldLink *self, const char *message, gboolean is_wrong)
{
  if (message != NULL)
    gtk_accessible_update_property (self->accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message,
                                    -1);
  else
    gtk_accessible_reset_property (self->accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  gtk_accessible_update_state (
      self->accessible, GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
update (TideFieldLink *self)
{
  const char *message = get_message (self);
  gboolean is_wrong = get_problem (self) != NULL;

  set_style (self->row, "error", is_wrong);
  describe (self, message, is_wrong);
  if (self->label != NULL)
    {
      gtk_label_set_text (self->label, message != NULL ? message : "");
      gtk_widget_set_visible (GTK_WIDGET (self->label), message != NULL);
      set_style (GTK_WIDGET (self->label), "error", is_wrong);
      set_style (GTK_WIDGET (self->label), "dimmed", !is_wrong);
    }
}

static gboolean
fill_missing_text (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *text = g_value_get_string (from);

  g_value_set_string (to, text != NULL ? text : "");
  return TRUE;
}

static void
tide_field_link_dispose (GObject *object)
{
  TideFieldLink *self = TIDE_FIELD_LINK (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (tide_field_link_parent_class)->dispose (object);
}

static void
tide_field_link_finalize (GObject *object)
{
  TideFieldLink *self = TIDE_FIELD_LINK (object);

  g_free (self->hint);

  G_OBJECT_CLASS (tide_field_link_parent_class)->finalize (object);
}

static void
tide_field_link_class_init (TideFieldLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tide_field_link_dispose;
  object_class->finalize = tide_field_link_finalize;
}

static void
tide_field_link_init (TideFieldLink *self)
{
  self->bindings = g_binding_group_new ();
  self->signals = g_signal_group_new (TIDE_TYPE_FIELD);
  g_signal_group_connect_swapped (self->signals, "notify::problem", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::understood", G_CALLBACK (update), self);
}

/**
 * tide_field_link_attach:
 * @row: a row of a form; it owns the link
 * @target: what holds the value
 * @property: of @target: a string that follows the field's text, or a boolean that follows its
 * `active`; both ways
 *
 * Ties a row to the field of a draft that is set later, and shows what is wrong with the field, or
 * what was understood, to eyes and to screen readers.
 *
 * Returns: (transfer none): the link, which lives as long as the row
 */
TideFieldLink *
tide_field_link_attach (GtkWidget *row, GObject *target, const char *property)
{
  TideFieldLink *self = g_object_new (TIDE_TYPE_FIELD_LINK, NULL);
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (target), property);

  self->row = row;
  self->accessible = GTK_ACCESSIBLE (row);
  g_object_set_data_full (G_OBJECT (row), ATTACHED, self, g_object_unref);
  if (pspec->value_type == G_TYPE_BOOLEAN)
    g_binding_group_bind (self->bindings, "active", target, property,
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  else
    g_binding_group_bind_full (self->bindings, "text", target, property,
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, fill_missing_text,
                               fill_missing_text, NULL, NULL);
  return self;
}

/**
 * tide_field_link_of:
 *
 * Returns: (transfer none) (nullable): the link attached to @row
 */
TideFieldLink *
tide_field_link_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ATTACHED);
}

/**
 * tide_field_link_set_field:
 * @self: a link
 * @field: (nullable): the field that it binds
 */
void
tide_field_link_set_field (TideFieldLink *self, TideField *field)
{
  g_return_if_fail (TIDE_IS_FIELD_LINK (self));

  if (!g_set_object (&self->field, field))
    return;

  g_binding_group_set_source (self->bindings, field);
  g_signal_group_set_target (self->signals, field);
  update (self);
}

/**
 * tide_field_link_get_field:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): the field that it binds
 */
TideField *
tide_field_link_get_field (TideFieldLink *self)
{
  g_return_val_if_fail (TIDE_IS_FIELD_LINK (self), NULL);

  return self->field;
}

/**
 * tide_field_link_set_hint:
 * @hint: (nullable): what to say where there is no problem and nothing was understood
 */
void
tide_field_link_set_hint (TideFieldLink *self, const char *hint)
{
  if (g_set_str (&self->hint, hint))
    update (self);
}

/**
 * tide_field_link_show_message:
 * @label: a child of the row, made by tide_message_label_new()
 *
 * Has the problem, or what was understood, written into @label, which is hidden otherwise.
 */
void
tide_field_link_show_message (TideFieldLink *self, GtkLabel *label)
{
  self->label = label;
  update (self);
}

/**
 * tide_field_link_describe:
 * @accessible: what a screen reader reads in place of the row, such as the text of an entry row
 */
void
tide_field_link_describe (TideFieldLink *self, GtkAccessible *accessible)
{
  self->accessible = accessible;
  update (self);
}

/**
 * tide_message_label_new:
 *
 * Returns: (transfer floating): a label for the message below a row's content
 */
GtkLabel *
tide_message_label_new (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_widget_set_margin_start (GTK_WIDGET (label), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (label), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (label), 9);
  gtk_widget_add_css_class (GTK_WIDGET (label), "caption");
  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  return label;
}

/**
 * tide_field_find_row:
 *
 * Returns: (transfer none) (nullable): the row below @root that shows @field
 */
GtkWidget *
tide_field_find_row (GtkWidget *root, TideField *field)
{
  TideFieldLink *link = tide_field_link_of (root);

  if (link != NULL && link->field == field)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = tide_field_find_row (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}
