/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-search.h"
#include "ui/lists/tide-project-groups.h"
#include "ui/lists/tide-view-work.h"

#include "tide-test-register.h"

#include <string.h>

#define N_PROJECTS 150
#define N_ACTS 300

static const char *const stages[] = { "lead", "intention", "signed", "producing" };
static const char *const words[] = { "solar", "tidal", "robot", "battery", "harbour", "电池" };

/* A row as the emissions tell it: id of its project, or key of the folded group. */
typedef struct
{
  char *id;
  char *section; /* key of the group it stands in */
} ShadowRow;

typedef struct
{
  TideRegister *reg;
  TideView *view;
  GPtrArray *shadow; /* ids, as the emissions tell them */
  guint n_emissions;
  TideProjectGroups *groups;
  GPtrArray *rows;             /* of ShadowRow */
  gboolean is_order_asked_for; /* while text is searched */
} Fixture;

static char *
dup_id_at (GListModel *model, guint position)
{
  g_autoptr (TideRecord) record = g_list_model_get_item (model, position);

  return g_strdup (tide_record_get_id (record));
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_emissions++;
  g_assert_cmpuint (position + removed, <=, fixture->shadow->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->shadow, (int) (position + i), dup_id_at (model, position + i));
}

static void
shadow_row_free (gpointer data)
{
  ShadowRow *row = data;

  g_free (row->id);
  g_free (row->section);
  g_free (row);
}

static char *
dup_section (TideProjectGroups *groups, guint position)
{
  TideProjectGroup *group;
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (groups), position, &start, &end);
  g_assert_cmpuint (start, <=, position);
  g_assert_cmpuint (position, <, end);
  group = tide_project_groups_find (groups, start);
  g_assert_true (group == tide_project_groups_find (groups, end - 1));

  return g_strdup (group != NULL ? tide_project_group_get_key (group) : "");
}

static ShadowRow *
shadow_row_new (TideProjectGroups *groups, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (groups), position);
  ShadowRow *row = g_new0 (ShadowRow, 1);

  row->id = g_strdup (TIDE_IS_PROJECT_GROUP (item)
                          ? tide_project_group_get_key (TIDE_PROJECT_GROUP (item))
                          : tide_record_get_id (TIDE_RECORD (item)));
  row->section = dup_section (groups, position);

  return row;
}

static void
on_rows_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->rows->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->rows, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->rows, (int) (position + i),
                        shadow_row_new (fixture->groups, position + i));
}

static void
on_sections_changed (GtkSectionModel *model, guint position, guint n, Fixture *fixture)
{
  g_assert_cmpuint (position + n, <=, fixture->rows->len);
  for (guint i = position; i < position + n; i++)
    {
      ShadowRow *row = g_ptr_array_index (fixture->rows, i);

      g_free (row->section);
      row->section = dup_section (fixture->groups, i);
    }
}

static TidePayload *
new_project (guint number)
{
  g_autofree char *id = g_strdup_printf ("n%03u", number);
  g_autofree char *name = g_strdup_printf (
      "%s %s %u", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
      words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], g_test_rand_int_range (0, 30));
  TidePayload *payload = tide_test_payload_new (TIDE_RECORD_PROJECT, id, name);
  TidePayload *stage = tide_test_payload_add_entry (payload, "stages", "s1");

  tide_test_payload_set (stage, "stage", stages[g_test_rand_int_range (0, G_N_ELEMENTS (stages))]);
  tide_payload_seal (stage);
  if (g_test_rand_bit ())
    tide_test_payload_set (payload, "division", g_test_rand_bit () ? "city" : "east");

  return tide_payload_seal (payload);
}

static void
apply (Fixture *fixture, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
}

static void
add_projects (Fixture *fixture, guint first, guint n)
{
  g_autoptr (TideStep) step = tide_step_new ("add-projects", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TidePayload) payload = new_project (first + i);

      tide_step_add_record (step, TIDE_RECORD_PROJECT, payload, G_MAXUINT);
    }
  apply (fixture, step);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  add_projects (fixture, 0, N_PROJECTS);
  fixture->view = tide_view_new (NULL);
  fixture->shadow = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (fixture->view, "items-changed", G_CALLBACK (on_items_changed), fixture);
  fixture->groups = tide_project_groups_new (fixture->view);
  fixture->rows = g_ptr_array_new_with_free_func (shadow_row_free);
  g_signal_connect (fixture->groups, "items-changed", G_CALLBACK (on_rows_changed), fixture);
  g_signal_connect (fixture->groups, "sections-changed", G_CALLBACK (on_sections_changed), fixture);
  tide_view_set_register (fixture->view, fixture->reg);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->groups));
  g_assert_finalize_object (g_steal_pointer (&fixture->view));
  g_ptr_array_unref (fixture->rows);
  g_ptr_array_unref (fixture->shadow);
  g_object_unref (fixture->reg);
}

