/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "tide-test-register.h"

static TideDraft *
edit (TideRegister *reg, const char *id)
{
  return tide_draft_new (reg, TIDE_RECORD_PROJECT,
                         tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id));
}

static void
type (TideDraft *draft, const char *path, const char *text)
{
  TideField *field = tide_draft_get_field (draft, path);

  g_assert_nonnull (field);
  tide_field_set_text (field, text);
}

static TideDraft *
get_entry (TideDraft *draft, const char *list, guint index)
{
  g_autoptr (TideDraft) entry = g_list_model_get_item (tide_draft_get_entries (draft, list), index);

  return entry;
}

static const TideProjectPayload *
get_project (TideRegister *reg, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id));
}

static void
commit (TideDraft *draft)
{
  g_autoptr (GError) error = NULL;

  tide_draft_commit (draft, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_problem (TideDraft *draft, TideDraft *owner, const char *path)
{
  TideField *field = tide_draft_check (draft);

  g_assert_nonnull (field);
  g_assert_true (field == tide_draft_get_field (owner, path));
  g_assert_nonnull (tide_field_get_problem (field));
  g_assert_cmpuint (tide_draft_get_n_problems (draft), >, 0);
}

static void
test_untouched (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");

  g_assert_false (tide_draft_get_changed (draft));
  g_assert_null (tide_draft_check (draft));
  commit (draft);
  g_assert_false (tide_register_get_modified (reg));
  g_assert_null (tide_register_get_undo_step (reg));
}

static void
test_discarded (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) after = NULL;
  TideDraft *draft = edit (reg, "p1");

  type (draft, "name/en", "Another name");
  type (tide_draft_append_entry (draft, "amounts"), "written", "5亿元");
  tide_draft_remove_entry (draft, "stages", get_entry (draft, "stages", 0));
  g_assert_true (tide_draft_get_changed (draft));
  g_object_unref (draft);

  after = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (before, after));
  g_assert_false (tide_register_get_modified (reg));
  g_assert_false (tide_register_get_can_undo (reg));
}

static void
test_typed_back (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");

  type (draft, "name/en", "Another name");
  g_assert_true (tide_draft_get_changed (draft));
  type (draft, "name/en", "Battery plant");
  g_assert_false (tide_draft_get_changed (draft));
}

static void
test_edit (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");
  g_autofree char *label = NULL;
  TideStep *step;

  type (draft, "name/zh", "  电池厂 ");
  type (draft, "plans/start", "2024年5月");
  type (draft, "tags", "a, b，c");
  g_assert_cmpstr (tide_field_get_understood (tide_draft_get_field (draft, "plans/start")), ==,
                   "2024-05");
  tide_field_set_active (tide_draft_get_field (draft, "confidential"), TRUE);
  commit (draft);

  step = tide_register_get_undo_step (reg);
  g_assert_cmpuint (step->edits->len, ==, 5);
  label = tide_step_dup_label (step);
  g_assert_cmpstr (label, ==, "Edit Project “Battery plant”");
  g_assert_cmpstr (get_project (reg, "p1")->name.zh, ==, "电池厂");
  g_assert_cmpuint (get_project (reg, "p1")->tags->len, ==, 3);
  g_assert_true (get_project (reg, "p1")->confidential);
  g_assert_cmpint (get_project (reg, "p1")->updated, ==, TIDE_TEST_TIME);
  g_assert_true (tide_register_undo (reg));
  g_assert_null (get_project (reg, "p1")->name.zh);
  g_assert_cmpint (get_project (reg, "p1")->updated, ==, 0);
}

