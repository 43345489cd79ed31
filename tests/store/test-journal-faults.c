/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets each system call of a journal fail, fall short or be the process's last one, and looks at
 * what comes back. A process works on a register and its journal through a fixed list of acts; a
 * reader that has been spared the fault knows what the register was like after each. */

#include "store/tide-journal-private.h"
#include "store/tide-journal-reader.h"

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"
#include "tide-test-faults.h"
#include "tide-test-folder.h"
#include "tide-test-register.h"

#include <sys/mman.h>

#define FORM 1

typedef enum
{
  ACT_DO,       /* the project gets the number */
  ACT_UNDO,     /* the last step is undone */
  ACT_REDO,     /* and done again */
  ACT_FORM,     /* the text is typed in a form */
  ACT_CLOSE,    /* the form is closed */
  ACT_SAVE,     /* the register is saved, and the journal begins anew */
  ACT_OVERTAKE, /* the same, and the project gets the number meanwhile */
} ActKind;

typedef struct
{
  ActKind kind;
  const char *text;
} Act;

static const Act acts[] = {
  { ACT_DO, "1" },    { ACT_DO, "2" },      { ACT_UNDO, NULL },  { ACT_REDO, NULL },
  { ACT_FORM, "H" },  { ACT_FORM, "Half" }, { ACT_DO, "3" },     { ACT_SAVE, NULL },
  { ACT_UNDO, NULL }, { ACT_DO, "4" },      { ACT_CLOSE, NULL }, { ACT_OVERTAKE, "5" },
  { ACT_DO, "6" },    { ACT_SAVE, NULL },   { ACT_UNDO, NULL },  { ACT_SAVE, NULL },
  { ACT_REDO, NULL }, { ACT_FORM, "Last" }, { ACT_DO, "8" },
};

/* What a person would see. */
typedef struct
{
  char number[8];
  char form[8];
} State;

typedef struct
{
  char *folder; /* owned: of the journals */
  char *file; /* owned, NULL for a register without a file, whose base stands beside the journal */
  TideRegister *reg;
  TideJournal *journal; /* NULL where the acts are done without one */
  State state;
} Play;

typedef struct
{
  const char *path;
  const TideTestFault *fault;
  gboolean has_file;
} Case;

/* Shared with the process that dies. */
typedef struct
{
  int n_done; /* acts whose lines had been written when the process went on */
  guint n_calls;
  guint n_struck;
  guint n_troubled;
} Progress;

static Progress *progress;

/* What the acts lead to, without a journal: states[n] after n of them. */
static State states[G_N_ELEMENTS (acts) + 1];

static void
save_file (Play *play, TideSnapshot *snapshot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = tide_json_write (snapshot, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_file_set_contents_full (play->file, g_bytes_get_data (text, NULL),
                            (gssize) g_bytes_get_size (text), G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            &error);
  g_assert_no_error (error);
}

static TideJournalForm *
new_form (const char *text)
{
  GVariantDict typed;

  g_variant_dict_init (&typed, NULL);
  g_variant_dict_insert (&typed, "name/en", "s", text);

  return tide_journal_form_new (FORM, TIDE_TEST_TIME, TIDE_RECORD_PROJECT, NULL,
                                g_variant_dict_end (&typed));
}

static void
begin (Play *play)
{
  const TideSettings *settings = tide_register_get_settings (play->reg);
  g_autoptr (GFile) file = play->file != NULL ? g_file_new_for_path (play->file) : NULL;
  g_autoptr (TideJournalOrigin) origin = tide_journal_origin_new (settings, file, NULL, NULL);
  g_autoptr (TideSnapshot) base
      = play->file == NULL ? tide_register_dup_snapshot (play->reg) : NULL;
  g_autoptr (GPtrArray) steps = tide_register_dup_unsaved_steps (play->reg);
  g_autoptr (GPtrArray) undone = tide_register_dup_undone_steps (play->reg);
  g_autoptr (GPtrArray) forms
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_journal_form_free);
  const TideJournalStart start
      = { .origin = origin, .base = base, .steps = steps, .undone = undone, .forms = forms };

  if (play->state.form[0] != '\0')
    g_ptr_array_add (forms, new_form (play->state.form));
  tide_journal_begin (play->journal, &start);
}

