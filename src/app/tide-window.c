/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "tide-app-resources.h"
#include "ui/lists/tide-moment-text.h"
#include "ui/pages/tide-page.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideWindow, tide_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_DOCUMENT = 1,
} TideWindowProperty;

static GParamSpec *props[PROP_DOCUMENT + 1];

/* A tooltip is for who has a pointer: a screen reader says with the window what it is of. */
static void
describe_window (TideWindow *self, const char *place)
{
  if (place != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    place, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static const char *
get_state (TideDocument *document)
{
  const gboolean is_modified = tide_document_get_modified (document);

  if (tide_document_get_busy (document))
    return _ ("Saving…");
  if (tide_document_get_outside (document) == TIDE_FILE_CHANGE_CONTENT)
    return _ ("Changed by somebody else");
  if (tide_document_get_outside (document) == TIDE_FILE_CHANGE_MISSING)
    return _ ("Its file is missing");
  if (tide_document_get_save_failed (document) && is_modified)
    return _ ("Could not be saved");
  if (is_modified)
    return _ ("Unsaved changes");
  if (tide_document_get_file (document) == NULL)
    return _ ("Not in a file yet");

  return _ ("Saved");
}

/* Below the name of the register: that it is shown as it stood is to be seen beside its counts. */
static char *
dup_subtitle (TideWindow *self)
{
  return self->as_of != NULL ? tide_moment_dup_text (&self->as_of->moment)
                             : g_strdup (get_state (self->document));
}

static void
update_title (TideWindow *self)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *tooltip = NULL;
  const char *place;

  if (self->document == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Tideline"));
      describe_window (self, NULL);
      return;
    }

  name = tide_document_dup_name (self->document, language);
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->register_title, name);
  place = tide_document_get_place (self->document);
  tooltip = place != NULL ? g_strconcat (name, "\n", place, NULL) : g_strdup (name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->register_title), tooltip);
  subtitle = dup_subtitle (self);
  adw_window_title_set_subtitle (self->register_title, subtitle);
  describe_window (self, place);
}

static void
update_counts (TideWindow *self)
{
  static const struct
  {
    const char *page;
    TideRecordKind kind;
  } counted[] = {
    { "projects", TIDE_RECORD_PROJECT },   { "sectors", TIDE_RECORD_SECTOR },
    { "divisions", TIDE_RECORD_DIVISION }, { "indicators", TIDE_RECORD_INDICATOR },
    { "events", TIDE_RECORD_EVENT },       { "innovation", TIDE_RECORD_PLATFORM },
    { "briefing", TIDE_RECORD_BRIEFING },
  };
  TideRegister *reg = tide_window_get_register (self);

  if (reg == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    tide_sidebar_set_count (self->sidebar, counted[i].page,
                            tide_list_get_n (tide_register_get_list (reg, counted[i].kind)));
  tide_sidebar_set_count (self->sidebar, "history", tide_register_count_steps (reg));
}

static void
update_banner (TideWindow *self)
{
  TideRegister *reg = tide_window_get_register (self);
  GPtrArray *problems = reg != NULL ? tide_register_get_problems (reg) : NULL;
  const guint n = problems != NULL ? problems->len : 0;
  g_autofree char *title = NULL;

  adw_banner_set_revealed (self->banner, n > 0);
  if (n == 0)
    return;

  /* Translators: how many problems keep the register from being edited */
  title = g_strdup_printf (ngettext ("This register has %u problem and is read-only.",
                                     "This register has %u problems and is read-only.", n),
                           n);
  adw_banner_set_title (self->banner, title);
}

static void
on_document_notify (TideWindow *self)
{
  update_title (self);
  update_counts (self);
  tide_window_update_file_state (self);
}

/* What a person may have done by a slip of the hand is told, with a way back. An undone step comes
 * inverted: only what was done now can be undone next. */
static gboolean
deserves_toast (TideStep *step, TideRegister *reg)
{
  static const char *const acts[]
      = { "delete", "duplicate", "mark", "move", "paste", "restore", "retire" };

  if (step != tide_register_get_undo_step (reg))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_has_prefix (step->name, acts[i]))
      return TRUE;

  return g_str_has_suffix (step->name, "-in-projects")
         || g_str_equal (step->name, "add-placeholders");
}

static void
on_register_stepped (TideWindow *self, TideStep *step, TideRegister *reg)
{
  tide_window_return_to_now (self, _ ("The register has changed and is shown as it is now"));
  update_title (self);
  update_counts (self);
  tide_window_update_actions (self);
  if (deserves_toast (step, reg) && !tide_window_has_list (self))
    tide_window_offer_undo (self, step);
}

