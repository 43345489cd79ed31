/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "tide-config.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

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
  gtk_file_filter_add_pattern (filter, "*" TIDE_WINDOW_FILE_SUFFIX);

  return filter;
}

/* What is being opened, and whether somebody has asked for it. */
typedef struct
{
  TideWindow *window;
  GFile *file;
  gboolean was_asked_for;
  gboolean is_reload;          /* what was shown before is given up */
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

/* What they show belongs to the register that goes: what would be typed in them was lost. */
static void
close_dialogs (TideWindow *self)
{
  g_autoptr (GListModel) dialogs
      = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      adw_dialog_force_close (dialog);
    }
}

/* The steps come before the window shows the register, as they would be many changes of it. */
static void
show_opened (OpenWish *wish, TideDocument *document)
{
  TideWindow *self = wish->window;
  guint n_done, n_left_out;

  if (wish->reading == NULL)
    {
      if (wish->is_reload)
        {
          close_dialogs (self);
          tide_document_discard_journal (self->document);
        }
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
recover_waiting (TideWindow *self)
{
  g_autoptr (TideJournalReading) reading = g_steal_pointer (&self->waiting_reading);

  /* Somebody may have closed the window. */
  if (reading != NULL && gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    tide_window_recover (self, reading);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OpenWish) wish = data;
  TideWindow *self = wish->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideDocument) document = tide_document_open_finish (result, &error);

  g_clear_object (&self->opening);
  g_clear_object (&self->opening_file);
  if (document != NULL)
    {
      /* What waits is shown instead: what was typed before it came would be lost. */
      if (wish->reading != NULL || self->waiting_reading == NULL)
        show_opened (wish, document);
      recover_waiting (self);
      return;
    }

  gtk_stack_set_visible_child_name (self->main_stack,
                                    self->document != NULL ? "register" : "welcome");
  tide_window_forget_imports (self);
  tell_not_opened (wish, error);
  recover_waiting (self);
}

/* Takes @wish. */
static void
open_wished (OpenWish *wish, GFile *file, gboolean as_copy)
{
  TideWindow *self = wish->window;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *author = tide_context_dup_author (self->context);
  g_autofree char *description = g_markup_escape_text (shown, -1);

  wish->file = g_object_ref (file);
  self->opening = g_cancellable_new ();
  if (!as_copy)
    self->opening_file = g_object_ref (file);
  adw_status_page_set_description (self->opening_page, description);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->main_stack, "opening");

  tide_document_open_async (file, as_copy, tide_context_get_clock (self->context), author,
                            on_open_progress, g_object_ref (self), g_object_unref, self->opening,
                            on_opened, wish);
}

static OpenWish *
open_wish_new (TideWindow *self, gboolean was_asked_for)
{
  OpenWish *wish = g_new0 (OpenWish, 1);

  wish->window = g_object_ref (self);
  wish->was_asked_for = was_asked_for;

  return wish;
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

  open_wished (open_wish_new (self, TRUE), file, as_copy);
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

  open_wished (open_wish_new (self, FALSE), file, FALSE);
}

/**
 * tide_window_recover:
 * @self: a window that is free, or shows the register of @reading as it is in its file, or opens it
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

  if (self->opening != NULL)
    {
      g_clear_pointer (&self->waiting_reading, tide_journal_reading_unref);
      self->waiting_reading = tide_journal_reading_ref (reading);
      return;
    }

  file = tide_journal_reading_dup_file (reading);
  if (file != NULL)
    {
      OpenWish *wish = open_wish_new (self, TRUE);

      wish->reading = tide_journal_reading_ref (reading);
      open_wished (wish, file, FALSE);
      return;
    }

  g_set_error_literal (&error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_NOT_FOUND,
                       _ ("The register to which the changes belong is missing."));
  tide_window_show_error (self, _ ("Could Not Open the Register"), error);
}

/**
 * tide_window_reload:
 * @self: a window whose register has a file
 *
 * Shows the register as its file has it now, in the place of what the window shows. What is not
 * saved is given up once the file has been read; if it cannot be read, everything stays.
 */
void
tide_window_reload (TideWindow *self)
{
  OpenWish *wish;

  /* It may be asked for once more while the file is read. */
  if (self->opening != NULL)
    return;

  wish = open_wish_new (self, TRUE);
  tide_window_keep_view (self);
  wish->is_reload = TRUE;
  open_wished (wish, tide_document_get_file (self->document), FALSE);
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

/**
 * tide_window_install_open_actions:
 * @widget_class: the class of windows
 *
 * Adds what concerns the opening of a register.
 */
void
tide_window_install_open_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening);
}
