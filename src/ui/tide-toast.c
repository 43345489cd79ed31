/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

static GQuark
get_message_quark (void)
{
  return g_quark_from_static_string ("tide-toast-message");
}

/* libadwaita shows one toast after the other, five seconds each: what can be undone is not to wait
 * for news of the past, nor are these to be told as often as they have happened. */
static void
dismiss_former (AdwToastOverlay *overlay, gboolean all)
{
  AdwToast *message = g_object_get_qdata (G_OBJECT (overlay), get_message_quark ());

  if (all)
    adw_toast_overlay_dismiss_all (overlay);
  else if (message != NULL)
    adw_toast_dismiss (message);
}

/**
 * tide_toast_show:
 * @overlay: where it is shown
 * @text: what happened; text of a person in it is shown as it is
 * @undo_action: (nullable): an action that takes back what happened
 *
 * Tells what happened, to the eye and to a screen reader, which libadwaita 1.7 does not tell. A
 * message replaces the one before it; what can be undone replaces everything.
 *
 * Returns: (transfer none): the toast
 */
AdwToast *
tide_toast_show (AdwToastOverlay *overlay, const char *text, const char *undo_action)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  if (undo_action != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, undo_action);
    }
  dismiss_former (overlay, undo_action != NULL);
  g_object_set_qdata_full (G_OBJECT (overlay), get_message_quark (),
                           undo_action == NULL ? g_object_ref (toast) : NULL, g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (overlay), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return toast;
}
