/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-bulk-edit.h"
#include "core/tide-draft.h"
#include "core/tide-payloads.h"
#include "tide-test-register.h"

#include <string.h>

static const char *const all[] = { "p1", "p2", "p3", NULL };

/* What is typed in the form: fields as `path=text`, entries as `list:member=text,member=text`. */
typedef struct
{
  const char *name;
  const char *path;
  TideBulkAct act;
  const char *typed;
  gboolean scales;
  guint n_changed;
  guint n_same;
  const char *reason; /* nullable: of the first that is left out */
  const char *label;
  const char *after; /* nullable: what p1 has then, as text */
} Row;

static const Row rows[] = {
  { "reference", "division", TIDE_BULK_SET, "division=east", FALSE, 2, 1, NULL,
    "Set Division of 2 Projects", "east" },
  { "reference/clear", "division", TIDE_BULK_CLEAR, NULL, FALSE, 1, 2, NULL,
    "Clear Division of 1 Project", "" },
  { "event", "event", TIDE_BULK_SET, "event=fair", FALSE, 2, 1, NULL, "Set Event of 2 Projects",
    "fair" },
  { "parent", "parent", TIDE_BULK_SET, "parent=p3", FALSE, 2, 0, "above itself",
    "Set Part of Project of 2 Projects", "p3" },
  { "boolean", "counted", TIDE_BULK_SET, "counted=no", FALSE, 3, 0, NULL,
    "Set Counts in Totals of 3 Projects", "" },
  { "boolean/same", "confidential", TIDE_BULK_SET, "confidential=no", FALSE, 0, 3, NULL,
    "Set Confidential of 0 Projects", "" },
  { "string", "in-charge", TIDE_BULK_SET, "in-charge=Bureau", FALSE, 3, 0, NULL,
    "Set Unit in Charge of 3 Projects", "Bureau" },
  { "notes", "notes", TIDE_BULK_SET, "notes=Read again", FALSE, 3, 0, NULL,
    "Set Notes of 3 Projects", "Read again" },
  { "text/part", "name/zh", TIDE_BULK_SET, "name/zh=同名", FALSE, 3, 0, NULL,
    "Set Name in Chinese of 3 Projects", "同名" },
  { "text/last-name", "name/zh", TIDE_BULK_CLEAR, NULL, FALSE, 0, 2, "needed",
    "Clear Name in Chinese of 0 Projects", "" },
  { "number/clear", "number", TIDE_BULK_CLEAR, NULL, FALSE, 2, 1, NULL,
    "Clear Number of 2 Projects", "" },
  { "date", "plans/start", TIDE_BULK_SET, "plans/start=2024-06", FALSE, 3, 0, NULL,
    "Set Start of Construction of 3 Projects", "2024-06" },
  { "count", "expected/jobs", TIDE_BULK_SET, "expected/jobs=120", FALSE, 3, 0, NULL,
    "Set Expected Jobs of 3 Projects", "120" },
  { "decimal", "actual/output", TIDE_BULK_SET, "actual/output=1.50", FALSE, 3, 0, NULL,
    "Set Actual Output of 3 Projects", "1.50" },
  { "strings/add", "tags", TIDE_BULK_ADD, "tags=export, green", FALSE, 3, 0, NULL,
    "Add to Tags of 3 Projects", "export, green" },
  { "strings/remove", "tags", TIDE_BULK_REMOVE, "tags=export", FALSE, 0, 3, NULL,
    "Remove from Tags of 0 Projects", "" },
  { "references/add", "sources", TIDE_BULK_ADD, "sources=paper", FALSE, 3, 0, NULL,
    "Add to Sources of 3 Projects", "paper" },
  { "sectors/set", "sectors", TIDE_BULK_SET, "sectors:sector=sea", FALSE, 3, 0, NULL,
    "Set Sectors of 3 Projects", "sea" },
  { "sectors/add", "sectors", TIDE_BULK_ADD, "sectors:sector=chain", FALSE, 3, 0, NULL,
    "Add to Sectors of 3 Projects", "energy 60, robots 40, chain" },
  { "sectors/add-has", "sectors", TIDE_BULK_ADD, "sectors:sector=energy", FALSE, 2, 1, NULL,
    "Add to Sectors of 2 Projects", "energy 60, robots 40" },
  { "sectors/remove", "sectors", TIDE_BULK_REMOVE, "sectors:sector=energy", FALSE, 0, 2,
    "add up to", "Remove from Sectors of 0 Projects", "energy 60, robots 40" },
  { "sectors/remove-scaled", "sectors", TIDE_BULK_REMOVE, "sectors:sector=energy", TRUE, 1, 2, NULL,
    "Remove from Sectors of 1 Project", "robots 100" },
  { "sectors/add-scaled", "sectors", TIDE_BULK_ADD, "sectors:sector=sea,share=50", TRUE, 3, 0, NULL,
    "Add to Sectors of 3 Projects", "energy 40, robots 26.67, sea 33.33" },
  { "sectors/clear", "sectors", TIDE_BULK_CLEAR, NULL, FALSE, 1, 2, NULL,
    "Clear Sectors of 1 Project", "" },
  { "parties/add", "parties", TIDE_BULK_ADD, "parties:party=maker,role=contractor", FALSE, 3, 0,
    NULL, "Add to Parties of 3 Projects", NULL },
  { "parties/remove-any-role", "parties", TIDE_BULK_REMOVE, "parties:party=maker", FALSE, 1, 2,
    NULL, "Remove from Parties of 1 Project", "" },
  { "amounts/add", "amounts", TIDE_BULK_ADD, "amounts:kind=arrived,written=5亿", FALSE, 3, 0, NULL,
    "Add to Amounts of 3 Projects", NULL },
  { "amounts/remove-kind", "amounts", TIDE_BULK_REMOVE, "amounts:kind=agreement", FALSE, 1, 2, NULL,
    "Remove from Amounts of 1 Project", "" },
  { "amounts/remove-other-kind", "amounts", TIDE_BULK_REMOVE, "amounts:kind=arrived", FALSE, 0, 3,
    NULL, "Remove from Amounts of 0 Projects", NULL },
  { "stages/clear", "stages", TIDE_BULK_CLEAR, NULL, FALSE, 1, 2, NULL, "Clear Stages of 1 Project",
    "" },
};

