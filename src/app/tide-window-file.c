/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "tide-config.h"
#include "store/tide-file-place.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

#define FILE_SUFFIX ".tideline"

/* What is to be done once the register has been saved. */
typedef struct
{
  TideWindow *window;
  gboolean close;
} SaveWish;

static SaveWish *
save_wish_new (TideWindow *window, gboolean close)
{
  SaveWish *wish = g_new0 (SaveWish, 1);

  wish->window = g_object_ref (window);
  wish->close = close;

  return wish;
}

static void
save_wish_free (SaveWish *wish)
{
  g_object_unref (wish->window);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveWish, save_wish_free)

/**
 * tide_window_new_file_filter:
 *
 * Returns: (transfer full): the filter of file dialogs for registers
 */
GtkFileFilter *
tide_window_new_file_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Registers"));
  gtk_file_filter_add_pattern (filter, "*" FILE_SUFFIX);

  return filter;
}

/* Opening ----------------------------------------------------------------------------------- */

/* What is being opened, and whether somebody has asked for it. */
typedef struct
{
  TideWindow *window;
  GFile *file;
  gboolean was_asked_for;
  TideJournalReading *reading; /* nullable: to be done on what is opened */
} OpenWish;

static void
open_wish_free (OpenWish *wish)
{
  g_object_unref (wish->window);
  g_object_unref (wish->file);
  g_clear_pointer (&wish->reading, tide_journal_reading_unref);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpenWish, open_wish_free)

static void
on_open_progress (double fraction, gpointer data)
{
  TideWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (fraction, 0, 1));
}

static TideWindow *
find_other_window (TideWindow *self, GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TIDE_IS_WINDOW (l->data) && l->data != self)
      return l->data;

  return NULL;
}

/**
 * tide_window_tell_not_opened:
 * @self: a window in which a register could not be opened
 * @error: why
 *
 * Tells it. A window that was made for one file alone goes with it.
 */
void
tide_window_tell_not_opened (TideWindow *self, const GError *error)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  TideWindow *other = NULL;

  /* Somebody has closed the window. */
  if (application == NULL)
    return;

  if (self->document == NULL)
    other = find_other_window (self, application);
  tide_window_show_error (other != NULL ? other : self, _ ("Could Not Open the Register"), error);
  if (other != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
tell_not_opened (OpenWish *wish, const GError *error)
{
  TideWindow *self = wish->window;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!wish->was_asked_for && g_error_matches (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_NOT_FOUND))
    {
      tide_window_show_message (self, _ ("The last register was not found"));
      return;
    }

  if (!tide_window_look_for_version (self, wish->file, error))
    tide_window_tell_not_opened (self, error);
}

static void
tell_recovered (TideWindow *self, guint n_done, guint n_left_out)
{
  g_autofree char *message = NULL;
  AdwDialog *dialog;

  /* There was a form alone, which is shown. */
  if (n_done == 0 && n_left_out == 0)
    return;

  if (n_left_out == 0)
    {
      /* Translators: how many changes a crash has not lost */
      message = g_strdup_printf (ngettext ("%u change recovered", "%u changes recovered", n_done),
                                 n_done);
      tide_window_show_message (self, message);
      return;
    }

  message = g_strdup_printf (
      /* Translators: how many changes */
      ngettext ("%u change does not fit the register any more, as its file has been changed since.",
                "%u changes do not fit the register any more, as its file has been changed since.",
                n_left_out),
      n_left_out);
  dialog = adw_alert_dialog_new (_ ("Not Everything Could Be Recovered"), message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* The steps come before the window shows the register, as they would be many changes of it. */
static void
show_opened (OpenWish *wish, TideDocument *document)
{
  TideWindow *self = wish->window;
  guint n_done, n_left_out;

  if (wish->reading == NULL)
    {
      tide_window_set_document (self, document);
      return;
    }

  n_done = tide_document_recover (document, wish->reading,
                                  tide_context_get_journal_folder (self->context), &n_left_out);
  tide_window_set_document (self, document);
  tide_window_resume_forms (self);
  tell_recovered (self, n_done, n_left_out);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OpenWish) wish = data;
  TideWindow *self = wish->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideDocument) document = tide_document_open_finish (result, &error);

  g_clear_object (&self->opening);
  if (document != NULL)
    {
      show_opened (wish, document);
      return;
    }

  gtk_stack_set_visible_child_name (self->main_stack,
                                    self->document != NULL ? "register" : "welcome");
  tell_not_opened (wish, error);
}

static void
open_file (TideWindow *self,
           GFile *file,
           gboolean as_copy,
           gboolean was_asked_for,
           TideJournalReading *reading)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *author = tide_context_dup_author (self->context);
  g_autofree char *description = g_markup_escape_text (shown, -1);
  OpenWish *wish = g_new0 (OpenWish, 1);

  wish->window = g_object_ref (self);
  wish->file = g_object_ref (file);
  wish->was_asked_for = was_asked_for;
  wish->reading = reading != NULL ? tide_journal_reading_ref (reading) : NULL;
  self->opening = g_cancellable_new ();
  adw_status_page_set_description (self->opening_page, description);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->main_stack, "opening");

  tide_document_open_async (file, as_copy, tide_context_get_clock (self->context), author,
                            on_open_progress, g_object_ref (self), g_object_unref, self->opening,
                            on_opened, wish);
}

