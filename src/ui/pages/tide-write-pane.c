/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-write-pane.h"

#include "brief/tide-template.h"
#include "ui/pages/tide-briefing-changes.h"
#include "ui/pages/tide-briefing-choices.h"
#include "ui/pages/tide-briefing-request.h"
#include "ui/pages/tide-briefing-view.h"
#include "ui/pages/tide-briefing-work.h"
#include "ui/pages/tide-number-popover.h"
#include "ui/pages/tide-saved-briefings.h"

#define DELAY 120 /* milliseconds, so that what is changed in one go is written once */

struct _TideWritePane
{
  AdwBin parent_instance;

  TideRegister *reg;            /* owned, nullable */
  GSignalGroup *links;          /* owned */
  TideBriefingOptions *options; /* owned: those of the text that is shown */
  char *saved;                  /* owned, nullable: id of the saved briefing that is open */
  GCancellable *writing;        /* owned, nullable: of what is being written */
  guint write_id;               /* of the source that has it written; 0 for none */
  gboolean is_stale;            /* the text is not that of the register and the options */
  gboolean has_briefing;

  /* template children */
  GtkStack *stack;
  AdwOverlaySplitView *split_view;
  TideSavedBriefings *saved_list;
  TideBriefingChoices *choices;
  GtkStack *text_stack;
  TideBriefingChanges *changes;
  TideBriefingView *text;
  AdwStatusPage *problem_page;
};

/* A text on its way. */
typedef struct
{
  TideWritePane *pane;          /* owned */
  TideBriefingOptions *options; /* owned: what is asked for */
  TidePayload *saved;           /* owned, nullable: what it is compared with */
} Errand;

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

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->pane);
  g_clear_pointer (&errand->options, tide_briefing_options_free);
  g_clear_pointer (&errand->saved, tide_payload_unref);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* The text ---------------------------------------------------------------------------------- */

static void
set_briefing (TideWritePane *self, TideBriefing *briefing)
{
  const gboolean has_briefing = briefing != NULL;

  tide_briefing_view_set_briefing (self->text, briefing);
  if (self->has_briefing == has_briefing)
    return;

  self->has_briefing = has_briefing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_BRIEFING]);
}

static void
show_result (TideWritePane *self, const TideBriefingResult *result, Errand *errand)
{
  const gboolean is_open = errand->saved != NULL && g_strcmp0 (self->saved, errand->saved->id) == 0;

  g_clear_pointer (&self->options, tide_briefing_options_free);
  self->options = g_steal_pointer (&errand->options);
  set_briefing (self, result->briefing);
  if (is_open)
    tide_briefing_changes_show (self->changes, self->reg, errand->saved, result->changes);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), is_open);
  gtk_stack_set_visible_child_name (self->text_stack, "text");
}

static void
show_problem (TideWritePane *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  set_briefing (self, NULL);
  adw_status_page_set_description (self->problem_page, message);
  gtk_stack_set_visible_child_name (self->text_stack, "problem");
}

/* Writing ----------------------------------------------------------------------------------- */

static void
stop_writing (TideWritePane *self)
{
  g_clear_handle_id (&self->write_id, g_source_remove);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  TideWritePane *self = errand->pane;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideBriefingResult) written = tide_briefing_work_run_finish (result, &error);

  /* Something else is wanted by now, or nothing. */
  if (self->writing == NULL || g_task_get_cancellable (G_TASK (result)) != self->writing)
    return;

  g_clear_object (&self->writing);
  if (written != NULL)
    show_result (self, written, errand);
  else
    show_problem (self, error);
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

/* A saved briefing that is gone is open no longer. */
static const TidePayload *
find_saved (TideWritePane *self)
{
  const TidePayload *saved
      = self->saved != NULL
            ? tide_register_lookup_payload (self->reg, TIDE_RECORD_BRIEFING, self->saved)
            : NULL;

  if (saved == NULL)
    g_clear_pointer (&self->saved, g_free);

  return saved;
}