static gboolean
is_on_view (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->shadow->len; i++)
    if (strcmp (g_ptr_array_index (fixture->shadow, i), id) == 0)
      return TRUE;

  return FALSE;
}

static guint
get_rank (TideProjectGrouping *grouping, TideProject *project)
{
  return grouping != NULL
             ? tide_project_grouping_get_rank (grouping, tide_project_get_payload (project))
             : 0;
}

/* The groups stand in order, have all projects, and the list is what its emissions said. */
static void
check_groups (Fixture *fixture)
{
  guint n_projects = 0, n_rows = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->groups)), ==,
                    fixture->rows->len);
  for (guint i = 0; i < fixture->rows->len; i++)
    {
      const ShadowRow *told = g_ptr_array_index (fixture->rows, i);
      ShadowRow *row = shadow_row_new (fixture->groups, i);

      g_assert_cmpstr (told->id, ==, row->id);
      g_assert_cmpstr (told->section, ==, row->section);
      g_assert_cmpuint (tide_project_groups_from_view (
                            fixture->groups, tide_project_groups_to_view (fixture->groups, i)),
                        ==, i);
      shadow_row_free (row);
    }

  for (guint i = 0; i < tide_project_groups_get_n (fixture->groups); i++)
    {
      guint start, n;
      TideProjectGroup *group = tide_project_groups_get (fixture->groups, i, &start, &n);

      g_assert_cmpuint (start, ==, n_projects);
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (tide_project_group_get_n_projects (group), ==, n);
      g_assert_cmpuint (tide_project_groups_get_position (fixture->groups, group), ==, n_rows);
      n_projects += n;
      n_rows += tide_project_group_get_folded (group) ? 1 : n;
    }
  if (tide_view_get_shown_group_by (fixture->view) == TIDE_GROUP_BY_NONE)
    g_assert_cmpuint (tide_project_groups_get_n (fixture->groups), ==, 0);
  else
    {
      g_assert_cmpuint (n_projects, ==, fixture->shadow->len);
      g_assert_cmpuint (n_rows, ==, fixture->rows->len);
    }
}

/* How well a project is found, where that comes before the order. */
static guint8
get_search_rank (Fixture *fixture,
                 const TideSearch *search,
                 TideProject *project,
                 TideSnapshot *snapshot)
{
  g_autofree char *text = NULL;

  if (search == NULL || fixture->is_order_asked_for)
    return TIDE_SEARCH_NO_RANK;

  text = tide_project_dup_search_text (tide_project_get_payload (project), snapshot);

  return tide_search_rank (search, text);
}

/* The rows are what the emissions said, exactly those that match, and in order. */
static void
check (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->view);
  const TideOrder *order = tide_view_get_order (fixture->view);
  TideList *projects = tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT);
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (fixture->reg);
  g_autoptr (TideMatcher) matcher
      = tide_matcher_new (tide_view_get_filter (fixture->view), snapshot);
  const TideGroupBy group_by = tide_view_get_group_by (fixture->view);
  g_autoptr (TideProjectGrouping) grouping
      = group_by != TIDE_GROUP_BY_NONE ? tide_project_grouping_new (group_by, snapshot) : NULL;
  g_autoptr (TideSearch) search = tide_search_new (tide_view_get_filter (fixture->view)->text);
  TideSortKey before = { 0 };
  guint rank_before = 0, group_before = 0;

  check_groups (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->shadow->len);
  for (guint i = 0; i < fixture->shadow->len; i++)
    {
      g_autoptr (TideProject) project = g_list_model_get_item (model, i);
      const guint group = get_rank (grouping, project);
      const guint8 rank = get_search_rank (fixture, search, project, snapshot);
      TideSortKey key = { 0 };
      guint position;

      g_assert_cmpstr (tide_record_get_id (TIDE_RECORD (project)), ==,
                       g_ptr_array_index (fixture->shadow, i));
      g_assert_true (
          tide_view_find (fixture->view, g_ptr_array_index (fixture->shadow, i), &position));
      g_assert_cmpuint (position, ==, i);
      tide_order_make_key (order, tide_project_get_payload (project), snapshot, &key);
      g_assert_cmpuint (group_before, <=, group);
      g_assert_true (group_before < group || rank_before <= rank);
      g_assert_true (i == 0 || group_before < group || rank_before < rank
                     || tide_order_compare (order, &before, &key) <= 0);
      group_before = group;
      rank_before = rank;
      tide_sort_key_clear (&before);
      before = key;
    }
  tide_sort_key_clear (&before);

  g_assert_cmpuint (tide_view_get_n_total (fixture->view), ==, tide_list_get_n (projects));
  for (guint i = 0; i < tide_list_get_n (projects); i++)
    {
      TideRecord *record = tide_list_get (projects, i);

      g_assert_cmpint (
          is_on_view (fixture, tide_record_get_id (record)), ==,
          tide_matcher_matches (matcher, TIDE_PROJECT_PAYLOAD (tide_record_get_payload (record))));
    }
}

