/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was declared at an event beside what is recorded, worked out by hand. */

#include "stats/tide-event-account.h"
#include "stats/tide-figure-note.h"
#include "stats/tide-reconciliation-text.h"
#include "tide-test-register.h"
#include "tide-test-totals.h"

#define N_PROJECTS 60

typedef struct
{
  const char *id;
  const char *words;
} Project;

/* At the meeting, amounts in yuan, dollars of August at 7.2:
 *
 *   a  100 agreed                           b  US$10 agreed, 72
 *   c  terminated, 40 agreed                d  umbrella of a and b, 172: never added to them
 *   e  marked as not counting, 5            f  no amount
 *   g  EUR 1, no rate
 *   h  first signed at the fair, 50, and increased by 30 at the meeting
 *   i  signed at the meeting, 20, and increased by 7 at the fair
 *   j  its investor changed: signed by the first at the fair, by the new one at the meeting, 60
 *   k  first signed at the fair, and shown again at the meeting without more */
static const Project projects[] = {
  { "a", "event=meeting stage=signed parent=d class=energy amount=agreement:100:CNY:2023" },
  { "b", "event=meeting stage=signed parent=d class=wind amount=agreement:10:USD:2023-08" },
  { "c", "event=meeting stage=signed status=terminated amount=agreement:40:CNY:2023" },
  { "d", "event=meeting stage=signed amount=agreement:172:CNY:2023" },
  { "e", "event=meeting stage=signed uncounted amount=agreement:5:CNY:2023" },
  { "f", "event=meeting stage=signed" },
  { "g", "event=meeting stage=signed class=robots amount=agreement:1:EUR:2023" },
  { "h", "event=fair stage=signed amount=agreement:50:CNY:2022 "
         "amount=agreement:30:CNY:2023:meeting" },
  { "i", "event=meeting stage=signed amount=agreement:20:CNY:2023 "
         "amount=agreement:7:CNY:2024:fair" },
  { "j", "event=meeting later=fair stage=signed amount=agreement:60:CNY:2023 "
         "amount=arrived:3:CNY:2023" },
  { "k", "event=fair later=meeting stage=signed amount=agreement:8:CNY:2022" },
};

static TideDeclared *
ensure_declared (TideEventPayload *event)
{
  if (event->declared == NULL)
    event->declared
        = tide_payload_new (tide_shape_find (event->base.shape, "declared")->shape, NULL);

  return (TideDeclared *) event->declared;
}

/* KIND[/PART]:VALUE:CURRENCY[:PRECISION] */
static void
declare_amount (TideEventPayload *event, const char *words)
{
  TideDeclared *declared = ensure_declared (event);
  g_auto (GStrv) parts = g_strsplit (words, ":", -1);
  g_auto (GStrv) kind = g_strsplit (parts[0], "/", 2);
  TidePayload *amount
      = tide_payload_new (tide_shape_find (declared->base.shape, "amounts")->shape, NULL);

  tide_test_payload_set (amount, "kind", kind[0]);
  if (kind[1] != NULL)
    tide_test_payload_set (amount, "part", kind[1]);
  if (*parts[1] != '\0')
    tide_test_payload_set (amount, "value", parts[1]);
  tide_test_payload_set (amount, "currency", parts[2]);
  tide_test_payload_set (amount, "written", "as written");
  if (parts[3] != NULL)
    tide_test_payload_set (amount, "precision", parts[3]);
  tide_payload_add_entry (&declared->base, "amounts", tide_payload_seal (amount));
}

/* Words: projects=N, amount=…, field=ID. */
static void
add_meeting (TideSnapshot *snapshot, const char *words)
{
  TideEventPayload *event
      = (TideEventPayload *) tide_test_payload_new (TIDE_RECORD_EVENT, "meeting", "Meeting");
  g_auto (GStrv) pairs = g_strsplit (words, " ", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (g_strcmp0 (pair[0], "projects") == 0)
        ensure_declared (event)->projects
            = (TideCount) { g_ascii_strtoll (pair[1], NULL, 10), TRUE };
      else if (g_strcmp0 (pair[0], "amount") == 0)
        declare_amount (event, pair[1]);
      else if (g_strcmp0 (pair[0], "field") == 0)
        tide_payload_add_string (&event->base, "sectors", pair[1]);
    }
  tide_snapshot_add (snapshot, TIDE_RECORD_EVENT, tide_payload_seal (&event->base));
}

