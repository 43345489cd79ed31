/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "store/tide-file-place.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

/* Milliseconds from a change to its saving, for who wants registers saved by themselves. */
#define AUTOSAVE_DELAY 4000

TideSaveWish *
tide_save_wish_new (TideWindow *window, gboolean close)
{
  TideSaveWish *wish = g_new0 (TideSaveWish, 1);

  wish->window = g_object_ref (window);
  wish->close = close;

  return wish;
}

void
tide_save_wish_free (TideSaveWish *wish)
{
  g_object_unref (wish->window);
  g_free (wish);
}

static void
on_failure_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideSaveWish) wish = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (strcmp (answer, "save-as") == 0)
    tide_window_choose_and_save (g_steal_pointer (&wish));
}

/* What went wrong, and what can be done. Who is closing the window learns that it stays. */
static void
tell_failure (TideSaveWish *wish, const GError *error)
{
  const TideStoreError code
      = error->domain == TIDE_STORE_ERROR ? (TideStoreError) error->code : TIDE_STORE_ERROR_FAILED;
  g_autofree char *body = g_strconcat (error->message, "\n\n", tide_store_error_get_advice (code),
                                       " ", _ ("Your changes are still here."), NULL);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Could Not Save the Register"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"), "save-as",
                                  _ ("Save _As…"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (wish->window), NULL,
                           on_failure_answered, wish);
}

static gboolean
is_outside_change (const GError *error)
{
  return g_error_matches (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_CHANGED)
         || g_error_matches (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_GONE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideSaveWish) wish = data;
  TideWindow *self = wish->window;
  g_autoptr (GError) error = NULL;

  if (tide_document_save_finish (TIDE_DOCUMENT (source), result, &error))
    {
      if (wish->close)
        gtk_window_close (GTK_WINDOW (self));
      else
        tide_window_show_message (self, _ ("Register saved"));
      return;
    }

  /* It was closed while it waited, as nothing would be lost. */
  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;

  if (is_outside_change (error))
    tide_window_review_outside (g_steal_pointer (&wish));
  else
    tell_failure (g_steal_pointer (&wish), error);
}

/* A save that waits for another one to end. */
typedef struct
{
  TideSaveWish *wish;
  GFile *file; /* nullable */
} WaitingSave;

static void
waiting_save_free (gpointer data, GClosure *closure)
{
  WaitingSave *waiting = data;

  g_clear_pointer (&waiting->wish, tide_save_wish_free);
  g_clear_object (&waiting->file);
  g_free (waiting);
}

static void
on_other_save_over (TideDocument *document, GParamSpec *pspec, WaitingSave *waiting)
{
  TideSaveWish *wish;

  if (tide_document_get_busy (document) || waiting->wish == NULL)
    return;

  wish = g_steal_pointer (&waiting->wish);
  tide_document_save_async (document, waiting->file, NULL, on_saved, wish);
  g_signal_handlers_disconnect_by_func (document, on_other_save_over, waiting);
}

/* Takes @wish; @file is where to, NULL for the file it has. */
void
tide_window_save_to (TideSaveWish *wish, GFile *file)
{
  TideDocument *document = wish->window->document;
  WaitingSave *waiting;

  if (!tide_document_get_busy (document))
    {
      tide_document_save_async (document, file, NULL, on_saved, wish);
      return;
    }

  waiting = g_new0 (WaitingSave, 1);
  waiting->wish = wish;
  waiting->file = file != NULL ? g_object_ref (file) : NULL;
  g_signal_connect_data (document, "notify::busy", G_CALLBACK (on_other_save_over), waiting,
                         waiting_save_free, G_CONNECT_DEFAULT);
}

static TideWindow *
find_other_window (TideWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TIDE_IS_WINDOW (l->data) && l->data != self && tide_window_has_file (l->data, file))
      return l->data;

  return NULL;
}

static void
refuse_open_file (TideWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *isolated = tide_text_dup_isolated (shown);
  g_autoptr (GError) error = NULL;

  g_set_error (&error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED,
               /* Translators: %s is the name of a file */
               _ ("“%s” is open in another window. Choose another name, or close that window"
                  " first."),
               isolated);
  tide_window_show_error (self, _ ("Could Not Save the Register"), error);
}

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideSaveWish) wish = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;

  if (find_other_window (wish->window, file) != NULL)
    refuse_open_file (wish->window, file);
  else
    tide_window_save_to (g_steal_pointer (&wish), file);
}

static char *
dup_file_name (TideDocument *document)
{
  GFile *file = tide_document_get_file (document);
  g_autofree char *name = NULL;

  if (file != NULL)
    return g_file_get_basename (file);

  name = tide_document_dup_name (document, tide_language_get_default ());
  g_strdelimit (name, "/\\:", '-');

  return g_strconcat (name, TIDE_WINDOW_FILE_SUFFIX, NULL);
}

/* Begins where the register is, unless the dialog, which is outside the sandbox, would not know the
 * folder: then the name alone is proposed. */
static void
propose_place (GtkFileDialog *dialog, TideDocument *document)
{
  GFile *file = tide_document_get_file (document);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autofree char *name = dup_file_name (document);

  if (path != NULL && !tide_file_place_is_portal_path (path))
    gtk_file_dialog_set_initial_file (dialog, file);
  else
    gtk_file_dialog_set_initial_name (dialog, name);
}

static GtkFileDialog *
new_save_dialog (TideWindow *self)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = tide_window_new_file_filter ();

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Save Register"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  propose_place (dialog, self->document);

  return dialog;
}