/**
 * tide_window_open:
 * @self: a window that is free
 * @file: a register's file
 * @as_copy: whether it becomes a register without a file of its own
 *
 * Shows the register of @file, or says why it cannot.
 */
void
tide_window_open (TideWindow *self, GFile *file, gboolean as_copy)
{
  g_return_if_fail (TIDE_IS_WINDOW (self));
  g_return_if_fail (self->opening == NULL);

  open_file (self, file, as_copy, TRUE, NULL);
}

/**
 * tide_window_reopen:
 * @self: a window that is free
 * @file: the file of the register that was open last
 *
 * Shows the register where it was left. That its file is gone is told in passing, as nobody has
 * asked for it.
 */
void
tide_window_reopen (TideWindow *self, GFile *file)
{
  g_return_if_fail (TIDE_IS_WINDOW (self));
  g_return_if_fail (self->opening == NULL);

  open_file (self, file, FALSE, FALSE, NULL);
}

/**
 * tide_window_recover:
 * @self: a window that is free, or shows the register of @reading as it is in its file
 * @reading: what a crash has left
 *
 * Shows the register with the changes that had not been saved, which can be undone and are to be
 * saved.
 */
void
tide_window_recover (TideWindow *self, TideJournalReading *reading)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TIDE_IS_WINDOW (self));
  g_return_if_fail (self->opening == NULL);

  file = tide_journal_reading_dup_file (reading);
  if (file != NULL)
    {
      open_file (self, file, FALSE, TRUE, reading);
      return;
    }

  g_set_error_literal (&error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_NOT_FOUND,
                       _ ("The register to which the changes belong is missing."));
  tide_window_show_error (self, _ ("Could Not Open the Register"), error);
}

/**
 * tide_window_show_new:
 * @self: a window that is free
 *
 * Shows a new register: no projects yet, the shipped taxonomies and divisions to sort them into.
 */
void
tide_window_show_new (TideWindow *self)
{
  g_autoptr (GFile) file
      = g_file_new_build_filename (TIDE_PKGDATADIR, "templates", "register.tideline", NULL);

  g_return_if_fail (TIDE_IS_WINDOW (self));

  tide_window_open (self, file, TRUE);
}

/**
 * tide_window_cancel_opening:
 * @self: a window
 *
 * Stops what is being opened, if anything is.
 */
void
tide_window_cancel_opening (TideWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

static void
cancel_opening (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_window_cancel_opening (TIDE_WINDOW (widget));
}

/* Saving ------------------------------------------------------------------------------------ */

static void choose_and_save (SaveWish *wish);

static void
on_failure_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SaveWish) wish = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (strcmp (answer, "save-as") == 0)
    choose_and_save (g_steal_pointer (&wish));
}

static void
tell_failure (SaveWish *wish, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Could Not Save the Register"), error->message);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"), "save-as",
                                  _ ("Save _As…"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (wish->window), NULL,
                           on_failure_answered, wish);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SaveWish) wish = data;
  g_autoptr (GError) error = NULL;

  if (!tide_document_save_finish (TIDE_DOCUMENT (source), result, &error))
    {
      tell_failure (g_steal_pointer (&wish), error);
      return;
    }

  if (wish->close)
    gtk_window_close (GTK_WINDOW (wish->window));
  else
    tide_window_show_message (wish->window, _ ("Register saved"));
}

static void
save_to (SaveWish *wish, GFile *file)
{
  tide_document_save_async (wish->window->document, file, NULL, on_saved, wish);
}

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SaveWish) wish = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    save_to (g_steal_pointer (&wish), file);
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

  return g_strconcat (name, FILE_SUFFIX, NULL);
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

static void
choose_and_save (SaveWish *wish)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = tide_window_new_file_filter ();

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Save Register"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  propose_place (dialog, wish->window->document);
  gtk_file_dialog_save (dialog, GTK_WINDOW (wish->window), NULL, on_place_chosen, wish);
}

static void
save_wished (SaveWish *wish)
{
  if (tide_document_get_file (wish->window->document) != NULL)
    save_to (wish, NULL);
  else
    choose_and_save (wish);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save_wished (save_wish_new (TIDE_WINDOW (widget), FALSE));
}

static void
save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_and_save (save_wish_new (TIDE_WINDOW (widget), FALSE));
}

static void
on_close_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideWindow) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (strcmp (answer, "save") == 0)
    {
      save_wished (save_wish_new (self, TRUE));
    }
  else if (strcmp (answer, "discard") == 0)
    {
      self->is_closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

/**
 * tide_window_ask_to_save:
 * @self: a window whose register has unsaved changes
 *
 * Asks what to do with them before the window closes.
 */
void
tide_window_ask_to_save (TideWindow *self)
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

/**
 * tide_window_update_file_actions:
 * @self: a window
 *
 * Enables saving where there is something to save.
 */
void
tide_window_update_file_actions (TideWindow *self)
{
  const gboolean can_save = self->document != NULL && !tide_document_get_busy (self->document);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save", can_save);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as", can_save);
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
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening);
}