static TideSnapshot *
make_register (const char *declared)
{
  TideSnapshot *snapshot = tide_test_totals_new ();

  add_meeting (snapshot, declared);
  for (gsize i = 0; i < G_N_ELEMENTS (projects); i++)
    tide_test_totals_add (snapshot, projects[i].id, projects[i].words);

  return snapshot;
}

/* Rows ----------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *declared;
  guint row;
  const char *title;
  const char *declared_text;
  const char *recorded_text;
  const char *verdict;
  TideVerdict code;
} Row;

static const Row rows[] = {
  { "projects", "projects=17", 0, "Projects", "17", "6", "11 fewer", TIDE_VERDICT_LESS },
  { "as-many", "projects=6", 0, "Projects", "6", "6", "as declared", TIDE_VERDICT_SAME },
  { "fewer", "projects=2", 0, "Projects", "2", "6", "4 more", TIDE_VERDICT_MORE },
  { "nobody-said", "field=energy", 0, "Projects", "—", "6", "not declared",
    TIDE_VERDICT_NOT_DECLARED },
  { "less", "amount=agreement:300:CNY", 1, "Agreement", "300 yuan", "282 yuan", "18 yuan less",
    TIDE_VERDICT_LESS },
  { "more", "amount=agreement:200:CNY", 1, "Agreement", "200 yuan", "282 yuan", "82 yuan more",
    TIDE_VERDICT_MORE },
  { "same", "amount=agreement:282:CNY", 1, "Agreement", "282 yuan", "282 yuan", "as declared",
    TIDE_VERDICT_SAME },
  { "rounded", "amount=agreement:300:CNY:100", 1, "Agreement", "300 yuan", "282 yuan",
    "as declared, within what was rounded", TIDE_VERDICT_ROUNDED },
  { "rounded-away", "amount=agreement:300:CNY:10", 1, "Agreement", "300 yuan", "282 yuan",
    "18 yuan less", TIDE_VERDICT_LESS },
  { "foreign", "amount=agreement:282:CNY amount=agreement/foreign:12:USD", 2,
    "Agreement, of which foreign", "US$12", "US$10", "US$2 less", TIDE_VERDICT_LESS },
  { "beside-another", "amount=agreement:200:CNY amount=agreement:10:USD", 1, "Agreement",
    "200 yuan", "210 yuan", "10 yuan more", TIDE_VERDICT_MORE },
  { "the-other", "amount=agreement:200:CNY amount=agreement:10:USD", 2, "Agreement", "US$10",
    "US$10", "as declared", TIDE_VERDICT_SAME },
  { "nothing", "amount=intention:200:CNY", 1, "Intention", "200 yuan", "—", "nothing recorded",
    TIDE_VERDICT_NOT_RECORDED },
  { "in-words", "amount=agreement::CNY", 1, "Agreement", "as written", "—", "cannot be compared",
    TIDE_VERDICT_UNKNOWN },
  { "undeclared", "amount=agreement:282:CNY", 2, "Arrived", "—", "3 yuan", "not declared",
    TIDE_VERDICT_NOT_DECLARED },
  { "field", "field=energy", 3, "energy", "named", "2", "recorded", TIDE_VERDICT_SAME },
  { "other-field", "field=energy", 4, "robots", "—", "1", "not declared",
    TIDE_VERDICT_NOT_DECLARED },
  { "empty-field", "field=coal", 3, "coal", "named", "0", "nothing recorded",
    TIDE_VERDICT_NOT_RECORDED },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TideSnapshot) snapshot = make_register (row->declared);
  g_autoptr (TideReconciliation) found = tide_reconciliation_new (snapshot, "meeting");
  const TideReconciliationRow *seen = g_ptr_array_index (found->rows, row->row);
  g_autofree char *title = tide_reconciliation_row_dup_title (seen, snapshot, TIDE_LANGUAGE_EN);
  g_autofree char *declared
      = tide_reconciliation_row_dup_declared (seen, TIDE_UNIT_ONE, TIDE_LANGUAGE_EN);
  g_autofree char *recorded
      = tide_reconciliation_row_dup_recorded (seen, TIDE_UNIT_ONE, TIDE_LANGUAGE_EN);
  g_autofree char *verdict
      = tide_reconciliation_row_dup_verdict (seen, TIDE_UNIT_ONE, TIDE_LANGUAGE_EN);

  g_assert_cmpstr (title, ==, row->title);
  g_assert_cmpstr (declared, ==, row->declared_text);
  g_assert_cmpstr (recorded, ==, row->recorded_text);
  g_assert_cmpstr (verdict, ==, row->verdict);
  g_assert_cmpint (seen->verdict, ==, row->code);
}

/* Groups --------------------------------------------------------------------------------------- */

