/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-references-group.h"

#include "ui/rows/tide-reference-row.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TideRecordKind kind;
  const char *add;
  const char *remove;
} TideReferencesTexts;

static const TideReferencesTexts texts[] = {
  { TIDE_RECORD_SOURCE, N_ ("Add Source"), N_ ("Remove Source") },
  { TIDE_RECORD_EVENT, N_ ("Add Event"), N_ ("Remove Event") },
  { TIDE_RECORD_SECTOR, N_ ("Add Sector"), N_ ("Remove Sector") },
};

struct _TideReferencesGroup
{
  AdwPreferencesGroup parent_instance;

  TideRegister *reg;                /* owned */
  TideField *field;                 /* owned */
  GSignalGroup *signals;            /* owned: its target is the field */
  GSignalGroup *links;              /* owned: its target is the register */
  GPtrArray *rows;                  /* owned, of rows owned by the group */
  const TideReferencesTexts *texts; /* of the program */
  TideReferenceRow *adder;          /* not owned: a row of the group */
};

G_DEFINE_FINAL_TYPE (TideReferencesGroup, tide_references_group, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_FIELD,
  PROP_KIND,
} TideReferencesGroupProperty;

static GParamSpec *props[PROP_KIND + 1];

static GStrv
dup_ids (TideReferencesGroup *self)
{
  const char *text = self->field != NULL ? tide_field_get_text (self->field) : "";

  return g_strsplit (text, "\n", -1);
}

static void
add_id (TideReferencesGroup *self, const char *id)
{
  const char *text = tide_field_get_text (self->field);
  g_auto (GStrv) ids = dup_ids (self);
  g_autofree char *longer = *text != '\0' ? g_strconcat (text, "\n", id, NULL) : g_strdup (id);

  if (!g_strv_contains ((const char *const *) ids, id))
    tide_field_set_text (self->field, longer);
}

static void
remove_id (TideReferencesGroup *self, const char *id)
{
  g_auto (GStrv) ids = dup_ids (self);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) left_ids = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_strv_builder_add (left, ids[i]);

  left_ids = g_strv_builder_end (left);
  text = g_strjoinv ("\n", left_ids);
  tide_field_set_text (self->field, text);
}

static void
on_remove_button_clicked (TideReferencesGroup *self, GtkButton *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  gtk_widget_grab_focus (GTK_WIDGET (self->adder));
  remove_id (self, id);
}

static char *
dup_source_subtitle (const TideSourcePayload *source)
{
  g_autofree char *date
      = tide_date_is_set (&source->date) ? tide_date_dup_text (&source->date) : NULL;

  if (source->publisher != NULL && date != NULL)
    {
      g_autofree char *publisher = tide_text_dup_isolated (source->publisher);

      return g_strdup_printf ("%s · %s", publisher, date);
    }
  if (source->publisher != NULL)
    return g_strdup (source->publisher);
  return g_strdup (date != NULL ? date : "");
}

static char *
dup_subtitle (TideReferencesGroup *self, const TidePayload *payload)
{
  char *date;

  if (self->texts->kind == TIDE_RECORD_SOURCE)
    return dup_source_subtitle (TIDE_SOURCE_PAYLOAD (payload));

  date = tide_date_dup_text (&TIDE_EVENT_PAYLOAD (payload)->date);

  return date != NULL ? date : g_strdup ("");
}

static const TidePayload *
find_payload (TideReferencesGroup *self, const char *id)
{
  const TidePayload *payload = tide_register_lookup_payload (self->reg, self->texts->kind, id);
  TideRecord *companion = tide_register_find_companion (self->reg, self->texts->kind, id);

  if (payload != NULL || companion == NULL)
    return payload;

  return tide_record_get_payload (companion);
}