static void
set_text (Fixture *fixture, const char *text)
{
  g_autoptr (TidePayload) filter
      = (TidePayload *) tide_filter_copy (tide_view_get_filter (fixture->view));

  if (TIDE_FILTER (filter)->text == NULL)
    fixture->is_order_asked_for = FALSE;
  tide_filter_set_text ((TideFilter *) filter, text);
  tide_view_set_filter (fixture->view, TIDE_FILTER (filter));
}

static void
set_order (Fixture *fixture, const TideOrder *order)
{
  const TideOrder *before = tide_view_get_order (fixture->view);

  if (before->key != order->key || before->descending != order->descending)
    fixture->is_order_asked_for = TRUE;
  tide_view_set_order (fixture->view, order);
}

static void
test_all_by_name (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->view)), ==, N_PROJECTS + 3);
  check (fixture);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  const char *const typed[] = { "b", "ba", "bat", "batt", "battery x", "ba", "电", "", NULL };

  for (guint i = 0; typed[i] != NULL; i++)
    {
      set_text (fixture, typed[i]);
      check (fixture);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->view)), ==, N_PROJECTS + 3);
}

static void
test_same_filter (Fixture *fixture, gconstpointer data)
{
  set_text (fixture, "solar");
  fixture->n_emissions = 0;
  set_text (fixture, "solar");
  g_assert_cmpuint (fixture->n_emissions, ==, 0);
}

static void
add_named (Fixture *fixture, const char *id, const char *name)
{
  g_autoptr (TideStep) step = tide_register_new_add_step (
      fixture->reg, TIDE_RECORD_PROJECT,
      tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PROJECT, id, name)));

  apply (fixture, step);
}

static void
check_ids (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *found = NULL;

  check (fixture);
  g_ptr_array_extend (ids, fixture->shadow, NULL, NULL);
  g_ptr_array_add (ids, NULL);
  found = g_strjoinv (" ", (char **) ids->pdata);
  g_assert_cmpstr (found, ==, expected);
}

/* The best comes first until a person asks for an order, or nothing is searched any more. */
static void
test_best_first (Fixture *fixture, gconstpointer data)
{
  TideOrder order = *tide_view_get_order (fixture->view);

  add_named (fixture, "x1", "A magnesium work");
  add_named (fixture, "x2", "B electromagnets");
  add_named (fixture, "x3", "C magnet");
  add_named (fixture, "x4", "D magnets");
  add_named (fixture, "x5", "E amgnet");
  set_text (fixture, "magnet");
  check_ids (fixture, "x3 x4 x2 x5");
  g_assert_false (tide_view_get_is_similar (fixture->view));
  add_named (fixture, "x6", "A magnet");
  add_named (fixture, "x7", "F magnets");
  check_ids (fixture, "x6 x3 x4 x7 x2 x5");
  set_text (fixture, "magentx");
  check_ids (fixture, "");
  g_assert_false (tide_view_get_is_similar (fixture->view));
  set_text (fixture, "magent");
  check_ids (fixture, "x6 x3 x4 x7");
  g_assert_true (tide_view_get_is_similar (fixture->view));

  set_text (fixture, "magnet");
  order.language = order.language == TIDE_LANGUAGE_EN ? TIDE_LANGUAGE_ZH : TIDE_LANGUAGE_EN;
  set_order (fixture, &order);
  check_ids (fixture, "x6 x3 x4 x7 x2 x5");
  order.descending = TRUE;
  set_order (fixture, &order);
  check_ids (fixture, "x7 x5 x4 x3 x2 x6");
  set_text (fixture, "magne");
  check_ids (fixture, "x7 x4 x3 x2 x6 x1");
  set_text (fixture, "");
  check (fixture);
  set_text (fixture, "magnet");
  check_ids (fixture, "x3 x6 x7 x4 x2 x5");
}

