/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/lists/tide-project-totals.h"

#include "tide-test-register.h"

#include <string.h>

#define N_PROJECTS 120

typedef struct
{
  TideRegister *reg;
  TideView *view;
  TideProjectGroups *groups;
  GtkSelectionModel *selection;
  TideProjectTotals *totals;
  guint n_changes;
} Fixture;

static const char *const stages[] = { "lead", "intention", "signed", "producing" };
static const char *const statuses[] = { "normal", "paused", "terminated" };

static void
add_entry (TidePayload *payload, const char *list, const char *member, const char *value)
{
  TidePayload *entry = tide_test_payload_add_entry (payload, list, list);

  tide_test_payload_set (entry, member, value);
}

static void
add_amount (TidePayload *payload)
{
  static const char *const currencies[] = { "CNY", "CNY", "CNY", "JPY" };
  TidePayload *entry = tide_test_payload_add_entry (payload, "amounts", "a");
  g_autofree char *value = g_strdup_printf ("%d", g_test_rand_int_range (1, 1000000));

  tide_test_payload_set (entry, "kind", g_test_rand_bit () ? "agreement" : "arrived");
  tide_test_payload_set (entry, "value", value);
  tide_test_payload_set (entry, "currency", currencies[g_test_rand_int_range (0, 4)]);
}

static void
add_party (TidePayload *payload)
{
  TidePayload *entry = tide_test_payload_add_entry (payload, "parties", NULL);

  tide_test_payload_set (entry, "party", g_test_rand_bit () ? "maker" : "other");
  tide_test_payload_set (entry, "role", g_test_rand_bit () ? "investor" : "operator");
}

static TidePayload *
new_project (guint number)
{
  static const char *const sectors[] = { "energy", "robots", "sea" };
  g_autofree char *id = g_strdup_printf ("n%03u", number);
  TidePayload *payload = tide_test_payload_new (TIDE_RECORD_PROJECT, id, id);

  add_entry (payload, "stages", "stage", stages[g_test_rand_int_range (0, 4)]);
  add_entry (payload, "statuses", "status", statuses[g_test_rand_int_range (0, 3)]);
  if (g_test_rand_bit ())
    add_entry (payload, "sectors", "sector", sectors[g_test_rand_int_range (0, 3)]);
  if (g_test_rand_bit ())
    tide_test_payload_set (payload, "division", g_test_rand_bit () ? "city" : "east");
  if (g_test_rand_bit ())
    tide_test_payload_set (payload, "event", "fair");
  for (gint32 n = g_test_rand_int_range (0, 3); n > 0; n--)
    add_party (payload);
  if (g_test_rand_int_range (0, 5) > 0)
    add_amount (payload);

  return tide_payload_seal (payload);
}

static void
add_projects (Fixture *fixture)
{
  g_autoptr (TideStep) step = tide_step_new ("add-projects", NULL);
  g_autoptr (TidePayload) party = tide_test_payload_new (TIDE_RECORD_PARTY, "other", "Other");
  g_autoptr (GError) error = NULL;

  tide_step_add_record (step, TIDE_RECORD_PARTY, tide_payload_seal (party), G_MAXUINT);
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autoptr (TidePayload) payload = new_project (i);

      tide_step_add_record (step, TIDE_RECORD_PROJECT, payload, G_MAXUINT);
    }
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
}

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
wait_for_totals (Fixture *fixture)
{
  const guint n = fixture->n_changes;

  while (fixture->n_changes == n)
    g_main_context_iteration (NULL, TRUE);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  add_projects (fixture);
  fixture->view = tide_view_new (fixture->reg);
  fixture->groups = tide_project_groups_new (fixture->view);
  fixture->selection = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (fixture->groups))));
  fixture->totals = tide_project_totals_new (fixture->groups, fixture->selection);
  g_signal_connect_swapped (fixture->totals, "changed", G_CALLBACK (on_changed), fixture);
  wait_for_totals (fixture);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->totals);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->groups);
  g_assert_finalize_object (fixture->view);
  g_object_unref (fixture->reg);
}

/* By hand: in fen, of the amounts in yuan of the projects that are not terminated, and without the
 * one that others are parts of. */
static gint64
add_up_by_hand (Fixture *fixture, const char *kind, guint first, guint end)
{
  gint64 sum = 0;

  for (guint i = first; i < end; i++)
    {
      g_autoptr (TideProject) project = g_list_model_get_item (G_LIST_MODEL (fixture->view), i);
      const TideProjectPayload *payload = tide_project_get_payload (project);

      if (payload->status == TIDE_STATUS_TERMINATED || strcmp (payload->base.id, "p1") == 0)
        continue;

      for (guint j = 0; j < tide_entries_get_n (payload->amounts); j++)
        {
          const TideAmount *amount = g_ptr_array_index (payload->amounts, j);

          if (strcmp (amount->currency, "CNY") == 0 && strcmp (amount->kind, kind) == 0)
            sum += amount->money.minor;
        }
    }

  return sum;
}

