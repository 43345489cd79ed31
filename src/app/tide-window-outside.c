/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-comparison-dialog.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What the banner says of the file, and what can be done about it. */
typedef struct
{
  char *title;        /* owned, nullable: nothing to say */
  const char *button; /* nullable */
} Notice;

static char *
dup_place (TideWindow *self)
{
  return tide_text_dup_isolated (tide_document_get_place (self->document));
}

/* What nobody can do anything about here. */
static const char *
get_worry (TideDocument *document)
{
  const char *trouble = tide_document_get_trouble (document);

  if (trouble == NULL)
    trouble = tide_document_get_versions_trouble (document);
  if (trouble == NULL && tide_document_get_shared (document))
    trouble = _ ("This register is open elsewhere, too. Whoever saves second will be asked.");

  return trouble;
}

static void
read_notice (TideWindow *self, Notice *notice)
{
  const TideFileChange outside = tide_document_get_outside (self->document);
  const GError *error = tide_document_get_save_error (self->document);

  if (outside != TIDE_FILE_CHANGE_NONE)
    {
      g_autofree char *place = dup_place (self);

      notice->title = g_strdup_printf (outside == TIDE_FILE_CHANGE_MISSING
                                           /* Translators: %s is the place of a file */
                                           ? _ ("“%s” has been moved or deleted")
                                           /* Translators: %s is the place of a file */
                                           : _ ("Somebody else has changed “%s”"),
                                       place);
      notice->button = _ ("_Review…");
    }
  else if (error != NULL && tide_document_get_modified (self->document))
    {
      notice->title = g_strdup (error->message);
      notice->button = _ ("Save _As…");
    }
  else
    {
      notice->title = g_strdup (get_worry (self->document));
    }
}

/* Told to a screen reader too, once. */
static void
show_notice (TideWindow *self, const Notice *notice)
{
  if (!adw_banner_get_revealed (self->file_banner)
      || strcmp (adw_banner_get_title (self->file_banner), notice->title) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->file_banner), notice->title,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  adw_banner_set_title (self->file_banner, notice->title);
  adw_banner_set_button_label (self->file_banner, notice->button);
}

/**
 * tide_window_update_file_banner:
 * @self: a window
 *
 * Tells as long as it lasts that something is wrong with the register's file.
 */
void
tide_window_update_file_banner (TideWindow *self)
{
  Notice notice = { 0 };

  if (self->document != NULL)
    read_notice (self, &notice);

  if (notice.title != NULL)
    show_notice (self, &notice);
  adw_banner_set_revealed (self->file_banner, notice.title != NULL);
  g_free (notice.title);
}

/**
 * tide_window_check_file:
 * @self: a window
 *
 * Looks whether somebody else has touched the register's file. The banner tells what was found.
 */
void
tide_window_check_file (TideWindow *self)
{
  if (self->document != NULL)
    tide_document_check_async (self->document, NULL, NULL);
}

/* The question is asked again, of somebody who knows more now. */
static void
on_comparison_closed (AdwDialog *dialog, TideSaveWish *wish)
{
  TideWindow *self = wish->window;

  if (self->document != NULL && tide_document_get_outside (self->document) != TIDE_FILE_CHANGE_NONE)
    tide_window_review_outside (tide_save_wish_new (self, wish->close));
}

static void
on_wish_over (gpointer wish, GClosure *closure)
{
  tide_save_wish_free (wish);
}

/* Takes @wish. */
static void
show_comparison (TideSaveWish *wish)
{
  AdwDialog *dialog = tide_comparison_dialog_new (wish->window->document);

  adw_dialog_present (dialog, GTK_WIDGET (wish->window));
  g_signal_connect_data (dialog, "closed", G_CALLBACK (on_comparison_closed), wish, on_wish_over,
                         G_CONNECT_DEFAULT);
}

static void
on_changed_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideSaveWish) wish = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (strcmp (answer, "compare") == 0)
    show_comparison (g_steal_pointer (&wish));
  else if (strcmp (answer, "copy") == 0)
    tide_window_choose_copy (g_steal_pointer (&wish));
  else if (strcmp (answer, "reload") == 0)
    tide_window_reload (wish->window);
}

static void
ask_about_changed (TideSaveWish *wish)
{
  TideWindow *self = wish->window;
  const gboolean is_modified
      = tide_document_get_modified (self->document)
        || tide_register_has_drafts (tide_document_get_register (self->document));
  g_autofree char *place = dup_place (self);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The File Has Been Changed"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert,
      is_modified
          /* Translators: %s is the place of a file */
          ? _ ("Somebody else has changed “%s” since you opened it. Your own changes are not saved."
               " Keep them as a copy in another file, or reload the file and lose them.")
          /* Translators: %s is the place of a file */
          : _ ("Somebody else has changed “%s” since you opened it. Reload it to see the changes, "
               "or"
               " keep what you see as a copy in another file."),
      place);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "compare", _ ("Co_mpare…"),
                                  "reload", _ ("_Reload"), "copy", _ ("_Keep Mine as a Copy…"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (
      alert, "reload", is_modified ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  if (is_modified)
    adw_alert_dialog_set_response_appearance (alert, "copy", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, is_modified ? "copy" : "reload");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, on_changed_answered, wish);
}

static void
on_missing_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideSaveWish) wish = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  GFile *file = tide_document_get_file (wish->window->document);

  if (strcmp (answer, "save") == 0)
    tide_window_save_to (g_steal_pointer (&wish), file);
  else if (strcmp (answer, "save-as") == 0)
    tide_window_choose_and_save (g_steal_pointer (&wish));
}

static void
ask_about_missing (TideSaveWish *wish)
{
  TideWindow *self = wish->window;
  g_autofree char *place = dup_place (self);
  g_autofree char *body
      /* Translators: %s is the place of a file */
      = g_strdup_printf (_ ("“%s” has been moved or deleted. The register is whole in this window:"
                            " save it there again, or in another place."),
                         place);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The File Is Missing"), body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "save-as", _ ("Save _As…"),
                                  "save", _ ("_Save Again"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, on_missing_answered, wish);
}

/* Takes @wish: what was wished when it was found that somebody else has changed, moved or deleted
 * the file. */
void
tide_window_review_outside (TideSaveWish *wish)
{
  if (tide_document_get_outside (wish->window->document) == TIDE_FILE_CHANGE_MISSING)
    ask_about_missing (wish);
  else
    ask_about_changed (wish);
}
