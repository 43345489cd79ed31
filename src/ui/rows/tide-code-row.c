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

  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed), NULL);
  return GTK_WIDGET (self);
}

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

TideField *
tide_code_row_get_field (TideCodeRow *self)
{
  g_return_val_if_fail (TIDE_IS_CODE_ROW (self), NULL);

  return tide_field_link_get_field (self->link);
}

void
tide_code_row_set_field (TideCodeRow *self, TideField *field)
{
  g_return_if_fail (TIDE_IS_CODE_ROW (self));

  if (field == tide_code_row_get_field (self))
    return;

  tide_field_link_set_field (self->link, field);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIELD]);
}
