/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets each system call fail, fall short or be the process's last one while what a crash has left
 * is taken over, and looks at what the next start finds: all of it, once. */

#include "store/tide-document-private.h"
#include "store/tide-journal-private.h"

#include "codec/tide-json-writer.h"
#include "tide-test-faults.h"
#include "tide-test-folder.h"
#include "tide-test-register.h"

#include <sys/mman.h>

typedef struct
{
  const char *path;
  const TideTestFault *fault;
  gboolean has_file;
} Case;

/* A folder with a register's file, and one for journals. */
typedef struct
{
  char *folder;   /* owned */
  char *journals; /* owned */
  char *file;     /* owned, NULL for a register without a file */
} Place;

typedef struct
{
  const Place *place;
  const Case *one;
  guint at;
} Run;

/* Shared with the process that takes over. */
static struct
{
  guint n_calls;
  guint n_struck;
  guint n_troubled;
  gboolean is_begun; /* the call has come back: what follows may be there */
} *progress;

static void
place_init (Place *place, gboolean has_file)
{
  place->folder = tide_test_folder_new ();
  place->journals = g_build_filename (place->folder, "journals", NULL);
  place->file = has_file ? g_build_filename (place->folder, "a.tideline", NULL) : NULL;
}

static void
place_clear (Place *place)
{
  tide_test_folder_remove (place->folder);
  g_free (place->folder);
  g_free (place->journals);
  g_free (place->file);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static TideDocument *
open_document (const char *path)
{
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TideDocument *document;

  tide_document_open_async (file, FALSE, clock, "Li", NULL, NULL, NULL, NULL, on_ready, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  document = tide_document_open_finish (result, &error);
  g_assert_no_error (error);

  return document;
}

static void
change_number (TideDocument *document, const char *number)
{
  TideRegister *reg = tide_document_get_register (document);
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (after, "number", number);
  step
      = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, tide_payload_seal (after));
  g_assert_true (tide_register_apply (reg, step, NULL));
}

static const char *
get_number (TideDocument *document)
{
  TideRegister *reg = tide_document_get_register (document);
  const TidePayload *project = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");

  return ((const TideProjectPayload *) project)->number;
}

/* Three steps, the fourth of which can be redone, and a form. */
static void
leave_something (gpointer data)
{
  const Place *place = data;
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (GBytes) text = tide_json_write (snapshot, NULL, NULL, NULL, NULL);
  g_autofree char *path = g_build_filename (place->folder, "a.tideline", NULL);
  g_autoptr (TideDocument) document = NULL;
  g_autoptr (TideJournalForm) form = tide_journal_form_new (
      7, TIDE_TEST_TIME, TIDE_RECORD_PROJECT, NULL, g_variant_new_parsed ("{'name/en': <'Half'>}"));

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (text, NULL),
                                      (gssize) g_bytes_get_size (text), NULL));
  document = open_document (path);
  if (place->file == NULL)
    tide_document_forget_file (document);
  tide_document_keep_journal (document, place->journals);
  change_number (document, "1");
  change_number (document, "2");
  change_number (document, "3");
  change_number (document, "4");
  g_assert_true (tide_register_undo (tide_document_get_register (document)));
  tide_journal_set_form (document->journal, form);
  tide_document_leave_journal (document);
}

static TideJournalReading *
find_only_one (const char *journals)
{
  g_autoptr (GPtrArray) readings = tide_journal_list (journals, NULL);

  g_assert_cmpuint (readings->len, ==, 1);

  return g_ptr_array_steal_index (readings, 0);
}