static void
write_text (TideWritePane *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  const TidePayload *saved = find_saved (self);
  Errand *errand = g_new0 (Errand, 1);

  errand->pane = g_object_ref (self);
  errand->options = tide_briefing_choices_dup_options (self->choices);
  if (saved != NULL)
    errand->saved = tide_payload_ref (saved);
  if (!self->has_briefing)
    gtk_stack_set_visible_child_name (self->text_stack, "busy");
  self->writing = g_cancellable_new ();
  tide_briefing_work_run_async (snapshot, errand->options, saved, self->writing, on_written,
                                errand);
}

static gboolean
on_write_due (gpointer data)
{
  TideWritePane *self = data;

  self->write_id = 0;
  stop_writing (self);
  self->is_stale = FALSE;
  if (self->reg == NULL || is_empty (self->reg))
    {
      set_briefing (self, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return G_SOURCE_REMOVE;
    }

  gtk_stack_set_visible_child_name (self->stack, "briefing");
  tide_briefing_choices_offer (self->choices, self->reg);
  tide_saved_briefings_show (self->saved_list, self->reg);
  write_text (self);

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

/* What a saved briefing asked for is asked for no longer. */
static void
on_choices_changed (TideWritePane *self)
{
  g_clear_pointer (&self->saved, g_free);
  queue_write (self);
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
    queue_write (self);
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

  stop_writing (self);
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
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (queue_write), self);
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

  stop_writing (self);
  set_briefing (self, NULL);
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
  queue_write (self);
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

/**
 * tide_write_pane_keep_view:
 * @self: a pane
 * @view: is given what is asked for, and the saved briefing that is open
 *
 * Whether confidential projects are named is asked anew each time.
 */
void
tide_write_pane_keep_view (TideWritePane *self, GVariantDict *view)
{
  g_autoptr (TideBriefingOptions) options = NULL;

  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  options = tide_briefing_choices_dup_options (self->choices);
  options->includes_names = FALSE;
  g_variant_dict_insert_value (view, "request", tide_briefing_request_to_variant (options));
  if (self->saved != NULL)
    g_variant_dict_insert (view, "saved", "s", self->saved);
}

static gboolean
has_record (TideWritePane *self, TideRecordKind kind, const char *id)
{
  return self->reg != NULL && id != NULL
         && tide_register_lookup_payload (self->reg, kind, id) != NULL;
}

/* What is gone by now is not asked for. */
static void
forget_missing (TideWritePane *self, TideBriefingOptions *options)
{
  if ((options->subject == TIDE_SUBJECT_EVENT
       && !has_record (self, TIDE_RECORD_EVENT, options->event))
      || (options->subject == TIDE_SUBJECT_FILTER
          && !has_record (self, TIDE_RECORD_FILTER, options->filter_id)))
    options->subject = TIDE_SUBJECT_ALL;
  if (!has_record (self, TIDE_RECORD_EVENT, options->event))
    g_clear_pointer (&options->event, g_free);
  if (!has_record (self, TIDE_RECORD_FILTER, options->filter_id))
    g_clear_pointer (&options->filter_id, g_free);
  if (!has_record (self, TIDE_RECORD_TEMPLATE, options->wording) && options->wording != NULL
      && tide_template_get_built_in_name (options->wording, options->language) == NULL)
    g_clear_pointer (&options->wording, g_free);
}

/**
 * tide_write_pane_restore_view:
 * @self: a pane
 * @view: what tide_write_pane_keep_view() gave, perhaps long ago
 */
void
tide_write_pane_restore_view (TideWritePane *self, GVariantDict *view)
{
  g_autoptr (GVariant) request
      = g_variant_dict_lookup_value (view, "request", G_VARIANT_TYPE_VARDICT);
  const char *saved;

  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  if (request != NULL)
    {
      g_autoptr (TideBriefingOptions) options = tide_briefing_request_new_from_variant (request);

      forget_missing (self, options);
      tide_write_pane_set_options (self, options);
    }
  if (g_variant_dict_lookup (view, "saved", "&s", &saved))
    tide_write_pane_open_saved (self, saved);
}
