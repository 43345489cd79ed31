/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets each system call of an automatic save fail or fall short: the document tells of it, keeps
 * what was done, and saves it once it can. */

#include "store/tide-document-private.h"

#include "tide-test-document.h"
#include "tide-test-faults.h"

static void
save_automatically (TideDocument *document, const TideTestFault *fault, guint at)
{
  tide_test_inject (fault, at);
  tide_document_save_automatically (document);
  while (tide_document_get_busy (document))
    g_main_context_iteration (NULL, TRUE);
}

static TideDocument *
open_and_edit (const TideTestPlace *place)
{
  TideDocument *document = tide_test_document_assert_opens (place->file, FALSE);

  document->calls = &tide_test_faulty_calls;
  tide_test_document_assert_edits (document, "Investment Bureau");

  return document;
}

static guint
count_calls (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) document = open_and_edit (place);

  save_automatically (document, NULL, 0);
  g_assert_false (tide_document_get_modified (document));
  g_assert_cmpuint (tide_test_injection.rename_call, >, 0);

  return tide_test_injection.n_calls;
}

static gboolean
holds (const TideTestPlace *place, GBytes *text)
{
  g_autoptr (GBytes) present = tide_test_place_read (place->target);

  g_assert_nonnull (present);
  return g_bytes_equal (present, text);
}

/* The file is whole, old or new; where it is old the document says so. */
static void
check_told (TideDocument *document, const TideTestPlace *place, GBytes *old)
{
  const gboolean is_saved = !tide_document_get_modified (document);

  g_assert_true (is_saved == !tide_document_get_save_failed (document));
  g_assert_true (is_saved == (tide_document_get_save_error (document) == NULL));
  if (is_saved)
    g_assert_false (holds (place, old));
  else
    tide_test_document_assert_in_charge (document, "Investment Bureau");
}

/* The disk is well again: it is tried once more without anybody asking. */
static void
check_saved_later (TideDocument *document, const TideTestPlace *place)
{
  g_autoptr (TideDocument) read = NULL;

  tide_test_inject (NULL, 0);
  tide_document_set_autosave (document, 1);
  while (tide_document_get_modified (document) || tide_document_get_busy (document))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tide_document_get_save_failed (document));
  read = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (read, "Investment Bureau");
}

static void
test_fault (gconstpointer data)
{
  const TideTestFault *fault = data;
  const guint n_calls = count_calls ();
  guint n_failed = 0;

  for (guint at = 1; at <= n_calls; at++)
    {
      g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
      g_autoptr (GBytes) old = tide_test_place_read (place->target);
      g_autoptr (TideDocument) document = open_and_edit (place);

      save_automatically (document, fault, at);
      check_told (document, place, old);
      n_failed += tide_document_get_save_failed (document) ? 1 : 0;
      check_saved_later (document, place);
    }

  if (fault->kind == TIDE_TEST_FAULT_ERROR || fault->kind == TIDE_TEST_FAULT_BROKEN)
    g_assert_cmpuint (n_failed, >, 0);
  else
    g_assert_cmpuint (n_failed, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  tide_test_piece = 4099;

  for (guint i = 0; i < TIDE_TEST_N_FAULTS; i++)
    {
      g_autofree char *path = g_strconcat ("/autosave/faults/", tide_test_faults[i].name, NULL);

      if (!tide_test_fault_kills (&tide_test_faults[i]))
        g_test_add_data_func (path, &tide_test_faults[i], test_fault);
    }

  return g_test_run ();
}