static const TideStep *
get_last (const GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

/* What was left is offered once, whole; with what has been done since then or without. */
static void
check_offer (const char *journals, gboolean has_more, gboolean may_have_more)
{
  g_autoptr (TideJournalReading) reading = find_only_one (journals);
  g_autoptr (GFile) file = tide_journal_reading_dup_file (reading);

  g_assert_nonnull (file);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_cmpuint (reading->forms->len, ==, 1);
  g_assert_cmpstr (tide_journal_form_get_text (g_ptr_array_index (reading->forms, 0), "name/en"),
                   ==, "Half");
  if (has_more || (may_have_more && reading->steps->len == 4))
    g_assert_cmpuint (reading->steps->len, ==, 4);
  else
    {
      g_assert_cmpuint (reading->steps->len, ==, 3);
      g_assert_cmpuint (reading->undone->len, <=, 1);
    }
  g_assert_nonnull (get_last (reading->steps));
}

static void
settle (TideDocument *document)
{
  tide_journal_flush (document->journal);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
check_alive (const Place *place, TideDocument *document, gboolean has_more)
{
  g_autofree char *copies = tide_test_folder_new ();
  const gboolean is_troubled = tide_document_get_trouble (document) != NULL;

  if (is_troubled)
    {
      g_assert_cmpuint (tide_test_injection.n_struck, >, 0);
      progress->n_troubled++;
    }
  tide_test_folder_copy (place->journals, copies);
  check_offer (copies, has_more && !is_troubled, has_more);
  tide_test_folder_remove (copies);
}

/* What a start does with what a crash has left, and a step after it. */
static void
take_over (gpointer data)
{
  const Run *run = data;
  g_autoptr (TideJournalReading) reading = find_only_one (run->place->journals);
  g_autoptr (GFile) file = tide_journal_reading_dup_file (reading);
  g_autoptr (TideDocument) document = open_document (g_file_peek_path (file));
  guint n_left_out;

  document->calls = &tide_test_faulty_calls;
  tide_test_inject (run->one->fault, run->at);
  g_assert_cmpuint (tide_document_recover (document, reading, run->place->journals, &n_left_out),
                    ==, 3);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpstr (get_number (document), ==, "3");
  settle (document);
  check_alive (run->place, document, FALSE);
  progress->is_begun = TRUE;

  change_number (document, "5");
  settle (document);
  check_alive (run->place, document, TRUE);
  progress->n_calls = tide_test_injection.n_calls;
  progress->n_struck = tide_test_injection.n_struck;
}

static gboolean
run_apart (const Case *one, guint at)
{
  Place place = { 0 };
  Run run = { &place, one, at };
  gboolean is_killed;

  place_init (&place, one->has_file);
  memset (progress, 0, sizeof *progress);
  g_assert_false (tide_test_run_apart (leave_something, &place));
  is_killed = tide_test_run_apart (take_over, &run);
  check_offer (place.journals, FALSE, progress->is_begun);
  place_clear (&place);

  return is_killed;
}

static guint
count_calls (const Case *one)
{
  const Case spared = { one->path, NULL, one->has_file };

  g_assert_false (run_apart (&spared, 0));
  g_assert_cmpuint (progress->n_troubled, ==, 0);

  return progress->n_calls;
}

static void
test_fault (gconstpointer data)
{
  const Case *one = data;
  const guint n_calls = count_calls (one);
  guint n_runs = 0, n_struck = 0, n_troubled = 0;

  for (guint at = 1; at <= n_calls; at++)
    {
      g_assert_true (run_apart (one, at) == tide_test_fault_kills (one->fault));
      n_runs++;
      n_struck += progress->n_struck;
      n_troubled += progress->n_troubled > 0 ? 1 : 0;
    }

  if (!tide_test_fault_kills (one->fault))
    g_assert_cmpuint (n_struck, >, 0);
  if (one->fault->kind == TIDE_TEST_FAULT_BROKEN)
    g_assert_cmpuint (n_troubled, >, n_runs / 2);
  g_test_message ("%s: %u runs, %u faults, %u runs with trouble, nothing lost", one->path, n_runs,
                  n_struck, n_troubled);
}

static void
case_free (gpointer data)
{
  Case *one = data;

  g_free ((char *) one->path);
  g_free (one);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  progress
      = mmap (NULL, sizeof *progress, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (progress != MAP_FAILED);
  tide_test_piece = 23;

  for (guint i = 0; i < 2 * TIDE_TEST_N_FAULTS; i++)
    {
      Case *one = g_new0 (Case, 1);

      one->fault = &tide_test_faults[i / 2];
      one->has_file = i % 2 == 0;
      one->path = g_strdup_printf ("/recovery/faults/%s/%s", one->has_file ? "file" : "no-file",
                                   one->fault->name);
      g_test_add_data_func_full (one->path, one, test_fault, case_free);
    }

  return g_test_run ();
}
