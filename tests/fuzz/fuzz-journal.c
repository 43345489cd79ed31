/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text is read as a journal, up to where it is none, with the checksums that would fit it. */

#include "tide-fuzz.h"

#include "store/tide-journal-private.h"
#include "store/tide-journal-reader.h"

#include <glib/gstdio.h>

#include <string.h>

/* The text is lines without their checksums. */
static GString *
sum_up (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *previous = g_strdup ("");
  GString *journal = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *checksum = tide_journal_dup_checksum (previous, lines[i], -1);

      g_string_append_printf (journal, "%s %s\n", checksum, lines[i]);
      g_set_str (&previous, checksum);
    }

  return journal;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static char *path = NULL;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GString) journal = sum_up (text);
  g_autoptr (TideJournalReading) reading = NULL;

  if (path == NULL)
    {
      g_autofree char *folder = g_dir_make_tmp ("tideline-fuzz-XXXXXX", NULL);

      path = g_build_filename (folder, "a.journal", NULL);
    }

  g_assert_true (g_file_set_contents_full (path, journal->str, (gssize) journal->len,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  reading = tide_journal_read (path, NULL, NULL);
  g_assert_no_errno (g_unlink (path));
  if (reading != NULL)
    {
      g_autoptr (TideClock) clock = tide_clock_new_fixed (1);
      g_autoptr (TideRegister) reg = tide_register_new (clock, NULL);
      guint n_left_out;

      tide_journal_reading_apply (reading, reg, &n_left_out);
      g_assert_cmpuint (n_left_out, <=, reading->steps->len);
      g_assert_cmpint (tide_journal_reading_get_time (reading), ==,
                       tide_journal_reading_get_time (reading));
    }

  return 0;
}