static void
on_register_problems (TideWindow *self)
{
  update_banner (self);
  tide_window_update_actions (self);
}

static void
on_page_shown (TideWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->page_stack);
  GtkStackPage *page = child != NULL ? gtk_stack_get_page (self->page_stack, child) : NULL;

  if (page == NULL)
    return;

  adw_navigation_page_set_title (self->content_page, gtk_stack_page_get_title (page));
  tide_window_update_actions (self);
}

static void
on_page_activated (TideWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
on_filter_activated (TideWindow *self, TidePayload *filter)
{
  tide_window_show_projects (self, TIDE_FILTER (filter));
}

static gboolean
has_projects (TideRegister *reg)
{
  return tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_PROJECT)) > 0;
}

static void
on_open_requested (TideWindow *self, GFile *file)
{
  tide_window_request_open (self, file);
}

/* The register that was worked on last is the one to come back to. Who turns to another window may
 * end the session from there. */
static void
on_active_changed (TideWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    {
      tide_window_keep_view (self);
      return;
    }

  tide_window_remember_file (self);
  tide_window_check_file (self);
}

static void
disconnect_document (TideWindow *self)
{
  if (self->document == NULL)
    return;

  g_signal_handlers_disconnect_by_data (tide_document_get_register (self->document), self);
  g_signal_handlers_disconnect_by_data (self->document, self);
}

static void
connect_document (TideWindow *self)
{
  TideRegister *reg = tide_document_get_register (self->document);

  g_signal_connect_object (self->document, "notify", G_CALLBACK (on_document_notify), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (tide_window_remember_file),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reg, "stepped", G_CALLBACK (on_register_stepped), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reg, "notify::n-problems", G_CALLBACK (on_register_problems), self,
                           G_CONNECT_SWAPPED);
}

static void
show_register (TideWindow *self, TideRegister *reg)
{
  tide_window_make_pages (self);
  tide_overview_page_set_register (self->overview_page, reg);
  tide_projects_page_set_register (self->projects_page, reg);
  tide_sectors_page_set_register (self->sectors_page, reg);
  tide_divisions_page_set_register (self->divisions_page, reg);
  tide_indicators_page_set_register (self->indicators_page, reg);
  tide_events_page_set_register (self->events_page, reg);
  tide_innovation_page_set_register (self->innovation_page, reg);
  tide_briefing_page_set_register (self->briefing_page, reg);
  tide_history_page_set_register (self->history_page, reg);
  tide_sidebar_set_register (self->sidebar, reg);
}

static void
show_page_anew (TidePage *page, TideRegister *reg)
{
  g_autoptr (GVariant) view = tide_page_dup_view (page);

  g_object_set (page, "register", NULL, NULL);
  g_object_set (page, "register", reg, NULL);
  tide_page_restore_view (page, view);
}

/* The person wants names in another language, or amounts in another unit: everything is shown anew,
 * on the same page. */
static void
on_display_changed (TideWindow *self)
{
  TideRegister *reg = tide_window_get_register (self);

  if (reg == NULL)
    return;

  tide_overview_page_reword (self->overview_page);
  show_page_anew (TIDE_PAGE (self->projects_page), reg);
  show_page_anew (TIDE_PAGE (self->sectors_page), reg);
  show_page_anew (TIDE_PAGE (self->divisions_page), reg);
  show_page_anew (TIDE_PAGE (self->indicators_page), reg);
  show_page_anew (TIDE_PAGE (self->events_page), reg);
  show_page_anew (TIDE_PAGE (self->innovation_page), reg);
  show_page_anew (TIDE_PAGE (self->briefing_page), reg);
  show_page_anew (TIDE_PAGE (self->history_page), reg);
  tide_sidebar_set_register (self->sidebar, NULL);
  tide_sidebar_set_register (self->sidebar, reg);
  update_title (self);
}

static void
on_author_changed (TideWindow *self)
{
  g_autofree char *author = tide_context_dup_author (self->context);

  if (self->document != NULL)
    tide_register_set_author (tide_document_get_register (self->document), author);
}

static void
update_all (TideWindow *self)
{
  update_title (self);
  update_counts (self);
  update_banner (self);
  tide_window_update_actions (self);
  tide_window_update_file_state (self);
}

/**
 * tide_window_show_anew:
 * @self: a window that shows a register
 *
 * Shows on all pages what tide_window_get_register() gives now, with the filters and choices that
 * they have.
 */
