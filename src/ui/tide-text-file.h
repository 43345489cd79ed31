/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-printout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideTextFormat:
 * @TIDE_TEXT_HTML: a whole document of HTML
 * @TIDE_TEXT_MARKDOWN: Markdown
 * @TIDE_TEXT_PLAIN: plain text
 * @TIDE_TEXT_CSV: a table
 * @TIDE_TEXT_PDF: pages
 *
 * In which format a text is saved.
 */
typedef enum
{
  TIDE_TEXT_HTML,
  TIDE_TEXT_MARKDOWN,
  TIDE_TEXT_PLAIN,
  TIDE_TEXT_CSV,
  TIDE_TEXT_PDF,
  TIDE_N_TEXT_FORMATS,
} TideTextFormat;

/**
 * TideTextSource:
 * @formats: (array length=n_formats): the formats it has; the first one is proposed
 * @n_formats: how many
 * @save_title: title of the dialog that asks for a file
 * @not_saved: title of what tells that it could not be written
 * @not_printed: title of what tells that it could not be printed
 * @write: writes it in a format other than PDF, in another thread
 * @lay_out: lays it out, in another thread
 * @ref: takes a reference of it
 * @unref: drops one
 *
 * A kind of text that is saved and printed.
 */
typedef struct
{
  const TideTextFormat *formats;
  guint n_formats;
  const char *save_title;
  const char *not_saved;
  const char *not_printed;
  GBytes *(*write) (gpointer text, TideTextFormat format, GError **error);
  TidePrintout *(*lay_out) (gpointer text,
                            const char *name,
                            const TidePrintoutStyle *style,
                            GCancellable *cancellable,
                            GError **error);
  gpointer (*ref) (gpointer text);
  void (*unref) (gpointer text);
} TideTextSource;

void tide_text_file_save (GtkWidget *parent,
                          const TideTextSource *source,
                          gpointer text,
                          const char *name);
void tide_text_file_write (
    GtkWidget *parent, const TideTextSource *source, gpointer text, const char *name, GFile *file);
void tide_text_file_print (GtkWidget *parent,
                           const TideTextSource *source,
                           gpointer text,
                           const char *name);

G_END_DECLS