static void
test_turned_round (Fixture *fixture, gconstpointer data)
{
  for (guint key = TIDE_ORDER_NAME; key <= TIDE_ORDER_UPDATED; key++)
    for (guint descending = 0; descending < 2; descending++)
      {
        TideOrder order = *tide_view_get_order (fixture->view);

        order.key = (TideOrderKey) key;
        order.descending = descending == 1;
        set_order (fixture, &order);
        check (fixture);
      }
}

static void
set_name (TidePayload *payload, const char *name)
{
  TideText *text = (TideText *) tide_payload_get_name (payload);

  tide_text_clear (text);
  tide_text_init (text, name, NULL);
  tide_payload_seal (payload);
}

static void
rename_project (Fixture *fixture, const char *id)
{
  const TidePayload *before = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, id);
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  g_autofree char *name
      = g_strdup_printf ("%s renamed", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  g_autoptr (TideStep) step = NULL;

  set_name (after, name);
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT, before,
                                        g_steal_pointer (&after));
  if (!tide_step_is_empty (step))
    apply (fixture, step);
}

static void
delete_some (Fixture *fixture)
{
  TideList *projects = tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT);
  guint n = (guint) g_test_rand_int_range (1, 6);
  guint first = (guint) g_test_rand_int_range (0, (int) tide_list_get_n (projects));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autoptr (TideStep) step = NULL;

  for (guint i = first; i < MIN (first + n, tide_list_get_n (projects)); i++)
    g_strv_builder_add (ids, tide_record_get_id (tide_list_get (projects, i)));
  list = g_strv_builder_end (ids);
  step = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PROJECT,
                                        (const char *const *) list, NULL);
  apply (fixture, step);
}

static void
change_order (Fixture *fixture)
{
  TideOrder order = *tide_view_get_order (fixture->view);

  order.key = (TideOrderKey) g_test_rand_int_range (TIDE_ORDER_NAME, TIDE_ORDER_UPDATED + 1);
  order.descending = g_test_rand_bit ();
  set_order (fixture, &order);
}

static void
rename_sector (Fixture *fixture)
{
  const TidePayload *before
      = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_SECTOR, "energy");
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;

  set_name (after, g_test_rand_bit () ? "Zinc" : "Solar power");
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_SECTOR, before,
                                        g_steal_pointer (&after));
  if (!tide_step_is_empty (step))
    apply (fixture, step);
}

/* The unit in which the register gives amounts is read by the rows too. */
static void
test_unit (Fixture *fixture, gconstpointer data)
{
  const TidePayload *settings = &tide_register_get_settings (fixture->reg)->base;
  TidePayload *after = tide_payload_copy (settings);
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (after, "unit", "billion");
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_REGISTER, settings, after);
  fixture->n_emissions = 0;
  apply (fixture, step);
  g_assert_cmpuint (fixture->n_emissions, ==, 1);
  check (fixture);
}

static void
move_stage (Fixture *fixture, const char *id)
{
  const TidePayload *before = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, id);
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  g_autofree char *entry_id = g_uuid_string_random ();
  TidePayload *stage = tide_test_payload_add_entry (after, "stages", entry_id);
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (stage, "stage", stages[g_test_rand_int_range (0, G_N_ELEMENTS (stages))]);
  tide_payload_seal (stage);
  tide_payload_seal (after);
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT, before,
                                        g_steal_pointer (&after));
  apply (fixture, step);
}

static void
fold_any (Fixture *fixture)
{
  const guint n = tide_project_groups_get_n (fixture->groups);
  TideProjectGroup *group;
  guint start, n_rows;

  if (n == 0)
    return;

  group = tide_project_groups_get (fixture->groups, (guint) g_test_rand_int_range (0, (int) n),
                                   &start, &n_rows);
  tide_project_groups_fold (fixture->groups, group, !tide_project_group_get_folded (group));
}

