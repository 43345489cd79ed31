/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-check-pane-private.h"

#include "codec/tide-plain-text.h"
#include "ui/lists/tide-check-text.h"
#include "ui/pages/tide-check-source.h"
#include "ui/tide-reading-file.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideCheckPane, tide_check_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_BUSY,
} TideCheckPaneProperty;

static GParamSpec *props[PROP_BUSY + 1];

static char *
dup_summary (TideCheckPane *self)
{
  if (self->file != NULL)
    return g_strdup (_ ("Opening…"));
  if (tide_check_pane_is_busy (self))
    return g_strdup (_ ("Checking…"));

  switch (self->state)
    {
    case TIDE_CHECK_UNREAD:
      return g_strdup (_ ("The text has changed."));
    case TIDE_CHECK_TOO_LONG:
      return g_strdup (_ ("The text is not checked."));
    case TIDE_CHECK_STOPPED:
      return g_strdup (_ ("The check was cancelled."));
    case TIDE_CHECK_READ:
      return tide_check_text_dup_summary (tide_check_list_get_counts (self->list));
    case TIDE_CHECK_EMPTY:
    default:
      return g_strdup ("");
    }
}

static const char *
get_list_page (TideCheckPane *self)
{
  if (tide_check_list_get_reading (self->list) == NULL)
    return "empty";
  if (tide_check_list_get_n_findings (self->list) == 0)
    return "nothing";

  return g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0 ? "list" : "no-match";
}

/**
 * tide_check_pane_update:
 * @self: a pane
 *
 * Shows what goes on and what there is to do.
 */
void
tide_check_pane_update (TideCheckPane *self)
{
  const gboolean is_busy = tide_check_pane_is_busy (self);
  const gboolean has_findings = tide_check_list_get_n_findings (self->list) > 0;
  g_autofree char *summary = dup_summary (self);
  /* Translators: %s is a size, such as 4 MB */
  g_autofree char *limit = g_strdup_printf (_ ("Texts of more than %s are not checked."),
                                            TIDE_PLAIN_TEXT_MAX_SIZE_TEXT);

  gtk_label_set_text (self->summary_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), *summary != '\0');
  gtk_widget_set_visible (self->hint, self->state == TIDE_CHECK_EMPTY);
  gtk_widget_set_visible (self->check_button, !is_busy);
  gtk_widget_set_visible (self->cancel_button, is_busy);
  gtk_widget_set_opacity (GTK_WIDGET (self->progress_bar), is_busy);
  adw_banner_set_title (self->banner, limit);
  adw_banner_set_revealed (self->banner, self->state == TIDE_CHECK_TOO_LONG);
  gtk_stack_set_visible_child_name (self->list_stack, get_list_page (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter_drop_down), has_findings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.save", has_findings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.print", has_findings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.next", has_findings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.previous", has_findings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.start",
                                 self->state != TIDE_CHECK_EMPTY && self->reg != NULL);
}

/* Callbacks --------------------------------------------------------------------------------- */

static void
on_busy_changed (TideCheckPane *self)
{
  tide_check_pane_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
on_fraction_changed (TideCheckPane *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 tide_import_runner_get_fraction (self->runner));
}

static void
on_register_stepped (TideCheckPane *self)
{
  tide_check_pane_read_later (self);
}

static void
on_narrow (TideCheckPane *self)
{
  self->is_narrow = TRUE;
  tide_check_pane_set_step (self, self->shows_list);
}

static void
on_wide (TideCheckPane *self)
{
  self->is_narrow = FALSE;
  tide_check_pane_set_step (self, self->shows_list);
}

static void
on_step_chosen (TideCheckPane *self)
{
  const gboolean shows_list
      = g_strcmp0 (adw_toggle_group_get_active_name (self->step_toggles), "findings") == 0;

  if (shows_list != self->shows_list)
    tide_check_pane_set_step (self, shows_list);
}

/* The colours are those of widgets with the classes, whatever scheme and contrast. */
static void
take_colours (TideCheckPane *self)
{
  GtkWidget *swatch = gtk_widget_get_first_child (self->swatches);

  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS;
       i++, swatch = gtk_widget_get_next_sibling (swatch))
    {
      GdkRGBA colour;

      gtk_widget_get_color (swatch, &colour);
      tide_check_marks_colour (self->marks, (TideTextFindingVerdict) i, &colour);
    }
}

static void
add_swatches (TideCheckPane *self)
{
  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS; i++)
    {
      GtkWidget *swatch = gtk_image_new ();

      gtk_widget_add_css_class (swatch, tide_check_text_get_style ((TideTextFindingVerdict) i));
      gtk_box_append (GTK_BOX (self->swatches), swatch);
    }
}

static void
on_scheme_changed (TideCheckPane *self)
{
  take_colours (self);
}

/* Actions ----------------------------------------------------------------------------------- */

static void
open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_check_pane_choose_file (TIDE_CHECK_PANE (widget));
}

static void
start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_check_pane_read (TIDE_CHECK_PANE (widget));
}

static void
stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideCheckPane *self = TIDE_CHECK_PANE (widget);

  tide_check_pane_stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* What it is called on paper and proposed as the name of a file. */