void
tide_window_show_anew (TideWindow *self)
{
  TideRegister *reg = tide_window_get_register (self);

  tide_sidebar_set_register (self->sidebar, reg);
  show_page_anew (TIDE_PAGE (self->overview_page), reg);
  show_page_anew (TIDE_PAGE (self->projects_page), reg);
  show_page_anew (TIDE_PAGE (self->sectors_page), reg);
  show_page_anew (TIDE_PAGE (self->divisions_page), reg);
  show_page_anew (TIDE_PAGE (self->indicators_page), reg);
  show_page_anew (TIDE_PAGE (self->events_page), reg);
  show_page_anew (TIDE_PAGE (self->innovation_page), reg);
  show_page_anew (TIDE_PAGE (self->briefing_page), reg);
  show_page_anew (TIDE_PAGE (self->history_page), reg);
  update_all (self);
}

/**
 * tide_window_set_document:
 * @self: a window
 * @document: (nullable): the register to show; %NULL for the welcome page
 */
void
tide_window_set_document (TideWindow *self, TideDocument *document)
{
  TideRegister *reg;
  gboolean had_view;

  if (self->document == document)
    return;

  disconnect_document (self);
  had_view = tide_window_drop_view (self);
  g_set_object (&self->document, document);
  reg = tide_window_get_register (self);
  show_register (self, reg);
  gtk_stack_set_visible_child_name (self->main_stack, document != NULL ? "register" : "welcome");
  if (document != NULL)
    {
      tide_document_keep_versions (document, tide_context_get_versions_folder (self->context));
      tide_document_keep_journal (document, tide_context_get_journal_folder (self->context));
      tide_window_apply_autosave (self);
      connect_document (self);
      tide_window_show_page (self, has_projects (reg) ? "overview" : "projects");
      tide_window_restore_view (self);
      tide_window_remember_file (self);
    }

  update_all (self);
  if (had_view && document != NULL)
    tide_window_show_message (self, _ ("The register is shown as it is now"));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
  if (document != NULL)
    tide_window_import_next (self);
}

/**
 * tide_window_get_register:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the register it shows: that of its document or, read-only,
 *   the same as it stood
 */
TideRegister *
tide_window_get_register (TideWindow *self)
{
  if (self->view != NULL)
    return self->view;

  return self->document != NULL ? tide_document_get_register (self->document) : NULL;
}

/**
 * tide_window_show_page:
 * @self: a window
 * @name: the name of a page, such as `projects`; another one is ignored
 */
void
tide_window_show_page (TideWindow *self, const char *name)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->page_stack, name);

  if (child != NULL)
    gtk_stack_set_visible_child (self->page_stack, child);
}

/**
 * tide_window_get_page_name:
 * @self: a window
 *
 * Returns: (transfer none): the name of the page it shows of its register
 */
const char *
tide_window_get_page_name (TideWindow *self)
{
  return gtk_stack_get_visible_child_name (self->page_stack);
}

/**
 * tide_window_show_projects:
 * @self: a window
 * @filter: (nullable): which projects to show; %NULL to leave the list as it is
 *
 * Goes to the list of projects.
 */
void
tide_window_show_projects (TideWindow *self, const TideFilter *filter)
{
  if (filter != NULL)
    tide_projects_page_set_filter (self->projects_page, filter);
  tide_window_show_page (self, "projects");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * tide_window_show_error:
 * @self: a window
 * @heading: what did not work
 * @error: why
 *
 * Tells the person that an act failed.
 */
void
tide_window_show_error (TideWindow *self, const char *heading, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * tide_window_show_message:
 * @self: a window
 * @message: what happened
 *
 * Shows a toast.
 */
void
tide_window_show_message (TideWindow *self, const char *message)
{
  tide_toast_show (self->toast_overlay, message, NULL);
}

/**
 * tide_window_request_open:
 * @self: a window
 * @file: the file of a register or a table
 *
 * Has the program open @file, in @self if that is free; a table is imported into the register of
 * @self instead.
 */
void
tide_window_request_open (TideWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *hint
      = g_strdup_printf ("%u", gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self)));

  g_application_open (G_APPLICATION (application), &file, 1, hint);
}

static gboolean
tide_window_close_request (GtkWindow *window)
{
  TideWindow *self = TIDE_WINDOW (window);

  if (!tide_window_prepare_close (self))
    return TRUE;

  tide_window_end_inhibition (self);
  if (self->document != NULL)
    tide_document_discard_journal (self->document);
  tide_window_keep_view (self);
  tide_window_cancel_opening (self);

  return GTK_WINDOW_CLASS (tide_window_parent_class)->close_request (window);
}