static void
test_new_project (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_PROJECT, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  TideDraft *entry;

  g_assert_null (tide_draft_get_original (draft));
  assert_problem (draft, draft, "name/en");
  type (draft, "name/zh", "新项目");
  entry = tide_draft_append_entry (draft, "stages");
  type (entry, "stage", "signed");
  type (entry, "date", "2023/8/15");
  tide_draft_append_entry (draft, "stages");
  g_assert_true (tide_draft_commit (draft, &id, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (get_project (reg, id)->stages->len, ==, 1);
  g_assert_cmpint (get_project (reg, id)->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_cmpint (get_project (reg, id)->created, ==, TIDE_TEST_TIME);
  g_assert_nonnull (((TidePayload *) g_ptr_array_index (get_project (reg, id)->stages, 0))->id);
}

static void
test_template (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TidePayload) template = tide_payload_copy (&get_project (reg, "p1")->base);
  g_autoptr (TideDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  tide_payload_set_string (&template->id, NULL);
  draft = tide_draft_new (reg, TIDE_RECORD_PROJECT, template);
  g_assert_false (tide_draft_get_changed (draft));
  type (draft, "number", "2023-009");
  g_assert_true (tide_draft_commit (draft, &id, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (get_project (reg, id)->amounts->len, ==, 1);
  g_assert_cmpstr (((TidePayload *) g_ptr_array_index (get_project (reg, id)->amounts, 0))->id, !=,
                   "a1");
}

typedef struct
{
  const char *name;
  const char *typed;
  const char *value;
  const char *currency;
  const char *understood;
} AmountRow;

static const AmountRow amount_rows[] = {
  { "yuan", "160亿", "16000000000", "CNY", "= CNY 16,000,000,000.00, certain to 100,000,000 yuan" },
  { "dollars", "US$1.06bn", "1060000000", "USD",
    "= USD 1,060,000,000.00, certain to US$10,000,000" },
  { "reduction", "-5亿", "-500000000", "CNY",
    "= CNY -500,000,000.00, certain to 100,000,000 yuan" },
  { "most", "1000 trillion", "1000000000000000", "CNY",
    "= CNY 1,000,000,000,000,000.00, certain to 1,000,000,000,000 yuan" },
  { "plain", "1600000", "1600000", "CNY", "= CNY 1,600,000.00" },
};

static void
test_amount (gconstpointer data)
{
  const AmountRow *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p2");
  TideDraft *entry = tide_draft_append_entry (draft, "amounts");
  const TideAmount *amount;
  g_autofree char *value = NULL;

  type (entry, "kind", "intention");
  type (entry, "written", row->typed);
  g_assert_cmpstr (tide_field_get_understood (tide_draft_get_field (entry, "written")), ==,
                   row->understood);
  commit (draft);

  amount = g_ptr_array_index (get_project (reg, "p2")->amounts, 0);
  value = tide_decimal_dup_text (&amount->value);
  g_assert_cmpstr (value, ==, row->value);
  g_assert_cmpstr (amount->currency, ==, row->currency);
  g_assert_cmpstr (amount->written, ==, row->typed);
  g_assert_true (amount->precision.is_set);
}

static void
test_amount_currency (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p2");
  TideDraft *entry = tide_draft_append_entry (draft, "amounts");
  TideField *currency = tide_draft_get_field (entry, "currency");

  type (entry, "written", "US$5");
  g_assert_cmpstr (tide_field_get_text (currency), ==, "USD");
  type (entry, "written", "500");
  g_assert_cmpstr (tide_field_get_text (currency), ==, "CNY");
  tide_field_set_text (currency, "EUR");
  g_assert_cmpstr (tide_field_get_understood (tide_draft_get_field (entry, "written")), ==,
                   "= EUR 500.00");
  tide_field_set_text (currency, "XXY");
  g_assert_nonnull (tide_field_get_problem (currency));
}

static void
test_amount_untouched (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");
  const TideAmount *amount;

  type (get_entry (draft, "amounts", 0), "note", "checked");
  commit (draft);

  amount = g_ptr_array_index (get_project (reg, "p1")->amounts, 0);
  g_assert_cmpstr (amount->written, ==, "160亿元");
  g_assert_false (amount->precision.is_set);
  g_assert_cmpuint (tide_register_get_undo_step (reg)->edits->len, ==, 2);
}

typedef struct
{
  const char *name;
  const char *list;
  int index;
  const char *path;
  const char *text;
} ProblemRow;

static const ProblemRow problem_rows[] = {
  { "name", NULL, 0, "name/en", "" },
  { "number", NULL, 0, "number", "2023-002" },
  { "parent", NULL, 0, "parent", "p1" },
  { "date", NULL, 0, "plans/completion", "soon" },
  { "unreal-date", NULL, 0, "plans/completion", "2023-02-30" },
  { "jobs", NULL, 0, "expected/jobs", "many" },
  { "output", NULL, 0, "expected/output", "1,x" },
  { "date-3020", NULL, 0, "plans/start", "3020" },
  { "date-1899", NULL, 0, "plans/production", "1899-12-31" },
  { "stage-3020", "stages", 1, "date", "3020-01" },
  { "stage-1899", "stages", 1, "date", "1899" },
  { "status-3020", "statuses", -1, "date", "3020" },
  { "until-3020", "statuses", -1, "until", "3020" },
  { "amount-3020", "amounts", 0, "date", "3020-02-03" },
  { "amount-1899", "amounts", 0, "date", "1899" },
  { "share", "sectors", 0, "share", "101" },
  { "share-negative", "sectors", 0, "share", "-1" },
  { "party-share", "parties", 0, "share", "101 %" },
  { "party-share-negative", "parties", 0, "share", "-0.5" },
  { "share-sum", "sectors", 0, "share", "50" },
  { "sector", "sectors", 0, "sector", "" },
  { "same-sector", "sectors", 1, "sector", "energy" },
  { "party", "parties", 0, "party", "" },
  { "amount", "amounts", 0, "written", "a lot" },
  { "amount-too-large", "amounts", 0, "written", "100000000000000000" },
  { "amount-10-quadrillion", "amounts", 0, "written", "1万亿亿元" },
  { "amount-above-most", "amounts", 0, "written", "1001 trillion" },
  { "amount-below-least", "amounts", 0, "written", "-1001 trillion" },
  { "currency", "amounts", 0, "written", "100 XYZ" },
  { "currency-first", "amounts", 0, "written", "XYZ 100" },
  { "no-amount", "amounts", 0, "written", "" },
  { "kind", "amounts", 0, "kind", "" },
  { "stage", "stages", 1, "stage", "" },
  { "reason", "statuses", -1, "reason", NULL },
};

static void
test_problem (gconstpointer data)
{
  const ProblemRow *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");
  g_autoptr (GError) error = NULL;
  TideDraft *owner = draft;

  if (row->index < 0)
    {
      owner = tide_draft_append_entry (draft, row->list);
      type (owner, "status", "paused");
      type (owner, "reason", g_str_equal (row->path, "reason") ? "" : "Land");
    }
  else if (row->list != NULL)
    owner = get_entry (draft, row->list, row->index);
  type (owner, row->path, row->text);

  assert_problem (draft, owner, row->path);
  g_assert_false (tide_draft_commit (draft, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, error->code);
  g_assert_false (tide_register_get_modified (reg));
}

/* A project is no part of its own parts, however far down. */
static void
test_parent_loop (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) below = edit (reg, "p2");
  g_autoptr (TideDraft) lowest = edit (reg, "p3");
  g_autoptr (TideDraft) above = edit (reg, "p1");

  type (below, "parent", "p1");
  commit (below);
  type (lowest, "parent", "p2");
  commit (lowest);

  type (above, "parent", "p3");
  assert_problem (above, above, "parent");
  type (above, "parent", "p2");
  assert_problem (above, above, "parent");
  type (above, "parent", "");
  g_assert_null (tide_draft_check (above));
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  gboolean is_refused;
} ValidityRow;

static const ValidityRow validity_rows[] = {
  { "in-order", "2016", "2020-05", FALSE },
  { "same-year", "2020-06", "2020", FALSE },
  { "backwards", "2020", "2019-12", TRUE },
  { "backwards-by-a-day", "2020-05-02", "2020-05-01", TRUE },
  { "only-a-start", "2020", "", FALSE },
  { "only-an-end", "", "1950", FALSE },
};

static void
test_validity (gconstpointer data)
{
  const ValidityRow *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (
      reg, TIDE_RECORD_DIVISION, tide_register_lookup_payload (reg, TIDE_RECORD_DIVISION, "east"));

  type (draft, "valid-from", row->from);
  type (draft, "valid-to", row->to);
  if (row->is_refused)
    assert_problem (draft, draft, "valid-to");
  else
    g_assert_null (tide_draft_check (draft));
}

/* What is typed wrong is told beside the field at once; what is still to be typed, when it is
 * saved. */
static void
test_validity_while_typing (void)
{
  static const struct
  {
    const char *path;
    const char *text;
    gboolean is_refused;
  } rows[] = {
    { "valid-from", "2020", FALSE }, { "valid-to", "2019", TRUE },
    { "valid-from", "2018", FALSE }, { "valid-from", "2020-05", TRUE },
    { "valid-to", "2020", FALSE },   { "valid-to", "1", TRUE },
    { "valid-from", "", TRUE },      { "valid-to", "", FALSE },
  };
  static const TideRecordKind kinds[] = { TIDE_RECORD_DIVISION, TIDE_RECORD_TAXONOMY };
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TideDraft) draft = tide_draft_new (reg, kinds[i], NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          type (draft, rows[j].path, rows[j].text);
          g_assert_cmpint (tide_field_get_problem (tide_draft_get_field (draft, "valid-to"))
                               != NULL,
                           ==, rows[j].is_refused);
          g_assert_cmpuint (tide_draft_get_n_problems (draft), ==, rows[j].is_refused);
        }
    }
}

/* A division is no part of those below it, and the form says so. */
static void
test_division_loop (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (
      reg, TIDE_RECORD_DIVISION, tide_register_lookup_payload (reg, TIDE_RECORD_DIVISION, "city"));

  type (draft, "parent", "city");
  assert_problem (draft, draft, "parent");
  type (draft, "parent", "east");
  assert_problem (draft, draft, "parent");
  type (draft, "parent", "");
  g_assert_null (tide_draft_check (draft));
}

static gboolean
is_date (const TideMember *member)
{
  return member->kind == TIDE_MEMBER_DATE || member->kind == TIDE_MEMBER_PERIOD;
}

static void
assert_refused (TideDraft *draft, const char *path, const char *text)
{
  type (draft, path, text);
  g_test_message ("%s: %s", path, text);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (draft, path)));
}

/* Of whatever a form edits: a date of another age, an amount that nobody has, a number of days or
 * people that cannot be. */
static void
assert_slips_refused (TideDraft *draft, const TideShape *shape, const char *prefix)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const TideMember *member = &shape->members[i];
      g_autofree char *path = prefix != NULL ? g_strconcat (prefix, "/", member->name, NULL)
                                             : g_strdup (member->name);

      if (member->kind == TIDE_MEMBER_OBJECT)
        assert_slips_refused (draft, member->shape, path);
      else if (member->kind == TIDE_MEMBER_ENTRIES)
        assert_slips_refused (tide_draft_append_entry (draft, path), member->shape, NULL);
      else if (tide_draft_get_field (draft, path) == NULL)
        continue;
      else if (is_date (member))
        {
          assert_refused (draft, path, "3020");
          assert_refused (draft, path, "1899-12-31");
        }
      else if (member->kind == TIDE_MEMBER_DECIMAL || member->kind == TIDE_MEMBER_COUNT)
        assert_refused (draft, path, "100000000000000000");
    }
}