static void
set_up (Play *play, const char *folder, gboolean has_file)
{
  g_autoptr (TideSnapshot) start = NULL;

  play->folder = g_build_filename (folder, "journals", NULL);
  play->file = has_file ? g_build_filename (folder, "a.tideline", NULL) : NULL;
  play->reg = tide_test_register_new ();
  start = tide_register_dup_snapshot (play->reg);
  if (has_file)
    save_file (play, start);
}

static void
clear (Play *play)
{
  g_clear_object (&play->journal);
  g_clear_object (&play->reg);
  g_free (play->folder);
  g_free (play->file);
}

static void
change_number (Play *play, const char *number)
{
  const TidePayload *before = tide_register_lookup_payload (play->reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (after, "number", number);
  step = tide_register_new_change_step (play->reg, TIDE_RECORD_PROJECT, before,
                                        tide_payload_seal (after));
  g_assert_true (tide_register_apply (play->reg, step, NULL));
  if (play->journal != NULL)
    tide_journal_add_done (play->journal, step, tide_register_get_inverse (play->reg, step));
}

static void
undo (Play *play)
{
  g_autoptr (TideStep) step = tide_step_ref (tide_register_get_undo_step (play->reg));

  g_assert_true (tide_register_undo (play->reg));
  if (play->journal != NULL)
    tide_journal_add_undone (play->journal, step, tide_register_get_inverse (play->reg, step));
}

static void
redo (Play *play)
{
  g_autoptr (TideStep) step = tide_step_ref (tide_register_get_redo_step (play->reg));

  g_assert_true (tide_register_redo (play->reg));
  if (play->journal != NULL)
    tide_journal_add_done (play->journal, step, tide_register_get_inverse (play->reg, step));
}

/* A register without a file is not saved. */
static void
save (Play *play, const char *number)
{
  g_autoptr (TideSnapshot) snapshot = NULL;

  if (play->file == NULL)
    return;

  snapshot = tide_register_dup_snapshot_to_save (play->reg);
  if (number != NULL)
    change_number (play, number);
  if (play->journal != NULL)
    {
      tide_journal_flush (play->journal);
      save_file (play, snapshot);
    }
  tide_register_mark_saved (play->reg, snapshot);
  if (play->journal != NULL)
    begin (play);
}

static void
type (Play *play, const char *text)
{
  g_autoptr (TideJournalForm) form = text != NULL ? new_form (text) : NULL;

  g_strlcpy (play->state.form, text != NULL ? text : "", sizeof play->state.form);
  if (play->journal == NULL)
    return;
  if (form != NULL)
    tide_journal_set_form (play->journal, form);
  else
    tide_journal_close_form (play->journal, FORM);
}

static void
read_number (TideRegister *reg, State *state)
{
  const TidePayload *project = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");

  g_strlcpy (state->number, ((const TideProjectPayload *) project)->number, sizeof state->number);
}

static void
do_act (Play *play, const Act *act)
{
  switch (act->kind)
    {
    case ACT_DO:
      change_number (play, act->text);
      break;
    case ACT_UNDO:
      undo (play);
      break;
    case ACT_REDO:
      redo (play);
      break;
    case ACT_FORM:
    case ACT_CLOSE:
      type (play, act->text);
      break;
    case ACT_SAVE:
    case ACT_OVERTAKE:
    default:
      save (play, act->text);
    }
  read_number (play->reg, &play->state);
}

static gboolean
states_equal (const State *a, const State *b)
{
  return strcmp (a->number, b->number) == 0 && strcmp (a->form, b->form) == 0;
}

static TideRegister *
open_register (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  snapshot = tide_json_read (bytes, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return tide_register_new_from_snapshot (snapshot, clock, "Li");
}

/* What the reading brings back; without one, what the file holds. */
static void
recover (const Play *play, const TideJournalReading *reading, State *state)
{
  g_autoptr (TideRegister) reg = NULL;
  const char *path = play->file;
  guint n_left_out;

  *state = (State) { 0 };
  if (path == NULL && reading == NULL)
    reg = tide_test_register_new ();
  else
    {
      if (path == NULL)
        g_assert_nonnull (reading->base_path);
      reg = open_register (path != NULL ? path : reading->base_path);
    }
  if (reading != NULL)
    {
      tide_journal_reading_apply (reading, reg, &n_left_out);
      g_assert_cmpuint (n_left_out, ==, 0);
      g_assert_cmpuint (reading->forms->len, <=, 1);
    }
  if (reading != NULL && reading->forms->len > 0)
    g_strlcpy (state->form,
               tide_journal_form_get_text (g_ptr_array_index (reading->forms, 0), "name/en"),
               sizeof state->form);
  read_number (reg, state);
}

/* What crashes have left is offered once, if at all. */
static void
recover_after_death (const Play *play, State *state)
{
  g_autoptr (GPtrArray) readings = tide_journal_list (play->folder, NULL);

  g_assert_cmpuint (readings->len, <=, 1);
  recover (play, readings->len > 0 ? g_ptr_array_index (readings, 0) : NULL, state);
}

/* The same as if the program died now, which it does not: it holds its journal, but not a copy. */
static void
recover_alive (const Play *play, State *state)
{
  g_autofree char *copies = tide_test_folder_new ();
  const Play copy = { .folder = copies, .file = play->file };

  tide_test_folder_copy (play->folder, copies);
  recover_after_death (&copy, state);
  tide_test_folder_remove (copies);
}

/* The play in a process of its own ------------------------------------------------------------- */

typedef struct
{
  const char *folder;
  const Case *one;
  guint at;
} Run;

static void
flush (Play *play)
{
  tide_journal_flush (play->journal);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Where the file has been saved while the journal could not be written, its steps are newer than
 * the journal's form. */
static gboolean
is_one_of (const State *state, int first, int last)
{
  gboolean has_number = FALSE, has_form = FALSE;

  for (int i = first; i <= last; i++)
    {
      has_number = has_number || strcmp (state->number, states[i].number) == 0;
      has_form = has_form || strcmp (state->form, states[i].form) == 0;
    }

  return has_number && has_form;
}

/* Trouble is told exactly where a call went wrong that mattered, and no longer than it lasts. What
 * had been written before it began is still there. */
static void
check_trouble (Play *play, int n_acts)
{
  State state;

  recover_alive (play, &state);
  if (tide_journal_get_trouble (play->journal) == NULL)
    {
      g_assert_true (states_equal (&state, &play->state));
      progress->n_done = n_acts;
      return;
    }

  g_assert_cmpuint (tide_test_injection.n_struck, >, 0);
  g_assert_true (is_one_of (&state, progress->n_done, n_acts));
  progress->n_troubled++;
}

static void
play_acts (gpointer data)
{
  const Run *run = data;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  Play play = { 0 };
  State state;

  set_up (&play, run->folder, run->one->has_file);
  play.journal = tide_journal_new_with_calls (play.folder, clock, &tide_test_faulty_calls);
  begin (&play);
  flush (&play);
  tide_test_inject (run->one->fault, run->at);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      do_act (&play, &acts[i]);
      flush (&play);
      check_trouble (&play, (int) i + 1);
    }

  progress->n_calls = tide_test_injection.n_calls;
  progress->n_struck = tide_test_injection.n_struck;
  /* As soon as the disk is well everything is there. */
  tide_test_inject (NULL, 0);
  change_number (&play, "9");
  read_number (play.reg, &play.state);
  flush (&play);
  g_assert_null (tide_journal_get_trouble (play.journal));
  recover_alive (&play, &state);
  g_assert_true (states_equal (&state, &play.state));
  clear (&play);
}

/* One run; returns whether the process was killed. */
static gboolean
run_apart (const Case *one, guint at, State *state)
{
  g_autofree char *folder = tide_test_folder_new ();
  Run run = { folder, one, at };
  Play play = { 0 };
  gboolean is_killed;

  *progress = (Progress) { 0 };
  is_killed = tide_test_run_apart (play_acts, &run);
  play.folder = g_build_filename (folder, "journals", NULL);
  play.file = one->has_file ? g_build_filename (folder, "a.tideline", NULL) : NULL;
  recover_after_death (&play, state);
  clear (&play);
  tide_test_folder_remove (folder);

  return is_killed;
}

static void
note_states (gboolean has_file)
{
  g_autofree char *folder = tide_test_folder_new ();
  Play play = { 0 };

  set_up (&play, folder, has_file);
  read_number (play.reg, &play.state);
  states[0] = play.state;
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      do_act (&play, &acts[i]);
      states[i + 1] = play.state;
    }
  clear (&play);
  tide_test_folder_remove (folder);
}

static guint
count_calls (const Case *one)
{
  const Case spared = { one->path, NULL, one->has_file };
  const State last = { "9", "Last" };
  State state;

  note_states (one->has_file);
  g_assert_false (run_apart (&spared, 0, &state));
  g_assert_true (states_equal (&state, &last));
  g_assert_cmpint (progress->n_done, ==, G_N_ELEMENTS (acts));
  g_assert_cmpuint (progress->n_troubled, ==, 0);

  return progress->n_calls;
}

static void
test_faults (gconstpointer data)
{
  const Case *one = data;
  const State last = { "9", "Last" };
  const guint n_calls = count_calls (one);
  guint n_runs = 0, n_struck = 0, n_troubled = 0;

  for (guint at = 1; at <= n_calls; at += TIDE_TEST_STRIDE)
    {
      State state;

      g_assert_false (run_apart (one, at, &state));
      g_assert_true (states_equal (&state, &last));
      n_runs++;
      n_struck += progress->n_struck;
      n_troubled += progress->n_troubled > 0 ? 1 : 0;
    }

  g_assert_cmpuint (n_struck, >, 0);
  if (one->fault->kind == TIDE_TEST_FAULT_BROKEN)
    g_assert_cmpuint (n_troubled, >, n_runs / 2);
  else if (one->fault->error_number == EINTR || one->fault->kind != TIDE_TEST_FAULT_ERROR)
    g_assert_cmpuint (n_troubled, <=, 1); /* the rename of a base: all others are tried again */
  else
    g_assert_cmpuint (n_troubled, >, 0);
  g_test_message ("%s: %u runs of %u acts, %u faults, %u runs with trouble, nothing lost",
                  one->path, n_runs, (guint) G_N_ELEMENTS (acts), n_struck, n_troubled);
}

static void
test_kills (gconstpointer data)
{
  const Case *one = data;
  const guint n_calls = count_calls (one);

  for (guint at = 1; at <= n_calls; at += TIDE_TEST_STRIDE)
    {
      State state;

      g_assert_true (run_apart (one, at, &state));
      g_assert_cmpint (progress->n_done, <, G_N_ELEMENTS (acts));
      g_assert_true (is_one_of (&state, progress->n_done, progress->n_done + 1));
    }
  g_test_message ("%s: %u calls, nothing lost by a kill", one->path, n_calls);
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
      one->path = g_strdup_printf ("/journal/faults/%s/%s", one->has_file ? "file" : "no-file",
                                   one->fault->name);
      g_test_add_data_func_full (
          one->path, one, tide_test_fault_kills (one->fault) ? test_kills : test_faults, case_free);
    }

  return g_test_run ();
}