static void
fold_all_or_none (Fixture *fixture)
{
  tide_project_groups_fold_all (fixture->groups, g_test_rand_bit ());
}

static void
group_by_any (Fixture *fixture)
{
  tide_view_set_group_by (fixture->view, (TideGroupBy) g_test_rand_int_range (0, TIDE_N_GROUP_BYS));
}

static void
act (Fixture *fixture, guint *next)
{
  TideList *projects = tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT);
  const guint n = tide_list_get_n (projects);

  /* Undoing and deleting may have left nothing to delete or to rename. */
  switch (n > 0 ? g_test_rand_int_range (0, 13) : 1)
    {
    case 0:
      add_projects (fixture, *next, 1);
      *next += 1;
      break;
    case 1:
      add_projects (fixture, *next, 70);
      *next += 70;
      break;
    case 2:
      delete_some (fixture);
      break;
    case 3:
      rename_project (fixture, tide_record_get_id (tide_list_get (
                                   projects, (guint) g_test_rand_int_range (0, (int) n))));
      break;
    case 4:
      tide_register_undo (fixture->reg);
      break;
    case 5:
      change_order (fixture);
      break;
    case 6:
      rename_sector (fixture);
      break;
    case 7:
      move_stage (fixture, tide_record_get_id (tide_list_get (
                               projects, (guint) g_test_rand_int_range (0, (int) n))));
      break;
    case 8:
    case 9:
      fold_any (fixture);
      break;
    case 10:
      group_by_any (fixture);
      break;
    case 11:
      fold_all_or_none (fixture);
      break;
    default:
      set_text (fixture, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    }
}

static void
wait_until_ready (Fixture *fixture)
{
  while (tide_view_get_busy (fixture->view))
    g_main_context_iteration (NULL, TRUE);
}

/* There may come to be so many projects that threads find what is shown. */
static void
test_any_acts (Fixture *fixture, gconstpointer data)
{
  guint next = N_PROJECTS;

  for (guint i = 0; i < N_ACTS; i++)
    {
      act (fixture, &next);
      wait_until_ready (fixture);
      check (fixture);
    }
}

/* p1 only holds p2 together: once p2 is no part of it any more, it counts, though it did not
 * change. */
static void
hang_on_others (Fixture *fixture)
{
  const TidePayload *before
      = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p2");
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();
  g_autoptr (TideStep) step = NULL;

  tide_filter_add ((TideFilter *) filter, "counting", "live");
  tide_view_set_filter (fixture->view, TIDE_FILTER (filter));
  wait_until_ready (fixture);
  g_assert_false (is_on_view (fixture, "p1"));

  tide_payload_set_interned (&((TideProjectPayload *) after)->parent, NULL);
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT, before,
                                        tide_payload_seal (after));
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  wait_until_ready (fixture);
  g_assert_true (is_on_view (fixture, "p1"));
  check (fixture);

  g_assert_true (tide_register_undo (fixture->reg));
  wait_until_ready (fixture);
  g_assert_false (is_on_view (fixture, "p1"));
  check (fixture);
}

static void
test_hangs_on_others (Fixture *fixture, gconstpointer data)
{
  hang_on_others (fixture);
}

static void
test_selection_follows_a_rename (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkMultiSelection) selection
      = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (fixture->view)));
  g_autofree char *id = dup_id_at (G_LIST_MODEL (fixture->view), 4);
  guint position;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 4, TRUE);
  rename_project (fixture, id);
  g_assert_true (tide_view_find (fixture->view, id, &position));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), position));
  check (fixture);
}

static const char *
get_group_key (Fixture *fixture, guint index)
{
  guint start, n;

  return tide_project_group_get_key (tide_project_groups_get (fixture->groups, index, &start, &n));
}

/* By sector a project stands once, under its largest class in the main taxonomy. */
static void
test_groups_by_sector (Fixture *fixture, gconstpointer data)
{
  guint position;

  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_SECTOR);
  check (fixture);
  g_assert_cmpuint (tide_project_groups_get_n (fixture->groups), ==, 2);
  g_assert_cmpstr (get_group_key (fixture, 0), ==, "energy");
  g_assert_cmpstr (get_group_key (fixture, 1), ==, "none");
  g_assert_true (tide_view_find (fixture->view, "p1", &position));
  g_assert_cmpuint (position, ==, 0);
}

