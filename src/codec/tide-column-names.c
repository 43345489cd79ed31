/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-names-private.h"

#include <string.h>

/* Below this, a header says nothing. */
#define LEAST_SCORE 60

/* Of a header with a name in it: from that of a single letter to that of nearly all of it. */
#define PART_SCORE 35
#define PART_RANGE 60

/* Of a header that is a period. */
#define PERIOD_SCORE 95
#define LONGEST_PERIOD 32

/* In bytes: a header that is longer is no name of anything. */
#define LONGEST_NAME 96

/* A field that a column may be. */
typedef struct
{
  guint column;
  TideImportField field;
  guint score;
} Candidate;

/* Folding ------------------------------------------------------------------------------------- */

/* Spaces stand between words of letters only. */
static void
end_word (GString *folded)
{
  if (folded->len > 0 && (guchar) folded->str[folded->len - 1] < 0x80
      && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

static gboolean
begins_word (gunichar before, gunichar c)
{
  return g_unichar_islower (before) && g_unichar_isupper (c);
}

static void
add_letter (GString *folded, gunichar c)
{
  if (c >= 0x80 && folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  g_string_append_unichar (folded, g_unichar_tolower (c));
}

/* The number of a column before its name: "3. 项目名称" */
static const char *
skip_number (const char *folded)
{
  const gsize n = strspn (folded, "0123456789");
  const char *rest = folded + n;

  if (n == 0 || n > 2 || *rest == '\0')
    return folded;

  return *rest == ' ' ? rest + 1 : rest;
}

/**
 * tide_column_name_fold:
 * @header: the header of a column
 *
 * Returns: (transfer full): it without its unit, signs, width and case; words of letters with one
 *   space between them, Chinese without any
 */
char *
tide_column_name_fold (const char *header)
{
  TideColumnFormat format = { 0 };
  g_autofree char *name = tide_column_format_take_unit (&format, header);
  g_autofree char *folded = NULL;
  GString *text = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) || begins_word (before, c))
        end_word (text);
      if (g_unichar_isalnum (c))
        add_letter (text, c);
      before = c;
    }

  folded = g_strchomp (g_string_free (text, FALSE));
  return g_strdup (skip_number (folded));
}

/* Scores -------------------------------------------------------------------------------------- */

/* Whether @part stands in @text as words. */
static gboolean
has_words (const char *text, const char *part)
{
  const gsize length = strlen (part);

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    {
      const gboolean begins = p == text || p[-1] == ' ' || (guchar) p[0] >= 0x80;
      const gboolean ends = p[length] == '\0' || p[length] == ' ' || (guchar) p[length - 1] >= 0x80;

      if (begins && ends)
        return TRUE;
    }

  return FALSE;
}

static guint
score_synonym (const TideColumnSynonym *synonym, const char *folded, gsize length)
{
  gsize part;

  if (strcmp (synonym->folded, folded) == 0)
    return synonym->score;

  part = strlen (synonym->folded);
  if (part < 3 || part >= length || !has_words (folded, synonym->folded))
    return 0;

  return (guint) ((PART_SCORE + PART_RANGE * part / length) * synonym->score / 100);
}

/* The score of each field, for one header. */
static void
score_header (const char *folded, guint scores[TIDE_N_IMPORT_FIELDS])
{
  const GArray *synonyms = tide_column_synonyms_get ();
  const gsize length = strlen (folded);

  memset (scores, 0, TIDE_N_IMPORT_FIELDS * sizeof *scores);
  for (guint i = 0; length > 0 && length <= LONGEST_NAME && i < synonyms->len; i++)
    {
      const TideColumnSynonym *synonym = &g_array_index (synonyms, TideColumnSynonym, i);
      const guint score = score_synonym (synonym, folded, length);

      scores[synonym->field] = MAX (scores[synonym->field], score);
    }
}

/**
 * tide_column_name_get_score:
 * @folded: what tide_column_name_fold() made of a header
 * @field: a field
 *
 * Returns: how much the header is a name of @field, 0 to 100
 */
guint
tide_column_name_get_score (const char *folded, TideImportField field)
{
  guint scores[TIDE_N_IMPORT_FIELDS];

  g_return_val_if_fail (field < TIDE_N_IMPORT_FIELDS, 0);

  score_header (folded, scores);
  return scores[field];
}