static void
tide_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideWindow *self = TIDE_WINDOW (object);

  switch ((TideWindowProperty) id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_window_dispose (GObject *object)
{
  TideWindow *self = TIDE_WINDOW (object);

  tide_window_cancel_opening (self);
  tide_window_forget_imports (self);
  g_clear_handle_id (&self->pages_id, g_source_remove);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->opening_file);
  g_clear_pointer (&self->waiting_reading, tide_journal_reading_unref);
  g_clear_object (&self->context);
  disconnect_document (self);
  g_clear_object (&self->document);
  g_clear_object (&self->view);
  g_clear_pointer (&self->as_of, tide_as_of_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_WINDOW);

  G_OBJECT_CLASS (tide_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TideWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, register_title);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, file_banner);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, as_of_banner);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, file_section);
  gtk_widget_class_bind_template_child (widget_class, TideWindow, edit_section);
  gtk_widget_class_bind_template_callback (widget_class, on_active_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_open_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_page_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated);
}

static void
tide_window_class_init (TideWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_window_get_property;
  object_class->dispose = tide_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tide_window_close_request;

  props[PROP_DOCUMENT]
      = g_param_spec_object ("document", NULL, NULL, TIDE_TYPE_DOCUMENT,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TIDE_TYPE_AS_OF_BANNER);
  g_type_ensure (TIDE_TYPE_SIDEBAR);
  g_type_ensure (TIDE_TYPE_WELCOME_PAGE);
  bind_template (widget_class);
  tide_window_install_actions (widget_class);
  tide_window_install_as_of_actions (widget_class);
  tide_window_install_attention_actions (widget_class);
  tide_window_install_file_actions (widget_class);
  tide_window_install_filter_actions (widget_class);
  tide_window_install_history_actions (widget_class);
  tide_window_install_division_actions (widget_class);
  tide_window_install_event_actions (widget_class);
  tide_window_install_innovation_actions (widget_class);
  tide_window_install_indicator_actions (widget_class);
  tide_window_install_open_actions (widget_class);
  tide_window_install_project_actions (widget_class);
  tide_window_install_import_actions (widget_class);
  tide_window_install_report_actions (widget_class);
  tide_window_install_version_actions (widget_class);
  tide_window_install_vocabulary_actions (widget_class);
}

static void
tide_window_init (TideWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_window_accept_files (self);
  tide_window_make_pages_later (self);
  tide_window_update_actions (self);
  tide_window_update_file_state (self);
}

/**
 * tide_window_init_resources:
 *
 * Registers what the window's template needs. Call once, before the first window.
 */
void
tide_window_init_resources (void)
{
  tide_app_register_resource ();
}

/**
 * tide_window_new:
 * @application: the program
 * @context: what it shares
 *
 * Returns: (transfer none): a window that shows the welcome page
 */
TideWindow *
tide_window_new (GtkApplication *application, TideContext *context)
{
  TideWindow *self = g_object_new (TIDE_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = tide_context_get_settings (context);

  self->context = g_object_ref (context);
  tide_welcome_page_set_context (self->welcome_page, context);
  g_signal_connect_object (tide_session_get_recents (tide_context_get_session (context)),
                           "items-changed", G_CALLBACK (tide_window_update_recent_menu), self,
                           G_CONNECT_SWAPPED);
  tide_window_update_recent_menu (self);
  g_signal_connect_object (context, "display-changed", G_CALLBACK (on_display_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "author-changed", G_CALLBACK (on_author_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::autosave", G_CALLBACK (tide_window_apply_autosave),
                           self, G_CONNECT_SWAPPED);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  return self;
}

/**
 * tide_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL on the welcome page
 */
TideDocument *
tide_window_get_document (TideWindow *self)
{
  g_return_val_if_fail (TIDE_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * tide_window_has_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether @self shows the register of @file
 */
gboolean
tide_window_has_file (TideWindow *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (TIDE_IS_WINDOW (self), FALSE);

  own = self->document != NULL ? tide_document_get_file (self->document) : NULL;

  return own != NULL && g_file_equal (own, file);
}

/**
 * tide_window_is_opening:
 * @self: a window
 * @file: a file
 *
 * Returns: whether @self is about to show the register of @file
 */
gboolean
tide_window_is_opening (TideWindow *self, GFile *file)
{
  g_return_val_if_fail (TIDE_IS_WINDOW (self), FALSE);

  return self->opening_file != NULL && g_file_equal (self->opening_file, file);
}

/**
 * tide_window_is_free:
 * @self: a window
 *
 * Returns: whether another register can be shown in it without hiding anybody's work
 */
gboolean
tide_window_is_free (TideWindow *self)
{
  g_return_val_if_fail (TIDE_IS_WINDOW (self), FALSE);

  if (self->opening != NULL || self->is_importing || !g_queue_is_empty (&self->imports))
    return FALSE;

  return self->document == NULL || tide_document_is_untouched (self->document);
}
