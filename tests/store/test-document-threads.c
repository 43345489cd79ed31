/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several registers at once are opened, edited, saved and given up, each with its journal, while
 * the threads of the others are at work: for the thread sanitizer, and to see that each keeps its
 * own. */

#include "store/tide-document-private.h"

#include "codec/tide-json-writer.h"
#include "core/tide-draft.h"
#include "tide-test-folder.h"
#include "tide-test-register.h"

#include <string.h>

#define N_DOCUMENTS 4
#define N_ROUNDS 12
#define N_STEPS 6

typedef struct
{
  char *folder;   /* of files */
  char *journals; /* of their journals */
} Fixture;

typedef struct
{
  TideDocument *document; /* nullable: while it is being opened */
  GFile *file;
  GCancellable *cancellable;
  GAsyncResult *result; /* nullable: of what has come to its end */
  guint n_progress;
  guint n_done;
  char number[32];
} Desk;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = tide_test_folder_new ();
  fixture->journals = g_build_filename (fixture->folder, "journals", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tide_test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->journals);
}

/* Large enough that reading and writing take their time. */
static void
write_register (const char *path)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideRegister) reg = NULL;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  g_autoptr (TideSnapshot) full = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (TideStep) step = tide_step_new ("add-project", "many", NULL);
  g_autoptr (GError) error = NULL;

  reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%03u", i);
      g_autoptr (TidePayload) payload
          = tide_test_payload_new (TIDE_RECORD_PROJECT, id, "Another project");

      tide_test_payload_set (payload, "division", "east");
      tide_payload_seal (payload);
      tide_step_add_record (step, TIDE_RECORD_PROJECT, payload, 3 + i);
    }
  g_assert_true (tide_register_apply (reg, step, &error));
  g_assert_no_error (error);
  full = tide_register_dup_snapshot_to_save (reg);
  text = tide_json_write (full, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (text, NULL),
                                      (gssize) g_bytes_get_size (text), NULL));
}

static void
desk_init (Desk *desk, Fixture *fixture, guint number)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.tideline", fixture->folder, number);

  *desk = (Desk) { .file = g_file_new_for_path (path), .cancellable = g_cancellable_new () };
  write_register (path);
}

static void
desk_clear (Desk *desk)
{
  g_clear_object (&desk->document);
  g_clear_object (&desk->file);
  g_clear_object (&desk->cancellable);
  g_clear_object (&desk->result);
}

static void
on_progress (double fraction, gpointer data)
{
  Desk *desk = data;

  desk->n_progress++;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Desk *desk = data;

  g_assert_null (desk->result);
  desk->result = g_object_ref (result);
}

static void
begin_to_open (Desk *desk)
{
  g_autoptr (TideClock) clock = tide_clock_new ();

  g_cancellable_reset (desk->cancellable);
  tide_document_open_async (desk->file, FALSE, clock, "Tester", on_progress, desk, NULL,
                            desk->cancellable, on_done, desk);
}

static void
wait_for (Desk *desk)
{
  while (desk->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
end_to_open (Desk *desk, Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  wait_for (desk);
  desk->document = tide_document_open_finish (desk->result, &error);
  g_clear_object (&desk->result);
  g_assert_no_error (error);
  tide_document_keep_journal (desk->document, fixture->journals);
}

static void
change_number (Desk *desk)
{
  TideRegister *reg = tide_document_get_register (desk->document);
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;

  g_snprintf (desk->number, sizeof desk->number, "%u", ++desk->n_done);
  tide_test_payload_set (after, "number", desk->number);
  step
      = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, tide_payload_seal (after));
  g_assert_true (tide_register_apply (reg, step, NULL));
}

/* Two steps, of which one is undone and another one redone, and a form that is typed in. */
static void
edit (Desk *desk)
{
  TideRegister *reg = tide_document_get_register (desk->document);
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_PROJECT, NULL);

  change_number (desk);
  change_number (desk);
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_redo (reg));
  tide_draft_set_open (draft, TRUE);
  tide_field_set_text (tide_draft_get_field (draft, "name/en"), "Typed");
  tide_document_write_forms (desk->document);
  tide_draft_set_open (draft, FALSE);
}