static void
test_slips (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const TideShape *shape = tide_shape_for_kind ((TideRecordKind) kind);
      g_autoptr (TideDraft) draft = NULL;

      if (kind == TIDE_RECORD_FILTER)
        continue;

      draft = tide_draft_new (reg, (TideRecordKind) kind, NULL);
      g_test_message ("%s", shape->name);
      assert_slips_refused (draft, shape, NULL);
    }
}

/* What a file says of another age stays as long as nobody touches it. */
static void
test_far_date_untouched (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TidePayload) old = tide_test_payload_new (TIDE_RECORD_DIVISION, "old", "Old");
  g_autoptr (TideStep) step = NULL;
  g_autoptr (TideDraft) draft = NULL;

  tide_test_payload_set (old, "valid-to", "9999-12-31");
  step = tide_register_new_add_step (reg, TIDE_RECORD_DIVISION,
                                     tide_payload_seal (g_steal_pointer (&old)));
  g_assert_true (tide_register_apply (reg, step, NULL));

  draft = tide_draft_new (reg, TIDE_RECORD_DIVISION,
                          tide_register_lookup_payload (reg, TIDE_RECORD_DIVISION, "old"));
  type (draft, "notes", "Merged");
  commit (draft);
  type (draft, "valid-to", "3020");
  assert_problem (draft, draft, "valid-to");
}

