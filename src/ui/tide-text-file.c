/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-text-file.h"

#include "core/tide-clock.h"
#include "core/tide-text.h"
#include "store/tide-safe-writer.h"
#include "store/tide-store-error.h"
#include "ui/tide-print.h"
#include "ui/tide-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What takes longer than so many milliseconds says that it goes on, and can be cancelled. */
#define PATIENCE 700

/* A text on its way to a file or a printer. */
typedef struct
{
  GtkWidget *widget;            /* owned */
  const TideTextSource *source; /* of the program */
  gpointer text;                /* owned */
  char *name;                   /* owned: what it is called, without an ending */
  TidePrintoutStyle style;
  TideTextFormat format;
  GFile *file;               /* owned, nullable before it is chosen */
  GCancellable *cancellable; /* owned */
  guint patience_id;
  AdwToast *toast; /* owned, nullable: says that it goes on */
} Wish;

static const struct
{
  const char *suffix;
  const char *name;
} formats[TIDE_N_TEXT_FORMATS] = {
  [TIDE_TEXT_HTML] = { "html", N_ ("HTML Documents") },
  [TIDE_TEXT_MARKDOWN] = { "md", N_ ("Markdown Documents") },
  [TIDE_TEXT_PLAIN] = { "txt", N_ ("Plain Text") },
  [TIDE_TEXT_CSV] = { "csv", N_ ("CSV Tables") },
  [TIDE_TEXT_PDF] = { "pdf", N_ ("PDF Documents") },
};

static Wish *
wish_new (GtkWidget *widget, const TideTextSource *source, gpointer text, const char *name)
{
  g_autoptr (TideClock) clock = tide_clock_new ();
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->source = source;
  wish->text = source->ref (text);
  wish->name = g_strdup (name);
  wish->style.paper = tide_print_get_usual_paper ();
  wish->style.time = tide_clock_get_seconds (clock);
  wish->style.tells_sources = TRUE;
  wish->cancellable = g_cancellable_new ();

  return wish;
}

