/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tide-document-private.h"

#include "tide-test-document.h"

#include <glib/gstdio.h>

/* What crashes have left, once the one before has let go. */
static GPtrArray *
list_journals (const char *folder, guint n_expected)
{
  g_autoptr (GPtrArray) readings = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_clear_pointer (&readings, g_ptr_array_unref);
      readings = tide_journal_list (folder, NULL);
      if (readings->len >= n_expected)
        break;
      g_usleep (1000);
    }
  g_assert_cmpuint (readings->len, ==, n_expected);

  return g_steal_pointer (&readings);
}

/* A crash is an end without closing. */
static void
crash (TideDocument **document)
{
  tide_document_leave_journal (*document);
  g_clear_object (document);
}

static void
test_recover (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autofree char *folder = g_build_filename (place->root, "journals", NULL);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (GPtrArray) readings = NULL;
  guint n_left_out;

  tide_document_keep_journal (document, folder);
  tide_test_document_assert_edits (document, "Saved");
  g_assert_true (tide_test_document_save (document, NULL, NULL, NULL));
  tide_test_document_assert_edits (document, "Not saved");
  crash (&document);

  readings = list_journals (folder, 1);
  document = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (document, "Saved");
  g_assert_cmpuint (
      tide_document_recover (document, g_ptr_array_index (readings, 0), folder, &n_left_out), ==,
      1);
  g_assert_cmpuint (n_left_out, ==, 0);
  tide_test_document_assert_in_charge (document, "Not saved");
  g_assert_true (tide_document_get_modified (document));
  g_assert_null (tide_document_get_trouble (document));

  tide_document_discard_journal (document);
  g_clear_object (&document);
  g_clear_pointer (&readings, g_ptr_array_unref);
  readings = list_journals (folder, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Where all that had been done is in the file, nothing is offered. */
static void
test_recover_nothing (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autofree char *folder = g_build_filename (place->root, "journals", NULL);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (GPtrArray) readings = NULL;

  tide_document_keep_journal (document, folder);
  tide_test_document_assert_edits (document, "Saved");
  g_assert_true (tide_test_document_save (document, NULL, NULL, NULL));
  crash (&document);
  readings = list_journals (folder, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The form goes on in a draft. Returns it, which is open. */
static TideDraft *
resume (TideDocument *document, const TideJournalForm *form)
{
  TideDraft *draft
      = tide_draft_new (tide_document_get_register (document), TIDE_RECORD_PARTY, NULL);

  tide_draft_set_open (draft, TRUE);
  tide_draft_type_again (draft, form->typed);
  tide_document_resume_form (document, form, draft);
  tide_field_set_text (tide_draft_get_field (draft, "name/en"), "Most of a form");
  tide_document_write_forms (document);

  return draft;
}

/* At no moment since it was shown again could a crash have left it twice. */
static void
assert_never_closed (const TideJournalReading *reading)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (reading->path, &text, NULL, NULL));
  g_assert_null (strstr (text, " close "));
}

/* A form that is open is kept as it is, through a save and two crashes, whether it went on between
 * them or waited. */
static void
test_recover_form (gconstpointer data)
{
  const gboolean goes_on = GPOINTER_TO_INT (data);
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autofree char *folder = g_build_filename (place->root, "journals", NULL);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (TideDraft) draft
      = tide_draft_new (tide_document_get_register (document), TIDE_RECORD_PARTY, NULL);
  guint n_left_out;

  tide_document_keep_journal (document, folder);
  tide_test_document_assert_edits (document, "Saved");
  tide_draft_set_open (draft, TRUE);
  tide_field_set_text (tide_draft_get_field (draft, "name/en"), "Half a form");
  g_assert_true (tide_test_document_save (document, NULL, NULL, NULL));
  crash (&document);
  tide_draft_set_open (draft, FALSE);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) readings = list_journals (folder, 1);
      TideJournalReading *reading = g_ptr_array_index (readings, 0);
      g_autoptr (GPtrArray) forms = NULL;
      g_autoptr (TideDraft) resumed = NULL;

      assert_never_closed (reading);
      g_assert_cmpuint (reading->steps->len, ==, 0);
      g_assert_cmpuint (reading->forms->len, ==, 1);
      document = tide_test_document_assert_opens (place->file, FALSE);
      g_assert_cmpuint (tide_document_recover (document, reading, folder, &n_left_out), ==, 0);
      g_assert_cmpuint (n_left_out, ==, 0);
      forms = tide_document_dup_waiting_forms (document);
      g_assert_cmpuint (forms->len, ==, 1);
      g_assert_cmpstr (tide_journal_form_get_text (g_ptr_array_index (forms, 0), "name/en"), ==,
                       i == 1 && goes_on ? "Most of a form" : "Half a form");
      if (i == 0 && goes_on)
        resumed = resume (document, g_ptr_array_index (forms, 0));
      if (i == 1)
        tide_document_discard_journal (document);
      crash (&document);
      if (resumed != NULL)
        tide_draft_set_open (resumed, FALSE);
    }
  g_ptr_array_unref (list_journals (folder, 0));
}

/* A repair that was not saved is done again, and what was done behind it. */
static void
test_recover_repair (void)
{
  g_autoptr (GBytes) doubted = tide_test_sample_dup_doubted ();
  g_autoptr (TideTestPlace) place = tide_test_place_new (TIDE_TEST_PLACE_FILE, 0644, doubted);
  g_autofree char *folder = g_build_filename (place->root, "journals", NULL);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  TideRegister *reg = tide_document_get_register (document);
  g_autoptr (GPtrArray) readings = NULL;
  guint n_left_out;

  tide_document_keep_journal (document, folder);
  g_assert_true (
      tide_register_repair (reg, g_ptr_array_index (tide_register_get_problems (reg), 0), NULL));
  tide_test_document_assert_edits (document, "Not saved");
  crash (&document);

  readings = list_journals (folder, 1);
  document = tide_test_document_assert_opens (place->file, FALSE);
  g_assert_cmpuint (
      tide_document_recover (document, g_ptr_array_index (readings, 0), folder, &n_left_out), ==,
      2);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_false (tide_register_get_read_only (tide_document_get_register (document)));
  tide_test_document_assert_in_charge (document, "Not saved");
  tide_document_discard_journal (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/recovery/unsaved", test_recover);
  g_test_add_func ("/recovery/nothing", test_recover_nothing);
  g_test_add_data_func ("/recovery/form/waits", GINT_TO_POINTER (FALSE), test_recover_form);
  g_test_add_data_func ("/recovery/form/goes-on", GINT_TO_POINTER (TRUE), test_recover_form);
  g_test_add_func ("/recovery/repair", test_recover_repair);

  return g_test_run ();
}