static void
check_groups (Fixture *fixture, const char *kind)
{
  const TideFigure *total = tide_project_totals_get_total (fixture->totals);
  gint64 base = 0;
  guint n_counted = 0, n_excluded = 0, n_unpriced = 0;

  for (guint i = 0; i < tide_project_groups_get_n (fixture->groups); i++)
    {
      guint start, n;
      const TideFigure *figure = tide_project_group_get_figure (
          tide_project_groups_get (fixture->groups, i, &start, &n));

      g_assert_nonnull (figure);
      g_assert_cmpuint (figure->n_counted + tide_figure_get_n_excluded (figure), ==, n);
      g_assert_cmpint (figure->base.minor, ==, add_up_by_hand (fixture, kind, start, start + n));
      base += figure->base.minor;
      n_counted += figure->n_counted;
      n_excluded += tide_figure_get_n_excluded (figure);
      n_unpriced += figure->n_unpriced;
    }

  g_assert_cmpint (base, ==, total->base.minor);
  g_assert_cmpuint (n_counted, ==, total->n_counted);
  g_assert_cmpuint (n_excluded, ==, tide_figure_get_n_excluded (total));
  g_assert_cmpuint (n_unpriced, ==, total->n_unpriced);
}

static void
check (Fixture *fixture, const char *kind)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->view));
  const TideFigure *total = tide_project_totals_get_total (fixture->totals);

  g_assert_nonnull (total);
  g_assert_cmpuint (total->n_counted + tide_figure_get_n_excluded (total), ==, n);
  g_assert_cmpint (total->base.minor, ==, add_up_by_hand (fixture, kind, 0, n));
  if (tide_view_get_group_by (fixture->view) != TIDE_GROUP_BY_NONE)
    check_groups (fixture, kind);
}

static void
filter_by_stage (Fixture *fixture, const char *stage)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();

  if (stage != NULL)
    tide_filter_add ((TideFilter *) filter, "stages", stage);
  tide_view_set_filter (fixture->view, TIDE_FILTER (filter));
  wait_for_totals (fixture);
}

/* Under any grouping, filter and kind the groups add up to the whole, to the last fen. */
static void
test_groups_add_up (Fixture *fixture, gconstpointer data)
{
  check (fixture, "agreement");
  for (guint by = TIDE_GROUP_BY_SECTOR; by < TIDE_N_GROUP_BYS; by++)
    {
      tide_view_set_group_by (fixture->view, (TideGroupBy) by);
      wait_for_totals (fixture);
      check (fixture, "agreement");
      for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
        {
          filter_by_stage (fixture, stages[i]);
          check (fixture, "agreement");
        }
      filter_by_stage (fixture, NULL);
    }

  tide_project_totals_set_kind (fixture->totals, TIDE_AMOUNT_KIND_ARRIVED);
  wait_for_totals (fixture);
  check (fixture, "arrived");
}

/* What is folded still counts for its group and the whole, but is not selected. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (fixture->groups));
  guint start, n;
  const TideFigure *figure;

  g_assert_null (tide_project_totals_get_selected (fixture->totals));
  gtk_selection_model_select_range (fixture->selection, 10, 20, TRUE);
  wait_for_totals (fixture);
  figure = tide_project_totals_get_selected (fixture->totals);
  g_assert_cmpuint (figure->n_counted + tide_figure_get_n_excluded (figure), ==, 20);
  g_assert_cmpint (figure->base.minor, ==, add_up_by_hand (fixture, "agreement", 10, 30));

  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_STAGE);
  tide_project_groups_fold (fixture->groups,
                            tide_project_groups_get (fixture->groups, 0, &start, &n), TRUE);
  gtk_selection_model_select_all (fixture->selection);
  wait_for_totals (fixture);
  check (fixture, "agreement");
  figure = tide_project_totals_get_selected (fixture->totals);
  g_assert_cmpuint (figure->n_counted + tide_figure_get_n_excluded (figure), ==, n_rows - n);
  g_assert_cmpint (figure->base.minor, ==, add_up_by_hand (fixture, "agreement", n, n_rows));
}

static void
test_follows_steps (Fixture *fixture, gconstpointer data)
{
  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_STATUS);
  wait_for_totals (fixture);
  check (fixture, "agreement");
  g_assert_true (tide_register_undo (fixture->reg));
  wait_for_totals (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->view)), ==, 3);
  check (fixture, "agreement");

  tide_view_set_register (fixture->view, NULL);
  wait_for_totals (fixture);
  g_assert_null (tide_project_totals_get_total (fixture->totals));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/ui/project-totals/groups-add-up", test_groups_add_up);
  ADD ("/ui/project-totals/selection", test_selection);
  ADD ("/ui/project-totals/follows-steps", test_follows_steps);

  return g_test_run ();
}