typedef struct
{
  guint row;
  TideReconciledReason reason;
  TideExclusion exclusion;
  const char *ids;
  gint64 sum;
} Group;

static const Group groups[] = {
  { 0, TIDE_RECONCILED_COUNTED, TIDE_EXCLUSION_NONE, "a b f g i j", 0 },
  { 0, TIDE_RECONCILED_EXCLUDED, TIDE_EXCLUSION_TERMINATED, "c", 0 },
  { 0, TIDE_RECONCILED_EXCLUDED, TIDE_EXCLUSION_NOT_COUNTED, "e", 0 },
  { 0, TIDE_RECONCILED_EXCLUDED, TIDE_EXCLUSION_UMBRELLA, "d", 0 },
  { 0, TIDE_RECONCILED_ADDED, TIDE_EXCLUSION_NONE, "h k", 0 },
  { 1, TIDE_RECONCILED_COUNTED, TIDE_EXCLUSION_NONE, "a b g i j", 25200 },
  { 1, TIDE_RECONCILED_WITHOUT_AMOUNT, TIDE_EXCLUSION_NONE, "f", 0 },
  { 1, TIDE_RECONCILED_UNPRICED, TIDE_EXCLUSION_NONE, "g", 0 },
  { 1, TIDE_RECONCILED_EXCLUDED, TIDE_EXCLUSION_TERMINATED, "c", 4000 },
  { 1, TIDE_RECONCILED_EXCLUDED, TIDE_EXCLUSION_NOT_COUNTED, "e", 500 },
  { 1, TIDE_RECONCILED_EXCLUDED, TIDE_EXCLUSION_UMBRELLA, "d", 17200 },
  { 1, TIDE_RECONCILED_ADDED, TIDE_EXCLUSION_NONE, "h k", 3000 },
  { 1, TIDE_RECONCILED_ELSEWHERE, TIDE_EXCLUSION_NONE, "i j", 700 },
};

static const TideReconciledGroup *
find_group (const TideReconciliation *found, const Group *group)
{
  const TideReconciliationRow *row = g_ptr_array_index (found->rows, group->row);

  for (guint i = 0; i < row->groups->len; i++)
    {
      const TideReconciledGroup *seen = g_ptr_array_index (row->groups, i);

      if (seen->reason == group->reason && seen->exclusion == group->exclusion)
        return seen;
    }

  return NULL;
}

static void
test_group (gconstpointer data)
{
  const Group *group = data;
  g_autoptr (TideSnapshot) snapshot = make_register ("projects=17 amount=agreement:300:CNY");
  g_autoptr (TideReconciliation) found = tide_reconciliation_new (snapshot, "meeting");
  const TideReconciledGroup *seen = find_group (found, group);
  g_autofree char *ids = NULL;

  g_assert_nonnull (seen);
  ids = tide_test_totals_dup_ids (snapshot, seen->filter);
  g_assert_cmpstr (ids, ==, group->ids);
  g_assert_cmpuint (seen->n, ==, tide_test_totals_count (snapshot, seen->filter));
  g_assert_cmpint (seen->sum.minor, ==, group->sum);
}