static void
test_folded_stays_folded (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "signed", NULL };
  TideProjectGroup *group;
  guint position;

  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_STAGE);
  tide_project_groups_set_folded (fixture->groups, keys);
  check (fixture);
  set_text (fixture, "xyzzy");
  check (fixture);
  set_text (fixture, "");
  check (fixture);
  g_assert_true (tide_view_find (fixture->view, "p1", &position));
  group = tide_project_groups_find (fixture->groups,
                                    tide_project_groups_from_view (fixture->groups, position));
  g_assert_cmpstr (tide_project_group_get_key (group), ==, "signed");
  g_assert_true (tide_project_group_get_folded (group));

  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_STATUS);
  check (fixture);
  {
    g_auto (GStrv) folded = tide_project_groups_dup_folded (fixture->groups);

    g_assert_cmpuint (g_strv_length (folded), ==, 0);
  }
}

/* Many rows ---------------------------------------------------------------------------------- */

/* A register so long that a thread has to work, which nobody has waited for yet. */
static void
begin_many (Fixture *fixture)
{
  add_projects (fixture, N_PROJECTS, TIDE_VIEW_FEW_ROWS);
  g_assert_true (tide_view_get_busy (fixture->view));
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  begin_many (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->view)), ==,
                    N_PROJECTS + TIDE_VIEW_FEW_ROWS + 3);
  wait_until_ready (fixture);
  check (fixture);
  test_turned_round (fixture, data);
  set_text (fixture, "battery x");
  set_text (fixture, "电");
  check (fixture);
}

/* What is asked for before it is ready is done once it is. */
static void
test_many_asked_early (Fixture *fixture, gconstpointer data)
{
  TideOrder order = *tide_view_get_order (fixture->view);

  begin_many (fixture);
  order.key = TIDE_ORDER_STAGE;
  order.descending = TRUE;
  set_order (fixture, &order);
  set_text (fixture, "s");
  set_text (fixture, "sol");
  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_DIVISION);
  wait_until_ready (fixture);
  g_assert_cmpuint (fixture->shadow->len, <, N_PROJECTS + TIDE_VIEW_FEW_ROWS);
  check (fixture);
}

static void
test_many_edited_meanwhile (Fixture *fixture, gconstpointer data)
{
  begin_many (fixture);
  set_text (fixture, "battery");
  rename_project (fixture, "n010");
  rename_project (fixture, "n1500");
  delete_some (fixture);
  add_projects (fixture, 9000, 1);
  move_stage (fixture, "n011");
  wait_until_ready (fixture);
  check (fixture);

  rename_project (fixture, "n012");
  delete_some (fixture);
  add_projects (fixture, 9001, 1);
  check (fixture);
  test_turned_round (fixture, data);
}

static void
test_many_renamed_sector (Fixture *fixture, gconstpointer data)
{
  TideOrder order = *tide_view_get_order (fixture->view);

  order.key = TIDE_ORDER_SECTOR;
  set_order (fixture, &order);
  begin_many (fixture);
  wait_until_ready (fixture);
  for (guint i = 0; i < 4; i++)
    {
      rename_sector (fixture);
      rename_project (fixture, "p1");
      delete_some (fixture);
    }
  wait_until_ready (fixture);
  check (fixture);
}

static void
set_stage (Fixture *fixture, const char *stage)
{
  g_autoptr (TidePayload) filter
      = (TidePayload *) tide_filter_copy (tide_view_get_filter (fixture->view));

  tide_filter_add ((TideFilter *) filter, "stages", stage);
  tide_view_set_filter (fixture->view, TIDE_FILTER (filter));
}

/* What takes a thread changes nothing until it is known, and then all at once. */
static void
test_many_filtered (Fixture *fixture, gconstpointer data)
{
  const guint n = N_PROJECTS + TIDE_VIEW_FEW_ROWS + 3;

  begin_many (fixture);
  wait_until_ready (fixture);
  set_stage (fixture, "signed");
  set_text (fixture, "solar");
  g_assert_cmpuint (fixture->shadow->len, ==, n);
  move_stage (fixture, "n010");
  move_stage (fixture, "n1010");
  rename_project (fixture, "n011");
  wait_until_ready (fixture);
  g_assert_cmpuint (fixture->shadow->len, <, n);
  check (fixture);

  move_stage (fixture, "n012");
  set_text (fixture, "");
  check (fixture);
}

