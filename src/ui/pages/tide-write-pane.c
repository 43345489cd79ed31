/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-write-pane.h"

#include "brief/tide-briefing-writer.h"
#include "ui/pages/tide-briefing-view.h"

#define DELAY 120 /* milliseconds, so that what is changed in one go is written once */

struct _TideWritePane
{
  AdwBin parent_instance;

  TideRegister *reg;            /* owned, nullable */
  GSignalGroup *links;          /* owned */
  TideBriefingOptions *options; /* owned */
  GCancellable *writing;        /* owned, nullable: of what is being written */
  guint write_id;               /* of the source that has it written; 0 for none */
  gboolean is_stale;            /* the text is not that of the register and the options */

  /* template children */
  GtkStack *stack;
  TideBriefingView *text;
  AdwStatusPage *problem_page;
};

G_DEFINE_FINAL_TYPE (TideWritePane, tide_write_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
} TideWritePaneProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* Writing ----------------------------------------------------------------------------------- */

static void
stop_writing (TideWritePane *self)
{
  g_clear_handle_id (&self->write_id, g_source_remove);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
}

static void
show_problem (TideWritePane *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem_page, message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideWritePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideBriefing) briefing = tide_briefing_write_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->writing);
  tide_briefing_view_set_briefing (self->text, briefing);
  if (briefing == NULL)
    show_problem (self, error);
  else
    gtk_stack_set_visible_child_name (self->stack, "text");
}

static gboolean
is_empty (TideRegister *reg)
{
  static const TideRecordKind kinds[]
      = { TIDE_RECORD_PROJECT, TIDE_RECORD_EVENT, TIDE_RECORD_INDICATOR, TIDE_RECORD_PLATFORM };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (tide_list_get_n (tide_register_get_list (reg, kinds[i])) > 0)
      return FALSE;

  return TRUE;
}

static gboolean
on_write_due (gpointer data)
{
  TideWritePane *self = data;
  g_autoptr (TideSnapshot) snapshot = NULL;

  self->write_id = 0;
  stop_writing (self);
  self->is_stale = FALSE;
  if (self->reg == NULL || is_empty (self->reg))
    {
      tide_briefing_view_set_briefing (self->text, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return G_SOURCE_REMOVE;
    }

  snapshot = tide_register_dup_snapshot (self->reg);
  self->writing = g_cancellable_new ();
  tide_briefing_write_async (snapshot, self->options, self->writing, on_written,
                             g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* A text that nobody looks at is written when somebody does. */
static void
queue_write (TideWritePane *self)
{
  self->is_stale = TRUE;
  g_clear_handle_id (&self->write_id, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->write_id = g_timeout_add (DELAY, on_write_due, self);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_write_pane_map (GtkWidget *widget)
{
  TideWritePane *self = TIDE_WRITE_PANE (widget);

  GTK_WIDGET_CLASS (tide_write_pane_parent_class)->map (widget);

  if (self->is_stale)
    queue_write (self);
}

static void
tide_write_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideWritePaneProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, TIDE_WRITE_PANE (object)->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_write_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TideWritePaneProperty) id)
    {
    case PROP_REGISTER:
      tide_write_pane_set_register (TIDE_WRITE_PANE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_write_pane_dispose (GObject *object)
{
  TideWritePane *self = TIDE_WRITE_PANE (object);

  stop_writing (self);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->options, tide_briefing_options_free);
  /* A child that the template binds would be let go twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_WRITE_PANE);

  G_OBJECT_CLASS (tide_write_pane_parent_class)->dispose (object);
}

static void
tide_write_pane_class_init (TideWritePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_write_pane_get_property;
  object_class->set_property = tide_write_pane_set_property;
  object_class->dispose = tide_write_pane_dispose;
  widget_class->map = tide_write_pane_map;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-write-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, stack);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, text);
  gtk_widget_class_bind_template_child (widget_class, TideWritePane, problem_page);
}

static void
tide_write_pane_init (TideWritePane *self)
{
  self->options = tide_briefing_options_new ();
  self->options->language = tide_language_get_default ();
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (queue_write), self);
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
 * @reg: (nullable): the register that is written about
 */
void
tide_write_pane_set_register (TideWritePane *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  stop_writing (self);
  g_signal_group_set_target (self->links, reg);
  queue_write (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}
