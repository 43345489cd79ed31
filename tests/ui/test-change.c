/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes as a person reads them, and lists of them. */

#include "core/tide-rate-sets.h"
#include "ui/lists/tide-changes-list.h"
#include "ui/lists/tide-field-names.h"
#include "ui/lists/tide-history-export.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

typedef struct
{
  TideRegister *reg;
  TidePayload *after; /* not owned: consumed by apply() */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->after
      = tide_payload_copy (tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p1"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->after, tide_payload_unref);
  g_object_unref (fixture->reg);
}

static void
apply (Fixture *fixture, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
  tide_step_unref (step);
}

static void
apply_change (Fixture *fixture)
{
  const TidePayload *before
      = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p1");

  apply (fixture, tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT, before,
                                                 g_steal_pointer (&fixture->after)));
}

static TideHistoryList *
list_changes (Fixture *fixture)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (fixture->reg);
  g_autoptr (GPtrArray) steps = tide_register_dup_unsaved_steps (fixture->reg);
  g_autoptr (TideHistoryNames) names = tide_history_names_new (snapshot, NULL, steps);
  TideHistoryList *list = tide_history_list_new ();

  tide_history_list_set_steps (list, names, steps, 0);

  return list;
}

static char *
dup_word (GListModel *list, guint position, const char *property)
{
  g_autoptr (TideChange) change = g_list_model_get_item (list, position);
  char *text;

  g_assert_nonnull (change);
  g_object_get (change, property, &text, NULL);

  return text;
}