static void
wish_free (Wish *wish)
{
  g_clear_handle_id (&wish->patience_id, g_source_remove);
  g_clear_object (&wish->toast);
  g_object_unref (wish->widget);
  wish->source->unref (wish->text);
  g_free (wish->name);
  g_clear_object (&wish->file);
  g_object_unref (wish->cancellable);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
tell_failure (GtkWidget *widget, const char *heading, const char *body)
{
  AdwDialog *alert = adw_alert_dialog_new (_ (heading), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, widget);
}

static gboolean
on_patience_ended (gpointer data)
{
  Wish *wish = data;
  GtkWidget *overlay = gtk_widget_get_ancestor (wish->widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = tide_text_dup_isolated (wish->name);
  /* Translators: %s is what a text is called that takes long to be laid out */
  g_autofree char *sentence = g_strdup_printf (_ ("Preparing “%s”…"), name);

  wish->patience_id = 0;
  if (overlay == NULL)
    return G_SOURCE_REMOVE;

  wish->toast = g_object_ref (tide_toast_show (ADW_TOAST_OVERLAY (overlay), sentence, NULL));
  adw_toast_set_timeout (wish->toast, 0);
  adw_toast_set_button_label (wish->toast, _ ("_Cancel"));
  g_signal_connect_object (wish->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel),
                           wish->cancellable, G_CONNECT_SWAPPED);

  return G_SOURCE_REMOVE;
}

static void
wait_for (Wish *wish)
{
  wish->patience_id = g_timeout_add (PATIENCE, on_patience_ended, wish);
}

static void
stop_waiting (Wish *wish)
{
  g_clear_handle_id (&wish->patience_id, g_source_remove);
  if (wish->toast != NULL)
    adw_toast_dismiss (wish->toast);
  g_clear_object (&wish->toast);
}

/* Writing ------------------------------------------------------------------------------------ */

static void
tell_not_saved (const Wish *wish, const GError *error)
{
  g_autofree char *body = g_strdup (error->message);

  if (error->domain == TIDE_STORE_ERROR)
    {
      g_free (body);
      body = g_strconcat (error->message, "\n\n",
                          tide_store_error_get_advice ((TideStoreError) error->code), NULL);
    }
  tell_failure (wish->widget, wish->source->not_saved, body);
}

static void
tell_saved (const Wish *wish)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (wish->widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = g_file_get_basename (wish->file);
  /* Translators: %s is the name of a file */
  g_autofree char *sentence = g_strdup_printf (_ ("Saved as “%s”"), name);

  if (overlay != NULL)
    tide_toast_show (ADW_TOAST_OVERLAY (overlay), sentence, NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;

  stop_waiting (wish);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell_saved (wish);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_not_saved (wish, error);
}

static GBytes *
write_pdf (const Wish *wish, GCancellable *cancellable, GError **error)
{
  g_autoptr (TidePrintout) printout
      = wish->source->lay_out (wish->text, wish->name, &wish->style, cancellable, error);

  return printout != NULL ? tide_printout_write_pdf (printout, cancellable, error) : NULL;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = wish->format == TIDE_TEXT_PDF
                                 ? write_pdf (wish, cancellable, &error)
                                 : wish->source->write (wish->text, wish->format, &error);

  if (bytes != NULL && tide_safe_writer_write (wish->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Which format the name of the file asks for. */
static gboolean
choose_format (Wish *wish)
{
  g_autofree char *name = g_file_get_basename (wish->file);
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < wish->source->n_formats; i++)
    {
      wish->format = wish->source->formats[i];
      if (g_ascii_strcasecmp (dot + 1, formats[wish->format].suffix) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_endings (const TideTextSource *source)
{
  g_autoptr (GString) endings = g_string_new (NULL);

  for (guint i = 0; i < source->n_formats; i++)
    g_string_append_printf (endings, "%s.%s", i > 0 ? ", " : "",
                            formats[source->formats[i]].suffix);

  return g_string_free_and_steal (g_steal_pointer (&endings));
}

static void
tell_no_format (const Wish *wish)
{
  g_autofree char *name = g_file_get_basename (wish->file);
  g_autofree char *endings = dup_endings (wish->source);
  g_autofree char *body = g_strdup_printf (
      /* Translators: the name of a file, and endings such as ".html, .md" */
      _ ("The ending of the name says in which format the file is written, and “%s” has none that "
         "is known here. Those that are known are: %s."),
      name, endings);

  tell_failure (wish->widget, wish->source->not_saved, body);
}

static void
write_to (Wish *wish, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  wish->file = g_object_ref (file);
  if (!choose_format (wish))
    {
      tell_no_format (wish);
      wish_free (wish);
      return;
    }

  task = g_task_new (NULL, wish->cancellable, on_written, wish);
  g_task_set_source_tag (task, write_to);
  g_task_set_task_data (task, wish, NULL);
  wait_for (wish);
  g_task_run_in_thread (task, write_in_thread);
}

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    write_to (g_steal_pointer (&wish), file);
}

static GListModel *
create_filters (const TideTextSource *source)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (guint i = 0; i < source->n_formats; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (formats[source->formats[i]].name));
      gtk_file_filter_add_suffix (filter, formats[source->formats[i]].suffix);
      g_list_store_append (filters, filter);
    }

  return G_LIST_MODEL (filters);
}

/**
 * tide_text_file_save:
 * @parent: a widget of the window
 * @source: what kind of text it is
 * @text: the text
 * @name: what it is called, without an ending
 *
 * Asks for a file, whose ending says in which format it is, and writes it in a thread; a toast or a
 * dialog tells how that went. What takes long can be cancelled.
 */
void
tide_text_file_save (GtkWidget *parent,
                     const TideTextSource *source,
                     gpointer text,
                     const char *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (source);
  g_autofree char *file_name = g_strdup_printf ("%s.%s", name, formats[source->formats[0]].suffix);

  g_strdelimit (file_name, "/\\:", '-');
  gtk_file_dialog_set_title (dialog, _ (source->save_title));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, on_place_chosen,
                        wish_new (parent, source, text, name));
}

/**
 * tide_text_file_write:
 * @parent: a widget of the window
 * @source: what kind of text it is
 * @text: the text
 * @name: what it is called, without an ending
 * @file: where to; its ending says in which format
 *
 * Writes it in a thread; a toast or a dialog tells how that went.
 */
void
tide_text_file_write (
    GtkWidget *parent, const TideTextSource *source, gpointer text, const char *name, GFile *file)
{
  write_to (wish_new (parent, source, text, name), file);
}

/* Printing ----------------------------------------------------------------------------------- */

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  GError *error = NULL;
  TidePrintout *printout
      = wish->source->lay_out (wish->text, wish->name, &wish->style, cancellable, &error);

  if (printout != NULL)
    g_task_return_pointer (task, printout, (GDestroyNotify) tide_printout_unref);
  else
    g_task_return_error (task, error);
}

static void
draw_page (gpointer printout, guint page, cairo_t *cr)
{
  tide_printout_draw_page (printout, page, cr);
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  const Wish *wish = data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  tell_failure (wish->widget, wish->source->not_printed, error->message);
}

static void
free_wish (gpointer wish, GClosure *closure)
{
  wish_free (wish);
}

static void
print (Wish *wish, TidePrintout *printout)
{
  GtkRoot *root = gtk_widget_get_root (wish->widget);
  g_autoptr (GtkPrintOperation) operation = tide_print_operation_new (
      &(TidePrintJob) { .name = wish->name,
                        .paper = tide_printout_get_paper (printout),
                        .n_pages = tide_printout_get_n_pages (printout),
                        .draw = draw_page,
                        .data = tide_printout_ref (printout),
                        .free_data = (GDestroyNotify) tide_printout_unref });

  g_signal_connect_data (operation, "done", G_CALLBACK (on_printed), wish, free_wish,
                         G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root),
                           NULL);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TidePrintout) printout = g_task_propagate_pointer (G_TASK (result), &error);

  stop_waiting (wish);
  if (printout != NULL)
    print (g_steal_pointer (&wish), printout);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failure (wish->widget, wish->source->not_printed, error->message);
}

/**
 * tide_text_file_print:
 * @parent: a widget of the window
 * @source: what kind of text it is
 * @text: the text
 * @name: what it is called
 *
 * Lays it out in a thread, which can be cancelled where it takes long, and asks for a printer; a
 * dialog tells what goes wrong.
 */
void
tide_text_file_print (GtkWidget *parent,
                      const TideTextSource *source,
                      gpointer text,
                      const char *name)
{
  Wish *wish = wish_new (parent, source, text, name);
  g_autoptr (GTask) task = g_task_new (NULL, wish->cancellable, on_laid_out, wish);

  g_task_set_source_tag (task, tide_text_file_print);
  g_task_set_task_data (task, wish, NULL);
  wait_for (wish);
  g_task_run_in_thread (task, lay_out_in_thread);
}
