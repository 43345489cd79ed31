/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-field-row.h"

#include "ui/rows/tide-field-link.h"

typedef struct
{
  TideFieldLink *link; /* not owned: attached to the row */
  GtkWidget *message;  /* owned as a child */
} TideFieldRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TideFieldRow, tide_field_row, ADW_TYPE_ENTRY_ROW)

typedef enum
{
  PROP_FIELD = 1,
} TideFieldRowProperty;

static GParamSpec *props[PROP_FIELD + 1];

static void
tide_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideFieldRow *self = TIDE_FIELD_ROW (object);

  switch ((TideFieldRowProperty) id)
    {
    case PROP_FIELD:
      g_value_set_object (value, tide_field_row_get_field (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideFieldRow *self = TIDE_FIELD_ROW (object);

  switch ((TideFieldRowProperty) id)
    {
    case PROP_FIELD:
      tide_field_row_set_field (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_field_row_dispose (GObject *object)
{
  TideFieldRowPrivate *priv = tide_field_row_get_instance_private (TIDE_FIELD_ROW (object));

  if (priv->message != NULL)
    {
      tide_field_link_set_field (priv->link, NULL);
      tide_field_link_show_message (priv->link, NULL);
    }
  g_clear_pointer (&priv->message, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_field_row_parent_class)->dispose (object);
}

static void
tide_field_row_class_init (TideFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_field_row_get_property;
  object_class->set_property = tide_field_row_set_property;
  object_class->dispose = tide_field_row_dispose;

  props[PROP_FIELD]
      = g_param_spec_object ("field", NULL, NULL, TIDE_TYPE_FIELD,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tide_field_row_init (TideFieldRow *self)
{
  TideFieldRowPrivate *priv = tide_field_row_get_instance_private (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);

  priv->message = GTK_WIDGET (tide_message_label_new ());
  gtk_widget_set_parent (priv->message, GTK_WIDGET (self));
  priv->link = tide_field_link_attach (GTK_WIDGET (self), G_OBJECT (self), "text");
  tide_field_link_describe (priv->link, GTK_ACCESSIBLE (text));
  tide_field_link_show_message (priv->link, GTK_LABEL (priv->message));
}

/**
 * tide_field_row_new:
 *
 * Returns: (transfer floating): a row without a field
 */
GtkWidget *
tide_field_row_new (void)
{
  return g_object_new (TIDE_TYPE_FIELD_ROW, NULL);
}

/**
 * tide_field_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the field that it edits
 */
TideField *
tide_field_row_get_field (TideFieldRow *self)
{
  TideFieldRowPrivate *priv = tide_field_row_get_instance_private (self);

  g_return_val_if_fail (TIDE_IS_FIELD_ROW (self), NULL);

  return tide_field_link_get_field (priv->link);
}

/**
 * tide_field_row_set_field:
 * @self: a row
 * @field: (nullable): the field that it edits
 */
void
tide_field_row_set_field (TideFieldRow *self, TideField *field)
{
  TideFieldRowPrivate *priv = tide_field_row_get_instance_private (self);

  g_return_if_fail (TIDE_IS_FIELD_ROW (self));

  if (field == tide_field_link_get_field (priv->link))
    return;

  tide_field_link_set_field (priv->link, field);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIELD]);
}
