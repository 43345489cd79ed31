/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-scale-row.h"

#include "ui/rows/tide-field-link.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *scale;
  const char *label;
} scales[] = {
  { "", NC_ ("scale", "One") },
  { "10000", NC_ ("scale", "Ten thousand (万)") },
  { "1000000", NC_ ("scale", "Million") },
  { "100000000", NC_ ("scale", "Hundred million (亿)") },
  { "1000000000", NC_ ("scale", "Billion") },
};

struct _TideScaleRow
{
  AdwComboRow parent_instance;

  char *scale;           /* owned; empty for one */
  GtkStringList *labels; /* owned: the scales, and another one if there is one */
  gboolean is_showing;   /* the selection follows the scale, not the person */
};

G_DEFINE_FINAL_TYPE (TideScaleRow, tide_scale_row, ADW_TYPE_COMBO_ROW)

typedef enum
{
  PROP_SCALE = 1,
} TideScaleRowProperty;

static GParamSpec *props[PROP_SCALE + 1];

static guint
find_scale (const char *scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_str_equal (scales[i].scale, scale))
      return i;

  return G_N_ELEMENTS (scales);
}

static void
show_scale (TideScaleRow *self)
{
  const guint position = find_scale (self->scale);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));

  self->is_showing = TRUE;
  if (position == G_N_ELEMENTS (scales))
    gtk_string_list_splice (self->labels, position, n - position,
                            (const char *[]) { self->scale, NULL });
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->is_showing = FALSE;
}

static void
on_selected_changed (TideScaleRow *self)
{
  const guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->is_showing || position == GTK_INVALID_LIST_POSITION)
    return;

  tide_scale_row_set_scale (self, position < G_N_ELEMENTS (scales)
                                      ? scales[position].scale
                                      : gtk_string_list_get_string (self->labels, position));
}

static void
tide_scale_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideScaleRow *self = TIDE_SCALE_ROW (object);

  switch ((TideScaleRowProperty) id)
    {
    case PROP_SCALE:
      g_value_set_string (value, self->scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_scale_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideScaleRow *self = TIDE_SCALE_ROW (object);

  switch ((TideScaleRowProperty) id)
    {
    case PROP_SCALE:
      tide_scale_row_set_scale (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_scale_row_dispose (GObject *object)
{
  g_clear_object (&TIDE_SCALE_ROW (object)->labels);

  G_OBJECT_CLASS (tide_scale_row_parent_class)->dispose (object);
}

static void
tide_scale_row_finalize (GObject *object)
{
  g_free (TIDE_SCALE_ROW (object)->scale);

  G_OBJECT_CLASS (tide_scale_row_parent_class)->finalize (object);
}

static void
tide_scale_row_class_init (TideScaleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_scale_row_get_property;
  object_class->set_property = tide_scale_row_set_property;
  object_class->dispose = tide_scale_row_dispose;
  object_class->finalize = tide_scale_row_finalize;

  props[PROP_SCALE]
      = g_param_spec_string ("scale", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_scale_row_init (TideScaleRow *self)
{
  self->scale = g_strdup ("");
  self->labels = gtk_string_list_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    gtk_string_list_append (self->labels, g_dpgettext2 (NULL, "scale", scales[i].label));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed), NULL);
}

/**
 * tide_scale_row_new:
 * @field: the field that it edits
 *
 * Returns: (transfer floating): a row without a title
 */
GtkWidget *
tide_scale_row_new (TideField *field)
{
  GtkWidget *row = g_object_new (TIDE_TYPE_SCALE_ROW, NULL);

  tide_field_link_set_field (tide_field_link_attach (row, G_OBJECT (row), "scale"), field);

  return row;
}

/**
 * tide_scale_row_get_scale:
 * @self: a row
 *
 * Returns: (transfer none): the number that is chosen, empty for one
 */
const char *
tide_scale_row_get_scale (TideScaleRow *self)
{
  g_return_val_if_fail (TIDE_IS_SCALE_ROW (self), NULL);

  return self->scale;
}

/**
 * tide_scale_row_set_scale:
 * @self: a row
 * @scale: (nullable): a number as text; empty or %NULL for one
 */
void
tide_scale_row_set_scale (TideScaleRow *self, const char *scale)
{
  g_return_if_fail (TIDE_IS_SCALE_ROW (self));

  if (!g_set_str (&self->scale, scale != NULL ? scale : ""))
    return;

  show_scale (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCALE]);
}