static void
type_entry (TideDraft *draft, const char *list, const char *typed)
{
  TideDraft *entry = tide_draft_append_entry (draft, list);
  g_auto (GStrv) words = g_strsplit (typed, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      tide_field_set_text (tide_draft_get_field (entry, pair[0]), pair[1]);
    }
}

static TidePayload *
type (TideRegister *reg, const char *typed)
{
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_PROJECT, NULL);
  const char *colon = typed != NULL ? strchr (typed, ':') : NULL;

  if (colon != NULL)
    {
      g_autofree char *list = g_strndup (typed, (gsize) (colon - typed));

      type_entry (draft, list, colon + 1);
    }
  else if (typed != NULL)
    {
      g_auto (GStrv) pair = g_strsplit (typed, "=", 2);
      TideField *field = tide_draft_get_field (draft, pair[0]);

      if (g_str_equal (pair[1], "no"))
        tide_field_set_active (field, FALSE);
      else
        tide_field_set_text (field, pair[1]);
    }

  return tide_draft_dup_payload (draft);
}

static TideBulkResult *
try (TideRegister *reg, const Row *row, const char *const *ids)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TidePayload) values = type (reg, row->typed);
  g_autoptr (TideBulkEdit) edit = tide_bulk_edit_new (
      row->path, row->act, row->act != TIDE_BULK_CLEAR ? values : NULL, row->scales);

  return tide_bulk_edit_try (edit, snapshot, ids, TIDE_TEST_TIME, NULL);
}

static char *
dup_sectors (const TideProjectPayload *project)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      g_autofree char *share = tide_decimal_dup_text (&entry->share);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "", entry->sector,
                              entry->share.is_set ? " " : "", entry->share.is_set ? share : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What p1 has in the field. */
static char *
dup_present (TideRegister *reg, const char *path)
{
  const TidePayload *project = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_PROJECT, project);
  TideField *field = tide_draft_get_field (draft, path);
  GListModel *entries = tide_draft_get_entries (draft, path);

  if (g_str_equal (path, "sectors"))
    return dup_sectors (TIDE_PROJECT_PAYLOAD (project));
  if (entries != NULL)
    return g_strdup (g_list_model_get_n_items (entries) == 0 ? "" : "some");

  return g_strdup (tide_field_get_text (field));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) undone = NULL;
  g_autoptr (TideBulkResult) result = try (reg, row, all);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tide_step_dup_label (result->step);
  g_autofree char *present = NULL;

  g_assert_cmpuint (result->n_projects, ==, 3);
  g_assert_cmpuint (result->n_changed, ==, row->n_changed);
  g_assert_cmpuint (result->n_same, ==, row->n_same);
  g_assert_cmpuint (result->refusals->len, ==, 3 - row->n_changed - row->n_same);
  g_assert_cmpstr (label, ==, row->label);
  if (row->reason != NULL)
    {
      const TideBulkRefusal *refusal = g_ptr_array_index (result->refusals, 0);
      g_autofree char *sentence = tide_problem_dup_sentence (refusal->problem);

      g_assert_nonnull (strstr (sentence, row->reason));
    }

  tide_register_apply (reg, result->step, &error);
  g_assert_no_error (error);
  present = dup_present (reg, row->path);
  if (row->after != NULL)
    g_assert_cmpstr (present, ==, row->after);

  if (row->n_changed > 0)
    g_assert_true (tide_register_undo (reg));
  undone = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (before, undone));
}

