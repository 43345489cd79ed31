/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Journals that were changed by something else than the program: what is read of one was in it,
 * whole. Where the checksums are made to fit the change, as no accident does, nothing is promised
 * but that the program survives. */

#include "store/tide-journal-private.h"
#include "store/tide-journal-reader.h"

#include "codec/tide-json-writer.h"
#include "tide-test-folder.h"
#include "tide-test-register.h"

#include <string.h>

/* Of each kind. */
#define N_MUTANTS 500

typedef struct
{
  char *folder;
  GString *text;
  GHashTable *steps; /* as they are written, by id */
} Fixture;

static void
change_name (TideRegister *reg, TideJournal *journal, const char *number)
{
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (after, "number", number);
  step
      = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, tide_payload_seal (after));
  g_assert_true (tide_register_apply (reg, step, NULL));
  tide_journal_add_done (journal, step, NULL);
}

static void
undo (TideRegister *reg, TideJournal *journal)
{
  g_autoptr (TideStep) step = tide_step_ref (tide_register_get_undo_step (reg));

  g_assert_true (tide_register_undo (reg));
  tide_journal_add_undone (journal, step, NULL);
}

static void
redo (TideRegister *reg, TideJournal *journal)
{
  g_autoptr (TideStep) step = tide_step_ref (tide_register_get_redo_step (reg));

  g_assert_true (tide_register_redo (reg));
  tide_journal_add_done (journal, step, NULL);
}

static void
type (TideJournal *journal, const char *name)
{
  g_autoptr (GVariant) typed
      = g_variant_ref_sink (g_variant_new_parsed ("{'name/en': <%s>}", name));
  g_autoptr (TideJournalForm) form
      = tide_journal_form_new (1, TIDE_TEST_TIME, TIDE_RECORD_PROJECT, NULL, typed);

  tide_journal_set_form (journal, form);
}

/* Does something of every sort and returns the path of the journal. */
static char *
write_journal (const char *folder)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideJournal) journal = tide_journal_new (folder, tide_register_get_clock (reg));
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/宁波.tideline");
  g_autoptr (TideJournalOrigin) origin
      = tide_journal_origin_new (tide_register_get_settings (reg), file, "~/宁波.tideline", "abc");
  g_autoptr (GDir) dir = NULL;

  tide_journal_begin (journal, &(TideJournalStart) { .origin = origin });
  change_name (reg, journal, "one");
  change_name (reg, journal, "二\n\"\\");
  type (journal, "Half a name");
  undo (reg, journal);
  redo (reg, journal);
  change_name (reg, journal, "three");
  undo (reg, journal);
  change_name (reg, journal, "four");
  tide_journal_close_form (journal, 1);
  type (journal, "Another one");
  change_name (reg, journal, "five");
  tide_journal_flush (journal);

  dir = g_dir_open (folder, 0, NULL);
  return g_build_filename (folder, g_dir_read_name (dir), NULL);
}

static void
note_steps (Fixture *fixture, const GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const TideStep *step = g_ptr_array_index (steps, i);

      g_hash_table_insert (fixture->steps, g_strdup (step->id), tide_json_write_step (step));
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (TideJournalReading) reading = NULL;
  g_autofree char *text = NULL;
  gsize length;

  fixture->folder = tide_test_folder_new ();
  path = write_journal (fixture->folder);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  fixture->text = g_string_new_len (text, (gssize) length);
  fixture->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading = tide_journal_read (path, NULL, NULL);
  g_assert_nonnull (reading);
  g_assert_true (reading->is_whole);
  g_assert_cmpuint (reading->steps->len, ==, 4);
  g_assert_cmpuint (reading->forms->len, ==, 1);
  note_steps (fixture, reading->steps);
  note_steps (fixture, reading->undone);
  note_steps (fixture, reading->given_up);
  g_assert_cmpuint (g_hash_table_size (fixture->steps), ==, 5);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tide_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_string_free (fixture->text, TRUE);
  g_hash_table_unref (fixture->steps);
}