static void
assert_word (TideHistoryList *list, guint position, const char *property, const char *expected)
{
  g_autofree char *text = dup_word (G_LIST_MODEL (list), position, property);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_change (
    TideHistoryList *list, guint position, const char *field, const char *before, const char *after)
{
  assert_word (list, position, "field", field);
  assert_word (list, position, "before", before);
  assert_word (list, position, "after", after);
}

static void
test_members (Fixture *fixture, gconstpointer data)
{
  TideProjectPayload *project = (TideProjectPayload *) fixture->after;
  g_autoptr (TideHistoryList) list = NULL;

  tide_test_payload_set (fixture->after, "number", NULL);
  project->confidential = TRUE;
  tide_test_payload_set (fixture->after, "division", "city");
  tide_test_payload_set (fixture->after, "plans/start", "2024-05-06");
  tide_payload_add_string (fixture->after, "tags", "coast");
  tide_payload_add_string (fixture->after, "tags", "port");
  tide_payload_add_string (fixture->after, "sources", "paper");
  apply_change (fixture);
  list = list_changes (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 6);
  assert_word (list, 0, "time", "2023-11-15 06:13");
  assert_word (list, 0, "author", "Tester");
  assert_word (list, 0, "act", "Edit Project “Battery plant”");
  assert_word (list, 0, "kind", "Project");
  assert_word (list, 0, "record", "Battery plant");
  assert_change (list, 0, "Number", "2023-001", "—");
  assert_change (list, 1, "Confidential", "No", "Yes");
  assert_change (list, 2, "Division", "East", "City");
  assert_change (list, 3, "Start of Construction", "2024-03", "2024-05-06");
  assert_change (list, 4, "Tags", "—", "coast, port");
  assert_change (list, 5, "Sources", "—", "A paper");
  assert_word (list, 2, "transition", "East → City");
  assert_word (list, 2, "summary", "Battery plant, Division: East → City");
}

typedef struct
{
  const char *en;
  const char *zh;
  const char *field;
  const char *before;
  const char *after;
} Naming;

static const Naming namings[] = {
  { "Battery plant", "电池厂", "Name in Chinese", "—", "电池厂" },
  { "Battery works", NULL, "Name in English", "Battery plant", "Battery works" },
  { "Battery works", "电池厂", "Name", "Battery plant", "Battery works / 电池厂" },
};

static void
test_names (Fixture *fixture, gconstpointer data)
{
  const Naming *naming = data;
  TideProjectPayload *project = (TideProjectPayload *) fixture->after;
  g_autoptr (TideHistoryList) list = NULL;

  tide_text_clear (&project->name);
  tide_text_init (&project->name, naming->en, naming->zh);
  apply_change (fixture);
  list = list_changes (fixture);
  assert_change (list, 0, naming->field, naming->before, naming->after);
}

static void
test_entries (Fixture *fixture, gconstpointer data)
{
  TidePayload *entry = tide_test_payload_add_entry (fixture->after, "amounts", "a2");
  g_autoptr (TideHistoryList) list = NULL;

  tide_test_payload_set (entry, "kind", "arrived");
  tide_test_payload_set (entry, "value", "1060000000");
  tide_test_payload_set (entry, "currency", "USD");
  tide_test_payload_set (entry, "date", "2023-10");
  apply_change (fixture);
  fixture->after
      = tide_payload_copy (tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p1"));
  g_ptr_array_set_size (((TideProjectPayload *) fixture->after)->stages, 1);
  apply_change (fixture);
  list = list_changes (fixture);

  assert_change (list, 0, "Stage", "Signed · 2023-08", "—");
  assert_word (list, 0, "transition", "Removed: Signed · 2023-08");
  assert_change (list, 1, "Amount", "—", "Arrived · USD 1,060,000,000.00 · 2023-10");
}

/* A change inside an entry says which of its kind it is. */
static void
test_inside_entry (Fixture *fixture, gconstpointer data)
{
  TideProjectPayload *project = (TideProjectPayload *) fixture->after;
  TidePayload *amount = tide_payload_copy (g_ptr_array_index (project->amounts, 0));
  TidePayload *party = tide_payload_copy (g_ptr_array_index (project->parties, 0));
  g_autoptr (TideHistoryList) list = NULL;

  tide_test_payload_set (amount, "value", "17000000000");
  tide_test_payload_set (amount, "written", "170亿元");
  tide_test_payload_set (amount, "kind", "intention");
  ((TideAmount *) amount)->counted = FALSE;
  tide_test_payload_set (party, "share", "40");
  tide_payload_unref (g_ptr_array_index (project->amounts, 0));
  g_ptr_array_index (project->amounts, 0) = amount;
  tide_payload_unref (g_ptr_array_index (project->parties, 0));
  g_ptr_array_index (project->parties, 0) = party;
  apply_change (fixture);
  list = list_changes (fixture);

  assert_change (list, 0, "Party (Maker) › Share", "—", "40 %");
  assert_change (list, 1, "Amount › Kind", "Agreement", "Intention");
  assert_change (list, 2, "Amount (Intention) › Value", "16,000,000,000", "17,000,000,000");
  assert_change (list, 3, "Amount (Intention) › As Written", "160亿元", "170亿元");
  assert_change (list, 4, "Amount (Intention) › Counts in Totals", "Yes", "No");
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "p1", NULL };
  g_autoptr (TideHistoryList) list = NULL;

  apply (fixture, tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PROJECT, ids, NULL));
  list = list_changes (fixture);

  assert_word (list, 0, "record", "Battery plant, part 2");
  assert_change (list, 0, "Part of Project", "Battery plant", "—");
  assert_word (list, 1, "record", "Battery plant");
  assert_change (list, 1, "Whole Record", "Battery plant · 2023-001 · East · Fair", "—");
}

/* A set of rates is called by its name, if it has one. */
static void
test_rate_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideHistoryList) list = NULL;

  apply (fixture, tide_register_new_add_step (
                      fixture->reg, TIDE_RECORD_RATE_SET,
                      tide_test_payload_new (TIDE_RECORD_RATE_SET, "mid", "Mid rates")));
  apply (fixture, tide_register_new_use_rate_set_step (fixture->reg, "unnamed"));
  apply (fixture, tide_register_new_use_rate_set_step (fixture->reg, "mid"));
  list = list_changes (fixture);

  assert_change (list, 0, "Set of Exchange Rates", "unnamed", "Mid rates");
}

