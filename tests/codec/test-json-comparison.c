/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"
#include "core/tide-comparison.h"
#include "core/tide-register.h"

#include <string.h>

#define N_SEEDS 12
#define N_ACTS 60

static TideSnapshot *
read_bytes (GBytes *bytes)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  TideSnapshot *snapshot
      = tide_json_read (bytes, "a.tideline", NULL, NULL, NULL, &problems, &error);

  g_assert_no_error (error);

  return snapshot;
}

static TideSnapshot *
read_sample (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "made-up.tideline", NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  bytes = g_bytes_new_take (text, size);

  return read_bytes (bytes);
}

/* The file without its history. */
static GBytes *
write_records (TideSnapshot *snapshot)
{
  g_autoptr (TideSnapshot) records = tide_snapshot_new ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *list = tide_snapshot_get_records (snapshot, kind);

      for (guint i = 0; i < list->len; i++)
        tide_snapshot_add (records, kind, tide_payload_ref (g_ptr_array_index (list, i)));
    }
  bytes = tide_json_write (records, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

static guint
pick_kind (TideRegister *reg, GRand *random)
{
  guint kind;

  do
    kind = (guint) g_rand_int_range (random, TIDE_RECORD_REGISTER, TIDE_N_RECORD_KINDS);
  while (tide_list_get_n (tide_register_get_list (reg, kind)) == 0);

  return kind;
}

static guint
pick (TideRegister *reg, GRand *random, TideRecordKind kind)
{
  return (guint) g_rand_int_range (random, 0,
                                   (int) tide_list_get_n (tide_register_get_list (reg, kind)));
}

static const TidePayload *
get (TideRegister *reg, TideRecordKind kind, guint place)
{
  return tide_record_get_payload (tide_list_get (tide_register_get_list (reg, kind), place));
}

/* Gives a record what others of its kind have in some members. */
static TideStep *
mix (TideRegister *reg, GRand *random, TideRecordKind kind)
{
  const TidePayload *before = get (reg, kind, pick (reg, random, kind));
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  TideStep *step = tide_step_new ("mix", NULL);

  for (guint i = 0; i < 4; i++)
    {
      const TidePayload *other = get (reg, kind, pick (reg, random, kind));
      const TideMember *member
          = &before->shape->members[g_rand_int_range (random, 0, (int) before->shape->n_members)];
      g_auto (TideValue) value = { 0 };

      if (member->flags & TIDE_MEMBER_KEY)
        continue;
      tide_payload_get_value (other, member, &value);
      tide_payload_set_value (after, member, &value);
    }
  tide_payload_seal (after);
  tide_step_add_difference (step, kind, before, after);

  return step;
}

/* Writes a record anew with a member that this program does not know, in another place. */
static TideStep *
rewrite (TideRegister *reg, GRand *random, TideRecordKind kind)
{
  const guint place = pick (reg, random, kind);
  const TidePayload *before = get (reg, kind, place);
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  g_autofree char *extra
      = g_strdup_printf ("{ \"unheard-of\": %d }", g_rand_int_range (random, 0, 9));
  TideStep *step = tide_step_new ("rewrite", NULL);

  if (g_rand_boolean (random))
    tide_payload_set_string (&after->extra, extra);
  tide_payload_seal (after);
  tide_step_remove_record (step, kind, (TidePayload *) before, place);
  tide_step_add_record (step, kind, after, pick (reg, random, kind));

  return step;
}

static TideStep *delete (TideRegister *reg, GRand *random, TideRecordKind kind)
{
  const char *ids[] = { get (reg, kind, pick (reg, random, kind))->id, NULL };

  return tide_register_new_delete_step (reg, kind, ids, NULL);
}

static TideStep *
duplicate (TideRegister *reg, GRand *random)
{
  guint n = tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_PROJECT));

  return n > 0
             ? tide_register_new_duplicate_step (
                   reg, get (reg, TIDE_RECORD_PROJECT, pick (reg, random, TIDE_RECORD_PROJECT))->id)
             : tide_step_new ("nothing", NULL);
}

/* What does not fit is refused, and so leaves the register sound. */
static void
act (TideRegister *reg, GRand *random)
{
  const TideRecordKind kind = pick_kind (reg, random);
  g_autoptr (TideStep) step = NULL;

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      step
          = kind != TIDE_RECORD_REGISTER ? delete (reg, random, kind) : rewrite (reg, random, kind);
      break;
    case 1:
    case 2:
      step = rewrite (reg, random, kind);
      break;
    case 3:
      step = duplicate (reg, random);
      break;
    default:
      step = mix (reg, random, kind);
      break;
    }
  tide_register_apply (reg, step, NULL);
}

/* A register that has gone its own way from @start. */
static TideRegister *
wander (TideSnapshot *start, GRand *random)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);
  TideRegister *reg = tide_register_new_from_snapshot (start, clock, "Tester");

  for (guint i = 0; i < N_ACTS; i++)
    act (reg, random);

  return reg;
}

static void
assert_state (TideRegister *reg, GBytes *expected)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (GBytes) bytes = write_records (snapshot);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *expected_text
      = g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));

  g_assert_cmpstr (text, ==, expected_text);
}

/* Whatever two states are compared, the step leads from the one to the other, also after it has
 * been written down and read again, and back. */
static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (TideSnapshot) start = read_sample ();
  g_autoptr (TideRegister) reg = wander (start, random);
  g_autoptr (TideRegister) other = wander (start, random);
  g_autoptr (TideSnapshot) from = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) goal = tide_register_dup_snapshot (other);
  g_autoptr (GBytes) before = write_records (from);
  g_autoptr (GBytes) after = write_records (goal);
  g_autoptr (TideSnapshot) to = read_bytes (after);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (TideStep) again = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  TideComparison counts;

  step = tide_comparison_new_step (from, to, "restore-version", "then", &counts);
  g_assert_false (tide_step_is_empty (step));
  g_assert_cmpuint (counts.n_added, >, 0);
  g_assert_cmpuint (counts.n_changed, >, 0);

  step->id = g_strdup ("s");
  line = tide_json_write_step (step);
  again = tide_json_read_step (line, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->edits->len, ==, step->edits->len);

  tide_register_apply (reg, again, &error);
  g_assert_no_error (error);
  assert_state (reg, after);
  g_assert_true (tide_register_undo (reg));
  assert_state (reg, before);
  g_assert_true (tide_register_redo (reg));
  assert_state (reg, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/json-comparison/random/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random);
    }

  return g_test_run ();
}