static void
test_many_hang_on_others (Fixture *fixture, gconstpointer data)
{
  begin_many (fixture);
  wait_until_ready (fixture);
  hang_on_others (fixture);
}

static void
test_many_grouped (Fixture *fixture, gconstpointer data)
{
  begin_many (fixture);
  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_SECTOR);
  g_assert_cmpint (tide_view_get_shown_group_by (fixture->view), ==, TIDE_GROUP_BY_NONE);
  check_groups (fixture);
  wait_until_ready (fixture);
  g_assert_cmpint (tide_view_get_shown_group_by (fixture->view), ==, TIDE_GROUP_BY_SECTOR);
  check (fixture);

  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_STAGE);
  check (fixture);
  move_stage (fixture, "n020");
  add_projects (fixture, 9000, 1);
  check (fixture);
  tide_view_set_group_by (fixture->view, TIDE_GROUP_BY_DIVISION);
  check (fixture);
  add_projects (fixture, 9100, 70);
  g_assert_cmpint (tide_view_get_shown_group_by (fixture->view), ==, TIDE_GROUP_BY_DIVISION);
  check_groups (fixture);
  wait_until_ready (fixture);
  check (fixture);
}

/* Rows that were there keep their order while that of all is made anew. */
static void
test_many_changed_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  begin_many (fixture);
  wait_until_ready (fixture);
  first = g_strdup (g_ptr_array_index (fixture->shadow, 0));
  add_projects (fixture, 9000, 70);
  g_assert_true (tide_view_get_busy (fixture->view));
  g_assert_cmpstr (g_ptr_array_index (fixture->shadow, 0), ==, first);
  wait_until_ready (fixture);
  check (fixture);
  g_assert_true (tide_register_undo (fixture->reg));
  wait_until_ready (fixture);
  check (fixture);
}

static void
test_many_any_acts (Fixture *fixture, gconstpointer data)
{
  guint next = 10000;

  begin_many (fixture);
  for (guint i = 0; i < N_ACTS / 3; i++)
    {
      act (fixture, &next);
      check_groups (fixture);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->view)), ==,
                        fixture->shadow->len);
      if (i % 6 != 0)
        continue;
      wait_until_ready (fixture);
      check (fixture);
    }
}

static void
test_many_swapped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideRegister) other = tide_test_register_new ();
  TideRegister *first = fixture->reg;

  begin_many (fixture);
  tide_view_set_register (fixture->view, other);
  fixture->reg = other;
  check (fixture);
  tide_view_set_register (fixture->view, first);
  fixture->reg = first;
  wait_until_ready (fixture);
  check (fixture);
}

/* The fixture takes everything down while the thread is at work. */
static void
test_many_disposed (Fixture *fixture, gconstpointer data)
{
  begin_many (fixture);
  g_main_context_iteration (NULL, FALSE);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/ui/view/all-by-name", test_all_by_name);
  ADD ("/ui/view/typing", test_typing);
  ADD ("/ui/view/same-filter", test_same_filter);
  ADD ("/ui/view/best-first", test_best_first);
  ADD ("/ui/view/turned-round", test_turned_round);
  ADD ("/ui/view/unit", test_unit);
  ADD ("/ui/view/any-acts", test_any_acts);
  ADD ("/ui/view/groups-by-sector", test_groups_by_sector);
  ADD ("/ui/view/folded-stays-folded", test_folded_stays_folded);
  ADD ("/ui/view/hangs-on-others", test_hangs_on_others);
  ADD ("/ui/view/selection-follows-a-rename", test_selection_follows_a_rename);
  ADD ("/ui/view/many", test_many);
  ADD ("/ui/view/many/asked-early", test_many_asked_early);
  ADD ("/ui/view/many/edited-meanwhile", test_many_edited_meanwhile);
  ADD ("/ui/view/many/renamed-sector", test_many_renamed_sector);
  ADD ("/ui/view/many/filtered", test_many_filtered);
  ADD ("/ui/view/many/hang-on-others", test_many_hang_on_others);
  ADD ("/ui/view/many/grouped", test_many_grouped);
  ADD ("/ui/view/many/changed-at-once", test_many_changed_at_once);
  ADD ("/ui/view/many/any-acts", test_many_any_acts);
  ADD ("/ui/view/many/swapped", test_many_swapped);
  ADD ("/ui/view/many/disposed", test_many_disposed);

  return g_test_run ();
}