/* Guesses ------------------------------------------------------------------------------------- */

static gboolean
read_period (const char *header, TideDate *period)
{
  TideColumnFormat format = { 0 };
  g_autofree char *name = tide_column_format_take_unit (&format, header);

  if (strlen (name) <= LONGEST_PERIOD && tide_date_recognise (name, period)
      && period->precision != TIDE_PRECISION_DAY)
    return TRUE;

  *period = (TideDate) { 0 };
  return FALSE;
}

static void
add_candidate (GArray *candidates, guint column, TideImportField field, guint score)
{
  const Candidate candidate = { .column = column, .field = field, .score = score };

  if (score >= LEAST_SCORE)
    g_array_append_val (candidates, candidate);
}

static GArray *
gather (const char *const *headers, guint n, TideColumnName *names)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint column = 0; column < n; column++)
    {
      g_autofree char *folded = tide_column_name_fold (headers[column]);
      guint scores[TIDE_N_IMPORT_FIELDS];

      score_header (folded, scores);
      if (read_period (headers[column], &names[column].period))
        scores[TIDE_IMPORT_PERIOD_VALUE] = PERIOD_SCORE;
      for (guint field = 0; field < TIDE_N_IMPORT_FIELDS; field++)
        add_candidate (candidates, column, (TideImportField) field, scores[field]);
    }

  return candidates;
}

/* The best first; where two are as good, the first column, and the first field. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;

  return (int) one->field - (int) other->field;
}

static gboolean
is_about (TideImportField field, TideImportSubject subject)
{
  const TideImportSubject of_field = tide_import_field_get_subject (field);

  return of_field == TIDE_IMPORT_ANYTHING || of_field == subject;
}

/* Each column gets the best field that is left to it; returns what that is worth. */
static guint
assign (const GArray *candidates, guint n, TideImportSubject subject, TideColumnName *names)
{
  g_autofree gboolean *is_done = g_new0 (gboolean, n);
  gboolean is_taken[TIDE_N_IMPORT_FIELDS] = { FALSE };
  guint worth = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (is_done[candidate->column] || !is_about (candidate->field, subject)
          || (is_taken[candidate->field] && !tide_import_field_is_repeatable (candidate->field)))
        continue;

      is_done[candidate->column] = TRUE;
      is_taken[candidate->field] = TRUE;
      names[candidate->column].field = candidate->field;
      names[candidate->column].score = candidate->score;
      worth += candidate->score;
    }

  return worth;
}

static void
forget (TideColumnName *names, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      names[i].field = TIDE_IMPORT_NOTHING;
      names[i].score = 0;
    }
}

static TideImportSubject
choose_subject (const GArray *candidates, guint n, TideColumnName *names)
{
  const guint projects = assign (candidates, n, TIDE_IMPORT_PROJECTS, names);
  guint observations;

  forget (names, n);
  observations = assign (candidates, n, TIDE_IMPORT_OBSERVATIONS, names);
  forget (names, n);

  return observations > projects ? TIDE_IMPORT_OBSERVATIONS : TIDE_IMPORT_PROJECTS;
}

/**
 * tide_column_names_guess:
 * @headers: (array length=n): the header of each column, empty for none
 * @n: how many columns there are
 * @subject: what the rows are; %TIDE_IMPORT_ANYTHING to guess it too
 * @names: (out) (array length=n): what each column is probably to be taken as
 *
 * Guesses from their names, in English or Chinese, what columns hold. The surest guess comes first,
 * and a field of which there is one only is given to one column only.
 *
 * Returns: @subject, or what the rows probably are
 */
TideImportSubject
tide_column_names_guess (const char *const *headers,
                         guint n,
                         TideImportSubject subject,
                         TideColumnName *names)
{
  g_autoptr (GArray) candidates = NULL;

  memset (names, 0, n * sizeof *names);
  candidates = gather (headers, n, names);
  g_array_sort (candidates, compare_candidates);
  if (subject == TIDE_IMPORT_ANYTHING)
    subject = choose_subject (candidates, n, names);

  assign (candidates, n, subject, names);
  return subject;
}
