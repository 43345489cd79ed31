/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

/**
 * tide_toast_show:
 * @overlay: where it is shown
 * @text: what happened; text of a person in it is shown as it is
 * @undo_action: (nullable): an action that takes back what happened
 *
 * Tells what happened, to the eye and to a screen reader, which libadwaita 1.7 does not tell.
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
  adw_toast_overlay_add_toast (overlay, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (overlay), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return toast;
}
