/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-option-row.h"

/* From how many options on they can be searched. */
#define MANY 10

struct _TideOptionRow
{
  AdwComboRow parent_instance;

  char *value;            /* owned */
  GPtrArray *values;      /* owned, of owned strings: what is offered */
  GtkStringList *labels;  /* owned: how that is called */
  GPtrArray *next_values; /* owned, nullable: of the offer under construction */
  GPtrArray *next_labels; /* owned, nullable */
  gboolean is_showing;    /* the selection follows the value, not the person */
};

G_DEFINE_FINAL_TYPE (TideOptionRow, tide_option_row, ADW_TYPE_COMBO_ROW)

typedef enum
{
  PROP_VALUE = 1,
} TideOptionRowProperty;

static GParamSpec *props[PROP_VALUE + 1];

static gboolean
is_offered (TideOptionRow *self, const char *value, guint *position)
{
  return g_ptr_array_find_with_equal_func (self->values, value, g_str_equal, position);
}

/* Where nothing is chosen and that is not offered, the first one is; what else is not offered is
 * added to the offer. */
static void
show_value (TideOptionRow *self)
{
  guint position;

  if (self->values->len == 0)
    return;

  if (*self->value == '\0' && !is_offered (self, "", &position))
    {
      g_set_str (&self->value, g_ptr_array_index (self->values, 0));
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
    }
  if (!is_offered (self, self->value, &position))
    {
      position = self->values->len;
      g_ptr_array_add (self->values, g_strdup (self->value));
      gtk_string_list_append (self->labels, self->value);
    }

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
}

static gboolean
is_same_offer (TideOptionRow *self)
{
  if (self->values->len != self->next_values->len)
    return FALSE;

  for (guint i = 0; i < self->values->len; i++)
    if (!g_str_equal (g_ptr_array_index (self->values, i), g_ptr_array_index (self->next_values, i))
        || !g_str_equal (gtk_string_list_get_string (self->labels, i),
                         g_ptr_array_index (self->next_labels, i)))
      return FALSE;

  return TRUE;
}

static void
take_offer (TideOptionRow *self)
{
  const guint n = self->next_values->len;

  g_ptr_array_unref (self->values);
  g_object_unref (self->labels);
  self->values = g_ptr_array_ref (self->next_values);
  self->labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (self->labels, g_ptr_array_index (self->next_labels, i));

  self->is_showing = TRUE;
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), n > MANY);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  show_value (self);
  self->is_showing = FALSE;
}

static void
on_selected_changed (TideOptionRow *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (!self->is_showing && selected < self->values->len)
    tide_option_row_set_value (self, g_ptr_array_index (self->values, selected));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_option_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideOptionRowProperty) id)
    {
    case PROP_VALUE:
      g_value_set_string (value, TIDE_OPTION_ROW (object)->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_option_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TideOptionRowProperty) id)
    {
    case PROP_VALUE:
      tide_option_row_set_value (TIDE_OPTION_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_option_row_finalize (GObject *object)
{
  TideOptionRow *self = TIDE_OPTION_ROW (object);

  g_free (self->value);
  g_ptr_array_unref (self->values);
  g_object_unref (self->labels);
  g_clear_pointer (&self->next_values, g_ptr_array_unref);
  g_clear_pointer (&self->next_labels, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_option_row_parent_class)->finalize (object);
}

static void
tide_option_row_class_init (TideOptionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_option_row_get_property;
  object_class->set_property = tide_option_row_set_property;
  object_class->finalize = tide_option_row_finalize;

  props[PROP_VALUE]
      = g_param_spec_string ("value", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_option_row_init (TideOptionRow *self)
{
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->value = g_strdup ("");
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->labels = gtk_string_list_new (NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed), NULL);
}

/**
 * tide_option_row_begin_offer:
 * @self: a row
 *
 * Begins what tide_option_row_offer() goes on with; the value stays.
 */
void
tide_option_row_begin_offer (TideOptionRow *self)
{
  g_return_if_fail (TIDE_IS_OPTION_ROW (self));

  g_clear_pointer (&self->next_values, g_ptr_array_unref);
  g_clear_pointer (&self->next_labels, g_ptr_array_unref);
  self->next_values = g_ptr_array_new_with_free_func (g_free);
  self->next_labels = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tide_option_row_offer:
 * @self: a row, after tide_option_row_begin_offer()
 * @value: a value that can be chosen
 * @label: what it is called
 */
void
tide_option_row_offer (TideOptionRow *self, const char *value, const char *label)
{
  g_return_if_fail (TIDE_IS_OPTION_ROW (self));
  g_return_if_fail (self->next_values != NULL);

  g_ptr_array_add (self->next_values, g_strdup (value));
  g_ptr_array_add (self->next_labels, g_strdup (label));
}

/**
 * tide_option_row_end_offer:
 * @self: a row, after tide_option_row_begin_offer()
 *
 * Offers what was given since. A row whose offer is the same stays as it is, open or not.
 */
void
tide_option_row_end_offer (TideOptionRow *self)
{
  g_return_if_fail (TIDE_IS_OPTION_ROW (self));
  g_return_if_fail (self->next_values != NULL);

  if (!is_same_offer (self))
    take_offer (self);
  g_clear_pointer (&self->next_values, g_ptr_array_unref);
  g_clear_pointer (&self->next_labels, g_ptr_array_unref);
}

/**
 * tide_option_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none): the value that is chosen; empty for the usual one
 */
const char *
tide_option_row_get_value (TideOptionRow *self)
{
  g_return_val_if_fail (TIDE_IS_OPTION_ROW (self), "");

  return self->value;
}

/**
 * tide_option_row_set_value:
 * @self: a row
 * @value: (nullable): the value that is chosen
 */
void
tide_option_row_set_value (TideOptionRow *self, const char *value)
{
  g_return_if_fail (TIDE_IS_OPTION_ROW (self));

  if (!g_set_str (&self->value, value != NULL ? value : ""))
    return;

  self->is_showing = TRUE;
  show_value (self);
  self->is_showing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}