/* What a later program did is one line, without its edits. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (fixture->reg);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
  g_autoptr (TideHistoryNames) names = tide_history_names_new (snapshot, NULL, steps);
  g_autoptr (TideHistoryList) list = tide_history_list_new ();

  g_ptr_array_add (steps, tide_step_new ("edit-project", "Robots", NULL));
  tide_history_list_set_steps (list, names, steps, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_word (list, 0, "act", "Edit Project “Robots”");
  assert_word (list, 0, "time", "—");
  assert_word (list, 0, "author", "—");
  assert_change (list, 0, "—", "—", "—");
  assert_word (list, 0, "summary", "Edit Project “Robots”");
}

/* Every member of every kind of record has a name that is not the word of the file. */
static void
test_all_fields_are_named (void)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const TideShape *shape = tide_shape_for_kind (kind);

      g_assert_nonnull (tide_field_names_get_kind (kind));
      for (guint i = 0; i < shape->n_members; i++)
        {
          const TideMember *member = &shape->members[i];
          g_autofree char *name = NULL;

          if (member->kind == TIDE_MEMBER_ENTRIES)
            {
              g_assert_cmpstr (tide_field_names_get_entry (member->name), !=, member->name);
              for (guint j = 0; j < member->shape->n_members; j++)
                g_assert_cmpstr (tide_field_names_get_entry_member (member->name,
                                                                    member->shape->members[j].name),
                                 !=, member->shape->members[j].name);
              continue;
            }
          if (member->kind == TIDE_MEMBER_OBJECT)
            continue;
          name = tide_field_names_dup_member (kind, member->name);
          g_assert_cmpstr (name, !=, member->name);
        }
    }
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideHistoryList) list = NULL;
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  g_auto (GStrv) authors = NULL;
  g_autoptr (GPtrArray) fields = NULL;

  tide_test_payload_set (fixture->after, "division", "city");
  tide_test_payload_set (fixture->after, "number", "7");
  apply_change (fixture);
  list = list_changes (fixture);
  g_assert_cmpuint (tide_history_list_get_n_total (list), ==, 2);

  tide_history_filter_set_text (filter, "CITY");
  tide_history_list_set_filter (list, filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_word (list, 0, "field", "Division");
  tide_history_filter_set_text (filter, "nothing of the kind");
  tide_history_list_set_filter (list, filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (tide_history_list_get_n_total (list), ==, 2);

  authors = tide_history_list_dup_authors (list);
  g_assert_cmpuint (g_strv_length (authors), ==, 1);
  g_assert_cmpstr (authors[0], ==, "Tester");
  fields = tide_history_list_dup_fields (list);
  g_assert_cmpuint (fields->len, ==, 2);
}

/* A long history is searched in a thread; a search that another one follows is of no account. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (fixture->reg);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
  g_autoptr (TideHistoryNames) names = tide_history_names_new (snapshot, NULL, steps);
  g_autoptr (TideHistoryList) list = tide_history_list_new ();
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("number %u", i);

      g_ptr_array_add (steps, tide_step_new ("edit-project", name, NULL));
    }
  tide_history_list_set_steps (list, names, steps, steps->len);
  g_assert_false (tide_history_list_get_busy (list));
  assert_word (list, 0, "act", "Edit Project “number 2999”");

  tide_history_filter_set_text (filter, "number 12");
  tide_history_list_set_filter (list, filter);
  g_assert_true (tide_history_list_get_busy (list));
  tide_history_filter_set_text (filter, "number 123");
  tide_history_list_set_filter (list, filter);
  while (tide_history_list_get_busy (list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 11);
  tide_test_settle (20);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 11);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GBytes **bytes = data;

  *bytes = tide_history_export_finish (result, &error);
  g_assert_no_error (error);
}

static char *
dup_export (TideHistoryList *list, TideHistoryFormat format)
{
  g_autoptr (GBytes) bytes = NULL;

  tide_history_export_async (list, format, NULL, on_exported, &bytes);
  while (bytes == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What is shown is written, and nothing that a spreadsheet would take for a formula. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideHistoryList) list = NULL;
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;

  tide_test_payload_set (fixture->after, "number", "=HYPERLINK(1,2)");
  tide_test_payload_set (fixture->after, "division", NULL);
  apply_change (fixture);
  list = list_changes (fixture);

  csv = dup_export (list, TIDE_HISTORY_FORMAT_CSV);
  g_assert_cmpstr (
      csv, ==,
      "time,author,act,kind,record-id,record-name,field,before,after\r\n"
      "2023-11-14T22:13:20Z,Tester,Edit Project “Battery plant”,project,p1,Battery plant,Number,"
      "2023-001,\"'=HYPERLINK(1,2)\"\r\n"
      "2023-11-14T22:13:20Z,Tester,Edit Project “Battery plant”,project,p1,Battery plant,Division,"
      "East,\r\n");

  filter->field = g_strdup ("division");
  tide_history_list_set_filter (list, filter);
  json = dup_export (list, TIDE_HISTORY_FORMAT_JSON);
  g_assert_cmpstr (json, ==,
                   "{\n"
                   "  \"format\": \"tideline-history\",\n"
                   "  \"version\": 1,\n"
                   "  \"changes\": [\n"
                   "    { \"time\": \"2023-11-14T22:13:20Z\", \"author\": \"Tester\", \"act\": "
                   "\"Edit Project “Battery plant”\", \"kind\": \"project\", \"record-id\": "
                   "\"p1\", \"record-name\": \"Battery plant\", \"field\": \"Division\", "
                   "\"before\": \"East\" }\n"
                   "  ]\n"
                   "}\n");
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "p1", NULL };
  TideChangesList *widget = TIDE_CHANGES_LIST (g_object_ref_sink (tide_changes_list_new ()));
  GtkWidget *window = adw_window_new ();
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (TideHistoryNames) names = NULL;
  GtkSelectionModel *model;
  guint start, end;

  tide_test_payload_set (fixture->after, "division", "city");
  apply_change (fixture);
  apply (fixture, tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PROJECT, ids, NULL));
  snapshot = tide_register_dup_snapshot (fixture->reg);
  steps = tide_register_dup_unsaved_steps (fixture->reg);
  names = tide_history_names_new (snapshot, NULL, steps);
  tide_changes_list_show (widget, names, steps);
  g_assert_cmpuint (tide_changes_list_get_n_changes (widget), ==, 3);

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 400);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (widget));
  gtk_window_present (GTK_WINDOW (window));
  tide_test_settle (50);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (widget), "Battery plant"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (widget), "Battery plant, part 2"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (widget), "East → City"));

  model = gtk_list_view_get_model (
      GTK_LIST_VIEW (tide_test_find_child (GTK_WIDGET (widget), GTK_TYPE_LIST_VIEW)));
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 3);

  gtk_window_destroy (GTK_WINDOW (window));
  tide_test_settle (0);
  g_assert_finalize_object (widget);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/change/members", test_members);
  for (gsize i = 0; i < G_N_ELEMENTS (namings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/change/names/%" G_GSIZE_FORMAT, i);

      g_test_add (path, Fixture, &namings[i], set_up, test_names, tear_down);
    }
  ADD ("/change/entries", test_entries);
  ADD ("/change/inside-entry", test_inside_entry);
  ADD ("/change/records", test_records);
  ADD ("/change/rate-set", test_rate_set);
  ADD ("/change/unknown", test_unknown);
  g_test_add_func ("/change/all-fields-are-named", test_all_fields_are_named);
  ADD ("/change/filter", test_filter);
  ADD ("/change/long", test_long);
  ADD ("/change/export", test_export);
  ADD ("/change/groups", test_groups);

  return g_test_run ();
}
