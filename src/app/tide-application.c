/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-application.h"

#include "tide-config.h"
#include "app/tide-context.h"
#include "app/tide-file-queue.h"
#include "app/tide-help-dialog.h"
#include "app/tide-preferences-dialog.h"
#include "app/tide-recovery-dialog.h"
#include "app/tide-shortcuts-dialog.h"
#include "app/tide-window.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-ui.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/tideline_app/Tideline"
#define METAINFO RESOURCES "/" TIDE_APPLICATION_ID ".metainfo.xml"

struct _TideApplication
{
  AdwApplication parent_instance;

  TideContext *context; /* from startup on */
  TideFileQueue *files; /* that were asked for; started once the session is known */

  /* What was asked for before the session was known. */
  GPtrArray *readings; /* nullable, of TideJournalReading: what crashes have left */
  gboolean is_activation_waiting;
  gboolean is_ready;
};

G_DEFINE_FINAL_TYPE (TideApplication, tide_application, ADW_TYPE_APPLICATION)

static TideWindow *
add_window (TideApplication *self)
{
  TideWindow *window = tide_window_new (GTK_APPLICATION (self), self->context);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static TideWindow *
find_window_of_file (TideApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TIDE_IS_WINDOW (l->data)
        && (tide_window_has_file (l->data, file) || tide_window_is_opening (l->data, file)))
      return TIDE_WINDOW (l->data);

  return NULL;
}

static TideWindow *
ensure_free_window (TideApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (TIDE_IS_WINDOW (active) && tide_window_is_free (TIDE_WINDOW (active)))
    {
      gtk_window_present (active);
      return TIDE_WINDOW (active);
    }

  return add_window (self);
}

static void
open_register (TideApplication *self, GFile *file)
{
  TideWindow *window = find_window_of_file (self, file);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    tide_window_open (ensure_free_window (self), file, FALSE);
}

/* The window that asks has its number as the hint. */
static TideWindow *
ensure_window_for_table (TideApplication *self, const char *hint)
{
  GtkApplication *application = GTK_APPLICATION (self);
  guint64 id = 0;
  GtkWindow *window = NULL;

  if (g_ascii_string_to_unsigned (hint, 10, 1, G_MAXUINT, &id, NULL))
    window = gtk_application_get_window_by_id (application, (guint) id);
  if (window == NULL)
    window = gtk_application_get_active_window (application);

  return TIDE_IS_WINDOW (window) ? TIDE_WINDOW (window) : add_window (self);
}

static void
on_file_found (TideApplication *self, GFile *file, gboolean is_table, const char *hint)
{
  if (is_table)
    {
      TideWindow *window = ensure_window_for_table (self, hint);

      gtk_window_present (GTK_WINDOW (window));
      tide_window_import (window, file);
    }
  else
    open_register (self, file);
  g_application_release (G_APPLICATION (self));
}

/* There may be no window yet while it is looked at. */
static void
open_file (TideApplication *self, GFile *file, const char *hint)
{
  g_application_hold (G_APPLICATION (self));
  tide_file_queue_push (self->files, file, hint);
}

static TideWindow *
find_window_to_recover (TideApplication *self, TideJournalReading *reading)
{
  g_autoptr (GFile) file = tide_journal_reading_dup_file (reading);
  TideWindow *window = file != NULL ? find_window_of_file (self, file) : NULL;
  TideDocument *document = window != NULL ? tide_window_get_document (window) : NULL;

  if (window != NULL && file != NULL && tide_window_is_opening (window, file))
    return window;
  if (document != NULL && !tide_document_get_modified (document)
      && !tide_register_has_drafts (tide_document_get_register (document)))
    return window;

  return ensure_free_window (self);
}

static void
on_recover_requested (TideApplication *self, TideJournalReading *reading)
{
  tide_window_recover (find_window_to_recover (self, reading), reading);
}

