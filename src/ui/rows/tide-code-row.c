/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-code-row.h"

#include "ui/rows/tide-field-link.h"

#include <glib/gi18n-lib.h>

struct _TideCodeRow
{
  AdwComboRow parent_instance;

  TideCodeSet set;
  char *code;            /* owned; empty for none */
  GtkStringList *labels; /* owned: none, the set, and the unknown code if there is one */
  TideFieldLink *link;   /* not owned: attached to the row */
  GtkWidget *message;    /* owned as a child */
  gboolean is_showing;   /* the selection follows the code, not the person */
};

G_DEFINE_FINAL_TYPE (TideCodeRow, tide_code_row, ADW_TYPE_COMBO_ROW)

typedef enum
{
  PROP_CODE = 1,
  PROP_FIELD,
} TideCodeRowProperty;

static GParamSpec *props[PROP_FIELD + 1];

static void
show_definition (TideCodeRow *self)
{
  tide_field_link_set_hint (
      self->link, tide_codes_get_definition (self->set, self->code, tide_language_get_default ()));
}

static void
show_code (TideCodeRow *self)
{
  guint n_known = tide_codes_get_n (self->set);
  guint n_labels = g_list_model_get_n_items (G_LIST_MODEL (self->labels));
  int index = tide_codes_find (self->set, self->code);
  guint selected = index >= 0 ? (guint) index + 1 : 0;

  self->is_showing = TRUE;
  if (index < 0 && *self->code != '\0')
    {
      const char *unknown[] = { self->code, NULL };

      gtk_string_list_splice (self->labels, n_known + 1, n_labels - n_known - 1, unknown);
      selected = n_known + 1;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->is_showing = FALSE;
  show_definition (self);
}

static void
on_selected_changed (TideCodeRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *code = "";

  if (self->is_showing || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected > tide_codes_get_n (self->set))
    code = gtk_string_list_get_string (self->labels, selected);
  else if (selected > 0)
    code = tide_codes_get_code (self->set, selected - 1);
  tide_code_row_set_code (self, code);
}

/* The choices are told with what they mean ---------------------------------------------------- */

static GtkWidget *
wrapped_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);

  return label;
}

static void
on_choice_setup (TideCodeRow *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *definition = wrapped_label_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_add_css_class (definition, "caption");
  gtk_widget_add_css_class (definition, "dimmed");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), wrapped_label_new ());
  gtk_box_append (GTK_BOX (texts), definition);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
  g_object_bind_property (item, "selected", check, "visible", G_BINDING_SYNC_CREATE);
}

static void
on_choice_bind (TideCodeRow *self, GtkListItem *item)
{
  const guint position = gtk_list_item_get_position (item);
  GtkWidget *texts = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *definition = gtk_widget_get_last_child (texts);
  const char *code = position > 0 && position <= tide_codes_get_n (self->set)
                         ? tide_codes_get_code (self->set, position - 1)
                         : NULL;
  const char *text = tide_codes_get_definition (self->set, code, tide_language_get_default ());

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_label_set_text (GTK_LABEL (definition), text != NULL ? text : "");
  gtk_widget_set_visible (definition, text != NULL);
}

static void
set_up_choices (TideCodeRow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_choice_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_choice_bind), self, G_CONNECT_SWAPPED);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), factory);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_code_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideCodeRow *self = TIDE_CODE_ROW (object);

  switch ((TideCodeRowProperty) id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;

    case PROP_FIELD:
      g_value_set_object (value, tide_code_row_get_field (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_code_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideCodeRow *self = TIDE_CODE_ROW (object);

  switch ((TideCodeRowProperty) id)
    {
    case PROP_CODE:
      tide_code_row_set_code (self, g_value_get_string (value));
      break;

    case PROP_FIELD:
      tide_code_row_set_field (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_code_row_dispose (GObject *object)
{
  TideCodeRow *self = TIDE_CODE_ROW (object);

  if (self->message != NULL)
    {
      tide_field_link_set_field (self->link, NULL);
      tide_field_link_show_message (self->link, NULL);
    }
  g_clear_pointer (&self->message, gtk_widget_unparent);
  g_clear_object (&self->labels);

  G_OBJECT_CLASS (tide_code_row_parent_class)->dispose (object);
}

static void
tide_code_row_finalize (GObject *object)
{
  TideCodeRow *self = TIDE_CODE_ROW (object);

  g_free (self->code);

  G_OBJECT_CLASS (tide_code_row_parent_class)->finalize (object);
}

static void
tide_code_row_class_init (TideCodeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_code_row_get_property;
  object_class->set_property = tide_code_row_set_property;
  object_class->dispose = tide_code_row_dispose;
  object_class->finalize = tide_code_row_finalize;

  props[PROP_CODE] = g_param_spec_string (
      "code", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FIELD]
      = g_param_spec_object ("field", NULL, NULL, TIDE_TYPE_FIELD,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tide_code_row_init (TideCodeRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->code = g_strdup ("");
  self->labels = gtk_string_list_new (NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);

  self->message = GTK_WIDGET (tide_message_label_new ());
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  self->link = tide_field_link_attach (GTK_WIDGET (self), G_OBJECT (self), "code");
  tide_field_link_show_message (self->link, GTK_LABEL (self->message));
}

/**
 * tide_code_row_new:
 * @set: the vocabulary it chooses from
 *
 * Returns: (transfer floating): a row without a title, with nothing chosen
 */
GtkWidget *
tide_code_row_new (TideCodeSet set)
{
  TideCodeRow *self = g_object_new (TIDE_TYPE_CODE_ROW, NULL);
  TideLanguage language = tide_language_get_default ();

  self->set = set;
  gtk_string_list_append (self->labels, C_ ("choice", "None"));
  for (guint i = 0; i < tide_codes_get_n (set); i++)
    gtk_string_list_append (self->labels,
                            tide_codes_get_label (set, tide_codes_get_code (set, i), language));

  set_up_choices (self);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed), NULL);
  return GTK_WIDGET (self);
}

/**
 * tide_code_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the code that is chosen
 */
const char *
tide_code_row_get_code (TideCodeRow *self)
{
  g_return_val_if_fail (TIDE_IS_CODE_ROW (self), NULL);

  return self->code;
}

/**
 * tide_code_row_set_code:
 * @code: (nullable): a code of the row's set or another, empty or %NULL for none
 */
void
tide_code_row_set_code (TideCodeRow *self, const char *code)
{
  g_return_if_fail (TIDE_IS_CODE_ROW (self));

  if (!g_set_str (&self->code, code != NULL ? code : ""))
    return;

  show_code (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CODE]);
}

/**
 * tide_code_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the field that it edits
 */
TideField *
tide_code_row_get_field (TideCodeRow *self)
{
  g_return_val_if_fail (TIDE_IS_CODE_ROW (self), NULL);

  return tide_field_link_get_field (self->link);
}

/**
 * tide_code_row_set_field:
 * @self: a row
 * @field: (nullable): the field that it edits
 */
void
tide_code_row_set_field (TideCodeRow *self, TideField *field)
{
  g_return_if_fail (TIDE_IS_CODE_ROW (self));

  if (field == tide_code_row_get_field (self))
    return;

  tide_field_link_set_field (self->link, field);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIELD]);
}