/* Takes @wish. */
void
tide_window_choose_and_save (TideSaveWish *wish)
{
  g_autoptr (GtkFileDialog) dialog = new_save_dialog (wish->window);

  gtk_file_dialog_save (dialog, GTK_WINDOW (wish->window), NULL, on_place_chosen, wish);
}

/* Takes @wish. The file that others have changed stays as it is: another name is proposed. */
void
tide_window_choose_copy (TideSaveWish *wish)
{
  g_autoptr (GtkFileDialog) dialog = new_save_dialog (wish->window);
  g_autofree char *name = dup_file_name (wish->window->document);
  g_autofree char *copy = NULL;

  if (g_str_has_suffix (name, TIDE_WINDOW_FILE_SUFFIX))
    name[strlen (name) - strlen (TIDE_WINDOW_FILE_SUFFIX)] = '\0';
  /* Translators: the name of a file for one's own version of a register, without its ending; %s is
   * the name of the register's file */
  copy = g_strdup_printf (_ ("%s (my copy)"), name);
  g_free (g_steal_pointer (&name));
  name = g_strconcat (copy, TIDE_WINDOW_FILE_SUFFIX, NULL);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (wish->window), NULL, on_place_chosen, wish);
}

static void
save_wished (TideSaveWish *wish)
{
  if (tide_document_get_file (wish->window->document) != NULL)
    tide_window_save_to (wish, NULL);
  else
    tide_window_choose_and_save (wish);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save_wished (tide_save_wish_new (TIDE_WINDOW (widget), FALSE));
}

static void
save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_window_choose_and_save (tide_save_wish_new (TIDE_WINDOW (widget), FALSE));
}

static void
review_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);

  if (tide_document_get_outside (self->document) != TIDE_FILE_CHANGE_NONE)
    tide_window_review_outside (tide_save_wish_new (self, FALSE));
  else
    tide_window_choose_and_save (tide_save_wish_new (self, FALSE));
}

/* Closing ------------------------------------------------------------------------------------- */

static void
on_close_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideWindow) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (strcmp (answer, "save") == 0)
    {
      save_wished (tide_save_wish_new (self, TRUE));
    }
  else if (strcmp (answer, "discard") == 0)
    {
      /* What is not wanted is not to be saved while the window goes. */
      tide_document_set_autosave (self->document, 0);
      self->is_closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_to_save (TideWindow *self)
{
  g_autofree char *title = tide_document_dup_name (self->document, tide_language_get_default ());
  g_autofree char *name = tide_text_dup_isolated (title);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Save Changes?"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      /* Translators: %s is the title of a register */
      alert, _ ("“%s” has changes that are not saved. Without saving they are lost."), name);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save",
                                  _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, on_close_answered, g_object_ref (self));
}

/* Whether the register is one that is saved without asking. */
static gboolean
saves_by_itself (TideWindow *self)
{
  return tide_document_get_autosave (self->document) > 0
         && tide_document_get_file (self->document) != NULL
         && tide_document_get_outside (self->document) == TIDE_FILE_CHANGE_NONE
         && !tide_document_get_save_failed (self->document);
}

/**
 * tide_window_prepare_close:
 * @self: a window that is to be closed
 *
 * Sees to what closing would lose: lets a save that runs end, saves where that happens without
 * asking, and asks else. If all goes well the window is closed then.
 *
 * Returns: whether there is nothing to be lost
 */
gboolean
tide_window_prepare_close (TideWindow *self)
{
  if (self->document == NULL || self->is_closing)
    return TRUE;

  if (tide_document_get_busy (self->document))
    {
      self->is_close_waiting = TRUE;
      return FALSE;
    }
  if (!tide_document_get_modified (self->document))
    return TRUE;

  if (saves_by_itself (self))
    save_wished (tide_save_wish_new (self, TRUE));
  else
    ask_to_save (self);

  return FALSE;
}

/* What ends the session should know that something is not saved. It may end it nevertheless: what
 * is not saved is in the journal. */
static void
update_inhibition (TideWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const gboolean is_needed = self->document != NULL && tide_document_get_modified (self->document);

  if (application == NULL || is_needed == (self->inhibition != 0))
    return;

  if (is_needed)
    self->inhibition
        = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT,
                                   /* Translators: why the session should not end yet */
                                   _ ("A register has changes that are not saved"));
  else
    tide_window_end_inhibition (self);
}

/* Lets the session end. */
void
tide_window_end_inhibition (TideWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const guint inhibition = self->inhibition;

  self->inhibition = 0;
  if (inhibition != 0 && application != NULL)
    gtk_application_uninhibit (application, inhibition);
}

/**
 * tide_window_update_file_state:
 * @self: a window
 *
 * Follows what happens with the register's file: enables saving where there is something to save,
 * and closes the window once a save that it waited for is over.
 */
void
tide_window_update_file_state (TideWindow *self)
{
  const gboolean can_save = self->document != NULL && !tide_document_get_busy (self->document);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save", can_save);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as", can_save);
  tide_window_update_file_banner (self);
  update_inhibition (self);

  if (can_save && self->is_close_waiting)
    {
      self->is_close_waiting = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

/**
 * tide_window_apply_autosave:
 * @self: a window
 *
 * Has its register saved by itself, or not, as the person wants it.
 */
void
tide_window_apply_autosave (TideWindow *self)
{
  GSettings *settings = tide_context_get_settings (self->context);

  if (self->document != NULL)
    tide_document_set_autosave (self->document,
                                g_settings_get_boolean (settings, "autosave") ? AUTOSAVE_DELAY : 0);
}

/**
 * tide_window_install_file_actions:
 * @widget_class: the class of windows
 *
 * Adds what concerns the register's file.
 */
void
tide_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as);
  gtk_widget_class_install_action (widget_class, "win.review-file", NULL, review_file);
}