static void
test_problem_goes (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");

  type (draft, "number", "2023-002");
  g_assert_nonnull (tide_draft_check (draft));
  type (draft, "number", "2023-003");
  g_assert_cmpuint (tide_draft_get_n_problems (draft), ==, 0);
  g_assert_null (tide_draft_check (draft));
}

static void
test_changed_meanwhile (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) mine = edit (reg, "p1");
  g_autoptr (TideDraft) other = edit (reg, "p1");
  TideDraft *entry;

  type (mine, "notes", "mine");
  type (tide_draft_append_entry (mine, "activities"), "text", "called");

  type (other, "notes", "other");
  type (other, "in-charge", "Bureau");
  type (tide_draft_append_entry (other, "activities"), "text", "visited");
  entry = get_entry (other, "amounts", 0);
  type (entry, "note", "other");
  commit (other);
  commit (mine);

  g_assert_cmpstr (get_project (reg, "p1")->notes, ==, "mine");
  g_assert_cmpstr (get_project (reg, "p1")->in_charge, ==, "Bureau");
  g_assert_cmpuint (get_project (reg, "p1")->activities->len, ==, 2);
  g_assert_cmpstr (((TideAmount *) g_ptr_array_index (get_project (reg, "p1")->amounts, 0))->note,
                   ==, "other");
}