static void
offer_recovery (TideApplication *self)
{
  g_autoptr (GPtrArray) readings = g_steal_pointer (&self->readings);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  AdwDialog *dialog = tide_recovery_dialog_new (readings, tide_context_get_clock (self->context));

  if (window == NULL)
    window = GTK_WINDOW (add_window (self));
  g_signal_connect_object (dialog, "recover-requested", G_CALLBACK (on_recover_requested), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* What is asked for is shown beside nothing; else the register that was open last is. */
static void
show_something (TideApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  GListModel *recents = tide_session_get_recents (tide_context_get_session (self->context));
  g_autoptr (TideRecent) last = g_list_model_get_item (recents, 0);

  if (active != NULL)
    gtk_window_present (active);
  else if (last != NULL)
    tide_window_reopen (add_window (self), tide_recent_get_file (last));
  else
    add_window (self);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tide_window_show_new (ensure_free_window (data));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideApplication) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    open_file (self, file, "");
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TideApplication *self = data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) registers = tide_window_new_file_filter ();
  g_autoptr (GtkFileFilter) tables = tide_window_new_table_filter ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, registers);
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _ ("Open Register"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, gtk_application_get_active_window (GTK_APPLICATION (self)), NULL,
                        on_file_chosen, g_object_ref (self));
}

static void
on_open_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *name = g_strdup_printf ("%s.tideline", g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) file = g_file_new_build_filename (TIDE_PKGDATADIR, "samples", name, NULL);

  tide_window_open (ensure_free_window (data), file, TRUE);
}

/* Windows with unsaved changes stay and ask; the program ends with its last window. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

/* A key that is pressed again does not open a second one. */
static void
present_dialog (TideApplication *self, AdwDialog *dialog)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (AdwDialog) kept = g_object_ref_sink (dialog);
  AdwDialog *visible = NULL;

  if (ADW_IS_APPLICATION_WINDOW (window))
    visible = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (visible == NULL || G_OBJECT_TYPE (visible) != G_OBJECT_TYPE (dialog))
    adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TideApplication *self = data;

  present_dialog (self, tide_preferences_dialog_new (self->context));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present_dialog (data, tide_shortcuts_dialog_new ());
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present_dialog (data, tide_help_dialog_new ());
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *developers[] = { "The Tideline developers", NULL };
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (METAINFO, TIDE_VERSION);

  /* The metainfo knows neither of them. */
  adw_about_dialog_set_developers (ADW_ABOUT_DIALOG (dialog), developers);
  /* Translators: your name, and that of those before you, one a line */
  adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (dialog), _ ("translator-credits"));
  present_dialog (data, dialog);
}

static void
on_open_recent (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_register (data, file);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = on_new },
  { .name = "open", .activate = on_open },
  { .name = "open-recent", .activate = on_open_recent, .parameter_type = "s" },
  { .name = "open-sample", .activate = on_open_sample, .parameter_type = "s" },
  { .name = "quit", .activate = on_quit },
  { .name = "preferences", .activate = on_preferences },
  { .name = "shortcuts", .activate = on_shortcuts },
  { .name = "help", .activate = on_help },
  { .name = "about", .activate = on_about },
};

/* The program does not end before it has written down what it is to remember. */
static void
on_session_writing (TideApplication *self, GParamSpec *pspec, TideSession *session)
{
  if (tide_session_get_writing (session))
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

/* What a crash has left comes before the register that was open last. */
static void
show_first (TideApplication *self)
{
  self->is_ready = TRUE;
  tide_file_queue_start (self->files);
  if (self->readings != NULL)
    offer_recovery (self);
  else if (self->is_activation_waiting)
    show_something (self);
}

static void
list_journals_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, tide_journal_list (data, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_journals_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  TideApplication *self = TIDE_APPLICATION (source);
  g_autoptr (GPtrArray) readings = g_task_propagate_pointer (G_TASK (result), NULL);

  if (readings != NULL && readings->len > 0)
    self->readings = g_steal_pointer (&readings);
  show_first (self);
  g_application_release (G_APPLICATION (self));
}

static void
on_session_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  TideApplication *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_journals_listed, NULL);

  tide_session_load_finish (TIDE_SESSION (source), result);
  g_task_set_task_data (task, g_strdup (tide_context_get_journal_folder (self->context)), g_free);
  g_task_run_in_thread (task, list_journals_in_thread);
}

