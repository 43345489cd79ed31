/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-own-code-row.h"

#include "ui/rows/tide-field-link.h"

struct _TideOwnCodeRow
{
  AdwEntryRow parent_instance;

  TideCodeSet set;
  char *code;          /* owned; empty for none */
  TideFieldLink *link; /* not owned: attached to the row */
  GtkWidget *message;  /* owned as a child */
  gboolean is_showing; /* the text follows the code, not the person */
};

G_DEFINE_FINAL_TYPE (TideOwnCodeRow, tide_own_code_row, ADW_TYPE_ENTRY_ROW)

typedef enum
{
  PROP_CODE = 1,
} TideOwnCodeRowProperty;

static GParamSpec *props[PROP_CODE + 1];

static const char *
get_own (TideOwnCodeRow *self)
{
  return tide_codes_find (self->set, self->code) < 0 ? self->code : "";
}

static void
on_text_changed (TideOwnCodeRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (!self->is_showing && !g_str_equal (text, get_own (self)))
    tide_own_code_row_set_code (self, text);
}

static void
tide_own_code_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideOwnCodeRow *self = TIDE_OWN_CODE_ROW (object);

  switch ((TideOwnCodeRowProperty) id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_own_code_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideOwnCodeRow *self = TIDE_OWN_CODE_ROW (object);

  switch ((TideOwnCodeRowProperty) id)
    {
    case PROP_CODE:
      tide_own_code_row_set_code (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_own_code_row_dispose (GObject *object)
{
  TideOwnCodeRow *self = TIDE_OWN_CODE_ROW (object);

  if (self->message != NULL)
    {
      tide_field_link_set_field (self->link, NULL);
      tide_field_link_show_message (self->link, NULL);
    }
  g_clear_pointer (&self->message, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_own_code_row_parent_class)->dispose (object);
}

static void
tide_own_code_row_finalize (GObject *object)
{
  g_free (TIDE_OWN_CODE_ROW (object)->code);

  G_OBJECT_CLASS (tide_own_code_row_parent_class)->finalize (object);
}

static void
tide_own_code_row_class_init (TideOwnCodeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_own_code_row_get_property;
  object_class->set_property = tide_own_code_row_set_property;
  object_class->dispose = tide_own_code_row_dispose;
  object_class->finalize = tide_own_code_row_finalize;

  props[PROP_CODE] = g_param_spec_string (
      "code", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tide_own_code_row_init (TideOwnCodeRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->code = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);

  self->message = GTK_WIDGET (tide_message_label_new ());
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  self->link = tide_field_link_attach (GTK_WIDGET (self), G_OBJECT (self), "code");
  tide_field_link_describe (self->link,
                            GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))));
  tide_field_link_show_message (self->link, GTK_LABEL (self->message));
  g_signal_connect (self, "changed", G_CALLBACK (on_text_changed), NULL);
}

/**
 * tide_own_code_row_new:
 * @set: the vocabulary whose codes it leaves to another row
 * @field: the field that it edits
 *
 * Returns: (transfer floating): a row without a title
 */
GtkWidget *
tide_own_code_row_new (TideCodeSet set, TideField *field)
{
  TideOwnCodeRow *self = g_object_new (TIDE_TYPE_OWN_CODE_ROW, NULL);

  self->set = set;
  tide_field_link_set_field (self->link, field);

  return GTK_WIDGET (self);
}

/**
 * tide_own_code_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none): the code, one of the vocabulary or not; empty for none
 */
const char *
tide_own_code_row_get_code (TideOwnCodeRow *self)
{
  g_return_val_if_fail (TIDE_IS_OWN_CODE_ROW (self), NULL);

  return self->code;
}

/**
 * tide_own_code_row_set_code:
 * @self: a row
 * @code: (nullable): the code; empty or %NULL for none
 */
void
tide_own_code_row_set_code (TideOwnCodeRow *self, const char *code)
{
  g_return_if_fail (TIDE_IS_OWN_CODE_ROW (self));

  if (!g_set_str (&self->code, code != NULL ? code : ""))
    return;

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), get_own (self)))
    {
      self->is_showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self), get_own (self));
      self->is_showing = FALSE;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CODE]);
}
