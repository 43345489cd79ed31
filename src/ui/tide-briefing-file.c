/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-briefing-file.h"

#include "ui/tide-text-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
write_briefing (gpointer briefing, TideTextFormat format, GError **error)
{
  char *text = format == TIDE_TEXT_HTML       ? tide_briefing_dup_html_document (briefing)
               : format == TIDE_TEXT_MARKDOWN ? tide_briefing_dup_markdown (briefing, NULL)
                                              : tide_briefing_dup_text (briefing, NULL);

  return g_bytes_new_take (text, strlen (text));
}

static TidePrintout *
lay_out (gpointer briefing,
         const char *name,
         const TidePrintoutStyle *style,
         GCancellable *cancellable,
         GError **error)
{
  return tide_printout_new_briefing (briefing, style, cancellable, error);
}

static gpointer
ref (gpointer briefing)
{
  return tide_briefing_ref (briefing);
}

static void
unref (gpointer briefing)
{
  tide_briefing_unref (briefing);
}

static const TideTextFormat formats[]
    = { TIDE_TEXT_HTML, TIDE_TEXT_MARKDOWN, TIDE_TEXT_PLAIN, TIDE_TEXT_PDF };

static const TideTextSource briefings = {
  .formats = formats,
  .n_formats = G_N_ELEMENTS (formats),
  .save_title = N_ ("Save Briefing"),
  .not_saved = N_ ("Briefing Not Saved"),
  .not_printed = N_ ("Briefing Not Printed"),
  .write = write_briefing,
  .lay_out = lay_out,
  .ref = ref,
  .unref = unref,
};

/**
 * tide_briefing_content_new:
 * @briefing: a briefing
 *
 * Returns: (transfer full): it for the clipboard, as rich and as plain text
 */
GdkContentProvider *
tide_briefing_content_new (const TideBriefing *briefing)
{
  char *html = tide_briefing_dup_html_document (briefing);
  g_autofree char *text = tide_briefing_dup_text (briefing, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *const providers[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                            gdk_content_provider_new_typed (G_TYPE_STRING, text) };

  return gdk_content_provider_new_union ((GdkContentProvider **) providers,
                                         G_N_ELEMENTS (providers));
}

/**
 * tide_briefing_file_save:
 * @parent: a widget of the window, below the overlay where toasts are shown
 * @briefing: a briefing
 * @name: the name that is proposed for the file, without an ending
 *
 * Asks for a file, whose ending says whether it is HTML, Markdown, plain text or PDF, and writes
 * the briefing to it in a thread. A toast or a dialog tells how that went.
 */
void
tide_briefing_file_save (GtkWidget *parent, TideBriefing *briefing, const char *name)
{
  tide_text_file_save (parent, &briefings, briefing, name);
}

/**
 * tide_briefing_file_write:
 * @parent: a widget of the window, below the overlay where toasts are shown
 * @briefing: a briefing
 * @name: what it is called
 * @file: where to; its ending says in which format
 *
 * Writes the briefing in a thread. A toast or a dialog tells how that went.
 */
void
tide_briefing_file_write (GtkWidget *parent, TideBriefing *briefing, const char *name, GFile *file)
{
  tide_text_file_write (parent, &briefings, briefing, name, file);
}

/**
 * tide_briefing_print:
 * @parent: a widget of the window
 * @briefing: a briefing
 * @name: what it is called among what waits for the printer
 *
 * Asks for a printer, and prints the briefing with what is behind its figures.
 */
void
tide_briefing_print (GtkWidget *parent, TideBriefing *briefing, const char *name)
{
  tide_text_file_print (parent, &briefings, briefing, name);
}