static void
load_session (TideApplication *self)
{
  TideSession *session = tide_context_get_session (self->context);

  /* The desktop's privacy settings, where a person may have turned the history of files off. */
  g_object_bind_property (gtk_settings_get_default (), "gtk-recent-files-enabled", session,
                          "enabled", G_BINDING_SYNC_CREATE);
  g_application_hold (G_APPLICATION (self));
  g_signal_connect_object (session, "notify::writing", G_CALLBACK (on_session_writing), self,
                           G_CONNECT_SWAPPED);
  tide_session_load_async (session, on_session_loaded, self);
}

static void
set_accelerators (GtkApplication *application)
{
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    if (shortcuts[i].scope == TIDE_SHORTCUTS_APPLICATION)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}

/* Somebody ends the session, or the program: there is no time to ask. */
static gboolean
on_terminated (gpointer data)
{
  g_application_quit (data);

  return G_SOURCE_CONTINUE;
}

static void
tide_application_startup (GApplication *application)
{
  TideApplication *self = TIDE_APPLICATION (application);
  g_autoptr (TideClock) clock = tide_clock_new ();

  G_APPLICATION_CLASS (tide_application_parent_class)->startup (application);

  tide_ui_init ();
  tide_window_init_resources ();
  gtk_window_set_default_icon_name (TIDE_APPLICATION_ID);
  self->context = tide_context_new (clock);
  load_session (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accelerators (GTK_APPLICATION (self));
  g_unix_signal_add (SIGTERM, on_terminated, self);
  g_unix_signal_add (SIGHUP, on_terminated, self);
  g_unix_signal_add (SIGINT, on_terminated, self);
}

/* What windows still show has not been closed by a person: what is not saved of it is offered at
 * the next start. */
static void
tide_application_shutdown (GApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    {
      TideDocument *document = TIDE_IS_WINDOW (l->data) ? tide_window_get_document (l->data) : NULL;

      if (document != NULL)
        tide_document_leave_journal (document);
    }

  G_APPLICATION_CLASS (tide_application_parent_class)->shutdown (application);
}

static void
tide_application_activate (GApplication *application)
{
  TideApplication *self = TIDE_APPLICATION (application);

  if (self->is_ready)
    show_something (self);
  else
    self->is_activation_waiting = TRUE;
}

static void
tide_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  TideApplication *self = TIDE_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    open_file (self, files[i], hint);
}

/* Goes on as a start without arguments does, which shows the window that the action has opened. */
static int
tide_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (!g_variant_dict_contains (options, "new-register"))
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  g_action_group_activate_action (G_ACTION_GROUP (application), "new", NULL);

  return -1;
}

static void
tide_application_dispose (GObject *object)
{
  TideApplication *self = TIDE_APPLICATION (object);

  g_clear_object (&self->context);
  g_clear_object (&self->files);
  g_clear_pointer (&self->readings, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_application_parent_class)->dispose (object);
}

static void
tide_application_class_init (TideApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_application_dispose;
  application_class->startup = tide_application_startup;
  application_class->shutdown = tide_application_shutdown;
  application_class->activate = tide_application_activate;
  application_class->open = tide_application_open;
  application_class->handle_local_options = tide_application_handle_local_options;
}

static void
tide_application_init (TideApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-register", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Begin a new register"),
      NULL },
    { NULL },
  };

  self->files = tide_file_queue_new ();
  g_signal_connect_object (self->files, "found", G_CALLBACK (on_file_found), self,
                           G_CONNECT_SWAPPED);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * tide_application_new:
 *
 * Returns: (transfer full): the program
 */
TideApplication *
tide_application_new (void)
{
  return g_object_new (TIDE_TYPE_APPLICATION, "application-id", TIDE_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "version", TIDE_VERSION, "resource-base-path",
                       RESOURCES, NULL);
}