static void
test_removed_meanwhile (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p3");
  g_autoptr (TideStep) step = tide_register_new_delete_step (
      reg, TIDE_RECORD_PROJECT, (const char *const[]) { "p3", NULL }, NULL);
  g_autoptr (GError) error = NULL;

  type (draft, "notes", "mine");
  g_assert_true (tide_register_apply (reg, step, NULL));
  g_assert_false (tide_draft_commit (draft, NULL, &error));
  g_assert_error (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_CONFLICT);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_notifies (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");
  TideField *field = tide_draft_get_field (draft, "number");
  guint n_text = 0;
  guint n_changed = 0;
  guint n_problems = 0;

  g_signal_connect_swapped (field, "notify::text", G_CALLBACK (count), &n_text);
  g_signal_connect_swapped (draft, "notify::changed", G_CALLBACK (count), &n_changed);
  g_signal_connect_swapped (draft, "notify::n-problems", G_CALLBACK (count), &n_problems);

  type (draft, "number", "7");
  type (draft, "number", "7");
  g_assert_cmpuint (n_text, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  type (get_entry (draft, "amounts", 0), "date", "nonsense");
  g_assert_cmpuint (n_problems, ==, 1);
  g_assert_cmpuint (tide_draft_get_n_problems (draft), ==, 1);
}

/* What was typed in one draft is typed in another one of the same record. */
static TideDraft *
type_again (TideRegister *reg, TideDraft *draft)
{
  const TidePayload *original = tide_draft_get_original (draft);
  g_autoptr (GVariant) typed = tide_draft_dup_typed (draft);
  g_autofree char *text = g_variant_print (typed, TRUE);
  g_autoptr (GVariant) read = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  TideDraft *other = tide_draft_new (reg, tide_draft_get_kind (draft), original);
  g_autoptr (GVariant) again = NULL;

  g_assert_nonnull (read);
  tide_draft_type_again (other, read);
  again = tide_draft_dup_typed (other);
  g_assert_true (g_variant_equal (typed, again));

  return other;
}

static void
test_typed_again (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");
  g_autoptr (TideDraft) other = NULL;
  GListModel *amounts = tide_draft_get_entries (draft, "amounts");
  const guint n_amounts = g_list_model_get_n_items (amounts);

  type (draft, "name/en", "Half a “name”\n");
  tide_field_set_active (tide_draft_get_field (draft, "confidential"), TRUE);
  type (get_entry (draft, "amounts", 0), "written", "not to be under");
  type (tide_draft_append_entry (draft, "amounts"), "written", "160亿");
  if (n_amounts > 1)
    tide_draft_remove_entry (draft, "amounts", get_entry (draft, "amounts", 1));

  other = type_again (reg, draft);
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (other, "name/en")), ==,
                   "Half a “name”\n");
  g_assert_cmpstr (
      tide_field_get_text (tide_draft_get_field (get_entry (other, "amounts", 0), "written")), ==,
      "not to be under");
  g_assert_cmpuint (g_list_model_get_n_items (tide_draft_get_entries (other, "amounts")), ==,
                    g_list_model_get_n_items (amounts));
  g_assert_cmpuint (tide_draft_get_n_problems (other), ==, tide_draft_get_n_problems (draft));
  g_assert_true (tide_draft_get_changed (other));
}