static char *
dup_name (TideCheckPane *self)
{
  return tide_check_source_dup_title (
      tide_reading_get_text (tide_check_list_get_reading (self->list)));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideCheckPane *self = TIDE_CHECK_PANE (widget);
  g_autofree char *name = dup_name (self);

  tide_reading_file_save (widget, tide_check_list_get_reading (self->list), name);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideCheckPane *self = TIDE_CHECK_PANE (widget);
  g_autofree char *name = dup_name (self);

  tide_reading_print (widget, tide_check_list_get_reading (self->list), name);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_check_pane_map (GtkWidget *widget)
{
  TideCheckPane *self = TIDE_CHECK_PANE (widget);

  GTK_WIDGET_CLASS (tide_check_pane_parent_class)->map (widget);
  take_colours (self);
  if (self->is_stale)
    tide_check_pane_read_later (self);
}

static void
tide_check_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideCheckPane *self = TIDE_CHECK_PANE (object);

  switch ((TideCheckPaneProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, tide_check_pane_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_check_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideCheckPane *self = TIDE_CHECK_PANE (object);

  switch ((TideCheckPaneProperty) id)
    {
    case PROP_REGISTER:
      tide_check_pane_set_register (self, g_value_get_object (value));
      break;
    case PROP_BUSY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_check_pane_dispose (GObject *object)
{
  TideCheckPane *self = TIDE_CHECK_PANE (object);

  g_clear_handle_id (&self->due_id, g_source_remove);
  if (self->runner != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->runner, self);
      tide_import_runner_cancel (self->runner);
    }
  if (self->marks != NULL)
    g_object_run_dispose (G_OBJECT (self->marks));
  g_clear_object (&self->marks);
  g_clear_object (&self->runner);
  g_clear_object (&self->register_links);
  g_clear_object (&self->file);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_CHECK_PANE);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (tide_check_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-check-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, check_button);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, step_toggles);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, filter_names);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, ways);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, banner);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, text_side);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, text_view);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, buffer);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, hint);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, separator);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, list_side);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, selection);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, finding_bar);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, finding_heading);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, finding_icon);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, finding_verdict);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, finding_quote);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, finding_sentence);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, open_button);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, text_button);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, add_menu);
  gtk_widget_class_bind_template_child (widget_class, TideCheckPane, swatches);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_wide);
  gtk_widget_class_bind_template_callback (widget_class, on_step_chosen);
}

static void
tide_check_pane_class_init (TideCheckPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_check_pane_get_property;
  object_class->set_property = tide_check_pane_set_property;
  object_class->dispose = tide_check_pane_dispose;
  widget_class->map = tide_check_pane_map;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /* Named by the rows of the list alone. */
  g_type_ensure (TIDE_TYPE_CHECK_ITEM);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "check.open", NULL, open);
  gtk_widget_class_install_action (widget_class, "check.start", NULL, start);
  gtk_widget_class_install_action (widget_class, "check.cancel", NULL, stop);
  gtk_widget_class_install_action (widget_class, "check.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "check.print", NULL, print);
  tide_check_pane_install_finding_actions (widget_class);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_CHECK_PANE, NULL);
}

static void
begin_runner (TideCheckPane *self)
{
  self->runner = tide_import_runner_new ();
  g_signal_connect_object (self->runner, "notify::busy", G_CALLBACK (on_busy_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "notify::fraction", G_CALLBACK (on_fraction_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
follow_scheme (TideCheckPane *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_scheme_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_scheme_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
tide_check_pane_init (TideCheckPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_swatches (self);
  self->list = g_object_new (TIDE_TYPE_CHECK_LIST, NULL);
  /* Before the marks, which follow what is inserted in the end. */
  tide_check_pane_begin_text (self);
  self->marks = tide_check_marks_new (self->buffer, self->list);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  begin_runner (self);
  follow_scheme (self);
  self->register_links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_object (self->register_links, "stepped", G_CALLBACK (on_register_stepped),
                                 self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->register_links, "notify::read-only",
                                 G_CALLBACK (tide_check_pane_show_finding), self,
                                 G_CONNECT_SWAPPED);
  tide_check_pane_begin_findings (self);
  tide_check_pane_update (self);
}

/**
 * tide_check_pane_is_busy:
 * @self: a pane
 *
 * Returns: whether a text is being opened or read
 */
gboolean
tide_check_pane_is_busy (TideCheckPane *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_PANE (self), FALSE);

  return tide_import_runner_is_busy (self->runner);
}

/**
 * tide_check_pane_get_register:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the register that texts are held against
 */
TideRegister *
tide_check_pane_get_register (TideCheckPane *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_PANE (self), NULL);

  return self->reg;
}

/**
 * tide_check_pane_set_register:
 * @self: a pane
 * @reg: (nullable): the register that texts are held against
 */
void
tide_check_pane_set_register (TideCheckPane *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_CHECK_PANE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  g_signal_group_set_target (self->register_links, reg);
  tide_check_pane_read_later (self);
  tide_check_pane_update (self);
  tide_check_pane_show_finding (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}
