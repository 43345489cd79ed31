/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-notes-row.h"

#include "ui/rows/tide-field-link.h"

struct _TideNotesRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *text;     /* template child */
  GtkTextBuffer *buffer; /* template child */
  TideFieldLink *link;   /* not owned: attached to the row */
};

G_DEFINE_FINAL_TYPE (TideNotesRow, tide_notes_row, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  PROP_FIELD = 1,
} TideNotesRowProperty;

static GParamSpec *props[PROP_FIELD + 1];

static gboolean
tide_notes_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_NOTES_ROW (widget)->text));
}

static void
tide_notes_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideNotesRow *self = TIDE_NOTES_ROW (object);

  switch ((TideNotesRowProperty) id)
    {
    case PROP_FIELD:
      g_value_set_object (value, tide_notes_row_get_field (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_notes_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideNotesRow *self = TIDE_NOTES_ROW (object);

  switch ((TideNotesRowProperty) id)
    {
    case PROP_FIELD:
      tide_notes_row_set_field (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_notes_row_dispose (GObject *object)
{
  TideNotesRow *self = TIDE_NOTES_ROW (object);

  if (self->text != NULL)
    tide_field_link_set_field (self->link, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_NOTES_ROW);

  G_OBJECT_CLASS (tide_notes_row_parent_class)->dispose (object);
}

static void
tide_notes_row_class_init (TideNotesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_notes_row_get_property;
  object_class->set_property = tide_notes_row_set_property;
  object_class->dispose = tide_notes_row_dispose;
  widget_class->grab_focus = tide_notes_row_grab_focus;

  props[PROP_FIELD]
      = g_param_spec_object ("field", NULL, NULL, TIDE_TYPE_FIELD,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-notes-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideNotesRow, text);
  gtk_widget_class_bind_template_child (widget_class, TideNotesRow, buffer);
}

static void
tide_notes_row_init (TideNotesRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->link = tide_field_link_attach (GTK_WIDGET (self), G_OBJECT (self->buffer), "text");
  tide_field_link_describe (self->link, GTK_ACCESSIBLE (self->text));
}

TideField *
tide_notes_row_get_field (TideNotesRow *self)
{
  g_return_val_if_fail (TIDE_IS_NOTES_ROW (self), NULL);

  return tide_field_link_get_field (self->link);
}

/**
 * tide_notes_row_set_field:
 * @self: a row
 * @field: (nullable): the field that it edits
 */
void
tide_notes_row_set_field (TideNotesRow *self, TideField *field)
{
  g_return_if_fail (TIDE_IS_NOTES_ROW (self));

  if (field == tide_notes_row_get_field (self))
    return;

  tide_field_link_set_field (self->link, field);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIELD]);
}