/* What the form offers for a new record is typed again too. */
static void
test_typed_again_new (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = tide_draft_new (reg, TIDE_RECORD_PROJECT, NULL);
  g_autoptr (TideDraft) other = NULL;

  type (draft, "name/zh", "半个名");
  type (tide_draft_append_entry (draft, "stages"), "date", "2023-13");
  other = type_again (reg, draft);
  g_assert_cmpuint (tide_draft_get_n_problems (other), ==, 1);
}

static void
test_typed_again_strange (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");
  g_autoptr (GVariant) typed
      = g_variant_parse (G_VARIANT_TYPE_VARDICT,
                         "{'number': <true>, 'amounts': <'none'>, 'nothing': <'x'>,"
                         " 'confidential': <'yes'>}",
                         NULL, NULL, NULL);

  tide_draft_type_again (draft, typed);
  g_assert_false (tide_draft_get_changed (draft));
}

static void
test_open (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideDraft) draft = edit (reg, "p1");
  GListModel *drafts = tide_register_get_drafts (reg);

  g_assert_cmpuint (g_list_model_get_n_items (drafts), ==, 0);
  tide_draft_set_open (draft, TRUE);
  tide_draft_set_open (draft, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (drafts), ==, 1);
  type (draft, "number", "7");
  g_assert_true (tide_draft_commit (draft, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (drafts), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/draft/untouched", test_untouched);
  g_test_add_func ("/draft/discarded", test_discarded);
  g_test_add_func ("/draft/typed-back", test_typed_back);
  g_test_add_func ("/draft/edit", test_edit);
  g_test_add_func ("/draft/new-project", test_new_project);
  g_test_add_func ("/draft/template", test_template);
  for (gsize i = 0; i < G_N_ELEMENTS (amount_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/draft/amount/", amount_rows[i].name, NULL);

      g_test_add_data_func (path, &amount_rows[i], test_amount);
    }
  g_test_add_func ("/draft/amount/currency", test_amount_currency);
  g_test_add_func ("/draft/amount/untouched", test_amount_untouched);
  for (gsize i = 0; i < G_N_ELEMENTS (problem_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/draft/problem/", problem_rows[i].name, NULL);

      g_test_add_data_func (path, &problem_rows[i], test_problem);
    }
  g_test_add_func ("/draft/problem/goes", test_problem_goes);
  g_test_add_func ("/draft/problem/parent-loop", test_parent_loop);
  g_test_add_func ("/draft/problem/division-loop", test_division_loop);
  g_test_add_func ("/draft/validity-while-typing", test_validity_while_typing);
  for (gsize i = 0; i < G_N_ELEMENTS (validity_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/draft/validity/", validity_rows[i].name, NULL);

      g_test_add_data_func (path, &validity_rows[i], test_validity);
    }
  g_test_add_func ("/draft/problem/slips", test_slips);
  g_test_add_func ("/draft/problem/far-date-untouched", test_far_date_untouched);
  g_test_add_func ("/draft/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/draft/removed-meanwhile", test_removed_meanwhile);
  g_test_add_func ("/draft/notifies", test_notifies);
  g_test_add_func ("/draft/typed-again", test_typed_again);
  g_test_add_func ("/draft/typed-again/new", test_typed_again_new);
  g_test_add_func ("/draft/typed-again/strange", test_typed_again_strange);
  g_test_add_func ("/draft/open", test_open);

  return g_test_run ();
}
