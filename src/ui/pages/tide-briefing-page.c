/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-page-private.h"

#include "ui/pages/tide-page.h"

static void tide_briefing_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideBriefingPage,
                               tide_briefing_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE, tide_briefing_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideBriefingPageProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* A single view needs no switcher. */
static void
show_switcher (TideBriefingPage *self)
{
  g_autoptr (GtkSelectionModel) views = adw_view_stack_get_pages (self->views);

  gtk_widget_set_visible (GTK_WIDGET (self->switcher_box),
                          g_list_model_get_n_items (G_LIST_MODEL (views)) > 1);
}

/* What belongs to the text that is written is there beside it. */
static void
on_view_changed (TideBriefingPage *self)
{
  const gboolean writes
      = g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "write") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->options_button), writes);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), writes);
}

static void
on_filter_requested (TideBriefingPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_briefing_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (page);

  tide_write_pane_keep_view (self->write_pane, view);
  g_variant_dict_insert (view, "view", "s", adw_view_stack_get_visible_child_name (self->views));
}

static void
tide_briefing_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (page);
  const char *name;

  tide_write_pane_restore_view (self->write_pane, view);
  if (g_variant_dict_lookup (view, "view", "&s", &name)
      && adw_view_stack_get_child_by_name (self->views, name) != NULL)
    adw_view_stack_set_visible_child_name (self->views, name);
}

static void
tide_briefing_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_briefing_page_keep_view;
  iface->restore_view = tide_briefing_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_briefing_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideBriefingPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, TIDE_BRIEFING_PAGE (object)->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_briefing_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TideBriefingPageProperty) id)
    {
    case PROP_REGISTER:
      tide_briefing_page_set_register (TIDE_BRIEFING_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_briefing_page_dispose (GObject *object)
{
  TideBriefingPage *self = TIDE_BRIEFING_PAGE (object);

  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_BRIEFING_PAGE);

  G_OBJECT_CLASS (tide_briefing_page_parent_class)->dispose (object);
}

static void
tide_briefing_page_class_init (TideBriefingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_briefing_page_get_property;
  object_class->set_property = tide_briefing_page_set_property;
  object_class->dispose = tide_briefing_page_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-briefing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBriefingPage, options_button);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingPage, switcher_box);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingPage, views);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingPage, write_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, tide_briefing_page_update_actions);
  tide_briefing_page_install_acts (widget_class);
}

static void
tide_briefing_page_init (TideBriefingPage *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_group_connect_swapped (self->links, "notify::read-only",
                                  G_CALLBACK (tide_briefing_page_update_actions), self);
  show_switcher (self);
  tide_briefing_page_update_actions (self);
}

/**
 * tide_briefing_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register that briefings are written from
 */
TideRegister *
tide_briefing_page_get_register (TideBriefingPage *self)
{
  g_return_val_if_fail (TIDE_IS_BRIEFING_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_briefing_page_set_register:
 * @self: a page
 * @reg: (nullable): the register that briefings are written from
 */
void
tide_briefing_page_set_register (TideBriefingPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_BRIEFING_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  g_signal_group_set_target (self->links, reg);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
  tide_briefing_page_update_actions (self);
}