static gsize
choose (GString *text, GRand *rand)
{
  return (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
}

static void
mutate_bit (GString *text, GRand *rand)
{
  text->str[choose (text, rand)] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
}

static void
mutate_length (GString *text, GRand *rand)
{
  const gsize at = choose (text, rand);
  const gsize length = (gsize) g_rand_int_range (rand, 1, 300);

  if (g_rand_boolean (rand))
    g_string_truncate (text, at);
  else
    g_string_erase (text, (gssize) at, (gssize) MIN (length, text->len - at));
}

/* A piece of it stands in another place too, as where a disk has mixed up its blocks. */
static void
mutate_piece (GString *text, GRand *rand)
{
  const gsize from = choose (text, rand);
  const gsize wanted = (gsize) g_rand_int_range (rand, 1, 600);
  const gsize length = MIN (wanted, text->len - from);
  g_autofree char *piece = g_memdup2 (text->str + from, length);
  const gsize to = choose (text, rand);

  if (g_rand_boolean (rand))
    g_string_insert_len (text, (gssize) to, piece, (gssize) length);
  else
    g_string_overwrite_len (text, to, piece, (gssize) length);
}

/* Lines change places, come twice or are missing. */
static void
mutate_lines (GString *text, GRand *rand)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  const guint n_lines = g_strv_length (lines);
  const guint first = (guint) g_rand_int_range (rand, 0, (gint32) n_lines);
  const guint second = (guint) g_rand_int_range (rand, 0, (gint32) n_lines);
  g_autofree char *joined = NULL;
  char *line = lines[first];

  if (g_rand_boolean (rand))
    {
      lines[first] = lines[second];
      lines[second] = line;
    }
  else
    g_set_str (&lines[first], lines[second]);
  joined = g_strjoinv ("\n", lines);
  g_string_assign (text, joined);
}

/* Gives every line the checksum that it would have. */
static void
mend_checksums (GString *text)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  g_autofree char *previous = g_strdup ("");

  g_string_truncate (text, 0);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      const gsize skipped = MIN (strlen (lines[i]), TIDE_JOURNAL_CHECKSUM_LENGTH + 1);
      g_autofree char *checksum = tide_journal_dup_checksum (previous, lines[i] + skipped, -1);

      g_string_append_printf (text, "%s %s\n", checksum, lines[i] + skipped);
      g_set_str (&previous, checksum);
    }
}

static TideJournalReading *
read_text (Fixture *fixture, GString *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mutant.journal", NULL);

  g_assert_true (g_file_set_contents_full (path, text->str, (gssize) text->len,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));

  return tide_journal_read (path, NULL, NULL);
}

static void
assert_known (Fixture *fixture, const GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const TideStep *step = g_ptr_array_index (steps, i);
      g_autofree char *text = tide_json_write_step (step);

      g_assert_cmpstr (text, ==, g_hash_table_lookup (fixture->steps, step->id));
    }
}

static void
apply (const TideJournalReading *reading)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  guint n_left_out;

  tide_journal_reading_apply (reading, reg, &n_left_out);
}

typedef void (*Mutate) (GString *text, GRand *rand);

typedef struct
{
  const char *name;
  Mutate mutate;
  gboolean is_mended;
} MutationCase;

static const MutationCase mutations[] = {
  { "bit", mutate_bit, FALSE },           { "length", mutate_length, FALSE },
  { "piece", mutate_piece, FALSE },       { "lines", mutate_lines, FALSE },
  { "bit-mended", mutate_bit, TRUE },     { "length-mended", mutate_length, TRUE },
  { "piece-mended", mutate_piece, TRUE }, { "lines-mended", mutate_lines, TRUE },
};

static void
test_mutants (Fixture *fixture, gconstpointer data)
{
  const MutationCase *row = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20231120);
  guint n_read = 0, n_steps = 0;

  for (guint i = 0; i < N_MUTANTS; i++)
    {
      g_autoptr (GString) text = g_string_new_len (fixture->text->str, (gssize) fixture->text->len);
      g_autoptr (TideJournalReading) reading = NULL;

      for (guint j = 0; j <= i % 3 && text->len > 0; j++)
        row->mutate (text, rand);
      if (row->is_mended)
        mend_checksums (text);
      reading = read_text (fixture, text);
      if (reading == NULL)
        continue;
      n_read++;
      n_steps += reading->steps->len;
      if (!row->is_mended)
        {
          assert_known (fixture, reading->steps);
          assert_known (fixture, reading->undone);
          assert_known (fixture, reading->given_up);
        }
      apply (reading);
    }

  g_test_message ("%u of %u were read, with %u steps", n_read, N_MUTANTS, n_steps);
  g_assert_cmpuint (n_read, >, 0);
  g_assert_cmpuint (n_steps, >, 0);
  g_assert_cmpuint (n_steps, <, 4 * N_MUTANTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (mutations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/journal-mutation/%s", mutations[i].name);

      g_test_add (path, Fixture, &mutations[i], set_up, test_mutants, tear_down);
    }

  return g_test_run ();
}