static void
turn (void)
{
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
save_while_editing (Desk *desk, gboolean is_cancelled)
{
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  g_cancellable_reset (desk->cancellable);
  tide_document_save_async (desk->document, NULL, desk->cancellable, on_done, desk);
  edit (desk);
  turn ();
  if (is_cancelled)
    g_cancellable_cancel (desk->cancellable);
  edit (desk);
  wait_for (desk);
  is_saved = tide_document_save_finish (desk->document, desk->result, &error);
  g_clear_object (&desk->result);
  if (!is_saved)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (is_saved || is_cancelled);
  g_assert_true (tide_document_get_modified (desk->document));
}

static void
assert_number (Desk *desk)
{
  TideRegister *reg = tide_document_get_register (desk->document);
  const TidePayload *project = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");

  g_assert_cmpstr (((const TideProjectPayload *) project)->number, ==, desk->number);
  g_assert_null (tide_document_get_trouble (desk->document));
}

/* The program ends, and the next start takes over what it had. */
static void
recover (Desk *desk, Fixture *fixture)
{
  g_autofree char *uri = g_file_get_uri (desk->file);
  g_autoptr (GPtrArray) readings = NULL;
  guint n_left_out = 1;

  tide_document_leave_journal (desk->document);
  g_clear_object (&desk->document);
  while (n_left_out > 0)
    {
      g_clear_pointer (&readings, g_ptr_array_unref);
      readings = tide_journal_list (fixture->journals, NULL);
      for (guint i = 0; i < readings->len && n_left_out > 0; i++)
        {
          TideJournalReading *reading = g_ptr_array_index (readings, i);

          if (g_strcmp0 (reading->origin->uri, uri) != 0)
            continue;
          begin_to_open (desk);
          wait_for (desk);
          desk->document = tide_document_open_finish (desk->result, NULL);
          g_clear_object (&desk->result);
          g_assert_nonnull (desk->document);
          g_assert_cmpuint (
              tide_document_recover (desk->document, reading, fixture->journals, &n_left_out), >,
              0);
          g_assert_cmpuint (n_left_out, ==, 0);
        }
    }
  assert_number (desk);
}

static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  Desk desks[N_DOCUMENTS];

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      desk_init (&desks[i], fixture, i);
      begin_to_open (&desks[i]);
    }
  for (guint i = 0; i < N_DOCUMENTS; i++)
    end_to_open (&desks[i], fixture);

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < N_DOCUMENTS; i++)
      {
        for (guint j = 0; j < N_STEPS; j++)
          edit (&desks[(i + j) % N_DOCUMENTS]);
        save_while_editing (&desks[i], round % 3 == 2);
        assert_number (&desks[i]);
        if (round % 4 == i)
          recover (&desks[i], fixture);
      }

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      tide_document_discard_journal (desks[i].document);
      desk_clear (&desks[i]);
    }
}

/* Nothing waits for what has been given up: its thread ends when it will. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  Desk desk;

  desk_init (&desk, fixture, 0);
  for (guint i = 0; i < 3 * N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TideDocument) document = NULL;

      begin_to_open (&desk);
      if (i % 3 > 0)
        turn ();
      if (i % 3 > 1)
        g_usleep (1000);
      g_cancellable_cancel (desk.cancellable);
      wait_for (&desk);
      document = tide_document_open_finish (desk.result, &error);
      g_clear_object (&desk.result);
      if (document == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  desk_clear (&desk);
}

/* A snapshot is read in threads, looked up in by several at once, while the register goes on. */
static gpointer
write_and_look_up (gpointer data)
{
  TideSnapshot *snapshot = data;
  g_autoptr (GBytes) text = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%03u", i);

      g_assert_nonnull (tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, id));
    }
  text = tide_json_write (snapshot, NULL, NULL, NULL, NULL);
  g_assert_nonnull (text);
  tide_snapshot_unref (snapshot);

  return NULL;
}

static void
test_snapshots (Fixture *fixture, gconstpointer data)
{
  Desk desk;

  desk_init (&desk, fixture, 0);
  begin_to_open (&desk);
  end_to_open (&desk, fixture);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (TideSnapshot) snapshot
          = tide_register_dup_snapshot (tide_document_get_register (desk.document));
      GThread *threads[3];

      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new ("reader", write_and_look_up, tide_snapshot_ref (snapshot));
      g_clear_pointer (&snapshot, tide_snapshot_unref);
      edit (&desk);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        g_thread_join (threads[j]);
    }
  tide_document_discard_journal (desk.document);
  desk_clear (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, test)                                                                            \
  g_test_add ("/document-threads/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("at-once", test_at_once);
  ADD ("given-up", test_given_up);
  ADD ("snapshots", test_snapshots);

  return g_test_run ();
}