/* What was terminated since has been recorded. */
static void
test_missing (void)
{
  g_autoptr (TideSnapshot) snapshot = make_register ("projects=17");
  g_autoptr (TideReconciliation) found = tide_reconciliation_new (snapshot, "meeting");
  const TideReconciliationRow *row = g_ptr_array_index (found->rows, 0);
  g_autoptr (GPtrArray) notes
      = tide_reconciliation_row_list_notes (row, found, TIDE_UNIT_ONE, TIDE_LANGUAGE_EN);
  const TideFigureNote *last = g_ptr_array_index (notes, notes->len - 1);

  g_assert_cmpuint (found->n_missing, ==, 17 - 6 - 1);
  g_assert_cmpstr (last->text, ==, "10 declared projects are not recorded");
}

static void
test_account (void)
{
  g_autoptr (TideSnapshot) snapshot = make_register ("projects=17");
  g_autoptr (TideEventAccount) account = tide_event_account_new (snapshot, "meeting");

  g_assert_cmpuint (account->projects->len, ==, 9);
  g_assert_cmpuint (account->cohort->n[TIDE_COHORT_SIGNED], ==, 7);
  g_assert_null (tide_event_account_new (snapshot, "gone"));
}

/* Any register --------------------------------------------------------------------------------- */

static const char *
pick (GRand *rand, const char *const *words, guint n)
{
  return words[g_rand_int_range (rand, 0, (gint32) n)];
}

#define PICK(rand, words) pick (rand, words, G_N_ELEMENTS (words))

static TideSnapshot *
random_new (guint seed)
{
  static const char *const events[]
      = { "event=meeting", "event=meeting later=fair", "event=fair later=meeting", "event=gone" };
  static const char *const stages[] = { "stage=signed", "stage=lead", "stage=later-word", "" };
  static const char *const statuses[] = { "status=terminated", "status=later-word", "", "", "" };
  static const char *const others[] = { "amount=agreement:100:CNY:2023",
                                        "amount=agreement:9:USD:2023-08:fair",
                                        "amount=agreement:7:EUR:2023",
                                        "amount=agreement:20:CNY:2024:meeting",
                                        "amount=agreement:3:USD:2023",
                                        "parent=p03",
                                        "uncounted",
                                        "class=wind",
                                        "class=coal",
                                        "" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TideSnapshot *snapshot = tide_test_totals_new ();

  add_meeting (snapshot, "projects=17 amount=agreement:300:CNY amount=agreement/foreign:12:USD "
                         "amount=intention:1:CNY field=energy");
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%02u", i);
      g_autofree char *words
          = g_strjoin (" ", PICK (rand, events), PICK (rand, stages), PICK (rand, statuses),
                       PICK (rand, others), PICK (rand, others), PICK (rand, others), NULL);

      tide_test_totals_add (snapshot, id, words);
    }

  return snapshot;
}

/* Every group is what its filter opens; what is recorded is what totals say of the event. */
static void
test_any (gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = random_new (GPOINTER_TO_UINT (data));
  g_autoptr (TideReconciliation) found = tide_reconciliation_new (snapshot, "meeting");
  g_autoptr (TideColumns) columns
      = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  g_autoptr (TideBreakdown) breakdown = NULL;
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;
  const TideReconciliationRow *agreement = g_ptr_array_index (found->rows, 1);

  tide_filter_add (filter, "events", "meeting");
  breakdown = tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, filter);
  g_assert_cmpint (agreement->money_recorded.minor, ==, breakdown->total->base.minor);
  g_assert_cmpuint (agreement->n_recorded, ==, breakdown->total->n_with_amount);
  g_assert_cmpuint (((TideReconciliationRow *) g_ptr_array_index (found->rows, 0))->n_recorded, ==,
                    breakdown->total->n_counted);

  for (guint i = 0; i < found->rows->len; i++)
    {
      const TideReconciliationRow *row = g_ptr_array_index (found->rows, i);

      for (guint j = 0; j < row->groups->len; j++)
        {
          const TideReconciledGroup *group = g_ptr_array_index (row->groups, j);

          g_assert_cmpuint (group->n, ==, tide_test_totals_count (snapshot, group->filter));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/reconciliation/row/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reconciliation/group/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &groups[i], test_group);
    }
  g_test_add_func ("/reconciliation/missing", test_missing);
  g_test_add_func ("/reconciliation/account", test_account);
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/reconciliation/any/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_any);
    }

  return g_test_run ();
}
