/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-attention.h"

#include "tide-test-register.h"

static guint
count_rows (TideSnapshot *snapshot, const TideFilter *filter)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TideMatcher) matcher = tide_matcher_new (filter, snapshot);
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    n += tide_matcher_matches (matcher, g_ptr_array_index (projects, i));

  return n;
}

static void
assert_counts_open_their_rows (const TideAttention *attention)
{
  g_autoptr (GArray) all = tide_attention_dup_places (attention, G_MAXUINT32);
  guint n_places = 0;

  for (guint i = 0; i < attention->counts->len; i++)
    {
      const TideAttentionCount *count = g_ptr_array_index (attention->counts, i);
      g_autoptr (GArray) places
          = tide_attention_dup_places (attention, TIDE_CHECK_BIT (count->check));

      g_assert_cmpuint (count->n_projects, >, 0);
      g_assert_cmpuint (count->n_projects, ==, places->len);
      g_assert_cmpuint (count->n_projects, ==, count_rows (attention->snapshot, count->filter));
      n_places += places->len;
    }
  g_assert_cmpuint (all->len, ==, n_places);
  g_assert_cmpuint (attention->n_projects, ==, count_rows (attention->snapshot, attention->filter));
}

static char *
dup_counts (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideAttention) attention = tide_attention_new (snapshot);
  GString *text = g_string_new (NULL);

  assert_counts_open_their_rows (attention);
  for (guint i = 0; i < attention->counts->len; i++)
    {
      const TideAttentionCount *count = g_ptr_array_index (attention->counts, i);

      g_string_append_printf (text, "%s %u ", tide_check_get_code (count->check),
                              count->n_projects);
    }

  return g_string_free_and_steal (text);
}

static void
test_counts (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autofree char *counts = dup_counts (reg);

  g_assert_cmpstr (counts, ==, "no-amount 2 no-division 2 no-sector 2 no-party 2 ");
}

static void
set_plans (TideRegister *reg, const char *start, const char *completion)
{
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  tide_test_payload_set (after, "plans/start", start);
  tide_test_payload_set (after, "plans/completion", completion);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after);
  g_assert_true (tide_register_apply (reg, step, &error));
  g_assert_no_error (error);
}

/* What is taken over from before a step is what a register that was never looked at gives. */
static void
assert_same_as_anew (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  TideChecks *kept = tide_snapshot_get_checks (snapshot);
  g_autoptr (TideChecks) anew = tide_checks_new (snapshot, NULL);

  g_assert_cmpuint (tide_checks_get_n_rows (kept), ==, tide_checks_get_n_rows (anew));
  for (guint row = 0; row < tide_checks_get_n_rows (anew); row++)
    g_assert_cmphex (tide_checks_get_set (kept, row), ==, tide_checks_get_set (anew, row));
}

static void
mend (const TideFinding *finding, gpointer data)
{
  TideRegister *reg = data;
  const TidePayload *project = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  TidePayload *mended = tide_finding_dup_mended (finding, TIDE_PROJECT_PAYLOAD (project), snapshot);
  g_autoptr (TideStep) step = NULL;

  g_assert_nonnull (mended);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, project, mended);
  g_assert_true (tide_register_apply (reg, step, NULL));
}

static void
mend_p1 (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  const TidePayload *project = tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, "p1");

  tide_checks_find (tide_snapshot_get_checks (snapshot), snapshot, TIDE_PROJECT_PAYLOAD (project),
                    mend, reg);
}

/* A finding comes with the step that makes it, goes with the one that mends it, and comes back with
 * undo. */
static void
test_steps (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autofree char *before = dup_counts (reg);
  g_autofree char *wrong = NULL;
  g_autofree char *mended = NULL;
  g_autofree char *again = NULL;

  set_plans (reg, "2025", "2024");
  wrong = dup_counts (reg);
  assert_same_as_anew (reg);
  g_assert_true (g_str_has_prefix (wrong, "plans-backwards 1 "));

  mend_p1 (reg);
  mended = dup_counts (reg);
  assert_same_as_anew (reg);
  g_assert_cmpstr (mended, ==, before);

  g_assert_true (tide_register_undo (reg));
  again = dup_counts (reg);
  assert_same_as_anew (reg);
  g_assert_cmpstr (again, ==, wrong);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attention/counts", test_counts);
  g_test_add_func ("/attention/steps", test_steps);

  return g_test_run ();
}
