/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-figure-tile.h"

#include "ui/rows/tide-explain-button.h"

#include <glib/gi18n-lib.h>

struct _TideFigureTile
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *overlay;
  GtkWidget *button;
  GtkLabel *value_label;
  GtkLabel *detail_label;
  TideExplainButton *explain_button;

  char *title;
  TideFilter *filter; /* nullable */
};

G_DEFINE_FINAL_TYPE (TideFigureTile, tide_figure_tile, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TITLE = 1,
} TideFigureTileProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_TITLE + 1];
static guint signals[N_SIGNALS];

static void
set_title (TideFigureTile *self, const char *title)
{
  if (!g_set_str (&self->title, title))
    return;

  tide_explain_button_set_title (self->explain_button, title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
on_button_clicked (TideFigureTile *self)
{
  if (self->filter != NULL)
    g_signal_emit (self, signals[FILTER_REQUESTED], 0, self->filter);
}

static void
on_note_requested (TideFigureTile *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
tide_figure_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideFigureTile *self = TIDE_FIGURE_TILE (object);

  switch ((TideFigureTileProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_figure_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideFigureTile *self = TIDE_FIGURE_TILE (object);

  switch ((TideFigureTileProperty) id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_figure_tile_dispose (GObject *object)
{
  TideFigureTile *self = TIDE_FIGURE_TILE (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_FIGURE_TILE);
  if (self->filter != NULL)
    tide_payload_unref ((TidePayload *) g_steal_pointer (&self->filter));

  G_OBJECT_CLASS (tide_figure_tile_parent_class)->dispose (object);
}

static void
tide_figure_tile_finalize (GObject *object)
{
  TideFigureTile *self = TIDE_FIGURE_TILE (object);

  g_free (self->title);

  G_OBJECT_CLASS (tide_figure_tile_parent_class)->finalize (object);
}

static void
tide_figure_tile_class_init (TideFigureTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_figure_tile_get_property;
  object_class->set_property = tide_figure_tile_set_property;
  object_class->dispose = tide_figure_tile_dispose;
  object_class->finalize = tide_figure_tile_finalize;

  props[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_FIGURE_TILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-figure-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, TideFigureTile, overlay);
  gtk_widget_class_bind_template_child (widget_class, TideFigureTile, button);
  gtk_widget_class_bind_template_child (widget_class, TideFigureTile, value_label);
  gtk_widget_class_bind_template_child (widget_class, TideFigureTile, detail_label);
  gtk_widget_class_bind_template_child (widget_class, TideFigureTile, explain_button);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_note_requested);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figuretile");
}

static void
tide_figure_tile_init (TideFigureTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_figure_tile_set_value:
 * @self: a tile
 * @value: the value as it is shown
 * @exact: (nullable): the value to the last digit, for the tooltip and for screen readers
 * @detail: (nullable): a few words about the value
 */
void
tide_figure_tile_set_value (TideFigureTile *self,
                            const char *value,
                            const char *exact,
                            const char *detail)
{
  g_autofree char *description = NULL;

  g_return_if_fail (TIDE_IS_FIGURE_TILE (self));

  gtk_label_set_text (self->value_label, value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value_label), exact);
  gtk_label_set_text (self->detail_label, detail != NULL ? detail : "");

  /* Translators: title of a figure and its value, read aloud: “Agreed: 3.2 billion yuan” */
  description = g_strdup_printf (_ ("%s: %s"), self->title != NULL ? self->title : "", value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  exact != NULL    ? exact
                                  : detail != NULL ? detail
                                                   : "",
                                  -1);
}

/**
 * tide_figure_tile_take_notes:
 * @self: a tile
 * @filter: (transfer none): which projects the value is made of
 * @notes: (transfer full) (element-type TideFigureNote): what was counted and what was left out
 */
void
tide_figure_tile_take_notes (TideFigureTile *self, const TideFilter *filter, GPtrArray *notes)
{
  g_return_if_fail (TIDE_IS_FIGURE_TILE (self));

  if (self->filter != NULL)
    tide_payload_unref (&self->filter->base);
  self->filter = (TideFilter *) tide_payload_ref (&filter->base);
  tide_explain_button_take_notes (self->explain_button, notes);
}
