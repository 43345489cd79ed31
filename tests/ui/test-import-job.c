/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The work behind the import dialog, begun anew again and again while the thread of the last time
 * is still at it, and the register is edited meanwhile. */

#include "ui/dialogs/tide-import-job.h"

#include "tide-test-register.h"

#include <string.h>

#define N_ROUNDS 8
#define N_ROWS 600

typedef struct
{
  TideRegister *reg;
  TideImportJob *job;
  GFile *file;
  guint n_failed;
} Fixture;

static void
on_failed (Fixture *self, const char *title, GError *error)
{
  self->n_failed++;
  g_test_message ("%s: %s", title, error->message);
}

static char *
dup_table (void)
{
  GString *text = g_string_new ("number,name,agreed investment (CNY)\n");

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "T-%u,Project %u,%u\n", i, i, i * 1000 + 500);

  return g_string_free_and_steal (text);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *text = dup_table ();
  g_autoptr (GFileIOStream) stream = NULL;

  *self = (Fixture) { .reg = tide_test_register_new () };
  self->file = g_file_new_tmp ("tide-test-XXXXXX.csv", &stream, NULL);
  g_assert_true (g_file_replace_contents (self->file, text, strlen (text), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
  self->job = tide_import_job_new (self->reg);
  g_signal_connect_swapped (self->job, "failed", G_CALLBACK (on_failed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  tide_import_job_cancel (self->job);
  g_object_unref (self->job);
  g_file_delete (self->file, NULL, NULL);
  g_object_unref (self->file);
  g_object_unref (self->reg);
}

static void
wait_for (Fixture *self)
{
  while (tide_import_job_is_busy (self->job))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_table (Fixture *self)
{
  tide_import_reading_open (tide_import_job_get_reading (self->job), self->file);
  while (tide_import_job_get_plan (self->job) == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (self->n_failed, ==, 0);
    }
  wait_for (self);
}

static void
edit_register (Fixture *self, guint round)
{
  g_autofree char *id = tide_clock_dup_id (tide_register_get_clock (self->reg));
  g_autofree char *name = g_strdup_printf ("Another %u", round);
  g_autoptr (TidePayload) payload = tide_test_payload_new (TIDE_RECORD_PROJECT, id, name);
  g_autoptr (TideStep) step = tide_step_new ("add-project", name, NULL);
  g_autoptr (GError) error = NULL;

  tide_payload_seal (payload);
  tide_step_add_record (step, TIDE_RECORD_PROJECT, payload,
                        tide_list_get_n (tide_register_get_list (self->reg, TIDE_RECORD_PROJECT)));
  tide_register_apply (self->reg, step, &error);
  g_assert_no_error (error);
}

static void
test_again (Fixture *self, gconstpointer data)
{
  open_table (self);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      tide_import_job_find_values (self->job);
      tide_import_job_try (self->job);
      g_usleep (i * 1000);
      edit_register (self, i);
      tide_import_job_try (self->job);
      tide_import_job_touch (self->job);
    }
  tide_import_job_try (self->job);
  wait_for (self);

  g_assert_cmpuint (self->n_failed, ==, 0);
  g_assert_nonnull (tide_import_job_get_trial (self->job));
  g_assert_cmpuint (
      tide_import_trial_count (tide_import_job_get_trial (self->job), TIDE_IMPORT_CREATED), ==,
      N_ROWS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/import-job/again", Fixture, NULL, set_up, test_again, tear_down);

  return g_test_run ();
}
