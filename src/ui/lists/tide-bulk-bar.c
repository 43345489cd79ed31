/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-bulk-bar.h"

#include <glib/gi18n-lib.h>

struct _TideBulkBar
{
  AdwBin parent_instance;

  gboolean compact;

  /* template children */
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (TideBulkBar, tide_bulk_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_COMPACT = 1,
} TideBulkBarProperty;

static GParamSpec *props[PROP_COMPACT + 1];

static void
tide_bulk_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideBulkBar *self = TIDE_BULK_BAR (object);

  switch ((TideBulkBarProperty) id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bulk_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideBulkBar *self = TIDE_BULK_BAR (object);

  switch ((TideBulkBarProperty) id)
    {
    case PROP_COMPACT:
      tide_bulk_bar_set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bulk_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_BULK_BAR);

  G_OBJECT_CLASS (tide_bulk_bar_parent_class)->dispose (object);
}

static void
tide_bulk_bar_class_init (TideBulkBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_bulk_bar_get_property;
  object_class->set_property = tide_bulk_bar_set_property;
  object_class->dispose = tide_bulk_bar_dispose;

  props[PROP_COMPACT]
      = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-bulk-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBulkBar, count_label);
  gtk_widget_class_set_css_name (widget_class, "bulk-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
tide_bulk_bar_init (TideBulkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_bulk_bar_set_n_selected:
 * @self: a bar
 * @n: how many projects are selected and can be changed
 *
 * Shows the bar where there are several. The list's footer reads aloud how many they are.
 */
void
tide_bulk_bar_set_n_selected (TideBulkBar *self, guint n)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TIDE_IS_BULK_BAR (self));

  /* Translators: how many projects of a list are selected */
  text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);
  /* Translators: how many projects are selected: name of a bar with what can be done with them */
  name = g_strdup_printf (ngettext ("%u project selected", "%u projects selected", n), n);
  gtk_label_set_text (self->count_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 1);
}

/**
 * tide_bulk_bar_get_compact:
 * @self: a bar
 *
 * Returns: whether it has one menu instead of buttons
 */
gboolean
tide_bulk_bar_get_compact (TideBulkBar *self)
{
  g_return_val_if_fail (TIDE_IS_BULK_BAR (self), FALSE);

  return self->compact;
}

/**
 * tide_bulk_bar_set_compact:
 * @self: a bar
 * @compact: whether it has one menu instead of buttons
 */
void
tide_bulk_bar_set_compact (TideBulkBar *self, gboolean compact)
{
  g_return_if_fail (TIDE_IS_BULK_BAR (self));

  compact = !!compact;
  if (self->compact == compact)
    return;

  self->compact = compact;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
}
