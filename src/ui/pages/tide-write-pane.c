/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-write-pane-private.h"

#include "brief/tide-saved-briefing.h"
#include "ui/pages/tide-number-popover.h"

G_DEFINE_FINAL_TYPE (TideWritePane, tide_write_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_SHOWS_OPTIONS,
  PROP_HAS_BRIEFING,
} TideWritePaneProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_HAS_BRIEFING + 1];
static guint signals[N_SIGNALS];

/*
 * tide_write_pane_set_briefing:
 * @self: a pane
 * @briefing: (nullable): the text that is shown; %NULL for none
 */
void
tide_write_pane_set_briefing (TideWritePane *self, TideBriefing *briefing)
{
  const gboolean has_briefing = briefing != NULL;

  tide_briefing_view_set_briefing (self->text, briefing);
  if (self->has_briefing == has_briefing)
    return;

  self->has_briefing = has_briefing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_BRIEFING]);
}

/* What is asked for ------------------------------------------------------------------------- */

/* What a saved briefing asked for is asked for no longer. */
static void
on_choices_changed (TideWritePane *self)
{
  g_clear_pointer (&self->saved, g_free);
  tide_write_pane_queue_write (self);
}

static void
on_saved_activated (TideWritePane *self, const char *id)
{
  tide_write_pane_open_saved (self, id);
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

static void
on_shows_options_changed (TideWritePane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_OPTIONS]);
}

/* Numbers ----------------------------------------------------------------------------------- */

