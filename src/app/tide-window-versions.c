/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "core/tide-problem.h"
#include "ui/dialogs/tide-versions-dialog.h"
#include "ui/lists/tide-version-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* A file that is damaged, and what is kept of it. */
typedef struct
{
  TideWindow *window;
  GError *error;         /* why it could not be opened */
  TideGoodVersion *good; /* nullable */
} Damage;

static void
damage_free (Damage *damage)
{
  g_object_unref (damage->window);
  g_error_free (damage->error);
  g_clear_pointer (&damage->good, tide_good_version_unref);
  g_free (damage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Damage, damage_free)

/* Whether the text of the file itself is at fault, so that an earlier one helps. */
static gboolean
is_damage (const GError *error)
{
  return error->domain == TIDE_PROBLEM_ERROR && error->code != TIDE_PROBLEM_NEWER_VERSION
         && error->code != TIDE_PROBLEM_FILE_TOO_LARGE;
}

static void
open_good_version (Damage *damage)
{
  TideWindow *self = damage->window;
  g_autofree char *author = tide_context_dup_author (self->context);
  g_autoptr (TideDocument) document = tide_document_new_from_version (
      damage->good, tide_context_get_clock (self->context), author);

  /* Something else may have been opened while the person was being asked. */
  if (!tide_window_is_free (self))
    {
      self = tide_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->context);
      gtk_window_present (GTK_WINDOW (self));
    }
  tide_window_set_document (self, document);
  tide_window_show_message (self, _ ("Saving the register will replace the damaged file"));
}

static void
on_damage_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Damage) damage = data;
  TideWindow *self = damage->window;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (application == NULL)
    return;

  if (strcmp (answer, "open") == 0)
    open_good_version (damage);
  else if (self->document == NULL && g_list_length (gtk_application_get_windows (application)) > 1)
    gtk_window_destroy (GTK_WINDOW (self));
}

static char *
dup_offer (const Damage *damage)
{
  const TideVersion *version = damage->good->version;
  const char *time_zone = tide_snapshot_get_settings (damage->good->snapshot)->time_zone;
  g_autofree char *time = tide_version_text_dup_time (version, time_zone);
  g_autofree char *author = NULL;

  if (version->author == NULL)
    return g_strdup_printf (
        /* Translators: %s is a day and a time */
        _ ("The version of %s is kept and can be opened in its place. Saving it "
           "replaces the damaged file."),
        time);

  author = tide_text_dup_isolated (version->author);
  return g_strdup_printf (
      /* Translators: a day and a time, then the name of a person */
      _ ("The version that was saved on %s by %s is kept and can be opened in its "
         "place. Saving it replaces the damaged file."),
      time, author);
}

static void
on_version_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Damage) damage = data;
  g_autofree char *offer = NULL;
  g_autofree char *body = NULL;
  GtkWidget *parent = GTK_WIDGET (damage->window);
  AdwAlertDialog *dialog;

  damage->good = tide_good_version_find_finish (result);
  /* Somebody has closed the window. */
  if (gtk_window_get_application (GTK_WINDOW (parent)) == NULL)
    return;

  if (damage->good == NULL)
    {
      tide_window_tell_not_opened (damage->window, damage->error);
      return;
    }

  offer = dup_offer (damage);
  body = g_strconcat (damage->error->message, "\n\n", offer, NULL);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("The Register’s File Is Damaged"), body));
  adw_alert_dialog_add_responses (dialog, "close", _ ("_Close"), "open",
                                  _ ("_Open Last Good Version"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "open");
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_choose (dialog, parent, NULL, on_damage_answered, g_steal_pointer (&damage));
}

/**
 * tide_window_look_for_version:
 * @self: a window in which @file could not be opened
 * @file: a file
 * @error: why it could not
 *
 * Looks for a version of a damaged file and offers to open it, or says why the file could not be
 * opened.
 *
 * Returns: whether the person will be told; if not, no version could help
 */
gboolean
tide_window_look_for_version (TideWindow *self, GFile *file, const GError *error)
{
  Damage *damage;

  if (!is_damage (error))
    return FALSE;

  damage = g_new0 (Damage, 1);
  damage->window = g_object_ref (self);
  damage->error = g_error_copy (error);
  tide_good_version_find_async (tide_context_get_versions_folder (self->context), file, NULL,
                                on_version_found, damage);

  return TRUE;
}

static void
show_versions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDocument *document = tide_window_get_document (TIDE_WINDOW (widget));

  if (document != NULL)
    adw_dialog_present (tide_versions_dialog_new (document), widget);
}

/**
 * tide_window_install_version_actions:
 * @widget_class: the class of windows
 *
 * Adds what concerns earlier states of the register.
 */
void
tide_window_install_version_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.version-history", NULL, show_versions);
}