/* Whatever was done, doing it once more changes nothing. */
static void
test_again (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideBulkResult) first = try (reg, row, all);
  g_autoptr (TideBulkResult) second = NULL;
  g_autoptr (GError) error = NULL;

  tide_register_apply (reg, first->step, &error);
  g_assert_no_error (error);
  second = try (reg, row, all);
  /* Shares that were scaled are not those that were typed. */
  if (!row->scales || row->act == TIDE_BULK_REMOVE)
    g_assert_cmpuint (second->n_changed, ==, 0);
  g_assert_cmpuint (second->refusals->len, ==, first->refusals->len);
}

static void
test_gone (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const char *const ids[] = { "p1", "nobody", NULL };
  g_autoptr (TideBulkResult) result = try (reg, &rows[0], ids);

  g_assert_cmpuint (result->n_projects, ==, 1);
}

static void
test_updated (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideBulkResult) result = try (reg, &rows[0], all);

  g_assert_true (tide_register_apply (reg, result->step, NULL));
  g_assert_cmpint (
      TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p2"))->updated,
      ==, TIDE_TEST_TIME);
}

static void
test_cancelled (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideBulkEdit) edit = tide_bulk_edit_new ("notes", TIDE_BULK_CLEAR, NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TideBulkResult) result = NULL;

  g_cancellable_cancel (cancellable);
  result = tide_bulk_edit_try (edit, snapshot, all, TIDE_TEST_TIME, cancellable);
  g_assert_cmpuint (result->n_projects, ==, 0);
}

/* Each amount that is added is one of its own. */
static void
test_entry_ids (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const Row row
      = { .path = "amounts", .act = TIDE_BULK_ADD, .typed = "amounts:kind=arrived,written=5亿" };
  g_autoptr (TideBulkResult) result = try (reg, &row, all);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < result->step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (result->step->edits, i);

      if (edit->kind == TIDE_EDIT_ADD)
        g_assert_true (g_hash_table_add (ids, edit->after.as.object->id));
    }
  g_assert_cmpuint (g_hash_table_size (ids), ==, 3);
}

/* The table of members says what can be done. */
static void
test_acts (void)
{
  static const struct
  {
    const char *path;
    const char *acts; /* S, A, R, C */
  } cases[] = {
    { "number", "C" },       { "name/en", "SC" },        { "code-name", "SC" },
    { "confidential", "S" }, { "counted", "S" },         { "division", "SC" },
    { "parent", "SC" },      { "later-events", "SARC" }, { "distinct-from", "C" },
    { "stages", "C" },       { "statuses", "C" },        { "sectors", "SARC" },
    { "parties", "SARC" },   { "amounts", "SARC" },      { "plans/completion", "SC" },
    { "actual/tax", "SC" },  { "tags", "SARC" },         { "sources", "SARC" },
    { "activities", "C" },   { "created", "" },          { "plans", "" },
    { "nothing", "" },
  };
  static const char letters[] = "SARC";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (TideBulkAct act = 0; act < TIDE_N_BULK_ACTS; act++)
      g_assert_true (tide_bulk_can (cases[i].path, act)
                     == (strchr (cases[i].acts, letters[act]) != NULL));
}

/* Each field that is there can at least be set or cleared, and has a name in the history. */
static void
test_paths (void)
{
  g_auto (GStrv) paths = tide_bulk_dup_paths ();

  g_assert_true (g_strv_contains ((const char *const *) paths, "plans/start"));
  g_assert_false (g_strv_contains ((const char *const *) paths, "updated"));
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (TideStep) step = tide_step_new ("clear-in-projects", "2", paths[i], NULL);
      g_autofree char *label = tide_step_dup_label (step);

      g_assert_true (tide_bulk_can (paths[i], TIDE_BULK_SET)
                     || tide_bulk_can (paths[i], TIDE_BULK_CLEAR));
      g_assert_null (strstr (label, paths[i]));
    }
}

static void
test_has_value (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TidePayload) empty = type (reg, NULL);
  g_autoptr (TidePayload) zh = type (reg, "name/zh=名");

  g_assert_false (tide_bulk_has_value ("division", empty));
  g_assert_false (tide_bulk_has_value ("sectors", empty));
  g_assert_true (tide_bulk_has_value ("confidential", empty));
  g_assert_true (tide_bulk_has_value ("name/zh", zh));
  g_assert_false (tide_bulk_has_value ("name/en", zh));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/bulk-edit/once/", rows[i].name, NULL);
      g_autofree char *again = g_strconcat ("/bulk-edit/again/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
      g_test_add_data_func (again, &rows[i], test_again);
    }
  g_test_add_func ("/bulk-edit/gone", test_gone);
  g_test_add_func ("/bulk-edit/updated", test_updated);
  g_test_add_func ("/bulk-edit/cancelled", test_cancelled);
  g_test_add_func ("/bulk-edit/entry-ids", test_entry_ids);
  g_test_add_func ("/bulk-edit/acts", test_acts);
  g_test_add_func ("/bulk-edit/paths", test_paths);
  g_test_add_func ("/bulk-edit/has-value", test_has_value);

  return g_test_run ();
}