static void
on_filter_requested (TideWritePane *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
on_number_activated (TideWritePane *self, guint number)
{
  GtkPopover *popover = tide_number_popover_new (
      self->reg, tide_briefing_view_get_number (self->text, number), &self->options->as_of);

  g_signal_connect_object (popover, "filter-requested", G_CALLBACK (on_filter_requested), self,
                           G_CONNECT_SWAPPED);
  tide_briefing_view_popup (self->text, number, popover);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_write_pane_map (GtkWidget *widget)
{
  TideWritePane *self = TIDE_WRITE_PANE (widget);

  GTK_WIDGET_CLASS (tide_write_pane_parent_class)->map (widget);

  if (self->is_stale)
    tide_write_pane_queue_write (self);
}

static void
tide_write_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideWritePane *self = TIDE_WRITE_PANE (object);

  switch ((TideWritePaneProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_SHOWS_OPTIONS:
      g_value_set_boolean (value, tide_write_pane_get_shows_options (self));
      break;
    case PROP_HAS_BRIEFING:
      g_value_set_boolean (value, self->has_briefing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_write_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideWritePane *self = TIDE_WRITE_PANE (object);

  switch ((TideWritePaneProperty) id)
    {
    case PROP_REGISTER:
      tide_write_pane_set_register (self, g_value_get_object (value));
      break;
    case PROP_SHOWS_OPTIONS:
      tide_write_pane_set_shows_options (self, g_value_get_boolean (value));
      break;
    case PROP_HAS_BRIEFING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_write_pane_dispose (GObject *object)
{
  TideWritePane *self = TIDE_WRITE_PANE (object);

  tide_write_pane_stop_writing (self);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  /* A child that the template binds would be let go twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_WRITE_PANE);

  G_OBJECT_CLASS (tide_write_pane_parent_class)->dispose (object);
}

static void
tide_write_pane_finalize (GObject *object)
{
  TideWritePane *self = TIDE_WRITE_PANE (object);

  g_clear_pointer (&self->options, tide_briefing_options_free);
  g_free (self->saved);

  G_OBJECT_CLASS (tide_write_pane_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWS_OPTIONS]
      = g_param_spec_boolean ("shows-options", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_BRIEFING]
      = g_param_spec_boolean ("has-briefing", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-write-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, stack);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, split_view);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, saved_list);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, choices);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, text_stack);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, changes);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, text);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, on_choices_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_number_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_saved_activated);
}

static void
tide_write_pane_class_init (TideWritePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_write_pane_get_property;
  object_class->set_property = tide_write_pane_set_property;
  object_class->dispose = tide_write_pane_dispose;
  object_class->finalize = tide_write_pane_finalize;
  widget_class->map = tide_write_pane_map;

  install_properties (object_class);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  install_template (widget_class);
}

static void
tide_write_pane_init (TideWritePane *self)
{
  self->options = tide_briefing_options_new ();
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (tide_write_pane_queue_write),
                                  self);
  g_signal_connect_object (self->split_view, "notify::show-sidebar",
                           G_CALLBACK (on_shows_options_changed), self, G_CONNECT_SWAPPED);
}

/**
 * tide_write_pane_get_register:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the register that is written about
 */
TideRegister *
tide_write_pane_get_register (TideWritePane *self)
{
  g_return_val_if_fail (TIDE_IS_WRITE_PANE (self), NULL);

  return self->reg;
}

/**
 * tide_write_pane_set_register:
 * @self: a pane
 * @reg: (nullable): the register that is written about; what was asked for of another one is
 *   forgotten
 */
void
tide_write_pane_set_register (TideWritePane *self, TideRegister *reg)
{
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  tide_write_pane_stop_writing (self);
  tide_write_pane_set_briefing (self, NULL);
  options->language = tide_language_get_default ();
  g_signal_group_set_target (self->links, reg);
  tide_write_pane_set_options (self, options);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_write_pane_get_shows_options:
 * @self: a pane
 *
 * Returns: whether what is asked for is shown
 */
gboolean
tide_write_pane_get_shows_options (TideWritePane *self)
{
  g_return_val_if_fail (TIDE_IS_WRITE_PANE (self), FALSE);

  return adw_overlay_split_view_get_show_sidebar (self->split_view);
}

/**
 * tide_write_pane_set_shows_options:
 * @self: a pane
 * @shows_options: whether what is asked for is shown
 */
void
tide_write_pane_set_shows_options (TideWritePane *self, gboolean shows_options)
{
  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  adw_overlay_split_view_set_show_sidebar (self->split_view, shows_options);
}

/**
 * tide_write_pane_get_briefing:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the text that is shown
 */
TideBriefing *
tide_write_pane_get_briefing (TideWritePane *self)
{
  g_return_val_if_fail (TIDE_IS_WRITE_PANE (self), NULL);

  return tide_briefing_view_get_briefing (self->text);
}

/**
 * tide_write_pane_get_options:
 * @self: a pane
 *
 * Returns: (transfer none): what the text that is shown was asked for with
 */
const TideBriefingOptions *
tide_write_pane_get_options (TideWritePane *self)
{
  g_return_val_if_fail (TIDE_IS_WRITE_PANE (self), NULL);

  return self->options;
}

/**
 * tide_write_pane_set_options:
 * @self: a pane
 * @options: what is asked for; a filter must be a saved one
 *
 * Has another briefing written.
 */
void
tide_write_pane_set_options (TideWritePane *self, const TideBriefingOptions *options)
{
  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  g_clear_pointer (&self->saved, g_free);
  tide_briefing_choices_set_options (self->choices, options);
  tide_write_pane_queue_write (self);
}

/**
 * tide_write_pane_open_saved:
 * @self: a pane
 * @id: id of a saved briefing; one that is not there changes nothing
 *
 * Asks again for what was asked then, and says what has changed since.
 */
void
tide_write_pane_open_saved (TideWritePane *self, const char *id)
{
  const TidePayload *saved;
  g_autoptr (TideBriefingOptions) options = NULL;

  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  saved = self->reg != NULL ? tide_register_lookup_payload (self->reg, TIDE_RECORD_BRIEFING, id)
                            : NULL;
  if (saved == NULL)
    return;

  options = tide_briefing_options_new_saved (TIDE_BRIEFING_PAYLOAD (saved));
  tide_write_pane_set_options (self, options);
  self->saved = g_strdup (id);
}

/**
 * tide_write_pane_close_saved:
 * @self: a pane
 *
 * Compares with no saved briefing any longer; what it asked for stays.
 */
void
tide_write_pane_close_saved (TideWritePane *self)
{
  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  g_clear_pointer (&self->saved, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * tide_write_pane_get_saved:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): id of the saved briefing that is open
 */
const char *
tide_write_pane_get_saved (TideWritePane *self)
{
  g_return_val_if_fail (TIDE_IS_WRITE_PANE (self), NULL);

  return self->saved;
}
