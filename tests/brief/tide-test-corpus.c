/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-corpus.h"

#include <math.h>

/* The rules are those of corpus/README.md, sections 1 and 6. */

typedef struct
{
  guint start;
  guint end;
  const char *kind;
  const char *of;
  const char *value;
  const char *unit;
  const char *verdict;
  const char *reason;
  gboolean is_optional;
} Entry;

static const char *
get_string (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_string_member (object, name)
                                               : NULL;
}

static GArray *
list_expected (JsonObject *test_case)
{
  JsonArray *findings = json_object_get_array_member (test_case, "findings");
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);
      const Entry entry = {
        .start = (guint) json_object_get_int_member (finding, "start"),
        .end = (guint) json_object_get_int_member (finding, "end"),
        .kind = get_string (finding, "kind"),
        .of = get_string (finding, "of"),
        .value = get_string (finding, "value"),
        .unit = get_string (finding, "unit"),
        .verdict = get_string (finding, "verdict"),
        .reason = get_string (finding, "reason"),
        .is_optional = json_object_has_member (finding, "optional")
                       && json_object_get_boolean_member (finding, "optional"),
      };

      g_array_append_val (entries, entry);
    }

  return entries;
}

static GArray *
list_reported (TideReading *reading)
{
  const GPtrArray *findings = tide_reading_get_findings (reading);
  const char *text = tide_reading_get_text (reading);
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  for (guint i = 0; i < findings->len; i++)
    {
      const TideTextFinding *finding = g_ptr_array_index (findings, i);
      const Entry entry = {
        .start = (guint) g_utf8_pointer_to_offset (text, text + finding->start),
        .end = (guint) g_utf8_pointer_to_offset (text, text + finding->end),
        .kind = tide_text_finding_kind_get_code (finding->kind),
        .of = tide_text_finding_of_get_code (finding->of),
        .value = finding->value,
        .unit = finding->unit,
        .verdict = tide_text_finding_verdict_get_code (finding->verdict),
        .reason = tide_text_finding_reason_get_code (finding->reason),
      };

      g_array_append_val (entries, entry);
    }

  return entries;
}

static gboolean
is_equal_number (const char *a, const char *b)
{
  g_auto (GStrv) first = g_strsplit (a, "/", 3);
  g_auto (GStrv) second = g_strsplit (b, "/", 3);

  if (g_strv_length (first) != g_strv_length (second))
    return FALSE;
  for (guint i = 0; first[i] != NULL; i++)
    {
      char *end_a;
      char *end_b;
      const double x = g_ascii_strtod (first[i], &end_a);
      const double y = g_ascii_strtod (second[i], &end_b);

      if (*end_a != '\0' || *end_b != '\0' || end_a == first[i] || end_b == second[i]
          || fabs (x - y) > 1e-12 * MAX (fabs (x), fabs (y)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
overlaps (const Entry *a, const Entry *b)
{
  return a->start < b->end && b->start < a->end && g_str_equal (a->kind, b->kind);
}

static gboolean
is_right (const Entry *expected, const Entry *reported)
{
  const gboolean is_money
      = g_str_equal (expected->kind, "amount") || g_str_equal (expected->kind, "level");
  const gboolean is_year
      = g_str_equal (expected->kind, "year") || g_str_equal (expected->kind, "span");

  return overlaps (expected, reported)
         && (g_str_equal (expected->value, reported->value)
             || is_equal_number (expected->value, reported->value))
         && g_str_equal (expected->verdict, reported->verdict)
         && (!is_money || g_strcmp0 (expected->of, reported->of) == 0)
         && (is_year || g_strcmp0 (expected->unit, reported->unit) == 0);
}

/* Pairs so that most are right: an augmenting path from one expected finding. */
static gboolean
pair (const GArray *expected, const GArray *reported, guint i, int *taken, gboolean *seen)
{
  for (guint j = 0; j < reported->len; j++)
    {
      if (seen[j]
          || !is_right (&g_array_index (expected, Entry, i), &g_array_index (reported, Entry, j)))
        continue;
      seen[j] = TRUE;
      if (taken[j] < 0 || pair (expected, reported, (guint) taken[j], taken, seen))
        {
          taken[j] = (int) i;
          return TRUE;
        }
    }

  return FALSE;
}

static char *
dup_quote (const char *text, const Entry *entry)
{
  g_autofree char *quote = g_utf8_substring (text, entry->start, entry->end);

  return g_strdelimit (g_steal_pointer (&quote), "\n", '/');
}

static gboolean
is_neutral (JsonObject *test_case, const GArray *expected, const Entry *reported)
{
  g_autofree char *quote = dup_quote (get_string (test_case, "text"), reported);
  gboolean is_optional = FALSE;
  gboolean is_expected = FALSE;

  for (guint i = 0; i < expected->len; i++)
    {
      const Entry *entry = &g_array_index (expected, Entry, i);

      if (overlaps (entry, reported))
        {
          is_optional = is_optional || entry->is_optional;
          is_expected = is_expected || !entry->is_optional;
        }
    }
  if (is_optional && !is_expected)
    return TRUE;
  if (g_strcmp0 (get_string (test_case, "theme"), "furniture") == 0)
    return FALSE;

  return (g_str_equal (reported->kind, "division") && g_str_equal (reported->value, "330200"))
         || (g_str_equal (reported->kind, "field")
             && (g_strrstr (quote, "361") != NULL || g_strrstr (quote, "246") != NULL));
}

static void
print_entry (JsonObject *test_case, const char *what, const Entry *entry)
{
  g_autofree char *quote = dup_quote (get_string (test_case, "text"), entry);

  g_test_message ("%s %s “%s” %s %s %s %s %s %s", what, get_string (test_case, "id"), quote,
                  entry->kind, entry->of != NULL ? entry->of : "-", entry->value,
                  entry->unit != NULL ? entry->unit : "-", entry->verdict,
                  entry->reason != NULL ? entry->reason : "-");
}

void
tide_test_corpus_score (JsonObject *test_case, TideReading *reading, TideTestScore *score)
{
  g_autoptr (GArray) expected = list_expected (test_case);
  g_autoptr (GArray) reported = list_reported (reading);
  g_autofree int *taken = g_new (int, reported->len + 1);
  g_autofree gboolean *seen = g_new (gboolean, reported->len + 1);

  for (guint j = 0; j < reported->len; j++)
    taken[j] = -1;
  for (guint i = 0; i < expected->len; i++)
    {
      const Entry *entry = &g_array_index (expected, Entry, i);

      if (entry->is_optional)
        continue;
      for (guint j = 0; j < reported->len; j++)
        seen[j] = FALSE;
      score->expected++;
      if (pair (expected, reported, i, taken, seen))
        score->right++;
      else
        print_entry (test_case, "missed", entry);
    }
  for (guint j = 0; j < reported->len; j++)
    {
      const Entry *entry = &g_array_index (reported, Entry, j);

      if (taken[j] < 0 && is_neutral (test_case, expected, entry))
        continue;
      score->reported++;
      if (taken[j] < 0)
        print_entry (test_case, "false ", entry);
    }
}
