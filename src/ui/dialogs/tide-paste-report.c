/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-paste-report.h"

#include <glib/gi18n-lib.h>

#define MAX_REFUSED 12 /* rows that are named one by one */

static char *
dup_refused (const TideObservationPaste *paste)
{
  const guint n = g_strv_length (paste->refused);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_REFUSED); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", paste->refused[i]);
  if (n > MAX_REFUSED)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              /* Translators: how many rows that were pasted are not named */
                              ngettext ("and %u other row", "and %u other rows", n - MAX_REFUSED),
                              n - MAX_REFUSED);
    }

  return g_string_free_and_steal (text);
}

/**
 * tide_paste_report_present:
 * @parent: the widget to which the dialog belongs
 * @paste: what became of rows that were pasted
 *
 * Names the rows that were not taken, and why. Where all were, there is nothing to say.
 */
void
tide_paste_report_present (GtkWidget *parent, const TideObservationPaste *paste)
{
  const guint n_refused = g_strv_length (paste->refused);
  g_autofree char *body = NULL;
  g_autofree char *heading = NULL;
  AdwDialog *alert;

  if (n_refused == 0)
    return;

  heading = g_strdup_printf (
      /* Translators: how many rows that were pasted could not be understood */
      ngettext ("%u Row Not Taken", "%u Rows Not Taken", n_refused), n_refused);
  body = dup_refused (paste);
  alert = adw_alert_dialog_new (heading, body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, parent);
}
