/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tide-briefing-file.h"
#include "ui/tide-reading-file.h"

#include "tide-test-brief.h"
#include "tide-test-widgets.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *content;
  TideBriefing *briefing;
  TideReading *reading;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  g_autoptr (TideSnapshot) snapshot = tide_test_brief_read ("ningbo.tideline");
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  options->subject = TIDE_SUBJECT_EVENT;
  options->event = g_strdup ("beijing-2023");
  self->briefing = tide_test_brief_write (snapshot, options);
  self->reading = tide_reading_new ("We met with 17 projects in Zhenhai District.", snapshot, NULL,
                                    NULL, NULL, NULL);
  self->content = gtk_label_new ("text");
  adw_toast_overlay_set_child (overlay, self->content);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (overlay));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 400);
  gtk_window_present (GTK_WINDOW (self->window));
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  tide_briefing_unref (self->briefing);
  tide_reading_unref (self->reading);
}

/* Until the window shows the text, or ten seconds have gone. */
static gboolean
waits_for (Fixture *self, const char *text)
{
  for (guint i = 0; i < 100; i++)
    {
      if (tide_test_find_label (self->window, text) != NULL)
        return TRUE;
      tide_test_settle (100);
    }

  return FALSE;
}

/* Saving ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  gboolean is_reading;
  const char *start;
  const char *part; /* nullable */
} SaveCase;

static const SaveCase saved[] = {
  { "b.html", FALSE, "<!DOCTYPE html>\n<html lang=\"en\">", "17 projects were announced" },
  { "b.MD", FALSE, "## “Investment in Ningbo”", "17 projects were announced" },
  { "b.txt", FALSE, "“Investment in Ningbo”", "17 projects were announced" },
  { "b.pdf", FALSE, "%PDF-", NULL },
  { "r.html", TRUE, "<!DOCTYPE html>", "<mark class=\"recognised\">Zhenhai District</mark>" },
  { "r.md", TRUE, "# Checked Text\n", "<mark>Zhenhai District</mark>" },
  { "r.csv", TRUE, "\xef\xbb\xbfplace,words,kind,", "Zhenhai District,division,recognised" },
  { "r.pdf", TRUE, "%PDF-", NULL },
};

static void
save (Fixture *self, const SaveCase *row, GFile *file)
{
  if (row->is_reading)
    tide_reading_file_write (self->content, self->reading, "Text", file);
  else
    tide_briefing_file_write (self->content, self->briefing, "Text", file);
}

static void
test_saved (Fixture *self, gconstpointer data)
{
  const SaveCase *row = data;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), row->name, NULL);
  g_autofree char *sentence = g_strdup_printf ("Saved as “%s”", row->name);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  save (self, row, file);
  g_assert_true (waits_for (self, sentence));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, row->start));
  if (row->part != NULL)
    g_assert_nonnull (strstr (text, row->part));
  g_remove (path);
}

/* Why, and what to do; nothing is left behind. */
static void
test_failed (Fixture *self, gconstpointer data)
{
  const SaveCase *row = data;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "nowhere", row->name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  save (self, row, file);
  g_assert_true (
      waits_for (self, row->is_reading ? "Checked Text Not Saved" : "Briefing Not Saved"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_unknown_ending (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "b.docx", "b" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      tide_briefing_file_write (self->content, self->briefing, "Text", file);
      g_assert_true (waits_for (self, "Briefing Not Saved"));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
      while (tide_test_find_label (self->window, "Briefing Not Saved") != NULL)
        tide_test_settle (50);
    }
}

/* What takes long can be cancelled; then there is no file, and nothing is told. */
static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "long.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  g_autoptr (TideReading) reading = NULL;
  GtkWidget *button;

  while (text->len < 2500000)
    g_string_append (text, "Nothing here says anything that is to be found there.\n");
  reading = tide_reading_new (text->str, snapshot, NULL, NULL, NULL, NULL);
  tide_reading_file_write (self->content, reading, "Long", file);
  g_assert_true (waits_for (self, "Preparing “Long”…"));
  button = gtk_widget_get_ancestor (tide_test_find_label (self->window, "Cancel"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  for (guint i = 0; i < 100 && tide_test_find_label (self->window, "Preparing “Long”…") != NULL;
       i++)
    tide_test_settle (100);
  g_assert_null (tide_test_find_label (self->window, "Preparing “Long”…"));
  g_assert_null (tide_test_find_label (self->window, "Saved as “long.pdf”"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Printing ----------------------------------------------------------------------------------- */

static GtkWindow *
find_print_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *i = windows; i != NULL; i = i->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (i->data), "GtkPrintUnixDialog"))
      return i->data;

  return NULL;
}

/* A printer is asked for once the pages are there. */
static void
test_printed (Fixture *self, gconstpointer data)
{
  if (GPOINTER_TO_INT (data))
    tide_reading_print (self->content, self->reading, "Text");
  else
    tide_briefing_print (self->content, self->briefing, "Text");

  for (guint i = 0; i < 100 && find_print_dialog () == NULL; i++)
    tide_test_settle (100);
  g_assert_nonnull (find_print_dialog ());
  gtk_window_close (find_print_dialog ());
  for (guint i = 0; i < 100 && find_print_dialog () != NULL; i++)
    tide_test_settle (100);
  g_assert_null (find_print_dialog ());
}

/* Copying ------------------------------------------------------------------------------------ */

static void
test_content (Fixture *self, gconstpointer data)
{
  g_autoptr (GdkContentProvider) content = tide_briefing_content_new (self->briefing);
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);
  g_autofree char *plain = tide_briefing_dup_text (self->briefing, NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, plain);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

/* What another program gets that asks for rich text. */
static void
test_clipboard (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (self->content);
  g_autoptr (GdkContentProvider) content = tide_briefing_content_new (self->briefing);
  static const char *types[] = { "text/html", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *type;

  gdk_clipboard_set_content (clipboard, content);
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_read, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  stream = gdk_clipboard_read_finish (clipboard, result, &type, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (type, ==, "text/html");
  bytes = g_input_stream_read_bytes (stream, 1 << 20, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "<meta charset=\"utf-8\">"));
  g_assert_nonnull (strstr (text, "<p>"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (saved); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/text-file/saved/", saved[i].name, NULL);
      g_autofree char *failed = g_strconcat ("/ui/text-file/failed/", saved[i].name, NULL);

      g_test_add (path, Fixture, &saved[i], set_up, test_saved, tear_down);
      g_test_add (failed, Fixture, &saved[i], set_up, test_failed, tear_down);
    }
  g_test_add ("/ui/text-file/unknown-ending", Fixture, NULL, set_up, test_unknown_ending,
              tear_down);
  g_test_add ("/ui/text-file/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/ui/text-file/printed/briefing", Fixture, GINT_TO_POINTER (FALSE), set_up,
              test_printed, tear_down);
  g_test_add ("/ui/text-file/printed/reading", Fixture, GINT_TO_POINTER (TRUE), set_up,
              test_printed, tear_down);
  g_test_add ("/ui/text-file/content", Fixture, NULL, set_up, test_content, tear_down);
  g_test_add ("/ui/text-file/clipboard", Fixture, NULL, set_up, test_clipboard, tear_down);

  return g_test_run ();
}