static GtkWidget *
row_new (TideReferencesGroup *self, const char *id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const TidePayload *payload = find_payload (self, id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      payload != NULL ? tide_payload_get_label (payload, tide_language_get_default ()) : id);
  if (payload != NULL)
    {
      g_autofree char *subtitle = dup_subtitle (self, payload);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }

  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  gtk_widget_set_tooltip_text (button, _ (self->texts->remove));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_button_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* The row that adds comes first: a group only appends. */
static void
show_references (TideReferencesGroup *self)
{
  g_auto (GStrv) ids = dup_ids (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (self->reg == NULL)
    return;

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      {
        GtkWidget *row = row_new (self, ids[i]);

        g_ptr_array_add (self->rows, row);
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      }
}

static void
on_adder_reference_changed (TideReferencesGroup *self)
{
  g_autofree char *id = g_strdup (tide_reference_row_get_reference (self->adder));

  if (*id == '\0' || self->field == NULL)
    return;

  tide_reference_row_set_reference (self->adder, "");
  add_id (self, id);
}

static const TideReferencesTexts *
find_texts (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (tide_shape_for_kind (texts[i].kind)->name, kind) == 0)
      return &texts[i];

  g_assert_not_reached ();
}

static void
tide_references_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideReferencesGroup *self = TIDE_REFERENCES_GROUP (object);

  switch ((TideReferencesGroupProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;

    case PROP_FIELD:
      g_value_set_object (value, self->field);
      break;

    case PROP_KIND:
      g_value_set_string (value, tide_shape_for_kind (self->texts->kind)->name);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_references_group_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  TideReferencesGroup *self = TIDE_REFERENCES_GROUP (object);

  switch ((TideReferencesGroupProperty) id)
    {
    case PROP_REGISTER:
      tide_references_group_set_register (self, g_value_get_object (value));
      break;

    case PROP_FIELD:
      tide_references_group_set_field (self, g_value_get_object (value));
      break;

    case PROP_KIND:
      self->texts = find_texts (g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_references_group_constructed (GObject *object)
{
  TideReferencesGroup *self = TIDE_REFERENCES_GROUP (object);
  GtkWidget *adder = tide_reference_row_new (NULL, tide_shape_for_kind (self->texts->kind)->name);

  G_OBJECT_CLASS (tide_references_group_parent_class)->constructed (object);

  self->adder = TIDE_REFERENCE_ROW (adder);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (adder), _ (self->texts->add));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), adder);
  g_signal_connect_object (adder, "notify::reference", G_CALLBACK (on_adder_reference_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
tide_references_group_dispose (GObject *object)
{
  TideReferencesGroup *self = TIDE_REFERENCES_GROUP (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->links);
  g_clear_object (&self->field);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_references_group_parent_class)->dispose (object);
}

static void
tide_references_group_finalize (GObject *object)
{
  TideReferencesGroup *self = TIDE_REFERENCES_GROUP (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tide_references_group_parent_class)->finalize (object);
}

static void
tide_references_group_class_init (TideReferencesGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_references_group_get_property;
  object_class->set_property = tide_references_group_set_property;
  object_class->constructed = tide_references_group_constructed;
  object_class->dispose = tide_references_group_dispose;
  object_class->finalize = tide_references_group_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FIELD]
      = g_param_spec_object ("field", NULL, NULL, TIDE_TYPE_FIELD,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_KIND]
      = g_param_spec_string ("kind", NULL, NULL, "source",
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_references_group_init (TideReferencesGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->signals = g_signal_group_new (TIDE_TYPE_FIELD);
  g_signal_group_connect_swapped (self->signals, "notify::text", G_CALLBACK (show_references),
                                  self);
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (show_references), self);
}

TideRegister *
tide_references_group_get_register (TideReferencesGroup *self)
{
  g_return_val_if_fail (TIDE_IS_REFERENCES_GROUP (self), NULL);

  return self->reg;
}

/**
 * tide_references_group_set_register:
 * @self: a group
 * @reg: (nullable): the register whose records it offers
 */
void
tide_references_group_set_register (TideReferencesGroup *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_REFERENCES_GROUP (self));

  if (!g_set_object (&self->reg, reg))
    return;

  tide_reference_row_set_register (self->adder, reg);
  g_signal_group_set_target (self->links, reg);
  show_references (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_references_group_get_field:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the field whose references it lists
 */
TideField *
tide_references_group_get_field (TideReferencesGroup *self)
{
  g_return_val_if_fail (TIDE_IS_REFERENCES_GROUP (self), NULL);

  return self->field;
}

/**
 * tide_references_group_set_field:
 * @self: a group
 * @field: (nullable): the field whose references it lists
 */
void
tide_references_group_set_field (TideReferencesGroup *self, TideField *field)
{
  g_return_if_fail (TIDE_IS_REFERENCES_GROUP (self));

  if (!g_set_object (&self->field, field))
    return;

  g_signal_group_set_target (self->signals, field);
  show_references (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIELD]);
}
